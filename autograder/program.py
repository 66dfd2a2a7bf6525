"""``Program``: what a worker loads, how far it is kept from the rest, and what it may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from pydantic import Field

from autograder.records import Amount, Part, Whole, replaced


@dataclass(frozen=True)
class Cell:
    """Some Python source, magics already dropped."""

    source: str
    filename: str  # what a traceback of the student's should name, "a01_….py" or "notebook cell 7"
    first_line: int = 1  # the line of ``filename`` where the source starts


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
    """All that a worker loads."""

    module: str  # the name of the student's module
    cells: tuple[Cell, ...]  # its source, in order
    files: Mapping[str, bytes] = field(
        default_factory=dict
    )  # further ``.py`` files, by relative path
    earlier: Mapping[str, Earlier] = field(default_factory=dict)  # what can be imported, by module
    forbidden: tuple[str, ...] = ()  # dotted names replaced by raisers before the first cell runs
    # Whether a name whose definition failed can be used, and then says why it isn't there; else it is missing.
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


class TaskLimits(Part):
    """What a worker may use for one task."""

    cpu_seconds: Amount = 4
    """Processor time of all calls of a task, in seconds."""
    wall_seconds: Amount = 20
    """Time that all calls of a task may sleep or wait of their own accord, in seconds; a busy machine costs nothing."""
    answer_seconds: Amount = 20
    """Processor time of the grader for answering a task's calls to functions that it stands in for, in seconds."""
    memory_mib: Annotated[Whole, Field(ge=16)] = 512
    """Memory beyond the warm interpreter, in MiB."""
    output_kib: Annotated[Whole, Field(ge=1)] = 64
    """Printed text that is kept, in KiB; a flood of it ends the worker."""


class Limits(TaskLimits):
    """What a worker may use."""

    loading_seconds: Amount = 10
    """Processor time that a submission's top-level code may take, in seconds; none of it is taken off the tasks'."""

    def overridden(self, named: TaskLimits | None) -> Limits:
        """Return these limits with those that a task names, and none of its defaults, in their place."""
        if named is None:
            return self
        return replaced(self, **{name: getattr(named, name) for name in named.model_fields_set})
