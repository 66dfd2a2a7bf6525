# %% [markdown]
# # A02 · 당뇨병 데이터와 확률적 경사 하강
#
# A01에서는 지어낸 점 세 개가 직선을 움직였습니다. 이번에는 실제 데이터입니다. 당뇨병 환자 442명의 체질량 지수(BMI)와, 1년 뒤 병이 얼마나 진행되었는지를 나타내는 수가 있습니다. 앞의 값에서 뒤의 값을 조금이라도 알 수 있을까요?
#
# 걷는 방법도 달라집니다. A01에서는 걸음마다 모든 샘플을 보았습니다. 여기서는 샘플을 **하나만** 보고 직선을 움직이고 나서 다음 샘플로 넘어갑니다. 이것이 배치 크기가 1인 **확률적 경사 하강**(SGD)이며, 모든 샘플을 한 번씩 지나는 과정을 **에포크**라고 합니다.
#
# **기호.** `x_i`와 `y_i`는 샘플 하나이고, `rate`는 A01에서 `lr`이라고 부른 학습률입니다. 인자는 여기서도 뒤의 모든 과제에서도 데이터, 매개변수, 학습률과 횟수의 순서로 받습니다.
#
# **슬라이드의 코드를 그대로 붙여 넣지 마세요.** 네 가지가 잘못되어 있습니다. 먼저 밑줄과 들여쓰기가 사라졌습니다(`y hat`은 파이썬 이름이 아닙니다). 첫 번째 코드는 `W`에 값을 넣고 `w`를 사용합니다. 새로 시작한 세션에서는 `NameError`가 나고, 노트북에서는 더 나쁘게도 예전의 `w`가 아무 경고 없이 쓰입니다. 두 번째 코드에서 `w_rate`라는 변수는 학습률이 아니라 입력 $x_i$입니다. 그리고 두 번째 코드는 오차의 부호와 갱신의 부호를 모두 뒤집었습니다. 어느 쪽 부호든 맞게 쓸 수 있지만 하나씩 섞으면 안 됩니다. 이 과정에서는 한 가지만 씁니다. **오차**는 예측에서 정답을 뺀 값이고, 갱신은 뺄셈입니다.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict

# %%
import time

from sklearn.datasets import load_diabetes

체질량지수 = 2  # 0부터 센 열 번호

# %% [markdown]
# ## 1. 데이터
#
# 데이터는 scikit-learn에 들어 있으므로 내려받을 것이 없습니다. 표에는 열이 열 개 있고 그중 하나, 0부터 세어 2번 열인 체질량 지수를 사용합니다. 이 값은 라이브러리가 이미 **평균을 빼고 크기를 조정해** 두었습니다. 값의 합은 0, 제곱의 합은 1이어서 대략 −0.09와 0.17 사이에 있습니다. 뒤에 나오는 일 가운데 많은 것이 여기서 비롯되니 기억해 두세요. 정답은 측정한 그대로이며 25에서 346까지입니다.


# %% task="A02.1"
def load_bmi_target():
    """scikit-learn의 당뇨병 데이터에서 체질량 지수와 병의 진행 정도를 반환합니다.

    입력은 ``sklearn.datasets.load_diabetes()``가 기본으로 반환하는 ``data``의 2번 열(0부터 셉니다)이며, 평균을 빼고 크기를 조정한 값 그대로입니다. 정답은 ``target``입니다.

    Returns
    -------
    x : shape (442,)인 배열, float64
        입력입니다.
    y : shape (442,)인 배열, float64
        정답입니다.

        두 배열을 튜플로 반환합니다.
    """
    당뇨 = load_diabetes()
    x = np.array(당뇨["data"][:, 체질량지수], dtype=np.float64)
    y = np.array(당뇨["target"], dtype=np.float64)
    return x, y


