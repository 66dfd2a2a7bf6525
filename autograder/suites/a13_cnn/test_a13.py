"""Hidden suite of A13.

Networks are toys: images of 6 by 5 or 4 by 3 pixels, weights about 0.3, batches that don't divide the data. Training is
compared step by step with the reference, mostly on the given network of one layer, so that a wrong Sequential or Dense
costs little there; one short run on digits of 8 by 8 pixels ends it. That the lecture's network learns is a test of the
course (tests/course), not of a submission.
"""

import contextlib
import functools

import numpy as np
from scipy.ndimage import zoom
from sklearn.datasets import load_digits

from autograder.checks import (
    EXACT,
    Tolerance,
    expect,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_shape,
    promises,
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


# Where a generator draws the numbers, of which only the kind and the shape are known.
DRAWN = Tolerance(relative=0.0, of_rms=0.0, absolute=np.inf)

# How far the weights of an honest generator may stray from an even spread, in units of 1/√(number of weights): further
# out is one in ten million.
STRAY = 3.0


# ---- A13.1 load_digits28


@functools.cache
def digits():
    """Return the right images, one per row, and their labels."""
    source = load_digits()
    images = zoom(source.images, (1, 3.5, 3.5), order=1) / 16
    return images.reshape(len(images), -1), source.target


def loaded(student, *arguments):
    """Return images and labels of the three sets, checked for being six arrays of consistent lengths."""
    sets = expect_items(student.load_digits28(*arguments), 6)
    labels = [expect_shape(y, (None,)).astype(int) for y in sets[3:]]
    images = [expect_shape(X, (len(y), 28, 28, 1)) for X, y in zip(sets[:3], labels, strict=True)]
    return images, labels


def views(rows):
    """Return images as three numbers each: their products with fixed random pictures, which tell any two apart.

    Sorted, these depend neither on the order of the images nor on the last digits of their pixels.
    """
    rows = np.reshape(rows, (-1, 784))
    return rows @ np.random.default_rng(5).normal(size=(784, 3)).astype(rows.dtype)


def expect_same_images(images):
    """Expect the three sets together to hold every image once, in whatever order."""
    got, want = views(np.concatenate(images)), views(digits()[0])
    expect_shape(got, want.shape)
    expect_close(np.sort(got, axis=0), np.sort(want, axis=0))


@promises("A13.1", sizes=(1,), layouts=False, unchanged=False, tol=DRAWN)
def test_load_digits_in_every_call(module, rng, n):
    return module.load_digits28(np.random.default_rng(int(rng.integers(2**31))))


@task("A13.1", en="every image once, enlarged", ko="확대한 모든 이미지가 한 번씩", weight=3)
def test_load_digits_images(student, rng):
    images, _ = loaded(student, rng)
    expect_same_images(images)


@task("A13.1", en="each image with its own label", ko="이미지마다 자기 레이블", weight=2)
def test_load_digits_labels(student, rng):
    images, labels = loaded(student, rng)
    rows, targets = digits()
    X, y = np.concatenate(images), np.concatenate(labels)
    for label in range(10):
        got, want = views(X[y == label]), views(rows[targets == label])
        expect_shape(got, want.shape)
        # How bright each image is, by rank: right whatever was done to all images alike.
        got, want = (np.sort(one, axis=0) - one.mean(axis=0) for one in (got, want))
        expect_close(got / got.std(axis=0), want / want.std(axis=0))


@task("A13.1", en="pixels of 0 and more", ko="픽셀은 0 이상")
def test_load_digits_darkest(student, rng):
    images, _ = loaded(student, rng)
    darkest = min(X.min() for X in images)
    expect(darkest > -1e-6, en="no pixel is below 0", ko="0보다 작은 픽셀이 없습니다")


@task("A13.1", en="pixels of 1 and less", ko="픽셀은 1 이하")
def test_load_digits_brightest(student, rng):
    images, _ = loaded(student, rng)
    brightest = max(X.max() for X in images)
    expect(brightest < 1 + 1e-6, en="no pixel is above 1", ko="1보다 큰 픽셀이 없습니다")


@task("A13.1", en="full brightness is 1", ko="가장 밝은 픽셀은 1")
def test_load_digits_full(student, rng):
    images, _ = loaded(student, rng)
    brightest = max(X.max() for X in images)
    expect(brightest > 1 - 1e-6, en="the brightest pixel is 1", ko="가장 밝은 픽셀이 1입니다")


@task("A13.1", en="1149, 288 and 360 images, shuffled, every class in its share", ko="1149, 288, 360장, 섞어서, 클래스 비율대로", weight=2)  # fmt: skip
def test_load_digits_split(student, rng):
    images, labels = loaded(student, rng)
    expect_close([len(y) for y in labels], np.array([1149, 288, 360]), tol=EXACT)
    classes = np.bincount(digits()[1])
    for y, size in ((labels[2], 360), (labels[1], 288)):
        counts = np.bincount(y, minlength=10)
        expect(
            len(counts) == 10 and np.all(np.abs(counts - size * classes / 1797) < 2.5),
            en="every class has its share of each set, within two images",
            ko="세트마다 클래스 비율이 이미지 두 장 이내로 맞습니다",
        )
    # The first labels of the file run 0, 1, 2, …; shuffled ones don't.
    expect(
        not np.array_equal(np.concatenate(labels)[:20], digits()[1][:20]),
        en="the images are not in the order of the file",
        ko="이미지가 파일의 순서 그대로가 아닙니다",
    )
    others, _ = loaded(student, np.random.default_rng(13))
    expect(
        not np.array_equal(others[2], images[2]),
        en="another generator splits in another way",
        ko="다른 생성기는 다르게 나눕니다",
    )


@task("A13.1", en="other fractions; the generator decides", ko="다른 비율, 생성기가 정하는 분할")
def test_load_digits_fractions(student):
    first, second, third = (np.random.default_rng(seed) for seed in (11, 11, 12))
    images, labels = loaded(student, first, 0.1, 0.3)
    expect_close([len(y) for y in labels], np.array([1131, 126, 540]), tol=EXACT)
    again, _ = loaded(student, second, 0.1, 0.3)
    expect_close(again[2], images[2])
    other, _ = loaded(student, third, 0.1, 0.3)
    expect(
        not np.array_equal(other[2], images[2]),
        en="another generator splits in another way",
        ko="다른 생성기는 다르게 나눕니다",
    )


# ---- A13.2 Dense


@promises(
    "A13.2",
    sizes=(1, 2, 3, 7),
    whole="x dY W b",
    extremes={"x": (1e12, 0.0), "dY": (1e12, 1e-12, 0.0)},
)
def test_dense_in_every_call(module, rng, m):
    n, k = {1: (3, 1), 2: (1, 4), 3: (3, 3), 7: (3, 2)}[m]
    layer = module.Dense(rng.normal(size=(n, k)), rng.normal(size=(1, k)))
    yield
    Y = layer.forward(rng.normal(size=(m, n)))
    yield
    dX = layer.backward(rng.normal(size=(m, k)))
    yield
    return Y, dX, layer.grads


@task("A13.2", en="forward: five rows, 3 inputs, 2 units", ko="순전파: 행 5개, 입력 3개, 유닛 2개", weight=2)  # fmt: skip
def test_dense_forward(student, rng):
    x, W, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=(1, 2))
    expect_close(student.Dense(W, b).forward(x), x @ W + b)


