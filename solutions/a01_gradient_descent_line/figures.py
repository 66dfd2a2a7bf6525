"""Figures of A01, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([1.0, 2.0, 3.0])
Y = np.array([1.0, 2.0, 3.0])
RATES = (0.01, 0.4, 0.51)


def mean_cost(module, w, b=0.0):
    """Return the mean half squared error of the three points, by the module's own functions."""
    return np.mean(module.half_squared_error(module.predict(X, w, b), Y))


def learning_rates(module, steps=8):
    """Draw J(w) and the walks of three learning rates, with b frozen at 0."""
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained")
    for axis, rate in zip(axes, RATES, strict=True):
        path = module.descend(X, Y, 0.5, 0.0, rate, steps)[:, 0]
        reach = max(0.8, np.abs(path - 1).max() * 1.1)
        grid = np.linspace(1 - reach, 1 + reach, 200)
        axis.plot(grid, [mean_cost(module, w) for w in grid], color="0.7")
        axis.plot(path, [mean_cost(module, w) for w in path], "o-", color="C3", markersize=4)
        axis.plot(path[0], mean_cost(module, path[0]), "o", color="C0", label="start")
        axis.set(title=f"learning rate {rate}", xlabel="w", ylabel="J(w)" if rate == 0.01 else "")
        axis.legend(loc="upper center", frameon=False)
    figure.suptitle(f"critical learning rate: {module.critical_lr(X):.4f}")
    return figure


def bowl(module):
    """Draw two walks on the contour lines of J(w, b), with w and b trained together."""
    figure, axes = plt.subplots(1, 2, figsize=(9, 4.2), layout="constrained")
    w, b = np.meshgrid(np.linspace(-0.6, 2.6, 120), np.linspace(-2.6, 2.6, 120))
    cost = np.mean([(w * x + b - y) ** 2 / 2 for x, y in zip(X, Y, strict=True)], axis=0)
    for axis, rate, steps in zip(axes, (0.1, 0.4), (150, 9), strict=True):
        axis.contour(w, b, cost, levels=np.geomspace(0.01, 20, 14), colors="0.75")
        path = module.descend(X, Y, 0.5, 1.5, rate, steps, ("w", "b"))
        axis.plot(path[:, 0], path[:, 1], "o-", color="C3", markersize=3)
        axis.plot(path[0, 0], path[0, 1], "o", color="C0", label="start")
        axis.plot(1, 0, "*", color="C2", markersize=12, label="minimum")
        axis.set(
            xlim=(-0.6, 2.6),
            ylim=(-2.6, 2.6),
            xlabel="w",
            ylabel="b",
            title=f"learning rate {rate}, {steps} steps",
        )
        axis.legend(loc="lower left", frameon=True)
    return figure
