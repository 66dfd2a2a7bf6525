# %% [markdown]
# # A11 · 2차원 합성곱
#
# 이미지에는 방향이 두 개 있으므로 윈도는 오른쪽과 아래로 움직이는 직사각형이 됩니다. 이미지에는 색이 있으므로 자리마다 숫자가 여러 개 들어 있습니다. 그리고 무늬 하나로는 부족하므로 한 층이 같은 이미지 위에서 여러 커널을 밉니다. 그 밖에 새로운 것은 없습니다. A10에서 숫자의 나열에 대해 만든 것이 한 걸음씩 합성곱층, 곧 A13의 신경망을 이루는 층이 됩니다. 그런 다음 슬라이드에는 없는 역전파까지 만듭니다.
#
# **기호.** 흑백 이미지 `x`(H, W)는 H행 W열이고 커널은 `k`(kh, kw)입니다. 채널이 있는 이미지의 배치는 `X`(N, H, W, C)이며 채널이 마지막입니다. 한 층의 커널은 `K`(kh, kw, C, F)로, **필터** F개가 각각 윈도의 높이와 너비에 입력의 채널 수만큼의 깊이를 가집니다. `b`(F,)는 필터마다 하나씩 있는 절편입니다. 결과는 `Y`(N, oh, ow, F)입니다. `stride`는 두 방향에 공통인 숫자 하나이고, `padding`은 케라스의 규칙에 따른 `'valid'` 또는 `'same'`입니다.
#
# A10에서처럼 아무것도 뒤집지 않습니다. 딥러닝의 층은 교차상관을 계산합니다. 슬라이드는 계속 *합성곱*이라고 부르면서 `correlate2d`를 호출하는데, 뜻하는 것은 교차상관입니다. 이미 만들어진 함수인 `np.convolve`, `np.correlate`, `np.polymul`, 푸리에 변환, `scipy.signal`, `scipy.ndimage`는 여기서도 사용할 수 없습니다.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a10_convolution_1d import pad_amounts
from numpy.lib.stride_tricks import as_strided

유효, 같음 = "valid", "same"

# %% [markdown]
# ## 1. 결과는 얼마나 클까
#
# 한 변이 F인 필터를 한 변이 N인 이미지 위에서 밉니다. 변이 7이고 필터가 3이면 스트라이드 1에서는 0, 1, 2, 3, 4의 다섯 곳에서 시작합니다. 스트라이드 2에서는 0, 2, 4의 세 곳이므로 7 × 7 이미지의 결과는 3 × 3입니다. 슬라이드의 규칙은
#
# $$\frac{N - F}{S} + 1$$
#
# 이고, 두 가지를 말해 주지 않습니다. 스트라이드가 3이면 2.33이 나오지만 다 들어가지 않는 윈도는 없는 것이므로 **내림**하여 2입니다. 그리고 패딩은 필터를 밀기 전에 이미지를 크게 만듭니다. 양쪽에 0을 P개씩 붙이면
#
# $$\Bigl\lfloor \frac{N + 2P - F}{S} \Bigr\rfloor + 1$$
#
# 입니다. 따라서 변이 32이고 필터가 5이면 28이고, 변이 7이고 필터가 3이며 양쪽에 0이 하나씩 있으면 그대로 7입니다.


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    """이미지의 한 변을 따라 윈도가 놓일 수 있는 자리의 수를 반환합니다.

    Parameters
    ----------
    n : int
        패딩하지 않은 이미지의 한 변입니다.
    f : int
        윈도의 한 변이며 1 이상입니다.
    stride : int
        한 자리에서 다음 자리까지의 간격이며 1 이상입니다.
    pad : int
        변의 두 끝에 **각각** 붙이는 0의 개수입니다.

    Returns
    -------
    int
        ``floor((n + 2*pad - f) / stride) + 1``입니다.

    Raises
    ------
    ValueError
        윈도가 패딩한 변보다 길면 발생합니다.
    """
    변 = n + 2 * pad
    if f > 변:
        raise ValueError(f"윈도({f})가 패딩한 변({변})보다 깁니다")
    몫, _ = divmod(변 - f, stride)
    return 몫 + 1


# %% [markdown]
# ## 2. 두 방향의 패딩
#
# 행과 열은 각각 A10의 규칙에 따라 따로 패딩합니다. `same`은 두 끝에 붙이는 0의 수가 다를 수 있으므로 숫자 네 개가 필요합니다. 다음 함수는 미리 주어져 있으니 이미지를 패딩할 때마다 사용하세요. 반환값은 그대로 `np.pad`에 넘길 수 있습니다: `np.pad(x, pads_2d(...))`.


