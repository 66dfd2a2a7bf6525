"""Functions whose name was given to a value afterwards: ``gradient = gradient(x, y, w, b)`` in a last cell.

Such a function is graded as it was when it was defined. Its definition is read once more, after everything else, so
that what stands between sees the value, as it did where it was written. A name that was given to another function
(``predict = np.vectorize(predict)``) is left alone, and so is every name of whose value nothing can be read off the
source.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.messages import place
from autograder.submission.program_graph import is_main_guard
from autograder.submission.scopes import Functions, bound_names, statements, stored_names
from autograder.submission.syntax import parse
from autograder.texts import Text

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
# Packages whose functions return values; of the names below, functions.
OF_VALUES = ("numpy", "math", "random", "statistics")
OF_FUNCTIONS = frozenset({"vectorize", "frompyfunc", "poly1d", "Random"})
MAX_DEPTH = 50


class Kind(Enum):
    """What an expression gives."""

    VALUE = "value"  # nothing that can be called, nor anything in it
    BOX = "box"  # nothing that can be called, but what is in it may be
    FUNCTION = "function"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Binding:
    """A statement that binds a name, and where it stands."""

    cell: Cell
    node: ast.stmt
    kind: Kind

    @property
    def first(self) -> int:
        """The first line of it, that of a decorator where it has one, in its cell's source."""
        decorators: list[ast.expr] = getattr(self.node, "decorator_list", [])
        return min([self.node.lineno, *(one.lineno for one in decorators)])

    @property
    def line(self) -> int:
        """The line of the file where it stands."""
        return self.cell.first_line - 1 + self.node.lineno

    @property
    def source(self) -> str:
        """Its lines."""
        lines = self.cell.source.split("\n")
        return "\n".join(lines[self.first - 1 : self.node.end_lineno])

    def again(self) -> Cell:
        """Return it as a cell of its own, every line at its number."""
        return Cell(self.source, self.cell.filename, self.cell.first_line - 1 + self.first)


def restored(
    cells: Sequence[Cell], names: Collection[str]
) -> tuple[tuple[Cell, ...], tuple[Text, ...]]:
    """Return cells that end with the definitions of overwritten names, and what to say of them.

    Parameters
    ----------
    cells
        The submission's source.
    names
        The functions and classes that it was asked for.
    """
    values = _Values(frozenset(names))
    for cell in cells:
        tree = parse(cell.source)
        for node in tree.body if tree is not None else ():
            if not is_main_guard(node):
                values.take(cell, node)
    more: list[Cell] = []
    notes: list[Text] = []
    for name in sorted(names):
        found = values.bindings.get(name, [])
        last = max(
            (i for i, one in enumerate(found) if isinstance(one.node, Definition)), default=None
        )
        if last is None or found[-1].kind not in (Kind.VALUE, Kind.BOX):
            continue
        kept = [found[last], *(one for one in found[last + 1 :] if one.kind is Kind.FUNCTION)]
        lost = next(one for one in found[last:] if one.kind in (Kind.VALUE, Kind.BOX))
        more += (one.again() for one in kept)
        text = lost.source.strip().split("\n")[0]
        where, origin = (place(one.cell.filename, one.line) for one in (lost, found[last]))
        notes.append(sentence("overwritten", name=name, place=where, statement=text, origin=origin))
    return (*cells, *more), tuple(notes)


