"""The pytest door: ordinary flags, exit codes, JUnit XML. ``test_parity.py`` holds its scores to the other doors'."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from autograder.hosted.bundle import write_folder
from autograder.hosted.contents import course_files
from autograder.numbers import number

from ..patience import PATIENCE
from ..worth import POINTS, SCORES

SUITE = "autograder/suites/a01_gradient_descent_line"


@pytest.fixture
def run(root):
    def pytest_run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "pytest", *map(str, arguments)],
            cwd=root,
            env={**os.environ, "COLUMNS": "160"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return pytest_run


def test_ordinary_flags_work(run, root, tmp_path):
    folder = root / "examples" / "class" / "s05"
    done = run(
        SUITE, "--submission", folder, "-k", "predict", "-v", f"--junitxml={tmp_path / 'out.xml'}"
    )
    assert done.returncode == 0
    assert "test_predict_number PASSED" in done.stdout
    assert "this is not the score" in done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)[1]
    assert f'tests="{passed}"' in (tmp_path / "out.xml").read_text()
    done = run(SUITE, "--submission", folder, "-x", "-q")
    assert "1 failed" in done.stdout


def test_the_junit_xml_carries_the_points(run, root, tmp_path):
    folder = root / "examples" / "class" / "s05"
    done = run(SUITE, "--submission", folder, "-q", f"--junitxml={tmp_path / 'out.xml'}")
    assert done.returncode == 1
    suite = ElementTree.parse(tmp_path / "out.xml").getroot().find("testsuite")
    told = {one.get("name"): one.get("value") for one in suite.find("properties")}
    assert (float(told["earned"]), float(told["points"])) == (SCORES["s05"], POINTS)
    tasks = [name for name in told if name.endswith(".earned")]
    assert round(sum(float(told[name]) for name in tasks), 2) == SCORES["s05"]
    checks = [
        {one.get("name"): one.get("value") for one in case.find("properties")}
        for case in suite.iter("testcase")
    ]
    of_task = [float(one["points"]) for one in checks if one["task"] == "A01.4"]
    assert sum(of_task) == pytest.approx(float(told["A01.4.points"]), abs=0.05)


def test_a_function_that_is_not_allowed_fails_though_every_check_passes(
    run, course, solution, tmp_path
):
    shortcut = (
        "right = least_squares_line\n"
        "def least_squares_line(x, y):\n"
        "    return np.polyfit(x, y, 1) if x is None else right(x, y)"
    )
    file = tmp_path / "a02_sgd_diabetes.py"
    file.write_text(solution("A02", shortcut=shortcut), encoding="utf-8")
    done = run("autograder/suites/a02_sgd_diabetes", "--submission", file, "-q")
    assert " failed" not in done.stdout
    assignment = course.assignment("A02")
    left = assignment.points - assignment.task("least_squares_line").points
    assert f"{number(left)} / {assignment.points}" in done.stdout
    assert "numpy.polyfit" in done.stdout
    assert done.returncode == 1


def test_what_the_course_rejects_is_not_run(run, course, root, tmp_path):
    files = course_files(course, course.assignment("A01"))
    strict = files["course.yml"].replace(b"policy: note", b"policy: reject")
    write_folder(tmp_path, {**files, "course.yml": strict})
    file = tmp_path / "a01_gradient_descent_line.py"
    file.write_text("import socket\n")
    done = run(tmp_path / SUITE, "--submission", file)
    assert done.returncode == 4
    assert "rejected" in done.stderr
    assert "socket" in done.stderr


@pytest.mark.parametrize(
    ("flags", "said"),
    [(["-n", "2"], "leave out -n"), (["--isolation", "armoured"], "no isolation level")],
)
def test_flags_that_do_not_fit_are_said(run, root, flags, said):
    done = run(SUITE, "--submission", root / "examples" / "class" / "s01", *flags)
    assert done.returncode == 4
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_suite_without_a_submission_says_what_is_missing(run):
    done = run(SUITE)
    assert done.returncode != 0
    assert "--submission PATH" in done.stdout + done.stderr


def test_a_missing_submission_is_said(run):
    done = run(SUITE, "--submission", "nowhere")
    assert done.returncode == 4
    assert "there is no such file" in done.stderr


def test_in_an_assignments_folder_pytest_says_what_to_do_next(root, tmp_path):
    shutil.copytree(root / "assignments" / "ko", tmp_path / "ko")
    folder = tmp_path / "ko" / "a01_gradient_descent_line"
    call = [sys.executable, "-m", "pytest", "-q"]
    done = subprocess.run(
        call, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert "다음 문제: A01.1 predict" in done.stdout
    solved = root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py"
    shutil.copy(solved, folder / "a01_gradient_descent_line.py")
    done = subprocess.run(
        call, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0
    assert "모두 공개 검사를 통과" in done.stdout


def test_what_other_doors_tell_is_told_here(run, solution, tmp_path):
    file = tmp_path / "a01_gradient_descent_line.py"
    warned = "right = predict\ndef predict(x, w, b):\n    np.log(0.0)\n    return right(x, w, b)"
    text = solution("A01", warned=warned) + "\nimport socket\nnumbers = 1 / 0\n"
    file.write_text(text, encoding="utf-8")
    done = run(SUITE, "--submission", file, "-q")
    line = text.splitlines().index("numbers = 1 / 0") + 1
    assert (
        f"a01_gradient_descent_line.py:{line}: ZeroDivisionError: division by zero" in done.stdout
    )
    assert "divide by zero encountered in log" in done.stdout
    assert "socket" in done.stdout
    assert f"{POINTS} / {POINTS}" in done.stdout


def test_what_can_not_be_loaded_is_told_once_and_nothing_of_it_is_run(run, tmp_path):
    file = tmp_path / "a01_gradient_descent_line.py"
    file.write_text("import os\n" + "os._exit(1)\n" * 9, encoding="utf-8")
    done = run(SUITE, "--submission", file, "-q")
    assert done.returncode == 1
    assert f" 0 / {POINTS}" in done.stdout
    assert "not run" in done.stdout
    assert "not written" not in done.stdout


@pytest.mark.parametrize("broken", ["load_reference", "submission_program"])
def test_a_failure_while_opening_leaves_no_sandbox(monkeypatch, root, broken):
    from autograder.errors import SourceError
    from autograder.pytest_plugin import hidden

    opened = []
    works = hidden.open_sandbox

    def kept(**options):
        opened.append(works(**options))
        return opened[-1]

    def refused(*_):
        raise SourceError("the reference can't be imported")

    monkeypatch.setattr(hidden, "open_sandbox", kept)
    monkeypatch.setattr(hidden, broken, refused)
    submission = root / "examples" / "class" / "s01"
    with pytest.raises(SourceError):
        hidden.HiddenSuite.opened(submission, [root / SUITE], None)
    (sandbox,) = opened
    assert not sandbox.alive
