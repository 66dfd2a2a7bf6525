"""Hidden suite of A10.

Kernels are neither symmetric nor antisymmetric; n, k and the stride differ from each other; there are
kernels of even and of odd length, strides that leave entries over, and kernels longer than their
input. Literal numbers stand for even kernels, where libraries disagree.
"""

import numpy as np

from autograder.checks import (
    EXACT,
    expect_close,
    expect_error,
    promises,
    task,
)

X = np.array([2, 8, 3, 7, 1, 2, 0, 4, 5])
W = np.array([2, 1, 5, 3])
FULL = [6, 34, 51, 48, 57, 24, 25, 16, 39, 29, 13, 10]
MODES = ("valid", "full", "same", "same_scipy")


def numbers(rng, n):
    """Return numbers of either sign, in no order, the first of them large."""
    return np.append(rng.uniform(4.0, 5.0), rng.normal(0.0, 2.0, n - 1))


def overlapping(rng, windows):
    """Return an input, two entries of it zero, and a kernel of 1 to 4 entries that lies on so many windows of it."""
    k = 1 + windows % 4
    x = numbers(rng, windows + k - 1)
    x[2:4] = 0.0
    return x, numbers(rng, k)


# ---- A10.1 flip


@promises("A10.1", whole="w")
def test_flip_in_every_call(module, rng, k):
    return module.flip(numbers(rng, k))


@task("A10.1", en="the lesson's kernel", ko="본문의 커널")
def test_flip_lesson(student):
    expect_close(student.flip(W), [3, 5, 1, 2])


@task(
    "A10.1",
    en="kernels of odd and even length, one entry",
    ko="홀수·짝수 길이, 원소 하나",
    weight=2,
)
def test_flip_lengths(student, rng):
    for k in (5, 2, 6):
        w = rng.normal(size=k)
        expect_close(student.flip(w), [w[k - 1 - j] for j in range(k)])
    expect_close(student.flip(np.array([0.5])), [0.5])


# ---- A10.2 convolve_valid


@promises(
    "A10.2",
    whole="x w",
    sizes=(1, 2, 4, 7),
    refused={
        "x": lambda x: [x[:3], x[:1]],
        "w": lambda w: [np.resize(w, 11), np.resize(w, 40)],
    },
)
def test_convolve_valid_in_every_call(module, rng, windows):
    return module.convolve_valid(*overlapping(rng, windows))


@task("A10.2", en="the lesson's example", ko="본문의 예제")
def test_convolve_valid_lesson(student):
    expect_close(student.convolve_valid(X, W), [63, 48, 49, 28, 21, 20])


@task(
    "A10.2",
    en="one window, and a kernel of one entry",
    ko="윈도가 하나일 때와 커널의 원소가 하나일 때",
)
def test_convolve_valid_smallest(student):
    expect_close(
        student.convolve_valid(np.array([1.0, 2.0, 4.0]), np.array([0.5, -1.0, 3.0])), [3.0]
    )
    expect_close(
        student.convolve_valid(np.array([1.0, 2.0, 4.0]), np.array([3.0])), [3.0, 6.0, 12.0]
    )


# ---- A10.3 correlate_valid


@promises("A10.3", whole="x w", sizes=(1, 2, 4, 7))
def test_correlate_valid_in_every_call(module, rng, windows):
    x, w = overlapping(rng, windows)
    steps = [module.correlate_valid(x, w, stride=stride) for stride in (1, 2, 5)]
    return [module.correlate_valid(x, w), *steps]


@task(
    "A10.3",
    en="the lesson's example, strides 1, 2 and 3",
    ko="본문의 예제, 스트라이드 1, 2, 3",
    weight=2,
)
def test_correlate_valid_lesson(student):
    expect_close(student.correlate_valid(X, W), [48, 57, 24, 25, 16, 39])
    expect_close(student.correlate_valid(X, W, 2), [48, 24, 16])
    expect_close(student.correlate_valid(X, W, 3), [48, 25])


@task(
    "A10.3",
    en="random inputs, strides that leave entries over",
    ko="무작위 입력, 원소가 남는 스트라이드",
    weight=2,
)
def test_correlate_valid_strides(student, reference, rng):
    for n, k, stride in ((13, 3, 2), (12, 5, 3), (11, 2, 4), (6, 5, 3), (14, 3, 5)):
        x, w = rng.normal(size=n), rng.normal(size=k)
        want = reference.correlate_valid(x, w, stride)
        expect_close(student.correlate_valid(x, w, stride=stride), want)


@task(
    "A10.3",
    en="with the flipped kernel it is the convolution",
    ko="뒤집은 커널이면 합성곱과 같습니다",
)
def test_correlate_valid_is_convolution_without_flip(student, reference, rng):
    x, w = rng.normal(size=10), rng.normal(size=3)
    expect_close(student.correlate_valid(x, w[::-1].copy()), reference.convolve_valid(x, w))


