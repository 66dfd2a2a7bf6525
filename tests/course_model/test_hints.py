"""Hints are three steps for each task; what is wrong in them is told with its line."""

import pytest

from autograder.course import hint_of, load_hints
from autograder.course.settings import HintSteps
from autograder.errors import SourceError, UsageError
from autograder.records import replaced

STEP = "  - {en: Look at x., ko: x를 보세요.}\n"
HINTS = f"A01.1:\n{STEP * 3}A01.2:\n{STEP * 3}"


@pytest.fixture
def load(course):
    """Write the hints of A01, and read them."""
    assignment = course.assignment("A01")
    assignment.solution_dir.mkdir(parents=True)

    def write_and_load(text):
        assignment.hints_file.write_text(text, encoding="utf-8")
        return load_hints(assignment)

    return write_and_load


def test_each_task_has_three_steps_in_both_languages(load):
    hints = load(HINTS)
    assert list(hints) == ["A01.1", "A01.2"]
    assert [step.ko for step in hints["A01.1"]] == ["x를 보세요."] * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            HINTS.replace("A01.2", "A01.3"),
            "hints.yml:5: A01.3: A01 has no task A01.3. Did you mean",
        ),
        (HINTS.replace("A01.2", "A01.3"), "task A01.2 has no hints"),
        (HINTS + STEP, "expected at most 3 of them"),
        (
            HINTS[: -len(STEP)],
            "hints.yml:5: A01.2: found 2 of the 3 steps: nudge, pointer, formula",
        ),
        (
            HINTS.replace("ko:", "kr:", 1),
            'hints.yml:2: A01.1[0].kr: unknown key "kr". Known: en or ko',
        ),
        (HINTS.replace("A01.2", "x"), "hints.yml:5: x"),
        ("- 1", "expected keys with values"),
        ("", "is empty"),
    ],
)
def test_wrong_hints_are_told_with_their_line(load, text, words):
    with pytest.raises(SourceError) as caught:
        load(text)
    assert words in str(caught.value)


def test_missing_hints_are_told(course):
    with pytest.raises(SourceError, match="no such file; it should hold hints"):
        load_hints(course.assignment("A01"))


@pytest.mark.parametrize(("released", "held"), [(0, 3), (1, 3), (2, 3), (3, 1), (3, 2), (3, 3)])
def test_a_step_is_shown_or_refused_whatever_file_and_course_say(course, load, released, held):
    load(HINTS)
    handed_out = replaced(course, edition="students", hints=HintSteps(released=released))
    handed_out = handed_out.located(course.file)
    file = handed_out.assignment("A01").hints_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"A01.1:\n{STEP * held}A01.2:\n{STEP * held}", encoding="utf-8")
    task = handed_out.task("A01.1")
    shown = min(released, held)
    for step in range(1, 4):
        if step <= shown:
            assert hint_of(handed_out, task, step).en == "Look at x."
        else:
            with pytest.raises(UsageError, match=rf"A01\.1: {shown or 'none'} of the 3 hints"):
                hint_of(handed_out, task, step)
