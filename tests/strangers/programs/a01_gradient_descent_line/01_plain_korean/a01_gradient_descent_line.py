# %% [markdown]
# # A01 · 직선 위의 경사 하강
#
# 1880년대에 프랜시스 골턴(Francis Galton)은 부모의 키와 다 자란 자녀의 키를 비교했습니다. 키가 아주 큰 부모의 자녀도 컸지만 부모만큼 크지는 않았고, 키가 아주 작은 부모의 자녀도 작았지만 부모만큼 작지는 않았습니다. 골턴은 이를 *평균으로의 회귀*라고 불렀고, 그 이름이 그가 사용한 방법에 그대로 남았습니다. 한 수로 다른 수를 가장 잘 예측하는 직선을 긋는 방법, 그것이 바로 **선형 회귀**입니다.
#
# 이 과제에서는 그러한 직선을 둘러싼 장치 전체를 만듭니다. 직선의 예측, 직선이 얼마나 나쁜지 알려 주는 비용, 비용의 기울기, 그리고 비용을 줄이며 내려가는 과정입니다. 합성곱 신경망에 이르기까지 뒤에 나오는 모든 내용은 예측 부분만 다를 뿐 이 장치와 같습니다.
#
# **기호.** `x`는 입력, `y`는 정답(타깃), `y_hat`($\hat y$)은 직선의 예측, `w`는 기울기, `b`는 절편입니다. 소문자는 숫자나 숫자의 나열을, 대문자는 행렬을 뜻합니다. 슬라이드에서는 같은 수를 `w`와 `W` 두 가지로 적지만 여기서는 항상 `w`입니다.

# %%
import sys

import numpy as np

# %%
# 여러 문제에서 같이 쓰는 함수


def 배열로(값):
    """정수든 실수든 float64 배열로 바꿉니다."""
    return np.asarray(값, dtype=float)


def 모양_검사(왼쪽, 오른쪽):
    """배열 두 개의 shape이 다르면 ValueError를 발생시킵니다. 숫자 하나는 무엇과도 맞습니다."""
    if np.ndim(왼쪽) == 0 or np.ndim(오른쪽) == 0:
        return
    if np.shape(왼쪽) != np.shape(오른쪽):
        raise ValueError(f"shape이 다릅니다: {np.shape(왼쪽)}, {np.shape(오른쪽)}")

# %% [markdown]
# ## 1. 가설: 직선
#
# 어느 직선이 옳을까요? 아직 모르므로 **가설**에서 시작합니다. 모든 $(w, b)$ 쌍이 후보 직선 하나입니다.
#
# $$\hat y = w x + b.$$


# %% task="A01.1"
def predict(x, w, b):
    """입력마다 직선의 예측값을 반환합니다.

    Parameters
    ----------
    x : float 또는 shape (m,)인 배열
        입력입니다. 정수도 가능합니다.
    w, b : float
        기울기와 절편입니다.

    Returns
    -------
    float 또는 shape (m,)인 배열
        ``w * x + b``이며 ``x``와 같은 shape입니다.
    """
    return w * 배열로(x) + b


# %% [markdown]
# ## 2. 비용: 직선이 얼마나 나쁜가
#
# 점 하나에서 **잔차**는 $\hat y - y$입니다. 잔차의 제곱은 음수가 되지 않고 빠르게 커집니다. 앞에 붙은 ½은 잠시 뒤에 나올 2와 약분되도록 둔 것입니다.
#
# $$J(w, b) = \tfrac12(\hat y - y)^2.$$
#
# $w$만의 함수로 보면 $J$는 포물선이고, $w$와 $b$의 함수로 보면 그릇 모양입니다. 가장 좋은 직선을 찾는 일은 그릇의 가장 낮은 점을 찾는 일입니다.
#
# 첫날부터 알아 두어야 할 함정이 있습니다. NumPy는 배열을 *브로드캐스팅*합니다. shape이 `(m,)`인 배열에서 `(m, 1)`인 배열을 빼면 오류가 아니라 `(m, m)` 표가 나옵니다. 여러분의 함수는 엉뚱한 값을 반환하는 대신 그런 쌍을 거부해야 합니다.


