"""Figures of A07, drawn by any implementation of the module."""

import time

import matplotlib.pyplot as plt
import numpy as np

RATE = 0.1


def breast_cancer():
    """Return the scaled training and validation sets, 364 and 91 rows of 30 features."""
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    X, y = load_breast_cancer(return_X_y=True)
    X, _, y, _ = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    X, X_val, y, y_val = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std, y.reshape(-1, 1), (X_val - mean) / std, y_val.reshape(-1, 1)


def gradient_by_loop(X, err):
    """Return the mean of input times error, one sample after another."""
    total = np.zeros((X.shape[1], 1))
    for x_i, err_i in zip(X, err, strict=True):
        for j, x_ij in enumerate(x_i):
            total[j] += x_ij * err_i
    return total / len(X)


def seconds(function, *args, repeats=3):
    """Return the shortest time of a call, and its result."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = function(*args)
        times.append(time.perf_counter() - start)
    return min(times), result


def loop_against_matrix(module, features=10):
    """Draw the time that one gradient takes, by a loop and by a matrix product."""
    rng = np.random.default_rng(7)
    sizes = (10, 30, 100, 300, 1000, 3000)
    loop, matrix, apart = [], [], 0.0
    for m in sizes:
        X, err = rng.normal(size=(m, features)), rng.normal(size=(m, 1))
        slow, by_loop = seconds(gradient_by_loop, X, err)
        fast, by_matrix = seconds(module.weight_gradient, X, err)
        loop.append(slow)
        matrix.append(fast)
        apart = max(apart, np.abs(by_loop - by_matrix).max())
    figure, axis = plt.subplots(figsize=(6, 3.8), layout="constrained")
    axis.loglog(sizes, loop, "o-", color="C3", label="loop over samples and features")
    axis.loglog(sizes, matrix, "o-", color="C0", label="weight_gradient")
    axis.set(
        xlabel="number of samples m",
        ylabel="seconds for one gradient",
        title=f"Same numbers (to {apart:.0e}), another clock",
    )
    axis.legend(frameon=False)
    axis.grid(alpha=0.3)
    return figure


def losses_of(module, X, Y, steps, step):
    """Return the training losses of a walk from zeros, the start included."""
    W, b = np.zeros((X.shape[1], 1)), np.zeros((1, 1))
    losses = []
    for _ in range(steps + 1):
        Z = module.forward(X, W, b)
        losses.append(np.mean(np.logaddexp(0, Z) - Y * Z))
        W, b = step(W, b)
    return losses


def learning_curves(module, epochs=500, steps=12):
    """Draw training and validation loss, and the printed update beside the right one."""
    X, Y, X_val, Y_val = breast_cancer()
    model = module.BatchLogistic().fit(X, Y, X_val, Y_val, RATE, epochs)
    right = np.mean(model.predict(X_val) == Y_val)

    def printed(W, b):
        err = (1 + np.tanh(module.forward(X, W, b) / 2)) / 2 - Y
        return W - len(X) * module.weight_gradient(X, err), b

    def ours(W, b):
        return module.batch_update(X, Y, W, b, RATE)

    figure, (left, other) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
    left.plot(range(1, epochs + 1), model.losses, color="C0", label="training")
    left.plot(range(1, epochs + 1), model.val_losses, color="C1", label="validation")
    left.set(
        xlabel="epoch", ylabel="loss", ylim=(0, None), title=f"validation accuracy {right:.3f}"
    )
    left.legend(frameon=False)
    other.semilogy(losses_of(module, X, Y, steps, printed), "o-", color="C3", label=r"$W-X^TE$")
    other.semilogy(losses_of(module, X, Y, steps, ours), "o-", color="C0", label="batch_update")
    other.axhline(np.log(2), color="0.7", linestyle=":", label="ln 2: no idea")
    other.set(xlabel="step", ylabel="training loss", title="the printed update overshoots")
    other.legend(frameon=False)
    return figure