@task(
    "A13.2",
    en="forward uses the parameters of the moment",
    ko="순전파는 현재의 매개변수를 사용합니다",
)
def test_dense_forward_current(student, rng):
    x, W, b = rng.normal(size=(2, 3)), rng.normal(size=(3, 5)), rng.normal(size=(1, 5))
    layer = student.Dense(rng.normal(size=(3, 5)), rng.normal(size=(1, 5)))
    layer.params = {"W": W, "b": b}
    expect_close(layer.forward(x), x @ W + b)


@task("A13.2", en="backward: slopes with respect to input, weights and biases", ko="역전파: 입력, 가중치, 절편의 기울기", weight=3)  # fmt: skip
def test_dense_backward(student, rng):
    for shape in ((3, 2), (5, 5)):
        x, W, b = (
            rng.normal(size=(5, shape[0])),
            rng.normal(size=shape),
            rng.normal(size=(1, shape[1])),
        )
        dY = rng.normal(size=(5, shape[1]))
        layer = student.Dense(W, b)
        layer.forward(x)
        expect_gradient(layer.backward(dY), dY @ W.T)
        expect_gradient(layer.grads, {"W": x.T @ dY, "b": dY.sum(axis=0, keepdims=True)})


@task("A13.2", en="a second pass: only its own input and slopes count", ko="두 번째 계산: 그때의 입력과 기울기만 남습니다", weight=2)  # fmt: skip
def test_dense_backward_again(student, rng):
    W, b = rng.normal(size=(3, 2)), rng.normal(size=(1, 2))
    layer = student.Dense(W, b)
    for rows in (2, 5, 5):
        x, dY = rng.normal(size=(rows, 3)), rng.normal(size=(rows, 2))
        layer.forward(x)
        expect_gradient(layer.backward(dY), dY @ W.T)
    expect_gradient(layer.grads, {"W": x.T @ dY, "b": dY.sum(axis=0, keepdims=True)})


@task("A13.2", en="backward goes by the parameters of the moment", ko="역전파는 현재의 매개변수를 사용합니다")  # fmt: skip
def test_dense_backward_current(student, rng):
    x, W, b = rng.normal(size=(2, 3)), rng.normal(size=(3, 5)), rng.normal(size=(1, 5))
    layer = student.Dense(rng.normal(size=(3, 5)), rng.normal(size=(1, 5)))
    layer.forward(x)
    layer.params = {"W": W, "b": b}
    dY = rng.normal(size=(2, 5))
    expect_gradient(layer.backward(dY), dY @ W.T)


