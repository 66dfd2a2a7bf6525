"""The bench: an assignment's suite, ready to run, and the one way to run its checks on a program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, TypeVar

from autograder.course import Assignment, Course
from autograder.grading.loads import Loads, Spawned, Wanted
from autograder.grading.options import GradeOptions
from autograder.grading.outcome import Outcome
from autograder.grading.programs import for_task
from autograder.grading.reference import load_reference
from autograder.grading.stand_ins import StandIns
from autograder.grading.subject import Subject
from autograder.grading.suite import Suite, run_suite
from autograder.sandbox import Limits, LoadError, Program, Sandbox

T = TypeVar("T")


@dataclass(frozen=True)
class Bench:
    """An assignment's suite, ready to run.

    Attributes
    ----------
    course, assignment
        Whose suite.
    suite
        The suite, collected.
    sandbox
        Where programs run.
    options
        How submissions are graded.
    limits
        What each task may use, by its id.
    """

    course: Course
    assignment: Assignment
    suite: Suite
    sandbox: Sandbox
    options: GradeOptions
    limits: Mapping[str, Limits]

    @classmethod
    def of(
        cls,
        course: Course,
        assignment: Assignment,
        suite: Suite,
        sandbox: Sandbox,
        options: GradeOptions,
    ) -> Bench:
        """Return the bench of a suite, with the limits that the course gives."""
        limits = {task.id: course.limits_of(task) for task in assignment.tasks}
        return cls(course, assignment, suite, sandbox, options, limits)

    def run(
        self, program: Program, tasks: Collection[str] | None = None, *, consistency: bool = False
    ) -> list[Outcome]:
        """Run the suite, or some tasks' checks, on a program of the course's own: a reference, a variant."""
        wanted = {task: Wanted(program, limits) for task, limits in self.limits.items()}
        subject = Subject(Spawned(self.sandbox), wanted)
        return self.suite.run(subject, tasks, consistency=consistency)


class Trial:
    """A submission's program on a bench: loaded once for each way in which its tasks want it; to be closed.

    Parameters
    ----------
    bench
        Where it is tried.
    program
        The submission.
    """

    def __init__(self, bench: Bench, program: Program) -> None:
        self.bench = bench
        self.program = program
        self._loads = Loads(bench.sandbox, bench.limits.values())
        first = bench.limits[bench.assignment.tasks[0].id]
        self._stand_ins = StandIns(bench.sandbox, bench.course, program.answered, first)
        self.subject = Subject(self._loads, self._wanted(program, self._stand_ins))

    def __enter__(self) -> Trial:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all of its workers."""
        self.subject.leave()
        self._stand_ins.close()
        self._loads.close()

    def load(self) -> tuple[LoadError, ...]:
        """Load the program as its first task wants it, and return what went wrong.

        Raises
        ------
        WorkerLost
            Where it can't be loaded at all.
        """
        bench = self.bench
        return self._loads.problems(for_task(bench.course, self.program, bench.assignment.tasks[0]))

    def run(self, watch: Callable[[Sequence[Outcome]], None] | None = None) -> list[Outcome]:
        """Run the whole suite; ``watch`` is told each task's outcomes as soon as they are there."""
        return self.bench.suite.run(self.subject, watch=watch)

    def run_again(
        self,
        task: str,
        program: Program | None = None,
        replaced: Iterable[str] = (),
        *,
        consistency: bool = False,
    ) -> list[Outcome]:
        """Run a task's checks once more.

        Parameters
        ----------
        task
            Its id.
        program
            What stands in for the submission, where something does.
        replaced
            The program's own functions that references stand in for.
        consistency
            Whether to run its checks of consistency instead.
        """
        program, names = program or self.program, tuple(replaced)
        bench, module = self.bench, self.bench.assignment.module
        allowed = program.answered | {(module, name) for name in names}
        stand_ins = StandIns(bench.sandbox, bench.course, allowed, bench.limits[task])
        try:
            subject = Subject(self._loads, self._wanted(program, stand_ins, names))
            return bench.suite.run(subject, {task}, consistency=consistency)
        finally:
            stand_ins.close()

    def _wanted(
        self, program: Program, stand_ins: StandIns, replaced: Sequence[str] = ()
    ) -> dict[str, Wanted]:
        bench, module = self.bench, self.bench.assignment.module
        functions = {name: stand_ins.function(module, name) for name in replaced}
        return {
            task.id: Wanted(
                for_task(bench.course, program, task),
                bench.limits[task.id],
                stand_ins,
                task.functions,
                functions,
            )
            for task in bench.assignment.tasks
        }


def on_bench(
    course: Course,
    assignment: Assignment,
    sandbox: Sandbox,
    options: GradeOptions,
    work: Callable[[Bench], T],
) -> T:
    """Collect an assignment's hidden suite, and return what ``work`` makes of its bench.

    Raises
    ------
    SourceError
        Where the suite can't be collected, or its reference can't be imported.
    """
    suite = Suite(course, assignment, load_reference(course, assignment))
    bench = Bench.of(course, assignment, suite, sandbox, options)
    return run_suite(suite, assignment.suite_file, lambda: work(bench))


class _Behind(ModuleType):
    """Stands where ``import a01_…`` looks; every name comes from the subject that is being checked."""

    def __init__(self, name: str, suite: Suite) -> None:
        super().__init__(name)
        self.__dict__["_suite"] = suite

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__dict__["_suite"].enter(), name)


def on_public_bench(
    course: Course, assignment: Assignment, sandbox: Sandbox, file: Path, work: Callable[[Bench], T]
) -> T:
    """Collect an assignment's public checks, and return what ``work`` makes of their bench.

    The module that they import is the subject's, behind a pipe.

    Raises
    ------
    SourceError
        Where they can't be collected.
    """
    suite = Suite(course, assignment, None)
    bench = Bench.of(course, assignment, suite, sandbox, GradeOptions())
    before = sys.modules.get(assignment.module)
    sys.modules[assignment.module] = _Behind(assignment.module, suite)
    try:
        return run_suite(suite, file, lambda: work(bench))
    finally:
        # It is bound to these subjects: another run in this process collects it anew.
        for name, module in list(sys.modules.items()):
            if name != "__main__" and getattr(module, "__file__", None) == str(file):
                del sys.modules[name]
        if before is None:
            del sys.modules[assignment.module]
        else:
            sys.modules[assignment.module] = before
