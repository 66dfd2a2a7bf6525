"""What Gradescope's export of submissions says about them: who handed in, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from autograder.errors import UsageError

METADATA = "submission_metadata.yml"
FOLDER = re.compile(r"submission_\d+")


@dataclass(frozen=True)
class Entry:
    """One submission of the export: name, sid and email of its submitters, and its time."""

    submitters: tuple[dict[str, str], ...]
    submitted: datetime | None


class GradescopeExports:
    """The metadata of every export that submissions lie in, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, dict[str, Entry]] = {}

    def entry(self, folder: Path) -> Entry | None:
        """Return what an export says about a submission's folder; None where it lies in no export.

        Raises
        ------
        UsageError
            Where the export's metadata can't be read.
        """
        if not FOLDER.fullmatch(folder.name):
            return None
        file = folder.parent / METADATA
        if file not in self._read:
            self._read[file] = _entries(file) if file.is_file() else {}
        return self._read[file].get(folder.name)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads plain data; what Ruby marks as its own is read as the plain data it is."""


def _plain(loader: Any, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


_Loader.add_multi_constructor("!ruby/", _plain)


def _entries(file: Path) -> dict[str, Entry]:
    try:
        data = yaml.load(file.read_bytes(), _Loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, OSError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise UsageError(f"{file}: can't be read as Gradescope's metadata ({first})") from None
    if not isinstance(data, dict):
        raise UsageError(f"{file}: holds no submissions; download the export from Gradescope again")
    return {str(name): _entry(one) for name, one in data.items() if isinstance(one, dict)}


def _entry(data: dict[str, Any]) -> Entry:
    people = data.get(":submitters")
    submitters = tuple(
        {key: str(one.get(f":{key}") or "").strip() for key in ("name", "sid", "email")}
        for one in (people if isinstance(people, list) else [])
        if isinstance(one, dict)
    )
    when = data.get(":created_at")
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when.strip().replace(" Z", "Z"))
        except ValueError:
            when = None
    if isinstance(when, datetime):
        return Entry(submitters, when if when.tzinfo else when.replace(tzinfo=UTC))
    return Entry(submitters, None)
