"""What a code cell defines, and which of its lines are solutions."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from autograder.release.lesson import LessonCell

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"

# What looks meant as a mark, so that a slip in its spelling can't let a solution through.
_LOOKS_LIKE_MARK = re.compile(r"#+\s*(begin|end)[\s_-]*solutions?\b.*", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = ast.Module | ast.ClassDef | Function


@dataclass(frozen=True)
class Block:
    """The lines between two marks, both included, counted from 1 within the cell.

    Attributes
    ----------
    first, last
        The lines of the two marks.
    indent
        The blanks before them.
    statements
        What stands between them.
    """

    first: int
    last: int
    indent: str
    statements: tuple[ast.stmt, ...]


@dataclass(frozen=True)
class Definition:
    """A function, a class or a method that a cell defines."""

    name: str
    node: Function | ast.ClassDef
    block: Block | None = None

    @property
    def docstring(self) -> ast.Expr | None:
        """The statement that is its docstring."""
        first = self.node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            return first if isinstance(first.value.value, str) else None
        return None

    @property
    def is_class(self) -> bool:
        """Whether it is a class."""
        return isinstance(self.node, ast.ClassDef)


@dataclass
class Code:
    """A code cell taken apart.

    Attributes
    ----------
    cell
        The cell.
    tree
        Its syntax tree.
    definitions
        Functions and classes at its margin, and the methods of those classes as
        ``Class.method``.
    dropped
        Blocks that hold whole statements of the module or of a class, such as helpers: nothing is
        left of them in a stub.
    problems
        Line in the file and message of what is wrong with its marks.
    """

    cell: LessonCell
    tree: ast.Module
    definitions: dict[str, Definition] = field(default_factory=dict)
    dropped: list[Block] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """Every block, from top to bottom."""
        inside = [each.block for each in self.definitions.values() if each.block]
        return sorted([*inside, *self.dropped], key=lambda block: block.first)

    def line(self, within: int) -> int:
        """Return the line of the file for a line of the cell."""
        return self.cell.first_line + within - 1

    def open_definitions(self) -> Iterator[Definition]:
        """Yield the definitions that a student is given, apart from those in dropped blocks."""
        for definition in self.definitions.values():
            line = definition.node.lineno
            if not any(block.first < line < block.last for block in self.dropped):
                yield definition


def read_code(cell: LessonCell) -> Code:
    """Take a code cell apart; what is wrong with its marks is noted, not raised."""
    code = Code(cell, ast.parse(cell.source))
    for node in code.tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            code.definitions[node.name] = Definition(node.name, node)
            if isinstance(node, ast.ClassDef):
                for method in node.body:
                    if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
                        name = f"{node.name}.{method.name}"
                        code.definitions[name] = Definition(name, method)
    for first, last in _pairs(code):
        _place(code, first, last)
    return code


def marks(source: str) -> list[tuple[int, str]]:
    """Return line and text of every comment that is, or looks meant as, a solution mark."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [
        (token.start[0], token.string.strip())
        for token in tokens
        if token.type == tokenize.COMMENT and _LOOKS_LIKE_MARK.fullmatch(token.string.strip())
    ]


def looks_like_mark(line: str) -> bool:
    """Say whether a line of text is, or looks meant as, a solution mark."""
    return _LOOKS_LIKE_MARK.fullmatch(line.strip()) is not None


def _pairs(code: Code) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    begin = 0
    for line, text in marks(code.cell.source):
        if text not in (BEGIN, END):
            code.problems.append((code.line(line), f'found "{text}"; write "{BEGIN}" or "{END}"'))
        elif text == BEGIN and begin:
            code.problems.append((code.line(line), f"{BEGIN} within a block; end the first one"))
        elif text == BEGIN:
            begin = line
        elif not begin:
            code.problems.append((code.line(line), f"{END} without a {BEGIN} above it"))
        else:
            pairs.append((begin, line))
            begin = 0
    if begin:
        code.problems.append((code.line(begin), f"{BEGIN} without an {END} below it"))
    return pairs


def _place(code: Code, first: int, last: int) -> None:
    """Find the scope that a block stands in, and note the block there."""
    name, scope = _scope(code.tree, first)
    lines = code.cell.source.splitlines()
    indent, indent_below = (
        line[: len(line) - len(line.lstrip())] for line in (lines[first - 1], lines[last - 1])
    )
    inside = tuple(node for node in scope.body if _first(node) > first and _last(node) < last)
    block = Block(first, last, indent, inside)
    if not inside:
        code.problems.append((code.line(first), "nothing stands between the marks"))
        return
    cut = any(_first(node) < edge < _last(node) for node in scope.body for edge in (first, last))
    foreign = any(
        line.strip() and not line.lstrip().startswith("#")
        for line in lines[_last(inside[-1]) : last - 1]
    )
    if cut or foreign or indent != indent_below or len(indent) != inside[0].col_offset:
        found = "the marks must enclose whole statements, and stand as far in as they do"
        code.problems.append((code.line(first), found))
        return
    if isinstance(scope, ast.Module | ast.ClassDef):
        if isinstance(scope, ast.ClassDef) and len(inside) == len(scope.body):
            code.problems.append((code.line(first), "the marks leave nothing of the class"))
            return
        code.dropped.append(block)
        return
    known = code.definitions.get(name)
    if known is None or known.node is not scope:
        found = "a solution stands in a function of the module or a method, not deeper"
        code.problems.append((code.line(first), found))
    elif scope.body[-1] is not inside[-1]:
        found = f"{name} goes on after {END}; its one solution block must be its last part"
        code.problems.append((code.line(_first(scope.body[-1])), found))
    elif known.docstring is not None and known.docstring in inside:
        code.problems.append((code.line(first), f"the docstring of {name} is within the marks"))
    else:
        code.definitions[name] = Definition(name, known.node, block)


def _scope(tree: ast.Module, line: int) -> tuple[str, Scope]:
    """Return the innermost module, class or function around a line, and its dotted name."""
    name, scope = "", cast(Scope, tree)
    while True:
        inner = [each for each in _definitions_in(scope.body) if _first(each) < line <= _last(each)]
        if not inner:
            return name, scope
        scope = inner[0]
        name = f"{name}.{scope.name}" if name else scope.name


def _definitions_in(body: Sequence[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node
        else:
            for name in ("body", "orelse", "finalbody"):
                yield from _definitions_in(getattr(node, name, []))


def _first(node: ast.stmt) -> int:
    """Return the first line of a statement, decorators included."""
    decorators = getattr(node, "decorator_list", [])
    return min(node.lineno, *(int(each.lineno) for each in decorators), node.lineno)


def _last(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
