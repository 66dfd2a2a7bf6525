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
# NumPy's and scikit-learn's own words for what they took away.
REMOVED = re.compile(
    r"`(?:np\.)?(?P<name>\w+)` (?:was|has been) removed (?:in|from) (?:the )?(?P<package>NumPy|scikit-learn|SciPy)"
)
METHOD = re.compile(r"'numpy\.\w+' object has no attribute '(?P<name>\w+)'")
# Modules that Python has had, or has only in newer versions.
COMES_AND_GOES = frozenset(
    {
        *("distutils", "imp", "asyncore", "asynchat", "smtpd", "cgi", "cgitb", "crypt", "imghdr"),
        *(
            "sndhdr",
            "telnetlib",
            "uu",
            "xdrlib",
            "pipes",
            "nntplib",
            "compression",
            "annotationlib",
        ),
    }
)


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
    if words is not None and not set(WORD.findall(_named(message))) <= set(words):
        return None
    if error_type in ("SyntaxError", "IndentationError", "TabError"):
        return _of_syntax(message, source)
    if error_type not in ("AttributeError", "ImportError", "ModuleNotFoundError"):
        return None
    for pattern in (NO_ATTRIBUTE, NO_NAME, NO_MODULE):
        if found := pattern.search(message):
            parts = found.groupdict()
            module, name = parts["module"], parts.get("name")
            return _of_module(module, f"{module}.{name}" if name else module)
    if found := REMOVED.search(message):
        package = next(one for one, name in PACKAGES.items() if name == found["package"])
        return _sentence(found["name"], package)
    if found := METHOD.search(message):
        return _sentence(found["name"], "numpy")
    return None


def _named(message: str) -> str:
    """Return what a message names, as far as a sentence would."""
    found = [one.search(message) for one in (NO_ATTRIBUTE, NO_NAME, NO_MODULE, REMOVED, METHOD)]
    return " ".join(
        part
        for one in found
        if one
        for group, part in one.groupdict().items()
        if part and group != "package"
    )


def _of_syntax(message: str, source: str) -> Text | None:
    for needed, said, line in SYNTAX:
        if sys.version_info < needed and said.search(message) and line.match(source):
            return sentence("newer_syntax", needed=".".join(map(str, needed)), versions=versions())
    return None


def _of_module(module: str, name: str) -> Text | None:
    top = module.partition(".")[0]
    if top in PACKAGES and name != top:
        return _sentence(name, top)
    if top in COMES_AND_GOES or (top in sys.stdlib_module_names and name != top):
        return _sentence(name)
    return None


def _sentence(name: str, package: str = "numpy") -> Text:
    return sentence("other_version", name=name, versions=versions(package))


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
