"""What many tests share: the course, a grader of one file, the command line."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.release import release
from autograder.submission import Found

from .patience import PATIENCE

ROOT = Path(__file__).resolve().parent.parent

# How long an example takes is the machine's business.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# The toy course's own checks are run by the grader.
collect_ignore = ["toy_course"]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def the_course():
    return load_course(ROOT)


@pytest.fixture(scope="session")
def course(the_course):
    return the_course


@pytest.fixture(scope="session")
def toy_course(tmp_path_factory):
    """Return the course of the engine's tests, in a folder outside of the checkout."""
    folder = tmp_path_factory.mktemp("toy") / "course"
    leave = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(Path(__file__).parent / "toy_course", folder, ignore=leave)
    course = load_course(folder)
    release(course)
    return course


@pytest.fixture
def solution(course):
    """Return a solution's text with pieces of it replaced."""

    def edited(code="A01", **replacements):
        text = course.assignment(code).solution_file.read_text(encoding="utf-8")
        return text + "\n\n# %%\n" + "\n\n".join(replacements.values()) + "\n"

    return edited


@pytest.fixture
def grade(course, tmp_path):
    """Grade a source, or a file, of an assignment."""

    def run(source, code="A01", **options):
        assignment = course.assignment(code)
        path = source
        if isinstance(source, str):
            path = tmp_path / f"{assignment.id}.py"
            path.write_text(source, encoding="utf-8")
        job = Job(course.file, code, (Found("someone", path),), GradeOptions(**options))
        return grade_job(job)[0]

    return run


@pytest.fixture
def autograder(tmp_path):
    """Run the command line in a process of its own, elsewhere than in the checkout."""

    def run(*arguments, cwd=ROOT, **environment):
        return subprocess.run(
            [sys.executable, "-m", "autograder", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "COLUMNS": "160", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the package's wheel, once."""
    from autograder.hosted.contents import build_wheel

    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed_packages(tmp_path_factory):
    """Return a folder with the installed packages that an install with some extras brings, and no others."""
    from autograder.distributions import name_of, with_dependencies
    from autograder.hosted.contents import PACKAGE

    def folder(*extras):
        found = tmp_path_factory.mktemp("packages")
        lines = importlib.metadata.requires(PACKAGE) or ()
        wanted = [
            name_of(line)
            for line in lines
            if "extra ==" not in line or any(f"extra == '{one}'" in line for one in extras)
        ]
        for name in with_dependencies(wanted):
            try:
                distribution = importlib.metadata.distribution(name)
            except importlib.metadata.PackageNotFoundError:
                continue  # another platform's
            for top in {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}:
                path = Path(distribution.locate_file(top))
                if path.exists() and not (found / top).exists():
                    (found / top).symlink_to(path)
        return found

    return folder


@pytest.fixture(scope="session")
def installed(tmp_path_factory, wheel, installed_packages):
    """Install the wheel into an empty environment, without a network; return its folder of scripts."""
    environment = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    ask = "import site; print(site.getsitepackages()[0])"
    site = subprocess.run([python, "-I", "-c", ask], check=True, capture_output=True, text=True)
    links = Path(site.stdout.strip()) / "packages.pth"
    links.write_text(f"{installed_packages()}\n")
    pip = [python, "-I", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, check=True)
    script = (
        environment / "bin" / "pytest"
    )  # the packages are linked, so their scripts aren't there
    script.write_text(f"#!{python}\nimport pytest\nraise SystemExit(pytest.console_main())\n")
    script.chmod(0o755)
    return environment / "bin"


# What several tests of a module look at and is slow to make: those tests stay on one worker, and it is made once.
SHARED = {"story", "honest", "hostile", "graded", "results", "term", "planted", "canaries", "wheel"}


def pytest_collection_modifyitems(items):
    for item in items:
        if SHARED & set(item.fixturenames):
            group = item.path.parent.name if "story" in item.fixturenames else item.path.stem
            item.add_marker(pytest.mark.xdist_group(group))
