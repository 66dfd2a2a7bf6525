"""Results, students and rosters that tests make by hand."""

import pytest

from autograder.gradebook.roster import load_roster
from autograder.result import (
    Cause,
    CheckResult,
    Engine,
    LoadProblem,
    Result,
    Status,
    TaskResult,
    TaskStatus,
)
from autograder.texts import Text


def text(english, korean=None):
    return Text(en=english, ko=korean or english)


@pytest.fixture(scope="session")
def make_result():
    """Return a function that makes a result of two tasks, of 60 and 40 points."""

    def make(student="kim", earned=(60.0, 28.0), code="A01", **changes):
        tasks = tuple(
            TaskResult(
                task=f"{code}.{number}",
                function=function,
                title=text(f"Task {number}", f"과제 {number}"),
                points=points,
                earned=got,
                status=TaskStatus.PASSED if got == points else TaskStatus.PARTIAL,
                checks=(
                    CheckResult(
                        title=text("random data", "무작위 데이터"),
                        conduct=False,
                        weight=1,
                        passed=got == points,
                        reason=None if got == points else "wrong_value",
                        call="gradient(array (3,))",
                        message=None if got == points else text("2 of the 3 entries are wrong."),
                    ),
                ),
                causes=(
                    Cause(
                        name="sum",
                        title=text("Summed & not averaged", "더했습니다"),
                        hint=text("1/m?"),
                    ),
                )
                if 0 < got < points
                else (),
            )
            for number, (function, points, got) in enumerate(
                zip(("predict", "gradient"), (60.0, 40.0), earned, strict=True), 1
            )
        )
        raw = round(sum(earned), 2)
        values = {
            "course": text("A course", "강의"),
            "assignment": f"{code.lower()}_line",
            "code": code,
            "title": text("A line", "직선"),
            "student": student,
            "submission": f"{student}.py",
            "kind": "script",
            "status": Status.GRADED,
            "score": raw,
            "max_score": 100.0,
            "tasks": tasks,
            "engine": Engine(
                version="1", suite="abc", isolation="namespaces", python="3.11", numpy="2"
            ),
            **changes,
        }
        return Result(**values)

    return make


@pytest.fixture
def load_problem():
    return LoadProblem(
        message="ValueError: I am Kim", filename="kim.py", line=3, source="x = 'Kim'"
    )


@pytest.fixture
def write_roster(tmp_path):
    """Return a function that writes a roster and reads it."""

    def write(content, written_in="utf-8", **options):
        path = tmp_path / "roster.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(written_in))
        return load_roster(path, **options)

    return write
