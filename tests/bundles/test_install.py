"""The wheel in an empty environment: what a student does, and what an instructor does with a course's checkout."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from autograder.hosted.bundle import student_files, write_zip

from ..patience import PATIENCE
from ..worth import SCORES

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="environments have other folders there"
)

A01 = "a01_gradient_descent_line"


@pytest.fixture
def run(installed):
    """Run a program of the environment; nothing of the source tree is in its way."""

    def run(program, *arguments, cwd):
        hidden = {"PYTHONPATH", "VIRTUAL_ENV", "AUTOGRADER_LANGUAGE"}
        variables = {name: value for name, value in os.environ.items() if name not in hidden}
        return subprocess.run(
            [installed / program, *map(str, arguments)],
            cwd=cwd,
            env={**variables, "COLUMNS": "160"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def handed_out(course, wheel, tmp_path):
    """Unpack the students' zip in Korean."""
    path = tmp_path / "student.zip"
    write_zip(path, student_files(course, "ko", wheel, None), prefix="student/")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "student"


def test_a_student_checks_asks_for_a_hint_and_runs_pytest(run, handed_out, root, wheel):
    folder = handed_out / A01
    where = run("python", "-c", "import autograder; print(autograder.__file__)", cwd=folder)
    assert str(root) not in where.stdout
    done = run("autograder", "check", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert "다음 문제: A01.1 predict" in done.stdout
    hint = run("autograder", "hint", "A01.4", "3", cwd=folder)
    assert hint.returncode == 0, hint.stderr
    assert "3/3" in hint.stdout
    shutil.copy(root / "examples" / "class" / "s01" / f"{A01}.py", folder)
    done = run("autograder", "check", "A01", cwd=handed_out)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("pytest", "-q", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "모두 공개 검사를 통과" in done.stdout
    assert wheel.name in (handed_out / "README.md").read_text(encoding="utf-8")


def test_a_student_gets_no_further_than_what_was_handed_out(run, handed_out):
    done = run("autograder", "grade", handed_out / A01, "-a", "A01", cwd=handed_out)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    done = run("autograder", "bundle", "student", cwd=handed_out)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_instructor_grades_with_the_wheel_and_a_checkout_of_the_course(
    run, installed, installed_packages, course, root, tmp_path
):
    checkout = tmp_path / "course"
    checkout.mkdir()
    shutil.copy(course.file, checkout)
    for name in ("solutions", "assignments", "autograder/suites"):
        shutil.copytree(root / name, checkout / name)
    packages = installed_packages("instructor")
    (site,) = (installed.parent / "lib").glob("python*/site-packages")
    extra = site / "instructor.pth"
    extra.write_text(f"{packages}\n")
    try:
        done = run(
            "autograder",
            "grade",
            root / "examples" / "class" / "s04",
            "--out",
            tmp_path / "out",
            cwd=checkout,
        )
        again = run(
            "autograder", "bundle", "student", "--wheel", tmp_path / "none.whl", cwd=checkout
        )
    finally:
        extra.unlink()
    assert done.returncode == 0, done.stdout + done.stderr
    scores = {
        file.parent.name[:3]: json.loads(file.read_text(encoding="utf-8"))["score"]
        for file in (tmp_path / "out").glob("*/s04.json")
    }
    assert scores.keys() == {"a01", "a03"}
    assert scores["a01"] == SCORES["s04"]
    assert 0 < scores["a03"] < course.assignment("A03").points
    assert (tmp_path / "out" / "index.html").is_file()
    # No source of the package here, so the wheel has to be named; one that isn't there is said.
    assert again.returncode == 2
    assert "none.whl" in again.stderr
