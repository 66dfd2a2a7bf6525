"""What a lesson must be before it is released."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from autograder.course import Assignment, Course, Problem, did_you_mean, raise_problems
from autograder.errors import SourceError
from autograder.kit_files import EXPERIMENT, MARKING
from autograder.release.code import BEGIN, END, Code, Definition, looks_like_mark, marks
from autograder.release.source import Source, read_source
from autograder.release.twins import Twin

Problems = Iterator[Problem]

# The ids of code cells that have none of their own.
_ADDED_ID = re.compile(r"code_\d+")
_MAIN = ("__name__ == '__main__'", "'__main__' == __name__")
# ``return 2 * x`` has 7 nodes: less than a solution one could recognise.
_COMMON_NODES = 8


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
    for rule in RULES:
        yield from rule(source)


def ids_are_unique(source: Source) -> Problems:
    """Demand that no two cells share an id, and none has one that the release gives."""
    first: dict[str, int] = {}
    reserved = {task.check_cell for task in source.assignment.tasks}
    reserved |= {task.answer_cell for task in source.assignment.tasks}
    for cell in source.lesson.cells:
        name, line = cell.id, cell.first_line
        if name and name in first:
            yield source.problem(line, f'id "{name}" is that of the cell in line {first[name]}')
        if name in reserved or _ADDED_ID.fullmatch(name):
            yield source.problem(line, f'id "{name}" is kept for a cell that the release adds')
        first.setdefault(name, line)


def questions_have_guides(source: Source) -> Problems:
    """Demand that every question has a marking guide, and every guide its question."""
    asked: dict[str, int] = {}
    for cell in source.lesson.markdown:
        name, line = cell.manual, cell.first_line
        if not name:
            continue
        if name in asked:
            yield source.problem(line, f"{name} is asked for in line {asked[name]}, too")
        elif name not in source.marking:
            yield source.problem(line, f"{name} has no entry in {MARKING}")
        asked.setdefault(name, line)
    for name in source.marking.keys() - asked:
        found = f'{MARKING} has {name}, and no markdown cell says manual="{name}"'
        yield source.problem(0, found)


def marks_are_whole(source: Source) -> Problems:
    """Demand marks of solutions that can be cut out, and none in texts."""
    for code in source.codes.values():
        for line, message in code.problems:
            yield source.problem(line, message)
    twins = (*source.twins.cells.values(), *source.twins.docstrings.values())
    for path, text, first_line in (
        *((source.lesson.path, cell.source, cell.first_line) for cell in source.lesson.markdown),
        *((source.twins.path, twin.text, twin.first_line) for twin in twins),
    ):
        for number, shown in enumerate(text.splitlines(), start=first_line):
            if looks_like_mark(shown):
                yield Problem(path, number, "", "a solution mark in text isn't cut out")


def cells_hold_their_tasks(source: Source) -> Problems:
    """Demand, cell by cell, that its tasks are known, and that it holds nothing but those."""
    known = source.assignment.task_ids
    for cell in source.lesson.cells:
        for task_id in cell.tasks:
            if task_id in source.assignment.left_out:
                found = f"{task_id} is a draft, and the cell holds others: give it one of its own"
                yield source.problem(cell.first_line, found)
            elif task_id not in known:
                found = f"{source.assignment.code} has no task {task_id}."
                yield source.problem(cell.first_line, found + did_you_mean(task_id, known))
    for code in source.codes.values():
        cell = code.cell
        for name, definition in code.definitions.items():
            if definition.block and source.task_of(code, name) is None:
                whose = "no task of this cell" if cell.tasks else "no task: the cell names none"
                found = f"{name} has a solution block and belongs to {whose}"
                yield source.problem(definition.line, found)
        own = {task.name for task in source.assignment.tasks if task.id in cell.tasks}
        for definition in code.open_definitions():
            if cell.tasks and definition.name.partition(".")[0] not in own:
                found = (
                    f"{definition.name} stands in a task's cell and is not its task; give it a "
                    "cell of its own, or mark it whole as part of the solution"
                )
                yield source.problem(definition.line, found)


def tasks_are_defined_once(source: Source) -> Problems:
    """Demand, task by task, that exactly one cell defines it, with marks and a docstring."""
    for task in source.assignment.tasks:
        cells = [code for code in source.codes.values() if task.id in code.cell.tasks]
        if not cells:
            found = f'no cell has task="{task.id}"; the one that defines {task.function} should'
            yield source.problem(0, found)
            continue
        first = cells[0]
        for code in cells[1:]:
            found = f"{task.id} already has the cell in line {first.cell.first_line}"
            yield source.problem(code.cell.first_line, found)
        for name in task.functions:
            if name in first.definitions:
                yield from _task_function(source, first, task.id, first.definitions[name])
            else:
                near = did_you_mean(name, first.definitions)
                found = f"the cell of {task.id} doesn't define {name}" + (
                    f".{near}" if near else ""
                )
                yield source.problem(first.cell.first_line, found)
        for code, definition in source.definitions():
            if definition.name in task.functions and code not in cells:
                found = f"{definition.name} is the function of {task.id}, defined in another cell"
                yield source.problem(definition.line, found)


def _task_function(source: Source, code: Code, task_id: str, definition: Definition) -> Problems:
    if definition.is_class:
        found = f"{definition.name} is a class; course.yml calls it a function of {task_id}"
        yield source.problem(definition.line, found)
    elif definition.block is None and not code.problems:
        found = f"{definition.name} has no {BEGIN} … {END}, so its solution would be handed out"
        yield source.problem(definition.line, found)
    for name in dict.fromkeys((definition.name, definition.name.partition(".")[0])):
        if code.definitions[name].docstring is None:
            found = f"{name} has no docstring, which is what a student works from"
            yield source.problem(code.definitions[name].line, found)


def texts_have_twins(source: Source) -> Problems:
    """Demand that every text has its twin, and every twin its text."""
    path = source.twins.path
    for cell in source.lesson.markdown:
        if cell.id and cell.id not in source.twins.cells:
            found = f"the cell has no Korean twin; write <!-- cell: {cell.id} --> in {path.name}"
            yield source.problem(cell.first_line, found)
    for twin in source.twins.cells.values():
        for number, text in enumerate(twin.text.splitlines(), start=twin.first_line):
            if text.startswith("%%"):
                found = "a line that starts with %% would begin a new cell; put something before it"
                yield Problem(path, number, "", found)
    cell_ids = [cell.id for cell in source.lesson.markdown]
    yield from _orphans(path, "cell", source.twins.cells, cell_ids)


def docstrings_have_twins(source: Source) -> Problems:
    """Demand that every docstring of a task has its twin, in a form in which it can take its place."""
    path = source.twins.path
    named = {task.name for task in source.assignment.tasks}
    documented: list[str] = []
    for code, definition in source.definitions():
        name, docstring = definition.name, definition.docstring
        if docstring is None:
            continue
        documented.append(name)
        if name not in source.twins.docstrings:
            if name.partition(".")[0] in named:
                found = f"the docstring of {name} has no Korean twin; "
                found += f"write <!-- docstring: {name} --> in {path.name}"
                yield source.problem(docstring.lineno, found)
        elif not _stands_alone(code, docstring):
            found = f"the docstring of {name} must stand on lines of its own"
            yield source.problem(docstring.lineno, found)
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


def _stands_alone(code: Code, docstring: ast.Expr) -> bool:
    first, last = docstring.lineno, docstring.end_lineno or docstring.lineno
    before = code.cell.lines[first].encode()[: docstring.col_offset]
    after = code.cell.lines[last].encode()[docstring.end_col_offset :]
    return not before.strip() and not after.strip()


def experiments_are_guarded(source: Source) -> Problems:
    """Demand that importing the module, or grading it, runs no experiment."""
    for code in source.codes.values():
        for node in code.tree.body:
            guarded = isinstance(node, ast.If) and ast.unparse(node.test) in _MAIN
            if code.cell.experiment and not guarded:
                found = 'an experiment runs under if __name__ == "__main__": only'
                yield source.problem(node.lineno, found)
            elif guarded and not code.cell.experiment:
                found = f'what runs as a script only belongs in a cell with tags=["{EXPERIMENT}"]'
                yield source.problem(node.lineno, found)


def imports_are_built_on(source: Source) -> Problems:
    """Demand that a lesson imports no assignment that it doesn't build on."""
    others = {other.module: other for other in source.course.assignments}
    for allowed in (*source.course.basis(source.assignment), source.assignment):
        del others[allowed.module]
    for code in source.codes.values():
        for node in ast.walk(code.tree):
            if isinstance(node, ast.Import):
                modules = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = {node.module}
            else:
                continue
            for module in others.keys() & modules:
                found = f"imports {module}, and {source.assignment.code} doesn't build on "
                found += f"{others[module].code}; add it to builds_on in course.yml"
                yield source.problem(node.lineno, found)


