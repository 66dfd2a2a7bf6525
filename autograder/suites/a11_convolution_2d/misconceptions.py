"""What students get wrong in A11: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a11_convolution_2d import *

from autograder.checks import misconception


@misconception(
    "A11.1", "one-forgotten",
    en=("The last place isn't counted", "Steps and places differ by one: (…) // stride + 1."),
    ko=("마지막 자리를 세지 않았습니다", "걸음 수와 자리 수는 하나 차이입니다: (…) // stride + 1."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return (n + 2 * pad - f) // stride


@misconception(
    "A11.1", "padding-once",
    en=("The padding is counted at one end only", "`pad` is per end: 2 * pad in all."),
    ko=("패딩을 한쪽 끝만 셌습니다", "`pad`는 끝마다 붙이는 수입니다. 모두 2 * pad입니다."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return (n + pad - f) // stride + 1


@misconception(
    "A11.1", "padding-ignored",
    en=("The padding changes nothing", "The side is n + 2*pad long before anything slides."),
    ko=("패딩이 반영되지 않았습니다", "밀기 전에 변의 길이는 n + 2*pad입니다."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return max(n - f, 0) // stride + 1


@misconception(
    "A11.1", "rounded-up",
    en=("A window that doesn't fit any more is counted", "Round down: seven, three, stride 3 gives 2, not 3."),
    ko=("다 들어가지 않는 윈도까지 셌습니다", "내림하세요. 변 7, 윈도 3, 스트라이드 3이면 3이 아니라 2입니다."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return -(-(n + 2 * pad - f) // stride) + 1


@misconception(
    "A11.1", "not-rounded",
    en=("The size is a fraction, as the slide's rule has it", "2.33 places don't exist: round down."),
    ko=("크기가 슬라이드의 규칙처럼 소수로 나옵니다", "2.33곳은 없습니다. 내림하세요."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return (n + 2 * pad - f) / stride + 1


@misconception(
    "A11.1", "sum-divided",
    en=("The 1 is added before dividing by the stride", "First divide, then add 1: (…) // stride + 1."),
    ko=("스트라이드로 나누기 전에 1을 더했습니다", "먼저 나눈 다음 1을 더하세요: (…) // stride + 1."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    if f > n + 2 * pad:
        raise ValueError("the window doesn't fit")
    return (n + 2 * pad - f + 1) // stride


@misconception(
    "A11.1", "large-window-accepted",
    en=("A window that doesn't fit gives zero or less", "There is no place at all: raise ValueError."),
    ko=("들어가지 않는 윈도에 0 이하의 수를 반환합니다", "놓을 자리가 없으므로 ValueError를 발생시켜야 합니다."),
)  # fmt: skip
def output_size(n, f, stride=1, pad=0):
    return (n + 2 * pad - f) // stride + 1


@misconception(
    "A11.2", "top-left-entry-only",
    en=(
        "Only the kernel's top left entry is used",
        "That suffices for the slide's kernel, whose other entries are 0. Add up all products.",
    ),
    ko=(
        "커널의 왼쪽 위 원소만 사용했습니다",
        "나머지가 0인 슬라이드의 커널에서만 맞습니다. 모든 곱을 더하세요.",
    ),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    return k[0, 0] * x[: oh * stride : stride, : ow * stride : stride]


@misconception(
    "A11.2", "kernel-flipped",
    en=("The kernel is flipped", "Deep learning slides it as it is; flipped, it would be the mathematician's convolution."),
    ko=("커널을 뒤집었습니다", "딥러닝에서는 있는 그대로 밉니다. 뒤집으면 수학의 합성곱이 됩니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    k = np.asarray(k)[::-1, ::-1]
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*np.shape(x), kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "kernel-transposed",
    en=("Rows and columns of the kernel are swapped", "Only a kernel that isn't symmetric shows it: try [[1, 2], [3, 4]]."),
    ko=("커널의 행과 열이 뒤바뀌었습니다", "대칭이 아닌 커널에서만 드러납니다. [[1, 2], [3, 4]]로 시험해 보세요."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    k = np.asarray(k).T
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*np.shape(x), kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "zeros-at-the-top-left",
    en=(
        "same puts the odd row and column of zeros at the top and left",
        "That is the 1-D slide's convention. Here they go to the bottom and right.",
    ),
    ko=(
        "same에서 남는 0의 행과 열을 위쪽과 왼쪽에 붙였습니다",
        "그것은 1차원 슬라이드의 방식입니다. 여기서는 아래쪽과 오른쪽에 붙입니다.",
    ),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    (top, bottom), (left, right) = pads_2d(*x.shape, kh, kw, stride, padding)
    x = np.pad(x, ((bottom, top), (right, left)))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "same-is-symmetric",
    en=(
        "same puts half the kernel on every side",
        "That fits odd kernels at stride 1. Use pads_2d, which knows the other cases.",
    ),
    ko=(
        "same에서 사방에 커널의 절반씩 붙였습니다",
        "스트라이드 1에 홀수 커널일 때만 맞습니다. 나머지 경우까지 아는 pads_2d를 사용하세요.",
    ),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    pads_2d(*x.shape, kh, kw, stride, padding)
    if padding.lower() == "same":
        x = np.pad(x, ((kh // 2, kh // 2), (kw // 2, kw // 2)))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "padded-for-stride-one",
    en=(
        "Padded for stride 1, then every s-th result kept",
        "The zeros of same depend on the stride: hand it to pads_2d.",
    ),
    ko=(
        "스트라이드 1로 패딩한 다음 s번째마다 결과를 남겼습니다",
        "same의 0은 스트라이드에 따라 달라집니다. pads_2d에 스트라이드를 넘기세요.",
    ),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, 1, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "stride-down-only",
    en=("The stride acts on rows only", "The window moves by the stride to the right as well as down."),
    ko=("스트라이드를 행에만 적용했습니다", "윈도는 아래로도 오른쪽으로도 스트라이드만큼 움직입니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, 1)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        y[i, j] = np.sum(x[i * stride : i * stride + kh, j : j + kw] * k)
    return y


@misconception(
    "A11.2", "stride-only-in-the-size",
    en=("The result has the right size, but the windows move by one", "The window of (i, j) begins at (i*stride, j*stride)."),
    ko=("결과의 크기만 맞고 윈도는 한 칸씩 움직입니다", "(i, j)의 윈도는 (i*stride, j*stride)에서 시작합니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        y[i, j] = np.sum(x[i : i + kh, j : j + kw] * k)
    return y


@misconception(
    "A11.2", "height-for-width",
    en=(
        "The kernel's height serves as its width, too",
        "Kernels needn't be square: kh belongs to rows, kw to columns.",
    ),
    ko=(
        "커널의 높이를 너비로도 사용했습니다",
        "커널은 정사각형이 아닐 수 있습니다. kh는 행, kw는 열에 씁니다.",
    ),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh = kw = k.shape[0]
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        for p in range(kh):
            for q in range(min(kw, k.shape[1])):
                y[i, j] += x[i * stride + p, j * stride + q] * k[p, q]
    return y


@misconception(
    "A11.2", "sides-swapped",
    en=("Height and width of the result are swapped", "Square images hide it. Rows go with H and kh, columns with W and kw."),
    ko=("결과의 높이와 너비가 뒤바뀌었습니다", "정사각형 이미지에서는 드러나지 않습니다. 행은 H와 kh, 열은 W와 kw입니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    ow, oh = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(ow, oh):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[j, i] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "products-averaged",
    en=("The products are averaged, not added", "A window's result is the sum of its products."),
    ko=("곱을 더하지 않고 평균했습니다", "윈도의 결과는 곱의 합입니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.mean(window * k)
    return y


@misconception(
    "A11.2", "matrix-product",
    en=("Window and kernel are multiplied as matrices", "Entry by entry: `*`, not `@`."),
    ko=("윈도와 커널을 행렬로 곱했습니다", "원소끼리 곱해야 합니다. `@`가 아니라 `*`입니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window @ k)
    return y


@misconception(
    "A11.2", "integer-result",
    en=("The sums are cut to whole numbers", "An integer image doesn't make integer sums: collect them in a float array."),
    ko=("합이 정수로 잘렸습니다", "이미지가 정수라도 합은 정수가 아닐 수 있습니다. 실수 배열에 담으세요."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow), dtype=x.dtype)
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "last-places-missing",
    en=("The last row and column of the result are missing", "There are (H - kh) // stride + 1 places, not (H - kh) // stride."),
    ko=("결과의 마지막 행과 열이 빠졌습니다", "자리는 (H - kh) // stride가 아니라 (H - kh) // stride + 1곳입니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    x = np.pad(x, pads_2d(*x.shape, kh, kw, stride, padding))
    oh, ow = output_size(x.shape[0], kh, stride) - 1, output_size(x.shape[1], kw, stride) - 1
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.2", "padding-ignored",
    en=("same gives the same result as valid", "With same, zeros go around the image before the kernel slides."),
    ko=("same의 결과가 valid와 같습니다", "same이면 밀기 전에 이미지 둘레에 0을 붙여야 합니다."),
)  # fmt: skip
def correlate2d(x, k, stride=1, padding="valid"):
    kh, kw = k.shape
    pads_2d(*x.shape, kh, kw, stride, padding)
    oh, ow = output_size(x.shape[0], kh, stride), output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i, j in np.ndindex(oh, ow):
        window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
        y[i, j] = np.sum(window * k)
    return y


@misconception(
    "A11.3", "first-channel-only",
    en=("Only the first channel is used", "A filter is as deep as the image: add up the products of all channels."),
    ko=("첫 번째 채널만 사용했습니다", "필터의 깊이는 이미지와 같습니다. 모든 채널의 곱을 더하세요."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    Y = [[correlate2d(x[:, :, 0], K[:, :, 0, f], stride, padding) + b[f] for f in range(len(b))]
         for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "channels-averaged",
    en=("The channels are averaged, not added", "All products of a window are added up, over rows, columns and channels."),
    ko=("채널을 더하지 않고 평균했습니다", "행, 열, 채널에 걸친 모든 곱을 더합니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) for c in range(C)) / C + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "channels-kept-apart",
    en=(
        "Every channel has maps of its own",
        "A filter leaves one map: its channels are added up, so C is no axis of the result.",
    ),
    ko=(
        "채널마다 맵이 따로 있습니다",
        "필터 하나는 맵 하나를 남깁니다. 채널을 더하므로 C는 결과의 축이 아닙니다.",
    ),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    Y = [[[correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) + b[f] for f in range(len(b))]
          for c in range(X.shape[3])] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 3, 4, 1, 2)), (X, K, stride, padding)


@misconception(
    "A11.3", "bias-forgotten",
    en=("The bias is missing", "Add b[f] to every number of map f."),
    ko=("절편이 빠졌습니다", "f번째 맵의 모든 숫자에 b[f]를 더하세요."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) for c in range(C))
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "bias-per-channel",
    en=("The bias is added once per channel", "One bias per filter: add it after the channels have been summed."),
    ko=("절편을 채널마다 더했습니다", "절편은 필터마다 하나입니다. 채널을 모두 더한 다음에 한 번만 더하세요."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) + b[f] for c in range(C))
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "filters-flipped",
    en=("The filters are flipped", "Deep learning slides them as they are: no flip in the forward pass."),
    ko=("필터를 뒤집었습니다", "딥러닝에서는 있는 그대로 밉니다. 순전파에는 뒤집기가 없습니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C, k = X.shape[3], K[::-1, ::-1]
    Y = [[sum(correlate2d(x[:, :, c], k[:, :, c, f], stride, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "maps-before-places",
    en=("The maps come before rows and columns", "Channels last: (N, oh, ow, F), not (N, F, oh, ow)."),
    ko=("맵의 축이 행과 열보다 앞에 있습니다", "채널이 마지막입니다. (N, F, oh, ow)가 아니라 (N, oh, ow, F)입니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.array(Y), (X, K, stride, padding)


@misconception(
    "A11.3", "reshaped-for-transposed",
    en=(
        "The maps are reshaped to channels last, which scrambles them",
        "reshape keeps the order of the numbers; to move an axis, transpose.",
    ),
    ko=(
        "reshape으로 채널을 마지막으로 옮겨서 값이 뒤섞였습니다",
        "reshape은 숫자의 순서를 그대로 둡니다. 축을 옮기려면 transpose를 사용하세요.",
    ),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], stride, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    N, F, oh, ow = np.shape(Y)
    return np.reshape(Y, (N, oh, ow, F)), (X, K, stride, padding)


@misconception(
    "A11.3", "first-image-only",
    en=("Every image of the batch gets the first one's maps", "Each image is treated by itself."),
    ko=("배치의 모든 이미지에 첫 이미지의 맵이 들어 있습니다", "이미지마다 따로 계산해야 합니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(X[0, :, :, c], K[:, :, c, f], stride, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for _ in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "stride-ignored",
    en=("The stride changes nothing", "The next window begins `stride` pixels further on."),
    ko=("스트라이드를 바꾸어도 결과가 같습니다", "다음 윈도는 `stride`픽셀 뒤에서 시작합니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], 1, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1)), (X, K, stride, padding)


@misconception(
    "A11.3", "padded-for-stride-one",
    en=(
        "Padded for stride 1, then every s-th result kept",
        "The zeros of same depend on the stride: hand it to pads_2d.",
    ),
    ko=(
        "스트라이드 1로 패딩한 다음 s번째마다 결과를 남겼습니다",
        "same의 0은 스트라이드에 따라 달라집니다. pads_2d에 스트라이드를 넘기세요.",
    ),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    if X.shape[3] != K.shape[2]:
        raise ValueError("channels differ")
    C = X.shape[3]
    Y = [[sum(correlate2d(x[:, :, c], K[:, :, c, f], 1, padding) for c in range(C)) + b[f]
          for f in range(len(b))] for x in X]  # fmt: skip
    return np.transpose(Y, (0, 2, 3, 1))[:, ::stride, ::stride], (X, K, stride, padding)


@misconception(
    "A11.3", "zeros-at-the-top-left",
    en=("same puts the odd zeros at the top and left", "They go to the bottom and right."),
    ko=("same에서 남는 0을 위쪽과 왼쪽에 붙였습니다", "아래쪽과 오른쪽에 붙여야 합니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    N, H, W, channels = X.shape
    if channels != C:
        raise ValueError("channels differ")
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (bottom, top), (right, left), (0, 0)))
    oh, ow = (output_size(padded.shape[1], kh, stride), output_size(padded.shape[2], kw, stride))
    Y = im2col(padded, kh, kw, stride) @ K.reshape(-1, F) + b
    return Y.reshape(N, oh, ow, F), (X, K, stride, padding)


@misconception(
    "A11.3", "kernel-axes-scrambled",
    en=("The weights are in the wrong order", "K is (kh, kw, C, F): reshape(-1, F) keeps that order; a transpose before it doesn't."),
    ko=("가중치의 순서가 틀렸습니다", "K는 (kh, kw, C, F)이고 reshape(-1, F)는 그 순서를 지킵니다. 그 앞에 transpose를 하면 어긋납니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    N, H, W, channels = X.shape
    if channels != C:
        raise ValueError("channels differ")
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh, ow = (output_size(padded.shape[1], kh, stride), output_size(padded.shape[2], kw, stride))
    Y = im2col(padded, kh, kw, stride) @ K.transpose(2, 0, 1, 3).reshape(-1, F) + b
    return Y.reshape(N, oh, ow, F), (X, K, stride, padding)


@misconception(
    "A11.3", "cache-padded",
    en=("The cache holds the padded images", "Keep X as it was handed in: the backward pass pads it itself."),
    ko=("캐시에 패딩한 이미지가 들어 있습니다", "넘겨받은 X를 그대로 두세요. 역전파가 스스로 패딩합니다."),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, C, F = K.shape
    N, H, W, channels = X.shape
    if channels != C:
        raise ValueError("channels differ")
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    X = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh, ow = output_size(X.shape[1], kh, stride), output_size(X.shape[2], kw, stride)
    Y = im2col(X, kh, kw, stride) @ K.reshape(-1, F) + b
    return Y.reshape(N, oh, ow, F), (X, K, stride, padding)


@misconception(
    "A11.3", "channels-broadcast",
    en=(
        "A single channel is silently stretched to fit the other side",
        "NumPy broadcasts an axis of length 1. Compare the numbers of channels yourself.",
    ),
    ko=(
        "채널이 하나이면 조용히 상대에 맞춰 늘어납니다",
        "NumPy는 길이가 1인 축을 브로드캐스팅합니다. 채널 수를 직접 비교하세요.",
    ),
)  # fmt: skip
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    kh, kw, _, F = K.shape
    N, H, W, _ = X.shape
    vertical, horizontal = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), vertical, horizontal, (0, 0)))
    oh, ow = (output_size(padded.shape[1], kh, stride), output_size(padded.shape[2], kw, stride))
    Y = np.zeros((N, oh, ow, F))
    for i, j in np.ndindex(oh, ow):
        window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        Y[:, i, j] = np.sum(window[..., None] * K, axis=(1, 2, 3)) + b
    return Y, (X, K, stride, padding)


@misconception(
    "A11.4", "channels-first-in-a-row",
    en=("The channels come first within a row", "The order is (kh, kw, C): all channels of one pixel stand side by side."),
    ko=("행 안에서 채널이 먼저 나옵니다", "순서는 (kh, kw, C)입니다. 한 픽셀의 채널이 나란히 있어야 합니다."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for n, i, j in np.ndindex(N, oh, ow):
        window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        rows.append(window.transpose(2, 0, 1).ravel())
    return np.array(rows)


@misconception(
    "A11.4", "columns-before-rows-in-a-window",
    en=("Each window is written out column by column", "Row by row of the window: C order."),
    ko=("윈도를 열 방향으로 펼쳤습니다", "윈도의 행을 차례로, 곧 C 순서로 펼치세요."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for n, i, j in np.ndindex(N, oh, ow):
        window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        rows.append(window.transpose(1, 0, 2).ravel())
    return np.array(rows)


@misconception(
    "A11.4", "images-innermost",
    en=("The images of the batch alternate from row to row", "All rows of the first image come first: (n, i, j)."),
    ko=("행마다 배치의 이미지가 번갈아 나옵니다", "첫 이미지의 행이 모두 먼저 나와야 합니다: (n, i, j)."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for i, j, n in np.ndindex(oh, ow, N):
        window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        rows.append(window.ravel())
    return np.array(rows)


@misconception(
    "A11.4", "places-column-by-column",
    en=("The places are visited column by column", "First to the right, then down: (n, i, j)."),
    ko=("자리를 열 방향으로 지나갑니다", "먼저 오른쪽으로, 그다음 아래로 갑니다: (n, i, j)."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for n, j, i in np.ndindex(N, ow, oh):
        window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        rows.append(window.ravel())
    return np.array(rows)


@misconception(
    "A11.4", "windows-as-columns",
    en=("Every window is a column", "Here it is a row, in spite of the name."),
    ko=("윈도가 열이 되었습니다", "이름과 달리 여기서는 행입니다."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for n, i, j in np.ndindex(N, oh, ow):
        window = X[n, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
        rows.append(window.ravel())
    return np.array(rows).T


@misconception(
    "A11.4", "stride-ignored",
    en=("The windows move by one, whatever the stride", "The window of (i, j) begins at (i*stride, j*stride)."),
    ko=("스트라이드와 관계없이 윈도가 한 칸씩 움직입니다", "(i, j)의 윈도는 (i*stride, j*stride)에서 시작합니다."),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    rows = []
    for n, i, j in np.ndindex(N, oh, ow):
        rows.append(X[n, i : i + kh, j : j + kw, :].ravel())
    return np.array(rows)


@misconception(
    "A11.4", "windows-side-by-side",
    en=(
        "The windows don't overlap: they move by their own size",
        "The stride says how far the window moves, whatever its size.",
    ),
    ko=(
        "윈도가 자기 크기만큼 움직여서 겹치지 않습니다",
        "윈도의 크기와 관계없이 스트라이드만큼 움직입니다.",
    ),
)  # fmt: skip
def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = output_size(H, kh, kh), output_size(W, kw, kw)
    rows = []
    for n, i, j in np.ndindex(N, oh, ow):
        rows.append(X[n, i * kh : i * kh + kh, j * kw : j * kw + kw, :].ravel())
    return np.array(rows)


@misconception(
    "A11.5", "overwritten",
    en=("Overlapping windows overwrite each other", "A pixel collects from all its windows: +=, not =."),
    ko=("겹치는 윈도가 서로 덮어씁니다", "픽셀은 자기 윈도 모두에서 값을 모읍니다. =가 아니라 +=입니다."),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, kh, kw, C))
    X = np.zeros(shape)
    for i, j in np.ndindex(oh, ow):
        X[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :] = windows[:, i, j]
    return X


@misconception(
    "A11.5", "averaged",
    en=(
        "Overlaps are averaged, so that im2col is undone",
        "col2im is the transpose of im2col, not its inverse: the messages add up.",
    ),
    ko=(
        "겹치는 곳을 평균하여 im2col을 되돌렸습니다",
        "col2im은 im2col의 역연산이 아니라 전치입니다. 값을 더해야 합니다.",
    ),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, kh, kw, C))
    X, counts = np.zeros(shape), np.zeros((H, W, 1))
    for i, j in np.ndindex(oh, ow):
        X[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :] += windows[:, i, j]
        counts[i * stride : i * stride + kh, j * stride : j * stride + kw] += 1
    return X / np.maximum(counts, 1)


@misconception(
    "A11.5", "stride-ignored",
    en=("The windows move by one, whatever the stride", "The window of (i, j) begins at (i*stride, j*stride), as in im2col."),
    ko=("스트라이드와 관계없이 윈도가 한 칸씩 움직입니다", "im2col처럼 (i, j)의 윈도는 (i*stride, j*stride)에서 시작합니다."),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, kh, kw, C))
    X = np.zeros(shape)
    for i, j in np.ndindex(oh, ow):
        X[:, i : i + kh, j : j + kw, :] += windows[:, i, j]
    return X


@misconception(
    "A11.5", "channels-first-in-a-row",
    en=("Each row is read as if its channels came first", "The order within a row is (kh, kw, C)."),
    ko=("행에서 채널이 먼저 나온다고 보고 읽었습니다", "행 안의 순서는 (kh, kw, C)입니다."),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, C, kh, kw)).transpose(0, 1, 2, 4, 5, 3)
    X = np.zeros(shape)
    for i, j in np.ndindex(oh, ow):
        X[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :] += windows[:, i, j]
    return X


@misconception(
    "A11.5", "images-innermost",
    en=("The rows are read as if the images alternated", "All rows of the first image come first: (n, i, j)."),
    ko=("행마다 이미지가 번갈아 나온다고 보고 읽었습니다", "첫 이미지의 행이 모두 먼저 나옵니다: (n, i, j)."),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (oh, ow, N, kh, kw, C))
    X = np.zeros(shape)
    for i, j in np.ndindex(oh, ow):
        X[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :] += windows[i, j]
    return X


@misconception(
    "A11.5", "first-pixel-only",
    en=("Only the first pixel of each window gets its entry back", "Put the whole window back: kh × kw pixels."),
    ko=("윈도마다 첫 픽셀에만 값을 되돌렸습니다", "윈도 전체, 곧 kh × kw픽셀을 되돌리세요."),
)  # fmt: skip
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    windows = np.reshape(cols, (N, oh, ow, kh, kw, C))
    X = np.zeros(shape)
    for i, j in np.ndindex(oh, ow):
        X[:, i * stride, j * stride, :] += windows[:, i, j, 0, 0]
    return X


# Equal on every input: dK flipped, and the dK of a layer that flips its filters, as a true convolution does.
@misconception(
    "A11.6", "filter-slopes-flipped",
    en=("dK is upside down", "dK is a cross-correlation of the input with dY: nothing is flipped there."),
    ko=("dK가 뒤집혔습니다", "dK는 입력과 dY의 교차상관입니다. 뒤집지 않습니다."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK[::-1, ::-1], errors.sum(axis=0)


@misconception(
    "A11.6", "flip-forgotten",
    en=(
        "dX lacks the flip",
        "On the way back, dY meets the kernel as a true convolution. Scattering each window with += does it by itself.",
    ),
    ko=(
        "dX에 뒤집기가 빠졌습니다",
        "돌아오는 길에서 dY와 커널은 본래의 합성곱으로 만납니다. 윈도마다 +=로 더하면 저절로 그렇게 됩니다.",
    ),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    turned = K[::-1, ::-1].reshape(-1, F)
    dpadded = col2im(errors @ turned.T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, errors.sum(axis=0)


@misconception(
    "A11.6", "overlaps-overwritten",
    en=("dX is assigned where it should be accumulated", "A pixel lies in several windows: +=."),
    ko=("dX를 누적하지 않고 대입했습니다", "픽셀은 여러 윈도에 들어 있습니다. +=를 사용하세요."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = np.zeros(padded.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        back = np.tensordot(dY[:, i, j], K, axes=(1, 3))
        dpadded[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :] = back
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, errors.sum(axis=0)


@misconception(
    "A11.6", "stride-ignored",
    en=("The backward pass moves by one, whatever the stride", "Forward and backward visit the same windows: i*stride, j*stride."),
    ko=("역전파가 스트라이드와 관계없이 한 칸씩 움직입니다", "순전파와 역전파는 같은 윈도를 지납니다: i*stride, j*stride."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, _F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i, j in np.ndindex(dY.shape[1:3]):
        window = padded[:, i : i + kh, j : j + kw, :]
        dK += np.tensordot(window, dY[:, i, j], axes=(0, 0))
        dpadded[:, i : i + kh, j : j + kw, :] += np.tensordot(dY[:, i, j], K, axes=(1, 3))
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, dY.sum(axis=(0, 1, 2))


@misconception(
    "A11.6", "padding-cut-from-both-ends",
    en=(
        "The padding is cut off with [p:-p]",
        "With p = 0 that leaves nothing, and same has unequal ends: [top : top + H].",
    ),
    ko=(
        "패딩을 [p:-p]로 잘라 냈습니다",
        "p가 0이면 아무것도 남지 않고, same은 두 끝의 패딩이 다릅니다: [top : top + H].",
    ),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    if padding.lower() == "valid":
        return dpadded, dK, errors.sum(axis=0)
    return dpadded[:, top:-bottom, left:-right, :], dK, errors.sum(axis=0)


@misconception(
    "A11.6", "padding-cut-at-the-end-only",
    en=("The first H rows and W columns are kept, and they begin in the padding", "The image begins after the zeros: [top : top + H]."),
    ko=("처음 H행, W열을 남겼는데 그 앞부분은 패딩입니다", "이미지는 0 다음에 시작합니다: [top : top + H]."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    pads = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), *pads, (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    return dpadded[:, : X.shape[1], : X.shape[2], :], dK, errors.sum(axis=0)


@misconception(
    "A11.6", "padding-not-cut",
    en=("dX still has its padding", "dX has the shape of X: cut the zeros' slopes off."),
    ko=("dX에 패딩이 남아 있습니다", "dX의 shape은 X와 같습니다. 붙인 0에 대한 기울기를 잘라 내세요."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    pads = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), *pads, (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    return dpadded, dK, errors.sum(axis=0)


@misconception(
    "A11.6", "bias-slopes-averaged",
    en=("db is averaged over images and places", "It is a sum; a 1/N of the loss is already inside dY."),
    ko=("db를 이미지와 자리에 대해 평균했습니다", "합이어야 합니다. 손실의 1/N은 이미 dY에 들어 있습니다."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, errors.mean(axis=0)


@misconception(
    "A11.6", "divided-by-images",
    en=("dK and db are divided by the number of images", "They are sums; a 1/N of the loss is already inside dY."),
    ko=("dK와 db를 이미지 수로 나누었습니다", "합이어야 합니다. 손실의 1/N은 이미 dY에 들어 있습니다."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK / len(X), errors.sum(axis=0) / len(X)


@misconception(
    "A11.6", "one-bias-for-all",
    en=("db is summed over the filters, too", "One slope per filter: shape (F,)."),
    ko=("db를 필터에 대해서도 더했습니다", "필터마다 기울기 하나, 곧 shape (F,)입니다."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, np.sum(errors)


@misconception(
    "A11.6", "padded-at-the-wrong-end",
    en=(
        "dK is taken from images padded at the wrong end",
        "The backward pass must see the windows of the forward pass: the same zeros on the same sides.",
    ),
    ko=(
        "dK를 반대쪽에 패딩한 이미지로 구했습니다",
        "역전파는 순전파와 같은 윈도를 보아야 합니다. 같은 쪽에 같은 수의 0이 있어야 합니다.",
    ),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (0, top + bottom), (0, left + right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dX, dK, errors.sum(axis=0)


@misconception(
    "A11.6", "slopes-in-another-order",
    en=("The slopes come in another order", "Return (dX, dK, db)."),
    ko=("기울기의 순서가 다릅니다", "(dX, dK, db) 순서로 반환하세요."),
)  # fmt: skip
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(*X.shape[1:3], kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    errors = np.reshape(dY, (-1, F))
    dK = (im2col(padded, kh, kw, stride).T @ errors).reshape(K.shape)
    dpadded = col2im(errors @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + X.shape[1], left : left + X.shape[2], :]
    return dK, errors.sum(axis=0), dX