# %% task="A01.2"
def half_squared_error(y_hat, y):
    """예측마다 제곱 오차의 절반을 반환합니다.

    Parameters
    ----------
    y_hat : float 또는 배열
        예측값입니다.
    y : float 또는 배열
        정답입니다. ``y_hat``과 shape이 같거나 숫자 하나입니다.

    Returns
    -------
    float 또는 배열
        원소마다 ``(y_hat - y)**2 / 2``이며, 둘 중 배열인 쪽의 shape을 따릅니다.

    Raises
    ------
    ValueError
        둘 다 배열인데 shape이 다르면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    # 브로드캐스팅으로 (m, m) 표가 나오는 것을 막는다
    모양_검사(y_hat, y)
    오차 = 배열로(y_hat) - 배열로(y)
    return 오차**2 / 2


# %% [markdown]
# ## 3. 연쇄 법칙으로 구하는 비용의 기울기
#
# 어느 쪽이 내리막일까요? 제곱을 전개해서 미분하면 한 장 가득 계산한 끝에 $\partial J/\partial w = x(\hat y - y)$가 나옵니다. **연쇄 법칙**을 쓰면 큰 질문 하나 대신 작은 질문 두 개로 한 줄 만에 같은 결과를 얻습니다.
#
# $$\frac{\partial J}{\partial w}
#   = \underbrace{\frac{\partial J}{\partial \hat y}}_{\hat y - y}\;
#     \underbrace{\frac{\partial \hat y}{\partial w}}_{x},
# \qquad
# \frac{\partial J}{\partial b}
#   = \underbrace{\frac{\partial J}{\partial \hat y}}_{\hat y - y}\;
#     \underbrace{\frac{\partial \hat y}{\partial b}}_{1}.$$
#
# 슬라이드의 두 줄에는 오타가 있으니 그대로 옮기지 마세요. $\tfrac12(\hat y-y)^2$의 도함수는 제곱의 절반이 아니라 $\hat y-y$입니다(오차가 0이나 2이면 둘이 같아서 실수가 잘 보이지 않습니다). 그리고 1이 되는 것은 $\partial\hat y/\partial w$가 아니라 $\partial\hat y/\partial b$입니다.


# %% task="A01.3"
def chain_factors(x, y, w, b):
    """연쇄 법칙으로 두 기울기를 만들 때 쓰는 세 인수를 반환합니다.

    Parameters
    ----------
    x, y : float 또는 shape (m,)인 배열
        입력과 정답입니다.
    w, b : float
        기울기와 절편입니다.

    Returns
    -------
    dJ_dyhat : float 또는 shape (m,)인 배열
        제곱 오차의 절반을 예측값으로 미분한 값입니다.
    dyhat_dw : float 또는 shape (m,)인 배열
        예측값을 기울기로 미분한 값입니다.
    dyhat_db : float 또는 shape (m,)인 배열
        예측값을 절편으로 미분한 값입니다.

        세 값을 튜플로 반환합니다. 각각 ``x``와 같은 shape입니다. 숫자가 들어오면 숫자, 배열이 들어오면 배열입니다.
    """
    x = 배열로(x)
    오차 = predict(x, w, b) - 배열로(y)
    return 오차, x.copy(), np.ones_like(x)


# %% [markdown]
# ## 4. 모든 샘플에 대한 기울기
#
# 데이터 전체의 비용은 샘플별 비용의 **평균**이므로 기울기도 샘플별 기울기의 평균입니다. 이 과정에서는 항상 이 약속을 지킵니다. 비용은 평균이고 $\tfrac1m$은 기울기에 들어 있습니다.
#
# $$J(w, b) = \frac1m\sum_{i=1}^m \tfrac12(\hat y_i - y_i)^2,
# \qquad
# \frac{\partial J}{\partial w} = \frac1m\sum_i (\hat y_i - y_i)\,x_i,
# \qquad
# \frac{\partial J}{\partial b} = \frac1m\sum_i (\hat y_i - y_i).$$


# %% task="A01.4"
def gradient(x, y, w, b):
    """평균 비용을 ``w``와 ``b``로 미분한 기울기를 반환합니다.

    비용은 ``(predict(x, w, b) - y)**2 / 2``를 샘플에 대해 평균한 값입니다.

    Parameters
    ----------
    x, y : shape (m,)인 배열
        입력과 정답입니다. 숫자 두 개가 들어오면 샘플 하나로 봅니다. 정수도 가능합니다.
    w, b : float
        기울기와 절편입니다.

    Returns
    -------
    dw, db : float
        숫자 두 개의 튜플입니다.

    Raises
    ------
    ValueError
        ``x``와 ``y``의 shape이 다르면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    if np.shape(x) != np.shape(y):
        raise ValueError(f"x와 y의 shape이 다릅니다: {np.shape(x)}, {np.shape(y)}")
    오차, 입력, 하나 = chain_factors(x, y, w, b)
    dw = np.mean(오차 * 입력)
    db = np.mean(오차 * 하나)
    return dw, db


