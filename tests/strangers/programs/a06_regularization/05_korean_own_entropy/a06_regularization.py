# %% [markdown]
# # A06 · L1 규제와 L2 규제
#
# 훈련 데이터를 외워 버린 뉴런은 가중치가 큽니다. 행 하나하나에 일일이 맞추려면 큰 가중치가 필요하기 때문입니다. **규제**는 가중치에 요금을 매깁니다. 가중치가 클수록 커지는 **페널티**를 손실에 *더한* 값을 최소화하므로, 요금을 낼 만큼 데이터를 맞히는 데 도움이 되는 가중치만 크게 남습니다.
#
# 흔히 쓰는 요금은 두 가지입니다. **L1** 규제는 절댓값의 합에, **L2** 규제는 제곱의 합에 매깁니다. 선형 회귀에 L1 규제를 적용한 모델을 **라쏘**(lasso), L2 규제를 적용한 모델을 **릿지**(ridge)라고 합니다. 여기서는 같은 규제를 로지스틱 뉴런에 적용합니다.
#
# **기호.** 슬라이드는 학습률을 $\alpha$로 적었다가, 규제의 강도를 $\alpha$로, 학습률을 $\eta$로 적습니다. 여기서는 `lr`이 학습률이고 `l1`과 `l2`가 두 규제의 강도입니다. 0이면 규제가 없습니다. (슬라이드 제목 두 곳에 있는 이상한 글자는 L1의 L입니다.)

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# %% [markdown]
# ## 1. 두 가지 노름
#
# 벡터의 크기를 어떻게 잴까요? **L1 노름**은 축을 따라 걸은 길이이고, **L2 노름**은 직선 길이입니다.
#
# $$\|w\|_1 = \sum_j|w_j|, \qquad \|w\|_2 = \sqrt{\sum_j w_j^2}.$$
#
# $w = (3, -4)$이면 각각 7과 5입니다. 슬라이드는 제곱근을 빠뜨려 L2 노름을 25라고 하는 셈인데, 25는 노름의 제곱이고 규제에 쓰는 것도 제곱입니다. NumPy에는 두 노름을 구하는 함수가 있지만 여기서는 직접 작성하세요.


# %% task="A06.1"
def l1_norm(w):
    """가중치의 L1 노름을 반환합니다.

    Parameters
    ----------
    w : 임의의 shape인 배열
        가중치입니다.

    Returns
    -------
    float
        모든 원소의 절댓값을 더한 값입니다.
    """
    가중치 = np.asarray(w, dtype=float)
    return np.abs(가중치).sum(keepdims=True).reshape(())  # 0차원 배열


# %% task="A06.2"
def l2_norm(w):
    """가중치의 L2 노름을 반환합니다.

    Parameters
    ----------
    w : 임의의 shape인 배열
        가중치입니다.

    Returns
    -------
    float
        모든 원소의 제곱을 더한 값의 제곱근입니다.
    """
    가중치 = np.asarray(w, dtype=float)
    return np.sqrt(np.vdot(가중치, 가중치))


# %% [markdown]
# ## 2. 손실과 페널티
#
# $$L = \frac1m\sum_i\mathrm{BCE}(a_i, y_i)
#   \;+\; \lambda_1\|w\|_1 \;+\; \tfrac12\lambda_2\|w\|_2^2$$
#
# BCE는 A03의 크로스 엔트로피, $\lambda_1$은 `l1`, $\lambda_2$는 `l2`입니다. 슬라이드가 정하지 않았거나 잘못 적은 것이 있으므로 네 가지를 정해 둡니다.
#
# - 데이터 부분은 **평균**이고 페널티는 그 옆에 한 번 더합니다. (슬라이드에는 샘플 하나의 식이 있습니다. 샘플 $m$개의 합에 더하면 같은 강도라도 비중이 $m$분의 1이 됩니다.)
# - L2 규제는 노름의 **제곱**을 쓰고, 미분할 때 약분되도록 ½을 붙입니다. (L2 슬라이드에는 *L1* 노름에 강도를 곱한다고 되어 있는데, 옮겨 적다가 생긴 실수입니다.)
# - **절편**에는 요금을 매기지 않습니다. 절편은 경계를 옮길 뿐이고, 여기에 요금을 매기면 원점이 어디에 있느냐에 따라 답이 달라집니다.
# - 특성은 먼저 표준화해야 합니다(A05). 미터 대신 밀리미터로 잰 특성은 천 배 작은 가중치로 같은 일을 하므로 페널티도 1000분의 1만 냅니다(L2라면 100만분의 1).


