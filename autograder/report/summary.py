"""What a class page says about a group of results."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.gradebook.attendance import Entry, Standing, entries
from autograder.gradebook.roster import Roster, Student
from autograder.result import Result, Status, TaskResult, tasks_of
from autograder.texts import Text

BINS = 10
# Statuses that a person should look at; those with a score are in the mean all the same.
NEEDS_A_LOOK = {
    Status.REJECTED,
    Status.NOT_LOADED,
    Status.TIMED_OUT,
    Status.CRASHED,
    Status.KIT_ERROR,
}


@dataclass(frozen=True)
class TaskSummary:
    """How a class fared in one task."""

    task: str
    function: str
    title: Text
    points: float
    mean_share: float | None
    passed: int
    total: int


@dataclass(frozen=True)
class CauseSummary:
    """A mistake that several students made."""

    task: str
    title: Text
    hint: Text
    students: tuple[str, ...]


@dataclass(frozen=True)
class AssignmentSummary:
    """How a class fared in one assignment.

    Mean, median, histogram and what is said of the tasks are of the results that have a score: where the grader itself
    failed there is none, and a 0 in its place would be an untruth about the class.
    """

    code: str
    assignment: str
    title: Text
    max_score: float
    results: tuple[Result, ...]
    mean: float | None
    median: float | None
    histogram: tuple[int, ...]
    tasks: tuple[TaskSummary, ...]
    causes: tuple[CauseSummary, ...]
    to_look_at: tuple[Result, ...]
    absent: tuple[Entry, ...] = ()
    people: Mapping[str, Student] = field(default_factory=dict)
    has_roster: bool = False

    @property
    def highest_bin(self) -> int:
        """The size of the fullest bin of the histogram, at least 1."""
        return max(1, *self.histogram)

    @property
    def unscored(self) -> tuple[Result, ...]:
        """The results that the figures leave out."""
        return tuple(one for one in self.results if not one.has_score)

    def cells(self, result: Result) -> tuple[TaskResult | None, ...]:
        """Return a result's tasks in the order of the summary's; None where it has no such task."""
        own = {task.task: task for task in result.tasks}
        return tuple(own.get(one.task) for one in self.tasks)


def summarise(results: Sequence[Result], roster: Roster | None = None) -> list[AssignmentSummary]:
    """Return a summary for each assignment, in order of their codes."""
    codes = sorted({result.code for result in results})
    return [_assignment([one for one in results if one.code == code], roster) for code in codes]


def _assignment(results: Sequence[Result], roster: Roster | None) -> AssignmentSummary:
    results = sorted(results, key=lambda one: one.student)
    first = results[0]
    scored = [one for one in results if one.has_score]
    scores = [one.score for one in scored]
    bins = [0] * BINS
    for one in scored:
        bins[min(BINS - 1, int(one.share * BINS))] += 1
    return AssignmentSummary(
        code=first.code,
        assignment=first.assignment,
        title=first.title,
        max_score=first.max_score,
        results=tuple(results),
        mean=statistics.fmean(scores) if scores else None,
        median=statistics.median(scores) if scores else None,
        histogram=tuple(bins),
        tasks=tuple(_task(task, scored) for task in tasks_of(results).values()),
        causes=_causes(results),
        to_look_at=tuple(one for one in results if one.status in NEEDS_A_LOOK),
        absent=tuple(
            one for one in entries(results, first.code, roster) if one.standing != Standing.GRADED
        ),
        people={one.id: one for one in roster or ()},
        has_roster=roster is not None,
    )


def _task(task: TaskResult, results: Sequence[Result]) -> TaskSummary:
    found = [one for result in results for one in result.tasks if one.task == task.task]
    shares = [one.earned / one.points for one in found]
    return TaskSummary(
        task=task.task,
        function=task.function,
        title=task.title,
        points=statistics.mode(one.points for one in found) if found else task.points,
        mean_share=statistics.fmean(shares) if shares else None,
        passed=sum(one.passed for one in found),
        total=len(found),
    )


def _causes(results: Sequence[Result]) -> tuple[CauseSummary, ...]:
    who: dict[tuple[str, str], list[str]] = {}
    known: dict[tuple[str, str], CauseSummary] = {}
    for result in results:
        for task in result.tasks:
            for cause in task.causes:
                key = (task.task, cause.name)
                who.setdefault(key, []).append(result.student)
                known[key] = CauseSummary(task.task, cause.title, cause.hint, ())
    often = Counter({key: len(students) for key, students in who.items()})
    ranked = sorted(often, key=lambda key: (-often[key], key))
    return tuple(
        CauseSummary(known[key].task, known[key].title, known[key].hint, tuple(who[key]))
        for key in ranked
    )
