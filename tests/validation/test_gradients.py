"""`autograder validate` tells of a gradient that no paying check compares with differences, and of no other task."""

import shutil

import pytest

from autograder.course import load_course
from autograder.validation.gradients import check_gradients

LESSON = "solutions/a01_gradient_descent_line/a01_gradient_descent_line.py"
SUITE = "autograder/suites/a01_gradient_descent_line/test_a01.py"


@pytest.fixture
def told(root, tmp_path):
    """Return what is told of A01, of a copy in which some text has been replaced."""

    def run(name="course.yml", old="", new=""):
        for each in ("course.yml", LESSON, SUITE):
            (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / each, tmp_path / each)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
        course = load_course(tmp_path / "course.yml")
        return [str(problem) for problem in check_gradients([course.assignment("A01")])]

    return run


SECOND = "    function: gradient\n    title: {en: Gradient of the cost, ko: 비용 함수의 기울기}\n    points: 18\n"


def test_a_gradient_whose_comparison_pays_nothing_by_itself_is_told(told):
    problems = told(SUITE, '    ko="두 기울기와, ', '    conduct=True, ko="두 기울기와, ')
    assert len(problems) == 1
    assert problems[0].startswith("A01.4: returns a gradient, as course.yml says")


def test_a_gradient_that_is_never_compared_is_told(told):
    problems = told(SUITE, "expect_derivative", "expect_close")
    assert [each.split(":")[0] for each in problems] == ["A01.3", "A01.4", "A01.5", "A01.6"]


def test_a_check_that_calls_the_verb_asks_for_the_mark(told):
    problems = told("course.yml", SECOND + "    gradient: true\n", SECOND)
    assert problems == [
        "A01.4: has a check that calls expect_derivative: say gradient: true of it in course.yml"
    ]


def test_a_docstring_that_speaks_of_a_slope_asks_for_the_mark(told):
    problems = told(
        LESSON, '"""Return half the squared error', '"""Return the slope of half the squared error'
    )
    assert len(problems) == 1
    assert problems[0].startswith('A01.2: its docstring speaks of a "slope"')


def test_a_task_that_says_it_returns_none_is_left_alone(told):
    old = "    function: predict\n"
    assert told("course.yml", old, old + "    gradient: false\n") == []
