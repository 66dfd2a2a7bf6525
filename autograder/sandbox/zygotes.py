"""Sandboxes with a zygote: bubblewrap's namespaces, Landlock, or resource limits alone. Linux only."""

from __future__ import annotations

import itertools
import json
import os
import select
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from autograder.errors import SandboxError
from autograder.program import Level, Limits, Program
from autograder.sandbox import surroundings
from autograder.sandbox.loaded import Forking, Loaded, Stops
from autograder.sandbox.loading import MOST_CUT
from autograder.sandbox.outer import INTERPRETER, LIBRARY, Outer, bare, built, package_paths
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.sockets import SocketTransport, socket_pair
from autograder.sandbox.surroundings import INSIDE, check_names, new_folder, write_files

PRELOAD = ("numpy", "numpy.random", "numpy.linalg", "numpy.fft", "numpy.lib.stride_tricks")
# Dear to import, so the zygote does it once where a package is allowed.
PRELOAD_OF = {"sklearn": ("sklearn.datasets", "csv"), "scipy": ("scipy",)}
# What a worker's process may use before the kernel ends it: its limit, and loading as often as statements can be cut.
LOADINGS = 1 + MOST_CUT
# Above all that systems and containers hand out.
FIRST_USER = 0x50000000
USERS_PER_GRADER = 64
SMALL_FIRST_USER = 20_000
PROCESSES = 64
# Where the limit counts all processes of this user, the grader's among them; root's are more.
PROCESSES_OF_ALL, PROCESSES_OF_ROOT = 4096, 1 << 20
BUFFER = 4 << 20
START_SECONDS = 300.0  # of wall time, on the busiest machine
ENVIRONMENT = {
    **surroundings.ENVIRONMENT,
    "PYTHONHASHSEED": "0",
    "HOME": "/tmp",
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
}


class ZygoteSandbox(Sandbox):
    """A warm process inside an outer sandbox that forks a confined worker for each program.

    Parameters
    ----------
    level
        ``NAMESPACES``, ``LANDLOCK`` or ``RLIMITS``.
    packages
        The packages that workers may import, by import name.
    preload
        Modules loaded once and shared by all workers.
    """

    def __init__(
        self, level: Level, packages: Sequence[str] = ("numpy",), preload: Sequence[str] = ()
    ) -> None:
        from autograder.sandbox.inside import kernel  # there is nothing to import elsewhere

        landlock = kernel.landlock_version() > 0
        if level is Level.LANDLOCK and not landlock:
            raise SandboxError("this kernel has no Landlock")
        self.level = level
        self._numbers = itertools.count(1)
        self._handles: dict[int, int] = {}
        self._ended: dict[int, dict[str, Any]] = {}
        paths = package_paths(packages)
        self._uid = _user(level, paths)
        confined = level is not Level.RLIMITS
        config = {
            "level": level.value,
            "preload": [
                *PRELOAD,
                *preload,
                *(module for name in packages for module in PRELOAD_OF.get(name, ())),
            ],
            "uid": self._uid,
            "landlock": confined and landlock,
            "seccomp": confined,
            "processes": _most_processes(level, self._uid),
        }
        with ExitStack() as held:
            self._begin(_outer(level, paths, held), config, held)
            # Nothing was raised: it is all held until the sandbox is closed.
            self._held = held.pop_all()

    def load(self, program: Program, limits: Limits, stops: Stops, tasks: int) -> Loaded:
        """Load a program of which several workers will be wanted.

        Where a pid namespace holds whatever it starts, it is loaded once, and forks a worker when one is wanted.
        """
        if self.level is Level.NAMESPACES:
            return Forking(self, program, limits, stops, tasks)
        return super().load(program, limits, stops, tasks)

    def start(self, program: Program, limits: Limits, slots: Sequence[int] = ()) -> SocketTransport:
        """Fork a confined process that will load a program; ``slots`` are channels of processes that it may fork."""
        check_names(program.files)
        number = next(self._numbers)
        with self._box(program) as box:
            channel, theirs = socket_pair()
            output, their_output = os.pipe()
            place = os.memfd_create("place")
            try:
                try:
                    handed = [theirs.fileno(), their_output, place, *slots]
                    self._hand_over(_job(number, program, limits, box), handed)
                finally:
                    theirs.close()
                    os.close(their_output)
                process = self._started(number)
            except (OSError, ValueError) as error:
                channel.close()
                os.close(output)
                os.close(place)
                raise SandboxError(f"the sandbox did not answer: {error}") from None
            ended = partial(self._end_of, number)
            return SocketTransport(
                channel.detach(), output, process, limits, ended, place=place, box=box
            )

    @property
    def alive(self) -> bool:
        """Whether the zygote is there still; when it has died, so have its workers."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the zygote, and with it every worker."""
        self._held.close()

    def _begin(self, outer: Outer, config: dict[str, Any], held: ExitStack) -> None:
        """Start the zygote and wait until it is ready."""
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        held.enter_context(self._control)
        self._control.settimeout(START_SECONDS)
        with theirs:
            for end in (self._control, theirs):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
            config |= {
                "control": theirs.fileno(),
                "path": outer.import_path,
                "readable": outer.readable,
            }
            main = [INTERPRETER, "-S", "-s", f"{outer.code}/zygote.py", json.dumps(config)]
            command = [*outer.command, *main]
            try:
                self._process = subprocess.Popen(
                    command,
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    env=ENVIRONMENT,
                    cwd="/",
                )
            except OSError as error:
                raise SandboxError(f"{command[0]} can't be started: {error}") from None
        held.enter_context(self._process)
        held.callback(self._process.kill)
        try:
            ready = self._control.recv(1 << 16)
        except OSError:
            ready = b""
        if not ready:
            self._process.kill()
            assert self._process.stderr is not None, "it was started with a pipe"
            said = self._process.stderr.read().decode("utf-8", "replace").strip()[-1500:]
            raise SandboxError(f"the sandbox did not start: {said or 'it said nothing'}")

    def _hand_over(self, job: dict[str, Any], descriptors: Sequence[int]) -> None:
        # In memory: the files of a submission are more than the kernel takes as one message.
        with os.fdopen(os.memfd_create("job"), "wb") as file:
            file.write(json.dumps(job).encode())
            file.flush()
            socket.send_fds(self._control, [b"job"], [*descriptors, file.fileno()])

    def _started(self, number: int) -> int:
        """Return a handle on a process that was asked for."""
        while number not in self._handles:
            self._news()
        return self._handles.pop(number)

    def _end_of(self, number: int, wait: float) -> dict[str, Any] | None:
        """Return how a worker ended, waiting a little for the news."""
        deadline = time.monotonic() + wait
        with suppress(OSError, ValueError):
            while number not in self._ended:
                left = max(0.0, deadline - time.monotonic())
                if not select.select([self._control], [], [], left)[0]:
                    break
                self._news()
        return self._ended.get(number)

    def _news(self) -> None:
        """Take one message of the zygote's: a process has started, with a handle on it, or has ended."""
        data, handles, _, _ = socket.recv_fds(self._control, 1 << 16, 1)
        if not data:
            raise ValueError("the zygote is gone")
        message: dict[str, Any] = json.loads(data)
        if "ended" in message:
            self._ended[message["ended"]] = message
        elif handles:
            self._handles[message["started"]] = handles[0]

    @contextmanager
    def _box(self, program: Program) -> Iterator[Path | None]:
        """Make the folder of a worker that has no file system of its own."""
        if self.level is Level.NAMESPACES:
            yield None
            return
        with new_folder() as box:
            write_files(box, program.files)
            temporary = box / "tmp"
            temporary.mkdir(exist_ok=True)
            if self._uid:
                for folder in (box, *[path for path in box.rglob("*") if path.is_dir()]):
                    folder.chmod(0o755)
                os.chown(temporary, self._uid, self._uid)
            yield box