# %%
아주_작은_수 = np.finfo(float).tiny


def 페널티(w, l1, l2):
    """두 페널티의 합"""
    return l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """배치의 크로스 엔트로피 평균에 가중치의 페널티를 더해 반환합니다.

    Parameters
    ----------
    a : float 또는 shape (m,)인 배열
        클래스 1의 확률입니다. 정확히 0이나 1이어도 손실은 유한합니다.
    y : float 또는 shape (m,)인 배열
        0 또는 1인 레이블입니다.
    w : 임의의 shape인 배열
        가중치입니다.
    l1, l2 : float
        두 규제의 강도입니다.

    Returns
    -------
    float
        크로스 엔트로피를 샘플에 대해 평균한 값에, ``w``의 L1 노름의 ``l1``배와 L2 노름의 제곱의 ``l2``배의 절반을 더한 값입니다.

    Raises
    ------
    ValueError
        ``a``와 ``y``가 shape이 다른 배열이면 발생합니다. ``(m,)``과 ``(m, 1)``도 다른 shape입니다.
    """
    확률, 레이블 = np.asarray(a, dtype=float), np.asarray(y)
    if 확률.ndim and 레이블.ndim and 확률.shape != 레이블.shape:
        raise ValueError(f"shape이 다릅니다: {확률.shape}, {레이블.shape}")
    # 정답 클래스에 준 확률이 0이면 로그가 무한대이므로 아주 작은 수로 바꿉니다.
    맞힌_확률 = np.where(레이블 == 1, 확률, 1 - 확률)
    데이터_손실 = np.mean(-np.log(np.maximum(맞힌_확률, 아주_작은_수)))
    return 데이터_손실 + 페널티(w, l1, l2)


# %% [markdown]
# ## 3. L1 규제의 기울기
#
# $|w|$의 기울기는 0의 오른쪽에서 1, 왼쪽에서 −1입니다.
#
# $$\frac{\partial}{\partial w_j}\,\lambda_1\|w\|_1 = \lambda_1\,\mathrm{sign}(w_j).$$
#
# 0 쪽으로 당기는 힘은 큰 가중치에나 아주 작은 가중치에나 똑같습니다. 0에서는 함수가 꺾여 있어 미분할 수 없습니다. −1과 1 사이의 어떤 기울기를 골라도 되지만, NumPy의 `sign`처럼 0으로 정합니다.
#
# ## 4. L2 규제의 기울기
#
# ½과 제곱에서 나온 2가 약분됩니다.
#
# $$\frac{\partial}{\partial w_j}\,\tfrac12\lambda_2\|w\|_2^2 = \lambda_2\,w_j.$$
#
# 이 힘은 가중치에 비례합니다. 큰 가중치는 세게 당기고 아주 작은 가중치는 거의 당기지 않습니다. ½을 붙이는지, 평균인지 합인지는 라이브러리마다 다릅니다. 케라스의 `L2(c)`는 $c\sum w^2$이므로 `c`가 여기의 `l2`/2입니다. scikit-learn의 `LogisticRegression(C=…)`은 $C = 1/(\lambda_2m)$일 때 여기와 같고(채점할 때 그 가중치와 비교합니다), `Ridge(alpha=…)`는 $\alpha = m\lambda_2$, `Lasso(alpha=…)`는 $\alpha = \lambda_1$입니다. 뒤의 둘은 A01의 직선에 같은 규제를 적용한 것입니다.


