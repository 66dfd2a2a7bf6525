"""What a class page says about a group of results."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.gradebook.attendance import Standing, entries
from autograder.gradebook.roster import Roster
from autograder.result import Cause, Result, TaskResult, tasks_of

BINS = 10


@dataclass(frozen=True)
class TaskSummary:
    """How a class fared in one task: the points that most were graded by, and what each earned of theirs."""

    task: TaskResult
    results: tuple[TaskResult, ...]

    @property
    def points(self) -> float:
        """What the task is worth; to most, where results differ."""
        return statistics.mode(one.points for one in self.results or (self.task,))

    @property
    def mean_share(self) -> float | None:
        """The mean of the shares that were earned; None where nobody has a score."""
        shares = [one.earned / one.points for one in self.results]
        return statistics.fmean(shares) if shares else None

    @property
    def passed(self) -> int:
        """How many passed."""
        return sum(one.passed for one in self.results)


@dataclass
class CauseSummary:
    """A mistake, and the students who made it."""

    task: str
    cause: Cause
    students: list[str] = field(default_factory=list)


class AssignmentSummary:
    """How a class fared in one assignment.

    Mean, median, histogram and what is said of the tasks are of the results that have a score: where the grader itself
    failed there is none, and a 0 in its place would be an untruth about the class.
    """

    def __init__(self, results: Sequence[Result], roster: Roster | None) -> None:
        self.results = sorted(results, key=lambda result: result.student)
        first = self.results[0]
        self.code, self.title, self.max_score = first.code, first.title, first.max_score
        scored = [result for result in self.results if result.has_score]
        self.unscored = [result for result in self.results if not result.has_score]
        scores = [result.score for result in scored]
        self.mean = statistics.fmean(scores) if scores else None
        self.median = statistics.median(scores) if scores else None
        bins = [min(BINS - 1, int(result.share * BINS)) for result in scored]
        self.histogram = [bins.count(place) for place in range(BINS)]
        self.tasks = [
            TaskSummary(task, tuple(_found(name, scored)))
            for name, task in tasks_of(self.results).items()
        ]
        self.causes = _causes(self.results)
        self.to_look_at = [result for result in self.results if result.status.tone == "bad"]
        everybody = entries(self.results, self.code, roster)
        self.absent = [entry for entry in everybody if entry.standing is not Standing.GRADED]
        self.people = {student.id: student for student in roster or ()}
        self.has_roster = roster is not None

    def cells(self, result: Result) -> list[TaskResult | None]:
        """Return a result's tasks in the order of the summary's; None where it has no such task."""
        own = {task.task: task for task in result.tasks}
        return [own.get(summary.task.task) for summary in self.tasks]


def summarise(results: Sequence[Result], roster: Roster | None = None) -> list[AssignmentSummary]:
    """Return a summary for each assignment, in order of their codes."""
    codes = sorted({result.code for result in results})
    groups = ([result for result in results if result.code == code] for code in codes)
    return [AssignmentSummary(group, roster) for group in groups]


def _found(name: str, results: Sequence[Result]) -> list[TaskResult]:
    return [task for result in results for task in result.tasks if task.task == name]


def _causes(results: Sequence[Result]) -> list[CauseSummary]:
    """Return the mistakes that were made, the most frequent first."""
    found: dict[tuple[str, str], CauseSummary] = {}
    for result in results:
        for task in result.tasks:
            for cause in task.causes:
                made = found.setdefault((task.task, cause.name), CauseSummary(task.task, cause))
                made.students.append(result.student)
    return [found[key] for key in sorted(found, key=lambda key: (-len(found[key].students), key))]
