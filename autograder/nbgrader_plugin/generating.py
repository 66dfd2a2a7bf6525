"""``nbgrader generate_assignment`` for every assignment at once: one start of nbgrader instead of thirteen."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from nbgrader.converters import GenerateAssignment, NbGraderException

from autograder.nbgrader_plugin.folders import open_folder

# The last line of a traceback: an exception's name, and what it says.
RAISED = re.compile(r"^[A-Za-z_][\w.]*: .+$", re.MULTILINE)


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
        log = logging.Logger("autograder.nbgrader")
        reasons = _Reasons()
        log.addHandler(reasons)
        try:
            GenerateAssignment(coursedir=directory, config=config, log=log).start()
        except NbGraderException:
            refused.append(name)
            say(f"{name}: refused by nbgrader: {reasons.first}")
        else:
            say(f"{name}: released and registered")
    return refused


class _Reasons(logging.Handler):
    """Keeps what nbgrader's own exception doesn't say: the error that it logs with a traceback."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.first = "it gave no reason"
        self._found = False

    def emit(self, record: logging.LogRecord) -> None:
        raised = RAISED.findall(record.getMessage())
        if raised and not self._found:
            self.first, self._found = raised[-1], True
