"""The lecture's network, trained on real digits by the references: what the lesson says of it is true."""

import numpy as np
import pytest
from scipy.ndimage import zoom
from sklearn.datasets import load_digits

from autograder.grading.reference import load_reference

SHAPES = [(28, 28, 10), (28, 28, 10), (14, 14, 10), (1960,), (100,), (100,), (10,)]


@pytest.fixture(scope="module")
def lesson(course):
    assignment = course.assignment("A13")
    if assignment not in course.finished:
        pytest.skip("A13 isn't finished")
    return load_reference(course, assignment)


@pytest.fixture(scope="module")
def sets(lesson):
    return lesson.load_digits28(np.random.default_rng(0))


def test_the_digits_are_those_the_lesson_speaks_of(sets):
    digits = load_digits()
    assert digits.images.shape == (1797, 8, 8)
    assert (digits.images.min(), digits.images.max()) == (0, 16)
    per_class = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.bincount(digits.target).tolist() == per_class
    assert [len(X) for X in sets[:3]] == [1149, 288, 360]
    assert np.mean(sets[0]) == pytest.approx(0.3378, abs=0.004)
    assert np.std(sets[0]) == pytest.approx(0.3233, abs=0.004)


def test_smooth_curves_overshoot_and_straight_lines_do_not():
    images = load_digits().images
    smooth, straight = (zoom(images, (1, 3.5, 3.5), order=order) for order in (3, 1))
    assert (smooth.min(), smooth.max()) == pytest.approx((-6.04, 20.23), abs=0.01)
    assert (straight.min(), straight.max()) == (0, 16)


@pytest.mark.parametrize(
    ("padding", "inputs", "parameters"), [("same", 1960, 197_210), ("valid", 1690, 170_210)]
)
def test_the_parameters_are_counted_as_in_the_lesson(lesson, padding, inputs, parameters):
    network = lesson.build_lecture_cnn(np.random.default_rng(0), padding)
    rows = lesson.summary(network, (28, 28, 1))
    assert rows[3][1] == (inputs,)
    assert sum(row[2] for row in rows) == parameters
    if padding == "same":
        assert [shape for _, shape, _ in rows] == SHAPES


def test_it_learns_four_hundred_digits_in_four_epochs(lesson, sets):
    *images, y_tr, y_va, _ = sets
    X_tr, X_va, _ = lesson.center(*images)
    eye, rng = np.eye(10), np.random.default_rng(1)
    network = lesson.build_lecture_cnn(rng)
    some = X_tr[:400], eye[y_tr[:400]], X_va, eye[y_va]
    history = lesson.train(network, *some, 0.05, 16, 4, rng, drop_after=3)
    assert history["loss"][-1] < 0.6
    assert history["val_acc"][-1] >= 0.85


def test_the_yardstick_recognizes_more_than_nine_tenths(lesson, sets):
    *images, y_tr, y_va, y_te = sets
    X_tr, X_va, X_te = lesson.center(*images)
    eye, rng = np.eye(10), np.random.default_rng(1)
    templates = lesson.Templates(np.zeros((10, 28, 28, 1)), np.zeros(10))
    lesson.train(templates, X_tr, eye[y_tr], X_va, eye[y_va], 0.1, 32, 30, rng, drop_after=25)
    accuracy, confusion = lesson.evaluate(templates.forward, X_te, y_te)
    assert 0.94 < accuracy < 0.98
    assert confusion.sum(axis=1).tolist() == np.bincount(y_te).tolist()


def test_an_untrained_network_guesses_among_ten(lesson):
    network = lesson.build_lecture_cnn(np.random.default_rng(1))
    X = np.random.default_rng(2).normal(0, 0.3, (50, 28, 28, 1))
    targets = np.eye(10)[np.arange(50) % 10]
    loss = lesson.cross_entropy(lesson.softmax(network.forward(X)), targets)
    assert loss == pytest.approx(np.log(10), abs=0.3)
