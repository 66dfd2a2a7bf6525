"""Hidden suite of the toy course's A01."""

import numpy as np

from autograder.checks import (
    consistency,
    expect_close,
    expect_derivative,
    expect_error,
    expect_numbers,
    expect_unchanged,
    task,
)

TOY = np.array([1.0, 2.0, 3.0])


def samples(rng):
    """Return x, y, w, b."""
    return rng.normal(1.0, 2.0, 7), rng.normal(-1.0, 3.0, 7), float(rng.normal()), 0.25


@task("A01.1", en="one number", ko="숫자 하나")
def test_predict_number(student):
    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)


@task("A01.1", en="an array", ko="배열", weight=2)
def test_predict_array(student, reference, rng):
    x, _, w, b = samples(rng)
    expect_close(student.predict(x, w, b), reference.predict(x, w, b))


@task("A01.2", en="arrays, entry by entry", ko="배열, 원소별", weight=3)
def test_half_squared_error(student, reference, rng):
    y_hat, y = rng.normal(size=(2, 5)), rng.normal(size=(2, 5))
    expect_close(student.half_squared_error(y_hat, y), reference.half_squared_error(y_hat, y))


@task("A01.2", en="shapes that differ are refused", ko="다른 shape은 거부합니다", conduct=True)
def test_half_squared_error_refuses(student, rng):
    expect_error(ValueError, student.half_squared_error, rng.normal(size=4), np.ones((4, 1)))


@task("A01.2", en="the arguments are left as they were", ko="인자는 그대로 둡니다", conduct=True)
def test_half_squared_error_leaves_arguments(student, rng):
    expect_unchanged(student.half_squared_error, rng.normal(size=5), rng.normal(size=5))


@task("A01.3", en="one sample", ko="샘플 하나")
def test_gradient_one_sample(student):
    expect_close(student.gradient(np.array([2.0]), np.array([4.0]), 3.0, 1.0), (6.0, 3.0))


@task("A01.3", en="random samples", ko="무작위 샘플", weight=3)
def test_gradient_random(student, reference, rng):
    x, y, w, b = samples(rng)
    expect_close(student.gradient(x, y, w, b), reference.gradient(x, y, w, b))


@task("A01.3", en="shapes that differ are refused", ko="다른 shape은 거부합니다", conduct=True)
def test_gradient_refuses(student, rng):
    expect_error(ValueError, student.gradient, rng.normal(size=4), np.ones((4, 1)), 1.0, 0.0)


@task("A01.4", en="w and b together", ko="w와 b를 함께", weight=3)
def test_descend_together(student, reference, rng):
    x, y, w, b = samples(rng)
    expect_close(student.descend(x, y, w, b, 0.1, 4), reference.descend(x, y, w, b, 0.1, 4))


@task("A01.4", en="b frozen", ko="b 고정", weight=2)
def test_descend_w_alone(student, reference):
    path = student.descend(TOY, TOY, 0.5, 0.0, 0.4, 3, train=("w",))
    expect_close(path, reference.descend(TOY, TOY, 0.5, 0.0, 0.4, 3, train=("w",)))


@task("A01.5", en="three points", ko="점 세 개")
def test_critical_lr_toy(student):
    expect_close(student.critical_lr(TOY), 3 / 7)


@task("A01.5", en="random inputs", ko="무작위 입력", weight=2)
def test_critical_lr_random(student, reference, rng):
    x = rng.normal(size=6)
    expect_close(student.critical_lr(x), reference.critical_lr(x))


@consistency(
    "A01.3",
    forward=("A01.1", "A01.2"),
    en="the gradient against the student's own cost",
    ko="본인이 작성한 비용 함수와 기울기의 비교",
)
def test_gradient_of_own_cost(student, rng):
    x, y = rng.normal(size=7), rng.normal(size=7)

    def cost(w, b):
        return np.mean(expect_numbers(student.half_squared_error(student.predict(x, w, b), y)))

    expect_derivative(cost, lambda w, b: student.gradient(x, y, w, b), {"w": 0.4, "b": -0.3}, rng)
