"""What students get wrong in A02: wrong variants of the reference, each rejected and named."""

import numpy as np
from a02_sgd_diabetes import *

from autograder.checks import misconception


@misconception(
    "A02.1", "neighbouring-column",
    en=("This is not the body mass index", "Columns are counted from 0: the third is column 2."),
    ko=("체질량 지수가 아닌 열입니다", "열은 0부터 셉니다. 세 번째 열이 2번 열입니다."),
)  # fmt: skip
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, 3], diabetes.target


@misconception(
    "A02.1", "column-kept-as-a-table",
    en=(
        "x is a table with one column",
        "An index `[:, 2]` gives shape (442,); `[:, 2:3]` or `np.newaxis` gives (442, 1).",
    ),
    ko=(
        "x가 열이 하나인 표입니다",
        "`[:, 2]`로 고르면 shape이 (442,)이고 `[:, 2:3]`이나 `np.newaxis`를 쓰면 (442, 1)입니다.",
    ),
)  # fmt: skip
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, np.newaxis, 2], diabetes.target


@misconception(
    "A02.1", "all-columns",
    en=("All ten columns are returned", "Take one column of the table: `data[:, 2]`."),
    ko=("열 열 개를 모두 반환했습니다", "표에서 열 하나만 고르세요: `data[:, 2]`."),
)  # fmt: skip
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    return load_diabetes(return_X_y=True)


@misconception(
    "A02.1", "raw-values",
    en=("The inputs are unscaled", "Take the data as `load_diabetes()` gives them by default."),
    ko=("조정하지 않은 원래 값입니다", "`load_diabetes()`가 기본으로 주는 값을 그대로 쓰세요."),
)  # fmt: skip
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes(scaled=False)
    return diabetes.data[:, 2], diabetes.target


@misconception(
    "A02.1", "row-for-column",
    en=("A row was taken, not a column", "`data[2]` is one person; `data[:, 2]` is one column."),
    ko=("열이 아니라 행을 골랐습니다", "`data[2]`는 한 사람이고 `data[:, 2]`가 열 하나입니다."),
)  # fmt: skip
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[2], diabetes.target


