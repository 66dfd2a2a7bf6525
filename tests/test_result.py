"""The one record of a graded submission says for itself what became of it."""

import ast

import pytest

from autograder.records import replaced
from autograder.report.pages import SIGNS, environment
from autograder.result import Status, TaskStatus
from autograder.texts import LANGUAGES

from .gradebook.conftest import make_result

__all__ = ["make_result"]


@pytest.mark.parametrize("status", [*Status, *TaskStatus])
def test_every_status_has_a_name_in_both_languages(status):
    assert all(status.text.in_(language) for language in LANGUAGES)


def test_every_status_of_a_task_has_a_sign():
    assert set(SIGNS) == set(TaskStatus)


def test_only_what_the_grader_itself_failed_at_has_no_score(make_result):
    for status in Status:
        result = make_result("kim", status=status)
        assert result.has_score is (status is not Status.KIT_ERROR)
        assert result.score_text == ("88" if result.has_score else "–")


@pytest.mark.parametrize(
    ("status", "earned", "tone"),
    [
        (TaskStatus.PASSED, 40, "good"),
        (TaskStatus.PARTIAL, 28, "part"),
        (TaskStatus.TIMED_OUT, 12, "part"),
        (TaskStatus.FAILED, 0, "bad"),
        (TaskStatus.TIMED_OUT, 0, "bad"),
        (TaskStatus.FORBIDDEN, 0, "bad"),
        (TaskStatus.NOT_ATTEMPTED, 0, "none"),
        (TaskStatus.MISSING, 0, "none"),
        (TaskStatus.NOT_RUN, 0, "none"),
    ],
)
def test_a_task_is_coloured_by_what_it_earned(make_result, status, earned, tone):
    task = replaced(make_result().tasks[1], status=status, earned=earned)
    assert task.tone == tone


def test_full_credit_for_what_is_consistent_is_no_pass(make_result):
    from autograder.report.summary import summarise

    base = make_result("kim", (60.0, 40.0))
    credited = replaced(base.tasks[1], status=TaskStatus.PARTIAL)
    result = replaced(base, tasks=(base.tasks[0], credited))
    assert result.score == 100
    assert not credited.passed
    assert credited.tone == "part"
    (summary,) = summarise([result])
    assert [one.passed for one in summary.tasks] == [1, 0]
    page = environment("en").get_template("student.html").render(result=result)
    assert "autograder hint A01.2" in page
    assert "autograder hint A01.1" not in page


@pytest.mark.parametrize("room", ["report", "nbgrader_plugin"])
def test_no_template_knows_the_statuses_by_name(root, room):
    words = {f'"{one.value}"' for one in (*Status, *TaskStatus)}
    words |= {one.replace('"', "'") for one in words} | {"status.value"}
    for file in (root / "autograder" / room / "templates").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], file.name


def test_only_the_record_knows_which_status_means_that_there_is_no_score(root):
    """Whoever asks for the status itself forgets the next one that has no score."""
    asked = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted((root / "autograder").rglob("*.py"))
        if path.name != "result.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare) and "KIT_ERROR" in ast.unparse(node)
    ]
    assert not asked, f"use Result.has_score: {asked}"
