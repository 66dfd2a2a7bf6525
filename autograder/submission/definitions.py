"""What a submission defines, and how much of it is still to be written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.program import Cell
from autograder.submission.statements import Definition
from autograder.submission.syntax import parse

UNWRITTEN = "NotImplementedError"
UNWRITTEN_LINE = re.compile(rf"^\s*raise\s+{UNWRITTEN}\b", re.MULTILINE)


@dataclass(frozen=True)
class Definitions:
    """The functions and classes of a submission's top level.

    Attributes
    ----------
    code
        Name → the definition without its docstrings (which differ in the Korean release), equal for equal code.
    unwritten
        The names whose code still raises ``NotImplementedError``.
    stubs
        How many such statements there are in all, in source that doesn't parse too.
    """

    code: dict[str, str]
    unwritten: frozenset[str]
    stubs: int

    def left_to_write(self, release: Definitions | None) -> int:
        """Return how much is left to write: the release's functions, or else the stubs."""
        if release is None:
            return self.stubs
        return sum(name in self.unwritten or name not in self.code for name in release.code)


def definitions(cells: Iterable[Cell]) -> Definitions:
    """Return what cells define; where a name comes twice, the later one counts."""
    code: dict[str, str] = {}
    unwritten: set[str] = set()
    stubs = 0
    for cell in cells:
        tree = parse(cell.source)  # of its own: docstrings are taken out of it
        if tree is None:
            stubs += len(UNWRITTEN_LINE.findall(cell.source))
            continue
        stubs += _stubs(tree)
        for node in tree.body:
            if isinstance(node, Definition):
                (unwritten.add if _stubs(node) else unwritten.discard)(node.name)
                code[node.name] = _without_docstrings(node)
    return Definitions(code, frozenset(unwritten), stubs)


def _stubs(tree: ast.AST) -> int:
    """Count the statements that raise ``NotImplementedError``."""
    count = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            count += isinstance(error, ast.Name) and error.id == UNWRITTEN
    return count


def _without_docstrings(definition: Definition) -> str:
    """Return a definition as text, its docstrings taken out of the tree."""
    for node in ast.walk(definition):
        if isinstance(node, Definition) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:]
    try:
        return ast.dump(definition)
    except RecursionError:  # an expression nested a thousand deep; no release has one
        return f"{definition.name}, lines {definition.lineno} to {definition.end_lineno}"
