"""Public checks of A02: run ``pytest`` in this folder, or ``autograder check A02``."""

import a02_sgd_diabetes as student
import numpy as np

from autograder.checks import expect_close, expect_error, expect_items, expect_shape, task

# The first three rows of the diabetes data.
X = np.array([0.061696206518683294, -0.051474061238800654, 0.04445121333659049])
Y = np.array([151.0, 75.0, 141.0])


@task("A02.1", en="442 inputs and targets; the first of each", ko="입력과 정답 442개, 각각의 첫 값")
def test_load_bmi_target():
    x, y = (expect_shape(one, (442,)) for one in expect_items(student.load_bmi_target(), 2))
    expect_close((x[0], y[0]), (X[0], Y[0]))


@task("A02.2", en="x = 3, error −3", ko="x = 3, 오차 −3")
def test_sgd_step():
    expect_close(student.sgd_step(3.0, 10.0, 2.0, 1.0, 0.1), (2.9, 1.3))


@task("A02.3", en="the first three rows of the data", ko="데이터의 처음 세 행")
def test_sgd_epoch():
    expect_close(student.sgd_epoch(X, Y, 1.0, 1.0, 0.01), (1.1163801184921, 4.6022330185794))


@task("A02.4", en="two epochs over two points", ko="점 두 개로 두 에포크")
def test_sgd_fit():
    fit = student.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]), 0.0, 0.0, 0.1, 2)
    history = np.array([[0.32, 0.31], [0.4248, 0.4809]])
    expect_close(fit, {"w": 0.4248, "b": 0.4809, "history": history, "updates": 4})


@task("A02.5", en="the ends that the slides draw", ko="슬라이드가 그린 양 끝점")
def test_line_segment():
    ends = student.line_segment(913.5973364346786, 123.39414383177173)
    expect_close(ends, np.array([[-0.1, 32.0344101883], [0.15, 260.4337442970]]))


@task("A02.6", en="three points", ko="점 세 개")
def test_least_squares_line():
    x, y = np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0])
    expect_close(student.least_squares_line(x, y), (3 / 7, 12 / 7))


@task("A02.7", en="errors 1 and −3", ko="오차 1과 −3")
def test_mean_squared_error():
    expect_close(student.mean_squared_error(np.array([2.0, 1.0]), np.array([1.0, 4.0])), 5.0)


@task(
    "A02.7",
    en="shapes (3,) and (3, 1) are refused",
    ko="shape (3,)과 (3, 1)은 거부합니다",
    conduct=True,
)
def test_mean_squared_error_refuses_broadcasting():
    expect_error(ValueError, student.mean_squared_error, Y, Y.reshape(3, 1))
