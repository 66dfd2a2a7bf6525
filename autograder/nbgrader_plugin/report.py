"""Our report in a student's notebook: a summary on top, and each task's checks as the output of its test cell."""

from __future__ import annotations

from jinja2 import Environment
from nbformat import v4
from nbformat.notebooknode import NotebookNode

from autograder.course import Assignment
from autograder.numbers import number
from autograder.report.pages import environment
from autograder.result import Result, TaskResult, Tone
from autograder.texts import Language

SUMMARY_CELL = "autograder-summary"
COLOURS: dict[Tone, str] = {
    "good": "#1a7f4b",
    "part": "#9a6700",
    "bad": "#c0362c",
    "none": "#5b6478",
}


def with_report(
    notebook: NotebookNode, result: Result, assignment: Assignment, language: Language
) -> NotebookNode:
    """Return a restored notebook with our report in it, and no other output.

    Everything that came from the student's program is escaped; styles are written on the elements, because nbgrader's
    pages and Jupyter keep those.
    """
    pages = environment(language, "autograder.nbgrader_plugin")
    pages.globals.update(colours=COLOURS)
    tasks = {assignment.task(task.task).check_cell: task for task in result.tasks}
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            task = tasks.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
            if task is not None and result.message is None:
                cell.outputs = [_output(pages, task, language)]
        if cell.id != SUMMARY_CELL:
            cells.append(cell)
    top = v4.new_markdown_cell(_one_line(pages, "summary.html", result=result), id=SUMMARY_CELL)
    notebook.cells = [top, *cells]
    return notebook


def _output(pages: Environment, task: TaskResult, language: Language) -> NotebookNode:
    lines = [
        f"{task.task} {task.title.in_(language)}: {number(task.earned)} / {number(task.points)}"
    ]
    for check in task.checks:
        why = f": {check.message.in_(language)}" if check.message else ""
        lines.append(f"{'✓' if check.passed else '✗'} {check.title.in_(language)}{why}")
    html = _one_line(pages, "task.html", task=task)
    data = {"text/html": html, "text/plain": "\n".join(lines)}
    return v4.new_output("display_data", data=data)


def _one_line(pages: Environment, template: str, **values: object) -> str:
    """Return a page's piece as one line of HTML, so that Markdown and mathematics leave it alone."""
    html = pages.get_template(template).render(**values)
    lines = [line.strip() for line in html.split("\n")]
    return " ".join(line for line in lines if line).replace("$", "&#36;").replace("\\", "&#92;")
