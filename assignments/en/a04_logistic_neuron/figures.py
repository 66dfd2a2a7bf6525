"""Figures of A04, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

# The lecture's six exams: two features, failed (0) or passed (1).
EXAMS = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
PASSED = np.array([0, 0, 0, 1, 1, 1])
PASSES = (1, 10, 100, 1000)

HOURS = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
COLOURS = ("C3", "C0")


def boundaries(module, lr=0.1):
    """Draw the decision boundary on the six exams after more and more passes."""
    figure, axes = plt.subplots(1, 4, figsize=(12, 3.6), layout="constrained", sharey=True)
    x1, x2 = np.meshgrid(np.linspace(0, 7, 71), np.linspace(0, 4.5, 46))
    grid = np.column_stack([x1.ravel(), x2.ravel()])
    for axis, passes in zip(axes, PASSES, strict=True):
        neuron = module.LogisticNeuron().fit(EXAMS, PASSED, lr, passes)
        right = int(np.sum(neuron.predict(EXAMS) == PASSED))
        side = neuron.predict(grid).reshape(x1.shape)
        axis.contourf(x1, x2, side, levels=[-0.5, 0.5, 1.5], colors=COLOURS, alpha=0.15)
        if neuron.w[1] != 0:
            ends = np.array([0.0, 7.0])
            axis.plot(ends, module.decision_boundary(ends, neuron.w, neuron.b), "k-", linewidth=1.5)
        for label, name in enumerate(("failed", "passed")):
            points = EXAMS[label == PASSED]
            axis.plot(*points.T, "o", color=COLOURS[label], markersize=8, label=name)
        size = np.sqrt(np.sum(np.square(neuron.w)))
        axis.set(
            xlim=(0, 7),
            ylim=(0, 4.5),
            xlabel="$x_1$ (hours studied)",
            title=f"{passes} pass{'es' * (passes > 1)}: {right} of 6\n|w| = {size:.2f}, "
            f"loss {neuron.losses[-1]:.3f}",
        )
    axes[0].set_ylabel("$x_2$ (hours slept)")
    axes[0].legend(loc="upper left")
    return figure


def far_point(module):
    """Draw a straight line cut at one half, and a neuron, without and with one far point."""
    figure, axes = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained", sharey=True)
    cases = [
        (HOURS, PASSED, 0.1, 1000, "six students"),
        (np.append(HOURS, 30.0), np.append(PASSED, 1), 0.01, 3000, "one more, 30 hours"),
    ]
    for axis, (x, y, lr, steps, title) in zip(axes, cases, strict=True):
        table = x.reshape(-1, 1)
        w, b = np.zeros(1), 0.0
        for _ in range(steps):
            dw, db = module.linear_gradient(table, y, w, b)
            w, b = w - lr * dw, b - lr * db
        neuron = module.LogisticNeuron().fit(table, y, 0.1, 1000)
        line_cut, neuron_cut = (0.5 - b) / w[0], -neuron.b / neuron.w[0]
        grid = np.linspace(0, x.max() + 1, 400)
        axis.plot(grid, w[0] * grid + b, color="C1", label=f"straight line, cut at {line_cut:.2f}")
        activation = 1 / (1 + np.exp(-(neuron.w[0] * grid + neuron.b)))
        axis.plot(grid, activation, color="C2", label=f"neuron, cut at {neuron_cut:.2f}")
        axis.axhline(0.5, color="0.8", zorder=0)
        axis.axvline(line_cut, color="C1", linestyle=":")
        axis.axvline(neuron_cut, color="C2", linestyle=":")
        axis.scatter(x, y, c=[COLOURS[label] for label in y], s=45, zorder=3)
        axis.set(title=title, xlabel="hours studied", ylim=(-0.35, 1.35))
        axis.legend(loc="lower right")
    axes[0].set_ylabel("failed 0 … passed 1")
    return figure
