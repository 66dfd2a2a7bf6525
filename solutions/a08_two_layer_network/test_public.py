"""Public checks of A08: run ``pytest`` in this folder, or ``autograder check A08``."""

import a08_two_layer_network as student
import numpy as np

from autograder.checks import (
    EXACT,
    expect,
    expect_close,
    expect_error,
    expect_gradient,
    expect_keys,
    expect_shape,
    task,
)

X = np.array([[1.0, 0.5, -1.0], [0.0, 2.0, 1.0], [-1.0, 1.0, 0.5], [2.0, -1.0, 0.0]])
Y = np.array([[1.0], [0.0], [1.0], [0.0]])
A2 = np.array([[0.60289261345], [0.486886234482], [0.499505103936], [0.576888049735]])
GRADS = {
    "W1": np.array(
        [
            [0.057477424535, -0.0512236469389],
            [-0.0121886322239, 0.0211497961489],
            [0.0250989712386, -0.0232911239973],
        ]
    ),
    "b1": np.array([[0.00964293766083, -0.00107765929799]]),
    "W2": np.array([[0.0046650522156], [0.0180670551713]]),
    "b2": np.array([[0.041543000401]]),
}


def small_net():
    """Return the parameters of a net with three inputs, two hidden units and one output."""
    return {
        "W1": np.array([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6]]),
        "b1": np.array([[0.05, -0.1]]),
        "W2": np.array([[0.7], [-0.8]]),
        "b2": np.array([[0.2]]),
    }


def small_cache():
    """Return what the forward pass of that net should leave in the cache."""
    net = small_net()
    Z1 = X @ net["W1"] + net["b1"]
    A1 = 1 / (1 + np.exp(-Z1))
    Z2 = A1 @ net["W2"] + net["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": 1 / (1 + np.exp(-Z2))}


@task("A08.1", en="shapes, and biases of zero", ko="shape과 0인 절편")
def test_init_params():
    params = student.init_params(3, 5, np.random.default_rng(1))
    expect_close(params, {"b1": np.zeros((1, 5)), "b2": np.zeros((1, 1))}, tol=EXACT)
    weights = expect_keys(params, "W1", "W2")
    expect_shape(weights["W1"], (3, 5))
    expect_shape(weights["W2"], (5, 1))


@task("A08.1", en="no two hidden units start alike", ko="은닉 유닛은 서로 다르게 시작합니다")
def test_init_params_random():
    params = student.init_params(3, 5, np.random.default_rng(1))
    W1 = expect_shape(expect_keys(params, "W1")["W1"], (3, 5))
    expect(
        len(np.unique(W1, axis=1).T) == 5,
        en="the five columns of W1 differ",
        ko="W1의 다섯 열이 서로 다릅니다",
    )


@task("A08.2", en="the net 3-2-1", ko="3-2-1 신경망")
def test_forward():
    expect_close(student.forward(small_net(), X), {**small_cache(), "A2": A2})


@task("A08.3", en="outputs 0.9 and 0.2", ko="출력 0.9와 0.2")
def test_output_delta():
    delta = student.output_delta(np.array([[0.9], [0.2]]), np.array([[1.0], [0.0]]))
    expect_gradient(delta, np.array([[-0.05], [0.1]]))


@task(
    "A08.3",
    en="shapes (4, 1) and (4,) are refused",
    ko="shape (4, 1)과 (4,)는 거부합니다",
    conduct=True,
)
def test_output_delta_refuses():
    expect_error(ValueError, student.output_delta, A2, Y.ravel())


@task("A08.4", en="the net 3-2-1", ko="3-2-1 신경망")
def test_output_grads():
    gradients = student.output_grads(small_cache()["A1"], (A2 - Y) / 4)
    expect_gradient(gradients, (GRADS["W2"], GRADS["b2"]))


@task(
    "A08.5",
    en="one sample, hidden activations 0.5 and 0.8",
    ko="샘플 하나, 은닉층의 활성화 값 0.5와 0.8",
)
def test_hidden_delta():
    delta = student.hidden_delta(
        np.array([[-2.0]]), np.array([[3.0], [-1.0]]), np.array([[0.5, 0.8]])
    )
    expect_gradient(delta, np.array([[-1.5, 0.32]]))


@task("A08.6", en="the net 3-2-1: all four gradients", ko="3-2-1 신경망: 네 기울기 모두")
def test_backward():
    expect_gradient(student.backward(small_net(), small_cache(), X, Y), GRADS)


@task("A08.7", en="the net 3-2-1: one epoch", ko="3-2-1 신경망: 한 에포크")
def test_fit():
    net = student.TwoLayerNet(small_net())
    net.fit(X, Y, 0.5, 1)
    moved = {name: value - 0.5 * GRADS[name] for name, value in small_net().items()}
    expect_close(net.params, moved)
    expect_close(net.losses, [0.677048458877])


@task("A08.8", en="two inputs, two hidden units, one output", ko="입력 둘, 은닉 유닛 둘, 출력 하나")
def test_collapse_linear():
    W1, b1 = np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[1.0, 3.0]])
    W2, b2 = np.array([[2.0], [-1.0]]), np.array([[0.5]])
    W, b = np.array([[0.0], [1.0]]), np.array([[-0.5]])
    expect_close(student.collapse_linear(W1, b1, W2, b2), (W, b))
