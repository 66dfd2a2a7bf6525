"""The processes that grade beside this one."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from types import ModuleType
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Value = TypeVar("Value")


class Processes(ProcessPoolExecutor):
    """Processes that import what they are asked to run, and not the script that asks.

    Python's own would run that script anew in each of them; one that grades at its top level, with no guard of
    ``if __name__ == "__main__"``, would grade within grading.
    """

    def __init__(self, count: int | None) -> None:
        # "spawn": a fork of this process would inherit threads and locks.
        super().__init__(count, mp_context=multiprocessing.get_context("spawn"))

    def submit(
        self,
        call: Callable[Parameters, Value],
        /,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Future[Value]:
        """Start what a further process is needed for; it looks for the script at that moment."""
        script = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            return super().submit(call, *args, **kwargs)
        finally:
            sys.modules["__main__"] = script
