"""Figures of A06, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

STRENGTHS = (0.0, 0.01, 0.1)
COLOURS = ("0.6", "C0", "C3")
TINY = 0.01


def penalties(module, start=0.0015, lr=0.1, strength=0.01, steps=100):
    """Draw the two penalties, their slopes, and a weight under the right and the printed L1 update."""
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
    w = np.linspace(-2, 2, 401)
    axes[0].plot(w, [module.l1_norm(one) for one in w.reshape(-1, 1)], label="L1: |w|")
    axes[0].plot(w, [module.l2_norm(one) ** 2 / 2 for one in w.reshape(-1, 1)], label="L2: w²/2")
    axes[0].set(title="penalty of strength 1", xlabel="w")
    axes[0].legend(loc="upper center")
    axes[1].plot(w, module.l1_gradient(w, 1.0), label="L1: sign(w)")
    axes[1].plot(w, module.l2_gradient(w, 1.0), label="L2: w")
    axes[1].set(title="its slope", xlabel="w")
    axes[1].legend(loc="upper left")
    right, printed, bias = [np.array([start])], [start], 0.0
    for _ in range(steps):
        # A sample of zeros gives the weight no slope, so that the penalty acts alone.
        new, bias = module.regularized_update(np.zeros(1), 0.0, right[-1], bias, lr, strength)
        right.append(new)
        printed.append(printed[-1] + strength * np.sign(printed[-1]))
    axes[2].plot(printed, color="C3", label=f"as printed, at the end {printed[-1]:.4f}")
    right = [one[0] for one in right]
    axes[2].plot(
        right, color="C0", label=f"your update, at most {max(np.abs(right[5:])):.4f} from 0"
    )
    axes[2].set_yscale("symlog", linthresh=1e-3)
    axes[2].set(title=f"a weight that starts at {start}", xlabel="step", ylim=(-2e-3, 200))
    axes[2].set(ylabel="w (logarithmic, but for the middle)")
    axes[2].legend(loc="upper left")
    return figure


def patients():
    """Return the standardized breast cancer data: 364 rows to train on, 91 to validate."""
    X, y = load_breast_cancer(return_X_y=True)
    kept, _, labels, _ = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    X_tr, X_va, y_tr, y_va = train_test_split(
        kept, labels, test_size=0.2, stratify=labels, random_state=42
    )
    mean, std = np.mean(X_tr, axis=0), np.std(X_tr, axis=0)
    return (X_tr - mean) / std, (X_va - mean) / std, y_tr, y_va


def strengths(module, lr=0.1, steps=2000):
    """Draw the weights and the learning curves for three strengths of either penalty."""
    X_tr, X_va, y_tr, y_va = patients()
    figure, axes = plt.subplots(2, 2, figsize=(11, 6.4), layout="constrained", sharey="col")
    free = module.RegularizedNeuron().fit(X_tr, y_tr, lr, steps)
    order = np.argsort(-np.abs(free.w))
    for (left, right), name in zip(axes, ("l1", "l2"), strict=True):
        for place, (strength, colour) in enumerate(zip(STRENGTHS, COLOURS, strict=True)):
            neuron = free
            if strength:
                neuron = module.RegularizedNeuron().fit(X_tr, y_tr, lr, steps, **{name: strength})
            norm = module.l1_norm if name == "l1" else module.l2_norm
            label = f"{name} = {strength:g}: norm {norm(neuron.w):.2f}"
            if tiny := int(np.sum(np.abs(neuron.w) < TINY)):
                label += f", {tiny} weight{'s' * (tiny > 1)} below {TINY}"
            at = np.arange(30) + 0.28 * (place - 1)
            left.bar(at, neuron.w[order], width=0.28, color=colour, label=label)
            score = np.mean(neuron.predict(X_va) == y_va)
            label = f"{name} = {strength:g}: validation accuracy {score:.3f}"
            right.plot(np.arange(1, steps + 1), neuron.losses, color=colour, label=label)
        left.set(
            xlabel="feature, by the size of its free weight", ylabel="weight", title=name.upper()
        )
        right.set(xscale="log", xlabel="step", ylabel="loss with penalty", title=name.upper())
        right.set(ylim=(0, 0.8))
        left.legend(loc="lower right", fontsize="small")
        right.legend(loc="upper right", fontsize="small")
    return figure
