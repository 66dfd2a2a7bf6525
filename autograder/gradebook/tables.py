"""Tables that people and platforms write as CSV: whatever encoding, separator and line ends they came with."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Problem, listed
from autograder.errors import UsageError
from autograder.files import write_bytes

SEPARATORS = ",;\t"
# A spreadsheet runs a cell that starts like this; plain numbers are left alone.
FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")
KOREAN_EXCEL = "cp949"
MAX_BYTES = 64 * 2**20


@dataclass(frozen=True)
class Row:
    """One row of a table: the line it starts in, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]

    def __getitem__(self, column: int) -> str:
        """Return a cell; a row that is too short has empty ones."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """A table as read, and how the file is written; :func:`write_table` writes the same way."""

    path: Path
    header: tuple[str, ...]  # as written, without the spaces around them
    rows: tuple[Row, ...]  # everything below it, empty rows left out
    encoding: str = "utf-8"
    separator: str = ","
    newline: str = "\n"
    header_line: int = 1

    def lacking(self, wanted: Iterable[str], places: Container[str]) -> list[Problem]:
        """Return a problem for each column that is wanted and isn't among those that were found."""
        found = listed([header for header in self.header if header]) or "nothing"
        return [
            Problem(self.path, self.header_line, "", f'column "{name}" is missing; found {found}')
            for name in wanted
            if name not in places
        ]


def read_table(path: Path, what: str, encoding: str | None = None) -> Table:
    """Read a table.

    Parameters
    ----------
    path
        The file.
    what
        What it should hold, for messages.
    encoding
        Its encoding; None to find out: a byte order mark, else UTF-8, else CP949 as Korean Excel writes it.

    Raises
    ------
    UsageError
        Where there is no such file, no encoding fits, a quote isn't closed, or there is no header.
    """
    text, encoding = _decoded(path, what, encoding)
    separator = _separator(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{path}:{line}: not a table of comma-separated values: {error}") from None
    if not rows:
        raise UsageError(f"{path}: is empty; it should hold {what}")
    header = tuple(cell.strip() for cell in rows[0].cells)
    return Table(path, header, tuple(rows[1:]), encoding, separator, newline, rows[0].line)


def _decoded(path: Path, what: str, encoding: str | None) -> tuple[str, str]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: is larger than {MAX_BYTES >> 20} MiB; it should hold {what}")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path}: can't be read ({error.strerror or error}); it should hold {what}"
        ) from None
    if encoding is not None:
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError) as error:
            raise UsageError(f"{path}: can't be read as {encoding}: {error}") from None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "utf-16"
    if b"\0" in data:
        raise UsageError(
            f"{path}: holds zero bytes, so it is no CSV file; in Excel, save it as “CSV UTF-8”"
        )
    failed = []
    utf8 = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    for candidate in (utf8, KOREAN_EXCEL):
        try:
            return data.decode(candidate), candidate
        except UnicodeDecodeError as error:
            failed.append(error.start)
    line = data.count(b"\n", 0, failed[0]) + 1
    raise UsageError(
        f"{path}:{line}: byte 0x{data[failed[0]]:02X} is neither UTF-8 nor CP949. "
        "In Excel, save the file as “CSV UTF-8”, or say its encoding: --encoding cp1252"
    )


def _separator(text: str) -> str:
    """Return what separates the header's cells: outside of quotes, the most frequent of the three."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(SEPARATORS, key=bare.count)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; the text a person reads stays the same.

    A cell that starts with ``=``, ``+``, ``-``, ``@`` or a control character gets an apostrophe before it; numbers
    and a lone ``-`` don't.
    """
    cell = cell.replace("\0", "")
    if FORMULA.match(cell) and not NUMBER.fullmatch(cell) and cell != "-":
        return "'" + cell
    return cell


def write_table(
    path: Path,
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8",
    separator: str = ",",
    newline: str = "\n",
) -> Path:
    """Write rows as CSV, whole or not at all.

    Raises
    ------
    UsageError
        Where the folder can't be written to, or the encoding lacks a character of the table.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=newline).writerows(rows)
    try:
        data = text.getvalue().encode(encoding)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise UsageError(
            f"{path}: {found!r} can't be written in {encoding}; choose --out-encoding utf-8-sig"
        ) from None
    return write_bytes(path, data)
