"""Sandboxes with a zygote: bubblewrap's namespaces, Landlock, or resource limits alone. Linux only."""

from __future__ import annotations

import itertools
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from autograder.errors import SandboxError
from autograder.program import Level, Limits, Program
from autograder.sandbox.bubblewrap import bubblewrap_command
from autograder.sandbox.loaded import Forking, Loaded, Reloading, Stops, socket_pair
from autograder.sandbox.loading import MOST_CUT
from autograder.sandbox.packages import package_paths
from autograder.sandbox.portable import check_names, new_folder, write_files
from autograder.sandbox.sockets import SocketTransport
from autograder.sandbox.worker import StandIn, Worker

INSIDE = Path(__file__).resolve().parent / "inside"
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
BUFFER = 4 << 20
START_SECONDS = 300.0  # of wall time, on the busiest machine
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/tmp", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
}  # fmt: skip


class ZygoteSandbox:
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
        self.level = level
        if level is Level.LANDLOCK and _landlock_version() < 1:
            raise SandboxError("this kernel has no Landlock")
        self._numbers = itertools.count(1)
        self._ended: dict[int, dict[str, Any]] = {}
        self._view: Path | None = None
        root = os.geteuid() == 0
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for one in (ours, theirs):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        ours.settimeout(START_SECONDS)
        self._control = ours
        paths = package_paths(packages)
        uid = own_user() if root and self._can_change_user(level, paths) else 0
        config: dict[str, Any] = {
            "level": level.value,
            "control": theirs.fileno(),
            "preload": [
                *PRELOAD,
                *preload,
                *(one for name in packages for one in PRELOAD_OF.get(name, ())),
            ],
            "uid": uid,
            "landlock": level in (Level.NAMESPACES, Level.LANDLOCK) and _landlock_version() > 0,
            "seccomp": level in (Level.NAMESPACES, Level.LANDLOCK),
            "processes": PROCESSES,
        }
        # Without another user the limit would count all of this user's processes, the grader's among them.
        if not config["uid"] and level is not Level.NAMESPACES:
            config["processes"] = 1 << 20 if root else 4096
        self._uid = uid
        try:
            if level is Level.NAMESPACES:
                command, config["path"], config["readable"] = bubblewrap_command(
                    paths, INSIDE, ENVIRONMENT, root=root
                )
            else:
                command, config["path"], config["readable"] = self._bare(paths)
        except (OSError, SandboxError) as error:
            ours.close()
            theirs.close()
            self._forget()
            raise SandboxError(str(error)) from None
        code = "/opt/kit" if level is Level.NAMESPACES else str(INSIDE)
        command += [
            os.path.realpath(sys.executable),
            "-S",
            "-s",
            f"{code}/zygote.py",
            json.dumps(config),
        ]
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
            ours.close()
            self._forget()
            raise SandboxError(f"{command[0]} can't be started: {error}") from None
        finally:
            theirs.close()
        try:
            ready = ours.recv(1 << 16)
        except OSError:
            ready = b""
        if not ready:
            self._process.kill()
            assert self._process.stderr is not None, "it was started with a pipe"
            said = self._process.stderr.read().decode("utf-8", "replace").strip()[-1500:]
            self.close()
            raise SandboxError(f"the sandbox did not start: {said or 'it said nothing'}")

    def spawn(
        self,
        program: Program,
        limits: Limits | None = None,
        stand_in: StandIn | None = None,
        left_out: Sequence[int] = (),
    ) -> Worker:
        """Fork a confined worker and let it load a program, but for some statements.

        Raises
        ------
        WorkerLost
            Where loading the program ended the worker.
        SandboxError
            Where the worker could not be confined.
        """
        limits = limits or Limits()
        worker = Worker(self.start(program, limits), program, limits, stand_in)
        worker.load(left_out)
        return worker

    def load(self, program: Program, limits: Limits, stops: Stops, tasks: int) -> Loaded:
        """Load a program of which several workers will be wanted.

        Where a pid namespace holds whatever it starts, it is loaded once, and forks a worker when one is wanted.
        """
        if self.level is Level.NAMESPACES:
            return Forking(self, program, limits, stops, tasks)
        return Reloading(self.spawn, program, limits, stops)

    def start(self, program: Program, limits: Limits, slots: Sequence[int] = ()) -> SocketTransport:
        """Fork a confined process that will load a program; ``slots`` are channels of processes that it may fork."""
        check_names(program.files)
        number = next(self._numbers)
        box = None if self.level is Level.NAMESPACES else self._box(program)
        job = {
            "number": number,
            "memory": limits.memory_mib << 20,
            # What was loaded takes nothing of what its calls may use, and no process can raise its hard limits.
            "most_memory": 2 * (limits.memory_mib << 20),
            "cpu": limits.cpu_seconds + LOADINGS * limits.loading_seconds,
            "box": None if box is None else str(box),
            "files": {name: content.decode("latin-1") for name, content in program.files.items()}
            if box is None
            else {},
        }
        channel, theirs = socket_pair()
        output, their_output = os.pipe()
        place = os.memfd_create("place")
        # In memory: the files of a submission are more than the kernel takes as one message.
        written = os.memfd_create("job")
        try:
            try:
                with os.fdopen(os.dup(written), "wb") as file:
                    file.write(json.dumps(job).encode())
                handed = [theirs.fileno(), their_output, place, *slots, written]
                socket.send_fds(self._control, [b"job"], handed)
            finally:
                theirs.close()
                os.close(their_output)
                os.close(written)
            process = self._started(number)
        except (OSError, ValueError) as error:
            channel.close()
            os.close(output)
            os.close(place)
            if box is not None:
                shutil.rmtree(box, ignore_errors=True)
            raise SandboxError(f"the sandbox did not answer: {error}") from None
        ended = partial(self.ended, number)
        return SocketTransport(
            channel.detach(), output, process, limits, ended, place=place, box=box
        )

    @property
    def alive(self) -> bool:
        """Whether the zygote is there still; when it has died, so have its workers."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the zygote, and with it every worker."""
        self._control.close()
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
        self._forget()

    def __enter__(self) -> ZygoteSandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def ended(self, number: int, wait: float) -> dict[str, Any] | None:
        """Return how a worker ended, waiting a little for the news."""
        deadline = time.monotonic() + wait
        while number not in self._ended:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._control], [], [], left)[0]:
                break
            try:
                _, descriptors = self._news()
            except (OSError, ValueError):
                break
            for one in descriptors:
                os.close(one)
        return self._ended.get(number)

    def _started(self, number: int) -> int:
        while True:
            message, descriptors = self._news()
            if message.get("started") == number and descriptors:
                return descriptors[0]
            for one in descriptors:
                os.close(one)

    def _news(self) -> tuple[dict[str, Any], list[int]]:
        data, descriptors, _, _ = socket.recv_fds(self._control, 1 << 16, 1)
        if not data:
            raise ValueError("the zygote is gone")
        message: dict[str, Any] = json.loads(data)
        if "ended" in message:
            self._ended[message["ended"]] = message
        return message, descriptors

    def _box(self, program: Program) -> Path:
        """Make the folder of a worker that has no file system of its own."""
        with new_folder() as box:
            write_files(box, program.files)
            temporary = box / "tmp"
            temporary.mkdir(exist_ok=True)
            if self._uid:
                for folder in (box, *[path for path in box.rglob("*") if path.is_dir()]):
                    folder.chmod(0o755)
                os.chown(temporary, int(self._uid), int(self._uid))
            return box

    def _can_change_user(self, level: Level, paths: Sequence[Path]) -> bool:
        """Tell whether another user could read the interpreter: under root's home it can't."""
        if level is Level.NAMESPACES:
            return True
        needed = [
            Path(os.path.realpath(sys.executable)),
            Path(sysconfig.get_path("stdlib")),
            INSIDE,
            *paths,
        ]
        return all(
            folder.stat().st_mode & 0o005 == 0o005
            for path in needed
            for folder in (path, *path.parents)
        )

    def _bare(self, paths: Sequence[Path]) -> tuple[list[str], list[str], list[str]]:
        """Return command, import path and readable paths where the file system is the machine's own."""
        # A folder of links shows just the allowed packages; Landlock makes that binding.
        self._view = Path(tempfile.mkdtemp(prefix="autograder-packages-"))
        self._view.chmod(0o755)
        for path in paths:
            (self._view / path.name).symlink_to(path)
        library = Path(sysconfig.get_path("stdlib"))
        hidden = {"site-packages", "dist-packages", "test", "idlelib"}
        readable = [path for path in library.iterdir() if path.name not in hidden]
        readable += [self._view, *paths, INSIDE]
        readable += [
            Path("/etc/ld.so.cache"),
            Path("/lib64"),
            Path("/dev/urandom"),
            *Path("/usr/lib").glob("*-linux-gnu"),
        ]
        return [], [str(INSIDE), str(self._view)], [str(path) for path in readable if path.exists()]

    def _forget(self) -> None:
        if self._view is not None:
            shutil.rmtree(self._view, ignore_errors=True)


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


def _landlock_version() -> int:
    import ctypes

    return int(ctypes.CDLL(None, use_errno=True).syscall(444, None, 0, 1))
