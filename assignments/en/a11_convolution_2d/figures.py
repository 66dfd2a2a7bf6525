"""Figures of A11, drawn by any implementation of the module."""

import time

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle


def digits(count):
    """Return the first handwritten digits of scikit-learn, (count, 8, 8) in 0..1."""
    from sklearn.datasets import load_digits

    return load_digits().images[:count] / 16


def enlarged(image, side):
    """Return a square image at another size, by linear interpolation along rows, then columns."""
    old, new = np.linspace(0, 1, len(image)), np.linspace(0, 1, side)
    wide = np.array([np.interp(new, old, row) for row in image])
    return np.array([np.interp(new, old, column) for column in wide.T]).T


def picture(axis, image, title, scale=None, cmap="RdBu_r"):
    """Show one image; red and blue are positive and negative, white is 0."""
    reach = np.abs(image).max() if scale is None else scale
    limits = {"vmin": -reach, "vmax": reach} if cmap == "RdBu_r" else {}
    axis.imshow(image, cmap=cmap, **limits)
    axis.set_title(title, fontsize=9)
    axis.set_xticks([])
    axis.set_yticks([])


def nine_panels(module):
    """Draw the nine places of a 2 x 2 kernel on a 3 x 3 image with same padding."""
    image, kernel = np.arange(1.0, 10.0).reshape(3, 3), np.array([[1.0, 2.0], [3.0, 4.0]])
    (top, bottom), (left, right) = module.pads_2d(3, 3, 2, 2, 1, "same")
    padded = np.pad(image, ((top, bottom), (left, right)))
    result = module.correlate2d(image, kernel, padding="same")
    figure, axes = plt.subplots(3, 3, figsize=(7, 7.4), layout="constrained")
    for (i, j), axis in zip(np.ndindex(3, 3), axes.flat, strict=True):
        for (row, column), value in np.ndenumerate(padded):
            inside = top <= row < top + 3 and left <= column < left + 3
            face = "white" if inside else "0.9"
            axis.add_patch(Rectangle((column, row), 1, 1, facecolor=face, edgecolor="0.7"))
            color = "black" if inside else "0.6"
            axis.text(column + 0.5, row + 0.5, f"{value:g}", ha="center", va="center", color=color)
        axis.add_patch(Rectangle((j, i), 2, 2, fill=False, edgecolor="C3", linewidth=2.5))
        axis.set(xlim=(-0.1, 4.1), ylim=(4.1, -0.1), aspect="equal", title=f"{result[i, j]:g}")
        axis.axis("off")
    figure.suptitle("kernel [[1, 2], [3, 4]], same padding: nine places, nine sums")
    return figure


def digit_filters(module):
    """Draw a digit and what five kernels make of it."""
    image = np.pad(enlarged(digits(5)[4], 24), 4)
    sobel = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    sharpen = np.array([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]])
    surround = np.pad(np.full((3, 3), 1 / 9), 2) - np.full((7, 7), 1 / 49)
    kernels = {
        "blur (5 x 5 mean)": np.full((5, 5), 1 / 25),
        "sharpen": sharpen,
        "vertical edges": sobel,
        "horizontal edges": sobel.T,
        "strokes (7 x 7 centre - surround)": surround,
    }
    figure, axes = plt.subplots(2, 3, figsize=(8, 5.6), layout="constrained")
    picture(axes.flat[0], image, "a digit", cmap="gray")
    for axis, (name, kernel) in zip(axes.flat[1:], kernels.items(), strict=True):
        filtered = module.correlate2d(image, kernel, padding="same")
        plain = name.startswith(("blur", "sharpen"))
        picture(axis, filtered, name, cmap="gray" if plain else "RdBu_r")
    figure.suptitle("one image, five kernels (red: positive, blue: negative)")
    return figure


def glorot(rng, shape):
    """Return filters drawn by Glorot's uniform rule."""
    kh, kw, channels, filters = shape
    limit = np.sqrt(6 / (kh * kw * (channels + filters)))
    return rng.uniform(-limit, limit, shape)


