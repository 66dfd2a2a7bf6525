"""Errors that may come from another version of Python or NumPy: which versions a submission was run with."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from collections.abc import Collection, Iterable
from functools import cache

from autograder.locale import sentence
from autograder.program import Cell
from autograder.texts import Text

# Import name → what people call it.
PACKAGES = {"numpy": "NumPy", "scipy": "SciPy", "sklearn": "scikit-learn"}
DISTRIBUTIONS = {"sklearn": "scikit-learn"}
WORD = re.compile(r"\w+")
F_STRING = re.compile(r"""(?:.*\W)?[rR]?[fF][rR]?["'].*\{""")
T_STRING = re.compile(r"""(?:.*\W)?[rR]?[tT][rR]?["']""")
TYPE_ALIAS = re.compile(r"\s*type\s+\w+\s*(?:\[.*\])?\s*=")
TYPE_PARAMETERS = re.compile(r"\s*(?:async\s+def|def|class)\s+\w+\s*\[")
SEVERAL_EXCEPTIONS = re.compile(r"\s*except\*?\s")
# The Python that knows it, what an older one says, and the line that it says it of.
SYNTAX = (
    ((3, 12), re.compile(r"f-string\b|unterminated|line continuation"), F_STRING),
    ((3, 12), re.compile(r"invalid syntax"), TYPE_ALIAS),
    ((3, 12), re.compile(r"expected '\('|invalid syntax"), TYPE_PARAMETERS),
    ((3, 14), re.compile(r"multiple exception types"), SEVERAL_EXCEPTIONS),
    ((3, 14), re.compile(r"invalid syntax"), T_STRING),
)
NO_ATTRIBUTE = re.compile(r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'")
NO_NAME = re.compile(r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'")
NO_MODULE = re.compile(r"No module named '(?P<module>[\w.]+)'")
OF_MODULES = (NO_ATTRIBUTE, NO_NAME, NO_MODULE)
# NumPy's and scikit-learn's own words for what they took away.
REMOVED = re.compile(
    r"`(?:np\.)?(?P<name>\w+)` (?:was|has been) removed (?:in|from) (?:the )?(?P<package>NumPy|scikit-learn|SciPy)"
)
METHOD = re.compile(r"'numpy\.\w+' object has no attribute '(?P<name>\w+)'")
# Modules that Python has had, or has only in newer versions.
COMES_AND_GOES = frozenset({
    "distutils", "imp", "asyncore", "asynchat", "smtpd", "cgi", "cgitb", "crypt", "imghdr", "sndhdr",
    "telnetlib", "uu", "xdrlib", "pipes", "nntplib", "compression", "annotationlib",
})  # fmt: skip
SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")


def names_in(cells: Iterable[Cell]) -> frozenset[str]:
    """Return the words of a program: what an error may name that was raised while hidden inputs were there."""
    return frozenset(word for cell in cells for word in WORD.findall(cell.source))


def version_note(
    error_type: str, message: str, source: str = "", words: Collection[str] | None = None
) -> Text | None:
    """Say which versions a submission was run with, where an error may come from another one's being expected.

    Parameters
    ----------
    error_type
        The name of the exception's class, "AttributeError".
    message
        What it says.
    source
        The line that it points to, where that is known: a syntax error is judged by it.
    words
        The words that may be said, where the message may have been made up: those of the program.
    """
    if error_type in SYNTAX_ERRORS:
        for needed, said, line in SYNTAX:
            if sys.version_info < needed and said.search(message) and line.match(source):
                number = ".".join(map(str, needed))
                return sentence("newer_syntax", needed=number, versions=versions())
    if error_type not in ("AttributeError", "ImportError", "ModuleNotFoundError"):
        return None
    name, package = _missing(message)
    if not name or (words is not None and not set(WORD.findall(name)) <= set(words)):
        return None
    return sentence("other_version", name=name, versions=versions(package))


def _missing(message: str) -> tuple[str, str]:
    """Return what a message misses that another version may have, or nothing; and the package that has versions."""
    for of_module in filter(None, (pattern.search(message) for pattern in OF_MODULES)):
        parts = of_module.groupdict()
        name = ".".join(filter(None, (parts["module"], parts.get("name"))))
        top = name.partition(".")[0]
        if top in PACKAGES and name != top:
            return name, top
        known = top in COMES_AND_GOES or (top in sys.stdlib_module_names and name != top)
        return name if known else "", "numpy"
    if removed := REMOVED.search(message):
        packages = (one for one, name in PACKAGES.items() if name == removed["package"])
        return removed["name"], next(packages)
    method = METHOD.search(message)
    return method["name"] if method else "", "numpy"


@cache
def versions(package: str = "numpy") -> Text:
    """Return the versions of Python and of a package in words."""
    try:
        version = importlib.metadata.version(DISTRIBUTIONS.get(package, package))
    except importlib.metadata.PackageNotFoundError:
        version = "?"
    short = ".".join(version.split(".")[:2])
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    return sentence("versions", python=python, package=f"{PACKAGES[package]} {short}")
