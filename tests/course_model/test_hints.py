"""Hints are three steps for each task; what is wrong in them is told with its line."""

import pytest

from autograder.course import load_hints
from autograder.errors import SourceError

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
