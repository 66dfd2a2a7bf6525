"""Several submissions of one student: which are graded, and which one counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta, tzinfo

from autograder.course import Assignment, Course
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
    """One submission, with what is known of it.

    Attributes
    ----------
    found
        The submission; its ``student`` is the label that grading gives its result.
    match
        Whose it is.
    time
        When it was handed in.
    """

    found: Found
    match: Match
    time: Time

    @property
    def marked_late(self) -> bool:
        """Whether its platform marked it as late."""
        platform = platform_name(self.found.path.name)
        return platform is not None and platform.late


@dataclass(frozen=True)
class Work:
    """All that one student handed in for one assignment, in order of time where that is known.

    Attributes
    ----------
    assignment
        The assignment.
    student
        The id that the result is kept under.
    handed
        The submissions.
    on_roster
        The student; None for somebody who isn't on the roster, or where there is none.
    """

    assignment: Assignment
    student: str
    handed: tuple[Handed, ...]
    on_roster: Student | None = None

    @property
    def times_known(self) -> bool:
        """Whether every submission has a time."""
        return all(one.time.when is not None for one in self.handed)


class Plan:
    """What is to be graded for a class, and how results become one a student.

    Parameters
    ----------
    course
        The course, with its rules on attempts and lateness.
    submissions
        What was found.
    matcher
        Finds students by the roster; None where there is no roster: then every submission stands for itself.
    clock
        Says when submissions were handed in.
    before
        Results of an earlier grading, whose times stand in where nothing else is known.
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
        self._before = {(one.assignment, one.student): one for one in before}
        self._labels: dict[tuple[str, str], list[Work]] = {}
        self._results: dict[tuple[str, str], Result] = {}
        self.works = self._works(submissions)
        for work in self.works:
            for one in self._to_grade(work):
                key = (work.assignment.id, one.found.student)
                self._labels.setdefault(key, []).append(work)

    @property
    def submissions(self) -> list[Graded]:
        """What has to be graded: where the last or first counts, only that."""
        chosen: dict[tuple[str, str], Graded] = {}
        for work in self.works:
            for one in self._to_grade(work):
                key = (work.assignment.id, one.found.student)
                chosen.setdefault(key, (work.assignment, one.found))
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
        key = (result.assignment, result.student)
        self._results[key] = result
        done = []
        for work in self._labels.get(key, ()):
            graded = self._to_grade(work)
            keys = [(work.assignment.id, one.found.student) for one in graded]
            if all(one in self._results for one in keys):
                done.append(self._settled(work, [self._results[one] for one in keys]))
        return done

    def _works(self, submissions: Sequence[Graded]) -> list[Work]:
        groups: dict[tuple[str, str], list[Handed]] = {}
        assignments: dict[str, Assignment] = {}
        for assignment, found in submissions:
            assignments[assignment.id] = assignment
            match = (
                self.matcher.match(found, assignment.module)
                if self.matcher
                else Match((), found.student)
            )
            handed = Handed(found, match, Time(None))
            owners = [student.id for student in match.students] or [self._stranger(found)]
            for owner in owners:
                groups.setdefault((assignment.id, owner), []).append(handed)
        return [
            self._work(assignments[code], owner, handed) for (code, owner), handed in groups.items()
        ]

    def _stranger(self, found: Found) -> str:
        """Return the id of somebody who isn't on the roster: never one that is."""
        ids = {student.id.casefold() for student in self.matcher.roster} if self.matcher else set()
        return f"unknown-{found.student}" if found.student.casefold() in ids else found.student

    def _work(self, assignment: Assignment, owner: str, group: Sequence[Handed]) -> Work:
        student = self.matcher.roster.get(owner) if self.matcher else None
        alone = len(group) == 1
        handed = [
            replace(one, time=self._time(assignment, owner, one.found, alone)) for one in group
        ]
        handed.sort(key=lambda one: str(one.found.path))
        if all(one.time.when is not None for one in handed):
            handed.sort(key=lambda one: _when(one.time))
        return Work(assignment, owner, tuple(handed), student)

    def _time(self, assignment: Assignment, owner: str, found: Found, alone: bool) -> Time:
        given = self.clock.given(owner, assignment.code, found, alone)
        time = given or self.clock.time(found, assignment.module)
        if time.when is None or time.source == MTIME:
            before = self._time_before(assignment, owner, found, alone)
            time = before if before.when is not None else time
        return time

    def _time_before(self, assignment: Assignment, owner: str, found: Found, alone: bool) -> Time:
        """Return the time that an earlier result holds of the same submission."""
        result = self._before.get((assignment.id, owner))
        if result is None:
            return Time(None)
        same = [one for one in result.attempts if one.submission == found.path.name]
        if len(same) == 1 and same[0].submitted is not None:
            return Time(same[0].submitted, BEFORE)
        if alone and not result.attempts and result.lateness and result.lateness.submitted:
            return Time(result.lateness.submitted, BEFORE)
        return Time(None)

    def _to_grade(self, work: Work) -> tuple[Handed, ...]:
        if self.course.attempts == "best" or not work.times_known:
            return work.handed
        return work.handed[-1:] if self.course.attempts == "last" else work.handed[:1]

    def _extra(self, work: Work) -> timedelta:
        if work.on_roster is not None:
            return work.on_roster.extra_in(work.assignment.code)
        before = self._before.get((work.assignment.id, work.student))
        if self.matcher is None and before is not None and before.lateness is not None:
            return timedelta(minutes=before.lateness.extra_minutes)
        return timedelta()

    def _settled(self, work: Work, results: Sequence[Result]) -> Result:
        """Return the one result that counts, late and named as it should be."""
        due = self.course.due(work.assignment)
        policy = self.course.late_policy(work.assignment)
        extra = self._extra(work)
        graded = {
            one.found.student: with_lateness(result, one.time, due, policy, extra)
            for one, result in zip(self._to_grade(work), results, strict=True)
        }
        # The best, and of equals the earliest; a failure of the grader itself never wins against a score.
        best = max(graded.values(), key=lambda one: (one.has_score, one.score))
        label = next(name for name, result in graded.items() if result is best)
        result = replaced(best, student=work.student)
        if len(work.handed) == 1:
            return result
        notes = list(result.notes)
        if self.course.attempts != "best" and not work.times_known:
            notes.append(sentence("attempts_undated", count=len(work.handed)))
        return replaced(
            result,
            attempts=_attempts(work.handed, graded, label, self.course.zone()),
            notes=tuple(notes),
        )


def _attempts(
    handed: Sequence[Handed], graded: Mapping[str, Result], label: str, zone: tzinfo | None
) -> tuple[Attempt, ...]:
    attempts = []
    for number, one in enumerate(handed, 1):
        result = graded.get(one.found.student)
        when = one.time.when
        attempts.append(
            Attempt(
                number=number,
                submission=one.found.path.name,
                submitted=when.astimezone(zone) if when and zone else when,
                status=result.status if result else None,
                score=result.score if result and result.has_score else None,
                counts=one.found.student == label,
            )
        )
    return tuple(attempts)


def _when(time: Time) -> float:
    return time.when.timestamp() if time.when is not None else 0.0
