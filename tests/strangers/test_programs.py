"""Correct programs of people who have seen nothing but the stubs earn full marks (programs/README.md)."""

from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found

PROGRAMS = Path(__file__).resolve().parent / "programs"
# A course may have assignments since, and tasks, that no stranger was asked for.
CODES = [
    assignment.code
    for assignment in load_course(PROGRAMS.parents[2]).finished
    if (PROGRAMS / assignment.id).is_dir()
]
# Written when the stub didn't say yet that math.hypot is a norm.
FORBIDDEN_SINCE = {("A06", "04_theta_match"): {"A06.2"}}


@pytest.mark.parametrize("code", CODES)
def test_a_strangers_correct_programs_earn_full_marks(course, code):
    assignment = course.assignment(code)
    folders = sorted(path for path in (PROGRAMS / assignment.id).iterdir() if path.is_dir())
    assert len(folders) == 8
    known = "".join(
        file.read_text(encoding="utf-8", errors="replace")
        for folder in folders
        for file in folder.iterdir()
        if file.is_file()
    )
    found = tuple(Found(folder.name, folder) for folder in folders)
    lost = {}
    for result in grade_job(Job(course.file, code, found, GradeOptions())):
        for task in result.tasks:
            if task.function.partition(".")[0] not in known:
                continue
            if not task.passed and task.task not in FORBIDDEN_SINCE.get((code, result.student), ()):
                lost[result.student, task.task] = [
                    one.message.en for one in task.checks if one.message
                ] or [finding.en for finding in task.findings]
        if result.message is not None:
            lost[result.student, ""] = result.message.en
    assert lost == {}


def test_what_a_stub_forbids_is_found(course):
    for (code, name), tasks in FORBIDDEN_SINCE.items():
        assignment = course.assignment(code)
        found = (Found(name, PROGRAMS / assignment.id / name),)
        [result] = grade_job(Job(course.file, code, found, GradeOptions()))
        assert {task.task for task in result.tasks if task.findings} == tasks
