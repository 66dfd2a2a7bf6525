"""A course with canaries in its suite, and a student who tries to get them out."""

from __future__ import annotations

import shutil

import pytest

from autograder.course import load_course

# Each stands for a kind of secret of the suite: its text, a hidden input, an expected value.
CANARIES = {
    "a test's name": "canary_of_a_name",
    "a comment": "canary of a comment",
    "a text in the suite": "canary of a text",
    "a hidden input": "7341.0625",
    "an expected value": "5172.375",
    "a misconception's source": "canary_of_a_variant",
    "the reference's source": "canary_of_the_reference",
}

SUITE = '''
"""canary of a text"""
import numpy as np

from autograder.checks import expect, expect_close, expect_error, task

SECRET = 7341.0625  # canary of a comment


@task("A01.1", en="a line", ko="직선")
def test_canary_of_a_name(student):
    expect_close(student.predict(SECRET, 0.5, 1501.84375), 5172.375)


@task("A01.1", en="an array", ko="배열")
def test_canary_of_a_name_too(student):
    expect_close(student.predict(np.full(3, SECRET), 0.5, 1501.84375), np.full(3, 5172.375))


@task("A01.1", en="an error", ko="오류")
def test_error(student):
    expect_error(TypeError, student.predict, "canary of a text", SECRET, 5172.375)


@task("A01.1", en="two things", ko="두 가지")
def test_two(student):
    expect_close(student.predict(SECRET, 5172.375, 0.0), ("canary of a text", SECRET))


@task("A01.1", en="clumsy", ko="서툰 검사")
def test_clumsy(student):
    expect(student.predict(SECRET, 1.0, 0.0)["canary of a text"] == 5172.375, en="x", ko="x")
'''


@pytest.fixture(scope="module")
def planted(course, tmp_path_factory):
    """A course whose suite of A01 is full of canaries."""
    root = tmp_path_factory.mktemp("planted") / "course"
    root.mkdir()
    for name in ("course.yml", "docs"):
        source = course.root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    shutil.copytree(course.root / "solutions", root / "solutions")
    shutil.copytree(course.root / "assignments", root / "assignments")
    suites = root / "autograder" / "suites"
    shutil.copytree(course.root / "autograder" / "suites", suites)
    folder = suites / "a01_gradient_descent_line"
    others = (folder / "test_a01.py").read_text(encoding="utf-8")
    others = others.replace('@task("A01.1"', '@task("A01.2"')
    (folder / "test_a01.py").write_text(
        others + SUITE.replace("\n" + '"""canary', "\nTEXT = " + '"""canary', 1),
        encoding="utf-8",
    )
    variants = folder / "misconceptions.py"
    text = variants.read_text(encoding="utf-8")
    text = text.replace(
        "    return w * np.asarray(x)\n",
        "    canary_of_a_variant = w * np.asarray(x)\n    return canary_of_a_variant\n",
        1,
    )
    assert "canary_of_a_variant" in text
    variants.write_text(text, encoding="utf-8")
    solution = root / "solutions" / folder.name / f"{folder.name}.py"
    text = solution.read_text(encoding="utf-8")
    text = text.replace(
        "### BEGIN SOLUTION", "### BEGIN SOLUTION\n    # canary_of_the_reference", 1
    )
    solution.write_text(text, encoding="utf-8")
    return load_course(root)


@pytest.fixture(scope="session")
def canaries():
    return CANARIES
