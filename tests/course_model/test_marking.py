"""Marking guides, and what is wrong in them, in words and not in patterns."""

import pytest
from pydantic import TypeAdapter

from autograder.course import Course, load_marking
from autograder.course.fields import PATTERNS
from autograder.course.hints import HintFile
from autograder.course.marking import MarkingFile
from autograder.errors import CourseError, SourceError

GUIDE = "  points: 10\n  title: {en: Essay, ko: 에세이}\n  guide: {en: Look., ko: 보세요.}\n"


@pytest.fixture
def load(course):
    """Write the marking guides of A01, and read them."""
    assignment = course.assignment("A01")
    assignment.solution_dir.mkdir(parents=True)

    def write_and_load(text):
        (assignment.solution_dir / "marking.yml").write_text(text, encoding="utf-8")
        return load_marking(assignment)

    return write_and_load


def test_a_guide_says_what_an_answer_is_worth(load):
    assert load(f"A01.M1:\n{GUIDE}")["A01.M1"].points == 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"A01.1:\n{GUIDE}",
            'marking.yml:1: A01.1: found "A01.1", expected the id of a written answer such as "A01.M1"',
        ),
        (f"A02.M1:\n{GUIDE}", "marking.yml:1: A02.M1: not of A01; its ids look like A01.M1"),
        ("- 1\n", "expected keys with values; it should hold marking guides"),
        (f"A01.M1:\n{GUIDE}".replace("points: 10", "points: ten"), "expected a whole number"),
    ],
)
def test_a_wrong_guide_is_told_with_its_line(load, text, words):
    with pytest.raises(SourceError) as caught:
        load(text)
    assert words in str(caught.value)


def patterns(model):
    """Return the patterns that texts of a model have to match."""
    found = set()

    def walk(schema):
        if isinstance(schema, dict):
            if isinstance(schema.get("pattern"), str):
                found.add(schema["pattern"])
            found.update(schema.get("patternProperties", {}))
            for value in schema.values():
                walk(value)
        elif isinstance(schema, list):
            for value in schema:
                walk(value)

    walk(TypeAdapter(model).json_schema())
    return found


@pytest.mark.parametrize("model", [Course, HintFile, MarkingFile])
def test_every_pattern_of_a_file_that_people_write_has_words(model):
    assert patterns(model)
    assert patterns(model) <= PATTERNS.keys()


def test_no_error_of_a_course_shows_a_pattern(course_file):
    course_file.change("code: A01", "code: first")
    with pytest.raises(CourseError) as caught:
        course_file.load()
    assert 'an assignment code such as "A01"' in str(caught.value)
    assert "\\d" not in str(caught.value)
