"""Source that is run statement by statement: one that fails costs what it defines, and is told.

The one reading of "a broken statement costs only what it defines", for a worker, which has no package of ours to import
it from, and for imports on a student's own machine. Runs with the standard library alone.
"""

from __future__ import annotations
import __future__

import ast
import re
import types
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MOST_TURNS = 10_000
NO_LOOP = "what is awaited here needs an event loop, and there is none in grading"
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
MAX_REASON = 300  # characters of what an error says
# Statements that do something and define nothing.
DEEDS = (ast.Expr, ast.For, ast.AsyncFor, ast.While, ast.Assert)
# What a definition binds, read off source that doesn't parse.
DEFINED = re.compile(r"^(?:async[ \t]+def|def|class)[ \t]+(\w+)|^(\w+)[ \t]*=[^=]", re.MULTILINE)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class DefinitionFailed(Exception):
    """Something was used whose definition had failed.

    Attributes
    ----------
    name
        What was used.
    filename, line
        Where its definition failed.
    reason
        With what: "ZeroDivisionError: division by zero".
    module
        The module that was to be imported and isn't there; empty where it was something else.
    facts
        All of it as plain data.
    """

    def __init__(self, name: str, filename: str, line: int, reason: str, module: str = "") -> None:
        super().__init__(name, filename, line, reason, module)
        self.name = name
        self.filename = filename
        self.line = line
        self.reason = reason
        self.module = module
        self.facts = [name, filename, line, reason, module]

    def __str__(self) -> str:
        return (
            f"{self.name} can't be used: its definition in {self.filename}, line {self.line}, "
            f"failed with {self.reason}"
        )


class Unavailable:
    """Stands for a name whose definition failed; every use raises what ``refusal`` makes."""

    def __init__(self, refusal: Callable[[], Exception]) -> None:
        self.__dict__["_refusal"] = refusal

    def __getattr__(self, name: str) -> Any:
        # Python and its tools ask any object for names of this kind.
        if name.startswith("__"):
            raise AttributeError(name)
        raise self._refusal()

    def _refuse(self, *args: Any, **kwargs: Any) -> Any:
        raise self._refusal()


# Looked up on the class: calls, subclasses, arithmetic, comparisons, items, iteration, conversions.
for _name in (
    "call setattr mro_entries neg pos abs invert int float complex index round array len iter next "
    "contains getitem setitem delitem enter exit lt le gt ge"
).split():
    setattr(Unavailable, f"__{_name}__", Unavailable._refuse)
for _name in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split():
    setattr(Unavailable, f"__{_name}__", Unavailable._refuse)
    setattr(Unavailable, f"__r{_name}__", Unavailable._refuse)


class Guarded:
    """Runs source in a namespace, and goes on after a statement that fails.

    Parameters
    ----------
    namespace
        Where it runs.
    failed
        Told of each failure: ``failed(error, statement, filename, line)``; the statement is None where a piece doesn't parse.
    wanted
        Whether a statement is to be run: ``wanted(statement, filename)``; asked just before.
    caught
        What counts as a failure; anything else goes through.
    refusal
        Makes the exception that using a name raises whose definition failed: ``refusal(name, filename, line, reason,
        module)``, as in ``DefinitionFailed``. An earlier definition stays. None leaves such names undefined.
    """

    def __init__(
        self,
        namespace: dict[str, Any],
        failed: Callable[[BaseException, ast.stmt | None, str, int], object],
        wanted: Callable[[ast.stmt, str], bool] = lambda statement, filename: True,
        caught: type[BaseException] | tuple[type[BaseException], ...] = BaseException,
        refusal: Callable[..., Exception] | None = None,
    ) -> None:
        self._namespace = namespace
        self._failed = failed
        self._wanted = wanted
        self._caught = caught
        self._refusal = refusal
        # What ``from __future__`` switched on holds for all that follows.
        self._flags = 0

    def run(self, source: str, filename: str, first_line: int = 1) -> None:
        """Run a piece of source that starts at a line of a file."""
        try:
            body = parse(source, filename, first_line, self._flags)
        except UNREADABLE as error:
            line = line_of(error, filename, first_line)
            self._replace(names_in_broken(source), error, filename, line)
            self._failed(error, None, filename, line)
            return
        for statement in body:
            if not self._wanted(statement, filename):
                continue
            self._flags |= future_flags(statement)
            try:
                tree = ast.Module([statement], [])
                flags = self._flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
                code = compile(tree, filename, "exec", flags, dont_inherit=True)
            except UNREADABLE as error:
                # Its lines are the file's already: "return" outside of a function, a name global too late.
                line = line_of(error, filename) if isinstance(error, SyntaxError) else 0
                self._failed(error, statement, filename, max(line, statement.lineno))
                continue
            try:
                execute(code, self._namespace)
            except self._caught as error:
                line = line_of(error, filename, statement.lineno)
                self._replace(names_bound_by(statement), error, filename, line)
                self._failed(error, statement, filename, line)

    def _replace(
        self, names: Iterable[str], error: BaseException, filename: str, line: int
    ) -> None:
        """Let names that a failed statement would have bound say so."""
        if self._refusal is None:
            return
        facts = [filename, line, said(error), missing_module(error)]
        if isinstance(error, DefinitionFailed):
            # It failed for want of something else: that is what has to be corrected.
            facts = error.facts[1:]
        for name in names:
            self._namespace.setdefault(name, Unavailable(partial(self._refusal, name, *facts)))


