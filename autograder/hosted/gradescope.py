"""Gradescope: from a submission in ``/autograder`` to ``results.json``, task by task."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.course import Assignment
from autograder.errors import AutograderError
from autograder.grading.batch import Job, grade_job
from autograder.grading.scoring import unrun_task
from autograder.hosted.secrecy import isolation_of
from autograder.hosted.settings import Settings, read_bundle
from autograder.hosted.supervisor import Results, write_results
from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import Result, Status, TaskResult, TaskStatus
from autograder.submission import Found
from autograder.telling import general_feedback, log_rows, task_feedback, task_name


class Platform:
    """The folders of Gradescope, below ``/autograder``, and what it says about the submission.

    ``source`` is the unpacked bundle, ``submission`` what was handed in, ``metadata`` empty where Gradescope says
    nothing that can be read.
    """

    def __init__(self, root: Path) -> None:
        self.source = root / "source"
        self.submission = root / "submission"
        self.results_file = root / "results" / "results.json"
        self.metadata: dict[str, Any] = {}
        try:
            said = json.loads((root / "submission_metadata.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(said, dict):
            self.metadata = said


def waiting_tasks(assignment: Assignment) -> tuple[TaskResult, ...]:
    """Return the results of an assignment of which nothing has been graded yet."""
    return tuple(
        unrun_task(task, TaskStatus.NOT_RUN, "hosted_waiting") for task in assignment.tasks
    )


def results_document(
    settings: Settings,
    tasks: Sequence[TaskResult],
    *,
    status: str,
    output: str = "",
    seconds: float = 0.0,
    isolation: str = "",
) -> Results:
    """Return the content of ``results.json``: ``output`` stands above the tasks, in Markdown, and students read it.

    ``status`` and ``isolation`` are for instructors. ``tasks`` are all, those that wait included.
    """
    return {
        "score": round(sum(task.earned for task in tasks), 2),
        "execution_time": round(seconds, 1),
        "output": output,
        "output_format": "md",
        "test_output_format": "md",
        "test_name_format": "text",
        "visibility": settings.visibility,
        "stdout_visibility": settings.stdout_visibility,
        "extra_data": {
            "assignment": settings.assignment,
            "status": status,
            "isolation": isolation,
            "tasks": {task.task: task.earned for task in tasks},
        },
        "tests": [_test(settings, task) for task in tasks],
    }


def _test(settings: Settings, task: TaskResult) -> Results:
    return {
        "number": task.task.partition(".")[2],
        "name": task_name(task, settings.language),
        "score": task.earned,
        "max_score": task.points,
        "status": "passed" if task.passed else "failed",
        "output": task_feedback(task, settings.language),
        "visibility": settings.visibility,
    }


class Progress:
    """The results so far, written each time a task is graded."""

    def __init__(self, platform: Platform, settings: Settings, assignment: Assignment) -> None:
        self._file = platform.results_file
        self._settings = settings
        self._start = time.monotonic()
        self._tasks = {task.task: task for task in waiting_tasks(assignment)}
        self.isolation = ""
        self._write("grading", self._said("hosted_waiting"))

    def graded(self, task: TaskResult) -> None:
        """Write the result of one task."""
        self._tasks[task.task] = task
        self._write("grading", self._said("hosted_waiting"))

    def finished(self, result: Result) -> None:
        """Write what is final."""
        self._tasks = {task.task: task for task in result.tasks}
        self._write(result.status, general_feedback(result, self._settings.language))

    def failed(self, reason: object) -> int:
        """Write that the grader itself failed, and print why for instructors; return its exit code."""
        print(f"The grader failed: {reason}", file=sys.stderr)
        self._write(Status.KIT_ERROR, self._said("hosted_failed"))
        return 1

    def _said(self, code: str) -> str:
        return sentence(code).in_(self._settings.language)

    def _write(self, status: str, output: str) -> None:
        document = results_document(
            self._settings,
            tuple(self._tasks.values()),
            status=status,
            output=output,
            seconds=time.monotonic() - self._start,
            isolation=self.isolation,
        )
        write_results(self._file, document)


def grade_submission(platform: Platform) -> int:
    """Grade what was handed in; return 1 where the grader itself failed, else 0.

    What is printed is for instructors: Gradescope shows it to students only if ``stdout_visibility`` says so.
    """
    settings, course, assignment = read_bundle(platform.source)
    progress = Progress(platform, settings, assignment)
    student = str(platform.metadata.get("id", "submission"))
    job = Job(course.file, assignment.id, (Found(student, platform.submission),), settings.options)
    try:
        level, statement = isolation_of(course, assignment, settings.options, platform.results_file)
        progress.isolation = level.value
        print(statement, flush=True)
        result = grade_job(job, progress.graded)[0]
    except AutograderError as error:
        return progress.failed(error)
    if not result.has_score:
        return progress.failed(result.message.en if result.message else "")
    progress.finished(result)
    print("\n".join(log_rows(result)))
    points = (platform.metadata.get("assignment") or {}).get("total_points")
    if points is not None and float(points) < result.max_score:
        print(
            f"The assignment is set to {points} points, and its tasks add up to {number(result.max_score)}."
        )
    return 0
