"""A task's points are its share of the assignment's: adding one changes no number of the others."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from autograder.course.shares import scaled

SHARES = st.lists(st.integers(1, 60), min_size=1, max_size=12)


def exact(values):
    """Return numbers as they are written."""
    return [Fraction(str(value)) for value in values]


@given(SHARES, st.integers(1, 200))
def test_what_is_paid_adds_up_and_is_the_share_but_for_less_than_a_hundredth(shares, total):
    assume(min(shares) * total * 100 >= sum(shares))
    paid = exact(scaled(shares, total))
    assert sum(paid) == total
    for share, points in zip(shares, paid, strict=True):
        assert abs(points - Fraction(share * total, sum(shares))) < Fraction(1, 100)
        assert (points * 100).denominator == 1


@given(SHARES)
def test_who_has_the_larger_share_is_paid_no_less(shares):
    paid = scaled(shares, 100)
    for share, points in zip(shares, paid, strict=True):
        assert all(
            points <= more for other, more in zip(shares, paid, strict=True) if other > share
        )


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=8))
def test_shares_that_add_up_stay_what_they_are(hundredths):
    assume(sum(hundredths) < 10000)
    shares = [part / 100 for part in (*hundredths, 10000 - sum(hundredths))]
    assert scaled(shares, 100) == shares


def test_what_is_left_of_thirds_goes_to_the_first():
    assert scaled([1, 1, 1], 100) == [33.34, 33.33, 33.33]
    assert scaled([2, 4, 4], 100) == [20, 40, 40]
    assert [type(points) for points in scaled([1, 1, 2], 50)] == [float, float, int]


MORE = """\
  - id: A01.3
    function: train
    title: {en: Training, ko: 학습}
    points: 25
- id: a02_neuron
"""


def test_a_task_is_added_without_a_change_to_the_others(course_file):
    assignment = course_file.change("- id: a02_neuron\n", MORE).load().assignment("A01")
    assert [task.points for task in assignment.tasks] == [48, 32, 20]
    assert assignment.points == 100


def test_a_draft_takes_no_share_of_the_others(course_file):
    draft = MORE.replace("    points: 25\n", "    points: 25\n    status: draft\n")
    assignment = course_file.change("- id: a02_neuron\n", draft).load().assignment("A01")
    assert [task.points for task in assignment.tasks] == [60, 40]


def test_an_assignment_may_be_worth_something_else(course_file):
    assignment = course_file.change("  weight: 40\n", "  weight: 40\n  points: 30\n").load()
    assert [task.points for task in assignment.assignment("A01").tasks] == [18, 12]
    assert assignment.assignment("A01").points == 30


@pytest.mark.parametrize("points", ["0.5", "60.25", "1000"])
def test_a_share_is_any_number_above_zero(course_file, points):
    assignment = course_file.change("points: 60", f"points: {points}").load().assignment("A01")
    assert sum(exact(task.points for task in assignment.tasks)) == 100
