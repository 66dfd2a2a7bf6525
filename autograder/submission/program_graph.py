"""What the parts of a submission use, and which part reaches which.

A part is what one name of a module's top level is bound to: a function, a class, a method
("Net.fit"), an assignment.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from autograder.program import Cell
from autograder.submission.modules import imported_names
from autograder.submission.scopes import (
    MAX_MEANINGS,
    Scope,
    bind_statement,
    comprehension_scope,
    function_scope,
    resolve,
)
from autograder.submission.statements import (
    Comprehensions,
    Definition,
    Functions,
    Imports,
    Statement,
    bound_names,
    statements,
    top_level,
)

# Stands before the names of the submission's own module, whose name an import can't be mistaken
# for.
OWN = "<submission>"
# Stands for an object of a class, in the methods of which it is the first argument.
SELF = "<self>"
REFERENCES = ast.Name | ast.Attribute | ast.Call | ast.Subscript


@dataclass(frozen=True)
class Use:
    """One use of a name: the dotted name it stands for, "numpy.linalg.norm", and where."""

    name: str
    filename: str
    line: int


@dataclass(frozen=True, eq=False)
class Part(Statement):
    """A statement that binds a name, and the scope it stands in."""

    scope: Scope


@dataclass
class Module:
    """One source file, or all cells of the submission: its dotted name, and what the names of its top level stand for.

    Attributes
    ----------
    parts
        Name, or "Class.method" → the statements that bind it.
    top
        Every statement of its top level, in order, but for what is never run in grading.
    """

    name: str
    scope: Scope
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    top: list[Part] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, cells: Iterable[Cell], package: str = "") -> Module:
        """Return the module that some cells are; relative imports are resolved in its package."""
        module = cls(name, Scope(package=package))
        for outer in top_level(cells):
            if not outer.under_main:
                module.top.append(Part(outer.node, outer.cell, module.scope))
                for statement in outer.inner:
                    module._bind(statement, certain=statement.node is outer.node)
        return module

    def _bind(self, statement: Statement, *, certain: bool) -> None:
        node = statement.node
        bind_statement(node, self.scope, certain=certain)
        part = Part(node, statement.cell, self.scope)
        anew = certain and isinstance(node, Definition)
        for name in bound_names(node):
            if anew:
                self.parts[name] = []
            self.parts[name].append(part)
            if not isinstance(node, Imports):
                self.scope.bind(name, frozenset({f"{self.name}.{name}"}), certain=anew)
        for name in _changed_names(node):
            self.parts[name].append(part)
        if isinstance(node, ast.ClassDef):
            self._bind_members(node, statement.cell)

    def _bind_members(self, owner: ast.ClassDef, cell: Cell) -> None:
        """Take in the methods of a class; their first argument stands for an object of it."""
        scope = Scope(self.scope)
        scope.meanings[SELF] = frozenset({f"{self.name}.{owner.name}.{SELF}"})
        for inner in statements(owner.body):
            for name in bound_names(inner):
                self.parts[f"{owner.name}.{name}"].append(Part(inner, cell, scope))


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
            if part.node in seen:
                continue
            seen.add(part.node)
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
        found = []
        for part in module.parts.get(owner, []):
            for base in part.node.bases if isinstance(part.node, ast.ClassDef) else ():
                for name in sorted(resolve(base, part.scope)):
                    found += self._parts(name)
        return found

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
    waiting: list[tuple[ast.AST, Scope]] = [(part.node, scope)]
    while waiting:
        node, scope = waiting.pop()
        line = getattr(node, "lineno", 0) + part.cell.first_line - 1
        if isinstance(node, Imports):
            for name in sorted(set(imported_names(node, scope.module.package))):
                yield Use(name, part.cell.filename, line)
            continue
        if isinstance(node, REFERENCES) and not isinstance(getattr(node, "ctx", None), ast.Store):
            for name in sorted(resolve(node, scope)):
                yield Use(name, part.cell.filename, line)
        children = list(ast.iter_child_nodes(node))
        if isinstance(node, Functions | ast.Lambda):
            # Decorators and defaults are outside of the function's own names; nothing there can
            # hide more than it should.
            inner = function_scope(node, scope)
            owner = scope.meanings.get(SELF)
            if owner and isinstance(node, Functions) and node.args.args:
                inner.meanings[node.args.args[0].arg] = owner
                inner.meanings["super"] = frozenset(f"{one}.super" for one in owner)
            outside = {*getattr(node, "decorator_list", ()), *node.args.defaults}
            waiting += (
                (child, scope if child in outside else inner) for child in reversed(children)
            )
            continue
        if isinstance(node, Comprehensions):
            scope = comprehension_scope(node, scope)
        waiting += ((child, scope) for child in reversed(children))


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
