# %% [markdown]
# # A03 · 시그모이드와 크로스 엔트로피
#
# 지금까지 답은 눈금 위의 수였습니다. 이제 답은 두 **클래스** 가운데 하나입니다. 시험에 합격하거나 불합격하고, 메일은 스팸이거나 아니고, 얼굴 사진은 진짜이거나 만들어 낸 것이고, 종양은 악성이거나 양성입니다. 이것이 **이진 분류**이며, 이 과제의 방법은 이름이 **로지스틱 회귀**이지만 분류기입니다.
#
# 두 문제를 가르는 것은 답이 *무엇을 뜻하는가*입니다. 몸무게, 키, 일을 마치는 데 걸리는 시간은 양입니다. 61은 60과 62 사이에 있고, 1만큼 빗나간 것은 작은 실수입니다. 클래스에는 이런 순서가 없습니다. 슬라이드에는 이산적인 예로 신발 크기와 인원수가 나오는데, 띄엄띄엄할 뿐 이것도 양이므로 클래스로 생각하면 안 됩니다.
#
# 순서는 A01과 같고 그 안의 예측만 다릅니다. 가설(시그모이드), 비용(크로스 엔트로피), 그 기울기(연쇄 법칙), 그리고 A04에서 더할 경사 하강입니다.
#
# **기호.** `z`는 직선의 출력이며 아무 수나 될 수 있습니다. `a`는 시그모이드가 그것을 0과 1 사이의 확률로 바꾼 값이고, `y`는 레이블입니다. 슬라이드에서는 $\hat y$를 이쪽에도 쓰고 저쪽에도 쓰지만, 여기서 $\hat y$은 A01의 직선에만 씁니다. 몇몇 슬라이드에서 $\varnothing$처럼 보이는 것은 숫자 0입니다.

# %%
import math
import sys
from functools import partial

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import half_squared_error, numerical_gradient, predict

# %% [markdown]
# ## 1. 레이블을 숫자로
#
# "합격"이라는 말로는 비용을 계산할 수 없습니다. 그래서 한 클래스를 **양성**이라 하여 1로, 다른 클래스를 0으로 적습니다. 어느 쪽이 양성인지는 우리가 정하며 꼭 좋은 쪽일 필요는 없습니다. 종양 검사라면 보통 "악성"이 양성입니다.
#
# 슬라이드의 예는 특성이 두 개인 학생 여섯 명입니다. $(1,2), (2,3), (3,1)$은 불합격, $(4,3), (5,3), (6,2)$는 합격이므로 $y = 0, 0, 0, 1, 1, 1$입니다. 이 데이터는 A05까지 함께합니다.


# %% task="A03.1"
def encode_labels(labels, positive):
    """양성 클래스의 레이블마다 1.0, 나머지 레이블마다 0.0을 반환합니다.

    Parameters
    ----------
    labels : str의 리스트 또는 shape (m,)인 배열
        레이블입니다. 문자열이거나 정수입니다.
    positive : str 또는 int
        1로 바꿀 레이블입니다. 이것과 같은 레이블만 1이 됩니다.

    Returns
    -------
    shape (m,)인 배열, float64
        ``labels``의 순서대로 0.0과 1.0이 들어 있습니다.

    Raises
    ------
    ValueError
        ``positive``와 같은 레이블이 하나도 없으면 발생합니다. 대개 철자가 틀린 경우입니다.
    """
    코드 = np.zeros(len(labels))
    for i, 레이블 in enumerate(labels):
        match 레이블:
            case 값 if 값 == positive:
                코드[i] = 1.0
            case _:
                pass
    if (개수 := np.count_nonzero(코드)) == 0:
        raise ValueError(f"{positive!r}와 같은 레이블이 {개수}개입니다. 철자를 확인하세요")
    return 코드


