"""Public checks of A05: run ``pytest`` in this folder, or ``autograder check A05``."""

import a05_data_and_batches as student
import numpy as np

from autograder.checks import expect, expect_close, expect_error, expect_items, expect_shape, task

APPLES = np.array([[4.0, 540.0], [8.0, 700.0], [2.0, 480.0]])


@task("A05.1", en="the errors 0.5, 1 and 1.5: 3.5/6", ko="오차 0.5, 1, 1.5: 3.5/6")
def test_half_mse():
    expect_close(student.half_mse(np.array([0.5, 1.0, 1.5]), np.array([1.0, 2.0, 3.0])), 3.5 / 6)


@task(
    "A05.1",
    en="shapes (3,) and (3, 1) are refused",
    ko="shape (3,)과 (3, 1)은 거부합니다",
    conduct=True,
)
def test_half_mse_refuses_broadcasting():
    expect_error(ValueError, student.half_mse, np.ones(3), np.ones((3, 1)))


@task("A05.2", en="each of ten numbers once", ko="번호 열 개가 한 번씩")
def test_permuted_indices():
    order = expect_shape(student.permuted_indices(10, np.random.default_rng(1)), (10,))
    expect_close(np.sort(order), np.arange(10))


@task("A05.3", en="569 rows become 364, 91 and 114", ko="569행이 364, 91, 114행으로 나뉩니다")
def test_three_way_split_sizes():
    X, y = np.arange(569.0).reshape(569, 1), np.arange(569) % 2
    parts = expect_items(student.three_way_split(X, y, 0.2, 0.2, np.random.default_rng(1)), 6)
    shapes = [(364, 1), (91, 1), (114, 1), (364,), (91,), (114,)]
    for part, shape in zip(parts, shapes, strict=True):
        expect_shape(part, shape)


@task(
    "A05.3",
    en="twenty rows keep their labels; the rare class is in both small sets",
    ko="스무 행이 자기 레이블을 지키고, 드문 클래스가 작은 두 세트에 모두 있습니다",
)
def test_three_way_split_labels():
    y = np.array([0] * 15 + [1] * 5)
    X = np.column_stack([y + 0.5, np.arange(20.0)])
    parts = expect_items(student.three_way_split(X, y, 0.25, 0.2, np.random.default_rng(1)), 6)
    tables = [expect_shape(one, (m, 2)) for one, m in zip(parts[:3], (12, 4, 4), strict=True)]
    labels = [expect_shape(one, (m,)) for one, m in zip(parts[3:], (12, 4, 4), strict=True)]
    for rows, own in zip(tables, labels, strict=True):
        expect_close(rows[:, 0], own + 0.5)
    expect(
        np.sum(labels[2]) == 1 and np.sum(labels[1]) == 1,
        en="each of the two small sets has one row of the rare class",
        ko="작은 두 세트에 드문 클래스의 행이 하나씩 있습니다",
    )


@task("A05.4", en="mean and deviation of three apples", ko="사과 세 개의 평균과 표준편차")
def test_standardizer_fit():
    scaler = student.Standardizer()
    scaler.fit(APPLES)
    expect_close(scaler.mean_, np.array([4.6666666667, 573.3333333333]))
    expect_close(scaler.std_, np.array([2.4944382578, 92.8559218479]))


@task("A05.5", en="the same apples, standardized", ko="같은 사과를 표준화")
def test_standardizer_transform():
    scaler = student.Standardizer()
    scaler.mean_ = np.array([4.6666666667, 573.3333333333])
    scaler.std_ = np.array([2.4944382578, 92.8559218479])
    expect_close(scaler.transform(APPLES[:1]), np.array([[-0.2672612419, -0.3589790793]]))


@task("A05.6", en="one step from zero on four rows", ko="네 행으로 0에서 한 걸음")
def test_full_batch_step():
    X, y = np.array([[1.0, 2.0], [3.0, 1.0], [4.0, 3.0], [6.0, 2.0]]), np.array([0.0, 0, 1, 1])
    step = student.full_batch_step(X, y, np.zeros(2), 0.0, 0.1)
    expect_close(step, (np.array([0.075, 0.025]), 0.0))


@task("A05.7", en="one case of each", ko="경우마다 하나씩")
def test_fit_verdict():
    expect_close(student.fit_verdict(0.99, 0.7, 0.9, 0.05), "over")
    expect_close(student.fit_verdict(0.6, 0.58, 0.9, 0.05), "under")
    expect_close(student.fit_verdict(0.95, 0.93, 0.9, 0.05), "ok")
