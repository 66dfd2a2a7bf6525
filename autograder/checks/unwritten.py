"""Recognising a function that isn't written yet by the exception that its stub raises."""

from __future__ import annotations

import re
from collections.abc import Collection

from autograder.checks.failure import Failure

# "A05.6: write full_batch_step", in whatever language.
STUB = re.compile(r"(A\d{2}\.[1-9]\d*): ")


def is_stub(error: BaseException) -> bool:
    """Tell whether an exception is a stub's: with a task in front, or without a word."""
    said = str(error)
    return isinstance(error, NotImplementedError) and (not said or STUB.match(said) is not None)


def unwritten(said: str, task: str, known: Collection[str]) -> Failure | None:
    """Return the failure of a check that met a stub; None where an exception's message is no stub's.

    Parameters
    ----------
    said
        The message of a ``NotImplementedError``. Whoever wrote the program may have written anything here.
    task
        The task that is checked.
    known
        The ids of all tasks of the course.
    """
    named = STUB.match(said)
    if not said or (named and named[1] == task):
        return Failure("not_attempted")
    if named and named[1] in known:
        return Failure("calls_unwritten", {"task": named[1]})
    return None
