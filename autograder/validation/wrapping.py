"""Every wrapper on every task: harmful ones must be rejected, harmless ones accepted, and who survives is explained."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from types import CodeType, ModuleType
from typing import Any

import numpy as np

from autograder.checks.laws import Law
from autograder.checks.lenses import Lens
from autograder.course import Task
from autograder.grading.bench import Bench
from autograder.grading.loads import Wanted, most
from autograder.grading.outcome import Outcome
from autograder.grading.programs import reference_program
from autograder.grading.reference import reference_source
from autograder.grading.subject import Subject
from autograder.grading.variants import read_variants
from autograder.sandbox import Loaded, Stops, Worker
from autograder.validation.changes import MOST_SECONDS, Logs
from autograder.validation.rewrites import REWRITES, rewritten
from autograder.validation.wrappers import WRAPPERS, Wrapper, library

APPLYING = '''
def apply_wrapper(path, name, drawn):
    """Put a wrapper around one of this program's functions, methods or classes."""
    owner, _, last = path.rpartition(".")
    holder = globals()[owner] if owner else None
    held = getattr(holder, last) if owner else globals()[last]
    wrapped = globals()[name](held, **drawn)
    if owner:
        setattr(holder, last, wrapped)
    else:
        globals()[last] = wrapped
'''
# Workers that are forked from one loaded program before it is loaded again.
FORKS = 40


@dataclass(frozen=True)
class Wrapped:
    """A wrapper around one function, with what was drawn for it."""

    path: str
    wrapper: Wrapper
    drawn: Mapping[str, Any]

    def __str__(self) -> str:
        drawn = ", ".join(f"{name}={value}" for name, value in self.drawn.items())
        return f"{self.wrapper.name}({self.path}{', ' if drawn else ''}{drawn})"


@dataclass(frozen=True)
class Survivor:
    """A harmful wrapper that no check rejected although it changes something, or a harmless one that lost points."""

    program: str
    task: str
    wrapped: str
    wrapper: str
    function: str
    why: str

    def __str__(self) -> str:
        return f"{self.task} {self.wrapped} around the {self.program}"


class Wrapping:
    """The wrappers of one assignment, around its reference and around its alternatives.

    Parameters
    ----------
    bench
        The assignment's suite.
    seed
        Draws the bounds of wrappers.
    seconds
        How long to look for an input on which a wrapper changes something.
    """

    def __init__(self, bench: Bench, seed: int = 0, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._bench = bench
        self._seed = seed
        self.tried = 0
        self.unchanged = 0
        self._kinds: dict[str, Mapping[str, set[str]]] = {}
        self._known: dict[int, Logs] = {}
        self._differences: dict[str, str | None] = {}

    @cached_property
    def sources(self) -> dict[str, str]:
        """The programs that are wrapped: the reference, and one made of the first alternative of each task."""
        assignment = self._bench.assignment
        first: dict[str, str] = {}
        for variant in read_variants(assignment, "alternative"):
            first.setdefault(variant.task, variant.source)
        return {
            "reference": reference_source(assignment),
            "alternative": reference_source(assignment, *first.values()),
        }

    def harmful(self, tasks: Sequence[str] = ()) -> Iterator[Survivor]:
        """Yield the harmful wrappers that survive."""
        for name, source in self.sources.items():
            with Beside(self._bench, source) as loaded:
                for task in self._tasks(tasks):
                    for wrapped in self._around(task):
                        yield from self._harm(loaded, name, task, wrapped)

    def harmless(self, tasks: Sequence[str] = ()) -> Iterator[Survivor]:
        """Yield the harmless wrappers, each around all functions at once, and the rewrites, that lose a point."""
        chosen = self._tasks(tasks)
        for name, source in self.sources.items():
            with Beside(self._bench, source) as loaded:
                for wrapper in (each for each in WRAPPERS.values() if each.harmless):
                    around = [one for task in chosen for one in self._paths(task, wrapper)]
                    yield from self._lost(loaded, name, wrapper.name, around, chosen)
            for rewrite, transformer in REWRITES.items():
                with Beside(self._bench, rewritten(source, transformer())) as loaded:
                    yield from self._lost(loaded, name, rewrite, [], chosen)

    def _lost(
        self,
        loaded: Loaded,
        program: str,
        change: str,
        around: Sequence[Wrapped],
        tasks: Sequence[Task],
    ) -> Iterator[Survivor]:
        self.tried += 1
        for outcome in self._run(loaded, around, [task.id for task in tasks], first=False):
            if not outcome.passed:
                why = outcome.failure.text("input").en if outcome.failure else str(outcome.error)
                task_id = outcome.mark.task
                yield Survivor(program, task_id, change, change, "", f"{outcome.name}: {why}")

    def _harm(
        self, loaded: Loaded, program: str, task: Task, wrapped: Wrapped
    ) -> Iterator[Survivor]:
        self.tried += 1
        difference = self._difference(task, wrapped)
        if difference is None:
            self.unchanged += 1
            return
        outcomes = self._run(loaded, [wrapped], [task.id], first=True)
        if all(outcome.passed for outcome in outcomes):
            name = wrapped.wrapper.name
            yield Survivor(program, task.id, str(wrapped), name, wrapped.path, difference)

    def _difference(self, task: Task, wrapped: Wrapped) -> str | None:
        """Return what a wrapper changes on the inputs of a task's laws; that there are none is a difference, too.

        It is asked of the reference, whose wrapped functions answer as those of any other right program would.
        """
        key = f"{task.id} {wrapped}"
        if key not in self._differences:
            laws = self.laws(task.id)
            found = None if laws else "its task has no law, on whose inputs it could be seen"
            for law in laws:
                found = found or self._logs(law).difference(self._module(wrapped))
            self._differences[key] = found
        return self._differences[key]

    def _logs(self, law: Law) -> Logs:
        if id(law) not in self._known:
            self._known[id(law)] = Logs(law, self._module(None), self._seed, self._seconds)
        return self._known[id(law)]

    def _module(self, wrapped: Wrapped | None) -> ModuleType:
        """Return the reference as a module of its own in this process, with a wrapper around one function."""
        module = ModuleType("wrapped")
        sys.modules[module.__name__] = module
        exec(self._code, module.__dict__)  # noqa: S102 - the course's own
        if wrapped is not None:
            module.apply_wrapper(wrapped.path, wrapped.wrapper.name, dict(wrapped.drawn))
        return module

    @cached_property
    def _code(self) -> CodeType:
        return compile(_with_library(self.sources["reference"]), "wrapped", "exec")

    def laws(self, task: str) -> list[Law]:
        """Return the laws of a task."""
        return self._laws.get(task, [])

    @cached_property
    def _laws(self) -> Mapping[str, list[Law]]:
        return self._bench.suite.laws

    # ---- what there is to wrap

    def _tasks(self, ids: Sequence[str]) -> list[Task]:
        assignment = self._bench.assignment
        return [
            one
            for one in assignment.tasks
            if (not ids or one.id in ids) and one.id not in assignment.left_out
        ]

    def _around(self, task: Task) -> Iterator[Wrapped]:
        for wrapper in WRAPPERS.values():
            if not wrapper.harmless:
                yield from self._paths(task, wrapper)

    def _paths(self, task: Task, wrapper: Wrapper) -> Iterator[Wrapped]:
        promised = any(law.float64 for law in self.laws(task.id))
        if wrapper.where and promised != (wrapper.where == "float64"):
            return
        for path in self._functions(task, classes=wrapper.per == "class"):
            named = wrapper.per in ("argument", "keyword")
            for name in self._parameters(task, path, wrapper) if named else [None]:
                drawn = {} if name is None else {"name": name}
                rng = np.random.default_rng([self._seed, *f"{path} {name} {wrapper.name}".encode()])
                for word, values in wrapper.draws.items():
                    drawn[word] = values[int(rng.integers(len(values)))]
                yield Wrapped(path, wrapper, drawn)

    def _functions(self, task: Task, *, classes: bool) -> list[str]:
        """Return the functions and methods that a task asks for, or the classes they are of."""
        reference = self._bench.suite.reference
        paths: list[str] = []
        for path in task.functions:
            kind = getattr(reference, path.partition(".")[0])
            if classes and inspect.isclass(kind):
                paths.append(kind.__name__)
            elif not classes and inspect.isclass(kind) and "." not in path:
                own = [name for name, held in vars(kind).items() if inspect.isfunction(held)]
                paths += [
                    f"{path}.{name}"
                    for name in own
                    if name == "__init__" or not name.startswith("_")
                ]
            elif not classes:
                paths.append(path)
        return list(dict.fromkeys(paths))

    def _parameters(self, task: Task, path: str, wrapper: Wrapper) -> list[str]:
        """Return the parameters of a function that a wrapper can do something to."""
        held = attrgetter(path)(self._bench.suite.reference)
        kinds = self._kinds_of(task)
        return [
            one.name
            for one in inspect.signature(held).parameters.values()
            if one.name != "self" and one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
            and not (wrapper.per == "keyword" and one.default is inspect.Parameter.empty)
            and (wrapper.on == "anything" or wrapper.on in kinds.get(one.name, (wrapper.on,)))
        ]  # fmt: skip

    def _kinds_of(self, task: Task) -> Mapping[str, set[str]]:
        """Return what each parameter is in the laws of a task: "array", "numbers", "int", "text", "generator"."""
        if task.id not in self._kinds:
            kinds: dict[str, set[str]] = {}

            def note(name: str | None, value: Any) -> Any:
                kinds.setdefault(str(name), set()).update(_words_for(value))
                return value

            reference = self._bench.suite.reference
            assert reference is not None, "hidden suites have one"
            for law in self.laws(task.id):
                for n in law.sizes:
                    law.results(reference, reference, Lens(reference, note), self._seed, n)
            self._kinds[task.id] = kinds
        return self._kinds[task.id]

    def _run(
        self, loaded: Loaded, around: Sequence[Wrapped], tasks: Sequence[str], *, first: bool
    ) -> list[Outcome]:
        bench = self._bench
        program = reference_program(bench.course, bench.assignment)
        wanted = {task: Wanted(program, bench.limits[task]) for task in tasks}
        return bench.suite.run(Subject(_Around(loaded, around), wanted), tasks, first_failure=first)


class Beside:
    """A program with the wrappers beside it, loaded; ended with the block."""

    def __init__(self, bench: Bench, source: str) -> None:
        program = reference_program(bench.course, bench.assignment, _with_library(source))
        limits = most(list(bench.limits.values()))
        self._loaded = bench.sandbox.load(program, limits, Stops(), FORKS)

    def __enter__(self) -> Loaded:
        return self._loaded

    def __exit__(self, *error: object) -> None:
        self._loaded.close()


class _Around:
    """Workers of a loaded program, with wrappers around some of its functions."""

    def __init__(self, loaded: Loaded, around: Sequence[Wrapped]) -> None:
        self._loaded = loaded
        self._around = around

    def worker(self, wanted: Wanted) -> Worker:
        worker = self._loaded.worker(wanted.limits, wanted.stand_in)
        apply = worker.module.apply_wrapper
        for one in self._around:
            apply(one.path, one.wrapper.name, dict(one.drawn))
        return worker


def _with_library(source: str) -> str:
    """Return a program's text with the wrappers beside it, and what applies them."""
    return f"{source}\n{library()}\n{APPLYING}"


def _words_for(value: Any) -> set[str]:
    if isinstance(value, np.ndarray):
        return {"array", "numbers"} if value.dtype.kind in "iuf" else {"array"}
    if isinstance(value, np.random.Generator):
        return {"generator"}
    words = {int: {"int", "numbers"}, float: {"numbers"}, str: {"text"}, list: {"array"}}
    return words.get(type(value), set())
