"""What commands print of a graded class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from autograder.gradebook.attendance import Standing, entries
from autograder.gradebook.plan import Plan
from autograder.gradebook.regrade import Change
from autograder.gradebook.roster import Roster
from autograder.numbers import number
from autograder.result import Result, Tone
from autograder.texts import printable

MAX_LISTED = 12
MAX_TASKS = 4

TONES: dict[Tone, str] = {"good": "green", "part": "yellow", "bad": "red", "none": "yellow"}
# What a regrade does to a result: its colour, and what is said of those to whom it does it.
CHANGES = {
    "failed": ("bold red", "would lose their score, for the grader failed"),
    "gains": ("green", "gain"),
    "loses": ("red", "lose"),
    "changed": ("yellow", "change without a difference in score"),
    "same": ("", "stay the same"),
    "new": ("cyan", "are new"),
    "kept": ("dim", "were not handed in again and stay as they are"),
}


def print_notes(notes: Sequence[str]) -> None:
    """Print what somebody should know, beside what is asked for."""
    for note in notes:
        click.echo(f"note: {note}", err=True)


def print_lines(console: Console, lines: Sequence[str]) -> None:
    """Print lines as they are: not wrapped, and nothing in them that a terminal would obey."""
    for line in lines:
        console.print(escape(printable(line)), soft_wrap=True, highlight=False)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show how far grading has come; gives what is to be called after each submission."""
    columns = (
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        bar = shown.add_task("grading", total=total, rate="")

        def graded() -> None:
            speed = shown.tasks[bar].speed
            shown.update(bar, advance=1, rate=f"{speed:.1f}/s" if speed else "")

        yield graded


# ---- results


def tables(results: Sequence[Result]) -> list[Table]:
    """Return a table for each assignment: a row for each submission."""
    codes = dict.fromkeys(result.code for result in results)
    return [_table([result for result in results if result.code == code]) for code in codes]


def _table(results: Sequence[Result]) -> Table:
    table = Table(title=f"{results[0].code} · {results[0].title.en}", title_justify="left")
    table.add_column("student")
    table.add_column("score", justify="right")
    table.add_column("status")
    table.add_column("what happened", overflow="fold")
    for result in results:
        table.add_row(
            escape(result.student),
            result.score_text,
            f"[{TONES[result.status.tone]}]{result.status}[/]",
            escape("; ".join((*_lateness(result), *_tasks(result)))),
        )
    scores = [result.score for result in results if result.has_score]
    said = [f"{len(results)} submissions"]
    if scores:
        mean = sum(scores) / len(scores)
        said.append(f"mean {mean:.1f} of {number(results[0].max_score)}")
    if len(scores) < len(results):
        said.append(f"{len(results) - len(scores)} without a score, for the grader failed")
    table.caption = ", ".join(said)
    return table


def _lateness(result: Result) -> Iterator[str]:
    if result.lateness is not None and result.lateness.days:
        yield f"{result.lateness.days} d late"
    if result.penalty:
        yield f"{number(result.raw_score)} − {number(result.penalty)} for lateness"
    counting = [attempt.number for attempt in result.attempts if attempt.counts]
    if counting:
        yield f"attempt {counting[0]} of {len(result.attempts)} counts"


def _tasks(result: Result) -> list[str]:
    if result.message is not None:
        return [result.message.en]
    parts = []
    for task in result.tasks:
        if task.causes:
            parts.append(f"{task.task}: {task.causes[0].title.en}")
        elif not task.passed:
            parts.append(f"{task.task} {task.status}")
    if len(parts) > MAX_TASKS:
        counts = Counter(str(task.status) for task in result.tasks)
        parts = [f"{count} {status}" for status, count in counts.items()]
    if result.load_problems:
        parts.insert(0, f"line {result.load_problems[0].line}: {result.load_problems[0].message}")
    return parts


# ---- the class


def print_plan(console: Console, plan: Plan, results: Sequence[Result]) -> None:
    """Say what a person should look at: who isn't on the roster, who is missing, who handed in twice."""
    if plan.matcher is not None:
        for code in dict.fromkeys(result.code for result in results):
            print_lines(console, list(_attendance(results, code, plan.matcher.roster)))
    print_lines(console, list(_peculiar(plan)))


def _attendance(results: Sequence[Result], code: str, roster: Roster) -> Iterator[str]:
    listed = entries(results, code, roster)
    handed_in = sum(1 for entry in listed if entry.student and entry.result)
    people = {
        standing: [
            entry.student.shown for entry in listed if entry.standing is standing and entry.student
        ]
        for standing in (Standing.MISSING, Standing.EXCUSED)
    }
    counts = ", ".join(f"{len(names)} {standing.value}" for standing, names in people.items())
    yield f"{code}: {handed_in} of the {len(roster)} students on the roster handed in, {counts}"
    for standing, names in people.items():
        yield from _people(standing.value, names)


def _peculiar(plan: Plan) -> Iterator[str]:
    for work, handed in plan.unmatched:
        yield (
            f"  not on the roster ({work.assignment.code}): {handed.found.path} ({handed.match.said}): "
            f"{handed.match.reason}. Graded as {work.student}"
        )
    for work in plan.repeated:
        files = ", ".join(str(handed.found.path) for handed in work.handed)
        rule = plan.course.attempts if work.times_known else "best"
        why = "" if work.times_known or rule == plan.course.attempts else "; the times aren't known"
        yield (
            f"  {len(work.handed)} submissions ({work.assignment.code}): {work.student}: {files} "
            f"(the {rule} counts{why})"
        )
    marked = [work for work in plan.undated if any(one.marked_late for one in work.handed)]
    yield from _people("late by Canvas's mark", [work.student for work in marked])
    undated = list(dict.fromkeys(work.student for work in plan.undated))
    yield from _people("time not known, so no late penalty (say it: --submitted-at FILE)", undated)


def print_leftovers(console: Console, out: Path, results: Sequence[Result]) -> None:
    """Say which results of an earlier run lie beside these: the same people under other names, perhaps."""
    written = {(result.assignment, result.student) for result in results}
    left = sorted(
        file.stem
        for assignment in {result.assignment for result in results}
        for file in (out / assignment).glob("*.json")
        if (assignment, file.stem) not in written and not file.name.startswith(".")
    )
    print_lines(
        console, list(_people(f"results of an earlier run, left as they are in {out}", left))
    )


def _people(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f", … ({len(names)} in all)" if len(names) > MAX_LISTED else ""
        yield f"  {title}: {', '.join(names[:MAX_LISTED])}{more}"


# ---- a regrade


def print_changes(console: Console, changes: Sequence[Change]) -> None:
    """Say what a regrade changes for whom, and why."""
    shown = [change for change in changes if change.kind not in ("same", "kept")]
    if shown:
        table = Table(title="What the regrade changes", title_justify="left")
        for heading in ("assignment", "student"):
            table.add_column(heading)
        for heading in ("before", "after", "gain"):
            table.add_column(heading, justify="right")
        table.add_column("why", overflow="fold")
        for change in shown:
            table.add_row(*_change(change))
        console.print(table)
    suites = {
        f"{change.result.code} {change.before.engine.suite} → {change.after.engine.suite}"
        for change in changes
        if change.before
        and change.after
        and change.before.engine.suite != change.after.engine.suite
    }
    for suite in sorted(suites):
        console.print(f"Suite or reference changed: {suite}", highlight=False)
    counts = Counter(change.kind for change in changes)
    parts = [f"{counts[kind]} {said}" for kind, (_, said) in CHANGES.items() if counts[kind]]
    console.print(", ".join(parts) or "nothing to compare", highlight=False)


def _change(change: Change) -> Iterator[str]:
    yield change.result.code
    yield escape(change.result.student)
    for result in (change.before, change.after):
        yield result.score_text if result else "–"
    gain = f"{'+' if change.gain >= 0 else ''}{number(change.gain)}"
    yield f"[{CHANGES[change.kind][0]}]{gain if change.compared else change.kind}[/]"
    yield escape("; ".join((*map(str, change.tasks), *change.reasons)))
