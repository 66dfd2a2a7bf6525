"""Source that is run statement by statement: one that fails costs what it defines, and is told.

The one reading of "a broken statement costs only what it defines", for a worker, which has no package of ours to import
it from, and for imports on a student's own machine. Runs with the standard library alone.
"""

from __future__ import annotations
import __future__

import ast
import warnings

MOST_TURNS = 10_000
NO_LOOP = "what is awaited here needs an event loop, and there is none in grading"
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


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
    """

    def __init__(
        self, namespace, failed, wanted=lambda statement, filename: True, caught=BaseException
    ):
        self._namespace = namespace
        self._failed = failed
        self._wanted = wanted
        self._caught = caught
        # What ``from __future__`` switched on holds for all that follows.
        self._flags = 0

    def run(self, source, filename, first_line=1):
        """Run a piece of source that starts at a line of a file."""
        try:
            body = parse(source, filename, first_line, self._flags)
        except UNREADABLE as error:
            self._failed(error, None, filename, line_of(error, filename, first_line))
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
                self._failed(error, statement, filename, line)


def execute(code, namespace):
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


def parse(source, filename, first_line=1, flags=0):
    """Return the statements of a piece of source, with the line numbers of its file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # said again when the statement is compiled
        tree = compile(source, filename, "exec", ast.PyCF_ONLY_AST | flags, dont_inherit=True)
    ast.increment_lineno(tree, first_line - 1)
    return tree.body


def future_flags(statement):
    """Return what a ``from __future__`` import switches on for the statements after it."""
    if not isinstance(statement, ast.ImportFrom) or statement.module != "__future__":
        return 0
    known = [getattr(__future__, alias.name, None) for alias in statement.names]
    flags = 0
    for feature in known:
        flags |= feature.compiler_flag if feature is not None else 0
    return flags


def line_of(error, filename, first_line=1):
    """Return the line of a file at which an error arose: the last that it came through, or where it doesn't parse."""
    lines = []
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == filename:
            lines.append(step.tb_lineno)
        step = step.tb_next
    if lines:
        return lines[-1]
    if isinstance(error, SyntaxError) and error.lineno:
        # Counted from the start of the piece.
        return first_line - 1 + error.lineno
    return first_line