@task("A13.2", en="backward gives the slopes of forward, measured by small steps", ko="역전파는 작은 걸음으로 잰 순전파의 기울기입니다", weight=2)  # fmt: skip
def test_dense_numerical(student, rng):
    at = {
        "x": rng.normal(size=(5, 3)),
        "W": rng.normal(size=(3, 2)),
        "b": rng.normal(size=(1, 2)),
    }
    upstream = rng.normal(size=(5, 2))

    def gradient(x, W, b):
        layer = student.Dense(W, b)
        layer.forward(x)
        dx = layer.backward(upstream)
        grads = expect_keys(layer.grads, "W", "b")
        return [dx, grads["W"], grads["b"]]

    expect_derivative(
        lambda x, W, b: np.sum(expect_shape(student.Dense(W, b).forward(x), (5, 2)) * upstream),
        gradient,
        at,
        rng,
        right=lambda x, W, b: np.sum((x @ W + b) * upstream),
    )


@task("A13.2", en="the parameters are left alone", ko="매개변수는 그대로 둡니다", conduct=True)
def test_dense_leaves_parameters(student, rng):
    W, b = rng.normal(size=(3, 2)), rng.normal(size=(1, 2))
    layer = student.Dense(W, b)
    layer.forward(rng.normal(size=(5, 3)))
    layer.backward(rng.normal(size=(5, 2)))
    expect_close(layer.params, {"W": W, "b": b})


# ---- A13.3 Sequential


def toy(module, rng):
    """Return a network of given layers on images of 6 by 5 with one channel, and these layers."""
    layers = [
        module.Conv2D(rng.normal(0, 0.5, (3, 2, 1, 2)), rng.normal(0, 0.3, 2), padding="same"),
        module.ReLU(),
        module.MaxPool2D(2),
        module.Conv2D(rng.normal(0, 0.3, (3, 2, 2, 3)), rng.normal(0, 0.3, 3)),
        module.Flatten(),
    ]
    return module.Sequential(layers), layers


def both(student, reference, rng, build=toy):
    """Return the same network twice: the student's and the reference's."""
    seed = int(rng.integers(2**31))
    return (build(module, np.random.default_rng(seed)) for module in (student, reference))


def halfway(logits):
    """Return biases that put 0 in the middle of the widest gap between a column's logits: no kink is near."""
    column = np.sort(logits, axis=0)
    below = np.argmax(np.diff(column, axis=0), axis=0)
    places = np.arange(logits.shape[1])
    return -(column[below, places] + column[below + 1, places]) / 2


def run_forward(model, layers, X):
    """Send images forward, whatever the student's forward does to them: its mistakes aren't backward's."""
    with contextlib.suppress(Exception):
        model.forward(X)
    for layer in layers:
        X = layer.forward(X)


@promises("A13.3", whole="x dY", extremes={"x": (1e12, 0.0), "dY": (1e12, 1e-12, 0.0)})
def test_sequential_in_every_call(module, rng, m):
    channels = 1 + m % 2
    # No pooling: where all entries are equal, rounding would decide which one is the largest.
    first = module.Conv2D(rng.normal(0, 0.5, (2, 2, channels, 2)), rng.normal(0, 0.3, 2))
    last = module.Conv2D(rng.normal(0, 0.5, (1, 2, 2, 1)), rng.normal(0, 0.3, 1), padding="same")
    model = module.Sequential([first, module.ReLU(), last, module.Flatten()])
    yield
    Y = model.forward(rng.normal(size=(m, 3, 4, channels)))
    yield
    dX = model.backward(rng.normal(size=(m, 6)))
    yield
    return Y, dX, first.grads, last.grads


@task("A13.3", en="forward: convolution, ReLU, pooling, convolution, flatten", ko="순전파: 합성곱, ReLU, 풀링, 합성곱, 펼치기", weight=3)  # fmt: skip
def test_sequential_forward(student, reference, rng):
    (model, _), (right, _) = both(student, reference, rng)
    for images in (3, 1):
        X = rng.normal(size=(images, 6, 5, 1))
        expect_close(model.forward(X), right.forward(X))


@task("A13.3", en="forward: a single layer", ko="순전파: 층 하나")
def test_sequential_one_layer(student, rng):
    X = rng.normal(size=(2, 3, 2, 2))
    model = student.Sequential([student.Flatten()])
    expect_close(model.forward(X), X.reshape(2, 12))
    dY = rng.normal(size=(2, 12))
    expect_close(model.backward(dY), dY.reshape(2, 3, 2, 2))


@task("A13.3", en="twenty layers", ko="층 스무 개")
def test_sequential_many_layers(student, reference, rng):
    kernels = rng.normal(0, 0.4, (18, 2, 2, 1, 1))

    def build(module):
        layers = [module.Conv2D(K, np.array([0.1]), padding="same") for K in kernels]
        return module.Sequential([*layers[:9], module.ReLU(), *layers[9:], module.Flatten()])

    model, right = build(student), build(reference)
    X, dY = rng.normal(size=(2, 3, 4, 1)), rng.normal(size=(2, 12))
    expect_close(model.forward(X), right.forward(X))
    expect_gradient(model.backward(dY), right.backward(dY))


