"""Public checks of A04: run ``pytest`` in this folder, or ``autograder check A04``."""

import a04_logistic_neuron as student
import numpy as np

from autograder.checks import expect_close, expect_error, task

EXAMS = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])


def neuron_with(w, b):
    neuron = student.LogisticNeuron()
    neuron.w, neuron.b = np.array(w), b
    return neuron


@task("A04.1", en="one row, two features", ko="한 행, 특성 두 개")
def test_linear_gradient():
    X, y, w = np.array([[2.0, 3.0]]), np.array([1.0]), np.array([0.5, -0.25])
    expect_close(student.linear_gradient(X, y, w, 0.1), (np.array([-1.3, -1.95]), -0.65))


@task("A04.1", en="two rows: the mean of their slopes", ko="두 행: 기울기의 평균")
def test_linear_gradient_two_rows():
    X, y, w = np.array([[2.0, 3.0], [1.0, 0.0]]), np.array([1.0, 0.0]), np.array([0.5, -0.25])
    expect_close(student.linear_gradient(X, y, w, 0.1), (np.array([-0.35, -0.975]), -0.025))


@task("A04.2", en="0.2·1 − 0.1·2 + 0.3", ko="0.2·1 − 0.1·2 + 0.3")
def test_forpass():
    expect_close(neuron_with([0.2, -0.1], 0.3).forpass(np.array([1.0, 2.0])), 0.3)


@task(
    "A04.2",
    en="two rows at once are refused",
    ko="두 행을 한꺼번에 넣으면 거부합니다",
    conduct=True,
)
def test_forpass_refuses_a_table():
    expect_error(ValueError, neuron_with([0.2, -0.1], 0.3).forpass, np.ones((2, 2)))


@task("A04.3", en="x = (1, 2), error 0.5744", ko="x = (1, 2), 오차 0.5744")
def test_backprop():
    slopes = neuron_with([0.2, -0.1], 0.3).backprop(np.array([1.0, 2.0]), 0.5744)
    expect_close(slopes, (np.array([0.5744, 1.1488]), 0.5744))


@task("A04.4", en="one pass over the six exams", ko="시험 여섯 행, 에포크 한 번")
def test_fit():
    neuron = student.LogisticNeuron()
    neuron.fit(EXAMS, PASSED, 0.1, 1)
    expect_close(neuron.w, np.array([0.3674792507, 0.1396511410]))
    expect_close(neuron.b, 0.0115362351)


@task("A04.4", en="labels as a column (6, 1)", ko="레이블이 (6, 1) 열벡터일 때")
def test_fit_column_of_labels():
    neuron = student.LogisticNeuron()
    neuron.fit(EXAMS, PASSED.reshape(6, 1), 0.1, 1)
    expect_close(neuron.b, 0.0115362351)
    expect_close(neuron.losses, np.array([0.6854447084]))


@task("A04.5", en="probabilities 0.62, 0.5 and 0.38", ko="확률 0.62, 0.5, 0.38")
def test_predict():
    X = np.array([[0.5, 0.0], [1.0, 1.0], [0.0, 0.5]])
    expect_close(neuron_with([1.0, -1.0], 0.0).predict(X), np.array([1, 1, 0]))


@task("A04.6", en="the line 2·x1 − 4·x2 + 1 = 0 at x1 = 3", ko="직선 2·x1 − 4·x2 + 1 = 0, x1 = 3")
def test_decision_boundary():
    expect_close(student.decision_boundary(3.0, np.array([2.0, -4.0]), 1.0), 1.75)
