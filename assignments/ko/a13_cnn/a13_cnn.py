# %% [markdown]
# # A13 · 합성곱 신경망
#
# 필요한 부품은 모두 갖추었습니다. 선형층과 그 역전파(A07), 소프트맥스와 미니배치(A09), 합성곱(A11), 풀링과 ReLU(A12)입니다. 마지막 과제에서는 이것들을 하나로 합칩니다. 강의는 신경망 하나를 네 줄로 소개하며 끝납니다.
#
# 1. 28 × 28 흑백 이미지에 3 × 3 커널 열 개를 적용합니다.
# 2. 2 × 2 최대 풀링을 하면 14 × 14 × 10이 남습니다.
# 3. 이것을 펼쳐 유닛 100개에 넣습니다.
# 4. 열 개의 클래스에 대한 소프트맥스로 끝냅니다.
#
# 제목은 "텐서플로를 사용한 구현"이지만 코드는 이어지지 않습니다. 데이터도, 은닉층의 활성화 함수도, 손실도, 옵티마이저도, 에포크 수도 나와 있지 않습니다. 그래서 우리가 정합니다. 손으로 쓴 숫자, ReLU, 크로스 엔트로피, 평범한 미니배치 경사 하강입니다. 텐서플로는 쓰지 않습니다. 모든 숫자는 여러분이 이미 작성한 함수에서 나옵니다.
#
# **기호.** 이미지의 배치는 A11과 같이 `X` (N, H, W, C)이고, 행으로 된 배치는 (m, n)입니다. `dY`는 손실을 층의 출력으로 미분한 것이고 `dX`는 입력으로 미분한 것입니다. 손실은 배치에 대한 평균입니다. 평균의 1/m은 `softmax_ce_gradient`에서 한 번만 들어가며, 어떤 층도 다시 나누지 않습니다.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a05_data_and_batches import three_way_split
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward
from a09_minibatch_softmax import cross_entropy, minibatches, softmax, softmax_ce_gradient
from a11_convolution_2d import conv2d_backward, conv2d_forward
from a12_pooling_activations import ReLU as Rectifier
from a12_pooling_activations import max_pool_backward, max_pool_forward

# %% [markdown]
# ## 1. 데이터
#
# 슬라이드가 말하는 것은 유명한 MNIST 데이터처럼 클래스가 열 개인 28 × 28 그림입니다. scikit-learn에는 값이 0부터 16까지인 8 × 8 픽셀의 실제 손글씨 숫자 1797장이 들어 있어 내려받을 필요가 없습니다. 3.5배로 확대하면 28 × 28이 됩니다.
#
# 확대한다는 것은 사이의 픽셀을 만들어 낸다는 뜻입니다. `scipy.ndimage.zoom`에는 `order`라는 설정이 있습니다. `order=1`이면 새 픽셀은 이웃한 두 픽셀을 잇는 직선 위에 있으므로 둘 사이를 벗어나지 않습니다. 기본값인 `order=3`은 매끄러운 곡선을 그리므로 값이 범위를 벗어납니다. 0과 16 사이의 값에서 −6과 20 사이의 값이 나옵니다. 축이 세 개인데 그중 둘만 확대해야 한다는 점에도 주의하세요.
#
# 그런 다음 A05에서처럼 이미지를 나눕니다. 한 번만 들여다보는 테스트 세트, 언제 멈출지 알려 주는 검증 세트, 나머지는 훈련 세트입니다.


