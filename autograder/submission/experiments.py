"""Experiment cells: what they try out isn't run, what they define still counts."""

from __future__ import annotations

import ast

from autograder.submission.syntax import parse

EXPERIMENT = "experiment"

KEPT = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def definitions_only(source: str) -> str:
    """Blank everything of an experiment but its functions, classes and imports, line by line.

    A student who writes a helper at the end of the file, below the last experiment, has written it
    into the experiment's cell. Where the cell doesn't parse, nothing of it is kept.
    """
    tree = parse(source)
    lines = source.split("\n")
    kept: set[int] = set()
    for node in tree.body if tree is not None else ():
        if isinstance(node, KEPT):
            first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
            kept.update(range(first, (node.end_lineno or first) + 1))
    return "\n".join(line if number in kept else "" for number, line in enumerate(lines, 1))
