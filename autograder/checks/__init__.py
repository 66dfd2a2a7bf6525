"""The verbs that suites, hidden and public, are written in.

A check's body should read as one sentence about the product: build an input, call the student, expect something.
"""

from autograder.checks.derivative import Unreliable, expect_derivative
from autograder.checks.failure import CheckFailed, Failure
from autograder.checks.marks import MARK, TaskMark, consistency, task
from autograder.checks.promises import misshapen, promises
from autograder.checks.sealed import Sealed, SealedError
from autograder.checks.tolerance import EXACT, GRADIENT, TIGHT, VALUE, Tolerance
from autograder.checks.variants import alternative, misconception
from autograder.checks.verbs import (
    expect,
    expect_close,
    expect_error,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_object,
    expect_shape,
    expect_unchanged,
)

__all__ = [
    "EXACT",
    "GRADIENT",
    "MARK",
    "TIGHT",
    "VALUE",
    "CheckFailed",
    "Failure",
    "Sealed",
    "SealedError",
    "TaskMark",
    "Tolerance",
    "Unreliable",
    "alternative",
    "consistency",
    "expect",
    "expect_close",
    "expect_derivative",
    "expect_error",
    "expect_gradient",
    "expect_items",
    "expect_keys",
    "expect_numbers",
    "expect_object",
    "expect_shape",
    "expect_unchanged",
    "misconception",
    "misshapen",
    "promises",
    "task",
]
