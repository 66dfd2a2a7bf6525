"""Hidden suite of the toy course's A02."""

import numpy as np

from autograder.checks import expect_close, expect_object, task


def trained(module, rng):
    """Return a unit after some training."""
    x, y = rng.normal(size=5), rng.normal(size=5)
    return expect_object(module.Unit().fit(x, y, 0.1, 3), "forpass", "w", "b")


@task("A02.1", en="w = 2, b = 1", ko="w = 2, b = 1")
def test_forpass(student):
    unit = student.Unit()
    unit.w, unit.b = 2.0, 1.0
    expect_close(unit.forpass(3.0), 7.0)


@task("A02.2", en="one sample", ko="샘플 하나")
def test_backprop(student):
    expect_close(student.Unit().backprop(2.0, -3.0), (-6.0, -3.0))


@task("A02.3", en="five samples", ko="샘플 다섯 개", weight=2)
def test_fit(student, reference, rng):
    state = rng.bit_generator.state
    got = trained(student, rng)
    rng.bit_generator.state = state
    want = trained(reference, rng)
    expect_close(got.w, want.w)
    expect_close(got.b, want.b)


@task("A02.4", en="random samples", ko="무작위 샘플")
def test_best_line(student, reference, rng):
    x, y = rng.normal(size=9), rng.normal(size=9)
    expect_close(student.best_line(x, y), reference.best_line(x, y))


@task("A02.4", en="two points", ko="점 두 개")
def test_best_line_two(student):
    expect_close(student.best_line(np.array([0.0, 1.0]), np.array([1.0, 3.0])), (2.0, 1.0))
