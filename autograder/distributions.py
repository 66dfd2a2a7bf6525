"""Installed distributions, and what they need."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterable, Mapping
from functools import cache

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from autograder.closure import closure


def name_of(requirement: str) -> str:
    """Return the normal form of a requirement's name; empty where a line holds none."""
    read = _read(requirement)
    return "" if read is None else canonicalize_name(read.name)


def is_extra(requirement: str) -> bool:
    """Tell whether a requirement is asked for by an extra only."""
    read = _read(requirement)
    return read is not None and re.search(r"\bextra\b", str(read.marker)) is not None


def required_by(name: str) -> tuple[str, ...]:
    """Return the names of what a distribution needs, on any platform; none of one that isn't installed."""
    try:
        lines = importlib.metadata.requires(name) or ()
    except importlib.metadata.PackageNotFoundError:
        return ()
    return tuple(name_of(line) for line in lines if not is_extra(line))


@cache
def _read(requirement: str) -> Requirement | None:
    try:
        # A pin in a lock file goes on with its hashes.
        return Requirement(requirement.partition("\\")[0])
    except InvalidRequirement:
        return None


def with_dependencies(names: Iterable[str]) -> dict[str, None]:
    """Return the normal names of some distributions and of all that they need, installed or not."""
    return closure(map(canonicalize_name, names), required_by)


def of_imports(names: Iterable[str]) -> dict[str, None]:
    """Return the normal names of the distributions that importing some packages needs, "sklearn" for one."""
    owners = _owners()
    return with_dependencies(owner for name in names for owner in owners.get(name, ()))


@cache
def _owners() -> Mapping[str, list[str]]:
    """Read once: it opens a file of every distribution there is."""
    return importlib.metadata.packages_distributions()


def versions(names: Iterable[str]) -> dict[str, str]:
    """Return the versions of those of some distributions that are installed, by name."""
    found = {}
    for name in sorted(names):
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found
