"""What students get wrong in A06: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a06_regularization import *

from autograder.checks import misconception


@misconception(
    "A06.1", "absolute-value-forgotten",
    en=("Negative weights are subtracted", "The norm adds *absolute* values: (3, −4) gives 7, not −1."),
    ko=("음수 가중치를 그대로 더했습니다", "노름은 *절댓값*을 더합니다. (3, −4)이면 −1이 아니라 7입니다."),
)  # fmt: skip
def l1_norm(w):
    return np.sum(w)


@misconception(
    "A06.1", "absolute-value-of-the-sum",
    en=("The absolute value is taken after the sum", "Weights of opposite sign must not cancel: abs first, then sum."),
    ko=("합을 구한 뒤에 절댓값을 취했습니다", "부호가 다른 가중치가 상쇄되면 안 됩니다. 절댓값을 먼저 취하고 더하세요."),
)  # fmt: skip
def l1_norm(w):
    return abs(np.sum(w))


@misconception(
    "A06.1", "averaged",
    en=("The absolute values are averaged", "A norm is a sum: more weights, larger norm."),
    ko=("절댓값을 평균했습니다", "노름은 합입니다. 가중치가 많을수록 커집니다."),
)  # fmt: skip
def l1_norm(w):
    return np.mean(np.abs(w))


@misconception(
    "A06.1", "largest-weight",
    en=("Only the largest weight counts", "That is the maximum norm; L1 adds all of them."),
    ko=("가장 큰 가중치만 반영했습니다", "그것은 최대 노름입니다. L1 노름은 모두 더합니다."),
)  # fmt: skip
def l1_norm(w):
    return np.max(np.abs(w))


@misconception(
    "A06.1", "per-column",
    en=("A matrix gets one norm per column", "The norm of the weights is one number, whatever their shape."),
    ko=("행렬에서 열마다 노름을 구했습니다", "가중치의 노름은 shape과 관계없이 숫자 하나입니다."),
)  # fmt: skip
def l1_norm(w):
    return np.sum(np.abs(w), axis=0)


@misconception(
    "A06.2", "root-forgotten",
    en=("The root is missing, as on the slide", "‖w‖₂ is the root of the sum of squares: (3, −4) gives 5, not 25."),
    ko=("슬라이드처럼 제곱근이 빠졌습니다", "‖w‖₂는 제곱합의 제곱근입니다. (3, −4)이면 25가 아니라 5입니다."),
)  # fmt: skip
def l2_norm(w):
    return np.sum(np.square(w))


@misconception(
    "A06.2", "root-of-the-mean",
    en=("The squares are averaged", "A norm adds the squares; the root of the mean is another quantity."),
    ko=("제곱을 평균했습니다", "노름은 제곱을 더합니다. 평균의 제곱근은 다른 값입니다."),
)  # fmt: skip
def l2_norm(w):
    return np.sqrt(np.mean(np.square(w)))


@misconception(
    "A06.2", "root-of-each",
    en=("The root is taken of each square, which gives L1", "Add the squares first, then take one root."),
    ko=("제곱마다 제곱근을 취해 L1 노름이 되었습니다", "제곱을 먼저 모두 더한 다음 제곱근을 한 번 취하세요."),
)  # fmt: skip
def l2_norm(w):
    return np.sum(np.sqrt(np.square(w)))


@misconception(
    "A06.2", "square-of-the-sum",
    en=("The sum is squared", "Square each weight, then add: weights of opposite sign must not cancel."),
    ko=("합을 제곱했습니다", "가중치마다 제곱한 뒤 더하세요. 부호가 다른 가중치가 상쇄되면 안 됩니다."),
)  # fmt: skip
def l2_norm(w):
    return np.sqrt(np.sum(w) ** 2)


@misconception(
    "A06.2", "per-column",
    en=("A matrix gets one norm per column", "The norm of the weights is one number, whatever their shape."),
    ko=("행렬에서 열마다 노름을 구했습니다", "가중치의 노름은 shape과 관계없이 숫자 하나입니다."),
)  # fmt: skip
def l2_norm(w):
    return np.sqrt(np.sum(np.square(w), axis=0))


@misconception(
    "A06.3", "norm-not-squared",
    en=("The L2 penalty takes the norm, not its square", "½·l2·‖w‖²: the square is what gives the slope l2·w."),
    ko=("L2 규제에서 노름을 제곱하지 않았습니다", "½·l2·‖w‖²입니다. 제곱이어야 기울기가 l2·w가 됩니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) + l1 * l1_norm(w) + l2 / 2 * l2_norm(w)


@misconception(
    "A06.3", "half-forgotten",
    en=("The L2 penalty lacks its half", "½·l2·‖w‖²."),
    ko=("L2 규제에 ½이 빠졌습니다", "½·l2·‖w‖²입니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) + l1 * l1_norm(w) + l2 * l2_norm(w) ** 2


@misconception(
    "A06.3", "half-on-both",
    en=("The L1 penalty is halved, too", "Only the square needs the half."),
    ko=("L1 규제도 절반으로 줄였습니다", "½은 제곱이 있는 L2에만 붙습니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) + (l1 * l1_norm(w) + l2 * l2_norm(w) ** 2) / 2


@misconception(
    "A06.3", "l2-scales-the-l1-norm",
    en=("The L2 penalty uses the L1 norm, as its slide says", "That sentence was copied from the L1 slide: L2 takes ‖w‖₂²."),
    ko=("슬라이드의 설명대로 L2 규제에 L1 노름을 썼습니다", "그 문장은 L1 슬라이드에서 잘못 옮겨졌습니다. L2 규제는 ‖w‖₂²를 씁니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) + l1 * l1_norm(w) + l2 / 2 * l1_norm(w)


@misconception(
    "A06.3", "strengths-swapped",
    en=("The two strengths are swapped", "l1 goes with the absolute values, l2 with the squares."),
    ko=("두 강도가 뒤바뀌었습니다", "l1은 절댓값의 합에, l2는 제곱합에 붙습니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) + l2 * l1_norm(w) + l1 / 2 * l2_norm(w) ** 2


@misconception(
    "A06.3", "data-summed",
    en=("The cross-entropies are summed, not averaged", "The data's part is a mean: beside a sum, the penalty weighs m times less."),
    ko=("크로스 엔트로피를 평균하지 않고 더했습니다", "데이터 부분은 평균입니다. 합이면 규제의 비중이 m분의 1이 됩니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.sum(binary_cross_entropy(a, y)) + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2


@misconception(
    "A06.3", "penalty-divided-by-m",
    en=("The penalty is divided by m as well", "It stands beside the mean, once and undivided."),
    ko=("규제까지 m으로 나누었습니다", "규제는 평균 옆에 나누지 않고 한 번 더합니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    penalty = l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2
    return (np.sum(binary_cross_entropy(a, y)) + penalty) / np.size(a)


@misconception(
    "A06.3", "penalty-subtracted",
    en=("The penalty is subtracted", "Large weights make the loss *larger*."),
    ko=("규제를 뺐습니다", "가중치가 크면 손실이 *커져야* 합니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    return np.mean(binary_cross_entropy(a, y)) - l1 * l1_norm(w) - l2 / 2 * l2_norm(w) ** 2


@misconception(
    "A06.3", "logarithm-not-guarded",
    en=("The loss is nan or infinite at probabilities of exactly 0 or 1", "log(0) is −∞: use A03's guarded cross-entropy."),
    ko=("확률이 정확히 0이나 1이면 손실이 nan이나 무한대가 됩니다", "log(0)은 −∞입니다. A03에서 보호해 둔 크로스 엔트로피를 사용하세요."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    if np.ndim(a) and np.ndim(y) and np.shape(a) != np.shape(y):
        raise ValueError("shapes differ")
    loss = -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
    return loss + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2


@misconception(
    "A06.3", "shapes-broadcast",
    en=("Shapes (m,) and (m, 1) broadcast to (m, m)", "Print both shapes; refuse the pair instead of computing."),
    ko=("shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. 계산하지 말고 거부해야 합니다."),
)  # fmt: skip
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))
    return loss + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2


@misconception(
    "A06.4", "penalty-for-its-slope",
    en=("This is the penalty, not its slope", "The slope of |w| is its sign: 1, −1, or 0 at 0."),
    ko=("기울기가 아니라 규제 자체입니다", "|w|의 기울기는 부호, 곧 1, −1이고 0에서는 0입니다."),
)  # fmt: skip
def l1_gradient(w, strength):
    return strength * np.abs(w)


@misconception(
    "A06.4", "weight-for-its-sign",
    en=("The weight is used instead of its sign", "That is the slope of L2. The L1 pull has one size: sign(w)."),
    ko=("부호가 아니라 가중치를 그대로 썼습니다", "그것은 L2의 기울기입니다. L1이 당기는 힘의 크기는 일정합니다: sign(w)."),
)  # fmt: skip
def l1_gradient(w, strength):
    return strength * np.asarray(w)


@misconception(
    "A06.4", "same-for-every-weight",
    en=("Every weight gets the same slope", "Differentiate with respect to each weight: the result has the shape of w."),
    ko=("모든 가중치의 기울기가 같습니다", "가중치마다 미분하세요. 결과는 w와 같은 shape입니다."),
)  # fmt: skip
def l1_gradient(w, strength):
    return np.full(np.shape(w), strength * np.sum(np.abs(w)))


@misconception(
    "A06.4", "zero-counts-as-positive",
    en=("A weight of 0 is pulled", "At 0 the slope is 0: neither side pulls."),
    ko=("0인 가중치를 당겼습니다", "0에서 기울기는 0입니다. 어느 쪽으로도 당기지 않습니다."),
)  # fmt: skip
def l1_gradient(w, strength):
    return np.where(np.asarray(w) >= 0, strength, -strength)


@misconception(
    "A06.4", "divided-by-itself",
    en=("A weight of 0 gives nan", "w/|w| fails at 0: use np.sign."),
    ko=("0인 가중치에서 nan이 나옵니다", "w/|w|는 0에서 계산할 수 없습니다. np.sign을 사용하세요."),
)  # fmt: skip
def l1_gradient(w, strength):
    return strength * np.asarray(w) / np.abs(w)


@misconception(
    "A06.4", "sign-flipped",
    en=("The slope has the wrong sign", "For a positive weight |w| rises: +strength. The minus comes with the update."),
    ko=("기울기의 부호가 반대입니다", "가중치가 양수이면 |w|는 커지므로 +strength입니다. 빼기는 갱신할 때 합니다."),
)  # fmt: skip
def l1_gradient(w, strength):
    return -strength * np.sign(w)


# Equal on every input: the 2 of the square not cancelled, and the slope of a penalty without its half.
@misconception(
    "A06.5", "half-not-cancelled",
    en=("The slope is twice too large", "The ½ of the penalty cancels the 2 of the square: strength·w."),
    ko=("기울기가 두 배로 큽니다", "규제의 ½이 제곱에서 나온 2와 약분되어 strength·w가 됩니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return 2 * strength * np.asarray(w)


@misconception(
    "A06.5", "half-kept",
    en=("The half is kept in the slope", "½·w² has the slope w, not w/2."),
    ko=("기울기에 ½이 남아 있습니다", "½·w²의 기울기는 w/2가 아니라 w입니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return strength * np.asarray(w) / 2


@misconception(
    "A06.5", "penalty-for-its-slope",
    en=("This is the penalty, not its slope", "½·w² differentiates to w."),
    ko=("기울기가 아니라 규제 자체입니다", "½·w²을 미분하면 w입니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return strength * np.square(w) / 2


@misconception(
    "A06.5", "same-for-every-weight",
    en=("Every weight gets the same slope", "Differentiate with respect to each weight: strength times that weight, not times their sum."),
    ko=("모든 가중치의 기울기가 같습니다", "가중치마다 미분하세요. 합이 아니라 그 가중치에 strength를 곱합니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return np.full(np.shape(w), strength * np.sum(w))


@misconception(
    "A06.5", "absolute-value",
    en=("Negative weights are pushed further down", "The slope keeps the sign of the weight: no abs."),
    ko=("음수 가중치가 더 작아집니다", "기울기의 부호는 가중치의 부호와 같습니다. abs는 필요하지 않습니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return strength * np.abs(w)


@misconception(
    "A06.5", "divided-by-the-norm",
    en=("The slope is that of the norm, not of its square", "The penalty takes ‖w‖²; only the slope of ‖w‖ would be w/‖w‖."),
    ko=("노름의 제곱이 아니라 노름의 기울기입니다", "규제는 ‖w‖²입니다. w/‖w‖는 ‖w‖의 기울기입니다."),
)  # fmt: skip
def l2_gradient(w, strength):
    return strength * np.asarray(w) / l2_norm(w)


@misconception(
    "A06.6", "printed-update",
    en=("The L1 penalty is added without the learning rate, as the slide prints it", "That pushes weights away from 0. The step is −lr times the *whole* slope."),
    ko=("슬라이드에 적힌 대로 L1 규제를 학습률 없이 더했습니다", "그러면 가중치가 0에서 멀어집니다. 걸음은 −lr 곱하기 *전체* 기울기입니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    return w - lr * (dw + l2_gradient(w, l2)) + l1_gradient(w, l1), b - lr * np.mean(error)


@misconception(
    "A06.6", "l1-added",
    en=("The L1 penalty has the wrong sign", "All parts of the slope are subtracted, the penalty's too."),
    ko=("L1 규제의 부호가 반대입니다", "기울기의 모든 부분을 뺍니다. 규제도 마찬가지입니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    return w - lr * (dw - l1_gradient(w, l1) + l2_gradient(w, l2)), b - lr * np.mean(error)


@misconception(
    "A06.6", "penalties-without-learning-rate",
    en=("The penalties aren't multiplied by the learning rate", "lr stands before the whole slope."),
    ko=("규제에 학습률을 곱하지 않았습니다", "lr은 전체 기울기에 곱합니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    return w - lr * dw - l1_gradient(w, l1) - l2_gradient(w, l2), b - lr * np.mean(error)


@misconception(
    "A06.6", "both-penalties-added",
    en=("Both penalties have the wrong sign", "They shrink weights: subtract them with the rest of the slope."),
    ko=("두 규제의 부호가 모두 반대입니다", "규제는 가중치를 줄입니다. 나머지 기울기와 함께 빼세요."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    return w - lr * (dw - l1_gradient(w, l1) - l2_gradient(w, l2)), b - lr * np.mean(error)


@misconception(
    "A06.6", "penalties-left-out",
    en=("The penalties don't reach the update", "Add both slopes to that of the data before you step."),
    ko=("갱신에 규제가 반영되지 않았습니다", "움직이기 전에 두 규제의 기울기를 데이터의 기울기에 더하세요."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "bias-penalised",
    en=("The bias is penalised, too", "Only the weights pay; b follows its own slope alone."),
    ko=("절편에도 규제를 적용했습니다", "규제는 가중치에만 적용하고 b는 자기 기울기만 따릅니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    db = np.mean(error) + l1_gradient(b, l1) + l2_gradient(b, l2)
    return w - lr * dw, b - lr * db


@misconception(
    "A06.6", "strengths-swapped",
    en=("The two strengths are swapped", "l1 goes with sign(w), l2 with w."),
    ko=("두 강도가 뒤바뀌었습니다", "l1은 sign(w)에, l2는 w에 곱합니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l2)
        + l2_gradient(w, l1)
    )
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "summed-not-averaged",
    en=("A batch's slopes are summed, not averaged", "The data's part is a mean over the rows; the penalty comes once."),
    ko=("배치의 기울기를 평균하지 않고 더했습니다", "데이터 부분은 행에 대한 평균이고 규제는 한 번만 더합니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = (
        np.sum(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    return w - lr * dw, b - lr * np.sum(error)


@misconception(
    "A06.6", "penalty-divided-by-m",
    en=("The penalty is divided by the number of rows", "1/m belongs to the data's part only."),
    ko=("규제를 행의 수로 나누었습니다", "1/m은 데이터 부분에만 붙습니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
    dw = dw + (l1_gradient(w, l1) + l2_gradient(w, l2)) / error.size
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "y-minus-a",
    en=("The error is taken as y − a while the step subtracts", "Here the error is a − y; the L2 slide's y − a goes with a plus."),
    ko=("오차를 y − a로 두고 뺐습니다", "여기서 오차는 a − y입니다. L2 슬라이드의 y − a에는 더하기가 붙습니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(y - sigmoid(np.sum(w * x, axis=-1) + b))
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "table-added-to-one-number",
    en=("A whole table is added up to one z", "Add along the last axis: one z for each row."),
    ko=("표 전체를 더해 z 하나로 만들었습니다", "마지막 축을 따라 더해 행마다 z를 하나씩 구하세요."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.atleast_1d(sigmoid(np.sum(w * x) + b) - y)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "weights-changed-in-place",
    en=("The caller's weights are changed in place", "w -= … writes into the array you were given: use w = w − …"),
    ko=("인자로 받은 가중치를 직접 바꾸었습니다", "w -= …는 받은 배열에 직접 씁니다. w = w − …로 쓰세요."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.shape(y) != np.shape(x)[:-1]:
        raise ValueError("one label for each row")
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    if w.dtype.kind != "f":
        w = w.astype(float)
    w -= lr * dw
    return w, b - lr * np.mean(error)


@misconception(
    "A06.6", "shapes-broadcast",
    en=("A column of labels is accepted", "Print both shapes; refuse y unless it is (m,)."),
    ko=("열벡터 레이블을 받아들였습니다", "두 shape을 출력해 보세요. y가 (m,)이 아니면 거부해야 합니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    error = np.mean(np.atleast_2d(np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)), axis=0)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.6", "one-label-for-all-rows",
    en=("A single label is spread over all rows", "Compare y's shape with the number of rows: (m,), nothing else."),
    ko=("레이블 하나를 모든 행에 썼습니다", "y의 shape을 행의 개수와 비교하세요. (m,)만 받아야 합니다."),
)  # fmt: skip
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    if np.ndim(y) > 1:
        raise ValueError("labels must not be a column")
    error = np.atleast_1d(sigmoid(np.sum(w * x, axis=-1) + b) - y)
    dw = (
        np.mean(error[:, np.newaxis] * np.atleast_2d(x), axis=0)
        + l1_gradient(w, l1)
        + l2_gradient(w, l2)
    )
    return w - lr * dw, b - lr * np.mean(error)


@misconception(
    "A06.7", "loss-without-penalty",
    en=("The losses lack the penalty", "Update and loss belong together: note regularized_loss with l1 and l2."),
    ko=("손실에 규제가 빠졌습니다", "갱신과 손실은 짝입니다. l1과 l2를 넣은 regularized_loss를 기록하세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w))
        return self


@misconception(
    "A06.7", "penalty-only-in-the-loss",
    en=("The penalty is in the loss but not in the step", "Give l1 and l2 to regularized_update, too."),
    ko=("규제가 손실에만 있고 갱신에는 없습니다", "regularized_update에도 l1과 l2를 넘기세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "loss-before-the-step",
    en=("The loss is measured before the step", "losses[k] is the loss after step k + 1: update first, then measure."),
    ko=("걸음을 내딛기 전에 손실을 쟀습니다", "losses[k]는 k + 1번째 걸음 뒤의 손실입니다. 먼저 갱신하고 재세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            if np.shape(y) != (len(X),):
                raise ValueError("one label for each row")
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
        return self


@misconception(
    "A06.7", "moved-after-every-row",
    en=("The parameters move after every row", "Each step looks at the whole batch: call regularized_update once with X and y."),
    ko=("행마다 매개변수를 움직였습니다", "걸음마다 배치 전체를 봅니다. X와 y로 regularized_update를 한 번 호출하세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            for x_i, y_i in zip(X, y, strict=True):
                self.w, self.b = regularized_update(x_i, y_i, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "strengths-swapped",
    en=("The two strengths are swapped", "Pass l1 and l2 on in the order in which the functions take them."),
    ko=("두 강도가 뒤바뀌었습니다", "함수가 받는 순서대로 l1과 l2를 넘기세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l2, l1)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l2, l1))
        return self


@misconception(
    "A06.7", "bias-left-behind",
    en=("The new bias is thrown away", "regularized_update returns two values: keep both."),
    ko=("새 절편을 버렸습니다", "regularized_update는 값을 두 개 반환합니다. 둘 다 저장하세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, _ = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "only-the-last-loss",
    en=("Only the last loss is kept", "Append the loss after every step."),
    ko=("마지막 손실만 남겼습니다", "걸음마다 손실을 추가하세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses = [regularized_loss(a, y, self.w, l1, l2)]
        return self


@misconception(
    "A06.7", "one-step-short",
    en=("One step is missing", "range(steps) gives steps rounds; range(1, steps) one fewer."),
    ko=("한 걸음이 모자랍니다", "range(steps)는 steps번, range(1, steps)는 한 번 적게 반복합니다."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(1, steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "training-goes-on",
    en=("A second training goes on from the first", "Set w, b and losses anew at the start of every fit."),
    ko=("두 번째 학습이 첫 번째 학습에 이어집니다", "fit을 시작할 때마다 w, b, losses를 새로 만드세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        if self.w is None or len(self.w) != np.shape(X)[1]:
            self.w = np.zeros(np.shape(X)[1])
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "starts-at-one",
    en=("The weights start at one", "This neuron starts from zeros, weights and bias."),
    ko=("가중치가 1에서 시작합니다", "이 뉴런의 가중치와 절편은 0에서 시작합니다."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.ones(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "bias-in-the-penalty",
    en=("The bias is counted in the penalty of the loss", "Only the weights pay."),
    ko=("손실의 규제에 절편까지 넣었습니다", "규제는 가중치에만 적용합니다."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, np.append(self.w, self.b), l1, l2))
        return self


@misconception(
    "A06.7", "column-flattened",
    en=("A column of labels is flattened instead of refused", "A04's neuron took both shapes; here y must be (m,): let regularized_update see it as it is."),
    ko=("열벡터 레이블을 거부하지 않고 펼쳤습니다", "A04의 뉴런은 두 shape을 모두 받았지만 여기서 y는 (m,)이어야 합니다. 받은 그대로 regularized_update에 넘기세요."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self


@misconception(
    "A06.7", "nothing-returned",
    en=("fit doesn't return the neuron", "End with `return self`, so that fit and predict can be chained."),
    ko=("fit이 뉴런을 반환하지 않습니다", "`return self`로 끝내면 fit과 predict를 이어서 쓸 수 있습니다."),
)  # fmt: skip
class RegularizedNeuron(RegularizedNeuron):
    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        self.w, self.b, self.losses = np.zeros(np.shape(X)[1]), 0.0, []
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
