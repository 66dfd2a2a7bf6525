"""What wrong answers are said to have in common with the right ones, and what is never said of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks import CheckFailed, TaskMark, expect_close
from autograder.grading.outcome import Outcome
from autograder.grading.patterns import common_pattern
from autograder.grading.transcript import Answer, Transcript
from autograder.texts import Text

MARK = TaskMark("A01.1", Text(en="x", ko="x"))
RNG = np.random.default_rng(5)
ROWS = RNG.normal(size=(7, 3))
VECTOR = RNG.normal(size=5)
IMAGE = RNG.normal(size=(2, 4, 5, 3))


def outcome(got, want, *arguments):
    """What a check found that expected one array and got another."""
    found = Outcome("check", MARK, transcript=Transcript([Answer("f", got, None, arguments)]))
    try:
        expect_close(got, want)
    except CheckFailed as error:
        found.error = error
    return found


def said(*outcomes):
    text = common_pattern(outcomes)
    return text and text.en


@pytest.mark.parametrize(
    ("got", "want", "arguments", "words"),
    [
        (2 * VECTOR, VECTOR, (), "2 times"),
        (-VECTOR, VECTOR, (), "opposite sign"),
        (7 * VECTOR, VECTOR, (ROWS,), "number of rows"),
        (-7 * VECTOR, VECTOR, (ROWS,), "times −m"),
        (VECTOR / 7, VECTOR, (ROWS,), "divided by m"),
        (VECTOR * 7 / 6, VECTOR, (ROWS,), "m / (m − 1)"),
        (np.zeros(5), 4 * VECTOR, (), "Every entry is 0"),
        (np.full(5, 1.5), VECTOR, (), "same number"),
        (ROWS.T, ROWS, (), "transpose"),
        (VECTOR[::-1], VECTOR, (), "reversed"),
        (IMAGE[:, ::-1, ::-1], IMAGE, (), "half a turn"),
        (ROWS[::-1, ::-1], ROWS, (), "half a turn"),
        (np.roll(VECTOR, 1), VECTOR, (), "shifted"),
        (ROWS.ravel(order="F").reshape(7, 3), ROWS, (), "by columns"),
        (IMAGE.transpose(0, 3, 1, 2).reshape(IMAGE.shape), IMAGE, (), "channel axis"),
        ((4 * VECTOR).astype(int), 4 * VECTOR, (), "cut to whole numbers"),
        (np.abs(VECTOR), VECTOR, (), "absolute value"),
        (VECTOR**2, VECTOR, (), "square of"),
        (VECTOR + 0.3, VECTOR, (), "same amount"),
        (VECTOR + 0.3 * ROWS[0, 0] * VECTOR[::-1], VECTOR, (ROWS, VECTOR[::-1]), "array number 2"),
        (VECTOR + 0.3 * np.sign(VECTOR[::-1]), VECTOR, (VECTOR[::-1],), "sign of an argument"),
        (np.where(np.arange(5) == VECTOR.argmax(), np.nan, 1.0), np.ones(5), (VECTOR,), "largest inputs"),
        (np.full(5, np.inf), np.ones(5), (VECTOR,), "No entry is finite"),
        (VECTOR[:, None] - VECTOR, VECTOR, (VECTOR,), "square array"),
        (VECTOR.sum(), VECTOR, (), "single number"),
        (VECTOR[:, None], VECTOR, (), "another shape"),
    ],
)  # fmt: skip
def test_a_pattern_is_said_in_words(got, want, arguments, words):
    assert words in said(outcome(got, want, *arguments))


def test_a_pattern_has_to_hold_in_every_failed_check():
    double, negative = outcome(2 * VECTOR, VECTOR), outcome(-VECTOR, VECTOR)
    assert said(double, outcome(2 * ROWS, ROWS)) is not None
    assert said(double, negative) is None


def test_a_single_number_fits_anything_so_nothing_is_said():
    assert said(outcome(4.0, 2.0)) is None
    assert "2 times" in said(*(outcome(2 * float(x), float(x)) for x in VECTOR))


def test_right_answers_have_nothing_in_common():
    assert said(outcome(VECTOR, VECTOR), outcome(ROWS, ROWS)) is None
    assert said() is None


@given(st.integers(0, 2**32 - 1), st.integers(3, 9))
def test_unrelated_numbers_get_no_pattern(seed, size):
    rng = np.random.default_rng(seed)
    assert (
        said(outcome(rng.normal(size=size), rng.normal(size=size), rng.normal(size=size))) is None
    )


@given(st.floats(0.05, 20), st.integers(0, 2**32 - 1))
def test_every_constant_factor_is_seen(factor, seed):
    want = np.random.default_rng(seed).normal(size=4)
    found = outcome(factor * want, want)
    assert found.passed or said(found) is not None


NEVER = {
    "rounding is no offset": (VECTOR + 1e-7 * RNG.normal(size=5), VECTOR, (), "same amount"),
    "a number is no sum": (3.0, VECTOR, (), "single number"),
    "a shape alone is no transpose": (RNG.normal(size=(3, 7)), ROWS, (), "transpose"),
    "a square that nobody handed over": (RNG.normal(size=(5, 5)), VECTOR, (), "square array"),
    "an answer that is an argument": (2 * VECTOR, VECTOR + 1, (VECTOR,), "array number"),
    "zeros that may be cut": (np.zeros(5), np.linspace(0.1, 0.9, 5), (), "Every entry is 0"),
    "one entry of one array": (np.append(VECTOR[:-1], 9.0), VECTOR, (), "last entry"),
    "numbers near the largest": (VECTOR * 1e308, VECTOR * 1.7e308, (VECTOR,), "array number"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEVER)
def test_what_the_evidence_does_not_carry_is_not_said(name):
    got, want, arguments, words = NEVER[name]
    found = outcome(got, want, *arguments)
    assert words not in (said(found) or "")


def test_the_last_entry_of_two_arrays_is_a_pattern():
    longer = np.append(VECTOR, VECTOR)
    wrong = outcome(np.append(VECTOR[:-1], 9.0), VECTOR)
    assert "last entry" in said(wrong, outcome(np.append(longer[:-1], 9.0), longer))


def test_a_pattern_names_the_part_that_it_is_about():
    one = outcome((2 * VECTOR, ROWS), (VECTOR, ROWS))
    assert said(one) == "Of part [0] of the result: Every entry is 2 times what it should be."
    other = outcome((VECTOR, 2 * ROWS), (VECTOR, ROWS))
    assert said(one, other) is None


def test_where_many_calls_are_compared_nothing_is_said_of_arguments():
    found = outcome(7 * VECTOR, VECTOR, ROWS)
    found.mark = replace(MARK, many=True)
    assert said(found) == "Every entry is 7 times what it should be."
