"""What ``course.yml`` says: a course and its assignments.

Fields are documented below them; the texts become the hints that an editor shows.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, ValidationInfo, field_validator

from autograder.closure import closure
from autograder.course.fields import (
    AssignmentId,
    Code,
    Counting,
    DottedName,
    Identifier,
    Moment,
    Slides,
    Status,
)
from autograder.course.moments import moment, time_zone
from autograder.course.problems import did_you_mean, listed
from autograder.course.settings import Gradescope, HintSteps, Isolation, LatePolicy
from autograder.course.shares import scaled
from autograder.course.task import Task
from autograder.errors import CourseError, UsageError
from autograder.kit_files import HINTS, PUBLIC_CHECKS
from autograder.program import Limits
from autograder.records import Part, Whole, replaced
from autograder.texts import Language, Text


class Assignment(Part):
    """One assignment: a folder, a module and a notebook of the same name."""

    id: AssignmentId
    """Folder, module and id at once: ``a01_gradient_descent_line``."""
    code: Code
    """The short name: ``A01``."""
    status: Status
    """A planned assignment is neither graded nor released."""
    title: Text
    """The title of the lesson."""
    weight: Annotated[Whole, Field(ge=0, le=100)]
    """Its share of the course, in percent; a planned one may have none yet."""
    builds_on: tuple[Code, ...] = ()
    """Assignments whose functions it may import; theirs are included."""
    slides: Slides
    """The lines of the lecture's text that it covers."""
    due: Moment | None = None
    """When it is due; a time without an offset is one of the course's time zone."""
    late: LatePolicy | None = None
    """What lateness costs, where this assignment differs from the course."""
    extras: tuple[Identifier, ...] = ()
    """Packages that it may import beyond those of the course."""
    forbid: tuple[DottedName, ...] = ()
    """Names forbidden in each of its tasks."""
    points: Annotated[Whole, Field(ge=1)] = 100
    """What its tasks are worth together, apart from written answers."""
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    """The tasks in order."""

    _root: Path | None = PrivateAttr(None)
    _students: bool = PrivateAttr(False)
    _left_out: tuple[str, ...] = PrivateAttr(())

    @field_validator("tasks")
    @classmethod
    def _completed(cls, tasks: tuple[Task, ...], info: ValidationInfo) -> tuple[Task, ...]:
        """Give each task what the assignment says of all: what is forbidden, and its part of the points."""
        common = info.data.get("forbid", ())
        shares = [task.points for task in tasks if task.status != "draft"]
        points = iter(scaled(shares, info.data.get("points", 100)))
        return tuple(
            replaced(
                task,
                forbid=tuple(dict.fromkeys((*task.forbid, *common))),
                points=task.points if task.status == "draft" else next(points),
            )
            for task in tasks
        )

    @property
    def module(self) -> str:
        """The name of the module that a student writes."""
        return self.id

    @property
    def finished(self) -> bool:
        """Whether it is graded and released."""
        return self.status == "finished"

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the drafts that were taken out of its tasks."""
        return self._left_out

    @property
    def drafts(self) -> tuple[str, ...]:
        """The ids of its tasks that are drafts: all of them while it is planned."""
        return tuple(task.id for task in self.tasks if task.status == "draft" or not self.finished)

    def without_drafts(self) -> Assignment:
        """Return the assignment as it is graded and released; one that is planned is neither, and stays whole."""
        if not self.finished or not self.drafts:
            return self
        kept = replaced(self, tasks=tuple(each for each in self.tasks if each.status != "draft"))
        kept._left_out = self.drafts
        return kept

    @property
    def task_ids(self) -> tuple[str, ...]:
        """The ids of its tasks, in order."""
        return tuple(task.id for task in self.tasks)

    @property
    def functions(self) -> tuple[str, ...]:
        """All functions and methods that its tasks write, in order."""
        return tuple(name for task in self.tasks for name in task.functions)

    @property
    def module_functions(self) -> tuple[str, ...]:
        """The functions that its tasks write: what a reference can stand in for."""
        return tuple(task.module_function for task in self.tasks if task.module_function)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes that its tasks write."""
        return tuple(dict.fromkeys(task.class_name for task in self.tasks if task.class_name))

    def task(self, task_id: str) -> Task:
        """Return a task by its id, ``A01.4``, its number, ``4``, or its function, ``gradient``.

        Raises
        ------
        UsageError
            Where it has no such task.
        """
        wanted = task_id.strip().lower()
        for task in self.tasks:
            names = (task.id, str(task.number), *task.functions)
            if wanted in {name.lower() for name in names}:
                return task
        raise UsageError(
            f'{self.code} has no task "{task_id}".'
            + did_you_mean(task_id, [*self.task_ids, *(task.function for task in self.tasks)])
            + f" It has {listed(self.task_ids)}."
        )

    @property
    def handed_out(self) -> bool:
        """Whether this is a student's copy: no lesson source and no suite stand beside it."""
        return self._students

    @property
    def root(self) -> Path:
        """The folder of the ``course.yml`` that it stands in."""
        if self._root is None:
            raise CourseError(f"{self.code} was not read from a course.yml, so it has no folder")
        return self._root

    @property
    def solution_dir(self) -> Path:
        """The folder of the lesson source."""
        return self.root / "solutions" / self.id

    @property
    def solution_file(self) -> Path:
        """The lesson source: lesson and reference implementation in percent format."""
        return self.solution_dir / f"{self.id}.py"

    @property
    def suite_dir(self) -> Path:
        """The folder of the hidden suite."""
        return self.root / "autograder" / "suites" / self.id

    @property
    def suite_file(self) -> Path:
        """The hidden suite."""
        return self.suite_dir / f"test_{self.code.lower()}.py"

    @property
    def hints_file(self) -> Path:
        """The hints: beside the lesson source, or in a student's folder."""
        return (self.root / self.id if self._students else self.solution_dir) / HINTS

    @property
    def public_checks(self) -> Path:
        """The public checks, as they stand beside the lesson source."""
        return self.solution_dir / PUBLIC_CHECKS

    def release_dir(self, language: Language) -> Path:
        """Return the folder of its released files: in the students' edition, the one folder."""
        if self._students:
            return self.root / self.id
        return self.root / "assignments" / language / self.id