# %% [markdown]
# ## 5. 숫자로 기울기 확인하기
#
# 누구나 언젠가는 도함수를 틀립니다. 해결책은 기울기를 직접 재는 것입니다. 오른쪽으로 조금, 왼쪽으로 조금 움직여 보고 높이의 차이를 거리로 나눕니다.
#
# $$\frac{\partial f}{\partial\theta_i} \approx \frac{f(\theta + h e_i) - f(\theta - h e_i)}{2h}.$$
#
# **양쪽**으로 움직이는 것이 중요합니다. 한쪽 차분의 오차는 $h$ 정도이고 중심 차분의 오차는 $h^2$ 정도입니다. $h = 10^{-5}$이면 다섯 자리가 아니라 열 자리가 맞습니다. 이 함수는 과정 내내 여러분의 구현을 확인하는 데 쓰이며, 채점기도 같은 방법으로 여러분의 코드를 확인합니다.


# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    """중심 차분으로 잰 함수의 기울기를 반환합니다.

    결과의 i번째 원소는 ``(f(theta + h*e_i) - f(theta - h*e_i)) / (2*h)``입니다. ``e_i``는 i번째 원소만 1이고 나머지는 0입니다.

    Parameters
    ----------
    f : callable
        ``theta``와 같은 shape의 실수 배열을 받아 숫자 하나를 반환하는 함수입니다.
    theta : float 또는 임의의 shape인 배열
        기울기를 잴 위치입니다. 정수는 실수로 다룹니다. 배열은 바꾸지 않고 그대로 둡니다.
    h : float
        양쪽으로 움직이는 거리입니다.

    Returns
    -------
    float 또는 배열
        기울기이며 ``theta``와 같은 shape입니다.
    """
    theta = np.array(theta, dtype=float)  # 복사본이므로 원래 배열은 그대로 남는다
    기울기 = np.zeros_like(theta)
    for i in np.ndindex(theta.shape):
        걸음 = np.zeros_like(theta)
        걸음[i] = h
        기울기[i] = (f(theta + 걸음) - f(theta - 걸음)) / (2 * h)
    return 기울기[()]  # 숫자 하나이면 숫자로, 배열이면 배열 그대로


# %% [markdown]
# ## 6. 내리막 걷기
#
# **경사 하강**은 아무 곳에서나 출발하여 발밑의 기울기를 보고 그 반대 방향으로 한 걸음 내딛는 일을 되풀이합니다.
#
# $$w \leftarrow w - \alpha\,\frac{\partial J}{\partial w},
# \qquad
# b \leftarrow b - \alpha\,\frac{\partial J}{\partial b}.$$
#
# 기울기의 반대 방향은 가장 가파르게 내려가는 *방향*을 알려 줄 뿐이고, 얼마나 갈지는 **학습률** $\alpha$(`lr`)가 정합니다. 두 기울기는 어느 매개변수도 움직이기 전, 같은 지점에서 구합니다. 걸음은 최소점에서 멈춥니다. 일반적으로는 주변보다 낮은 *지역* 최소점일 뿐이지만, 이 그릇에는 움푹한 곳이 하나뿐이므로 여기서는 전역 최소점입니다.


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    """평균 비용 위에서 경사 하강이 지나간 경로를 반환합니다.

    현재 지점에서 두 기울기를 모두 구한 다음 ``train``에 적힌 매개변수를 한꺼번에 움직입니다. 나머지는 시작값을 유지합니다.

    Parameters
    ----------
    x, y : shape (m,)인 배열
        입력과 정답입니다.
    w0, b0 : float
        시작점입니다. 정수도 가능합니다.
    lr : float
        학습률입니다.
    steps : int
        걸음 수입니다. 0도 가능합니다.
    train : str의 튜플
        움직일 매개변수입니다. ``("w",)``, ``("b",)``, ``("w", "b")`` 중 하나입니다.

    Returns
    -------
    shape (steps + 1, 2)인 배열
        k번째 행은 k걸음 뒤의 ``(w, b)``입니다. 0번째 행은 시작점입니다.
    """
    w, b = float(w0), float(b0)
    경로 = np.zeros((steps + 1, 2))
    경로[0] = w, b
    for k in range(1, steps + 1):
        dw, db = gradient(x, y, w, b)  # 아무것도 움직이기 전에 둘 다 구한다
        if "w" in train:
            w = w - lr * dw
        if "b" in train:
            b = b - lr * db
        경로[k] = w, b
    return 경로


# %% [markdown]
# ## 7. 학습률은 얼마나 커도 될까
#
# `b`를 고정하면 비용은 `w`에 대한 포물선이고 곡률은 $c = \frac1m\sum x_i^2$입니다. 한 걸음마다 최소점까지의 거리에 $1 - \alpha c$가 곱해집니다.
#
# - 0과 1 사이이면 `w`가 한쪽에서 최소점으로 천천히 다가갑니다.
# - −1과 0 사이이면 최소점을 건너뛰며 지그재그로 다가갑니다.
# - −1보다 작으면 걸음이 점점 길어져 그릇 밖으로 튀어 나갑니다.
#
# 경계는 이 인수가 정확히 −1이 되는 곳입니다.


# %% task="A01.7"
def critical_lr(x):
    """``w``만 학습할 때 이보다 크면 발산하는 학습률을 반환합니다.

    ``b``를 고정하면 평균 비용은 ``w``에 대한 포물선이고 그 곡률은 ``x**2``의 평균입니다. 한 걸음 뒤에 최소점까지의 거리가 크기는 같고 부호만 반대가 되는 곳이 경계입니다.

    Parameters
    ----------
    x : shape (m,)인 배열
        입력입니다. 모두 0은 아닙니다.

    Returns
    -------
    float
        임계 학습률입니다.
    """
    곡률 = np.mean(배열로(x) ** 2)
    return 2 / 곡률  # 1 - lr * 곡률 = -1


# %% [markdown]
# ## 그림으로 보기
#
# 슬라이드에는 학습률 0.01, 0.4, 0.51이 나오지만 어떤 데이터인지는 적혀 있지 않습니다. 점 (1, 1), (2, 2), (3, 3)을 쓰고 `w = 0.5`에서 시작하면 슬라이드의 그림과 맞습니다. 여러분의 함수로 그림을 그립니다. 0.01은 천천히 다가가고, 0.4는 지그재그로 다가가며, 0.51은 튀어 나갑니다. 경계는 `critical_lr` = 3/7 ≈ 0.43입니다.
#
# 두 번째 그림에서는 `b`도 함께 학습하고, 위에서 내려다본 그릇의 등고선 위에 걸음을 그립니다. 그릇은 길쭉하고 가장 가파른 방향의 곡률이 앞에서보다 커서 **0.4도 발산합니다**. 한계가 약 0.36으로 낮아졌습니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.learning_rates(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.bowl(sys.modules[__name__])
