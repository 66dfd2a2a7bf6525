"""Hidden suite of A11.

Images and kernels are never square where it matters, sizes differ from each other, kernels have no symmetry; strides 1, 2 and 3,
also where they leave pixels over or outrun the kernel; upstream slopes are random.
"""

import numpy as np

from autograder.checks import (
    EXACT,
    GRADIENT,
    consistency,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_shape,
    promises,
    task,
)

OTHER_WORDS = ("full", "reflect", "samee", "")
IMAGE = np.arange(1.0, 10.0).reshape(3, 3)
SLIDE_KERNEL = np.array([[2.0, 0.0], [0.0, 0.0]])
KERNEL = np.array([[1.0, 2.0], [3.0, 4.0]])
VALID = np.array([[37, 47], [67, 77]])
SAME = np.array([[37, 47, 21], [67, 77, 33], [23, 26, 9]])
SMALL = (
    np.arange(32.0).reshape(1, 4, 4, 2) / 10,
    (np.arange(24.0) % 5 - 2).reshape(2, 2, 2, 3),
    np.array([0.5, 0.0, -0.5]),
)


def layer(rng, X, K):
    """Return images, filters and biases of the given shapes."""
    return rng.normal(size=X), 0.3 * rng.normal(size=K), rng.normal(size=K[3])


def maps(result):
    """Return the first of the two things that a forward pass returns."""
    return expect_items(result, 2, array=False)[0]


def with_sides(array, *changes):
    """Return arrays with one side changed: along which axis, by how many."""
    shapes = [list(array.shape) for _ in changes]
    for shape, (axis, by) in zip(shapes, changes, strict=True):
        shape[axis] = max(shape[axis] + by, 1)
    return [np.resize(array, shape) for shape in shapes]


def rows(rng, shape, kh, kw, stride):
    """Return random rows for the windows of images of a shape."""
    N, H, W, C = shape
    places = N * ((H - kh) // stride + 1) * ((W - kw) // stride + 1)
    return rng.normal(size=(places, kh * kw * C))


# ---- A11.1 output_size


@promises(
    "A11.1",
    tol=EXACT,
    unchanged=False,
    refused={"f": lambda f: [f + 1, f + 6], "n": lambda n: [n - 1], "pad": lambda pad: [0]},
)
def test_output_size_in_every_call(module, rng, n):
    side = n + int(rng.integers(3, 30))
    return (
        module.output_size(side, side + 2, 3, 1),  # fits once
        module.output_size(side, 3),
        module.output_size(side, 2, pad=2),
        module.output_size(side, 1, stride=3),
        module.output_size(side, 4, 2, 0),
        module.output_size(side + 1, 3, stride=2, pad=1),
    )


@task("A11.1", en="sides of the lesson", ko="본문의 크기", weight=2)
def test_output_size_lesson(student):
    golden = {(7, 3): 5, (7, 3, 2): 3, (32, 5): 28, (7, 3, 1, 1): 7, (28, 3, 1, 1): 28}
    for sizes, out in golden.items():
        expect_close(student.output_size(*sizes), out, tol=EXACT)


@task(
    "A11.1", en="rounded down where pixels are left over", ko="픽셀이 남으면 내림합니다", weight=2
)
def test_output_size_rounds_down(student):
    golden = {
        (7, 3, 3): 2,
        (10, 3, 4): 2,
        (9, 4, 3): 2,
        (8, 5, 2, 1): 3,
        (6, 3, 5): 1,
        (11, 2, 5): 2,
    }
    for sizes, out in golden.items():
        expect_close(student.output_size(*sizes), out, tol=EXACT)


@task(
    "A11.1",
    en="padding on both ends, and a window that fits once",
    ko="양 끝의 패딩, 한 번만 들어가는 윈도",
)
def test_output_size_padding(student):
    expect_close(student.output_size(5, 3, stride=1, pad=2), 7, tol=EXACT)
    expect_close(student.output_size(5, 3, stride=2, pad=2), 4, tol=EXACT)
    expect_close(student.output_size(4, 4), 1, tol=EXACT)
    expect_close(student.output_size(3, 5, pad=1), 1, tol=EXACT)
    expect_close(student.output_size(3, 5, stride=3, pad=2), 1, tol=EXACT)


# ---- A11.2 correlate2d


@promises(
    "A11.2",
    whole="x k",
    small="x",
    letters="padding",
    refused={
        "x": lambda x: with_sides(x, (0, -1), (1, -1)),
        "k": lambda k: with_sides(k, (0, 1), (1, 1)),
        "padding": lambda padding: OTHER_WORDS,
    },
)
def test_correlate2d_in_every_call(module, rng, n):
    def call(image, kernel, *rest, **named):
        return module.correlate2d(rng.normal(size=image), rng.normal(size=kernel), *rest, **named)

    return [
        call((3, 4), (3, 4), 2, "valid"),  # fits once
        call((n, 5), (2, 4), padding="same"),
        call((n + 2, 6), (3, 2)),
        call((6, n + 4), (1, 3), 3, "same"),
        call((n + 5, 7), (3, 2), stride=2),
    ]


@task("A11.2", en="the slide's example, valid and same", ko="슬라이드의 예제, valid와 same")
def test_correlate2d_slide(student):
    expect_close(student.correlate2d(IMAGE, SLIDE_KERNEL), np.array([[2, 4], [8, 10]]))
    same = student.correlate2d(IMAGE, SLIDE_KERNEL, padding="same")
    expect_close(same, np.array([[2, 4, 6], [8, 10, 12], [14, 16, 18]]))


@task(
    "A11.2",
    en="a kernel without symmetry, valid and same",
    ko="대칭이 없는 커널, valid와 same",
    weight=2,
)
def test_correlate2d_kernel(student):
    expect_close(student.correlate2d(IMAGE, KERNEL), VALID)
    expect_close(student.correlate2d(IMAGE, KERNEL, padding="same"), SAME)


@task("A11.2", en="same with stride 2", ko="same, 스트라이드 2")
def test_correlate2d_same_stride(student):
    same = student.correlate2d(IMAGE, KERNEL, stride=2, padding="same")
    expect_close(same, np.array([[37, 21], [23, 9]]))
    same = student.correlate2d(IMAGE, SLIDE_KERNEL, stride=2, padding="same")
    expect_close(same, np.array([[2, 6], [14, 18]]))


@task("A11.2", en="the nine products that add up to 4", ko="더하면 4가 되는 곱 아홉 개")
def test_correlate2d_nine_products(student):
    image = np.array(
        [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]
    )
    kernel = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])
    expect_close(student.correlate2d(image[:3, :3], kernel), np.array([[4]]))
    want = np.array([[4, 3, 4], [2, 4, 3], [2, 3, 4]])
    expect_close(student.correlate2d(image, kernel), want)


