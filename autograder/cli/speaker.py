"""What ``autograder check`` says."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from autograder.checkrun import Check, Checked, TaskChecks
from autograder.course import Assignment, Course
from autograder.grading.losses import load_failure, load_problem
from autograder.locale import sentence
from autograder.sandbox import LoadError, Loss, WorkerLost
from autograder.student import signs
from autograder.student.own import OwnWork
from autograder.student.public import kit_note
from autograder.student.reasons import Verdict
from autograder.submission import Submission
from autograder.texts import Language, Text, printable

MARKS = {
    Verdict.PASSED: ("green", signs.PASSED),
    Verdict.FAILED: ("red", signs.FAILED),
    Verdict.NOT_DEFINED: ("yellow", signs.OPEN),
    Verdict.NOT_WRITTEN: ("dim", signs.OPEN),
    Verdict.WAITING: ("yellow", signs.OPEN),
}
# Of these there is one thing to say, whatever number of checks a task has.
OPEN = (Verdict.NOT_DEFINED, Verdict.NOT_WRITTEN, Verdict.WAITING)


class Speaker:
    """Says how the checks went, and what to do next.

    Parameters
    ----------
    course, assignment
        What was checked.
    language
        The language to speak.
    """

    def __init__(self, course: Course, assignment: Assignment, language: Language) -> None:
        self._course = course
        self._assignment = assignment
        self._language = language
        # Never wrapped or cut: the terminal does that, and what is searched for or copied stays whole.
        self._console = Console(highlight=False, soft_wrap=True)

    def begin(self, submission: Submission, own: OwnWork, notes: Sequence[Text] = ()) -> None:
        """Say what is checked, and what should be known beforehand."""
        title = escape(self._assignment.title.in_(self._language))
        name = escape(submission.name)
        self._console.print(f"[bold]{self._assignment.code} · {title}[/]  [dim]{name}[/]")
        for note in submission.notes:
            self._line(note, "dim")
        kit = kit_note(self._course)
        if kit is not None:
            self._line(kit, "yellow")
        for module, why in own.unreadable.items():
            self._line(sentence("earlier_unreadable", module=module, why=why), "red")
        for note in notes:
            self._line(note, "yellow")

    def say(self, checked: Checked, own: OwnWork) -> int:
        """Say how it went; return the exit code: 0 when every check passed."""
        for problem in dict.fromkeys(checked.problems):
            self._problem(problem, own)
        if checked.lost is not None:
            self._line(_why_lost(checked.lost), "red")
            return 1
        for task in checked.tasks:
            self._task(task, checked)
        self._console.print()
        return self._next(checked)

    def _problem(self, problem: LoadError, own: OwnWork) -> None:
        told = load_problem(problem)
        said = told.message if told.note is None else told.note.in_(self._language)
        place = sentence("place", filename=told.filename, line=told.line).in_(self._language)
        self._line(f"{signs.sign(signs.FAILED)} {place}: {said}", "red")
        if told.source:
            self._line(told.source, indent=4)
        for earlier in self._course.basis(self._assignment):
            module = earlier.module
            absent = problem.type == "ModuleNotFoundError" and f"'{module}'" in problem.message
            if absent and module not in own.unreadable:
                self._advice(sentence("nowhere", module=module, folder=own.folder), indent=2)

    def _task(self, checks: TaskChecks, checked: Checked) -> None:
        colour, letter = MARKS[checks.verdict]
        task, title = checks.task, escape(checks.task.title.in_(self._language))
        sign = signs.sign(letter)
        self._console.print(
            f"[{colour}]{sign}[/] [bold]{task.id}[/] {title} [dim]{task.function}[/]"
        )
        failed = [check for check in checks.checks if check.failure is not None]
        if checks.verdict in OPEN:
            self._line(_failure(failed[0]), "dim", indent=4)
        else:
            for check in failed:
                self._failed(check)
        if checks.advice is not None:
            self._advice(checks.advice)
        first = [
            other.task.id
            for other in checked.tasks
            if other.task.id in task.needs and other.verdict is Verdict.FAILED
        ]
        if checks.verdict is Verdict.FAILED and first:
            self._advice(sentence("needs_first", tasks=", ".join(first)))

    def _failed(self, check: Check) -> None:
        title = escape(check.title.in_(self._language))
        self._console.print(f"    [red]{signs.sign(signs.FAILED)}[/] {title}")
        call = f"{check.call}: " if check.call else ""
        detail = f" ({check.detail})" if check.detail else ""
        self._line(f"{call}{_failure(check).in_(self._language)}{detail}", indent=6)
        if check.printed:
            self._line(sentence("printed"), indent=6)
            for line in check.printed.split("\n"):
                self._line(line, "dim", indent=8)

    def _next(self, checked: Checked) -> int:
        left = [one.task for one in checked.tasks if one.verdict is not Verdict.PASSED]
        count = len(checked.tasks)
        if not left:
            self._line(sentence("check_all", count=count), "green")
            return 0
        self._line(sentence("check_some", solved=count - len(left), count=count))
        self._line(sentence("check_next", task=left[0].id, function=left[0].function))
        return 1

    def _advice(self, text: Text, indent: int = 4) -> None:
        said = escape(text.in_(self._language))
        self._console.print(f"{' ' * indent}[yellow]{signs.sign(signs.NEXT)}[/] {said}")

    def _line(self, text: Text | str, style: str = "none", indent: int = 0) -> None:
        """Print a line as it is: nothing in it is markup, or obeyed by a terminal."""
        said = text if isinstance(text, str) else text.in_(self._language)
        self._console.print(f"{' ' * indent}[{style}]{escape(printable(said))}[/]")


def _failure(check: Check) -> Text:
    assert check.failure is not None, "it failed"
    return check.failure.text("input")


def _why_lost(lost: WorkerLost) -> Text:
    if lost.loss is Loss.PROTOCOL:
        return sentence("our_fault", error=lost.detail or lost.loss.value)
    return load_failure(lost)[1]