# %% [markdown]
# ## 2. 직선으로는 안 되는 이유, 오즈와 로짓
#
# 0과 1에 A01의 직선을 맞추고 $\hat y \ge 0.5$이면 클래스 1이라고 하면 안 될까요? 학생 여섯 명의 첫 번째 특성으로는 잘됩니다. 직선은 $0.257\,x - 0.4$이고 0.5를 지나는 곳은 두 클래스의 한가운데인 3.5입니다. 그런데 $x = 30$인 일곱 번째 학생이 와서 합격합니다. 조금도 놀랍지 않은 일인데 직선은 기울어 버리고, 0.5를 지나는 곳이 4.5로 옮겨 가서 $x = 4$인 학생이 불합격으로 분류됩니다. 게다가 $x = 30$에서 직선의 값은 1.15인데 이것은 확률이 될 수 없습니다.
#
# 뉴런의 조상인 **퍼셉트론**은 직선의 출력을 계단으로 자릅니다. 임곗값부터는 1, 그 아래는 0입니다. 그러나 계단은 끊어진 곳 말고는 평평해서 기울기가 0이고, 경사 하강이 따라갈 것이 없습니다. 0과 1 사이에 머무르면서 매끄러운 것이 필요합니다.
#
# 그런 함수로 가는 길은 반대쪽 끝, 성공할 확률 $p$에서 시작합니다. **오즈**는 이것을 실패할 확률과 비교한 값으로 0에서 $\infty$까지 처음에는 천천히, 나중에는 가파르게 커집니다. 오즈의 로그인 **로짓**은 $-\infty$에서 $\infty$까지 변하며 $p = 0.5$에서 0입니다.
#
# $$\text{odds} = \frac{p}{1 - p},
# \qquad
# \text{logit} = \log\frac{p}{1 - p}.$$
#
# 슬라이드에서는 $p/(1-p)$를 *오즈비*(odds ratio, OR)라고 부릅니다. 이것은 오즈입니다. 오즈*비*는 두 집단의 오즈를 비교한 값입니다. 그리고 여기의 OR은 논리 게이트와 아무 관계가 없습니다. 로그는 여기서나 다른 곳에서나 자연로그입니다.


# %% task="A03.2"
def odds_and_logit(p):
    """확률의 오즈와 그 자연로그를 반환합니다.

    Parameters
    ----------
    p : float 또는 임의의 shape인 배열
        확률입니다. 모두 0보다 크고 1보다 작습니다.

    Returns
    -------
    odds : float 또는 배열
        ``p / (1 - p)``입니다.
    logit : float 또는 배열
        오즈의 자연로그입니다.

        두 값을 튜플로 반환합니다. 각각 ``p``와 같은 shape입니다.

    Raises
    ------
    ValueError
        ``p``의 원소 가운데 하나라도 0 이하이거나 1 이상이면 발생합니다.
    """
    @partial(np.vectorize, otypes=[float, float])
    def 하나씩(p_i):
        if not 0 < p_i < 1:
            raise ValueError(f"{p_i}은(는) 0과 1 사이에 있지 않습니다")
        return p_i / (1 - p_i), math.log(p_i) - math.log1p(-p_i)

    return 하나씩(np.asarray(p, dtype=float))


# %% [markdown]
# ## 3. 시그모이드: 되돌아오는 길
#
# 직선의 출력 $z$는 아무 수나 될 수 있고 로짓도 그렇습니다. 그러므로 직선이 *로짓*을 예측하게 하고, 거기서 확률로 되돌아오면 됩니다. 그 일을 하는 함수가 **시그모이드**입니다.
#
# $$z = \log\frac{a}{1 - a}
# \quad\Longleftrightarrow\quad
# a = \sigma(z) = \frac{e^z}{1 + e^z} = \frac{1}{1 + e^{-z}}.$$
#
# **결정 경계**는 $a = 0.5$인 곳, 곧 $z = 0$인 곳입니다. $z = 0.5$인 곳이 아닙니다. 정확히 경계 위에 있는 점은 클래스 1로 봅니다.
#
# 종이 위에서는 두 식이 같습니다. 컴퓨터에서는 다릅니다. $z = 1000$이면 첫 번째 식은 $\infty/\infty$, 곧 `nan`이 되고 두 번째 식은 맞습니다. $z = -1000$이면 두 번째 식은 $1/\infty = 0$을 계산합니다. NumPy가 오버플로를 경고하지만 이것도 맞는 값입니다. 1보다 커지지 않는 $e^{-|z|}$을 계산하고 $z$의 부호에 따라 식을 고르면 둘 다 피할 수 있습니다.
#
# 수학에서 $\sigma(z)$는 결코 정확히 0이나 1이 되지 않습니다. 64비트 수로는 $z \approx 36.74$부터 정확히 1입니다. 다음 절을 위해 기억해 두세요.


