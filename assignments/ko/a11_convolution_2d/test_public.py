"""Public checks of A11: run ``pytest`` in this folder, or ``autograder check A11``."""

import a11_convolution_2d as student
import numpy as np

from autograder.checks import expect_close, expect_error, expect_gradient, task

IMAGE = np.arange(1.0, 10.0).reshape(3, 3)
KERNEL = np.array([[1.0, 2.0], [3.0, 4.0]])
X = np.arange(32.0).reshape(1, 4, 4, 2) / 10
K = (np.arange(24.0) % 5 - 2).reshape(2, 2, 2, 3)
B = np.array([0.5, 0.0, -0.5])


@task("A11.1", en="sides of the lesson", ko="본문의 크기")
def test_output_size():
    expect_close(student.output_size(7, 3), 5)
    expect_close(student.output_size(7, 3, stride=2), 3)
    expect_close(student.output_size(32, 5), 28)


@task("A11.1", en="a window that doesn't fit", ko="들어가지 않는 윈도", conduct=True)
def test_output_size_refuses():
    expect_error(ValueError, student.output_size, 3, 4)


@task("A11.2", en="the lesson's image, valid", ko="본문의 이미지, valid")
def test_correlate2d_valid():
    expect_close(student.correlate2d(IMAGE, KERNEL), np.array([[37, 47], [67, 77]]))


@task("A11.2", en="the lesson's image, same: the nine panels", ko="본문의 이미지, same: 아홉 칸")
def test_correlate2d_same():
    want = np.array([[37, 47, 21], [67, 77, 33], [23, 26, 9]])
    expect_close(student.correlate2d(IMAGE, KERNEL, padding="same"), want)


@task("A11.3", en="2 channels, 3 filters, and the cache", ko="채널 2개, 필터 3개, 그리고 캐시")
def test_conv2d_forward():
    image, filters = X[:, :2, :2], K
    want = np.array([-0.9, 1.5, -0.1]).reshape(1, 1, 1, 3)
    expect_close(student.conv2d_forward(image, filters, B), (want, (image, filters, 1, "valid")))


@task("A11.4", en="the lesson's four rows", ko="본문의 네 행")
def test_im2col():
    rows = np.array([[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]])
    expect_close(student.im2col(IMAGE.reshape(1, 3, 3, 1), 2, 2, 1), rows)


@task("A11.5", en="rows of ones count the windows", ko="1로 된 행은 윈도의 수를 셉니다")
def test_col2im():
    counts = np.array([[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]).reshape(1, 3, 3, 1)
    expect_close(student.col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 2, 1), counts)


@task(
    "A11.6",
    en="one channel, one filter, worked out by hand",
    ko="채널 하나, 필터 하나, 손으로 계산",
)
def test_conv2d_backward():
    dY = np.array([[1.0, 0.0], [0.0, 2.0]]).reshape(1, 2, 2, 1)
    dX = np.array([[1.0, 2.0, 0.0], [3.0, 6.0, 4.0], [0.0, 6.0, 8.0]]).reshape(1, 3, 3, 1)
    dK = np.array([[11.0, 14.0], [20.0, 23.0]]).reshape(2, 2, 1, 1)
    cache = (IMAGE.reshape(1, 3, 3, 1), KERNEL.reshape(2, 2, 1, 1), 1, "valid")
    expect_gradient(student.conv2d_backward(dY, cache), (dX, dK, np.array([3.0])))
