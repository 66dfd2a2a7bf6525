"""Loading a program: what is sent, and the time that it may take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.program import Cell, Limits, Program
from autograder.sandbox.events import LoadError, Loss, Place, Stopped, printable
from autograder.sandbox.inside import caps
from autograder.sandbox.timing import Clock, Overrun
from autograder.sandbox.transport import Transport, TransportFailed

# Statements that are cut while a program is loaded; and what one may take to let itself be cut.
MOST_CUT = 3
GRACE_SECONDS = 1.0


class Loading:
    """The time that loading a program may take: a statement that uses it up is cut, and the rest is read."""

    def __init__(self, transport: Transport, program: Program, limits: Limits) -> None:
        self._transport = transport
        self._program = program
        self._seconds = limits.loading_seconds
        self._waiting = min(limits.loading_seconds, limits.wall_seconds)
        self._interrupted: int | None = None
        self.cut: list[LoadError] = []
        self.clock = Clock(transport.meter, limits, self._expired)
        self.clock.allow(self._seconds, self._waiting)

    def place(self) -> Place | None:
        """Return the statement that is being run, or was when the worker was lost."""
        progress = self._transport.progress()
        if progress is None:
            return None
        number, cell, line = progress
        if not 0 <= cell < len(self._program.cells):
            return None
        return Place(number, self._program.cells[cell].filename, line)

    def _expired(self, overrun: Overrun) -> None:
        place = self.place()
        if self._interrupted is not None:
            if place is not None and place.number != self._interrupted:
                # It let itself be cut, and what comes after it has a time of its own.
                self._interrupted = None
                self.clock.allow(self._seconds, self._waiting)
                return
            self.cut.pop()
            raise TransportFailed(Loss.TIMED_OUT, overrun=Overrun(overrun.kind, self._seconds))
        if place is None or len(self.cut) == MOST_CUT or not self._transport.interrupt():
            raise TransportFailed(Loss.TIMED_OUT, overrun=overrun)
        self._interrupted = place.number
        self.cut.append(stopped_at(self._program, place, Loss.TIMED_OUT, overrun))
        self.clock.allow(GRACE_SECONDS, GRACE_SECONDS)


def stopped_at(program: Program, place: Place, loss: Loss, overrun: Overrun | None) -> LoadError:
    """Return what is told of a statement that was stopped."""
    source = printable((program.line(place.filename, place.line) or "").strip(), caps.LINE)
    stopped = Stopped(place.number, loss, overrun)
    return LoadError("Stopped", "", place.filename, place.line, source, stopped)


def loadable(program: Program, left_out: Sequence[int]) -> dict[str, Any]:
    """Return a program as its worker is sent it, with the numbers of the statements to be left out."""
    return {
        "module": program.module,
        "left_out": list(left_out),
        "cells": _cells(program.cells),
        "earlier": {
            module: {
                "cells": _cells(one.cells),
                "functions": list(one.functions),
                "classes": list(one.classes),
                "definitions_only": one.definitions_only,
            }
            for module, one in program.earlier.items()
        },
        "forbidden": list(program.forbidden),
        "explained": program.explained,
    }


def _cells(cells: Sequence[Cell]) -> list[list[Any]]:
    # As bytes, which travel outside the header and its cap.
    return [
        [cell.source.encode("utf-8", "surrogatepass"), cell.filename, cell.first_line]
        for cell in cells
    ]