@task(
    "A10.3",
    en="a kernel longer than the input is refused",
    ko="입력보다 긴 커널은 거부합니다",
    conduct=True,
)
def test_correlate_valid_refuses_a_long_kernel(student):
    for stride in (1, 2, 3):
        expect_error(ValueError, student.correlate_valid, W, X, stride)
        expect_error(ValueError, student.correlate_valid, W[:3], W, stride)
    expect_error(ValueError, student.correlate_valid, W[:3], W)


# ---- A10.4 pad_amounts


@promises(
    "A10.4",
    sizes=(1, 5, 12),
    refused={"mode": lambda mode: ["reflect", "edge", "wrap", "symmetric"]},
    layouts=False,
    unchanged=False,
    tol=EXACT,
)
def test_pad_amounts_in_every_call(module, rng, n):
    k, stride = (int(number) for number in rng.integers(1, n + 3, 2))
    return [module.pad_amounts(n, k, step, mode) for step in (1, stride) for mode in MODES]


@task(
    "A10.4",
    en="valid and full, with and without a stride",
    ko="valid와 full, 스트라이드가 있을 때와 없을 때",
)
def test_pad_amounts_valid_and_full(student):
    for n, k, stride in ((9, 4, 1), (9, 4, 3), (12, 5, 2), (3, 7, 1), (5, 1, 1)):
        expect_close(student.pad_amounts(n, k, stride, "valid"), (0, 0), tol=EXACT)
        expect_close(student.pad_amounts(n, k, stride, "full"), (k - 1, k - 1), tol=EXACT)


@task(
    "A10.4",
    en="same, stride 1: the odd zero goes to the right",
    ko="same, 스트라이드 1: 남는 0은 오른쪽",
    weight=2,
)
def test_pad_amounts_same(student):
    for k, zeros in ((1, (0, 0)), (2, (0, 1)), (3, (1, 1)), (4, (1, 2)), (5, (2, 2)), (6, (2, 3))):
        expect_close(student.pad_amounts(9, k, 1, "same"), zeros, tol=EXACT)


@task("A10.4", en="same with a stride", ko="스트라이드가 있는 same", weight=3)
def test_pad_amounts_same_with_stride(student, reference):
    golden = {(9, 4, 2): (1, 2), (9, 4, 3): (0, 1), (28, 3, 2): (0, 1), (7, 3, 2): (1, 1)}
    for sizes, zeros in golden.items():
        expect_close(student.pad_amounts(*sizes, "same"), zeros, tol=EXACT)
    for sizes in ((10, 3, 4), (10, 5, 3), (13, 6, 4), (32, 5, 3), (11, 7, 5)):
        expect_close(
            student.pad_amounts(*sizes, "same"), reference.pad_amounts(*sizes, "same"), tol=EXACT
        )


@task(
    "A10.4",
    en="same where the stride outruns the kernel: no negative zeros",
    ko="스트라이드가 커널보다 클 때의 same: 음수는 없습니다",
)
def test_pad_amounts_never_negative(student):
    for n, k, stride in ((8, 2, 4), (9, 1, 2), (12, 2, 5), (10, 1, 5)):
        expect_close(student.pad_amounts(n, k, stride, "same"), (0, 0), tol=EXACT)


@task(
    "A10.4",
    en="same_scipy: the odd zero goes to the left, whatever the stride",
    ko="same_scipy: 스트라이드와 관계없이 남는 0은 왼쪽",
    weight=2,
)
def test_pad_amounts_same_scipy(student):
    for k, zeros in ((1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (2, 1)), (5, (2, 2)), (6, (3, 2))):
        expect_close(student.pad_amounts(9, k, 1, "same_scipy"), zeros, tol=EXACT)
        expect_close(student.pad_amounts(9, k, 3, "same_scipy"), zeros, tol=EXACT)


@task("A10.4", en="kernels longer than the input", ko="입력보다 긴 커널")
def test_pad_amounts_long_kernels(student):
    expect_close(student.pad_amounts(3, 6, 1, "same"), (2, 3), tol=EXACT)
    expect_close(student.pad_amounts(3, 6, 2, "same"), (2, 3), tol=EXACT)
    expect_close(student.pad_amounts(2, 5, 2, "same"), (1, 2), tol=EXACT)
    expect_close(student.pad_amounts(3, 6, 1, "same_scipy"), (3, 2), tol=EXACT)


# ---- A10.5 correlate


@promises("A10.5", whole="x w")
def test_correlate_in_every_call(module, rng, windows):
    x, w = overlapping(rng, windows)
    steps = [module.correlate(x, w, mode, stride=stride) for mode in MODES for stride in (2, 3)]
    return [*(module.correlate(x, w, mode) for mode in MODES), *steps]


@task(
    "A10.5",
    en="the lesson's example, stride 1, four modes",
    ko="본문의 예제, 스트라이드 1, 네 가지 방식",
    weight=2,
)
def test_correlate_lesson(student):
    want = {"full": FULL, "same_scipy": FULL[1:10], "same": FULL[2:11], "valid": FULL[3:9]}
    for mode, sums in want.items():
        expect_close(student.correlate(X, W, mode), sums)


