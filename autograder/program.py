"""``Program``: what a worker loads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


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
class Earlier:
    """What a program can import of one earlier module: the only place where that is said.

    Attributes
    ----------
    cells
        Source that runs in the worker when the module is first imported, statement by statement; what it defines takes
        the place of the functions and classes below. What a failed statement would have defined can be imported, and
        says why it isn't there when it is used.
    functions
        Functions answered by a callback.
    classes
        Classes that can be imported, and raise when they are used: nothing can stand in for one.
    definitions_only
        Whether statements that define nothing are passed over, as in a notebook of one's own.
    """

    cells: tuple[Cell, ...] = ()
    functions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    definitions_only: bool = False


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
    earlier
        What can be imported of earlier modules, by module name.
    forbidden
        Dotted names replaced by raisers before the first cell runs.
    explained
        Whether a name whose definition failed can be used, and then says why it isn't there; otherwise it is missing.
    """

    module: str
    cells: tuple[Cell, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()
    explained: bool = False

    @property
    def answered(self) -> frozenset[tuple[str, str]]:
        """The functions of earlier modules that a callback answers, as (module, name)."""
        return frozenset(
            (module, name) for module, earlier in self.earlier.items() for name in earlier.functions
        )

    def line(self, filename: str, number: int) -> str | None:
        """Return a line of the program by its place; None where it has no such line."""
        sources = [
            (cell.source, cell.first_line) for cell in self.cells if cell.filename == filename
        ]
        if filename in self.files:
            sources.append((self.files[filename].decode("utf-8", "replace"), 1))
        for source, first_line in sources:
            lines = source.split("\n")
            if 0 <= number - first_line < len(lines):
                return lines[number - first_line]
        return None


class Level(Enum):
    """How far a worker is kept from everything else, strongest first."""

    NAMESPACES = "namespaces"
    LANDLOCK = "landlock"
    RLIMITS = "rlimits"
    SUBPROCESS = "subprocess"

    @property
    def strength(self) -> int:
        """Its place on the ladder, from 0."""
        return -list(Level).index(self)

    def __ge__(self, other: Level) -> bool:
        return self.strength >= other.strength

    def __gt__(self, other: Level) -> bool:
        return self.strength > other.strength


@dataclass(frozen=True)
class Limits:
    """What a worker may use.

    Attributes
    ----------
    cpu_seconds
        Processor time of all its calls together.
    wall_seconds
        Time that it may sleep or wait of its own accord, in all its calls together.
    memory_mib
        Memory beyond the warm interpreter, in MiB.
    output_kib
        Printed text that is kept, in KiB; a flood of it ends the worker.
    loading_seconds
        Processor time that loading its program may take, and time that this may wait: on top of the above.
    answer_seconds
        Processor time of our side for answering its calls of functions that were handed to it.
    """

    cpu_seconds: float = 4.0
    wall_seconds: float = 20.0
    memory_mib: int = 512
    output_kib: int = 64
    loading_seconds: float = 10.0
    answer_seconds: float = 20.0
