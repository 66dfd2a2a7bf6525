# %% [markdown]
# # A12 · 풀링과 활성화 함수
#
# 합성곱층이 홀로 쓰이는 일은 드뭅니다. 합성곱층이 계산한 값은 원소마다 **활성화 함수**를 거치고, 그다음 맵을 작게 만드는 **풀링**층을 거치는 경우가 많습니다. 둘 다 보통은 학습할 가중치가 없지만, 그 아래의 층들이 학습할 수 있는지는 이 둘에 달려 있습니다.
#
# 먼저 겹치는 윈도와 테두리까지 다루는 풀링의 순전파와 역전파를 만듭니다. 그다음 활성화 함수 세 가지를 살펴보고, 그중 하나가 널리 쓰이게 된 까닭을 숫자로 확인합니다. 끝으로 이 모두로 이루어진 첫 번째 유명한 신경망 LeNet-5를 따라가 봅니다.
#
# **기호.** 이미지는 `X`(N, H, W, C)로, 이미지 N장, 높이, 너비, 채널입니다. 풀링의 윈도는 한 변이 `size`칸인 정사각형이고 `stride`칸씩 움직입니다. `dY`는 어떤 손실을 층의 출력으로 미분한 기울기, `dX`는 층의 입력으로 미분한 기울기입니다.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size

# %% [markdown]
# ## 1. 최대 풀링
#
# 윈도가 맵을 훑으며, 그 안의 값 중 **가장 큰 값** 하나만 채널마다 따로 남깁니다. 무늬가 한 픽셀쯤 움직여도 답은 같고, 맵은 작아집니다. 윈도가 2이고 스트라이드가 2이면 변이 각각 절반이 됩니다.
#
# $$Y_{n,i,j,c} = \max_{0 \le r,\,q < \text{size}} X_{n,\; i\cdot s + r,\; j\cdot s + q,\; c}.$$
#
# 스트라이드가 윈도보다 작으면 윈도가 겹칩니다. 강의는 스트라이드 **1**인 최대 풀링과 스트라이드 **2**인 평균 풀링의 예를 예고합니다. 그 숫자는 남아 있지 않으므로 다음 4 × 4 맵을 사용하겠습니다.
#
# $$\begin{pmatrix}1&1&2&4\\5&6&7&8\\3&2&1&0\\1&2&3&4\end{pmatrix}
# \quad\xrightarrow{\ \text{stride } 2\ }\quad \begin{pmatrix}6&8\\3&4\end{pmatrix},
# \qquad \xrightarrow{\ \text{stride } 1\ }\quad
# \begin{pmatrix}6&7&8\\6&7&8\\3&3&4\end{pmatrix}.$$
#
# `padding="same"`이면 변마다 A10의 규칙에 따라 출력의 자리가 `ceil(변 / stride)`곳입니다. 테두리는 무엇으로 채울까요? 슬라이드는 0이라고 하고, 합성곱에서는 그것이 맞습니다. 그러나 최대 풀링에서는 가장자리의 0이 **모든 음수를 이겨 버립니다**. 그래서 테두리는 절대로 이기지 않는 $-\infty$입니다. 음수뿐인 맵에서 바로 드러납니다.
#
# $$\begin{pmatrix}-1&-2&-3\\-4&-5&-6\\-7&-8&-9\end{pmatrix}
# \quad\xrightarrow{\ \text{same, stride } 2\ }\quad
# \begin{pmatrix}-1&-3\\-7&-9\end{pmatrix}, \quad\text{0으로 잘못 채우면}\quad
# \begin{pmatrix}-1&0\\0&0\end{pmatrix}.$$
#
# ### 미리 주어진 것: 테두리
#
# 다음 함수는 테두리를 두르고 윈도의 수를 셉니다. 이미 완성되어 있습니다. 테두리를 무엇으로 채울지는 여러분이 정합니다.


