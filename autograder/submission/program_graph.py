"""What the parts of a submission use, and which part reaches which.

A part is what one name of a module's top level is bound to: a function, a class, a method
("Net.fit"), an assignment.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from autograder.submission.scopes import (
    MAX_MEANINGS,
    Comprehensions,
    Functions,
    Scope,
    bind_statement,
    bound_names,
    comprehension_scope,
    function_scope,
    resolve,
    statements,
)

# Stands before the names of the submission's own module, whose name an import can't be mistaken
# for.
OWN = "<submission>"
# Stands for an object of a class, in the methods of which it is the first argument.
SELF = "<self>"
REFERENCES = ast.Name | ast.Attribute | ast.Call | ast.Subscript


@dataclass(frozen=True)
class Use:
    """One use of a name.

    Attributes
    ----------
    name
        The dotted name it stands for, "numpy.linalg.norm".
    filename, line
        Where it stands.
    """

    name: str
    filename: str
    line: int


@dataclass(frozen=True)
class Part:
    """A statement, with what is needed to resolve its names.

    Attributes
    ----------
    statement
        The statement that binds a name.
    scope
        The scope it stands in.
    filename, offset
        The source's name, and what is added to its line numbers.
    """

    statement: ast.stmt
    scope: Scope
    filename: str
    offset: int


@dataclass
class Module:
    """One source file, or all cells of the submission.

    Attributes
    ----------
    name
        Its dotted name; ``OWN`` for the submission itself.
    scope
        What the names of its top level stand for.
    parts
        Name, or "Class.method" → the statements that bind it.
    top
        Every statement of its top level, in order.
    """

    name: str
    package: str = ""
    scope: Scope = field(default_factory=Scope)
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    top: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scope.package = self.package

    def add(self, tree: ast.Module, filename: str, offset: int = 0) -> None:
        """Take in a source, after those before it."""
        for outer in tree.body:
            if is_main_guard(outer):
                continue  # never run in grading
            self.top.append(Part(outer, self.scope, filename, offset))
            for statement in statements([outer]):
                self._bind(statement, filename, offset, certain=statement is outer)

    def _bind(self, statement: ast.stmt, filename: str, offset: int, *, certain: bool) -> None:
        bind_statement(statement, self.scope, certain=certain)
        part = Part(statement, self.scope, filename, offset)
        definition = isinstance(statement, Functions | ast.ClassDef)
        for name in bound_names(statement):
            if certain and definition:
                self.parts[name] = []
            self.parts[name].append(part)
            if not isinstance(statement, ast.Import | ast.ImportFrom):
                own = frozenset({f"{self.name}.{name}"})
                self.scope.bind(name, own, certain=certain and definition)
        for name in _changed_names(statement):
            self.parts[name].append(part)
        if isinstance(statement, ast.ClassDef):
            self._bind_members(statement, filename, offset)

    def _bind_members(self, owner: ast.ClassDef, filename: str, offset: int) -> None:
        """Take in the methods of a class; their first argument stands for an object of it."""
        scope = Scope(self.scope)
        scope.meanings[SELF] = frozenset({f"{self.name}.{owner.name}.{SELF}"})
        for inner in statements(owner.body):
            for name in bound_names(inner):
                self.parts[f"{owner.name}.{name}"].append(Part(inner, scope, filename, offset))


class ProgramGraph:
    """The modules of a submission, and what reaches what in them."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self._modules = {module.name: module for module in modules}

    def every_use(self) -> Iterator[Use]:
        """Yield every use in every module, in order."""
        for module in self._modules.values():
            for part in module.top:
                yield from uses(part)

    def reached_uses(self, task: str) -> Iterator[Use]:
        """Yield every use in a task's function, class or method and in all that it reaches."""
        waiting = self._parts(f"{OWN}.{task}")
        seen: set[ast.stmt] = set()
        asked: set[str] = set()
        while waiting:
            part = waiting.pop()
            if part.statement in seen:
                continue
            seen.add(part.statement)
            for use in uses(part):
                if use.name in asked:
                    continue
                asked.add(use.name)
                for name in self._meanings(use.name):
                    yield replace(use, name=name)
                    waiting += self._parts(name)

    def _meanings(self, name: str) -> list[str]:
        """Return a name and what it stands for in the helper it leads to: "tools.np" is numpy."""
        found = [name]
        for one in found:
            for module, rest in self._split(one):
                for meaning in sorted(module.scope.meanings.get(rest[0], ())):
                    longer = ".".join([meaning, *rest[1:]])
                    if longer not in found and len(found) < MAX_MEANINGS:
                        found.append(longer)
        return found

    def _parts(self, name: str) -> list[Part]:
        """Return the statements that a dotted name leads to; none outside of the submission."""
        return [part for module, rest in self._split(name) for part in self._parts_in(module, rest)]

    def _parts_in(self, module: Module, rest: list[str]) -> list[Part]:
        owner, *members = rest
        of_object = members[:1] == [SELF]
        if of_object:
            members = members[1:]
        if not members:
            return [] if of_object else module.parts.get(owner, [])
        if found := module.parts.get(f"{owner}.{members[0]}"):
            # Whoever calls a method has built the object.
            return [*found, *module.parts.get(f"{owner}.__init__", [])]
        if not of_object:
            return module.parts.get(owner, [])
        # Not the class's own: "super()", and what it inherits.
        bases = (base for part in module.parts.get(owner, []) for base in _bases(part))
        return [part for base in bases for part in self._parts(base)]

    def _split(self, name: str) -> Iterator[tuple[Module, list[str]]]:
        """Yield the submission's modules that a dotted name starts with, and the rest of it.

        "tools.solve" is a file of its own, or a name in "tools/__init__.py", or both.
        """
        parts = name.split(".")
        for length in range(1, len(parts)):
            module = self._modules.get(".".join(parts[:length]))
            if module is not None:
                yield module, parts[length:]


