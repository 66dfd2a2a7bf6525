"""What students get wrong in A04: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a04_logistic_neuron import *

from autograder.checks import misconception


@misconception(
    "A04.1", "summed-not-averaged",
    en=("The slopes are summed, not averaged", "The cost is a mean over m rows, so its slopes carry 1/m."),
    ko=("기울기를 평균하지 않고 더했습니다", "비용이 m개 행의 평균이므로 기울기에도 1/m이 붙습니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = X @ w + b - y
    return error @ X, np.sum(error)


@misconception(
    "A04.1", "divided-by-features",
    en=("Divided by the number of features instead of samples", "The mean is over the rows: m = len(X)."),
    ko=("샘플 수가 아니라 특성 수로 나누었습니다", "평균은 행에 대한 것입니다: m = len(X)."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = X @ w + b - y
    return error @ X / X.shape[1], np.sum(error) / X.shape[1]


@misconception(
    "A04.1", "error-sign-flipped",
    en=("The error has the wrong sign", "In this course the error is prediction minus target, ŷ − y."),
    ko=("오차의 부호가 반대입니다", "이 과정에서 오차는 예측에서 정답을 뺀 값, ŷ − y입니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = y - (X @ w + b)
    return error @ X / len(X), np.mean(error)


@misconception(
    "A04.1", "half-forgotten",
    en=("The slopes are twice too large", "The cost carries the factor ½, which cancels the 2 of the square."),
    ko=("기울기가 두 배로 큽니다", "비용에 ½이 붙어 있어 제곱에서 나온 2와 약분됩니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = 2 * (X @ w + b - y)
    return error @ X / len(X), np.mean(error)


@misconception(
    "A04.1", "sigmoid-in-the-linear-model",
    en=("The prediction went through the sigmoid", "This model is linear: ŷ is the weighted sum itself."),
    ko=("예측값에 시그모이드를 적용했습니다", "이 모델은 선형이며 ŷ은 가중합 자체입니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return error @ X / len(X), np.mean(error)


@misconception(
    "A04.1", "one-slope-for-all-weights",
    en=("All weights share one slope", "Each weight meets its own feature: x_j, not the sum of all."),
    ko=("모든 가중치의 기울기가 같습니다", "가중치마다 자기 특성이 곱해집니다. 특성의 합이 아니라 x_j입니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = X @ w + b - y
    return np.full(X.shape[1], np.mean(error * X.sum(axis=1))), np.mean(error)


@misconception(
    "A04.1", "bias-left-out",
    en=("The prediction lacks the bias", "ŷ = w·x + b: the bias belongs to the prediction, too."),
    ko=("예측값에 절편이 빠졌습니다", "ŷ = w·x + b이므로 예측에는 절편도 들어갑니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = X @ w - y
    return error @ X / len(X), np.mean(error)


@misconception(
    "A04.1", "shapes-broadcast",
    en=("A column of targets broadcasts to a table (m, m)", "Print both shapes; refuse y unless it is (m,)."),
    ko=("열벡터 정답이 (m, m) 표로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. y가 (m,)이 아니면 거부해야 합니다."),
)  # fmt: skip
def linear_gradient(X, y, w, b):
    error = X @ w + b - y
    return np.mean(error @ X, axis=0) if error.ndim > 1 else error @ X / len(X), np.mean(error)


@misconception(
    "A04.2", "bias-forgotten",
    en=("The bias is missing", "z = w·x + b: for x = 0 the neuron answers b."),
    ko=("절편이 빠졌습니다", "z = w·x + b이므로 x = 0이면 b가 나와야 합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        return np.sum(self.w * x)


@misconception(
    "A04.2", "bias-once-per-feature",
    en=("The bias is added once for every feature", "Sum the products first, then add b a single time."),
    ko=("절편을 특성마다 한 번씩 더했습니다", "곱을 먼저 모두 더한 다음 b를 한 번만 더하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        return np.sum(self.w * x + self.b)


@misconception(
    "A04.2", "activation-for-sum",
    en=("The sigmoid is already applied", "forpass returns z, the weighted sum; the sigmoid comes after it."),
    ko=("시그모이드를 이미 적용했습니다", "forpass는 가중합 z를 반환합니다. 시그모이드는 그다음입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        return sigmoid(np.sum(self.w * x) + self.b)


@misconception(
    "A04.2", "products-not-summed",
    en=("The products are not added up", "z is one number: the sum of all w_j·x_j, plus b."),
    ko=("곱을 더하지 않았습니다", "z는 숫자 하나, 곧 모든 w_j·x_j의 합에 b를 더한 값입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        return self.w * x + self.b


@misconception(
    "A04.2", "table-summed-to-one-number",
    en=("A table of rows is added up to one number", "np.sum(w * x) is right for one row: refuse any other shape."),
    ko=("여러 행을 모두 더해 숫자 하나로 만들었습니다", "np.sum(w * x)는 한 행에서만 맞습니다. 다른 shape은 거부하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        return np.sum(self.w * x) + self.b


@misconception(
    "A04.2", "only-two-dimensions-counted",
    en=("A table passes if its last axis fits", "Compare the whole shape of x with that of w."),
    ko=("마지막 축만 맞으면 표도 통과합니다", "x의 shape 전체를 w의 shape과 비교하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def forpass(self, x):
        if np.shape(x)[-1] != len(self.w):
            raise ValueError("wrong number of features")
        return np.sum(self.w * x) + self.b


@misconception(
    "A04.3", "input-forgotten",
    en=("The slope with respect to the weights lacks the feature", "∂z/∂w_j = x_j: the error is multiplied by each feature."),
    ko=("가중치의 기울기에 특성이 빠졌습니다", "∂z/∂w_j = x_j이므로 오차에 각 특성을 곱해야 합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return np.full(len(x), err), err


@misconception(
    "A04.3", "bias-multiplied-by-input",
    en=("The slope with respect to the bias is multiplied by the input", "∂z/∂b = 1, so the slope with respect to b is the error itself."),
    ko=("절편의 기울기에 입력을 곱했습니다", "∂z/∂b = 1이므로 b의 기울기는 오차 자체입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return err * x, np.sum(err * x)


@misconception(
    "A04.3", "sign-flipped",
    en=("Both slopes have the wrong sign", "err is a − y already; the minus comes with the update, not here."),
    ko=("두 기울기의 부호가 반대입니다", "err는 이미 a − y입니다. 빼기는 갱신할 때 하며 여기서는 하지 않습니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return -err * x, -err


@misconception(
    "A04.3", "sigmoid-slope-once-more",
    en=("The slope of the sigmoid is multiplied in once more", "a(1 − a) has cancelled already: err = a − y is ∂L/∂z."),
    ko=("시그모이드의 기울기를 한 번 더 곱했습니다", "a(1 − a)는 이미 약분되었습니다. err = a − y가 곧 ∂L/∂z입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        a = sigmoid(np.sum(self.w * x) + self.b)
        return err * a * (1 - a) * x, err * a * (1 - a)


@misconception(
    "A04.3", "weights-for-input",
    en=("The error is multiplied by the weights, not the input", "z = Σ w_j·x_j: differentiated with respect to w_j, it leaves x_j."),
    ko=("오차에 입력이 아니라 가중치를 곱했습니다", "z = Σ w_j·x_j를 w_j로 미분하면 x_j가 남습니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        return err * self.w, err


@misconception(
    "A04.3", "updates-inside",
    en=("The parameters are changed already here", "backprop only returns slopes; the update is the business of fit."),
    ko=("여기서 이미 매개변수를 바꾸었습니다", "backprop은 기울기만 반환합니다. 갱신은 fit이 합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def backprop(self, x, err):
        self.w = self.w - 0.1 * err * x
        self.b = self.b - 0.1 * err
        return err * x, err


@misconception(
    "A04.4", "uphill",
    en=("The step goes uphill", "Against the slope: w − lr·(a − y)·x."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향입니다: w − lr·(a − y)·x."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w + lr * (a - y[i]) * X[i]
                self.b = self.b + lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "sigmoid-forgotten",
    en=("The error is taken from z, not from the activation", "err = a − y with a = sigmoid(z)."),
    ko=("오차를 활성화 값이 아니라 z로 구했습니다", "a = sigmoid(z)일 때 err = a − y입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                z = np.sum(self.w * X[i]) + self.b
                loss += binary_cross_entropy(sigmoid(z), y[i])
                self.w = self.w - lr * (z - y[i]) * X[i]
                self.b = self.b - lr * (z - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "sigmoid-slope-once-more",
    en=("The slope of the sigmoid is multiplied in once more", "a(1 − a) cancels against the cross-entropy: err = a − y."),
    ko=("시그모이드의 기울기를 한 번 더 곱했습니다", "a(1 − a)는 크로스 엔트로피와 약분되어 err = a − y가 됩니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                err = (a - y[i]) * a * (1 - a)
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "one-update-per-epoch",
    en=("The parameters move once per epoch", "Update after every sample; the next one meets the new parameters."),
    ko=("에포크마다 한 번만 갱신합니다", "샘플마다 갱신하세요. 다음 샘플은 새 매개변수로 계산합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            a = sigmoid(X @ self.w + self.b)
            self.losses.append(np.mean(binary_cross_entropy(a, y)))
            self.w = self.w - lr * (a - y) @ X / len(X)
            self.b = self.b - lr * np.mean(a - y)
        return self


@misconception(
    "A04.4", "order-ignored",
    en=("The given order is ignored", "Visit the rows as `order` says; rows 0, 1, 2 … are only the default."),
    ko=("주어진 순서를 무시했습니다", "`order`에 적힌 순서로 행을 방문하세요. 0, 1, 2 …는 기본값일 뿐입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for x_i, y_i in zip(X, y, strict=True):
                a = sigmoid(np.sum(self.w * x_i) + self.b)
                loss += binary_cross_entropy(a, y_i)
                self.w = self.w - lr * (a - y_i) * x_i
                self.b = self.b - lr * (a - y_i)
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "order-for-rows-only",
    en=("The rows are reordered, their labels are not", "Row and label belong together: index both with the same i."),
    ko=("행의 순서만 바꾸고 레이블은 그대로 두었습니다", "행과 레이블은 짝입니다. 같은 i로 둘 다 인덱싱하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        if order is not None:
            X = X[order]
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for x_i, y_i in zip(X, y, strict=True):
                a = sigmoid(np.sum(self.w * x_i) + self.b)
                loss += binary_cross_entropy(a, y_i)
                self.w = self.w - lr * (a - y_i) * x_i
                self.b = self.b - lr * (a - y_i)
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "loss-after-the-update",
    en=("The loss is measured after the update", "Each sample's loss is that just before its own update."),
    ko=("갱신한 뒤에 손실을 쟀습니다", "샘플마다 자신의 갱신 직전의 손실을 사용합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                err = sigmoid(np.sum(self.w * X[i]) + self.b) - y[i]
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
                loss += binary_cross_entropy(sigmoid(np.sum(self.w * X[i]) + self.b), y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "loss-after-the-epoch",
    en=("The loss is measured over the whole set after the epoch", "Here it is collected during the pass, sample by sample."),
    ko=("에포크가 끝난 뒤 전체 데이터에서 손실을 쟀습니다", "여기서는 학습하는 동안 샘플마다 손실을 모읍니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            for i in range(len(X)) if order is None else order:
                err = sigmoid(np.sum(self.w * X[i]) + self.b) - y[i]
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
            self.losses.append(np.mean(binary_cross_entropy(sigmoid(X @ self.w + self.b), y)))
        return self


@misconception(
    "A04.4", "loss-summed",
    en=("The losses of an epoch are summed, not averaged", "Divide the epoch's total by the number of samples."),
    ko=("에포크의 손실을 평균하지 않고 더했습니다", "에포크의 합계를 샘플 수로 나누세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss)
        return self


@misconception(
    "A04.4", "loss-carried-over",
    en=("The loss total runs on into the next epoch", "Start the total from 0 in every epoch."),
    ko=("손실 합계가 다음 에포크까지 이어집니다", "에포크마다 합계를 0에서 시작하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        loss = 0.0
        for _ in range(epochs):
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "loss-not-guarded",
    en=("The loss becomes nan or infinite where the sigmoid saturates", "log(0) is −∞: use A03's guarded cross-entropy."),
    ko=("시그모이드가 포화하면 손실이 nan이나 무한대가 됩니다", "log(0)은 −∞입니다. A03에서 보호해 둔 크로스 엔트로피를 사용하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += -(y[i] * np.log(a) + (1 - y[i]) * np.log(1 - a))
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "labels-not-flattened",
    en=("A column of labels spreads into the bias", "y[i] is an array there: flatten y with reshape(-1) first."),
    ko=("열벡터 레이블이 절편까지 번졌습니다", "이때 y[i]는 배열입니다. 먼저 reshape(-1)로 펼치세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        if np.shape(y) not in ((len(X),), (len(X), 1)):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss = loss + binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "column-of-labels-refused",
    en=("A column of labels is refused", "Shape (m, 1) is as good as (m,) here: flatten it."),
    ko=("열벡터 레이블을 거부했습니다", "여기서는 (m, 1)도 (m,)처럼 받아야 합니다. 펼쳐서 사용하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        if np.shape(y) != (len(X),):
            raise ValueError("one label for each row")
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "number-of-labels-not-checked",
    en=("The number of labels is never compared with the rows", "Check y's shape before training."),
    ko=("레이블의 개수를 행의 개수와 비교하지 않았습니다", "학습하기 전에 y의 shape을 확인하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(min(len(X), len(y))) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "integer-weights",
    en=("The weights are cut to whole numbers", "zeros_like of integer data is an integer array: make it a float one."),
    ko=("가중치가 정수로 잘렸습니다", "정수 데이터의 zeros_like는 정수 배열입니다. 실수 배열로 만드세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros_like(X[0]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w[:] = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "training-goes-on",
    en=("A second training goes on from the first", "Set w, b and losses anew at the start of every fit."),
    ko=("두 번째 학습이 첫 번째 학습에 이어집니다", "fit을 시작할 때마다 w, b, losses를 새로 만드세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        if self.w is None or len(self.w) != X.shape[1]:
            self.w = np.zeros(X.shape[1])
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "starts-at-one",
    en=("The weights start at one", "This neuron starts from zeros, weights and bias."),
    ko=("가중치가 1에서 시작합니다", "이 뉴런의 가중치와 절편은 0에서 시작합니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.ones(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "updated-in-turn",
    en=("The bias's slope is taken after the weights have moved", "Take one error a − y, then move both with it."),
    ko=("가중치를 움직인 뒤에 절편의 기울기를 구했습니다", "오차 a − y를 한 번 구해 두 매개변수에 함께 사용하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (sigmoid(np.sum(self.w * X[i]) + self.b) - y[i])
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "bias-never-trained",
    en=("The bias is never updated", "b has a slope, too: a − y."),
    ko=("절편을 갱신하지 않았습니다", "b에도 기울기가 있습니다: a − y."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
            self.losses.append(loss / len(X))
        return self


@misconception(
    "A04.4", "nothing-returned",
    en=("fit doesn't return the neuron", "End with `return self`, so that fit and predict can be chained."),
    ko=("fit이 뉴런을 반환하지 않습니다", "`return self`로 끝내면 fit과 predict를 이어서 쓸 수 있습니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def fit(self, X, y, lr, epochs, order=None):
        y = np.reshape(y, -1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                a = sigmoid(np.sum(self.w * X[i]) + self.b)
                loss += binary_cross_entropy(a, y[i])
                self.w = self.w - lr * (a - y[i]) * X[i]
                self.b = self.b - lr * (a - y[i])
            self.losses.append(loss / len(X))


@misconception(
    "A04.5", "rounding",
    en=("The probability is rounded", "np.round(0.5) is 0, and a threshold other than ½ is lost: compare with >=."),
    ko=("확률을 반올림했습니다", "np.round(0.5)는 0이고 ½이 아닌 임곗값도 사라집니다. >=로 비교하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.round(sigmoid(X @ self.w + self.b)).astype(int)


@misconception(
    "A04.5", "border-excluded",
    en=("The border is given to class 0", "A probability equal to the threshold counts as class 1: >=, not >."),
    ko=("경계를 클래스 0으로 보았습니다", "확률이 임곗값과 같으면 클래스 1입니다. >가 아니라 >=입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return (sigmoid(X @ self.w + self.b) > threshold).astype(int)


@misconception(
    "A04.5", "threshold-on-z",
    en=("The threshold is applied to z, not to the probability", "a = ½ is where z = 0: compare sigmoid(z)."),
    ko=("임곗값을 확률이 아니라 z에 적용했습니다", "a = ½인 곳은 z = 0입니다. sigmoid(z)와 비교하세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return (X @ self.w + self.b >= threshold).astype(int)


@misconception(
    "A04.5", "threshold-ignored",
    en=("The threshold is ignored", "Compare with `threshold`; one half is only its default."),
    ko=("임곗값을 무시했습니다", "`threshold`와 비교하세요. 0.5는 기본값일 뿐입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return (X @ self.w + self.b >= 0).astype(int)


@misconception(
    "A04.5", "classes-swapped",
    en=("The classes are swapped", "A probability of `threshold` or more means class 1."),
    ko=("클래스가 뒤바뀌었습니다", "확률이 `threshold` 이상이면 클래스 1입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return (sigmoid(X @ self.w + self.b) < threshold).astype(int)


@misconception(
    "A04.5", "probabilities-returned",
    en=("Probabilities are returned instead of classes", "Cut them at the threshold: 1 or 0."),
    ko=("클래스가 아니라 확률을 반환했습니다", "임곗값에서 잘라 1 또는 0으로 만드세요."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return sigmoid(X @ self.w + self.b)


@misconception(
    "A04.5", "bias-forgotten",
    en=("The bias is missing", "The weighted sum is w·x + b for each row."),
    ko=("절편이 빠졌습니다", "가중합은 행마다 w·x + b입니다."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return (sigmoid(X @ self.w) >= threshold).astype(int)


@misconception(
    "A04.5", "floats-for-classes",
    en=("The classes are floats", "Classes are integers: astype(int)."),
    ko=("클래스가 실수입니다", "클래스는 정수입니다: astype(int)."),
)  # fmt: skip
class LogisticNeuron(LogisticNeuron):
    def predict(self, X, threshold=0.5):
        return np.where(sigmoid(X @ self.w + self.b) >= threshold, 1.0, 0.0)


@misconception(
    "A04.6", "sign-forgotten",
    en=("The sign is wrong", "Solve w₁x₁ + w₂x₂ + b = 0 for x₂: everything else changes sides."),
    ko=("부호가 반대입니다", "w₁x₁ + w₂x₂ + b = 0을 x₂에 대해 풀면 나머지 항이 모두 이항됩니다."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return (w[0] * np.asarray(x1) + b) / w[1]


@misconception(
    "A04.6", "bias-kept-its-sign",
    en=("Only one of the two terms changed sides", "Both w₁x₁ and b go to the other side: −(w₁x₁ + b)/w₂."),
    ko=("두 항 중 하나만 이항했습니다", "w₁x₁과 b를 모두 이항합니다: −(w₁x₁ + b)/w₂."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return (-w[0] * np.asarray(x1) + b) / w[1]


@misconception(
    "A04.6", "weights-swapped",
    en=("The two weights are swapped", "w[0] belongs to x1; divide by w[1]."),
    ko=("두 가중치가 뒤바뀌었습니다", "w[0]은 x1의 가중치입니다. w[1]로 나누세요."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return -(w[1] * np.asarray(x1) + b) / w[0]


@misconception(
    "A04.6", "border-at-one-half",
    en=("The border is put where z = ½", "a = ½ is where z = 0."),
    ko=("경계를 z = ½인 곳에 두었습니다", "a = ½인 곳은 z = 0입니다."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return (0.5 - w[0] * np.asarray(x1) - b) / w[1]


@misconception(
    "A04.6", "bias-left-out",
    en=("The bias is missing", "Without b every boundary would pass through the origin."),
    ko=("절편이 빠졌습니다", "b가 없으면 모든 경계가 원점을 지나게 됩니다."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return -w[0] * np.asarray(x1) / w[1]


@misconception(
    "A04.6", "upright-boundary-divides-by-zero",
    en=("An upright boundary ends in a division by zero", "NumPy answers inf, not an error: refuse w[1] = 0 yourself."),
    ko=("수직인 경계에서 0으로 나누었습니다", "NumPy는 오류 대신 inf를 줍니다. w[1] = 0이면 직접 거부하세요."),
)  # fmt: skip
def decision_boundary(x1, w, b):
    return -(w[0] * np.asarray(x1) + b) / w[1]
