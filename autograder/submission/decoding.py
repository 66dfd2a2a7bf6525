"""Bytes to text: what editors on Windows, macOS and Linux save."""

from __future__ import annotations

import codecs
import contextlib
import io
import tokenize

from autograder.submission.messages import unreadable

# The encodings that a coding cookie may name. Python knows more, some of which are no text
# encodings (hex) or take quadratic time (punycode); no editor writes them.
COOKIES = frozenset(
    codecs.lookup(name).name
    for name in (
        *("utf-8", "utf-8-sig", "ascii", "latin-1", "iso8859-15", "cp1250", "cp1251", "cp1252"),
        *("cp949", "euc-kr", "johab", "shift_jis", "cp932", "euc-jp", "gbk", "gb18030", "big5"),
    )
)
# The longer mark first: that of UTF-32 starts with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KOREAN_WINDOWS = "cp949"
WESTERN = "latin-1"
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a") | {"\x7f"}


def decode(data: bytes, where: str) -> str:
    """Return the text of a file, its line ends as newlines.

    In this order: a byte order mark, a coding cookie as in Python source, UTF-8, the code page of
    Korean Windows, Latin-1.

    Raises
    ------
    UnreadableSubmission
        Where the file holds binary data.
    """
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        raise unreadable("not_text", where=where)
    return one_line_end(text)


def one_line_end(text: str) -> str:
    """Return a text whose lines all end in a newline alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    try:
        declared, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except (SyntaxError, UnicodeDecodeError):
        declared = "utf-8"
    if codecs.lookup(declared).name not in COOKIES:
        declared = "utf-8"
    for encoding in (declared, KOREAN_WINDOWS, WESTERN):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if encoding == declared or CONTROLS.isdisjoint(text):
                return text
    return None
