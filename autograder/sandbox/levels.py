"""The ladder of isolation levels: what each stops, what this machine gives, and opening the one to use."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.errors import SandboxError, SandboxUnavailable
from autograder.program import Cell, Level, Program
from autograder.sandbox.events import StudentError, WorkerLost
from autograder.sandbox.portable import PortableSandbox
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.zygotes import ZygoteSandbox

DESCRIPTIONS = {
    Level.NAMESPACES: (
        "A file system with nothing in it but Python and the allowed packages; no network, no other process; "
        "limits on memory, time, files and output."
    ),
    Level.LANDLOCK: (
        "No file beyond Python and the allowed packages, no network, no new processes, no signals to others; "
        "limits on memory, time, files and output. That files exist can still be seen."
    ),
    Level.RLIMITS: (
        "Hidden tests and references are in another process; limits on memory, time, files and output. "
        "Files that this user can read can be read, and the network can be used."
    ),
    Level.SUBPROCESS: (
        "Hidden tests and references are in another process; a limit on time. "
        "Files, memory and the network are not limited: for your own code only."
    ),
}

# Tries what a worker must not be able to do, and says what it could.
PROBE = """
import os, socket
def attempt(secret):
    tries = {
        "read another file": lambda: open(secret).read(),
        "open a socket": lambda: socket.socket().close(),
        "start a process": lambda: os.fork() or os._exit(0),
        "see other processes": lambda: [p for p in os.listdir("/proc") if p.isdigit()][1],
    }
    done = []
    for what, action in tries.items():
        try:
            action()
        except Exception:
            continue
        done.append(what)
    return done
"""


@dataclass(frozen=True)
class Tried:
    """What came of trying a level: whether it works here, why not, and what a worker could do all the same."""

    level: Level
    works: bool
    reason: str = ""
    could: tuple[str, ...] = ()


@dataclass(frozen=True)
class Probe:
    """What this machine gives."""

    tried: tuple[Tried, ...]

    @property
    def best(self) -> Level:
        """The strongest level that works."""
        return next(tried.level for tried in self.tried if tried.works)

    def __str__(self) -> str:
        lines = [f"Grading here uses the level: {self.best.value}", ""]
        for tried in self.tried:
            mark = "✓" if tried.works else "✗"
            lines.append(f"{mark} {tried.level.value}: {DESCRIPTIONS[tried.level]}")
            if not tried.works:
                lines.append(f"    not here: {tried.reason}")
            elif tried.could:
                lines.append(f"    the probe could: {', '.join(tried.could)}")
        if self.best is not Level.NAMESPACES and sys.platform == "linux":
            lines += [
                "",
                "To get the strongest level, install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap).",
            ]
        elif sys.platform != "linux":
            lines += [
                "",
                "The stronger levels need Linux: grade other people's code there, or in a container.",
            ]
        return "\n".join(lines)


def probe() -> Probe:
    """Try every level on this machine, by running a program in it that tries to get out."""
    return Probe(tuple(_try(level) for level in Level))


def open_sandbox(
    level: Level | None = None,
    minimum: Level = Level.SUBPROCESS,
    packages: Sequence[str] = ("numpy",),
    preload: Iterable[str] = (),
) -> Sandbox:
    """Open a sandbox.

    Parameters
    ----------
    level
        The level to use; None for the strongest that this machine gives.
    minimum
        The weakest level that will do.
    packages
        The packages that student code may import, by import name.
    preload
        Modules that many programs import: loaded once and shared.

    Raises
    ------
    SandboxUnavailable
        Where no level will do: what was tried, why it failed, and what can be done.
    """
    if level is not None and not level >= minimum:
        raise SandboxUnavailable(
            f"the isolation level {level.value} was asked for, but at least {minimum.value} is required"
        )
    reasons = []
    for wanted in [level] if level is not None else Level:
        try:
            if wanted >= minimum:
                return _open(wanted, packages, preload)
        except SandboxError as error:
            reasons.append(f"{wanted.value}: {error}")
    raise SandboxUnavailable(
        f"no isolation level of at least {minimum.value} works on this machine.\n  "
        + "\n  ".join(reasons)
        + "\nInstall bubblewrap, or accept less for code that you trust: --minimum subprocess. "
        "autograder doctor says more."
    )


def _open(level: Level, packages: Sequence[str], preload: Iterable[str]) -> Sandbox:
    # Plotting is stubbed in the worker, so it needs no library for it.
    packages = [name for name in packages if name != "matplotlib"]
    if level is Level.SUBPROCESS:
        return PortableSandbox()
    if sys.platform != "linux":
        raise SandboxError("needs Linux")
    return ZygoteSandbox(level, packages, list(preload))


def _try(level: Level) -> Tried:
    program = Program("probe", (Cell(PROBE, "probe.py"),))
    try:
        with (
            tempfile.NamedTemporaryFile("w", suffix=".txt") as secret,
            _open(level, ("numpy",), ()) as sandbox,
        ):
            worker = sandbox.spawn(program)
            could = worker.module.attempt(secret.name)
            worker.close()
    except (SandboxError, WorkerLost, StudentError, OSError) as error:
        return Tried(level, False, str(error))
    return Tried(level, True, could=tuple(map(str, could)))
