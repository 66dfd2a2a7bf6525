"""The process that outlives a grading run: it keeps the time, and leaves valid results whatever happens.

It imports as little as it can, for the memory of a hosted grader is small.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.files import write_whole
from autograder.numbers import number

if TYPE_CHECKING:
    from autograder.texts import Language

SETTINGS_FILE = "bundle.json"
Results = dict[str, Any]


def write_results(file: Path, results: Results) -> None:
    """Write a ``results.json``, whole or not at all."""
    text = json.dumps(results, ensure_ascii=False, indent=1, allow_nan=False)
    write_whole(file, [text.encode()])


def supervise(
    command: Sequence[str], seconds: float, results_file: Path, language: Language
) -> int:
    """Run a grading process, which writes its results task by task; say in them why it ended before its time.

    Returns
    -------
    int
        0 where what stands in the results counts, also after a time-out; 1 where the grader itself failed.
    """
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command
    code: int | None
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        code = None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if code is None:
        print(
            f"The time limit of {number(seconds)} seconds was reached: what was graded until then stands."
        )
        _amend(results_file, "timed out", "hosted_out_of_time", language, seconds=number(seconds))
        return 0
    if code == 0:
        return 0
    if code < 0:
        name = signal.Signals(-code).name
        print(f"The grader was ended by {name}: out of memory? Give the container more of it.")
    _amend(results_file, "kit error", "hosted_failed", language)
    return 1


def _amend(
    file: Path, status: str, sentence_code: str, language: Language, **values: object
) -> None:
    from autograder.locale import sentence

    said = sentence(sentence_code, **values)
    results = json.loads(file.read_text(encoding="utf-8"))
    results["output"] = said.in_(language)
    results["extra_data"]["status"] = status
    write_results(file, results)
