"""Experiment cells: what they try out isn't run, what they define still counts.

A student who writes a helper, a constant or a lambda at the end of the file, below the last experiment, has written it
into the experiment's cell. Definitions, imports and values that nothing has to be computed for are kept, and so is
every statement that sets a name which a function needs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.program import Cell
from autograder.submission.statements import Definition, Imports, Statement, global_needs, top_level

MAX_DEPTH = 50  # of a value


@dataclass(frozen=True)
class Part:
    """Some source, and whether it is an experiment."""

    source: str
    experiment: bool = False


def without_experiments(parts: Sequence[Part]) -> list[str]:
    """Return each part's source; of an experiment what is kept, every line at its number.

    Where an experiment doesn't parse, nothing of it is kept.
    """
    if not any(part.experiment for part in parts):
        return [part.source for part in parts]
    cells = [Cell(part.source, "") for part in parts]
    kept: list[Statement] = []
    left: list[Statement] = []
    for part, cell in zip(parts, cells, strict=True):
        for statement in top_level([cell]):
            (kept if not part.experiment or _is_plain(statement.node) else left).append(statement)
    kept = _with_needed(kept, left)
    return [
        _only(cell, kept) if part.experiment else part.source
        for part, cell in zip(parts, cells, strict=True)
    ]


def _only(cell: Cell, kept: Iterable[Statement]) -> str:
    """Return a cell's source, of which nothing is left but what is kept."""
    lines = {line for statement in kept if statement.cell is cell for line in statement.lines}
    numbered = enumerate(cell.source.split("\n"), 1)
    return "\n".join(line if number in lines else "" for number, line in numbered)


def _with_needed(kept: list[Statement], left: list[Statement]) -> list[Statement]:
    """Return what is kept, and with it the statements that set what a kept function needs."""
    bound = {name for statement in kept for name in statement.names}
    needed = {name for statement in kept for name in global_needs(statement.node)} - bound
    while more := [statement for statement in left if statement.names & needed]:
        left = [statement for statement in left if statement not in more]
        kept = [*kept, *more]
        bound |= {name for statement in more for name in statement.names}
        needed |= {
            name for statement in more for name in global_needs(statement.node, at_once=True)
        }
        needed -= bound
    return kept


def _is_plain(node: ast.stmt) -> bool:
    """Say whether a statement of an experiment defines something, and computes nothing for it."""
    if isinstance(node, Definition | Imports):
        return True
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(target, ast.Name) for target in targets) and _is_constant(node.value)


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
    return all(_is_constant(part, depth + 1) for part in inner)
