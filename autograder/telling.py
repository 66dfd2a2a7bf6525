"""What a result says to whom it is about, told once: pages, logs, comments and other systems differ in form alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import Result, TaskResult
from autograder.texts import Language, code_pieces

SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


@dataclass(frozen=True)
class Remark:
    """One thing that is said, in one language; what a student's code has said of itself stands in it as text.

    ``lead`` comes first, then ``code``, a call or a place, then ``text``; below it ``source``, a line of the student's
    own, or several causes of which one fits.
    """

    kind: Literal["fault", "cause", "note", "check"]
    text: str
    lead: str = ""
    code: str = ""
    source: str = ""
    among: tuple[Remark, ...] = ()


def about_result(result: Result, language: Language) -> Iterator[Remark]:
    """Yield what is said of a submission as a whole."""
    if result.message is not None:
        yield Remark("fault", result.message.in_(language))
    if result.penalty:
        yield Remark("cause", penalty_line(result, language))
    for problem in result.load_problems:
        yield Remark(
            "fault",
            problem.note.in_(language) if problem.note else problem.message,
            lead=sentence("page_load_problem").in_(language),
            code=f"{problem.filename}:{problem.line}" if problem.line else problem.filename,
            source=problem.source,
        )
    for note in result.notes:
        yield Remark("note", note.in_(language))


def about_task(task: TaskResult, language: Language) -> Iterator[Remark]:
    """Yield what is said of a task beside its checks: findings, causes, patterns, notes."""
    for finding in task.findings:
        yield Remark("fault", finding.in_(language))
    causes = tuple(
        Remark("cause", cause.hint.in_(language), lead=f"{cause.title.in_(language)}.")
        for cause in task.causes
    )
    if len(causes) > 1:
        yield Remark("cause", sentence("page_several_causes").in_(language), among=causes)
    else:
        yield from causes
    if task.pattern is not None:
        yield Remark("cause", task.pattern.in_(language))
    for note in task.notes:
        yield Remark("note", note.in_(language))


def about_checks(task: TaskResult, language: Language) -> Iterator[Remark]:
    """Yield the checks that failed; of a task that isn't written, why there was nothing to check."""
    for check in task.checks:
        if check.passed:
            continue
        said = check.message.in_(language) if check.message else ""
        if task.status.unwritten and said:
            yield Remark("note", said)
            return
        title = f"✗ {check.title.in_(language)}."
        yield Remark("check", said, title, check.call or "", check.where or "")


class Plain:
    """Remarks as plain text, for logs and for platforms that show no more."""

    bullet = ""

    def text(self, value: str) -> str:
        """Return a text whose `backquoted` pieces are code, on one line."""
        return " ".join(value.split())

    def code(self, value: str) -> str:
        """Return a piece of code, on one line."""
        return " ".join(value.split())

    def strong(self, value: str) -> str:
        """Return an emphasised text."""
        return self.text(value)

    def line(self, remark: Remark) -> str:
        """Return what a remark says, without what stands below it."""
        lead = (self.strong if remark.kind == "cause" else self.text)(remark.lead)
        code = self.code(remark.code) + (":" if remark.code and remark.text else "")
        return " ".join(filter(None, (lead, code, self.text(remark.text))))

    def block(self, remark: Remark) -> str:
        """Return a remark, and below it its source or causes."""
        below = [f"- {self.line(cause)}" for cause in remark.among]
        below += [self.code(remark.source)] if remark.source else []
        return "\n  ".join([self.line(remark), *below])


class Markdown(Plain):
    """Remarks as Markdown."""

    bullet = "- "

    def text(self, value: str) -> str:
        return "".join(
            self.code(piece) if code else SPECIAL.sub(r"\\\1", html.escape(piece, quote=False))
            for piece, code in code_pieces(super().text(value))
        )

    def code(self, value: str) -> str:
        line = super().code(value)
        longest = max((len(run) for run in re.findall("`+", line)), default=0)
        fence = "`" * (longest + 1)
        space = " " if longest else ""
        return f"{fence}{space}{line}{space}{fence}" if line else ""

    def strong(self, value: str) -> str:
        return f"**{self.text(value)}**" if value else ""


MARKDOWN = Markdown()
PLAIN = Plain()


def general_feedback(result: Result, language: Language, style: Plain = MARKDOWN) -> str:
    """Return what a student reads of a submission as a whole."""
    return "\n\n".join(style.block(remark) for remark in about_result(result, language))


def task_feedback(task: TaskResult, language: Language, style: Plain = MARKDOWN) -> str:
    """Return what a student reads about one task: how many checks passed, and what is to be known about the rest."""
    remarks = [*about_task(task, language), *about_checks(task, language)]
    head = []
    if count := 0 if task.status.unwritten else len(task.checks):
        passed = sum(check.passed for check in task.checks)
        code = "hosted_all_passed" if passed == count else "hosted_some_passed"
        head = [sentence(code, passed=passed, count=count).in_(language), ""]
    bullet = style.bullet if head or len(remarks) > 1 else ""
    return "\n".join([*head, *(bullet + style.block(remark) for remark in remarks)]).strip()


def task_name(task: TaskResult, language: Language) -> str:
    """Return what a task is called in a list of results."""
    return f"{task.task} {task.function}: {task.title.in_(language)}"


def task_line(task: TaskResult, language: Language) -> str:
    """Return ``A01.4 gradient: 8 / 18, partly``."""
    earned = f"{number(task.earned)} / {number(task.points)}"
    return f"{task.task} {task.function}: {earned}, {task.status.text.in_(language)}"


def penalty_line(result: Result, language: Language) -> str:
    """Return ``88 earned − 10 for lateness = 78 points``; empty where nothing was taken off."""
    if not result.penalty:
        return ""
    names = ("raw_score", "penalty", "score")
    raw, penalty, score = (number(getattr(result, name)) for name in names)
    return sentence("page_penalty_line", raw=raw, penalty=penalty, score=score).in_(language)


def log_rows(result: Result) -> list[str]:
    """Return a table of a result for a log; no line of it starts with what a student wrote."""
    total = log_sum(result.score, result.max_score, result.status)
    return [*map(log_row, result.tasks), total]


def log_row(task: TaskResult) -> str:
    """Return a task's row of a table in a log."""
    return f"{task.task:<7} {task.function:<28} {_points(task.earned, task.points)} {task.status}"


def log_sum(earned: float, points: float, said: str) -> str:
    """Return the row of the sum, below those of the tasks."""
    return f"{'':<36} {_points(earned, points)} {said}"


def _points(earned: float, points: float) -> str:
    return f"{number(earned):>6} / {number(points):<4}"
