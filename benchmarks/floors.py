"""Are the version floors in pyproject.toml true? Does what a student does, on each Python, with the lowest and newest.

Every Python of the list that is at hand gets two environments: one with exactly the floors of the student's package
(no extras; what they need in turn is as new as pip likes), one with the newest versions. In both the wheel of the
package is installed, and its own commands do what a student does (``student_ways.py``) in the folders that students
are given, in each language. Wheels alone are taken: a floor that has to be compiled is none, on any system that
students have, be it this one or not.

    python benchmarks/floors.py [3.11 ...]

Packages come from where pip is set up to find them. The exit code is 1 where anything failed; a Python that isn't at
hand is said, and is no failure unless it was asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from student_ways import STRICT, Folders, Installed, handed_out, steps

from autograder.course import Course, load_course
from autograder.hosted.contents import build_wheel

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
# What pip calls the systems that students have.
SYSTEMS = {
    "Windows": ("win_amd64",),
    "macOS": ("macosx_14_0_arm64",),
    "macOS on Intel": ("macosx_14_0_x86_64",),
    "Linux": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    "Linux on ARM": ("manylinux2014_aarch64", "manylinux_2_17_aarch64", "manylinux_2_28_aarch64"),
}
PROBE = "import ensurepip, sys, venv; print(sys.executable, '%d.%d.%d' % sys.version_info[:3], sep='\\n')"


@dataclass(frozen=True)
class Interpreter:
    """A Python that is at hand, and its full version."""

    path: Path
    version: str


@dataclass
class Outcome:
    """How it went on one Python with one choice of versions.

    Attributes
    ----------
    python
        The full version of the Python.
    choice
        ``lowest`` or ``newest``.
    versions
        The installed version of each package that the kit names.
    passed
        How many steps went as they should.
    failures
        What didn't, in words.
    """

    python: str
    choice: str
    versions: Mapping[str, str] = field(default_factory=dict)
    passed: int = 0
    failures: list[str] = field(default_factory=list)


def requirements() -> list[str]:
    """Return what the student's package needs, as pyproject.toml says it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed: list[str] = tomllib.loads(text)["project"]["dependencies"]
    return needed


def floors(needed: Iterable[str], python: str) -> dict[str, str]:
    """Return the lowest version of each package on a Python, by its normal name."""
    full = python if python.count(".") == 2 else f"{python}.0"
    on = {
        **default_environment(),
        "python_version": ".".join(full.split(".")[:2]),
        "python_full_version": full,
    }
    found: dict[str, str] = {}
    for requirement in map(Requirement, needed):
        if requirement.marker is not None and not requirement.marker.evaluate(on):
            continue
        name = canonicalize_name(requirement.name)
        lowest = [one.version for one in requirement.specifier if one.operator in (">=", "==")]
        if not lowest:
            raise ValueError(f"{requirement}: names no lowest version")
        found[name] = max([*lowest, *filter(None, [found.get(name)])], key=Version)
    return found


def pins(python: str) -> list[str]:
    """Return the requirements that let exactly the floors in."""
    return [f"{name}=={version}" for name, version in floors(requirements(), python).items()]