@task(
    "A11.2",
    en="images and kernels that aren't square",
    ko="정사각형이 아닌 이미지와 커널",
    weight=3,
)
def test_correlate2d_not_square(student, reference, rng):
    for image, kernel in (((5, 7), (2, 3)), ((8, 4), (3, 1)), ((6, 9), (4, 5)), ((3, 8), (1, 2))):
        x, k = rng.normal(size=image), rng.normal(size=kernel)
        for padding in ("valid", "same"):
            want = reference.correlate2d(x, k, padding=padding)
            expect_close(student.correlate2d(x, k, padding=padding), want)


@task(
    "A11.2",
    en="strides 2 and 3, also where pixels are left over",
    ko="스트라이드 2와 3, 픽셀이 남는 경우도",
    weight=3,
)
def test_correlate2d_strides(student, reference, rng):
    for image, kernel, stride in (((7, 10), (2, 3), 2), ((9, 8), (4, 3), 3), ((11, 6), (1, 2), 4)):
        x, k = rng.normal(size=image), rng.normal(size=kernel)
        for padding in ("valid", "same"):
            want = reference.correlate2d(x, k, stride=stride, padding=padding)
            expect_close(student.correlate2d(x, k, stride=stride, padding=padding), want)


@task("A11.2", en="a kernel larger than the image, with same", ko="이미지보다 큰 커널, same")
def test_correlate2d_large_kernel(student, reference, rng):
    x, k = rng.normal(size=(2, 3)), rng.normal(size=(4, 5))
    want = reference.correlate2d(x, k, padding="same")
    expect_close(student.correlate2d(x, k, padding="same"), want)


# ---- A11.3 conv2d_forward


