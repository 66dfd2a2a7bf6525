"""``prairielearn`` and ``submitty``: a results.json for each submission, as those platforms read it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.exports.request import Request, Written
from autograder.files import write_bytes
from autograder.locale import sentence
from autograder.result import Result, Status, TaskResult, tasks_of
from autograder.telling import (
    PLAIN,
    about_checks,
    about_result,
    about_task,
    general_feedback,
    penalty_line,
    task_feedback,
)
from autograder.texts import Language

# PrairieLearn takes no larger file; megabytes are counted in tens, the stricter way.
MAX_BYTES = 1_000_000
FIRST_CUT = 20_000
NOT_GRADABLE = (Status.REJECTED, Status.NOT_LOADED)
FILE = "results.json"
TESTCASES = "testcases.json"


def export_prairielearn(request: Request) -> Written:
    """Write ``results.json``, or ``<out>/<assignment>/<student>/results.json`` for each of several submissions."""
    written = Written()
    for result in request.results:
        written.paths.append(_write(request, result, prairielearn(result, request.language)))
    return written


def prairielearn(result: Result, language: Language) -> dict[str, Any]:
    """Return what PrairieLearn's external grader reads, at most 1 MB of it: long texts are cut, never the scores."""
    said = general_feedback(result, language, PLAIN)
    if result.status in NOT_GRADABLE or not result.has_score:
        return _within_limit({"gradable": False, "format_errors": [said or str(result.status)]})
    tests = [
        {
            "name": f"{task.task} {task.function}",
            "description": task.title.in_(language),
            "points": task.earned,
            "max_points": task.points,
            "message": task_feedback(task, language, PLAIN),
        }
        for task in result.tasks
    ]
    score = min(1.0, max(0.0, result.share))
    return _within_limit({"gradable": True, "score": score, "message": said, "tests": tests})


def _within_limit(data: dict[str, Any]) -> dict[str, Any]:
    cut, length = data, FIRST_CUT
    while len(_bytes(cut)) > MAX_BYTES and length:
        cut = _shortened(data, length)
        length //= 2
    return cut


def _shortened(value: Any, length: int) -> Any:
    if isinstance(value, str):
        return value if len(value) <= length else value[: length - 1] + "…"
    if isinstance(value, Mapping):
        return {key: _shortened(one, length) for key, one in value.items()}
    if isinstance(value, list):
        return [_shortened(one, length) for one in value]
    return value


def export_submitty(request: Request) -> Written:
    """Write a results.json for each submission, and ``testcases.json``: the same test cases for config.json."""
    written = Written()
    for assignment in dict.fromkeys(one.assignment for one in request.results):
        group = [one for one in request.results if one.assignment == assignment]
        for result in group:
            if result.has_score:
                data = submitty(result, request.language, tasks_of(group))
                written.paths.append(_write(request, result, data))
        folder = _folder(request)
        place = request.out.parent if folder is None else folder / assignment
        cases = _bytes(testcases(group, request.language))
        written.paths.append(write_bytes(place / TESTCASES, cases))
    failed = [result.student for result in request.results if not result.has_score]
    written.note_people("no results, for the grader failed; grade again", failed)
    return written


def testcases(results: Sequence[Result], language: Language) -> list[dict[str, Any]]:
    """Return the test cases as Submitty's config.json lists them; lateness is one of negative points."""
    cases: list[dict[str, Any]] = [
        {"title": f"{task.task} {task.title.in_(language)}", "points": task.points}
        for task in tasks_of(results).values()
    ]
    title = sentence("page_penalty").in_(language)
    return [*cases, {"title": title, "points": -max(one.max_score for one in results)}]


def submitty(result: Result, language: Language, tasks: Mapping[str, TaskResult]) -> dict[str, Any]:
    """Return what Submitty shows of an autograded submission; its points add up to the score.

    ``tasks`` are those of the test cases: Submitty matches by place, so one that the result lacks has a case as well.
    """
    own = {task.task: task for task in result.tasks}
    cases = [_testcase(task, own.get(name), language) for name, task in tasks.items()]
    said = [PLAIN.block(remark) for remark in about_result(result, language)]
    cases.append(
        {
            "test_name": sentence("page_penalty").in_(language),
            "points_awarded": -result.penalty,
            "view_testcase": bool(said),
            "testcase_message": penalty_line(result, language),
            "autochecks": _autochecks("", said, "information"),
        }
    )
    return {
        "testcases": cases,
        "automatic_grade_total": result.score,
        "nonhidden_automatic_grade_total": result.score,
    }


def _testcase(task: TaskResult, own: TaskResult | None, language: Language) -> dict[str, Any]:
    said: list[str] = []
    if own is not None:
        remarks = (*about_task(own, language), *about_checks(own, language))
        said = [PLAIN.block(remark) for remark in remarks]
    kind = "success" if own and own.passed else "failure"
    title = task.title.in_(language)
    return {
        "test_name": f"{task.task} {title}",
        "points_awarded": own.earned if own else 0.0,
        "view_testcase": own is not None,
        "testcase_message": "",
        "autochecks": _autochecks(title, said, kind),
    }


def _autochecks(description: str, said: Sequence[str], kind: str) -> list[dict[str, Any]]:
    return [
        {"description": description, "messages": [{"message": line, "type": kind}]} for line in said
    ]


def _write(request: Request, result: Result, data: Any) -> Path:
    folder = _folder(request)
    path = request.out if folder is None else folder / result.assignment / result.student / FILE
    return write_bytes(path, _bytes(data))


def _folder(request: Request) -> Path | None:
    """Return the folder of the submissions' files; None where one file was asked for."""
    if request.out.suffix != ".json":
        return request.out
    return request.out.with_suffix("") if len(request.results) > 1 else None


def _bytes(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
