"""Hidden suite of A12.

Images are never square, come in batches and alone, with one channel and with several; windows lie side by side, overlap, or leave
gaps, and leave rows and columns over. Values have both signs, so that a border of zeros shows. Where a maximum's place matters,
values are either far apart, or tie on purpose. What is sent back is random.

`gradient_norms` draws its own numbers, in an order of its own. Its results are judged by bounds: at least six standard
deviations from the usual value, measured over 300 generators.
"""

import numpy as np

from autograder.checks import (
    EXACT,
    GRADIENT,
    Tolerance,
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_shape,
    promises,
    task,
)

# How many images, or rows, the laws ask for.
MANY = (1, 7)
# Shape of the images, size, stride. The first of each row leaves cells over where it can.
SIDE_BY_SIDE = (((2, 7, 5, 3), 2, 2), ((1, 6, 10, 2), 3, 3), ((3, 5, 4, 1), 2, 2))
OVERLAPPING = (
    ((2, 6, 8, 3), 3, 2),
    ((1, 5, 4, 2), 2, 1),
    ((2, 7, 5, 1), 4, 1),
    ((1, 8, 11, 3), 5, 3),
)
WITH_GAPS = (((2, 9, 7, 3), 2, 3), ((1, 8, 5, 2), 1, 2), ((3, 6, 11, 1), 3, 4))
# A border at the end only, at both ends, wider at the end, none at all; a window larger than the image.
SAME = (((2, 7, 5, 3), 2, 2), ((1, 5, 8, 2), 3, 2), ((2, 6, 7, 1), 3, 1), ((1, 4, 10, 3), 2, 2), ((2, 7, 4, 2), 4, 3))  # fmt: skip
SAME_EXTREMES = (((1, 2, 3, 2), 5, 1), ((2, 3, 7, 1), 4, 5), ((1, 9, 6, 3), 2, 3))


def images(rows):
    """Return a batch of one image with one channel."""
    return np.array(rows, dtype=float)[None, :, :, None]


MAP = images([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]])
NEGATIVE = images([[-1, -2, -3], [-4, -5, -6], [-7, -8, -9]])