@task("A13.3", en="backward: the derivative with respect to the input", ko="역전파: 입력에 대한 기울기", weight=3)  # fmt: skip
def test_sequential_backward(student, reference, rng):
    (model, layers), (right, _) = both(student, reference, rng)
    X, dY = rng.normal(size=(3, 6, 5, 1)), rng.normal(size=(3, 3))
    run_forward(model, layers, X)
    right.forward(X)
    expect_gradient(model.backward(dY), right.backward(dY))


@task("A13.3", en="backward: the slopes of every parameter", ko="역전파: 모든 매개변수의 기울기", weight=3)  # fmt: skip
def test_sequential_grads(student, reference, rng):
    (model, layers), (right, right_layers) = both(student, reference, rng)
    X, dY = rng.normal(size=(3, 6, 5, 1)), rng.normal(size=(3, 3))
    run_forward(model, layers, X)
    right.forward(X)
    model.backward(dY)
    right.backward(dY)
    for place in (0, 3):
        expect_gradient(layers[place].grads, right_layers[place].grads)


@task("A13.3", en="backward belongs to the last forward", ko="역전파는 마지막 순전파에 대한 것입니다", weight=2)  # fmt: skip
def test_sequential_again(student, reference, rng):
    (model, layers), (right, right_layers) = both(student, reference, rng)
    for images in (2, 3):
        X, dY = rng.normal(size=(images, 6, 5, 1)), rng.normal(size=(images, 3))
        run_forward(model, layers, X)
        right.forward(X)
        expect_gradient(model.backward(dY), right.backward(dY))
    expect_gradient(layers[0].grads, right_layers[0].grads)


@task("A13.3", en="backward gives the slopes of forward, measured by small steps", ko="역전파는 작은 걸음으로 잰 순전파의 기울기입니다", weight=2)  # fmt: skip
def test_sequential_numerical(student, reference, rng):
    # The sizes of inputs and logits keep away from the kinks of the two ReLUs.
    X = rng.choice([-1.0, 1.0], (3, 4, 3, 2)) * rng.uniform(0.2, 1.5, (3, 4, 3, 2))
    T, upstream = rng.normal(0, 0.3, (5, 4, 3, 2)), rng.normal(size=(3, 5))
    logits = np.tensordot(np.maximum(X, 0), T, axes=((1, 2, 3), (1, 2, 3)))
    b = halfway(logits)

    def build(module):
        middle = module.Templates(T, b)
        layers = [module.ReLU(), middle, module.Flatten(), module.ReLU()]
        return module.Sequential(layers), middle

    def loss(network, X, T, b):
        model, middle = network
        middle.params = {"T": T, "b": b}
        return np.sum(expect_shape(model.forward(X), upstream.shape) * upstream)

    own, right = build(student), build(reference)

    def gradient(X, T, b):
        model, middle = own
        model.forward(X)
        dX = model.backward(upstream)
        grads = expect_keys(middle.grads, "T", "b")
        return [dX, grads["T"], grads["b"]]

    expect_derivative(
        lambda **at: loss(own, **at),
        gradient,
        {"X": X, "T": T, "b": b},
        rng,
        right=lambda **at: loss(right, **at),
    )


# ---- A13.4 build_lecture_cnn


def built(student, *arguments):
    """Return the layers of the student's network, checked for their number."""
    return expect_items(student.build_lecture_cnn(*arguments).layers, 7)


def expect_start(layer, name, shape, fans):
    """Expect Glorot weights of a shape, and zero biases."""
    params = expect_keys(layer.params, name, "b", only=True)
    weights = expect_shape(params[name], shape).astype(float) / np.sqrt(6 / fans)
    units = shape[-1]
    expect_close(params["b"], np.zeros(units) if name == "K" else np.zeros((1, units)))
    expect(
        np.abs(weights).max() < 1 + 1e-6,
        en="no weight lies beyond Glorot's limit for its layer",
        ko="글로럿 초기화의 한계를 넘는 가중치가 층마다 하나도 없습니다",
    )
    expect_spread(weights)


def shapes_of(layers, shape):
    """Return what each layer makes of a shape."""
    shapes = []
    for layer in layers:
        shape = layer.output_shape(shape)
        shapes.append(shape)
    return shapes


@promises("A13.4", sizes=(1,), layouts=False, unchanged=False, kinds=False)
def test_build_in_every_call(module, rng, n):
    seed = int(rng.integers(2**31))
    first, again, other = (
        built(module, np.random.default_rng(one)) for one in (seed, seed, seed + 1)
    )
    yield
    for place, name in ((0, "K"), (4, "W"), (6, "W")):
        expect_drawn(
            *(expect_keys(layers[place].params, name)[name] for layers in (first, again, other))
        )
    return shapes_of(first, (28, 28, 1))


@task("A13.4", en="seven layers: 28 × 28 × 10, 14 × 14 × 10, 1960, 100, 10", ko="층 일곱 개: 28 × 28 × 10, 14 × 14 × 10, 1960, 100, 10", weight=3)  # fmt: skip
def test_build_shapes(student, rng):
    layers = built(student, rng)
    expect_close(shapes_of(layers, (28, 28, 1)), [shape for _, shape, _ in LECTURE])


