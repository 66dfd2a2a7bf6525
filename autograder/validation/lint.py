"""Where a suite goes around the verbs: read from its source, before any program has met it.

What a student's function returns is sealed, and calculating with it is refused while a check runs; but a line that only
a rare program reaches is met by that program's author first. So a suite's source is followed from ``student`` on: what
it returns may be called, handed back, asked for an attribute, or given to a verb. What can't be known is let pass; the
seal catches that.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Assignment
from autograder.validation.problem import Problem

VERBS = "autograder.checks"
STUDENT, LAW = "student", "promises"
# What the verbs return that doesn't open all they were given; every other one returns plain data, or nothing.
SEALED_AGAIN = ("expect_unchanged", "expect_object")
MAKERS = {"expect_items": "sequence", "expect_keys": "mapping"}
# Built-ins that hand on the items of a list without a look at them.
CARRIERS = ("list", "tuple", "reversed", "iter", "dict")
# Built-ins that an answer itself may be given to.
ON_OBJECTS = ("getattr", "setattr")
ADDERS = ("append", "insert", "add")


@dataclass(frozen=True)
class Kind:
    """What is known of a value: where it comes from, and for a sequence what its items are."""

    name: str
    items: Kind | None = None
    function: ast.FunctionDef | ast.Lambda | None = None


PLAIN, SEALED, UNKNOWN = Kind("plain"), Kind("sealed"), Kind("unknown")


def sequence(items: Kind, name: str = "sequence") -> Kind:
    """Return the kind of a sequence or of a mapping made here: plain where its items are."""
    return PLAIN if items is PLAIN else Kind(name, items)


def mapping(items: Kind) -> Kind:
    """Return the kind of a dict made here, by what its values are."""
    return sequence(items, "mapping")


def joined(kinds: Sequence[Kind]) -> Kind:
    """Return what is known of a value that is one of several."""
    known = list(dict.fromkeys(kind for kind in kinds if kind is not PLAIN))
    if len(known) <= 1:
        return known[0] if known else PLAIN
    items = [kind.items for kind in known if kind.items is not None]
    return sequence(joined(items), known[0].name) if len(items) == len(known) else UNKNOWN


def item_of(kind: Kind) -> Kind:
    """Return what is known of one item of a sequence, or of one value of a mapping."""
    return kind.items or (kind if kind is UNKNOWN else PLAIN)


def looped(kind: Kind) -> Kind:
    """Return what is known of what a loop over something gives: of a mapping, its keys."""
    return PLAIN if kind.name == "mapping" else item_of(kind)


def check_verbs(assignments: Sequence[Assignment]) -> Iterator[Problem]:
    """Yield every line of the hidden suites and of the public checks that goes around the verbs."""
    for assignment in assignments:
        for file in (assignment.suite_file, assignment.public_checks):
            if file.is_file():
                yield from around_the_verbs(file.read_text(encoding="utf-8"), file)


def around_the_verbs(source: str, file: Path) -> list[Problem]:
    """Return every place of a suite where something other than a verb opens what the student's code returned."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []  # collecting it says so
    suite = Suite(tree)
    return [
        Problem(
            f"{file.name}:{line}",
            f"{what} of what came from the student's code: open it with a verb first, "
            "such as expect_items, expect_shape, expect_numbers or expect_keys",
        )
        for line, what in sorted(suite.found)
    ]


