"""Several submissions of one student: which are graded, and which one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from autograder.course import Assignment, Course
from autograder.course.fields import Counting
from autograder.gradebook.lateness import with_lateness
from autograder.gradebook.matching import Match, Matcher
from autograder.gradebook.roster import Student
from autograder.gradebook.times import BEFORE, MTIME, Clock, Time
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import Attempt, Result
from autograder.submission import Found
from autograder.submission.identity import platform_name

Graded = tuple[Assignment, Found]


@dataclass(frozen=True)
class Handed:
    """One submission, whose it is, and when it was handed in."""

    found: Found  # its ``student`` is the label that grading gives its result
    match: Match
    time: Time

    @property
    def marked_late(self) -> bool:
        """Whether its platform marked it as late."""
        platform = platform_name(self.found.path.name)
        return platform is not None and platform.late


@dataclass(frozen=True)
class Work:
    """All that one student handed in for one assignment, in order of time where that is known."""

    assignment: Assignment
    student: str  # the id that the result is kept under
    handed: tuple[Handed, ...]
    rule: Counting  # which of them counts, by the course
    on_roster: Student | None = None  # None for somebody who isn't on it, or where there is none

    @property
    def times_known(self) -> bool:
        """Whether every submission has a time."""
        return all(handed.time.when is not None for handed in self.handed)

    @property
    def graded(self) -> tuple[Handed, ...]:
        """Those that may count: one where the last or the first does, and its time is known."""
        if self.rule == "best" or not self.times_known:
            return self.handed
        return self.handed[-1:] if self.rule == "last" else self.handed[:1]


class Plan:
    """What is to be graded for a class, and how results become one a student.

    Without a ``matcher``, as there is no roster, every submission stands for itself. The times that results of an
    earlier grading hold, ``before``, stand in where nothing else is known.
    """

    def __init__(
        self,
        course: Course,
        submissions: Sequence[Graded],
        matcher: Matcher | None = None,
        clock: Clock | None = None,
        before: Iterable[Result] = (),
    ) -> None:
        self.course = course
        self.clock = clock or Clock(course.zone())
        self.matcher = matcher
        self._before = {(result.assignment, result.student): result for result in before}
        self._results: dict[tuple[str, str], Result] = {}
        self.works = self._works(submissions)
        self._works_of: dict[tuple[str, str], list[Work]] = defaultdict(list)
        for work in self.works:
            for handed in work.graded:
                self._works_of[work.assignment.id, handed.found.student].append(work)

    @property
    def submissions(self) -> list[Graded]:
        """What has to be graded: where the last or first counts, only that."""
        chosen = {
            (work.assignment.id, handed.found.student): (work.assignment, handed.found)
            for work in self.works
            for handed in work.graded
        }
        return list(chosen.values())

    @property
    def unmatched(self) -> list[tuple[Work, Handed]]:
        """The submissions of nobody on the roster; empty where there is no roster."""
        return [(work, one) for work in self.works for one in work.handed if one.match.reason]

    @property
    def repeated(self) -> list[Work]:
        """Who handed in several times."""
        return [work for work in self.works if len(work.handed) > 1]

    @property
    def undated(self) -> list[Work]:
        """Whose time nobody knows, in assignments that have a due time."""
        return [
            work for work in self.works if work.assignment.due is not None and not work.times_known
        ]

    def take(self, result: Result) -> list[Result]:
        """Take a result as grading gives it; return the results of students whose work is complete by it."""
        self._results[result.assignment, result.student] = result
        works = self._works_of.get((result.assignment, result.student), ())
        return [done for work in works if (done := self._settled(work)) is not None]

    def _works(self, submissions: Sequence[Graded]) -> list[Work]:
        groups: dict[tuple[str, str], list[tuple[Found, Match]]] = defaultdict(list)
        assignments = {assignment.id: assignment for assignment, _ in submissions}
        for assignment, found in submissions:
            match = Match((), found.student)
            if self.matcher:
                match = self.matcher.match(found, assignment.module)
            owners = [student.id for student in match.students] or [self._stranger(found)]
            for owner in owners:
                groups[assignment.id, owner].append((found, match))
        return [
            self._work(assignments[name], owner, group) for (name, owner), group in groups.items()
        ]

    def _stranger(self, found: Found) -> str:
        """Return the id of somebody who isn't on the roster: never one that is."""
        taken = self.matcher is not None and self.matcher.roster.index.get("id", found.student)
        return f"unknown-{found.student}" if taken else found.student

    def _work(
        self, assignment: Assignment, owner: str, group: Sequence[tuple[Found, Match]]
    ) -> Work:
        student = self.matcher.roster.index.get("id", owner) if self.matcher else None
        alone = len(group) == 1
        handed = [
            Handed(found, match, self._time(assignment, owner, found, alone))
            for found, match in group
        ]
        handed.sort(key=lambda one: str(one.found.path))
        work = Work(assignment, owner, tuple(handed), self.course.attempts, student)
        if not work.times_known:
            return work
        handed.sort(key=lambda one: one.time.when.timestamp() if one.time.when else 0.0)
        return replace(work, handed=tuple(handed))

    def _time(self, assignment: Assignment, owner: str, found: Found, alone: bool) -> Time:
        given = self.clock.given(owner, assignment.code, found, alone)
        if given is not None:
            return given
        time = self.clock.time(found, assignment.module)
        if time.when is not None and time.source != MTIME:
            return time
        return self._time_before(assignment, owner, found, alone) or time

    def _time_before(
        self, assignment: Assignment, owner: str, found: Found, alone: bool
    ) -> Time | None:
        """Return the time that an earlier result holds of the same submission."""
        before = self._before.get((assignment.id, owner))
        if before is None:
            return None
        held = [one.submitted for one in before.attempts if one.submission == found.path.name]
        if alone and not before.attempts and before.lateness:
            held = [before.lateness.submitted]
        return Time(held[0], BEFORE) if len(held) == 1 and held[0] is not None else None

    def _extra(self, work: Work) -> timedelta:
        if work.on_roster is not None:
            return work.on_roster.extra_in(work.assignment.code)
        before = self._before.get((work.assignment.id, work.student))
        if self.matcher is None and before is not None and before.lateness is not None:
            return timedelta(minutes=before.lateness.extra_minutes)
        return timedelta()

    def _settled(self, work: Work) -> Result | None:
        """Return the one result that counts, late and named as it should be; None while others are to come."""
        due = self.course.due(work.assignment)
        policy = self.course.late_policy(work.assignment)
        graded: dict[str, Result] = {}
        for handed in work.graded:
            label = handed.found.student
            result = self._results.get((work.assignment.id, label))
            if result is None:
                return None
            graded[label] = with_lateness(result, handed.time, due, policy, self._extra(work))
        # The best, and of equals the earliest; a failure of the grader itself never wins against a score.
        best = max(graded, key=lambda label: (graded[label].has_score, graded[label].score))
        result = replaced(graded[best], student=work.student)
        if len(work.handed) == 1:
            return result
        notes = list(result.notes)
        if work.rule != "best" and not work.times_known:
            notes.append(sentence("attempts_undated", count=len(work.handed)))
        attempts = tuple(
            self._attempt(number, handed, graded.get(handed.found.student), best)
            for number, handed in enumerate(work.handed, 1)
        )
        return replaced(result, attempts=attempts, notes=tuple(notes))

    def _attempt(self, number: int, handed: Handed, result: Result | None, best: str) -> Attempt:
        when, zone = handed.time.when, self.course.zone()
        return Attempt(
            number=number,
            submission=handed.found.path.name,
            submitted=when.astimezone(zone) if when and zone else when,
            status=result.status if result else None,
            score=result.score if result and result.has_score else None,
            counts=handed.found.student == best,
        )
