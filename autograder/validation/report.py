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
from autograder.records import replaced
from autograder.validation.files import check_files
from autograder.validation.problem import Findings, Problem, Tally
from autograder.validation.public import check_public
from autograder.validation.verdicts import Soundness

# The share of harmful wrappers that docstrings may allow: beyond it, the docstrings promise too little.
MOST_EXEMPT = 0.02

# What the table counts: the name of a tally, and its column's short heading.
COLUMNS = {
    "solution": "reference",
    "public checks": "public",
    "stubs": "stubs",
    "do-nothing functions": "nothing",
    "misconceptions rejected": "rejected",
    "misconceptions named": "named",
    "alternatives accepted": "accepted",
    "harmful wrappers": "harmful",
    "harmless wrappers": "harmless",
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
        tried = sum(findings.tally("harmful wrappers").tried for findings in self.findings)
        if len(self.exempt) > MOST_EXEMPT * (tried + len(self.exempt)):
            yield Problem(
                "exempt.yml",
                f"{len(self.exempt)} of {tried + len(self.exempt)} harmful wrappers are exempt, more than "
                f"{MOST_EXEMPT:.0%}: let the docstrings promise more, and the laws ask for it",
            )
        for findings in self.findings:
            yield from findings.problems

    @property
    def exempt(self) -> list[str]:
        """The harmful wrappers that a docstring allows."""
        return [each for findings in self.findings for each in findings.exempt]

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
    *,
    wrappers: bool = True,
    seeds: int = 1,
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
    wrappers
        Whether to put every wrapper around every function, too.
    seeds
        How many sets of hidden inputs to try, the course's own first.
    """
    assignments = [course.assignment(code) for code in codes] or [
        each for each in course.assignments if each.finished or each.solution_dir.is_dir()
    ]
    options = options or GradeOptions()
    report = Report(problems=list(check_files(course, assignments)))
    trials = [
        Trial(course.file, assignment.code, options, wrappers, later)
        for later in range(seeds)
        for assignment in assignments
    ]
    for findings in _each(trials, processes):
        on_done(findings)
        report.findings.append(findings)
    report.findings.sort(key=lambda one: one.code)
    return report


@dataclass(frozen=True)
class Trial:
    """One assignment, to be validated on one set of hidden inputs.

    Attributes
    ----------
    file
        The course's.
    code
        The assignment's.
    options
        How to grade.
    wrappers
        Whether to put wrappers around its functions.
    later
        How far its seed is from the course's own.
    """

    file: Path
    code: str
    options: GradeOptions
    wrappers: bool = True
    later: int = 0


def _each(trials: Sequence[Trial], processes: int | None) -> Iterator[Findings]:
    if processes == 1 or len(trials) == 1:
        yield from map(validate_assignment, trials)
        return
    with Processes(processes) as pool:
        futures = [pool.submit(validate_assignment, trial) for trial in trials]
        for future in as_completed(futures):
            yield future.result()


def validate_assignment(trial: Trial) -> Findings:
    """Validate one assignment; what goes wrong while trying is a finding, too."""
    course = load_course(trial.file, drafts=True)
    if trial.later:
        course = replaced(course, seed=(course.seed or 0) + trial.later)
    assignment = course.assignment(trial.code)
    name = f"{trial.code} +{trial.later}" if trial.later else trial.code
    findings = Findings(name, assignment.drafts, not assignment.finished)
    wrappers = trial.later if trial.wrappers else None
    soundness = Soundness(course, assignment, trial.options, findings, wrappers=wrappers)
    for run in (
        soundness.run,
        lambda: check_public(course, assignment, trial.options, findings),
    ):
        try:
            run()
        except SandboxError:
            raise
        except AutograderError as error:
            findings.fail(error)
    return findings
