"""What a new task or assignment may be called, and what its pieces call it."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass

from autograder.course import Assignment, Course
from autograder.errors import UsageError

FUNCTION = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)?", re.ASCII)
SLUG = re.compile(r"[a-z0-9_]*[a-z0-9]")


@dataclass(frozen=True)
class Naming:
    """The names of a new task and of its assignment, as the templates use them.

    Attributes
    ----------
    code, folder
        The assignment's: ``A14`` and ``a14_recurrence``.
    number
        The task's number within it.
    function
        What is written: ``step``, or ``Cell.forward``.
    """

    code: str
    folder: str
    number: int
    function: str

    def words(self) -> dict[str, str | int | None]:
        """Return what the templates may say."""
        before, dot, after = self.function.partition(".")
        snake = self.function.replace(".", "_").lower()
        return {
            "id": self.id,
            "code": self.code,
            "folder": self.folder,
            "number": self.number,
            "function": self.function,
            "class_name": before if dot else None,
            "name": after or before,
            "call": f"{before}().{after}" if dot else before,
            "slug": snake.replace("_", "-"),
            "test": snake,
        }

    @property
    def id(self) -> str:
        """The task's id."""
        return f"{self.code}.{self.number}"


def task_naming(course: Course, task_id: str, function: str) -> Naming:
    """Return the names of a new task.

    Raises
    ------
    UsageError
        Where it exists, isn't the next of its assignment, or can't have such a function.
    """
    found = re.fullmatch(r"(A\d\d)\.([1-9]\d*)", task_id)
    if found is None:
        raise UsageError(f'"{task_id}" is no id of a task; one looks like "A01.8".')
    codes = [assignment.code for assignment in course.assignments]
    if found[1] not in codes:
        raise UsageError(
            f"The course has no assignment {found[1]}; begin it with: autograder new {found[1]} NAME"
        )
    assignment = course.assignment(found[1])
    following = f"{assignment.code}.{assignment.tasks[-1].number + 1}"
    if task_id in assignment.task_ids:
        known = assignment.task(task_id)
        raise UsageError(f"{task_id} exists: it is {known.function}. The next one is {following}.")
    if task_id != following:
        raise UsageError(f"{task_id} doesn't come next in {assignment.code}: that is {following}.")
    _check_function(assignment, function)
    return Naming(assignment.code, assignment.id, int(found[2]), function)


def _check_function(assignment: Assignment, function: str) -> None:
    if not FUNCTION.fullmatch(function) or any(map(keyword.iskeyword, function.split("."))):
        raise UsageError(
            f'"{function}" can\'t name a function; one looks like "predict", or "Layer.forward".'
        )
    name = function.partition(".")[0]
    for task in assignment.tasks:
        if function in task.functions:
            raise UsageError(f"{function} is already the function of {task.id}.")
        if task.name == name:
            raise UsageError(
                f"{name} is already written for {task.id}. A further method of a class belongs into the cell of "
                "that task: add it there, and to the other pieces, by hand."
            )


def assignment_naming(course: Course, code: str, slug: str) -> Naming:
    """Return the names of a new assignment and of its first task.

    Raises
    ------
    UsageError
        Where it exists, isn't the next of the course, or can't have such a name.
    """
    codes = [assignment.code for assignment in course.assignments]
    following = f"A{int(codes[-1][1:]) + 1:02}"
    if code in codes:
        raise UsageError(
            f"{code} exists: it is {course.assignment(code).id}. The next one is {following}."
        )
    if code != following:
        raise UsageError(f"{code} doesn't come next in the course: that is {following}.")
    if not SLUG.fullmatch(slug):
        raise UsageError(
            f'"{slug}" can\'t name a folder; one looks like "recurrent_network": small letters, digits, _'
        )
    naming = Naming(code, f"{code.lower()}_{slug}", 1, "first_task")
    if (course.root / "solutions" / naming.folder).exists():
        raise UsageError(f"{course.root / 'solutions' / naming.folder}: is there already")
    return naming
