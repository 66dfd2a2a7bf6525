"""A student's folder of assignments: two of a small course, with public checks."""

import json
import sys

import pytest

from autograder.student import uninstall

COURSE = """\
title: {{en: A course, ko: 과목}}
edition: students
language: {language}
languages: [en, ko]
assignments:
- id: a01_line
  code: A01
  status: finished
  title: {{en: A line, ko: 직선}}
  weight: 50
  slides: L1-L2
  tasks:
  - {{id: A01.1, function: predict, title: {{en: Prediction, ko: 예측}}, points: 50}}
  - {{id: A01.2, function: cost, title: {{en: Cost, ko: 비용}}, points: 50, needs: [A01.1]}}
- id: a02_descent
  code: A02
  status: finished
  builds_on: [A01]
  title: {{en: Descent, ko: 하강}}
  weight: 50
  slides: L3-L4
  tasks:
  - {{id: A02.1, function: step, title: {{en: Step, ko: 걸음}}, points: 100}}
"""

CHECKS = """\
import a01_line as student
from autograder.checks import expect_close, expect_error, task


@task("A01.1", en="one number", ko="숫자 하나")
def test_number():
    expect_close(student.predict(2.0, 3.0), 6.0)


@task("A01.1", en="zero", ko="영")
def test_zero():
    expect_close(student.predict(0.0, 3.0), 0.0)


@task("A01.2", en="a cost", ko="비용")
def test_cost():
    expect_close(student.cost(2.0), 4.0)


@task("A01.2", en="no text", ko="문자열은 안 됨", conduct=True)
def test_cost_of_text():
    expect_error(ValueError, student.cost, "two")
"""

STUB = """\
# %% task="A01.1"
def predict(x, w):
    raise NotImplementedError("A01.1: write predict")


# %% task="A01.2"
def cost(error):
    raise NotImplementedError("A01.2: write cost")
"""


@pytest.fixture(autouse=True)
def clean_imports():
    """Leave no import hook, path or module of a student's behind."""
    modules, path, hooks = set(sys.modules), list(sys.path), list(sys.meta_path)
    yield
    uninstall()
    assert [hook for hook in sys.meta_path if hook not in hooks] == []
    sys.path[:] = path
    for name in set(sys.modules) - modules:
        if name.startswith(("a01_", "a02_", "a03_", "tools", "test_public")):
            del sys.modules[name]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Write the students' edition; return its folder."""
    monkeypatch.delenv("AUTOGRADER_LANGUAGE", raising=False)
    (tmp_path / "course.yml").write_text(COURSE.format(language="en"), encoding="utf-8")
    for name in ("a01_line", "a02_descent"):
        (tmp_path / name).mkdir()
    (tmp_path / "a01_line" / "a01_line.py").write_text(STUB, encoding="utf-8")
    (tmp_path / "a01_line" / "test_public.py").write_text(CHECKS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def notebook():
    """Build a notebook's text from its code cells."""

    def build(*sources):
        cells = [
            {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
            for source in sources
        ]
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})

    return build
