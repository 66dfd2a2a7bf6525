"""The parts of a course that hold settings: limits, isolation, hints."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from autograder.course.fields import Amount, Percent, Whole
from autograder.records import replaced


class Part(BaseModel):
    """A part of the course: frozen, and strict about its keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
    )


class Limits(Part):
    """What a worker that runs a submission may use."""

    cpu_seconds: Amount = 4
    """Processor time of all calls of a task, in seconds."""
    wall_seconds: Amount = 20
    """Time that all calls of a task may sleep or wait of their own accord, in seconds; a busy machine costs nothing."""
    loading_seconds: Amount = 10
    """Processor time that a submission's top-level code may take, in seconds; none of it is taken off the tasks'."""
    answer_seconds: Amount = 20
    """Processor time of the grader for answering a task's calls to functions that it stands in for, in seconds."""
    memory_mib: Annotated[Whole, Field(ge=16)] = 512
    """Memory beyond the warm interpreter, in MiB."""
    output_kib: Annotated[Whole, Field(ge=1)] = 64
    """Printed text that is kept, in KiB."""

    def overridden(self, other: LimitsOverride | None) -> Limits:
        """Return these limits with the ones that another names put in their place."""
        return self if other is None else replaced(self, **other.given)


class LimitsOverride(Part):
    """The limits that one task needs otherwise."""

    cpu_seconds: Amount | None = None
    """Processor time of all calls of the task, in seconds."""
    wall_seconds: Amount | None = None
    """Time that all calls of the task may sleep or wait of their own accord, in seconds."""
    answer_seconds: Amount | None = None
    """Processor time of the grader for answering the task's calls to functions that it stands in for, in seconds."""
    memory_mib: Annotated[Whole, Field(ge=16)] | None = None
    """Memory beyond the warm interpreter, in MiB."""
    output_kib: Annotated[Whole, Field(ge=1)] | None = None
    """Printed text that is kept, in KiB."""

    @property
    def given(self) -> dict[str, float]:
        """The limits that are named, by name."""
        return {name: value for name, value in self if value is not None}


class Isolation(Part):
    """How far a submission is kept from the rest."""

    minimum: Literal["namespaces", "landlock", "rlimits", "subprocess"] = "subprocess"
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