# %% [markdown]
# ## 2. 샘플 하나, 걸음 하나
#
# 샘플 하나의 비용은 $\tfrac12(\hat y_i - y_i)^2$이고, 그 기울기는 A01에서 구했습니다.
#
# $$e = w x_i + b - y_i,
# \qquad
# w \leftarrow w - \text{rate}\cdot e\,x_i,
# \qquad
# b \leftarrow b - \text{rate}\cdot e.$$
#
# 두 갱신에는 아무것도 움직이기 전에 구한 **같은** 오차 $e$를 씁니다. 둘 사이에서 예측을 다시 하면 `b`는 다른 지점의 기울기를 따라가게 됩니다. 당뇨병 데이터에서는 $x_i$가 아주 작아서 이 실수가 여섯째 자리에 숨어 버리지만, 입력이 크면 뚜렷하게 드러납니다.


# %% task="A02.2"
def sgd_step(x_i, y_i, w, b, rate):
    """샘플 하나로 한 번 갱신한 뒤의 직선의 매개변수를 반환합니다.

    걸음은 ``(w * x_i + b - y_i)**2 / 2``의 기울기를 거스르는 방향입니다. 두 기울기는 어느 매개변수도 움직이기 전, 인자로 들어온 매개변수에서 구합니다.

    Parameters
    ----------
    x_i, y_i : float
        샘플의 입력과 정답입니다. 정수도 가능합니다.
    w, b : float
        갱신하기 전의 기울기와 절편입니다. 정수도 가능합니다.
    rate : float
        학습률입니다.

    Returns
    -------
    w, b : float
        갱신한 뒤의 두 값을 튜플로 반환합니다.
    """
    오차 = predict(float(x_i), float(w), float(b)) - y_i  # 움직이기 전에 한 번만 구한다
    새_w = w - rate * 오차 * x_i
    새_b = b - rate * 오차
    return 새_w, 새_b


# %% [markdown]
# ## 3. 에포크 한 번
#
# **에포크**는 모든 샘플을 한 번씩 방문합니다. 걸음마다 앞선 걸음이 끝난 곳에서 출발하므로 샘플 442개는 갱신 442번이 됩니다. 여기서는 행을 놓인 순서대로 방문합니다. 섞는 일은 A05에서 합니다.


# %% task="A02.3"
def sgd_epoch(x, y, w, b, rate):
    """모든 샘플을 한 번씩 지난 뒤의 직선의 매개변수를 반환합니다.

    행마다 ``sgd_step``처럼 한 번 갱신하며, 앞선 행이 남긴 매개변수에서 출발합니다. 행은 주어진 순서대로 방문합니다.

    Parameters
    ----------
    x, y : shape (m,)인 배열
        입력과 정답입니다. 바꾸지 않고 그대로 둡니다. 정수도 가능합니다.
    w, b : float
        에포크를 시작하기 전의 기울기와 절편입니다. 정수도 가능합니다.
    rate : float
        학습률입니다.

    Returns
    -------
    w, b : float
        m번 갱신한 뒤의 두 값을 튜플로 반환합니다.
    """
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    w, b = np.float64(w), np.float64(b)
    for i in range(len(x)):
        w, b = sgd_step(x[i], y[i], w, b, rate)
    return w, b


# %% [markdown]
# ## 4. 여러 에포크
#
# 슬라이드의 첫 번째 코드는 `w = b = 1`에서 출발해 학습률 0.01로 한 에포크만 학습합니다. 기울기가 9.8로 나왔다면 여러분의 코드는 맞습니다. 다만 직선은 아직 거의 수평입니다. 아래에서 구할 최소제곱 직선의 기울기는 949입니다. 한 에포크로는 모자랄 뿐입니다.
#
# 두 번째 코드는 100에포크라고 해 놓고 `range(1, 100)`이라고 적었습니다. 이것은 99번입니다. 가중치만 보아서는 결코 알아챌 수 없습니다. 그 코드의 학습률에서는 38에포크가 지나면 가중치가 전혀 변하지 않아서 99에포크와 100에포크의 결과가 마지막 비트까지 같습니다. 그래서 이 함수는 **갱신** 횟수와, 에포크가 끝날 때마다 직선이 어디에 있었는지도 함께 반환합니다.


# %% task="A02.4"
class 학습결과(dict):
    """fit["w"] 대신 fit.w라고도 쓸 수 있는 dict"""

    def __getattr__(self, 이름):
        try:
            return self[이름]
        except KeyError:
            raise AttributeError(이름) from None


