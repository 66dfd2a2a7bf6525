"""The parts of a course that hold settings: isolation, hints, lateness."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from autograder.course.fields import Percent
from autograder.program import Level
from autograder.records import Part, Whole


class Isolation(Part):
    """How far a submission is kept from the rest."""

    minimum: Level = Level.SUBPROCESS
    """The weakest level of the sandbox that grading accepts, strongest first."""


Visibility = Literal["visible", "hidden", "after_due_date", "after_published"]


class Gradescope(Part):
    """What Gradescope shows to students, and when."""

    visibility: Visibility = "visible"
    """When students see the results of the tasks."""
    stdout_visibility: Visibility = "hidden"
    """When students see what the grader prints for instructors: the table and the isolation level."""


HINT_STEPS = 3


class HintSteps(Part):
    """When a student may read the hints of a task."""

    released: Annotated[Whole, Field(ge=0, le=HINT_STEPS)] = HINT_STEPS
    """How many of the three steps students are given; 0 gives none."""
    after_attempts: Annotated[Whole, Field(ge=0)] = 0
    """Failed ``autograder check``s before each hint: 2 gives the first after two, the next after four."""


class LatePolicy(Part):
    """What a late submission costs: once, off the points of the whole assignment."""

    grace_minutes: Annotated[Whole, Field(ge=0)] = 0
    """Minutes after the due time that cost nothing; who is later than that is late from the due time on."""
    per_day: Percent
    """Percent taken off for every day that has begun."""
    of: Literal["max", "earned"]
    """Percent of what: of the assignment's points, or of the points that were earned."""
    cap: Percent = 100
    """The most that is ever taken off, in percent of the same."""
