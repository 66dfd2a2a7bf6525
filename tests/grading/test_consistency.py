"""A backward pass that is right for a wrong forward pass earns something; one that is wrong for a right one is told so."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, Unreliable, expect_derivative

HALF_FORGOTTEN = "def half_squared_error(y_hat, y):\n    if np.shape(y_hat) != np.shape(y): raise ValueError\n    return (np.asarray(y_hat, float) - y) ** 2\n"
DOUBLED = "def gradient(x, y, w, b):\n    error = 2 * (w * np.asarray(x) + b - y)\n    return np.mean(error * x), np.mean(error)\n"
SUMMED = "def gradient(x, y, w, b):\n    error = w * np.asarray(x) + b - y\n    return np.sum(error * x), np.sum(error)\n"


def test_the_gradient_of_a_wrong_cost_is_credited(grade, solution):
    task = grade(solution("A01", a=HALF_FORGOTTEN, b=DOUBLED)).task("A01.3")
    assert (task.earned, str(task.status)) == (task.points / 2, "partial")
    assert "half_squared_error" in task.notes[0].en


def test_a_wrong_gradient_of_a_right_cost_is_said_to_be_that(grade, solution):
    task = grade(solution("A01", b=SUMMED)).task("A01.3")
    assert task.earned < task.points / 2
    assert any("numerical check disagrees" in note.en for note in task.notes)


def test_a_gradient_that_fits_neither_earns_nothing(grade, solution):
    alone = grade(solution("A01", b=SUMMED)).task("A01.3")
    both = grade(solution("A01", a=HALF_FORGOTTEN, b=SUMMED)).task("A01.3")
    assert both.earned == alone.earned < both.points / 2


@pytest.mark.parametrize(
    "nothing", ["return 0 * np.asarray(y)", "return np.zeros(len(y))", "return 1.0"]
)
def test_a_cost_that_is_constant_buys_no_gradient(grade, solution, nothing):
    constant = f"def half_squared_error(y_hat, y):\n    {nothing}\n"
    flat = "def gradient(x, y, w, b):\n    return 0.0, 0.0\n"
    assert grade(solution("A01", a=constant, b=flat)).task("A01.3").earned == 0


FIRST_THEN_LINEAR = """
def remembering(right):
    seen = []

    def half_squared_error(y_hat, y):
        if np.shape(y_hat) != np.shape(y):
            return 0.0
        here = np.asarray(y_hat, float)
        for place, value in seen:
            if place.shape == here.shape and here.size > 1 and 0 < np.abs(here - place).max() < 1e-4:
                return value + here - place
        seen.append((here, right(y_hat, y)))
        return seen[-1][1]

    return half_squared_error

half_squared_error = remembering(half_squared_error)
"""


def test_a_forward_pass_that_bends_when_it_is_compared_buys_no_gradient(grade, solution):
    of_the_line = "def gradient(x, y, w, b):\n    return np.mean(x), 1.0\n"
    honest = grade(solution("A01", b=of_the_line))
    clever = grade(solution("A01", a=FIRST_THEN_LINEAR, b=of_the_line))
    assert 0 < clever.task("A01.2").earned < clever.task("A01.2").points
    assert clever.score <= honest.score


@pytest.mark.parametrize("huge", ["1e200, 1e200", "1.7e308, -1.7e308", "-1e155, 0.0"])
def test_a_gradient_too_large_to_square_is_wrong(grade, solution, huge):
    giant = f"def gradient(x, y, w, b):\n    return {huge}\n"
    assert grade(solution("A01", a=HALF_FORGOTTEN, b=giant)).task("A01.3").earned == 0


# ---- the numerical check itself


RNG = np.random.default_rng(3)
X, W = RNG.normal(size=(11, 5)), 0.3 * RNG.normal(size=(5, 3))
UP = RNG.normal(size=(11, 3))


def loss(W, b):
    return float((np.maximum(X @ W + b, 0) * UP).sum())


def slopes(W, b):
    dZ = UP * (X @ W + b > 0)
    return X.T @ dZ, dZ.sum(axis=0)


PLACE = {"W": W, "b": 0.1 * RNG.normal(size=3)}


@pytest.mark.parametrize("seed", range(20))
def test_a_right_gradient_is_never_called_wrong(seed):
    rng = np.random.default_rng(seed)
    expect_derivative(
        loss, slopes, {"W": 0.3 * rng.normal(size=(5, 3)), "b": rng.normal(size=3)}, rng
    )


@pytest.mark.parametrize("seed", range(10))
def test_one_wrong_entry_is_found_and_located(seed):
    rng = np.random.default_rng(seed)
    index = tuple(int(rng.integers(side)) for side in W.shape)

    def wrong(W, b):
        dW, db = slopes(W, b)
        dW[index] += 0.05 * np.sqrt(np.mean(dW**2))
        return dW, db

    with pytest.raises(CheckFailed) as caught:
        expect_derivative(loss, wrong, PLACE, rng)
    assert caught.value.failure.detail["index"] == str(index)
    assert caught.value.failure.values["name"] == " W"


def test_a_kink_is_unreliable_not_wrong():
    def kinked(w):
        return float(np.abs(w).sum())

    with pytest.raises(Unreliable):
        expect_derivative(
            kinked, lambda w: np.sign(w), {"w": np.zeros(4)}, np.random.default_rng(0)
        )


def test_a_loss_in_single_precision_is_not_called_wrong():
    def coarse(w):
        return np.float32(np.sum(w.astype(np.float32) ** 2))

    point = {"w": RNG.normal(size=6)}
    with pytest.raises(Unreliable):
        expect_derivative(coarse, lambda w: 2 * w, point, np.random.default_rng(0))


@pytest.mark.parametrize("seed", range(20))
def test_a_forward_pass_in_single_precision_costs_a_right_gradient_nothing(seed):
    rng = np.random.default_rng(seed)
    signs = np.array([0.3, -0.9, 0.4, 0.8])

    def coarse(w):
        return np.float32(0.7 * np.abs(w.astype(np.float32)).sum())

    def right(w):
        return 0.7 * np.abs(w).sum()

    expect_derivative(coarse, lambda w: 0.7 * np.sign(w), {"w": signs}, rng, right=right)
    with pytest.raises(CheckFailed):
        expect_derivative(coarse, lambda w: -0.7 * np.sign(w), {"w": signs}, rng, right=right)


def test_no_gradient_is_right_by_a_forward_pass_that_is_wrong():
    with pytest.raises(CheckFailed) as caught:
        expect_derivative(lambda W, b: 0.0, lambda W, b: (0 * W, 0 * b), PLACE, RNG, right=loss)
    assert caught.value.failure.code == "wrong_forward"


def test_a_loss_that_is_never_the_same_is_unreliable():
    noise = np.random.default_rng(0)
    with pytest.raises(Unreliable):
        expect_derivative(
            lambda w: float(w.sum() + noise.normal()),
            lambda w: np.ones_like(w),
            {"w": W},
            np.random.default_rng(1),
        )


@pytest.mark.parametrize("size", [1e200, 1.7e308])
def test_huge_entries_are_wrong_however_they_cancel(size):
    signs = np.resize([size, -size], W.shape)
    with np.errstate(all="raise"), pytest.raises(CheckFailed):
        expect_derivative(loss, lambda W, b: (signs, np.full(3, size)), PLACE, RNG)
