"""A tiny course, written to a folder of its own, for each test to bend."""

from pathlib import Path

import pytest

from autograder.course import Course, load_course

TINY = """\
title: {en: A tiny course, ko: 작은 강의}
language: en
languages: [en, ko]
seed: 7
packages: [numpy]
limits: {cpu_seconds: 2, wall_seconds: 9}
assignments:
- id: a01_line
  code: A01
  status: finished
  title: {en: A line, ko: 직선}
  weight: 40
  slides: L1-L9
  tasks:
  - id: A01.1
    function: predict
    title: {en: Prediction, ko: 예측}
    points: 60
  - id: A01.2
    function: gradient
    title: {en: Gradient, ko: 기울기}
    points: 40
    needs: [A01.1]
- id: a02_neuron
  code: A02
  status: planned
  title: {en: A neuron, ko: 뉴런}
  weight: 60
  builds_on: [A01]
  slides: L10-L19
  extras: [sklearn]
  forbid: [numpy.convolve]
  tasks:
  - id: A02.1
    function: Neuron.fit
    title: {en: Training, ko: 학습}
    points: 70
    needs: [A01.2]
    given: [predict]
    forbid: [numpy.polyfit]
    limits: {cpu_seconds: 30}
  - id: A02.2
    function: Layer.forward
    also: [Layer.backward]
    title: {en: A layer, ko: 층}
    points: 30
    show: input
"""


class CourseFile:
    """A ``course.yml`` that a test changes, and reads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = TINY

    def change(self, old: str, new: str) -> "CourseFile":
        """Replace a text that stands in the file exactly once."""
        assert self.text.count(old) == 1, f"{old!r} stands {self.text.count(old)} times"
        self.text = self.text.replace(old, new)
        return self

    def line_of(self, text: str) -> int:
        """Return the line in which a text stands first."""
        return self.text[: self.text.index(text)].count("\n") + 1

    def load(self) -> Course:
        self.path.write_text(self.text, encoding="utf-8", newline="\n")
        return load_course(self.path)


@pytest.fixture
def course_file(tmp_path):
    return CourseFile(tmp_path / "course.yml")


@pytest.fixture
def course(course_file):
    return course_file.load()
