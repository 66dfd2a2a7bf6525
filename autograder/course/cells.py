"""How the cells of a released notebook are called; nbgrader knows them by these names."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

Role = Literal["answer", "test", "manual"]
NAME = re.compile(r"(answer|test|manual)_([A-Z]\d+)_(M?\d+)")


class CellName(NamedTuple):
    """What a cell is for, and of which task or question: ``str(CellName("test", "A01.4"))`` is ``test_A01_4``.

    A task is written in an ``answer`` cell and earns its points in a ``test`` cell; a question is answered in a
    ``manual`` cell, which a person marks.
    """

    role: Role
    id: str

    @classmethod
    def parse(cls, name: str) -> CellName | None:
        """Return what a name says; None for one that isn't of ours."""
        found = NAME.fullmatch(name)
        return cls(cast(Role, found[1]), f"{found[2]}.{found[3]}") if found else None

    def __str__(self) -> str:
        return f"{self.role}_{self.id.replace('.', '_')}"
