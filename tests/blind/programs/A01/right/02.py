# ufuncs with ``out`` and einsum.
import numpy as np


# %% task="A01.1"
def predict(x, w, b):
    out = np.multiply(x, float(w), dtype=np.float64)
    return np.add(out, float(b))


# %% task="A01.2"
def half_squared_error(y_hat, y):
    shapes = {np.shape(one) for one in (y_hat, y) if np.ndim(one)}
    if len(shapes) > 1:
        raise ValueError("cannot compare arrays of shapes " + " and ".join(map(str, shapes)))
    residual = np.subtract(y_hat, y, dtype=np.float64)
    return 0.5 * np.square(residual)


# %% task="A01.3"
def chain_factors(x, y, w, b):
    return (
        np.subtract(predict(x, w, b), y),
        np.positive(x, dtype=np.float64),
        np.full(np.shape(x), 1.0) if np.ndim(x) else 1.0,
    )


# %% task="A01.4"
def gradient(x, y, w, b):
    xs = np.asarray(x, dtype=np.float64)
    ys = np.asarray(y, dtype=np.float64)
    if xs.shape != ys.shape:
        raise ValueError("inputs and targets must have one shape")
    xs, ys = xs.reshape(-1), ys.reshape(-1)
    error = predict(xs, w, b) - ys
    m = xs.size
    return np.einsum("i,i->", error, xs) / m, np.einsum("i->", error) / m


# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    centre = np.array(theta, dtype=np.float64)
    slopes = np.empty_like(centre)
    with np.nditer(slopes, flags=["multi_index", "zerosize_ok"], op_flags=["writeonly"]) as walk:
        for slope in walk:
            offset = np.zeros_like(centre)
            offset[walk.multi_index] = h
            slope[...] = (f(centre + offset) - f(centre - offset)) / (2 * h)
    return slopes[()]


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    path = np.empty((steps + 1, 2), dtype=np.float64)
    path[0, 0] = w0
    path[0, 1] = b0
    moving = [column for column, name in enumerate(("w", "b")) if name in train]
    for k in range(steps):
        slopes = np.array(gradient(x, y, path[k, 0], path[k, 1]))
        path[k + 1] = path[k]
        path[k + 1, moving] -= lr * slopes[moving]
    return path


# %% task="A01.7"
def critical_lr(x):
    xs = np.asarray(x, dtype=np.float64)
    return 2.0 * xs.size / np.einsum("i,i->", xs, xs)