@dataclass
class _Values:
    """What the names of the top level are bound to, statement by statement."""

    asked: frozenset[str]
    kinds: dict[str, Kind] = field(default_factory=dict)
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)

    def take(self, cell: Cell, outer: ast.stmt) -> None:
        """Take in a statement of the top level, and those inside of it."""
        for node in statements([outer]):
            for name, kind in list(self._bound(node)):
                self.kinds[name] = kind
                self.bindings.setdefault(name, []).append(Binding(cell, node, kind))
                self.definitions.pop(name, None)
                if isinstance(node, Definition) and node is outer:
                    self.definitions[name] = node

    def _bound(self, node: ast.stmt) -> Iterator[tuple[str, Kind]]:
        """Yield the names that a statement binds, each with what it is bound to."""
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, Kind.FUNCTION
            case ast.Import() | ast.ImportFrom():
                yield from self._imported(node)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from self._assigned(target, value)
            case ast.AnnAssign(target=target, value=value) if value is not None:
                yield from self._assigned(target, value)
            case ast.AnnAssign() | ast.AugAssign():
                return
            case ast.For(target=target, iter=iterable) | ast.AsyncFor(target=target, iter=iterable):
                kind = _inside(self._kind(iterable))
                yield from ((name, kind) for name in stored_names(target))
            case _:
                yield from ((name, Kind.UNKNOWN) for name in bound_names(node))

    def _imported(self, node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, Kind]]:
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            base = f"{node.module}." if isinstance(node, ast.ImportFrom) and node.module else ""
            self.modules[name] = f"{base}{alias.name if alias.asname or base else name}"
            yield name, Kind.UNKNOWN

    def _assigned(self, target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Kind]]:
        if isinstance(target, ast.Name):
            wraps = any(
                isinstance(one, ast.Name) and one.id == target.id for one in _arguments(value)
            )
            yield target.id, Kind.UNKNOWN if wraps else self._kind(value)
        elif isinstance(target, ast.Tuple | ast.List):
            pairs = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts)
            for place_, one in enumerate(target.elts):
                if pairs:
                    yield from self._assigned(one, value.elts[place_])  # type: ignore[attr-defined]
                else:
                    kind = _inside(self._kind(value))
                    yield from ((name, kind) for name in stored_names(one))

    def _kind(self, node: ast.expr, depth: int = 0) -> Kind:
        if depth > MAX_DEPTH:
            return Kind.UNKNOWN
        deeper = depth + 1
        match node:
            case ast.Constant() | ast.JoinedStr() | ast.Compare() | ast.BinOp() | ast.UnaryOp():
                return Kind.VALUE
            case ast.Lambda():
                return Kind.FUNCTION
            case ast.Name():
                return self.kinds.get(node.id, Kind.UNKNOWN)
            case ast.List() | ast.Tuple() | ast.Set():
                return self._box(node.elts, deeper)
            case ast.Dict():
                return self._box(node.values, deeper)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return self._box([node.elt], deeper)
            case ast.Subscript() | ast.Starred() | ast.NamedExpr() | ast.Await():
                kind = self._kind(node.value, deeper)
                return _inside(kind) if isinstance(node, ast.Subscript) else kind
            case ast.IfExp():
                return _both(self._kind(node.body, deeper), self._kind(node.orelse, deeper))
            case ast.Call():
                return self._called(node, deeper)
        return Kind.UNKNOWN

    def _box(self, elements: Sequence[ast.expr], depth: int) -> Kind:
        every = all(self._kind(one, depth) is Kind.VALUE for one in elements[:100])
        return Kind.VALUE if every else Kind.BOX

    def _called(self, node: ast.Call, depth: int) -> Kind:
        function = node.func
        if isinstance(function, ast.Attribute):
            if self._kind(function.value, depth) is Kind.VALUE:
                return Kind.VALUE  # a method of an array, a number, a text
            return self._library(_dotted(function))
        if not isinstance(function, ast.Name):
            return Kind.UNKNOWN
        definition = self.definitions.get(function.id)
        if isinstance(definition, ast.ClassDef):
            calls = any(
                isinstance(one, Functions) and one.name == "__call__" for one in definition.body
            )
            return Kind.UNKNOWN if calls or definition.bases else Kind.VALUE
        if definition is not None:
            return Kind.UNKNOWN if _returns_function(definition) else Kind.VALUE
        if function.id not in self.kinds and hasattr(builtins, function.id):
            return self._box(node.args, depth) if node.args else Kind.VALUE
        return self._library(function.id)

    def _library(self, dotted: str) -> Kind:
        first, _, rest = dotted.partition(".")
        name = ".".join(filter(None, (self.modules.get(first, ""), rest)))
        of_values = (
            name.partition(".")[0] in OF_VALUES and name.rpartition(".")[2] not in OF_FUNCTIONS
        )
        return Kind.VALUE if of_values and first in self.modules else Kind.UNKNOWN


def _dotted(node: ast.expr) -> str:
    """Return the dotted name that an expression is written as; empty where it isn't one."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def _inside(kind: Kind) -> Kind:
    """Return what is in something of a kind."""
    return Kind.VALUE if kind is Kind.VALUE else Kind.UNKNOWN


def _both(one: Kind, other: Kind) -> Kind:
    return one if one is other else Kind.UNKNOWN


def _arguments(value: ast.expr) -> Iterator[ast.expr]:
    for node in ast.walk(value):
        if isinstance(node, ast.Call):
            yield from node.args
            yield from (one.value for one in node.keywords)


def _returns_function(definition: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Say whether a function returns one that it makes."""
    inner = {one.name for one in statements(definition.body) if isinstance(one, Definition)}
    for one in statements(definition.body):
        if isinstance(one, ast.Return):
            value = one.value
            if isinstance(value, ast.Lambda | ast.Call):
                # Of a call, "partial(f, 1)", only where it is given a function.
                given = value.args if isinstance(value, ast.Call) else ()
                named = {arg.id for arg in given if isinstance(arg, ast.Name)}
                if isinstance(value, ast.Lambda) or named & inner:
                    return True
            elif isinstance(value, ast.Name) and value.id in inner:
                return True
    return False
