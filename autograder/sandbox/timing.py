"""Whose time it was: what a worker used, as the kernel counts it, and when it has had enough.

A worker is charged for the processor time that it uses, and for the time that it sleeps or waits of its own accord.
Time in which it could have run and didn't get a processor is the machine's; time in which the grader was busy, the
grader's.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.program import Limits

# The grader looks up from waiting so often, in seconds.
SLICE = 0.1
# Reading the kernel's accounts costs some 40 µs: not for each of a thousand quick calls.
BETWEEN_READINGS = 0.05
# Where nobody can tell waiting from being kept waiting, the limit is generous.
WALL_FACTOR = 10
# A process that has closed its channel ends within so many seconds of its own, or lives on.
DYING_SECONDS = 2.0


@dataclass(frozen=True)
class Overrun:
    """What ran out, and how many seconds there were: ``cpu``, ``waiting``; ``wall`` where these can't be told apart."""

    kind: str
    seconds: float


@dataclass(frozen=True)
class Used:
    """Seconds of processor time that a process has used, and seconds that it was runnable and got no processor."""

    cpu: float
    queued: float


class Meter:
    """Reads the kernel's accounts of a process, where its number is known and this system keeps any."""

    def __init__(self, pid: int | None) -> None:
        self._pid = pid if sys.platform == "linux" else None
        self._last = Used(0.0, 0.0)
        if self._pid is not None:
            # The processor clock of another process, as clock_getcpuclockid(3) makes it.
            self._clock = (~self._pid << 3) | 2
            self._tasks = Path(f"/proc/{self._pid}/task")
            if self.read() is None:
                self._pid = None

    @property
    def works(self) -> bool:
        """Tell whether the accounts can be read."""
        return self._pid is not None

    def cpu(self) -> float:
        """Return the processor time used so far, in seconds; the last that is known where the process is gone."""
        if self._pid is None:
            return 0.0
        try:
            return time.clock_gettime(self._clock)
        except OSError:
            return self._last.cpu

    def runnable(self) -> bool:
        """Tell whether any of its threads is running, or would if it got a processor."""
        return "R" in self._states()

    def ended(self) -> bool:
        """Tell whether it is gone, or a zombie: what it said last may still be on its way."""
        return self._pid is not None and set(self._states()) <= {"Z", "X", ""}

    def _states(self) -> list[str]:
        if self._pid is None:
            return []
        try:
            return [_state(self._tasks / name) for name in os.listdir(self._tasks)]
        except OSError:
            return []

    def read(self) -> Used | None:
        """Return what the process has used; what was last known where it is gone; None where nobody knows."""
        if self._pid is None:
            return None
        try:
            queued = _queued_in(self._tasks)
            self._last = Used(time.clock_gettime(self._clock), max(queued, self._last.queued))
        except (OSError, ValueError, IndexError):
            return self._last if self._last.cpu else None
        return self._last


def _state(task: Path) -> str:
    try:
        # Behind the name, which may hold anything.
        return (task / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
    except (OSError, IndexError):  # a thread that has ended since
        return ""


def _queued(task: Path) -> float:
    try:
        return int((task / "schedstat").read_text().split()[1]) / 1e9
    except FileNotFoundError:  # a thread that has ended since
        if not task.exists():
            return 0.0
        raise


def _queued_in(tasks: Path) -> float:
    """Return the seconds that a process was runnable and got no processor, in all of its threads."""
    return sum(_queued(tasks / name) for name in os.listdir(tasks))


def _queued_here() -> float:
    try:
        return _queued_in(Path("/proc/self/task"))
    except (OSError, ValueError, IndexError):
        return 0.0


class Clock:
    """Counts what a worker may still use.

    ``expired`` is called, in the middle of a wait, with what has run out; it raises, or grants more.
    """

    def __init__(self, meter: Meter, limits: Limits, expired: Callable[[Overrun], None]) -> None:
        self._meter = meter
        self._expired = expired
        self._known, self._ours = Used(0.0, 0.0), 0.0  # read when something is granted
        self._since = self._waited = 0.0  # since the last reading, and before it
        self.allow(limits.cpu_seconds, limits.wall_seconds)

    def allow(self, cpu: float, waiting: float) -> None:
        """Grant so many seconds of each, from now on."""
        self._look()
        self._base, self._our_base, self._waited = self._known, self._ours, 0.0
        self._cpu_limit, self._wait_limit = cpu, waiting

    def waited(self, seconds: float) -> None:
        """Note that the grader has waited for the worker; at most a slice of it is the worker's."""
        self._since += min(seconds, SLICE)
        if self._since > BETWEEN_READINGS:
            self._look()

    def check(self) -> None:
        """Say so where something has run out."""
        overrun = self._overrun()
        if overrun is not None:
            self._expired(overrun)

    def _look(self) -> None:
        self._known = self._meter.read() or self._known
        self._ours = _queued_here()
        self._waited += self._since
        self._since = 0.0

    def _overrun(self) -> Overrun | None:
        if not self._meter.works:
            limit = WALL_FACTOR * self._cpu_limit
            return Overrun("wall", limit) if self._waited > limit else None
        cpu = self._known.cpu - self._base.cpu
        if cpu > self._cpu_limit:
            return Overrun("cpu", self._cpu_limit)
        if self._slept() <= self._wait_limit or self._meter.runnable():
            return None
        # The kernel adds what was spent in the queue when that is over: before it was seen not to be runnable, but
        # maybe after the accounts were read. So they are read again.
        self._look()
        slept = self._slept()
        most = self._wait_limit * (WALL_FACTOR if self._meter.ended() else 1)
        return Overrun("waiting", self._wait_limit) if slept > most else None

    def _slept(self) -> float:
        """Return the seconds that it has slept or waited of its own accord, over the whole time."""
        # While the grader itself was in the queue, an answer may have lain there.
        queued = self._known.queued - self._base.queued + self._ours - self._our_base
        return self._waited - (self._known.cpu - self._base.cpu) - queued


def outlives(meter: Meter, gone: Callable[[float], bool]) -> bool:
    """Tell whether a process that seems to end lives on; on a busy machine it has all the time that ending takes.

    Parameters
    ----------
    meter
        Reads its accounts.
    gone
        Waits so many seconds at most; tells whether it has ended.
    """
    over: list[Overrun] = []
    own = Limits(cpu_seconds=DYING_SECONDS, wall_seconds=DYING_SECONDS)
    clock = Clock(meter, own, over.append)
    while not over:
        start = time.monotonic()
        if gone(SLICE):
            return False
        clock.waited(time.monotonic() - start)
        clock.check()
    return True