@task("A13.4", en="Glorot weights and zero biases; 197,210 parameters", ko="글로럿 가중치와 0인 절편, 매개변수 197,210개", weight=3)  # fmt: skip
def test_build_weights(student, rng):
    layers = built(student, rng, "same")
    expect_start(layers[0], "K", (3, 3, 1, 10), 99)
    expect_start(layers[4], "W", (1960, 100), 2060)
    expect_start(layers[6], "W", (100, 10), 110)


@task("A13.4", en="with valid padding: 26, 13, 1690; 170,210 parameters", ko="valid 패딩: 26, 13, 1690, 매개변수 170,210개", weight=2)  # fmt: skip
def test_build_valid(student, rng):
    layers = built(student, rng, "valid")
    wanted = [(26, 26, 10), (26, 26, 10), (13, 13, 10), (1690,), (100,), (100,), (10,)]
    expect_close(shapes_of(layers, (28, 28, 1)), wanted)
    expect_start(layers[4], "W", (1690, 100), 1790)


@task("A13.4", en="ReLU behind the convolution and the hidden units", ko="합성곱과 은닉 유닛 뒤의 ReLU", weight=2)  # fmt: skip
def test_build_relu(student, rng):
    layers = built(student, rng)
    x = rng.normal(size=(2, 7))
    for place in (1, 5):
        expect_close(layers[place].forward(x), np.maximum(x, 0))
    X = rng.normal(size=(1, 4, 4, 1))
    pooled = X.reshape(1, 2, 2, 2, 2, 1).max(axis=(2, 4))
    expect_close(layers[2].forward(X), pooled)


# ---- A13.5 summary


def lecture_layers(module, padding="same", side=14):
    """Return the lecture's layers with zeros for weights."""
    return [
        module.Conv2D(np.zeros((3, 3, 1, 10)), np.zeros(10), padding=padding),
        module.ReLU(),
        module.MaxPool2D(2),
        module.Flatten(),
        module.Dense(np.zeros((side * side * 10, 100)), np.zeros((1, 100))),
        module.ReLU(),
        module.Dense(np.zeros((100, 10)), np.zeros((1, 10))),
    ]


@promises("A13.5", sizes=(1, 2), layouts=False, unchanged=False)
def test_summary_in_every_call(module, rng, n):
    height, width, channels, units = (int(side) for side in rng.integers(4, 9, 4))
    if n == 1:
        W, b = np.zeros((height * width * channels, units)), np.zeros((1, units))
        layers = [module.Flatten(), module.Dense(W, b)]
    else:
        K, b = np.zeros((2, 3, channels, units)), np.zeros(units)
        layers = [module.Conv2D(K, b, 2, "same"), module.MaxPool2D(2, 1), module.ReLU()]
    model = module.Sequential(layers)
    yield
    return module.summary(model, (height, width, channels))


@task("A13.5", en="the lecture's network: 197,210 parameters", ko="강의의 신경망: 매개변수 197,210개", weight=3)  # fmt: skip
def test_summary_lecture(student):
    model = student.Sequential(lecture_layers(student))
    expect_close(student.summary(model, (28, 28, 1)), LECTURE, tol=EXACT)


@task("A13.5", en="with valid padding: 170,210 parameters", ko="valid 패딩: 매개변수 170,210개", weight=2)  # fmt: skip
def test_summary_valid(student, reference):
    model = student.Sequential(lecture_layers(student, "valid", 13))
    right = reference.Sequential(lecture_layers(reference, "valid", 13))
    want = reference.summary(right, (28, 28, 1))
    expect_close(student.summary(model, (28, 28, 1)), want, tol=EXACT)


@task("A13.5", en="an oblong image with three channels, strides 2 and 1", ko="세 채널의 직사각형 이미지, 스트라이드 2와 1", weight=2)  # fmt: skip
def test_summary_oblong(student, reference):
    def model(module):
        first = module.Conv2D(np.zeros((2, 3, 3, 4)), np.zeros(4), stride=2, padding="same")
        last = module.Conv2D(np.zeros((3, 1, 4, 5)), np.zeros(5))
        return module.Sequential(
            [first, module.MaxPool2D(2, 1), last, module.ReLU(), module.Flatten()]
        )

    want = reference.summary(model(reference), (11, 8, 3))
    expect_close(student.summary(model(student), (11, 8, 3)), want, tol=EXACT)


@task("A13.5", en="the network is left as it was", ko="신경망은 그대로 둡니다", conduct=True)
def test_summary_leaves_the_network(student, rng):
    K, b = rng.normal(size=(2, 3, 3, 4)), rng.normal(size=4)
    first = student.Conv2D(K, b)
    model = student.Sequential([first, student.ReLU(), student.Flatten()])
    student.summary(model, (5, 6, 3))
    expect_items(model.layers, 3)
    expect_close(first.params, {"K": K, "b": b})


# ---- A13.6 train


def toy_digits(rng, images=7, validation=5):
    """Return training and validation sets of three classes, on images of 4 by 3 with two channels."""
    eye = np.eye(3)
    X, X_val = rng.normal(size=(images, 4, 3, 2)), rng.normal(size=(validation, 4, 3, 2))
    return X, eye[rng.integers(0, 3, images)], X_val, eye[rng.integers(0, 3, validation)]


