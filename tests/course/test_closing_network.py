"""The lecture's network, trained on real digits by the references: what the lesson says of it is true."""

import numpy as np
import pytest

from autograder.grading.reference import load_reference

SHAPES = [(28, 28, 10), (28, 28, 10), (14, 14, 10), (1960,), (100,), (100,), (10,)]


@pytest.fixture(scope="module")
def lesson(course):
    assignment = course.assignment("A13")
    if assignment not in course.finished:
        pytest.skip("A13 isn't finished")
    return load_reference(course, assignment)


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


def test_it_learns_four_hundred_digits_in_four_epochs(lesson):
    rng = np.random.default_rng(0)
    *images, y_tr, y_va, _ = lesson.load_digits28(rng)
    X_tr, X_va, _ = lesson.center(*images)
    eye = np.eye(10)
    network = lesson.build_lecture_cnn(rng)
    some = X_tr[:400], eye[y_tr[:400]], X_va, eye[y_va]
    history = lesson.train(network, *some, 0.1, 16, 4, rng, drop_after=3)
    assert history["loss"][-1] < 0.6
    assert history["val_acc"][-1] >= 0.85


def test_an_untrained_network_guesses_among_ten(lesson):
    network = lesson.build_lecture_cnn(np.random.default_rng(1))
    X = np.random.default_rng(2).normal(0, 0.3, (50, 28, 28, 1))
    targets = np.eye(10)[np.arange(50) % 10]
    loss = lesson.cross_entropy(lesson.softmax(network.forward(X)), targets)
    assert loss == pytest.approx(np.log(10), abs=0.3)
