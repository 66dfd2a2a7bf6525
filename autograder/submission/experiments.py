"""Experiment cells: what they try out isn't run, what they define still counts.

A student who writes a helper, a constant or a lambda at the end of the file, below the last experiment, has written it
into the experiment's cell. Definitions, imports and values that nothing has to be computed for are kept, and so is
every statement that sets a name which a function needs.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.submission.scopes import bound_names, statements
from autograder.submission.syntax import parse

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
KEPT = (*DEFINITIONS, ast.Import, ast.ImportFrom)
BUILTINS = frozenset(dir(builtins))
MAX_DEPTH = 50  # of a value


@dataclass(frozen=True)
class Part:
    """Some source, and whether it is an experiment."""

    source: str
    experiment: bool = False


@dataclass(frozen=True)
class Statement:
    """A statement of the top level: its lines, from 1 to the last, what it binds and what it needs to do so."""

    part: int
    node: ast.stmt
    kept: bool

    @property
    def lines(self) -> range:
        """The numbers of its lines, those of its decorators included."""
        decorators = getattr(self.node, "decorator_list", ())
        first = min([self.node.lineno, *(one.lineno for one in decorators)])
        return range(first, (self.node.end_lineno or first) + 1)

    @property
    def binds(self) -> frozenset[str]:
        """The names that it binds."""
        return frozenset(name for one in statements([self.node]) for name in bound_names(one))


def without_experiments(parts: Sequence[Part]) -> list[str]:
    """Return each part's source; of an experiment what is kept, every line at its number.

    Where an experiment doesn't parse, nothing of it is kept.
    """
    if not any(part.experiment for part in parts):
        return [part.source for part in parts]
    trees = [parse(part.source) for part in parts]
    found = [
        Statement(place, node, not part.experiment or _is_plain(node))
        for place, (part, tree) in enumerate(zip(parts, trees, strict=True))
        for node in (tree.body if tree is not None else ())
    ]
    kept = _with_needed(found)
    sources: list[str] = []
    for place, part in enumerate(parts):
        if part.experiment:
            lines = {line for one in kept if one.part == place for line in one.lines}
            numbered = enumerate(part.source.split("\n"), 1)
            sources.append("\n".join(line if number in lines else "" for number, line in numbered))
        else:
            sources.append(part.source)
    return sources


def global_needs(node: ast.stmt, *, at_once: bool = False) -> frozenset[str]:
    """Return the global names that a statement's functions and classes use, built-in ones not among them.

    Parameters
    ----------
    node
        A statement of the top level.
    at_once
        Whether the names count, too, that the statement uses as soon as it is run.
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


def _with_needed(found: Iterable[Statement]) -> list[Statement]:
    """Return what is kept, and with it the statements that set what a kept function needs."""
    kept = [one for one in found if one.kept]
    left = [one for one in found if not one.kept]
    bound = {name for one in kept for name in one.binds}
    needed = {name for one in kept for name in global_needs(one.node)} - bound
    while needed:
        more = [one for one in left if one.binds & needed]
        if not more:
            break
        left = [one for one in left if one not in more]
        kept += more
        bound |= {name for one in more for name in one.binds}
        needed |= {name for one in more for name in global_needs(one.node, at_once=True)}
        needed -= bound
    return kept


def _is_plain(node: ast.stmt) -> bool:
    """Say whether a statement of an experiment defines something, and computes nothing for it."""
    if isinstance(node, KEPT):
        return True
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(one, ast.Name) for one in targets) and _is_constant(node.value)


def _is_constant(node: ast.expr | None, depth: int = 0) -> bool:
    """Say whether an expression is a lambda, or made of literals alone."""
    if depth > MAX_DEPTH:
        return False
    inner: list[ast.expr | None]
    match node:
        case ast.Lambda() | ast.Constant():
            return True
        case ast.UnaryOp(operand=operand):
            inner = [operand]
        case ast.BinOp(left=left, right=right):
            # A power or a product of numbers may be larger than the memory.
            small = not isinstance(node.op, ast.Pow | ast.LShift | ast.Mult)
            inner = [left, right] if small else [None]
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            inner = list(elements)
        case ast.Dict(keys=keys, values=values):
            inner = [*keys, *values]
        case _:
            return False
    return all(_is_constant(one, depth + 1) for one in inner)