@promises(
    "A11.3",
    whole="X K b",
    small="X",
    letters="padding",
    refused={
        "X": lambda X: with_sides(X, (1, -1), (2, -1), (3, -2), (3, -1), (3, 1)),
        "K": lambda K: with_sides(K, (0, 1), (1, 1), (2, -2), (2, -1), (2, 1)),
        "padding": lambda padding: OTHER_WORDS,
    },
)
def test_conv2d_forward_in_every_call(module, rng, n):
    return [
        module.conv2d_forward(*layer(rng, (2, 3, 4, 3), (3, 4, 3, 2)), 2, "valid"),
        module.conv2d_forward(*layer(rng, (n, 5, 4, 2), (2, 3, 2, 3))),
        module.conv2d_forward(*layer(rng, (n, 4, 7, 3), (3, 2, 3, 4)), stride=2, padding="same"),
        module.conv2d_forward(*layer(rng, (1, n + 3, 6, 1), (4, 2, 1, 1)), 3),
        module.conv2d_forward(*layer(rng, (1, 1, 1, 1), (1, 1, 1, 1)), padding="same"),
    ]


@task(
    "A11.3", en="one image, 2 channels, 3 filters", ko="이미지 하나, 채널 2개, 필터 3개", weight=2
)
def test_conv2d_forward_small(student):
    Y = expect_shape(maps(student.conv2d_forward(*SMALL)), (1, 3, 3, 3))
    corners = np.array([[-0.9, 1.5, -0.1], [-4.9, 3.5, -2.1]])
    expect_close(Y[0, [0, 2], [0, 2]], corners)
    expect_close(float(np.sum(Y)), -13.5)


@task("A11.3", en="batches, channels and filters, valid", ko="배치, 채널, 필터, valid", weight=3)
def test_conv2d_forward_valid(student, reference, rng):
    for shapes in (
        ((2, 7, 5, 3), (3, 2, 3, 4)),
        ((3, 4, 6, 1), (2, 4, 1, 5)),
        ((1, 5, 8, 4), (1, 3, 4, 1)),
    ):
        X, K, b = layer(rng, *shapes)
        expect_close(maps(student.conv2d_forward(X, K, b)), reference.conv2d_forward(X, K, b)[0])


@task("A11.3", en="same", ko="same", weight=2)
def test_conv2d_forward_same(student, reference, rng):
    for shapes in (((2, 7, 5, 3), (3, 2, 3, 4)), ((1, 4, 6, 2), (4, 5, 2, 3))):
        X, K, b = layer(rng, *shapes)
        want = reference.conv2d_forward(X, K, b, padding="same")[0]
        expect_close(maps(student.conv2d_forward(X, K, b, padding="same")), want)


@task("A11.3", en="strides 2 and 3", ko="스트라이드 2와 3", weight=3)
def test_conv2d_forward_strides(student, reference, rng):
    cases = ((2, "same", (2, 8, 7, 3), (3, 2, 3, 4)), (3, "same", (1, 9, 10, 2), (4, 3, 2, 3)),
             (2, "valid", (2, 8, 5, 3), (3, 2, 3, 2)), (3, "valid", (2, 5, 9, 1), (2, 4, 1, 3)))  # fmt: skip
    for stride, padding, *shapes in cases:
        X, K, b = layer(rng, *shapes)
        want = reference.conv2d_forward(X, K, b, stride=stride, padding=padding)[0]
        expect_close(maps(student.conv2d_forward(X, K, b, stride=stride, padding=padding)), want)


@task(
    "A11.3",
    en="six 5 × 5 × 3 filters on a 32 × 32 × 3 image: six feature maps",
    ko="32 × 32 × 3 이미지에 5 × 5 × 3 필터 여섯 개: 특성 맵 여섯 개",
)
def test_conv2d_forward_six_maps(student, reference, rng):
    X, K, b = layer(rng, (1, 32, 32, 3), (5, 5, 3, 6))
    expect_close(maps(student.conv2d_forward(X, K, b)), reference.conv2d_forward(X, K, b)[0])


@task("A11.3", en="the cache: X, K, stride, padding", ko="캐시: X, K, stride, padding", weight=2)
def test_conv2d_forward_cache(student, reference, rng):
    X, K, b = layer(rng, (2, 5, 6, 3), (3, 2, 3, 4))
    for stride, padding in ((1, "valid"), (2, "same"), (1, "SAME")):
        want = reference.conv2d_forward(X, K, b, stride=stride, padding=padding)
        expect_close(student.conv2d_forward(X, K, b, stride=stride, padding=padding), want)


# ---- A11.4 im2col


