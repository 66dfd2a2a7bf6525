"""What a name in a source stands for: aliases followed to the dotted name they were imported as.

``np.polyfit`` is "numpy.polyfit" whether it was written ``from numpy import polyfit as fit``,
``getattr(np, "poly" + "fit")`` or ``vars(np)["polyfit"]``. This follows what can be read off the
source and no more; what is computed while running is for the raisers in the worker.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field

from autograder.submission.modules import imported_names
from autograder.submission.statements import (
    Comprehensions,
    Functions,
    Imports,
    bound_names,
    statements,
    stored_names,
)

Dotted = frozenset[str]
NOTHING: Dotted = frozenset()
MAX_DEPTH = 60  # of one expression; deeper ones stand for nothing
MAX_MEANINGS = 16  # of one name
MAX_PARTS = 12  # of one dotted name


@dataclass
class Scope:
    """What the names of a module, function or comprehension stand for: nothing where they are bound to something else.

    ``stars`` are modules whose names were imported by ``*``; relative imports are resolved in ``package``.
    """

    parent: Scope | None = None
    meanings: dict[str, Dotted] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    package: str = ""

    def lookup(self, name: str) -> Dotted:
        """Return what a name stands for here."""
        if name in self.meanings:
            return self.meanings[name]
        if self.parent is not None:
            return self.parent.lookup(name)
        builtin = {f"builtins.{name}"} if hasattr(builtins, name) else set()
        return frozenset(builtin.union(f"{module}.{name}" for module in self.stars))

    @property
    def module(self) -> Scope:
        """The scope of the module around."""
        return self if self.parent is None else self.parent.module

    def bind(self, name: str, meaning: Dotted, *, certain: bool = True) -> None:
        """Let a name stand for something; beside what it stood for where that isn't certain."""
        before = NOTHING if certain else self.meanings.get(name, NOTHING)
        self.meanings[name] = frozenset(sorted(before | meaning)[:MAX_MEANINGS])

    def bind_import(self, node: Imports, *, certain: bool = True) -> None:
        """Take in an import."""
        names = imported_names(node, self.module.package)
        for alias, name in zip(node.names, names, strict=True):
            if alias.name == "*":
                self.module.stars.append(name)
            elif alias.asname or isinstance(node, ast.ImportFrom):
                self.bind(alias.asname or alias.name, frozenset({name}), certain=certain)
            else:  # "import scipy.signal" binds scipy, "import scipy.signal as s" the module itself
                top = name.partition(".")[0]
                self.bind(top, frozenset({top}), certain=certain)


def resolve(node: ast.expr, scope: Scope, depth: int = 0) -> Dotted:
    """Return the dotted names that an expression may stand for."""
    if depth > MAX_DEPTH:
        return NOTHING
    match node:
        case ast.Name():
            return scope.lookup(node.id)
        case ast.Attribute():
            return _member(resolve(node.value, scope, depth + 1), node.attr)
        case ast.NamedExpr():
            return resolve(node.value, scope, depth + 1)
        case ast.IfExp():
            return resolve(node.body, scope, depth + 1) | resolve(node.orelse, scope, depth + 1)
        case ast.BoolOp():
            return NOTHING.union(*(resolve(value, scope, depth + 1) for value in node.values[:8]))
        case ast.Subscript():
            return _item(node, scope, depth + 1)
        case ast.Call():
            return _called(node, scope, depth + 1)
    return NOTHING


def _member(bases: Dotted, name: str) -> Dotted:
    return frozenset(f"{base}.{name}" for base in bases if base.count(".") < MAX_PARTS)


def _item(node: ast.Subscript, scope: Scope, depth: int) -> Dotted:
    """Resolve ``vars(np)["polyfit"]``, ``sys.modules["numpy"]`` and ``globals()["np"]``."""
    key = text_of(node.slice)
    if key is None:
        return NOTHING
    found: set[str] = set()
    for base in resolve(node.value, scope, depth):
        if base == "sys.modules":
            found.add(key)
        elif base == "globals()":
            found |= scope.module.lookup(key)
        elif base.endswith(".__dict__"):
            found.add(f"{base.removesuffix('.__dict__')}.{key}")
    return frozenset(found)