# %%
def framed(X, size, stride, padding, fill):
    """테두리를 두른 이미지, 그 안에서 이미지가 놓인 자리, 윈도의 수를 반환합니다. 미리 주어진 함수입니다.

    Parameters
    ----------
    X : shape (N, H, W, C)인 배열
        이미지입니다.
    size, stride : int
        윈도의 한 변과 움직이는 간격입니다.
    padding : str
        ``"valid"``(테두리 없음) 또는 ``"same"``이며 대소문자를 가리지 않습니다.
    fill : float
        테두리에 채울 값입니다.

    Returns
    -------
    padded : shape (N, H + 위 + 아래, W + 왼쪽 + 오른쪽, C)인 float 배열
        테두리를 두른 이미지입니다.
    corner : int의 튜플
        ``(위, 왼쪽)``, 곧 이미지의 첫 칸이 놓인 자리입니다.
    places : int의 튜플
        ``(행, 열)``, 곧 윈도의 수입니다. 윈도 (i, j)는 ``padded``의 ``i*stride``행 ``j*stride``열에서 시작합니다.

    Raises
    ------
    ValueError
        ``padding``이 둘 중 하나가 아니거나 윈도가 들어가지 않으면 발생합니다.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    _, height, width, _ = np.shape(X)
    top, bottom = pad_amounts(height, size, stride, mode)
    left, right = pad_amounts(width, size, stride, mode)
    rows = output_size(height + top + bottom, size, stride)
    columns = output_size(width + left + right, size, stride)
    frame = ((0, 0), (top, bottom), (left, right), (0, 0))
    padded = np.pad(np.asarray(X, dtype=float), frame, constant_values=fill)
    return padded, (top, left), (rows, columns)


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    """윈도마다 가장 큰 값을 채널별로 반환합니다.

    정수도 가능하며(``uint8`` 이미지 포함), 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    X : shape (N, H, W, C)인 배열
        유한한 수로 된 이미지입니다.
    size : int
        정사각형 윈도의 한 변입니다.
    stride : int, 생략 가능
        윈도가 아래와 오른쪽으로 움직이는 간격입니다. 주지 않으면 ``size``와 같습니다.
    padding : str
        대소문자를 가리지 않습니다. ``"valid"``이면 왼쪽 위 모서리부터 이미지 안에 다 들어가는 윈도만 있고, 남는 행과 열은 버립니다. ``"same"``이면 ``framed``의 규칙에 따라 테두리를 두르며, 테두리의 칸은 절대로 이기지 않습니다.

    Returns
    -------
    Y : shape (N, 행, 열, C)인 배열
        최댓값입니다.
    cache : 튜플
        넘겨받은 그대로의 ``(X, size, stride, padding)``이며 ``padding``의 대소문자도 그대로입니다. 다만 ``stride``는 int이고, ``X``에는 테두리가 없습니다.

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        ``padding``이 둘 중 하나가 아니거나 윈도가 들어가지 않으면 발생합니다(``framed`` 참고).
    """
    # TODO A12.1: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.1: max_pool_forward 함수를 구현하세요")


# %% [markdown]
# ## 2. 최대 풀링의 역전파
#
# 강의는 순전파에서 끝나지만 학습하려면 돌아오는 길이 필요합니다. 윈도에서 이긴 칸이 조금 커지면 출력도 그만큼 커집니다. 다른 칸이 조금 커지면 아무 일도 일어나지 않습니다. 따라서 출력의 기울기는 모두 **이긴 칸**으로 가고 나머지에는 가지 않습니다.
#
# 결과가 맞는지는 세 가지 세부 사항이 결정합니다.
#
# - 윈도가 겹치면 한 칸이 여러 번 이길 수 있습니다. 그 칸이 받는 기울기는 **더합니다**.
# - 두 칸이 동점이면 한 칸만 기울기를 받습니다. 텐서플로처럼 윈도를 한 행씩 읽을 때 **첫 번째** 칸입니다. 둘 다에 주면 기울기가 두 배가 됩니다. 따라서 똑같은 숫자 네 개로 된 2 × 2 윈도는 모든 것을 왼쪽 위 칸으로 보냅니다.
# - 테두리가 있으면 결과를 이미지 크기로 잘라 냅니다. 테두리는 앞쪽보다 뒤쪽이 더 넓을 수 있으므로 `top`부터 `H`행을 자르세요.


# %% task="A12.2"
def max_pool_backward(dY, cache):
    """최대 풀링의 입력에 대한 기울기를 반환합니다.

    정수도 가능하며(``uint8`` 이미지 포함), 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    dY : shape (N, 행, 열, C)인 배열
        출력에 대한 기울기입니다.
    cache : 튜플
        ``max_pool_forward``가 반환하는 ``(X, size, stride, padding)``입니다. 이미지에는 테두리가 없고 ``stride``는 int이며 ``padding``은 대소문자를 가리지 않습니다.

    Returns
    -------
    ``X``와 shape이 같은 배열
        ``dY``의 각 원소는 그 윈도에서 최댓값이었던 칸으로 갑니다. 최댓값이 여럿이면 행 순서로 첫 번째 칸입니다. 여러 윈도에서 이긴 칸은 합을 받습니다.
    """
    # TODO A12.2: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.2: max_pool_backward 함수를 구현하세요")


# %% [markdown]
# ## 3. 평균 풀링
#
# 가장 큰 값 대신 윈도의 **평균**을 남깁니다. 위의 4 × 4 맵에 크기 2인 윈도와 스트라이드 2를 사용하면 $\begin{pmatrix}3.25&5.25\\2&2\end{pmatrix}$이 됩니다.
#
# 가장자리에서 같은 물음이 되돌아옵니다. 0이 있으면 평균이 0 쪽으로 끌려갑니다. 케라스처럼 테두리의 칸은 **세지 않습니다**. 합에도 넣지 않고, 나누는 수에도 넣지 않습니다. 모서리에서는 네 칸짜리 윈도에 진짜 칸이 하나뿐일 수 있고, 그러면 평균은 그 칸의 값입니다. $-1$부터 $-9$까지의 맵은 $\begin{pmatrix}-3&-4.5\\-7.5&-9\end{pmatrix}$가 되며, $\begin{pmatrix}-3&-2.25\\-3.75&-2.25\end{pmatrix}$가 아닙니다.


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    """윈도마다 평균을 채널별로 반환합니다.

    정수도 가능하며(``uint8`` 이미지 포함), 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    X : shape (N, H, W, C)인 배열
        유한한 수로 된 이미지입니다.
    size : int
        정사각형 윈도의 한 변입니다.
    stride : int, 생략 가능
        윈도가 아래와 오른쪽으로 움직이는 간격입니다. 주지 않으면 ``size``와 같습니다.
    padding : str
        대소문자를 가리지 않습니다. ``"valid"``이면 왼쪽 위 모서리부터 이미지 안에 다 들어가는 윈도만 있고, 남는 행과 열은 버립니다. ``"same"``이면 ``framed``의 규칙에 따라 테두리를 두르며, 테두리의 칸은 세지 않습니다. 곧 윈도에 들어 있는 이미지의 칸만 평균합니다.

    Returns
    -------
    Y : shape (N, 행, 열, C)인 배열
        평균입니다.
    cache : 튜플
        넘겨받은 그대로의 ``(X, size, stride, padding)``이며 ``padding``의 대소문자도 그대로입니다. 다만 ``stride``는 int이고, ``X``에는 테두리가 없습니다.

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        ``padding``이 둘 중 하나가 아니거나 윈도가 들어가지 않으면 발생합니다(``framed`` 참고).
    """
    # TODO A12.3: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.3: avg_pool_forward 함수를 구현하세요")


# %% [markdown]
# ## 4. 평균 풀링의 역전파
#
# 진짜 칸이 $k$개인 윈도에서 한 칸이 변하면 평균은 그 변화의 $\frac1k$만큼 변합니다. 그래서 각 칸은 기울기의 $\frac1k$을 받고, 윈도가 겹치면 이번에도 더합니다.
#
# 순전파가 선형이므로 걸음의 크기를 정하지 않아도 되는 확인 방법이 있습니다. 어떤 `X`와 어떤 `G`에 대해서도 `avg_pool(X) * G`의 합과 `X * avg_pool_backward(G)`의 합이 같습니다. 직접 확인해 보세요.


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    """평균 풀링의 입력에 대한 기울기를 반환합니다.

    정수도 가능하며(``uint8`` 이미지 포함), 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    dY : shape (N, 행, 열, C)인 배열
        출력에 대한 기울기입니다.
    cache : 튜플
        ``avg_pool_forward``가 반환하는 ``(X, size, stride, padding)``입니다. 이미지에는 테두리가 없고 ``stride``는 int이며 ``padding``은 대소문자를 가리지 않습니다.

    Returns
    -------
    ``X``와 shape이 같은 배열
        ``dY``의 각 원소를 그 윈도에 들어 있는 이미지의 칸이 똑같이 나누어 받습니다. 여러 윈도에 들어 있는 칸은 합을 받습니다.
    """
    # TODO A12.4: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.4: avg_pool_backward 함수를 구현하세요")


# %% [markdown]
# ## 5. 활성화 함수: 시그모이드와 tanh
#
# 활성화 함수는 왜 필요할까요? 활성화 함수가 없으면 여러 층이 한 층으로 합쳐져서(A08에서 해 보았습니다) 깊게 쌓아도 얻는 것이 없습니다.
#
# 처음에 선택된 것은 신호를 보내거나 보내지 않는 뉴런을 닮은 **시그모이드**였습니다. 그런데 세 가지가 문제입니다. 출력의 중심이 0이 아니라 0.5입니다. 지수 함수를 계산해야 합니다. 그리고 양 끝에서 **포화**합니다. 곡선이 평평하므로 되돌아오는 기울기에 거의 0이 곱해집니다. 한가운데에서도 기울기는 $\tfrac14$에 지나지 않습니다. 열 층을 지나면 가중치를 빼고 보더라도 많아야 $0.25^{10} \approx 10^{-6}$이 남습니다. 이것이 **기울기 소실**(vanishing gradient)입니다.
#
# **tanh**는 같은 곡선을 늘여서 중심을 0으로 옮긴 것입니다.
#
# $$\tanh x = 2\,\sigma(2x) - 1, \qquad \tanh' x = (1 - \tanh x)(1 + \tanh x).$$
#
# 슬라이드는 나머지는 시그모이드와 같다고 합니다. 그러나 tanh의 기울기는 네 배 높은 **1**까지 올라가므로 기울기가 훨씬 천천히 사라집니다. 양 끝에서 포화하는 것은 마찬가지이고, 오히려 더 일찍 포화합니다.
#
# | $x$ | 0 | 2 | 5 | 10 |
# | --- | --- | --- | --- | --- |
# | $\sigma'(x)$ | 0.25 | 0.105 | 0.00665 | 0.0000454 |
# | $\tanh' x$ | 1 | 0.0707 | 0.000182 | 0.00000000824 |
#
# 수학에서는 두 곡선 모두 극한값에 이르지 않습니다. 그러나 배정밀도에서 tanh는 19쯤부터 정확히 1이고 기울기는 정확히 0입니다.


# %% task="A12.5"
def tanh_from_sigmoid(x):
    """쌍곡탄젠트와 그 도함수를 시그모이드로 계산하여 반환합니다.

    정수도 가능하며, 인자는 바꾸지 않고 그대로 둡니다.

    Parameters
    ----------
    x : float 또는 임의의 shape인 배열
        계산할 자리이며 ±1000도 허용합니다.

    Returns
    -------
    value : float 또는 배열
        ``2*sigmoid(2*x) - 1``이며 shape은 ``x``와 같습니다.
    derivative : float 또는 배열
        ``(1 - value)*(1 + value)``이며 shape은 ``x``와 같습니다.

        두 값을 튜플로 반환합니다.
    """
    # TODO A12.5: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.5: tanh_from_sigmoid 함수를 구현하세요")


# %% [markdown]
# ### 서술형: 얼마나 가파를 수 있을까
#
# $\sigma'(x) = \sigma(x)\,(1 - \sigma(x))$가 결코 $\tfrac14$을 넘지 않음을 보이고, 어디에서 $\tfrac14$이 되는지 구하세요. $\tanh x = 2\sigma(2x) - 1$에서 연쇄 법칙으로 $\tanh' x = (1 - \tanh x)(1 + \tanh x)$를 유도하고 그 최댓값을 구하세요. 둘을 비교하면 열 층에 대해 무엇을 알 수 있습니까?
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 6. ReLU
#
# **렐루**(rectified linear unit, ReLU)는 양수는 그대로 두고 나머지는 버립니다.
#
# $$\mathrm{ReLU}(x) = \max(0, x), \qquad
# \mathrm{ReLU}'(x) = \begin{cases} 1 & x > 0\\ 0 & x \le 0. \end{cases}$$
#
# 0에서 한 번 꺾이는 것만으로 비선형이 되며, 필요한 것은 그것뿐입니다. 계산 비용은 거의 없습니다. 중심은 0이 아닙니다. 표준 정규 분포를 따르는 입력에 대한 출력의 평균은 ReLU가 0.40, tanh가 0, 시그모이드가 0.5입니다.
#
# 한 슬라이드는 ReLU가 양 끝에서 포화하지 않는다고 하고, 두 줄 뒤에서는 모든 음수 입력에 0을 반환한다고 합니다. 포화하지 않는 것은 **양수** 쪽뿐입니다. 입력이 모두 음수인 유닛은 기울기를 받지 못하므로 학습하지 못합니다. 슬라이드의 "여섯 배 빠르다"는 2012년의 한 논문이 신경망 하나와 데이터 하나에서 tanh와 비교한 것이며 법칙이 아닙니다.
#
# 정확히 0에서는 미분할 수 없습니다. 여기서는 텐서플로처럼 0으로 합니다. 무엇을 보는지 주의하세요. **입력**에 대해 `x > 0`인지 물어야 합니다. 출력에 대한 `>= 0`은 어디서나 참입니다.
#
# 이제부터 층은 객체입니다. `forward`는 `backward`에 필요한 것을 기억하고, `params`와 `grads`에는 학습할 것이 들어 있습니다. ReLU에는 학습할 것이 없으므로 둘 다 비어 있습니다.


# %% task="A12.6"
class ReLU:
    """양수인 원소는 그대로 두고 나머지는 모두 0으로 만드는 층입니다.

    Attributes
    ----------
    params, grads : dict
        학습할 것이 없으므로 비어 있습니다.
    """

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        """원소마다 ``max(0, x)``를 반환합니다.

        정수도 가능하며, ``x``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        x : 임의의 shape인 배열
            입력입니다.

        Returns
        -------
        ``x``와 shape이 같은 배열
            출력입니다. ``backward``에 필요한 것을 기억하며, 앞의 호출이 남긴 것은 새것으로 바꿉니다.
        """
        # TODO A12.6: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A12.6: ReLU.forward 메서드를 구현하세요")

    def backward(self, dY):
        """마지막 ``forward``의 입력에 대한 기울기를 반환합니다.

        정수도 가능하며, ``dY``는 바꾸지 않고 그대로 둡니다.

        Parameters
        ----------
        dY : 그 입력과 shape이 같은 배열
            출력에 대한 기울기입니다.

        Returns
        -------
        ``dY``와 shape이 같은 배열
            입력이 0보다 컸던 곳에서는 ``dY``, 나머지는 0입니다(정확히 0이었던 곳도 0입니다).
        """
        # TODO A12.6: 다음 줄을 지우고 여기에 코드를 작성하세요.
        raise NotImplementedError("A12.6: ReLU.backward 메서드를 구현하세요")


# %% [markdown]
# ## 7. 기울기 소실 지켜보기
#
# 똑같은 층 $A_l = f(A_{l-1} W_l)$을 쌓고, 난수를 앞으로 보내고, 난수를 뒤로 보내서 각 $W_l$의 기울기가 얼마나 큰지 잽니다. 데이터도 학습도 없이 맨 아래의 층들이 학습할 수 있을지 알 수 있습니다.
#
# 가중치의 시작값도 활성화 함수만큼 중요합니다. 너무 작으면 신호가 올라가다가 사라지고, 너무 크면 포화합니다. **글로럿**(Glorot) 규칙은 표준편차가 $\sqrt{2/(\text{fan\_in} + \text{fan\_out})}$인 분포에서 가중치를 뽑습니다. ReLU는 입력의 절반을 버리므로 **He**의 규칙 $\sqrt{2/\text{fan\_in}}$이 이를 메웁니다.


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    """무작위로 쌓은 층에서 각 층의 가중치에 대한 기울기의 크기를 반환합니다.

    절편이 없는 층 ``A_l = f(A_(l-1) @ W_l)``이 ``depth``개 있고 가중치의 shape은 모두 (width, width)입니다. 난수는 모두 평균이 0인 정규 분포에서 뽑습니다.

    - 입력 ``A_0``: shape (64, width), 표준편차 1
    - 가중치: 표준편차는 시그모이드와 tanh이면 ``sqrt(1/width)``(글로럿), relu이면 ``sqrt(2/width)``(He)
    - 마지막 층의 출력 ``A_depth``에 대한 손실의 기울기: shape (64, width), 표준편차 1

    이 기울기를 층을 따라 되돌려 보냅니다. ``Z_l = A_(l-1) @ W_l``이라 할 때 ``dW_l``은 ``A_(l-1).T @ dZ_l``이며, 행의 수로 나누지 않습니다.

    Parameters
    ----------
    depth, width : int
        층의 수와 층마다 있는 유닛의 수입니다.
    activation : str
        ``"sigmoid"``, ``"tanh"``, ``"relu"`` 중 하나입니다.
    rng : numpy.random.Generator
        유일한 난수원입니다. 상태가 같은 생성기는 같은 노름을 냅니다.

    Returns
    -------
    shape (depth,)인 배열
        층마다 ``dW_l``의 제곱합의 제곱근이며, **마지막** 층(인덱스 0)부터 첫 층까지의 순서입니다.

    Raises
    ------
    ValueError
        ``activation``이 셋 중 하나가 아니면 발생합니다.
    """
    # TODO A12.7: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.7: gradient_norms 함수를 구현하세요")


# %% [markdown]
# ## 8. LeNet-5를 처음부터 끝까지
#
# 1998년에 LeNet-5는 수표의 숫자를 읽었습니다. 그 뒤로 같은 구성이 되풀이되어 왔습니다. 합성곱, 풀링, 합성곱, 풀링, 그리고 완전 연결층입니다. 합성곱의 윈도는 모두 5이고 한 칸씩 움직이며, 풀링의 윈도는 모두 2이고 두 칸씩 움직입니다. 이미지는 32 × 32입니다.
#
# 층마다 출력의 shape을 계산하고 매개변수를 셉니다. 여기서는 오늘날의 방식을 따릅니다. 1998년의 "서브샘플링"은 학습하는 계수가 붙은 평균이었고, 맵 사이의 연결 일부가 빠져 있었으며, 출력은 소프트맥스가 아니었습니다. 그때의 매개변수는 60,000개이고 우리의 것은 61,706개입니다. 28 × 28 숫자 이미지라면 사방에 0을 두 줄씩 붙이면 맵의 크기가 같아집니다.


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    """LeNet-5의 층마다 이름, 출력의 shape, 매개변수의 수를 반환합니다.

    이미지는 흑백이고 한 변이 ``side``이며 네 변에 각각 0을 ``pad``줄씩 붙입니다. 그다음 층은 아래와 같습니다.

    - ``conv1``, ``conv2``, ``conv3``: 윈도는 5, 간격은 1이고 더 패딩하지 않으며, 커널은 6개, 16개, 120개입니다. 커널은 입력의 모든 채널에 걸쳐 있고 절편을 하나씩 가집니다.
    - conv1 다음의 ``pool1``, conv2 다음의 ``pool2``: 윈도는 2, 간격은 2이고 매개변수가 없습니다. 남는 행과 열은 버립니다.
    - ``fc1``, ``fc2``: 유닛이 84개, 10개인 완전 연결층이며 유닛마다 절편이 하나씩 있습니다. fc1은 conv3이 반환하는 숫자를 모두 받습니다.

    Parameters
    ----------
    side : int
        이미지의 높이이자 너비입니다.
    pad : int
        네 변에 각각 붙이는 0의 줄 수입니다.

    Returns
    -------
    튜플의 리스트
        conv1, pool1, conv2, pool2, conv3, fc1, fc2의 순서로 ``(이름, shape, 매개변수 수)``입니다. 이름은 위의 영어 이름입니다. shape에는 배치 축이 없습니다. conv3까지는 ``(높이, 너비, 채널)``, 그 뒤로는 ``(유닛,)``입니다. 숫자는 모두 int입니다.

    Raises
    ------
    ValueError
        이미지가 너무 작아서 계산할 수 없는 층이 있으면 발생합니다.
    """
    # TODO A12.8: 다음 줄을 지우고 여기에 코드를 작성하세요.
    raise NotImplementedError("A12.8: lenet5_shapes 함수를 구현하세요")


# %% [markdown]
# ## 케라스의 같은 층
#
# 강의는 `Conv2D`에서와 마찬가지로(A11 참고) 케라스 층의 인자를 보여 주며 풀링을 마칩니다. 그 인자가 뜻하는 것을 여러분은 이미 작성했습니다.
#
# | 인자 | 뜻 | 생략하면 | 여기서는 |
# | --- | --- | --- | --- |
# | `pool_size` | 윈도. 숫자 하나면 정사각형 | (2, 2) | `size` |
# | `strides` | 아래와 오른쪽으로 움직이는 간격 | `pool_size`와 같음 | `stride` |
# | `padding` | `valid` 또는 `same`, 대소문자 무관 | `valid` | `padding` |
# | `data_format` | 채널이 마지막 (N, H, W, C) 또는 처음 (N, C, H, W) | 마지막 | 마지막 |
#
# 슬라이드의 `MAXPool2D`라는 이름은 없습니다. 적힌 대로 입력하면 `AttributeError`가 발생합니다. 올바른 이름은 `MaxPool2D` 또는 `MaxPooling2D`입니다. 그리고 슬라이드는 `same`을 0으로 설명하지만, 케라스는 여러분이 한 것처럼 최댓값이면 $-\infty$로 패딩하고 평균이면 테두리를 셈에서 뺍니다.

# %% [markdown]
# ## 그림으로 보기
#
# 먼저 4 × 4 맵과 그것을 풀링한 결과입니다. 맨 오른쪽은 겹치는 최대 풀링(스트라이드 1)의 모든 출력이 1을 되돌려 보낼 때 기울기가 가는 곳입니다. 이긴 칸에 모입니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.pooling(sys.modules[__name__])

# %% [markdown]
# 다음은 활성화 함수 세 가지와 그 기울기(시그모이드의 상한 ¼과 함께), 그리고 유닛이 50개인 층 열 개에서 그것이 뜻하는 바입니다. 마지막 층에서 첫 층까지 내려오는 동안 시그모이드의 기울기는 100만분의 몇으로 줄어들고, tanh와 ReLU의 기울기는 크기를 유지합니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.activations(sys.modules[__name__])

# %% [markdown]
# 끝으로 LeNet-5를 맵의 높이만큼 높은 상자로 늘어놓은 그림입니다. 매개변수는 거의 모두 마지막 합성곱과 첫 완전 연결층에 있는데, 그곳에는 맵이라 할 것이 거의 남아 있지 않습니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.lenet(sys.modules[__name__])
