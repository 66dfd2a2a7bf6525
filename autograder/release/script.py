"""The ``.py`` that students are given: percent format, so that an editor shows it as cells."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.release.rendering import RenderedCell


def script_text(cells: Sequence[RenderedCell]) -> str:
    """Return the text of a script, its blank lines between cells as in the lesson."""
    lines: list[str] = []
    for rendered in cells:
        cell = rendered.cell
        lines.append(cell.header)
        body = rendered.source.splitlines()
        lines += [_comment(line) for line in body] if cell.kind == "markdown" else body
        lines += [""] * (cell.blanks or int(bool(cell.manual)))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _comment(line: str) -> str:
    return f"# {line}" if line.strip() else "#"