# %% task="A03.3"
@partial(np.vectorize, otypes=[float])
def _시그모이드(z_i):
    e = math.exp(-abs(z_i))
    return (1 if z_i >= 0 else e) / (1 + e)


def sigmoid(z):
    """원소마다 시그모이드를 계산하여 반환합니다.

    Parameters
    ----------
    z : float 또는 임의의 shape인 배열
        아무리 크더라도 유한한 수이면 됩니다. 정수도 가능합니다. 배열은 바꾸지 않고 그대로 둡니다.

    Returns
    -------
    float 또는 배열
        ``1 / (1 + exp(-z))``이며 ``z``와 같은 shape입니다. 어떤 ``z``에서든 맞는 값이며 nan이 되지 않습니다.
    """
    return _시그모이드(np.asarray(z, dtype=float))


# %% [markdown]
# ### 서술형: 시그모이드와 그 기울기는 어디에서 오는가
#
# 1. $\log\frac{a}{1-a} = z$에서 출발하여 $a = \frac{1}{1+e^{-z}}$에 이를 때까지 한 줄씩 $a$에 대해 푸세요.
# 2. 그 결과를 미분하여 $\frac{da}{dz} = a(1-a)$임을 보이세요. 이 기울기는 어디에서 가장 크고, 그 값은 얼마입니까?
#
# 각각 몇 줄이면 충분합니다. 이 셀은 사람이 읽고 채점합니다.
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 4. 크로스 엔트로피
#
# 예측한 확률 $a$는 얼마나 틀렸을까요? 레이블이 1이면 $a = 1$에서는 비용이 없고 $a = 0$으로 갈수록 점점 커져야 합니다. 레이블이 0이면 그 거울상입니다. 로그에 음의 부호를 붙이면 바로 그렇게 됩니다.
#
# $$L = \begin{cases} -\log a & y = 1\\ -\log(1 - a) & y = 0\end{cases}
# \qquad\text{한 줄로 쓰면}\qquad
# L = -\bigl(y\log a + (1 - y)\log(1 - a)\bigr).$$
#
# $y$와 $1-y$ 가운데 하나는 0이므로 살아 있는 항은 언제나 하나뿐입니다. 그래도 두 항이 모두 필요합니다. 이것이 **크로스 엔트로피**이며 로지스틱 손실이라고도 합니다.
#
# 제곱 오차의 절반 $\tfrac12(\sigma(z) - y)^2$을 그대로 쓰면 안 될까요? 슬라이드에는 *볼록한* 비용, 곧 옆으로 빠지는 골짜기가 없는 비용이라는 제목 아래에 이 식이 있지만, 이 비용은 볼록하지 않습니다. 예측이 크게 틀린 곳에서 거의 평평해서 내려가던 걸음이 거기에 갇힙니다. 크로스 엔트로피는 볼록합니다. 아래 그림에서 둘을 함께 볼 수 있습니다. (슬라이드의 비용 곡선 사이에서 적분 기호처럼 보이는 것은 곡선을 그린 그림입니다. 적분은 어디에도 나오지 않습니다.)
#
# 주의할 것이 하나 있습니다. $a = 0$이나 $a = 1$에서는 공식에 $\log 0$이 나오고, 곱하는 수가 0이더라도 컴퓨터는 $0\cdot\infty$를 `nan`으로 만듭니다. 그래서 먼저 $a$를 $[\varepsilon, 1 - \varepsilon]$으로 **자릅니다**. 로그 안에 $\varepsilon$을 더하는 방법을 쓰면 $a = 1$에서 비용이 음수가 됩니다.


