# Recursion by halving.
import numpy as np


def predict(x, w, b):
    if np.ndim(x) == 0:
        return np.float64(w) * np.float64(x) + np.float64(b)
    if len(x) == 1:
        return np.array([predict(x[0], w, b)])
    half = len(x) // 2
    return np.concatenate([predict(x[:half], w, b), predict(x[half:], w, b)])


def half_squared_error(y_hat, y):
    if np.ndim(y_hat) and np.ndim(y):
        if np.shape(y_hat) != np.shape(y):
            raise ValueError
        return np.array([half_squared_error(p, t) for p, t in zip(y_hat, y)], dtype=float).reshape(np.shape(y))
    if np.ndim(y_hat):
        return np.array([half_squared_error(p, y) for p in y_hat], dtype=float).reshape(np.shape(y_hat))
    if np.ndim(y):
        return half_squared_error(y, y_hat)  # the square doesn't mind
    return (np.float64(y_hat) - np.float64(y)) ** 2 / 2


def chain_factors(x, y, w, b):
    if np.ndim(x) == 0:
        return predict(x, w, b) - np.float64(y), np.float64(x), np.float64(1)
    triples = [chain_factors(x_i, y_i, w, b) for x_i, y_i in zip(x, y)]
    return tuple(np.array(column) for column in zip(*triples))


def _total(values):
    """The sum of a list, by halves."""
    if len(values) <= 2:
        return sum(values)
    half = len(values) // 2
    return _total(values[:half]) + _total(values[half:])


def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("x, y: shapes differ")
    xs = np.ravel(x).astype(float).tolist()
    ys = np.ravel(y).astype(float).tolist()
    w, b = float(w), float(b)
    errors = [w * u + b - v for u, v in zip(xs, ys)]
    return _total([e * u for e, u in zip(errors, xs)]) / len(xs), _total(errors) / len(xs)


def numerical_gradient(f, theta, h=1e-5):
    whole = np.array(theta, dtype=float)
    if whole.ndim == 0:
        value = float(whole)
        return (f(value + h) - f(value - h)) / (2 * h)

    def below(prefix):
        if len(prefix) == whole.ndim:
            plus, minus = np.array(whole), np.array(whole)
            plus[prefix] = whole[prefix] + h
            minus[prefix] = whole[prefix] - h
            return (f(plus) - f(minus)) / (2 * h)
        return [below(prefix + (i,)) for i in range(whole.shape[len(prefix)])]

    return np.array(below(()), dtype=float)


def descend(x, y, w0, b0, lr, steps, train=("w",)):
    def walk(w, b, count):
        """The points after 1, 2, ..., count steps from (w, b)."""
        if count == 0:
            return []
        if count == 1:
            dw, db = gradient(x, y, w, b)
            return [(w - lr * dw if "w" in train else w, b - lr * db if "b" in train else b)]
        first = walk(w, b, count // 2)
        return first + walk(*first[-1], count - count // 2)

    start = (float(w0), float(b0))
    return np.array([start] + walk(*start, int(steps)))


def critical_lr(x):
    squares = [v * v for v in np.asarray(x, dtype=float).tolist()]
    return 2 / (_total(squares) / len(squares))
