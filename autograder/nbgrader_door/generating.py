"""``nbgrader generate_assignment`` for every assignment at once: one start of nbgrader instead of thirteen."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from nbgrader.converters import GenerateAssignment, NbGraderException

from autograder.nbgrader_door.folders import open_folder


def generate_assignments(
    folder: Path, assignments: Sequence[str], say: Callable[[str], object]
) -> list[str]:
    """Release assignments to students and register them in the gradebook, as nbgrader does it.

    Parameters
    ----------
    folder
        nbgrader's course folder.
    assignments
        Their ids.
    say
        Told a line for each.

    Returns
    -------
    list of str
        Those that nbgrader refused, with its reason said.
    """
    config, directory = open_folder(folder)
    config.GenerateAssignment.force = True
    refused = []
    for name in assignments:
        directory.assignment_id = name
        converter = GenerateAssignment(coursedir=directory, config=config)
        log = _Errors()
        converter.log.addHandler(log)
        try:
            with contextlib.redirect_stdout(None):
                converter.start()
        except NbGraderException:
            refused.append(name)
            say(f"{name}: refused by nbgrader: {log.last}")
        else:
            say(f"{name}: released and registered")
        finally:
            converter.log.removeHandler(log)
    return refused


class _Errors(logging.Handler):
    """Keeps what nbgrader's own exception doesn't say."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last = "it gave no reason"

    def emit(self, record: logging.LogRecord) -> None:
        lines = [line for line in record.getMessage().splitlines() if line.strip()]
        if lines and "There was an error processing" not in lines[-1] and "above" not in lines[-1]:
            self.last = lines[-1]
