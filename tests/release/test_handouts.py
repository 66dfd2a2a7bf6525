"""Of ``course.yml``, students are given what is listed, and nothing that will be added to it."""

import typing

import pytest

from autograder.course import Assignment, Course, Task
from autograder.program import Limits
from autograder.records import Part, replaced
from autograder.release.handouts import HANDED_OUT, handed_out, students_course

# What stays with the instructor, and what the writer says in another way.
KEPT_BACK = {
    Course: {
        "edition",
        "kit",
        "seed",
        "isolation",
        "consistency_credit",
        "gradescope",
        "assignments",
    },
    Task: {"status", "gradient"},
}


def kinds(part=Course, seen=None):
    """Return every part that a course is made of."""
    seen = set() if seen is None else seen
    if part not in seen:
        seen.add(part)
        for field in part.model_fields.values():
            for inner in inside(field.annotation):
                kinds(inner, seen)
    return seen


def inside(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return {annotation}
    return {one for part in typing.get_args(annotation) for one in inside(part)}


@pytest.mark.parametrize("part", [Course, Assignment, Task])
def test_a_new_field_is_not_handed_out_unless_it_is_listed(tiny, part):
    class Extended(part):
        answers: str = ""

    course = tiny.load()
    assignment = course.finished[0]
    old = {Course: course, Assignment: assignment, Task: assignment.tasks[0]}[part]
    new = Extended.model_construct(**dict(old), answers="The seed is 20991231.")
    assert handed_out(new) == handed_out(old)
    if part is Course:
        new._file = course.file
        assert students_course(new, "en") == students_course(course, "en")


def test_somebody_has_thought_about_every_field():
    assert {Course, Assignment, Task} <= HANDED_OUT.keys() <= kinds()
    for part, listed in HANDED_OUT.items():
        assert set(listed) | KEPT_BACK.get(part, set()) == set(part.model_fields), part


def test_a_part_that_is_not_listed_stays_here(tiny):
    class Secrets(Part):
        word: str = ""

    with pytest.raises(KeyError):
        handed_out(Secrets(word="x"))
    unlisted = kinds() - HANDED_OUT.keys()
    assert {one.__name__ for one in unlisted} == {"Isolation", "Gradescope"}


def test_a_limit_that_a_task_names_is_handed_out_even_where_it_is_the_default(tiny):
    course = tiny.load()
    task = replaced(course.finished[0].tasks[0], limits={"cpu_seconds": Limits().cpu_seconds})
    assert handed_out(task)["limits"] == {"cpu_seconds": Limits().cpu_seconds}


def test_what_is_kept_back_is_not_in_the_text(tiny):
    course = replaced(tiny.load(), consistency_credit=0.25, isolation={"minimum": "landlock"})
    text = students_course(course, "en")
    for word in ("seed", "isolation", "consistency_credit", "gradescope", "20991231"):
        assert word not in text
