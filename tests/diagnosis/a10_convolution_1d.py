"""The misconceptions of A10 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a10_convolution_1d import *
from paraphrases import paraphrase


@paraphrase("A10.1", "sorted-for-reversed")
def flip(w):
    return np.array(sorted(w, reverse=True))


@paraphrase("A10.1", "ends-swapped-only")
def flip(w):
    entries = list(w)
    entries[0], entries[-1] = entries[-1], entries[0]
    return np.array(entries)


@paraphrase("A10.1", "last-entry-lost")
def flip(w):
    entries = []
    for j in range(len(w) - 1, 0, -1):
        entries.append(w[j])
    return np.array(entries)


@paraphrase("A10.1", "flipped-in-place")
def flip(w):
    i, j = 0, len(w) - 1
    while i < j:
        w[i], w[j] = w[j], w[i]
        i, j = i + 1, j - 1
    return w


@paraphrase("A10.2", "kernel-not-flipped")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums = np.zeros(n - k + 1)
    for i in range(n - k + 1):
        for j in range(k):
            sums[i] += x[i + j] * w[j]
    return sums


@paraphrase("A10.2", "input-flipped-instead")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    return np.array([np.dot(x[n - k - i : n - i][::-1], w) for i in range(n - k + 1)])


@paraphrase("A10.2", "both-flipped")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums = []
    for i in range(n - k, -1, -1):
        sums.append(sum(x[i + j] * w[j] for j in range(k)))
    return np.array(sums)


@paraphrase("A10.2", "last-window-missing")
def convolve_valid(x, w):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    sums, i = [], 0
    while i + len(w) < len(x):
        total = 0.0
        for j in range(len(w)):
            total += x[i + j] * w[-1 - j]
        sums.append(total)
        i += 1
    return np.array(sums)


@paraphrase("A10.2", "always-six-windows")
def convolve_valid(x, w):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    sums = []
    for i in range(6):
        total = 0.0
        for a, b in zip(x[i : i + len(w)], w[::-1], strict=False):
            total += a * b
        sums.append(total)
    return np.array(sums)


@paraphrase("A10.2", "full-for-valid")
def convolve_valid(x, w):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums = np.zeros(n + k - 1)
    for i in range(n):
        for j in range(k):
            sums[i + j] += x[i] * w[j]
    return sums


@paraphrase("A10.2", "integer-result")
def convolve_valid(x, w):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
    return (windows @ w[::-1]).astype(x.dtype)


@paraphrase("A10.2", "long-kernel-accepted")
def convolve_valid(x, w):
    backwards = list(reversed(w))
    sums = []
    for i in range(len(x) - len(w) + 1):
        sums.append(float(sum(a * b for a, b in zip(x[i:], backwards, strict=False))))
    return np.array(sums)


@paraphrase("A10.3", "kernel-flipped")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums = np.zeros((n - k) // stride + 1, dtype=np.float32)
    for i in range(len(sums)):
        for j in range(k):
            sums[i] += x[i * stride + j] * w[k - 1 - j]
    return sums


@paraphrase("A10.3", "stride-ignored")
def correlate_valid(x, w, stride=1):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
    return windows @ np.asarray(w)


@paraphrase("A10.3", "stride-only-in-the-count")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums = np.zeros(int((n - k) / stride) + 1)
    for i in range(len(sums)):
        for j in range(k):
            sums[i] += x[i + j] * w[j]
    return sums


@paraphrase("A10.3", "stride-inside-the-window")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums, i = [], 0
    while i + (k - 1) * stride < n:
        sums.append(sum(x[i + j * stride] * w[j] for j in range(k)))
        i += 1
    return np.array(sums)


@paraphrase("A10.3", "last-window-missing")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    sums, start = [], 0
    while start < n - k:
        sums.append(np.dot(x[start : start + k], w))
        start += stride
    return np.array(sums)


@paraphrase("A10.3", "count-rounded-up")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    count = int(np.ceil((n - k) / stride)) + 1
    longer = np.concatenate([np.asarray(x, dtype=float), np.zeros(stride)])
    return np.array([longer[i * stride : i * stride + k] @ w for i in range(count)])


@paraphrase("A10.3", "products-averaged")
def correlate_valid(x, w, stride=1):
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    means = []
    for start in range(0, n - k + 1, stride):
        total = 0.0
        for j in range(k):
            total += x[start + j] * w[j]
        means.append(total / k)
    return np.array(means)


@paraphrase("A10.3", "integer-result")
def correlate_valid(x, w, stride=1):
    if len(w) > len(x):
        raise ValueError("the kernel is longer than the input")
    windows = np.lib.stride_tricks.sliding_window_view(x, len(w))[::stride]
    return np.einsum("ij,j->i", windows, w).astype(x.dtype)


@paraphrase("A10.3", "long-kernel-accepted")
def correlate_valid(x, w, stride=1):
    sums, start = [], 0
    while start + len(w) <= len(x):
        sums.append(float(np.dot(x[start : start + len(w)], w)))
        start += stride
    return np.array(sums)


@paraphrase("A10.4", "same-is-symmetric")
def pad_amounts(n, k, stride, mode):
    if mode == "same":
        half = int(k / 2)
        return half, half
    if mode == "same_scipy":
        return k - 1 - (k - 1) // 2, (k - 1) // 2
    if mode == "full":
        return k - 1, k - 1
    if mode == "valid":
        return 0, 0
    raise ValueError("no such mode")


@paraphrase("A10.4", "same-ignores-the-stride")
def pad_amounts(n, k, stride, mode):
    total = k - 1
    if mode == "valid":
        left, right = 0, 0
    elif mode == "full":
        left, right = total, total
    elif mode == "same":
        left = int(np.floor(total / 2))
        right = total - left
    elif mode == "same_scipy":
        right = int(np.floor(total / 2))
        left = total - right
    else:
        raise ValueError("no such mode")
    return left, right


@paraphrase("A10.4", "odd-zero-on-the-left")
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return [0, 0]
    if mode == "full":
        return [k - 1, k - 1]
    if mode == "same_scipy":
        return [k // 2, k - 1 - k // 2]
    if mode != "same":
        raise ValueError("no such mode")
    out = int(np.ceil(n / stride))
    total = max(0, (out - 1) * stride + k - n)
    left = int(np.ceil(total / 2))
    return [left, total - left]


@paraphrase("A10.4", "same-scipy-is-same")
def pad_amounts(n, k, stride, mode):
    if mode not in ("valid", "full", "same", "same_scipy"):
        raise ValueError("no such mode")
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    total = k - 1
    if mode == "same":
        out = (n + stride - 1) // stride
        total = max(0, (out - 1) * stride + k - n)
    left, rest = divmod(total, 2)
    return left, left + rest


@paraphrase("A10.4", "same-scipy-heeds-the-stride")
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if not mode.startswith("same") or mode not in ("same", "same_scipy"):
        raise ValueError("no such mode")
    out = int(np.ceil(n / stride))
    needed = (out - 1) * stride + k
    total = needed - n if needed > n else 0
    small = int(total / 2)
    return (small, total - small) if mode == "same" else (total - small, small)


@paraphrase("A10.4", "full-by-k")
def pad_amounts(n, k, stride, mode):
    if mode == "full":
        return k, k
    if mode == "valid":
        return 0, 0
    if mode == "same_scipy":
        return int(k / 2), int((k - 1) / 2)
    if mode == "same":
        out = int(np.ceil(n / stride))
        total = max(0, (out - 1) * stride + k - n)
        return int(total / 2), total - int(total / 2)
    raise ValueError("no such mode")


@paraphrase("A10.4", "negative-zeros")
def pad_amounts(n, k, stride, mode):
    if mode == "same":
        out = int(np.ceil(n / stride))
        last = (out - 1) * stride + k
        left = int(np.floor((last - n) / 2))
        return left, last - n - left
    if mode == "same_scipy":
        return int(k / 2), int((k - 1) / 2)
    if mode == "full":
        return k - 1, k - 1
    if mode == "valid":
        return 0, 0
    raise ValueError("no such mode")


@paraphrase("A10.4", "length-rounded-down")
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same_scipy":
        return int(k / 2), int((k - 1) / 2)
    if mode == "same":
        covered = (int(n / stride) - 1) * stride + k
        missing = max(0, covered - n)
        left = int(missing / 2)
        return left, missing - left
    raise ValueError("no such mode")


@paraphrase("A10.4", "as-long-as-the-input")
def pad_amounts(n, k, stride, mode):
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same_scipy":
        return int(k / 2), int((k - 1) / 2)
    if mode == "same":
        total = 0
        while (n + total - k) // stride + 1 < n:
            total += 1
        return total // 2, total - total // 2
    raise ValueError("no such mode")


@paraphrase("A10.4", "unknown-mode-accepted")
def pad_amounts(n, k, stride, mode):
    left = right = 0
    if mode == "full":
        left = right = k - 1
    elif mode == "same_scipy":
        left, right = int(k / 2), int((k - 1) / 2)
    elif mode == "same":
        out = int(np.ceil(n / stride))
        total = max(0, (out - 1) * stride + k - n)
        left = int(total / 2)
        right = total - left
    return left, right


@paraphrase("A10.5", "stride-ignored")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, 1, mode)
    if k > left + n + right:
        raise ValueError("the kernel is longer than the input")
    sums = []
    for start in range(-left, n + right - k + 1):
        total = 0.0
        for j in range(k):
            if 0 <= start + j < n:
                total += x[start + j] * w[j]
        sums.append(total)
    return np.array(sums)


@paraphrase("A10.5", "padded-for-stride-one")
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), 1, mode)
    padded = np.concatenate([np.zeros(left), x, np.zeros(right)])
    everything = correlate_valid(padded, w)
    return np.array([everything[i] for i in range(0, len(everything), stride)])


@paraphrase("A10.5", "stride-only-in-the-padding")
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    padded = np.array([0.0] * left + list(x) + [0.0] * right)
    if len(w) > len(padded):
        raise ValueError("the kernel is longer than the input")
    return np.lib.stride_tricks.sliding_window_view(padded, len(w)) @ w


@paraphrase("A10.5", "sides-swapped")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    padded = np.zeros(left + n + right, dtype=np.float32)
    padded[right : right + n] = x
    if k > len(padded):
        raise ValueError("the kernel is longer than the input")
    starts = range(0, len(padded) - k + 1, stride)
    return np.array([np.dot(padded[start : start + k], w) for start in starts])


@paraphrase("A10.5", "padded-with-the-edge")
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    padded = [x[0]] * left + list(x) + [x[-1]] * right
    return correlate_valid(np.array(padded), w, stride)


@paraphrase("A10.5", "padded-around-the-circle")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    if k > left + n + right:
        raise ValueError("the kernel is longer than the input")
    sums = []
    for start in range(-left, n + right - k + 1, stride):
        sums.append(sum(x[(start + j) % n] * w[j] for j in range(k)))
    return np.array(sums)


@paraphrase("A10.5", "kernel-flipped")
def correlate(x, w, mode, stride=1):
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    if k > left + n + right:
        raise ValueError("the kernel is longer than the input")
    sums = []
    for start in range(-left, n + right - k + 1, stride):
        total = 0.0
        for j in range(k):
            if 0 <= start + j < n:
                total += x[start + j] * w[k - 1 - j]
        sums.append(total)
    return np.array(sums)


@paraphrase("A10.5", "integer-padding")
def correlate(x, w, mode, stride=1):
    left, right = pad_amounts(len(x), len(w), stride, mode)
    padded = np.array([0] * left + [int(value) for value in x] + [0] * right)
    return correlate_valid(padded, w, stride)


@paraphrase("A10.6", "zeros-counted-too")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    length = left + n + right
    counts = []
    for place in range(length):
        starts = [i for i in range(length - k + 1) if i <= place < i + k]
        counts.append(len(starts))
    return np.array(counts)


@paraphrase("A10.6", "cut-at-the-front-only")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    windows = left + n + right - k + 1
    return np.array([min(i, windows - 1) - max(i - k + 1, 0) + 1 for i in range(n)])


@paraphrase("A10.6", "distance-to-the-ends")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    place = left + np.arange(n)
    from_the_right = left + n + right - place
    return np.minimum(np.minimum(place + 1, from_the_right), k)


@paraphrase("A10.6", "ends-count-fully")
def participation(n, k, mode):
    return np.array([k for _ in range(n)])


@paraphrase("A10.6", "last-window-missing")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    counts = [0] * n
    start = -left
    while start + k < n + right:
        for i in range(max(start, 0), min(start + k, n)):
            counts[i] += 1
        start += 1
    return np.array(counts)


@paraphrase("A10.6", "window-starts-only")
def participation(n, k, mode):
    left, right = pad_amounts(n, k, 1, mode)
    last = n + right - k
    return np.array([1 if i <= last else 0 for i in range(n)])
