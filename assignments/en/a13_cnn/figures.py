"""Figures of A13, drawn by any implementation of the module."""

import time

import matplotlib.pyplot as plt
import numpy as np

EPOCHS, DROP_AFTER, RATE, BATCH = 8, 6, 0.1, 32
# Softmax regression learns slowly, and an epoch of it takes no time.
YARDSTICK_EPOCHS, YARDSTICK_DROP = 30, 25
CLASSES = 10
COLORS = {"network": "C0", "yardstick": "C1"}


def images_of(module, rng, mnist):
    """Return images and labels of three sets: the module's digits, or 6000, 1500 and 1500 of MNIST's."""
    if not mnist:
        return module.load_digits28(rng)
    from sklearn.datasets import fetch_openml

    data = fetch_openml("mnist_784", version=1, as_frame=False, parser="auto")
    cuts = (6000, 7500)
    chosen = rng.permutation(len(data.target))[:9000]
    X = data.data[chosen].reshape(-1, 28, 28, 1) / 255
    return *np.split(X, cuts), *np.split(data.target[chosen].astype(int), cuts)


def training_run(module, seed=0, epochs=EPOCHS, mnist=False):
    """Train the lecture's network and the yardstick on digits; return what the figures need.

    With ``mnist=True`` the images are MNIST's. They are downloaded (about 15 MB), once.
    """
    rng = np.random.default_rng(seed)
    *images, y_tr, y_va, y_te = images_of(module, rng, mnist)
    X_tr, X_va, X_te = module.center(*images)
    Y_tr, Y_va = np.eye(CLASSES)[y_tr], np.eye(CLASSES)[y_va]
    network = module.build_lecture_cnn(rng)
    yardstick = module.Templates(np.zeros((CLASSES, 28, 28, 1)), np.zeros(CLASSES))
    before = np.array(network.layers[0].params["K"])
    tell_duration(network, X_tr, epochs)
    data = X_tr, Y_tr, X_va, Y_va
    drop = max(1, epochs * DROP_AFTER // EPOCHS)
    histories = {
        "network": module.train(network, *data, RATE, BATCH, epochs, rng, drop),
        "yardstick": module.train(
            yardstick, *data, RATE, BATCH, YARDSTICK_EPOCHS, rng, YARDSTICK_DROP
        ),
    }
    models = {"network": network, "yardstick": yardstick}
    results = {name: module.evaluate(one.forward, X_te, y_te) for name, one in models.items()}
    return {
        "network": network,
        "before": before,
        "histories": histories,
        "drops": {"network": drop, "yardstick": YARDSTICK_DROP},
        "results": results,
        "test": (X_te, y_te),
    }


def tell_duration(network, X, epochs):
    """Say how long a training will take, where it will take long."""
    start = time.perf_counter()
    network.backward(network.forward(X[:BATCH]))
    seconds = (time.perf_counter() - start) * len(X) / BATCH * epochs
    if seconds > 120:
        print(f"This training will take about {seconds / 60:.0f} minutes.")
        print("A convolution by im2col (A11) is faster than one by loops over pixels.")


def learning_curves(module, run):
    """Draw loss and validation accuracy of the network and of the yardstick, epoch by epoch."""
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    names = {"network": "convolutional network", "yardstick": "templates"}
    for key, name in names.items():
        history, color = run["histories"][key], COLORS[key]
        epochs = np.arange(1, len(history["loss"]) + 1)
        test = run["results"][key][0]
        axes[0].plot(epochs, history["loss"], ".-", color=color, label=f"{name}, training")
        axes[0].plot(epochs, history["val_loss"], ".--", color=color, label="validation")
        label = f"{name} (test {test:.3f})"
        axes[1].plot(epochs, history["val_acc"], ".-", color=color, label=label)
        for axis in axes:
            # The first epoch with the small rate ends at drop + 1.
            axis.axvline(run["drops"][key] + 0.5, color=color, linestyle=":")
    axes[0].set(yscale="log", xlabel="epoch", title="loss")
    axes[1].set(xlabel="epoch", title="validation accuracy")
    for axis in axes:
        axis.legend(frameon=False)
    figure.suptitle("dotted: the learning rate drops to a tenth")
    return figure


def picture(axis, image, reach, cmap="RdBu_r"):
    """Show one map; red is positive, blue negative, white 0."""
    reach = reach or 1.0
    axis.imshow(image, cmap=cmap, vmin=-reach, vmax=reach)
    axis.set(xticks=[], yticks=[])


def way_of_a_digit(module, run, place=0):
    """Draw one image of the test set on its way through the trained network."""
    X, y = run["test"]
    outputs = [X[place : place + 1]]
    for layer in run["network"].layers:
        outputs.append(layer.forward(outputs[-1]))
    kernels = np.array(run["network"].layers[0].params["K"])[:, :, 0]
    maps = np.asarray(outputs[1][0])
    filters = range(maps.shape[-1])
    # A channel keeps its scale from the map on, so that ReLU and pooling can be compared with it.
    reach = [np.abs(maps[:, :, f]).max() for f in filters]
    rows = (
        ("kernels before\ntraining", run["before"][:, :, 0], None),
        ("kernels after\ntraining", kernels, None),
        ("feature maps\n28×28×10", maps, reach),
        ("after ReLU\n28×28×10", outputs[2][0], reach),
        ("max pooling\n14×14×10", outputs[3][0], reach),
    )
    figure = plt.figure(figsize=(11, 7.6), layout="constrained")
    top, bottom = figure.subfigures(2, 1, height_ratios=[5, 1.5])
    axes = top.subplots(len(rows), len(filters) + 1)
    for axis in axes[:, 0]:
        axis.axis("off")
    axes[2, 0].imshow(outputs[0][0, :, :, 0], cmap="gray")
    axes[2, 0].set_title(f"a {y[place]}\n28×28×1", fontsize=9)
    for line, (name, pictures, scale) in zip(axes[:, 1:], rows, strict=True):
        line[0].set_ylabel(name, fontsize=9)
        for f, axis in zip(filters, line, strict=True):
            one = np.asarray(pictures[:, :, f])
            picture(axis, one, np.abs(one).max() if scale is None else scale[f])
    left, right = bottom.subplots(1, 2)
    units = np.reshape(outputs[6], (5, 20))
    picture(left, units, np.abs(units).max())
    left.set_title("100 units after ReLU", fontsize=9)
    chances = module.softmax(outputs[-1])[0]
    colors = ["C2" if digit == y[place] else "0.6" for digit in range(CLASSES)]
    right.bar(range(CLASSES), chances, color=colors)
    right.set(xticks=range(CLASSES), ylim=(0, 1.02), yticks=(0, 1))
    right.set_title("probabilities of the ten classes (green: the label)", fontsize=9)
    figure.suptitle(
        "the way of a digit (red: positive, blue: negative, white: 0; each channel on its own scale)"
    )
    return figure


def confusion(module, run, shown=8):
    """Draw the confusion matrix of the test set, and images that were taken for another digit."""
    X, y = run["test"]
    accuracy, matrix = run["results"]["network"]
    matrix = np.asarray(matrix)
    figure = plt.figure(figsize=(11, 5), layout="constrained")
    left, right = figure.subfigures(1, 2, width_ratios=[1.1, 1])
    axis = left.subplots()
    mistakes = matrix * (1 - np.eye(CLASSES, dtype=int))
    axis.imshow(mistakes, cmap="Reds", vmin=0, vmax=max(4, mistakes.max()))
    for (row, column), count in np.ndenumerate(matrix):
        if count:
            weight = "normal" if row == column else "bold"
            axis.text(column, row, count, ha="center", va="center", fontweight=weight)
    axis.set(xticks=range(CLASSES), yticks=range(CLASSES))
    axis.set(
        xlabel="taken for", ylabel="is", title=f"{len(y)} test images: {accuracy:.3f} recognized"
    )
    chances = module.softmax(run["network"].forward(X))
    seen = np.argmax(chances, axis=1)
    wrong = np.flatnonzero(seen != y)
    # The surest mistakes first: they tell most.
    wrong = wrong[np.argsort(-chances[wrong, seen[wrong]])][:shown]
    right.suptitle(f"the {len(wrong)} surest of {np.sum(seen != y)} mistakes")
    axes = right.subplots(2, -(-shown // 2))
    for axis in axes.flat:
        axis.axis("off")
    for axis, place in zip(axes.flat, wrong, strict=False):
        axis.imshow(X[place, :, :, 0], cmap="gray")
        chance = chances[place, seen[place]]
        axis.set_title(f"a {y[place]},\ntaken for a {seen[place]}\n({chance:.2f})", fontsize=9)
    return figure


def lenet5(module, rng):
    """Return LeNet-5 for images of 28 by 28, from the module's layers: ReLU, max pooling, 61,706 parameters."""

    def conv(*shape, padding="valid"):
        return module.Conv2D(
            module.glorot_uniform(shape, rng), np.zeros(shape[-1]), padding=padding
        )

    def dense(n, k):
        return module.Dense(module.glorot_uniform((n, k), rng), np.zeros((1, k)))

    return module.Sequential(
        [
            conv(5, 5, 1, 6, padding="same"),
            module.ReLU(),
            module.MaxPool2D(2),
            conv(5, 5, 6, 16),
            module.ReLU(),
            module.MaxPool2D(2),
            conv(5, 5, 16, 120),
            module.ReLU(),
            module.Flatten(),
            dense(120, 84),
            module.ReLU(),
            dense(84, 10),
        ]
    )


def moved(images, rng, reach=4):
    """Return images moved at random by up to ``reach`` pixels in either direction; the ground is 0."""
    result = np.zeros_like(images)
    side = images.shape[1]
    for image, target, (down, right) in zip(
        images, result, rng.integers(-reach, reach + 1, (len(images), 2)), strict=True
    ):
        rows, columns = (slice(max(0, d), side + min(0, d)) for d in (down, right))
        from_rows, from_columns = (slice(max(0, -d), side + min(0, -d)) for d in (down, right))
        target[rows, columns] = image[from_rows, from_columns]
    return result


def moving_digits(module, epochs=24, seed=0):
    """Train three networks on digits that stand anywhere, and draw their accuracies; takes minutes."""
    rng = np.random.default_rng(seed)
    X_tr, X_va, X_te, y_tr, y_va, y_te = module.load_digits28(rng)
    ground = np.mean(X_tr)
    X_va, X_te = moved(X_va, rng) - ground, moved(X_te, rng) - ground
    Y_tr, Y_va = np.eye(CLASSES)[y_tr], np.eye(CLASSES)[y_va]
    models = {
        "templates": module.Templates(np.zeros((CLASSES, 28, 28, 1)), np.zeros(CLASSES)),
        "the lecture's network": module.build_lecture_cnn(rng),
        "LeNet-5": lenet5(module, rng),
    }
    figure, axis = plt.subplots(figsize=(7, 4.2), layout="constrained")
    for name, model in models.items():
        scores = []
        for epoch in range(epochs):
            # Moved anew in each epoch: no image is ever seen twice.
            data = moved(X_tr, rng) - ground, Y_tr, X_va, Y_va
            rate = RATE if epoch < epochs * 5 // 6 else 0.1 * RATE
            scores += module.train(model, *data, rate, BATCH, 1, rng)["val_acc"]
        test, _ = module.evaluate(model.forward, X_te, y_te)
        count = sum(row[2] for row in module.summary(model, (28, 28, 1)))
        label = f"{name}: {count:,} parameters, test {test:.3f}"
        axis.plot(range(1, epochs + 1), scores, ".-", label=label)
    axis.set(xlabel="epoch", ylabel="validation accuracy", ylim=(0, 1))
    axis.set_title("digits moved by up to four pixels")
    axis.legend(frameon=False, loc="lower right")
    return figure
