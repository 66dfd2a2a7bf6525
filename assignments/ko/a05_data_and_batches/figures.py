"""Figures of A05, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer


def cross_entropy(X, y, w, b):
    """Return the mean cross-entropy of a logistic neuron, safe at any z."""
    z = X @ w + b
    return np.mean(np.logaddexp(0, z) - z * y)


def accuracy(X, y, w, b):
    """Return the share of rows on the right side of the boundary."""
    return np.mean((X @ w + b >= 0) == y)


def patients(module, columns=slice(None), seed=3):
    """Return the breast cancer data in three sets, split by the module."""
    data = load_breast_cancer()
    rng = np.random.default_rng(seed)
    return module.three_way_split(data.data[:, columns], data.target, 0.2, 0.2, rng)


def raw_against_scaled(module, steps=200, lr=0.1):
    """Draw loss and validation accuracy of one neuron on raw and on scaled data."""
    X_tr, X_va, _, y_tr, y_va, _ = patients(module)
    scaler = module.Standardizer().fit(X_tr)
    figure, axes = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
    for name, colour, train, held in (
        ("raw", "C3", X_tr, X_va),
        ("scaled", "C0", scaler.transform(X_tr), scaler.transform(X_va)),
    ):
        w, b = np.zeros(train.shape[1]), 0.0
        losses, scores = [], []
        for _ in range(steps):
            w, b = module.full_batch_step(train, y_tr, w, b, lr)
            losses.append(cross_entropy(train, y_tr, w, b))
            scores.append(accuracy(held, y_va, w, b))
        axes[0].plot(losses, color=colour, label=f"{name}: {losses[-1]:.3g}", linewidth=1)
        axes[1].plot(scores, color=colour, label=f"{name}: {scores[-1]:.3f}", linewidth=1)
    axes[0].set(yscale="log", xlabel="step", ylabel="training loss", title="loss, last value")
    axes[1].set(xlabel="step", ylabel="validation accuracy", title="accuracy, last value")
    axes[0].legend(loc="center right")
    axes[1].legend(loc="lower right")
    return figure


def three_walks(module, m=64, lr=0.5):
    """Draw stochastic, mini-batch and batch descent on the contour lines of one cost."""
    rng = np.random.default_rng(5)
    x = rng.normal(size=m)
    y = (x + rng.normal(0.2, 0.7, m) > 0).astype(float)
    X = x.reshape(m, 1)
    w, b = np.meshgrid(np.linspace(-1.6, 5.2, 80), np.linspace(-2.4, 2.4, 80))
    z = w[..., None] * x + b[..., None]
    cost = np.mean(np.logaddexp(0, z) - z * y, axis=-1)
    figure, axes = plt.subplots(1, 3, figsize=(12, 4), layout="constrained", sharey=True)
    kinds = (("stochastic", 1, 3), ("mini-batch", 8, 8), ("batch", m, 40))
    for axis, (name, size, epochs) in zip(axes, kinds, strict=True):
        path = [(-1.0, -1.8)]
        for _ in range(epochs):
            order = module.permuted_indices(m, rng)
            for start in range(0, m, size):
                rows = order[start : start + size]
                here = np.array([path[-1][0]]), path[-1][1]
                there = module.full_batch_step(X[rows], y[rows], *here, lr)
                path.append((there[0][0], there[1]))
        path = np.array(path)
        axis.contour(w, b, cost, levels=cost.min() * np.geomspace(1.01, 6, 14), colors="0.75")
        axis.plot(path[:, 0], path[:, 1], "-", color="C0", linewidth=0.8)
        axis.plot(path[:, 0], path[:, 1], "o", color="C0", markersize=2)
        axis.plot(*path[0], "o", color="C3", label="start")
        axis.plot(w.flat[cost.argmin()], b.flat[cost.argmin()], "*", color="C2", markersize=14)
        title = (
            f"{name}: {size} row{'s' * (size > 1)} a step\n{len(path) - 1} steps, {epochs} epochs"
        )
        axis.set(xlabel="w", title=title, xlim=(-1.6, 5.2), ylim=(-2.4, 2.4))
    axes[0].set_ylabel("b")
    axes[0].legend(loc="lower right")
    return figure


def learning_curves(module, lr=0.1, steps=100):
    """Draw the losses in three situations: too little, enough, and too much to learn from."""
    rng = np.random.default_rng(7)
    situations = (
        ("one weak feature", [4], None, 0),
        ("thirty features", slice(None), None, 0),
        ("40 rows, 3 weak features and 60 random ones", [1, 4, 8], 40, 60),
    )
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.8), layout="constrained", sharey=True)
    for axis, (title, columns, rows, extra) in zip(axes, situations, strict=True):
        X_tr, X_va, _, y_tr, y_va, _ = patients(module, columns)
        some = rng.permutation(len(X_tr))[:rows]
        X_tr, y_tr = X_tr[some], y_tr[some]
        X_tr, X_va = (np.hstack([X, rng.normal(size=(len(X), extra))]) for X in (X_tr, X_va))
        scaler = module.Standardizer().fit(X_tr)
        X_tr, X_va = scaler.transform(X_tr), scaler.transform(X_va)
        w, b = np.zeros(X_tr.shape[1]), 0.0
        losses = []
        for _ in range(steps):
            w, b = module.full_batch_step(X_tr, y_tr, w, b, lr)
            losses.append([cross_entropy(X_tr, y_tr, w, b), cross_entropy(X_va, y_va, w, b)])
        train, val = accuracy(X_tr, y_tr, w, b), accuracy(X_va, y_va, w, b)
        lines = axis.plot(losses)
        axis.legend(lines, [f"training (accuracy {train:.2f})", f"validation ({val:.2f})"])
        verdict = module.fit_verdict(train, val, 0.9, 0.1)
        axis.set(title=f"{title}\nverdict: {verdict}", xlabel="step", ylim=(0, 0.95))
    axes[0].set_ylabel("loss")
    return figure