def templates(module, rng):
    """Return the given network of one layer, for three classes."""
    model = module.Templates(rng.normal(0, 0.3, (3, 4, 3, 2)), rng.normal(0, 0.3, 3))
    return model, [model]


def deep(module, rng):
    """Return a network of given layers with two layers that learn, for three classes."""
    first = module.Conv2D(rng.normal(0, 0.3, (2, 2, 2, 3)), rng.normal(0, 0.3, 3), padding="same")
    last = module.Conv2D(rng.normal(0, 0.3, (2, 2, 3, 3)), rng.normal(0, 0.3, 3))
    layers = [first, module.ReLU(), module.MaxPool2D(2, padding="same"), last, module.Flatten()]
    return module.Sequential(layers), [first, last]


def expect_trained(layers, right_layers):
    """Expect the parameters of layers to be the reference's."""
    for layer, right in zip(layers, right_layers, strict=True):
        expect_close(layer.params, right.params)


def expect_history(got, want):
    """Expect the three lists of a history."""
    expect_close(got, {name: np.array(values) for name, values in want.items()})


def compare_training(student, reference, rng, build, *arguments, seed=None, calls=1, **more):
    """Train both networks on the same data; expect equal parameters and histories."""
    (model, layers), (right, right_layers) = both(student, reference, rng, build)
    data = toy_digits(rng)
    for _ in range(calls):
        generators = [None if seed is None else np.random.default_rng(seed) for _ in range(2)]
        history = student.train(model, *data, *arguments, generators[0], **more)
        wanted = reference.train(right, *data, *arguments, generators[1], **more)
    expect_history(history, wanted)
    expect_trained(layers, right_layers)


