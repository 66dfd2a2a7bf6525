"""Hints: three steps a task, from a nudge over a pointer to the formula."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from autograder.course.fields import TaskId
from autograder.course.loading import read_model
from autograder.course.model import Assignment, Course
from autograder.course.problems import did_you_mean, listed, raise_problems
from autograder.course.settings import HINT_STEPS
from autograder.course.task import Task
from autograder.errors import SourceError, UsageError
from autograder.texts import Text

Steps = Annotated[tuple[Text, ...], Field(min_length=1, max_length=HINT_STEPS)]
HintFile = dict[TaskId, Steps]


def load_hints(assignment: Assignment) -> dict[str, tuple[Text, ...]]:
    """Read the hints of an assignment.

    Returns
    -------
    dict
        Task id → its steps in the order they are given: three in the course, as many as were
        released in the students' edition.

    Raises
    ------
    SourceError
        Where ``hints.yml`` is missing, lacks a task, or holds what doesn't belong there.
    """
    what = "hints: task id → three steps"
    document, hints = read_model(assignment.hints_file, HintFile, SourceError, what)
    problems = [
        document.problem((), f"task {task_id} has no hints")
        for task_id in assignment.task_ids
        if task_id not in hints
    ]
    for task_id, steps in hints.items():
        if task_id in assignment.left_out:
            continue
        if task_id not in assignment.task_ids:
            found = f"{assignment.code} has no task {task_id}."
            found += did_you_mean(task_id, assignment.task_ids)
            found += f" It has {listed(assignment.task_ids)}."
            problems.append(document.problem((task_id,), found))
        elif len(steps) != HINT_STEPS and not assignment.handed_out:
            found = f"found {len(steps)} of the {HINT_STEPS} steps: nudge, pointer, formula"
            problems.append(document.problem((task_id,), found))
    raise_problems(problems, SourceError, str(document.path))
    return {task_id: hints[task_id] for task_id in assignment.task_ids}


def hint_of(course: Course, task: Task, step: int) -> Text:
    """Return one step of a task's hints, counted from 1.

    Raises
    ------
    UsageError
        Where the course doesn't release that step, or the file at hand doesn't hold it.
    SourceError
        As :func:`load_hints`.
    """
    steps: tuple[Text, ...] = ()
    if course.hints.released:
        steps = load_hints(course.assignment(task.code))[task.id][: course.hints.released]
    if not 1 <= step <= len(steps):
        raise UsageError(
            f"{task.id}: {len(steps) or 'none'} of the {HINT_STEPS} hints are released; step {step} is not among them"
        )
    return steps[step - 1]
