"""Public checks through the engine: ``test_public.py`` with the student's module behind a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.course import Assignment, Course
from autograder.grading.suite import Session, run_suite


class _Behind(ModuleType):
    """Stands where ``import a01_…`` looks; every name comes from the subject that is being checked."""

    def __init__(self, name: str, session: list[Session]) -> None:
        super().__init__(name)
        self.__dict__["_session"] = session

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        session = self.__dict__["_session"][0]
        return getattr(session.enter_current(), name)


def run_public(
    course: Course, assignment: Assignment, file: Path, work: Callable[[Session], None]
) -> None:
    """Collect an assignment's public checks and let ``work`` run them on subjects, like a hidden suite."""
    holder: list[Session] = []
    before = sys.modules.get(assignment.module)
    sys.modules[assignment.module] = _Behind(assignment.module, holder)

    def begin(session: Session) -> None:
        holder.append(session)
        work(session)

    try:
        run_suite(course, assignment, None, begin, file)
    finally:
        # It is bound to these subjects: another run in this process collects it anew.
        for name, module in list(sys.modules.items()):
            if name != "__main__" and getattr(module, "__file__", None) == str(file):
                del sys.modules[name]
        if before is None:
            del sys.modules[assignment.module]
        else:
            sys.modules[assignment.module] = before
