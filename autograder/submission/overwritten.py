"""Functions whose name was given to a value afterwards: ``gradient = gradient(x, y, w, b)`` in a last cell.

Such a function is graded as it was when it was defined. Its definition is read once more, after everything else, so
that what stands between sees the value, as it did where it was written. A name that was given to another function
(``predict = np.vectorize(predict)``) is left alone, and so is every name of whose value nothing can be read off the
source.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.scopes import NOTHING, Scope, resolve
from autograder.submission.statements import (
    Definition,
    Functions,
    Imports,
    Statement,
    bound_names,
    statements,
    stored_names,
    top_level,
)
from autograder.texts import Text, shown

# Packages whose functions return values; of the names below, functions.
OF_VALUES = ("numpy", "math", "random", "statistics")
OF_FUNCTIONS = frozenset({"vectorize", "frompyfunc", "poly1d", "Random"})
MAX_DEPTH = 50


class Kind(Enum):
    """What an expression gives."""

    VALUE = "nothing that can be called, nor anything in it"
    BOX = "nothing that can be called, but what is in it may be"
    FUNCTION = "a function"
    UNKNOWN = "unknown"


LOST = (Kind.VALUE, Kind.BOX)  # a function whose name is given to one of these


def restored(
    cells: Sequence[Cell], names: Collection[str]
) -> tuple[tuple[Cell, ...], tuple[Text, ...]]:
    """Return cells that end with the definitions of overwritten names, and what to say of them.

    Only the functions and classes count that the submission was asked for, ``names``.
    """
    values = _Values()
    for outer in top_level(cells):
        if not outer.under_main:
            values.take(outer)
    more: list[Cell] = []
    notes: list[Text] = []
    for name in sorted(names):
        found = values.bindings.get(name, [])
        defined = [i for i, (one, _) in enumerate(found) if isinstance(one.node, Definition)]
        if not defined or found[-1][1] not in LOST:
            continue
        (last, _), *later = found[defined[-1] :]
        more += [last.alone, *(one.alone for one, kind in later if kind is Kind.FUNCTION)]
        lost = next(one for one, kind in later if kind in LOST)
        said = {"place": lost.place, "statement": shown(lost.source.strip().split("\n")[0], 200)}
        notes.append(sentence("overwritten", name=name, origin=last.place, **said))
    return (*cells, *more), tuple(notes)


@dataclass
class _Values:
    """What the names of the top level are bound to, statement by statement."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    bindings: dict[str, list[tuple[Statement, Kind]]] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    imported: Scope = field(default_factory=Scope)

    def take(self, outer: Statement) -> None:
        """Take in a statement of the top level, and those inside of it."""
        for statement in outer.inner:
            node = statement.node
            for name, kind in list(self._bound(node)):
                self.kinds[name] = kind
                self.bindings.setdefault(name, []).append((statement, kind))
                self.definitions.pop(name, None)
                self.imported.bind(name, NOTHING)
                if isinstance(node, Definition) and node is outer.node:
                    self.definitions[name] = node
            if isinstance(node, Imports):
                self.imported.bind_import(node)

    def _bound(self, node: ast.stmt) -> Iterator[tuple[str, Kind]]:
        """Yield the names that a statement binds, each with what it is bound to."""
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, Kind.FUNCTION
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from self._assigned(target, value)
            case ast.AnnAssign(target=target, value=value) if value is not None:
                yield from self._assigned(target, value)
            case ast.AnnAssign() | ast.AugAssign():
                return
            case ast.For(target=target, iter=iterable) | ast.AsyncFor(target=target, iter=iterable):
                yield from self._unpacked(target, iterable)
            case _:
                yield from ((name, Kind.UNKNOWN) for name in bound_names(node))

    def _assigned(self, target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Kind]]:
        if isinstance(target, ast.Name):
            yield target.id, Kind.UNKNOWN if _is_given(target.id, value) else self._kind(value)
        elif isinstance(target, ast.Tuple | ast.List):
            if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
                for one, its in zip(target.elts, value.elts, strict=True):
                    yield from self._assigned(one, its)
            else:
                yield from self._unpacked(target, value)

    def _unpacked(self, target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Kind]]:
        kind = _inside(self._kind(value))
        yield from ((name, kind) for name in stored_names(target))

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
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                return self._box(elements, deeper)
            case ast.Dict():
                return self._box(node.values, deeper)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return self._box([node.elt], deeper)
            case ast.Subscript():
                return _inside(self._kind(node.value, deeper))
            case ast.Starred() | ast.NamedExpr() | ast.Await():
                return self._kind(node.value, deeper)
            case ast.IfExp():
                kind = self._kind(node.body, deeper)
                return kind if kind is self._kind(node.orelse, deeper) else Kind.UNKNOWN
            case ast.Call():
                return self._called(node, deeper)
        return Kind.UNKNOWN

    def _box(self, elements: Sequence[ast.expr], depth: int) -> Kind:
        every = all(self._kind(element, depth) is Kind.VALUE for element in elements[:100])
        return Kind.VALUE if every else Kind.BOX

    def _called(self, node: ast.Call, depth: int) -> Kind:
        function = node.func
        if isinstance(function, ast.Attribute) and self._kind(function.value, depth) is Kind.VALUE:
            return Kind.VALUE  # a method of an array, a number, a text
        if isinstance(function, ast.Name) and function.id in self.definitions:
            return Kind.UNKNOWN if _gives_function(self.definitions[function.id]) else Kind.VALUE
        names = resolve(function, self.imported)
        if any(name.startswith("builtins.") for name in names):
            return self._box(node.args, depth) if isinstance(function, ast.Name) else Kind.UNKNOWN
        return Kind.VALUE if names and all(map(_gives_values, names)) else Kind.UNKNOWN


def _inside(kind: Kind) -> Kind:
    """Return what is in something of a kind."""
    return Kind.VALUE if kind is Kind.VALUE else Kind.UNKNOWN


def _gives_values(name: str) -> bool:
    """Say whether a function of a package, by its dotted name, returns values."""
    return name.partition(".")[0] in OF_VALUES and name.rpartition(".")[2] not in OF_FUNCTIONS


def _is_given(name: str, value: ast.expr) -> bool:
    """Say whether a name stands among the arguments of a call in an expression."""
    calls = (node for node in ast.walk(value) if isinstance(node, ast.Call))
    given = (
        argument
        for node in calls
        for argument in (*node.args, *(key.value for key in node.keywords))
    )
    return any(isinstance(argument, ast.Name) and argument.id == name for argument in given)


def _gives_function(definition: Definition) -> bool:
    """Say whether a function may return one that it makes, or a class make objects that can be called."""
    if isinstance(definition, ast.ClassDef):
        methods = (method.name for method in definition.body if isinstance(method, Functions))
        return bool(definition.bases) or "__call__" in methods
    every = list(statements(definition.body))
    inner = {statement.name for statement in every if isinstance(statement, Definition)}
    for value in (node.value for node in every if isinstance(node, ast.Return)):
        if isinstance(value, ast.Lambda):
            return True
        # Of a call, "partial(f, 1)", only where it is given a function.
        named = value.args if isinstance(value, ast.Call) else [value]
        if any(isinstance(node, ast.Name) and node.id in inner for node in named):
            return True
    return False
