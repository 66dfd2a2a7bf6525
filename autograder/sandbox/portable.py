"""The ``subprocess`` level: a plain process for each worker, on any operating system.

Keeps the wall of values and the time limits; limits neither files nor memory nor the network. For one's own code.
"""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from autograder.errors import SandboxError
from autograder.program import Level, Limits, Program
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.inside import wire
from autograder.sandbox.loaded import Loaded, Reloading, Stops
from autograder.sandbox.timing import SLICE, Clock, Meter
from autograder.sandbox.transport import TransportFailed
from autograder.sandbox.worker import StandIn, Worker

INSIDE = Path(__file__).resolve().parent / "inside"
FLOOD = 64 << 20
PLACE_FILE = "place"
CLOSING_SECONDS = 1.0
PATIENCE_SECONDS = 0.1
THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class PipeTransport:
    """Frames through the standard streams of a process, read by threads so that deadlines hold everywhere."""

    def __init__(self, process: subprocess.Popen[bytes], box: Path, output_kib: int) -> None:
        self._process = process
        self._box = box
        self._place = box / PLACE_FILE
        self._noted: tuple[int, int, int] | None = None
        self._kept = output_kib << 10
        self._text = bytearray()
        self._seen = 0
        self._open = True
        self._frames: queue.Queue[tuple[bytes, Any] | TransportFailed] = queue.Queue(maxsize=4)
        self.meter = Meter(process.pid)
        self._threads = [
            threading.Thread(target=one, daemon=True)
            for one in (self._read_frames, self._read_output)
        ]
        for thread in self._threads:
            thread.start()

    def send(self, parts: Sequence[Any], clock: Clock) -> None:
        # A child that doesn't read is ended by the watch, which breaks the pipe under the write.
        sent = threading.Event()
        late: list[TransportFailed] = []

        def watch() -> None:
            while not sent.wait(SLICE):
                clock.waited(SLICE)
                try:
                    clock.check()
                except TransportFailed as failed:
                    late.append(failed)
                    self._process.kill()
                    return

        watching = threading.Thread(target=watch, daemon=True)
        watching.start()
        try:
            assert self._process.stdin is not None, "the process was started with pipes"
            for part in parts:
                self._process.stdin.write(part)
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise (late[0] if late else TransportFailed(None)) from None
        finally:
            sent.set()
            watching.join()

    def receive(self, clock: Clock) -> tuple[bytes, Any]:
        while True:
            start = time.monotonic()
            try:
                item = self._frames.get(timeout=SLICE)
            except queue.Empty:
                clock.waited(time.monotonic() - start)
                clock.check()
                continue
            clock.waited(time.monotonic() - start)
            if isinstance(item, TransportFailed):
                raise item
            return item

    def interrupt(self) -> bool:
        if os.name != "posix":
            return False
        self._process.send_signal(signal.SIGUSR1)
        return True

    def progress(self) -> tuple[int, int, int] | None:
        try:
            data = self._place.read_bytes()[: wire.PLACE.size]
        except OSError:
            return self._noted
        return wire.PLACE.unpack(data) if len(data) == wire.PLACE.size else None

    def quiet(self) -> bool:
        return self._frames.empty() or isinstance(self._frames.queue[0], TransportFailed)

    def kill(self) -> None:
        if not self._open:
            return
        self._open = False
        if os.name == "posix":
            # With what it started, as far as that has stayed in its session.
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            self._close(self._process.stdin)
        # The threads close what they read. A process that got away may keep them waiting: not us.
        for thread in self._threads:
            thread.join(CLOSING_SECONDS)
        self._noted = self.progress()
        shutil.rmtree(self._box, ignore_errors=True)

    def cause(self) -> Loss:
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return Loss.PROTOCOL
        # A negative code is a signal; Windows reports a crash as a huge number.
        return Loss.EXITED if 0 <= code < 256 else Loss.KILLED

    @property
    def output(self) -> str:
        cut = "\n[output cut]" if self._seen > self._kept else ""
        return self._text.decode("utf-8", "replace") + cut

    @property
    def usage(self) -> Usage | None:
        return None

    def _read_frames(self) -> None:
        assert self._process.stdout is not None, "the process was started with pipes"
        stream = self._process.stdout
        try:
            while True:
                lengths = self._exactly(stream, wire.LENGTHS.size)
                header, blob = wire.LENGTHS.unpack(lengths)
                if header > wire.MAX_HEADER or blob > wire.MAX_BLOB:
                    self._pass_on(TransportFailed(Loss.PROTOCOL, "the answer is too large"))
                    return
                self._pass_on((self._exactly(stream, header), self._exactly(stream, blob)))
        except (EOFError, OSError, ValueError):
            self._pass_on(TransportFailed(None))
        finally:
            self._close(stream)

    def _pass_on(self, item: tuple[bytes, Any] | TransportFailed) -> None:
        """Hand something over, unless nobody will ever take it."""
        while self._open:
            try:
                self._frames.put(item, timeout=PATIENCE_SECONDS)
            except queue.Full:
                continue
            return

    @staticmethod
    def _close(stream: IO[bytes]) -> None:
        try:
            stream.close()
        except OSError:
            pass

    @staticmethod
    def _exactly(stream: IO[bytes], count: int) -> bytes:
        data = stream.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def _read_output(self) -> None:
        assert self._process.stderr is not None, "the process was started with pipes"
        stream = self._process.stderr
        try:
            while piece := stream.read1(65536):  # type: ignore[attr-defined]
                self._seen += len(piece)
                if len(self._text) < self._kept:
                    self._text += piece[: self._kept - len(self._text)]
                if self._seen > FLOOD:
                    self._pass_on(TransportFailed(Loss.OUTPUT))
                    self._process.kill()
                    return
        except (OSError, ValueError):
            return
        finally:
            self._close(stream)