class Suite:
    """A suite's functions, followed from each of its tests on."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: set[tuple[int, str]] = set()
        self.verbs: set[str] = set()
        self.names: dict[str, Kind] = {}
        self._seen: dict[tuple[ast.AST, tuple[Kind, ...]], Kind] = {}
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module == VERBS:
                self.verbs |= {alias.asname or alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                self.names |= {a.asname: SEALED for a in node.names if a.asname == STUDENT}
            elif isinstance(node, ast.FunctionDef):
                self.names[node.name] = Kind("function", function=node)
        Reader(self, self.names).read(
            [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
        )
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                names = [each.arg for each in node.args.args]
                handed = names[:1] if _is_scenario(node) else {STUDENT} & {*names}
                self.call(node, dict.fromkeys(handed, SEALED), self.names)

    def call(
        self,
        function: ast.FunctionDef | ast.Lambda,
        given: Mapping[str, Kind],
        around: Mapping[str, Kind],
    ) -> Kind:
        """Follow a call with arguments of some kinds; return the kind of its result."""
        arguments = function.args
        names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]  # fmt: skip
        key = function, tuple(given.get(name, PLAIN) for name in names)
        if key not in self._seen:
            self._seen[key] = UNKNOWN  # until it is known: it may call itself
            reader = Reader(self, {**around, **dict.fromkeys(names, PLAIN), **given})
            if isinstance(function, ast.Lambda):
                self._seen[key] = reader.kind(function.body)
            else:
                reader.read(function.body)
                self._seen[key] = joined(reader.returned)
        return self._seen[key]


@dataclass
class Reader:
    """Reads the body of one function, with what is known of its names."""

    suite: Suite
    names: dict[str, Kind]
    returned: list[Kind] = field(default_factory=list)

    def note(self, node: ast.AST, what: str) -> None:
        """Note a place that goes around the verbs."""
        self.suite.found.add((getattr(node, "lineno", 0), what))

    # ---- statements

    def read(self, body: Sequence[ast.stmt]) -> None:
        """Read statements in order."""
        for statement in body:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.FunctionDef():
                self.names[node.name] = Kind("function", function=node)
                # A function that is handed on is called by nobody here.
                Reader(self.suite, {**self.names, **_parameters(node.args)}).read(node.body)
            case ast.Assign():
                for target in node.targets:
                    self._bind(target, node.value)
            case ast.AugAssign():
                self._refuse(node, "an operation", self.kind(node.target), self.kind(node.value))
            case ast.For():
                self._loop(node.target, node.iter)
                for _ in range(2):  # what an iteration leaves, the next one finds
                    self.read(node.body)
                self.read(node.orelse)
            case ast.If() | ast.While():
                self._truth(node.test)
                self.read([*node.body, *node.orelse])
            case ast.Assert():
                self._truth(node.test)
            case ast.Return():
                self.returned.append(self.kind(node.value) if node.value else PLAIN)
            case _:
                self._children(node)

    def _children(self, node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                self._statement(child)
            elif isinstance(child, ast.expr):
                self.kind(child)
            else:
                self._children(child)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        pairs = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
        if pairs and len(target.elts) == len(value.elts):  # type: ignore[attr-defined]
            for one, its in zip(target.elts, value.elts, strict=True):  # type: ignore[attr-defined]
                self._bind(one, its)
            return
        self._assign(target, self.kind(value))

    def _assign(self, target: ast.expr, kind: Kind) -> None:
        match target:
            case ast.Name():
                self.names[target.id] = kind
            case ast.Tuple() | ast.List():
                self._refuse(target, "unpacking", kind)
                for one in target.elts:
                    self._assign(one, item_of(kind))
            case ast.Starred():
                self._assign(target.value, sequence(kind))
            case ast.Subscript():
                self._refuse(target, "a subscript", self.kind(target.value))
            case _:
                self.kind(target)

    def _loop(self, target: ast.expr, items: ast.expr) -> None:
        """Bind the target of a loop to what the loop goes through."""
        parts = self._parts(items)
        if parts is not None and isinstance(target, ast.Tuple) and len(target.elts) == len(parts):
            for one, kind in zip(target.elts, parts, strict=True):
                self._assign(one, kind)
            return
        kind = self.kind(items)
        self._refuse(items, "iterating", kind)
        self._assign(target, looped(kind))

    def _parts(self, items: ast.expr) -> list[Kind] | None:
        """Return what each of the several things is that a loop goes through side by side."""
        match items:
            case ast.Call(func=ast.Name(id="zip" | "enumerate" as name), args=arguments):
                kinds = [self.kind(one) for one in arguments]
                self._refuse(items, "iterating", *kinds)
                each = [looped(kind) for kind in kinds]
                return each if name == "zip" else [PLAIN, *each[:1]]
            case ast.Call(func=ast.Attribute(value=owner, attr="items")):
                return [PLAIN, item_of(self.kind(owner))]
        return None

    # ---- expressions

    def kind(self, node: ast.expr) -> Kind:
        """Return what is known of an expression; note what goes around the verbs on the way."""
        match node:
            case ast.Name():
                return self.names.get(node.id, PLAIN)
            case ast.Constant():
                return PLAIN
            case ast.Attribute():
                return self._attribute(node)
            case ast.Call():
                return self._call(node)
            case ast.Subscript():
                return self._subscript(node)
            case ast.Tuple() | ast.List() | ast.Set():
                return sequence(joined([self._element(one) for one in node.elts]))
            case ast.Dict():
                return mapping(joined([self.kind(one) for one in node.values]))
            case ast.ListComp() | ast.GeneratorExp() | ast.SetComp():
                return self._comprehension(node.generators, node.elt)
            case ast.DictComp():
                return mapping(item_of(self._comprehension(node.generators, node.value)))
            case ast.Lambda():
                Reader(self.suite, {**self.names, **_parameters(node.args)}).kind(node.body)
                return Kind("function", function=node)
            case ast.IfExp():
                self._truth(node.test)
                return joined([self.kind(node.body), self.kind(node.orelse)])
            case _:
                return self._operation(node)

    def _operation(self, node: ast.expr) -> Kind:
        what = {
            ast.Compare: "a comparison", ast.BinOp: "an operation", ast.UnaryOp: "an operation",
            ast.BoolOp: "the truth", ast.FormattedValue: "the text", ast.Starred: "unpacking",
        }.get(type(node))  # fmt: skip
        kinds = [self.kind(one) for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
        if what is not None:
            self._refuse(node, what, *kinds)
        adds = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
        return joined([kind for kind in kinds if kind.items]) if adds else PLAIN

    def _element(self, node: ast.expr) -> Kind:
        if not isinstance(node, ast.Starred):
            return self.kind(node)
        kind = self.kind(node.value)
        self._refuse(node, "unpacking", kind)
        return item_of(kind)

    def _attribute(self, node: ast.Attribute) -> Kind:
        kind = self.kind(node.value)
        if kind is SEALED and node.attr.startswith("_"):
            self.note(node, f"the attribute {node.attr}")
        return kind if kind in (SEALED, UNKNOWN) else PLAIN

    def _subscript(self, node: ast.Subscript) -> Kind:
        kind = self.kind(node.value)
        self._refuse(node, "a subscript", kind, self.kind(node.slice))
        return kind if isinstance(node.slice, ast.Slice) else item_of(kind)

    def _comprehension(self, generators: Sequence[ast.comprehension], element: ast.expr) -> Kind:
        inner = Reader(self.suite, dict(self.names))
        for one in generators:
            inner._loop(one.target, one.iter)
            for test in one.ifs:
                inner._truth(test)
        return sequence(inner.kind(element))

    def _call(self, node: ast.Call) -> Kind:
        positional = [self._element(one) for one in node.args]
        named = {each.arg: self.kind(each.value) for each in node.keywords}
        kinds = [*positional, *named.values()]
        function = self.kind(node.func)
        if function in (SEALED, UNKNOWN):
            return function
        if function.function is not None:
            given = _given(function.function.args, node, positional, named)
            return self.suite.call(function.function, given, self.names)
        if isinstance(node.func, ast.Name):
            return self._call_of_name(node, node.func.id, kinds)
        if isinstance(node.func, ast.Attribute):
            return self._call_of_method(node, node.func, kinds)
        return UNKNOWN

    def _call_of_name(self, node: ast.Call, name: str, kinds: Sequence[Kind]) -> Kind:
        if name in self.suite.verbs:
            return self._call_of_verb(node, name, kinds)
        if name in ON_OBJECTS:
            return kinds[0] if kinds else PLAIN
        if not hasattr(builtins, name):
            return UNKNOWN if any(kind is not PLAIN for kind in kinds) else PLAIN
        self._refuse(node, f"{name}()", *kinds)
        carried = joined([item_of(kind) for kind in kinds])
        if name in (*CARRIERS, "zip", "enumerate", "map"):
            return sequence(UNKNOWN if name == "map" and kinds else carried)
        return PLAIN

    def _call_of_verb(self, node: ast.Call, name: str, kinds: Sequence[Kind]) -> Kind:
        if name == "expect":
            self._refuse(node, "the truth", *kinds)
        if name in MAKERS:
            return sequence(kinds[0] if kinds else PLAIN, MAKERS[name])
        return kinds[0] if name in SEALED_AGAIN and kinds else PLAIN

    def _call_of_method(
        self, node: ast.Call, function: ast.Attribute, kinds: Sequence[Kind]
    ) -> Kind:
        """Read a call of a method of something that was made here, or of a module such as NumPy."""
        owner = self.kind(function.value)
        if function.attr in ADDERS and isinstance(function.value, ast.Name):
            mine = self.names.get(function.value.id, PLAIN)
            self.names[function.value.id] = joined([mine, sequence(joined(kinds))])
            return PLAIN
        if owner.items is not None:
            return sequence(owner.items) if function.attr == "values" else owner
        for kind in kinds:
            inside = kind
            while inside.items is not None:
                inside = inside.items
            self._refuse(node, f"{ast.unparse(function)}()", inside)
        return PLAIN

    def _truth(self, node: ast.expr) -> None:
        self._refuse(node, "the truth", self.kind(node))

    def _refuse(self, node: ast.AST, what: str, *kinds: Kind) -> None:
        if SEALED in kinds:
            self.note(node, what)


def _is_scenario(function: ast.FunctionDef) -> bool:
    """Tell whether a law is made of a function, whose first argument is the student's module."""
    return any(ast.unparse(mark).startswith(f"{LAW}(") for mark in function.decorator_list)


def _parameters(arguments: ast.arguments) -> dict[str, Kind]:
    return {each.arg: PLAIN for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}  # fmt: skip


def _given(
    arguments: ast.arguments,
    node: ast.Call,
    positional: Sequence[Kind],
    named: Mapping[str | None, Kind],
) -> dict[str, Kind]:
    """Return the kinds that a function's parameters get in a call."""
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    given: dict[str, Kind] = {}
    for place, (kind, one) in enumerate(zip(positional, node.args, strict=True)):
        if isinstance(one, ast.Starred):
            given |= dict.fromkeys(names[place:], kind)
            break
        if place < len(names):
            given[names[place]] = kind
        elif arguments.vararg is not None:
            given[arguments.vararg.arg] = sequence(joined(positional[place:]))
    return given | {name: kind for name, kind in named.items() if name is not None}