def interpreter(python: str) -> Interpreter | None:
    """Return a Python of a version that can make environments: the first that PATH or pyenv has, or None."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = [
        *([found] if (found := shutil.which(f"python{python}")) else []),
        *map(str, sorted(pyenv.glob(f"versions/{python}.*/bin/python"))),
        *([sys.executable] if sys.version_info[:2] == tuple(map(int, python.split("."))) else []),
    ]
    commands = [[one] for one in candidates] + ([["py", f"-{python}"]] if os.name == "nt" else [])
    for command in commands:
        try:
            done = subprocess.run(
                [*command, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            path, version = done.stdout.split("\n")[:2]
            return Interpreter(Path(path), version)
    return None


def install(python: Interpreter, folder: Path, packages: Iterable[str]) -> Installed:
    """Make an environment of packages, in which warnings about our own code are errors."""
    subprocess.run([python.path, "-m", "venv", folder], check=True, capture_output=True, text=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run(
        [*pip, "--only-binary", ":all:", *packages], check=True, capture_output=True, text=True
    )
    site = "import sysconfig; print(sysconfig.get_path('purelib'))"
    (Path(_said(scripts, "-c", site).strip()) / "strict.pth").write_text(STRICT, encoding="utf-8")
    return Installed(scripts)


def without_wheels(python: str) -> Iterator[str]:
    """Yield why the floors can't be installed on a system, for each where they can't; nothing is downloaded."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    dry = ["--dry-run", "--ignore-installed", "--target", "nowhere", "--only-binary", ":all:"]
    for system, tags in SYSTEMS.items():
        platforms = [part for tag in tags for part in ("--platform", tag)]
        done = subprocess.run(
            [*pip, *dry, "--python-version", python, *platforms, *pins(python)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            why = [line[:200] for line in done.stderr.splitlines() if line.startswith("ERROR")]
            yield "\n".join([f"{system}: no wheels of the floors", *why])


def versions(scripts: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the installed version of each package."""
    listed = json.loads(_said(scripts, "-m", "pip", "list", "--format=json"))
    found = {canonicalize_name(one["name"]): one["version"] for one in listed}
    return {name: found[name] for name in names}


def _said(scripts: Path, *arguments: str) -> str:
    done = subprocess.run(
        [scripts / "python", *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


def tried(course: Course, python: Interpreter, choice: str, wheel: Path, files: Folders) -> Outcome:
    """Try all that a student does with the lowest or the newest versions on a Python."""
    outcome = Outcome(python.version, choice)
    exactly = pins(python.version) if choice == "lowest" else []
    with tempfile.TemporaryDirectory(prefix="floors-") as temporary:
        folder = Path(temporary)
        try:
            installed = install(python, folder / "environment", [str(wheel), *exactly])
        except subprocess.CalledProcessError as error:
            outcome.failures.append(f"can't be installed\n{error.stdout}{error.stderr}".strip())
            return outcome
        outcome.versions = versions(installed.scripts, floors(requirements(), python.version))
        for place, contents in files.items():
            _write(folder / place, contents)
            for step in steps(course, place.rpartition("/")[2]):
                problem = installed.problem(step, folder / place)
                if problem is None:
                    outcome.passed += 1
                else:
                    outcome.failures.append(f"{place}: {step.name}: {problem}")
    return outcome


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def table(outcomes: Iterable[Outcome], names: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a table, as docs/measured.md holds it."""
    columns = ["Python", "versions", *names, "passed", "failed"]
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for one in outcomes:
        found = [one.versions.get(name, "–") for name in columns[2:-2]]
        counts = [str(one.passed), str(len(one.failures))]
        yield f"| {' | '.join([one.python, one.choice, *found, *counts])} |"


def _python(text: str) -> str:
    if not re.fullmatch(r"3\.\d+", text):
        raise argparse.ArgumentTypeError(f'found "{text}", expected a version such as 3.12')
    return text


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    said = f"by default {', '.join(PYTHONS)}"
    parser.add_argument("pythons", nargs="*", metavar="3.11", type=_python, help=said)
    asked = parser.parse_args().pythons
    at_hand = {python: interpreter(python) for python in asked or PYTHONS}
    failed = False
    for python, found in at_hand.items():
        print(f"Python {python}: {f'found {found.version}' if found else 'not found'}", flush=True)
        for failure in without_wheels(python):
            failed = True
            print(f"  {failure}", flush=True)
    course = load_course(ROOT)
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="floors-wheel-") as folder:
        wheel = build_wheel(ROOT, Path(folder))
        files = handed_out(course, wheel)
        for python in filter(None, at_hand.values()):
            for choice in ("lowest", "newest"):
                outcome = tried(course, python, choice, wheel, files)
                outcomes.append(outcome)
                counts = f"{outcome.passed} passed, {len(outcome.failures)} failed"
                print(f"{python.version}, {choice}: {counts}", flush=True)
                for failure in outcome.failures:
                    print(f"  {failure}", flush=True)
    print("", *table(outcomes, floors(requirements(), PYTHONS[0])), sep="\n")
    failed = failed or not outcomes or any(one.failures for one in outcomes)
    return int(failed or (bool(asked) and None in at_hand.values()))


if __name__ == "__main__":
    sys.exit(main())
