"""The mark that ties a check to its task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from autograder.texts import Text

MARK = "task"


@dataclass(frozen=True)
class TaskMark:
    """What a check says about itself.

    Attributes
    ----------
    task
        The task's id, "A01.4".
    title
        What is tried, in the words that a student may read.
    weight
        Its share of the task's points, relative to the task's other checks.
    conduct
        Whether it checks conduct (errors raised, inputs untouched, shape, dtype) and not values. Conduct pays only
        when a value check of the same task has passed: a function that does nothing leaves its inputs alone, too.
    forward
        For a check of consistency, the tasks of the forward pass that the gradient is compared with. Such a check is
        run only where its task has failed, and is no part of the task's weight.
    """

    task: str
    title: Text
    weight: float = 1.0
    conduct: bool = False
    forward: tuple[str, ...] = ()


def task(
    task_id: str, *, en: str, ko: str, weight: float = 1.0, conduct: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a test function as a check of one task."""
    mark = TaskMark(task_id, Text(en=en, ko=ko), weight, conduct)
    return getattr(pytest.mark, MARK)(mark)  # type: ignore[no-any-return]


def consistency(
    task_id: str, *, forward: tuple[str, ...], en: str, ko: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a test as asking whether a task's gradient is the derivative of the student's own forward pass.

    Parameters
    ----------
    task_id
        The task that computes the gradient.
    forward
        The tasks that compute what it is the gradient of.
    en, ko
        What is compared, in the words that a student may read.
    """
    mark = TaskMark(task_id, Text(en=en, ko=ko), forward=forward)
    return getattr(pytest.mark, MARK)(mark)  # type: ignore[no-any-return]


def mark_of(item: pytest.Item) -> TaskMark | None:
    """Return a test's mark, or None where it has none."""
    marker = item.get_closest_marker(MARK)
    if marker is None or not marker.args or not isinstance(marker.args[0], TaskMark):
        return None
    return marker.args[0]