# %% task="A03.4"
def binary_cross_entropy(a, y, eps=1e-12):
    """예측한 확률마다 크로스 엔트로피를 반환합니다.

    Parameters
    ----------
    a : float 또는 배열
        클래스 1이라고 예측한 확률입니다. 0부터 1까지이며 양 끝을 포함합니다. 정수도 가능합니다.
    y : float 또는 배열
        레이블이며 각각 0 또는 1입니다. ``a``와 shape이 같거나 숫자 하나입니다.
    eps : float
        무엇보다 먼저 ``a``를 ``[eps, 1 - eps]``로 자릅니다.

    Returns
    -------
    float 또는 배열
        원소마다 ``-(y * log(a) + (1 - y) * log(1 - a))``이며 로그는 자연로그입니다. 둘 중 배열인 쪽의 shape을
        따릅니다. 항상 유한합니다.

    Raises
    ------
    ValueError
        둘 다 배열인데 shape이 다르면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    half_squared_error(a, y)  # A01의 함수가 shape이 다른 두 배열을 거부해 준다
    a = np.asarray(a, dtype=float).clip(eps, 1 - eps)
    with np.errstate(divide="ignore"):
        return np.choose(np.equal(y, 1).astype(int), (-np.log(1 - a), -np.log(a)))


# %% [markdown]
# ## 5. 로짓으로 계산하는 크로스 엔트로피
#
# 자르면 비용이 유한해지지만 맞는 값이 되지는 않습니다. $z = -800$, $y = 1$이면 비용은 800인데 잘라 낸 $a$로 계산하면 27.6이 나옵니다. $e^z$을 했다가 다시 $\log$를 하는 왕복에서 값을 잃어버리는 것입니다. 시그모이드를 식에 넣고 계산하기 *전에* 정리하면 0의 로그가 남지 않습니다.
#
# $$L = \log(1 + e^{z}) - z\,y
#     = \max(z, 0) - z\,y + \log\bigl(1 + e^{-|z|}\bigr).$$
#
# 두 번째 식은 결코 오버플로를 일으키지 않습니다(`np.log1p(t)`는 $\log(1 + t)$를 계산합니다). 딥러닝 라이브러리에서 손실이 *로짓*을 받는다고 할 때 하는 일이 바로 이것입니다.
#
# 손에 든 것이 둘 중 무엇인지 늘 확인하세요. $z = 2$, $y = 1$의 비용은 0.127입니다. $z$를 확률로 보면 $-\log 2 = -0.693$으로 비용이 음수가 되고, 시그모이드를 두 번 적용하면 0.347이 됩니다.


# %% task="A03.5"
@partial(np.vectorize, otypes=[float])
def _로짓의_비용(z_i, y_i):
    부호 = 1 - 2 * float(y_i)  # 레이블 1이면 -1
    t = 부호 * float(z_i)
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


def bce_with_logits(z, y):
    """로짓마다 크로스 엔트로피를 반환합니다. ``a = sigmoid(z)``의 크로스 엔트로피를 돌아가지 않고 바로 계산합니다.

    Parameters
    ----------
    z : float 또는 배열
        로짓입니다. 아무리 크더라도 유한한 수이면 됩니다. 정수도 가능합니다.
    y : float 또는 배열
        레이블이며 각각 0 또는 1입니다. ``z``와 shape이 같거나 숫자 하나입니다.

    Returns
    -------
    float 또는 배열
        원소마다 비용이며 둘 중 배열인 쪽의 shape을 따릅니다. 어떤 ``z``에서든 맞는 값입니다. 잘라 내지 않으며
        nan이나 무한대가 되지 않습니다.

    Raises
    ------
    ValueError
        둘 다 배열인데 shape이 다르면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    match np.shape(z), np.shape(y):
        case ((), _) | (_, ()):
            return _로짓의_비용(z, y)
        case 왼쪽, 오른쪽 if 왼쪽 == 오른쪽:
            return _로짓의_비용(z, y)
        case 왼쪽, 오른쪽:
            raise ValueError(f"shape이 다릅니다: {왼쪽}, {오른쪽}")


