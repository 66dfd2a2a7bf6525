"""What students get wrong in A07: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a07_matrix_form import *

from autograder.checks import misconception


@misconception(
    "A07.1", "inner-sizes-returned",
    en=("The inner sizes are returned", "The inner sizes vanish; the outer ones remain: (m, n)(n, k) → (m, k)."),
    ko=("안쪽 크기를 반환했습니다", "안쪽 크기는 사라지고 바깥쪽 크기가 남습니다: (m, n)(n, k) → (m, k)."),
)  # fmt: skip
def matmul_shape(a, b):
    return a[1], b[0]


@misconception(
    "A07.1", "outer-sizes-swapped",
    en=("The outer sizes are swapped", "The left matrix gives the rows, the right one the columns."),
    ko=("바깥쪽 크기의 순서가 바뀌었습니다", "왼쪽 행렬이 행의 수를, 오른쪽 행렬이 열의 수를 정합니다."),
)  # fmt: skip
def matmul_shape(a, b):
    return b[1], a[0]


@misconception(
    "A07.1", "mismatch-accepted",
    en=("Sizes that don't fit are accepted", "Where the inner sizes differ there is no product: raise ValueError."),
    ko=("맞지 않는 크기도 받아들입니다", "안쪽 크기가 다르면 곱할 수 없습니다. ValueError를 발생시키세요."),
)  # fmt: skip
def matmul_shape(a, b):
    return a[0], b[1]


@misconception(
    "A07.1", "rows-compared",
    en=("The numbers of rows are compared", "Columns of the left matrix must meet rows of the right one: a[1] and b[0]."),
    ko=("행의 수끼리 비교했습니다", "왼쪽 행렬의 열 수와 오른쪽 행렬의 행 수, 곧 a[1]과 b[0]을 비교해야 합니다."),
)  # fmt: skip
def matmul_shape(a, b):
    if a[0] != b[0]:
        raise ValueError("the matrices have different numbers of rows")
    return a[0], b[1]


@misconception(
    "A07.1", "elementwise-rule",
    en=("The shapes are broadcast", "That is the rule of `*`, entry by entry. `@` follows (m, n)(n, k) → (m, k)."),
    ko=("shape을 브로드캐스팅했습니다", "그것은 원소별 곱 `*`의 규칙입니다. `@`는 (m, n)(n, k) → (m, k)를 따릅니다."),
)  # fmt: skip
def matmul_shape(a, b):
    return np.broadcast_shapes(a, b)


@misconception(
    "A07.2", "everything-summed",
    en=(
        "np.sum adds up all samples, as the slides' method for one row does when it is given a matrix",
        "Each sample needs a sum of its own: X @ W.",
    ),
    ko=(
        "np.sum이 모든 샘플을 더했습니다(슬라이드의 한 행용 코드를 행렬에 쓴 경우입니다)",
        "샘플마다 따로 더해야 합니다: X @ W.",
    ),
)  # fmt: skip
def forward(X, W, b):
    return np.sum(X * W[:, 0]) + b


@misconception(
    "A07.2", "elementwise-product",
    en=("`*` multiplies entry by entry", "The sum over the features is missing: `@` multiplies and adds."),
    ko=("`*`는 원소별로 곱합니다", "특성에 대한 합이 빠졌습니다. `@`는 곱하고 더합니다."),
)  # fmt: skip
def forward(X, W, b):
    return X * W.T + b


@misconception(
    "A07.2", "bias-forgotten",
    en=("The bias is missing", "Z = X @ W + b: the row b is added to every row."),
    ko=("절편이 빠졌습니다", "Z = X @ W + b입니다. 행 b를 모든 행에 더합니다."),
)  # fmt: skip
def forward(X, W, b):
    return X @ W


@misconception(
    "A07.2", "bias-summed",
    en=("Every unit gets the sum of all biases", "Each unit has its own bias: add the row b as it is."),
    ko=("모든 유닛에 절편의 합을 더했습니다", "절편은 유닛마다 하나입니다. 행 b를 그대로 더하세요."),
)  # fmt: skip
def forward(X, W, b):
    return X @ W + np.sum(b)


@misconception(
    "A07.2", "weights-transposed",
    en=("The weights are transposed", "W is (n, k) already: its rows meet the columns of X. A square W hides the slip."),
    ko=("가중치를 전치했습니다", "W는 이미 (n, k)이고 그 행이 X의 열과 만납니다. 정사각 행렬에서는 실수가 드러나지 않습니다."),
)  # fmt: skip
def forward(X, W, b):
    return X @ W.T + b


@misconception(
    "A07.2", "column-flattened",
    en=("The column of weights is flattened", "X @ w of shape (m,) plus b of shape (1, 1) is a row: keep W a matrix."),
    ko=("가중치 열을 1차원으로 펼쳤습니다", "shape (m,)인 X @ w에 (1, 1)인 b를 더하면 행이 됩니다. W를 행렬로 두세요."),
)  # fmt: skip
def forward(X, W, b):
    return X @ W[:, 0] + b


@misconception(
    "A07.2", "integer-result",
    en=("The result is cut to whole numbers", "X and W may be integers, the bias isn't: work in float."),
    ko=("결과가 정수로 잘렸습니다", "X와 W는 정수일 수 있어도 절편은 정수가 아닙니다. 실수로 계산하세요."),
)  # fmt: skip
def forward(X, W, b):
    Z = X @ W
    Z[...] = Z + b
    return Z


@misconception(
    "A07.3", "sum-for-mean",
    en=("The gradient is summed, not averaged", "The loss is a mean over m samples: where is the 1/m?"),
    ko=("기울기를 평균하지 않고 더했습니다", "손실은 샘플 m개의 평균입니다. 1/m은 어디에 있습니까?"),
)  # fmt: skip
def weight_gradient(X, err):
    return X.T @ err


@misconception(
    "A07.3", "divided-by-features",
    en=("Divided by the number of features", "The mean runs over the samples: m = len(X), the rows."),
    ko=("특성의 수로 나누었습니다", "평균은 샘플에 대한 것입니다: m = len(X), 곧 행의 수입니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return X.T @ err / X.shape[1]


@misconception(
    "A07.3", "divided-by-all-errors",
    en=("Divided by the number of errors, m·k", "The mean runs over the m samples; the k units are not averaged."),
    ko=("오차의 개수 m·k로 나누었습니다", "평균은 샘플 m개에 대한 것이고, 유닛 k개는 평균하지 않습니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return X.T @ err / err.size


@misconception(
    "A07.3", "divided-twice",
    en=("Divided by m twice", "The error comes raw: divide once."),
    ko=("m으로 두 번 나누었습니다", "오차는 나누지 않은 상태로 들어옵니다. 한 번만 나누세요."),
)  # fmt: skip
def weight_gradient(X, err):
    err = err / len(X)
    return X.T @ err / len(X)


@misconception(
    "A07.3", "transpose-forgotten",
    en=("X is not transposed", "(m, n)(m, k) doesn't fit; with as many samples as features it fits and is wrong. X.T @ err."),
    ko=("X를 전치하지 않았습니다", "(m, n)(m, k)는 곱할 수 없습니다. 샘플과 특성의 수가 같으면 곱해지지만 틀립니다. X.T @ err입니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return X @ err / len(X)


@misconception(
    "A07.3", "reshaped-for-transposed",
    en=("reshape where a transpose is meant", "The shape is right and the numbers are scrambled: X.T moves the axes, reshape doesn't."),
    ko=("전치해야 할 곳에서 reshape을 썼습니다", "shape은 맞지만 숫자가 뒤섞입니다. X.T는 축을 옮기지만 reshape은 옮기지 않습니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return X.reshape(X.shape[1], X.shape[0]) @ err / len(X)


@misconception(
    "A07.3", "gradient-transposed",
    en=("The gradient lies on its side", "A gradient has the shape of W, (n, k): X.T @ err, not err.T @ X."),
    ko=("기울기가 옆으로 누워 있습니다", "기울기의 shape은 W와 같은 (n, k)입니다. err.T @ X가 아니라 X.T @ err입니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return err.T @ X / len(X)


@misconception(
    "A07.3", "elementwise-mean",
    en=("Entry by entry, then a mean: the gradient is flat", "For one unit the numbers are right but the shape is (n,); for several it breaks. Use X.T @ err."),
    ko=("원소별로 곱해 평균해서 기울기가 1차원입니다", "유닛이 하나이면 값은 맞지만 shape이 (n,)이고, 여럿이면 계산되지 않습니다. X.T @ err를 쓰세요."),
)  # fmt: skip
def weight_gradient(X, err):
    return np.mean(X * err, axis=0)


@misconception(
    "A07.3", "error-sign-flipped",
    en=("The sign is reversed", "err is A − Y already, and the gradient is X.T @ err / m; the minus belongs to the update."),
    ko=("부호가 반대입니다", "err는 이미 A − Y이고 기울기는 X.T @ err / m입니다. 빼기는 갱신할 때 합니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return -X.T @ err / len(X)


@misconception(
    "A07.3", "flat-error-accepted",
    en=("An error of shape (m,) is accepted", "It gives a gradient of shape (n,), and W − lr·dW becomes (n, n): refuse it."),
    ko=("shape (m,)인 오차를 받아들입니다", "기울기의 shape이 (n,)이 되고 W − lr·dW는 (n, n)이 됩니다. 거부해야 합니다."),
)  # fmt: skip
def weight_gradient(X, err):
    return X.T @ err / len(X)


# Equal on every input: 1/m a second time, and means over the rows where sums are asked.
@misconception(
    "A07.4", "divided-again",
    en=("The gradients of weights and bias are divided by m again", "dZ already carries 1/m: only products and sums here."),
    ko=("가중치와 절편의 기울기를 다시 m으로 나누었습니다", "dZ에 이미 1/m이 들어 있습니다. 여기에는 곱과 합만 있습니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    m = len(X)
    return dZ @ W.T, X.T @ dZ / m, np.sum(dZ, axis=0, keepdims=True) / m


@misconception(
    "A07.4", "divided-in-place",
    en=("dZ itself is divided by m", "dZ already carries 1/m; and /= changes the caller's array: dZ / m would make a new one."),
    ko=("dZ 자체를 m으로 나누었습니다", "dZ에 이미 1/m이 들어 있습니다. 또 /=는 넘겨받은 배열을 바꿉니다. dZ / m은 새 배열을 만듭니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    dZ /= len(X)
    return dZ @ W.T, X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "bias-averaged",
    en=("The bias gradient is a mean", "Every row's gradient flows into b: a sum. The 1/m is in dZ already."),
    ko=("절편의 기울기를 평균했습니다", "모든 행의 기울기가 b로 모이므로 합입니다. 1/m은 이미 dZ에 들어 있습니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.mean(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "bias-summed-over-everything",
    en=("The bias gradient is a single number", "One entry per unit: sum down the columns, axis=0."),
    ko=("절편의 기울기가 숫자 하나입니다", "유닛마다 하나씩입니다. 열을 따라 axis=0으로 더하세요."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.sum(dZ)


@misconception(
    "A07.4", "bias-summed-over-units",
    en=("The bias gradient is summed over the units", "Sum over the samples, axis=0; one entry per unit remains."),
    ko=("절편의 기울기를 유닛에 대해 더했습니다", "샘플에 대해 axis=0으로 더하세요. 유닛마다 하나가 남습니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.sum(dZ, axis=1, keepdims=True).T


@misconception(
    "A07.4", "bias-gradient-flat",
    en=("The bias gradient has shape (k,)", "A gradient has the shape of its parameter, (1, k): keepdims=True."),
    ko=("절편의 기울기의 shape이 (k,)입니다", "기울기의 shape은 매개변수와 같은 (1, k)입니다: keepdims=True."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.T @ dZ, np.sum(dZ, axis=0)


@misconception(
    "A07.4", "weights-not-transposed",
    en=("dX is multiplied by W, not by its transpose", "(m, k)(n, k) doesn't fit; a square W hides the slip. dX = dZ @ W.T."),
    ko=("dX를 구할 때 W를 전치하지 않았습니다", "(m, k)(n, k)는 곱할 수 없고, 정사각 행렬에서는 실수가 드러나지 않습니다. dX = dZ @ W.T입니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W, X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "input-not-transposed",
    en=("dW is made from X, not from its transpose", "(m, n)(m, k) doesn't fit; as many samples as features hide the slip. dW = X.T @ dZ."),
    ko=("dW를 구할 때 X를 전치하지 않았습니다", "(m, n)(m, k)는 곱할 수 없고, 샘플과 특성의 수가 같으면 실수가 드러나지 않습니다. dW = X.T @ dZ입니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X @ dZ, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "weights-reshaped",
    en=("reshape where a transpose is meant, in dX", "The shape is right and the numbers are scrambled: W.T."),
    ko=("dX에서 전치해야 할 곳에 reshape을 썼습니다", "shape은 맞지만 숫자가 뒤섞입니다: W.T."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.reshape(W.shape[1], W.shape[0]), X.T @ dZ, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "input-reshaped",
    en=("reshape where a transpose is meant, in dW", "The shape is right and the numbers are scrambled: X.T."),
    ko=("dW에서 전치해야 할 곳에 reshape을 썼습니다", "shape은 맞지만 숫자가 뒤섞입니다: X.T."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, X.reshape(X.shape[1], X.shape[0]) @ dZ, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "gradient-transposed",
    en=("dW lies on its side", "dW has the shape of W, (n, k): X.T @ dZ, not dZ.T @ X."),
    ko=("dW가 옆으로 누워 있습니다", "dW의 shape은 W와 같은 (n, k)입니다. dZ.T @ X가 아니라 X.T @ dZ입니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return dZ @ W.T, dZ.T @ X, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.4", "order-swapped",
    en=("Weights first, input second", "The order is (dX, dW, db), that of the arguments X and W."),
    ko=("가중치가 먼저, 입력이 나중입니다", "순서는 인자 X, W와 같은 (dX, dW, db)입니다."),
)  # fmt: skip
def linear_backward(X, W, dZ):
    return X.T @ dZ, dZ @ W.T, np.sum(dZ, axis=0, keepdims=True)


@misconception(
    "A07.5", "printed-update",
    en=(
        "W − XᵀE, as the slide prints it: no learning rate, no mean",
        "Multiply the whole gradient by lr, and divide by m: the loss is a mean.",
    ),
    ko=(
        "슬라이드에 적힌 대로 W − XᵀE입니다(학습률도 평균도 없습니다)",
        "기울기 전체에 lr을 곱하고 m으로 나누세요. 손실은 평균입니다.",
    ),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    return W - X.T @ err, b - np.sum(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "sum-for-mean",
    en=("The error is summed, not averaged", "The loss is a mean over m samples: where is the 1/m?"),
    ko=("오차를 평균하지 않고 더했습니다", "손실은 샘플 m개의 평균입니다. 1/m은 어디에 있습니까?"),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = X.T @ err + l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.sum(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "bias-error-summed",
    en=("The bias moves by the sum of the errors", "Weights and bias belong to the same mean loss: the mean error."),
    ko=("절편을 오차의 합만큼 움직였습니다", "가중치와 절편은 같은 평균 손실에 속합니다. 오차의 평균이어야 합니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.sum(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "uphill",
    en=("The step goes uphill", "Against the gradient: W − lr·dW, with err = A − Y."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향입니다. err = A − Y일 때 W − lr·dW입니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    return W + lr * dW, b + lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "bias-frozen",
    en=("The bias never moves", "The bias has a gradient of its own, the mean error."),
    ko=("절편이 움직이지 않습니다", "절편에도 기울기가 있습니다. 오차의 평균입니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    return W - lr * (weight_gradient(X, A - Y) + l1 * np.sign(W) + l2 * W), b


@misconception(
    "A07.5", "bias-penalised",
    en=("The bias is penalised", "Only the weights are: a penalty on b would pull every prediction toward one half."),
    ko=("절편에도 규제를 적용했습니다", "규제는 가중치에만 적용합니다. b에 적용하면 모든 예측이 ½ 쪽으로 끌려갑니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    db = np.mean(err, axis=0, keepdims=True) + l1 * np.sign(b) + l2 * b
    return W - lr * dW, b - lr * db


@misconception(
    "A07.5", "penalty-forgotten",
    en=("The penalties are ignored", "Add l1·sign(W) and l2·W to the gradient of the weights."),
    ko=("규제를 무시했습니다", "가중치의 기울기에 l1·sign(W)와 l2·W를 더하세요."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    return W - lr * weight_gradient(X, err), b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "printed-penalty",
    en=(
        "The L1 penalty is added after the step, without learning rate, as a slide of A06 has it",
        "Distribute −lr over the whole gradient: W − lr·(data + l1·sign(W)).",
    ),
    ko=(
        "L1 규제를 학습률 없이 더했습니다(A06에서 본 슬라이드의 오타와 같습니다)",
        "−lr을 기울기 전체에 곱하세요: W − lr·(데이터 항 + l1·sign(W)).",
    ),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    W_new = W - lr * (weight_gradient(X, err) + l2 * W) + l1 * np.sign(W)
    return W_new, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "l1-without-sign",
    en=("L1 pushes every weight the same way", "The slope of |w| is sign(w): negative weights are pushed up."),
    ko=("L1이 모든 가중치를 같은 방향으로 밀어냅니다", "|w|의 기울기는 sign(w)입니다. 음수인 가중치는 위로 밀립니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = weight_gradient(X, err) + l1 + l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "l2-doubled",
    en=("The L2 term is twice as large", "The penalty is l2/2·ΣW²: its ½ cancels the 2."),
    ko=("L2 항이 두 배입니다", "규제는 l2/2·ΣW²이므로 2는 ½과 약분됩니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + 2 * l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "penalty-divided-by-m",
    en=("The penalties are divided by m", "Only the data term is a mean over samples; the penalty is added to the mean."),
    ko=("규제까지 m으로 나누었습니다", "샘플에 대한 평균은 데이터 항뿐입니다. 규제는 그 평균에 더합니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    dW = (X.T @ err + l1 * np.sign(W) + l2 * W) / len(X)
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "error-taken-anew-for-bias",
    en=("The bias follows the error of the moved weights", "Take both gradients first, then move both parameters."),
    ko=("움직인 가중치의 오차로 절편을 움직였습니다", "두 기울기를 먼저 모두 구한 다음에 두 매개변수를 움직이세요."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    W = W - lr * (weight_gradient(X, A - Y) + l1 * np.sign(W) + l2 * W)
    err = sigmoid(forward(X, W, b)) - Y
    return W, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "penalty-of-moved-weights",
    en=("The penalty is taken at the moved weights", "Data term and penalty belong to one gradient, taken at the given W."),
    ko=("움직인 가중치에서 규제를 구했습니다", "데이터 항과 규제는 하나의 기울기이며, 주어진 W에서 구합니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = A - Y
    W = W - lr * weight_gradient(X, err)
    W = W - lr * (l1 * np.sign(W) + l2 * W)
    return W, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "sigmoid-forgotten",
    en=("The sigmoid is missing", "The error is sigmoid(Z) − Y; Z − Y belongs to the squared error of a line."),
    ko=("시그모이드가 빠졌습니다", "오차는 sigmoid(Z) − Y입니다. Z − Y는 직선의 제곱 오차에서 쓰는 오차입니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    Z = forward(X, W, b)
    err = Z - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "extra-sigmoid-derivative",
    en=("An extra factor A(1 − A)", "Cross-entropy through a sigmoid: the factor cancels, and A − Y remains."),
    ko=("A(1 − A)가 한 번 더 곱해졌습니다", "시그모이드를 거친 크로스 엔트로피에서는 이 인수가 약분되어 A − Y만 남습니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    err = (A - Y) * A * (1 - A)
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "shapes-broadcast",
    en=("Shapes (m, 1) and (m,) broadcast to (m, m)", "Print both shapes before A − Y; refuse targets that are no column."),
    ko=("shape (m, 1)과 (m,)이 (m, m)으로 브로드캐스팅됩니다", "A − Y를 계산하기 전에 두 shape을 출력해 보세요. 열이 아닌 정답은 거부해야 합니다."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    err = sigmoid(forward(X, W, b)) - Y
    dW = X.T @ err / len(X) + l1 * np.sign(W) + l2 * W
    return W - lr * dW, b - lr * np.mean(err, axis=0, keepdims=True)


@misconception(
    "A07.5", "updated-in-place",
    en=("The caller's arrays are changed", "`W -= …` writes into the array that was given: return W − lr·dW."),
    ko=("넘겨받은 배열을 바꾸었습니다", "`W -= …`는 넘겨받은 배열에 덮어씁니다. W − lr·dW를 새로 만들어 반환하세요."),
)  # fmt: skip
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    A = sigmoid(forward(X, W, b))
    if np.shape(Y) != A.shape:
        raise ValueError("shapes differ")
    err = A - Y
    dW = weight_gradient(X, err) + l1 * np.sign(W) + l2 * W
    if W.dtype.kind != "f":
        W, b = W.astype(float), b.astype(float)
    W -= lr * dW
    b -= lr * np.mean(err, axis=0, keepdims=True)
    return W, b


@misconception(
    "A07.6", "loss-before-step",
    en=("The loss is measured before the step", "losses[i] is the loss after epoch i: update first, then measure."),
    ko=("걸음을 내딛기 전에 손실을 쟀습니다", "losses[i]는 에포크 i가 끝난 뒤의 손실입니다. 먼저 갱신하고 그다음에 재세요."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
        return self


@misconception(
    "A07.6", "loss-summed",
    en=("The losses are sums", "A loss is a mean over the samples; only then can sets of different sizes be compared."),
    ko=("손실을 평균하지 않고 더했습니다", "손실은 샘플에 대한 평균입니다. 그래야 크기가 다른 세트를 비교할 수 있습니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.sum(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.sum(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
        return self


@misconception(
    "A07.6", "validation-loss-is-training-loss",
    en=("The validation losses are measured on the training set", "val_losses needs X_val and Y_val."),
    ko=("검증 손실을 훈련 세트에서 쟀습니다", "val_losses에는 X_val과 Y_val을 써야 합니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(self.losses[-1])
        return self


@misconception(
    "A07.6", "trained-on-validation",
    en=("The model is trained on the validation set as well", "Validation data are only looked at; no gradient is taken on them."),
    ko=("검증 세트로도 학습했습니다", "검증 데이터는 들여다보기만 합니다. 거기서 기울기를 구하면 안 됩니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
            self.W, self.b = batch_update(X_val, Y_val, self.W, self.b, lr)
        return self


@misconception(
    "A07.6", "validation-scaled-anew",
    en=("The validation set is scaled by its own mean and deviation", "It comes scaled already, with the training set's numbers: leave it as it is."),
    ko=("검증 세트의 스케일을 자기 평균과 표준편차로 다시 조정했습니다", "이미 훈련 세트의 값으로 조정되어 있습니다. 그대로 쓰세요."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        X_val = (X_val - X_val.mean(axis=0)) / X_val.std(axis=0)
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
        return self


@misconception(
    "A07.6", "one-epoch-short",
    en=("One epoch too few", "range(1, epochs) runs epochs − 1 times: range(epochs)."),
    ko=("에포크가 하나 모자랍니다", "range(1, epochs)는 epochs − 1번 돕니다. range(epochs)를 쓰세요."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(1, epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
        return self


@misconception(
    "A07.6", "parameters-not-kept",
    en=("Every epoch starts from zeros", "batch_update returns new arrays: store them before the next epoch."),
    ko=("에포크마다 0에서 시작합니다", "batch_update는 새 배열을 반환합니다. 다음 에포크 전에 저장하세요."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.W, self.b, self.losses, self.val_losses = W, b, [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, W, b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
        return self


@misconception(
    "A07.6", "fit-goes-on",
    en=("A second fit goes on where the first one stopped", "Every call starts anew: zeros, and empty lists of losses."),
    ko=("두 번째 fit이 첫 번째에서 이어집니다", "호출할 때마다 새로 시작합니다. 매개변수는 0, 손실 기록은 빈 리스트입니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        if self.W is None:
            self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
        return self


@misconception(
    "A07.6", "sigmoid-twice",
    en=("The sigmoid is applied twice", "A loss with logits takes Z, one with probabilities takes sigmoid(Z): not sigmoid twice."),
    ko=("시그모이드를 두 번 적용했습니다", "로짓용 손실에는 Z를, 확률용 손실에는 sigmoid(Z)를 넣어야 합니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            A, A_val = sigmoid(forward(X, self.W, self.b)), sigmoid(forward(X_val, self.W, self.b))
            self.losses.append(float(np.mean(bce_with_logits(A, Y))))
            self.val_losses.append(float(np.mean(bce_with_logits(A_val, Y_val))))
        return self


@misconception(
    "A07.6", "nothing-returned",
    en=("fit returns nothing", "End with return self, so that model = BatchLogistic().fit(…) works."),
    ko=("fit이 아무것도 반환하지 않습니다", "return self로 끝내세요. 그래야 model = BatchLogistic().fit(…)이 됩니다."),
)  # fmt: skip
class BatchLogistic(BatchLogistic):
    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        self.W, self.b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
        self.losses, self.val_losses = [], []
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(float(np.mean(bce_with_logits(forward(X, self.W, self.b), Y))))
            self.val_losses.append(
                float(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
            )