# %% task="A06.4"
def l1_gradient(w, strength):
    """L1 페널티를 각 가중치로 미분한 기울기를 반환합니다.

    페널티는 L1 노름에 ``strength``를 곱한 값입니다.

    Parameters
    ----------
    w : float 또는 임의의 shape인 배열
        가중치입니다.
    strength : float
        규제의 강도입니다.

    Returns
    -------
    float 또는 배열
        가중치가 양수이면 ``strength``, 음수이면 ``-strength``, 0이면 0입니다. shape은 ``w``와 같습니다.
    """
    가중치 = np.asarray(w, dtype=float)
    return np.select([가중치 > 0, 가중치 < 0], [strength, -strength], default=0.0)


# %% task="A06.5"
def l2_gradient(w, strength):
    """L2 페널티를 각 가중치로 미분한 기울기를 반환합니다.

    페널티는 L2 노름의 제곱에 ``strength``의 절반을 곱한 값입니다.

    Parameters
    ----------
    w : float 또는 임의의 shape인 배열
        가중치입니다.
    strength : float
        규제의 강도입니다.

    Returns
    -------
    float 또는 배열
        기울기이며 shape은 ``w``와 같습니다.
    """
    return np.array(w, dtype=float) * strength


# %% [markdown]
# ## 5. 갱신, 그리고 가중치를 밀어내는 오타
#
# 걸음은 **전체** 기울기의 반대 방향이므로 학습률은 그 전체에 곱합니다.
#
# $$w \leftarrow w - \eta\left[\,\frac1m\sum_i(a_i - y_i)\,x_i
#   + \lambda_1\,\mathrm{sign}(w) + \lambda_2\,w\right],
# \qquad
# b \leftarrow b - \eta\,\frac1m\sum_i(a_i - y_i).$$
#
# L1 슬라이드는 기울기를 맞게 구해 놓고 갱신을 $w - \eta(a - y)x \mathbin{\color{red}+} \alpha\,\mathrm{sign}(w)$라고 적었습니다. 한 줄에 잘못이 두 가지입니다. 페널티에 학습률이 빠졌고, 게다가 *더했습니다*. 그러면 걸음마다 모든 가중치가 $\alpha$만큼 0에서 **멀어집니다**. 기울기 자체는 맞으므로 기울기를 검사해도 잘못이 드러나지 않습니다. 가중치가 어떻게 되는지는 아래 첫 번째 그림에 나옵니다.
#
# L2 슬라이드는 맞습니다. 다만 L1 슬라이드의 $a - y$ 대신 $y - a$로 적혀 있습니다. 여기서 오차는 언제나 $a - y$입니다.
#
# 여러분의 함수는 한 행도 받고 표 전체도 받습니다. 비결은 NumPy가 마지막 축을 따라 더하게 하는 것입니다. `np.sum(w * x, axis=-1)`은 shape이 `(n,)`인 행이면 숫자 하나, shape이 `(m, n)`인 표이면 행마다 숫자 하나입니다.


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """규제를 더한 손실로 한 걸음 움직인 로지스틱 뉴런의 가중치와 절편을 반환합니다.

    모든 기울기를 주어진 매개변수에서 구한 다음, 가중치와 절편이 기울기의 반대 방향으로 기울기의 ``lr``배만큼 함께 움직입니다. 절편에는 규제를 적용하지 않습니다.

    Parameters
    ----------
    x : shape (n,) 또는 (m, n)인 배열
        샘플 하나, 또는 행에 샘플이 있는 배치입니다.
    y : float 또는 shape (m,)인 배열
        0 또는 1인 레이블 하나, 또는 행마다 하나씩 있는 레이블입니다. 손실의 데이터 부분은 행에 대한 평균입니다.
    w : shape (n,)인 배열
        가중치입니다. 바꾸지 않고 그대로 둡니다.
    b : float
        절편입니다.
    lr : float
        학습률입니다.
    l1, l2 : float
        A06.4와 A06.5의 페널티의 강도입니다.

    Returns
    -------
    w : shape (n,)인 배열
        새 가중치입니다.
    b : float
        새 절편입니다.

        두 값을 튜플로 반환합니다.

    Raises
    ------
    ValueError
        배치의 레이블이 shape (m,)이 아니면 발생합니다. shape이 (m, 1)인 열벡터도, 레이블이 m개가 아닌 배열도 거부합니다.
    """
    표, 레이블 = np.array(x, dtype=float), np.array(y, dtype=float)
    if 표.ndim == 2:
        if 레이블.shape != (len(표),):
            raise ValueError("레이블의 shape은 (m,)이어야 합니다")
    elif 레이블.ndim != 0:
        raise ValueError("샘플이 하나이면 레이블도 숫자 하나입니다")
    가중치 = np.array(w, dtype=float)
    with np.errstate(over="ignore", under="ignore"):
        오차 = sigmoid(np.dot(표, 가중치) + b) - 레이블
    # (m,) 오차와 (m, n) 표, 또는 숫자와 (n,) 행
    데이터_기울기 = np.tensordot(오차, 표, axes=np.ndim(오차)) / np.size(오차)
    가중치 -= lr * (데이터_기울기 + l1_gradient(w, l1) + l2_gradient(w, l2))
    return 가중치, b - lr * np.mean(오차)


