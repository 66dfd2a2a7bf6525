"""Public checks of A12: run ``pytest`` in this folder, or ``autograder check A12``."""

import a12_pooling_activations as student
import numpy as np

from autograder.checks import expect, expect_close, expect_gradient, expect_shape, task


def images(rows):
    """Return a batch of one image with one channel."""
    return np.array(rows, dtype=float)[None, :, :, None]


MAP = images([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]])
NEGATIVE = images([[-1, -2, -3], [-4, -5, -6], [-7, -8, -9]])


@task("A12.1", en="the lesson's map, and the cache", ko="본문의 맵, 그리고 캐시")
def test_max_pool_forward():
    want = (images([[6, 8], [3, 4]]), (MAP, 2, 2, "valid"))
    expect_close(student.max_pool_forward(MAP), want)
    want = (images([[6, 7, 8], [6, 7, 8], [3, 3, 4]]), (MAP, 2, 1, "valid"))
    expect_close(student.max_pool_forward(MAP, 2, stride=1), want)


@task("A12.1", en="same on negative numbers", ko="음수에 same")
def test_max_pool_forward_same():
    want = (images([[-1, -3], [-7, -9]]), (NEGATIVE, 2, 2, "same"))
    expect_close(student.max_pool_forward(NEGATIVE, padding="same"), want)


@task("A12.2", en="the lesson's map, stride 2", ko="본문의 맵, 스트라이드 2")
def test_max_pool_backward():
    dX = student.max_pool_backward(images([[1, 2], [3, 4]]), (MAP, 2, 2, "valid"))
    expect_gradient(dX, images([[0, 0, 0, 0], [0, 1, 0, 2], [3, 0, 0, 0], [0, 0, 0, 4]]))


@task("A12.2", en="four equal numbers: the first gets everything", ko="똑같은 숫자 네 개: 첫 칸이 모두 받습니다")  # fmt: skip
def test_max_pool_backward_tie():
    cache = (images([[1, 1], [1, 1]]), 2, 2, "valid")
    expect_gradient(student.max_pool_backward(images([[1]]), cache), images([[1, 0], [0, 0]]))


@task("A12.3", en="the lesson's map, and the cache", ko="본문의 맵, 그리고 캐시")
def test_avg_pool_forward():
    want = (images([[3.25, 5.25], [2, 2]]), (MAP, 2, 2, "valid"))
    expect_close(student.avg_pool_forward(MAP), want)


@task("A12.3", en="same: border cells don't count", ko="same: 테두리 칸은 세지 않습니다")
def test_avg_pool_forward_same():
    want = (images([[-3, -4.5], [-7.5, -9]]), (NEGATIVE, 2, 2, "same"))
    expect_close(student.avg_pool_forward(NEGATIVE, padding="same"), want)


@task("A12.4", en="the lesson's map, stride 2: quarters", ko="본문의 맵, 스트라이드 2: 4분의 1씩")
def test_avg_pool_backward():
    dX = student.avg_pool_backward(images([[1, 2], [3, 4]]), (MAP, 2, 2, "valid"))
    top, bottom = [0.25, 0.25, 0.5, 0.5], [0.75, 0.75, 1, 1]
    expect_gradient(dX, images([top, top, bottom, bottom]))


@task("A12.5", en="at 0 and 2", ko="0과 2에서")
def test_tanh_from_sigmoid():
    values, slopes = np.array([0, 0.9640275800758169]), np.array([1, 0.0706508248532])
    expect_close(student.tanh_from_sigmoid(np.array([0.0, 2.0])), (values, slopes))


@task(
    "A12.6",
    en="negative, zero, positive: forward and backward",
    ko="음수, 0, 양수: 순전파와 역전파",
)
def test_relu():
    layer = student.ReLU()
    expect_close(layer.forward(np.array([-2.0, 0.0, 3.0])), np.array([0.0, 0.0, 3.0]))
    expect_gradient(layer.backward(np.array([1.5, 2.5, -3.5])), np.array([0.0, 0.0, -3.5]))


@task(
    "A12.7",
    en="ten layers: only the sigmoid's gradient vanishes",
    ko="열 층: 시그모이드의 기울기만 사라집니다",
)
def test_gradient_norms():
    for activation, low, high in (("sigmoid", 0, 1e-4), ("tanh", 1e-2, 1e2), ("relu", 1e-1, 1e1)):
        norms = student.gradient_norms(10, 50, activation, np.random.default_rng(1))
        norms = expect_shape(norms, (10,))
        expect(
            low < norms[-1] / norms[0] < high,
            en=f"with {activation}, the first layer's norm over the last layer's lies between {low:g} and {high:g}",
            ko=f"{activation}: 첫 층의 노름을 마지막 층의 노름으로 나눈 값이 {low:g}보다 크고 {high:g}보다 작습니다",
        )


@task("A12.8", en="the lesson's network", ko="본문의 신경망")
def test_lenet5_shapes():
    layers = [
        ("conv1", (28, 28, 6), 156),
        ("pool1", (14, 14, 6), 0),
        ("conv2", (10, 10, 16), 2416),
        ("pool2", (5, 5, 16), 0),
        ("conv3", (1, 1, 120), 48120),
        ("fc1", (84,), 10164),
        ("fc2", (10,), 850),
    ]
    expect_close(student.lenet5_shapes(), layers)
