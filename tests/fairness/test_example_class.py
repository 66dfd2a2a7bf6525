"""The example class: each submission gets exactly the score that its honest content deserves."""

import pytest

from autograder.grading.batch import grade_class
from autograder.grading.options import GradeOptions
from autograder.submission import discover

from ..worth import ALL, SCORES

# Those that aren't just graded.
STATUS = {"s06": "blank", "s16": "rejected"}


@pytest.fixture(scope="module")
def results(course, root):
    assignment = course.assignment("A01")
    found = discover([root / "examples" / "class"], assignment.module)
    submissions = [(assignment, one) for one in found]
    return {one.student: one for one in grade_class(course, submissions, GradeOptions())}


def test_every_submission_has_its_score_and_status(results):
    got = {name: (one.score, str(one.status)) for name, one in results.items()}
    assert got == {name: (score, STATUS.get(name, "graded")) for name, score in SCORES.items()}


def test_the_mistakes_are_named(results):
    named = {
        name: sorted(f"{task.task} {cause.name}" for task in one.tasks for cause in task.causes)
        for name, one in results.items()
    }
    assert {name: causes for name, causes in named.items() if causes} == {
        "s04": ["A01.4 sum-for-mean"],
        "s05": [
            "A01.3 cost-for-its-derivative",
            "A01.5 forward-difference",
            "A01.7 fastest-for-critical",
        ],
        "s15": ["A01.2 shapes-broadcast", "A01.3 error-sign-flipped", "A01.6 updated-in-turn"],
    }


def test_a_right_submission_is_told_nothing_but_that(results):
    for name in ("s01", "s02", "s03"):
        assert all(
            task.passed and not task.causes and not task.carried
            for task in results[name].tasks
            if task.task in ALL
        )


def test_a_check_of_many_calls_shows_none_of_them(results):
    """The last call of a numerical check is one of the loss; what is wrong is the gradient."""
    failed = [check for check in results["s04"].task("A01.4").checks if not check.passed]
    shown = {check.reason == "no_derivative": check.call is not None for check in failed}
    assert shown == {True: False, False: True}