@promises("A11.4", whole="X", small="X")
def test_im2col_in_every_call(module, rng, n):
    cases = (
        ((n, 5, 7, 3), 2, 3, 1), ((2, n + 3, 6, 2), 4, 1, 2), ((n, 5, 8, 1), 1, 2, 3),
        ((n, 3, 2, 4), 3, 2, 2), ((1, 1, 1, 1), 1, 1, 1),
    )  # fmt: skip
    return [module.im2col(rng.normal(size=shape), *window) for shape, *window in cases]


@task("A11.4", en="the lesson's four rows", ko="본문의 네 행")
def test_im2col_lesson(student):
    rows = np.array([[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]])
    expect_close(student.im2col(IMAGE.reshape(1, 3, 3, 1), 2, 2, 1), rows)


@task(
    "A11.4",
    en="batches and channels: order of rows and columns",
    ko="배치와 채널: 행과 열의 순서",
    weight=3,
)
def test_im2col_order(student, reference, rng):
    for shape, kh, kw in (((2, 5, 7, 3), 2, 3), ((3, 6, 4, 2), 3, 1), ((5, 3, 3, 4), 3, 2)):
        X = rng.normal(size=shape)
        expect_close(student.im2col(X, kh, kw, 1), reference.im2col(X, kh, kw, 1))


@task("A11.4", en="strides 2 and 3", ko="스트라이드 2와 3", weight=2)
def test_im2col_strides(student, reference, rng):
    for shape, kh, kw, stride in (
        ((2, 7, 6, 3), 3, 2, 2),
        ((1, 9, 11, 2), 2, 4, 3),
        ((2, 5, 8, 1), 1, 2, 3),
    ):
        X = rng.normal(size=shape)
        expect_close(student.im2col(X, kh, kw, stride), reference.im2col(X, kh, kw, stride))


@task("A11.4", en="times the filters, it is the layer", ko="필터를 곱하면 합성곱층이 됩니다")
def test_im2col_times_filters(student, reference, rng):
    X, K, b = layer(rng, (2, 6, 5, 3), (3, 2, 3, 4))
    rows = expect_shape(student.im2col(X, 3, 2, 1), (2 * 4 * 4, 3 * 2 * 3))
    Y = reference.conv2d_forward(X, K, b)[0]
    expect_close((rows @ K.reshape(-1, 4) + b).reshape(Y.shape), Y)


# ---- A11.5 col2im


@promises("A11.5", whole="cols")
def test_col2im_in_every_call(module, rng, n):
    cases = (
        ((n, 5, 7, 3), 2, 3, 1), ((2, n + 4, 6, 2), 4, 1, 2), ((n, 5, 8, 1), 1, 2, 3),
        ((n, 3, 2, 4), 3, 2, 2), ((1, 1, 1, 1), 1, 1, 1),
    )  # fmt: skip
    return [module.col2im(rows(rng, *case), *case) for case in cases]


@task(
    "A11.5",
    en="rows of ones count the windows of each pixel",
    ko="1로 된 행은 픽셀마다 윈도의 수를 셉니다",
)
def test_col2im_counts(student):
    counts = np.array([[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]).reshape(1, 3, 3, 1)
    expect_close(student.col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 2, 1), counts)


@task(
    "A11.5",
    en="random rows, stride 1: overlaps are added",
    ko="무작위 행, 스트라이드 1: 겹치는 곳은 더합니다",
    weight=3,
)
def test_col2im_stride_one(student, reference, rng):
    for shape, kh, kw in (((2, 5, 7, 3), 2, 3), ((3, 6, 4, 2), 3, 1), ((2, 3, 5, 4), 3, 2)):
        cols = rng.normal(size=reference.im2col(np.zeros(shape), kh, kw, 1).shape)
        expect_close(
            student.col2im(cols, shape, kh, kw, 1), reference.col2im(cols, shape, kh, kw, 1)
        )


@task(
    "A11.5",
    en="random rows, strides 2 and 3: pixels in no window are 0",
    ko="무작위 행, 스트라이드 2와 3: 윈도 밖의 픽셀은 0",
    weight=3,
)
def test_col2im_strides(student, reference, rng):
    for shape, kh, kw, stride in (
        ((2, 7, 6, 3), 3, 2, 2),
        ((1, 9, 12, 2), 2, 4, 3),
        ((2, 6, 8, 1), 1, 2, 3),
    ):
        cols = rng.normal(size=reference.im2col(np.zeros(shape), kh, kw, stride).shape)
        want = reference.col2im(cols, shape, kh, kw, stride)
        expect_close(student.col2im(cols, shape, kh, kw, stride), want)