@task(
    "A10.5",
    en="with the flipped kernel it is the convolution",
    ko="뒤집은 커널이면 합성곱과 같습니다",
)
def test_correlate_with_the_flipped_kernel(student):
    full = [4, 18, 24, 63, 48, 49, 28, 21, 20, 25, 37, 15]
    expect_close(student.correlate(X, np.array([3, 5, 1, 2]), "full"), full)
    expect_close(student.correlate(X, np.array([3, 5, 1, 2]), "same_scipy"), full[1:10])


@task("A10.5", en="the lesson's example with strides", ko="본문의 예제, 스트라이드 있음", weight=2)
def test_correlate_lesson_strides(student):
    golden = {
        ("same", 3): [48, 25, 29],
        ("valid", 2): [48, 24, 16],
        ("same_scipy", 2): [34, 48, 24, 16, 29],
        ("same", 2): [51, 57, 25, 39, 13],
        ("full", 2): FULL[::2],
    }
    for (mode, stride), sums in golden.items():
        expect_close(student.correlate(X, W, mode, stride), sums)


@task("A10.5", en="random inputs with strides", ko="무작위 입력, 스트라이드 있음", weight=2)
def test_correlate_random_strides(student, reference, rng):
    for mode in MODES:
        for n, k, stride in ((11, 3, 2), (13, 4, 3), (10, 3, 4)):
            x, w = rng.normal(size=n), rng.normal(size=k)
            want = reference.correlate(x, w, mode, stride)
            expect_close(student.correlate(x, w, mode, stride=stride), want)


@task("A10.5", en="a kernel longer than the input, padded", ko="입력보다 긴 커널, 패딩 있음")
def test_correlate_long_kernel(student, reference, rng):
    x, w = rng.normal(size=3), rng.normal(size=6)
    for mode in ("full", "same", "same_scipy"):
        expect_close(student.correlate(x, w, mode), reference.correlate(x, w, mode))


@task(
    "A10.5",
    en="an unknown mode, and a kernel too long for valid, are refused",
    ko="알 수 없는 방식과 valid에 너무 긴 커널은 거부합니다",
    conduct=True,
)
def test_correlate_refuses(student):
    for mode in ("reflect", "edge", "wrap", "symmetric"):
        expect_error(ValueError, student.correlate, X, W, mode)
    for stride in (1, 2, 3):
        expect_error(ValueError, student.correlate, W, X, "valid", stride)
        expect_error(ValueError, student.correlate, W[:3], W, "valid", stride)


# ---- A10.6 participation


@promises("A10.6", sizes=(1, 2, 7, 12), layouts=False, unchanged=False, tol=EXACT)
def test_participation_in_every_call(module, rng, n):
    k = int(rng.integers(1, n + 1))
    shorter = [module.participation(n, k, mode) for mode in MODES]
    return shorter + [module.participation(k, n + 1, mode) for mode in MODES[1:]]


@task("A10.6", en="the lesson's table", ko="본문의 표", weight=2)
def test_participation_lesson(student):
    golden = {
        "valid": [1, 2, 3, 4, 4, 4, 3, 2, 1],
        "full": [4] * 9,
        "same_scipy": [3, 4, 4, 4, 4, 4, 4, 3, 2],
        "same": [2, 3, 4, 4, 4, 4, 4, 4, 3],
    }
    for mode, counts in golden.items():
        expect_close(student.participation(9, 4, mode), counts, tol=EXACT)


@task(
    "A10.6",
    en="valid, few windows: some entries of the middle are short of k",
    ko="valid, 윈도가 적을 때: 가운데 원소도 k번이 안 됩니다",
    weight=2,
)
def test_participation_few_windows(student):
    expect_close(student.participation(5, 4, "valid"), [1, 2, 2, 2, 1], tol=EXACT)
    expect_close(student.participation(7, 5, "valid"), [1, 2, 3, 3, 3, 2, 1], tol=EXACT)
    expect_close(student.participation(3, 3, "valid"), [1, 1, 1], tol=EXACT)


@task("A10.6", en="other lengths, odd and even kernels", ko="다른 길이, 홀수·짝수 커널", weight=2)
def test_participation_lengths(student, reference):
    for n, k in ((11, 5), (6, 2), (8, 3), (7, 6), (4, 1)):
        for mode in MODES:
            expect_close(
                student.participation(n, k, mode), reference.participation(n, k, mode), tol=EXACT
            )


@task("A10.6", en="a kernel longer than the input, padded", ko="입력보다 긴 커널, 패딩 있음")
def test_participation_long_kernel(student):
    expect_close(student.participation(2, 5, "full"), [5, 5], tol=EXACT)
    expect_close(student.participation(2, 5, "same"), [2, 2], tol=EXACT)
    expect_close(student.participation(3, 4, "same_scipy"), [3, 3, 2], tol=EXACT)
