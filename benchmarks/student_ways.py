"""What a student does with the kit, as commands of an environment that it is installed in, and what they must say."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.hosted.bundle import student_files

CODES = ("A01", "A05", "A13")
# Editions of the released folder: as it is handed out, and with the references in the place of the stubs.
EDITIONS = ("stub", "solved")
CELLS = Path(__file__).resolve().with_name("notebook_cells.py")

# The students' folders by ``language/edition``: their files by path.
Folders = Mapping[str, Mapping[str, bytes]]

SECONDS = 300
# What of this process's environment has no business in a student's.
FOREIGN = ("AUTOGRADER", "PYTEST", "PYTHON", "VIRTUAL_ENV", "JPY")
# A warning is an error where it is about our own code: the package, the assignments, the checks, the figures.
OURS = r"autograder(\.|$)|.*\b(a\d\d_|test_public)|figures$|__main__$"
STRICT = f"import warnings; warnings.filterwarnings('error', module={OURS!r})\n"


@dataclass(frozen=True)
class Step:
    """A command of a student's.

    Attributes
    ----------
    name
        What it tries.
    command
        A script of the environment, and its arguments.
    folder
        Where it is run, below the students' folder.
    code
        The exit code that it must have.
    says
        What must stand in its output.
    """

    name: str
    command: tuple[str, ...]
    folder: str = "."
    code: int = 0
    says: str = ""


@dataclass(frozen=True)
class Installed:
    """An environment that the kit is installed in."""

    scripts: Path

    def problem(self, step: Step, folder: Path) -> str | None:
        """Run a step; return what went wrong, or None."""
        program, *arguments = step.command
        try:
            done = subprocess.run(
                [self.scripts / program, *arguments],
                cwd=folder / step.folder,
                env=self._environment(),
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        wrong = []
        if done.returncode != step.code:
            wrong.append(f"exit code {done.returncode}, expected {step.code}")
        if step.says not in done.stdout:
            wrong.append(f'"{step.says}" isn\'t said')
        if "Traceback" in done.stderr:
            wrong.append("a traceback")
        if not wrong:
            return None
        return "\n".join([", ".join(wrong), *_end_of(done.stdout), *_end_of(done.stderr)])

    def _environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        path = os.pathsep.join([str(self.scripts), own.get("PATH", "")])
        # With PYTHONWARNINGS set, pytest keeps its hands off the filters.
        return own | {
            "PATH": path,
            "MPLBACKEND": "agg",
            "COLUMNS": "160",
            "PYTHONWARNINGS": "default",
            "PYTHONIOENCODING": "utf-8",
        }


def handed_out(course: Course, wheel: Path) -> Folders:
    """Return the folders that students are given, in each language and edition."""
    last = course.finished[-1].code
    return {
        f"{language}/{edition}": student_files(
            course, language, wheel, last if edition == "solved" else None
        )
        for language in course.languages
        for edition in EDITIONS
    }


def steps(course: Course, edition: str) -> Iterator[Step]:
    """Yield what a student does in an edition of the folder."""
    assignments = [course.assignment(code) for code in CODES]
    if edition == "stub":
        yield Step("autograder --help", ("autograder", "--help"), says="check")
    for assignment in assignments:
        yield from _steps_of(assignment, solved=edition == "solved")
        earlier = [one.module for one in course.basis(assignment)]
        if earlier:
            lines = "\n".join(["import autograder.notebook", *(f"import {one}" for one in earlier)])
            name = f"import what {assignment.code} builds on"
            yield Step(name, ("python", "-c", lines), assignment.id)


def _steps_of(assignment: Assignment, *, solved: bool) -> Iterator[Step]:
    code, first = assignment.code, assignment.task_ids[0]
    failed = 0 if solved else 1
    says = "" if solved else first
    edition = "solved" if solved else "stub"
    yield Step(f"autograder check {code}", ("autograder", "check", code), code=failed, says=first)
    yield Step(f"pytest in {code}", ("pytest",), assignment.id, failed, says)
    cells = ("python", str(CELLS), f"{assignment.id}.ipynb", edition)
    yield Step(f"the notebook of {code}", cells, assignment.id, says="0 wrong")
    if not solved:
        yield Step(f"autograder hint {first}", ("autograder", "hint", first), says=first)


def _end_of(output: str) -> Sequence[str]:
    return output.strip().splitlines()[-15:]
