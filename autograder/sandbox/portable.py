"""The ``subprocess`` level: a plain process for each worker, on any operating system.

Keeps the wall of values and the time limits; limits neither files nor memory nor the network. For one's own code.
"""

from __future__ import annotations

import os
import queue
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from autograder.errors import SandboxError
from autograder.program import Level, Limits, Program
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.inside import wire
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.surroundings import ENVIRONMENT, INSIDE, new_folder, write_files
from autograder.sandbox.timing import SLICE, Clock, Meter, outlives
from autograder.sandbox.transport import PIECE, Printed, Progress, TransportFailed, noted, sizes

PLACE_FILE = "place"
CLOSING_SECONDS = 1.0
PATIENCE_SECONDS = 0.1
# What a worker has printed comes by another way than its answers, a little later.
SETTLED_SECONDS = 0.001
MOST_WAITS = 1000


class PipeTransport:
    """Frames through the standard streams of a process, read by threads so that deadlines hold everywhere."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path, limits: Limits) -> None:
        self._process = process
        self._stdin, self._stdout, self._stderr = _pipes(process)
        self._folder = folder
        self._noted: Progress | None = None
        self.printed = Printed(limits)
        self._open = True
        self._frames: queue.Queue[tuple[bytes, Any] | TransportFailed] = queue.Queue(maxsize=4)
        self.meter = Meter(process.pid)
        self._threads = [
            threading.Thread(target=read, daemon=True)
            for read in (self._read_frames, self._read_output)
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
            for part in parts:
                self._stdin.write(part)
            self._stdin.flush()
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

    def progress(self) -> Progress | None:
        try:
            return noted((self._folder / PLACE_FILE).read_bytes())
        except OSError:
            return self._noted

    def quiet(self) -> bool:
        return self._frames.empty() or isinstance(self._frames.queue[0], TransportFailed)

    def kill(self) -> None:
        if not self._open:
            return
        self._open = False
        if os.name == "posix":
            # With what it started, as far as that has stayed in its session.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        _close(self._stdin)
        # The threads close what they read. A process that got away may keep them waiting: not us.
        for thread in self._threads:
            thread.join(CLOSING_SECONDS)
        self._noted = self.progress()
        shutil.rmtree(self._folder, ignore_errors=True)

    def catch_up(self) -> None:
        """Wait until what was printed before the last answer has been read, which the thread does in its own time."""
        for _ in range(MOST_WAITS):
            before = len(str(self.printed))
            time.sleep(SETTLED_SECONDS)
            if len(str(self.printed)) == before and not _unread(self._stderr):
                return

    def cause(self) -> Loss:
        # It may have closed its channel, and live.
        if outlives(self.meter, self._gone):
            return Loss.PROTOCOL
        code = self._process.wait()
        # A negative code is a signal; Windows reports a crash as a huge number.
        return Loss.EXITED if 0 <= code < 256 else Loss.KILLED

    def _gone(self, wait: float) -> bool:
        try:
            self._process.wait(timeout=wait)
        except subprocess.TimeoutExpired:
            return False
        return True

    @property
    def usage(self) -> Usage | None:
        return None

    def _read_frames(self) -> None:
        try:
            while True:
                header, blob = sizes(self._exactly(wire.LENGTHS.size))
                self._pass_on((self._exactly(header), self._exactly(blob)))
        except TransportFailed as failed:
            self._pass_on(failed)
        except (EOFError, OSError, ValueError):
            self._pass_on(TransportFailed(None))
        finally:
            _close(self._stdout)

    def _read_output(self) -> None:
        try:
            while piece := self._stderr.read1(PIECE):  # type: ignore[attr-defined]
                self.printed.add(piece)
        except TransportFailed as flood:
            self._pass_on(flood)
            self._process.kill()
        except (OSError, ValueError):
            pass
        finally:
            _close(self._stderr)

    def _exactly(self, count: int) -> bytes:
        data = self._stdout.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def _pass_on(self, item: tuple[bytes, Any] | TransportFailed) -> None:
        """Hand something over, unless nobody will ever take it."""
        while self._open:
            try:
                self._frames.put(item, timeout=PATIENCE_SECONDS)
            except queue.Full:
                continue
            return


def _pipes(process: subprocess.Popen[bytes]) -> Iterator[IO[bytes]]:
    for stream in (process.stdin, process.stdout, process.stderr):
        assert stream is not None, "it was started with pipes"
        yield stream


def _unread(stream: IO[bytes]) -> bool:
    """Tell whether a pipe holds something; never where the system can't say it of pipes."""
    try:
        return bool(select.select([stream], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def _close(stream: IO[bytes]) -> None:
    with suppress(OSError):
        stream.close()


class PortableSandbox(Sandbox):
    """Starts a plain process for each worker."""

    level = Level.SUBPROCESS

    def start(self, program: Program, limits: Limits) -> PipeTransport:
        with new_folder() as folder:
            box = folder / "box"
            box.mkdir()
            write_files(box, program.files)
            main = INSIDE / "plain_process.py"
            command = [sys.executable, "-s", main, INSIDE, box, folder / PLACE_FILE]
            try:
                process = subprocess.Popen(
                    list(map(str, command)),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env={**os.environ, **ENVIRONMENT, "PYTHONIOENCODING": "utf-8:replace"},
                    cwd=box,
                    start_new_session=True,
                )
            except OSError as error:
                raise SandboxError(f"a Python process can't be started: {error}") from None
            return PipeTransport(process, folder, limits)

    def close(self) -> None:
        """Nothing to end: each worker ends by itself."""