@task("A11.5", en="the transpose of im2col: equal products", ko="im2col의 전치: 곱의 합이 같습니다")
def test_col2im_is_the_transpose(student, reference, rng):
    X = rng.uniform(0.5, 1.5, (2, 6, 5, 3))
    rows = reference.im2col(X, 3, 2, 2)
    cols = rng.uniform(0.5, 1.5, rows.shape)
    back = expect_shape(student.col2im(cols, X.shape, 3, 2, 2), X.shape)
    expect_close(float(np.sum(X * back)), float(np.sum(rows * cols)))


@task(
    "A11.5",
    en="the slopes of im2col, measured by small steps",
    ko="작은 걸음으로 잰 im2col의 기울기",
    weight=2,
)
def test_col2im_numerical(student, reference, rng):
    X = rng.normal(size=(2, 5, 4, 3))
    upstream = rng.normal(size=reference.im2col(X, 3, 2, 2).shape)

    def loss(module, X):
        return np.sum(expect_shape(module.im2col(X, 3, 2, 2), upstream.shape) * upstream)

    expect_derivative(
        lambda **at: loss(student, **at),
        lambda X: student.col2im(upstream, X.shape, 3, 2, 2),
        {"X": X},
        rng,
        right=lambda **at: loss(reference, **at),
    )


# ---- A11.6 conv2d_backward


