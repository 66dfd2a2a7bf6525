"""The static policy: what a submission may import and use, read off its source without running it.

It is a courtesy and a first line: it names the place, and it catches what is written plainly. What is computed while
running is met by the sandbox and by the raisers that stand in the worker for a task's forbidden names.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from autograder.kit_files import PUBLIC_CHECKS
from autograder.locale import sentence
from autograder.program import Cell
from autograder.sandbox.inside.stubs import STUBBED
from autograder.submission.messages import place
from autograder.submission.modules import cell_of, module_name, package_of
from autograder.submission.naming import CODE
from autograder.submission.program_graph import OWN, Module, ProgramGraph, Use
from autograder.submission.tree import SCRIPT
from autograder.texts import Text

Code = Literal["import", "name", "shortcut"]

# What the kit itself puts beside a submission, and what workers have a stub for.
KIT_MODULES = frozenset({*STUBBED, PUBLIC_CHECKS.removesuffix(".py")})


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

    Source that doesn't parse is passed over, and so is what stands under ``if __name__ == "__main__":``; neither runs.

    Parameters
    ----------
    cells
        The submission's source.
    allowed_packages
        Packages that it may import beside the standard library, "numpy" or "scipy.optimize".
    forbidden_names
        Dotted names that nothing in it may use, "subprocess" or "eval"; a module stands for all in it.
    task_bans
        Function, class or method ("Net.fit") of a task → dotted names that neither it nor anything it reaches in the
        submission may use.
    files
        Further files of the submission, ``Submission.files``: looked at in the same way.
    own_modules
        Further modules that it may import, such as those of other assignments.
    """
    files = {path: source for path, source in (files or {}).items() if path.endswith(SCRIPT)}
    graph = ProgramGraph(modules_of(cells, files))
    own = {*own_modules, *(module_name(path).partition(".")[0] for path in files), OWN}
    allowed = {*allowed_packages, *own, *KIT_MODULES, *sys.stdlib_module_names}
    every = _first(graph.every_use())
    found = [*_imports(every, allowed, forbidden_names, own)]
    found += _forbidden(every, forbidden_names, own)
    for task, bans in task_bans.items():
        found += _forbidden(_first(graph.reached_uses(task)), bans, own, task)
    return found


def forbids(ban: str, name: str, own: Collection[str] = (OWN,)) -> bool:
    """Say whether a ban covers a dotted name.

    "numpy.convolve" covers itself and, because one function lies in several places, whatever is called
    ``convolve`` in NumPy or in another package; "scipy.signal" covers all that is in it; "eval" the
    built-in function. A method, "numpy.polynomial.Polynomial.fit", is looked for in its own package only:
    many classes have one of its name.

    ``own`` are modules that are no package's: the submission's, and earlier assignments, which are also known by
    their names.
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
    # A module's own, and no class's.
    return outside and all(_last(one.rpartition(".")[0]).islower() for one in (ban, name))


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def modules_of(cells: Sequence[Cell], files: Mapping[str, bytes]) -> Iterator[Module]:
    """Yield the submission and its further files as modules of a ``ProgramGraph``, as far as they parse."""
    yield Module.of(OWN, cells)
    for path, source in files.items():
        yield Module.of(module_name(path), [cell_of(path, source)], package_of(path))


def _imports(
    every: Iterable[Use],
    allowed: set[str],
    forbidden: Collection[str],
    own: Collection[str],
) -> Iterator[Finding]:
    """Find packages that are not allowed; a forbidden one is said in its own words."""
    said: set[str] = set()
    for use in every:
        package = use.name.partition(".")[0]
        beginnings = accumulate(use.name.split("."), "{}.{}".format)
        if not allowed.isdisjoint(beginnings) or not package.isidentifier():
            continue
        if any(forbids(ban, use.name, own) for ban in forbidden):
            continue
        # "scipy" alone says it, unless a part of scipy is allowed.
        partly = any(one.startswith(package + ".") for one in allowed)
        name = use.name if partly else package
        if name not in said and not (partly and use.name == package):
            said.add(name)
            yield Finding("import", name, use.filename, use.line)


def _forbidden(
    found: Iterable[Use], bans: Collection[str], own: Collection[str], task: str | None = None
) -> Iterator[Finding]:
    """Find the first use of each name that is forbidden, to all or to a task."""
    left = list(dict.fromkeys(bans))
    for use in found:
        for ban in [ban for ban in left if forbids(ban, use.name, own)]:
            left.remove(ban)
            name = use.name.removeprefix("builtins.")
            yield Finding("shortcut" if task else "name", name, use.filename, use.line, task)


def _first(found: Iterable[Use]) -> list[Use]:
    """Return the first use of each name."""
    first: dict[str, Use] = {}
    for use in found:
        first.setdefault(use.name, use)
    return list(first.values())
