"""The references reproduce the lecture's numbers that no suite can ask for, A07 to A13.

The values stand in ``goldens.json``; ``benchmarks/goldens.py`` accounts for every one of them.
"""

import numpy as np
import pytest
from lecture import GOLDENS, expect, reference, scaled
from sklearn.datasets import load_digits

# ---- A07


def test_products():
    a07, x, w = reference("A07"), np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0])
    dot = a07.forward(x[None], w[:, None], 0.0)[0, 0]
    expect("elementwise, dot", [x * w, dot])
    one = a07.matmul_shape((1, 3), (3, 1))
    assert [list(one), list(np.shape(np.dot(x, w)))] == GOLDENS[
        "(1,3)(3,1) -> shape; 1-D dot -> shape"
    ]
    X, W, E = np.zeros((364, 30)), np.zeros((30, 1)), np.zeros((364, 1))
    shapes = [X.shape, W.shape, a07.forward(X, W, 0.0).shape, E.shape]
    expect("shapes X,W,z,E,X^T E", [*shapes, a07.weight_gradient(X, E).shape])


def test_five_steps_without_a_bias():
    X_tr, _, _, y_tr, _, _ = scaled()
    a07, Y, W = reference("A07"), y_tr[:, None], np.zeros((30, 1))
    for _ in range(5):
        W, _ = a07.batch_update(X_tr, Y, W, np.zeros((1, 1)), 0.1)
    loss = np.mean(reference("A03").bce_with_logits(X_tr @ W, Y))
    expect("breast cancer, lr .1, bias held at 0: loss after 5 steps", loss)


# ---- A08


def test_a_start_of_zeros_never_breaks_its_symmetry():
    X, _, _, y, _, _ = scaled()
    params = {"W1": np.zeros((30, 4)), "b1": np.zeros((1, 4)), "W2": np.zeros((4, 1)), "b2": np.zeros((1, 1))}  # fmt: skip
    net = reference("A08").TwoLayerNet(params).fit(X, y[:, None], 0.1, 200)
    spread = np.ptp(net.params["W1"], axis=1).max()
    name = "all-zero start: the 4 hidden units stay identical after 200 steps (max spread)"
    expect(name, spread, atol=1e-12)


def test_a_single_unit_never_learns_xor():
    X, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0.0, 1, 1, 0])
    loss = reference("A06").RegularizedNeuron().fit(X, y, 1.0, 1000).losses[-1]
    expect("XOR with a single logistic unit: loss stays at ln2", loss)


@pytest.mark.parametrize("seed", [0, 1])
def test_two_layers_learn_xor(seed):
    a08 = reference("A08")
    X, Y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]])
    net = a08.TwoLayerNet(a08.init_params(2, 4, np.random.default_rng(seed)))
    net.fit(X, Y, 1.0, 10_000)
    name = "XOR with 2-4-1 sigmoid MLP, lr 1, 10000 full-batch steps, seeds 0..4: loss, acc"
    # Other draws of the start end elsewhere, but all as near to 0.
    assert net.losses[-1] < 10 * max(loss for loss, _ in GOLDENS[name])
    assert np.array_equal(net.predict(X).ravel(), Y.ravel())


# ---- A09


def test_the_last_batch():
    sizes = [len(reference("A09").minibatches(364, size)[-1]) for size in (16, 32, 64)]
    expect("m=364: size of the last batch for 16,32,64", sizes)


def test_rounded_logits():
    a09 = reference("A09")
    for letter, outputs in (("A", [0.9, 0.8, 0.7]), ("B", [0.5, 0.2, 0.1])):
        logits = np.round(a09.inverse_sigmoid(np.array(outputs)), 2)
        name = f"example {letter}: softmax of the rounded logits (as the slide computes)"
        expect(name, a09.softmax(logits))
    exact = a09.softmax(a09.inverse_sigmoid(np.array([0.5, 0.2, 0.1])))[0]
    expect("E61 exact example B first entry rounds to .73, print says .74", np.round(exact, 2))


def test_errors_of_the_true_class():
    a09 = reference("A09")
    logits = np.log(np.array([[0.1, 0.9], [0.5, 0.5], [0.9, 0.1]]))
    errors = 3 * a09.softmax_ce_gradient(logits, np.array([[1.0, 0.0]] * 3))
    expect("err of the true class for a=.1,.5,.9", errors[:, 0])


def test_example_a_as_a_sample():
    a09, Y = reference("A09"), np.array([[1.0, 0.0, 0.0]])
    Z = a09.inverse_sigmoid(np.array([[0.9, 0.8, 0.7]]))
    loss = a09.cross_entropy(a09.softmax(Z), Y)
    name = "example A with label 0: loss, gradient a-y"
    expect(name, [loss, a09.softmax_ce_gradient(Z, Y)])


# ---- A10 and A11


def test_the_windows():
    x = np.array([2, 8, 3, 7, 1, 2, 0, 4, 5.0])
    rows = reference("A11").im2col(x.reshape(1, 1, 9, 1), 1, 4, 1)
    expect("the six windows", rows)
    sums = rows @ reference("A10").flip(np.array([2, 1, 5, 3]))
    expect("first and second products", sums[:2])


def test_lengths_and_padding():
    a10, x, w = reference("A10"), np.arange(9.0), np.ones(4)
    lengths = [len(a10.correlate(x, w, mode)) for mode in ("valid", "same", "full")]
    expect("output lengths n=9,k=4: valid, same, full", lengths)
    rows = [
        (len(a10.correlate(x, w, "same", stride)), *a10.pad_amounts(9, 4, stride, "same"))
        for stride in (1, 2, 3)
    ]
    expect("Keras-rule same pads for n=9,k=4: stride 1,2,3 -> (out,lo,hi)", rows)