# %% task="A13.1"
def load_digits28(rng, val=0.2, test=0.2):
    """scikit-learn의 손글씨 숫자를 28 × 28 픽셀 이미지로 만들고 세 세트로 나누어 반환합니다.

    ``sklearn.datasets.load_digits()``의 이미지 1797장을 ``scipy.ndimage.zoom``으로 높이와 너비를 3.5배 확대하고(``order=1``이며 다른 설정은 기본값입니다) 16으로 나눕니다. 그런 다음 A05의 ``three_way_split(X, y, val, test, rng)``과 같이 레이블로 층화하여 나눕니다. 테스트 세트는 ``ceil(test * 1797)``장이고, 검증 세트는 남은 r장 가운데 ``ceil(val * r)``장입니다. 세트 안에서 이미지의 순서는 정해져 있지 않습니다.

    Parameters
    ----------
    rng : numpy.random.Generator
        유일한 난수원입니다. 상태가 같은 생성기는 같은 분할을, 다른 생성기는 다른 분할을 만듭니다.
    val, test : float
        0보다 크고 1보다 작은 비율입니다.

    Returns
    -------
    X_tr, X_va, X_te : shape (N, 28, 28, 1)인 float 배열
        세 세트의 이미지로, 값은 0부터 1까지입니다. 아무것도 빼지 않습니다.
    y_tr, y_va, y_te : shape (N,)인 int 배열
        0부터 9까지의 레이블입니다.

        여섯 값을 튜플로 반환합니다.
    """
    # TODO A13.1: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.1: load_digits28 함수를 구현하세요")


# %% [markdown]
# ### 주어진 함수: 평균 빼기
#
# 신경망은 0 근처의 숫자에서 더 빨리 배웁니다. 평균 밝기는 **훈련 세트만으로** 재서 세 세트 모두에서 뺍니다. 그 까닭은 A05에서 배웠습니다.


# %%
def center(train, *others):
    """모든 배열에서 첫 번째 배열의 전체 평균을 빼서 반환합니다. 주어진 함수입니다."""
    mean = np.mean(train)
    return tuple(X - mean for X in (train, *others))


# %% [markdown]
# ## 2. 층
#
# 깊은 신경망을 긴 함수 하나로 쓰면 읽을 수 없습니다. 그래서 단계마다 메서드가 두 개인 객체, 곧 **층**으로 만듭니다. `forward`는 층의 입력을 받아 출력을 반환하고, 나중에 필요한 것을 기억합니다. `backward`는 `dY`를 받아 자기 매개변수의 기울기를 `grads`에 남기고 `dX`를 반환합니다. 이 `dX`가 바로 아래층의 `dY`입니다. 매개변수는 딕셔너리 `params`에 들어 있고 `grads`는 같은 키를 가집니다. 학습할 것이 없는 층에서는 둘 다 비어 있습니다.
#
# 층 네 개는 주어집니다. 그중 셋은 여러분이 A11과 A12에서 작성한 것에 필요한 값을 들고 있을 뿐이며, ReLU는 A12에서 작성한 층 그대로입니다. **Flatten**은 이미지 하나를 행, 열, 채널의 순서로 펼쳐 한 행으로 만들고, `backward`는 본래의 shape으로 되돌립니다. 첫 번째 축은 그대로 둡니다. 이미지 N장은 한 행이 아니라 N행이 됩니다. 합성곱 부분에서 *완전 연결* 부분으로 넘어가는 통로입니다.


