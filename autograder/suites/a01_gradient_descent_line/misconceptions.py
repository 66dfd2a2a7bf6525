"""What students get wrong in A01: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a01_gradient_descent_line import *

from autograder.checks import misconception


@misconception(
    "A01.1", "intercept-forgotten",
    en=("The intercept is missing", "At x = 0 the line should answer b."),
    ko=("절편이 빠졌습니다", "x = 0에서 직선의 값은 b여야 합니다."),
)  # fmt: skip
def predict(x, w, b):
    return w * np.asarray(x)


@misconception(
    "A01.1", "slope-and-intercept-swapped",
    en=("Slope and intercept are swapped", "w multiplies x; b is added."),
    ko=("기울기와 절편이 뒤바뀌었습니다", "w는 x에 곱하고 b는 더합니다."),
)  # fmt: skip
def predict(x, w, b):
    return b * np.asarray(x) + w


@misconception(
    "A01.1", "integer-result",
    en=("The result is cut to whole numbers", "The inputs may be integers, the line's values aren't: work in float."),
    ko=("결과가 정수로 잘렸습니다", "입력은 정수일 수 있어도 직선의 값은 정수가 아닙니다. 실수로 계산하세요."),
)  # fmt: skip
def predict(x, w, b):
    y_hat = np.zeros_like(x)
    y_hat[...] = w * np.asarray(x) + b
    return y_hat


@misconception(
    "A01.2", "half-forgotten",
    en=("The factor ½ is missing", "The cost of this course is half the squared error."),
    ko=("½이 빠졌습니다", "이 과정의 비용은 제곱 오차의 절반입니다."),
)  # fmt: skip
def half_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return (y_hat - y) ** 2


@misconception(
    "A01.2", "not-squared",
    en=("The error is halved but not squared", "Half of the *square* of the error."),
    ko=("오차를 제곱하지 않고 절반만 취했습니다", "오차의 *제곱*의 절반입니다."),
)  # fmt: skip
def half_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return abs(y_hat - y) / 2


@misconception(
    "A01.2", "averaged-too-early",
    en=("The errors are averaged here", "This function returns one value per entry; the mean comes later."),
    ko=("여기서 이미 평균을 냈습니다", "이 함수는 원소마다 값을 하나씩 반환합니다. 평균은 나중에 냅니다."),
)  # fmt: skip
def half_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.mean((y_hat - y) ** 2) / 2


@misconception(
    "A01.2", "shapes-broadcast",
    en=("Shapes (m,) and (m, 1) broadcast to (m, m)", "Print both shapes; refuse the pair instead of subtracting."),
    ko=("shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. 빼지 말고 거부해야 합니다."),
)  # fmt: skip
def half_squared_error(y_hat, y):
    return (np.asarray(y_hat) - np.asarray(y)) ** 2 / 2


@misconception(
    "A01.3", "cost-for-its-derivative",
    en=(
        "The first factor is the cost itself, as a misprinted slide has it",
        "The derivative of (ŷ − y)²/2 with respect to ŷ is ŷ − y. The two agree only where the error is 0 or 2.",
    ),
    ko=(
        "첫 번째 인수가 비용 자체입니다(슬라이드의 오타와 같습니다)",
        "(ŷ − y)²/2를 ŷ으로 미분하면 ŷ − y입니다. 오차가 0이나 2일 때만 둘이 같습니다.",
    ),
)  # fmt: skip
def chain_factors(x, y, w, b):
    x = np.asarray(x)
    return (predict(x, w, b) - y) ** 2 / 2, x, np.ones_like(x)


@misconception(
    "A01.3", "slope-derivative-is-one",
    en=(
        "The derivative of ŷ with respect to w is taken as 1, as a misprinted slide has it",
        "In w·x + b, w is multiplied by x: that is its derivative. It is b whose derivative is 1.",
    ),
    ko=(
        "ŷ을 w로 미분한 값을 1로 두었습니다(슬라이드의 오타와 같습니다)",
        "w·x + b에서 w에는 x가 곱해지므로 도함수는 x입니다. 1인 것은 b에 대한 도함수입니다.",
    ),
)  # fmt: skip
def chain_factors(x, y, w, b):
    x = np.asarray(x)
    return predict(x, w, b) - y, np.ones_like(x), np.ones_like(x)


@misconception(
    "A01.3", "error-sign-flipped",
    en=("The error has the wrong sign", "In this course the error is prediction minus target, ŷ − y."),
    ko=("오차의 부호가 반대입니다", "이 과정에서 오차는 예측에서 정답을 뺀 값, ŷ − y입니다."),
)  # fmt: skip
def chain_factors(x, y, w, b):
    x = np.asarray(x)
    return y - predict(x, w, b), x, np.ones_like(x)


@misconception(
    "A01.3", "intercept-derivative-is-x",
    en=("The derivative of ŷ with respect to b is taken as x", "b is added as it is: ∂ŷ/∂b = 1."),
    ko=("ŷ을 b로 미분한 값을 x로 두었습니다", "b는 그대로 더해지므로 ∂ŷ/∂b = 1입니다."),
)  # fmt: skip
def chain_factors(x, y, w, b):
    x = np.asarray(x)
    return predict(x, w, b) - y, x, x


@misconception(
    "A01.4", "sum-for-mean",
    en=("The slopes are summed, not averaged", "The cost is a mean over m samples: where is the 1/m?"),
    ko=("기울기를 평균하지 않고 더했습니다", "비용은 샘플 m개의 평균입니다. 1/m은 어디에 있습니까?"),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.sum(error * x), np.sum(error)


@misconception(
    "A01.4", "factor-two",
    en=("The slopes are twice as large", "Differentiate the stated cost: its ½ cancels the 2 of the square."),
    ko=("기울기가 두 배입니다", "주어진 비용을 미분하세요. 제곱에서 나온 2는 ½과 약분됩니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * np.mean(error * x), 2 * np.mean(error)


@misconception(
    "A01.4", "error-sign-flipped",
    en=("The slopes have the wrong sign", "The error is ŷ − y. With y − ŷ the walk climbs."),
    ko=("기울기의 부호가 반대입니다", "오차는 ŷ − y입니다. y − ŷ을 쓰면 비용이 커지는 쪽으로 갑니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = y - predict(x, w, b)
    return np.mean(error * x), np.mean(error)


@misconception(
    "A01.4", "intercept-slope-times-x",
    en=("The intercept's slope is multiplied by x", "∂ŷ/∂b = 1, so db is the mean error alone."),
    ko=("절편의 기울기에 x를 곱했습니다", "∂ŷ/∂b = 1이므로 db는 오차의 평균일 뿐입니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.mean(error * x), np.mean(error * x)


@misconception(
    "A01.4", "x-forgotten",
    en=("The slope with respect to w lacks the factor x", "∂ŷ/∂w = x: each error counts as much as its input."),
    ko=("w의 기울기에 x가 빠졌습니다", "∂ŷ/∂w = x입니다. 오차마다 해당 입력을 곱해야 합니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.mean(error), np.mean(error)


@misconception(
    "A01.4", "mean-of-factors",
    en=("The factors are averaged before they are multiplied", "Multiply sample by sample, then take the mean."),
    ko=("인수를 곱하기 전에 평균했습니다", "샘플마다 곱한 다음에 평균하세요."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.mean(error) * np.mean(x), np.mean(error)


@misconception(
    "A01.4", "shapes-broadcast",
    en=("Shapes (m,) and (m, 1) broadcast to (m, m)", "Print both shapes; refuse the pair before computing."),
    ko=("shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. 계산하기 전에 거부해야 합니다."),
)  # fmt: skip
def gradient(x, y, w, b):
    error = predict(x, w, b) - y
    return np.mean(error * x), np.mean(error)


@misconception(
    "A01.5", "forward-difference",
    en=("One-sided differences", "Step to both sides: (f(θ+h) − f(θ−h)) / 2h is wrong by h², not by h."),
    ko=("한쪽 차분을 사용했습니다", "양쪽으로 움직이세요. (f(θ+h) − f(θ−h)) / 2h의 오차는 h가 아니라 h² 정도입니다."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta, dtype=float)
    slopes = np.zeros_like(theta)
    for i in np.ndindex(theta.shape):
        step = np.zeros_like(theta)
        step[i] = h
        slopes[i] = (f(theta + step) - f(theta)) / h
    return slopes


@misconception(
    "A01.5", "divided-by-h",
    en=("Divided by h where 2h is the run", "The two points lie 2h apart."),
    ko=("2h가 아니라 h로 나누었습니다", "두 점 사이의 거리는 2h입니다."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta, dtype=float)
    slopes = np.zeros_like(theta)
    for i in np.ndindex(theta.shape):
        step = np.zeros_like(theta)
        step[i] = h
        slopes[i] = (f(theta + step) - f(theta - step)) / h
    return slopes


@misconception(
    "A01.5", "all-entries-at-once",
    en=("All entries are moved at once", "Move one entry at a time, or every slope is the same sum."),
    ko=("모든 원소를 한꺼번에 움직였습니다", "원소를 하나씩 움직이세요. 그렇지 않으면 모든 기울기가 같은 합이 됩니다."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta, dtype=float)
    return np.full_like(theta, (f(theta + h) - f(theta - h)) / (2 * h))


@misconception(
    "A01.5", "integer-parameters",
    en=("Whole-number parameters swallow the step", "An integer array can't hold 1e-5: copy theta as floats first."),
    ko=("정수 배열이 h를 삼켰습니다", "정수 배열에는 1e-5를 담을 수 없습니다. 먼저 theta를 실수로 복사하세요."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta)
    slopes = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        there, back = theta.copy(), theta.copy()
        there[i] += np.asarray(h).astype(theta.dtype)
        back[i] -= np.asarray(h).astype(theta.dtype)
        slopes[i] = (f(there) - f(back)) / (2 * h)
    return slopes


@misconception(
    "A01.5", "step-cut-to-whole-numbers",
    en=("The moved entries are cut to whole numbers", "In an integer array 1 − 1e-5 becomes 0: copy theta as floats first."),
    ko=("움직인 원소가 정수로 잘렸습니다", "정수 배열에서는 1 − 1e-5가 0이 됩니다. 먼저 theta를 실수로 복사하세요."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta)
    slopes = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        there, back = theta.copy(), theta.copy()
        there[i] += h
        back[i] -= h
        slopes[i] = (f(there) - f(back)) / (2 * h)
    return slopes


@misconception(
    "A01.5", "step-not-undone",
    en=("A moved entry is not put back", "Take the step back, or work on a copy, before the next entry."),
    ko=("움직인 원소를 되돌리지 않았습니다", "다음 원소로 가기 전에 되돌리거나 복사본에서 계산하세요."),
)  # fmt: skip
def numerical_gradient(f, theta, h=1e-5):
    if not isinstance(theta, np.ndarray) or theta.dtype.kind != "f":
        theta = np.array(theta, dtype=float)
    slopes = np.zeros_like(theta)
    for i in np.ndindex(theta.shape):
        theta[i] += h
        right = f(theta.copy())
        theta[i] -= 2 * h
        left = f(theta.copy())
        slopes[i] = (right - left) / (2 * h)
    return slopes


# Equal on every input: the error with the wrong sign, subtracted, and the right error, added.
@misconception(
    "A01.6", "uphill",
    en=("The step goes uphill", "Against the slope: w − lr·dw."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향입니다: w − lr·dw."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w += lr * dw * ("w" in train)
        b += lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path)


@misconception(
    "A01.6", "updated-in-turn",
    en=("b's slope is taken after w has moved", "Take both slopes at the same point, then move both."),
    ko=("w를 움직인 뒤에 b의 기울기를 구했습니다", "같은 지점에서 두 기울기를 모두 구한 다음 함께 움직이세요."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        w -= lr * gradient(x, y, w, b)[0] * ("w" in train)
        b -= lr * gradient(x, y, w, b)[1] * ("b" in train)
        path.append((w, b))
    return np.array(path)


@misconception(
    "A01.6", "both-always-trained",
    en=("A frozen parameter moves", "Only what `train` names may move."),
    ko=("고정된 매개변수가 움직입니다", "`train`에 적힌 매개변수만 움직여야 합니다."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
        path.append((w, b))
    return np.array(path)


@misconception(
    "A01.6", "start-left-out",
    en=("The path lacks its start", "Row 0 is the start, so the path has steps + 1 rows."),
    ko=("경로에 시작점이 없습니다", "0번 행이 시작점이므로 경로는 steps + 1행입니다."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w, b = float(w0), float(b0)
    path = []
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w -= lr * dw * ("w" in train)
        b -= lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path).reshape(-1, 2)


@misconception(
    "A01.6", "integer-start-truncates",
    en=("A whole-number start cuts the path to whole numbers", "An integer array can't hold 0.5: make it a float array."),
    ko=("정수 시작값 때문에 경로가 정수로 잘렸습니다", "정수 배열에는 0.5를 담을 수 없습니다. 실수 배열로 만드세요."),
)  # fmt: skip
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.empty((steps + 1, 2), dtype=np.array([w0, b0]).dtype)
    path[0] = w0, b0
    for k in range(steps):
        w, b = path[k]
        dw, db = gradient(x, y, w, b)
        path[k + 1] = w - lr * dw * ("w" in train), b - lr * db * ("b" in train)
    return path


@misconception(
    "A01.7", "curvature-from-the-mean",
    en=("The mean is squared instead of averaging the squares", "The curvature is the mean of x², not (mean of x)²."),
    ko=("제곱의 평균이 아니라 평균의 제곱을 사용했습니다", "곡률은 x²의 평균이지 x 평균의 제곱이 아닙니다."),
)  # fmt: skip
def critical_lr(x):
    return 2 / np.mean(x) ** 2


@misconception(
    "A01.7", "fastest-for-critical",
    en=("This is the fastest learning rate, not the critical one", "The factor 1 − lr·c is 0 there; the border is where it is −1."),
    ko=("임계 학습률이 아니라 가장 빠른 학습률입니다", "그 값에서는 인수 1 − lr·c가 0입니다. 경계는 인수가 −1이 되는 곳입니다."),
)  # fmt: skip
def critical_lr(x):
    return 1 / np.mean(np.asarray(x) ** 2)


@misconception(
    "A01.7", "sum-for-mean",
    en=("The curvature is summed, not averaged", "The cost is a mean, so its curvature is mean(x²)."),
    ko=("곡률을 평균하지 않고 더했습니다", "비용이 평균이므로 곡률도 mean(x²)입니다."),
)  # fmt: skip
def critical_lr(x):
    return 2 / np.sum(np.asarray(x) ** 2)
