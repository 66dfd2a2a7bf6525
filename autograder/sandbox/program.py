"""``Program``: what a worker loads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """Some Python source, magics already dropped.

    Attributes
    ----------
    source
        The source.
    filename
        What a traceback of the student's should name, "a01_….py" or "notebook cell 7".
    first_line
        The line of ``filename`` where the source starts.
    """

    source: str
    filename: str
    first_line: int = 1


@dataclass(frozen=True)
class Program:
    """All that a worker loads.

    Attributes
    ----------
    module
        The name of the student's module.
    cells
        Its source, in order.
    files
        Further ``.py`` files of the submission, by relative path.
    sources
        Extra modules given as source: module name → text.
    stand_ins
        Module name → functions answered by a callback; "" replaces nothing.
    forbidden
        Dotted names replaced by raisers before the first cell runs.
    """

    module: str
    cells: tuple[Cell, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    stand_ins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()
