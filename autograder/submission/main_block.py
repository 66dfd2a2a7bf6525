"""What stands under ``if __name__ == "__main__"``: it isn't run in grading, and a function may need it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.experiments import global_needs
from autograder.submission.messages import place
from autograder.submission.program_graph import is_main_guard
from autograder.submission.scopes import bound_names, statements
from autograder.submission.syntax import parse
from autograder.texts import Text


def needed_from_main(cells: Iterable[Cell]) -> tuple[Text, ...]:
    """Say which names functions use that are only set in a block that isn't run."""
    blocked: dict[str, Text] = {}
    top: list[ast.stmt] = []
    for cell in cells:
        tree = parse(cell.source)
        for outer in tree.body if tree is not None else ():
            if not is_main_guard(outer):
                top.append(outer)
                continue
            for node in statements([outer]):
                where = place(cell.filename, cell.first_line - 1 + node.lineno)
                for name in bound_names(node):
                    blocked.setdefault(name, where)
    if not blocked:
        return ()
    bound = {name for outer in top for one in statements([outer]) for name in bound_names(one)}
    needed = frozenset().union(*map(global_needs, top)) - bound
    return tuple(
        sentence("needed_from_main", name=name, place=where)
        for name, where in blocked.items()
        if name in needed
    )
