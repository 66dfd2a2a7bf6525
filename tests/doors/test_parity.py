"""One engine, several doors: each gives every submission of the example class the same score in every task.

A door is a function from submissions to scores; another one is added by a line in ``DOORS``.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course import Course, load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.hosted import github, gradescope
from autograder.hosted.bundle import gradescope_files, write_folder
from autograder.hosted.contents import course_files
from autograder.hosted.settings import Settings
from autograder.result import read_results
from autograder.sandbox import Level, probe
from autograder.submission import Found

from ..patience import PATIENCE
from ..worth import SCORES

# The students whose programs misbehave are held to their scores level by level, with a shorter limit on time.
HOSTILE = {student: SCORES[student] for student in ("s10", "s11", "s12", "s13", "s14")}
CODES = ("A01", "A02", "A03")
REJECTED = 4  # pytest's exit code for a submission that can't be read

Scores = dict[str, float]


@dataclass(frozen=True)
class Entry:
    """One student's submission of one assignment."""

    student: str
    code: str
    path: Path


@dataclass(frozen=True)
class Class:
    """What every door is given."""

    course: Course
    entries: tuple[Entry, ...]
    level: Level
    wheel: Path
    folder: Path

    def settings(self, entry: Entry) -> Settings:
        """The choices of a bundle for an entry's assignment."""
        options = GradeOptions(level=self.level, minimum=self.level)
        return Settings(assignment=entry.code, language="ko", options=options)

    def nothing(self, entry: Entry) -> Scores:
        """The scores of a submission that is rejected."""
        return {task.id: 0.0 for task in self.course.assignment(entry.code).tasks}


def command_line(given: Class) -> dict[Entry, Scores]:
    out = given.folder / "command-line"
    for code in {entry.code for entry in given.entries}:
        paths = [str(entry.path) for entry in given.entries if entry.code == code]
        command = [sys.executable, "-m", "autograder", "grade", *paths, "-a", code, "--no-report"]
        command += ["--out", str(out), "--level", given.level.value, "-j", "2"]
        command += ["--course", str(given.course.root)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    results = {(one.code, one.student): one for one in read_results(out)}
    return {
        entry: {task.task: task.earned for task in results[entry.code, entry.student].tasks}
        for entry in given.entries
    }


def pytest_door(given: Class) -> dict[Entry, Scores]:
    def scores(entry: Entry) -> Scores:
        suite = given.course.assignment(entry.code).suite_dir
        xml = given.folder / f"{entry.student}-{entry.code}.xml"
        command = [sys.executable, "-m", "pytest", str(suite), "--submission", str(entry.path)]
        command += ["--isolation", given.level.value, f"--junitxml={xml}", "-q", "--tb=no"]
        done = subprocess.run(
            command,
            cwd=given.folder,
            env={**os.environ, "PYTEST_ADDOPTS": ""},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode == REJECTED:
            return given.nothing(entry)
        properties = ElementTree.parse(xml).getroot().find("testsuite/properties")
        told = {one.get("name"): one.get("value") for one in properties}
        earned = {
            name.removesuffix(".earned"): float(value)
            for name, value in told.items()
            if name.endswith(".earned")
        }
        assert done.returncode == (0 if float(told["earned"]) == float(told["points"]) else 1), (
            done.stdout
        )
        return earned

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(given.entries, pool.map(scores, given.entries), strict=True))


def gradescope_door(given: Class) -> dict[Entry, Scores]:
    def scores(entry: Entry) -> Scores:
        platform = gradescope.Platform(given.folder / f"gradescope-{entry.code}")
        write_folder(
            platform.source, gradescope_files(given.course, given.settings(entry), given.wheel)
        )
        shutil.rmtree(platform.submission, ignore_errors=True)
        write_folder(platform.submission, {entry.path.name: entry.path.read_bytes()})
        assert gradescope.grade_submission(platform) == 0
        results = json.loads(platform.results_file.read_text(encoding="utf-8"))
        return {f"{entry.code}.{test['number']}": test["score"] for test in results["tests"]}

    with contextlib.redirect_stdout(io.StringIO()):
        return {entry: scores(entry) for entry in given.entries}


def github_door(given: Class) -> dict[Entry, Scores]:
    def scores(entry: Entry) -> Scores:
        bundle = given.folder / f"github-{entry.code}"
        write_folder(bundle, gradescope_files(given.course, given.settings(entry), given.wheel))
        tests = github.payload(github.grade_submission(bundle, entry.path))["tests"]
        return {test["name"].split()[0]: test["score"] for test in tests}

    return {entry: scores(entry) for entry in given.entries}


DOORS = {
    "pytest": pytest_door,
    "gradescope": gradescope_door,
    "github": github_door,
}


@pytest.fixture(scope="session")
def levels():
    return [one.level for one in probe().tried if one.works]


def entries(root, course, *, hostile):
    return tuple(
        Entry(path.parent.name, code, path)
        for code in CODES
        for path in sorted((root / "examples" / "class").glob(f"*/{course.assignment(code).id}.*"))
        if (path.parent.name in HOSTILE) is hostile
    )


@pytest.fixture(scope="module")
def honest(root, course, wheel, levels, tmp_path_factory):
    """The class without its hostile programs, at the strongest level that this machine gives."""
    folder = tmp_path_factory.mktemp("parity")
    given = Class(course, entries(root, course, hostile=False), levels[0], wheel, folder)
    return given, command_line(given)


@pytest.fixture(scope="module")
def hostile(root, course, wheel, levels, tmp_path_factory):
    """The hostile programs, in a course with a limit of one second a task."""
    folder = tmp_path_factory.mktemp("hostile")
    files = course_files(course, course.assignment("A01"))
    text = files["course.yml"].decode()
    for before, after in {
        "cpu_seconds: 4\n": "cpu_seconds: 1\n",
        "wall_seconds: 20\n": "wall_seconds: 4\n",
    }.items():
        assert before in text
        text = text.replace(before, after)
    files["course.yml"] = text.encode()
    write_folder(folder / "course", files)
    hurried = load_course(folder / "course")
    return Class(hurried, entries(root, hurried, hostile=True), levels[0], wheel, folder)


def test_the_class_is_worth_comparing(honest):
    given, scores = honest
    totals = {round(sum(one.values()), 2) for one in scores.values()}
    assert len(given.entries) >= 14
    assert {0, SCORES["s05"], SCORES["s04"], SCORES["s01"]} <= totals


@pytest.mark.parametrize("door", DOORS)
def test_every_task_scores_the_same_through_every_door(honest, door):
    given, scores = honest
    assert DOORS[door](given) == scores


@pytest.mark.parametrize("door", DOORS)
def test_hostile_programs_get_what_they_deserve_through_every_door(hostile, door):
    scores = DOORS[door](hostile)
    assert {entry.student: sum(one.values()) for entry, one in scores.items()} == HOSTILE


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.value)
def test_hostile_programs_get_what_they_deserve_at_every_level(hostile, levels, level):
    if level not in levels:
        pytest.skip(f"this machine doesn't give {level.value}")
    expected = dict(HOSTILE)
    if not level >= Level.LANDLOCK:
        del expected[
            "s14"
        ]  # at these levels it may find what it looks for: they are for code that is trusted
    found = tuple(
        Found(entry.student, entry.path) for entry in hostile.entries if entry.student in expected
    )
    options = GradeOptions(level=level, minimum=Level.SUBPROCESS, diagnose=False)
    results = grade_job(Job(hostile.course.file, "A01", found, options))
    assert {one.student: one.score for one in results} == expected
    assert {one.engine.isolation for one in results} == {level.value}
