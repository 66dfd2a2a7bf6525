"""Validating a whole course, and the table that says how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from autograder.course import Course, load_course
from autograder.errors import AutograderError, SandboxError
from autograder.grading.options import GradeOptions
from autograder.grading.processes import Processes
from autograder.validation.files import check_files
from autograder.validation.problem import Findings, Problem, Tally
from autograder.validation.public import check_public
from autograder.validation.verdicts import Soundness

# What the table counts: the name of a tally, and its column's short heading.
COLUMNS = {
    "solution": "reference",
    "public checks": "public",
    "stubs": "stubs",
    "do-nothing functions": "nothing",
    "misconceptions rejected": "rejected",
    "misconceptions named": "named",
    "alternatives accepted": "accepted",
}


@dataclass
class Report:
    """What validating a course found."""

    findings: list[Findings] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def all_problems(self) -> list[Problem]:
        """Everything that is wrong, the course's own first."""
        return [problem for problem in self._found() if not problem.draft]

    @property
    def warnings(self) -> list[Problem]:
        """What is still to be done on drafts, tasks or whole assignments."""
        return [problem for problem in self._found() if problem.draft]

    def _found(self) -> Iterator[Problem]:
        yield from self.problems
        for findings in self.findings:
            yield from findings.problems

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.all_problems

    def table(self) -> Table:
        """Return a row for each assignment: what was tried, and how much of it held."""
        table = Table(title="Is the course sound?", title_justify="left")
        table.add_column("")
        for heading in COLUMNS.values():
            table.add_column(heading, justify="right", no_wrap=True)
        for one in self.findings:
            table.add_row(one.code, *(_cell(one.tally(column)) for column in COLUMNS))
        return table


def _cell(tally: Tally) -> str:
    colour = "green" if tally.held == tally.tried else "red"
    return f"[{colour}]{tally}[/]" if tally.tried else "-"


def validate(
    course: Course,
    codes: Sequence[str] = (),
    options: GradeOptions | None = None,
    processes: int | None = None,
    on_done: Callable[[Findings], None] = lambda findings: None,
) -> Report:
    """Try everything that must hold of a course.

    Parameters
    ----------
    course
        The course.
    codes
        The assignments to look at; all that are finished or begun by default.
    options
        How to grade.
    processes
        How many assignments to validate at a time.
    on_done
        Told when an assignment is done.
    """
    assignments = [course.assignment(code) for code in codes] or [
        each for each in course.assignments if each.finished or each.solution_dir.is_dir()
    ]
    options = options or GradeOptions()
    report = Report(problems=list(check_files(course, assignments)))
    for findings in _each(course.file, [one.code for one in assignments], options, processes):
        on_done(findings)
        report.findings.append(findings)
    report.findings.sort(key=lambda one: one.code)
    return report


def _each(
    file: Path, codes: Sequence[str], options: GradeOptions, processes: int | None
) -> Iterator[Findings]:
    if processes == 1 or len(codes) == 1:
        for code in codes:
            yield validate_assignment(file, code, options)
        return
    with Processes(processes) as pool:
        futures = [pool.submit(validate_assignment, file, code, options) for code in codes]
        for future in as_completed(futures):
            yield future.result()


def validate_assignment(file: Path, code: str, options: GradeOptions) -> Findings:
    """Validate one assignment; what goes wrong while trying is a finding, too."""
    course = load_course(file, drafts=True)
    assignment = course.assignment(code)
    findings = Findings(code, assignment.drafts, not assignment.finished)
    for trial in (
        Soundness(course, assignment, options, findings).run,
        lambda: check_public(course, assignment, options, findings),
    ):
        try:
            trial()
        except SandboxError:
            raise
        except AutograderError as error:
            findings.fail(error)
    return findings
