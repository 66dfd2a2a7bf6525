"""Variants of the reference: ``misconceptions.py`` and ``alternatives.py`` beside a suite."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.course import Assignment
from autograder.errors import SourceError
from autograder.grading.reference import read_source, reference_source
from autograder.texts import Text

Kind = Literal["misconception", "paraphrase", "alternative"]


@dataclass(frozen=True)
class Variant:
    """One variant: a function or class that takes the place of its namesake in the reference."""

    kind: Kind
    task: str
    name: str
    source: str
    line: int
    title: Text | None = None
    hint: Text | None = None

    def module_source(self, assignment: Assignment) -> str:
        """Return the reference module's text with the variant in its place."""
        return reference_source(assignment, self.source)


def read_variants(
    assignment: Assignment, kind: Kind, file: Path | None = None
) -> tuple[Variant, ...]:
    """Read an assignment's variants of one kind, in the order of the file; none where there is no file.

    ``file`` is the one beside its suite, unless it is given.

    Raises
    ------
    SourceError
        Where the file breaks the rules: what, and in which line.
    """
    file = file or assignment.suite_dir / f"{kind}s.py"
    if not file.is_file():
        return ()
    text = read_source(file)
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise SourceError(f"{file}:{error.lineno}: {error.msg}") from None
    variants = []
    seen: dict[tuple[str, str], int] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
            variant = _read_variant(file, text, node, kind, assignment)
            if variant is None:
                continue
            key = (variant.task, variant.name)
            if key in seen:
                raise SourceError(
                    f"{file}:{node.lineno}: {variant.task} already has a variant named "
                    f'"{variant.name}" in line {seen[key]}; give each a name of its own'
                )
            seen[key] = node.lineno
            variants.append(variant)
    return tuple(variants)


def _read_variant(
    file: Path,
    text: str,
    node: ast.FunctionDef | ast.ClassDef,
    kind: Kind,
    assignment: Assignment,
) -> Variant | None:
    """Read one variant; None where nobody asks for it: its task is a draft."""
    where = f"{file}:{node.lineno}"
    call = node.decorator_list[0]
    if (
        len(node.decorator_list) != 1
        or not isinstance(call, ast.Call)
        or not isinstance(call.func, ast.Name)
        or call.func.id != kind
    ):
        raise SourceError(
            f"{where}: {node.name} should be decorated by @{kind}(…) and nothing else"
        )
    try:
        arguments = [ast.literal_eval(argument) for argument in call.args]
        keywords = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
        task_id, name = arguments
    except ValueError:
        raise SourceError(
            f"{where}: @{kind} takes a task's id and a name, written out as literals"
        ) from None
    task = next((task for task in assignment.tasks if task.id == task_id), None)
    # Paraphrases are no part of a course, whose author may have dropped the task.
    if task_id in assignment.left_out or (task is None and kind == "paraphrase"):
        return None
    if task is None:
        raise SourceError(f"{where}: {assignment.code} has no task {task_id!r}")
    if node.name not in {function.partition(".")[0] for function in task.functions}:
        raise SourceError(
            f"{where}: a variant of {task_id} should define {task.name}, and defines {node.name}"
        )
    texts: dict[str, Text] = {}
    if kind == "misconception":
        try:
            (title_en, hint_en), (title_ko, hint_ko) = keywords["en"], keywords["ko"]
            texts = {"title": Text(en=title_en, ko=title_ko), "hint": Text(en=hint_en, ko=hint_ko)}
        except (KeyError, ValueError, TypeError):
            raise SourceError(
                f"{where}: a misconception needs en=(title, hint) and ko=(title, hint), none blank"
            ) from None
    lines = text.splitlines(keepends=True)
    source = "".join(lines[node.lineno - 1 : node.end_lineno])
    return Variant(kind, task_id, name, source, node.lineno, **texts)
