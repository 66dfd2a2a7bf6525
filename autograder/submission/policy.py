"""The static policy: what a submission may import and use, read off its source without running it.

It is a courtesy and a first line: it names the place, and it catches what is written plainly. What
is computed while running is met by the sandbox and by the raisers that stand in the worker for a
task's forbidden names.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from autograder.locale import sentence
from autograder.program import Cell
from autograder.sandbox.inside.stubs import STUBBED
from autograder.submission.imports import module_name, package_of
from autograder.submission.messages import place
from autograder.submission.naming import CODE
from autograder.submission.program_graph import OWN, Module, ProgramGraph, Use
from autograder.submission.syntax import parse
from autograder.submission.tree import SCRIPT
from autograder.texts import Text

Code = Literal["import", "name", "shortcut"]

# What the kit itself puts beside a submission, and what workers have a stub for.
KIT_MODULES = frozenset({*STUBBED, "test_public"})


@dataclass(frozen=True)
class Finding:
    """One thing that isn't allowed.

    Attributes
    ----------
    code
        "import": a package that the course doesn't name; "name": a name forbidden everywhere;
        "shortcut": a name forbidden to one task.
    name
        The dotted name, "numpy.linalg.norm", however it was written.
    filename, line
        Where it is used, as a traceback would say it.
    task_function
        The function, class or method that may not use it; None where nobody may.
    """

    code: Code
    name: str
    filename: str
    line: int
    task_function: str | None = None

    @property
    def text(self) -> Text:
        """The finding as a sentence with its place."""
        where = place(self.filename, self.line)
        task = self.task_function or ""
        return sentence(f"finding_{self.code}", place=where, name=self.name, task=task)


def check_policy(
    cells: Sequence[Cell],
    allowed_packages: Collection[str],
    forbidden_names: Collection[str],
    task_bans: Mapping[str, tuple[str, ...]],
    *,
    files: Mapping[str, bytes] | None = None,
    own_modules: Collection[str] = (),
) -> list[Finding]:
    """Return what in a submission isn't allowed, each name once where it is used first.

    Source that doesn't parse is passed over, and so is what stands under ``if __name__ ==
    "__main__":``; neither runs.

    Parameters
    ----------
    cells
        The submission's source.
    allowed_packages
        Packages that it may import beside the standard library, "numpy" or "scipy.optimize".
    forbidden_names
        Dotted names that nothing in it may use, "subprocess" or "eval"; a module stands for all in
        it.
    task_bans
        Function, class or method ("Net.fit") of a task → dotted names that neither it nor anything
        it reaches in the submission may use.
    files
        Further files of the submission, ``Submission.files``: looked at in the same way.
    own_modules
        Further modules that it may import, such as those of other assignments.
    """
    files = {path: source for path, source in (files or {}).items() if path.endswith(SCRIPT)}
    graph = ProgramGraph(modules_of(cells, files))
    own = {*own_modules, *(module_name(path).partition(".")[0] for path in files), OWN}
    allowed = {*allowed_packages, *own, *KIT_MODULES, *sys.stdlib_module_names}
    every = list(graph.every_use())
    found = [
        *_imports(every, allowed, forbidden_names, own),
        *_forbidden(every, forbidden_names, own),
    ]
    for task, bans in task_bans.items():
        found += _forbidden(graph.reached_uses(task), bans, own, task)
    return found


def forbids(ban: str, name: str, own: Collection[str] = (OWN,)) -> bool:
    """Say whether a ban covers a dotted name.

    "numpy.convolve" covers itself and, because one function lies in several places, whatever is called
    ``convolve`` in NumPy or in another package; "scipy.signal" covers all that is in it; "eval" the
    built-in function. A method, "numpy.polynomial.Polynomial.fit", is looked for in its own package only:
    many classes have one of its name.

    Parameters
    ----------
    ban
        The dotted name that is forbidden.
    name
        The dotted name that is used.
    own
        Modules that are no package's: the submission's, and earlier assignments (which are also known by
        their names).
    """
    if name == ban or name.startswith(ban + ".") or name == f"builtins.{ban}":
        return True
    package, _, rest = ban.partition(".")
    if not rest or _last(name) != _last(ban):
        return False
    other = name.partition(".")[0]
    if other == package:
        return True
    outside = other not in own and other != "builtins" and not CODE.match(other)
    return outside and all(map(_is_in_module, (ban, name)))


def _is_in_module(name: str) -> bool:
    """Say whether a dotted name is a module's own, and no class's."""
    return _last(name.rpartition(".")[0]).islower()


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def modules_of(cells: Sequence[Cell], files: Mapping[str, bytes]) -> Iterator[Module]:
    """Yield the submission and its further files as modules of a ``ProgramGraph``, as far as they parse."""
    submission = Module(OWN)
    for cell in cells:
        tree = parse(cell.source)
        if tree is not None:
            submission.add(tree, cell.filename, cell.first_line - 1)
    yield submission
    for path, source in files.items():
        tree = parse(source.decode("utf-8", "replace"))
        if tree is not None:
            module = Module(module_name(path), package_of(path))
            module.add(tree, path)
            yield module


def _imports(
    every: Iterable[Use],
    allowed: Collection[str],
    forbidden: Collection[str],
    own: Collection[str],
) -> Iterator[Finding]:
    """Find packages that are not allowed; a forbidden one is said in its own words."""
    allowed = frozenset(allowed)
    said: set[str] = set()
    for use in _first(every):
        package = use.name.partition(".")[0]
        if not allowed.isdisjoint(accumulate(use.name.split("."), "{}.{}".format)):
            continue
        if any(forbids(ban, use.name, own) for ban in forbidden) or not package.isidentifier():
            continue
        # "scipy" alone says it, unless a part of scipy is allowed.
        partly = any(one.startswith(package + ".") for one in allowed)
        if partly and use.name == package:
            continue
        name = use.name if partly else package
        if name not in said:
            said.add(name)
            yield Finding("import", name, use.filename, use.line)


def _forbidden(
    found: Iterable[Use], bans: Collection[str], own: Collection[str], task: str | None = None
) -> Iterator[Finding]:
    """Find the first use of each name that is forbidden, to all or to a task."""
    code: Code = "shortcut" if task else "name"
    left = list(dict.fromkeys(bans))
    for use in _first(found):
        for ban in [ban for ban in left if forbids(ban, use.name, own)]:
            left.remove(ban)
            yield Finding(code, use.name.removeprefix("builtins."), use.filename, use.line, task)


def _first(found: Iterable[Use]) -> Iterator[Use]:
    """Yield the first use of each name."""
    seen: set[str] = set()
    for use in found:
        if use.name not in seen:
            seen.add(use.name)
            yield use