def apart(rng, shape):
    """Return images of both signs whose values all lie at least 1/4 from each other."""
    count = int(np.prod(shape))
    return (rng.permutation(count).reshape(shape) - count // 2 + 0.5) / 4


def first(result):
    """Return the first of the two things that a function returns."""
    return expect_items(result, 2, array=False)[0]


def expect_forward(student, reference, rng, cases, padding="valid"):
    """Expect the outputs of a forward pass on random images."""
    for shape, size, stride in cases:
        X = apart(rng, shape)
        want = reference(X, size, stride, padding)[0]
        expect_close(first(student(X, size, stride, padding)), want)


def expect_backward(student, reference, rng, cases, padding="valid"):
    """Expect what a backward pass makes of random slopes; the cache is plain data."""
    for shape, size, stride in cases:
        X = apart(rng, shape)
        dY = rng.normal(size=outputs(shape, size, stride, padding))
        cache = (X, size, stride, padding)
        expect_gradient(student(dY, cache), reference(dY, cache))


def expect_slope(forward, backward, right, rng):
    """Expect a backward pass to give the slopes of the forward pass beside it, far from ties, overlaps and border included."""
    X = apart(rng, (2, 5, 4, 2))
    upstream = rng.normal(size=outputs(X.shape, 3, 2, "same"))

    def loss(function, X):
        Y = first(function(X, 3, 2, "same"))
        return np.sum(expect_shape(Y, upstream.shape) * upstream)

    expect_derivative(
        lambda **at: loss(forward, **at),
        lambda X: backward(upstream, (X, 3, 2, "same")),
        {"X": X},
        rng,
        right=lambda **at: loss(right, **at),
    )


def every_pooling(forward, rng, n):
    """Return what a forward pass makes of images, its arguments left out and given, up to a single place."""
    X, grey = rng.normal(size=(n, 5, 7, 2)), rng.normal(size=(n, 5, 7, 1))
    return [
        forward(X, 3, 2, "valid"), forward(X, padding="sAme"), forward(X, size=2, stride=3), forward(grey, 5)
    ]  # fmt: skip


def every_slope(backward, rng, n):
    """Return what a backward pass makes of random slopes; images far below 0 among them, and a single pixel."""
    cases = (
        ((5, 7, 2), 3, 2, "Valid"),
        ((6, 5, 3), 3, 2, "sAme"),
        ((4, 7, 1), 2, 3, "valid"),
        ((1, 1, 1), 1, 1, "same"),
    )
    results = []
    for (H, W, C), size, stride, padding in cases:
        shape = (n, H, W, C)
        X = -1e12 * rng.uniform(0.5, 1.5, shape) if padding == "sAme" else rng.normal(size=shape)
        dY = rng.normal(size=outputs(shape, size, stride, padding.lower()))
        results.append(backward(dY, (X, size, stride, padding)))
    return results


def another_word(padding):
    """Return words that are no padding, though ``pad_amounts`` knows some of them."""
    return ["full", "same_scipy", "reflect", ""]


def too_small(X):
    """Return images that are too low, and too narrow, for a window of 3."""
    return [X[:, :2], X[:, :, :2], X[:, :1, :1]]


def outputs(shape, size, stride, padding):
    """Return the shape of the output of pooling."""
    N, *sides, C = shape
    if padding == "same":
        return (N, *(-(-side // stride) for side in sides), C)
    return (N, *((side - size) // stride + 1 for side in sides), C)


# ---- A12.1 max_pool_forward


@promises(
    "A12.1", sizes=MANY, whole="X", small="X", letters="padding", extremes={"X": (1e12, -1e12, 0.0)},
    refused={"padding": another_word, "X": too_small},
)  # fmt: skip
def test_max_pool_forward_in_every_call(module, rng, n):
    return every_pooling(module.max_pool_forward, rng, n)


@task("A12.1", en="the lesson's map, strides 2 and 1", ko="본문의 맵, 스트라이드 2와 1", weight=2)
def test_max_pool_forward_lesson(student):
    expect_close(first(student.max_pool_forward(MAP, 2, 2)), images([[6, 8], [3, 4]]))
    stride_one = first(student.max_pool_forward(MAP, size=2, stride=1))
    expect_close(stride_one, images([[6, 7, 8], [6, 7, 8], [3, 3, 4]]))


@task("A12.1", en="without a stride it equals the size", ko="스트라이드를 주지 않으면 윈도의 크기와 같습니다")  # fmt: skip
def test_max_pool_forward_default(student, reference, rng):
    for shape, *size in (((2, 5, 8, 3),), ((1, 7, 10, 2), 3)):
        X = apart(rng, shape)
        expect_close(
            first(student.max_pool_forward(X, *size)), reference.max_pool_forward(X, *size)[0]
        )


@task("A12.1", en="windows side by side; batches, channels, cells left over", ko="맞닿은 윈도, 배치, 채널, 남는 칸", weight=2)  # fmt: skip
def test_max_pool_forward_side_by_side(student, reference, rng):
    expect_forward(student.max_pool_forward, reference.max_pool_forward, rng, SIDE_BY_SIDE)


@task("A12.1", en="windows that overlap", ko="겹치는 윈도", weight=2)
def test_max_pool_forward_overlapping(student, reference, rng):
    expect_forward(student.max_pool_forward, reference.max_pool_forward, rng, OVERLAPPING)


@task("A12.1", en="strides larger than the window", ko="윈도보다 큰 스트라이드")
def test_max_pool_forward_gaps(student, reference, rng):
    expect_forward(student.max_pool_forward, reference.max_pool_forward, rng, WITH_GAPS)


@task("A12.1", en="same on negative numbers: the border never wins", ko="음수에 same: 테두리는 이기지 않습니다", weight=2)  # fmt: skip
def test_max_pool_forward_border(student):
    same = first(student.max_pool_forward(NEGATIVE, padding="same"))
    expect_close(same, images([[-1, -3], [-7, -9]]))
    deep = first(student.max_pool_forward(1e6 * NEGATIVE, padding="same"))
    expect_close(deep, 1e6 * images([[-1, -3], [-7, -9]]))


@task("A12.1", en="same with strides, on both sides of an image", ko="스트라이드가 있는 same, 이미지의 양쪽", weight=3)  # fmt: skip
def test_max_pool_forward_same(student, reference, rng):
    expect_forward(student.max_pool_forward, reference.max_pool_forward, rng, SAME, "same")


@task("A12.1", en="same with windows larger than the image or smaller than the stride", ko="이미지보다 크거나 스트라이드보다 작은 윈도에 same")  # fmt: skip
def test_max_pool_forward_same_extremes(student, reference, rng):
    expect_forward(student.max_pool_forward, reference.max_pool_forward, rng, SAME_EXTREMES, "same")


@task("A12.1", en="the cache: X, size, stride as a number, padding", ko="캐시: X, size, 숫자인 stride, padding", weight=2)  # fmt: skip
def test_max_pool_forward_cache(student, reference, rng):
    X = apart(rng, (2, 5, 6, 3))
    for arguments in ((), (3,), (3, 2, "same"), (2, 2, "SAME")):
        expect_close(
            student.max_pool_forward(X, *arguments), reference.max_pool_forward(X, *arguments)
        )


# ---- A12.2 max_pool_backward


@promises(
    "A12.2", sizes=MANY, whole="dY cache[0]", small="cache[0]", letters="cache[3]", extremes={"dY": (1e9, -1e9, 0.0)},
    tol=GRADIENT,
)  # fmt: skip
def test_max_pool_backward_in_every_call(module, rng, n):
    return every_slope(module.max_pool_backward, rng, n)


@task("A12.2", en="the lesson's map, stride 2", ko="본문의 맵, 스트라이드 2")
def test_max_pool_backward_lesson(student):
    dX = student.max_pool_backward(images([[1, 2], [3, 4]]), (MAP, 2, 2, "valid"))
    expect_gradient(dX, images([[0, 0, 0, 0], [0, 1, 0, 2], [3, 0, 0, 0], [0, 0, 0, 4]]))


@task("A12.2", en="the lesson's map, stride 1: a winner in two windows gets the sum", ko="본문의 맵, 스트라이드 1: 두 윈도에서 이긴 칸은 합을 받습니다")  # fmt: skip
def test_max_pool_backward_lesson_overlapping(student):
    dX = student.max_pool_backward(np.ones((1, 3, 3, 1)), (MAP, 2, 1, "valid"))
    expect_gradient(dX, images([[0, 0, 0, 0], [0, 2, 2, 2], [1, 0, 0, 0], [0, 0, 1, 1]]))
    dY = images([[1, -2, 3], [0.5, 4, -1], [2, -3, 6]])
    dX = student.max_pool_backward(dY, (MAP, 2, 1, "valid"))
    expect_gradient(dX, images([[0, 0, 0, 0], [0, 1.5, 2, 2], [2, 0, 0, 0], [0, 0, -3, 6]]))


@task("A12.2", en="windows side by side; batches, channels, cells left over", ko="맞닿은 윈도, 배치, 채널, 남는 칸", weight=2)  # fmt: skip
def test_max_pool_backward_side_by_side(student, reference, rng):
    expect_backward(student.max_pool_backward, reference.max_pool_backward, rng, SIDE_BY_SIDE)


@task("A12.2", en="windows that overlap", ko="겹치는 윈도", weight=3)
def test_max_pool_backward_overlapping(student, reference, rng):
    expect_backward(student.max_pool_backward, reference.max_pool_backward, rng, OVERLAPPING)


@task("A12.2", en="strides larger than the window: cells in no window get 0", ko="윈도보다 큰 스트라이드: 윈도 밖의 칸은 0")  # fmt: skip
def test_max_pool_backward_gaps(student, reference, rng):
    expect_backward(student.max_pool_backward, reference.max_pool_backward, rng, WITH_GAPS)


@task("A12.2", en="ties: the first in row order gets everything", ko="동점: 행 순서로 첫 번째 칸이 모두 받습니다", weight=2)  # fmt: skip
def test_max_pool_backward_ties(student, reference, rng):
    expect_gradient(
        student.max_pool_backward(images([[1]]), (images([[1, 1], [1, 1]]), 2, 2, "valid")),
        images([[1, 0], [0, 0]]),
    )
    # Nearly a tie is none.
    near = images([[1, 1 + 5e-6], [1, 1]])
    expect_gradient(
        student.max_pool_backward(images([[2]]), (near, 2, 2, "valid")), images([[0, 2], [0, 0]])
    )
    row_before_column = images([[0, 7, 1], [7, 0, 7], [7, 1, 0]])
    expect_gradient(
        student.max_pool_backward(images([[3]]), (row_before_column, 3, 3, "valid")),
        images([[0, 3, 0], [0, 0, 0], [0, 0, 0]]),
    )


@task("A12.2", en="ties with zeros all around, in windows that overlap", ko="0으로 둘러싸인 동점, 겹치는 윈도", weight=2)  # fmt: skip
def test_max_pool_backward_many_ties(student, reference, rng):
    for shape, size, stride in OVERLAPPING:
        X = np.maximum(rng.integers(-3, 3, shape), 0).astype(float)
        dY = rng.normal(size=outputs(shape, size, stride, "valid"))
        cache = (X, size, stride, "valid")
        expect_gradient(
            student.max_pool_backward(dY, cache), reference.max_pool_backward(dY, cache)
        )


@task("A12.2", en="same on negative numbers: nothing is lost to the border", ko="음수에 same: 테두리로 새는 것이 없습니다")  # fmt: skip
def test_max_pool_backward_border(student):
    dX = student.max_pool_backward(images([[1, 2], [3, 4]]), (NEGATIVE, 2, 2, "same"))
    expect_gradient(dX, images([[1, 0, 2], [0, 0, 0], [3, 0, 4]]))


@task("A12.2", en="same with strides, cut back to the image", ko="스트라이드가 있는 same, 이미지 크기로 자르기", weight=3)  # fmt: skip
def test_max_pool_backward_same(student, reference, rng):
    expect_backward(student.max_pool_backward, reference.max_pool_backward, rng, SAME, "same")


@task("A12.2", en="same with windows larger than the image or smaller than the stride", ko="이미지보다 크거나 스트라이드보다 작은 윈도에 same")  # fmt: skip
def test_max_pool_backward_same_extremes(student, reference, rng):
    expect_backward(
        student.max_pool_backward, reference.max_pool_backward, rng, SAME_EXTREMES, "same"
    )


@task("A12.2", en="the slopes of the forward pass, measured by small steps", ko="작은 걸음으로 잰 순전파의 기울기", weight=2)  # fmt: skip
def test_max_pool_backward_is_the_slope(student, reference, rng):
    expect_slope(
        student.max_pool_forward, student.max_pool_backward, reference.max_pool_forward, rng
    )


# ---- A12.3 avg_pool_forward


# A sum of 1e9 and -1e9 would leave nothing but rounding.
@promises(
    "A12.3", sizes=MANY, whole="X", small="X", letters="padding", extremes={"X": (1e9, 0.0)},
    refused={"padding": another_word, "X": too_small},
)  # fmt: skip
def test_avg_pool_forward_in_every_call(module, rng, n):
    return every_pooling(module.avg_pool_forward, rng, n)


@task("A12.3", en="the lesson's map, strides 2 and 1", ko="본문의 맵, 스트라이드 2와 1", weight=2)
def test_avg_pool_forward_lesson(student):
    expect_close(first(student.avg_pool_forward(MAP, 2, 2)), images([[3.25, 5.25], [2, 2]]))
    stride_one = first(student.avg_pool_forward(MAP, size=2, stride=1))
    expect_close(stride_one, images([[3.25, 4, 5.25], [4, 4, 4], [2, 2, 2]]))


@task("A12.3", en="without a stride it equals the size", ko="스트라이드를 주지 않으면 윈도의 크기와 같습니다")  # fmt: skip
def test_avg_pool_forward_default(student, reference, rng):
    for shape, *size in (((2, 5, 8, 3),), ((1, 7, 10, 2), 3)):
        X = apart(rng, shape)
        expect_close(
            first(student.avg_pool_forward(X, *size)), reference.avg_pool_forward(X, *size)[0]
        )


@task("A12.3", en="windows side by side; batches, channels, cells left over", ko="맞닿은 윈도, 배치, 채널, 남는 칸", weight=2)  # fmt: skip
def test_avg_pool_forward_side_by_side(student, reference, rng):
    expect_forward(student.avg_pool_forward, reference.avg_pool_forward, rng, SIDE_BY_SIDE)


@task("A12.3", en="windows that overlap, and strides larger than the window", ko="겹치는 윈도와 윈도보다 큰 스트라이드", weight=2)  # fmt: skip
def test_avg_pool_forward_strides(student, reference, rng):
    cases = OVERLAPPING + WITH_GAPS
    expect_forward(student.avg_pool_forward, reference.avg_pool_forward, rng, cases)


@task("A12.3", en="same: border cells don't count", ko="same: 테두리 칸은 세지 않습니다", weight=2)
def test_avg_pool_forward_border(student):
    same = first(student.avg_pool_forward(NEGATIVE, padding="same"))
    expect_close(same, images([[-3, -4.5], [-7.5, -9]]))


@task("A12.3", en="same with strides, on both sides of an image", ko="스트라이드가 있는 same, 이미지의 양쪽", weight=3)  # fmt: skip
def test_avg_pool_forward_same(student, reference, rng):
    expect_forward(student.avg_pool_forward, reference.avg_pool_forward, rng, SAME, "same")


@task("A12.3", en="same with windows larger than the image or smaller than the stride", ko="이미지보다 크거나 스트라이드보다 작은 윈도에 same")  # fmt: skip
def test_avg_pool_forward_same_extremes(student, reference, rng):
    expect_forward(student.avg_pool_forward, reference.avg_pool_forward, rng, SAME_EXTREMES, "same")


@task("A12.3", en="the cache: X, size, stride as a number, padding", ko="캐시: X, size, 숫자인 stride, padding", weight=2)  # fmt: skip
def test_avg_pool_forward_cache(student, reference, rng):
    X = apart(rng, (2, 5, 6, 3))
    for arguments in ((), (3,), (3, 2, "same"), (2, 2, "SAME")):
        expect_close(
            student.avg_pool_forward(X, *arguments), reference.avg_pool_forward(X, *arguments)
        )


# ---- A12.4 avg_pool_backward


@promises(
    "A12.4", sizes=MANY, whole="dY cache[0]", small="cache[0]", letters="cache[3]", extremes={"dY": (1e9, -1e9, 0.0)},
    tol=GRADIENT,
)  # fmt: skip
def test_avg_pool_backward_in_every_call(module, rng, n):
    return every_slope(module.avg_pool_backward, rng, n)


@task("A12.4", en="the lesson's map, stride 2: quarters", ko="본문의 맵, 스트라이드 2: 4분의 1씩")
def test_avg_pool_backward_lesson(student):
    dX = student.avg_pool_backward(images([[1, 2], [3, 4]]), (MAP, 2, 2, "valid"))
    top, bottom = [0.25, 0.25, 0.5, 0.5], [0.75, 0.75, 1, 1]
    expect_gradient(dX, images([top, top, bottom, bottom]))


@task("A12.4", en="windows side by side; batches, channels, cells left over", ko="맞닿은 윈도, 배치, 채널, 남는 칸", weight=2)  # fmt: skip
def test_avg_pool_backward_side_by_side(student, reference, rng):
    expect_backward(student.avg_pool_backward, reference.avg_pool_backward, rng, SIDE_BY_SIDE)


@task(
    "A12.4", en="windows that overlap: shares are added", ko="겹치는 윈도: 몫을 더합니다", weight=3
)
def test_avg_pool_backward_overlapping(student, reference, rng):
    expect_backward(student.avg_pool_backward, reference.avg_pool_backward, rng, OVERLAPPING)


@task("A12.4", en="strides larger than the window: cells in no window get 0", ko="윈도보다 큰 스트라이드: 윈도 밖의 칸은 0")  # fmt: skip
def test_avg_pool_backward_gaps(student, reference, rng):
    expect_backward(student.avg_pool_backward, reference.avg_pool_backward, rng, WITH_GAPS)


@task(
    "A12.4",
    en="same: shared by the cells of the image only",
    ko="same: 이미지 안의 칸만 나누어 받습니다",
)
def test_avg_pool_backward_border(student):
    dX = student.avg_pool_backward(images([[4, 2], [6, 1]]), (NEGATIVE, 2, 2, "same"))
    expect_gradient(dX, images([[1, 1, 1], [1, 1, 1], [3, 3, 1]]))


@task("A12.4", en="same with strides, cut back to the image", ko="스트라이드가 있는 same, 이미지 크기로 자르기", weight=3)  # fmt: skip
def test_avg_pool_backward_same(student, reference, rng):
    expect_backward(student.avg_pool_backward, reference.avg_pool_backward, rng, SAME, "same")


@task("A12.4", en="same with windows larger than the image or smaller than the stride", ko="이미지보다 크거나 스트라이드보다 작은 윈도에 same")  # fmt: skip
def test_avg_pool_backward_same_extremes(student, reference, rng):
    expect_backward(
        student.avg_pool_backward, reference.avg_pool_backward, rng, SAME_EXTREMES, "same"
    )


@task(
    "A12.4",
    en="the transpose of the forward pass: equal products",
    ko="순전파의 전치: 곱의 합이 같습니다",
)
def test_avg_pool_backward_is_the_transpose(student, reference, rng):
    X = rng.uniform(0.5, 1.5, (2, 7, 5, 3))
    for size, stride, padding in ((3, 2, "valid"), (2, 1, "same")):
        Y, cache = reference.avg_pool_forward(X, size, stride, padding)
        dY = rng.uniform(0.5, 1.5, Y.shape)
        dX = expect_shape(student.avg_pool_backward(dY, cache), X.shape)
        expect_close(float(np.sum(X * dX)), float(np.sum(Y * dY)))


@task("A12.4", en="the slopes of the forward pass, measured by small steps", ko="작은 걸음으로 잰 순전파의 기울기", weight=2)  # fmt: skip
def test_avg_pool_backward_is_the_slope(student, reference, rng):
    expect_slope(
        student.avg_pool_forward, student.avg_pool_backward, reference.avg_pool_forward, rng
    )


# ---- A12.5 tanh_from_sigmoid


def expect_tanh(student, x):
    expect_close(student.tanh_from_sigmoid(x), (np.tanh(x), 1 / np.cosh(x) ** 2))


# What is left of the slope far out counts: sigmoid is right to 1e-12.
FAR_OUT = Tolerance(relative=1e-5, of_rms=0.0, absolute=1e-11)


@promises("A12.5", sizes=MANY, whole="x", tol=FAR_OUT)
def test_tanh_in_every_call(module, rng, n):
    x = rng.uniform(-11.0, 11.0, (n, 4))
    x[:, 1:3] = 0.0
    number = float(rng.uniform(-3.0, 3.0))
    return [
        module.tanh_from_sigmoid(argument) for argument in (x, x[:, 0], x[:, :, None, None], number)
    ]


@task("A12.5", en="the lesson's four places", ko="본문의 네 자리", weight=2)
def test_tanh_lesson(student):
    slopes = np.array([1, 0.0706508248532, 0.000181583230944, 8.24461454663e-09])
    values = np.tanh([0.0, 2.0, 5.0, 10.0])
    x = np.array([0.0, 2.0, 5.0, 10.0])
    expect_close(student.tanh_from_sigmoid(x), (values, slopes), tol=FAR_OUT)


@task("A12.5", en="numbers of both signs, fractions and whole", ko="양수와 음수, 소수와 정수")
def test_tanh_numbers(student):
    for x in (0.3, -0.7, 1.9, -2, 1):
        expect_tanh(student, x)


@task("A12.5", en="arrays of any shape", ko="여러 shape의 배열", weight=3)
def test_tanh_arrays(student, rng):
    for shape in ((7,), (3, 5), (2, 3, 1, 4)):
        expect_tanh(student, rng.normal(size=shape))


@task("A12.5", en="far out: 1 and -1, flat", ko="아주 먼 곳: 1과 -1, 기울기 0", weight=2)
def test_tanh_far_out(student):
    x = np.array([-1000.0, -400.0, 0.0, 400.0, 1000.0])
    want = (np.array([-1.0, -1, 0, 1, 1]), np.array([0.0, 0, 1, 0, 0]))
    expect_close(student.tanh_from_sigmoid(x), want)


@task("A12.5", en="the derivative is the slope of the value, measured by small steps", ko="작은 걸음으로 잰 값의 기울기와 같은 도함수", weight=2)  # fmt: skip
def test_tanh_slope(student, rng):
    upstream = rng.normal(size=(3, 5))

    def part(x, place):
        return expect_shape(expect_items(student.tanh_from_sigmoid(x), 2)[place], x.shape)

    expect_derivative(
        lambda x: np.sum(part(x, 0) * upstream),
        lambda x: part(x, 1) * upstream,
        {"x": rng.normal(size=(3, 5))},
        rng,
        right=lambda x: np.sum(np.tanh(x) * upstream),
    )


# ---- A12.6 ReLU


def mixed(rng, shape):
    """Return numbers of both signs, at least 1/8 from 0."""
    x = apart(rng, shape)
    return np.sign(x) * (np.abs(x) % 3 + 0.125)


@promises(
    "A12.6", sizes=MANY, whole="x dY",
    extremes={"x": (1e9, -1e9, 0.0, 1e-9), "dY": (1e9, -1e9, 0.0)},
)  # fmt: skip
def test_relu_in_every_call(module, rng, n):
    layer, results = module.ReLU(), []
    for shape in ((n, 4), (n, 4), (n,), (n, 3, 2, 1)):
        results.append(layer.forward(rng.normal(size=shape)))
        yield
        results.append(layer.backward(rng.normal(size=shape)))
        yield
    return results


@task("A12.6", en="forward: negative, zero, positive", ko="순전파: 음수, 0, 양수")
def test_relu_forward_small(student):
    layer = student.ReLU()
    expect_close(layer.forward(np.array([-2.0, -0.0, 0.0, 3.0])), np.array([0.0, 0.0, 0.0, 3.0]))


@task("A12.6", en="forward: rows and images", ko="순전파: 행과 이미지", weight=2)
def test_relu_forward(student, rng):
    layer = student.ReLU()
    for shape in ((6,), (5, 3), (2, 4, 3, 2)):
        x = mixed(rng, shape)
        expect_close(layer.forward(x), np.maximum(x, 0))


@task(
    "A12.6",
    en="backward: what came from positive inputs",
    ko="역전파: 양수 입력에서 온 것만",
    weight=3,
)
def test_relu_backward(student, rng):
    layer = student.ReLU()
    for shape in ((6,), (5, 3), (2, 4, 3, 2)):
        x, dY = mixed(rng, shape), rng.normal(size=shape)
        layer.forward(x)
        expect_gradient(layer.backward(dY), np.where(x > 0, dY, 0))


@task("A12.6", en="backward at exactly 0: nothing passes", ko="정확히 0에서의 역전파: 아무것도 지나가지 않습니다", weight=2)  # fmt: skip
def test_relu_backward_at_zero(student, rng):
    layer = student.ReLU()
    layer.forward(np.array([-2.0, -0.0, 0.0, 3.0]))
    expect_gradient(layer.backward(np.array([1.5, -2.5, 3.5, -4.5])), np.array([0.0, 0, 0, -4.5]))


@task(
    "A12.6",
    en="backward belongs to the last forward",
    ko="역전파는 마지막 순전파의 것입니다",
    weight=2,
)
def test_relu_last_forward(student, rng):
    layer = student.ReLU()
    layer.forward(mixed(rng, (4, 3)))
    for shape in ((4, 3), (2, 5)):
        x = mixed(rng, shape)
        layer.forward(x)
        for _ in range(2):
            dY = rng.normal(size=shape)
            expect_gradient(layer.backward(dY), np.where(x > 0, dY, 0))


@task("A12.6", en="backward gives the slopes of forward, measured by small steps", ko="역전파는 작은 걸음으로 잰 순전파의 기울기입니다", weight=2)  # fmt: skip
def test_relu_slope(student, rng):
    layer, upstream = student.ReLU(), rng.normal(size=(3, 5))

    def gradient(x):
        layer.forward(x)
        return layer.backward(upstream)

    expect_derivative(
        lambda x: np.sum(expect_shape(layer.forward(x), x.shape) * upstream),
        gradient,
        {"x": mixed(rng, (3, 5))},
        rng,
        right=lambda x: np.sum(np.maximum(x, 0) * upstream),
    )


@task("A12.6", en="two layers remember their own inputs", ko="두 층은 각자의 입력을 기억합니다")
def test_relu_two_layers(student, rng):
    below, above = student.ReLU(), student.ReLU()
    x, z, dY = (mixed(rng, (3, 5)) for _ in range(3))
    below.forward(x)
    above.forward(z)
    expect_gradient(above.backward(dY), np.where(z > 0, dY, 0))
    expect_gradient(below.backward(dY), np.where(x > 0, dY, 0))


@task("A12.6", en="params and grads are empty", ko="params와 grads는 비어 있습니다", conduct=True)
def test_relu_learns_nothing(student, rng):
    layer = student.ReLU()
    layer.forward(rng.normal(size=(2, 3)))
    layer.backward(rng.normal(size=(2, 3)))
    for name in ("params", "grads"):
        expect_keys(getattr(layer, name), only=True)


# ---- A12.7 gradient_norms

# The usual norms of one layer of 300 units, and of three layers of 200 (ReLU: 400), from the last to the first. The
# logarithm's standard deviation is at most 0.01 for one layer; for three, it is 0.06, 0.02 and 0.04.
ONE_LAYER = {"sigmoid": [508.4], "tanh": [1636.0], "relu": [1699.0]}
THREE_LAYERS = {
    "sigmoid": [195.0, 48.2, 18.7],
    "tanh": [660.0, 683.0, 740.0],
    "relu": [2262.0, 2262.0, 2262.0],
}
WITHIN_7 = Tolerance(relative=0.07, of_rms=0.0, absolute=0.0)
WITHIN_25 = Tolerance(relative=0.25, of_rms=0.0, absolute=0.0)
WITHIN_30 = Tolerance(relative=0.30, of_rms=0.0, absolute=0.0)
WITHIN_40 = Tolerance(relative=0.40, of_rms=0.0, absolute=0.0)


def expect_norms(student, rng, depth, width, activation):
    """Return the norms as an array, checked for its shape and for being positive numbers."""
    norms = expect_shape(student.gradient_norms(depth, width, activation, rng), (depth,))
    expect(
        np.all(norms > 0) and np.all(np.isfinite(norms)),
        en="every norm is a positive number",
        ko="모든 노름이 유한한 양수입니다",
    )
    return norms


@promises(
    "A12.7", sizes=(1, 3), refused={"activation": lambda word: ["softmax", "linear", ""]},
    layouts=False, unchanged=False, tol=WITHIN_40,
)  # fmt: skip
def test_norms_in_every_call(module, rng, depth):
    layers = {"tanh": depth, "sigmoid": 1, "relu": 1}
    norms = [module.gradient_norms(layers[f], 80, f, rng) for f in layers]
    with np.errstate(all="ignore"):
        deep = np.log10(expect_shape(module.gradient_norms(20, 50, "sigmoid", rng), (20,)))
    return [*norms, deep[-1]]


@task("A12.7", en="one layer of 300 sigmoid units: the usual norm, within 7 %", ko="시그모이드 유닛 300개, 한 층: 보통의 노름, 7% 이내")  # fmt: skip
def test_norms_one_layer_sigmoid(student, rng):
    norms = student.gradient_norms(1, 300, "sigmoid", rng)
    expect_close(norms, np.array(ONE_LAYER["sigmoid"]), tol=WITHIN_7)


@task("A12.7", en="one layer of 300 tanh units: the usual norm, within 7 %", ko="tanh 유닛 300개, 한 층: 보통의 노름, 7% 이내")  # fmt: skip
def test_norms_one_layer_tanh(student, rng):
    norms = student.gradient_norms(1, 300, "tanh", rng)
    expect_close(norms, np.array(ONE_LAYER["tanh"]), tol=WITHIN_7)


@task("A12.7", en="one layer of 300 ReLU units: the usual norm, within 7 %", ko="ReLU 유닛 300개, 한 층: 보통의 노름, 7% 이내")  # fmt: skip
def test_norms_one_layer_relu(student, rng):
    norms = student.gradient_norms(1, 300, "relu", rng)
    expect_close(norms, np.array(ONE_LAYER["relu"]), tol=WITHIN_7)


@task("A12.7", en="three sigmoid layers, last to first: the usual norms, within 40 %", ko="시그모이드 세 층, 마지막 층부터: 보통의 노름, 40% 이내", weight=2)  # fmt: skip
def test_norms_three_layers_sigmoid(student, rng):
    norms = student.gradient_norms(3, 200, "sigmoid", rng)
    expect_close(norms, np.array(THREE_LAYERS["sigmoid"]), tol=WITHIN_40)


@task("A12.7", en="three tanh layers: the usual norms, within 30 %", ko="tanh 세 층: 보통의 노름, 30% 이내", weight=2)  # fmt: skip
def test_norms_three_layers_tanh(student, rng):
    norms = student.gradient_norms(3, 200, "tanh", rng)
    expect_close(norms, np.array(THREE_LAYERS["tanh"]), tol=WITHIN_30)


@task("A12.7", en="three ReLU layers with He's weights: the usual norms, within 25 %", ko="He의 가중치를 쓰는 ReLU 세 층: 보통의 노름, 25% 이내", weight=2)  # fmt: skip
def test_norms_three_layers_relu(student, rng):
    norms = student.gradient_norms(3, 400, "relu", rng)
    expect_close(norms, np.array(THREE_LAYERS["relu"]), tol=WITHIN_25)


@task("A12.7", en="ten and twenty sigmoid layers: the gradient vanishes, to millionths and to trillionths", ko="시그모이드 열 층과 스무 층: 기울기가 100만분의 몇, 1조분의 몇까지 사라집니다", weight=2)  # fmt: skip
def test_norms_vanish(student, rng):
    norms = expect_norms(student, rng, 10, 50, "sigmoid")
    expect(
        1e-8 < norms[-1] / norms[0] < 1e-4,
        en="the first layer's norm is some millionths of the last layer's",
        ko="첫 층의 노름이 마지막 층 노름의 100만분의 몇 정도입니다",
    )
    norms = expect_norms(student, rng, 20, 50, "sigmoid")
    expect(
        1e-14 < norms[-1] / norms[0] < 1e-9,
        en="the first of twenty layers' norms is some trillionths of the last one's",
        ko="스무 층 가운데 첫 층의 노름이 마지막 층 노름의 1조분의 몇 정도입니다",
    )


@task("A12.7", en="ten tanh layers: the first gets as much as the last, roughly", ko="tanh 열 층: 첫 층도 마지막 층만큼 받습니다(대략)")  # fmt: skip
def test_norms_tanh_stays(student, rng):
    norms = expect_norms(student, rng, 10, 50, "tanh")
    expect(
        1e-2 < norms[-1] / norms[0] < 1e2,
        en="the first layer's norm is about as large as the last layer's",
        ko="첫 층의 노름이 마지막 층의 노름과 크게 다르지 않습니다",
    )


@task("A12.7", en="ten ReLU layers: the first gets as much as the last, roughly", ko="ReLU 열 층: 첫 층도 마지막 층만큼 받습니다(대략)")  # fmt: skip
def test_norms_relu_stays(student, rng):
    norms = expect_norms(student, rng, 10, 150, "relu")
    expect(
        0.2 < norms[-1] / norms[0] < 5,
        en="the first layer's norm is about as large as the last layer's",
        ko="첫 층의 노름이 마지막 층의 노름과 크게 다르지 않습니다",
    )


@task("A12.7", en="generators in equal states give equal norms, others different ones", ko="상태가 같은 생성기이면 같은 노름, 다르면 다른 노름", conduct=True)  # fmt: skip
def test_norms_repeat(student):
    generators = (np.random.default_rng(seed) for seed in (11, 11, 12))
    one, again, other = (student.gradient_norms(3, 7, "tanh", rng) for rng in generators)
    one = expect_shape(one, (3,))
    expect_close(again, one)
    expect(
        not np.allclose(expect_shape(other, (3,)), one),
        en="another generator gives other norms",
        ko="다른 생성기는 다른 노름을 냅니다",
    )


# ---- A12.8 lenet5_shapes

NAMES = ("conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2")


def layers(sides, fc1):
    """Return the seven rows: only the sides and fc1's parameters depend on the image."""
    channels = (6, 6, 16, 16, 120)
    shapes = [(side, side, count) for side, count in zip(sides, channels, strict=True)]
    parameters = (156, 0, 2416, 0, 48120, fc1, 850)
    return list(zip(NAMES, [*shapes, (84,), (10,)], parameters, strict=True))


def column(rows, place):
    """Return one column of the seven rows, checked for being rows of three."""
    return [expect_items(row, 3)[place] for row in expect_items(rows, 7)]


LENET = layers((28, 14, 10, 5, 1), 10164)


@promises(
    "A12.8", sizes=MANY, refused={"side": lambda side: [29, 28, 14, 3, 1]},
    layouts=False, unchanged=False, tol=EXACT,
)  # fmt: skip
def test_lenet_in_every_call(module, rng, n):
    side = int(rng.integers(32, 70))
    return [
        module.lenet5_shapes(side, 1),
        module.lenet5_shapes(side, pad=n),
        module.lenet5_shapes(side),
        module.lenet5_shapes(),
    ]


@task("A12.8", en="names, in order", ko="이름과 순서")
def test_lenet_names(student):
    expect_close(column(student.lenet5_shapes(), 0), list(NAMES))


@task("A12.8", en="32 by 32: shapes", ko="32×32: shape", weight=2)
def test_lenet_shapes(student):
    expect_close(column(student.lenet5_shapes(), 1), column(LENET, 1), tol=EXACT)


@task(
    "A12.8", en="32 by 32: parameters, 61,706 in all", ko="32×32: 매개변수, 모두 61,706개", weight=2
)
def test_lenet_parameters(student):
    expect_close(column(student.lenet5_shapes(), 2), column(LENET, 2), tol=EXACT)


@task("A12.8", en="28 by 28 with two zeros on each side: the same", ko="28×28에 사방 0 두 개: 같은 결과", weight=2)  # fmt: skip
def test_lenet_padded(student):
    expect_close(student.lenet5_shapes(28, 2), LENET, tol=EXACT)
    expect_close(student.lenet5_shapes(side=26, pad=3), LENET, tol=EXACT)


@task("A12.8", en="larger images: fc1 takes all that conv3 returns", ko="더 큰 이미지: fc1은 conv3의 출력을 모두 받습니다", weight=2)  # fmt: skip
def test_lenet_larger(student):
    expect_close(student.lenet5_shapes(36), layers((32, 16, 12, 6, 2), 40404), tol=EXACT)
    expect_close(student.lenet5_shapes(40, 2), layers((40, 20, 16, 8, 4), 161364), tol=EXACT)


@task("A12.8", en="odd maps: a row and a column are left over", ko="홀수 맵: 한 행과 한 열이 남습니다", weight=2)  # fmt: skip
def test_lenet_left_over(student):
    expect_close(student.lenet5_shapes(33), layers((29, 14, 10, 5, 1), 10164), tol=EXACT)
    expect_close(student.lenet5_shapes(35), layers((31, 15, 11, 5, 1), 10164), tol=EXACT)


# ---- consistency: run only where a backward pass failed


def expect_derivative_of_own(forward, backward, rng):
    """Compare a backward pass with the forward pass beside it, at values that are far from ties."""
    X = apart(rng, (2, 5, 7, 2))
    upstream = rng.normal(size=(2, 2, 3, 2))

    def loss(X):
        return np.sum(expect_shape(first(forward(X, 3, 2)), upstream.shape) * upstream)

    expect_derivative(loss, lambda X: backward(upstream, (X, 3, 2, "valid")), {"X": X}, rng)


@consistency(
    "A12.2",
    forward=("A12.1",),
    en="max pooling's gradient against the student's own forward pass",
    ko="본인이 작성한 최대 풀링의 순전파와 기울기의 비교",
)
def test_max_pool_backward_of_own_forward(student, rng):
    expect_derivative_of_own(student.max_pool_forward, student.max_pool_backward, rng)


@consistency(
    "A12.4",
    forward=("A12.3",),
    en="average pooling's gradient against the student's own forward pass",
    ko="본인이 작성한 평균 풀링의 순전파와 기울기의 비교",
)
def test_avg_pool_backward_of_own_forward(student, rng):
    expect_derivative_of_own(student.avg_pool_forward, student.avg_pool_backward, rng)
