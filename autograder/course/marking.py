"""Marking guides: what a written answer is worth, and how a person splits the points. For instructors only."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from autograder.course.fields import ManualId
from autograder.course.loading import read_model
from autograder.course.model import Assignment
from autograder.course.problems import raise_problems
from autograder.errors import SourceError
from autograder.kit_files import MARKING
from autograder.records import Part, Whole
from autograder.texts import Text


class Marking(Part):
    """The marking of one written answer."""

    points: Annotated[Whole, Field(ge=1)]
    """What it is worth, outside the automatic points."""
    title: Text
    """What is to be written, in a few words."""
    guide: Text
    """A model answer, and how its points are split."""


MarkingFile = dict[ManualId, Marking]


def load_marking(assignment: Assignment) -> dict[str, Marking]:
    """Read an assignment's marking guides; none where it has no ``marking.yml``.

    Raises
    ------
    SourceError
        Where the file holds what doesn't belong there.
    """
    file = assignment.solution_dir / MARKING
    if not file.is_file():
        return {}
    what = "marking guides: A03.M1 → points, title, guide"
    document, marking = read_model(file, MarkingFile, SourceError, what)
    problems = [
        document.problem(
            (name,), f"not of {assignment.code}; its ids look like {assignment.code}.M1"
        )
        for name in marking
        if not name.startswith(f"{assignment.code}.")
    ]
    raise_problems(problems, SourceError, str(document.path))
    return marking
