"""Public checks of A09: run ``pytest`` in this folder, or ``autograder check A09``."""

import a09_minibatch_softmax as student
import numpy as np

from autograder.checks import (
    EXACT,
    expect_close,
    expect_error,
    expect_gradient,
    expect_items,
    expect_shape,
    task,
)

OUTPUTS = np.array([0.9, 0.8, 0.7])
LOGITS = np.log([9.0, 4.0, 7 / 3])


@task("A09.1", en="seven rows in batches of three, in order", ko="일곱 행을 순서대로 세 개씩")
def test_minibatches():
    want = [np.array([0, 1, 2]), np.array([3, 4, 5]), np.array([6])]
    expect_close(student.minibatches(7, 3), want, tol=EXACT)


@task("A09.1", en="shuffled, each row still once", ko="섞어도 각 행은 한 번씩")
def test_minibatches_shuffled():
    batches = expect_items(student.minibatches(7, 3, np.random.default_rng(0)), 3)
    rows = [expect_shape(one, (size,)) for one, size in zip(batches, (3, 3, 1), strict=True)]
    expect_close(np.sort(np.concatenate(rows)), np.arange(7), tol=EXACT)


@task("A09.2", en="back from 0.9, 0.8 and 0.7", ko="0.9, 0.8, 0.7에서 되돌리기")
def test_inverse_sigmoid():
    expect_close(student.inverse_sigmoid(OUTPUTS), LOGITS)


@task("A09.3", en="example A: 59 %, 26 %, 15 %", ko="예 A: 59%, 26%, 15%")
def test_softmax():
    expect_close(student.softmax(LOGITS), np.array([27, 12, 7]) / 46)


@task("A09.3", en="logits of a thousand", ko="천 단위의 로짓")
def test_softmax_large():
    expect_close(student.softmax(np.array([[1000.0, 1000.0]])), np.array([[0.5, 0.5]]))


@task("A09.4", en="labels 2 and 0 of three classes", ko="세 클래스 가운데 레이블 2와 0")
def test_one_hot():
    expect_close(student.one_hot(np.array([2, 0]), 3), np.array([[0, 0, 1], [1, 0, 0]]))


@task(
    "A09.4",
    en="label 3 of three classes is refused",
    ko="세 클래스에서 레이블 3은 거부합니다",
    conduct=True,
)
def test_one_hot_refuses():
    expect_error(ValueError, student.one_hot, np.array([0, 3]), 3)


@task("A09.5", en="the true class at one half: log 2", ko="정답 클래스가 ½이면 log 2")
def test_cross_entropy():
    A, Y = np.array([[0.5, 0.3, 0.2]]), np.array([[1.0, 0.0, 0.0]])
    expect_close(student.cross_entropy(A, Y), np.log(2))


@task(
    "A09.5", en="the targets (1, 1, 0) are refused", ko="타깃 (1, 1, 0)은 거부합니다", conduct=True
)
def test_cross_entropy_refuses():
    A, Y = np.array([[0.5, 0.3, 0.2]]), np.array([[1.0, 1.0, 0.0]])
    expect_error(ValueError, student.cross_entropy, A, Y)


@task("A09.6", en="two classes at 0.8 and 0.2", ko="두 클래스가 0.8과 0.2")
def test_softmax_jacobian():
    want = np.array([[0.16, -0.16], [-0.16, 0.16]])
    expect_close(student.softmax_jacobian(np.array([0.8, 0.2])), want)


@task("A09.7", en="example A, true class first", ko="예 A, 정답은 첫 클래스")
def test_softmax_ce_gradient():
    Y = np.array([[1.0, 0.0, 0.0]])
    expect_gradient(student.softmax_ce_gradient(LOGITS[None, :], Y), np.array([[-19, 12, 7]]) / 46)


@task(
    "A09.8",
    en="a net of zeros predicts evenly, one step moves b2",
    ko="0인 신경망에서 한 걸음이면 b2가 움직입니다",
)
def test_fit():
    params = {
        "W1": np.zeros((2, 3)),
        "b1": np.zeros((1, 3)),
        "W2": np.zeros((3, 2)),
        "b2": np.zeros((1, 2)),
    }
    net = student.MultiClassNet(params)
    net.fit(np.array([[1.0, 2.0]]), np.array([[0.0, 1.0]]), 0.4, 1, 1)
    expect_close(net.params, {"b2": np.array([[-0.2, 0.2]])})
    expect_close(net.predict(np.array([[1.0, 2.0], [3.0, 4.0]])), np.array([1, 1]), tol=EXACT)
