"""Figures of A12, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

MAP = np.array([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]], dtype=float)
ACTIVATIONS = ("sigmoid", "tanh", "relu")
SEED = 0


def table(axis, values, title, colors):
    """Draw a small matrix as coloured cells with their numbers."""
    axis.imshow(values, cmap=colors, vmin=min(0, values.min()), vmax=1.6 * values.max())
    axis.set_ylim(len(MAP) - 0.5, -0.5)  # cells of one size in every panel
    for (row, column), value in np.ndenumerate(values):
        axis.text(column, row, f"{value:g}", ha="center", va="center")
    axis.axis("off")
    axis.set_title(title, fontsize=10)


def pooling(module):
    """Draw a map, its poolings, and where the derivative of the overlapping one goes."""
    X = MAP[None, :, :, None]
    apart = module.max_pool_forward(X, 2, 2)[0]
    overlapping, cache = module.max_pool_forward(X, 2, 1)
    mean = module.avg_pool_forward(X, 2, 2)[0]
    back = module.max_pool_backward(np.ones_like(overlapping), cache)
    panels = (
        (X, "input\n", "Greys"),
        (apart, "max, 2×2,\nstride 2", "Blues"),
        (overlapping, "max, 2×2,\nstride 1", "Blues"),
        (mean, "average, 2×2,\nstride 2", "Greens"),
        (back, "back from max, stride 1:\nhow often a cell won", "Oranges"),
    )
    figure, axes = plt.subplots(
        1, 5, figsize=(11, 2.8), layout="constrained", width_ratios=[4, 2, 3, 2, 4]
    )
    for axis, (images, title, colors) in zip(axes, panels, strict=True):
        table(axis, images[0, :, :, 0], title, colors)
    return figure


def curves(module, x):
    """Return each activation's values and slopes, from the module's tanh and ReLU alone."""
    half, half_slope = module.tanh_from_sigmoid(x / 2)
    relu = module.ReLU()
    return {
        "sigmoid": ((half + 1) / 2, half_slope / 4),
        "tanh": module.tanh_from_sigmoid(x),
        "relu": (relu.forward(x), relu.backward(np.ones_like(x))),
    }


def activations(module, depth=10, width=50):
    """Draw the activations, their slopes, and the gradient norms in a stack of layers."""
    figure, axes = plt.subplots(1, 3, figsize=(11.5, 3.8), layout="constrained")
    x = np.linspace(-4, 4, 401)
    for place, (name, (value, slope)) in enumerate(curves(module, x).items()):
        label = "ReLU" if name == "relu" else name
        axes[0].plot(x, value, color=f"C{place}", label=label)
        axes[1].plot(x, slope, color=f"C{place}", label=label)
        norms = module.gradient_norms(depth, width, name, np.random.default_rng(SEED))
        layers = np.arange(depth, 0, -1)
        axes[2].semilogy(layers, norms, "o-", markersize=4, color=f"C{place}", label=label)
    axes[0].set(title="activation", xlabel="x", ylim=(-1.2, 2.2))
    axes[1].axhline(0.25, color="0.6", linestyle=":")
    axes[1].text(-3.9, 0.27, "¼", color="0.4")
    axes[1].set(title="slope", xlabel="x", ylim=(-0.05, 1.1))
    axes[2].invert_xaxis()
    axes[2].set(
        title="gradient of each layer's weights", xlabel="layer (last → first)", ylabel="norm of dW"
    )
    axes[0].legend(frameon=False)
    return figure


def lenet(module):
    """Draw the maps of LeNet-5 as boxes, with shapes and numbers of parameters."""
    figure, axis = plt.subplots(figsize=(11, 3.6), layout="constrained")
    layers = [("input", (32, 32, 1), 0), *module.lenet5_shapes()]
    for place, (name, shape, parameters) in enumerate(layers):
        height = shape[0] if len(shape) == 3 else 1.5
        wide = 0.18 + 0.045 * np.sqrt(shape[-1])
        color = "C0" if name.startswith("conv") else "C2" if name.startswith("pool") else "C1"
        color = "0.7" if name == "input" else color
        corner = (place - wide / 2, -height / 2)
        axis.add_patch(Rectangle(corner, wide, height, facecolor=color, alpha=0.6, edgecolor="0.3"))
        axis.text(place, 18, name, ha="center", fontweight="bold")
        shown = "×".join(str(side) for side in shape)
        axis.text(place, -20, shown, ha="center")
        axis.text(place, -24, f"{parameters:,}" if parameters else "–", ha="center", color="0.35")
    axis.text(-0.75, -20, "shape", ha="right", color="0.35")
    axis.text(-0.75, -24, "parameters", ha="right", color="0.35")
    axis.set(xlim=(-1.6, len(layers) - 0.4), ylim=(-26, 22))
    axis.axis("off")
    total = sum(parameters for _, _, parameters in layers)
    axis.set_title(f"LeNet-5: {total:,} parameters")
    return figure
