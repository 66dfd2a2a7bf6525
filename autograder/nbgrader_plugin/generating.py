"""``nbgrader generate_assignment`` for every assignment at once: one start of nbgrader instead of thirteen."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from logging.handlers import BufferingHandler
from pathlib import Path

from nbgrader.converters import GenerateAssignment, NbGraderException

from autograder.nbgrader_plugin.settings import open_folder

MOST_RECORDS = 10_000
# The last line of a traceback: an exception's name, and what it says.
RAISED = re.compile(r"^[A-Za-z_][\w.]*: .+$", re.MULTILINE)


def generate_assignments(
    folder: Path, assignments: Sequence[str], say: Callable[[str], object]
) -> list[str]:
    """Release assignments to students and register them in the gradebook, as nbgrader does it.

    Says a line for each, and returns the ids of those that nbgrader refused.
    """
    config, directory = open_folder(folder)
    config.GenerateAssignment.force = True
    refused = []
    for name in assignments:
        directory.assignment_id = name
        log = logging.Logger("autograder.nbgrader")
        errors = BufferingHandler(MOST_RECORDS)
        errors.setLevel(logging.ERROR)
        log.addHandler(errors)
        try:
            GenerateAssignment(coursedir=directory, config=config, log=log).start()
        except NbGraderException:
            refused.append(name)
            # Its own exception doesn't say why: that is in the first error that it logs with a traceback.
            raised = [RAISED.findall(record.getMessage()) for record in errors.buffer]
            reason = next((lines[-1] for lines in raised if lines), "it gave no reason")
            say(f"{name}: refused by nbgrader: {reason}")
        else:
            say(f"{name}: released and registered")
    return refused
