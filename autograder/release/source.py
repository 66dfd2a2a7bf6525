"""All files that one assignment is released from, read together."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course import Assignment, Course, Marking, Problem, load_hints, load_marking
from autograder.course.document import read_text
from autograder.errors import SourceError
from autograder.kit_files import COPIED, TWINS
from autograder.release.code import Code, Definition, read_code
from autograder.release.lesson import Lesson, LessonCell, read_lesson
from autograder.release.twins import Twins, read_twins
from autograder.texts import Text


@dataclass(frozen=True)
class Source:
    """What one assignment is released from."""

    course: Course
    assignment: Assignment
    lesson: Lesson  # in English, with the reference implementation
    twins: Twins  # its Korean texts
    codes: dict[int, Code]  # the code cells taken apart, by the line of the file they start in
    copied: dict[str, str]  # the text of each file that is handed out as it is, by its name
    hints: dict[str, tuple[Text, ...]]  # by task
    marking: dict[str, Marking]  # what each written answer is worth, by its id

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        return self.assignment.solution_dir

    def problem(self, line: int, message: str) -> Problem:
        """Return a problem in a line of the lesson; of the whole lesson for line 0."""
        return Problem(self.lesson.path, line, "", message)

    def code(self, cell: LessonCell) -> Code:
        """Return a code cell taken apart."""
        return self.codes[cell.first_line]

    def definitions(self) -> Iterator[tuple[Code, Definition]]:
        """Yield every function, class and method that students are given, with its cell."""
        for code in self.codes.values():
            for definition in code.open_definitions():
                yield code, definition

    def task_of(self, code: Code, name: str) -> str | None:
        """Return the id of the task that a marked function or method belongs to.

        A method that no task names belongs to the only task of its cell, where there is one.
        """
        for task in self.assignment.tasks:
            if name in task.functions:
                return task.id
        return code.cell.tasks[0] if len(code.cell.tasks) == 1 else None


def read_source(course: Course, assignment: Assignment) -> Source:
    """Read what an assignment is released from; ``lesson_rules.check_source`` says whether it fits.

    Raises
    ------
    SourceError
        Where a file is missing or can't be read; the message names file and line.
    """
    folder = assignment.solution_dir
    if not folder.is_dir():
        raise SourceError(
            f"{folder}: there is no such folder, though {assignment.code} is finished; "
            "write its lesson there, or mark the assignment as planned"
        )
    lesson = read_lesson(assignment.solution_file)
    twins = read_twins(folder / TWINS)
    copied = {
        name: read_text(folder / name, SourceError, f"the {name} of an assignment")
        for name in COPIED
    }
    if assignment.left_out:
        lesson, twins = _without(lesson, twins, assignment.left_out)
        copied = {name: without_checks(text, assignment.left_out) for name, text in copied.items()}
    return Source(
        course=course,
        assignment=assignment,
        lesson=lesson,
        twins=twins,
        codes={cell.first_line: read_code(cell) for cell in lesson.code},
        copied=copied,
        hints=load_hints(assignment),
        marking=load_marking(assignment),
    )


def _without(lesson: Lesson, twins: Twins, tasks: Collection[str]) -> tuple[Lesson, Twins]:
    """Return a lesson without the cells that are about some tasks alone, and without the twins of those."""
    gone = [cell for cell in lesson.cells if cell.tasks and set(cell.tasks) <= set(tasks)]
    texts = {cell.id for cell in gone}
    names = {name for cell in gone if cell.kind == "code" for name in read_code(cell).definitions}
    return replace(lesson, cells=tuple(cell for cell in lesson.cells if cell not in gone)), replace(
        twins,
        cells={name: twin for name, twin in twins.cells.items() if name not in texts},
        docstrings={name: twin for name, twin in twins.docstrings.items() if name not in names},
    )


def without_checks(text: str, tasks: Collection[str]) -> str:
    """Return the text of public checks without those of some tasks; as it is where it isn't Python."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text  # said when the lesson is checked
    lines = text.splitlines(keepends=True)
    for node in reversed(tree.body):
        if isinstance(node, ast.FunctionDef) and _marked(node) & set(tasks):
            first = node.decorator_list[0].lineno - 1
            while first > 0 and not lines[first - 1].strip():
                first -= 1
            del lines[first : node.end_lineno]
    return "".join(lines)


def _marked(function: ast.FunctionDef) -> set[object]:
    """Return the literals that a function's decorators are called with first: the task of a check is one."""
    calls = [each for each in function.decorator_list if isinstance(each, ast.Call) and each.args]
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
