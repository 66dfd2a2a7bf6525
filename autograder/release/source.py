"""All files that one assignment is released from, read together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, Course, Marking, load_hints, load_marking
from autograder.course.document import read_text
from autograder.errors import SourceError
from autograder.release.code import Code, Definition, read_code
from autograder.release.lesson import Lesson, LessonCell, read_lesson
from autograder.release.twins import Twins, read_twins
from autograder.texts import Text

TWINS_FILE = "lesson.ko.md"
# Handed out as they are: what they hold is for students of either language.
COPIED_FILES = ("test_public.py", "figures.py")


@dataclass(frozen=True)
class Source:
    """What one assignment is released from.

    Attributes
    ----------
    course, assignment
        What ``course.yml`` says of it.
    lesson
        The English lesson with the reference implementation.
    twins
        Its Korean texts.
    codes
        The code cells taken apart, by the line of the file they start in.
    copied
        The text of each file that is handed out as it is, by its name.
    hints
        The hints of each task, by its id.
    marking
        What each written answer is worth, by its id.
    """

    course: Course
    assignment: Assignment
    lesson: Lesson
    twins: Twins
    codes: dict[int, Code]
    copied: dict[str, str]
    hints: dict[str, tuple[Text, ...]]
    marking: dict[str, Marking]

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        return self.assignment.solution_dir

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
    """Read what an assignment is released from; ``soundness.check_source`` says whether it fits.

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
    return Source(
        course=course,
        assignment=assignment,
        lesson=lesson,
        twins=read_twins(folder / TWINS_FILE),
        codes={cell.first_line: read_code(cell) for cell in lesson.code},
        copied={
            name: read_text(folder / name, SourceError, f"the {name} of an assignment")
            for name in COPIED_FILES
        },
        hints=load_hints(assignment),
        marking=load_marking(assignment),
    )
