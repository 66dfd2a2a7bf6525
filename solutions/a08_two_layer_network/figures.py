"""Figures of A08, drawn by any implementation of the module."""

import matplotlib.pyplot as plt
import numpy as np

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([[0.0], [1.0], [1.0], [0.0]])


def one_unit_losses(lr=1.0, steps=3000):
    """Return the losses of a single logistic unit on XOR, from a random start."""
    rng = np.random.default_rng(1)
    w, b, losses = rng.normal(size=(2, 1)), 0.0, []
    for _ in range(steps):
        err = (1 + np.tanh((CORNERS @ w + b) / 2)) / 2 - XOR
        w, b = w - lr * CORNERS.T @ err / 4, b - lr * err.mean()
        z = CORNERS @ w + b
        losses.append(np.mean(np.logaddexp(0, z) - XOR * z))
    return losses


def draw_boundary(axis, net, low, high):
    """Colour the plane by the network's output, and draw its line of one half."""
    ticks = np.linspace(low, high, 120)
    x1, x2 = np.meshgrid(ticks, ticks)
    # One sample per row, as the network wants it; back to the grid for drawing.
    outputs = net_output(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(x1.shape)
    extent = (low, high, low, high)
    axis.imshow(outputs, cmap="RdBu_r", vmin=0, vmax=1, alpha=0.45, origin="lower", extent=extent)
    axis.contour(x1, x2, outputs, levels=[0.5], colors="k", linewidths=1)
    axis.set(aspect="equal", xlabel="$x_1$", ylabel="$x_2$")


def net_output(net, X):
    """Return the output of a trained network; its module's own forward pass."""
    module, model = net
    return module.forward(model.params, X)["A2"]


def draw_samples(axis, X, Y, size):
    """Draw the two classes, red for 1 and blue for 0."""
    for label, colour in ((0, "C0"), (1, "C3")):
        chosen = Y.ravel() == label
        axis.scatter(
            X[chosen, 0], X[chosen, 1], s=size, c=colour, edgecolors="w", linewidths=0.5,
            label=f"class {label}", zorder=3,
        )  # fmt: skip


def xor(module, epochs=3000):
    """Draw the losses on XOR of one unit, of three networks and of one from zeros; then a boundary."""
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(10, 4), layout="constrained", width_ratios=(3, 2)
    )
    left.plot(one_unit_losses(steps=epochs), color="0.6", linewidth=5, label="one unit")
    for seed in range(3):
        model = module.TwoLayerNet(module.init_params(2, 4, np.random.default_rng(seed)))
        model.fit(CORNERS, XOR, 1.0, epochs)
        left.plot(model.losses, color=f"C{seed}", label=f"2-4-1, seed {seed}")
    zeros = {"W1": (2, 4), "b1": (1, 4), "W2": (4, 1), "b2": (1, 1)}
    stuck = module.TwoLayerNet({name: np.zeros(shape) for name, shape in zeros.items()})
    stuck.fit(CORNERS, XOR, 1.0, epochs)
    left.plot(stuck.losses, "k--", linewidth=1, label="2-4-1 from zeros")
    left.set(xlabel="epoch", ylabel="loss", ylim=(0, None), title="XOR: what each learns")
    left.legend(frameon=False)
    draw_boundary(right, (module, model), -0.5, 1.5)
    draw_samples(right, CORNERS, XOR, 90)
    right.set(title="output of the last network")
    right.legend(loc="upper center", framealpha=0.9)
    return figure


def playground_sets(samples=200):
    """Return name, inputs and labels of four data sets, all between about −3 and 3."""
    from sklearn.datasets import make_circles, make_moons

    rng = np.random.default_rng(3)
    X, y = make_circles(samples, noise=0.08, factor=0.45, random_state=0)
    yield "circles", 2.5 * X, y
    X, y = make_moons(samples, noise=0.12, random_state=0)
    yield "moons", 2 * (X - [0.5, 0.25]), y
    X = rng.uniform(-3, 3, (samples, 2))
    yield "XOR", X, (X[:, 0] * X[:, 1] < 0).astype(int)
    y = np.arange(samples) % 2
    radius = 3 * np.sqrt(rng.uniform(0.02, 1, samples))
    angle = radius * 2.5 * np.pi / 3 + np.pi * y
    X = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    yield "spiral", X + rng.normal(0, 0.1, X.shape), y


def playground(module, hidden=16, lr=2.0, epochs=3000):
    """Draw the boundary that a network finds on each of the four data sets."""
    figure, axes = plt.subplots(1, 4, figsize=(13, 3.7), layout="constrained")
    for axis, (name, X, y) in zip(axes, playground_sets(), strict=True):
        Y = y.reshape(-1, 1)
        model = module.TwoLayerNet(module.init_params(2, hidden, np.random.default_rng(0)))
        model.fit(X, Y, lr, epochs)
        draw_boundary(axis, (module, model), -3.5, 3.5)
        draw_samples(axis, X, Y, 16)
        axis.set(title=f"{name}: {np.mean(model.predict(X) == Y):.1%} right")
    axes[0].legend(loc="lower left", fontsize="small", framealpha=0.9)
    figure.suptitle(f"{hidden} hidden units, learning rate {lr:g}, {epochs} epochs")
    return figure
