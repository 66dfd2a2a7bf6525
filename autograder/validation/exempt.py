"""Harmful wrappers that a docstring allows: ``exempt.yml`` beside a suite, each with the words that allow it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from autograder.course import Assignment
from autograder.errors import SourceError
from autograder.kit_files import EXEMPT
from autograder.validation.wrappers import WRAPPERS
from autograder.validation.wrapping import Survivor


class Exemption(BaseModel):
    """A harmful wrapper that is no mistake in one task.

    Attributes
    ----------
    task, wrapper
        The task's id; the wrapper's name.
    sentence
        The words of the docstring that allow it, as they stand there.
    why
        How they allow it.
    function
        Around which function or method; around each of the task's where it is empty.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: str
    wrapper: str
    sentence: str
    why: str
    function: str = ""

    def allows(self, survivor: Survivor) -> bool:
        """Tell whether it allows what has survived."""
        around = self.function in ("", survivor.function)
        return around and (self.task, self.wrapper) == (survivor.task, survivor.wrapper)


def read_exemptions(assignment: Assignment) -> tuple[Exemption, ...]:
    """Read an assignment's exemptions; none where there is no file.

    Raises
    ------
    SourceError
        Where the file isn't a list of them.
    """
    file = assignment.suite_dir / EXEMPT.name
    if not file.is_file():
        return ()
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        return tuple(TypeAdapter(list[Exemption]).validate_python(data or []))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourceError(f"{file}: can't be read: {error}") from None
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise SourceError(f"{file}: {where}: {first['msg']}") from None


def unfounded(
    assignment: Assignment, exemptions: tuple[Exemption, ...], reference: ModuleType
) -> Iterator[tuple[str, str]]:
    """Yield the exemptions that nothing allows: which one, and what is wrong with it."""
    for each in exemptions:
        where = f"{each.task} {each.wrapper} ({_short(assignment.suite_dir / EXEMPT.name)})"
        tasks = [task for task in assignment.tasks if task.id == each.task]
        wrapper = WRAPPERS.get(each.wrapper)
        if not tasks:
            yield where, f"{assignment.code} has no task {each.task}"
        elif wrapper is None or wrapper.harmless:
            yield where, f"there is no harmful wrapper {each.wrapper}"
        elif _squeezed(each.sentence) not in _said(reference, tasks[0].functions):
            yield where, f'its docstring doesn\'t say "{each.sentence}"'


def _said(reference: ModuleType, functions: tuple[str, ...]) -> str:
    """Return all that the docstrings of some functions say, and those of their classes."""
    found = []
    for path in functions:
        held = reference
        for name in path.split("."):
            held = getattr(held, name)
            found.append(inspect.getdoc(held) or "")
            if inspect.isclass(held):
                found += [inspect.getdoc(one) or "" for one in vars(held).values() if callable(one)]
    return _squeezed(" ".join(found))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:])
