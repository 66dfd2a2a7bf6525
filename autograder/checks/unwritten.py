"""Recognising a function that isn't written yet by the ``NotImplementedError`` that its stub raises."""

from __future__ import annotations

import re
from collections.abc import Collection

from autograder.checks.failure import Failure

# "A05.6: write full_batch_step", in whatever language.
STUB = re.compile(r"(A\d{2}\.[1-9]\d*): ")


def is_stub(said: str) -> bool:
    """Tell whether a message is a stub's: with a task in front, or without a word."""
    return not said or STUB.match(said) is not None


def task_of_stub(said: str) -> str | None:
    """Return the task that a stub's message names, "A05.6"."""
    named = STUB.match(said)
    return named[1] if named else None


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
    named = task_of_stub(said)
    if not said or named == task:
        return Failure("not_attempted")
    return Failure("calls_unwritten", {"task": named}) if named in known else None
