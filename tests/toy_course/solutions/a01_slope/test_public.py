"""Public checks of A01."""

import a01_slope as student
import numpy as np

from autograder.checks import expect_close, task

X = np.array([1.0, 2.0, 3.0])


@task("A01.1", en="one number", ko="숫자 하나")
def test_predict():
    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)


@task("A01.2", en="errors 2 and −3", ko="오차 2, −3")
def test_half_squared_error():
    expect_close(student.half_squared_error(np.array([2.0, -3.0]), np.zeros(2)), [2.0, 4.5])


@task("A01.3", en="three points", ko="점 세 개")
def test_gradient():
    expect_close(student.gradient(X, X, 0.5, 0.0), (-7 / 3, -1.0))


@task("A01.4", en="no steps", ko="0걸음")
def test_descend():
    expect_close(student.descend(X, X, 0.5, 0.25, 0.1, 0), [[0.5, 0.25]])


@task("A01.5", en="three points", ko="점 세 개")
def test_critical_lr():
    expect_close(student.critical_lr(X), 3 / 7)
