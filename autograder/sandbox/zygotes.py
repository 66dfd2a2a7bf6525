"""Sandboxes with a zygote: bubblewrap's namespaces, Landlock, or resource limits alone. Linux only."""

from __future__ import annotations

import itertools
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from autograder.errors import SandboxError
from autograder.sandbox import wire
from autograder.sandbox.packages import package_paths
from autograder.sandbox.portable import write_files
from autograder.sandbox.program import Level, Limits, Program
from autograder.sandbox.worker import Loss, TransportFailed, Usage, Worker

HERE = Path(__file__).resolve().parent
WORKER_FILES = ("zygote.py", "student.py", "wire.py", "kernel.py", "seccomp.py")
PRELOAD = ("numpy", "numpy.random", "numpy.linalg", "numpy.fft", "numpy.lib.stride_tricks")
UNPRIVILEGED = 60_000
PROCESSES = 64
FLOOD = 64 << 20
BUFFER = 4 << 20
START_SECONDS = 30.0
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/tmp", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
}  # fmt: skip


class SocketTransport:
    """Frames over a worker's socket, with a handle on its process that can't be reused."""

    def __init__(self, sandbox: ZygoteSandbox, number: int, channel: int, output: int, process: int, limits: Limits, box: Path | None) -> None:
        self._sandbox = sandbox
        self._number = number
        self._channel, self._output, self._process = channel, output, process
        self._limits = limits
        self._box = box
        self._kept = limits.output_kib << 10
        self._text = bytearray()
        self._seen = 0
        self._open = True
        for descriptor in (channel, output):
            os.set_blocking(descriptor, False)
        self._poll = select.poll()
        self._poll.register(output, select.POLLIN)
        self._small = memoryview(bytearray(1 << 17))

    def send(self, parts: Sequence[Any], deadline: float) -> None:
        if sum(map(len, parts)) < 65536:
            parts = [b"".join(parts)]
        waiting = [memoryview(part).cast("B") for part in parts if len(part)]
        while waiting:
            try:
                count = os.writev(self._channel, waiting[:64])
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)
                continue
            except OSError:
                raise TransportFailed(None) from None
            while count:
                if count >= len(waiting[0]):
                    count -= len(waiting.pop(0))
                else:
                    waiting[0] = waiting[0][count:]
                    count = 0

    def receive(self, deadline: float) -> tuple[bytes, Any]:
        start = wire.LENGTHS.size
        filled = 0
        while filled < start:
            filled += self._some(self._small[filled:], deadline)
        header, blob = wire.LENGTHS.unpack_from(self._small)
        if header > wire.MAX_HEADER or blob > wire.MAX_BLOB:
            raise TransportFailed(Loss.PROTOCOL, "the answer is too large")
        total = start + header + blob
        if filled > total:
            raise TransportFailed(Loss.PROTOCOL, "unrequested data")
        buffer = memoryview(bytearray(total))
        buffer[:filled] = self._small[:filled]
        while filled < total:
            filled += self._some(buffer[filled:], deadline)
        self._drain()
        return bytes(buffer[start : start + header]), buffer[start + header :]

    def quiet(self) -> bool:
        try:
            return not os.read(self._channel, 1)
        except BlockingIOError:
            return True
        except OSError:
            return True

    def kill(self) -> None:
        if not self._open:
            return
        self._open = False
        try:
            signal.pidfd_send_signal(self._process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            self._drain()
        except TransportFailed:
            pass
        for descriptor in (self._channel, self._output, self._process):
            os.close(descriptor)
        if self._box is not None:
            shutil.rmtree(self._box, ignore_errors=True)

    def cause(self) -> Loss:
        ended = self._sandbox.ended(self._number, wait=1.0)
        if ended is None:
            return Loss.PROTOCOL
        if os.WIFEXITED(ended["status"]):
            return Loss.EXITED
        number = os.WTERMSIG(ended["status"]) if os.WIFSIGNALED(ended["status"]) else 0
        if number == signal.SIGXCPU or (number == signal.SIGKILL and ended["cpu"] >= 0.9 * self._limits.cpu_seconds):
            return Loss.TIMED_OUT
        return Loss.KILLED

    @property
    def output(self) -> str:
        cut = "\n[output cut]" if self._seen > self._kept else ""
        return self._text.decode("utf-8", "replace") + cut

    @property
    def usage(self) -> Usage | None:
        ended = self._sandbox.ended(self._number, wait=1.0)
        return None if ended is None else Usage(ended["cpu"], ended["memory"])

    def _some(self, target: memoryview, deadline: float) -> int:
        while True:
            try:
                count = os.readv(self._channel, [target])
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)
                continue
            except OSError:
                raise TransportFailed(None) from None
            if not count:
                raise TransportFailed(None)
            if time.monotonic() > deadline:
                raise TransportFailed(Loss.TIMED_OUT)
            return count

    def _wait(self, event: int, deadline: float) -> None:
        self._poll.register(self._channel, event)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TransportFailed(Loss.TIMED_OUT)
            for descriptor, _ in self._poll.poll(left * 1000):
                if descriptor == self._channel:
                    return
                self._drain()

    def _drain(self) -> None:
        """Take what was printed; keep some, and end a flood."""
        while True:
            try:
                piece = os.read(self._output, 65536)
            except BlockingIOError:
                return
            except OSError:
                piece = b""
            if not piece:
                try:
                    self._poll.unregister(self._output)
                except KeyError:
                    pass
                return
            self._seen += len(piece)
            if len(self._text) < self._kept:
                self._text += piece[: self._kept - len(self._text)]
            if self._seen > FLOOD:
                raise TransportFailed(Loss.OUTPUT)
            if len(piece) < 65536:
                return


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

    def __init__(self, level: Level, packages: Sequence[str] = ("numpy",), preload: Sequence[str] = ()) -> None:
        self.level = level
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
        config = {
            "level": level.value,
            "control": theirs.fileno(),
            "preload": [*PRELOAD, *preload],
            "uid": UNPRIVILEGED if root and self._can_change_user(level, paths) else 0,
            "landlock": level in (Level.NAMESPACES, Level.LANDLOCK) and _landlock_version() > 0,
            "seccomp": level in (Level.NAMESPACES, Level.LANDLOCK),
            "processes": PROCESSES,
        }
        if level is Level.LANDLOCK and not config["landlock"]:
            raise SandboxError("this kernel has no Landlock")
        # Without another user the limit would count all of this user's processes, the grader's among them.
        if not config["uid"] and level is not Level.NAMESPACES:
            config["processes"] = 1 << 20 if root else 4096
        self._uid = config["uid"]
        if level is Level.NAMESPACES:
            command, config["path"], config["readable"] = self._bubblewrap(paths, root)
        else:
            command, config["path"], config["readable"] = self._bare(paths)
        code = "/opt/kit" if level is Level.NAMESPACES else str(HERE)
        command += [os.path.realpath(sys.executable), "-S", "-s", f"{code}/zygote.py", json.dumps(config)]
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
        self, program: Program, limits: Limits | None = None, stand_in: Callable[..., Any] | None = None
    ) -> Worker:
        """Fork a confined worker and let it load a program.

        Raises
        ------
        WorkerLost
            Where loading the program ended the worker.
        SandboxError
            Where the worker could not be confined.
        """
        limits = limits or Limits()
        number = next(self._numbers)
        box = None if self.level is Level.NAMESPACES else self._box(program)
        job = {
            "number": number,
            "memory": limits.memory_mib << 20,
            "cpu": limits.cpu_seconds,
            "box": None if box is None else str(box),
            "files": {name: content.decode("latin-1") for name, content in program.files.items()} if box is None else {},
        }
        channel, theirs = socket.socketpair()
        for one in (channel, theirs):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        output, their_output = os.pipe()
        try:
            try:
                socket.send_fds(self._control, [json.dumps(job).encode()], [theirs.fileno(), their_output])
            finally:
                theirs.close()
                os.close(their_output)
            process = self._started(number)
        except (OSError, ValueError) as error:
            channel.close()
            os.close(output)
            raise SandboxError(f"the sandbox did not answer: {error}") from None
        transport = SocketTransport(self, number, channel.detach(), output, process, limits, box)
        return Worker(transport, program, limits, stand_in)

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
                message, descriptors = self._news()
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
        box = Path(tempfile.mkdtemp(prefix="autograder-"))
        write_files(box, program.files)
        temporary = box / "tmp"
        temporary.mkdir(exist_ok=True)
        if self._uid:
            for folder in (box, *[path for path in box.rglob("*") if path.is_dir()]):
                folder.chmod(0o755)
            os.chown(temporary, self._uid, self._uid)
        return box

    def _can_change_user(self, level: Level, paths: Sequence[Path]) -> bool:
        """Tell whether another user could read the interpreter: under root's home it can't."""
        if level is Level.NAMESPACES:
            return True
        needed = [Path(os.path.realpath(sys.executable)), Path(sysconfig.get_path("stdlib")), HERE, *paths]
        return all(
            folder.stat().st_mode & 0o005 == 0o005 for path in needed for folder in (path, *path.parents)
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
        readable += [self._view, *paths, *[HERE / name for name in WORKER_FILES]]
        readable += [Path("/etc/ld.so.cache"), Path("/lib64"), Path("/dev/urandom"), *Path("/usr/lib").glob("*-linux-gnu")]
        return [], [str(HERE), str(self._view)], [str(path) for path in readable if path.exists()]

    def _bubblewrap(self, paths: Sequence[Path], root: bool) -> tuple[list[str], list[str], list[str]]:
        """Return command, import path and readable paths where bubblewrap builds a file system from nothing."""
        bubblewrap = shutil.which("bwrap")
        if bubblewrap is None:
            raise SandboxError("bubblewrap (bwrap) is not installed")
        library = Path(sysconfig.get_path("stdlib"))
        lib = library.parent
        interpreter = os.path.realpath(sys.executable)
        command = [bubblewrap, "--die-with-parent", "--new-session", "--clearenv", "--hostname", "box"]
        command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
        for name, value in ENVIRONMENT.items():
            command += ["--setenv", name, value]
        command += ["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"]
        if root:
            command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        else:
            command += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
        # bubblewrap makes missing parents for root alone; another user has to walk through them.
        made: set[str] = set()
        for target in ("/usr/lib", "/dev/x", "/opt/site/x", "/opt/kit/x", str(lib), interpreter):
            for folder in reversed(Path(target).parents):
                if str(folder) != "/" and str(folder) not in made:
                    made.add(str(folder))
                    command += ["--perms", "0755", "--dir", str(folder)]
        command += ["--ro-bind", "/usr/lib", "/usr/lib", "--ro-bind-try", "/usr/lib64", "/usr/lib64"]
        for name in ("/lib", "/lib64", "/lib32"):
            if os.path.islink(name):
                command += ["--symlink", os.readlink(name), name]
            elif os.path.isdir(name):
                command += ["--ro-bind", name, name]
        command += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
        if not str(lib).startswith("/usr/lib"):
            command += ["--ro-bind", interpreter, interpreter, "--ro-bind", str(lib), str(lib)]
        elif not interpreter.startswith("/usr/lib"):
            command += ["--ro-bind", interpreter, interpreter]
        for hidden in {library / "site-packages", library / "dist-packages", Path("/usr/lib/python3/dist-packages")}:
            if hidden.is_dir():
                command += ["--perms", "0755", "--tmpfs", str(hidden)]
        for path in paths:
            command += ["--ro-bind", str(path), f"/opt/site/{path.name}"]
        for name in WORKER_FILES:
            command += ["--ro-bind", str(HERE / name), f"/opt/kit/{name}"]
        for folder in ("/tmp", "/box"):
            command += ["--perms", "0755", "--dir", folder]
        for device in ("/dev/null", "/dev/urandom"):
            command += ["--dev-bind", device, device]
        command += ["--remount-ro", "/", "--chdir", "/"]
        return command, ["/opt/kit", "/opt/site"], [str(lib), "/usr/lib", "/opt/site", "/opt/kit", "/dev/urandom"]

    def _forget(self) -> None:
        if self._view is not None:
            shutil.rmtree(self._view, ignore_errors=True)


def _landlock_version() -> int:
    import ctypes

    return int(ctypes.CDLL(None, use_errno=True).syscall(444, None, 0, 1))