# %% [markdown]
# ### 서술형: 가중치를 줄이는 두 가지 방법
#
# 데이터가 어느 쪽으로도 당기지 않는 가중치 $w > 0$, 곧 $\frac1m\sum(a_i - y_i)x_i = 0$인 가중치를 생각합시다.
#
# 1. L2 규제만 적용할 때의 갱신을 쓰세요. 걸음마다 $w$에 어떤 수가 곱해집니까? $k$걸음 뒤의 $w$는 얼마이고, 언제 0이 됩니까?
# 2. L1 규제만 적용할 때의 갱신을 쓰세요. 걸음마다 $w$는 얼마나 변합니까? 0에 가까워지면 어떻게 됩니까?
# 3. 슬라이드에 적힌 갱신으로 2번을 다시 풀어 보세요. $k$걸음 뒤의 $w$는 얼마입니까?
# 4. 특성이 서른 개인데 그중 다섯 개만 중요합니다. 어느 다섯 개인지 알아내려면 어떤 규제를 고르겠습니까? 이유는 무엇입니까?
#
# *(10점, 사람이 채점합니다.)*

# %% [markdown]
# *여기에 답을 작성하세요.*

# %% [markdown]
# ## 6. 학습
#
# 이 클래스는 배치 전체로 학습합니다. 0에서 시작해 여러분의 갱신을 `steps`번 반복하고, 걸음마다 전체 훈련 세트에서 규제를 더한 손실을 잽니다. 갱신과 손실은 **함께** 바꾸세요. 한 함수를 따라 내려가면서 다른 함수를 보고하는 뉴런은 디버깅할 수 없습니다. `predict`는 주어져 있습니다.


