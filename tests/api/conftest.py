"""A course of one assignment, and a class that handed it in: all that grading needs, and no more.

Its module is called as no other test's: a reference that was graded with in this process stays imported.
"""

import pytest

COURSE = """\
title: {en: A tiny course, ko: 작은 강의}
language: en
languages: [en, ko]
seed: 7
isolation: {minimum: subprocess}
packages: [numpy]
assignments:
- id: a01_straight
  code: A01
  status: finished
  title: {en: A line, ko: 직선}
  weight: 100
  slides: L1-L9
  tasks:
  - {id: A01.1, function: predict, title: {en: Prediction, ko: 예측}, points: 60}
  - {id: A01.2, function: cost, title: {en: Cost, ko: 비용}, points: 40, needs: [A01.1]}
"""
SOLUTION = """\
def predict(x, w):
    return w * x


def cost(x, y, w):
    return (predict(x, w) - y) ** 2
"""
SUITE = """\
from autograder.checks import expect_close, task


@task("A01.1", en="a number", ko="숫자")
def test_predict(student):
    expect_close(student.predict(2.0, 3.0), 6.0)


@task("A01.2", en="a cost", ko="비용")
def test_cost(student):
    expect_close(student.cost(2.0, 5.0, 3.0), 1.0)
"""
MISCONCEPTIONS = """\
from autograder.checks import misconception


@misconception(
    "A01.1",
    "sum-for-product",
    en=("The slope is added", "A slope multiplies."),
    ko=("기울기를 더했습니다", "기울기는 곱합니다."),
)
def predict(x, w):
    return w + x
"""
FILES = {
    "course.yml": COURSE,
    "solutions/a01_straight/a01_straight.py": SOLUTION,
    "autograder/suites/a01_straight/test_a01.py": SUITE,
    "autograder/suites/a01_straight/misconceptions.py": MISCONCEPTIONS,
    "handed-in/kim/a01_straight.py": SOLUTION,
    "handed-in/lee/a01_straight.py": SOLUTION.replace("w * x", "w + x"),
    "handed-in/park/a01_straight.py": "def predict(",
    "roster.csv": "id,name\nkim,Kim Minsu\nlee,Lee Jiwoo\n",
    "times.csv": "student,submitted_at\nkim,2026-03-16 20:00+09:00\n",
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Write the course and its class to a folder, and work there."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
