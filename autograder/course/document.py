"""YAML read with line numbers, so that an error can name the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from autograder.course.problems import Problem, raise_problems
from autograder.errors import AutograderError

Step = str | int
Place = tuple[Step, ...]


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data, and the line of every key and item."""

    path: Path  # as errors name it
    data: object  # mappings as dicts with text keys, sequences as tuples, scalars by YAML's safe schema
    lines: dict[Place, int]  # from 1: of the key in a mapping, of the item in a sequence

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place above it that stands in the file."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def name(self, place: Place) -> str:
        """Return a place as a person reads it: ``assignments[A01].tasks[A01.2].points``.

        An item of a sequence is named by its ``code`` or ``id``, else by its position from 0.
        """
        name, here = "", self.data
        for step in place:
            if isinstance(step, int):
                here = here[step] if isinstance(here, tuple) and step < len(here) else None
                label = here.get("code", here.get("id", step)) if isinstance(here, dict) else step
                name += f"[{label}]"
            else:
                here = here.get(step) if isinstance(here, dict) else None
                name += f".{step}" if name else step
        return name

    def problem(self, place: Place, message: str) -> Problem:
        """Return a problem at a place of this file."""
        return Problem(self.path, self.line(place), self.name(place), message)


def read_text(path: Path, error: type[AutograderError], what: str) -> str:
    """Return the text of a UTF-8 file with plain line ends, a byte order mark dropped.

    Raises
    ------
    AutograderError
        Of the class given, where the file is missing, can't be read, or is not UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error(f"{path}: there is no such file; it should hold {what}") from None
    except UnicodeDecodeError as reason:
        raise error(
            f"{path}: byte {reason.start} is not UTF-8; save the file in that encoding"
        ) from None
    except OSError as reason:
        raise error(f"{path}: can't be read ({reason.strerror or reason})") from None
    return text


def read_document(path: Path, error: type[AutograderError], what: str) -> Document:
    """Read one YAML file; ``what`` it should hold is said where it is missing or empty.

    Raises
    ------
    AutograderError
        Of the class given: the file is missing, is not UTF-8, is not YAML, is empty, repeats a
        key, or has a key that is not text.
    """
    text = read_text(path, error, what)
    try:
        reader = _Reader(path, text)
    except yaml.reader.ReaderError as reason:
        line = text.count("\n", 0, reason.position) + 1
        found = f"a control character (U+{reason.character:04X}) is not allowed in YAML"
        raise error(str(Problem(path, line, "", found))) from None
    try:
        root = reader.loader.get_single_node()
        if root is None:
            raise error(f"{path}: is empty; it should hold {what}")
        data = reader.plain(root, ())
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        line = mark.line + 1 if mark else 0
        said = ", ".join(part for part in (reason.problem, reason.context) if part)
        raise error(str(Problem(path, line, "", f"not YAML: {said}"))) from None
    finally:
        reader.loader.dispose()
    raise_problems(reader.problems, error)
    return Document(path, data, reader.lines)


class _Reader:
    """Turns YAML nodes into plain data, and notes lines and repeated keys on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.loader = yaml.SafeLoader(text)
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.open: list[yaml.Node] = []

    def plain(self, node: yaml.Node, place: Place) -> object:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if node in self.open:
            self.note(node, "an anchor holds itself; write the value out")
            return None
        self.open.append(node)
        try:
            if isinstance(node, yaml.MappingNode):
                return self.mapping(node, place)
            if isinstance(node, yaml.SequenceNode):
                return tuple(
                    self.plain(item, (*place, index)) for index, item in enumerate(node.value)
                )
            return self.scalar(node)
        finally:
            self.open.pop()

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        data: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = self.scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                self.note(key_node, f"a key must be text, found {_shown(key_node)}")
                continue
            if key in data:
                first = self.lines[(*place, key)]
                self.note(key_node, f'key "{key}" stands twice, first in line {first}')
                continue
            self.lines[(*place, key)] = line
            data[key] = self.plain(value_node, (*place, key))
        return data

    def scalar(self, node: yaml.Node) -> object:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            self.note(node, f"can't be read as a value: {_shown(node)}")
            return None

    def note(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, "", message))


def _shown(node: yaml.Node) -> str:
    return repr(node.value) if isinstance(node, yaml.ScalarNode) else "keys or a list"