def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    """정해진 에포크 수만큼 직선을 학습하고 직선과 그 기록을 반환합니다.

    에포크마다 행을 주어진 순서대로 방문하며, 앞선 에포크가 끝난 곳에서 이어집니다.

    Parameters
    ----------
    x, y : shape (m,)인 배열
        입력과 정답입니다. 바꾸지 않고 그대로 둡니다. 정수도 가능합니다.
    w, b : float
        출발할 때의 기울기와 절편입니다. 정수도 가능합니다.
    rate : float
        학습률입니다.
    epochs : int
        데이터를 몇 번 지날지 나타냅니다. 0도 가능합니다.

    Returns
    -------
    dict
        ``"w"``, ``"b"`` : float, 마지막 기울기와 절편입니다(0에포크이면 시작값).
        ``"history"`` : shape (epochs, 2)인 배열. k번째 행은 k + 1에포크 뒤의 ``(w, b)``이며 시작값은
        들어가지 않습니다.
        ``"updates"`` : int, 전체 갱신 횟수입니다. 에포크마다 샘플 하나에 한 번씩 갱신합니다.
    """
    결과 = 학습결과(w=np.float64(w), b=np.float64(b), history=np.zeros((epochs, 2), order="F"), updates=0)
    for 에포크 in range(epochs):
        결과["w"], 결과["b"] = sgd_epoch(x, y, 결과["w"], 결과["b"], rate)
        결과["history"][에포크] = 결과["w"], 결과["b"]
        결과["updates"] += len(x)
    return 결과


# %% [markdown]
# ## 5. 직선 그리기
#
# 직선은 점 두 개면 그릴 수 있습니다. 슬라이드에서는 $x = -0.1$부터 $x = 0.15$까지 그립니다.


# %% task="A02.5"
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    """직선 한 토막의 양 끝점을 반환합니다.

    Parameters
    ----------
    w, b : float
        기울기와 절편입니다.
    x_left, x_right : float
        토막이 시작하는 곳과 끝나는 곳입니다. 정수도 가능합니다.

    Returns
    -------
    shape (2, 2)인 배열
        행이 점입니다. ``x_left``에서의 ``(x, w * x + b)``가 먼저이고 ``x_right``에서의 점이 다음입니다.
    """
    양끝 = np.array([x_left, x_right], dtype=np.float64)
    높이 = predict(양끝, w, b)
    return np.array([양끝, 높이]).T


# %% [markdown]
# ## 6. 걸음이 닿아야 할 곳
#
# 직선이라면 걸을 필요가 없습니다. 그릇의 가장 낮은 점을 식으로 적을 수 있기 때문입니다. 평균 비용의 두 기울기를 0으로 놓고 풉니다. 평균을 $\bar x$, $\bar y$라고 하면 다음과 같습니다.
#
# $$w = \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2},
# \qquad
# b = \bar y - w\,\bar x.$$
#
# 슬라이드에는 이 공식이 없고, 신경망에도 이런 공식은 없습니다. 그런데도 여기에 둔 것은 이것이 잣대이기 때문입니다. 잣대가 없으면 학습한 직선이 얼마나 좋은지 아무도 말할 수 없습니다. 식을 직접 구현하세요. 문제 전체를 한 번에 풀어 주는 `polyfit`, `lstsq`, `linregress`는 쓸 수 없게 막아 두었습니다.
#
# 당뇨병 데이터에서는 $\bar x$가 0이므로 평균을 빼지 않은 공식도 맞는 답을 냅니다. 다른 데이터로도 시험해 보세요.


# %% task="A02.6"
def least_squares_line(x, y):
    """평균 제곱 오차가 가장 작은 직선을 반환합니다.

    ``numpy.polyfit``, ``lstsq``, ``linregress`` 같은 함수는 쓸 수 없습니다.

    Parameters
    ----------
    x, y : shape (m,)인 배열
        입력과 정답입니다. 입력이 모두 같지는 않습니다. 정수도 가능합니다.

    Returns
    -------
    slope, intercept : float
        기울기와 절편을 튜플로 반환합니다.
    """
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    x_평균, y_평균 = x.mean(), y.mean()
    기울기 = ((x - x_평균) * (y - y_평균)).sum() / ((x - x_평균) ** 2).sum()
    절편 = y_평균 - 기울기 * x_평균
    return 기울기, 절편


