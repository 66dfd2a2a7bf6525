"""References that stand in for an earlier function behave as if they were called in the student's own process."""

import numpy as np
import pytest

from autograder.grading.stand_ins import StandInRefused, StandIns
from autograder.sandbox import Limits, open_sandbox

SHUFFLE = ("a03_shuffle", "shuffled")


@pytest.fixture(scope="module")
def stand_ins(course):
    with open_sandbox() as sandbox:
        answers = StandIns(sandbox, course, {SHUFFLE}, Limits())
        yield answers
        answers.close()


def test_each_call_draws_anew_from_the_callers_generator(stand_ins):
    rng, same = np.random.default_rng(4), np.random.default_rng(4)
    for _ in range(3):
        order = stand_ins(*SHUFFLE, (7,), {"rng": rng})
        assert np.array_equal(order, same.permutation(7))
    assert rng.random() == same.random()


def test_no_other_function_answers(stand_ins):
    with pytest.raises(StandInRefused):
        stand_ins("a02_unit", "best_line", (1.0, 2.0), {})
