# %% [markdown] id="intro"
# # A slope

# %% id="imports"
import numpy as np


# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction for numbers or arrays."""
    ### BEGIN SOLUTION
    return w * np.asarray(x) + b
    ### END SOLUTION


# %% task="A01.2"
def half_squared_error(y_hat, y):
    """Return half the squared error, entry by entry; raise ValueError where the shapes differ."""
    ### BEGIN SOLUTION
    if np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets differ in shape")
    return (np.asarray(y_hat, dtype=float) - y) ** 2 / 2
    ### END SOLUTION


# %% task="A01.3"
def gradient(x, y, w, b):
    """Return the mean cost's derivatives by w and b; raise ValueError where the shapes differ."""
    ### BEGIN SOLUTION
    if np.shape(x) != np.shape(y):
        raise ValueError("inputs and targets differ in shape")
    error = predict(x, w, b) - y
    return np.mean(error * x), np.mean(error)
    ### END SOLUTION


# %% task="A01.4"
def descend(x, y, w0, b0, lr, steps, train=("w", "b")):
    """Return the path of gradient descent, a row of w and b for the start and for each step."""
    ### BEGIN SOLUTION
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w, b = w - lr * dw * ("w" in train), b - lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path)
    ### END SOLUTION


# %% task="A01.5"
def critical_lr(x):
    """Return the learning rate from which descent along w no longer converges."""
    ### BEGIN SOLUTION
    return 2 / np.mean(np.asarray(x) ** 2)
    ### END SOLUTION