def feature_maps(module):
    """Draw a 32 x 32 x 3 image and its maps under six 5 x 5 x 3 filters."""
    rows, columns = np.mgrid[:32, :32]
    image = np.full((32, 32, 3), 0.85)
    image[(rows - 10) ** 2 + (columns - 11) ** 2 < 49] = (0.9, 0.15, 0.15)
    image[18:29, 16:28] = (0.15, 0.25, 0.85)
    image[21:31, 4:10] = (0.1, 0.65, 0.25)
    step = np.array([-1.0, -1.0, 0.0, 1.0, 1.0]) / 30
    K = glorot(np.random.default_rng(0), (5, 5, 3, 6))
    K[..., 0] = np.array([1.0, -0.5, -0.5]) / 25
    K[..., 1] = np.array([-0.5, -0.5, 1.0]) / 25
    K[..., 2] = step[None, :, None]
    K[..., 3] = step[:, None, None]
    Y, _ = module.conv2d_forward(image[None], K, np.zeros(6))
    names = ("red", "blue", "vertical edges", "horizontal edges", "random", "random")
    figure, axes = plt.subplot_mosaic(
        [["image", "0", "1", "2"], ["image", "3", "4", "5"]],
        figsize=(10, 4.6),
        layout="constrained",
    )
    picture(axes["image"], image, "32 x 32 x 3", cmap=None)
    for f, name in enumerate(names):
        picture(axes[str(f)], Y[0, :, :, f], f"map {f}: {name}")
    figure.suptitle("six 5 x 5 x 3 filters, six feature maps of 28 x 28")
    return figure


def learned_filter(module, steps=(0, 10, 100, 1000), lr=0.5):
    """Draw a random filter on its way to an unknown edge kernel, and its first gradient."""
    X = digits(50)[..., None]
    X = X - X.mean()
    target = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]).reshape(3, 3, 1, 1)
    K, b = glorot(np.random.default_rng(3), (3, 3, 1, 1)), np.zeros(1)
    wanted, _ = module.conv2d_forward(X, target, b)
    figure, axes = plt.subplots(1, len(steps) + 2, figsize=(11, 2.3), layout="constrained")
    shown = iter(axes)
    for step in range(max(steps) + 1):
        Y, cache = module.conv2d_forward(X, K, b)
        _, dK, _ = module.conv2d_backward((Y - wanted) / Y.size, cache)
        if step in steps:
            loss = np.mean((Y - wanted) ** 2) / 2
            title = (
                f"after {step} steps\nloss {loss:.4f}" if step else f"random start\nloss {loss:.4f}"
            )
            picture(next(shown), K[:, :, 0, 0], title, scale=2)
        if step == 0:
            picture(next(shown), -dK[:, :, 0, 0], "first step:\nminus the gradient")
        K = K - lr * dK
    picture(next(shown), target[:, :, 0, 0], "unknown kernel\n", scale=2)
    return figure


def speed(module):
    """Draw the time of three ways to the same maps."""
    rng = np.random.default_rng(0)
    K, b = rng.normal(size=(5, 5, 3, 6)), rng.normal(size=6)

    def image_by_image(X):
        return [
            sum(module.correlate2d(x[:, :, c], K[:, :, c, f]) for c in range(3)) + b[f]
            for x in X
            for f in range(6)
        ]

    ways = {
        "correlate2d, summed": image_by_image,
        "conv2d_forward": lambda X: module.conv2d_forward(X, K, b),
        "im2col @ K": lambda X: module.im2col(X, 5, 5, 1) @ K.reshape(-1, 6) + b,
    }
    sides = (8, 16, 24, 32)
    figure, axis = plt.subplots(figsize=(6, 3.8), layout="constrained")
    for name, way in ways.items():
        times = []
        for side in sides:
            X = rng.normal(size=(2, side, side, 3))
            start = time.perf_counter()
            way(X)
            times.append(time.perf_counter() - start)
        axis.plot(sides, times, "o-", label=name)
    axis.set(
        yscale="log", xlabel="side of the image", ylabel="seconds for two images", xticks=sides
    )
    axis.set_title("six 5 x 5 x 3 filters")
    axis.legend(frameon=False)
    return figure
