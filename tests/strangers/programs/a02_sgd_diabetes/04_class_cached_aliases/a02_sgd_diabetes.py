# A02, written as one class. Nothing from A01 is needed: the line is a method here.
import sys
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np

BMI = 2  # column of the table
RATE = 0.01
LEFT, RIGHT = -0.1, 0.15


@dataclass
class SGDLine:
    w: float = 1.0
    b: float = 1.0
    rate: float = RATE
    updates: int = 0
    history: list = field(default_factory=list)

    def __post_init__(self):
        self.w = float(self.w)
        self.b = float(self.b)

    def predict(self, x):
        return self.w * x + self.b

    def step(self, x_i, y_i):
        error = self.predict(x_i) - y_i
        self.w -= self.rate * error * x_i
        self.b -= self.rate * error
        self.updates += 1
        return self

    def epoch(self, x, y):
        for x_i, y_i in zip(as_list(x), as_list(y)):
            self.step(x_i, y_i)
        self.history.append(self.now)
        return self

    @property
    def now(self):
        return self.w, self.b


def as_list(values):
    return [float(v) for v in values]


@lru_cache(maxsize=1)
def _load():
    """Read the data once. They are shared by everybody, so nobody may write into them."""
    from sklearn.datasets import load_diabetes

    data = load_diabetes(as_frame=False)
    x, y = data.data[:, BMI].copy(), data.target.copy()
    for array in (x, y):
        array.setflags(write=False)
    return x, y


def _step(x_i, y_i, w, b, rate):
    return SGDLine(w, b, rate).step(float(x_i), float(y_i)).now


def _epoch(x, y, w, b, rate):
    return SGDLine(w, b, rate).epoch(x, y).now


def _fit(x, y, w=1.0, b=1.0, rate=RATE, epochs=1):
    line = SGDLine(w, b, rate)
    x, y = as_list(x), as_list(y)
    for _ in range(epochs):
        line.epoch(x, y)
    history = np.array(line.history) if epochs else np.empty((0, 2))
    return dict(w=line.w, b=line.b, history=history, updates=line.updates)


def _segment(w, b, x_left=LEFT, x_right=RIGHT):
    height = SGDLine(w, b).predict
    return np.array([[x, height(x)] for x in as_list((x_left, x_right))])


def _least_squares(x, y):
    # normal equations of the centred data: (dx . dx) * slope = dx . dy
    centre = lambda v: np.subtract(v, np.mean(v), dtype=np.float64)
    dx, dy = centre(x), centre(y)
    slope = dx @ dy / (dx @ dx)
    return slope, np.mean(y) - slope * np.mean(x)


def _mse(y_hat, y):
    if isinstance(y_hat, (list, np.ndarray)) and np.ndim(y_hat) > 0:
        if np.shape(y_hat) != np.shape(y):
            raise ValueError("y_hat and y must have the same shape")
    error = np.subtract(y_hat, y, dtype=np.float64)
    return error @ error / error.size


# the names that the assignment asks for
load_bmi_target = _load
sgd_step = _step
sgd_epoch = _epoch
sgd_fit = _fit
line_segment = _segment
least_squares_line = _least_squares
mean_squared_error = _mse

# shorthand for the two listings of the slides
listing_1 = partial(sgd_fit, rate=0.01, epochs=1)
listing_2 = partial(sgd_fit, rate=1.0, epochs=100)

if __name__ == "__main__":
    print(listing_1(*load_bmi_target()))
    print(listing_2(*load_bmi_target()))
    import figures

    figures.epochs(sys.modules[__name__])
    figures.shuffled(sys.modules[__name__])
