"""The programs that workers load: a submission, a reference; each with its earlier assignments.

What a program can import of an earlier assignment is one value, an ``Earlier``, and is made here; where it is the
student's own file, in ``student.own``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from autograder.course import Assignment, Course, Task
from autograder.grading.reference import given_source, reference_source
from autograder.sandbox import Cell, Earlier, Program
from autograder.submission import Submission


def submission_program(
    course: Course, assignment: Assignment, submission: Submission, *, own_files: bool = False
) -> Program:
    """Return what a worker loads for a submission.

    Earlier assignments are their references; with ``own_files``, the student's own file is used where it came with the
    submission.
    """
    own = own_modules(submission) if own_files else set()
    return Program(
        module=assignment.module,
        cells=submission.cells,
        files=submission.files,
        earlier={
            one.module: reference_earlier(course, one)
            for one in course.basis(assignment)
            if one.module not in own
        },
    )


def reference_program(course: Course, assignment: Assignment, source: str | None = None) -> Program:
    """Return a program that is an assignment's reference, or a variant of it; earlier assignments run with it."""
    return Program(
        module=assignment.module,
        cells=(_cell(assignment, source or reference_source(assignment)),),
        earlier={
            one.module: _inside(one)
            for one in course.basis(assignment)
            if one.solution_file.is_file()
        },
    )


def for_task(course: Course, program: Program, task: Task) -> Program:
    """Return a program as one task wants it: names forbidden, and what the task is given running inside."""
    given: dict[str, set[str]] = {}
    for one in course.given(task):
        given.setdefault(course.assignment(one.code).module, set()).add(one.name)
    earlier = dict(program.earlier)
    for module, names in given.items():
        if module in earlier and not earlier[module].cells:
            source = given_source(course.assignment(module), names)
            cell = _cell(course.assignment(module), source)
            earlier[module] = replace(earlier[module], cells=(cell,))
    return replace(program, forbidden=task.forbid, earlier=earlier)


def with_references(course: Course, program: Program, assignments: Iterable[Assignment]) -> Program:
    """Return a program that imports references where it had files of its own."""
    more = {one.module: reference_earlier(course, one) for one in assignments}
    return replace(program, earlier={**program.earlier, **more})


def reference_earlier(course: Course, assignment: Assignment) -> Earlier:
    """Return what a submission can import of an earlier assignment, as ``earlier`` in course.yml says."""
    if course.earlier == "inside":
        return _inside(assignment)
    return Earlier(functions=assignment.module_functions, classes=assignment.class_names)


def own_modules(submission: Submission) -> Collection[str]:
    """Return the names of the modules that came with a submission."""
    return {name.removesuffix(".py").partition("/")[0] for name in submission.files}


def _inside(assignment: Assignment) -> Earlier:
    return Earlier(cells=(_cell(assignment, reference_source(assignment)),))


def _cell(assignment: Assignment, source: str) -> Cell:
    return Cell(source, f"{assignment.module}.py")
