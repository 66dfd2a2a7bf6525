"""From outcomes to points: denominators come from the manifest and the suite, never from what happened to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.checks.failure import Failure
from autograder.checks.marks import TaskMark
from autograder.course import Task
from autograder.grading.outcome import Outcome
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import CheckResult, Status, TaskResult, TaskStatus
from autograder.sandbox import StudentError
from autograder.texts import Text

# Failures that many calls together show: the last of them is not what failed.
OF_MANY_CALLS = {"no_derivative", "no_derivative_of_loss", "wrong_forward"}


# What conduct is worth of a task: errors promised, arguments left alone, shapes, dtypes.
CONDUCT = 0.2


@dataclass(frozen=True)
class Scored:
    """A task's result, and what its checks found: with references standing in, where they did."""

    result: TaskResult
    outcomes: Sequence[Outcome] = ()

    def noted(self, *notes: Text, **changes: object) -> Scored:
        """Return it with more notes, and with other values in its result."""
        notes = (*self.result.notes, *notes)
        return Scored(replaced(self.result, notes=notes, **changes), self.outcomes)


def submission_status(results: Iterable[TaskResult], *, problems: bool) -> Status:
    """Return what became of a submission that could be run: graded, blank, or nothing that could be loaded."""
    statuses = {result.status for result in results}
    if problems and statuses <= {TaskStatus.MISSING}:
        return Status.NOT_LOADED
    blank = statuses <= {TaskStatus.NOT_ATTEMPTED, TaskStatus.MISSING}
    return Status.BLANK if blank else Status.GRADED


def with_warnings(
    scored: Mapping[str, Scored], warnings: Mapping[str, set[str]]
) -> dict[str, Scored]:
    """Note what NumPy warned of. A warning is never a lost point."""
    return {
        task: one.noted(
            *(sentence("warned", warning=text) for text in sorted(warnings.get(task, ())))
        )
        for task, one in scored.items()
    }


def shares(marks: Sequence[TaskMark]) -> list[float]:
    """Return the share of a task's points that each of its checks is worth.

    Conduct is a fifth of every task that has checks of it, so that a slip costs the same everywhere; within the fifth,
    and within the rest, a check is worth what its mark says it weighs.
    """
    sums = {
        conduct: sum(mark.weight for mark in marks if mark.conduct is conduct)
        for conduct in (False, True)
    }
    parts = {False: 1 - CONDUCT, True: CONDUCT} if all(sums.values()) else {False: 1.0, True: 1.0}
    return [parts[mark.conduct] * mark.weight / sums[mark.conduct] for mark in marks]


def earned_share(outcomes: Sequence[Outcome]) -> float:
    """Return the share of a task's points that its checks earned.

    Conduct is paid for only when a value check has passed.
    """
    if not any(outcome.passed and not outcome.mark.conduct for outcome in outcomes):
        return 0.0
    parts = shares([outcome.mark for outcome in outcomes])
    earned = [part for part, one in zip(parts, outcomes, strict=True) if one.passed]
    return 1.0 if len(earned) == len(outcomes) else sum(earned)


def score_task(
    task: Task, outcomes: Sequence[Outcome], forbidden: Sequence[Text] = ()
) -> TaskResult:
    """Return a task's result.

    Parameters
    ----------
    task
        The task, with its points and what feedback may show.
    outcomes
        What each of its checks found.
    forbidden
        Findings of the static policy in the task's function: with any, the task earns nothing.
    """
    share = 0.0 if forbidden else earned_share(outcomes)
    earned = round(task.points * share, 2)
    return TaskResult(
        task=task.id,
        function=task.function,
        title=task.title,
        points=task.points,
        earned=earned,
        status=TaskStatus.FORBIDDEN if forbidden else _status(outcomes, share),
        checks=tuple(_check(task, outcome) for outcome in outcomes),
        findings=tuple(forbidden),
    )


def unrun_task(task: Task, status: TaskStatus, reason: str) -> TaskResult:
    """Return the result of a task that couldn't be checked at all."""
    return TaskResult(
        task=task.id,
        function=task.function,
        title=task.title,
        points=task.points,
        earned=0.0,
        status=status,
        notes=(sentence(reason),),
    )


def _status(outcomes: Sequence[Outcome], share: float) -> TaskStatus:
    if outcomes and all(outcome.passed for outcome in outcomes):
        return TaskStatus.PASSED
    codes = {failure.code for outcome in outcomes if (failure := outcome.failure)}
    losses = {outcome.loss for outcome in outcomes} - {None}
    if any(loss is not None and loss.out_of_time for loss in losses):
        return TaskStatus.TIMED_OUT
    if losses:
        return TaskStatus.CRASHED
    if share > 0:
        return TaskStatus.PARTIAL
    if codes <= {"not_attempted"}:
        return TaskStatus.NOT_ATTEMPTED
    if codes <= {"missing"}:
        return TaskStatus.MISSING
    return TaskStatus.FAILED


def _check(task: Task, outcome: Outcome) -> CheckResult:
    failure: Failure | None = outcome.failure
    where = None
    if isinstance(outcome.error, StudentError) and outcome.error.frames:
        frame = outcome.error.frames[-1]
        where = f"{frame.filename}:{frame.line}: {frame.source.strip()}"
    hidden = task.show == "nothing"
    return CheckResult(
        title=sentence("hidden_check") if hidden else outcome.mark.title,
        conduct=outcome.mark.conduct,
        weight=outcome.mark.weight,
        passed=outcome.passed,
        reason=failure.code if failure else None,
        call=None
        if hidden or failure is None or outcome.mark.many or failure.code in OF_MANY_CALLS
        else outcome.call(values=task.show == "input"),
        message=failure.text(task.show) if failure else None,
        where=None if hidden else where,
    )