@promises("A13.6", sizes=(1, 3, 8))
def test_train_in_every_call(module, rng, n):
    channels = 1 + n % 2
    model = module.Templates(rng.normal(0, 0.3, (3, 2, 3, channels)), rng.normal(0, 0.3, 3))
    X, X_val = rng.normal(size=(2, n, 2, 3, channels))
    Y, Y_val = np.eye(3)[rng.integers(0, 3, (2, n))]
    if n == 3:
        X, X_val, Y, Y_val = (np.rint(2 * array).astype(int) // 2 for array in (X, X_val, Y, Y_val))
    seed = int(rng.integers(2**31))
    more = {1: (None,), 3: (None, 0), 8: (np.random.default_rng(seed), 2)}[n]
    yield
    history = module.train(model, X, Y, X_val, Y_val, 0.4321, 3, 3, *more)
    yield
    return history, model.params


@task("A13.6", en="one batch, one epoch", ko="배치 하나, 에포크 하나", weight=2)
def test_train_one_step(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.5, 7, 1)


@task("A13.6", en="batches of 3, 3 and 1 row, two epochs", ko="행 3, 3, 1개의 배치, 에포크 두 번", weight=3)  # fmt: skip
def test_train_batches(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.5, 3, 2)


@task("A13.6", en="shuffled anew in each of three epochs", ko="에포크마다 새로 섞기, 세 번", weight=2)  # fmt: skip
def test_train_shuffled(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.5, 2, 3, seed=8)


@task("A13.6", en="the rate drops to a tenth, once", ko="학습률은 한 번, 10분의 1로 낮아집니다", weight=3)  # fmt: skip
def test_train_drop(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.8, 4, 4, drop_after=2)
    compare_training(student, reference, rng, templates, 0.8, 7, 2, drop_after=0)
    compare_training(student, reference, rng, templates, 0.8, 7, 2, drop_after=5)


@task("A13.6", en="a step goes along the slopes of the loss, measured by small steps", ko="한 걸음은 작은 걸음으로 잰 손실의 기울기를 따릅니다", weight=2)  # fmt: skip
def test_train_numerical(student, reference, rng):
    X, Y, X_val, Y_val = toy_digits(rng)
    lr = 2.0

    def loss(T, b):
        Z = reference.Templates(T, b).forward(X)
        return reference.cross_entropy(reference.softmax(Z), Y)

    def gradient(T, b):
        model = student.Templates(T, b)
        student.train(model, X, Y, X_val, Y_val, lr, len(X), 1, None)
        moved = expect_keys(model.params, "T", "b")
        return [
            (start - expect_shape(moved[name], start.shape)) / lr
            for name, start in (("T", T), ("b", b))
        ]

    at = {"T": rng.normal(0, 0.3, (3, 4, 3, 2)), "b": rng.normal(0, 0.3, 3)}
    expect_derivative(loss, gradient, at, rng, right=loss)


@task(
    "A13.6",
    en="images so bright that logits are beyond ±1000",
    ko="로짓이 ±1000을 넘을 만큼 밝은 이미지",
)
def test_train_large_logits(student, reference, rng):
    (model, layers), (right, right_layers) = both(student, reference, rng, templates)
    X, Y, X_val, Y_val = toy_digits(rng)
    data = 3000 * X, Y, 3000 * X_val, Y_val, 1e-6, 4, 2, None
    history = expect_keys(student.train(model, *data), "val_acc")
    expect_close(history["val_acc"], np.array(reference.train(right, *data)["val_acc"]))
    expect_trained(layers, right_layers)


@task("A13.6", en="two layers that learn, with ReLU and pooling between", ko="학습하는 층 두 개, 그 사이에 ReLU와 풀링")  # fmt: skip
def test_train_deep(student, reference, rng):
    compare_training(student, reference, rng, deep, 0.5, 4, 2)


@task("A13.6", en="a second call goes on from where the first one ended", ko="두 번째 호출은 첫 번째가 끝난 곳에서 이어집니다")  # fmt: skip
def test_train_goes_on(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.5, 4, 1, calls=2)


@task("A13.6", en="no epochs: empty lists, parameters untouched", ko="에포크 0번: 빈 목록, 매개변수는 그대로")  # fmt: skip
def test_train_no_epochs(student, reference, rng):
    compare_training(student, reference, rng, templates, 0.5, 4, 0)


@task("A13.6", en="a few epochs on small digits: it learns", ko="작은 숫자 이미지로 몇 에포크: 학습이 됩니다", weight=2)  # fmt: skip
def test_train_digits(student, rng):
    source, eye = load_digits(), np.eye(10)
    order = rng.permutation(len(source.target))[:450]
    X, Y = source.images[order, :, :, None] / 16 - 0.3, eye[source.target[order]]
    # A network of the lesson's own: a wrong layer of the student's has been paid for elsewhere.
    model = student.Templates(rng.normal(0, 0.1, (10, 8, 8, 1)), np.zeros(10))
    data = X[:300], Y[:300], X[300:], Y[300:]
    history = student.train(model, *data, 0.5, 16, 5, np.random.default_rng(1), 4)
    history = expect_keys(history, "loss", "val_acc")
    losses, accuracies = (expect_shape(history[one], (5,)) for one in ("loss", "val_acc"))
    expect(losses[-1] < 0.7, en="the last loss is below 0.7", ko="마지막 손실이 0.7보다 작습니다")
    expect(
        accuracies[-1] > 0.75,
        en="at the end, more than 75 % of the validation set are told right",
        ko="마지막에 검증 세트의 75% 넘게 맞힙니다",
    )


# ---- A13.7 evaluate


def as_given(X):
    """Return inputs as they are: they are logits already."""
    return np.asarray(X)


@promises("A13.7", sizes=(1, 3, 53), whole="X", extremes={"X": (1000.0, -1000.0, 0.0)})
def test_evaluate_in_every_call(module, rng, n):
    sides = {1: (20,), 3: (4, 5, 1), 53: (5, 2, 2)}[n]
    # With twenty classes, numbers of pairs don't fit into a byte; half of the inputs are of one.
    labels = np.where(np.arange(n) % 2, 19, rng.integers(0, 20, n))
    labels = labels.astype({1: np.int64, 3: np.uint8, 53: np.int8}[n])
    X = rng.normal(size=(n, *sides))
    X.reshape(n, 20)[np.arange(n), labels] += 1.5
    return module.evaluate(lambda x: np.reshape(x, (len(x), 20)), X, labels)


@task("A13.7", en="five inputs of three classes", ko="세 클래스의 입력 다섯 개", weight=2)
def test_evaluate_small(student):
    Z = np.array([[2.0, 1, 0], [0, 1, 5], [-3, -1, -2], [4, 0, 1], [0, 3, 1]])
    labels = np.array([0, 2, 1, 1, 2])
    confusion = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 1]])
    expect_close(student.evaluate(as_given, Z, labels), (0.6, confusion))


@task("A13.7", en="ten classes, all negative logits", ko="열 개의 클래스, 모두 음수인 로짓", weight=3)  # fmt: skip
def test_evaluate_random(student, reference, rng):
    Z, labels = rng.normal(-9, 1, (53, 10)), rng.integers(0, 10, 53)
    Z[np.arange(53), labels] += 1.5
    expect_close(student.evaluate(as_given, Z, labels), reference.evaluate(as_given, Z, labels))


@task("A13.7", en="classes that no input is of or is taken for", ko="해당하는 입력도 예측도 없는 클래스")  # fmt: skip
def test_evaluate_missing(student, reference, rng):
    Z, labels = rng.normal(size=(11, 6)), 2 + rng.integers(0, 3, 11)
    Z[:, :2] -= 8.0
    Z[:4, 5] = 8.0
    expect_close(student.evaluate(as_given, Z, labels), reference.evaluate(as_given, Z, labels))


@task("A13.7", en="equal logits: the first one counts", ko="로짓이 같으면 앞의 것", weight=2)
def test_evaluate_ties(student):
    Z = np.array([[1.0, 1, 0], [0, 2, 2], [3, 3, 3], [0, 1, 0]])
    confusion = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0]])
    expect_close(student.evaluate(as_given, Z, np.array([0, 2, 1, 1])), (0.5, confusion))