# %% task="A06.7"
class RegularizedNeuron:
    """배치 전체와 L1, L2 규제로 학습하는 로지스틱 뉴런입니다.

    Attributes
    ----------
    w : shape (n,)인 배열
        가중치입니다. 학습하기 전에는 None입니다.
    b : float
        절편입니다.
    losses : float의 리스트
        마지막 학습에서 걸음마다 잰, 규제를 더한 손실입니다.
    """

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        """0에서 시작해 배치 경사 하강으로 학습합니다.

        호출할 때마다 모든 가중치 0, 절편 0, 빈 손실 목록에서 새로 시작합니다. 걸음마다 배치 전체에 ``regularized_update``를 적용합니다.

        Parameters
        ----------
        X : shape (m, n)인 배열
            행에 샘플이 있습니다.
        y : shape (m,)인 배열
            0 또는 1인 레이블입니다.
        lr : float
            학습률입니다.
        steps : int
            걸음 수이며 0이어도 됩니다.
        l1, l2 : float
            두 규제의 강도입니다.

        Returns
        -------
        RegularizedNeuron
            뉴런 자신입니다. ``w``의 shape은 (n,), ``b``는 숫자, ``losses``의 길이는 ``steps``입니다. k번 원소는 k + 1번째 걸음 뒤에 모든 샘플에서 잰, 페널티를 포함한 ``regularized_loss``입니다. ``X``와 ``y``는 바꾸지 않고 그대로 둡니다.

        Raises
        ------
        ValueError
            ``y``의 shape이 (m,)이 아니면 발생합니다. shape이 (m, 1)인 열벡터도, 레이블이 m개가 아닌 배열도 거부합니다.
        """
        X, y = np.array(X, dtype=float), np.array(y, dtype=float)
        if y.ndim != 1 or len(y) != len(X):
            raise ValueError(f"레이블의 shape이 ({len(X)},)이 아닙니다: {y.shape}")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for 걸음 in range(1, steps + 1):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1=l1, l2=l2)
            활성화 = sigmoid(np.dot(X, self.w) + self.b)
            self.losses.append(regularized_loss(활성화, y, self.w, l1=l1, l2=l2))
        return self

    def predict(self, X):
        """샘플마다 클래스를 반환합니다. 확률이 2분의 1 이상이면 1, 아니면 0입니다.

        Parameters
        ----------
        X : shape (m, n)인 배열
            행에 샘플이 있습니다.

        Returns
        -------
        shape (m,)인 int 배열
            클래스입니다.
        """
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# %% [markdown]
# ## 그림으로 보기
#
# **페널티와 오타.** 왼쪽은 가중치 하나의 두 페널티이고 가운데는 그 기울기입니다. L1이 당기는 힘은 크기가 일정하고 L2의 힘은 점점 약해집니다. 오른쪽은 데이터가 붙들지 않는 가중치를 0.0015에서 출발시킨 것입니다. 여러분의 갱신으로는 0으로 걸어가 그 주위를 반걸음씩 오가고, 슬라이드에 적힌 갱신으로는 달아나서 100걸음 뒤에 1.0015가 됩니다.
#
# **점점 강하게.** 다시 유방암 데이터에서 학습률 0.1로 2000걸음을 학습합니다. 규제가 없으면 가중치 서른 개의 절댓값을 더한 값이 18.03입니다. L1 규제는 이 값을 강도 0.01에서 6.80, 0.1에서 1.95로 줄입니다. 처음에는 15개, 다음에는 20개의 가중치가 거의 사라지고 몇 개가 일을 도맡습니다. L2 규제는 전체를 고르게 줄입니다. 노름은 3.76에서 2.29, 1.10으로 작아지지만 사라지는 가중치는 거의 없습니다. 검증 정확도는 내내 0.945와 0.989 사이입니다. 작은 모델도 큰 모델만큼 잘 맞힙니다.
#
# L1 규제는 가중치를 *정확히* 0으로 만드는 것으로 유명하지만, 자세히 보면 여러분의 가중치 중에는 그런 것이 없습니다. 평범한 걸음은 0을 자꾸 건너뛰기 때문입니다. 라쏘를 푸는 라이브러리는 걸음 대신 *소프트 임곗값*(soft threshold)을 씁니다. 모든 가중치를 0 쪽으로 $\eta\lambda_1$만큼 당기되 0에서 멈추게 하는 방법입니다.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.strengths(sys.modules[__name__])

# %%
# 실험: 무작위 데이터에서 L1 규제의 강도를 바꾸어 보기
난수 = np.random.default_rng(7)
행렬 = 난수.normal(size=(100, 10))
정답 = (행렬[:, 0] - 2 * 행렬[:, 1] + 난수.normal(size=100) > 0).astype(int)
for 강도 in (0, 0.01, 0.1, 1):
    뉴런 = RegularizedNeuron().fit(행렬, 정답, 0.1, 500, l1=강도)
    print(강도, l1_norm(뉴런.w).round(3), (abs(뉴런.w) < 0.01).sum(), 뉴런.losses[-1])
