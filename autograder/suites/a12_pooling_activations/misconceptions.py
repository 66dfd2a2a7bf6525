"""What students get wrong in A12: wrong variants of the reference, each rejected by the suite and known by name.

`gradient_norms` returns norms of random matrices only, so some mistakes leave no trace in any result: the transpose left out on
the way back (a normal matrix and its transpose have one distribution), one matrix for all layers, uniform draws of the same
deviation. They aren't listed.
"""

import numpy as np
from a12_pooling_activations import *

from autograder.checks import misconception


@misconception(
    "A12.1", "zeros-around-the-maximum",
    en=("The border of same is filled with zeros", "A zero beats every negative value. Pad with -inf, which never wins."),
    ko=("same의 테두리를 0으로 채웠습니다", "0은 모든 음수를 이깁니다. 절대로 이기지 않는 -inf로 채우세요."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "maximum-starts-at-zero",
    en=("The search for the maximum starts at 0", "Where all values are negative, nothing beats 0. Start with -inf or with the first value."),
    ko=("최댓값을 0에서부터 찾았습니다", "값이 모두 음수이면 아무것도 0을 이기지 못합니다. -inf나 첫 번째 값에서 시작하세요."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            for r in range(size):
                for q in range(size):
                    Y[:, i, j] = np.maximum(Y[:, i, j], padded[:, i * stride + r, j * stride + q])
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "stride-is-the-window",
    en=("The window always moves by its own size", "`stride` may differ from `size`: windows overlap or leave gaps."),
    ko=("윈도가 항상 자기 크기만큼 움직입니다", "`stride`는 `size`와 다를 수 있습니다. 윈도가 겹치기도 하고 사이가 뜨기도 합니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    padded, _, (rows, columns) = framed(X, size, size, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            window = padded[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y, (X, size, size if stride is None else stride, padding)


@misconception(
    "A12.1", "stride-one-when-omitted",
    en=("Without a stride the window moves by 1", "Left out, the stride of pooling equals the window, unlike that of a convolution."),
    ko=("스트라이드를 주지 않으면 한 칸씩 움직입니다", "풀링에서는 스트라이드를 생략하면 합성곱과 달리 윈도의 크기와 같습니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = 1 if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "stride-only-in-the-size",
    en=("The result has the right size, but the windows move by one", "Window (i, j) begins at row i*stride and column j*stride."),
    ko=("결과의 크기만 맞고 윈도는 한 칸씩 움직입니다", "윈도 (i, j)는 i*stride행 j*stride열에서 시작합니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            Y[:, i, j] = padded[:, i : i + size, j : j + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "maximum-over-channels",
    en=("The maximum is taken over the channels, too", "Every channel is pooled by itself: the result has as many as the image."),
    ko=("채널에 대해서도 최댓값을 구했습니다", "채널마다 따로 풀링합니다. 결과의 채널 수는 이미지와 같습니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            Y[:, i, j] = window.max(axis=(1, 2, 3))[:, None]
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "largest-in-size",
    en=("The value of the largest absolute size wins", "−9 is smaller than 1: compare the values, not their sizes."),
    ko=("절댓값이 가장 큰 값을 골랐습니다", "−9는 1보다 작습니다. 절댓값이 아니라 값을 비교하세요."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            flat = window.reshape(len(X), -1, X.shape[3])
            winner = np.abs(flat).argmax(axis=1)[:, None]
            Y[:, i, j] = np.take_along_axis(flat, winner, axis=1)[:, 0]
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "partial-windows-kept",
    en=("A window that runs over the edge is counted", "valid keeps only windows that lie wholly in the image; what is left over is ignored."),
    ko=("가장자리를 벗어나는 윈도까지 셌습니다", "valid는 이미지 안에 다 들어가는 윈도만 남기고 나머지 칸은 버립니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    if padding.lower() == "valid":
        rows = -(-(X.shape[1] - size) // stride) + 1
        columns = -(-(X.shape[2] - size) // stride) + 1
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            Y[:, i, j] = window.max(axis=(1, 2), initial=-np.inf)
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "padded-for-stride-one",
    en=("The border of same is that of stride 1", "How wide the border is depends on the stride: hand it to framed."),
    ko=("same의 테두리를 스트라이드 1로 계산했습니다", "테두리의 너비는 스트라이드에 따라 달라집니다. framed에 스트라이드를 넘기세요."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, _ = framed(X, size, 1, padding, -np.inf)
    rows = output_size(padded.shape[1], size, stride)
    columns = output_size(padded.shape[2], size, stride)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "border-at-the-top-left",
    en=("same puts the odd row and column of the border at the top and left", "Keras's rule puts them at the bottom and right."),
    ko=("same에서 남는 테두리 한 행과 한 열을 위쪽과 왼쪽에 두었습니다", "케라스의 규칙에서는 아래쪽과 오른쪽에 둡니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    turned, _, (rows, columns) = framed(X[:, ::-1, ::-1], size, stride, padding, -np.inf)
    padded = turned[:, ::-1, ::-1]
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "square-output",
    en=("The result is as wide as it is high", "Images needn't be square: rows belong to H, columns to W."),
    ko=("결과의 너비를 높이와 같게 했습니다", "이미지는 정사각형이 아닐 수 있습니다. 행은 H, 열은 W에서 나옵니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, _) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, rows, X.shape[3]))
    for i in range(rows):
        for j in range(rows):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            Y[:, i, j] = window.max(axis=(1, 2), initial=-np.inf)
    return Y, (X, size, stride, padding)


@misconception(
    "A12.1", "padded-images-cached",
    en=("The cache holds the images with their border", "The backward pass returns slopes of the shape of X: cache X itself."),
    ko=("테두리를 두른 이미지를 캐시에 담았습니다", "역전파의 결과는 X와 shape이 같습니다. X를 그대로 담으세요."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (padded, size, stride, padding)


@misconception(
    "A12.1", "none-cached",
    en=("The cache holds None as the stride", "Put the number that was used into the cache: the backward pass needs it."),
    ko=("캐시의 stride가 None입니다", "실제로 사용한 수를 캐시에 담으세요. 역전파에 필요합니다."),
)  # fmt: skip
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    step = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, step, padding, -np.inf)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * step, j * step
            Y[:, i, j] = padded[:, top : top + size, left : left + size].max(axis=(1, 2))
    return Y, (X, size, stride, padding)


# Equal on every input: every tie wins, and a mask made from the pooled output, compared within its own window.
@misconception(
    "A12.2", "every-tie-wins",
    en=("Every cell that equals the maximum gets the whole slope", "Only one cell of a window wins: the first in row order."),
    ko=("최댓값과 같은 칸이 모두 기울기 전체를 받습니다", "윈도마다 한 칸만 이깁니다. 행 순서로 첫 번째 칸입니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            mask = padded[place] == padded[place].max(axis=(1, 2), keepdims=True)
            dpadded[place] += mask * dY[:, i : i + 1, j : j + 1]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "ties-share",
    en=("Cells that tie share the slope", "That is a defensible choice, but not the one of the docstring: the first in row order gets everything."),
    ko=("동점인 칸이 기울기를 나누어 받습니다", "그럴듯한 방법이지만 docstring의 방법이 아닙니다. 행 순서로 첫 번째 칸이 모두 받습니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            mask = padded[place] == padded[place].max(axis=(1, 2), keepdims=True)
            shares = mask / mask.sum(axis=(1, 2), keepdims=True)
            dpadded[place] += shares * dY[:, i : i + 1, j : j + 1]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "last-tie-wins",
    en=("Of cells that tie, the last one wins", "A later cell must be larger to win, not just as large: the first in row order keeps it."),
    ko=("동점이면 마지막 칸이 이깁니다", "뒤의 칸은 같아서는 안 되고 더 커야 이깁니다. 행 순서로 첫 번째 칸이 이깁니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            winner = size * size - 1 - window[:, ::-1].argmax(axis=1)
            row, column = np.divmod(winner, size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "first-in-column-order",
    en=("Ties go to the first cell in column order", "Read the window row by row, as C order does."),
    ko=("동점이면 열 순서로 첫 번째 칸이 이깁니다", "윈도를 C 순서처럼 한 행씩 읽으세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].transpose(0, 2, 1, 3)
            column, row = np.divmod(window.reshape(N, -1, C).argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "overlaps-overwritten",
    en=("A cell that wins in several windows keeps only one slope", "Slopes add up where windows overlap: += instead of =."),
    ko=("여러 윈도에서 이긴 칸에 기울기가 하나만 남습니다", "윈도가 겹치면 기울기를 더합니다. =가 아니라 +=입니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            row, column = np.divmod(window.argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] = dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "stride-is-the-window",
    en=("The backward pass takes the window's size for the stride", "Window (i, j) begins at row i*stride and column j*stride, as in the forward pass."),
    ko=("역전파에서 윈도의 크기를 스트라이드로 사용했습니다", "윈도 (i, j)는 순전파에서처럼 i*stride행 j*stride열에서 시작합니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    for k, i, j, c in np.ndindex(dY.shape):
        top, left = i * size, j * size
        window = padded[k, top : top + size, left : left + size, c]
        if window.size:
            row, column = np.unravel_index(window.argmax(), window.shape)
            dpadded[k, top + row, left + column, c] += dY[k, i, j, c]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "zeros-around-the-maximum",
    en=("The backward pass pads with zeros", "Negative values lose to a border of zeros, and their slope with them. Pad with -inf, as in the forward pass."),
    ko=("역전파에서 0으로 패딩했습니다", "음수가 테두리의 0에 지면 기울기도 사라집니다. 순전파에서처럼 -inf로 채우세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            row, column = np.divmod(window.argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "one-winner-for-all-channels",
    en=("All channels share the place of one winner", "The maximum lies elsewhere in each channel: find it channel by channel."),
    ko=("모든 채널이 한 승자의 자리를 함께 썼습니다", "최댓값의 자리는 채널마다 다릅니다. 채널마다 따로 찾으세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            row, column = np.divmod(window.max(axis=3).reshape(N, -1).argmax(axis=1), size)
            dpadded[np.arange(N), top + row, left + column] += dY[:, i, j]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "one-channel-wins",
    en=("Only the channel with the largest value of all gets a slope", "Every channel has a winner of its own: argmax over the window, not over the channels."),
    ko=("가장 큰 값이 있는 채널만 기울기를 받습니다", "채널마다 이긴 칸이 하나씩 있습니다. argmax는 채널이 아니라 윈도에 대해 구하세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n = np.arange(N)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size]
            winner = window.reshape(N, -1).argmax(axis=1)
            row, column, c = np.unravel_index(winner, window.shape[1:])
            dpadded[n, top + row, left + column, c] += dY[n, i, j, c]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "winners-found-by-value",
    en=(
        "Winners are searched by value in the whole map",
        "A cell that equals a maximum needn't have won it: look for the place inside its own window.",
    ),
    ko=(
        "승자를 맵 전체에서 값으로 찾았습니다",
        "최댓값과 같은 칸이라고 해서 그 윈도에서 이긴 것은 아닙니다. 해당 윈도 안에서 자리를 찾으세요.",
    ),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    Y, _ = max_pool_forward(X, size, stride, padding)
    dX = np.zeros(X.shape)
    for i in range(Y.shape[1]):
        for j in range(Y.shape[2]):
            dX += (X == Y[:, i : i + 1, j : j + 1]) * dY[:, i : i + 1, j : j + 1]
    return dX


@misconception(
    "A12.2", "border-cut-at-the-wrong-place",
    en=("The result is cut from the corner of the border", "The image's first cell lies at (top, left) of the border: cut from there."),
    ko=("테두리의 모서리에서부터 잘랐습니다", "이미지의 첫 칸은 테두리 안의 (top, left)에 있습니다. 거기서부터 자르세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, _, (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            row, column = np.divmod(window.argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    return dpadded[:, :H, :W]


@misconception(
    "A12.2", "cut-by-a-negative-zero",
    en=("The border is cut off with [top:-bottom]", "[0:-0] is empty, and so is the result. Cut with [top : top + H]."),
    ko=("테두리를 [top:-bottom]으로 잘랐습니다", "[0:-0]은 비어 있으므로 결과도 비게 됩니다. [top : top + H]로 자르세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            row, column = np.divmod(window.argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] += dY[:, i, j]
    down, other = padded.shape[1] - H - up, padded.shape[2] - W - aside
    return dpadded[:, up:-down, aside:-other]


@misconception(
    "A12.2", "shared-by-the-window",
    en=("Every cell of the window gets a share", "That is average pooling. Here only the winner gets something, and all of it."),
    ko=("윈도의 모든 칸이 몫을 받습니다", "그것은 평균 풀링입니다. 여기서는 승자만, 그리고 전부 받습니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    return avg_pool_backward(dY, cache)


@misconception(
    "A12.2", "winners-counted",
    en=("Each winner gets a 1, whatever was sent back", "Multiply by dY: the mask alone is the derivative of one output with respect to one input."),
    ko=("무엇이 되돌아오든 승자가 1을 받습니다", "dY를 곱하세요. 마스크는 출력 하나를 입력 하나로 미분한 것일 뿐입니다."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    N, H, W, C = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, -np.inf)
    dpadded = np.zeros_like(padded)
    n, c = np.ogrid[:N, :C]
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = padded[:, top : top + size, left : left + size].reshape(N, -1, C)
            row, column = np.divmod(window.argmax(axis=1), size)
            dpadded[n, top + row, left + column, c] += 1
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.2", "integer-slopes",
    en=("The slopes are cut to whole numbers", "An array like X is an integer array when X is: collect slopes in floats."),
    ko=("기울기가 정수로 잘렸습니다", "X가 정수이면 X와 같은 배열도 정수 배열입니다. 기울기는 실수 배열에 담으세요."),
)  # fmt: skip
def max_pool_backward(dY, cache):
    X, size, stride, padding = cache
    dX = np.zeros_like(X)
    _, (up, aside), _ = framed(X, size, stride, padding, -np.inf)
    for k, i, j, c in np.ndindex(dY.shape):
        top, left = i * stride - up, j * stride - aside
        rows = range(max(top, 0), min(top + size, X.shape[1]))
        columns = range(max(left, 0), min(left + size, X.shape[2]))
        best = max((X[k, r, q, c], -r, -q) for r in rows for q in columns)
        dX[k, -best[1], -best[2], c] += np.asarray(dY[k, i, j, c]).astype(X.dtype)
    return dX


@misconception(
    "A12.3", "sum-for-mean",
    en=("The window is added up, not averaged", "Divide by the number of cells."),
    ko=("윈도의 값을 평균하지 않고 더했습니다", "칸의 수로 나누세요."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].sum(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.3", "border-counted",
    en=("The border's zeros count in the mean", "They pull it toward 0. Divide by the number of cells that lie in the image."),
    ko=("테두리의 0을 평균에 넣었습니다", "평균이 0 쪽으로 끌려갑니다. 이미지 안에 있는 칸의 수로 나누세요."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].mean(axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.3", "divided-by-the-side",
    en=("The sum is divided by size", "A window of size 2 has 2 · 2 = 4 cells."),
    ko=("합을 size로 나누었습니다", "크기가 2인 윈도에는 2 · 2 = 4칸이 있습니다."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, 0)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            Y[:, i, j] = padded[:, top : top + size, left : left + size].sum(axis=(1, 2)) / size
    return Y, (X, size, stride, padding)


@misconception(
    "A12.3", "stride-is-the-window",
    en=("The window always moves by its own size", "`stride` may differ from `size`: windows overlap or leave gaps."),
    ko=("윈도가 항상 자기 크기만큼 움직입니다", "`stride`는 `size`와 다를 수 있습니다. 윈도가 겹치기도 하고 사이가 뜨기도 합니다."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    padded, _, (rows, columns) = framed(X, size, size, padding, np.nan)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            window = padded[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            Y[:, i, j] = np.nanmean(window, axis=(1, 2))
    return Y, (X, size, size if stride is None else stride, padding)


@misconception(
    "A12.3", "mean-over-channels",
    en=("The mean is taken over the channels, too", "Every channel is pooled by itself: the result has as many as the image."),
    ko=("채널에 대해서도 평균했습니다", "채널마다 따로 풀링합니다. 결과의 채널 수는 이미지와 같습니다."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, np.nan)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]))
    for i in range(rows):
        for j in range(columns):
            window = padded[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = np.nanmean(window, axis=(1, 2, 3))[:, None]
    return Y, (X, size, stride, padding)


@misconception(
    "A12.3", "maximum-again",
    en=("The maximum is returned, not the mean", "Average pooling returns the mean of the window."),
    ko=("평균이 아니라 최댓값을 반환했습니다", "평균 풀링은 윈도의 평균을 반환합니다."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    return max_pool_forward(X, size, stride, padding)


@misconception(
    "A12.3", "integer-means",
    en=("Means of whole numbers are cut to whole numbers", "Collect the means in a float array, whatever the images are made of."),
    ko=("정수의 평균이 정수로 잘렸습니다", "이미지가 무엇으로 되어 있든 평균은 실수 배열에 담으세요."),
)  # fmt: skip
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    stride = size if stride is None else stride
    padded, _, (rows, columns) = framed(X, size, stride, padding, np.nan)
    Y = np.zeros((X.shape[0], rows, columns, X.shape[3]), dtype=X.dtype)
    for i in range(rows):
        for j in range(columns):
            window = padded[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = np.nanmean(window, axis=(1, 2))
    return Y, (X, size, stride, padding)


@misconception(
    "A12.4", "not-divided",
    en=("Every cell gets the whole slope", "A cell moves the mean by 1/k of its own change: divide by the number of cells."),
    ko=("모든 칸이 기울기 전체를 받습니다", "한 칸의 변화는 평균을 그 1/k만큼만 바꿉니다. 칸의 수로 나누세요."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            dpadded[:, top : top + size, left : left + size] += dY[:, i : i + 1, j : j + 1]
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "divided-by-the-side",
    en=("The slope is divided by size", "A window of size 2 has 2 · 2 = 4 cells."),
    ko=("기울기를 size로 나누었습니다", "크기가 2인 윈도에는 2 · 2 = 4칸이 있습니다."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            dpadded[:, top : top + size, left : left + size] += dY[:, i : i + 1, j : j + 1] / size
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "border-counted",
    en=("The border's cells get a share", "They don't count in the mean: share among the cells that lie in the image."),
    ko=("테두리의 칸도 몫을 받습니다", "테두리는 평균에 들어가지 않습니다. 이미지 안에 있는 칸끼리 나누세요."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    padded, (up, aside), (rows, columns) = framed(X, size, stride, padding, 0)
    dpadded = np.zeros_like(padded)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            share = dY[:, i : i + 1, j : j + 1] / size**2
            dpadded[:, top : top + size, left : left + size] += share
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "overlaps-overwritten",
    en=("A cell under several windows keeps only one share", "Shares add up where windows overlap: += instead of =."),
    ko=("여러 윈도에 들어 있는 칸에 몫이 하나만 남습니다", "윈도가 겹치면 몫을 더합니다. =가 아니라 +=입니다."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    inside, (up, aside), (rows, columns) = framed(np.ones_like(X), size, stride, padding, 0)
    dpadded = np.zeros_like(inside)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            cells = inside[place].sum(axis=(1, 2), keepdims=True)
            dpadded[place] = dY[:, i : i + 1, j : j + 1] / cells
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "overlaps-averaged",
    en=("A cell under several windows gets the mean of its shares", "Shares add up: the cell moves every one of those means."),
    ko=("여러 윈도에 들어 있는 칸이 몫의 평균을 받습니다", "몫은 더합니다. 그 칸은 그 평균들을 모두 움직입니다."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    inside, (up, aside), (rows, columns) = framed(np.ones_like(X), size, stride, padding, 0)
    dpadded, windows = np.zeros_like(inside), np.zeros_like(inside)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            cells = inside[place].sum(axis=(1, 2), keepdims=True)
            dpadded[place] += dY[:, i : i + 1, j : j + 1] / cells
            windows[place] += 1
    dpadded /= np.maximum(windows, 1)
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "stride-is-the-window",
    en=("The backward pass takes the window's size for the stride", "Window (i, j) begins at row i*stride and column j*stride, as in the forward pass."),
    ko=("역전파에서 윈도의 크기를 스트라이드로 사용했습니다", "윈도 (i, j)는 순전파에서처럼 i*stride행 j*stride열에서 시작합니다."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    inside, (up, aside), (rows, columns) = framed(np.ones_like(X), size, stride, padding, 0)
    dpadded = np.zeros_like(inside)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            cells = np.maximum(inside[place].sum(axis=(1, 2), keepdims=True), 1)
            dpadded[place] += dY[:, i : i + 1, j : j + 1] / cells
    return dpadded[:, up : up + H, aside : aside + W]


@misconception(
    "A12.4", "border-cut-at-the-wrong-place",
    en=("The result is cut from the corner of the border", "The image's first cell lies at (top, left) of the border: cut from there."),
    ko=("테두리의 모서리에서부터 잘랐습니다", "이미지의 첫 칸은 테두리 안의 (top, left)에 있습니다. 거기서부터 자르세요."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, H, W, _ = X.shape
    inside, _, (rows, columns) = framed(np.ones_like(X), size, stride, padding, 0)
    dpadded = np.zeros_like(inside)
    for i in range(rows):
        for j in range(columns):
            place = np.s_[:, i * stride : i * stride + size, j * stride : j * stride + size]
            cells = inside[place].sum(axis=(1, 2), keepdims=True)
            dpadded[place] += dY[:, i : i + 1, j : j + 1] / cells
    return dpadded[:, :H, :W]


@misconception(
    "A12.4", "largest-gets-everything",
    en=("Only the largest cell gets the slope", "That is max pooling. A mean depends on all its cells alike."),
    ko=("가장 큰 칸만 기울기를 받습니다", "그것은 최대 풀링입니다. 평균은 모든 칸에 똑같이 달려 있습니다."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    return max_pool_backward(dY, cache)


@misconception(
    "A12.4", "integer-shares",
    en=("The shares are cut to whole numbers", "An array like X is an integer array when X is: collect shares in floats."),
    ko=("몫이 정수로 잘렸습니다", "X가 정수이면 X와 같은 배열도 정수 배열입니다. 몫은 실수 배열에 담으세요."),
)  # fmt: skip
def avg_pool_backward(dY, cache):
    X, size, stride, padding = cache
    _, (up, aside), _ = framed(X, size, stride, padding, 0)
    dX = np.zeros_like(X)
    for i, j in np.ndindex(dY.shape[1:3]):
        top, left = i * stride - up, j * stride - aside
        place = np.s_[:, max(top, 0) : top + size, max(left, 0) : left + size]
        cells = dX[place].shape[1] * dX[place].shape[2]
        dX[place] += (dY[:, i : i + 1, j : j + 1] / cells).astype(X.dtype)
    return dX


@misconception(
    "A12.5", "slope-of-the-sigmoid",
    en=(
        "The derivative has the sigmoid's form, a(1 − a)",
        "That form belongs to the sigmoid. For t = tanh x it is (1 − t)(1 + t), with a peak of 1 and not of ¼.",
    ),
    ko=(
        "도함수를 시그모이드의 꼴 a(1 − a)로 구했습니다",
        "그 꼴은 시그모이드의 것입니다. t = tanh x이면 (1 − t)(1 + t)이고, 최댓값은 ¼이 아니라 1입니다.",
    ),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.asarray(x)) - 1
    return value, value * (1 - value)


@misconception(
    "A12.5", "chain-rule-forgotten",
    en=("The derivative lacks the two factors of 2", "tanh x = 2σ(2x) − 1: the outer 2 and the inner 2 make 4σ′(2x), with a peak of 1."),
    ko=("도함수에 인수 2가 두 번 빠졌습니다", "tanh x = 2σ(2x) − 1이므로 바깥의 2와 안의 2를 곱해 4σ′(2x)이고 최댓값은 1입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    s = sigmoid(2 * np.asarray(x))
    return 2 * s - 1, s * (1 - s)


@misconception(
    "A12.5", "inner-derivative-forgotten",
    en=("The derivative lacks the inner factor of 2", "The chain rule: the derivative of σ(2x) is 2σ′(2x)."),
    ko=("도함수에 안쪽 미분의 2가 빠졌습니다", "연쇄 법칙에 따르면 σ(2x)의 도함수는 2σ′(2x)입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    s = sigmoid(2 * np.asarray(x))
    return 2 * s - 1, 2 * s * (1 - s)


@misconception(
    "A12.5", "argument-not-doubled",
    en=("The sigmoid is taken at x, not at 2x", "2σ(x) − 1 is tanh(x/2): half as steep."),
    ko=("시그모이드를 2x가 아니라 x에서 구했습니다", "2σ(x) − 1은 tanh(x/2)입니다. 기울기가 절반입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(np.asarray(x)) - 1
    return value, (1 - value) * (1 + value)


@misconception(
    "A12.5", "not-centred",
    en=("The 1 isn't subtracted", "2σ(2x) runs from 0 to 2. Tanh is centred at 0: subtract 1."),
    ko=("1을 빼지 않았습니다", "2σ(2x)는 0부터 2까지입니다. tanh의 중심은 0이므로 1을 빼세요."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.asarray(x))
    return value, (1 - value) * (1 + value)


@misconception(
    "A12.5", "slope-from-the-argument",
    en=("The derivative is computed from x, not from tanh x", "(1 − t)(1 + t) needs the value t = tanh x."),
    ko=("도함수를 tanh x가 아니라 x로 구했습니다", "(1 − t)(1 + t)의 t는 값 tanh x입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    x = np.asarray(x)
    return 2 * sigmoid(2 * x) - 1, (1.0 - x) * (1.0 + x)


@misconception(
    "A12.5", "tanh-of-tanh",
    en=("The derivative takes tanh of the value once more", "The value is tanh x already: 1 − value², not 1 − tanh(value)²."),
    ko=("도함수에서 값에 tanh를 한 번 더 적용했습니다", "값이 이미 tanh x입니다. 1 − tanh(value)²이 아니라 1 − value²입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.asarray(x)) - 1
    again = np.tanh(value)
    return value, (1 - again) * (1 + again)


@misconception(
    "A12.5", "square-forgotten",
    en=("The derivative is 1 − tanh x", "One factor is missing: (1 − t)(1 + t) = 1 − t²."),
    ko=("도함수가 1 − tanh x입니다", "인수가 하나 빠졌습니다. (1 − t)(1 + t) = 1 − t²입니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.asarray(x)) - 1
    return value, 1 - value


@misconception(
    "A12.5", "overflows-far-out",
    en=("Far out the result is nan", "eˣ overflows at 710, and ∞/∞ is nan. The sigmoid of A03 doesn't."),
    ko=("먼 곳에서 결과가 nan이 됩니다", "eˣ은 710쯤에서 오버플로를 일으키고 ∞/∞는 nan입니다. A03의 시그모이드는 그렇지 않습니다."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    up, down = np.exp(np.asarray(x, dtype=float)), np.exp(-np.asarray(x, dtype=float))
    value = (up - down) / (up + down)
    return value, (1 - value) * (1 + value)


@misconception(
    "A12.5", "derivative-first",
    en=("The derivative comes first", "Return (value, derivative)."),
    ko=("도함수를 먼저 반환했습니다", "(값, 도함수) 순서로 반환하세요."),
)  # fmt: skip
def tanh_from_sigmoid(x):
    value = 2 * sigmoid(2 * np.asarray(x)) - 1
    return (1 - value) * (1 + value), value


# Equal on every input: a mask that is true everywhere, and no derivative at all.
@misconception(
    "A12.6", "mask-from-the-output",
    en=("Everything passes backward", "`output >= 0` is true everywhere. Ask for x > 0, of the input."),
    ko=("역전파에서 모두 지나갑니다", "`출력 >= 0`은 어디서나 참입니다. 입력에 대해 x > 0을 물어야 합니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.output = np.maximum(x, 0)
        return self.output

    def backward(self, dY):
        return dY * (self.output >= 0)


@misconception(
    "A12.6", "one-at-zero",
    en=("The slope at exactly 0 is taken as 1", "Here it is 0, as in TensorFlow: x > 0, not x >= 0."),
    ko=("정확히 0에서의 기울기를 1로 했습니다", "여기서는 텐서플로처럼 0입니다. x >= 0이 아니라 x > 0입니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.mask = x >= 0
        return x * self.mask

    def backward(self, dY):
        return dY * self.mask


@misconception(
    "A12.6", "half-at-zero",
    en=("The slope at exactly 0 is taken as ½", "That is what a centred difference says. Here it is 0, as in TensorFlow."),
    ko=("정확히 0에서의 기울기를 ½로 했습니다", "중심 차분은 그렇게 말하지만, 여기서는 텐서플로처럼 0입니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dY):
        return dY * np.heaviside(self.x, 0.5)


@misconception(
    "A12.6", "leaky",
    en=(
        "Negative inputs pass a little",
        "That is a leaky ReLU. The plain one saturates at the negative end: it returns 0 there, and passes nothing back.",
    ),
    ko=(
        "음수 입력이 조금 지나갑니다",
        "그것은 리키 렐루(leaky ReLU)입니다. 보통의 ReLU는 음수 쪽에서 포화하여 0을 반환하고 아무것도 되돌려 보내지 않습니다.",
    ),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.slope = np.where(x > 0, 1.0, 0.01)
        return x * self.slope

    def backward(self, dY):
        return dY * self.slope


@misconception(
    "A12.6", "absolute-value",
    en=("Negative inputs come out positive", "max(0, x) makes them 0; |x| turns them round."),
    ko=("음수 입력이 양수로 나옵니다", "max(0, x)는 음수를 0으로 만듭니다. |x|는 부호를 뒤집습니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return np.abs(x)

    def backward(self, dY):
        return dY * np.sign(self.x)


@misconception(
    "A12.6", "clipped-at-one",
    en=("Outputs are cut off at 1", "The positive end is free: ReLU(3) = 3, with slope 1."),
    ko=("출력을 1에서 잘랐습니다", "양수 쪽에는 끝이 없습니다. ReLU(3) = 3이고 기울기는 1입니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.x = x
        return np.clip(x, 0, 1)

    def backward(self, dY):
        return dY * ((self.x > 0) & (self.x < 1))


@misconception(
    "A12.6", "mask-from-the-slope",
    en=("Backward, ReLU is applied to dY", "What passes depends on the sign of the input, not on that of dY."),
    ko=("역전파에서 dY에 ReLU를 적용했습니다", "무엇이 지나가는지는 dY가 아니라 입력의 부호가 정합니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        return np.maximum(x, 0)

    def backward(self, dY):
        return np.maximum(dY, 0)


@misconception(
    "A12.6", "multiplied-by-the-output",
    en=("Backward, dY is multiplied by the output", "The derivative is 1 where the input is positive, not the output's value."),
    ko=("역전파에서 dY에 출력을 곱했습니다", "도함수는 입력이 양수인 곳에서 출력의 값이 아니라 1입니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.output = np.maximum(x, 0)
        return self.output

    def backward(self, dY):
        return dY * self.output


@misconception(
    "A12.6", "first-mask-kept",
    en=("The mask of the first forward is used forever", "Each forward replaces what the call before left."),
    ko=("첫 순전파의 마스크를 계속 사용합니다", "forward를 호출할 때마다 앞의 호출이 남긴 것을 바꾸어야 합니다."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}
        self.mask = None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.maximum(x, 0)

    def backward(self, dY):
        return dY * self.mask


@misconception(
    "A12.6", "mask-of-all-layers",
    en=("All layers share one memory", "A name in the class body belongs to all objects. Set `self.…` in forward."),
    ko=("모든 층이 기억을 함께 씁니다", "클래스 본문의 이름은 모든 객체의 것입니다. forward에서 `self.…`에 넣으세요."),
)  # fmt: skip
class ReLU:
    memory = {}

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        self.memory["mask"] = x > 0
        return np.maximum(x, 0)

    def backward(self, dY):
        return dY * self.memory["mask"]


@misconception(
    "A12.6", "input-overwritten",
    en=("forward changes its input", "`x[x < 0] = 0` writes into the caller's array. Return a new one."),
    ko=("forward가 입력을 바꿉니다", "`x[x < 0] = 0`은 호출한 쪽의 배열에 씁니다. 새 배열을 반환하세요."),
)  # fmt: skip
class ReLU:
    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        x[x < 0] = 0
        self.mask = x > 0
        return x

    def backward(self, dY):
        return dY * self.mask


@misconception(
    "A12.7", "first-layer-first",
    en=("The norms run from the first layer to the last", "Index 0 is the last layer, where the way back begins."),
    ko=("노름이 첫 층부터 나열되어 있습니다", "인덱스 0은 되돌아가는 길이 시작되는 마지막 층입니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = np.zeros(depth)
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms[layer] = np.sqrt(np.sum((A[layer].T @ dZ) ** 2))
        dA = dZ @ W[layer].T
    return norms


@misconception(
    "A12.7", "slope-forgotten",
    en=("The derivative of the activation is missing on the way back", "dZ = dA * f′(Z), one factor per layer: that is what vanishes."),
    ko=("되돌아가는 길에 활성화 함수의 도함수가 빠졌습니다", "층마다 dZ = dA * f′(Z)입니다. 바로 이 인수 때문에 사라집니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    functions = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    if activation not in functions:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(functions[activation](A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        norms.append(np.sqrt(np.sum((A[layer].T @ dA) ** 2)))
        dA = dA @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "sigmoid-slope-up-to-one",
    en=("The sigmoid's slope is too large, as if it reached 1", "σ′ = a(1 − a) is ¼ at most: at most a quarter passes each layer."),
    ko=("시그모이드의 기울기가 1까지 올라가는 것처럼 너무 큽니다", "σ′ = a(1 − a)는 ¼ 이하입니다. 층마다 많아야 4분의 1이 지나갑니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: 4 * a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "slope-of-the-activated-value",
    en=("The slope is taken at A, not at Z", "From the activated value a, the slopes are a(1 − a) and 1 − a²: don't activate again."),
    ko=("기울기를 Z가 아니라 A에서 구했습니다", "활성화 값 a로는 기울기가 a(1 − a)와 1 − a²입니다. 다시 활성화하지 마세요."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
        "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
        "relu": (lambda z: np.maximum(z, 0), lambda z: z > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "glorot-for-relu",
    en=("ReLU gets Glorot's weights", "It drops half of its input. He's sqrt(2/width) makes up for it."),
    ko=("ReLU에도 글로럿의 가중치를 사용했습니다", "ReLU는 입력의 절반을 버립니다. He의 sqrt(2/width)가 이를 메웁니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt(1 / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "he-for-all",
    en=("Sigmoid and tanh get He's weights", "They drop nothing: sqrt(1/width), by Glorot's rule."),
    ko=("시그모이드와 tanh에도 He의 가중치를 사용했습니다", "이들은 아무것도 버리지 않으므로 글로럿 규칙에 따라 sqrt(1/width)입니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt(2 / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "weights-of-size-one",
    en=("The weights are drawn with standard deviation 1", "Sums of that many are far too large: the units saturate. Scale by sqrt(1/width)."),
    ko=("가중치의 표준편차가 1입니다", "그렇게 더하면 너무 커져서 유닛이 포화합니다. sqrt(1/width)를 곱하세요."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(size=(depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "variance-for-deviation",
    en=("The variance is given to rng.normal as the standard deviation", "1/width is the variance. Take its root: far too small weights let every signal die."),
    ko=("rng.normal에 표준편차 대신 분산을 넘겼습니다", "1/width는 분산입니다. 제곱근을 취하세요. 가중치가 너무 작으면 신호가 사라집니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, (2 if activation == "relu" else 1) / width, (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "output-for-input",
    en=("dW is made of the layer's output", "dW_l = A_(l−1).T @ dZ_l: a weight's slope needs what came *into* the layer."),
    ko=("dW를 그 층의 출력으로 만들었습니다", "dW_l = A_(l−1).T @ dZ_l입니다. 가중치의 기울기에는 그 층에 *들어온* 값이 필요합니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer + 1].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "weights-skipped-backward",
    en=("The way back doesn't go through the weights", "dA_(l−1) = dZ_l @ W_l.T: each layer multiplies by its weights."),
    ko=("되돌아가는 길이 가중치를 거치지 않습니다", "dA_(l−1) = dZ_l @ W_l.T입니다. 층마다 가중치를 곱합니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dA = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dA) ** 2)))
    return np.array(norms)


@misconception(
    "A12.7", "ones-sent-back",
    en=("Ones are sent back, not random numbers", "Where everything points one way, nothing cancels: the norms come out too large. Draw the derivative."),
    ko=("난수가 아니라 1을 되돌려 보냈습니다", "모두 한 방향이면 상쇄되는 것이 없어 노름이 너무 커집니다. 기울기도 무작위로 뽑으세요."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = np.ones((64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "divided-by-rows",
    en=("dW is divided by the number of rows", "Nothing is divided here: a 1/m would already be inside the derivative sent back."),
    ko=("dW를 행의 수로 나누었습니다", "여기서는 나누지 않습니다. 1/m이 있다면 이미 되돌아온 기울기에 들어 있습니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ / 64) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "root-forgotten",
    en=("The squares are added up, but the root is missing", "A norm is the root of the sum of squares."),
    ko=("제곱의 합에 제곱근이 빠졌습니다", "노름은 제곱합의 제곱근입니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sum((A[layer].T @ dZ) ** 2))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "own-generator",
    en=("The numbers come from a generator of its own", "Draw from the rng that was passed in: generators in equal states give equal norms, others different ones."),
    ko=("난수를 따로 만든 생성기에서 뽑았습니다", "넘겨받은 rng에서 뽑으세요. 상태가 같은 생성기이면 같은 노름, 다르면 다른 노름이 나옵니다."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    rng = np.random.default_rng(42)
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
    }.get(activation, (None, None))
    if f is None:
        raise ValueError(activation)
    W = rng.normal(0, np.sqrt((2 if activation == "relu" else 1) / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.7", "anything-else-is-relu",
    en=("An unknown activation is treated as one of the three", "A misspelt name must not pass unnoticed: raise ValueError."),
    ko=("알 수 없는 활성화 함수를 셋 중 하나로 처리했습니다", "잘못 쓴 이름이 그냥 지나가면 안 됩니다. ValueError를 발생시키세요."),
)  # fmt: skip
def gradient_norms(depth, width, activation, rng):
    f, slope = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a**2),
    }.get(activation, (lambda z: np.maximum(z, 0), lambda a: a > 0))
    gain = 1 if activation in ("sigmoid", "tanh") else 2
    W = rng.normal(0, np.sqrt(gain / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(f(A[layer] @ W[layer]))
    dA = rng.normal(size=(64, width))
    norms = []
    for layer in reversed(range(depth)):
        dZ = dA * slope(A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)


@misconception(
    "A12.8", "paper-of-1998",
    en=(
        "The parameters are those of the paper of 1998",
        "There, pooling had trainable factors and conv2 skipped some maps. Here each kernel goes over all channels, and pooling has nothing to learn.",
    ),
    ko=(
        "매개변수 수가 1998년 논문의 것입니다",
        "논문에서는 풀링에 학습하는 계수가 있었고 conv2가 일부 맵을 건너뛰었습니다. 여기서는 커널이 모든 채널에 걸쳐 있고 풀링에는 학습할 것이 없습니다.",
    ),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 12),
        ("conv2", (conv2, conv2, 16), 1516),
        ("pool2", (pool2, pool2, 16), 32),
        ("conv3", (conv3, conv3, 120), 48120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "biases-forgotten",
    en=("The biases aren't counted", "Each kernel and each unit has one bias besides its weights."),
    ko=("절편을 세지 않았습니다", "커널과 유닛마다 가중치 말고도 절편이 하나씩 있습니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 25 * 6),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 25 * 6 * 16),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 25 * 16 * 120),
        ("fc1", (84,), conv3 * conv3 * 120 * 84),
        ("fc2", (10,), 84 * 10),
    ]


@misconception(
    "A12.8", "kernels-one-channel-deep",
    en=("Kernels are counted with one channel only", "A kernel goes over all channels of its input: conv2's have 5 · 5 · 6 weights."),
    ko=("커널을 채널 하나로만 셌습니다", "커널은 입력의 모든 채널에 걸쳐 있습니다. conv2의 커널은 가중치가 5 · 5 · 6개입니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 26 * 6),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 26 * 16),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 26 * 120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "convolutions-keep-the-side",
    en=("Convolutions leave the side as it is", "They have no padding: a window of 5 takes 4 off each side."),
    ko=("합성곱을 해도 변이 그대로입니다", "패딩이 없으므로 크기가 5인 윈도는 변을 4만큼 줄입니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = side + 2 * pad
    pool1 = output_size(conv1, 2, stride=2)
    pool2 = output_size(pool1, 2, stride=2)
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (pool1, pool1, 16), 2416),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (pool2, pool2, 120), 48120),
        ("fc1", (84,), (pool2 * pool2 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "pooling-moves-by-one",
    en=("Pooling moves by 1 and hardly shrinks the map", "Windows of 2 move by 2: the side is halved."),
    ko=("풀링이 한 칸씩 움직여 맵이 거의 줄지 않습니다", "크기가 2인 윈도는 2칸씩 움직이므로 변이 절반이 됩니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 2416),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 48120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "channels-first",
    en=("The shapes have their channels first", "Here channels come last: (height, width, channels)."),
    ko=("shape에서 채널이 앞에 있습니다", "여기서는 채널이 마지막입니다: (높이, 너비, 채널)."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (6, conv1, conv1), 156),
        ("pool1", (6, pool1, pool1), 0),
        ("conv2", (16, conv2, conv2), 2416),
        ("pool2", (16, pool2, pool2), 0),
        ("conv3", (120, conv3, conv3), 48120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "batch-axis-kept",
    en=("The shapes have a batch axis", "They are those of one image: (28, 28, 6), not (None, 28, 28, 6) or (1, 28, 28, 6)."),
    ko=("shape에 배치 축이 있습니다", "이미지 하나의 shape이어야 합니다. (None, 28, 28, 6)이나 (1, 28, 28, 6)이 아니라 (28, 28, 6)입니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (1, conv1, conv1, 6), 156),
        ("pool1", (1, pool1, pool1, 6), 0),
        ("conv2", (1, conv2, conv2, 16), 2416),
        ("pool2", (1, pool2, pool2, 16), 0),
        ("conv3", (1, conv3, conv3, 120), 48120),
        ("fc1", (1, 84), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (1, 10), 850),
    ]


@misconception(
    "A12.8", "padding-once",
    en=("The padding is counted at one end only", "`pad` zeros on each of the four sides: the side grows by 2 * pad."),
    ko=("패딩을 한쪽 끝만 셌습니다", "사방에 `pad`개씩이므로 변은 2 * pad만큼 늘어납니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side + pad, 5)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 2416),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 48120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "dense-layer-of-fixed-size",
    en=("fc1 always has 120 inputs", "That fits 32 by 32 only. It takes all numbers of conv3: side · side · 120."),
    ko=("fc1의 입력이 항상 120개입니다", "32×32에서만 맞습니다. conv3의 숫자를 모두 받으므로 변 · 변 · 120개입니다."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 2416),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 48120),
        ("fc1", (84,), 121 * 84),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "table-for-every-image",
    en=("The answer is that of 32 by 32, whatever the image", "Compute the sides from `side` and `pad`."),
    ko=("이미지와 관계없이 32×32의 답을 반환합니다", "`side`와 `pad`로 변을 계산하세요."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    return [
        ("conv1", (28, 28, 6), 156),
        ("pool1", (14, 14, 6), 0),
        ("conv2", (10, 10, 16), 2416),
        ("pool2", (5, 5, 16), 0),
        ("conv3", (1, 1, 120), 48120),
        ("fc1", (84,), 10164),
        ("fc2", (10,), 850),
    ]


@misconception(
    "A12.8", "small-image-accepted",
    en=("An image too small gives sides of zero or less", "A window that doesn't fit has no place: raise ValueError, as output_size does."),
    ko=("너무 작은 이미지에서 변이 0 이하가 됩니다", "들어가지 않는 윈도는 놓일 자리가 없습니다. output_size처럼 ValueError를 발생시키세요."),
)  # fmt: skip
def lenet5_shapes(side=32, pad=0):
    conv1 = side + 2 * pad - 4
    pool1 = conv1 // 2
    conv2 = pool1 - 4
    pool2 = conv2 // 2
    conv3 = pool2 - 4
    return [
        ("conv1", (conv1, conv1, 6), 156),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), 2416),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), 48120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), 850),
    ]
