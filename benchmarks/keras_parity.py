"""Do our convolution and pooling layers compute what Keras's do? Forward and backward, strides, valid and same.

    python benchmarks/keras_parity.py [--seed 0]

An extra for the curious: Keras is no requirement of the course, nothing else uses it, and no grade depends on it. Where
it isn't installed, this program says how to install it, and ends well.

A row compares many random layers: images of odd sides, windows that are not square, strides from 1 to 3. It shows the
largest deviation of any entry, in units of the array's root mean square. Keras works in single precision, so 1e-5 is
agreement. The exit code is 1 where a row disagrees.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import load_course
from autograder.grading.reference import load_reference

ROOT = Path(__file__).resolve().parent.parent
# Single precision: 24 bits, and sums of a few hundred products.
AGREEMENT = 1e-5
SIZES = ((7, 5), (8, 9), (12, 6))
STRIDES = (1, 2, 3)
PADDINGS = ("valid", "same")
WINDOWS = ((1, 1), (2, 2), (3, 3), (2, 3), (4, 1), (5, 5))
POOLS = (2, 3)

ADVICE = """\
Keras isn't installed here, so there is nothing to compare with. The course doesn't need it.
To run the comparison, install it beside the kit, best in a virtual environment of its own:

    python -m venv keras-env
    keras-env/bin/pip install -e . tensorflow      (Windows: keras-env\\Scripts\\pip)
    keras-env/bin/python benchmarks/keras_parity.py

It takes about 2 GB; on Linux without a GPU, tensorflow-cpu is the smaller choice."""

Arrays = dict[str, np.ndarray]


def deviation(ours: np.ndarray, theirs: np.ndarray) -> float:
    """Return the largest difference of two arrays, in units of the root mean square; infinite for unequal shapes."""
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    if ours.shape != theirs.shape:
        return np.inf
    scale = np.sqrt(np.mean(np.square(theirs)))
    return float(np.max(np.abs(ours - theirs)) / scale) if scale else float(np.abs(ours).max())


def single(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Return random numbers that single precision holds exactly."""
    return rng.normal(size=shape).astype(np.float32).astype(float)


def convolutions(
    lesson: Any, keras: Any, rng: np.random.Generator
) -> Iterator[tuple[str, Arrays, Arrays]]:
    """Return settings, our arrays and Keras's for each convolutional layer."""
    for (H, W), (kh, kw), stride, padding in itertools.product(SIZES, WINDOWS, STRIDES, PADDINGS):
        if padding == "valid" and (kh > H or kw > W):
            continue
        X, K, b = single(rng, 3, H, W, 2), single(rng, kh, kw, 2, 4), single(rng, 4)
        Y, cache = lesson.conv2d_forward(X, K, b, stride, padding)
        dY = single(rng, *Y.shape)
        dX, dK, db = lesson.conv2d_backward(dY, cache)
        layer = keras.layers.Conv2D(4, (kh, kw), strides=stride, padding=padding)
        layer.build(X.shape)
        layer.set_weights([K, b])
        yield padding, {"Y": Y, "dX": dX, "dK": dK, "db": db}, traced(layer, X, dY, ("dK", "db"))


def poolings(
    forward: Callable[..., Any], backward: Callable[..., Any], kind: Any, rng: np.random.Generator
) -> Iterator[tuple[str, Arrays, Arrays]]:
    """Return settings, our arrays and Keras's for each pooling layer of one kind."""
    for (H, W), size, stride, padding in itertools.product(SIZES, POOLS, STRIDES, PADDINGS):
        X = single(rng, 3, H, W, 2)
        # Ties, and negative images: where a border of zeros would win.
        X[0] = np.round(X[0])
        X[1] = -np.abs(X[1]) - 1
        Y, cache = forward(X, size, stride, padding)
        dY = single(rng, *Y.shape)
        layer = kind(pool_size=size, strides=stride, padding=padding)
        yield padding, {"Y": Y, "dX": backward(dY, cache)}, traced(layer, X, dY)


def traced(layer: Any, X: np.ndarray, dY: np.ndarray, names: tuple[str, ...] = ()) -> Arrays:
    """Return what a Keras layer makes of images, and the derivatives of ``sum(dY * Y)``."""
    import tensorflow as tf

    images = tf.constant(X, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(images)
        Y = layer(images)
        loss = tf.reduce_sum(Y * tf.constant(dY, tf.float32))
    slopes = tape.gradient(loss, [images, *layer.trainable_weights])
    return dict(zip(("Y", "dX", *names), (one.numpy() for one in (Y, *slopes)), strict=True))


def closing_network(
    lesson: Any, keras: Any, rng: np.random.Generator
) -> Iterator[tuple[str, Arrays, Arrays]]:
    """Return the logits of the lecture's network and of its twin in Keras, and their numbers of parameters."""
    layers = keras.layers
    for padding in ("same", "valid"):
        ours = lesson.build_lecture_cnn(rng, padding)
        theirs = keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(10, 3, padding=padding, activation="relu"),
                layers.MaxPooling2D(2),
                layers.Flatten(),
                layers.Dense(100, activation="relu"),
                layers.Dense(10),
            ]
        )
        params = [layer.params for layer in ours.layers if layer.params]
        theirs.set_weights(
            [
                array.reshape(-1) if name == "b" else array
                for one in params
                for name, array in one.items()
            ]
        )
        X = single(rng, 5, 28, 28, 1)
        count = sum(row[2] for row in lesson.summary(ours, (28, 28, 1)))
        yield (
            padding,
            {"logits": ours.forward(X), "parameters": np.array(count)},
            {
                "logits": np.asarray(theirs(X.astype(np.float32))),
                "parameters": np.array(theirs.count_params()),
            },
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare our layers with Keras's; optional.")
    parser.add_argument("--seed", type=int, default=0)
    rng = np.random.default_rng(parser.parse_args().seed)
    if importlib.util.find_spec("tensorflow") is None or importlib.util.find_spec("keras") is None:
        print(ADVICE)
        return 0
    # Before TensorFlow is imported: its greetings hide the table.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras
    import tensorflow as tf

    course = load_course(ROOT)
    a11, a12, a13 = (
        load_reference(course, course.assignment(code)) for code in ("A11", "A12", "A13")
    )
    layers = keras.layers
    comparisons = {
        "convolution": convolutions(a11, keras, rng),
        "max pooling": poolings(
            a12.max_pool_forward, a12.max_pool_backward, layers.MaxPooling2D, rng
        ),
        "average pooling": poolings(
            a12.avg_pool_forward, a12.avg_pool_backward, layers.AveragePooling2D, rng
        ),
        "closing network": closing_network(a13, keras, rng),
    }
    print(f"Keras {keras.__version__} on TensorFlow {tf.__version__}, single precision")
    print(f"{'':<17}{'padding':<9}{'array':<12}{'layers':>6}{'largest deviation':>19}")
    agree = True
    for name, cases in comparisons.items():
        worst: dict[tuple[str, str], list[float]] = {}
        for padding, ours, theirs in cases:
            for key, array in ours.items():
                worst.setdefault((padding, key), []).append(deviation(array, theirs[key]))
        for (padding, key), found in sorted(worst.items()):
            good = max(found) <= AGREEMENT
            agree &= good
            print(
                f"{name:<17}{padding:<9}{key:<12}{len(found):>6}{max(found):>19.1e}{'' if good else '  differs'}"
            )
    print("all agree" if agree else f"a deviation above {AGREEMENT:g} is no rounding")
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
