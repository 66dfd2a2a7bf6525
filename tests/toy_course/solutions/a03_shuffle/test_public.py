"""Public checks of A03."""

import a03_shuffle as student
import numpy as np

from autograder.checks import expect_close, expect_shape, task


@task("A03.1", en="every number once", ko="모든 수를 한 번씩")
def test_shuffled():
    expect_close(np.sort(expect_shape(student.shuffled(5), (5,))), np.arange(5))


@task("A03.2", en="no epochs", ko="0에포크")
def test_fitted():
    expect_close(student.fitted(np.ones(2), np.ones(2), 0.1, 0).w, 0.0)
