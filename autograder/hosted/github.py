"""GitHub Actions: a job summary, annotations, an exit code, and the payload of the autograding reporter."""

from __future__ import annotations

import ast
import base64
import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import AutograderError
from autograder.grading.batch import Job, grade_job
from autograder.grading.record import Recorder
from autograder.hosted.secrecy import isolation_of
from autograder.hosted.settings import read_bundle
from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import Result, Status, TaskResult
from autograder.submission import Found
from autograder.telling import MARKDOWN, PLAIN, general_feedback, task_feedback, task_name
from autograder.texts import Language

PAYLOAD_VERSION = 1


@dataclass
class Run:
    """A result, and what a report of it needs to know beside it."""

    result: Result
    submission: Path
    language: Language
    isolation: str
    durations: Mapping[str, float] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The submitted file as a path in the repository."""
        folder = self.submission if self.submission.is_dir() else self.submission.parent
        return os.path.normpath(folder / self.result.submission).replace(os.sep, "/")


def grade_submission(bundle: Path, submission: Path) -> Run:
    """Grade what lies at a path with an unpacked bundle; a failure of the grader is a result, too."""
    settings, course, assignment = read_bundle(bundle)
    found = Found("submission", submission)
    durations: dict[str, float] = {}
    start = time.monotonic()

    def graded(task: TaskResult) -> None:
        durations[task.task] = round(time.monotonic() - start - sum(durations.values()), 3)

    job = Job(course.file, assignment.id, (found,), settings.options)
    try:
        _, statement = isolation_of(course, assignment, settings.options)
        result = grade_job(job, graded)[0]
    except Exception as error:
        # No more than this: what follows may show the suite, and students read this log.
        reason = str(error).splitlines()[0] if isinstance(error, AutograderError) else type(error)
        statement = f"The grader failed: {reason}"
        said = sentence("hosted_failed")
        result = Recorder(course, assignment, "none").failed(found, Status.KIT_ERROR, said)
    return Run(result, submission, settings.language, statement, durations)


def payload(run: Run) -> dict[str, Any]:
    """Return what the autograding reporter reads: a test for each task, with the points that it earned."""
    lines = lines_of(run)
    return {
        "version": PAYLOAD_VERSION,
        "status": _status(run, all(task.passed for task in run.result.tasks)),
        "max_score": run.result.max_score,
        "tests": [
            {
                "name": task_name(task, run.language),
                "status": _status(run, task.passed),
                "score": task.earned,
                "max_score": task.points,
                "message": "" if task.passed else task_feedback(task, run.language, PLAIN),
                "test_code": "",
                "filename": run.file,
                "line_no": lines.get(task.function, 0),
                "duration": run.durations.get(task.task, 0.0),
            }
            for task in run.result.tasks
        ],
    }


def encoded(run: Run) -> str:
    """Return the payload as a step output: base64 of its JSON, on one line."""
    return base64.b64encode(json.dumps(payload(run), ensure_ascii=False).encode()).decode("ascii")


def summary(run: Run) -> str:
    """Return the job summary, in Markdown."""
    return "\n".join(_summary_lines(run)) + "\n"


def _summary_lines(run: Run) -> Iterator[str]:
    result, language = run.result, run.language

    def said(code: str, **values: object) -> str:
        return sentence(code, **values).in_(language)

    yield f"## {result.code} · {MARKDOWN.text(result.title.in_(language))}"
    yield ""
    score = said("hosted_score", score=result.score_text, points=number(result.max_score))
    yield f"**{score}**"
    general = general_feedback(result, language)
    yield from ("", general, "") if general else ("",)
    yield f"| {said('page_task')} | {said('page_score')} | {said('page_status')} |"
    yield "| --- | ---: | --- |"
    for task in result.tasks:
        name = MARKDOWN.text(task_name(task, language))
        yield f"| {name} | {number(task.earned)} / {number(task.points)} | {task.status.text.in_(language)} |"
    for task in result.tasks:
        if not task.passed:
            yield ""
            yield f"### {MARKDOWN.text(task_name(task, language))}"
            yield ""
            yield task_feedback(task, language)
    yield ""
    yield f"<sub>{said('page_made', **result.engine.model_dump())}</sub>"


def annotation_commands(run: Run) -> list[str]:
    """Return a workflow command for each task that did not pass; they show up beside the student's code."""
    lines = lines_of(run)
    made = []
    for task in run.result.tasks:
        if task.passed:
            continue
        level = "warning" if task.earned else "error"
        said = task_feedback(task, run.language, PLAIN)
        places = {"title": f"{task.task} {number(task.earned)} / {number(task.points)}"}
        if Path(run.file).is_file():
            places |= {"file": run.file, "line": str(lines.get(task.function, 1))}
        properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
        made.append(f"::{level} {properties}::{_data(said)}")
    return made


def lines_of(run: Run) -> dict[str, int]:
    """Return the line of each function and method of a submitted script; nothing for a notebook."""
    try:
        tree = ast.parse(Path(run.file).read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    lines: dict[str, int] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines[node.name] = node.lineno
        if isinstance(node, ast.ClassDef):
            methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
            lines |= {f"{node.name}.{one.name}": one.lineno for one in methods}
    return lines


def report(run: Run, environment: Mapping[str, str]) -> Iterator[str]:
    """Write the step's outputs and summary where GitHub reads them; yield the lines of its log.

    Elsewhere (without ``GITHUB_ACTIONS`` and the like) the summary is among the lines.
    """
    if output := environment.get("GITHUB_OUTPUT"):
        with open(output, "a", encoding="utf-8", newline="\n") as file:
            file.write(f"result={encoded(run)}\n")
            score = number(run.result.score) if run.result.has_score else ""
            file.write(f"score={score}\nmax-score={number(run.result.max_score)}\n")
    if step := environment.get("GITHUB_STEP_SUMMARY"):
        with open(step, "a", encoding="utf-8", newline="\n") as file:
            file.write(summary(run))
    else:
        yield summary(run)
    if environment.get("GITHUB_ACTIONS"):
        yield from annotation_commands(run)


def _status(run: Run, passed: bool) -> str:
    if not run.result.has_score:
        return "error"
    return "pass" if passed else "fail"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
