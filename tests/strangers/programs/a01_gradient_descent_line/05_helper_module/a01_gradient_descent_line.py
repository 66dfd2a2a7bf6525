# %%
import sys
from functools import partial

import numpy as np

from line_helpers import Walker, as_float, same_shape

# %% task="A01.1"
def _my_predict(x, w, b):
    x, w, b = as_float(x), as_float(w), as_float(b)
    return w * x + b


predict = _my_predict


# %% task="A01.2"
@same_shape("y_hat", "y", numbers_fit=True)
def _my_cost(y_hat, y):
    residual = as_float(y_hat) - as_float(y)
    return np.power(residual, 2) / 2


half_squared_error = _my_cost


# %% task="A01.3"
# one small function per link of the chain
_dJ_dyhat = lambda x, y, w, b: predict(x, w, b) - as_float(y)
_dyhat_dw = lambda x, y, w, b: as_float(x) * 1.0
_dyhat_db = lambda x, y, w, b: as_float(x) * 0.0 + 1.0
LINKS = (_dJ_dyhat, _dyhat_dw, _dyhat_db)


def chain_factors(x, y, w, b):
    return tuple(link(x, y, w, b) for link in LINKS)


# %% task="A01.4"
@same_shape("x", "y")
def gradient(x, y, w, b):
    outer, *inner = chain_factors(x, y, w, b)
    dw, db = (np.mean(outer * link) for link in inner)
    return dw, db


# %% task="A01.5"
def _slope(f, theta, h, index):
    """The slope of f along one entry of theta."""
    values = []
    for side in (+1, -1):
        moved = theta.copy()
        moved[index] += side * h
        values.append(f(moved))
    above, below = values
    return (above - below) / (2 * h)


def numerical_gradient(f, theta, h=1e-5):
    theta = np.array(theta, dtype=float)
    slope = partial(_slope, f, theta, h)
    result = np.zeros(theta.shape)
    for index in np.ndindex(*theta.shape):
        result[index] = slope(index)
    return result[()]


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    walker = Walker(slopes=partial(gradient, x, y), start={"w": w0, "b": b0}, lr=lr, train=train)
    for _ in range(steps):
        walker.step()
    return walker.path()


# %% task="A01.7"
critical_lr = lambda x: 2.0 / np.mean(np.square(as_float(x)))

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.learning_rates(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.bowl(sys.modules[__name__])
