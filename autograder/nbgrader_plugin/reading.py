"""What a student handed in, as the cells of a notebook to be shown: whatever the file holds, something comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jupytext
from nbconvert.exporters import NotebookExporter
from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import is_locked

from autograder.course.cells import CellName
from autograder.errors import SubmissionError
from autograder.nbgrader_plugin.cells import MAKERS, grade_id, marked_by_hand, new_cell
from autograder.nbgrader_plugin.registered import Master
from autograder.submission.limits import MAX_NOTEBOOK_BYTES
from autograder.submission.notebook import every_cell, load
from autograder.submission.script import decode_script

BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")  # stands in an HTML attribute, so nothing else may
IMAGES = ("image/png", "image/jpeg", "image/gif")
REFERENCE = re.compile(r"\(attachment:([^\s)]+)")


class SubmissionExporter(NotebookExporter):
    """Reads what stands in ``submitted/`` whatever it is; everything else as a notebook that must be sound."""

    def from_file(
        self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook; one of a student's comes with its texts alone."""
        path = Path(file_stream.name)
        converter: Any = self.parent  # nbgrader's, which has made this exporter
        directory = converter.coursedir
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
        return self.from_notebook_node(v4.new_notebook(cells=cells), resources=resources, **kw)


def read_cells(path: Path) -> list[NotebookNode]:
    """Return the cells of a submitted notebook: texts, pictures, and which released cell each says it is.

    Raises
    ------
    SubmissionError
        Where it is no notebook.
    """
    data = _read(path, MAX_NOTEBOOK_BYTES + 1)
    cells: list[NotebookNode] = []
    for kind, source, whole in every_cell(load(data, str(path)), str(path)):
        kind = kind if kind in MAKERS else "markdown"
        metadata = whole.get("metadata")
        nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
        images = _images(whole.get("attachments"), source) if kind == "markdown" else {}
        cells.append(_said(kind, source, len(cells), name if isinstance(name, str) else "", images))
    return cells


def read_script_cells(path: Path, master: Master) -> list[NotebookNode]:
    """Return the cells of a submitted script; a task's cell, and an answer below its question, are told by their texts.

    Raises
    ------
    SubmissionError
        Where it is no script.
    """
    text = decode_script(_read(path), str(path))
    try:
        found = jupytext.reads(text, fmt="py:percent").cells
    except Exception:  # whatever a student's comments make of its options
        return [_said("code", text, 0)]
    registered = master.registered
    texts = {_words(cell.source): name for name, cell in registered.items() if is_locked(cell)}
    below = dict(pairwise(registered))
    cells: list[NotebookNode] = []
    for cell in found:
        source, name, task = str(cell.source), "", cell.metadata.get("task")
        if cell.cell_type == "code" and isinstance(task, str) and task.strip():
            name = str(CellName("answer", task.split()[0]))
        elif cell.cell_type == "markdown":
            name = texts.get(_words(source), "")
            answer = below.get(grade_id(cells[-1]) if cells else "", "")
            if not name and answer and marked_by_hand(registered[answer]):
                name = answer
        name = name if name in registered else ""
        cells.append(_said(str(cell.cell_type), source, len(cells), name))
    return cells


def _read(path: Path, most: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as reason:
        raise SubmissionError(f"{path}: can't be read ({reason.strerror or reason})") from None


def _said(
    kind: str, source: str, place: int, name: str = "", images: Mapping[str, Any] | None = None
) -> NotebookNode:
    """Return a cell that says which released cell it is."""
    return new_cell(kind, source, f"cell-{place}", {"grade_id": name} if name else None, images)


def _images(attachments: Any, source: str) -> dict[str, Any]:
    """Return the pictures among a cell's attachments: a scan of a derivation is an answer, too.

    Editors write a name with a blank in it as ``%20`` where the text refers to it; so it goes by both names.
    """
    kept: dict[str, Any] = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        images = {
            mime: data
            for mime, data in (bundle.items() if isinstance(bundle, dict) else ())
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
