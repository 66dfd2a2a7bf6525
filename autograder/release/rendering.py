"""A lesson in one language, with its solutions cut out or filled in."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass

from autograder.errors import SourceError
from autograder.locale import sentence
from autograder.release.code import BEGIN, END, Block, Code, Definition
from autograder.release.lesson import LessonCell
from autograder.release.source import Source
from autograder.texts import Language

# The import hook of the kit: a student's earlier assignments stand in folders beside this one.
EARLIER_FOUND = (
    "import autograder.notebook  # finds your earlier assignments, in the folders beside this one"
)

# Lines first to last, both included and counted as in the file, and what stands there instead.
Edit = tuple[int, int, list[str]]


@dataclass(frozen=True)
class RenderedCell:
    """A cell as a student sees it."""

    cell: LessonCell  # that of the lesson which it comes from
    source: str
    answer: bool = False  # whether it is the cell below a question, where the answer is written
    # Where solutions stay between their marks: the lines that a student is given instead of each.
    stubs: tuple[tuple[str, ...], ...] = ()


def render_cells(source: Source, language: Language, *, solved: bool) -> tuple[RenderedCell, ...]:
    """Return the cells of a lesson.

    Parameters
    ----------
    source
        The lesson, checked.
    language
        That of texts and docstrings; code is the same in all.
    solved
        Whether solutions stay, without their marks, or are cut out.
    """
    cells = []
    for cell in source.lesson.cells:
        if cell.kind == "markdown":
            text = _markdown(source, cell, language)
        else:
            code = source.code(cell)
            edits: list[Edit] = []
            for block in code.blocks:
                edits += _unmarked(block) if solved else [_cut(source, code, block, language)]
            text = _code(source, code, language, edits)
        if cell.manual:
            cells.append(RenderedCell(cell, _question(source, cell, text, language)))
            cells.append(RenderedCell(cell, sentence("answer_here").in_(language), answer=True))
        # A cell that held nothing but helpers of a solution is gone with them.
        elif text.strip():
            cells.append(RenderedCell(cell, text))
    return tuple(cells)


def render_marked(source: Source, language: Language) -> tuple[RenderedCell, ...]:
    """Return the cells of a lesson with its solutions between their marks, model answers included."""
    cells = []
    for cell in source.lesson.cells:
        if cell.kind == "markdown":
            text = _markdown(source, cell, language)
            if not cell.manual:
                cells.append(RenderedCell(cell, text))
                continue
            guide = source.marking[cell.manual].guide.in_(language)
            cells.append(RenderedCell(cell, _question(source, cell, text, language)))
            stub = (sentence("answer_here").in_(language),)
            cells.append(RenderedCell(cell, f"{BEGIN}\n\n{guide}\n\n{END}", True, (stub,)))
        else:
            code = source.code(cell)
            text = _code(source, code, language, [])
            stubs = [_cut(source, code, block, language)[2] for block in code.blocks]
            cells.append(
                RenderedCell(cell, text, stubs=tuple(tuple(map(str.strip, one)) for one in stubs))
            )
    return tuple(cells)


def _markdown(source: Source, cell: LessonCell, language: Language) -> str:
    return cell.source if language == "en" else source.twins.cells[cell.id].text


def _question(source: Source, cell: LessonCell, text: str, language: Language) -> str:
    """Return the text of a question with what its answer is worth."""
    points = sentence("marked_by_hand", points=source.marking[cell.manual].points)
    return f"{text}\n\n{points.in_(language)}"


def _code(source: Source, code: Code, language: Language, solutions: list[Edit]) -> str:
    """Return the text of a code cell with what is done about its solutions."""
    edits = list(solutions)
    if language != "en":
        for definition in code.definitions.values():
            twin = source.twins.docstrings.get(definition.name)
            if twin is not None and definition.docstring is not None:
                edits.append(_translated(definition, definition.docstring, twin.text))
    edits += _earlier_found(source, code)
    text = _edited(code.cell, edits)
    _assert_compiles(source, code, text)
    return text


def _earlier_found(source: Source, code: Code) -> list[Edit]:
    """Let the first import of an earlier assignment find the student's own file beside this one."""
    earlier = {one.module for one in source.course.basis(source.assignment)}
    for node in code.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module in earlier:
            return [(node.lineno, node.lineno - 1, [EARLIER_FOUND])]
    return []


def _unmarked(block: Block) -> list[Edit]:
    return [(block.first, block.first, []), (block.last, block.last, [])]


def _cut(source: Source, code: Code, block: Block, language: Language) -> Edit:
    if block in code.dropped:
        return block.first, block.last, []
    name = next(each.name for each in code.definitions.values() if each.block == block)
    task = source.task_of(code, name)
    unwritten = "stub_method" if "." in name else "stub_function"
    message = sentence(unwritten, task=task, name=name).in_(language)
    todo = sentence("stub_todo", task=task).in_(language)
    return (
        block.first,
        block.last,
        [
            f"{block.indent}# {todo}",
            f'{block.indent}raise NotImplementedError("{message}")',
        ],
    )


def _translated(definition: Definition, docstring: ast.Expr, text: str) -> Edit:
    """Return the docstring's lines with the twin in their place, indented as they are."""
    indent = " " * docstring.col_offset
    prefix = "r" if "\\" in text else ""
    lines = inspect.cleandoc(text).splitlines()
    lines[0] = f'{prefix}"""{lines[0]}'
    if len(lines) == 1:
        lines[0] += '"""'
    else:
        lines.append('"""')
    lines = [f"{indent}{line}".rstrip() for line in lines]
    return docstring.lineno, docstring.end_lineno or docstring.lineno, lines


def _edited(cell: LessonCell, edits: list[Edit]) -> str:
    lines = cell.source.splitlines()
    for first, last, instead in sorted(edits, reverse=True):
        lines[first - cell.first_line : last + 1 - cell.first_line] = instead
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def _assert_compiles(source: Source, code: Code, text: str) -> None:
    try:
        compile(text, str(source.lesson.path), "exec")
    except SyntaxError as reason:
        raise SourceError(
            f"{source.lesson.path}:{code.cell.first_line}: what is left of the cell without its "
            f"solutions is not Python: {reason.msg}"
        ) from None
