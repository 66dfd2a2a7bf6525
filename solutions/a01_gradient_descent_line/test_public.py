"""Public checks of A01: run ``pytest`` in this folder, or ``autograder check A01``."""

import a01_gradient_descent_line as student
import numpy as np

from autograder.checks import TIGHT, expect_close, expect_error, expect_unchanged, task

X = np.array([1.0, 2.0, 3.0])
Y = np.array([1.0, 2.0, 3.0])


@task("A01.1", en="one number: 3·2 + 1", ko="숫자 하나: 3·2 + 1")
def test_predict_number():
    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)


@task("A01.1", en="an array of three", ko="원소 세 개짜리 배열")
def test_predict_array():
    expect_close(student.predict(X, 2.0, -1.0), np.array([1.0, 3.0, 5.0]))


@task("A01.2", en="half the square, entry by entry", ko="원소마다 제곱의 절반")
def test_half_squared_error():
    expect_close(
        student.half_squared_error(np.array([0.5, 1.0]), np.array([0.0, 4.0])), [0.125, 4.5]
    )


@task(
    "A01.2",
    en="shapes (3,) and (3, 1) are refused",
    ko="shape (3,)과 (3, 1)은 거부합니다",
    conduct=True,
)
def test_half_squared_error_refuses_broadcasting():
    expect_error(ValueError, student.half_squared_error, X, Y.reshape(3, 1))


@task("A01.3", en="the three factors at x = 2, error 3", ko="x = 2, 오차 3에서의 세 인수")
def test_chain_factors():
    expect_close(student.chain_factors(2.0, 4.0, 3.0, 1.0), (3.0, 2.0, 1.0))


@task("A01.4", en="three points, w = 0.5", ko="점 세 개, w = 0.5")
def test_gradient():
    expect_close(student.gradient(X, Y, 0.5, 0.0), (-7 / 3, -1.0))


@task("A01.5", en="the sum of cubes has the slopes 3θ²", ko="세제곱 합의 기울기는 3θ²입니다")
def test_numerical_gradient():
    theta = np.array([0.5, -1.0, 2.0])
    slopes = expect_unchanged(student.numerical_gradient, cubes, theta)
    expect_close(slopes, 3 * theta**2, tol=TIGHT)


def cubes(theta):
    return np.sum(theta**3)


@task("A01.6", en="two steps with b frozen", ko="b를 고정하고 두 걸음")
def test_descend():
    path = student.descend(X, Y, 0.5, 0.0, 0.4, 2)
    expect_close(path, np.array([[0.5, 0.0], [1.4333333333, 0.0], [0.6244444444, 0.0]]))


@task("A01.7", en="the three points of the lesson: 3/7", ko="본문의 점 세 개: 3/7")
def test_critical_lr():
    expect_close(student.critical_lr(X), 3 / 7)
