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
    """

    task: str
    title: Text
    weight: float = 1.0
    conduct: bool = False


def task(
    task_id: str, *, en: str, ko: str, weight: float = 1.0, conduct: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a test function as a check of one task."""
    mark = TaskMark(task_id, Text(en=en, ko=ko), weight, conduct)
    return getattr(pytest.mark, MARK)(mark)  # type: ignore[no-any-return]


def mark_of(item: pytest.Item) -> TaskMark | None:
    """Return a test's mark, or None where it has none."""
    marker = item.get_closest_marker(MARK)
    if marker is None or not marker.args or not isinstance(marker.args[0], TaskMark):
        return None
    return marker.args[0]
