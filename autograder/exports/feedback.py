"""What a student is told, as plain text for platforms that show no pages."""

from __future__ import annotations

from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import Result, TaskResult
from autograder.texts import Language

MAX_CHECKS = 6


def task_lines(task: TaskResult, language: Language) -> list[str]:
    """Return what a task's result says: causes, findings, the checks that failed, notes."""
    lines = [f"{cause.title.in_(language)}. {cause.hint.in_(language)}" for cause in task.causes]
    if len(lines) > 1:
        lines.insert(0, sentence("page_several_causes").in_(language))
    if task.pattern is not None:
        lines.append(task.pattern.in_(language))
    lines += [finding.in_(language) for finding in task.findings]
    failed = [check for check in task.checks if not check.passed]
    for check in failed[:MAX_CHECKS]:
        call = f"{check.call}: " if check.call else ""
        why = f" {call}{check.message.in_(language)}" if check.message else ""
        lines.append(f"✗ {check.title.in_(language)}.{why}")
    if len(failed) > MAX_CHECKS:
        lines.append("…")
    return [*lines, *(note.in_(language) for note in task.notes)]


def result_lines(result: Result, language: Language) -> list[str]:
    """Return what a result says as a whole: why it couldn't be graded, what lateness cost, notes."""
    lines = [result.message.in_(language)] if result.message else []
    for problem in result.load_problems:
        place = f"{problem.filename}:{problem.line}" if problem.line else problem.filename
        lines.append(f"{place}: {problem.message}")
    if penalty := penalty_line(result, language):
        lines.append(penalty)
    return [*lines, *(note.in_(language) for note in result.notes)]


def penalty_line(result: Result, language: Language) -> str:
    """Return ``88 earned − 10 for lateness = 78 points``; empty where nothing was taken off."""
    if not result.penalty:
        return ""
    values = {
        "raw": number(result.raw_score),
        "penalty": number(result.penalty),
        "score": number(result.score),
    }
    return sentence("page_penalty_line", **values).in_(language)


def summary(result: Result, language: Language) -> list[str]:
    """Return a result in a few lines: as a whole, then a line for each task and its cause."""
    lines = result_lines(result, language)
    if result.message is not None:
        return lines
    for task in result.tasks:
        causes = "; ".join(cause.title.in_(language) for cause in task.causes)
        line = f"{task.task} {task.function}: {number(task.earned)}/{number(task.points)}"
        lines.append(f"{line} ({causes})" if causes else line)
    return lines