@task("A13.7", en="images, and logits near 900", ko="이미지 입력, 900 가까운 로짓")
def test_evaluate_images(student, reference, rng):
    X, labels = rng.normal(size=(13, 3, 2, 1)), rng.integers(0, 3, 13)

    def forward(x):
        return 900 + np.asarray(x).reshape(len(x), -1)[:, :3]

    expect_close(student.evaluate(forward, X, labels), reference.evaluate(forward, X, labels))


# ---- A13.8 glorot_uniform


def drawn(student, rng, shape):
    """Return weights of one shape in units of the right limit, all of them different."""
    *window, inputs, outputs = shape
    weights = expect_shape(student.glorot_uniform(shape, rng), shape)
    weights = weights.astype(float) / np.sqrt(6 / np.prod(window) / (inputs + outputs))
    expect(
        len(np.unique(weights)) > 0.99 * weights.size,
        en="the weights differ from each other",
        ko="가중치가 서로 다릅니다",
    )
    return weights


def expect_within(weights):
    """Expect no weight beyond ±1."""
    expect(
        np.abs(weights).max() < 1 + 1e-6,
        en="no weight lies beyond the limit",
        ko="한계를 넘는 가중치가 없습니다",
    )


def expect_spread(weights):
    """Expect weights as evenly spread as uniform ones between ±1, each without a look at its neighbours."""
    shares = (np.sort(weights, axis=None) + 1) / 2
    strayed = np.abs(shares - (np.arange(weights.size) + 0.5) / weights.size).max()
    expect(
        strayed * np.sqrt(weights.size) < STRAY,
        en="the weights are spread evenly between the limit below 0 and the one above",
        ko="가중치가 음의 한계와 양의 한계 사이에 고르게 퍼져 있습니다",
    )
    for axis in range(weights.ndim):
        lines = np.moveaxis(weights, axis, 0)
        pairs = lines[1:] * lines[:-1]
        expect(
            abs(pairs.sum()) < 2 * STRAY * np.sqrt(pairs.size / 9 + 1),
            en="no weight depends on the one before it",
            ko="어떤 가중치도 앞의 가중치에 좌우되지 않습니다",
        )


def expect_drawn(first, again, other):
    """Expect the same weights of generators in the same state, and others of another."""
    first = expect_numbers(first)
    expect_close(again, first, tol=EXACT)
    expect(
        np.mean(first == expect_shape(other, first.shape)) < 0.5,
        en="another generator gives other weights",
        ko="다른 생성기는 다른 가중치를 냅니다",
    )


DENSE = ((300, 200), (20, 70))
CONVOLUTIONS = ((5, 3, 4, 11), (3, 3, 64, 8))


@promises("A13.8", sizes=(1, 2, 3), layouts=False, unchanged=False)
def test_glorot_in_every_call(module, rng, n):
    shape = {1: (1, 1), 2: (5, 3, 2, 4), 3: (7, 6)}[n]
    seed = int(rng.integers(2**31))
    generators = [np.random.default_rng(one) for one in (seed, seed, seed + 1)]
    first = module.glorot_uniform(shape, generators[0])
    yield
    first = expect_shape(first, shape)
    expect_drawn(first, *(module.glorot_uniform(shape, one) for one in generators[1:]))


@promises("A13.8", sizes=(1, 3), layouts=False, unchanged=False, tol=DRAWN)
def test_glorot_kinds(module, rng, n):
    return module.glorot_uniform((n, 2), np.random.default_rng(int(rng.integers(2**31))))


@task("A13.8", en="a dense layer: no weight beyond √(6/(n + k))", ko="완전 연결층: √(6/(n + k))을 넘는 가중치가 없습니다", weight=2)  # fmt: skip
def test_glorot_dense_limit(student, rng):
    for shape in DENSE:
        expect_within(drawn(student, rng, shape))


@task("A13.8", en="a dense layer: evenly spread up to the limit", ko="완전 연결층: 한계까지 고르게 퍼집니다", weight=2)  # fmt: skip
def test_glorot_dense_spread(student, rng):
    for shape in DENSE:
        weights = drawn(student, rng, shape)
        expect_spread(weights)
        # That none of so many weights comes closer happens once in 10^8 times.
        expect(
            min(-weights.min(), weights.max()) > 1 - 40 / weights.size,
            en="some weights lie close to the limit, on both sides of 0",
            ko="0의 양쪽에 한계 가까이에 있는 가중치가 있습니다",
        )


@task("A13.8", en="a convolutional layer: no weight beyond the limit", ko="합성곱층: 한계를 넘는 가중치가 없습니다", weight=2)  # fmt: skip
def test_glorot_convolution_limit(student, rng):
    for shape in CONVOLUTIONS:
        expect_within(drawn(student, rng, shape))


@task("A13.8", en="a convolutional layer: evenly spread up to the limit", ko="합성곱층: 한계까지 고르게 퍼집니다", weight=2)  # fmt: skip
def test_glorot_convolution_spread(student, rng):
    expect_spread(drawn(student, rng, CONVOLUTIONS[1]))


@task("A13.8", en="a window of a single pixel", ko="픽셀 하나짜리 윈도")
def test_glorot_pixel(student, rng):
    weights = drawn(student, rng, (1, 1, 20, 70))
    expect_within(weights)
    expect_spread(weights)
