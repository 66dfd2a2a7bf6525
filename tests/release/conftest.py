"""A tiny course with its lessons, written to a folder of its own, for each test to bend."""

from pathlib import Path

import pytest

from autograder.course import Course, load_course

COURSE = """\
title: {en: A tiny course, ko: 작은 강의}
language: en
languages: [en, ko]
seed: 20991231
isolation: {minimum: landlock}
packages: [numpy]
limits: {cpu_seconds: 2}
assignments:
- id: a01_line
  code: A01
  status: finished
  title: {en: A line, ko: 직선}
  weight: 30
  slides: L1-L9
  forbid: [numpy.convolve]
  tasks:
  - id: A01.1
    function: predict
    title: {en: Prediction, ko: 예측}
    points: 60
    forbid: [numpy.polyfit]
  - id: A01.2
    function: gradient
    title: {en: Gradient, ko: 기울기}
    points: 40
    needs: [A01.1]
- id: a02_neuron
  code: A02
  status: finished
  title: {en: A neuron, ko: 뉴런}
  weight: 30
  builds_on: [A01]
  slides: L10-L19
  tasks:
  - id: A02.1
    function: Neuron.fit
    title: {en: Training, ko: 학습}
    points: 50
  - id: A02.2
    function: Neuron.predict
    title: {en: Classes, ko: 클래스}
    points: 30
  - id: A02.3
    function: Layer.forward
    also: [Layer.backward]
    title: {en: A layer, ko: 층}
    points: 20
- id: a03_later
  code: A03
  status: planned
  title: {en: Later, ko: 나중에}
  weight: 40
  slides: L20-L29
  tasks:
  - id: A03.1
    function: later
    title: {en: Later, ko: 나중에}
    points: 100
"""

LINE = r'''# %% [markdown] id="intro"
# # A line
#
# The slope is $\partial J/\partial w$; 100 % of it.

# %% id="imports"
import numpy as np


# %% id="given"
def as_floats(x):
    """Return x as floats."""
    return np.asarray(x, dtype=float)


# %% [markdown] id="predict-text"
# ## Prediction


# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction.

    # %% is no mark in here, and ### BEGIN SOLUTION is none either.

    Examples
    --------
    >>> predict(2.0, 3.0, 1.0)
    7.0
    """
    x = as_floats(x)
    ### BEGIN SOLUTION
    slope = w * x
    return slope + b
    ### END SOLUTION


# %% task="A01.2"
### BEGIN SOLUTION
def _residual(x, y, w, b):
    return predict(x, w, b) - y


### END SOLUTION
def gradient(x, y, w, b):
    r"""Return $\partial J/\partial w$ of the mean cost."""
    ### BEGIN SOLUTION
    error = _residual(x, y, w, b)

    # The mean carries 1/m.
    return np.mean(error * x)
    ### END SOLUTION


# %% tags=["experiment"] id="figure"
if __name__ == "__main__":
    print(predict(1.0, 2.0, 3.0))
'''

LINE_KO = r"""<!-- cell: intro -->
# 직선

기울기는 $\partial J/\partial w$입니다. 그 100 %입니다.

<!-- cell: predict-text -->
## 예측

<!-- docstring: predict -->
직선의 예측값을 반환합니다.

Examples
--------
>>> predict(2.0, 3.0, 1.0)
7.0

<!-- docstring: gradient -->
평균 비용의 $\partial J/\partial w$를 반환합니다.
"""

NEURON = '''# %% [markdown] id="start"
# # A neuron

# %%
import numpy as np

from a01_line import predict


# %% task="A02.1 A02.2"
class Neuron:
    """One neuron."""

    def __init__(self):
        self.w = 0.0

    def fit(self, x, y):
        """Train, and return the neuron."""
        ### BEGIN SOLUTION
        self.w = float(np.mean(y) / np.mean(x))
        return self
        ### END SOLUTION

    def predict(self, x):
        """Return the classes."""
        ### BEGIN SOLUTION
        return (predict(x, self.w, 0.0) >= 0.5).astype(int)
        ### END SOLUTION


# %% task="A02.3"
class Layer:
    """A layer that doubles."""

    def __init__(self):
        """Start without parameters."""
        ### BEGIN SOLUTION
        self.params = {}
        self.grads = {}
        ### END SOLUTION

    def forward(self, x):
        """Return the output."""
        ### BEGIN SOLUTION
        return 2 * x
        ### END SOLUTION

    def backward(self, dY):
        """Return the gradient by the input."""
        ### BEGIN SOLUTION
        return 2 * dY
        ### END SOLUTION


# %% [markdown] id="essay" manual="A02.M1"
# What does a neuron do?
'''

NEURON_KO = """<!-- cell: start -->
# 뉴런

<!-- docstring: Neuron -->
뉴런 하나입니다.

<!-- docstring: Neuron.fit -->
학습한 뒤 뉴런을 반환합니다.

<!-- docstring: Neuron.predict -->
클래스를 반환합니다.

<!-- docstring: Layer -->
두 배로 만드는 층입니다.

<!-- docstring: Layer.__init__ -->
파라미터 없이 시작합니다.

<!-- docstring: Layer.forward -->
출력을 반환합니다.

<!-- docstring: Layer.backward -->
입력에 대한 기울기를 반환합니다.

<!-- cell: essay -->
뉴런은 무엇을 합니까?
"""

MARKING = """\
A02.M1:
  points: 5
  title: {en: In your words, ko: 자기 말로}
  guide: {en: It draws a line., ko: 직선을 긋습니다.}
"""

STEPS = """\
  - {en: A nudge., ko: 실마리입니다.}
  - {en: A pointer., ko: 길잡이입니다.}
  - {en: y = x, ko: y = x}
"""


class TinyCourse:
    """The files of a course, which a test changes, and reads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("course.yml", COURSE)
        for name, lesson, korean, tasks in (
            ("a01_line", LINE, LINE_KO, ("A01.1", "A01.2")),
            ("a02_neuron", NEURON, NEURON_KO, ("A02.1", "A02.2", "A02.3")),
        ):
            folder = f"solutions/{name}"
            self.write(f"{folder}/{name}.py", lesson)
            self.write(f"{folder}/lesson.ko.md", korean)
            self.write(f"{folder}/hints.yml", "".join(f"{task}:\n{STEPS}" for task in tasks))
            self.write(
                f"{folder}/test_public.py",
                f"import {name} as student\n\n\ndef test_it():\n    assert student\n",
            )
            self.write(f"{folder}/figures.py", '"""Figures."""\n')
        self.write("solutions/a02_neuron/marking.yml", MARKING)

    def path(self, name: str) -> Path:
        """Return the path of a file; ``A01.py`` and the like stand for files of a lesson."""
        code, _, rest = name.partition("/")
        folders = {"A01": "solutions/a01_line", "A02": "solutions/a02_neuron"}
        return self.root / (f"{folders[code]}/{rest}" if code in folders else name)

    def write(self, name: str, text: str) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def change(self, name: str, old: str, new: str) -> "TinyCourse":
        """Replace a text that stands in a file exactly once."""
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return self

    def line_of(self, name: str, text: str) -> int:
        """Return the line in which a text stands first."""
        whole = self.path(name).read_text(encoding="utf-8")
        return whole[: whole.index(text)].count("\n") + 1

    def load(self) -> Course:
        return load_course(self.root)


@pytest.fixture
def tiny(tmp_path):
    return TinyCourse(tmp_path)


@pytest.fixture
def course(tiny):
    return tiny.load()