def copied_files_are_clean(source: Source) -> Problems:
    """Demand that what is handed out as it is is Python, and holds no marks."""
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


def solutions_stay_here(source: Source) -> Problems:
    """Look for a solution's statements in what students are given."""
    solutions = {
        name: [ast.dump(statement) for statement in definition.block.statements]
        for code in source.codes.values()
        for name, definition in code.definitions.items()
        if definition.block and _telling(definition.block.statements)
    }
    open_functions = [
        (source.lesson.path, definition.name, definition.node)
        for _, definition in source.definitions()
        if definition.block is None and not definition.is_class
    ]
    for name, text in source.copied.items():
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        open_functions += [
            (source.folder / name, node.name, node)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    for path, name, node in open_functions:
        body = [ast.dump(statement) for statement in node.body]
        for solved, solution in solutions.items():
            if any(body[at : at + len(solution)] == solution for at in range(len(body))):
                yield Problem(path, node.lineno, "", f"{name} holds the solution of {solved}")


def _telling(statements: Sequence[ast.stmt]) -> bool:
    """Say whether statements are more than one that anybody might write."""
    return len(statements) > 1 or sum(1 for _ in ast.walk(statements[0])) > _COMMON_NODES


def helpers_are_handed_out(source: Source) -> Problems:
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
            if isinstance(node, ast.Name) and node.id in helpers and node.lineno not in hidden:
                found = f"uses {node.id}, a helper that students aren't given"
                yield source.problem(node.lineno, found)


RULES = (
    ids_are_unique,
    questions_have_guides,
    marks_are_whole,
    cells_hold_their_tasks,
    tasks_are_defined_once,
    texts_have_twins,
    docstrings_have_twins,
    experiments_are_guarded,
    imports_are_built_on,
    copied_files_are_clean,
    solutions_stay_here,
    helpers_are_handed_out,
)