# %%
class Conv2D:
    """A11의 함수를 감싼 합성곱층입니다. 주어진 클래스입니다.

    매개변수는 ``K`` (kh, kw, C, F)와 ``b`` (F,)이며 복사해 둡니다.
    """

    def __init__(self, K, b, stride=1, padding="valid"):
        self.params = {"K": np.array(K, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.stride, self.padding = stride, padding

    def forward(self, x):
        """이미지 (N, H, W, C)의 특성 맵 (N, oh, ow, F)를 반환합니다."""
        K, b = self.params["K"], self.params["b"]
        Y, self.cache = conv2d_forward(x, K, b, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """입력에 대한 기울기를 반환하고, ``K``와 ``b``에 대한 기울기를 ``grads``에 남깁니다."""
        dX, dK, db = conv2d_backward(dY, self.cache)
        self.grads = {"K": dK, "b": db}
        return dX

    def output_shape(self, shape):
        """shape이 (H, W, C)인 이미지에서 나오는 shape (oh, ow, F)를 반환합니다."""
        kh, kw, _, filters = self.params["K"].shape
        return (*windows(shape, (kh, kw), self.stride, self.padding), filters)


class MaxPool2D:
    """A12의 함수를 감싼 최대 풀링층입니다. 주어진 클래스입니다."""

    def __init__(self, size=2, stride=None, padding="valid"):
        self.params = {}
        self.grads = {}
        self.size, self.stride, self.padding = size, stride or size, padding

    def forward(self, x):
        """이미지 (N, H, W, C)의 최댓값 (N, oh, ow, C)를 반환합니다."""
        Y, self.cache = max_pool_forward(x, self.size, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """입력에 대한 기울기를 반환합니다."""
        return max_pool_backward(dY, self.cache)

    def output_shape(self, shape):
        """shape이 (H, W, C)인 이미지에서 나오는 shape (oh, ow, C)를 반환합니다."""
        return (*windows(shape, (self.size, self.size), self.stride, self.padding), shape[2])


class ReLU(Rectifier):
    """출력의 shape도 알려 주는 A12의 층입니다. 주어진 클래스입니다."""

    def output_shape(self, shape):
        """shape을 그대로 반환합니다."""
        return tuple(shape)


class Flatten:
    """이미지마다 한 행으로 펼치는 층입니다. 주어진 클래스입니다."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        """이미지 (N, H, W, C)를 C 순서로 펼친 행 (N, H * W * C)로 반환합니다."""
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dY):
        """행을 다시 이미지로 만들어 반환합니다."""
        return dY.reshape(self.shape)

    def output_shape(self, shape):
        """한 행의 길이를 원소가 하나인 튜플로 반환합니다."""
        return (int(np.prod(shape)),)


def windows(shape, window, stride, padding):
    """이미지의 높이와 너비를 따라 윈도가 몇 개씩 놓이는지 반환합니다. 주어진 함수입니다."""
    if padding.lower() == "same":
        return tuple(-(-side // stride) for side in shape[:2])
    return tuple((n - k) // stride + 1 for n, k in zip(shape[:2], window, strict=True))


# %% [markdown]
# **완전 연결층**은 여러분이 만듭니다. 수식은 A07과 같고
#
# $$Y = XW + b, \qquad dX = dY\,W^{\mathsf T}, \quad dW = X^{\mathsf T}dY, \quad
# db = \sum_{\text{rows}} dY,$$
#
# A07의 함수를 호출해도 됩니다. 새로운 것은 기억하는 일입니다. `forward`는 `backward`를 위해 입력을 기억해야 합니다.


# %% task="A13.2"
class Dense:
    """완전 연결층입니다.

    Parameters
    ----------
    W : shape (n, k)인 배열
        가중치이며 복사해 둡니다.
    b : shape (1, k)인 배열
        절편이며 복사해 둡니다.

    Attributes
    ----------
    params : dict
        ``"W"`` (n, k)와 ``"b"`` (1, k)입니다. 메서드는 호출된 순간 여기에 들어 있는 값을 사용합니다.
    grads : dict
        처음에는 비어 있습니다. ``backward``를 호출한 뒤에는 ``"W"``와 ``"b"``에 대한 기울기가 매개변수와 같은 shape으로 들어 있습니다.
    """

    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        """층의 출력을 반환합니다.

        정수도 가능하며, ``x``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        x : shape (m, n)인 배열
            한 행이 샘플 하나입니다.

        Returns
        -------
        shape (m, k)인 배열
            ``x``와 W의 행렬 곱에, 모든 행마다 b를 더한 값입니다.
        """
        # TODO A13.2: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A13.2: Dense.forward 메서드를 구현하세요")

    def backward(self, dY):
        """마지막 ``forward``의 입력에 대한 기울기를 반환하고, W와 b에 대한 기울기를 ``grads``에 넣습니다.

        ``grads``에는 이전 호출이 남긴 기울기 대신 이번 기울기가 들어갑니다. 정수도 가능하며, ``params``와 ``dY``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        dY : shape (m, k)인 배열
            손실을 출력으로 미분한 것이며 손실의 모든 인수가 이미 들어 있습니다.

        Returns
        -------
        shape (m, n)인 배열
            입력에 대한 기울기입니다. 호출한 뒤 ``grads["W"]``와 ``grads["b"]``에는 매개변수에 대한 기울기가 샘플에 대해 **더한 값**으로 들어 있습니다.
        """
        # TODO A13.2: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A13.2: Dense.backward 메서드를 구현하세요")

    def output_shape(self, shape):
        """유닛의 수를 원소가 하나인 튜플로 반환합니다. 주어진 메서드입니다."""
        return (self.params["W"].shape[1],)


# %% [markdown]
# ## 3. 층을 이어 붙이기
#
# 신경망은 층의 리스트입니다. 순전파에서는 각 층의 출력이 다음 층의 입력입니다. 역전파에서는 연쇄 법칙이 같은 리스트를 **끝에서부터** 거슬러 가며, 각 층의 `dX`를 그 앞의 층에 넘깁니다.
#
# $$x \to f_1 \to f_2 \to \dots \to f_L \to \text{logits},
# \qquad
# dx \leftarrow f_1' \leftarrow f_2' \leftarrow \dots \leftarrow f_L' \leftarrow d\,\text{logits}.$$
#
# 반복문 두 개로 쓴 역전파이며, 앞으로 이렇게 만드는 모든 신경망에 쓸 수 있습니다. 마지막 층은 로짓을 냅니다. 그 뒤에는 ReLU도 소프트맥스도 없습니다. 소프트맥스는 손실이 가지고 있기 때문입니다.


# %% task="A13.3"
class Sequential:
    """층을 차례로 적용하는 신경망입니다.

    Parameters
    ----------
    layers : list
        ``forward(x)``와 ``backward(dY)`` 메서드를 가진 객체들로, 입력에 가장 가까운 것이 처음입니다. 하나 이상입니다.

    Attributes
    ----------
    layers : list
        이 객체들입니다.
    """

    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        """마지막 층의 출력을 반환합니다.

        층이 몇 개이든 각 층의 ``forward``를 한 번씩 호출합니다. 정수도 가능하며, ``x``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        x : 배열
            첫 번째 층의 입력입니다.

        Returns
        -------
        배열
            마지막 층이 반환한 값입니다.
        """
        # TODO A13.3: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A13.3: Sequential.forward 메서드를 구현하세요")

    def backward(self, dY):
        """손실을 신경망의 입력으로 미분한 값을 반환합니다.

        각 층의 ``backward``를, 그 뒤의 층이 반환한 값으로 한 번씩 호출합니다. 따라서 호출한 뒤에는 모든 층의 ``grads``에 그 층의 기울기가 들어 있습니다. 정수도 가능하며, ``dY``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        dY : 배열
            손실을 마지막 ``forward``의 출력으로 미분한 것입니다.

        Returns
        -------
        배열
            첫 번째 층이 반환한 값입니다.
        """
        # TODO A13.3: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A13.3: Sequential.backward 메서드를 구현하세요")


# %% [markdown]
# ## 4. 어디에서 시작할까
#
# 똑같이 시작한 커널 열 개는 계속 똑같으므로 가중치는 무작위로 시작합니다. 얼마나 커야 할까요? 모든 가중치가 너무 작으면 신호가 층을 지날 때마다 희미해지고, 너무 크면 폭발합니다. **글로럿 규칙**은 각 가중치를 $-\ell$과 $\ell$ 사이에서 균등하게 뽑습니다. 여기서
#
# $$\ell = \sqrt{\frac{6}{\text{fan}_{in} + \text{fan}_{out}}}$$
#
# 입니다. $\text{fan}_{in}$은 출력 하나를 만들 때 더하는 입력의 수이고, $\text{fan}_{out}$은 입력 하나가 닿는 출력의 수입니다. 완전 연결층에서는 n과 k입니다. 합성곱에서는 출력 하나가 채널 C개에서 $k_hk_w$ 픽셀의 윈도를 보고, 픽셀 하나는 필터 F개의 윈도 $k_hk_w$개에 들어갑니다. (슬라이드의 `Conv2D` 인자 목록에 `kernel_initializer`가 있지만, 그 기본값이 이것이라는 말은 없습니다.)


# %% task="A13.8"
def glorot_uniform(shape, rng):
    """글로럿 규칙으로 뽑은 시작 가중치를 반환합니다.

    모든 원소를 ``-limit``과 ``limit`` 사이에서 서로 독립으로 균등하게 뽑습니다. ``limit``은 ``sqrt(6 / (fan_in + fan_out))``입니다.

    Parameters
    ----------
    shape : 튜플
        완전 연결층이면 ``(n, k)``이고 fan_in은 n, fan_out은 k입니다. 합성곱층이면 ``(kh, kw, C, F)``이고 fan_in은 ``kh*kw*C``, fan_out은 ``kh*kw*F``입니다.
    rng : numpy.random.Generator
        유일한 난수원입니다. 상태가 같은 생성기는 같은 가중치를, 다른 생성기는 다른 가중치를 만듭니다.

    Returns
    -------
    shape이 ``shape``인 float 배열
        가중치입니다.
    """
    # TODO A13.8: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.8: glorot_uniform 함수를 구현하세요")


# %% [markdown]
# ## 5. 강의의 신경망
#
# | 층 | 출력 | 매개변수 |
# | --- | --- | --- |
# | 합성곱, 3 × 3 커널 열 개, **same** | 28 × 28 × 10 | 10 · (3 · 3 · 1 + 1) = 100 |
# | ReLU | 28 × 28 × 10 | |
# | 최대 풀링 2 × 2 | 14 × 14 × 10 | |
# | 펼치기 | 1960 | |
# | 완전 연결, 유닛 100개 | 100 | 1960 · 100 + 100 = 196,100 |
# | ReLU | 100 | |
# | 완전 연결, 유닛 10개(로짓) | 10 | 100 · 10 + 10 = 1010 |
#
# **패딩에 주의하세요.** 슬라이드의 14 × 14 × 10이 되려면 `padding="same"`이어야 하는데 슬라이드에는 그 말이 없습니다. 케라스의 기본값은 `valid`입니다. 그러면 28이 26으로 줄고, 풀링을 하면 13이 남고, 펼치면 13 · 13 · 10 = 1690개가 되어, 1960개에 맞춘 완전 연결층에서 오류가 납니다. 신경망 전체의 매개변수는 `same`이면 197,210개, `valid`이면 170,210개입니다. 그 매개변수가 어디에 있는지도 보세요. 정작 이미지를 보는 합성곱에는 100개뿐입니다.


# %% task="A13.4"
def build_lecture_cnn(rng, padding="same"):
    """28 × 28 흑백 이미지와 열 개의 클래스를 위한 강의의 신경망을 반환합니다.

    층은 다음 순서입니다. 3 × 3 커널 열 개, 스트라이드 1, 주어진 패딩의 ``Conv2D``, ``ReLU``, 크기 2의 ``MaxPool2D``, ``Flatten``, 유닛 100개의 ``Dense``, ``ReLU``, 유닛 10개의 ``Dense``이며, 마지막 층의 출력이 로짓입니다.

    Parameters
    ----------
    rng : numpy.random.Generator
        유일한 난수원입니다. 모든 가중치는 층마다 새로 ``glorot_uniform``으로 뽑습니다. 상태가 같은 생성기는 같은 신경망을, 다른 생성기는 다른 신경망을 만듭니다.
    padding : str
        합성곱의 패딩으로 ``"same"`` 또는 ``"valid"``입니다. 첫 번째 완전 연결층의 입력은 ``Flatten``에서 나오는 수만큼입니다.

    Returns
    -------
    Sequential
        신경망이며 매개변수는 float 배열입니다. 절편은 모두 0이며 shape은 합성곱층에서 (10,), 완전 연결층에서 (1, 100)과 (1, 10)입니다.
    """
    # TODO A13.4: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.4: build_lecture_cnn 함수를 구현하세요")


# %% [markdown]
# ## 6. 세어 보기
#
# 신경망을 학습하기 전에 shape과 매개변수의 표부터 보세요. 만들 때의 실수는 대부분 여기에서 드러납니다. 모든 층은 어떤 shape이 들어오면 어떤 shape이 나가는지 압니다: `layer.output_shape(shape)`. 배치 축은 뺍니다.


# %% task="A13.5"
def summary(model, input_shape):
    """신경망의 층마다 이름, 출력의 shape, 매개변수의 수를 반환합니다.

    신경망은 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    model : Sequential
        신경망입니다.
    input_shape : 튜플
        배치 축을 뺀 입력 하나의 shape입니다. 예를 들면 (28, 28, 1)입니다.

    Returns
    -------
    튜플의 리스트
        층마다 ``(이름, shape, 매개변수 수)``가 순서대로 들어 있습니다. 이름은 클래스의 이름(예를 들면 ``"Conv2D"``), shape은 배치 축을 뺀 출력의 shape(int의 튜플), 매개변수 수는 ``params``에 들어 있는 숫자의 개수이며 없으면 0입니다.
    """
    # TODO A13.5: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.5: summary 함수를 구현하세요")


# %% [markdown]
# ### 주어진 클래스: 비교의 기준
#
# 이 신경망은 쓸 만할까요? 무엇과 비교해서 말입니까? `Templates`는 층이 하나뿐인 신경망입니다. 클래스마다 그림 하나를 이미지 위에 겹쳐 놓고, 곱을 모두 더한 값을 그 클래스의 로짓으로 삼습니다. A09의 소프트맥스 회귀이며 매개변수는 7850개입니다. 큰 신경망에 대한 어떤 주장도 이것과 견주어야 합니다. 메서드가 같고, `layers`에 자기 자신만 들어 있으므로 같은 함수로 학습합니다.


# %%
class Templates:
    """이미지에 대한 소프트맥스 회귀를 층이 하나인 신경망으로 만든 것입니다. 주어진 클래스입니다.

    매개변수는 그림 ``T`` (c, H, W, C)와 절편 ``b`` (c,)이며 복사해 둡니다.
    """

    def __init__(self, T, b):
        self.params = {"T": np.array(T, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.layers = [self]

    def forward(self, x):
        """이미지 (N, H, W, C)의 로짓 (N, c)를 반환합니다."""
        self.x = x
        return np.tensordot(x, self.params["T"], axes=((1, 2, 3), (1, 2, 3))) + self.params["b"]

    def backward(self, dY):
        """입력에 대한 기울기를 반환하고, ``T``와 ``b``에 대한 기울기를 ``grads``에 남깁니다."""
        self.grads = {"T": np.tensordot(dY, self.x, axes=(0, 0)), "b": np.sum(dY, axis=0)}
        return np.tensordot(dY, self.params["T"], axes=1)

    def output_shape(self, shape):
        """클래스의 수를 원소가 하나인 튜플로 반환합니다."""
        return (len(self.params["b"]),)


# %% [markdown]
# ## 7. 학습
#
# 반복문은 A09와 같으며 신경망에 어떤 층이 있는지 상관하지 않습니다. 미니배치마다 순전파를 하고, 로짓에서 손실의 기울기를 구하고, 역전파를 한 다음, 모든 층의 모든 매개변수를 움직입니다.
#
# $$\theta \leftarrow \theta - \alpha\,\frac{\partial J}{\partial\theta}.$$
#
# 한 가지가 새롭습니다. 학습률을 고정하면 이 신경망은 학습이 끝날 무렵 이리저리 튑니다. 한 번은 정확도가 두 에포크 사이에 0.97에서 0.83으로 갔다가 돌아왔습니다. 큰 걸음은 최소점 가까이 가는 데는 좋지만 도착하는 데는 나쁩니다. 그래서 마지막 에포크들에서는 학습률을 10분의 1로 **낮춥니다**. (슬라이드에는 옵티마이저가 아예 나오지 않습니다.)


# %% task="A13.6"
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    """소프트맥스와 크로스 엔트로피로 신경망을 미니배치 경사 하강으로 학습합니다.

    에포크마다 ``minibatches(len(X), batch_size, rng)``를 새로 호출하여 배치를 얻고 그 리스트의 순서대로 씁니다. 배치마다 한 걸음 움직입니다. 그 배치의 행에 대한 평균 손실의 기울기를 모두 현재의 매개변수에서 구한 다음, 모든 층의 ``params``에 있는 모든 항목에서 학습률과 기울기의 곱을 뺍니다. 이 함수를 호출할 때 모델에 있던 매개변수에서 시작합니다. 데이터는 정수여도 되고 로짓은 ±1000을 포함하여 어떤 크기여도 되며, 데이터는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    model : Sequential 또는 Templates
        로짓을 반환하는 ``forward(X)``, ``backward(dZ)``, 그리고 ``params``와 ``grads``를 가진 객체의 리스트 ``layers``를 가진 객체입니다. 이 객체 자체를 학습합니다.
    X : shape (N, H, W, C)인 배열
        훈련 이미지입니다.
    Y : shape (N, c)인 배열
        원-핫으로 된 타깃입니다.
    X_val, Y_val : shape (V, H, W, C)와 (V, c)인 배열
        검증 세트이며 매개변수에 영향을 주지 않습니다.
    lr : float
        학습률입니다.
    batch_size : int
        배치 하나의 행 수입니다. 에포크의 마지막 배치는 더 짧을 수 있습니다.
    epochs : int
        데이터를 훑는 횟수이며 0도 됩니다.
    rng : numpy.random.Generator 또는 None
        에포크마다 새로 섞습니다. None이면 행은 순서대로입니다.
    drop_after : int, 생략 가능
        번호가 이 값인 에포크부터(첫 에포크의 번호는 0입니다) 학습률이 ``0.1 * lr``입니다. 없으면 학습률은 그대로입니다.

    Returns
    -------
    dict
        길이가 ``epochs``인 리스트 세 개이며, 에포크가 끝날 때마다 그 순간의 매개변수로 측정합니다. ``"loss"``는 훈련 세트 전체의 평균 크로스 엔트로피, ``"val_loss"``는 검증 세트의 같은 값, ``"val_acc"``는 검증 세트에서 가장 큰 로짓이 타깃의 1과 같은 자리에 있는 비율입니다. 확률이 1e-12보다 작은 곳에서 손실은 A09.5처럼 잘라 내도 되고 정확해도 됩니다.
    """
    # TODO A13.6: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.6: train 함수를 구현하세요")


# %% [markdown]
# ## 8. 얼마나 잘할까
#
# **정확도**는 알아맞힌 이미지의 비율입니다. 어떤 실수를 하는지는 말해 주지 않습니다. 그것은 **혼동 행렬**이 말해 줍니다. i행은 *실제로* i인 이미지를 세고, j열은 j로 *예측한* 이미지를 셉니다. 알아맞힌 이미지는 대각선에 있고, 다른 자리에 큰 수가 있으면 신경망이 그 두 숫자를 혼동한다는 뜻입니다.
#
# 결정을 내리는 데는 로짓이면 충분합니다. 소프트맥스는 순서를 바꾸지 않으므로 가장 큰 로짓이 가장 확률이 높은 클래스의 것입니다.


# %% task="A13.7"
def evaluate(forward, X, labels):
    """신경망의 정확도와 혼동 행렬을 반환합니다.

    입력은 정수여도 되고 로짓은 ±1000을 포함하여 어떤 크기여도 되며, 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    forward : 호출 가능한 객체
        ``X`` 전체 또는 그중 몇 행으로 된 입력 배열을 받아 shape (행의 수, c)인 로짓을 반환합니다.
    X : shape (N, ...)인 배열
        하나 이상의 입력입니다.
    labels : shape (N,)인 int 배열
        0부터 c - 1까지의 클래스이며 ``uint8``처럼 어떤 정수 타입이어도 됩니다.

    Returns
    -------
    accuracy : float
        가장 큰 로짓(같은 것이 여럿이면 그중 첫 번째)이 레이블의 자리에 있는 입력의 비율입니다.
    confusion : shape (c, c)인 int 배열
        (i, j) 원소는 클래스가 i이고 가장 큰 로짓이 j번 자리에 있는 입력의 수입니다.

        두 값을 튜플로 반환합니다.
    """
    # TODO A13.7: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A13.7: evaluate 함수를 구현하세요")


# %% [markdown]
# ### 서술형: 이 신경망은 무엇에 매개변수를 쓰고 있을까
#
# 1. 강의의 신경망에서 층마다 매개변수의 수를 `same` 패딩과 `valid` 패딩에 대해 유도하세요. 어느 층에 가장 많고, 그 비율은 얼마입니까?
# 2. 픽셀 784개에서 28 · 28 · 10개의 유닛으로 가는 완전 연결층도 맵 열 개를 만들 수 있습니다. 그 매개변수는 몇 개입니까? 그 매개변수를 아껴 주는 합성곱의 성질 두 가지를 쓰세요.
# 3. 다시 학습하지 않고 모든 테스트 이미지를 오른쪽으로 네 픽셀 옮겼더니 신경망의 정확도는 0.97에서 0.41로, `Templates`의 정확도는 0.96에서 0.38로 떨어졌습니다. 그런데 합성곱은 획이 어디에 있든 똑같이 반응합니다. 어느 층의 탓이고, 풀링은 이와 어떤 관계가 있으며, 무엇을 할 수 있습니까? 해결책을 두 가지 쓰세요.
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 그림으로 보기
#
# 아래 셀은 강의의 신경망과 비교 기준을 숫자 1149장으로 학습합니다. 길면 1분쯤 걸립니다. 그런 다음 세 가지를 봅니다.
#
# 1. **학습 곡선.** 손실이 한두 번 튀면서도 가파르게 내려갑니다. 점선에서 학습률이 낮아집니다. 신경망을 칭찬하기 전에 비교 기준부터 보세요. 테스트 세트의 정확도는 0.96쯤이고 신경망은 0.96에서 0.97입니다. 가운데에 놓인 작은 숫자에서는 합성곱이 이길 여지가 별로 없습니다.
# 2. **숫자 하나가 신경망을 지나가는 길.** 슬라이드가 그림으로 보여 주는 것입니다. 특성 맵 열 개, 그 ReLU, 풀링한 맵, 그리고 유닛 100개와 확률 열 개입니다. 학습 전과 후의 커널을 비교해 보세요. 어떤 것은 잉크(모두 빨강)나 종이(모두 파랑)를 알아보게 되었고, 어떤 것은 경계(한쪽은 빨강, 다른 쪽은 파랑)를 찾으며, 어떤 것은 거의 그대로입니다.
# 3. **혼동 행렬**과 틀린 이미지 몇 장. 몇 장은 여러분도 틀렸을 것입니다.
#
# 합성곱은 어디에서 힘을 발휘할까요? 숫자가 어디에나 있을 수 있고 신경망이 그것을 보며 배웠을 때입니다. 네 픽셀까지 무작위로 옮긴 이미지로 학습하고 시험하면 소프트맥스 회귀는 0.70으로 떨어집니다. 강의의 신경망은 0.96을 지키고, A12의 **LeNet-5**는 3분의 1도 안 되는 매개변수로 그만큼 또는 그보다 잘합니다. (1998년의 LeNet은 지금의 것과 세부가 달랐습니다. 서브샘플링은 학습하는 배율이 있는 평균이었고 출력층은 소프트맥스가 아니었습니다.) 필요한 층은 모두 있습니다. `figures.lenet5`가 층을 이어 붙이고, `figures.moving_digits(sys.modules[__name__])`가 셋을 모두 학습하는데 몇 분이 걸립니다.
#
# `figures.training_run(sys.modules[__name__], mnist=True)`를 호출하면 이미지를 MNIST에서 가져옵니다. 약 15 MB를 내려받으며 에포크마다 다섯 배의 시간이 걸립니다. 이 과정에서 꼭 필요한 것은 아닙니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    run = figures.training_run(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__], run)

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.way_of_a_digit(sys.modules[__name__], run)

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.confusion(sys.modules[__name__], run)
