"""What students get wrong in A10: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a10_convolution_1d import *

from autograder.checks import misconception


@misconception(
    "A10.1", "sorted-for-reversed",
    en=("The kernel is sorted, not reversed", "Reversing follows the places of the entries, not their size."),
    ko=("뒤집지 않고 크기순으로 정렬했습니다", "뒤집기는 값의 크기가 아니라 자리를 따릅니다."),
)  # fmt: skip
def flip(w):
    return np.sort(w)[::-1]


@misconception(
    "A10.1", "ends-swapped-only",
    en=("Only the two ends have changed places", "The second entry must change with the last but one, and so on."),
    ko=("양 끝의 두 원소만 바뀌었습니다", "둘째 원소는 끝에서 둘째 원소와 바뀌어야 하고, 나머지도 마찬가지입니다."),
)  # fmt: skip
def flip(w):
    flipped = np.array(w)
    flipped[0], flipped[-1] = w[-1], w[0]
    return flipped


@misconception(
    "A10.1", "last-entry-lost",
    en=("An entry is lost on the way back", "A slice like w[-1:0:-1] stops before entry 0; w[::-1] doesn't."),
    ko=("거꾸로 가는 도중에 원소 하나를 잃었습니다", "w[-1:0:-1]은 0번 원소 앞에서 멈춥니다. w[::-1]은 그렇지 않습니다."),
)  # fmt: skip
def flip(w):
    return np.asarray(w)[-1:0:-1]


@misconception(
    "A10.1", "flipped-in-place",
    en=("The caller's kernel is reversed, too", "Return a new array; w must stay as it was."),
    ko=("넘겨받은 커널 자체가 뒤집혔습니다", "새 배열을 반환하세요. w는 그대로 있어야 합니다."),
)  # fmt: skip
def flip(w):
    w[:] = w[::-1].copy()
    return w


@misconception(
    "A10.2", "kernel-not-flipped",
    en=("The kernel isn't flipped", "Without the flip this is a cross-correlation; a convolution flips the kernel first."),
    ko=("커널을 뒤집지 않았습니다", "뒤집지 않으면 교차상관입니다. 합성곱은 먼저 커널을 뒤집습니다."),
)  # fmt: skip
def convolve_valid(x, w):
    return correlate_valid(x, w)


@misconception(
    "A10.2", "input-flipped-instead",
    en=(
        "The input is flipped, so the result runs backwards",
        "Flip the kernel. If you flip the input instead, the windows come in reverse order.",
    ),
    ko=(
        "입력을 뒤집어서 결과가 거꾸로 나옵니다",
        "커널을 뒤집으세요. 대신 입력을 뒤집으면 윈도의 순서가 반대가 됩니다.",
    ),
)  # fmt: skip
def convolve_valid(x, w):
    return correlate_valid(flip(x), w)


@misconception(
    "A10.2", "both-flipped",
    en=(
        "Kernel and input are both flipped",
        "One of the two is flipped. With both, you get the correlation, back to front.",
    ),
    ko=(
        "커널과 입력을 모두 뒤집었습니다",
        "둘 중 하나만 뒤집습니다. 둘 다 뒤집으면 교차상관이 거꾸로 나옵니다.",
    ),
)  # fmt: skip
def convolve_valid(x, w):
    return correlate_valid(flip(x), flip(w))


@misconception(
    "A10.2", "last-window-missing",
    en=("The last window is missing", "There are n - k + 1 windows: the last one begins at n - k."),
    ko=("마지막 윈도가 빠졌습니다", "윈도는 n - k + 1개이며 마지막 윈도는 n - k에서 시작합니다."),
)  # fmt: skip
def convolve_valid(x, w):
    flipped = flip(w)
    return np.array([np.sum(x[i : i + len(w)] * flipped) for i in range(len(x) - len(w))])


@misconception(
    "A10.2", "always-six-windows",
    en=(
        "The number of windows is fixed at six, as in the slide's listing",
        "Six is n - k + 1 for the slide's example only.",
    ),
    ko=(
        "윈도의 수가 슬라이드의 코드처럼 여섯으로 고정되어 있습니다",
        "여섯은 슬라이드의 예제에서만 n - k + 1과 같습니다.",
    ),
)  # fmt: skip
def convolve_valid(x, w):
    flipped = flip(w)
    sums = np.zeros(6)
    for i in range(6):
        window = np.asarray(x)[i : i + len(w)]
        sums[i] = np.sum(window * flipped[: len(window)])
    return sums


@misconception(
    "A10.2", "full-for-valid",
    en=("Windows that hang over the ends count, too", "Valid means: the kernel lies wholly inside the input."),
    ko=("입력 밖으로 걸친 윈도까지 셌습니다", "valid는 커널이 입력 안에 온전히 들어가는 곳만 뜻합니다."),
)  # fmt: skip
def convolve_valid(x, w):
    return correlate_valid(np.pad(x, len(w) - 1), flip(w))


@misconception(
    "A10.2", "integer-result",
    en=("The sums are cut to whole numbers", "The input may be integers, the sums needn't be: collect them in a float array."),
    ko=("합이 정수로 잘렸습니다", "입력이 정수라도 합은 정수가 아닐 수 있습니다. 실수 배열에 담으세요."),
)  # fmt: skip
def convolve_valid(x, w):
    flipped = flip(w)
    sums = np.zeros_like(x[: len(x) - len(w) + 1])
    for i in range(len(sums)):
        sums[i] = np.sum(x[i : i + len(w)] * flipped)
    return sums


@misconception(
    "A10.2", "long-kernel-accepted",
    en=("A kernel longer than the input gives an empty result", "There is no window at all: raise ValueError."),
    ko=("입력보다 긴 커널에 빈 배열을 반환합니다", "놓을 수 있는 윈도가 없으므로 ValueError를 발생시켜야 합니다."),
)  # fmt: skip
def convolve_valid(x, w):
    flipped = flip(w)
    return np.array([np.sum(x[i : i + len(w)] * flipped) for i in range(len(x) - len(w) + 1)])


@misconception(
    "A10.3", "kernel-flipped",
    en=("The kernel is flipped", "That is the mathematician's convolution. A cross-correlation takes the kernel as it is."),
    ko=("커널을 뒤집었습니다", "뒤집으면 수학의 합성곱입니다. 교차상관은 커널을 있는 그대로 사용합니다."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    flipped = np.asarray(w)[::-1]
    return np.array(
        [np.sum(x[i : i + len(w)] * flipped) for i in range(0, len(x) - len(w) + 1, stride)]
    )


@misconception(
    "A10.3", "stride-ignored",
    en=("The stride changes nothing", "The next window begins `stride` entries further on, not one."),
    ko=("스트라이드를 바꾸어도 결과가 같습니다", "다음 윈도는 한 칸이 아니라 `stride`칸 뒤에서 시작합니다."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    return np.array([np.sum(x[i : i + len(w)] * w) for i in range(len(x) - len(w) + 1)])


@misconception(
    "A10.3", "stride-only-in-the-count",
    en=(
        "There are as many results as the stride asks for, but the windows still move by one",
        "Result i belongs to the window that begins at i * stride.",
    ),
    ko=(
        "결과의 수만 스트라이드에 맞고 윈도는 여전히 한 칸씩 움직입니다",
        "i번째 결과는 i * stride에서 시작하는 윈도의 합입니다.",
    ),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    count = (len(x) - len(w)) // stride + 1
    return np.array([np.sum(x[i : i + len(w)] * w) for i in range(count)])


@misconception(
    "A10.3", "stride-inside-the-window",
    en=(
        "The stride skips entries inside the window",
        "That is called dilation. The stride moves the window; inside it, neighbours stay neighbours.",
    ),
    ko=(
        "스트라이드가 윈도 안의 원소를 건너뜁니다",
        "그것은 팽창(dilation)입니다. 스트라이드는 윈도를 옮길 뿐이고 윈도 안에서는 이웃한 원소가 그대로 이웃합니다.",
    ),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x), np.asarray(w)
    n, k = len(x), len(w)
    reach = (k - 1) * stride + 1
    return np.array([np.sum(x[i : i + reach : stride] * w) for i in range(n - reach + 1)])


@misconception(
    "A10.3", "last-window-missing",
    en=("The last window is missing", "The last window begins at n - k, so a range must end at n - k + 1."),
    ko=("마지막 윈도가 빠졌습니다", "마지막 윈도는 n - k에서 시작하므로 range의 끝은 n - k + 1이어야 합니다."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    return np.array([np.sum(x[i : i + len(w)] * w) for i in range(0, len(x) - len(w), stride)])


@misconception(
    "A10.3", "count-rounded-up",
    en=(
        "A last window hangs over the end of the input",
        "Round (n - k) / stride down: entries that no whole window reaches are left over.",
    ),
    ko=(
        "마지막 윈도가 입력 밖으로 걸칩니다",
        "(n - k) / stride는 내림합니다. 온전한 윈도가 닿지 않는 원소는 쓰이지 않습니다.",
    ),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    x, w = np.asarray(x), np.asarray(w)
    n, k = len(x), len(w)
    sums = []
    for i in range(0, n - k + stride, stride):
        window = x[i : i + k]
        sums.append(np.sum(window * w[: len(window)]))
    return np.array(sums)


@misconception(
    "A10.3", "products-averaged",
    en=("The products are averaged, not added", "A window's result is the sum of its products."),
    ko=("곱을 더하지 않고 평균했습니다", "윈도의 결과는 곱의 합입니다."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    return np.array([np.mean(x[i : i + len(w)] * w) for i in range(0, len(x) - len(w) + 1, stride)])


@misconception(
    "A10.3", "integer-result",
    en=("The sums are cut to whole numbers", "The input may be integers, the sums needn't be: collect them in a float array."),
    ko=("합이 정수로 잘렸습니다", "입력이 정수라도 합은 정수가 아닐 수 있습니다. 실수 배열에 담으세요."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    sums = np.zeros_like(x[: (len(x) - len(w)) // stride + 1])
    for i in range(len(sums)):
        sums[i] = np.sum(x[i * stride : i * stride + len(w)] * w)
    return sums


@misconception(
    "A10.3", "long-kernel-accepted",
    en=("A kernel longer than the input gives an empty result", "There is no window at all: raise ValueError."),
    ko=("입력보다 긴 커널에 빈 배열을 반환합니다", "놓을 수 있는 윈도가 없으므로 ValueError를 발생시켜야 합니다."),
)  # fmt: skip
def correlate_valid(x, w, stride=1):
    return np.array([np.sum(x[i : i + len(w)] * w) for i in range(0, len(x) - len(w) + 1, stride)])


@misconception(
    "A10.4", "same-is-symmetric",
    en=(
        "same puts half the kernel on either side",
        "That fits odd kernels at stride 1. An even kernel leaves one zero over, which goes to the right.",
    ),
    ko=(
        "same에서 양쪽에 커널의 절반씩 붙였습니다",
        "스트라이드 1에 홀수 커널일 때만 맞습니다. 짝수 커널에서는 0이 하나 남으며 오른쪽에 붙입니다.",
    ),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": (k // 2, k // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "same-ignores-the-stride",
    en=(
        "same pads as if the stride were 1",
        "Keras first fixes the length ceil(n / stride), then pads just enough for it.",
    ),
    ko=(
        "same에서 스트라이드가 1인 것처럼 패딩합니다",
        "케라스는 먼저 길이 ceil(n / stride)를 정한 다음 꼭 필요한 만큼만 패딩합니다.",
    ),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": ((k - 1) // 2, k // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "odd-zero-on-the-left",
    en=(
        "same puts the odd zero on the left, as the 1-D slide does",
        "That is same_scipy. Keras and the 2-D slides put it on the right.",
    ),
    ko=(
        "same에서 남는 0을 1차원 슬라이드처럼 왼쪽에 붙였습니다",
        "그것은 same_scipy입니다. 케라스와 2차원 슬라이드는 오른쪽에 붙입니다.",
    ),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total - total // 2, total // 2
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same_scipy": (k // 2, (k - 1) // 2)}
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "same-scipy-is-same",
    en=(
        "same_scipy puts the odd zero on the right",
        "It reproduces the 1-D slide: k // 2 zeros on the left, (k - 1) // 2 on the right.",
    ),
    ko=(
        "same_scipy에서 남는 0을 오른쪽에 붙였습니다",
        "1차원 슬라이드를 재현해야 합니다. 왼쪽에 k // 2개, 오른쪽에 (k - 1) // 2개입니다.",
    ),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same_scipy": ((k - 1) // 2, k // 2)}
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "same-scipy-heeds-the-stride",
    en=("same_scipy changes with the stride", "It pads as for stride 1 and keeps every s-th result; only same depends on the stride."),
    ko=("same_scipy가 스트라이드에 따라 달라집니다", "스트라이드 1일 때처럼 패딩하고 s번째마다 남깁니다. 스트라이드에 따라 달라지는 것은 same뿐입니다."),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": (total // 2, total - total // 2),
            "same_scipy": (total - total // 2, total // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "full-by-k",
    en=("full puts k zeros at either end", "With k zeros the first window would touch no input at all: k - 1."),
    ko=("full에서 양쪽에 0을 k개씩 붙였습니다", "0이 k개이면 첫 윈도가 입력에 닿지 않습니다. k - 1개입니다."),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    pads = {"valid": (0, 0), "full": (k, k), "same": (total // 2, total - total // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "negative-zeros",
    en=("The number of zeros becomes negative", "Where the stride outruns the kernel no zeros are needed: max(…, 0)."),
    ko=("0의 개수가 음수가 됩니다", "스트라이드가 커널보다 크면 0이 필요 없을 수 있습니다: max(…, 0)."),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    out = -(-n // stride)
    total = (out - 1) * stride + k - n
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": (total // 2, total - total // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "length-rounded-down",
    en=("The length n / stride is rounded down", "same keeps ceil(n / stride) results: round up."),
    ko=("길이 n / stride를 내림했습니다", "same의 결과는 ceil(n / stride)개입니다. 올림하세요."),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    out = n // stride
    total = max((out - 1) * stride + k - n, 0)
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": (total // 2, total - total // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "as-long-as-the-input",
    en=(
        "same pads until the result is as long as the input, whatever the stride",
        "That holds for stride 1 only. With a stride the result has ceil(n / stride) entries.",
    ),
    ko=(
        "same에서 스트라이드와 관계없이 결과가 입력과 같은 길이가 되도록 패딩합니다",
        "스트라이드가 1일 때만 그렇습니다. 스트라이드가 있으면 결과는 ceil(n / stride)개입니다.",
    ),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    total = (n - 1) * stride + k - n
    pads = {"valid": (0, 0), "full": (k - 1, k - 1), "same": (total // 2, total - total // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    if mode not in pads:
        raise ValueError(mode)
    return pads[mode]


@misconception(
    "A10.4", "unknown-mode-accepted",
    en=("An unknown mode passes for valid", "A misspelt mode should raise ValueError, not pad silently with nothing."),
    ko=("알 수 없는 방식을 valid로 취급합니다", "잘못 적은 방식에는 ValueError를 발생시켜야 합니다. 조용히 넘어가면 안 됩니다."),
)  # fmt: skip
def pad_amounts(n, k, stride, mode):
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    pads = {"full": (k - 1, k - 1), "same": (total // 2, total - total // 2),
            "same_scipy": (k // 2, (k - 1) // 2)}  # fmt: skip
    return pads.get(mode, (0, 0))


@misconception(
    "A10.5", "stride-ignored",
    en=(
        "The stride changes nothing, as the stride slide seems to say",
        "SciPy's functions know no stride, so that slide shows its numbers twice. Yours must skip windows.",
    ),
    ko=(
        "스트라이드 슬라이드처럼 스트라이드를 바꾸어도 결과가 같습니다",
        "SciPy의 함수에 스트라이드가 없어서 슬라이드에 같은 숫자가 두 번 나온 것입니다. 여러분의 함수는 윈도를 건너뛰어야 합니다.",
    ),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), 1, mode)
    return correlate_valid(np.pad(x, (left, right)), w)


@misconception(
    "A10.5", "padded-for-stride-one",
    en=(
        "Padded for stride 1, then every s-th result kept",
        "The zeros of same depend on the stride: hand it to pad_amounts as well.",
    ),
    ko=(
        "스트라이드 1로 패딩한 다음 s번째마다 결과를 남겼습니다",
        "same의 0은 스트라이드에 따라 달라집니다. pad_amounts에도 스트라이드를 넘기세요.",
    ),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), 1, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)


@misconception(
    "A10.5", "stride-only-in-the-padding",
    en=("The stride is used for the padding, but not for the slide", "Hand the stride to correlate_valid, too."),
    ko=("스트라이드를 패딩에만 쓰고 밀 때는 쓰지 않았습니다", "correlate_valid에도 스트라이드를 넘기세요."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), w)


@misconception(
    "A10.5", "sides-swapped",
    en=("The zeros of the left and of the right are swapped", "pad_amounts answers (left, right): left ones go in front."),
    ko=("왼쪽과 오른쪽의 0이 뒤바뀌었습니다", "pad_amounts는 (왼쪽, 오른쪽)을 반환합니다. 왼쪽의 0이 앞에 옵니다."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (right, left)), w, stride)


@misconception(
    "A10.5", "padded-with-the-edge",
    en=("The padding repeats the end entries", "The padding consists of zeros."),
    ko=("양 끝의 값을 되풀이해 패딩했습니다", "패딩은 0으로 합니다."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    pads = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, pads, mode="edge"), w, stride)


@misconception(
    "A10.5", "padded-around-the-circle",
    en=("The padding continues with the other end of the input", "The padding consists of zeros."),
    ko=("입력의 반대쪽 끝을 이어 붙여 패딩했습니다", "패딩은 0으로 합니다."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    pads = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, pads, mode="wrap"), w, stride)


@misconception(
    "A10.5", "kernel-flipped",
    en=("The kernel is flipped", "A cross-correlation takes the kernel as it is."),
    ko=("커널을 뒤집었습니다", "교차상관은 커널을 있는 그대로 사용합니다."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), flip(w), stride)


@misconception(
    "A10.5", "integer-padding",
    en=("Padding cuts the input to whole numbers", "An array of integer zeros can't hold 0.5: make the padded array a float array."),
    ko=("패딩하면서 입력이 정수로 잘렸습니다", "정수 0으로 된 배열에는 0.5를 담을 수 없습니다. 패딩된 배열을 실수로 만드세요."),
)  # fmt: skip
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    padded = np.zeros(left + len(x) + right, dtype=int)
    padded[left : left + len(x)] = x
    return correlate_valid(padded, w, stride)


@misconception(
    "A10.6", "zeros-counted-too",
    en=("The zeros of the padding are counted, too", "One count per entry of the input: cut the padding off at the end."),
    ko=("패딩으로 붙인 0까지 셌습니다", "입력의 원소마다 횟수 하나입니다. 마지막에 패딩을 잘라 내세요."),
)  # fmt: skip
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(len(counts) - k + 1):
        counts[i : i + k] += 1
    return counts


@misconception(
    "A10.6", "cut-at-the-front-only",
    en=("The first n counts are kept, and they begin in the padding", "The input begins after the left zeros: counts[left : left + n]."),
    ko=("처음 n개를 남겼는데 그 앞부분은 패딩입니다", "입력은 왼쪽의 0 다음에 시작합니다: counts[left : left + n]."),
)  # fmt: skip
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(len(counts) - k + 1):
        counts[i : i + k] += 1
    return counts[:n]


@misconception(
    "A10.6", "distance-to-the-ends",
    en=(
        "Valid counts are taken from the distance to the ends alone",
        "No entry can lie in more windows than there are: n - k + 1.",
    ),
    ko=(
        "valid의 횟수를 양 끝까지의 거리로만 계산했습니다",
        "어떤 원소도 전체 윈도의 수 n - k + 1보다 많은 윈도에 들어갈 수 없습니다.",
    ),
)  # fmt: skip
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    total = left + n + right
    counts = [min(i + 1, k, total - i) for i in range(total)]
    return np.array(counts[left : left + n])


@misconception(
    "A10.6", "ends-count-fully",
    en=("Every entry is said to lie in k windows", "That is so with full padding only; elsewhere the ends are short."),
    ko=("모든 원소가 윈도 k개에 들어간다고 했습니다", "풀 패딩에서만 그렇습니다. 다른 방식에서는 양 끝이 모자랍니다."),
)  # fmt: skip
def participation(n, k, mode):
    pad_amounts(n, k, 1, mode)
    return np.full(n, k)


@misconception(
    "A10.6", "last-window-missing",
    en=("The last window is missing", "A padded input of length L has L - k + 1 windows."),
    ko=("마지막 윈도가 빠졌습니다", "패딩된 입력의 길이가 L이면 윈도는 L - k + 1개입니다."),
)  # fmt: skip
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(len(counts) - k):
        counts[i : i + k] += 1
    return counts[left : left + n]


@misconception(
    "A10.6", "window-starts-only",
    en=("Only the windows that begin at an entry are counted", "A window covers k entries, not only its first."),
    ko=("그 원소에서 시작하는 윈도만 셌습니다", "윈도는 첫 원소뿐 아니라 원소 k개를 덮습니다."),
)  # fmt: skip
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for i in range(len(counts) - k + 1):
        counts[i] += 1
    return counts[left : left + n]
