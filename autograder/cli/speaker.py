"""What ``autograder check`` says."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from autograder.cli.checking import Check, Checked, TaskChecks
from autograder.course import Assignment, Course
from autograder.grading.losses import load_failure, load_problem
from autograder.locale import sentence
from autograder.sandbox import LoadError, Loss
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
        title = self._assignment.title.in_(self._language)
        self._line(
            f"[bold]{self._assignment.code} · {escape(title)}[/]  [dim]{escape(submission.name)}[/]"
        )
        for note in submission.notes:
            self._line(f"[dim]{self._text(note)}[/]")
        kit = kit_note(self._course)
        if kit is not None:
            self._line(f"[yellow]{self._text(kit)}[/]")
        for module, why in own.unreadable.items():
            said = sentence("earlier_unreadable", module=module, why=why)
            self._line(f"[red]{self._text(said)}[/]")
        for note in notes:
            self._line(f"[yellow]{self._text(note)}[/]")

    def say(self, checked: Checked, own: OwnWork) -> int:
        """Say how it went; return the exit code: 0 when every check passed."""
        for problem in dict.fromkeys(checked.problems):
            self._problem(problem, own)
        if checked.lost is not None:
            self._line(f"[red]{self._text(self._why_lost(checked))}[/]")
            return 1
        for one in checked.tasks:
            self._task(one, checked)
        self._line("")
        return self._next(checked)

    def _problem(self, problem: LoadError, own: OwnWork) -> None:
        told = load_problem(problem)
        said = told.message if told.note is None else told.note.in_(self._language)
        place = sentence("place", filename=told.filename, line=told.line).in_(self._language)
        self._line(f"[red]{signs.sign(signs.FAILED)} {escape(printable(f'{place}: {said}'))}[/]")
        if told.source:
            self._line(f"    {escape(printable(told.source))}")
        for one in self._course.basis(self._assignment):
            absent = problem.type == "ModuleNotFoundError" and f"'{one.module}'" in problem.message
            if absent and one.module not in own.unreadable:
                self._advice(sentence("nowhere", module=one.module, folder=own.folder), "  ")

    def _why_lost(self, checked: Checked) -> Text:
        lost = checked.lost
        assert lost is not None, "asked where all was lost"
        if lost.loss is Loss.PROTOCOL:
            return sentence("our_fault", error=lost.detail or lost.loss.value)
        return load_failure(lost)[1]

    def _task(self, one: TaskChecks, checked: Checked) -> None:
        colour, letter = MARKS[one.verdict]
        title = escape(one.task.title.in_(self._language))
        self._line(
            f"[{colour}]{signs.sign(letter)}[/] [bold]{one.task.id}[/] {title} [dim]{one.task.function}[/]"
        )
        if one.verdict in OPEN:
            failure = next(check.failure for check in one.checks if check.failure is not None)
            self._line(f"    [dim]{self._text(failure.text('input'))}[/]")
            if one.advice is not None:
                self._advice(one.advice, "    ")
            return
        for check in one.checks:
            if check.failure is not None:
                self._failed(check)
        if one.advice is not None:
            self._advice(one.advice, "    ")
        first = [
            other.task.id
            for other in checked.tasks
            if other.task.id in one.task.needs and other.verdict is Verdict.FAILED
        ]
        if one.verdict is Verdict.FAILED and first:
            self._advice(sentence("needs_first", tasks=", ".join(first)), "    ")

    def _failed(self, check: Check) -> None:
        assert check.failure is not None, "it failed"
        title = escape(check.title.in_(self._language))
        self._line(f"    [red]{signs.sign(signs.FAILED)}[/] {title}")
        said = check.failure.text("input").in_(self._language)
        call = f"{check.call}: " if check.call else ""
        detail = f" ({check.detail})" if check.detail else ""
        self._line(f"      {escape(printable(f'{call}{said}{detail}'))}")
        if check.printed:
            self._line(f"      {self._text(sentence('printed'))}")
            for line in check.printed.split("\n"):
                self._line(f"        [dim]{escape(printable(line))}[/]")

    def _next(self, checked: Checked) -> int:
        passed = [one.task for one in checked.tasks if one.verdict is Verdict.PASSED]
        left = [one.task for one in checked.tasks if one.verdict is not Verdict.PASSED]
        count = len(checked.tasks)
        if not left:
            self._line(f"[green]{self._text(sentence('check_all', count=count))}[/]")
            return 0
        self._line(self._text(sentence("check_some", solved=len(passed), count=count)))
        first = left[0]
        self._line(self._text(sentence("check_next", task=first.id, function=first.function)))
        return 1

    def _advice(self, text: Text, indent: str) -> None:
        self._line(f"{indent}[yellow]{signs.sign(signs.NEXT)}[/] {self._text(text)}")

    def _text(self, text: Text) -> str:
        return escape(text.in_(self._language))

    def _line(self, markup: str) -> None:
        self._console.print(markup)
