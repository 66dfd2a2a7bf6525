"""The pytest door: ordinary flags, and the same score as the command line's."""

import os
import re
import shutil
import subprocess
import sys

import pytest

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
            timeout=120,
            check=False,
        )

    return pytest_run


@pytest.mark.parametrize("student", ["s01", "s02", "s05", "s11", "s12", "s15"])
def test_the_score_is_that_of_the_command_line(run, grade, root, course, student):
    folder = root / "examples" / "class" / student
    done = run(SUITE, "--submission", folder, "-q")
    result = grade(folder)
    told = dict(re.findall(r"^(A01\.\d) +\S+ +([\d.]+) /", done.stdout, re.MULTILINE))
    assert {task.task: f"{task.earned:g}" for task in result.tasks} == told
    assert f"{result.score:g} / 100" in done.stdout
    assert done.returncode == (0 if result.score == 100 else 1)


def test_ordinary_flags_work(run, root, tmp_path):
    folder = root / "examples" / "class" / "s05"
    done = run(
        SUITE, "--submission", folder, "-k", "predict", "-v", f"--junitxml={tmp_path / 'out.xml'}"
    )
    assert done.returncode == 0
    assert "test_predict_array PASSED" in done.stdout
    assert "this is not the score" in done.stdout
    assert 'tests="3"' in (tmp_path / "out.xml").read_text()
    done = run(SUITE, "--submission", folder, "-x", "-q")
    assert "1 failed" in done.stdout


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
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert "다음 과제: A01.1 predict" in done.stdout
    solved = root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py"
    shutil.copy(solved, folder / "a01_gradient_descent_line.py")
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert "모두 공개 검사를 통과" in done.stdout
