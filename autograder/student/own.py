"""A student's work as one program: the assignment at hand, and their own files of the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.errors import SubmissionError
from autograder.program import Earlier, Program
from autograder.student.place import home_of
from autograder.submission import Submission, read_submission
from autograder.submission.messages import reason_of
from autograder.texts import Text


@dataclass(frozen=True)
class OwnWork:
    """What a student has written, as a worker can load it.

    Attributes
    ----------
    program
        The assignment, with the earlier ones as the student's own files.
    files
        The file that each earlier module was read from, by module.
    unreadable
        Why an earlier module's file can't be read, by module.
    folder
        Where the assignments lie side by side.
    """

    program: Program
    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    unreadable: Mapping[str, Text] = field(default_factory=dict)


def own_work(course: Course, assignment: Assignment, submission: Submission) -> OwnWork:
    """Return a submission with the student's own earlier assignments, from the folders beside this one."""
    handed_in = submission.path.resolve()
    here = handed_in if handed_in.is_dir() else handed_in.parent
    earlier: dict[str, Earlier] = {}
    helpers: dict[str, bytes] = {}
    files: dict[str, str] = {}
    unreadable: dict[str, Text] = {}
    for module in (basis.module for basis in course.basis(assignment)):
        home = home_of(here, module)
        if home is None:
            continue
        try:
            own = read_submission(home, module)
        except SubmissionError as error:
            unreadable[module] = reason_of(error)
            continue
        cells, notebook = own.cells, own.kind == "notebook"
        if notebook:  # a cell says which notebook it is of
            cells = tuple(replace(cell, filename=f"{own.name}, {cell.filename}") for cell in cells)
        earlier[module] = Earlier(cells=cells, definitions_only=notebook)
        files[module] = own.name
        helpers = {**own.files, **helpers}
    helpers |= submission.files
    program = Program(assignment.module, submission.cells, helpers, earlier, explained=True)
    return OwnWork(program, here.parent, files, unreadable)
