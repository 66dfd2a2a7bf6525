# %% [markdown]
# # A04 · 로지스틱 뉴런
#
# 지금까지는 숫자 하나가 입력이었습니다. 실제 문제에는 입력이 여러 개 있습니다. 공부한 시간*과* 잠을 잔 시간, 종양을 잰 값 서른 개, 픽셀 784개 등입니다. 이 하나하나를 **특성**이라고 하며 특성마다 가중치가 하나씩 있습니다.
#
# 1957년에 프랭크 로젠블랫(Frank Rosenblatt)은 신경 세포를 본떠 **퍼셉트론**을 만들었습니다. 퍼셉트론은 입력에 가중치를 곱해 더하고, 합이 충분히 크면 신호를 냅니다. 출력은 0 아니면 1인 계단 모양인데, 계단에는 따라 내려갈 기울기가 없습니다. 계단 자리에 A03의 시그모이드를 놓으면 **로지스틱 뉴런**이 됩니다. 곱하고 더하는 방법은 같지만 확률로 답하며 경사 하강으로 학습할 수 있습니다. 이 과정의 모든 신경망은 이런 뉴런으로 이루어집니다.
#
# **기호.** shape이 `(m, n)`인 `X`는 행에 샘플 `m`개, 열에 특성 `n`개를 담습니다. shape이 `(n,)`인 `x`는 그 행 하나입니다. `z`는 가중합 $w_1x_1 + \dots + w_nx_n + b$이며 모든 실수가 될 수 있고, `a` $= \sigma(z)$는 **활성화 값**이며 확률입니다. 슬라이드는 둘 다 $\hat y$로 적습니다. 확률을 `z`로 착각하거나 시그모이드를 두 번 적용하면 오류 메시지 없이 틀린 숫자가 나오므로, 여기서는 두 이름을 구별합니다.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# %% [markdown]
# ## 1. 특성이 여러 개인 직선
#
# 특성이 두 개이면 직선은 평면 $\hat y = w_1x_1 + w_2x_2 + b$가 되고, $n$개이면 초평면이 됩니다. A01의 연쇄 법칙은 그대로입니다. 가중치마다 자기 특성이 곱해지므로 다음과 같습니다.
#
# $$\frac{\partial J}{\partial w_j} = \frac1m\sum_i(\hat y_i - y_i)\,x_{ij},
# \qquad
# \frac{\partial J}{\partial b} = \frac1m\sum_i(\hat y_i - y_i).$$
#
# 슬라이드에서는 이 내용이 로지스틱 회귀 장에 있지만 제곱 오차와 선형 출력에 관한 것이며 시그모이드는 나오지 않습니다. 또 모델을 $y =$로 적었는데 $\hat y =$가 맞습니다. $y$는 정답입니다.


# %%
# 읽기 쉽게 이름을 바꾸었습니다.
활성화 = sigmoid
크로스_엔트로피 = binary_cross_entropy


# %% task="A04.1"
def linear_gradient(X, y, w, b):
    """특성이 여러 개인 선형 모델에서 제곱 오차 절반의 평균을 미분한 기울기를 반환합니다.

    i번째 행의 예측값은 ``w[0]*X[i, 0] + ... + w[n-1]*X[i, n-1] + b``이고, 비용은 ``(예측값 - y)**2 / 2``를 행에 대해 평균한 값입니다.

    Parameters
    ----------
    X : shape (m, n)인 배열
        행에 샘플, 열에 특성이 있습니다.
    y : shape (m,)인 배열
        정답입니다.
    w : shape (n,)인 배열
        가중치입니다.
    b : float
        절편입니다.

    Returns
    -------
    dw : shape (n,)인 배열
        비용을 각 가중치로 미분한 기울기입니다.
    db : float
        비용을 절편으로 미분한 기울기입니다.

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        ``y``의 shape이 (m,)이 아니면 발생합니다. shape이 (m, 1)인 열벡터도 거부합니다.
    """
    표 = np.array(X, dtype=float)
    정답 = np.array(y, dtype=float)
    행수 = 표.shape[0]
    if 정답.shape != (행수,):
        raise ValueError(f"y의 shape은 ({행수},)이어야 합니다: {정답.shape}")
    # 예측값 - 정답
    오차 = np.dot(표, w) + b - 정답
    기울기 = np.mean(표 * 오차.reshape(-1, 1), axis=0)
    절편_기울기 = np.mean(오차, keepdims=True).squeeze()
    return 기울기, 절편_기울기


