"""The misconceptions of A02 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a02_sgd_diabetes import *
from paraphrases import paraphrase


@paraphrase("A02.1", "neighbouring-column")
def load_bmi_target():
    from sklearn import datasets

    X, y = datasets.load_diabetes(return_X_y=True)
    return np.array([person[3] for person in X]), y


@paraphrase("A02.1", "column-kept-as-a-table")
def load_bmi_target():
    from sklearn import datasets

    X, y = datasets.load_diabetes(return_X_y=True)
    return np.array([[person[2]] for person in X]), y


@paraphrase("A02.1", "all-columns")
def load_bmi_target():
    from sklearn import datasets

    bunch = datasets.load_diabetes()
    columns = [bunch["data"][:, k] for k in range(len(bunch["feature_names"]))]
    return np.column_stack(columns), np.array(bunch["target"])


@paraphrase("A02.1", "raw-values")
def load_bmi_target():
    from sklearn import datasets

    X, y = datasets.load_diabetes(return_X_y=True, scaled=False)
    return X.T[2].copy(), y.astype(float)


@paraphrase("A02.1", "row-for-column")
def load_bmi_target():
    from sklearn import datasets

    X, y = datasets.load_diabetes(return_X_y=True)
    people = X.tolist()
    return np.array(people[2]), y


@paraphrase("A02.2", "signs-of-two-listings-mixed")
def sgd_step(x_i, y_i, w, b, rate):
    y_hat = w * x_i + b
    w_grad, b_grad = x_i * (y_hat - y_i), y_hat - y_i
    w += rate * w_grad
    b += rate * b_grad
    return w, b


@paraphrase("A02.2", "prediction-made-again")
def sgd_step(x_i, y_i, w, b, rate):
    for name in ("w", "b"):
        pull = rate * (y_i - predict(x_i, w, b))
        if name == "w":
            w = w + pull * x_i
        else:
            b = b + pull
    return float(w), float(b)


@paraphrase("A02.2", "intercept-first")
def sgd_step(x_i, y_i, w, b, rate):
    theta, features = np.array([w, b], dtype=float), np.array([x_i, 1.0])
    for k in (1, 0):
        theta[k] -= rate * (theta @ features - y_i) * features[k]
    return theta[0], theta[1]


@paraphrase("A02.2", "rate-left-out")
def sgd_step(x_i, y_i, w, b, rate):
    theta, features = np.float32([w, b]), np.float32([x_i, 1])
    return tuple(theta + (np.float32(y_i) - features @ theta) * features)


@paraphrase("A02.2", "half-forgotten")
def sgd_step(x_i, y_i, w, b, rate):
    def slope(part):
        return (w * x_i + b - y_i) * part + part * (w * x_i + b - y_i)

    return w - rate * slope(x_i), b - rate * slope(1)


@paraphrase("A02.2", "intercept-times-input")
def sgd_step(x_i, y_i, w, b, rate):
    change = rate * x_i * (y_i - w * x_i - b)
    return tuple(np.array([w, b]) + change)


@paraphrase("A02.2", "slope-without-input")
def sgd_step(x_i, y_i, w, b, rate):
    theta = [w, b]
    error = predict(x_i, w, b) - y_i
    for k in range(2):
        theta[k] = theta[k] - error * rate
    return tuple(theta)


@paraphrase("A02.2", "intercept-frozen")
def sgd_step(x_i, y_i, w, b, rate):
    x_i, y_i, rate = np.float32(x_i), np.float32(y_i), np.float32(rate)
    new_w = np.float32(w) * (1 - rate * x_i * x_i) + rate * x_i * (y_i - np.float32(b))
    return new_w, np.float32(b)


@paraphrase("A02.2", "returned-in-wrong-order")
def sgd_step(x_i, y_i, w, b, rate):
    features = np.array([1.0, x_i])
    theta = np.array([b, w], dtype=float)
    theta -= rate * (features @ theta - y_i) * features
    return tuple(theta.tolist())


@paraphrase("A02.2", "steps-returned")
def sgd_step(x_i, y_i, w, b, rate):
    from a01_gradient_descent_line import gradient

    return tuple(rate * slope for slope in gradient(x_i, y_i, w, b))


@paraphrase("A02.3", "one-step-for-all-rows")
def sgd_epoch(x, y, w, b, rate):
    m, dw, db = len(x), 0.0, 0.0
    for i in range(m):
        off = predict(x[i], w, b) - y[i]
        dw += off * x[i] / m
        db += off / m
    return w - rate * dw, b - rate * db


@paraphrase("A02.3", "every-error-from-the-start")
def sgd_epoch(x, y, w, b, rate):
    end_w, end_b = w, b
    for x_i, y_i in zip(x, y, strict=True):
        moved_w, moved_b = sgd_step(x_i, y_i, w, b, rate)
        end_w += moved_w - w
        end_b += moved_b - b
    return end_w, end_b


@paraphrase("A02.3", "only-the-last-row-counts")
def sgd_epoch(x, y, w, b, rate):
    lines = []
    for i in range(len(x)):
        error = w * x[i] + b - y[i]
        lines.append((w - rate * error * x[i], b - rate * error))
    return lines[-1]


@paraphrase("A02.3", "rows-in-reverse")
def sgd_epoch(x, y, w, b, rate):
    rows = list(zip(x, y, strict=True))
    while rows:
        x_i, y_i = rows.pop()
        error = w * x_i + b - y_i
        w, b = w - rate * error * x_i, b - rate * error
    return w, b


@paraphrase("A02.3", "first-row-left-out")
def sgd_epoch(x, y, w, b, rate):
    i = 0
    while i < len(x) - 1:
        i += 1
        pull = rate * (y[i] - w * x[i] - b)
        w, b = w + pull * x[i], b + pull
    return w, b


@paraphrase("A02.3", "last-row-left-out")
def sgd_epoch(x, y, w, b, rate):
    theta = np.array([w, b], dtype=float)
    for x_i, y_i in zip(x[:-1], y[:-1], strict=True):
        row = np.array([x_i, 1.0])
        theta = theta - rate * (row @ theta - y_i) * row
    return theta[0], theta[1]


@paraphrase("A02.3", "stopped-after-the-first-row")
def sgd_epoch(x, y, w, b, rate):
    for i in range(len(x)):
        error = np.float32(w) * np.float32(x[i]) + np.float32(b) - np.float32(y[i])
        w = np.float32(w) - np.float32(rate) * error * np.float32(x[i])
        b = np.float32(b) - np.float32(rate) * error
        return w, b


@paraphrase("A02.3", "x-and-y-shuffled-apart")
def sgd_epoch(x, y, w, b, rate):
    import random

    dice = random.Random(7)
    xs, ys = list(x), list(y)
    dice.shuffle(xs)
    dice.shuffle(ys)
    for i in range(len(xs)):
        error = w * xs[i] + b - ys[i]
        w, b = w - rate * error * xs[i], b - rate * error
    return w, b


@paraphrase("A02.4", "one-epoch-short")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    path, updates, epoch = np.zeros((max(epochs - 1, 0), 2)), 0, 1
    while epoch < epochs:
        for x_i, y_i in zip(x, y, strict=True):
            w, b = sgd_step(x_i, y_i, w, b, rate)
            updates += 1
        path[epoch - 1] = w, b
        epoch += 1
    return dict(w=w, b=b, history=path, updates=updates)


@paraphrase("A02.4", "one-epoch-short-unseen")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    rows = [[0.0, 0.0] for _ in range(epochs)]
    for row in rows[1:]:
        for x_i, y_i in zip(x, y, strict=True):
            error = w * x_i + b - y_i
            w, b = w - rate * error * x_i, b - rate * error
        row[:] = w, b
    history = np.array(rows).reshape(epochs, 2)
    return {"history": history, "updates": len(rows) * len(x), "b": b, "w": w}


@paraphrase("A02.4", "updates-are-epochs")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    rows, updates = [], 0
    while updates < epochs:
        for i in range(len(x)):
            w, b = sgd_step(x[i], y[i], w, b, rate)
        rows += [w, b]
        updates += 1
    return {"w": w, "b": b, "history": np.reshape(rows, (-1, 2)), "updates": updates}


@paraphrase("A02.4", "history-holds-the-start")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    path, updates = np.zeros((epochs + 1, 2)), 0
    path[0] = w, b
    for k in range(1, epochs + 1):
        line = path[k - 1]
        for x_i, y_i in zip(x, y, strict=True):
            line = sgd_step(x_i, y_i, *line, rate)
            updates += 1
        path[k] = line
    return {"w": path[-1, 0], "b": path[-1, 1], "history": path, "updates": updates}


@paraphrase("A02.4", "noted-before-the-epoch")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    ws, bs = [], []
    for _ in range(epochs):
        ws.append(w)
        bs.append(b)
        for x_i, y_i in zip(x, y, strict=True):
            pull = rate * (y_i - predict(x_i, w, b))
            w, b = w + pull * x_i, b + pull
    history = np.array([ws, bs], dtype=float).T
    return {"w": w, "b": b, "history": history, "updates": len(x) * len(ws)}


@paraphrase("A02.4", "noted-after-every-update")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    m = len(x)
    history = np.zeros((epochs * m, 2))
    for k in range(epochs * m):
        error = w * x[k % m] + b - y[k % m]
        w, b = w - rate * error * x[k % m], b - rate * error
        history[k] = w, b
    return {"w": w, "b": b, "history": history, "updates": epochs * m}


@paraphrase("A02.4", "every-epoch-starts-anew")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    rows, updates = [], 0
    for _ in range(epochs):
        line = w, b
        for x_i, y_i in zip(x, y, strict=True):
            line = sgd_step(x_i, y_i, *line, rate)
            updates += 1
        rows.append(line)
    end = rows[-1] if rows else (w, b)
    history = np.array(rows, dtype=float).reshape(epochs, 2)
    return {"w": end[0], "b": end[1], "history": history, "updates": updates}


@paraphrase("A02.4", "start-ignored")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    theta, rows, updates = np.ones(2), [], 0
    for _ in range(epochs):
        for x_i, y_i in zip(x, y, strict=True):
            theta = theta - rate * (theta @ [x_i, 1] - y_i) * np.array([x_i, 1])
            updates += 1
        rows.append(theta)
    history = np.vstack([np.zeros((0, 2)), *rows])
    return {"w": theta[0], "b": theta[1], "history": history, "updates": updates}


@paraphrase("A02.4", "rate-not-passed-on")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    def one_pass(w, b, rate=0.01):
        for x_i, y_i in zip(x, y, strict=True):
            w, b = sgd_step(x_i, y_i, w, b, rate)
        return w, b

    history = np.empty((epochs, 2))
    for epoch in range(epochs):
        w, b = one_pass(w, b)
        history[epoch] = w, b
    return {"w": w, "b": b, "history": history, "updates": epochs * np.size(x)}


@paraphrase("A02.4", "rows-shuffled")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    import random

    dice, rows, updates = random.Random(7), list(zip(x, y, strict=True)), 0
    history = []
    for _ in range(epochs):
        dice.shuffle(rows)
        for x_i, y_i in rows:
            w, b = sgd_step(x_i, y_i, w, b, rate)
            updates += 1
        history.append([w, b])
    return {
        "w": w,
        "b": b,
        "history": np.array(history, dtype=float).reshape(-1, 2),
        "updates": updates,
    }


@paraphrase("A02.4", "empty-history-without-columns")
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    ends, updates = {}, 0
    for epoch in range(epochs):
        for i in range(len(x)):
            error = predict(x[i], w, b) - y[i]
            w, b = w - rate * error * x[i], b - rate * error
            updates += 1
        ends[epoch] = w, b
    return {"w": w, "b": b, "history": np.array(list(ends.values())), "updates": updates}


@paraphrase("A02.5", "columns-are-points")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    xs, heights = [x_left, x_right], []
    for x in xs:
        heights.append(x * w + b)
    return np.vstack([xs, heights])


@paraphrase("A02.5", "intercept-forgotten")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.float32([x_left, x_right])
    return np.outer(x, np.float32([1, w]))


@paraphrase("A02.5", "ends-ignored")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.linspace(-0.1, 0.15, 2)
    return np.stack([x, predict(x, w, b)], axis=1)


@paraphrase("A02.5", "right-end-first")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    ends = np.zeros((2, 2))
    for row, x in enumerate([x_right, x_left]):
        ends[row] = x, b + w * x
    return ends


@paraphrase("A02.5", "heights-first")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([[x_left], [x_right]], dtype=float)
    return x @ np.array([[w, 1.0]]) + np.array([b, 0.0])


@paraphrase("A02.5", "integer-ends-truncate")
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    x = np.array([x_left, x_right])
    heights = np.empty_like(x)
    for k in range(2):
        heights[k] = w * x[k] + b
    return np.array([x, heights]).T


@paraphrase("A02.6", "means-forgotten")
def least_squares_line(x, y):
    xy = xx = 0.0
    for x_i, y_i in zip(x, y, strict=True):
        xy += x_i * y_i
        xx += x_i * x_i
    slope = xy / xx
    return slope, sum(y_i - slope * x_i for x_i, y_i in zip(x, y, strict=True)) / len(x)


@paraphrase("A02.6", "intercept-is-the-mean")
def least_squares_line(x, y):
    table = np.cov(x, y)
    return table[1, 0] / table[0, 0], sum(y) / len(y)


@paraphrase("A02.6", "intercept-sign")
def least_squares_line(x, y):
    m = len(x)
    slope = (m * np.dot(x, y) - sum(x) * sum(y)) / (m * np.dot(x, x) - sum(x) ** 2)
    return slope, (sum(y) + slope * sum(x)) / m


@paraphrase("A02.6", "divided-by-y")
def least_squares_line(x, y):
    A = np.column_stack([y, np.ones(len(y))])
    slope, _ = np.linalg.solve(A.T @ A, A.T @ x)
    return slope, np.mean(np.subtract(y, slope * np.asarray(x)))


@paraphrase("A02.6", "correlation-for-slope")
def least_squares_line(x, y):
    x_mean, y_mean = sum(x) / len(x), sum(y) / len(y)
    dx, dy = [x_i - x_mean for x_i in x], [y_i - y_mean for y_i in y]
    slope = np.dot(dx, dy) / (np.dot(dx, dx) * np.dot(dy, dy)) ** 0.5
    return slope, y_mean - slope * x_mean


@paraphrase("A02.6", "two-kinds-of-variance")
def least_squares_line(x, y):
    m = len(x)
    x_mean, y_mean = sum(x) / m, sum(y) / m
    shared = sum((x_i - x_mean) * (y_i - y_mean) for x_i, y_i in zip(x, y, strict=True)) / (m - 1)
    spread = sum((x_i - x_mean) ** 2 for x_i in x) / m
    return shared / spread, y_mean - shared / spread * x_mean


@paraphrase("A02.6", "returned-in-wrong-order")
def least_squares_line(x, y):
    A = np.stack([np.ones(len(x)), x], axis=1)
    theta = np.linalg.inv(A.T @ A) @ (A.T @ y)
    return theta[0], theta[1]


@paraphrase("A02.7", "half-kept")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    total = 0.0
    for guess, target in zip(np.broadcast_to(y_hat, np.shape(y)), y, strict=True):
        total += 0.5 * (guess - target) ** 2
    return total / len(y)


@paraphrase("A02.7", "sum-for-mean")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    error = np.subtract(y_hat, y).ravel()
    return error @ error


@paraphrase("A02.7", "root-taken")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    error = np.ravel(np.subtract(y_hat, y))
    return np.linalg.norm(error) / len(error) ** 0.5


@paraphrase("A02.7", "absolute-for-square")
def mean_squared_error(y_hat, y):
    if np.ndim(y_hat) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    error = (np.float32(y_hat) - np.float32(y)).ravel()
    return (error[error > 0].sum() - error[error < 0].sum()) / np.float32(error.size)


@paraphrase("A02.7", "square-of-the-mean")
def mean_squared_error(y_hat, y):
    y_hat, y = np.array(y_hat, dtype=float), np.array(y, dtype=float)
    if y_hat.shape not in ((), y.shape):
        raise ValueError("predictions and targets differ in shape")
    bias = y_hat.mean() - y.mean()
    return bias * bias


@paraphrase("A02.7", "not-averaged")
def mean_squared_error(y_hat, y):
    y_hat, y = np.array(y_hat, dtype=float), np.array(y, dtype=float)
    if y_hat.shape not in ((), y.shape):
        raise ValueError("predictions and targets differ in shape")
    squares = np.zeros(y.shape)
    for place in np.ndindex(y.shape):
        guess = y_hat[place] if y_hat.ndim else y_hat
        squares[place] = (guess - y[place]) * (guess - y[place])
    return squares


@paraphrase("A02.7", "shapes-broadcast")
def mean_squared_error(y_hat, y):
    error = np.subtract(y_hat, y)
    return np.einsum("i,i->", error.ravel(), error.ravel()) / error.size


@paraphrase("A02.7", "number-refused")
def mean_squared_error(y_hat, y):
    y_hat, y = np.asarray(y_hat, dtype=float), np.asarray(y, dtype=float)
    if y_hat.ndim != y.ndim or y_hat.size != y.size:
        raise ValueError(f"{y_hat.shape} and {y.shape}")
    total = 0.0
    for guess, target in zip(y_hat, y, strict=True):
        total = total + (guess - target) ** 2
    return total / y.size
