"""A course answers for its assignments, tasks, limits and folders."""

import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

from autograder.errors import CourseError, UsageError


@pytest.mark.parametrize("name", ["A02", "a02", "a02_neuron", " A02 "])
def test_an_assignment_goes_by_its_code_or_its_id(course, name):
    assert course.assignment(name).code == "A02"


def test_an_unknown_assignment_brings_a_suggestion_and_the_choice(course):
    with pytest.raises(UsageError, match='Did you mean "a02_neuron"\\? It has A01 or A02'):
        course.assignment("a02_nueron")


def test_a_task_goes_by_its_id_number_or_function(course):
    assignment = course.assignment("A02")
    for name in ("A02.2", "a02.2", "2", "Layer.forward", "Layer.backward"):
        assert assignment.task(name).id == "A02.2"
    assert course.task("A01.2").function == "gradient"


def test_an_unknown_task_brings_a_suggestion(course):
    with pytest.raises(UsageError, match=r'A01 has no task "gradeint"\. Did you mean "gradient"\?'):
        course.assignment("A01").task("gradeint")
    with pytest.raises(UsageError, match="is not a task id"):
        course.task("predict")


def test_a_function_can_stand_in_and_a_method_cannot(course):
    predict, fit = course.task("A01.1"), course.task("A02.1")
    assert (predict.module_function, predict.class_name, predict.name) == (
        "predict",
        None,
        "predict",
    )
    assert (fit.module_function, fit.class_name, fit.name) == (None, "Neuron", "Neuron")
    assert course.task("A02.2").functions == ("Layer.forward", "Layer.backward")


def test_what_an_assignment_forbids_holds_in_each_of_its_tasks(course):
    assert course.task("A02.1").forbid == ("numpy.polyfit", "numpy.convolve")
    assert course.task("A02.2").forbid == ("numpy.convolve",)
    assert course.task("A01.1").forbid == ()


def test_a_task_overrides_only_the_limits_that_it_names(course):
    assert course.limits_of(course.task("A01.1")) == course.limits
    limits = course.limits_of(course.task("A02.1"))
    assert (limits.cpu_seconds, limits.wall_seconds, limits.memory_mib) == (30, 9, 512)


def test_extras_are_added_to_the_packages_of_the_course(course):
    assert course.packages_of(course.assignment("A01")) == ("numpy",)
    assert course.packages_of(course.assignment("A02")) == ("numpy", "sklearn")


def test_given_functions_lead_to_their_tasks(course):
    assert [task.id for task in course.given(course.task("A02.1"))] == ["A01.1"]


def test_feedback_shows_the_kind_of_a_hidden_check_unless_a_task_says_otherwise(course):
    assert course.task("A01.1").show == "kind"
    assert course.task("A02.2").show == "input"


def test_folders_follow_from_the_root(course, course_file):
    root = course_file.path.parent
    assignment = course.assignment("A01")
    assert course.root == assignment.root == root
    assert assignment.solution_file == root / "solutions" / "a01_line" / "a01_line.py"
    assert assignment.suite_file == root / "autograder" / "suites" / "a01_line" / "test_a01.py"
    assert assignment.release_dir("ko") == root / "assignments" / "ko" / "a01_line"


def test_in_the_students_edition_the_files_stand_beside_the_course(course_file):
    course_file.text = course_file.text[: course_file.text.index("- id: a02")]
    course = course_file.change("seed: 7", "edition: students").load()
    assignment = course.assignment("A01")
    assert assignment.handed_out
    assert assignment.release_dir("ko") == course.root / "a01_line"
    assert assignment.hints_file == course.root / "a01_line" / "hints.yml"


def test_the_students_edition_holds_neither_a_seed_nor_planned_assignments(course_file):
    course_file.change("seed: 7", "seed: 7\nedition: students")
    with pytest.raises(CourseError) as caught:
        course_file.load()
    assert "must not hold the seed" in str(caught.value)
    assert "lists finished assignments only" in str(caught.value)


def test_a_course_is_frozen_and_survives_a_pickle(course):
    with pytest.raises(ValidationError):
        course.seed = 8
    copy = pickle.loads(pickle.dumps(course))
    assert copy == course
    assert copy.assignment("A01").root == course.root


def test_a_course_that_was_not_read_has_no_folder(course):
    unread = type(course).model_validate(course.model_dump())
    with pytest.raises(CourseError, match=r"was not read from a course\.yml"):
        unread.assignment("A01").solution_dir  # noqa: B018
    assert isinstance(course.file, Path)
