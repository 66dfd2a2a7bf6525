"""Hidden suite of the toy course's A03."""

import numpy as np

from autograder.checks import expect_close, expect_object, task


@task("A03.1", en="the order that the generator draws", ko="난수 생성기가 뽑은 순서")
def test_shuffled(student):
    order = student.shuffled(9, np.random.default_rng(3))
    expect_close(order, np.random.default_rng(3).permutation(9))


@task("A03.2", en="another order in each epoch", ko="에포크마다 다른 순서")
def test_fitted_shuffles(student, reference, rng):
    x, y = rng.normal(size=20), rng.normal(size=20)
    expect_close(fit(student, x, y, 3).w, fit(reference, x, y, 3).w)


@task("A03.2", en="the best line in the end", ko="결국 가장 좋은 직선")
def test_fitted_learns(student, rng):
    x = rng.normal(size=20)
    unit = fit(student, x, 2 * x + 1, 60)
    expect_close(unit.w, 2.0)
    expect_close(unit.b, 1.0)


def fit(module, x, y, epochs):
    """Return a trained unit."""
    unit = module.fitted(x, y, 0.1, epochs, np.random.default_rng(5))
    return expect_object(unit, "forpass", "w", "b")
