import sys

import numpy as np


def flip(w):
    """커널을 거꾸로 뒤집어 반환합니다.

    Parameters
    ----------
    w : shape (k,)인 배열
        커널입니다. 바꾸지 않고 그대로 둡니다.

    Returns
    -------
    shape (k,)인 배열
        j번째 원소는 ``w[k - 1 - j]``입니다.
    """
    w = np.asarray(w)
    flipped = np.zeros_like(w)
    k = len(w)
    for j in range(k):
        flipped[j] = w[k - 1 - j]
    return flipped


def convolve_valid(x, w):
    """두 배열이 완전히 겹치는 곳에서 계산한 합성곱을 반환합니다.

    커널을 뒤집은 다음 입력 위에서 한 칸씩 밉니다. 입력 안에 온전히 들어가는 윈도만 셉니다.

    Parameters
    ----------
    x : shape (n,)인 배열
        입력입니다.
    w : shape (k,)인 배열
        커널이며 원소가 하나 이상입니다.

    Returns
    -------
    shape (n - k + 1,)인 배열
        i번째 원소는 ``sum_j x[i + j] * w[k - 1 - j]``이며 j는 0부터 k - 1까지입니다.

    Raises
    ------
    ValueError
        커널이 입력보다 길면 발생합니다.
    """
    x, w = np.asarray(x).tolist(), np.asarray(w).tolist()
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("커널(%d)이 입력(%d)보다 깁니다" % (k, n))
    y = []
    for i in range(n - k + 1):
        total = 0
        for j in range(k):
            total += x[i + j] * w[k - 1 - j]
        y.append(total)
    return np.array(y)


def correlate_valid(x, w, stride=1):
    """패딩 없이 입력과 커널의 교차상관을 반환합니다.

    Parameters
    ----------
    x : shape (n,)인 배열
        입력입니다.
    w : shape (k,)인 배열
        커널이며 원소가 하나 이상입니다. 뒤집지 않습니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격이며 1 이상입니다.

    Returns
    -------
    shape (floor((n - k) / stride) + 1,)인 배열
        i번째 원소는 ``sum_j x[i * stride + j] * w[j]``이며 j는 0부터 k - 1까지입니다.

    Raises
    ------
    ValueError
        커널이 입력보다 길면 발생합니다.
    """
    x, w = np.asarray(x).tolist(), np.asarray(w).tolist()
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("커널(%d)이 입력(%d)보다 깁니다" % (k, n))
    y = []
    place = 0
    while place + k <= n:
        total = 0
        for j in range(k):
            total += x[place + j] * w[j]
        y.append(total)
        place += stride
    return np.array(y)


def pad_amounts(n, k, stride, mode):
    """입력의 앞과 뒤에 붙일 0의 개수를 반환합니다.

    valid
        붙이지 않습니다.
    full
        스트라이드와 관계없이 양쪽 끝에 ``k - 1``개씩입니다.
    same
        케라스의 규칙입니다. ``out = ceil(n / stride)``일 때 0은 모두
        ``max((out - 1)*stride + k - n, 0)``개입니다. 그 절반(내림)을 왼쪽에, 나머지를 오른쪽에
        붙입니다.
    same_scipy
        스트라이드와 관계없이 왼쪽에 ``k // 2``개, 오른쪽에 ``(k - 1) // 2``개입니다. ``full``의 결과
        가운데에서 n개를 남길 때 남는 패딩입니다.

    Parameters
    ----------
    n, k : int
        입력과 커널의 길이이며 각각 1 이상입니다. 커널이 더 길어도 됩니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격이며 1 이상입니다.
    mode : str
        ``"valid"``, ``"full"``, ``"same"``, ``"same_scipy"`` 중 하나입니다.

    Returns
    -------
    left, right : int
        숫자 두 개의 튜플이며 음수는 없습니다.

    Raises
    ------
    ValueError
        ``mode``가 네 가지 중 하나가 아니면 발생합니다.
    """
    if mode not in ("valid", "full", "same", "same_scipy"):
        raise ValueError("mode가 네 가지 중 하나가 아닙니다")
    left = right = 0
    if mode == "full":
        left = right = k - 1
    elif mode == "same":
        # 입력 안에서 시작하는 윈도를 센다
        out = 0
        while out * stride < n:
            out += 1
        missing = (out - 1) * stride + k - n
        # 0을 하나씩 나누어 준다: 오른쪽, 왼쪽, 오른쪽, 왼쪽, ...
        while missing > 0:
            if right > left:
                left += 1
            else:
                right += 1
            missing -= 1
    elif mode == "same_scipy":
        left, right = k // 2, (k - 1) // 2
    return left, right


def correlate(x, w, mode, stride=1):
    """0으로 패딩한 입력과 커널의 교차상관을 반환합니다.

    입력 앞뒤에 ``pad_amounts(n, k, stride, mode)``만큼 0을 붙인 다음 ``correlate_valid``처럼 커널을 뒤집지 않고 밉니다.

    Parameters
    ----------
    x : shape (n,)인 배열
        입력입니다. 바꾸지 않고 그대로 둡니다.
    w : shape (k,)인 배열
        커널이며 원소가 하나 이상입니다.
    mode : str
        ``pad_amounts``와 같이 ``"valid"``, ``"full"``, ``"same"``, ``"same_scipy"`` 중 하나입니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격이며 1 이상입니다.

    Returns
    -------
    1차원 배열
        윈도마다 합 하나이며 모두 ``floor((n + left + right - k) / stride) + 1``개입니다. 두 가지 세임 패딩에서는 ``ceil(n / stride)``개인데, 둘은 같은 수입니다.

    Raises
    ------
    ValueError
        ``mode``가 네 가지 중 하나가 아니거나, ``"valid"``인데 커널이 입력보다 길면 발생합니다.
    """
    left, right = pad_amounts(len(x), len(w), stride, mode)
    n, k = len(x), len(w)
    if left + n + right < k:
        raise ValueError("커널이 입력보다 깁니다")
    y = []
    for start in range(-left, n + right - k + 1, stride):
        total = 0.0
        for j in range(k):
            # 입력 밖은 0이므로 더할 것이 없다
            if 0 <= start + j < n:
                total += float(x[start + j]) * float(w[j])
        y.append(total)
    return np.array(y)


def participation(n, k, mode):
    """스트라이드가 1일 때 입력의 원소마다 몇 개의 윈도에 들어가는지 반환합니다.

    윈도는 스트라이드가 1인 ``correlate``의 윈도입니다. 입력의 원소만 세고 패딩으로 붙인 0은 세지 않습니다.

    Parameters
    ----------
    n, k : int
        입력과 커널의 길이이며 각각 1 이상입니다. ``"valid"``에서는 k가 n 이하입니다.
    mode : str
        ``pad_amounts``와 같이 ``"valid"``, ``"full"``, ``"same"``, ``"same_scipy"`` 중 하나입니다.

    Returns
    -------
    shape (n,)인 int 배열
        i번째 원소는 ``x[i]``가 들어가는 윈도의 수입니다.
    """
    left, right = pad_amounts(n, k, 1, mode)
    counts = [0] * n
    for start in range(-left, n + right - k + 1):
        for place in range(start, start + k):
            if place >= 0 and place < n:
                counts[place] += 1
    return np.array(counts, dtype=int)


if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])

if __name__ == "__main__":
    figures.smooth_and_edge(sys.modules[__name__])