def backward_case(rng, X, K, stride, padding):
    """Return random upstream slopes and a cache of plain data."""
    X, K, _ = layer(rng, X, K)
    sides = zip(X.shape[1:3], K.shape[:2], strict=True)
    places = [
        -(-n // stride) if padding.lower() == "same" else (n - f) // stride + 1 for n, f in sides
    ]
    return rng.normal(size=(len(X), *places, K.shape[3])), (X, K, stride, padding)


@promises("A11.6", whole="dY cache[0] cache[1]", small="cache[0]", letters="cache[3]", tol=GRADIENT)
def test_conv2d_backward_in_every_call(module, rng, n):
    cases = (
        ((n, 5, 4, 2), (2, 3, 2, 3), 1, "valid"), ((n, 6, 7, 3), (4, 2, 3, 2), 2, "same"),
        ((2, n + 3, 5, 1), (3, 2, 1, 4), 3, "valid"), ((1, 5, 4, 2), (1, 1, 2, 1), 2, "same"),
        ((1, 1, 1, 1), (1, 1, 1, 1), 1, "same"),
    )  # fmt: skip
    return [module.conv2d_backward(*backward_case(rng, *case)) for case in cases]


def expect_backward(student, reference, dY, cache):
    expect_gradient(student.conv2d_backward(dY, cache), reference.conv2d_backward(dY, cache))


@task("A11.6", en="one channel, one filter, by hand", ko="채널 하나, 필터 하나, 손으로 계산")
def test_conv2d_backward_by_hand(student):
    dY = np.array([[1.0, 0.0], [0.0, 2.0]]).reshape(1, 2, 2, 1)
    dX = np.array([[1.0, 2.0, 0.0], [3.0, 6.0, 4.0], [0.0, 6.0, 8.0]]).reshape(1, 3, 3, 1)
    dK = np.array([[11.0, 14.0], [20.0, 23.0]]).reshape(2, 2, 1, 1)
    cache = (IMAGE.reshape(1, 3, 3, 1), KERNEL.reshape(2, 2, 1, 1), 1, "valid")
    expect_gradient(student.conv2d_backward(dY, cache), (dX, dK, np.array([3.0])))


@task(
    "A11.6", en="one image, 2 channels, 3 filters", ko="이미지 하나, 채널 2개, 필터 3개", weight=2
)
def test_conv2d_backward_small(student, reference):
    X, K, _ = SMALL
    ones = np.ones((1, 3, 3, 3))
    dX, dK, db = reference.conv2d_backward(ones, (X, K, 1, "valid"))
    # Known numbers at some places; the reference fills in the others.
    dX[0, [0, 1], [0, 1]] = [[-3, 1], [1, -3]]
    dK[0, 0, :, 0] = [9, 9.9]
    db[:] = 9
    expect_gradient(student.conv2d_backward(ones, (X, K, 1, "valid")), (dX, dK, db))


@task("A11.6", en="valid, stride 1", ko="valid, 스트라이드 1", weight=2)
def test_conv2d_backward_valid(student, reference, rng):
    for shapes in (((2, 7, 5, 3), (3, 2, 3, 4)), ((1, 4, 6, 1), (2, 4, 1, 5))):
        expect_backward(student, reference, *backward_case(rng, *shapes, 1, "valid"))


@task(
    "A11.6",
    en="same, stride 1, kernels of even and odd sides",
    ko="same, 스트라이드 1, 홀수·짝수 커널",
    weight=2,
)
def test_conv2d_backward_same(student, reference, rng):
    for shapes in (((2, 6, 5, 3), (3, 3, 3, 2)), ((2, 5, 7, 2), (4, 2, 2, 3))):
        expect_backward(student, reference, *backward_case(rng, *shapes, 1, "same"))


@task(
    "A11.6",
    en="strides 2 and 3, valid, pixels left over",
    ko="스트라이드 2와 3, valid, 남는 픽셀",
    weight=2,
)
def test_conv2d_backward_strides(student, reference, rng):
    for stride, *shapes in ((2, (2, 8, 7, 3), (3, 2, 3, 4)), (3, (1, 9, 7, 2), (4, 2, 2, 3))):
        expect_backward(student, reference, *backward_case(rng, *shapes, stride, "valid"))


@task(
    "A11.6",
    en="same with strides: pads at one end only, or none",
    ko="스트라이드가 있는 same: 한쪽만 패딩하거나 패딩이 없는 경우",
    weight=2,
)
def test_conv2d_backward_same_strides(student, reference, rng):
    cases = (
        (2, (2, 6, 6, 3), (3, 3, 3, 2)),
        (2, (1, 7, 6, 2), (4, 3, 2, 3)),
        (3, (2, 9, 6, 1), (2, 1, 1, 2)),
    )
    for stride, *shapes in cases:
        expect_backward(student, reference, *backward_case(rng, *shapes, stride, "same"))


@task(
    "A11.6",
    en="the transpose of the forward pass: equal products",
    ko="순전파의 전치: 곱의 합이 같습니다",
)
def test_conv2d_backward_is_the_transpose(student, reference, rng):
    for stride, padding in ((1, "valid"), (2, "same"), (3, "same")):
        # All positive: nothing cancels, so that single precision passes.
        X, K = rng.uniform(0.5, 1.5, (2, 8, 7, 3)), rng.uniform(0.5, 1.5, (3, 4, 3, 2))
        Y, cache = reference.conv2d_forward(X, K, np.zeros(2), stride, padding)
        dY = rng.uniform(0.5, 1.5, Y.shape)
        dX, dK, _ = expect_items(student.conv2d_backward(dY, cache), 3)
        dX, dK = expect_shape(dX, X.shape), expect_shape(dK, K.shape)
        # Without a bias, Y is linear in X and in K.
        want = np.sum(dY * Y)
        products = [np.sum(X * dX), np.sum(K * dK)]
        expect_close(products, np.array([want, want]), tol=GRADIENT)


@task(
    "A11.6",
    en="the slopes of the forward pass, measured by small steps",
    ko="작은 걸음으로 잰 순전파의 기울기",
    weight=2,
)
def test_conv2d_backward_numerical(student, reference, rng):
    X, K, b = layer(rng, (2, 4, 5, 2), (3, 2, 2, 3))
    upstream = rng.normal(size=(2, 2, 3, 3))

    def loss(module, X, K, b):
        Y = maps(module.conv2d_forward(X, K, b, 2, "same"))
        return np.sum(expect_shape(Y, upstream.shape) * upstream)

    expect_derivative(
        lambda **at: loss(student, **at),
        lambda X, K, b: student.conv2d_backward(upstream, (X, K, 2, "same")),
        {"X": X, "K": K, "b": b},
        rng,
        right=lambda **at: loss(reference, **at),
    )


# ---- consistency: run only where the backward pass failed


@consistency(
    "A11.6",
    forward=("A11.3",),
    en="the gradients against the student's own forward pass",
    ko="본인이 작성한 순전파와 기울기의 비교",
)
def test_backward_of_own_forward(student, rng):
    X, K, b = layer(rng, (2, 5, 6, 2), (3, 2, 2, 3))
    upstream = rng.normal(size=(2, 2, 3, 3))

    def loss(X, K, b):
        Y = maps(student.conv2d_forward(X, K, b, 2))
        return np.sum(expect_shape(Y, upstream.shape) * upstream)

    def slopes(X, K, b):
        return student.conv2d_backward(upstream, (X, K, 2, "valid"))

    expect_derivative(loss, slopes, {"X": X, "K": K, "b": b}, rng)
