"""Where a new piece goes in a file that somebody wrote: text is put in, and no other line of it changes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Any

import yaml

from autograder.course import Task
from autograder.errors import SourceError

CELL = r"# ?%%(?!%)"
EXPERIMENT = r"# ?%%.*experiment"
TWIN = r"<!--\s*cell\s*:"


def in_course(text: str, entry: str, code: str | None = None) -> str:
    """Put an entry into the text of ``course.yml``: a task at the end of an assignment's, or an assignment at the end.

    Raises
    ------
    SourceError
        Where the entries don't stand on lines of their own.
    """
    items = _value(yaml.compose(text, yaml.SafeLoader), "assignments")
    if code is not None:
        own = next(item for item in items.value if _value(item, "code").value == code)
        items = _value(own, "tasks")
    if items.flow_style:
        raise SourceError(
            f"course.yml:{items.start_mark.line + 1}: stands in brackets; put each entry on lines of its own first"
        )
    last = items.value[-1]
    indent = " " * (last.start_mark.column - len("- "))
    return _after(text, _last_line(last), textwrap.indent(entry, indent))


def _value(mapping: Any, key: str) -> Any:
    return next(value for name, value in mapping.value if name.value == key)


def _last_line(node: Any) -> int:
    """Return the number of the last line that a node stands on; a block's own end mark lies behind comments."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.line) + int(node.end_mark.column > 0)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(node, yaml.MappingNode) else last)


def in_lesson(text: str, cells: str, done: Sequence[Task]) -> str:
    """Put cells into a lesson behind those of the tasks it has; without one, before its experiments."""
    ids = "|".join(re.escape(task.id) for task in done)
    own = _lines(text, rf'# ?%%.*\btask="[^"]*({ids})\b') if done else []
    if own:
        return _before(text, cells, CELL, own[-1] + 1)
    return _before(text, cells, EXPERIMENT, 0)


def in_twins(text: str, twins: str, done: Sequence[Task]) -> str:
    """Put texts into a lesson's Korean twin behind the docstrings of the tasks it has, or at the end."""
    names = "|".join(re.escape(name) for task in done for name in task.functions)
    own = _lines(text, rf"<!--\s*docstring\s*:\s*({names})\s*-->")
    return _before(text, twins, TWIN, own[-1] + 1 if own else len(text))


def _lines(text: str, pattern: str) -> list[int]:
    """Return the numbers, from 0, of the lines that begin like a pattern."""
    return [number for number, line in enumerate(text.splitlines()) if re.match(pattern, line)]


def _before(text: str, piece: str, pattern: str, start: int) -> str:
    """Put a piece before the first line from some line on that begins like a pattern, or at the end."""
    for number in _lines(text, pattern):
        if number >= start:
            return _after(text, number, piece)
    return f"{text.rstrip()}\n\n\n{piece.rstrip()}\n"


def in_table(text: str, row: str, heading: str) -> str:
    """Put a row at the end of the first table below a heading; nothing is done where there is none."""
    lines = text.splitlines()
    if heading not in lines:
        return text
    below = range(lines.index(heading) + 1, len(lines))
    first = next((number for number in below if lines[number].startswith("|")), None)
    if first is None:
        return text
    end = first
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return _after(text, end, row)


def _after(text: str, number: int, piece: str) -> str:
    """Return a text with a piece behind some number of lines."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[:number])
    return before + ("" if before.endswith("\n") else "\n") + piece + "".join(lines[number:])
