"""Gradescope: from a submission in ``/autograder`` to ``results.json``, task by task."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import Assignment
from autograder.errors import AutograderError
from autograder.grading.batch import Job, grade_job, shared_sandbox
from autograder.grading.scoring import unrun_task
from autograder.hosted.feedback import general_feedback, task_feedback, task_name
from autograder.hosted.secrecy import files_in_reach, isolation_statement
from autograder.hosted.settings import Settings, read_bundle
from autograder.hosted.supervisor import Results, write_results
from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import Result, TaskResult, TaskStatus
from autograder.submission import Found


@dataclass(frozen=True)
class Platform:
    """The folders of Gradescope, below ``/autograder``."""

    root: Path

    @property
    def source(self) -> Path:
        """The unpacked bundle."""
        return self.root / "source"

    @property
    def submission(self) -> Path:
        """What the student handed in."""
        return self.root / "submission"

    @property
    def results_file(self) -> Path:
        """Where the results go."""
        return self.root / "results" / "results.json"

    @property
    def metadata(self) -> dict[str, Any]:
        """What Gradescope says about the submission; empty where it says nothing that can be read."""
        file = self.root / "submission_metadata.json"
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return data if isinstance(data, dict) else {}


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
    """Return the content of ``results.json``.

    Parameters
    ----------
    settings
        The bundle's choices: the language, what is visible.
    tasks
        The results of all tasks, those that wait included.
    status
        What became of the submission, for instructors.
    output
        What a student reads above the tasks, in Markdown.
    seconds
        The time that grading took.
    isolation
        The isolation level.
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
        self._write("grading", sentence("hosted_waiting").in_(settings.language))

    def graded(self, task: TaskResult) -> None:
        """Write the result of one task."""
        self._tasks[task.task] = task
        self._write("grading", sentence("hosted_waiting").in_(self._settings.language))

    def finished(self, result: Result) -> None:
        """Write what is final."""
        self._tasks = {task.task: task for task in result.tasks}
        self._write(result.status.value, general_feedback(result, self._settings.language))

    def failed(self) -> None:
        """Write that the grader itself failed."""
        self._write("kit error", sentence("hosted_failed").in_(self._settings.language))

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
    metadata = platform.metadata
    student = str(metadata.get("id", "submission"))
    job = Job(course.file, assignment.id, (Found(student, platform.submission),), settings.options)
    try:
        sandbox = shared_sandbox(course, assignment, settings.options)
        progress.isolation = sandbox.level.value
        hidden = (assignment.suite_file, assignment.solution_file, platform.results_file)
        print(isolation_statement(sandbox.level, files_in_reach(sandbox, hidden)), flush=True)
        result = grade_job(job, progress.graded)[0]
    except AutograderError as error:
        print(f"The grader failed: {error}", file=sys.stderr)
        progress.failed()
        return 1
    if not result.has_score:
        print(f"The grader failed: {result.message.en if result.message else ''}", file=sys.stderr)
        progress.failed()
        return 1
    progress.finished(result)
    for line in report_lines(result):
        print(line)
    points = (metadata.get("assignment") or {}).get("total_points")
    if points is not None and float(points) < result.max_score:
        print(
            f"The assignment is set to {points} points, and its tasks add up to {number(result.max_score)}."
        )
    return 0


def report_lines(result: Result) -> list[str]:
    """Return a table of a result for a log; no line of it starts with what a student wrote."""
    lines = [
        f"{task.task:<7} {task.function:<28} {number(task.earned):>6} / {number(task.points):<4} {task.status}"
        for task in result.tasks
    ]
    return [
        *lines,
        f"{'':<36} {number(result.score):>6} / {number(result.max_score):<4} {result.status}",
    ]