class PortableSandbox:
    """Starts a plain process for each worker."""

    level = Level.SUBPROCESS
    alive = True  # nothing of it outlives a worker

    def spawn(
        self,
        program: Program,
        limits: Limits | None = None,
        stand_in: StandIn | None = None,
        left_out: Sequence[int] = (),
    ) -> Worker:
        """Start a worker and let it load a program, but for some statements."""
        limits = limits or Limits()
        check_names(program.files)
        with new_folder() as folder:
            transport = self._start(folder, program, limits)
            worker = Worker(transport, program, limits, stand_in)
        worker.load(left_out)
        return worker

    @staticmethod
    def _start(folder: Path, program: Program, limits: Limits) -> PipeTransport:
        box = folder / "box"
        box.mkdir()
        write_files(box, program.files)
        environment = {
            **os.environ,
            **THREADS,
            "PYTHONIOENCODING": "utf-8:replace",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [sys.executable, "-s", str(INSIDE / "portable_main.py"), str(INSIDE), str(box)]
        try:
            process = subprocess.Popen(
                [*command, str(folder / PLACE_FILE)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                cwd=box,
                start_new_session=True,
            )
        except OSError as error:
            raise SandboxError(f"a Python process can't be started: {error}") from None
        return PipeTransport(process, folder, limits.output_kib)

    def load(self, program: Program, limits: Limits, stops: Stops, tasks: int) -> Loaded:
        """Load a program of which several workers will be wanted: each is a process that loads it again."""
        return Reloading(self.spawn, program, limits, stops)

    def close(self) -> None:
        """Nothing to end: each worker ends by itself."""

    def __enter__(self) -> PortableSandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


@contextmanager
def new_folder() -> Iterator[Path]:
    """Make a folder for a worker; it is gone again where the worker can't be started."""
    folder = Path(tempfile.mkdtemp(prefix="autograder-"))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def check_names(files: Mapping[str, bytes]) -> None:
    """Refuse paths that lead out of a worker's folder; the reader of submissions has done so before."""
    for name in files:
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or "\0" in name:
            raise SandboxError(f"{name!r} is no relative path")


def write_files(box: Path, files: Mapping[str, bytes]) -> None:
    """Write the further files of a submission."""
    check_names(files)
    for name, content in files.items():
        path = box.joinpath(*PurePosixPath(name).parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise SandboxError(f"{name[:80]!r} can't be written: {error.strerror}") from None
