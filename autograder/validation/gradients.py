"""Is every gradient compared with differences by a check that pays? Read from course.yml, lessons and suites."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.closure import closure
from autograder.course import Assignment, Task
from autograder.validation.problem import Problem

VERB = "expect_derivative"
# What a docstring says in its summary of a task that returns a gradient.
SPOKEN = re.compile(r"\b(gradients?(?! descent)|slopes?|derivatives?|chain rule)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Comparison:
    """A check that compares a task's gradient with differences, and whether it pays."""

    task: str
    pays: bool


def check_gradients(assignments: Sequence[Assignment]) -> Iterator[Problem]:
    """Yield the tasks whose gradients no paying check compares with differences, or of which course.yml doesn't say."""
    for assignment in assignments:
        found = comparisons(_tree(assignment.suite_file))
        summaries = _summaries(_tree(assignment.solution_file))
        for task in assignment.tasks:
            said = " ".join(summaries.get(function, "") for function in task.functions)
            for problem in _problems(task, [one for one in found if one.task == task.id], said):
                yield Problem(task.id, problem, task.id in assignment.drafts)


def _problems(task: Task, found: Sequence[Comparison], summary: str) -> Iterator[str]:
    pays = any(comparison.pays for comparison in found)
    if task.gradient and not pays:
        yield (
            f"returns a gradient, as course.yml says, and no check that pays calls {VERB}: "
            f"write one with @task, and give it the loss that is right (docs/authoring.md)"
        )
    if (pays and not task.gradient) or (found and task.gradient is None):
        yield f"has a check that calls {VERB}: say gradient: true of it in course.yml"
    elif task.gradient is None and (spoken := SPOKEN.search(summary)):
        yield (
            f'its docstring speaks of a "{spoken[0]}": say in course.yml whether it returns a gradient, '
            "gradient: true or gradient: false"
        )


def comparisons(tree: ast.Module) -> list[Comparison]:
    """Return a suite's checks that call the verb, themselves or through functions of the suite's."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    names = {name: tuple(_names(node)) for name, node in functions.items()}
    return [
        comparison
        for name, node in functions.items()
        if VERB in closure([name], lambda called: names.get(called, ()))
        for comparison in _marks(node)
    ]


def _names(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            yield node.id


def _marks(function: ast.FunctionDef) -> Iterator[Comparison]:
    """Return what a test's decorators say of it."""
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.args:
            conduct = any(
                keyword.arg == "conduct" and ast.unparse(keyword.value) != "False"
                for keyword in mark.keywords
            )
            if mark.func.id in ("task", "consistency") and isinstance(mark.args[0], ast.Constant):
                pays = mark.func.id == "task" and not conduct
                yield Comparison(str(mark.args[0].value), pays)


def _summaries(tree: ast.Module) -> Mapping[str, str]:
    """Return the first paragraph of the docstring of each function, and of each method under its class's name."""
    found: dict[str, str] = {}
    for node in tree.body:
        methods = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for each in methods:
            if isinstance(each, ast.FunctionDef):
                found[prefix + each.name] = (ast.get_docstring(each) or "").partition("\n\n")[0]
    return found


def _tree(file: Path) -> ast.Module:
    """Return a file's syntax tree; that it is missing or can't be read is said elsewhere."""
    try:
        return ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return ast.Module([], [])
