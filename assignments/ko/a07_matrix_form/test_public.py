"""Public checks of A07: run ``pytest`` in this folder, or ``autograder check A07``."""

import a07_matrix_form as student
import numpy as np

from autograder.checks import EXACT, expect_close, expect_error, expect_gradient, task

X = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


@task("A07.1", en="(364, 30) times (30, 1)", ko="(364, 30)과 (30, 1)의 곱")
def test_matmul_shape():
    expect_close(student.matmul_shape((364, 30), (30, 1)), (364, 1), tol=EXACT)


@task(
    "A07.1",
    en="(364, 30) times (364, 1) doesn't exist",
    ko="(364, 30)과 (364, 1)은 곱할 수 없습니다",
    conduct=True,
)
def test_matmul_shape_refuses():
    expect_error(ValueError, student.matmul_shape, (364, 30), (364, 1))


@task("A07.2", en="two samples, one unit", ko="샘플 두 개, 유닛 하나")
def test_forward_one_unit():
    W, b = np.array([[1.0], [0.0], [-1.0]]), np.array([[0.5]])
    expect_close(student.forward(X, W, b), np.array([[-1.5], [-1.5]]))


@task("A07.2", en="two samples, two units", ko="샘플 두 개, 유닛 두 개")
def test_forward_two_units():
    W, b = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]]), np.array([[0.5, -1.0]])
    expect_close(student.forward(X, W, b), np.array([[-1.5, 6.0], [-1.5, 15.0]]))


@task("A07.3", en="two samples, errors 1 and −2", ko="샘플 두 개, 오차 1과 −2")
def test_weight_gradient():
    gradient = student.weight_gradient(X, np.array([[1.0], [-2.0]]))
    expect_gradient(gradient, np.array([[-3.5], [-4.0], [-4.5]]))


@task("A07.4", en="two samples, three features, one unit", ko="샘플 두 개, 특성 세 개, 유닛 하나")
def test_linear_backward():
    W, dZ = np.array([[0.5], [-1.0], [2.0]]), np.array([[1.0], [-3.0]])
    dX = np.array([[0.5, -1.0, 2.0], [-1.5, 3.0, -6.0]])
    dW = np.array([[-11.0], [-13.0], [-15.0]])
    expect_gradient(student.linear_backward(X, W, dZ), (dX, dW, np.array([[-2.0]])))


@task("A07.5", en="from zeros: every output is one half", ko="0에서 시작: 모든 출력이 ½입니다")
def test_batch_update():
    Y, W, b = np.array([[1.0], [0.0]]), np.zeros((3, 1)), np.zeros((1, 1))
    W_new = np.array([[-0.075], [-0.075], [-0.075]])
    expect_close(student.batch_update(X, Y, W, b, 0.1), (W_new, np.array([[0.0]])))


@task("A07.5", en="the L1 sample of A06", ko="A06의 L1 샘플")
def test_batch_update_l1():
    W, b = np.array([[0.5], [-0.3], [0.0]]), np.array([[0.2]])
    W_new = np.array([[0.5465020812521], [-0.2039958374958], [0.1425062437563]])
    updated = student.batch_update(X[:1], np.ones((1, 1)), W, b, 0.1, l1=0.01)
    expect_close(updated, (W_new, np.array([[0.2475020812521]])))


@task("A07.6", en="one epoch: parameters and both losses", ko="한 에포크: 매개변수와 두 손실")
def test_fit():
    model = student.BatchLogistic()
    model.fit(X, np.array([[1.0], [0.0]]), X[1:], np.array([[1.0]]), 0.1, 1)
    expect_close((model.W, model.b), (np.full((3, 1), -0.075), np.zeros((1, 1))))
    expect_close((model.losses, model.val_losses), ([0.612199541123], [1.406150136248]))
