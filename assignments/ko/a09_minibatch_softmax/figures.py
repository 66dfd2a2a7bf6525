"""Figures of A09, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

CLASSES = ("car", "plane", "rocket")
EXAMPLES = {"example A": (0.9, 0.8, 0.7), "example B": (0.5, 0.2, 0.1)}
TRUE_CLASS_AT = (0.1, 0.5, 0.9)
BATCH_SIZES = (1, 16, 32, 64, None)  # None: all rows at once
SEED = 0


def softmax_examples(module):
    """Draw sigmoid outputs beside softmax, and the errors a - y of three predictions."""
    figure = plt.figure(figsize=(9, 6), layout="constrained")
    upper, lower = figure.subfigures(2, 1)
    places = np.arange(3)
    axes = upper.subplots(1, 2, sharey=True)
    for axis, (title, outputs) in zip(axes, EXAMPLES.items(), strict=True):
        outputs = np.array(outputs)
        shares = module.softmax(module.inverse_sigmoid(outputs))
        total = outputs.sum()
        for shift, bars, color, label in (
            (-0.2, outputs, "0.75", f"sigmoid units (sum {total:.1f})"),
            (0.2, shares, "C0", "softmax (sum 1)"),
        ):
            drawn = axis.bar(places + shift, bars, 0.38, color=color, label=label)
            axis.bar_label(drawn, fmt="%.2f", padding=2)
        axis.set(title=title, xticks=places, xticklabels=CLASSES, ylim=(0, 1.25))
        axis.legend(loc="upper right", frameon=False)
    axes[0].set_ylabel("output")

    target = module.one_hot(np.array([0]), 3)
    axes = lower.subplots(1, 3, sharey=True)
    for axis, share in zip(axes, TRUE_CLASS_AT, strict=True):
        a = np.array([share, 0.6 * (1 - share), 0.4 * (1 - share)])
        error = module.softmax_ce_gradient(np.log(a)[None, :], target)[0]
        drawn = axis.bar(places, error, 0.6, color=["C3", "C0", "C0"])
        axis.bar_label(drawn, fmt="%+.2f", padding=2)
        axis.axhline(0, color="0.5", linewidth=0.8)
        axis.set(title=f"true class (car) at {share}", xticks=places, xticklabels=CLASSES)
        axis.set_ylim(-1.15, 0.8)
    axes[0].set_ylabel("error a − y")
    return figure


def load_digits():
    """Return training and test digits with pixels in 0..1: X, labels, X_test, labels_test."""
    from sklearn.datasets import load_digits

    X, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(SEED).permutation(len(X))
    X, labels = X[order] / 16, labels[order]
    return X[:1149], labels[:1149], X[1437:], labels[1437:]


def start(n, k, c, rng):
    """Return start parameters for n features, k hidden units and c classes."""
    return {
        "W1": rng.normal(0, 1 / np.sqrt(n), (n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(0, 1 / np.sqrt(k), (k, c)),
        "b2": np.zeros((1, c)),
    }


def softmax_regression(module, X, Y, lr, batch_size, epochs, rng):
    """Return weights and bias of a net without a hidden layer, trained by mini-batch descent."""
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros((1, Y.shape[1]))
    for _ in range(epochs):
        for rows in module.minibatches(len(X), batch_size, rng):
            dZ = module.softmax_ce_gradient(X[rows] @ W + b, Y[rows])
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b


def digits(module, hidden=100, epochs=10, lr=0.1):
    """Draw the loss on the digits for five batch sizes, per epoch and per step."""
    X, labels, X_test, labels_test = load_digits()
    Y = module.one_hot(labels, 10)
    figure, axes = plt.subplots(1, 2, figsize=(10, 4.2), sharey=True, layout="constrained")
    for place, size in enumerate(BATCH_SIZES):
        rng = np.random.default_rng(SEED)
        net = module.MultiClassNet(start(64, hidden, 10, rng))
        net.fit(X, Y, lr, size or len(X), epochs, rng)
        passes = np.arange(1, epochs + 1)
        steps = passes * len(module.minibatches(len(X), size or len(X)))
        label, color = f"batch size {size or 'all'}", f"C{place}"
        axes[0].plot(passes, net.losses, "o-", markersize=3, color=color, label=label)
        axes[1].plot(steps, net.losses, "o-", markersize=3, color=color, label=label)
    axes[0].axhline(np.log(10), color="0.6", linestyle=":", label="knowing nothing: log 10")
    axes[0].set(xlabel="epochs", ylabel="cross-entropy on the training set")
    axes[1].set(xlabel="steps", xscale="log")
    axes[1].legend(*axes[0].get_legend_handles_labels(), loc="lower left", frameon=False)

    rng = np.random.default_rng(SEED)
    net = module.MultiClassNet(start(64, hidden, 10, rng)).fit(X, Y, 0.5, 32, 40, rng)
    W, b = softmax_regression(module, X, Y, 0.5, 32, 40, rng)
    by_net = np.mean(net.predict(X_test) == labels_test)
    by_regression = np.mean(np.argmax(X_test @ W + b, axis=1) == labels_test)
    figure.suptitle(
        f"after 40 epochs, lr 0.5, batch size 32: network {by_net:.1%} of the test digits right, "
        f"softmax regression {by_regression:.1%}"
    )
    return figure
