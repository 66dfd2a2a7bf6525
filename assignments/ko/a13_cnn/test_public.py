"""Public checks of A13: run ``pytest`` in this folder, or ``autograder check A13``."""

import a13_cnn as student
import numpy as np

from autograder.checks import (
    EXACT,
    expect,
    expect_close,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_shape,
    task,
)

LECTURE = [
    ("Conv2D", (28, 28, 10), 100),
    ("ReLU", (28, 28, 10), 0),
    ("MaxPool2D", (14, 14, 10), 0),
    ("Flatten", (1960,), 0),
    ("Dense", (100,), 196_100),
    ("ReLU", (100,), 0),
    ("Dense", (10,), 1010),
]


def random(*shape):
    return np.random.default_rng(sum(shape)).normal(0, 0.5, shape)


@task(
    "A13.1", en="1149, 288 and 360 images of 28 × 28 × 1", ko="28 × 28 × 1 이미지 1149, 288, 360장"
)
def test_load_digits28():
    sets = expect_items(student.load_digits28(np.random.default_rng(0)), 6)
    for X, y, size in zip(sets[:3], sets[3:], (1149, 288, 360), strict=True):
        images = expect_shape(X, (size, 28, 28, 1), dtype=float)
        expect_shape(y, (size,), dtype=int)
        expect(
            images.min() >= 0 and images.max() <= 1,
            en="every pixel is between 0 and 1",
            ko="모든 픽셀이 0과 1 사이입니다",
        )


@task("A13.2", en="two rows forward and backward", ko="두 행의 순전파와 역전파")
def test_dense():
    layer = student.Dense(np.array([[1.0, 2.0], [0.5, -1.0], [0.0, 3.0]]), np.array([[0.1, -0.2]]))
    expect_close(
        layer.forward(np.array([[1.0, 2.0, -1.0], [0.0, 1.0, 2.0]])), [[2.1, -3.2], [0.6, 4.8]]
    )
    dX = layer.backward(np.array([[1.0, 0.0], [2.0, -1.0]]))
    expect_close(dX, np.array([[1.0, 0.5, 0.0], [0.0, 2.0, -3.0]]))
    dW = np.array([[1.0, 0.0], [4.0, -1.0], [3.0, -2.0]])
    expect_close(layer.grads, {"W": dW, "b": np.array([[3.0, -1.0]])})


@task(
    "A13.3",
    en="slopes of a kernel, against the numerical gradient",
    ko="커널의 기울기를 수치 미분과 비교",
)
def test_sequential():
    conv = student.Conv2D(random(2, 2, 1, 2), random(2))
    model = student.Sequential([conv, student.ReLU(), student.MaxPool2D(2), student.Flatten()])
    X, dY, K = random(3, 5, 6, 1), random(3, 8), random(2, 2, 1, 2)
    expect_shape(model.forward(X), (3, 8))
    expect_shape(model.backward(dY), (3, 5, 6, 1))
    slopes, measured = expect_keys(conv.grads, "K")["K"], np.zeros_like(K)
    for i in np.ndindex(K.shape):
        step = np.zeros_like(K)
        step[i] = 1e-6
        rise = []
        for moved in (K + step, K - step):
            conv.params = {"K": moved, "b": random(2)}
            rise.append(np.sum(dY * expect_shape(model.forward(X), (3, 8))))
        measured[i] = (rise[0] - rise[1]) / 2e-6
    expect_gradient(slopes, measured)


@task("A13.4", en="shapes of the three weights", ko="세 가중치의 shape")
def test_build_lecture_cnn():
    layers = expect_items(student.build_lecture_cnn(np.random.default_rng(0)).layers, 7)
    expect_shape(expect_keys(layers[0].params, "K")["K"], (3, 3, 1, 10))
    expect_shape(expect_keys(layers[4].params, "W")["W"], (1960, 100))
    expect_shape(expect_keys(layers[6].params, "W")["W"], (100, 10))


@task("A13.5", en="the table of the lecture's network", ko="강의 신경망의 표")
def test_summary():
    model = student.Sequential(
        [
            student.Conv2D(np.zeros((3, 3, 1, 10)), np.zeros(10), padding="same"),
            student.ReLU(),
            student.MaxPool2D(2),
            student.Flatten(),
            student.Dense(np.zeros((1960, 100)), np.zeros((1, 100))),
            student.ReLU(),
            student.Dense(np.zeros((100, 10)), np.zeros((1, 10))),
        ]
    )
    expect_close(student.summary(model, (28, 28, 1)), LECTURE, tol=EXACT)


@task(
    "A13.6", en="one step of the templates, two images", ko="이미지 두 장으로 템플릿을 한 걸음 학습"
)
def test_train():
    model = student.Templates(np.zeros((2, 1, 2, 1)), np.zeros(2))
    X, Y = np.array([[[[1.0], [2.0]]], [[[3.0], [-1.0]]]]), np.eye(2)
    history = student.train(model, X, Y, X, Y, 0.4, 2, 1, None)
    T = np.array([[-0.2, 0.3], [0.2, -0.3]]).reshape(2, 1, 2, 1)
    expect_close(model.params, {"T": T, "b": np.zeros(2)})
    losses = np.log1p(np.exp([-0.8, -1.8]))
    expect_close(history, {"loss": np.array([np.mean(losses)]), "val_acc": np.array([1.0])})


@task("A13.7", en="three inputs of two classes", ko="두 클래스의 입력 세 개")
def test_evaluate():
    Z = np.array([[2.0, 1.0], [0.0, 3.0], [-1.0, -2.0]])
    wanted = (2 / 3, np.array([[1, 0], [1, 1]]))
    expect_close(student.evaluate(lambda X: X, Z, np.array([0, 1, 1])), wanted)


@task(
    "A13.8",
    en="six filters of 5 × 5 × 3: within √(6/225)",
    ko="5 × 5 × 3 필터 여섯 개: √(6/225) 이내",
)
def test_glorot_uniform():
    K = student.glorot_uniform((5, 5, 3, 6), np.random.default_rng(0))
    largest = np.abs(expect_shape(K, (5, 5, 3, 6))).max()
    expect(
        0.15 < largest <= np.sqrt(6 / 225),
        en="no weight lies beyond the limit, and some lie close to it",
        ko="한계를 넘는 가중치가 없고, 한계 가까이에 있는 가중치가 있습니다",
    )