# %% [markdown]
# ### 서술형: 두 비용 가운데 어느 것이 볼록한가?
#
# $x = 1$, $y = 1$, $b = 0$인 샘플 하나를 봅시다. 그러면 $z = w$입니다. 이계도함수가 결코 음수가 되지 않는 함수를 볼록하다고 합니다.
#
# 1. 크로스 엔트로피를 $w$로 두 번 미분하면 $a(1 - a)$임을 보이고 결론을 내리세요.
# 2. $\tfrac12(a - 1)^2$을 $w$로 두 번 미분하세요. 어떤 $w$에서 음수입니까? 반례가 되는 $w$를 하나 들고, 그곳에서 경사 하강이 어떻게 되는지 설명하세요.
#
# 이 셀은 사람이 읽고 채점합니다.
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 6. 연쇄의 고리를 하나씩
#
# 특성이 하나일 때 $z = wx + b$, $a = \sigma(z)$이므로 손실에서 가중치까지 거슬러 가는 연쇄는 A01보다 고리가 하나 더 많습니다.
#
# $$\frac{\partial L}{\partial w}
#   = \underbrace{\frac{\partial L}{\partial a}}_{-\left(\frac{y}{a} - \frac{1-y}{1-a}\right)}\;
#     \underbrace{\frac{\partial a}{\partial z}}_{a(1-a)}\;
#     \underbrace{\frac{\partial z}{\partial w}}_{x},
# \qquad
# \frac{\partial z}{\partial b} = 1.$$
#
# 시그모이드의 기울기는 $a(1-a)$이고 여기서 $a$는 *활성화된* 값입니다. $z$나 $\sigma(a)$를 넣으면 안 됩니다.


# %% task="A03.6"
@partial(np.vectorize, otypes=[float] * 4, excluded={2, 3})
def _고리(x_i, y_i, w, b):
    a = float(sigmoid(predict(x_i, w, b)))
    return (-1 / a if y_i == 1 else 1 / (1 - a)), a * (1 - a), x_i, 1.0


def logistic_chain(x, y, w, b):
    """연쇄 법칙으로 크로스 엔트로피의 기울기를 만들 때 쓰는 네 인수를 반환합니다.

    특성이 하나인 뉴런으로 ``z = w * x + b``, ``a = sigmoid(z)``입니다.

    Parameters
    ----------
    x : float 또는 shape (m,)인 배열
        입력입니다. 정수도 가능합니다.
    y : float 또는 shape (m,)인 배열
        레이블이며 각각 0 또는 1입니다. ``x``와 같은 shape입니다.
    w, b : float
        가중치와 절편입니다. ``z``는 -30과 30 사이에 있으므로 ``a``가 0이나 1이 되지 않습니다.

    Returns
    -------
    dL_da : float 또는 shape (m,)인 배열
        크로스 엔트로피를 활성화 값으로 미분한 값입니다.
    da_dz : float 또는 shape (m,)인 배열
        활성화 값을 직선의 출력으로 미분한 값입니다.
    dz_dw : float 또는 shape (m,)인 배열
        직선의 출력을 가중치로 미분한 값입니다.
    dz_db : float 또는 shape (m,)인 배열
        직선의 출력을 절편으로 미분한 값입니다.

        네 값을 튜플로 반환합니다. 각각 ``x``와 같은 shape입니다. 숫자가 들어오면 숫자, 배열이 들어오면 배열입니다.
    """
    네_고리 = _고리(np.asarray(x, dtype=float), np.asarray(y, dtype=float), w, b)
    return 네_고리


# %% [markdown]
# ## 7. 샘플 하나의 기울기
#
# 앞의 두 고리를 곱하면 반가운 일이 일어납니다. 분모가 약분됩니다.
#
# $$\frac{\partial L}{\partial z} = \left(-\frac{y}{a} + \frac{1-y}{1-a}\right) a(1-a)
#   = -y(1-a) + (1-y)\,a = a - y.$$
#
# 특성이 $n$개이면 $z = \sum_i w_i x_i + b$는 숫자 하나이고, 따라서 다음과 같습니다.
#
# $$\frac{\partial L}{\partial w_i} = (a - y)\,x_i,
# \qquad
# \frac{\partial L}{\partial b} = a - y.$$
#
# $\hat y$ 자리에 $a$가 왔을 뿐 A01의 기울기와 같습니다. 예측에서 정답을 뺀 값에 입력을 곱합니다. 인수 $a(1-a)$는 사라졌으니 다시 넣지 마세요. 제곱 오차라면 남아 있을 인수이고, 예측이 크게 틀린 곳에서 그 비용을 평평하게 만드는 것이 바로 이 인수입니다.
#
# 약분은 프로그램이 아니라 종이에서 하세요. $a$가 정확히 1로 반올림되는 곳에서 고리를 하나씩 곱하면 $\infty\cdot 0$, 곧 `nan`이 되지만 $a - y$는 그대로 맞습니다.


