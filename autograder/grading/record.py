"""The record of one graded submission."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.course import Assignment, Course
from autograder.grading.fingerprint import engine
from autograder.grading.scoring import unrun_task
from autograder.result import LoadProblem, Result, Status, TaskResult, TaskStatus
from autograder.submission import Found, Submission
from autograder.texts import Text


class Recorder:
    """Writes the results of one assignment.

    Parameters
    ----------
    course, assignment
        What is graded.
    isolation
        The isolation level that it is graded at, or "none".
    """

    def __init__(self, course: Course, assignment: Assignment, isolation: str) -> None:
        self._course = course
        self._assignment = assignment
        self._engine = engine(assignment, isolation)

    def graded(
        self,
        found: Found,
        submission: Submission,
        status: Status,
        tasks: Sequence[TaskResult],
        problems: Sequence[LoadProblem] = (),
        notes: Sequence[Text] = (),
    ) -> Result:
        """Return the result of a submission whose tasks have been scored.

        Parameters
        ----------
        found, submission
            What was handed in, and as what it was read.
        status
            What became of it.
        tasks
            The results of its tasks.
        problems
            What went wrong while it was loaded.
        notes
            What there is to say of the whole.
        """
        earned = round(sum(task.earned for task in tasks), 2)
        return self._result(
            found,
            status,
            submission=submission.name,
            kind=submission.kind,
            raw_score=earned,
            score=earned,
            tasks=tuple(tasks),
            load_problems=tuple(problems),
            notes=(*submission.notes, *notes),
        )

    def failed(self, found: Found, status: Status, message: Text) -> Result:
        """Return the result of a submission of which nothing could be run."""
        tasks = tuple(
            unrun_task(task, TaskStatus.NOT_RUN, "load_failed") for task in self._assignment.tasks
        )
        return self._result(found, status, raw_score=0.0, score=0.0, message=message, tasks=tasks)

    def _result(self, found: Found, status: Status, **known: object) -> Result:
        about: dict[str, object] = {
            "course": self._course.title,
            "language": self._course.language,
            "assignment": self._assignment.id,
            "code": self._assignment.code,
            "title": self._assignment.title,
            "student": found.student,
            "submission": found.path.name,
            "status": status,
            "max_score": self._assignment.points,
            "engine": self._engine,
        }
        return Result.model_validate({**about, **known})