# %% [markdown]
# ## 2. 순전파: 곱하고 더하기
#
# 뉴런은 가중치 `w`와 절편 `b`를 지니고 샘플마다 두 가지 일을 합니다. **순전파**에서는 다음을 계산합니다.
#
# $$z = \sum_j w_jx_j + b.$$
#
# NumPy로는 `np.sum(w * x) + b`입니다. 이 식은 *한 행*에서만 맞습니다. 두 행짜리 표를 넣으면 표 안의 모든 값을 더해 숫자 하나를 반환하고, shape이 `(n, 1)`인 열벡터를 넣으면 모든 가중치에 모든 특성을 곱합니다. 그래도 아무 오류가 나지 않습니다. 여러분의 `forpass`는 오류를 내야 합니다.
#
# ## 3. 역전파: 오차 나누어 주기
#
# A03에서 시그모이드의 기울기는 크로스 엔트로피의 기울기와 약분되었고, $\partial L/\partial z$로 남은 것은 오차 $a - y$였습니다. 여기서 고리 하나만 더 지나면 각 매개변수에 닿습니다.
#
# $$\frac{\partial L}{\partial w_j} = \underbrace{(a - y)}_{\partial L/\partial z}\,x_j,
# \qquad
# \frac{\partial L}{\partial b} = (a - y).$$
#
# 선형 모델과 나란히 놓아 보세요. 출력도 비용도 다르지만 모양은 하나입니다.
#
# | | 출력 | 샘플의 비용 | $w_j$로 미분 | $b$로 미분 |
# | --- | --- | --- | --- | --- |
# | 선형 회귀 | $\hat y = z$ | $\tfrac12(\hat y - y)^2$ | $(\hat y - y)\,x_j$ | $\hat y - y$ |
# | 로지스틱 뉴런 | $a = \sigma(z)$ | $-y\log a - (1-y)\log(1-a)$ | $(a - y)\,x_j$ | $a - y$ |

# %% [markdown]
# ### 서술형: 표의 두 행은 왜 모양이 같을까
#
# 1. $L = -y\log a - (1-y)\log(1-a)$, $a = \sigma(z)$, $z = \sum_j w_jx_j + b$에서 출발하여 특성이 $n$개인 뉴런의 $\partial L/\partial w_j = (a - y)\,x_j$를 유도하세요. 연쇄 법칙의 인수를 하나씩 밝히세요.
# 2. 활성화 값의 제곱 오차 절반 $L = \tfrac12(a - y)^2$에 대해서도 같은 계산을 하세요. 앞에서 약분되었던 어떤 인수가 남습니까?
# 3. $y = 1$인 샘플에 뉴런이 $a = 0.001$로 답했습니다. $b$에 대한 두 기울기를 비교하세요. 어느 뉴런이 실수를 바로잡고, 어느 뉴런이 거의 움직이지 않습니까?
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 4. 샘플마다 갱신하는 학습
#
# **확률적 경사 하강**은 샘플 하나를 보고 $z$, $a$, 오차 $a - y$를 계산하여 모든 가중치와 절편을 움직인 다음, 새 매개변수로 다음 샘플을 봅니다. 모든 샘플을 한 번 지나가는 것이 한 **에포크**입니다. 가중치와 절편은 0에서 시작합니다. 뉴런이 하나일 때는 가중치마다 기울기가 다르므로 괜찮은 출발점입니다.
#
# 뉴런은 학습이 얼마나 잘되고 있는지 그때그때 기록합니다. 샘플마다 갱신하기 직전에 크로스 엔트로피를 재고, 에포크가 끝나면 그 평균을 남깁니다. 가장 손쉽게 얻는 학습 곡선입니다. (A05부터는 에포크가 *끝난 뒤* 전체 데이터에서 손실을 잽니다.)
#
# 함정이 두 가지 있습니다. 레이블은 흔히 `(m, 1)` 열벡터로 주어집니다. 그러면 `a - y`가 숫자가 아니라 작은 배열이 되고, 곧 `b`도 그렇게 됩니다. 맨 처음에 한 번 펼쳐 두세요. 그리고 시그모이드가 0으로 반올림되면 $\log a$는 $-\infty$이므로, A03에서 미리 막아 둔 손실 함수를 사용하세요.
#
# `fit`에서 `forpass`와 `backprop`을 호출해도 되고, 네 줄을 그대로 다시 써도 됩니다. 메서드는 따로따로 채점합니다. 다시 쓰면 그중 하나를 틀려도 점수를 한 번만 잃습니다.
#
# ## 5. 확률에서 클래스로
#
# 결정을 내리려면 **임곗값**에서 확률을 자릅니다. $a \ge 0.5$이면 클래스 1, 아니면 클래스 0입니다. 경계는 클래스 1에 속합니다. `np.round`는 지름길처럼 보이지만 그렇지 않습니다. 0.5를 *짝수* 쪽인 0으로 반올림하기 때문입니다. 이 경계를 $z$로 보면 $a = 0.5$는 $z = 0.5$가 아니라 $z = 0$입니다.
#
# 아래에 클래스의 틀이 있습니다. 메서드 네 개를 작성하세요.


