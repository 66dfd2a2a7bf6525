"""What ``grade`` and ``regrade`` share: options of the gradebook, grading by a plan, and what a roster tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.course import Course
from autograder.gradebook.attendance import Standing, entries
from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.matching import Matcher
from autograder.gradebook.plan import Graded, Plan
from autograder.gradebook.roster import Roster, load_roster
from autograder.gradebook.times import Clock, Submitted, load_times
from autograder.grading.batch import grade_class
from autograder.grading.options import GradeOptions
from autograder.result import Result, write_result
from autograder.texts import printable

MAX_LISTED = 12
FILE = click.Path(path_type=Path, dir_okay=False)


def roster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--roster`` and ``--encoding`` to a command."""
    command = click.option(
        "--encoding", help="The encoding of the roster, where it can't be told from the file."
    )(command)
    return click.option(
        "--roster",
        "roster_path",
        type=FILE,
        help="Who takes the course: a CSV file with id, name, section, email, extra_time, excused and the ids that "
        "platforms use (canvas_id, sis_id, sis_login, moodle_id, blackboard, gradescope, nbgrader, github).",
    )(command)


def time_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--submitted-at`` and ``--times-from-files`` to a command."""
    command = click.option(
        "--times-from-files",
        is_flag=True,
        help="Where nothing else tells when a submission came, take the time of its file. That is often the time of "
        "the download.",
    )(command)
    return click.option(
        "--submitted-at",
        type=FILE,
        help="When submissions came: a CSV file with student, submitted_at and, where it helps, assignment and file.",
    )(command)


@dataclass(frozen=True)
class Choices:
    """What an instructor said about roster and times."""

    roster: Roster | None
    submitted_at: Path | None
    times_from_files: bool


def the_roster(path: Path | None, encoding: str | None, course: Course | None) -> Roster | None:
    """Return the roster that a command was given, and tell what its reader should know."""
    if path is None:
        return None
    codes = [one.code for one in course.assignments] if course else []
    roster = load_roster(path, encoding, codes)
    for note in roster.notes:
        click.echo(f"note: {note}", err=True)
    return roster


def make_plan(
    course: Course,
    submissions: Sequence[Graded],
    choices: Choices,
    before: Sequence[Result] = (),
) -> Plan:
    """Return who handed in what and when."""
    exports = GradescopeExports()
    matcher = Matcher(choices.roster, exports) if choices.roster is not None else None
    zone = course.zone()
    table: list[Submitted] = []
    if choices.submitted_at is not None:
        codes = [one.code for one in course.assignments]
        table, notes = load_times(choices.submitted_at, zone, matcher, codes)
        for note in notes:
            click.echo(f"note: {note}", err=True)
    clock = Clock(zone, table, exports, use_mtime=choices.times_from_files)
    return Plan(course, submissions, matcher, clock, before)


def grade_plan(plan: Plan, options: GradeOptions, jobs: int | None, out: Path) -> list[Result]:
    """Grade what a plan asks for; write each student's result when it is complete, and return all of them."""
    submissions = plan.submissions
    results: list[Result] = []
    progress = Progress(
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with progress:
        bar = progress.add_task("grading", total=len(submissions), rate="")
        for graded in grade_class(plan.course, submissions, options, jobs):
            for result in plan.take(graded):
                write_result(result, out)
                results.append(result)
            speed = progress.tasks[bar].speed
            progress.update(bar, advance=1, rate=f"{speed:.1f}/s" if speed else "")
    results.sort(key=lambda one: (one.code, one.student))
    return results


def report_plan(console: Console, plan: Plan, results: Sequence[Result]) -> None:
    """Say what a person should look at: who isn't on the roster, who is missing, who handed in twice."""
    roster = plan.matcher.roster if plan.matcher else None
    lines: list[str] = []
    if roster is not None:
        for code in dict.fromkeys(one.code for one in results):
            listed = entries(results, code, roster)
            missing = [one for one in listed if one.standing is Standing.MISSING]
            excused = [one for one in listed if one.standing is Standing.EXCUSED]
            handed = sum(1 for one in listed if one.student and one.result)
            lines.append(
                f"{code}: {handed} of the {len(roster)} students on the roster handed in, "
                f"{len(missing)} missing, {len(excused)} excused"
            )
            lines += _people("missing", [one.student.shown for one in missing if one.student])
            lines += _people("excused", [one.student.shown for one in excused if one.student])
    for work, one in plan.unmatched:
        lines.append(
            f"  not on the roster ({work.assignment.code}): {one.found.path} ({one.match.said}): {one.match.reason}. "
            f"Graded as {work.student}"
        )
    for work in plan.repeated:
        files = ", ".join(str(one.found.path) for one in work.handed)
        rule = plan.course.attempts if work.times_known else "best"
        why = "" if work.times_known or rule == plan.course.attempts else "; the times aren't known"
        lines.append(
            f"  {len(work.handed)} submissions ({work.assignment.code}): {work.student}: {files} "
            f"(the {rule} counts{why})"
        )
    undated = list(dict.fromkeys(work.student for work in plan.undated))
    marked = [one for one in plan.undated if any(handed.marked_late for handed in one.handed)]
    lines += _people("late by Canvas's mark", [work.student for work in marked])
    lines += _people("time not known, so no late penalty (say it: --submitted-at FILE)", undated)
    for line in lines:
        console.print(escape(printable(line)), soft_wrap=True, highlight=False)


def report_leftovers(console: Console, out: Path, results: Sequence[Result]) -> None:
    """Say which results of an earlier run lie beside these: the same people under other names, perhaps."""
    written = {(one.assignment, one.student) for one in results}
    left = sorted(
        file.stem
        for assignment in {one.assignment for one in results}
        for file in (out / assignment).glob("*.json")
        if (assignment, file.stem) not in written and not file.name.startswith(".")
    )
    for line in _people(f"results of an earlier run, left as they are in {out}", left):
        console.print(escape(printable(line)), soft_wrap=True, highlight=False)


def _people(title: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    more = f", … ({len(names)} in all)" if len(names) > MAX_LISTED else ""
    return [f"  {title}: {', '.join(names[:MAX_LISTED])}{more}"]
