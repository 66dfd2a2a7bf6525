"""What the name of a file or folder says: what kind it is, and which assignment it belongs to.

The one idea of "named after an assignment": choosing a file, finding a class's submissions and telling which assignment
was handed in all ask here.
"""

from __future__ import annotations

import re
import unicodedata

COPY_MARK = re.compile(
    r"""^(?:copy\ of|사본)\ |
    (?:\ ?\(\d+\)|\ ?-\ ?(?:copy|복사본|사본)(?:\ ?\(\d+\))?|-copy\d*|[ _]copy\ ?\d*|의\ 사본)$""",
    re.IGNORECASE | re.VERBOSE,
)
CODE = re.compile(r"(?P<letters>[a-z]+)(?P<digits>\d+)_", re.IGNORECASE)
# What browsers and systems add to a name: "a01.ipynb.txt", "a01.ipynb (1).json", "a01.py.txt".
ADDED = re.compile(
    r"(?P<stem>.+)(?P<suffix>\.(?:py|ipynb))(?P<copy>[ ]?\(\d+\))?(?:\.(?:txt|json|download))+",
    re.IGNORECASE,
)
CERTAIN, NAMED, CODED, ONLY, ANOTHER = 0, 1, 2, 3, 4


def certainty(name: str, module: str) -> int:
    """Return how surely a file is the module by its name: 0 is its own, 4 another assignment's."""
    return _certainty(plain_name(name).rpartition(".")[0], module)


def names_assignment(name: str, module: str) -> bool:
    """Say whether a file or folder is named after an assignment: "kim_A1.py", "a01_descent", "A01 (2)"."""
    plain = plain_name(name)
    return min(_certainty(plain, module), certainty(plain, module)) < ONLY


def _certainty(stem: str, module: str) -> int:
    stem = without_copy_mark(stem)
    if stem == module.lower() or stem == code_of(module):
        return CERTAIN
    if (found := mention(stem, module)) is not None:
        return NAMED if found.group() == module.lower() else CODED
    code = CODE.match(module)
    if code is None:
        return ONLY
    other = rf"(?<![a-z0-9]){code['letters'].lower()}\d{{{len(code['digits'])}}}_[a-z]"
    return ANOTHER if re.search(other, stem) else ONLY


def mention(stem: str, module: str) -> re.Match[str] | None:
    """Return where a stem names an assignment: by its module's name, or else by its code, "A1" for "a01_…"."""
    found = re.search(re.escape(module), stem, re.IGNORECASE)
    code = CODE.match(module)
    if found is not None or code is None:
        return found
    number = rf"(?<![a-z0-9]){code['letters']}0*{int(code['digits'])}(?!\d)"
    return re.search(number, stem, re.IGNORECASE)


def code_of(module: str) -> str | None:
    """Return the short name of an assignment, "a01" for "a01_gradient_descent_line"."""
    code = CODE.match(module)
    return (code["letters"] + code["digits"]).lower() if code else None


def without_copy_mark(stem: str) -> str:
    """Return a stem in small letters, without what marks it as a copy."""
    stem = unicodedata.normalize("NFC", stem).lower().strip()
    while (shorter := COPY_MARK.sub("", stem).strip()) != stem:
        stem = shorter
    return stem


def plain_name(name: str) -> str:
    """Return a name without the ending that a browser or a system added: "a01.ipynb" for "a01.ipynb.txt"."""
    added = ADDED.fullmatch(name)
    if added is None:
        return name
    return f"{added['stem']}{added['copy'] or ''}{added['suffix']}"


def suffix_of(name: str) -> str:
    """Return the end of a plain name in small letters, ".ipynb"; empty where it has none."""
    stem, dot, end = plain_name(name).rpartition(".")
    return f".{end.lower()}" if dot and stem else ""
