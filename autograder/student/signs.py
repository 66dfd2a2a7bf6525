"""Signs for what passed and what didn't, on consoles that may have few letters."""

from __future__ import annotations

import codecs
import sys

PASSED, FAILED, OPEN, NEXT = "✓", "✗", "·", "→"
PLAIN = {PASSED: "ok", FAILED: "x", OPEN: ".", NEXT: "->"}


def sign(letter: str) -> str:
    """Return a sign, or what stands for it where the console can't show it."""
    return letter if encoded(letter) == letter else PLAIN[letter]


def encoded(text: str) -> str:
    """Return a text as the console can show it: a letter that it lacks becomes a question mark."""
    name = _encoding()
    return text.encode(name, "replace").decode(name)


def _encoding() -> str:
    """Return the encoding of what is printed to; a console may have a narrow code page."""
    name = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "ascii"
