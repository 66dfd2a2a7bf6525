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
    """The lines between two marks, both included, counted as in the file."""

    first: int
    last: int
    indent: str  # the blanks before the first mark
    statements: tuple[ast.stmt, ...]  # what stands between them


@dataclass(frozen=True)
class Definition:
    """A function, a class or a method that a cell defines."""

    name: str
    node: Function | ast.ClassDef
    block: Block | None = None

    @property
    def line(self) -> int:
        """The line of the file that it starts in."""
        return self.node.lineno

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
    """A code cell taken apart; lines are those of the file, in its syntax tree as well."""

    cell: LessonCell
    tree: ast.Module
    # Functions and classes at its margin, and the methods of those classes as ``Class.method``.
    definitions: dict[str, Definition] = field(default_factory=dict)
    # Blocks that hold whole statements of the module or of a class, such as helpers: a stub has nothing of them.
    dropped: list[Block] = field(default_factory=list)
    # Line and message of what is wrong with its marks.
    problems: list[tuple[int, str]] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        """Every block, from top to bottom."""
        inside = [each.block for each in self.definitions.values() if each.block]
        return sorted([*inside, *self.dropped], key=lambda block: block.first)

    def open_definitions(self) -> Iterator[Definition]:
        """Yield the definitions that a student is given, apart from those in dropped blocks."""
        for definition in self.definitions.values():
            if not any(block.first < definition.line < block.last for block in self.dropped):
                yield definition


def read_code(cell: LessonCell) -> Code:
    """Take a code cell apart; what is wrong with its marks is noted, not raised."""
    tree = ast.increment_lineno(ast.parse(cell.source), cell.first_line - 1)
    code = Code(cell, tree)
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


def marks(source: str, first_line: int = 1) -> list[tuple[int, str]]:
    """Return line and text of every comment that is, or looks meant as, a solution mark."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [
        (first_line + token.start[0] - 1, token.string.strip())
        for token in tokens
        if token.type == tokenize.COMMENT and _LOOKS_LIKE_MARK.fullmatch(token.string.strip())
    ]


def looks_like_mark(line: str) -> bool:
    """Say whether a line of text is, or looks meant as, a solution mark."""
    return _LOOKS_LIKE_MARK.fullmatch(line.strip()) is not None


def _pairs(code: Code) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    begin = 0
    for line, text in marks(code.cell.source, code.cell.first_line):
        if text not in (BEGIN, END):
            code.problems.append((line, f'found "{text}"; write "{BEGIN}" or "{END}"'))
        elif text == BEGIN and begin:
            code.problems.append((line, f"{BEGIN} within a block; end the first one"))
        elif text == BEGIN:
            begin = line
        elif not begin:
            code.problems.append((line, f"{END} without a {BEGIN} above it"))
        else:
            pairs.append((begin, line))
            begin = 0
    if begin:
        code.problems.append((begin, f"{BEGIN} without an {END} below it"))
    return pairs


def _place(code: Code, first: int, last: int) -> None:
    """Find the scope that a block stands in, and note the block there, or what is wrong with it."""
    name, scope = _scope(code.tree, first)
    inside = tuple(node for node in scope.body if _first(node) > first and _last(node) < last)
    line, found = first, ""
    known = code.definitions.get(name)
    block = Block(first, last, _indent(code.cell.lines[first]), inside)
    if not inside:
        found = "nothing stands between the marks"
    elif not _encloses_whole(code, scope, block):
        found = "the marks must enclose whole statements, and stand as far in as they do"
    elif isinstance(scope, ast.ClassDef) and len(inside) == len(scope.body):
        found = "the marks leave nothing of the class"
    elif isinstance(scope, ast.Module | ast.ClassDef):
        code.dropped.append(block)
    elif known is None or known.node is not scope:
        found = "a solution stands in a function of the module or a method, not deeper"
    elif scope.body[-1] is not inside[-1]:
        line = _first(scope.body[-1])
        found = f"{name} goes on after {END}; its one solution block must be its last part"
    elif known.docstring is not None and known.docstring in inside:
        found = f"the docstring of {name} is within the marks"
    else:
        code.definitions[name] = Definition(name, known.node, block)
    if found:
        code.problems.append((line, found))


def _encloses_whole(code: Code, scope: Scope, block: Block) -> bool:
    """Say whether a block cuts no statement, holds nothing else, and stands as far in as its statements."""
    lines, edges = code.cell.lines, (block.first, block.last)
    cut = any(_first(node) < edge < _last(node) for node in scope.body for edge in edges)
    below = range(_last(block.statements[-1]) + 1, block.last)
    foreign = any(
        lines[line].strip() and not lines[line].lstrip().startswith("#") for line in below
    )
    indents = {block.indent, _indent(lines[block.last])}
    return not (cut or foreign) and indents == {" " * block.statements[0].col_offset}


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


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
