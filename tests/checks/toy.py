"""A course of one assignment and an earlier one, whose suite asks for something of every kind."""

COURSE = """\
title: {en: Everything that can go wrong, ko: 잘못될 수 있는 모든 것}
language: en
languages: [en, ko]
seed: 7
isolation: {minimum: subprocess}
packages: [numpy]
earlier: outside
limits: {cpu_seconds: 1, wall_seconds: 5}
assignments:
- id: a01_earlier
  code: A01
  status: finished
  title: {en: Earlier, ko: 이전 과제}
  weight: 50
  slides: L1-L9
  tasks:
  - {id: A01.1, function: Scaler.fit, title: {en: A class, ko: 클래스}, points: 100}
- id: a02_toy
  code: A02
  status: finished
  title: {en: A toy, ko: 연습}
  weight: 50
  builds_on: [A01]
  slides: L10-L19
  tasks:
  - {id: A02.1, function: value, title: {en: A number, ko: 숫자}, points: 10, show: input}
  - {id: A02.2, function: table, title: {en: An array, ko: 배열}, points: 10, show: input}
  - {id: A02.3, function: pair, title: {en: Two things, ko: 두 가지}, points: 10}
  - {id: A02.4, function: entries, title: {en: A dict, ko: 사전}, points: 10}
  - {id: A02.5, function: word, title: {en: Text, ko: 글}, points: 10}
  - {id: A02.6, function: Model.fit, title: {en: An object, ko: 객체}, points: 10}
  - {id: A02.7, function: slope, title: {en: A gradient, ko: 기울기}, points: 10, show: input}
  - {id: A02.8, function: guarded, title: {en: An error, ko: 오류}, points: 10}
  - {id: A02.9, function: secret, title: {en: A secret, ko: 비밀}, points: 10, show: nothing}
  - id: A02.10
    function: short
    title: {en: Without a shortcut, ko: 지름길 없이}
    points: 5
    forbid: [numpy.polyfit, colorsys]
  - {id: A02.11, function: spread, title: {en: A law, ko: 법칙}, points: 5}
"""

EARLIER = """\
import numpy as np

class Scaler:
    def fit(self, x):
        return self
"""

SOLUTION = """\
import numpy as np

def value(x):
    return 2.0 * x

def table(x):
    return 2.0 * np.asarray(x, dtype=float)

def pair(x):
    return x, [x]

def entries(x):
    return {"w": x}

def word(x):
    return "over"

class Model:
    def __init__(self):
        self.w = None

    def fit(self, x):
        self.w, self.losses = 2.0 * x, [1.0, 0.5]
        return self

def slope(w):
    return 2.0 * w

def guarded(x):
    raise ValueError("no")

def secret(x):
    return 3.0

def short(x):
    return 5.0

def spread(x, w=1.0, how="full"):
    x = np.asarray(x, dtype=float)
    if how.lower() not in ("full", "half") or (np.ndim(w) and np.shape(w) != x.shape):
        raise ValueError("no")
    kept = len(x) if how.lower() == "full" else (len(x) + 1) // 2
    return np.array(x * w)[:kept].reshape(-1)
"""

SUITE = """\
import numpy as np

from autograder.checks import (
    expect, expect_close, expect_derivative, expect_error, expect_items, expect_keys, expect_numbers, expect_object,
    expect_shape, expect_unchanged, misshapen, promises, task,
)

POINTS = np.array([1.0, -2.0, 4.0])


@task("A02.1", en="a number", ko="숫자")
def test_value(student):
    expect_close(student.value(2.0), 4.0)


@task("A02.1", en="a number that can be divided by", ko="나눌 수 있는 수")
def test_value_divides(student):
    1 / int(expect_numbers(student.value(1)))


@task("A02.2", en="an array", ko="배열")
def test_table(student):
    expect_close(student.table(POINTS), 2 * POINTS)


@task("A02.2", en="an array of floats", ko="실수 배열", conduct=True)
def test_table_dtype(student):
    expect_shape(expect_unchanged(student.table, POINTS.copy()), (3,), dtype=float)


@task("A02.2", en="growing", ko="커지는 값")
def test_table_grows(student):
    doubled = expect_shape(student.table(np.array([1.0, 2.0])), (2,))
    expect(doubled[1] > doubled[0], en="the second entry is the larger", ko="두 번째 원소가 더 큽니다")


@task("A02.3", en="two things", ko="두 가지")
def test_pair(student):
    first, second = expect_items(student.pair(2.0), 2)
    expect_close(first, 2.0)
    expect_close(second, [2.0])


@task("A02.4", en="a dict", ko="사전")
def test_entries(student):
    expect_close(expect_keys(student.entries(2.0), "w", only=True)["w"], 2.0)


@task("A02.5", en="text", ko="글")
def test_word(student):
    expect_close(student.word(2.0), "over")


@task("A02.5", en="a check that goes around the verbs", ko="동사를 거치지 않는 검사")
def test_word_broken(student):
    return len(student.word(1.0)) and None


@task("A02.6", en="an object", ko="객체")
def test_model(student):
    model = expect_object(student.Model().fit(2.0), "fit")
    expect_close(model.w, 4.0)
    expect_shape(model.losses, (2,))


@task("A02.7", en="the derivative of a square", ko="제곱의 도함수")
def test_slope(student, rng):
    expect_derivative(lambda w: float(np.sum(w**2)), student.slope, {"w": POINTS}, rng)


@task("A02.7", en="the derivative of the table's square", ko="표로 구한 제곱의 도함수")
def test_slope_of_own_table(student, rng):
    def square(w):
        return np.sum(expect_shape(student.table(w), (3,)) * w) / 2

    right = lambda w: float(np.sum(w**2))
    expect_derivative(square, student.slope, {"w": POINTS}, rng, right=right)
    expect_derivative(right, student.slope, {"w": POINTS}, rng, right=right)


@task("A02.8", en="an error", ko="오류")
def test_guarded(student):
    expect_error(ValueError, student.guarded, 1.0)


@task("A02.9", en="a title that nobody reads", ko="아무도 읽지 않는 제목")
def test_secret(student):
    expect_close(student.secret(1.0), 3.0)


@task("A02.9", en="another", ko="또 하나")
def test_secret_again(student):
    expect_close(student.secret(1.0), 3.0)


@task("A02.9", en="a third", ko="세 번째")
def test_secret_once_more(student):
    expect_close(student.secret(1.0), 3.0)


@task("A02.10", en="without a shortcut", ko="지름길 없이")
def test_short(student):
    expect_close(student.short(1.0), 5.0)


@promises(
    "A02.11", whole="x w", letters="how", refused={"w": misshapen}, fresh=True, float64=True,
    extremes={"x": (1e6, -1e6, 1e-9, 0.0)},
)
def test_spread_in_every_call(module, rng, n):
    x, w = rng.normal(size=(n, 3)), rng.normal(size=(n, 3))
    return module.spread(x), module.spread(x, w, "half"), module.spread(x, w=w)
"""


def write_course(root):
    """Write the course to a folder; return its course.yml."""
    for name, text in {
        "course.yml": COURSE,
        "solutions/a01_earlier/a01_earlier.py": EARLIER,
        "solutions/a02_toy/a02_toy.py": SOLUTION,
        "autograder/suites/a02_toy/test_a02.py": SUITE,
    }.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root / "course.yml"
