"""Public checks of A10: run ``pytest`` in this folder, or ``autograder check A10``."""

import a10_convolution_1d as student
import numpy as np

from autograder.checks import expect_close, expect_error, expect_unchanged, task

X = np.array([2, 8, 3, 7, 1, 2, 0, 4, 5])
W = np.array([2, 1, 5, 3])


@task("A10.1", en="the lesson's kernel, left as it was", ko="본문의 커널, 원래 배열은 그대로")
def test_flip():
    expect_close(expect_unchanged(student.flip, W), [3, 5, 1, 2])


@task("A10.2", en="the lesson's six sums", ko="본문의 여섯 합")
def test_convolve_valid():
    expect_close(student.convolve_valid(X, W), [63, 48, 49, 28, 21, 20])


@task(
    "A10.2", en="a kernel longer than the input is refused", ko="입력보다 긴 커널은 거부합니다",
    conduct=True,
)  # fmt: skip
def test_convolve_valid_refuses_a_long_kernel():
    expect_error(ValueError, student.convolve_valid, W, X)


@task("A10.3", en="the lesson's example, stride 1", ko="본문의 예제, 스트라이드 1")
def test_correlate_valid():
    expect_close(student.correlate_valid(X, W), [48, 57, 24, 25, 16, 39])


@task("A10.3", en="the lesson's example, stride 2", ko="본문의 예제, 스트라이드 2")
def test_correlate_valid_stride():
    expect_close(student.correlate_valid(X, W, 2), [48, 24, 16])


@task("A10.4", en="9 entries, a kernel of 4: the four modes", ko="원소 9개, 커널 4: 네 가지 방식")
def test_pad_amounts():
    want = {"valid": (0, 0), "full": (3, 3), "same": (1, 2), "same_scipy": (2, 1)}
    for mode, zeros in want.items():
        expect_close(student.pad_amounts(9, 4, 1, mode), zeros)


@task("A10.4", en="same, stride 3", ko="same, 스트라이드 3")
def test_pad_amounts_stride():
    expect_close(student.pad_amounts(9, 4, 3, "same"), (0, 1))


@task("A10.5", en="full and the two kinds of same", ko="full과 두 가지 same")
def test_correlate():
    full = [6, 34, 51, 48, 57, 24, 25, 16, 39, 29, 13, 10]
    expect_close(student.correlate(X, W, "full"), full)
    expect_close(student.correlate(X, W, "same_scipy"), full[1:10])
    expect_close(student.correlate(X, W, "same"), full[2:11])


@task("A10.5", en="same, stride 2", ko="same, 스트라이드 2")
def test_correlate_stride():
    expect_close(student.correlate(X, W, "same", 2), [51, 57, 25, 39, 13])


@task("A10.6", en="valid and full", ko="valid와 full")
def test_participation():
    expect_close(student.participation(9, 4, "valid"), [1, 2, 3, 4, 4, 4, 3, 2, 1])
    expect_close(student.participation(9, 4, "full"), [4] * 9)