# %% task="A04.2 A04.3 A04.4 A04.5"
class LogisticNeuron:
    """클래스 1의 확률로 답하는 뉴런입니다.

    Attributes
    ----------
    w : shape (n,)인 배열
        특성마다 하나씩 있는 가중치입니다. 학습하거나 값을 넣기 전에는 None입니다.
    b : float
        절편입니다.
    losses : float의 리스트
        마지막 학습에서 에포크마다 잰 평균 손실입니다.
    """

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        """샘플 하나의 가중합을 반환합니다.

        Parameters
        ----------
        x : shape (n,)인 배열
            샘플 하나의 특성입니다.

        Returns
        -------
        float
            시그모이드를 적용하기 전의 ``w[0]*x[0] + ... + w[n-1]*x[n-1] + b``입니다.

        Raises
        ------
        ValueError
            ``x``의 shape이 ``w``와 다르면 발생합니다. 여러 행으로 된 표는 (1, n)과 (n, 1)을 포함해 모두 거부합니다.
        """
        if np.shape(x) != np.shape(self.w):
            raise ValueError("샘플은 하나씩 넣어 주세요")
        가중합 = np.dot(self.w, x) + self.b
        return np.array(가중합, dtype=float)  # 0차원 배열

    def backprop(self, x, err):
        """샘플 하나의 손실을 가중치와 절편으로 미분한 기울기를 반환합니다.

        Parameters
        ----------
        x : shape (n,)인 배열
            샘플의 특성입니다.
        err : float
            샘플의 오차 ``a - y``입니다.

        Returns
        -------
        dw : shape (n,)인 배열
            각 가중치에 대한 기울기입니다.
        db : float
            절편에 대한 기울기입니다.

            두 값을 튜플로 반환합니다. 여기서는 아무것도 갱신하지 않습니다.
        """
        # z를 w로 미분하면 x, b로 미분하면 1
        return np.multiply(err, x), np.multiply(err, 1.0)

    def fit(self, X, y, lr, epochs, order=None):
        """0에서 시작하여 샘플을 하나씩 보는 확률적 경사 하강으로 학습합니다.

        호출할 때마다 처음부터 다시 시작합니다. 가중치는 모두 0, 절편은 0이고 손실 기록은 비어 있습니다. 샘플마다 현재 매개변수에서 크로스 엔트로피의 두 기울기를 구한 다음, 가중치와 절편을 각 기울기의 반대 방향으로 기울기의 ``lr``배만큼 움직입니다. 다음 샘플은 새 매개변수로 계산합니다.

        Parameters
        ----------
        X : shape (m, n)인 배열
            행에 샘플이 있습니다.
        y : shape (m,) 또는 (m, 1)인 배열
            0 또는 1인 레이블입니다. 두 shape의 결과는 같습니다.
        lr : float
            학습률입니다.
        epochs : int
            모든 샘플을 몇 번 지나갈지 정합니다. 0도 가능합니다.
        order : 행 번호 m개의 시퀀스, 생략 가능
            샘플을 방문하는 순서이며 모든 에포크에서 같습니다. 주어지지 않으면 행의 순서를 따릅니다.

        Returns
        -------
        LogisticNeuron
            뉴런 자신입니다. ``w``의 shape은 (n,), ``b``는 숫자, ``losses``의 길이는 ``epochs``입니다. losses의 e번째 원소는 에포크 e에서 각 샘플이 자신의 갱신 직전에 가진 크로스 엔트로피를 샘플에 대해 평균한 값입니다. 시그모이드가 정확히 0이나 1로 반올림되어도 유한합니다. ``X``와 ``y``는 바꾸지 않고 그대로 둡니다.

        Raises
        ------
        ValueError
            ``y``에 담긴 레이블의 개수가 ``X``의 행 수와 다르면 발생합니다.
        """
        표 = np.array(X, dtype=float)
        레이블 = np.array(y, dtype=float).flatten()
        행수, 특성수 = 표.shape
        if 레이블.size != 행수:
            raise ValueError("레이블의 개수와 행의 수가 다릅니다")
        순서 = np.arange(행수) if order is None else np.asarray(order)

        self.w = np.zeros(특성수)
        self.b = 0.0
        self.losses = []
        for 에포크 in range(epochs):
            손실 = np.zeros(행수)
            for 몇번째, i in enumerate(순서):
                a = 활성화(self.forpass(표[i]))
                손실[몇번째] = 크로스_엔트로피(a, 레이블[i])  # 갱신하기 전에!
                dw, db = self.backprop(표[i], a - 레이블[i])
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
            self.losses.append(np.mean(손실))
        return self

    def predict(self, X, threshold=0.5):
        """샘플마다 클래스를 반환합니다.

        Parameters
        ----------
        X : shape (m, n)인 배열
            행에 샘플이 있습니다.
        threshold : float
            클래스 1로 볼 가장 작은 확률입니다. 0보다 크고 1보다 작습니다.

        Returns
        -------
        shape (m,)인 int 배열
            클래스 1의 확률이 ``threshold`` 이상이면 1, 아니면 0입니다.
        """
        with np.errstate(over="ignore", under="ignore"):
            확률 = 활성화(np.dot(X, self.w) + self.b)
        클래스 = np.vectorize(lambda a: 1 if a >= threshold else 0, otypes=[int])
        return 클래스(확률)