def uses(part: Part) -> Iterator[Use]:
    """Yield the names that a statement uses, those in its nested functions and classes too."""
    scope = part.scope
    waiting: list[tuple[ast.AST, Scope]] = [(part.statement, scope)]
    while waiting:
        node, scope = waiting.pop()
        line = getattr(node, "lineno", 0) + part.offset
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _imported(node, scope):
                yield Use(name, part.filename, line)
            continue
        if isinstance(node, REFERENCES) and not isinstance(getattr(node, "ctx", None), ast.Store):
            for name in sorted(resolve(node, scope)):
                yield Use(name, part.filename, line)
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, Functions | ast.Lambda):
            # Decorators and defaults are outside of the function's own names; nothing there can
            # hide more than it should.
            inner = function_scope(node, scope)
            _let_self_stand_for_object(node, scope, inner)
            outside = {*getattr(node, "decorator_list", ()), *node.args.defaults}
            waiting += (
                (child, scope if child in outside else inner) for child in reversed(children)
            )
            continue
        if isinstance(node, Comprehensions):
            scope = comprehension_scope(node, scope)
        waiting += ((child, scope) for child in reversed(children))


def is_main_guard(statement: ast.stmt) -> bool:
    """Say whether a statement is ``if __name__ == "__main__":``, without an else."""
    if not isinstance(statement, ast.If) or statement.orelse:
        return False
    test = statement.test
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Eq):
        return False
    sides = (test.left, *test.comparators)
    names = {side.id for side in sides if isinstance(side, ast.Name)}
    values = {side.value for side in sides if isinstance(side, ast.Constant)}
    return len(sides) == 2 and names == {"__name__"} and values == {"__main__"}


def _imported(node: ast.Import | ast.ImportFrom, scope: Scope) -> list[str]:
    """Return the dotted names that an import statement names, each at its full length."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    probe = Scope(package=scope.module.package)
    probe.bind_import(node)
    return sorted({*probe.stars, *(name for names in probe.meanings.values() for name in names)})


def _let_self_stand_for_object(node: ast.AST, scope: Scope, inner: Scope) -> None:
    owner = scope.meanings.get(SELF)
    if owner and isinstance(node, Functions) and node.args.args:
        inner.meanings[node.args.args[0].arg] = owner
        inner.meanings["super"] = frozenset(f"{one}.super" for one in owner)


def _bases(part: Part) -> Iterator[str]:
    """Yield the dotted names of a class's bases."""
    if isinstance(part.statement, ast.ClassDef):
        for base in part.statement.bases:
            yield from sorted(resolve(base, part.scope))


def _changed_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names whose value a statement changes: ``TABLE["fit"] = …``, ``Net.fit = …``."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AugAssign):
        targets = [statement.target]
    for target in targets:
        node = target
        while isinstance(node, ast.Attribute | ast.Subscript):
            node = node.value
        if isinstance(node, ast.Name) and node is not target:
            yield node.id
