"""What Jupyter understands and Python doesn't: magics, shell lines, help requests.

They are taken out so that every other line keeps its number. ``display(...)`` is left alone: it is
an ordinary call, for which the worker provides a function that does nothing.
"""

from __future__ import annotations

import ast
import re
from typing import TypeGuard

from autograder.submission.syntax import Brackets, parse

# Cell magics whose body runs as Python in the notebook's own namespace; the body of any other is
# dropped.
TRANSPARENT = frozenset({"time", "capture", "prun"})

CELL_MAGIC = re.compile(r"%%(?P<name>[^\W\d]\w*)?")
LINE = re.compile(
    r"""(?P<indent>[ \t]*)
    (?: [%!]                                          # %magic, !shell, !!shell
      | [^\W\d][\w.,\[\]\ \t*]* = [ \t]* [%!] (?!=)   # files = !ls
      | \?{1,2} \s* [\w.*%]+ \s* $                    # ?name
      | %{0,2} [\w.*\[\]]+ \?{1,2} \s* $              # name?
    )""",
    re.VERBOSE,
)


def drop_magics(source: str) -> str:
    """Return the source of a notebook cell as Python, with as many lines as it had.

    A line that only Jupyter understands becomes ``pass``, at its own indentation, for it may be all
    that a block holds. A cell that is not in Python, or whose magic runs it elsewhere (``%%bash``,
    ``%%timeit``), comes back blank. A cell that parses as it is keeps every line: ``%`` may well
    start one, inside of brackets or a string.
    """
    lines = source.split("\n")
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        magic = CELL_MAGIC.match(line)
        if magic is None:
            break
        if magic["name"] not in TRANSPARENT:
            return "\n" * (len(lines) - 1)
        lines[i] = ""
    source = "\n".join(lines)
    tree = parse(source)
    if tree is None:
        source = _drop_lines(lines)
        tree = parse(source)
    return source if tree is None else _drop_shell_calls(source, tree)


def _drop_lines(lines: list[str]) -> str:
    kept = list(lines)
    brackets = Brackets()
    i = 0
    while i < len(lines):
        found = LINE.match(lines[i]) if brackets.at_statement else None
        if found is None:
            brackets.feed(lines[i])
        else:
            kept[i] = found["indent"] + "pass"
            while lines[i].endswith("\\") and i + 1 < len(lines):
                i += 1
                kept[i] = ""
        i += 1
    return "\n".join(kept)


def _drop_shell_calls(source: str, tree: ast.Module) -> str:
    """Replace statements that call ``get_ipython()``: a notebook's export to a script has them."""
    if "get_ipython" not in source:
        return source
    lines = [line.encode() for line in source.split("\n")]  # columns are counted in bytes
    calls = [node for node in ast.walk(tree) if _is_shell_call(node)]
    # From the end, so that two on one line keep their columns.
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        lines[first] = before + b"pass" + after
        lines[first + 1 : last + 1] = [b""] * (last - first)
    return b"\n".join(lines).decode()


def _is_shell_call(node: ast.AST) -> TypeGuard[ast.Expr | ast.Assign]:
    """Say whether a statement's value is got from ``get_ipython()``."""
    if not isinstance(node, ast.Expr | ast.Assign):
        return False
    value: ast.expr = node.value
    while isinstance(value, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(value, ast.Call):
            if isinstance(value.func, ast.Name) and value.func.id == "get_ipython":
                return True
            value = value.func
        else:
            value = value.value
    return False
