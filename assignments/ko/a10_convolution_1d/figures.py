"""Figures of A10, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

MODES = ("valid", "same_scipy", "same", "full")


def participation_counts(module, n=9, k=4):
    """Draw in how many windows each entry lies, for the four kinds of padding."""
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), sharey=True, layout="constrained")
    for axis, mode in zip(axes, MODES, strict=True):
        left, right = module.pad_amounts(n, k, 1, mode)
        axis.bar(np.arange(n), module.participation(n, k, mode), color="C0", label="input")
        zeros = np.r_[np.arange(-left, 0), np.arange(n, n + right)]
        if zeros.size:
            axis.plot(zeros, np.full(zeros.size, 0.15), "o", mfc="none", color="C3", label="zeros")
        axis.axhline(k, color="0.7", linewidth=1, linestyle="--", zorder=0)
        axis.set(title=mode, xlabel="position", xlim=(-k + 0.2, n + k - 1.2), ylim=(0, k + 1.2))
        axis.set_xticks(range(0, n, 2))
        axis.legend(loc="upper center", ncols=2, frameon=False, fontsize=8)
    axes[0].set_ylabel("windows it takes part in")
    figure.suptitle(f"{n} entries, a kernel of {k}")
    return figure


def smooth_and_edge(module):
    """Draw a noisy signal beside its moving average and the answer of an edge kernel."""
    rng = np.random.default_rng(4)
    clean = np.zeros(120)
    clean[35:80] = 2.0
    clean[80:] = 0.8
    signal = clean + rng.normal(0.0, 0.25, clean.size)
    average = np.full(9, 1 / 9)
    edge = np.r_[-np.ones(4), np.ones(4)] / 4
    figure, axes = plt.subplots(3, 1, figsize=(9, 6), sharex=True, layout="constrained")
    axes[0].plot(signal, color="0.5", linewidth=1, label="signal")
    axes[0].plot(clean, color="C2", label="without noise")
    axes[1].plot(signal, color="0.8", linewidth=1)
    axes[1].plot(module.correlate(signal, average, "same"), color="C0", label="moving average of 9")
    axes[2].plot(module.correlate(signal, edge, "same"), color="C3", label="edge kernel of 8")
    axes[2].axhline(0, color="0.7", linewidth=1)
    for axis in axes:
        axis.legend(loc="upper right", frameon=False)
        axis.set_ylabel("value")
    axes[2].set_xlabel("position")
    return figure