# %% task="A03.7"
def logistic_gradient(x, y, w, b):
    """샘플 하나의 크로스 엔트로피를 가중치와 절편으로 미분한 기울기를 반환합니다.

    뉴런은 ``w * x``의 합에 ``b``를 더한 ``z``와 ``a = sigmoid(z)``를 계산합니다. 기울기는 ``a``가 0이나 1로 반올림되는 곳을 포함하여 어떤 ``z``에서든 맞는 값입니다.

    Parameters
    ----------
    x : shape (n,)인 배열
        샘플의 특성입니다. 바꾸지 않고 그대로 둡니다. 정수도 가능합니다.
    y : float
        레이블이며 0 또는 1입니다.
    w : shape (n,)인 배열
        가중치입니다. 바꾸지 않고 그대로 둡니다. 정수도 가능합니다.
    b : float
        절편입니다. 정수도 가능합니다.

    Returns
    -------
    dw : shape (n,)인 배열
        가중치마다 미분한 값입니다.
    db : float
        절편으로 미분한 값입니다.

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        ``x``와 ``w``의 shape이 다르면 발생합니다. ``(n,)``과 ``(n, 1)``도 다른 shape입니다.
    """
    if np.shape(x) != np.shape(w):
        raise ValueError(f"특성은 {np.shape(x)}, 가중치는 {np.shape(w)}입니다")
    x, w = (np.asarray(배열, dtype=float) for 배열 in (x, w))
    차이 = sigmoid(np.inner(w, x) + b) - float(y)
    return 차이 * x, np.asarray(차이)


# %% [markdown]
# ## 그림으로 보기
#
# 첫 번째 그림은 여러분이 만든 것을 한 장에 모았습니다. 확률에 대한 오즈와 로짓, 로짓에 대한 시그모이드(로짓 그림을 옆으로 눕히면 바로 이것입니다), 그리고 크로스 엔트로피의 두 갈래입니다.
#
# 두 번째 그림은 클래스가 조금 겹치는 점 여덟 개에 대해, 절편이 없는 뉴런의 가중치 $w$를 가로축으로 두 비용을 나란히 놓았습니다. 아래로 휘는 곳은 빨간색입니다. 제곱 오차의 절반은 거의 모든 곳에서 그렇습니다. 양쪽 끝으로 가면 평평해져서 그곳의 기울기는 돌아갈 길을 거의 알려 주지 못합니다. 크로스 엔트로피는 어디서나 위로 휘고, 많은 예측이 틀린 곳에서 여전히 가파릅니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.sheet(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.bowls(sys.modules[__name__])

# %%
# 내 실험: 학생 여섯 명을 한 명씩 보면서 학습하기
학생 = np.array([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
합격 = encode_labels(["불합격"] * 3 + ["합격"] * 3, "합격")
가중치, 절편 = np.zeros(2), 0.0
for 에포크 in range(1500):
    for 한명, 답 in zip(학생, 합격):
        dw, db = logistic_gradient(한명, 답, 가중치, 절편)
        가중치, 절편 = 가중치 - 0.1 * dw, 절편 - 0.1 * db
print("가중치", 가중치, "절편", 절편)
print("확률", np.round(sigmoid(학생 @ 가중치 + 절편), 3))

# %%
잰_기울기 = numerical_gradient(lambda v: bce_with_logits(v @ np.array([1.0, 2.0]) + 0.3, 0.0), np.array([0.2, -0.1]))
print("수치 미분", 잰_기울기, "식", logistic_gradient(np.array([1.0, 2.0]), 0.0, np.array([0.2, -0.1]), 0.3)[0])