def _job(number: int, program: Program, limits: Limits, box: Path | None) -> dict[str, Any]:
    """Return what the zygote is told of a process that it should fork."""
    memory = limits.memory_mib << 20
    files = program.files if box is None else {}
    return {
        "number": number,
        "memory": memory,
        # What was loaded takes nothing of what its calls may use, and no process can raise its hard limits.
        "most_memory": 2 * memory,
        "cpu": limits.cpu_seconds + LOADINGS * limits.loading_seconds,
        "box": None if box is None else str(box),
        "files": {name: content.decode("latin-1") for name, content in files.items()},
    }


def _outer(level: Level, paths: Sequence[Path], held: ExitStack) -> Outer:
    if level is Level.NAMESPACES:
        return built(paths, ENVIRONMENT, root=os.geteuid() == 0)
    try:
        view = Path(tempfile.mkdtemp(prefix="autograder-packages-"))
        held.callback(shutil.rmtree, view, ignore_errors=True)
        view.chmod(0o755)
        return bare(paths, view)
    except OSError as error:
        raise SandboxError(str(error)) from None


def _most_processes(level: Level, uid: int) -> int:
    # In a user namespace, or as a user of their own, workers are counted apart.
    if uid or level is Level.NAMESPACES:
        return PROCESSES
    return PROCESSES_OF_ROOT if os.geteuid() == 0 else PROCESSES_OF_ALL


def _user(level: Level, paths: Sequence[Path]) -> int:
    """Return the user that the workers of a zygote become; 0 where they stay what they are."""
    if os.geteuid() != 0:
        return 0
    # Another user can't read an interpreter under root's home; bubblewrap shows it elsewhere.
    needed = [] if level is Level.NAMESPACES else [Path(INTERPRETER), LIBRARY, INSIDE, *paths]
    readable = all(
        folder.stat().st_mode & 0o005 == 0o005
        for path in needed
        for folder in (path, *path.parents)
    )
    return own_user() if readable else 0


_users = itertools.count()


def own_user() -> int:
    """Return a user for the workers of one zygote, that no other grader on this machine uses.

    Nothing is shared between users: neither signals, nor limits of processes, nor files.
    """
    with open("/proc/self/uid_map", encoding="ascii") as file:
        last = max(int(start) + int(count) for start, _, count in map(str.split, file))
    number = os.getpid() * USERS_PER_GRADER + next(_users) % USERS_PER_GRADER
    if last > 1 << 31:
        return FIRST_USER + number
    # In a container that maps few users: as far apart as they allow.
    return SMALL_FIRST_USER + number % max(1, min(last, 1 << 16) - SMALL_FIRST_USER - 1)
