"""What goes wrong in the grader costs no other student a result, and nobody a mark."""

import pytest

from autograder.grading import grader
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found


@pytest.fixture
def job(course, root):
    """Three correct submissions of A01."""
    file = root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py"
    found = tuple(Found(name, file) for name in ("first", "second", "third"))
    return Job(course.file, "A01", found, GradeOptions(diagnose=False))


class Ours(Exception):
    """A mistake of the grader's own that nobody has thought of."""


@pytest.mark.parametrize("place", ["submission_program", "check_policy", "make_result"])
def test_a_mistake_of_ours_in_one_submission_ends_no_class(job, monkeypatch, place):
    works, seen = getattr(grader, place), []

    def broken(*arguments, **options):
        seen.append(arguments)
        if len(seen) == 2:
            raise Ours("the hidden suite expects 42")
        return works(*arguments, **options)

    monkeypatch.setattr(grader, place, broken)
    results = grade_job(job)
    assert [one.has_score and one.score for one in results] == [100, False, 100]
    said = results[1].message.en
    assert "The grader itself failed (Ours grading/grader.py:" in said
    assert "42" not in said


def test_a_mistake_of_ours_in_reading_ends_no_class(job, monkeypatch):
    works = Found.read

    def broken(found, *arguments):
        if found.student == "second":
            raise RecursionError
        return works(found, *arguments)

    monkeypatch.setattr(Found, "read", broken)
    assert [str(one.status) for one in grade_job(job)] == ["graded", "kit error", "graded"]
