"""Code outside of functions: it runs once, on a time of its own, and costs no task anything."""

import os
import re

import pytest

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.result import Status
from autograder.sandbox import Level
from autograder.submission import Found


@pytest.fixture(scope="module")
def hasty(course, tmp_path_factory):
    """The course, with a second for loading a submission."""
    folder = tmp_path_factory.mktemp("hasty")
    text = course.file.read_text(encoding="utf-8")
    assert "loading_seconds: 10" in text
    text = text.replace("loading_seconds: 10", "loading_seconds: 1")
    (folder / "course.yml").write_text(text, encoding="utf-8")
    for name in ("solutions", "autograder"):
        (folder / name).symlink_to(course.root / name)
    return load_course(folder)


@pytest.fixture
def graded(hasty, tmp_path):
    """Grade an assignment's solution with something above it, and something below."""

    def run(before="", after="", code="A01", level=None):
        assignment = hasty.assignment(code)
        text = assignment.solution_file.read_text(encoding="utf-8")
        path = tmp_path / f"{assignment.id}.py"
        path.write_text(f"{before}\n{text}\n\n# %%\n{after}\n", encoding="utf-8")
        job = Job(
            hasty.file, code, (Found("someone", path),), GradeOptions(level=level, minimum=level)
        )
        result = grade_job(job)[0]
        lines = path.read_text(encoding="utf-8").split("\n")
        return result, {
            lines[one.line - 1].strip(): one.note.en for one in result.load_problems if one.note
        }

    return run


ENDLESS = {
    "a loop": ("while True: pass", "ran for 1 s and was stopped"),
    "a wait": ("import time; time.sleep(1000)", "waited for 1 s and was stopped"),
    "C code": ("sum(range(10**14))", "ran for 1 s and was stopped"),
    "an exit": ("import os; os._exit(0)", "ended the whole program (exit), so it was left out"),
    "a crash": ("import ctypes; ctypes.string_at(0)", "crashed the program, so it was left out"),
}


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("name", list(ENDLESS))
def test_a_statement_that_does_not_end_is_named_and_the_rest_is_graded(graded, name, place):
    statement, said = ENDLESS[name]
    result, told = graded(**{place: statement})
    assert (result.status, result.score) == (Status.GRADED, result.max_score)
    [(line, note)] = told.items()
    assert line in statement.split("; ") or line == statement
    assert said in note


@pytest.mark.parametrize("level", [one for one in Level if one is not Level.NAMESPACES])
def test_it_is_so_at_every_level(graded, level):
    result, told = graded("while True: pass", "import os; os._exit(0)", level=level)
    assert result.score == result.max_score
    assert len(told) == 2


CATCH_ALL = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


def test_a_statement_that_catches_everything_is_left_out(graded):
    result, told = graded(CATCH_ALL)
    assert result.score == result.max_score
    assert "ran for 1 s" in told["while True:"]


def test_after_several_that_end_the_program_it_is_given_up_with_the_line(graded):
    result, _ = graded("\n".join(["import os", *["os._exit(0)"] * 8]))
    assert (result.status, result.score) == (Status.CRASHED, 0)
    assert re.search(
        r"ended the program again and again, the last in a01_.*\.py:5\.", result.message.en
    )


def test_several_that_take_too_long_are_each_cut(graded):
    result, told = graded("\n".join(f"while {n}: pass" for n in (1, 2, 3, 4)))
    assert result.score == result.max_score
    assert len(told) == 4


def test_top_level_code_runs_once_for_all_tasks(grade, solution, tmp_path):
    # What ran twice would find the mark of the first time: at this level all lies in one private folder.
    once = f"""
import os, tempfile
mark = os.path.join(tempfile.gettempdir(), "mark-{os.getpid()}")
assert not os.path.exists(mark), "again"
open(mark, "w").close()
"""
    result = grade(solution("A01", once=once), level=Level.NAMESPACES)
    assert (result.score, result.load_problems) == (result.max_score, ())


def test_time_for_loading_is_not_the_tasks_time(grade, solution):
    busy = """
import time
begun = time.process_time()
while time.process_time() - begun < 3: pass
"""
    slow = """
def critical_lr(x):
    begun = time.process_time()
    while time.process_time() - begun < 0.4: pass
    return 2 / np.mean(np.asarray(x) ** 2)
"""
    result = grade(solution("A01", busy=busy, slow=slow))
    assert result.score == result.max_score
