"""Public checks of A02."""

import a02_unit as student
import numpy as np

from autograder.checks import expect_close, task


@task("A02.1", en="the start", ko="시작 값")
def test_forpass():
    expect_close(student.Unit().forpass(2.0), 0.0)


@task("A02.2", en="one sample", ko="샘플 하나")
def test_backprop():
    expect_close(student.Unit().backprop(2.0, 3.0), (6.0, 3.0))


@task("A02.3", en="one step", ko="한 걸음")
def test_fit():
    expect_close(student.Unit().fit([2.0], [1.0], 0.5, 1).w, 1.0)


@task("A02.4", en="two points", ko="점 두 개")
def test_best_line():
    expect_close(student.best_line(np.array([0.0, 1.0]), np.array([1.0, 3.0])), (2.0, 1.0))
