"""References that stand in for a prerequisite, so that one early mistake is paid for once.

A stand-in runs in a worker of its own: no reference code enters the student's worker, and nothing that a student
chose runs in the trusted process. Its exceptions reach the student as a type only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from autograder.course import Course
from autograder.grading.programs import reference_program
from autograder.records import replaced
from autograder.sandbox import Cell, Limits, Sandbox, Worker
from autograder.sandbox.inside import wire

# A method answers for an object that holds what the student's holds.
METHODS = Cell(
    """
def called_on(kind, state, method, args, kwargs):
    one = kind.__new__(kind)
    vars(one).update(state)
    return getattr(one, method)(*args, **kwargs)
""",
    "methods.py",
)


class StandInRefused(Exception):
    """A function was asked for that may not stand in here."""


class StandIns:
    """Answers calls to reference functions from workers that have loaded nothing else.

    Parameters
    ----------
    sandbox, course
        Where the workers live, and whose references they load.
    allowed
        The ``(module, function)`` pairs that may be called.
    """

    def __init__(
        self, sandbox: Sandbox, course: Course, allowed: Collection[tuple[str, str]], limits: Limits
    ) -> None:
        self._sandbox = sandbox
        self._course = course
        self._allowed = frozenset(allowed)
        # Whoever asks pays, and has so much to pay with.
        self._limits = replaced(limits, cpu_seconds=limits.answer_seconds)
        self._workers: dict[str, Worker] = {}
        self._ended_seconds = 0.0

    @property
    def cpu_seconds(self) -> float:
        """The processor time that answering has taken so far, in seconds."""
        return self._ended_seconds + sum(one.cpu_seconds for one in self._workers.values())

    def __call__(
        self, module: str, function: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Any:
        """Answer one call.

        Raises
        ------
        StandInRefused
            For a function that isn't allowed.
        """
        if (module, function) not in self._allowed:
            raise StandInRefused(f"{module}.{function}")
        worker = self._workers.get(module)
        if worker is None or worker.lost is not None:
            self._ended_seconds += 0.0 if worker is None else worker.cpu_seconds
            program = reference_program(self._course, self._course.assignment(module))
            program = replace(program, cells=(*program.cells, METHODS))
            worker = self._workers[module] = self._sandbox.spawn(program, self._limits)
        owner, _, method = function.rpartition(".")
        if owner:
            state, *rest = args
            kind = getattr(worker.module, owner)
            return worker.module.called_on(kind, state, method, rest, kwargs)
        remote = getattr(worker.module, function)
        drawn = wire.generators(args, kwargs)
        if not drawn:
            return remote(*args, **kwargs)
        # What was drawn is drawn: without this, a generator would give the same numbers call after call.
        value, (args, kwargs) = worker.call(remote, args, kwargs, echo=True)
        wire.draw_on(drawn, wire.generators(args, kwargs))
        return value

    def function(self, module: str, name: str) -> Callable[..., Any]:
        """Return one function, to be handed to a worker in place of the student's own."""
        return lambda *args, **kwargs: self(module, name, args, kwargs)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers.values():
            worker.close()
        self._workers.clear()
