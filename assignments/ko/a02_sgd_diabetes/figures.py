"""Figures of A02, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

EPOCHS = (1, 10, 100, 1000)
ORDERS = 6  # how many times the rows are shuffled


def epochs(module):
    """Draw the line after 1, 10, 100 and 1000 epochs at a rate of 0.01, and how its error falls."""
    x, y = module.load_bmi_target()
    history = module.sgd_fit(x, y, rate=0.01, epochs=EPOCHS[-1])["history"]
    errors = [module.mean_squared_error(w * x + b, y) for w, b in history]
    slope, intercept = module.least_squares_line(x, y)
    best = module.mean_squared_error(slope * x + intercept, y)
    mean_only = module.mean_squared_error(np.mean(y), y)

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.4), layout="constrained")
    left.plot(x, y, ".", color="0.8", zorder=0)
    for i, count in enumerate(EPOCHS):
        ends = module.line_segment(*history[count - 1])
        name = f"{count} epoch{'s' if count > 1 else ''}"
        left.plot(ends[:, 0], ends[:, 1], color=plt.cm.plasma(0.8 - 0.22 * i), label=name)
    ends = module.line_segment(slope, intercept)
    left.plot(ends[:, 0], ends[:, 1], "k:", label="least squares")
    left.set(xlabel="body mass index (centred, scaled)", ylabel="progression after one year")
    left.set_title("the line, rate 0.01")
    left.legend(loc="upper left")

    right.plot(np.arange(1, len(errors) + 1), errors, color="0.4")
    for i, count in enumerate(EPOCHS):
        right.plot(count, errors[count - 1], "o", color=plt.cm.plasma(0.8 - 0.22 * i))
        right.annotate(
            f"{errors[count - 1]:.0f}",
            (count, errors[count - 1]),
            xytext=(-4, -8) if i in (0, 1) else (-4, 8),
            ha="right" if i in (0, 1, 3) else "left",
            va="top" if i in (0, 1) else "bottom",
            textcoords="offset points",
        )
    right.axhline(mean_only, color="0.6", linestyle="--", label=f"mean only: {mean_only:.0f}")
    right.axhline(best, color="k", linestyle=":", label=f"least squares: {best:.0f}")
    right.set(xscale="log", xlim=(0.4, 1500), ylim=(3700, 6200))
    right.set(xlabel="epochs", ylabel="mean squared error", title="its error")
    right.legend(loc="center left")
    return figure


def shuffled(module):
    """Draw where 40 epochs at rate 1 end, for the rows as they are and in other orders."""
    x, y = module.load_bmi_target()
    rng = np.random.default_rng(2)
    orders = [np.arange(len(x))] + [rng.permutation(len(x)) for _ in range(ORDERS)]
    slope, intercept = module.least_squares_line(x, y)
    best = module.mean_squared_error(slope * x + intercept, y)
    mean_only = module.mean_squared_error(np.mean(y), y)

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.4), layout="constrained")
    left.plot(x, y, ".", color="0.8", zorder=0)
    for i, order in enumerate(orders):
        fit = module.sgd_fit(x[order], y[order], rate=1.0, epochs=40)
        ends = module.line_segment(fit["w"], fit["b"])
        color = "C0" if i else "C3"
        label = {0: "rows as they are", 1: "rows shuffled"}.get(i)
        left.plot(ends[:, 0], ends[:, 1], color=color, linewidth=1 if i else 2, label=label)
        error = module.mean_squared_error(fit["w"] * x + fit["b"], y)
        bars = right.barh(i, error, color=color)
        right.bar_label(bars, fmt="%.0f", padding=3)
    ends = module.line_segment(slope, intercept)
    left.plot(ends[:, 0], ends[:, 1], "k:", label="least squares")
    left.set(xlabel="body mass index (centred, scaled)", ylabel="progression after one year")
    left.set_title("the lines of rate 1, after 40 epochs")
    left.legend(loc="upper left")

    right.axvline(best, color="k", linestyle=":", label=f"least squares: {best:.0f}")
    right.axvline(mean_only, color="0.5", linestyle="--", label=f"mean only: {mean_only:.0f}")
    names = ["as they are"] + [f"shuffled {i}" for i in range(1, len(orders))]
    right.set_yticks(range(len(orders)), names)
    right.invert_yaxis()
    right.margins(x=0.12)
    right.set(xlabel="mean squared error", title="their errors")
    right.legend(loc="center right")
    return figure