def execute(code: types.CodeType, namespace: dict[str, Any]) -> None:
    """Run a compiled statement; one with ``await`` at its top, as notebooks allow, is driven by hand."""
    waiting = eval(code, namespace)
    if waiting is None:
        return
    try:
        # ``await asyncio.sleep(0)`` hands out None and wants to be asked again.
        for _ in range(MOST_TURNS):
            if waiting.send(None) is not None:
                break
    except StopIteration:
        return
    except RuntimeError as error:
        if "event loop" not in str(error):
            raise
    finally:
        waiting.close()
    raise RuntimeError(NO_LOOP)


def parse(source: str, filename: str, first_line: int = 1, flags: int = 0) -> list[ast.stmt]:
    """Return the statements of a piece of source, with the line numbers of its file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # said again when the statement is compiled
        tree = compile(source, filename, "exec", ast.PyCF_ONLY_AST | flags, dont_inherit=True)
    ast.increment_lineno(tree, first_line - 1)
    return list(tree.body)


def defines(statement: ast.stmt) -> bool:
    """Tell whether a statement may define something: of a notebook that is imported, only these run."""
    return not isinstance(statement, DEEDS)


def future_flags(statement: ast.stmt) -> int:
    """Return what a ``from __future__`` import switches on for the statements after it."""
    if not isinstance(statement, ast.ImportFrom) or statement.module != "__future__":
        return 0
    flags = 0
    for alias in statement.names:
        flags |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
    return flags


def line_of(error: BaseException, filename: str, first_line: int = 1) -> int:
    """Return the line of a file at which an error arose: the last that it came through, or where it doesn't parse."""
    lines: list[int] = []
    step: types.TracebackType | None = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            lines.append(step.tb_lineno)
        step = step.tb_next
    if lines:
        return lines[-1]
    # Counted from the start of the piece.
    counted = error.lineno if isinstance(error, SyntaxError) else None
    return first_line - 1 + (counted or 1)


def said(error: BaseException) -> str:
    """Return an error in one line: its type and what it says, or what its class wants to be said."""
    known = getattr(type(error), "said_as", None)
    if type(known) is str:
        return known[:MAX_REASON]
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        text = ""
    return f"{type(error).__name__}: {text or ''}".removesuffix(": ")[:MAX_REASON]


def missing_module(error: BaseException) -> str:
    """Return the name of the module that an error says isn't there; empty for any other error."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return str(name) if type(name) is str else ""


def names_in_broken(source: str) -> list[str]:
    """Return the names that source binds which doesn't parse."""
    return [function or value for function, value in DEFINED.findall(source)]


def names_bound_by(statement: ast.stmt) -> list[str]:
    """Return the names that a statement binds, with the statements inside of it, but not inside of definitions."""
    names: list[str] = []
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, DEFINITIONS):
            names.append(node.name)
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names += [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            names.append(node.id)
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            names.append(node.name)
        if not isinstance(node, (ast.Lambda, *COMPREHENSIONS)):
            waiting += ast.iter_child_nodes(node)
    return [name for name in names if name != "*"]
