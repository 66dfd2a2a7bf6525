"""How the cells of a notebook are called."""

import pytest

from autograder.course.cells import CellName


@pytest.mark.parametrize(
    ("name", "role", "of"),
    [
        ("test_A01_4", "test", "A01.4"),
        ("answer_A12_10", "answer", "A12.10"),
        ("manual_A03_M1", "manual", "A03.M1"),
    ],
)
def test_a_name_says_what_the_cell_is_for_and_of_which_task(name, role, of):
    assert str(CellName(role, of)) == name
    assert CellName.parse(name) == (role, of)


@pytest.mark.parametrize(
    "name", ["intro", "test_mine", "test_A01", "test_A01_4_", "essay_A01_4", ""]
)
def test_a_name_of_another_s_says_nothing(name):
    assert CellName.parse(name) is None


def test_a_task_s_cells_are_called_after_it(course):
    for task in (task for assignment in course.assignments for task in assignment.tasks):
        assert CellName.parse(task.check_cell) == ("test", task.id)
        assert CellName.parse(task.answer_cell) == ("answer", task.id)