class Course(Part):
    """A course: what ``course.yml`` holds."""

    edition: Literal["course", "students"] = "course"
    """``students`` in the file that students are given: no seed, finished assignments only."""
    kit: Annotated[str, Field(min_length=1)] | None = None
    """In the students' file: the version of the kit that made it; ``autograder check`` says when it has another."""
    title: Text
    """The title of the course."""
    language: Language
    """The language spoken where neither a flag nor the environment chooses."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages that are released."""
    seed: Annotated[Whole, Field(ge=0)] | None = None
    """The seed of hidden inputs; keep a course's own to yourself."""
    isolation: Isolation = Isolation()
    """The isolation that grading asks of a machine."""
    earlier: Literal["inside", "outside"] = "inside"
    """Where references of earlier assignments run when a submission calls them: ``inside`` its own worker, as fast as
    its own code and readable by it, or ``outside``, where the grader answers each call."""
    packages: tuple[Identifier, ...] = ("numpy",)
    """Packages that a submission may import beside the standard library."""
    forbidden: tuple[DottedName, ...] = ()
    """Names that no submission should use, in any assignment."""
    consistency_credit: Annotated[float, Field(ge=0, le=1)] = 0.5
    """What a backward pass earns as the right derivative of a wrong forward pass: a share of its points, and never more
    than the forward pass has lost."""
    policy: Literal["note", "reject"] = "note"
    """What a finding does: a note in the feedback, or the submission is rejected."""
    limits: Limits = Limits()
    """What a worker may use, unless a task says otherwise."""
    hints: HintSteps = HintSteps()
    """When students may read hints."""
    gradescope: Gradescope = Gradescope()
    """What Gradescope shows to students."""
    timezone: Annotated[str, Field(min_length=1)] | None = None
    """The time zone of due times and of times that a platform gives without one: ``Asia/Seoul``."""
    attempts: Counting = "last"
    """Which of a student's submissions of one assignment counts."""
    late: LatePolicy | None = None
    """What lateness costs; nothing where it isn't said."""
    assignments: Annotated[tuple[Assignment, ...], Field(min_length=1)]
    """The assignments in order."""

    _file: Path | None = PrivateAttr(None)

    def without_drafts(self) -> Course:
        """Return the course as it is graded and released."""
        return replaced(self, assignments=tuple(each.without_drafts() for each in self.assignments))

    def located(self, file: Path) -> Course:
        """Return this course as read from a file, so that it knows its folders."""
        self._file = file
        for assignment in self.assignments:
            assignment._root = file.parent
            assignment._students = self.edition == "students"
        return self

    @property
    def file(self) -> Path:
        """The ``course.yml`` it was read from."""
        if self._file is None:
            raise CourseError("this course was not read from a course.yml, so it has no folder")
        return self._file

    @property
    def root(self) -> Path:
        """The folder of its ``course.yml``."""
        return self.file.parent

    @property
    def assignments_dir(self) -> Path:
        """The folder of what is released."""
        return self.root / "assignments"

    @property
    def finished(self) -> tuple[Assignment, ...]:
        """The assignments that are graded and released, in order."""
        return tuple(assignment for assignment in self.assignments if assignment.finished)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task, in order."""
        return tuple(task for assignment in self.assignments for task in assignment.tasks)

    def assignment(self, name: str) -> Assignment:
        """Return an assignment by its code, ``A01`` or ``a01``, or its id.

        Raises
        ------
        UsageError
            Where there is no such assignment.
        """
        wanted = name.strip().lower()
        for assignment in self.assignments:
            if wanted in (assignment.id, assignment.code.lower()):
                return assignment
        codes = [assignment.code for assignment in self.assignments]
        ids = [assignment.id for assignment in self.assignments]
        raise UsageError(
            f'The course has no assignment "{name}".'
            + did_you_mean(name, [*ids, *codes])
            + f" It has {listed(codes, limit=20)}."
        )

    def with_suite(self, name: str, purpose: str) -> Assignment:
        """Return a finished assignment by its code or id; ``purpose`` ends what is said of a planned one.

        Raises
        ------
        UsageError
            Where there is no such assignment, or it is planned.
        """
        assignment = self.assignment(name)
        if not assignment.finished:
            raise UsageError(
                f"{assignment.code} is planned, not finished: there is no suite to {purpose}"
            )
        return assignment

    def task(self, task_id: str) -> Task:
        """Return a task of any assignment by its id, ``A01.4``.

        Raises
        ------
        UsageError
            Where there is no such task.
        """
        code, dot, _ = task_id.partition(".")
        if not dot:
            raise UsageError(f'"{task_id}" is not a task id; one looks like "A01.4".')
        return self.assignment(code).task(task_id)

    def basis(self, assignment: Assignment) -> tuple[Assignment, ...]:
        """Return the assignments that one builds on, directly or through others, in order."""
        builds_on = {other.code: other.builds_on for other in self.assignments}
        codes = closure(assignment.builds_on, lambda code: builds_on.get(code, ()))
        return tuple(other for other in self.assignments if other.code in codes)

    def given(self, task: Task) -> tuple[Task, ...]:
        """Return the tasks of earlier assignments whose functions the task is given as source."""
        basis = self.basis(self.assignment(task.code))
        return tuple(
            other
            for name in task.given
            for assignment in basis
            for other in assignment.tasks
            if other.name == name
        )

    def zone(self) -> tzinfo | None:
        """Return the course's time zone; None where it names none."""
        return None if self.timezone is None else time_zone(self.timezone)

    def due(self, assignment: Assignment) -> datetime | None:
        """Return when an assignment is due, with its time zone; None where course.yml doesn't say."""
        return None if assignment.due is None else moment(assignment.due, self.zone())

    def late_policy(self, assignment: Assignment) -> LatePolicy | None:
        """Return what lateness costs in an assignment; None where it costs nothing."""
        return self.late if assignment.late is None else assignment.late

    def packages_of(self, assignment: Assignment) -> tuple[str, ...]:
        """Return the packages that an assignment may import."""
        return tuple(dict.fromkeys((*self.packages, *assignment.extras)))

    def limits_of(self, task: Task) -> Limits:
        """Return the limits of the task's worker."""
        return self.limits.overridden(task.limits)