def test_sizes_of_feature_maps():
    a11 = reference("A11")
    for name, image, filters in (
        (
            "6 filters 5x5x3 on 32x32x3: out shape, parameters with bias",
            (1, 32, 32, 3),
            (5, 5, 3, 6),
        ),
        (
            "3 input channels, 2 filters of 3x3: kernel tensor, parameters",
            (1, 7, 7, 3),
            (3, 3, 3, 2),
        ),
    ):
        K, b = np.zeros(filters), np.zeros(filters[3])
        Y, _ = a11.conv2d_forward(np.zeros(image), K, b)
        expect(name, [Y.shape[1:] if image[1] == 32 else K.shape, K.size + b.size])
    expect("7x7, 3x3: stride 1, 2", [a11.output_size(7, 3), a11.output_size(7, 3, 2)])
    expect("32, 5, stride 1", a11.output_size(32, 5))
    expect("7 with pad 1, 3x3, stride 1", a11.output_size(7, 3, 1, 1))
    expect("E79 stride 3: raw formula, floor", [(7 - 3) / 3 + 1, a11.output_size(7, 3, 3)])


# ---- A12


def test_slopes_of_the_activations():
    sigmoid_slope = reference("A03").logistic_chain(np.array([0.0, 2, 5, 10]), 1.0, 1.0, 0.0)[1]
    tanh_slope = reference("A12").tanh_from_sigmoid(np.array([0.0, 2, 5, 10]))[1]
    name = "sigmoid', tanh', at 0, 2, 5, 10"
    expect(name, np.column_stack([sigmoid_slope, tanh_slope]), atol=1e-15)
    expect("tanh' max", tanh_slope.max())
    z = np.linspace(-3, 3, 601)
    slope = reference("A03").logistic_chain(z, 1.0, 1.0, 0.0)[1]
    expect("sigmoid derivative: max and where", [slope.max(), z[slope.argmax()]])
    expect(".25^k for k=1,5,10,20", slope.max() ** np.array([1, 5, 10, 20]), atol=0)


def test_relu_at_its_kink():
    layer, x = reference("A12").ReLU(), np.array([-2.0, 0.0, 3.0])
    name = "relu(-2,-0,0,3), its gradient with relu'(0)=0"
    expect(name, [layer.forward(x), layer.backward(np.ones(3))])


def test_gradients_through_ten_layers():
    norms = reference("A12").gradient_norms
    name = "10 layers of 50 units: |grad at layer 1| / |grad at layer 10|"
    for activation, ratio in zip(("sigmoid", "tanh", "relu"), GOLDENS[name], strict=True):
        made = norms(10, 50, activation, np.random.default_rng(0))
        # The draws decide the digits; the order of magnitude is the lesson's point.
        assert abs(np.log10(made[-1] / made[0] / ratio)) < 1


def test_mean_outputs():
    a12, x = reference("A12"), np.random.default_rng(0).normal(size=100_000)
    sigmoid = reference("A03").sigmoid(x)
    means = [part.mean() for part in (sigmoid, a12.tanh_from_sigmoid(x)[0], a12.ReLU().forward(x))]
    expect("mean output on N(0,1) input: sigmoid, tanh, relu", means, rtol=0, atol=0.01)
    grid = np.linspace(-9, 9, 20_001)
    density = np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi)
    area = np.sum(a12.ReLU().forward(grid) * density) * (grid[1] - grid[0])
    expect("relu mean on N(0,1) in theory 1/sqrt(2 pi)", area)


def test_lenet():
    rows = [count for _, _, count in reference("A12").lenet5_shapes() if count]
    name = "LeNet-5 parameters, fully connected C3, dense softmax output"
    expect(name, [*rows, sum(rows)])
    side, unpadded = 28, []
    for window, stride in ((5, 1), (2, 2), (5, 1), (2, 2)):
        side = reference("A11").output_size(side, window, stride)
        unpadded.append(side)
    expect("LeNet without padding on 28x28: sides", unpadded)


# ---- A13


def test_the_closing_network():
    a13 = reference("A13")
    rows = a13.summary(a13.build_lecture_cnn(np.random.default_rng(0)), (28, 28, 1))
    shapes = [rows[0][1][0], rows[2][1][0], rows[3][1][0]]
    expect("closing net, same padding: 28 -> 28 -> 14; flat", shapes)
    counts = [count for _, _, count in rows if count]
    name = "closing net parameters: conv, dense1, dense2, total"
    expect(name, [*counts, sum(counts)])


def test_the_digits():
    source = load_digits()
    name = "digits: images shape, min, max"
    expect(name, [source.images.shape, source.images.min(), source.images.max()])
    *images, y_tr, y_va, y_te = reference("A13").load_digits28(np.random.default_rng(0))
    expect("digits 80/20 twice: train, val, test", [len(X) for X in images])
    expect("digits per class", np.bincount(np.concatenate([y_tr, y_va, y_te])))
    everything = np.concatenate(images)[..., 0]
    range_of = [16 * everything.min(), 16 * everything.max()]
    expect("zoom 3.5 order 1: shape, min, max", [everything.shape, *range_of])
    # Which images are drawn for training changes little.
    name = "global train mean, std of the pixels (0..1 scale)"
    expect(name, [images[0].mean(), images[0].std()], rtol=0.02)
