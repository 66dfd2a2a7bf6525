"""Figures of A03, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

X = np.array([-4.0, -2.5, -1.5, -0.5, 0.5, 1.0, 2.0, 4.0])
Y = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0])


def sheet(module):
    """Draw odds, logit, sigmoid and the two halves of the cross-entropy on one sheet."""
    p = np.linspace(0.005, 0.995, 400)
    odds, logit = module.odds_and_logit(p)
    z = np.linspace(-8, 8, 401)
    figure, axes = plt.subplots(2, 2, figsize=(9.5, 7), layout="constrained")
    (top_left, top_right), (bottom_left, bottom_right) = axes

    top_left.plot(p, odds)
    top_left.plot(0.5, 1, "o", color="C3", label="even odds: 1")
    top_left.set(title="odds p / (1 − p)", xlabel="p", ylabel="odds", ylim=(0, 20))

    top_right.plot(p, logit)
    top_right.plot(0.5, 0, "o", color="C3", label="p = 0.5: logit 0")
    top_right.set(title="logit log(p / (1 − p))", xlabel="p", ylabel="logit")

    bottom_left.plot(z, module.sigmoid(z))
    bottom_left.plot(0, module.sigmoid(0.0), "o", color="C3", label="decision boundary")
    bottom_left.set(title="sigmoid", xlabel="z", ylabel="a")

    bottom_right.plot(p, module.binary_cross_entropy(p, 1.0), label="y = 1: −log a")
    bottom_right.plot(p, module.binary_cross_entropy(p, 0.0), label="y = 0: −log(1 − a)")
    bottom_right.set(title="cross-entropy", xlabel="a", ylabel="L")

    for axis in axes.flat:
        axis.axhline(0, color="0.85", zorder=0)
        axis.legend(loc="upper center" if axis is bottom_right else "upper left", frameon=False)
    return figure


def bowls(module):
    """Draw half the squared error and the cross-entropy over w, red where they bend downward."""
    w = np.linspace(-8, 8, 801)
    a = np.array([module.sigmoid(X * slope) for slope in w])
    logits = [np.mean(module.bce_with_logits(X * slope, Y)) for slope in w]
    costs = {
        "half squared error": np.mean((a - Y) ** 2, axis=1) / 2,
        "cross-entropy": np.array(logits),
    }
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for axis, (name, cost) in zip(axes, costs.items(), strict=True):
        bends_down = np.append(np.append(0, np.diff(cost, 2)), 0) < -1e-12
        axis.plot(w, cost, label="bends upward")
        wrong = np.where(bends_down, cost, np.nan)
        axis.plot(w, wrong, color="C3", linewidth=3, label="bends downward")
        if not bends_down.any():
            axis.lines[-1].set_label(None)
        best = np.argmin(cost)
        axis.plot(w[best], cost[best], "*", color="C2", markersize=12, label="minimum")
        axis.set(title=name, xlabel="w", ylabel="mean cost")
        axis.legend(loc="upper right", frameon=False)
    return figure