# %% [markdown]
# ## 6. 결정 경계
#
# 뉴런의 답은 어디에서 바뀔까요? $a = \tfrac12$인 곳, 곧 다음 식이 성립하는 곳입니다.
#
# $$w_1x_1 + w_2x_2 + b = 0.$$
#
# 특성이 두 개이면 이 식은 직선이므로 $x_2$에 대해 풀어 그릴 수 있습니다. 시그모이드는 확률을 휘게 할 뿐 경계를 휘게 하지는 않습니다. 아무리 가파르더라도 뉴런 하나는 직선으로(특성이 $n$개이면 초평면으로) 나눕니다. 직선으로 나눌 수 없는 문제는 A08에서 시작합니다.


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """첫 번째 특성이 주어졌을 때 결정 경계 위에 있는 점의 두 번째 특성을 반환합니다.

    Parameters
    ----------
    x1 : float 또는 배열
        첫 번째 특성의 값입니다.
    w : shape (2,)인 배열
        특성이 두 개인 뉴런의 가중치입니다.
    b : float
        뉴런의 절편입니다.

    Returns
    -------
    float 또는 배열
        ``w[0]*x1 + w[1]*x2 + b = 0``을 만족하는 ``x2``이며 ``x1``과 같은 shape입니다.

    Raises
    ------
    ValueError
        ``w[1]``이 0이면 발생합니다. 경계가 수직이어서 ``x1``에 대응하는 ``x2``가 없습니다.
    """
    if w[1] == 0:
        raise ValueError("경계가 수직입니다")
    풀기 = np.vectorize(lambda 첫째: -(w[0] * 첫째 + b) / w[1], otypes=[float])
    return 풀기(x1)


# %% [markdown]
# ## 그림으로 보기
#
# 강의에 나오는 시험 여섯 개입니다. 각 행의 특성(공부한 시간과 잠을 잔 시간이라고 합시다)과 합격 여부가 있습니다. 여러분의 뉴런이 `fit`으로 학습하고, 직선은 여러분의 `decision_boundary`가 그립니다. 에포크 한 번 뒤에는 여섯 개 중 3개, 열 번 뒤에는 5개, 백 번 뒤에는 모두 맞힙니다. 더 얻을 것이 없는데도 가중치는 계속 커집니다. 두 클래스를 완전히 나눌 수 있으므로 `w`가 클수록 답은 조금 더 확실해지고 손실은 조금 더 작아집니다. **가장 좋은 `w`는 없습니다.** 이런 데이터는 "수렴할 때까지"가 아니라 정해진 횟수만큼 학습하세요.
#
# 두 번째 그림은 시그모이드가 왜 필요한지 보여 줍니다. `linear_gradient`로 레이블에 직선을 맞추고 ½에서 자르면, 30시간을 공부하고 당연히 합격한 학생이 한 명 더 들어오기 전까지는 잘됩니다. 직선은 멀리 있는 그 점에 닿으려고 눕고, 자르는 위치가 3.5에서 4.5로 밀려나 4시간 공부한 학생이 불합격이 됩니다. 게다가 직선은 멀리 있는 점에 1.15라는 "확률"을 줍니다. 뉴런은 그 점에 0.999…로 답하므로 고칠 오차가 없고 경계도 그대로입니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.far_point(sys.modules[__name__])

# %%
# 직접 해 본 실험: 손으로 계산한 값과 비교
시험 = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
합격 = np.array([0, 0, 0, 1, 1, 1])
뉴런 = LogisticNeuron().fit(시험, 합격, 0.1, 300)
print("가중치:", 뉴런.w, "절편:", 뉴런.b, "마지막 손실:", 뉴런.losses[-1])
try:
    assert 뉴런.losses[-1] < 0.1, "300번으로는 아직 모자랍니다"
except AssertionError as 오류:
    print("이런:", 오류)
