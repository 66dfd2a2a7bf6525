"""The mark that ties a check to its task."""

from __future__ import annotations

from dataclasses import dataclass

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
    many
        Whether what it compares comes from several calls: then none of them is said to be the one that failed.
    forward
        For a check of consistency, the tasks of the forward pass that the gradient is compared with. Such a check is
        run only where its task has failed, and is no part of the task's weight.
    """

    task: str
    title: Text
    weight: float = 1.0
    conduct: bool = False
    forward: tuple[str, ...] = ()
    many: bool = False


def task(
    task_id: str,
    *,
    en: str,
    ko: str,
    weight: float = 1.0,
    conduct: bool = False,
    many: bool = False,
) -> pytest.MarkDecorator:
    """Mark a test function as a check of one task."""
    return pytest.mark.task(TaskMark(task_id, Text(en=en, ko=ko), weight, conduct, many=many))


def consistency(
    task_id: str, *, forward: tuple[str, ...], en: str, ko: str
) -> pytest.MarkDecorator:
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
    return pytest.mark.task(TaskMark(task_id, Text(en=en, ko=ko), forward=forward))


def register_mark(config: pytest.Config) -> None:
    """Tell pytest of the mark, which is strict about those that it doesn't know."""
    config.addinivalue_line("markers", f"{MARK}(mark): ties a check to its task")


def mark_of(item: pytest.Item) -> TaskMark | None:
    """Return a test's mark, or None where it has none."""
    marker = item.get_closest_marker(MARK)
    said = marker.args[0] if marker is not None and marker.args else None
    return said if isinstance(said, TaskMark) else None