def _called(node: ast.Call, scope: Scope, depth: int) -> Dotted:
    """Resolve the calls that give a module or one of its members."""
    if isinstance(node.func, ast.Call) and node.args:
        return _getter(node.func, node.args[0], scope, depth)
    found: set[str] = set()
    text = text_of(node.args[0]) if node.args else None
    for function in resolve(node.func, scope, depth):
        if function == "builtins.getattr" and len(node.args) > 1:
            name = text_of(node.args[1])
            if name is not None:
                found |= _member(resolve(node.args[0], scope, depth), name)
        elif function == "builtins.vars" and node.args:
            found |= _member(resolve(node.args[0], scope, depth), "__dict__")
        elif function == "builtins.globals":
            found.add("globals()")
        elif function == "importlib.import_module" and text is not None:
            found.add(text)
        elif function == "builtins.__import__" and text is not None:
            # With a fromlist it gives the module itself, without one the package at its top.
            found |= {text} if len(node.args) > 3 or node.keywords else {text.partition(".")[0]}
    return frozenset(found)


def _getter(getter: ast.Call, argument: ast.expr, scope: Scope, depth: int) -> Dotted:
    """Resolve ``operator.attrgetter("polyfit")(np)``."""
    name = text_of(getter.args[0]) if getter.args else None
    if name is None or "operator.attrgetter" not in resolve(getter.func, scope, depth):
        return NOTHING
    return _member(resolve(argument, scope, depth), name)


def text_of(node: ast.expr, depth: int = 0) -> str | None:
    """Return the text that a constant expression stands for, or None."""
    parts: list[ast.expr]
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [left, right]
        case ast.JoinedStr(values=values):
            parts = values
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            parts = [value]
        case _:
            return None
    texts = [text_of(part, depth + 1) if depth < MAX_DEPTH else None for part in parts]
    return None if None in texts else "".join(filter(None, texts))


# ---- the scopes inside of a module


def function_scope(node: Functions | ast.Lambda, parent: Scope) -> Scope:
    """Return the scope of a function: its arguments and what it binds hide the names around."""
    body = list(statements([ast.Expr(node.body)] if isinstance(node, ast.Lambda) else node.body))
    given, outside = node.args, (ast.Global, ast.Nonlocal)
    arguments = (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg)
    own = {argument.arg for argument in arguments if argument is not None}
    own |= {name for statement in body for name in bound_names(statement)}
    own -= {name for inner in body if isinstance(inner, outside) for name in inner.names}
    scope = Scope(parent, dict.fromkeys(own, NOTHING))
    for statement in body:
        bind_statement(statement, scope, certain=False)
    return scope


def comprehension_scope(node: Comprehensions, parent: Scope) -> Scope:
    """Return the scope of a comprehension: its targets."""
    names = (name for generator in node.generators for name in stored_names(generator.target))
    return Scope(parent, dict.fromkeys(names, NOTHING))


def bind_statement(statement: ast.stmt, scope: Scope, *, certain: bool) -> None:
    """Take in the names that an import or an assignment gives a meaning to."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            scope.bind_import(statement, certain=certain)
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _assign(target, value, scope, certain)
        case ast.AnnAssign(target=target, value=value) if value is not None:
            _assign(target, value, scope, certain)


def _assign(target: ast.expr, value: ast.expr, scope: Scope, certain: bool) -> None:
    if isinstance(target, ast.Name):
        meaning = resolve(value, scope)
        if target.id in scope.meanings or scope.parent is None:
            scope.bind(target.id, meaning, certain=certain)
        elif meaning:  # declared global
            scope.module.bind(target.id, meaning, certain=False)
    elif isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for one, its in zip(target.elts, value.elts, strict=False):
            _assign(one, its, scope, certain)
