"""What the parts of a submission use, and which part reaches which.

A part is what one name of a module's top level is bound to: a function, a class, a method
("Net.fit"), an assignment.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from autograder.submission.names import (
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
        if isinstance(statement, ast.Import | ast.ImportFrom):
            return
        part = Part(statement, self.scope, filename, offset)
        definition = isinstance(statement, Functions | ast.ClassDef)
        for name in bound_names(statement):
            if certain and definition:
                self.parts[name] = []
            self.parts[name].append(part)
            own = frozenset({f"{self.name}.{name}"})
            self.scope.bind(name, own, certain=certain and definition)
        for name in _changed_names(statement):
            self.parts[name].append(part)
        if isinstance(statement, ast.ClassDef):
            for inner in statements(statement.body):
                for name in bound_names(inner):
                    self.parts[f"{statement.name}.{name}"].append(
                        Part(inner, self._class_scope(inner, statement), filename, offset)
                    )

    def _class_scope(self, inner: ast.stmt, owner: ast.ClassDef) -> Scope:
        """Return a scope in which a method's first argument stands for its class."""
        scope = Scope(self.scope)
        if isinstance(inner, Functions):
            scope.meanings[METHOD_OF] = frozenset({f"{self.name}.{owner.name}"})
        return scope


METHOD_OF = "<method of>"


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
        waiting = [*self._parts(f"{OWN}.{task}")]
        own = self._modules[OWN].scope.meanings.get(task, frozenset())
        for name in own:  # "convolve = np.convolve", "from helper import convolve"
            waiting += self._parts(name)
            yield from (Use(name, *_place_of(part)) for part in self._parts(f"{OWN}.{task}"))
        seen: set[int] = set()
        while waiting:
            part = waiting.pop(0)
            if id(part.statement) in seen:
                continue
            seen.add(id(part.statement))
            for use in uses(part):
                yield use
                waiting += self._parts(use.name)

    def _parts(self, name: str) -> list[Part]:
        """Return the parts that a dotted name leads to; none where it isn't of the submission."""
        module = self._module_of(name)
        if module is None:
            return []
        rest = name.removeprefix(module.name).removeprefix(".").split(".")
        if not rest[0]:
            return []
        member = f"{rest[0]}.{rest[1]}" if len(rest) > 1 else ""
        if member in module.parts:
            constructor = module.parts.get(f"{rest[0]}.__init__", [])
            return [*module.parts[member], *constructor]
        if rest[0] in module.parts:
            return module.parts[rest[0]]
        # Not bound by a statement of the module: what it imported under that name.
        names = module.scope.meanings.get(rest[0], frozenset())
        return [part for one in names if one != name for part in self._parts_once(one)]

    def _parts_once(self, name: str) -> list[Part]:
        module = self._module_of(name)
        own = name.removeprefix(module.name).removeprefix(".").partition(".")[0] if module else ""
        return list(module.parts.get(own, [])) if module else []

    def _module_of(self, name: str) -> Module | None:
        """Return the submission's module that a dotted name starts with, the longest."""
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            if (module := self._modules.get(".".join(parts[:length]))) is not None:
                return module
        return None


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
            _let_self_stand_for_class(node, scope, inner)
            outside = {*getattr(node, "decorator_list", ()), *node.args.defaults}
            waiting += ((child, scope if child in outside else inner) for child in children)
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


def _let_self_stand_for_class(node: ast.AST, scope: Scope, inner: Scope) -> None:
    owner = scope.meanings.get(METHOD_OF)
    if owner and isinstance(node, Functions) and node.args.args:
        inner.meanings[node.args.args[0].arg] = owner


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


def _place_of(part: Part) -> tuple[str, int]:
    return part.filename, part.statement.lineno + part.offset
