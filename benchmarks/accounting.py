"""Processor time of a command and of all that it starts, however it ends: counted by a control group of its own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")


class Unavailable(Exception):
    """No control group can be made here: that takes root, and a kernel with cgroups."""


def cpu_seconds(command: Sequence[str], cwd: Path | None = None) -> float:
    """Run a command, and return the processor time of everything that ran in it.

    Raises
    ------
    Unavailable
        Where no control group can be made.
    subprocess.CalledProcessError
        Where the command fails.
    """
    with _group() as folder:

        def enter() -> None:
            (folder / "cgroup.procs").write_text(str(os.getpid()))

        subprocess.run(command, cwd=cwd, check=True, capture_output=True, preexec_fn=enter)
        return _used(folder)


@contextmanager
def _group() -> Iterator[Path]:
    above = ROOT / "cpuacct" if (ROOT / "cpuacct").is_dir() else ROOT
    try:
        folder = Path(tempfile.mkdtemp(prefix="autograder-", dir=above))
    except OSError as error:
        raise Unavailable(f"{above}: {error}") from None
    try:
        yield folder
    finally:
        # Something of the command's may still be ending; the empty group does no harm.
        with suppress(OSError):
            folder.rmdir()


def _used(folder: Path) -> float:
    nanoseconds = folder / "cpuacct.usage"
    if nanoseconds.is_file():
        return int(nanoseconds.read_text()) / 1e9
    for line in (folder / "cpu.stat").read_text().splitlines():
        name, value = line.split()
        if name == "usage_usec":
            return int(value) / 1e6
    raise Unavailable(f"{folder}: it counts no processor time")
