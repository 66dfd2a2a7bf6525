"""From outcomes to points: denominators come from the manifest and the suite, never from what happened to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.checks.failure import Failure
from autograder.course import Task
from autograder.grading.outcome import Outcome
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import CheckResult, Status, TaskResult, TaskStatus
from autograder.sandbox import StudentError
from autograder.texts import Text

# Failures that many calls together show: the last of them is not what failed.
OF_MANY_CALLS = {"no_derivative", "no_derivative_of_loss", "wrong_forward"}


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


def earned_share(outcomes: Sequence[Outcome]) -> float:
    """Return the share of a task's points that its checks earned.

    Each check weighs what its mark says. Conduct is paid for only when a value check has passed.
    """
    total = sum(outcome.mark.weight for outcome in outcomes)
    values = sum(one.mark.weight for one in outcomes if one.passed and not one.mark.conduct)
    conduct = sum(one.mark.weight for one in outcomes if one.passed and one.mark.conduct)
    return (values + conduct if values else 0.0) / total if total else 0.0


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
        if hidden or failure is None or failure.code in OF_MANY_CALLS
        else outcome.call(values=task.show == "input"),
        message=failure.text(task.show) if failure else None,
        where=None if hidden else where,
    )
