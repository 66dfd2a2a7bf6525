"""What a lesson must be before it is released."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from autograder.course import Assignment, Course, Problem, did_you_mean, raise_problems
from autograder.errors import SourceError
from autograder.kit_files import EXPERIMENT
from autograder.release.code import BEGIN, END, Code, Definition, looks_like_mark, marks
from autograder.release.lesson import LessonCell
from autograder.release.source import Source, read_source
from autograder.release.twins import Twin

Problems = Iterator[Problem]


def check_source(source: Source) -> None:
    """Demand that an assignment can be released.

    Raises
    ------
    SourceError
        Naming every problem with its file and line.
    """
    raise_problems(source_problems(source), SourceError, str(source.folder))


def lesson_problems(course: Course, assignment: Assignment) -> Problems:
    """Yield what keeps an assignment from being released; errors as ``read_source``."""
    yield from source_problems(read_source(course, assignment))


def source_problems(source: Source) -> Problems:
    """Yield everything that keeps an assignment from being released."""
    yield from _cell_ids(source)
    yield from _marks(source)
    yield from _task_cells(source)
    yield from _tasks(source)
    yield from _twins(source)
    yield from _experiments(source)
    yield from _imports(source)
    yield from _copied_files(source)
    yield from _leaks(source)
    yield from _lost_helpers(source)


def _cell_ids(source: Source) -> Problems:
    first: dict[str, int] = {}
    reserved = {task.check_cell for task in source.assignment.tasks}
    reserved |= {task.answer_cell for task in source.assignment.tasks}
    for cell in source.lesson.cells:
        if not cell.id:
            continue
        if cell.id in first:
            yield _at(source, cell, f'id "{cell.id}" is that of the cell in line {first[cell.id]}')
        if cell.id in reserved or _ADDED_ID.fullmatch(cell.id):
            yield _at(source, cell, f'id "{cell.id}" is kept for a cell that the release adds')
        first.setdefault(cell.id, cell.first_line)
    yield from _written_answers(source)


def _written_answers(source: Source) -> Problems:
    """Check that every question has a marking guide, and every guide its question."""
    asked: dict[str, int] = {}
    for cell in source.lesson.markdown:
        if not cell.manual:
            continue
        if cell.manual in asked:
            yield _at(source, cell, f"{cell.manual} is asked for in line {asked[cell.manual]}, too")
        elif cell.manual not in source.marking:
            yield _at(source, cell, f"{cell.manual} has no entry in marking.yml")
        asked.setdefault(cell.manual, cell.first_line)
    for name in source.marking:
        if name not in asked:
            found = f'marking.yml has {name}, and no markdown cell says manual="{name}"'
            yield Problem(source.lesson.path, 0, "", found)


# The ids of code cells that have none of their own.
_ADDED_ID = re.compile(r"code_\d+")


def _marks(source: Source) -> Problems:
    for code in source.codes.values():
        for line, message in code.problems:
            yield Problem(source.lesson.path, line, "", message)
    for cell in source.lesson.markdown:
        yield from _marks_in_text(source.lesson.path, cell.source, cell.first_line)
    for twin in source.twins.cells.values():
        yield from _marks_in_text(source.twins.path, twin.text, twin.first_line)
    for twin in source.twins.docstrings.values():
        yield from _marks_in_text(source.twins.path, twin.text, twin.first_line)


def _marks_in_text(path: Path, text: str, first_line: int) -> Problems:
    for number, line in enumerate(text.splitlines()):
        if looks_like_mark(line):
            yield Problem(path, first_line + number, "", "a solution mark in text isn't cut out")


def _task_cells(source: Source) -> Problems:
    """Check the cells one by one: their tasks are known, and hold nothing but those."""
    known = source.assignment.task_ids
    for cell in source.lesson.cells:
        for task_id in cell.tasks:
            if task_id in source.assignment.left_out:
                found = f"{task_id} is a draft, and the cell holds others: give it one of its own"
                yield _at(source, cell, found)
            elif task_id not in known:
                found = f"{source.assignment.code} has no task {task_id}."
                yield _at(source, cell, found + did_you_mean(task_id, known))
    for code in source.codes.values():
        cell = code.cell
        for definition in code.definitions.values():
            line = code.line(definition.node.lineno)
            if definition.block and source.task_of(code, definition.name) is None:
                whose = "no task of this cell" if cell.tasks else "no task: the cell names none"
                found = f"{definition.name} has a solution block and belongs to {whose}"
                yield Problem(source.lesson.path, line, "", found)
        if not cell.tasks:
            continue
        own = {task.name for task in source.assignment.tasks if task.id in cell.tasks}
        for definition in code.open_definitions():
            if definition.name.partition(".")[0] not in own:
                line = code.line(definition.node.lineno)
                found = (
                    f"{definition.name} stands in a task's cell and is not its task; give it a "
                    "cell of its own, or mark it whole as part of the solution"
                )
                yield Problem(source.lesson.path, line, "", found)


def _tasks(source: Source) -> Problems:
    """Check task by task: exactly one cell defines it, with marks and a docstring."""
    path = source.lesson.path
    for task in source.assignment.tasks:
        cells = [code for code in source.codes.values() if task.id in code.cell.tasks]
        if not cells:
            found = f'no cell has task="{task.id}"; the one that defines {task.function} should'
            yield Problem(path, 0, "", found)
            continue
        for code in cells[1:]:
            found = f"{task.id} already has the cell in line {cells[0].cell.first_line}"
            yield _at(source, code.cell, found)
        for name in task.functions:
            definition = cells[0].definitions.get(name)
            if definition is None:
                found = f"the cell of {task.id} doesn't define {name}"
                near = did_you_mean(name, cells[0].definitions)
                yield _at(source, cells[0].cell, f"{found}.{near}" if near else found)
            else:
                yield from _task_function(source, cells[0], task.id, definition)
        for code, definition in source.definitions():
            if definition.name in task.functions and code not in cells:
                found = f"{definition.name} is the function of {task.id}, defined in another cell"
                line = code.line(definition.node.lineno)
                yield Problem(path, line, "", found)


def _task_function(source: Source, code: Code, task_id: str, definition: Definition) -> Problems:
    line = code.line(definition.node.lineno)
    if definition.is_class:
        found = f"{definition.name} is a class; course.yml calls it a function of {task_id}"
        yield Problem(source.lesson.path, line, "", found)
    elif definition.block is None and not code.problems:
        found = f"{definition.name} has no {BEGIN} … {END}, so its solution would be handed out"
        yield Problem(source.lesson.path, line, "", found)
    names = [definition.name]
    if "." in definition.name:
        names.append(definition.name.partition(".")[0])
    for name in names:
        if code.definitions[name].docstring is None:
            at = code.line(code.definitions[name].node.lineno)
            found = f"{name} has no docstring, which is what a student works from"
            yield Problem(source.lesson.path, at, "", found)


def _twins(source: Source) -> Problems:
    """Check that every text has its twin, and every twin its text."""
    path = source.twins.path
    for cell in source.lesson.markdown:
        if cell.id and cell.id not in source.twins.cells:
            found = f"the cell has no Korean twin; write <!-- cell: {cell.id} --> in {path.name}"
            yield _at(source, cell, found)
    for twin in source.twins.cells.values():
        for number, text in enumerate(twin.text.splitlines(), start=twin.first_line):
            if text.startswith("%%"):
                found = "a line that starts with %% would begin a new cell; put something before it"
                yield Problem(path, number, "", found)
    cell_ids = [cell.id for cell in source.lesson.markdown]
    yield from _orphans(path, "cell", source.twins.cells, cell_ids)
    named = {task.name for task in source.assignment.tasks}
    documented: list[str] = []
    for code, definition in source.definitions():
        if definition.docstring is None:
            continue
        documented.append(definition.name)
        line = code.line(definition.docstring.lineno)
        owned = definition.name.partition(".")[0] in named
        if owned and definition.name not in source.twins.docstrings:
            found = f"the docstring of {definition.name} has no Korean twin; "
            found += f"write <!-- docstring: {definition.name} --> in {path.name}"
            yield Problem(source.lesson.path, line, "", found)
        if definition.name in source.twins.docstrings and not _stands_alone(code, definition):
            found = f"the docstring of {definition.name} must stand on lines of its own"
            yield Problem(source.lesson.path, line, "", found)
    yield from _orphans(path, "docstring", source.twins.docstrings, documented)
    for name, twin in source.twins.docstrings.items():
        if '"""' in twin.text or twin.text.rstrip().endswith(("\\", '"')):
            found = f'the docstring of {name} must hold no """, and end in neither " nor \\'
            yield Problem(path, twin.line, "", found)


