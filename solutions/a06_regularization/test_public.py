"""Public checks of A06: run ``pytest`` in this folder, or ``autograder check A06``."""

import a06_regularization as student
import numpy as np

from autograder.checks import expect_close, expect_error, task

# The lesson's sample: its error a - y is -0.475.
X, Y = np.array([1.0, 2.0, 3.0]), 1.0
W, B = np.array([0.5, -0.3, 0.0]), 0.2

# At zero parameters the errors of these rows are -1/2, 1/2 and -1/2.
ROWS, LABELS = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]]), np.array([1.0, 0.0, 1.0])


@task("A06.1", en="the vector (3, −4)", ko="벡터 (3, −4)")
def test_l1_norm():
    expect_close(student.l1_norm(np.array([3.0, -4.0])), 7.0)


@task("A06.2", en="the vector (3, −4)", ko="벡터 (3, −4)")
def test_l2_norm():
    expect_close(student.l2_norm(np.array([3.0, -4.0])), 5.0)


@task("A06.3", en="the sample with L1, with L2, with neither", ko="L1, L2, 규제 없음에서의 샘플")
def test_regularized_loss():
    a, y = np.array([0.5249791875]), np.array([Y])
    expect_close(student.regularized_loss(a, y, W, l1=0.01), 0.6523966601)
    expect_close(student.regularized_loss(a, y, W, l2=0.01), 0.6460966601)
    expect_close(student.regularized_loss(a, y, W), 0.6443966601)


@task(
    "A06.3",
    en="shapes (3,) and (3, 1) are refused",
    ko="shape (3,)과 (3, 1)은 거부합니다",
    conduct=True,
)
def test_regularized_loss_refuses_broadcasting():
    a = np.array([0.2, 0.6, 0.9])
    expect_error(ValueError, student.regularized_loss, a, np.ones((3, 1)), W, 0.1, 0.1)


@task("A06.4", en="weights above, below and at 0", ko="양수, 음수, 0인 가중치")
def test_l1_gradient():
    expect_close(student.l1_gradient(W, 0.01), np.array([0.01, -0.01, 0.0]))


@task("A06.5", en="weights above, below and at 0", ko="양수, 음수, 0인 가중치")
def test_l2_gradient():
    expect_close(student.l2_gradient(W, 0.01), np.array([0.005, -0.003, 0.0]))


@task("A06.6", en="the sample with L1", ko="L1을 적용한 샘플")
def test_update_l1():
    new = np.array([0.5465020813, -0.2039958375, 0.1425062438]), 0.2475020813
    expect_close(student.regularized_update(X, Y, W, B, 0.1, l1=0.01), new)


@task("A06.6", en="the sample with L2", ko="L2를 적용한 샘플")
def test_update_l2():
    new = np.array([0.5470020813, -0.2046958375, 0.1425062438]), 0.2475020813
    expect_close(student.regularized_update(X, Y, W, B, 0.1, l2=0.01), new)


@task("A06.6", en="a batch of three rows", ko="세 행짜리 배치")
def test_update_batch():
    new = np.array([-0.1, 0.2]), 0.05
    expect_close(student.regularized_update(ROWS, LABELS, np.zeros(2), 0.0, 0.3), new)


@task("A06.7", en="one step from zero with both penalties", ko="두 규제를 적용해 0에서 한 걸음")
def test_fit_one_step():
    neuron = student.RegularizedNeuron()
    neuron.fit(ROWS, LABELS, 0.3, 1, l1=0.5, l2=0.25)
    expect_close(neuron.w, np.array([-0.1, 0.2]))
    expect_close(neuron.b, 0.05)
    expect_close(neuron.losses, np.array([0.6904401738]))