# %%
def pads_2d(height, width, kh, kw, stride, padding):
    """이미지 둘레에 붙일 0의 개수 ``((위, 아래), (왼쪽, 오른쪽))``를 반환합니다.

    ``padding``은 ``"valid"`` 또는 ``"same"``(케라스의 규칙)이며 대소문자를 가리지 않습니다. 그 밖의 값이면 ValueError가 발생합니다.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    return pad_amounts(height, kh, stride, mode), pad_amounts(width, kw, stride, mode)


# %% [markdown]
# ## 3. 이미지 하나, 커널 하나
#
# 자리마다 윈도와 커널을 원소끼리 곱해서 모두 더합니다.
#
# $$y_{ij} = \sum_{p=0}^{k_h-1}\sum_{q=0}^{k_w-1} x_{i s+p,\; j s+q}\; k_{pq}.$$
#
# 슬라이드에 그런 자리 하나가 나옵니다. 곱 아홉 개를 더하면 4가 됩니다. 다음 조각과 커널이 그렇습니다.
#
# $$\begin{pmatrix}1&1&1\\0&1&1\\0&0&1\end{pmatrix},\quad
# \begin{pmatrix}1&0&1\\0&1&0\\1&0&1\end{pmatrix}$$
#
# 1 + 1 + 1 + 1입니다. (숫자 사이의 ×는 글자가 아니라 곱셈 기호입니다. 그리고 여기에는 아직 절편이 없습니다.)
#
# 강의의 예제는 1부터 9까지의 수로 된 3 × 3 이미지입니다. **밸리드**이면 2 × 2 커널이 놓일 자리는 네 곳입니다. **세임 패딩**이면 픽셀 수와 같은 아홉 곳이며, 슬라이드는 이를 그림 아홉 칸으로 보여 줍니다. 짝수 커널에서는 0이 한 행, 한 열 남는데 여기서는 케라스와 같이 **아래쪽과 오른쪽**에 있습니다. A10의 1차원 슬라이드에서는 반대쪽이었습니다. (그림 칸에 흩어진 표시는 그림의 잡티입니다. 이미지 밖의 칸은 모두 0입니다.) 마지막 절의 첫 그림은 여러분의 함수로 이 아홉 칸을 그립니다.
#
# 슬라이드의 커널은 왼쪽 위에 2가 하나 있고 나머지는 0입니다. 그림으로는 좋지만 시험으로는 약합니다. 그 원소 하나만 읽는 프로그램도, 행과 열을 바꾼 프로그램도 통과하고, `same`에서는 커널을 뒤집는 본래의 합성곱조차 같은 숫자 아홉 개를 냅니다. 여러분의 함수는 $\begin{pmatrix}1&2\\3&4\end{pmatrix}$로 시험해 보세요.
#
# $$\text{valid:}\ \begin{pmatrix}37&47\\67&77\end{pmatrix}, \qquad
# \text{same:}\ \begin{pmatrix}37&47&21\\67&77&33\\23&26&9\end{pmatrix}, \qquad
# \text{same, stride 2:}\ \begin{pmatrix}37&21\\23&9\end{pmatrix}.$$
#
# 곱이 아홉 개인 위의 커널도 나을 것이 없습니다. 반 바퀴 돌리면 자기 자신이 되기 때문입니다.


# %%
def 창들(영상, 높이, 너비, 간격):
    """배치의 모든 윈도를 복사하지 않고 봅니다. shape은 (N, oh, ow, 높이, 너비, C)입니다."""
    N, H, W, C = 영상.shape
    sn, sh, sw, sc = 영상.strides
    세로 = output_size(H, 높이, 간격)
    가로 = output_size(W, 너비, 간격)
    return as_strided(
        영상,
        shape=(N, 세로, 가로, 높이, 너비, C),
        strides=(sn, sh * 간격, sw * 간격, sh, sw, sc),
        writeable=False,
    )


def 패딩(X, kh, kw, stride, padding):
    """0을 두른 실수 배열과, 원래 이미지가 시작하는 (행, 열)을 돌려줍니다."""
    세로, 가로 = pads_2d(X.shape[1], X.shape[2], kh, kw, stride, padding)
    return np.pad(X.astype(float), ((0, 0), 세로, 가로, (0, 0))), 세로[0], 가로[0]


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding=유효):
    """이미지와 커널의 교차상관을 반환합니다.

    Parameters
    ----------
    x : shape (H, W)인 배열
        이미지입니다.
    k : shape (kh, kw)인 배열
        커널입니다. 뒤집지 않습니다. 두 배열은 바꾸지 않고 그대로 둡니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격입니다. 오른쪽과 아래 방향이 같으며 1 이상입니다.
    padding : str
        ``"valid"``(0을 붙이지 않음) 또는 ``"same"``(``pads_2d``처럼 행과 열에 각각 케라스의 규칙을 적용)이며 대소문자를 가리지 않습니다.

    Returns
    -------
    shape (oh, ow)인 배열
        (i, j) 원소는 패딩한 이미지에서 왼쪽 위 모서리가 ``i * stride``행 ``j * stride``열인 윈도와 커널의 곱을 모두 더한 값입니다. ``"same"``이면 oh는 ``ceil(H / stride)``, ow는 ``ceil(W / stride)``입니다.

    Raises
    ------
    ValueError
        ``padding``이 둘 중 하나가 아니거나, 커널이 패딩한 이미지보다 높거나 넓으면 발생합니다.
    """
    # 채널이 하나, 이미지가 한 장인 배치로 봅니다.
    영상, _, _ = 패딩(x[None, :, :, None], *k.shape, stride, padding)
    창 = 창들(영상, *k.shape, stride)[0, :, :, :, :, 0]
    return np.asfortranarray(np.tensordot(창, k, axes=2))


# %% [markdown]
# ## 4. 층: 채널과 필터
#
# 컬러 이미지에는 채널이 세 개 있고 필터의 깊이는 입력과 같습니다. 32 × 32 × 3 이미지에 5 × 5 × 3 필터를 사용합니다. 이제 윈도는 작은 직육면체이고, 행과 열과 채널에 걸친 **모든 곱을 더해 숫자 하나**를 얻습니다.
#
# $$Y_{n,i,j,f} = \sum_{p,q,c} X_{n,\; is+p,\; js+q,\; c}\; K_{p,q,c,f} + b_f.$$
#
# 필터를 모든 자리 위에서 밀면 28 × 28 **특성 맵**(*활성화 맵*이라고도 합니다)이 남습니다. 색은 사라지고 자리마다 숫자가 하나씩 있으며, 이미지가 필터와 닮은 곳에서 값이 큽니다. 두 번째 필터는 두 번째 맵을 남깁니다. 필터 여섯 개는 맵 여섯 개, 곧 28 × 28 × 6인 결과를 남기고, 다음 층에게 이 여섯 맵은 이 층의 세 가지 색과 같은 역할을 합니다.
#
# 층을 학습하는 데 드는 비용은 이미지의 크기가 아니라 가중치의 수가 정합니다. 가중치 5 · 5 · 3개와 절편 하나를 가진 필터 여섯 개의 매개변수는 이미지의 크기와 관계없이 456개입니다. 3 × 3 윈도로 채널 3개에서 2개로 갈 때 `K`의 shape은 (3, 3, 3, 2)이고, 절편 2개를 더하면 56개입니다.
#
# 그다음에는 모든 맵의 모든 숫자에 **활성화 함수**를 적용합니다. A08에서처럼 두 층이 하나로 합쳐지지 않게 하는 것이 활성화 함수입니다. 이 과정에서는 활성화 함수를 별도의 층으로 두므로(A12) 여기에는 나오지 않습니다.
#
# 함수는 두 번째 값으로 **캐시**를 반환합니다. 이번 호출에 대해 역전파가 알아야 할 것들입니다.


# %% task="A11.3"
def conv2d_forward(X, K, b, stride=1, padding=유효):
    """합성곱층의 출력과 역전파에 필요한 것을 반환합니다.

    Parameters
    ----------
    X : shape (N, H, W, C)인 배열
        채널이 마지막인 이미지의 배치입니다.
    K : shape (kh, kw, C, F)인 배열
        필터입니다. 뒤집지 않습니다.
    b : shape (F,)인 배열
        필터마다 하나씩 있는 절편입니다. 세 배열은 바꾸지 않고 그대로 둡니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격입니다. 오른쪽과 아래 방향이 같으며 1 이상입니다.
    padding : str
        ``correlate2d``와 같이 ``"valid"`` 또는 ``"same"``이며 대소문자를 가리지 않습니다.

    Returns
    -------
    Y : shape (N, oh, ow, F)인 배열
        n번째 이미지의 f번째 맵은 ``correlate2d(X[n, :, :, c], K[:, :, c, f], stride, padding)``을 채널 c에 대해 모두 더하고 ``b[f]``를 더한 값입니다.
    cache : 튜플
        넘겨받은 그대로의 ``(X, K, stride, padding)``입니다(X는 패딩하지 않은 것입니다).

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        X와 K의 채널 수가 다르거나(한쪽의 채널이 하나뿐이어도 마찬가지입니다), ``padding``이 둘 중 하나가 아니거나, 윈도가 패딩한 이미지보다 높거나 넓으면 발생합니다.
    """
    kh, kw, 깊이, _ = K.shape
    if X.shape[-1] != 깊이:
        raise ValueError(f"채널 수가 다릅니다: {X.shape[-1]} != {깊이}")
    영상, _, _ = 패딩(X, kh, kw, stride, padding)
    Y = np.tensordot(창들(영상, kh, kw, stride), K, axes=3) + b
    return np.asfortranarray(Y), (X, K, stride, padding)


# %% [markdown]
# ## 5. 윈도를 행으로: im2col
#
# 결과의 숫자 하나를 다시 보겠습니다. 윈도와 필터를 곱해서 모두 더한 값입니다. 윈도를 긴 행 하나로, 필터를 긴 열 하나로 쓰면 이것은 **점곱**입니다. 그리고 여러 행과 여러 열의 점곱은 행렬 곱입니다.
#
# $$\underbrace{\text{cols}}_{(N\cdot oh\cdot ow)\,\times\,(kh\cdot kw\cdot C)}\;
# \underbrace{K\text{ (matrix)}}_{(kh\cdot kw\cdot C)\,\times\,F}
# \;=\; \underbrace{Y\text{ (matrix)}}_{(N\cdot oh\cdot ow)\,\times\,F}.$$
#
# **im2col**("image to columns"의 줄임말이지만 여기서는 윈도 하나가 *행* 하나가 됩니다)은 윈도를 펼쳐 놓습니다. 1부터 9까지의 이미지에 2 × 2 윈도를 사용하면 다음과 같습니다.
#
# | 윈도 | 행 |
# | --- | --- |
# | 왼쪽 위 | 1 2 4 5 |
# | 오른쪽 위 | 2 3 5 6 |
# | 왼쪽 아래 | 4 5 7 8 |
# | 오른쪽 아래 | 5 6 8 9 |
#
# 여기에 열 (1, 2, 3, 4)를 곱하면 37, 47, 67, 77, 곧 3절의 네 숫자가 나옵니다. 윈도가 겹치면 픽셀이 되풀이됩니다(5는 모든 행에 들어 있습니다). 그래서 im2col은 메모리를 더 쓰는 대신 속도를 얻습니다. 합이 모두 행렬 곱 하나 안에서 계산되고, 컴퓨터는 행렬 곱을 아주 잘합니다.
#
# 이점이 하나 더 있습니다. 이제 **합성곱은 윈도를 샘플로 하는 완전 연결층**입니다: `cols @ K.reshape(-1, F) + b`. 완전 연결층의 역전파(A07)에 대해 아는 것이 모두 그대로 성립합니다. 다만 행 안의 숫자가 `K.reshape(-1, F)`가 가중치를 늘어놓는 순서와 같아야 합니다. 윈도의 행을 차례로, 픽셀 안에서는 채널을 차례로 적습니다.


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    """이미지 배치의 모든 윈도를 한 행에 하나씩 담아 반환합니다.

    Parameters
    ----------
    X : shape (N, H, W, C)인 배열
        이미 패딩한 이미지이며 높이는 kh 이상, 너비는 kw 이상입니다. 바꾸지 않고 그대로 둡니다.
    kh, kw : int
        윈도의 높이와 너비입니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격입니다. 오른쪽과 아래 방향이 같으며 1 이상입니다.

    Returns
    -------
    shape (N * oh * ow, kh * kw * C)인 배열
        ``oh = output_size(H, kh, stride)``, ``ow = output_size(W, kw, stride)``입니다. ``(n * oh + i) * ow + j``번째 행은 n번째 이미지에서 왼쪽 위 모서리가 ``i * stride``행 ``j * stride``열인 윈도를 C 순서로 펼친 것입니다. 그 행의 ``(p * kw + q) * C + c``번째 원소는 윈도의 픽셀 (p, q)의 채널 c입니다.
    """
    창 = 창들(X, kh, kw, stride)
    N, oh, ow, _, _, C = 창.shape
    # 열 방향으로 저장해도 값은 같습니다.
    return np.array(창.reshape(N * oh * ow, kh * kw * C), order="F")


# %% [markdown]
# ## 6. 행을 다시 이미지로: col2im
#
# 돌아오는 길에는 각 행이 자기 윈도의 픽셀에 소식을 전합니다. "조금 더 밝았어야 합니다." 윈도 네 개에 들어 있는 픽셀은 소식을 네 개 받고, **그 소식은 더해집니다**. 그 픽셀이 변하면 결과 네 개가 변하기 때문입니다. 그래서 col2im은 im2col이 가져온 자리에 각 행을 되돌려 놓으며 더합니다.
#
# col2im은 im2col의 역연산이 아니라 **전치**입니다. im2col 다음에 col2im을 하면 원래 이미지가 아니라 픽셀마다 그것이 들어 있는 윈도의 수(A10의 참여 횟수를 두 방향으로 센 것)를 곱한 이미지가 나옵니다. 전치라는 말은 모든 이미지 $X$와 모든 행 $R$에 대해
#
# $$\langle \text{im2col}(X),\, R\rangle = \langle X,\, \text{col2im}(R)\rangle$$
#
# 이라는 뜻입니다. 여기서 $\langle\cdot,\cdot\rangle$는 원소끼리 곱해서 모두 더한 값입니다. 비교할 정답이 없어도 되는 엄격한 시험입니다.


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    """윈도를 담은 표의 행을 모두 제자리에 더한 이미지를 반환합니다.

    ``im2col``의 전치입니다. 윈도가 겹치는 곳에서는 값을 더하고, 어느 윈도에도 들어가지 않는 픽셀은 0입니다.

    Parameters
    ----------
    cols : shape (N * oh * ow, kh * kw * C)인 배열
        한 행에 윈도 하나이며 순서는 ``im2col``과 같습니다. 바꾸지 않고 그대로 둡니다.
    shape : 튜플 (N, H, W, C)
        패딩을 포함한 이미지의 shape입니다.
    kh, kw : int
        윈도의 높이와 너비입니다.
    stride : int
        한 윈도에서 다음 윈도까지의 간격입니다. 오른쪽과 아래 방향이 같으며 1 이상입니다.

    Returns
    -------
    shape (N, H, W, C)인 배열
        더한 값입니다.
    """
    N, H, W, C = shape
    oh, ow = output_size(H, kh, stride), output_size(W, kw, stride)
    조각 = cols.reshape(N, oh, ow, kh, kw, C)
    영상 = np.zeros(shape, order="F")
    for i, j in np.ndindex(oh, ow):
        위, 왼쪽 = i * stride, j * stride
        영상[:, 위 : 위 + kh, 왼쪽 : 왼쪽 + kw, :] += 조각[:, i, j]
    return 영상


# %% [markdown]
# ## 7. 역전파
#
# 강의는 순전파에서 끝나지만 학습하는 신경망에는 돌아오는 길이 필요합니다. $dY = \partial L/\partial Y$가 주어졌을 때 입력으로 들어간 모든 것에 대한 $L$의 기울기를 구합니다. 윈도를 행으로 놓으면 각 줄이 A07에서 본 식입니다. $R$은 패딩한 이미지의 im2col이고, $K$는 (kh·kw·C, F), $dY$는 (N·oh·ow, F)인 행렬로 봅니다.
#
# $$dK = R^{\mathsf T} dY, \qquad db = \sum_{\text{rows}} dY, \qquad dR = dY\, K^{\mathsf T}.$$
#
# 그다음 `col2im`이 $dR$을 더해 패딩한 이미지의 기울기를 만들고, 패딩을 잘라 냅니다. 가장자리의 0은 입력이 아니므로 그 기울기는 필요하지 않습니다. 모두 이미지와 자리에 대한 **합**입니다. 손실이 평균이라면 $1/N$은 이미 $dY$에 들어 있습니다.
#
# 함정이 두 가지 있습니다. `[p:-p]`로 자르면 `p`가 0일 때 아무것도 남지 않고, `same`은 두 끝의 패딩이 다릅니다. `[top : top + H]`로 자르세요. 그리고 스트라이드가 1일 때는 틀린 역전파도 맞아 보이는 경우가 많으니 스트라이드 2로도 확인하세요. 판정은 이번에도 A01의 수치 기울기가 합니다.
#
# 채널 하나, 스트라이드 1, 패딩 없음인 경우를 풀어 쓰면 낯익은 두 식이 나타납니다. $dK$는 `x`와 `dY`의 교차상관입니다. 윈도는 같고 커널만 다릅니다. 그리고 $dX$는 `dY`와 커널의 **본래의 합성곱**(full)입니다. 돌아오는 길에서 뒤집기가 다시 나타납니다.


# %% task="A11.6"
def conv2d_backward(dY, cache):
    """합성곱층의 입력, 필터, 절편에 대한 손실의 기울기를 반환합니다.

    Parameters
    ----------
    dY : shape (N, oh, ow, F)인 배열
        층의 출력에 대한 손실의 기울기입니다. 바꾸지 않고 그대로 둡니다.
    cache : 튜플
        ``conv2d_forward``가 반환하는 ``(X, K, stride, padding)``입니다. 패딩하지 않은 이미지(shape (N, H, W, C)), 필터(shape (kh, kw, C, F)), 스트라이드, 그리고 ``"valid"`` 또는 ``"same"``입니다. 바꾸지 않고 그대로 둡니다.

    Returns
    -------
    dX : shape (N, H, W, C)인 배열
        패딩을 뺀 이미지에 대한 기울기입니다.
    dK : shape (kh, kw, C, F)인 배열
        필터에 대한 기울기이며 모든 이미지와 자리에 대해 더한 값입니다.
    db : shape (F,)인 배열
        절편에 대한 기울기이며 모든 이미지와 자리에 대해 더한 값입니다.

        세 값을 튜플로 반환합니다.
    """
    X, K, stride, padding = cache
    kh, kw, C, F = K.shape
    N, H, W, _ = X.shape
    영상, 위, 왼쪽 = 패딩(X, kh, kw, stride, padding)
    창 = 창들(영상, kh, kw, stride)
    dK = np.tensordot(창, dY, axes=([0, 1, 2], [0, 1, 2]))
    db = np.einsum("nijf->f", dY)
    # 윈도마다 받은 기울기를 제자리에 더한 다음, 두른 0은 잘라 냅니다.
    d창 = np.tensordot(dY, K, axes=([3], [3]))
    d영상 = col2im(d창.reshape(-1, kh * kw * C), 영상.shape, kh, kw, stride)
    return d영상[:, 위 : 위 + H, 왼쪽 : 왼쪽 + W], dK, db


# %% [markdown]
# ### 서술형: 뒤집기는 어디에서 올까
#
# 1차원, 채널 하나, 패딩 없음, 스트라이드 1인 경우를 생각합니다. $i = 0, \dots, n-k$에 대해 $y_i = \sum_{j=0}^{k-1} x_{i+j}\,w_j$이고 $g_i = \partial L/\partial y_i$는 알고 있다고 합시다.
#
# 1. 첨자와 합을 사용한 연쇄 법칙으로 $\partial L/\partial w_j$를 유도하고, 이 기울기 $k$개가 $x$와 $g$의 valid 교차상관임을 보이세요.
# 2. $\partial L/\partial x_p$를 유도하고, 이 기울기 $n$개가 $g$와 $w$의 full 합성곱(뒤집기 포함)임을 보이세요.
# 3. 순전파의 스트라이드가 2이면 둘은 각각 어떻게 달라집니까?
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 8. 케라스의 같은 층
#
# `tf.keras.layers.Conv2D`는 가중치를 안에 담아 둔 위의 함수입니다. 인자와, 그것을 여기 어디에서 만났는지는 다음과 같습니다.
#
# | 인자 | 뜻 | 생략하면 | 여기서는 |
# | --- | --- | --- | --- |
# | `filters` | 나오는 맵의 수 | 필수 | `K.shape` |
# | `kernel_size` | 윈도의 높이와 너비. 숫자 하나면 정사각형 | 필수 | `K.shape` |
# | `strides` | 아래와 오른쪽으로 움직이는 간격 | (1, 1) | `stride`, 두 방향 공통 |
# | `padding` | `valid` 또는 `same`, 대소문자 무관 | `valid` | `padding` |
# | `data_format` | 채널이 마지막 (N, H, W, C) 또는 처음 (N, C, H, W) | 마지막 | 마지막 |
# | `activation` | 절편을 더한 뒤 적용하는 함수 | 없음 | 별도의 층 |
# | `use_bias` | 필터마다 절편을 더할지 | 더함 | 항상 |
# | `kernel_initializer` | 필터의 시작값 | `glorot_uniform` | A13 |
# | `bias_initializer` | 절편의 시작값 | 0 | A13 |
# | `kernel_regularizer` | 가중치에 대한 규제 | 없음 | A06의 규제를 직접 |
# | `bias_regularizer` | 절편에 대한 규제 | 없음 | A06의 규제를 직접 |
#
# 슬라이드의 목록이 전부는 아닙니다. `dilation_rate`(윈도 안의 간격), `groups` 등이 더 있으며, 스트라이드와 팽창(dilation)은 함께 쓸 수 없습니다.
#
# **스트라이드가 있을 때 `same`의 뜻.** 출력의 한 변은 n이 아니라 ⌈n / stride⌉이고, 0은 꼭 그만큼만 붙이며 남는 0은 아래쪽과 오른쪽에 붙입니다. 변이 28, 윈도가 3, 스트라이드가 2이면 14가 되고, 위에는 0이 없고 아래에 하나 있습니다. "양쪽에 윈도의 절반씩" 붙이면 모든 윈도가 한 칸씩 어긋납니다.
#
# **가중치의 시작값.** 똑같이 시작한 필터는 계속 똑같으므로 무작위로 시작합니다. *글로럿 균등(Glorot uniform)* 초기화는 모든 가중치를 $-\ell$과 $\ell$ 사이에서 뽑습니다.
#
# $$\ell = \sqrt{\frac{6}{\text{fan}_{in} + \text{fan}_{out}}}, \qquad
# \text{fan}_{in} = k_h k_w C, \quad \text{fan}_{out} = k_h k_w F.$$
#
# 더해지는 숫자가 많을수록 가중치 하나는 작아집니다. 그래서 신호가 층을 지나면서, 앞으로 갈 때나 뒤로 갈 때나, 사라지지도 폭발하지도 않습니다. 5 × 5 × 3 필터 여섯 개라면 $\sqrt{6/225} \approx 0.163$입니다. 필터가 이미 서로 다르므로 절편은 0에서 시작해도 됩니다. 이 초기화는 A13에서 직접 작성합니다.
#
# 실제로 쓸 때 차이가 하나 더 있습니다. 케라스는 단정밀도로 계산하므로 여러분의 숫자와 다섯 자리쯤까지 일치합니다.

# %% [markdown]
# ## 그림으로 보기
#
# 1. 3 × 3 이미지에 `same`으로 놓은 2 × 2 커널의 아홉 자리입니다. 0은 아래쪽과 오른쪽에 있습니다.
# 2. 손으로 쓴 숫자에 커널 다섯 개를 적용합니다. 흐리게 하기, 선명하게 하기, 두 방향의 경계, 그리고 작은 중심을 그 둘레와 비교하는 커널입니다. 뒤의 세 커널은 가중치의 합이 0이므로 고른 영역에서는 0이 나옵니다. 빨강과 파랑은 경계의 두 방향입니다.
# 3. 32 × 32 × 3 이미지와 5 × 5 × 3 필터 여섯 개, 그리고 28 × 28 특성 맵 여섯 개입니다. 필터 네 개는 손으로 만들었고 두 개는 학습 전의 모든 필터가 그렇듯 글로럿 규칙으로 뽑았습니다.
# 4. 학습하는 필터입니다. 누군가 숫자 이미지 50장에 알려지지 않은 경계 커널을 적용했습니다. 입력과 출력만 가지고 `conv2d_backward`가 우리의 무작위 필터를 어떻게 바꿀지 알려 줍니다. 기울기의 반대 방향을 그림으로 그리면 이미 그 커널과 닮았고, 수백 걸음이면 커널을 되찾습니다.
# 5. 얼마나 빠를까요? `correlate2d`를 더한 것, 배치 전체의 윈도를 다루는 `conv2d_forward`, `im2col`과 행렬 곱 하나를 비교합니다. 세로축은 로그 눈금입니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.nine_panels(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.digit_filters(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.feature_maps(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.learned_filter(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.speed(sys.modules[__name__])