def _orphans(
    path: Path, kind: str, twins: Mapping[str, Twin], originals: Sequence[str]
) -> Problems:
    for name, twin in twins.items():
        if name not in originals:
            hint = did_you_mean(name, originals)
            yield Problem(path, twin.line, "", f"the lesson has no {kind} {name}.{hint}")


def _stands_alone(code: Code, definition: Definition) -> bool:
    docstring = definition.docstring
    if docstring is None or docstring.end_lineno is None or docstring.end_col_offset is None:
        return False
    lines = code.cell.source.splitlines()
    before = lines[docstring.lineno - 1].encode()[: docstring.col_offset]
    after = lines[docstring.end_lineno - 1].encode()[docstring.end_col_offset :]
    return not before.strip() and not after.strip()


def _experiments(source: Source) -> Problems:
    """Check that importing the module, or grading it, runs no experiment."""
    for code in source.codes.values():
        for node in code.tree.body:
            guarded = isinstance(node, ast.If) and ast.unparse(node.test) in _MAIN
            line = code.line(node.lineno)
            if code.cell.experiment and not guarded:
                found = 'an experiment runs under if __name__ == "__main__": only'
                yield Problem(source.lesson.path, line, "", found)
            elif guarded and not code.cell.experiment:
                found = f'what runs as a script only belongs in a cell with tags=["{EXPERIMENT}"]'
                yield Problem(source.lesson.path, line, "", found)


