"""The statements of a program, where they stand and what they bind: the one walk over its source.

What a name stands for is another question, see ``scopes.py``.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from autograder.program import Cell
from autograder.submission.messages import place
from autograder.submission.syntax import parse
from autograder.texts import Text

Functions = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Functions | ast.ClassDef
Imports = ast.Import | ast.ImportFrom
Comprehensions = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
BUILTINS = frozenset(dir(builtins))

_trees: WeakKeyDictionary[Cell, ast.Module | None] = WeakKeyDictionary()


def tree_of(cell: Cell) -> ast.Module | None:
    """Return the syntax tree of a cell, to be read only: it is kept as long as the cell is. None where it has none."""
    if cell not in _trees:
        _trees[cell] = parse(cell.source)
    return _trees[cell]


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement, and the cell it stands in."""

    node: ast.stmt
    cell: Cell

    @property
    def lines(self) -> range:
        """The numbers of its lines in its cell's source, those of its decorators included."""
        decorators: list[ast.expr] = getattr(self.node, "decorator_list", [])
        first = min([self.node.lineno, *(decorator.lineno for decorator in decorators)])
        return range(first, (self.node.end_lineno or first) + 1)

    @property
    def source(self) -> str:
        """Its lines."""
        return "\n".join(self.cell.source.split("\n")[self.lines.start - 1 : self.lines.stop - 1])

    @property
    def alone(self) -> Cell:
        """It as a cell of its own, every line at its number."""
        first = self.cell.first_line - 1 + self.lines.start
        return Cell(self.source, self.cell.filename, first)

    @property
    def line(self) -> int:
        """The line of the file where it stands."""
        return self.cell.first_line - 1 + self.node.lineno

    @property
    def place(self) -> Text:
        """Where it stands, in words."""
        return place(self.cell.filename, self.line)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that it and the statements inside of it bind."""
        return frozenset(name for node in statements([self.node]) for name in bound_names(node))

    @property
    def inner(self) -> Iterator[Statement]:
        """Itself and the statements inside of it, those of definitions not."""
        return (Statement(node, self.cell) for node in statements([self.node]))

    @property
    def under_main(self) -> bool:
        """Whether it is ``if __name__ == "__main__":``, without an else, which is never run in grading."""
        if not isinstance(self.node, ast.If) or self.node.orelse:
            return False
        test = self.node.test
        if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Eq):
            return False
        sides = (test.left, *test.comparators)
        names = {side.id for side in sides if isinstance(side, ast.Name)}
        values = {side.value for side in sides if isinstance(side, ast.Constant)}
        return len(sides) == 2 and names == {"__name__"} and values == {"__main__"}


def top_level(cells: Iterable[Cell]) -> Iterator[Statement]:
    """Yield the statements of the top level, of the cells that can be parsed."""
    for cell in cells:
        tree = tree_of(cell)
        for node in tree.body if tree is not None else ():
            yield Statement(node, cell)


def statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements in order, those inside of if, for, try and with too, of definitions not."""
    waiting = list(body)[::-1]
    while waiting:
        statement = waiting.pop()
        yield statement
        if isinstance(statement, Definition):
            continue
        inner: list[ast.stmt] = []
        for part in ("body", "handlers", "orelse", "finalbody", "cases"):
            for child in getattr(statement, part, ()):
                inner += [child] if isinstance(child, ast.stmt) else child.body
        waiting += inner[::-1]


def bound_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement itself binds, not those of the statements inside of it."""
    if isinstance(statement, Definition):
        yield statement.name
        return
    if isinstance(statement, Imports):
        for alias in statement.names:
            yield alias.asname or alias.name.partition(".")[0]
        return
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node.id
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name
        own = ast.stmt | ast.Lambda | Comprehensions  # they bind for themselves
        waiting += (child for child in ast.iter_child_nodes(node) if not isinstance(child, own))


def stored_names(node: ast.AST) -> Iterator[str]:
    """Yield the names that a target binds."""
    return (inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))


def global_needs(node: ast.stmt, *, at_once: bool = False) -> frozenset[str]:
    """Return the global names that a statement's functions and classes use, built-in ones not among them.

    With ``at_once`` those count, too, that the statement of the top level uses as soon as it is run.
    """
    try:
        table = symtable.symtable(ast.unparse(node), "statement", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    return frozenset(_globals(table, at_once)) - BUILTINS


def _globals(table: symtable.SymbolTable, counts: bool) -> Iterator[str]:
    at_top = table.get_type() == "module"
    for symbol in table.get_symbols():
        if counts and symbol.is_referenced() and (at_top or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals(child, True)
