"""What a student handed in, as the cells of a notebook to be shown: whatever the file holds, something comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jupytext
from nbconvert.exporters import NotebookExporter
from nbformat import v4
from nbformat.notebooknode import NotebookNode

from autograder.errors import SubmissionError
from autograder.nbgrader_plugin.registered import Master
from autograder.submission.limits import MAX_NOTEBOOK_BYTES
from autograder.submission.notebook import every_cell, load
from autograder.submission.script import decode_script

KINDS = ("code", "markdown", "raw")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")  # stands in an HTML attribute, so nothing else may
IMAGES = ("image/png", "image/jpeg", "image/gif")
REFERENCE = re.compile(r"\(attachment:([^\s)]+)")


@dataclass(frozen=True)
class ShownCell:
    """One cell of a submission: its text, and which released cell it says it is. Outputs are left behind."""

    kind: str
    source: str
    grade_id: str = ""
    attachments: dict[str, Any] = field(default_factory=dict)


class SubmissionExporter(NotebookExporter):
    """Reads what stands in ``submitted/`` whatever it is; everything else as a notebook that must be sound."""

    def from_file(
        self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook; one of a student's comes with its texts alone."""
        path = Path(file_stream.name)
        directory = _converter(self).coursedir
        who: dict[str, Any] = (resources or {}).get("nbgrader", {})
        submitted = directory.format_path(
            directory.submitted_directory, who.get("student"), who.get("assignment")
        )
        if path.parent.resolve() != Path(submitted).resolve():
            return super().from_file(file_stream, resources=resources, **kw)
        try:
            cells = read_cells(path)
        except SubmissionError as error:
            self.log.warning("%s; the notebook as it was released is shown in its place", error)
            cells = []
        nodes = [as_node(cell, f"cell-{number}") for number, cell in enumerate(cells)]
        return self.from_notebook_node(v4.new_notebook(cells=nodes), resources=resources, **kw)


def _converter(exporter: Any) -> Any:
    """Return nbgrader's converter, which has made the exporter."""
    return exporter.parent


def read_cells(path: Path) -> list[ShownCell]:
    """Return the cells of a submitted notebook.

    Raises
    ------
    SubmissionError
        Where it is no notebook.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_NOTEBOOK_BYTES + 1)
    except OSError as reason:
        raise SubmissionError(f"{path}: can't be read ({reason.strerror or reason})") from None
    cells = []
    for kind, source, whole in every_cell(load(data, str(path)), str(path)):
        metadata = whole.get("metadata")
        nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
        kind = kind if kind in KINDS else "markdown"
        attachments = _images(whole.get("attachments"), source) if kind == "markdown" else {}
        name = grade_id if isinstance(grade_id, str) else ""
        cells.append(ShownCell(kind, source, name, attachments))
    return cells


def read_script_cells(path: Path, master: Master) -> list[ShownCell]:
    """Return the cells of a submitted script; a task's cell, and an answer below its question, are told by their texts.

    Raises
    ------
    SubmissionError
        Where it is no script.
    """
    try:
        text = decode_script(path.read_bytes(), str(path))
    except OSError as reason:
        raise SubmissionError(f"{path}: can't be read ({reason.strerror or reason})") from None
    try:
        found = jupytext.reads(text, fmt="py:percent").cells
    except Exception:  # whatever a student's comments make of its options
        return [ShownCell("code", text)]
    names = {_words(cell.source): cell.grade_id for cell in master.registered if cell.locked}
    order = [cell.grade_id for cell in master.registered]
    cells: list[ShownCell] = []
    for cell in found:
        source, name, task = str(cell.source), "", cell.metadata.get("task")
        if cell.cell_type == "code" and isinstance(task, str) and task:
            name = "answer_" + task.split()[0].replace(".", "_")
        elif cell.cell_type == "markdown":
            name = names.get(_words(source), "")
            above = cells[-1].grade_id if cells else ""
            if not name and above:
                below = master.cell(next(iter(order[order.index(above) + 1 :]), ""))
                name = below.grade_id if below is not None and below.manual else ""
        if master.cell(name) is None:
            name = ""
        cells.append(ShownCell(str(cell.cell_type), source, name))
    return cells


def as_node(cell: ShownCell, cell_id: str, metadata: dict[str, Any] | None = None) -> NotebookNode:
    """Return a cell as nbformat has it."""
    if metadata is None:
        metadata = {"nbgrader": {"grade_id": cell.grade_id}} if cell.grade_id else {}
    make = {"code": v4.new_code_cell, "markdown": v4.new_markdown_cell, "raw": v4.new_raw_cell}
    node = make[cell.kind](cell.source, id=cell_id, metadata=metadata)
    if cell.attachments:
        node["attachments"] = cell.attachments
    return node


def from_nodes(nodes: Iterable[NotebookNode]) -> list[ShownCell]:
    """Return cells that :func:`as_node` made."""
    return [
        ShownCell(
            node.cell_type,
            node.source,
            node.metadata.get("nbgrader", {}).get("grade_id", ""),
            node.get("attachments", {}),
        )
        for node in nodes
    ]


def _images(attachments: Any, source: str) -> dict[str, Any]:
    """Return the pictures among a cell's attachments: a scan of a derivation is an answer, too.

    Editors write a name with a blank in it as ``%20`` where the text refers to it; so it goes by both names.
    """
    if not isinstance(attachments, dict):
        return {}
    kept: dict[str, Any] = {}
    for name, bundle in attachments.items():
        if isinstance(bundle, dict):
            images = {
                mime: data
                for mime, data in bundle.items()
                if mime in IMAGES and isinstance(data, str) and BASE64.fullmatch(data)
            }
            if images and _is_unicode(name):
                kept[name] = images
    for name in REFERENCE.findall(source):
        if name not in kept and unquote(name) in kept:
            kept[name] = kept[unquote(name)]
    return kept


def _is_unicode(text: str) -> bool:
    """Tell whether a text can be written to a file; JSON can hold half a character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore") == text


def _words(text: str) -> str:
    """Return a text without the blanks, which editors change."""
    return re.sub(r"\s+", " ", text).strip()