_MAIN = ("__name__ == '__main__'", "'__main__' == __name__")


def _imports(source: Source) -> Problems:
    """Check that a lesson imports no assignment that it doesn't build on."""
    assignments = {each.id: each for each in source.course.assignments}
    allowed = {each.id for each in source.course.basis(source.assignment)} | {source.assignment.id}
    for code in source.codes.values():
        for node in ast.walk(code.tree):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            else:
                continue
            for module in modules:
                if module in assignments and module not in allowed:
                    found = f"imports {module}, and {source.assignment.code} doesn't build on "
                    found += f"{assignments[module].code}; add it to builds_on in course.yml"
                    yield Problem(source.lesson.path, code.line(node.lineno), "", found)


def _copied_files(source: Source) -> Problems:
    for name, text in source.copied.items():
        path = source.folder / name
        try:
            ast.parse(text)
        except SyntaxError as reason:
            yield Problem(path, reason.lineno or 0, "", f"not Python: {reason.msg}")
            continue
        for line, _ in marks(text):
            found = f"{name} is handed out as it is, marks and all; keep solutions out of it"
            yield Problem(path, line, "", found)


def _leaks(source: Source) -> Problems:
    """Look for a solution's statements in what students are given."""
    solutions = {
        definition.name: [_shape(statement) for statement in definition.block.statements]
        for code in source.codes.values()
        for definition in code.definitions.values()
        if definition.block and _telling(definition.block.statements)
    }
    open_functions = [
        (source.lesson.path, code.line(definition.node.lineno), definition.name, definition.node)
        for code, definition in source.definitions()
        if definition.block is None and not definition.is_class
    ]
    for name, text in source.copied.items():
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        open_functions += [
            (source.folder / name, node.lineno, node.name, node)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    for path, line, name, node in open_functions:
        body = [_shape(statement) for statement in node.body]
        for solved, solution in solutions.items():
            if any(body[at : at + len(solution)] == solution for at in range(len(body))):
                yield Problem(path, line, "", f"{name} holds the solution of {solved}")


def _lost_helpers(source: Source) -> Problems:
    """Look for given code that calls a helper which is cut out with the solutions."""
    helpers = {
        statement.name
        for code in source.codes.values()
        for block in code.dropped
        for statement in block.statements
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    for code in source.codes.values():
        hidden = {line for block in code.blocks for line in range(block.first, block.last + 1)}
        for node in ast.walk(code.tree):
            if not isinstance(node, ast.Name) or node.lineno in hidden:
                continue
            if node.id in helpers:
                found = f"uses {node.id}, a helper that students aren't given"
                yield Problem(source.lesson.path, code.line(node.lineno), "", found)


def _telling(statements: Sequence[ast.stmt]) -> bool:
    """Say whether statements are more than one that anybody might write."""
    return len(statements) > 1 or sum(1 for _ in ast.walk(statements[0])) > _COMMON_NODES


# ``return 2 * x`` has 7 nodes: less than a solution one could recognise.
_COMMON_NODES = 8


def _shape(statement: ast.stmt) -> str:
    return ast.dump(statement)


def _at(source: Source, cell: LessonCell, message: str) -> Problem:
    return Problem(source.lesson.path, cell.first_line, "", message)
