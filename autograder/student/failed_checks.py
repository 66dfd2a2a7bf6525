"""How often a student has tried a task, remembered in the folder of their course."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from autograder.files import usual_mode, write_whole

FILE = ".attempts.json"


class FailedChecks:
    """Failed checks by task, in ``<course>/.attempts.json``.

    The same work checked twice is one attempt. A file that can't be read or written counts nothing: hints then come as
    after a first attempt, and no check is lost for it.
    """

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self._tasks: dict[str, dict[str, Any]] = {}
        try:
            read = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(read, dict):
            self._tasks = {task: known for task, known in read.items() if isinstance(known, dict)}

    def of(self, task: str) -> int:
        """Return how many attempts at a task have failed."""
        count = self._tasks.get(task, {}).get("failed", 0)
        return count if isinstance(count, int) and count > 0 else 0

    def add(self, task: str, digest: str) -> None:
        """Count a failed attempt, unless the work is the one that failed last."""
        known = self._tasks.get(task, {})
        if known.get("work") != digest:
            self._tasks[task] = {"failed": self.of(task) + 1, "work": digest}

    def save(self) -> None:
        """Write them down."""
        with contextlib.suppress(OSError):
            text = json.dumps(self._tasks, indent=1) + "\n"
            write_whole(self._file, [text.encode()], usual_mode())
