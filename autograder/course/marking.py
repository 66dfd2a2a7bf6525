"""Marking guides: what a written answer is worth, and how a person splits the points. For instructors only."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, Strict

from autograder.course.fields import ManualId
from autograder.course.loading import read_model
from autograder.course.model import Assignment
from autograder.course.problems import raise_problems
from autograder.errors import SourceError
from autograder.texts import Text

MARKING_FILE = "marking.yml"


class Marking(BaseModel):
    """The marking of one written answer.

    Attributes
    ----------
    points
        What it is worth, outside the 100 automatic points.
    title
        What is to be written, in a few words.
    guide
        A model answer, and how its points are split.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: Annotated[int, Strict(), Field(ge=1)]
    title: Text
    guide: Text


class MarkingFile(RootModel[dict[ManualId, Marking]]):
    """What ``marking.yml`` holds: the id of a written answer → its marking."""

    model_config = ConfigDict(frozen=True)


def load_marking(assignment: Assignment) -> dict[str, Marking]:
    """Read an assignment's marking guides; none where it has no ``marking.yml``.

    Raises
    ------
    SourceError
        Where the file holds what doesn't belong there.
    """
    file = assignment.solution_dir / MARKING_FILE
    if not file.is_file():
        return {}
    what = "marking guides: A03.M1 → points, title, guide"
    document, found = read_model(file, MarkingFile, SourceError, what)
    marking = found.root
    problems = [
        document.problem(
            (name,), f"not of {assignment.code}; its ids look like {assignment.code}.M1"
        )
        for name in marking
        if not name.startswith(f"{assignment.code}.")
    ]
    raise_problems(problems, SourceError, str(document.path))
    return dict(marking)
