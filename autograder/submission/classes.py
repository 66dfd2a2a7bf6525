"""Classes of earlier assignments that a submission uses, and that won't be there in grading.

Where ``earlier`` in course.yml is ``outside``, the grader answers calls to earlier functions, and nothing can stand in
for a class: one that a task isn't ``given`` refuses when it is used. That can be read off the source beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from autograder.course import Assignment, Course
from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.policy import modules_of
from autograder.submission.program_graph import ProgramGraph, Use
from autograder.texts import Text


def unavailable_classes(
    cells: Sequence[Cell],
    course: Course,
    assignment: Assignment,
    files: Mapping[str, bytes] | None = None,
) -> tuple[Text, ...]:
    """Return a sentence for each class of an earlier assignment that tasks use, though it won't be there in grading.

    ``files`` are further files of the submission, ``Submission.files``.
    """
    if course.earlier == "inside":
        return ()
    owners = {
        f"{earlier.module}.{name}": earlier.code
        for earlier in course.basis(assignment)
        for name in earlier.class_names
    }
    graph = ProgramGraph(modules_of(cells, files or {}))
    first: dict[str, Use] = {}
    tasks: dict[str, list[str]] = {}
    for task in assignment.tasks:
        for use in _uses(graph, {task.name, *task.functions}):
            name = ".".join(use.name.split(".")[:2])
            if name in owners and name.partition(".")[2] not in task.given:
                first.setdefault(name, use)
                if task.id not in tasks.setdefault(name, []):
                    tasks[name].append(task.id)
    return tuple(
        sentence(
            "class_unavailable",
            name=name.partition(".")[2],
            assignment=owners[name],
            filename=use.filename,
            line=use.line,
            tasks=", ".join(tasks[name]),
        )
        for name, use in first.items()
    )


def _uses(graph: ProgramGraph, parts: set[str]) -> Iterator[Use]:
    for part in sorted(parts):
        yield from graph.reached_uses(part)
