"""Carrying forward: the failed dependants of a failed task are graded once more, with references standing in."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.closure import closure
from autograder.course import Assignment, Task
from autograder.grading.bench import Trial
from autograder.grading.programs import with_references
from autograder.grading.scoring import Scored, score_task
from autograder.locale import sentence
from autograder.numbers import number
from autograder.records import replaced
from autograder.result import TaskStatus

# Nothing was written that a stand-in could help, or it earns nothing whatever stands in.
NOTHING_TO_GAIN = {TaskStatus.NOT_ATTEMPTED, TaskStatus.MISSING, TaskStatus.FORBIDDEN}


def carried(trial: Trial, scored: Mapping[str, Scored]) -> dict[str, Scored]:
    """Return the tasks with the better of two gradings: alone, and with references in place of what had failed.

    Functions of earlier assignments count as failed where they are the student's own.
    """
    course, assignment = trial.bench.course, trial.bench.assignment
    own = [
        earlier
        for earlier in course.basis(assignment)
        if earlier.module not in trial.program.earlier
    ]
    modules = [earlier.module for earlier in own]
    program = with_references(course, trial.program, own)
    # What is missing may be what an earlier assignment of the student's own failed to define.
    hopeless = NOTHING_TO_GAIN - ({TaskStatus.MISSING} if own else set())
    better = dict(scored)
    for task in assignment.tasks:
        before = better[task.id].result
        names = [needed.function for needed in _failed_prerequisites(assignment, task, better)]
        if before.passed or not (names or modules) or before.status in hopeless:
            continue
        outcomes = trial.run_again(task.id, program, names)
        result = score_task(task, outcomes)
        # Where it earns no more, its checks still show the task's own mistake without the earlier one.
        if result.earned >= before.earned:
            stood_in = (*modules, *names)
            note = sentence("carried", names=", ".join(stood_in), before=number(before.earned))
            result = replaced(result, carried=stood_in, notes=(*result.notes, note))
            better[task.id] = Scored(result, outcomes)
    return better


def _failed_prerequisites(
    assignment: Assignment, task: Task, scored: Mapping[str, Scored]
) -> list[Task]:
    """Return the failed tasks of this assignment that a task needs, directly or through others."""
    needs = {other.id: other.needs for other in assignment.tasks}
    needed = closure(task.needs, lambda name: needs.get(name, ()))
    return [
        other
        for other in assignment.tasks
        if other.id in needed and other.can_stand_in and not scored[other.id].result.passed
    ]
