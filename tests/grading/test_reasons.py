"""Why something is missing stands beside the check that misses it."""

import numpy as np
import pytest

from autograder.result import TaskStatus

SOURCE = "def half_squared_error(y_hat, y):\n    return {name}(y_hat)\n"


def notes(result, task):
    return " ".join(note.en for note in result.task(task).notes)


def test_a_name_that_a_failed_import_would_have_bound_is_told_by_that(grade, solution):
    text = "from nowhere_at_all import total\n" + SOURCE.format(name="total")
    said = notes(grade(solution("A01", text=text)), "A01.2")
    assert "total" in said
    assert "nowhere_at_all" in said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("halfSquaredError", "halfSquaredError"),
        ("half_squared_eror", "half_squared_eror"),
    ],
)
def test_a_function_under_another_spelling_is_found(course, grade, written, said):
    text = course.assignment("A01").solution_file.read_text(encoding="utf-8")
    text = text.replace("def half_squared_error(", f"def {written}(")
    result = grade(text)
    assert result.task("A01.2").status is TaskStatus.MISSING
    assert said in notes(result, "A01.2")


def test_a_function_of_another_numpy_names_the_versions(grade, solution):
    said = notes(grade(solution("A01", text=SOURCE.format(name="np.float_"))), "A01.2")
    version = ".".join(np.__version__.split(".")[:2])
    assert f"NumPy {version}; in a newer or an older version float_ may be there" in said


@pytest.mark.parametrize(
    "raised",
    [
        "AttributeError(f\"module 'numpy' has no attribute 'n{hidden}'\")",
        "AttributeError(f\"module 'numpy.n{hidden}' has no attribute 'ravel'\")",
        "ImportError(f\"cannot import name 'n{hidden}' from 'numpy'\")",
        "ModuleNotFoundError(f\"No module named 'numpy.n{hidden}'\")",
        'AttributeError(f"`np.n{hidden}` was removed in the NumPy 2.0 release")',
        "AttributeError(f\"'numpy.ndarray' object has no attribute 'n{hidden}'\")",
        "NameError(f\"name 'n{hidden}' is not defined\")",
    ],
)
def test_a_made_up_message_says_nothing_that_the_program_does_not(grade, solution, raised):
    made_up = f"""
def half_squared_error(y_hat, y):
    hidden = "_".join(str(int(abs(v))) for v in np.ravel(y))
    raise {raised}
"""
    assert notes(grade(solution("A01", text=made_up)), "A01.2") == ""


def test_what_is_right_has_no_reasons(grade, solution):
    assert all(not task.notes for task in grade(solution("A01")).tasks)
