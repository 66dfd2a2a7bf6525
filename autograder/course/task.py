"""What ``course.yml`` says of a task."""

from __future__ import annotations

from autograder.course.cells import CellName
from autograder.course.fields import DottedName, FunctionName, Identifier, Show, TaskId, TaskStatus
from autograder.course.shares import Share
from autograder.program import TaskLimits
from autograder.records import Part
from autograder.texts import Text


class Task(Part):
    """One function, method or pair of methods that a student writes."""

    id: TaskId
    """The assignment's code and the task's number, such as ``A01.4``."""
    status: TaskStatus = "finished"
    """A draft is neither graded nor released: only ``autograder validate`` looks at it."""
    function: FunctionName
    """What is written: ``predict``, or ``LogisticNeuron.fit``."""
    also: tuple[FunctionName, ...] = ()
    """Further methods of the same class that belong to the task."""
    title: Text
    """What the task is, in a few words."""
    points: Share
    """What it is worth: its share of the assignment's points, scaled where the shares don't add up to them."""
    gradient: bool | None = None
    """Whether it returns a gradient, or moves along one: then a check that pays compares it with differences. To be
    said where its docstring speaks of one."""
    needs: tuple[TaskId, ...] = ()
    """Tasks whose functions a natural solution, or a check of its gradient, calls; the reference stands in for a failed
    one. A method can be one where it changes nothing of its object."""
    given: tuple[Identifier, ...] = ()
    """Functions and classes of earlier assignments that run inside the worker even where ``earlier`` is outside."""
    forbid: tuple[DottedName, ...] = ()
    """Names that would do the task in one line; a module stands for all in it."""
    show: Show = "kind"
    """What feedback tells of a hidden check: nothing, the kind of mistake, or the input as well."""
    limits: TaskLimits | None = None
    """Limits that the task needs otherwise than the course."""

    @property
    def code(self) -> str:
        """The code of its assignment: ``A01``."""
        return self.id.partition(".")[0]

    @property
    def number(self) -> int:
        """Its number within the assignment, from 1."""
        return int(self.id.partition(".")[2])

    @property
    def functions(self) -> tuple[str, ...]:
        """All that is written for the task, ``function`` first."""
        return (self.function, *self.also)

    @property
    def module_function(self) -> str | None:
        """The function of the module; None for a method, for which nothing can stand in."""
        return None if "." in self.function else self.function

    @property
    def can_stand_in(self) -> bool:
        """Whether a reference can stand in for it: a function, or one method that only looks at its object."""
        return not self.also

    @property
    def class_name(self) -> str | None:
        """The class whose methods are written; None for a function."""
        return self.function.partition(".")[0] if "." in self.function else None

    @property
    def name(self) -> str:
        """The name in the module that the task defines or completes."""
        return self.function.partition(".")[0]

    @property
    def check_cell(self) -> str:
        """The id, and nbgrader's ``grade_id``, of the notebook cell that carries its points."""
        return str(CellName("test", self.id))

    @property
    def answer_cell(self) -> str:
        """The id of the notebook cell it is written in, where it is the cell's first task."""
        return str(CellName("answer", self.id))
