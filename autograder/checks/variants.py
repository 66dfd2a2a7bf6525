"""Variants of a reference: misconceptions, which the suite must reject, and alternatives.

A variant is a function or class in a file beside the suite. The decorators only describe it; the file is read as
text (``autograder.grading.variants``), and a variant's source takes the place of its namesake in a copy of the
reference.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def misconception(
    task_id: str, name: str, *, en: tuple[str, str], ko: tuple[str, str]
) -> Callable[[T], T]:
    """Describe a mistake that students make.

    Parameters
    ----------
    task_id
        The task it belongs to, "A01.4".
    name
        A short name, unique within the assignment, "sum-for-mean".
    en, ko
        What the mistake is, and a hint that leads out of it.
    """
    return lambda variant: variant


def alternative(task_id: str, name: str) -> Callable[[T], T]:
    """Describe a correct implementation that differs from the reference in algorithm or dtype."""
    return lambda variant: variant
