"""Public checks of A03: run ``pytest`` in this folder, or ``autograder check A03``."""

import a03_sigmoid_cross_entropy as student
import numpy as np

from autograder.checks import expect_close, expect_error, task


@task("A03.1", en="six students, pass counts as 1", ko="학생 여섯 명, pass가 1")
def test_encode_labels():
    labels = ["fail", "fail", "fail", "pass", "pass", "pass"]
    expect_close(student.encode_labels(labels, "pass"), np.array([0, 0, 0, 1, 1, 1.0]))


@task(
    "A03.1",
    en="an unknown positive label is refused",
    ko="없는 양성 레이블은 거부합니다",
    conduct=True,
)
def test_encode_labels_refuses_unknown():
    expect_error(ValueError, student.encode_labels, ["fail", "pass"], "passed")


@task("A03.2", en="p = 0.2, 0.5 and 0.8", ko="p = 0.2, 0.5, 0.8")
def test_odds_and_logit():
    p = np.array([0.2, 0.5, 0.8])
    want = np.array([0.25, 1.0, 4.0]), np.array([-1.38629436112, 0.0, 1.38629436112])
    expect_close(student.odds_and_logit(p), want)


@task("A03.2", en="1 is no probability with odds", ko="1은 오즈를 구할 수 없습니다", conduct=True)
def test_odds_and_logit_refuses_one():
    expect_error(ValueError, student.odds_and_logit, 1.0)


@task("A03.3", en="z = −2, 0 and 1", ko="z = −2, 0, 1")
def test_sigmoid():
    z = np.array([-2.0, 0.0, 1.0])
    expect_close(student.sigmoid(z), np.array([0.119202922022, 0.5, 0.73105857863]))


@task("A03.3", en="z = 1000 gives 1, not nan", ko="z = 1000이면 nan이 아니라 1")
def test_sigmoid_large():
    expect_close(student.sigmoid(1000.0), 1.0)


@task("A03.4", en="a = 0.9 with both labels", ko="a = 0.9, 두 레이블")
def test_binary_cross_entropy():
    cost = student.binary_cross_entropy(np.array([0.9, 0.9]), np.array([1.0, 0.0]))
    expect_close(cost, np.array([0.105360515658, 2.30258509299]))


@task("A03.5", en="z = 2 and z = 40", ko="z = 2와 z = 40")
def test_bce_with_logits():
    cost = student.bce_with_logits(np.array([2.0, 40.0]), np.array([1.0, 0.0]))
    expect_close(cost, np.array([0.126928011043, 40.0]))


@task("A03.6", en="x = 2, y = 1, a = 0.7", ko="x = 2, y = 1, a = 0.7")
def test_logistic_chain():
    factors = student.logistic_chain(2.0, 1.0, 0.5, np.log(7 / 3) - 1)
    expect_close(factors, (-1.42857142857, 0.21, 2.0, 1.0))


@task("A03.7", en="two features, y = 0", ko="특성 두 개, y = 0")
def test_logistic_gradient():
    slopes = student.logistic_gradient(np.array([1.0, 2.0]), 0.0, np.array([0.2, -0.1]), 0.3)
    expect_close(slopes, (np.array([0.574442516812, 1.14888503362]), 0.574442516812))
