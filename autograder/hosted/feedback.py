"""Feedback as text: a task's result, and what concerns the whole submission, in Markdown or plain."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from autograder.locale import sentence
from autograder.result import CheckResult, Result, TaskResult
from autograder.texts import Language, Text, code_pieces

SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


class Markdown:
    """Text as Markdown; whatever a student's code has said stays text."""

    def text(self, value: str) -> str:
        """Return a text whose `backquoted` pieces are code, on one line."""
        return "".join(
            self.code(piece) if code else self._escaped(piece)
            for piece, code in code_pieces(" ".join(value.split()))
        )

    def code(self, value: str) -> str:
        """Return a piece of code, on one line."""
        line = " ".join(value.split())
        longest = max((len(run) for run in re.findall("`+", line)), default=0)
        fence = "`" * (longest + 1)
        space = " " if longest else ""
        return f"{fence}{space}{line}{space}{fence}" if line else ""

    def strong(self, value: str) -> str:
        """Return an emphasised text."""
        return f"**{self.text(value)}**"

    @staticmethod
    def _escaped(value: str) -> str:
        return SPECIAL.sub(r"\\\1", html.escape(value, quote=False))


class Plain(Markdown):
    """Text as it is, for a log."""

    def text(self, value: str) -> str:
        return " ".join(value.split())

    def code(self, value: str) -> str:
        return " ".join(value.split())

    def strong(self, value: str) -> str:
        return self.text(value)


MARKDOWN = Markdown()
PLAIN = Plain()


def task_name(task: TaskResult, language: Language) -> str:
    """Return what a task is called in a list of results."""
    return f"{task.task} {task.function}: {task.title.in_(language)}"


def task_feedback(task: TaskResult, language: Language, style: Markdown = MARKDOWN) -> str:
    """Return what a student reads about one task: how many checks passed, and what is to be known about the rest."""
    lines = list(_task_lines(task, language, style))
    count = len(task.checks)
    if count and not task.status.unwritten:
        passed = sum(check.passed for check in task.checks)
        code = "hosted_all_passed" if passed == count else "hosted_some_passed"
        lines = [sentence(code, passed=passed, count=count).in_(language), "", *lines]
    return "\n".join(lines).strip()


def general_feedback(result: Result, language: Language, style: Markdown = MARKDOWN) -> str:
    """Return what a student reads about the submission as a whole."""

    def lines() -> Iterator[str]:
        if result.message is not None:
            yield style.text(result.message.in_(language))
        for problem in result.load_problems:
            where = f"{problem.filename}:{problem.line}" if problem.line else problem.filename
            said = sentence("page_load_problem").in_(language)
            yield f"{style.text(said)} {style.code(where)} {style.text(problem.message)}"
            if problem.source:
                yield style.code(problem.source)
        for note in result.notes:
            yield style.text(note.in_(language))

    return "\n\n".join(lines())


def _task_lines(task: TaskResult, language: Language, style: Markdown) -> Iterator[str]:
    def text(value: Text) -> str:
        return style.text(value.in_(language))

    failed = [check for check in task.checks if not check.passed]
    if task.status.unwritten and failed and failed[0].message is not None:
        yield text(failed[0].message)
        return
    for finding in task.findings:
        yield f"- {text(finding)}"
    for cause in task.causes:
        yield f"- {style.strong(cause.title.in_(language) + '.')} {text(cause.hint)}"
    if task.pattern is not None:
        yield f"- {text(task.pattern)}"
    for check in failed:
        yield from _check_lines(check, language, style)
    for note in task.notes:
        yield f"- {text(note)}" if task.checks else text(note)


def _check_lines(check: CheckResult, language: Language, style: Markdown) -> Iterator[str]:
    yield f"- ✗ {style.text(check.title.in_(language))}"
    said = check.message.in_(language) if check.message is not None else ""
    call = style.code(check.call) if check.call else ""
    if said or call:
        yield "  " + " ".join(filter(None, (call, style.text(said))))
    if check.where:
        yield f"  {style.code(check.where)}"