# Equal on every input: the error with the wrong sign, subtracted, and the right error, added.
@misconception(
    "A02.2", "signs-of-two-listings-mixed",
    en=(
        "The step goes uphill",
        "Prediction minus target is subtracted; the slides' second listing turns both signs.",
    ),
    ko=(
        "걸음의 방향이 오르막입니다",
        "오차가 예측 − 정답이면 빼서 갱신합니다. 두 번째 코드는 부호가 둘 다 반대입니다.",
    ),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = y_i - (w * x_i + b)
    return w - rate * error * x_i, b - rate * error


@misconception(
    "A02.2", "prediction-made-again",
    en=(
        "b is updated with another error than w",
        "Compute the error once, before either parameter moves.",
    ),
    ko=(
        "w와 b를 서로 다른 오차로 갱신했습니다",
        "두 매개변수를 움직이기 전에 오차를 한 번만 구하세요.",
    ),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    w = w - rate * (w * x_i + b - y_i) * x_i
    b = b - rate * (w * x_i + b - y_i)
    return w, b


@misconception(
    "A02.2", "intercept-first",
    en=(
        "w is updated with another error than b",
        "Compute the error once, before either parameter moves.",
    ),
    ko=(
        "b를 먼저 움직인 뒤에 w의 오차를 구했습니다",
        "두 매개변수를 움직이기 전에 오차를 한 번만 구하세요.",
    ),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    b = b - rate * (w * x_i + b - y_i)
    w = w - rate * (w * x_i + b - y_i) * x_i
    return w, b


@misconception(
    "A02.2", "rate-left-out",
    en=(
        "The learning rate is missing, as in the slides' second listing",
        "Multiply each slope by `rate` before you subtract it.",
    ),
    ko=(
        "학습률이 빠졌습니다(슬라이드의 두 번째 코드와 같습니다)",
        "기울기마다 `rate`를 곱한 다음에 빼세요.",
    ),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - error * x_i, b - error


# Equal on every input: the cost without its half, and a rate that is doubled.
@misconception(
    "A02.2", "half-forgotten",
    en=(
        "The step is twice too long",
        "The derivative of half the square is the error, not twice it.",
    ),
    ko=("걸음이 두 배로 깁니다", "제곱의 절반을 미분하면 오차이고, 오차의 두 배가 아닙니다."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - rate * 2 * error * x_i, b - rate * 2 * error


@misconception(
    "A02.2", "intercept-times-input",
    en=("b's slope is multiplied by x", "∂ŷ/∂b = 1: the slope with respect to b is the error itself."),
    ko=("b의 기울기에 x를 곱했습니다", "∂ŷ/∂b = 1이므로 b의 기울기는 오차 자체입니다."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - rate * error * x_i, b - rate * error * x_i


@misconception(
    "A02.2", "slope-without-input",
    en=("w's slope lacks the factor x", "∂ŷ/∂w = x: multiply the error by the input."),
    ko=("w의 기울기에 x가 빠졌습니다", "∂ŷ/∂w = x이므로 오차에 입력을 곱하세요."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return w - rate * error, b - rate * error


@misconception(
    "A02.2", "intercept-frozen",
    en=("b does not move", "Both parameters are trained: b moves by rate·error."),
    ko=("b가 움직이지 않습니다", "두 매개변수를 모두 학습합니다. b는 rate·오차만큼 움직입니다."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    return w - rate * (w * x_i + b - y_i) * x_i, b


@misconception(
    "A02.2", "returned-in-wrong-order",
    en=("b comes back before w", "The docstring's order is (w, b)."),
    ko=("b를 w보다 먼저 반환했습니다", "docstring에 적힌 순서는 (w, b)입니다."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return b - rate * error, w - rate * error * x_i


@misconception(
    "A02.2", "steps-returned",
    en=("The changes are returned, not the new parameters", "Subtract the changes from w and b."),
    ko=("새 매개변수가 아니라 변화량을 반환했습니다", "w와 b에서 변화량을 빼서 반환하세요."),
)  # fmt: skip
def sgd_step(x_i, y_i, w, b, rate):
    error = w * x_i + b - y_i
    return rate * error * x_i, rate * error


@misconception(
    "A02.3", "one-step-for-all-rows",
    en=("The whole batch makes one step", "One update per row: m samples make m updates."),
    ko=(
        "전체 데이터로 한 번만 갱신했습니다",
        "행마다 한 번씩 갱신하므로 샘플이 m개이면 갱신도 m번입니다.",
    ),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    error = w * np.asarray(x) + b - y
    return w - rate * np.mean(error * x), b - rate * np.mean(error)


@misconception(
    "A02.3", "every-error-from-the-start",
    en=(
        "All errors are those of the starting line",
        "The next row starts from the parameters that this row left behind.",
    ),
    ko=(
        "모든 오차를 처음 직선으로 구했습니다",
        "다음 행은 이 행이 갱신한 매개변수에서 출발합니다.",
    ),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    error = w * np.asarray(x) + b - y
    return w - rate * np.sum(error * x), b - rate * np.sum(error)


@misconception(
    "A02.3", "only-the-last-row-counts",
    en=(
        "Every row starts again from the first parameters",
        "Carry w and b over from row to row: `w, b = sgd_step(…, w, b, rate)`.",
    ),
    ko=(
        "행마다 처음 매개변수에서 다시 출발했습니다",
        "w와 b를 다음 행으로 이어 가세요: `w, b = sgd_step(…, w, b, rate)`.",
    ),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    for x_i, y_i in zip(x, y, strict=True):
        new_w, new_b = sgd_step(x_i, y_i, w, b, rate)
    return new_w, new_b


@misconception(
    "A02.3", "rows-in-reverse",
    en=(
        "The rows are taken backwards",
        "Take them in the order given; with SGD the order matters.",
    ),
    ko=("행을 거꾸로 방문했습니다", "주어진 순서대로 방문하세요. SGD에서는 순서가 중요합니다."),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    for x_i, y_i in zip(x[::-1], y[::-1], strict=True):
        w, b = sgd_step(x_i, y_i, w, b, rate)
    return w, b


@misconception(
    "A02.3", "first-row-left-out",
    en=("The first row is left out", "Counting starts at 0: `range(m)`, not `range(1, m)`."),
    ko=("첫 번째 행이 빠졌습니다", "번호는 0부터입니다. `range(1, m)`이 아니라 `range(m)`입니다."),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    for i in range(1, len(x)):
        w, b = sgd_step(x[i], y[i], w, b, rate)
    return w, b


@misconception(
    "A02.3", "last-row-left-out",
    en=("The last row is left out", "`range(m)` already ends at m − 1."),
    ko=("마지막 행이 빠졌습니다", "`range(m)`은 이미 m − 1에서 끝납니다."),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    for i in range(len(x) - 1):
        w, b = sgd_step(x[i], y[i], w, b, rate)
    return w, b


@misconception(
    "A02.3", "stopped-after-the-first-row",
    en=("It stops after the first row", "`return` stands behind the loop, not inside."),
    ko=("첫 번째 행에서 멈췄습니다", "`return`은 반복문 안이 아니라 뒤에 둡니다."),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    for x_i, y_i in zip(x, y, strict=True):
        w, b = sgd_step(x_i, y_i, w, b, rate)
        break
    return w, b


@misconception(
    "A02.3", "x-and-y-shuffled-apart",
    en=(
        "x and y are shuffled separately",
        "Row i of x belongs to row i of y; here the rows aren't shuffled at all.",
    ),
    ko=(
        "x와 y를 따로 섞었습니다",
        "x의 i번째 행은 y의 i번째 행과 짝입니다. 여기서는 행을 섞지 않습니다.",
    ),
)  # fmt: skip
def sgd_epoch(x, y, w, b, rate):
    mixer = np.random.default_rng(0)
    for x_i, y_i in zip(mixer.permutation(x), mixer.permutation(y), strict=True):
        w, b = sgd_step(x_i, y_i, w, b, rate)
    return w, b


@misconception(
    "A02.4", "one-epoch-short",
    en=("One epoch is missing", "`range(1, epochs)` makes epochs − 1 passes: use `range(epochs)`."),
    ko=(
        "에포크가 하나 모자랍니다",
        "`range(1, epochs)`는 epochs − 1번 반복합니다. `range(epochs)`를 쓰세요.",
    ),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history, updates = [], 0
    for _ in range(1, epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append((w, b))
        updates += len(x)
    return {"w": w, "b": b, "history": np.array(history).reshape(-1, 2), "updates": updates}


@misconception(
    "A02.4", "one-epoch-short-unseen",
    en=(
        "The last epoch is counted but not made",
        "`range(1, epochs)` makes epochs − 1 passes: use `range(epochs)`.",
    ),
    ko=(
        "마지막 에포크를 세기만 하고 실행하지 않았습니다",
        "`range(1, epochs)`는 epochs − 1번 반복합니다. `range(epochs)`를 쓰세요.",
    ),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.zeros((epochs, 2))
    for epoch in range(1, epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w, b
    return {"w": w, "b": b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "updates-are-epochs",
    en=("Epochs are counted, not updates", "Every sample of every epoch makes one update."),
    ko=("갱신이 아니라 에포크를 세었습니다", "에포크마다 모든 샘플이 한 번씩 갱신합니다."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        w, b = history[epoch] = sgd_epoch(x, y, w, b, rate)
    return {"w": w, "b": b, "history": history, "updates": epochs}


@misconception(
    "A02.4", "history-holds-the-start",
    en=("The history begins with the start", "Row 0 is the line after the first epoch."),
    ko=("기록에 시작값이 들어 있습니다", "0번째 행은 첫 에포크가 끝난 뒤의 직선입니다."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = [(w, b)]
    for _ in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append((w, b))
    return {"w": w, "b": b, "history": np.array(history), "updates": epochs * len(x)}


@misconception(
    "A02.4", "noted-before-the-epoch",
    en=("The history is one epoch behind", "Note w and b after the epoch, not before it."),
    ko=("기록이 한 에포크 늦습니다", "w와 b는 에포크가 시작할 때가 아니라 끝난 뒤에 기록하세요."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        history[epoch] = w, b
        w, b = sgd_epoch(x, y, w, b, rate)
    return {"w": w, "b": b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "noted-after-every-update",
    en=(
        "The history has a row per update",
        "One row per epoch: note w and b after the inner loop.",
    ),
    ko=(
        "기록에 갱신마다 행이 있습니다",
        "에포크마다 한 행입니다. 안쪽 반복문이 끝난 뒤에 기록하세요.",
    ),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = []
    for _ in range(epochs):
        for x_i, y_i in zip(x, y, strict=True):
            w, b = sgd_step(x_i, y_i, w, b, rate)
            history.append((w, b))
    return {"w": w, "b": b, "history": np.array(history).reshape(-1, 2), "updates": len(history)}


@misconception(
    "A02.4", "every-epoch-starts-anew",
    en=(
        "Every epoch starts from the first parameters",
        "An epoch goes on where the last one ended: carry w and b over.",
    ),
    ko=(
        "에포크마다 처음 매개변수에서 다시 출발했습니다",
        "에포크는 앞선 에포크가 끝난 곳에서 이어집니다. w와 b를 이어 가세요.",
    ),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    end_w, end_b = w, b
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        end_w, end_b = history[epoch] = sgd_epoch(x, y, w, b, rate)
    return {"w": end_w, "b": end_b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "start-ignored",
    en=("It always starts from w = b = 1", "Start from the w and b that were handed in."),
    ko=("항상 w = b = 1에서 출발합니다", "인자로 받은 w와 b에서 출발하세요."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w = b = 1.0
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        w, b = history[epoch] = sgd_epoch(x, y, w, b, rate)
    return {"w": w, "b": b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "rate-not-passed-on",
    en=("The rate is always 0.01", "Pass `rate` on to every epoch."),
    ko=("학습률이 항상 0.01입니다", "에포크마다 `rate`를 그대로 넘기세요."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        w, b = history[epoch] = sgd_epoch(x, y, w, b, 0.01)
    return {"w": w, "b": b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "rows-shuffled",
    en=("The rows are shuffled", "Take the rows in the order given, in every epoch."),
    ko=("행을 섞었습니다", "모든 에포크에서 주어진 순서대로 방문하세요."),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    mixer = np.random.default_rng(0)
    history = np.zeros((epochs, 2))
    for epoch in range(epochs):
        order = mixer.permutation(len(x))
        w, b = history[epoch] = sgd_epoch(x[order], y[order], w, b, rate)
    return {"w": w, "b": b, "history": history, "updates": epochs * len(x)}


@misconception(
    "A02.4", "empty-history-without-columns",
    en=(
        "Without epochs the history has shape (0,)",
        "The docstring promises (epochs, 2): reshape, or start from np.zeros((epochs, 2)).",
    ),
    ko=(
        "에포크가 0이면 기록의 shape이 (0,)입니다",
        "docstring은 (epochs, 2)를 약속합니다. reshape하거나 np.zeros((epochs, 2))에서 시작하세요.",
    ),
)  # fmt: skip
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = []
    for _ in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append((w, b))
    return {"w": w, "b": b, "history": np.array(history), "updates": epochs * len(x)}


@misconception(
    "A02.5", "columns-are-points",
    en=(
        "The points stand in columns",
        "Rows are points: (x, y) of the left end, then of the right.",
    ),
    ko=(
        "점이 열에 들어 있습니다",
        "행이 점입니다. 왼쪽 끝의 (x, y)가 먼저, 오른쪽 끝이 다음입니다.",
    ),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([x_left, x_right])
    return np.array([x, w * x + b])


@misconception(
    "A02.5", "intercept-forgotten",
    en=("The intercept is missing", "The height of the line at x is w·x + b."),
    ko=("절편이 빠졌습니다", "x에서 직선의 높이는 w·x + b입니다."),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([[x_left, w * x_left], [x_right, w * x_right]])


@misconception(
    "A02.5", "ends-ignored",
    en=("The ends are always −0.1 and 0.15", "Use `x_left` and `x_right`."),
    ko=("양 끝이 항상 −0.1과 0.15입니다", "`x_left`와 `x_right`를 사용하세요."),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([[-0.1, w * -0.1 + b], [0.15, w * 0.15 + b]])


@misconception(
    "A02.5", "right-end-first",
    en=("The right end comes first", "Row 0 belongs to `x_left`."),
    ko=("오른쪽 끝이 먼저 나옵니다", "0번째 행은 `x_left`의 점입니다."),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([[x_right, w * x_right + b], [x_left, w * x_left + b]])


@misconception(
    "A02.5", "heights-first",
    en=("The height stands before x", "A point is (x, w·x + b)."),
    ko=("높이가 x보다 먼저 나옵니다", "점은 (x, w·x + b)입니다."),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    return np.array([[w * x_left + b, x_left], [w * x_right + b, x_right]])


@misconception(
    "A02.5", "integer-ends-truncate",
    en=("Whole-number ends cut the heights", "An integer array can't hold 0.75: make it floats."),
    ko=(
        "정수 끝점 때문에 높이가 잘렸습니다",
        "정수 배열에는 0.75를 담을 수 없습니다. 실수 배열로 만드세요.",
    ),
)  # fmt: skip
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = np.array([[x_left, 0], [x_right, 0]])
    ends[:, 1] = w * ends[:, 0] + b
    return ends


@misconception(
    "A02.6", "means-forgotten",
    en=(
        "x and y are not centred",
        "Subtract the means first; on the diabetes data mean(x) is 0, and so it doesn't show.",
    ),
    ko=(
        "x와 y에서 평균을 빼지 않았습니다",
        "먼저 평균을 빼세요. 당뇨병 데이터는 x의 평균이 0이라서 드러나지 않습니다.",
    ),
)  # fmt: skip
def least_squares_line(x, y):
    slope = np.sum(x * y) / np.sum(x**2)
    return slope, np.mean(y) - slope * np.mean(x)


@misconception(
    "A02.6", "intercept-is-the-mean",
    en=(
        "The intercept is the mean of y",
        "That holds only where mean(x) is 0: subtract slope·mean(x).",
    ),
    ko=("절편이 y의 평균입니다", "x의 평균이 0일 때만 맞습니다. slope·mean(x)를 빼세요."),
)  # fmt: skip
def least_squares_line(x, y):
    dx = x - np.mean(x)
    return np.sum(dx * (y - np.mean(y))) / np.sum(dx**2), np.mean(y)


@misconception(
    "A02.6", "intercept-sign",
    en=(
        "The intercept has the wrong sign in it",
        "The line passes through the means: b = ȳ − w·x̄.",
    ),
    ko=("절편의 부호가 틀렸습니다", "직선은 평균점을 지납니다: b = ȳ − w·x̄."),
)  # fmt: skip
def least_squares_line(x, y):
    dx = x - np.mean(x)
    slope = np.sum(dx * (y - np.mean(y))) / np.sum(dx**2)
    return slope, np.mean(y) + slope * np.mean(x)


@misconception(
    "A02.6", "divided-by-y",
    en=("It predicts x from y", "Divide by the squares of x − x̄, the input."),
    ko=("y로 x를 예측하는 직선입니다", "입력인 x − x̄의 제곱합으로 나누세요."),
)  # fmt: skip
def least_squares_line(x, y):
    dx, dy = x - np.mean(x), y - np.mean(y)
    slope = np.sum(dx * dy) / np.sum(dy**2)
    return slope, np.mean(y) - slope * np.mean(x)


@misconception(
    "A02.6", "correlation-for-slope",
    en=("The slope is the correlation", "A slope has units: divide by Σ(x − x̄)² alone."),
    ko=("기울기가 상관 계수입니다", "기울기에는 단위가 있습니다. Σ(x − x̄)²만으로 나누세요."),
)  # fmt: skip
def least_squares_line(x, y):
    slope = np.corrcoef(x, y)[0, 1]
    return slope, np.mean(y) - slope * np.mean(x)


@misconception(
    "A02.6", "two-kinds-of-variance",
    en=(
        "The slope is m/(m − 1) times too large",
        "`np.cov` divides by m − 1 and `np.var` by m: use the same in both places.",
    ),
    ko=(
        "기울기가 m/(m − 1)배입니다",
        "`np.cov`는 m − 1로, `np.var`는 m으로 나눕니다. 두 곳에서 같은 것을 쓰세요.",
    ),
)  # fmt: skip
def least_squares_line(x, y):
    slope = np.cov(x, y)[0, 1] / np.var(x)
    return slope, np.mean(y) - slope * np.mean(x)


@misconception(
    "A02.6", "returned-in-wrong-order",
    en=("The intercept comes back first", "The docstring's order is (slope, intercept)."),
    ko=("절편을 먼저 반환했습니다", "docstring에 적힌 순서는 (기울기, 절편)입니다."),
)  # fmt: skip
def least_squares_line(x, y):
    dx = x - np.mean(x)
    slope = np.sum(dx * (y - np.mean(y))) / np.sum(dx**2)
    return np.mean(y) - slope * np.mean(x), slope


@misconception(
    "A02.7", "half-kept",
    en=("The half of the cost is still there", "The mean squared error has no ½."),
    ko=("비용의 ½이 남아 있습니다", "평균 제곱 오차에는 ½이 없습니다."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.mean((y_hat - y) ** 2) / 2


@misconception(
    "A02.7", "sum-for-mean",
    en=("The squares are summed, not averaged", "Divide by the number of samples."),
    ko=("제곱을 평균하지 않고 더했습니다", "샘플 수로 나누세요."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.sum((y_hat - y) ** 2)


@misconception(
    "A02.7", "root-taken",
    en=("The root is taken", "The mean squared error is the mean of the squares, without a root."),
    ko=("제곱근을 취했습니다", "평균 제곱 오차는 제곱의 평균이며 제곱근을 취하지 않습니다."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.sqrt(np.mean((y_hat - y) ** 2))


@misconception(
    "A02.7", "absolute-for-square",
    en=("The absolute errors are averaged", "Square each error before you average."),
    ko=("절댓값을 평균했습니다", "오차마다 제곱한 다음에 평균하세요."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.mean(abs(y_hat - y))


@misconception(
    "A02.7", "square-of-the-mean",
    en=("The mean error is squared", "Square each error first, or errors of both signs cancel."),
    ko=(
        "오차를 평균한 뒤에 제곱했습니다",
        "먼저 제곱하세요. 그렇지 않으면 양·음의 오차가 상쇄됩니다.",
    ),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.mean(y_hat - y) ** 2


@misconception(
    "A02.7", "not-averaged",
    en=("It returns one value per sample", "The result is one number: take the mean."),
    ko=("샘플마다 값을 하나씩 반환했습니다", "결과는 숫자 하나입니다. 평균을 구하세요."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return (y_hat - y) ** 2


@misconception(
    "A02.7", "shapes-broadcast",
    en=("Shapes (m,) and (m, 1) broadcast to (m, m)", "Print both shapes; refuse the pair."),
    ko=(
        "shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다",
        "두 shape을 출력해 보고 그런 쌍은 거부하세요.",
    ),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    return np.mean((np.asarray(y_hat) - np.asarray(y)) ** 2)


@misconception(
    "A02.7", "number-refused",
    en=(
        "A single prediction for all is refused",
        "Only two arrays of different shapes are an error.",
    ),
    ko=("숫자 하나인 예측을 거부했습니다", "shape이 다른 두 배열만 거부하세요."),
)  # fmt: skip
def mean_squared_error(y_hat, y):
    if np.shape(y_hat) != np.shape(y):
        raise ValueError("shapes differ")
    return np.mean((y_hat - y) ** 2)
