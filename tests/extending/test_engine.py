"""The engine's tests know of no points and no number of tasks: they pass where a course has others."""

import re

import pytest

A01 = "a01_gradient_descent_line"


@pytest.fixture(scope="module")
def changed(copy):
    """Return the copy with one more task in A01, and other points there and in A03."""
    copy.done("new", "A01.8", "momentum")
    copy.write_what_is_to_do(A01)
    copy.replace("course.yml", "    status: draft\n", "")
    for task, points in (("A01.1", 30), ("A01.4", 7), ("A03.3", 41)):
        pattern = rf"(- id: {task}\n(?:    .*\n)*?    points: )\d+\n"
        text, found = re.subn(pattern, rf"\g<1>{points}\n", copy.text("course.yml"))
        assert found == 1
        copy.write("course.yml", text)
    copy.done("release")
    return copy


def test_scores_are_what_points_and_weights_make_them(changed):
    before = changed.files()
    ran = changed.run(
        *("pytest", "-q", "-p", "no:cacheprovider", "-n", "0"),
        *("tests/fairness/test_example_class.py", "tests/doors/test_pytest_door.py"),
        "tests/doors/test_gradescope.py",
        *("-k", "example_class or junit or not_allowed or after_every_task"),
    )
    assert ran.returncode == 0, ran.stdout
    assert changed.files() == before