# %% [markdown]
# ## 7. 직선이 얼마나 좋은가
#
# 직선의 성능을 말할 때 흔히 쓰는 수가 **평균 제곱 오차**입니다. A01의 평균 비용의 두 배입니다. 미분할 때 편리했던 ½이 빠지기 때문입니다.
#
# $$\mathrm{MSE} = \frac1m\sum_i(\hat y_i - y_i)^2.$$
#
# 값을 평가하려면 $x$를 보지 않고 할 수 있는 가장 좋은 예측, 곧 모두에게 $\bar y$라고 예측하는 것과 비교하세요. 당뇨병 데이터에서 그 값은 5930이고 최소제곱 직선의 값은 3890입니다.


# %% task="A02.7"
def mean_squared_error(y_hat, y):
    """제곱 오차의 평균을 반환합니다. 비용에 있던 ½은 없습니다.

    Parameters
    ----------
    y_hat : float 또는 shape (m,)인 배열
        예측값입니다. 숫자 하나이면 모든 샘플의 예측값이 그 숫자입니다. 정수도 가능합니다.
    y : shape (m,)인 배열
        정답입니다. 정수도 가능합니다.

    Returns
    -------
    float
        샘플 m개에 대한 ``(y_hat - y)**2``의 평균입니다.

    Raises
    ------
    ValueError
        ``y_hat``이 배열이고 ``y``와 shape이 다르면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    예측 = np.asarray(y_hat, dtype=np.float64)
    정답 = np.asarray(y, dtype=np.float64)
    if 예측.ndim > 0 and 예측.shape != 정답.shape:
        raise ValueError(f"shape이 다릅니다: {예측.shape}, {정답.shape}")
    return ((예측 - 정답) ** 2).mean()


# %% [markdown]
# ## 그림으로 보기
#
# 먼저 첫 번째 코드의 학습률 0.01로 1, 10, 100, 1000에포크를 학습합니다. 직선이 천천히 기울어집니다. 평균 제곱 오차는 5889(평균으로 예측하는 것보다 나을 것이 거의 없습니다)에서 5562와 4172를 거쳐 3891까지 줄어듭니다. 최소제곱 직선보다 1만큼 클 뿐입니다.
#
# 다음은 두 번째 코드입니다. 학습률이 없으니 학습률이 1인 것과 같습니다. 한 번 갱신하면 그 샘플의 오차에
#
# $$1 - \text{rate}\,(1 + x_i^2)$$
#
# 이 곱해지는데, 학습률이 1이면 $-x_i^2$입니다. 여기서는 $x_i^2 \le 0.029$이므로 걸음마다 직선이 그 샘플에 거의 정확히 들어맞고 **나머지 샘플은 잊어버립니다**. 아무리 오래 학습해도 기울기는 949가 아니라 914에서, 절편은 152가 아니라 123에서 끝납니다. 어디서 끝나는지는 어떤 행이 마지막에 오는지에 달려 있습니다. 행을 섞으면 다른 직선이 나오고, 때로는 평균으로 예측하는 것보다 나쁩니다. 입력이 이렇게 작지 않으면 더 나빠집니다. $x_i = 2$이면 인수가 −4이므로 다섯 번 갱신하는 동안 −2이던 오차가 2048이 됩니다. 학습률은 빼먹어도 되는 사소한 것이 아닙니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.epochs(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.shuffled(sys.modules[__name__])

# %%
# 내 실험: 학습률을 바꾸면서 100에포크씩 학습해 보기
시작 = time.time()
x_실험, y_실험 = load_bmi_target()
for 학습률 in (0.001, 0.01, 0.1):
    fit = sgd_fit(x_실험, y_실험, rate=학습률, epochs=100)
    print(f"학습률 {학습률}: w = {fit.w:.1f}, b = {fit.b:.1f}, 갱신 {fit.updates}번")
print("최소제곱:", least_squares_line(x_실험, y_실험))
print(f"걸린 시간 {time.time() - 시작:.2f}초")
