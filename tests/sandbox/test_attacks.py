"""A corpus of attacks, and what each level of isolation holds against it.

Every file of ``attacks/`` is a submission whose ``predict`` is wrong. Most try to be graded right all the same, or to break
the grader; those that define ``attack`` may return something true where they reached what they should not. After each, an
honest submission is graded right in the same sandbox.
"""

import ast
import os
import platform
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from autograder.sandbox import Cell, Level, Limits, Loss, Program, Remote, StudentError, WorkerLost

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the attacks are written for Linux")

HERE = Path(__file__).resolve().parent
LIMITS = Limits(
    cpu_seconds=1,
    wall_seconds=1.2,
    memory_mib=256,
    output_kib=16,
    loading_seconds=1,
    answer_seconds=0.3,
)
# Of the grader's own processor time; the wall's is the machine's affair, and is only kept from having no end.
MOST_SECONDS = 3.0
MOST_WALL_SECONDS = 120.0

NAMESPACES, LANDLOCK, RLIMITS, SUBPROCESS = Level
EVERYWHERE = frozenset(Level)
CONFINED = frozenset({NAMESPACES, LANDLOCK})
LIMITED = CONFINED | {RLIMITS}


@dataclass(frozen=True)
class Defence:
    """Where an attack must hold, where it may go either way, and where it is not even tried; elsewhere it succeeds."""

    holds: frozenset[Level]
    depends: frozenset[Level] = frozenset()
    untried: frozenset[Level] = frozenset()
    loss: Loss | None = None


# What resource limits alone hold depends on the user: root may raise limits, a user of its own is swept away.
BY_USER = frozenset({RLIMITS})

# Attacks on secrecy and on the machine; what isn't named here tries for a score, and must fail at every level.
LADDER = {
    "read_files": Defence(CONFINED, BY_USER),
    "list_folders": Defence(CONFINED, BY_USER),
    "read_system_files": Defence(CONFINED),
    "read_processes": Defence(CONFINED),
    "see_files": Defence(frozenset({NAMESPACES}), BY_USER),
    "see_machine": Defence(frozenset({NAMESPACES})),
    "write_outside": Defence(CONFINED, BY_USER),
    "rewrite_worker": Defence(CONFINED, frozenset({RLIMITS, SUBPROCESS})),
    "link_outside": Defence(CONFINED, BY_USER),
    "open_socket": Defence(CONFINED),
    "signal_others": Defence(CONFINED, BY_USER),
    "trace": Defence(CONFINED),
    "new_namespace": Defence(CONFINED, frozenset({RLIMITS, SUBPROCESS})),
    "fork": Defence(CONFINED),
    "execute": Defence(CONFINED, BY_USER),
    "outlive": Defence(CONFINED, BY_USER),
    "raise_limits": Defence(CONFINED, frozenset({RLIMITS, SUBPROCESS})),
    "allocate": Defence(LIMITED, frozenset({SUBPROCESS})),
    "fill_memory": Defence(LIMITED, untried=frozenset({SUBPROCESS})),
    "large_file": Defence(LIMITED),
    # Elsewhere it depends on whether the disk is slower than the limit of time.
    "many_files": Defence(frozenset({NAMESPACES}), frozenset({LANDLOCK, RLIMITS, SUBPROCESS})),
}

# How the worker ends, where there is but one way.
LOSSES = {
    "exit_at_import": Loss.EXITED,
    "exit_in_call": Loss.EXITED,
    "spin": Loss.TIMED_OUT,
    "sleep": Loss.TIMED_OUT,
    "stop_itself": Loss.TIMED_OUT,
    "catch_sigxcpu": Loss.TIMED_OUT,
    "swallow_everything": Loss.TIMED_OUT,
    "segfault": Loss.KILLED,
    "flood_callbacks": Loss.CALLBACKS,
    "half_a_frame": Loss.TIMED_OUT,
    "dripping_frame": Loss.TIMED_OUT,
    "huge_frame": Loss.PROTOCOL,
    "endless_finalizer": Loss.TIMED_OUT,
    "load_errors": Loss.PROTOCOL,
    "raise_at_import": Loss.PROTOCOL,
}

HIDDEN = tuple(float(x) for x in np.random.default_rng(11).uniform(1, 100, 4))
MARK = "hidden answer 7f3a"
HONEST = "def predict(x):\n    return 2 * x\n"


def source_of(name):
    return (HERE / "attacks" / f"{name}.py").read_text(encoding="utf-8")


def forgeries():
    """Return the names of the forged frames."""
    for node in ast.walk(ast.parse(source_of("forged"))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            return [key.value for key in node.value.keys]
    raise AssertionError


ATTACKS = sorted(path.stem for path in (HERE / "attacks").glob("*.py") if path.stem != "tools")
EXCEPTIONS = 16


# ---- the targets


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """Files that anyone on this machine can read: only a sandbox stands before them."""
    course = tmp_path_factory.mktemp("course")
    for folder in (course, *course.parents[:2]):
        folder.chmod(0o755)
    secrets = []
    for name in ("course.yml", "suites/test_a01.py", "solutions/a01.py", "submissions/other.py"):
        path = course / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(MARK)
        path.chmod(0o644)
        secrets.append(str(path))
    return {
        "secrets": secrets,
        "folders": [str(course), str(HERE)],
        "outside": str(course / "planted"),
        "machine": platform.node(),
        "grader": os.getpid(),
        "variant": 0,
    }


def program(name):
    return Program(
        "work", (Cell(source_of(name), "work.py"),), files={"tools.py": source_of("tools").encode()}
    )


class Honest:
    """Grades honest submissions between the attacks."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.worker = None

    def check(self):
        # Each plain process is alone anyway: one that has lived through all attacks says more than another new one.
        if self.worker is None or self.sandbox.level is not SUBPROCESS:
            self.close()
            self.worker = self.sandbox.spawn(
                Program("honest", (Cell(HONEST, "honest.py"),)), Limits(wall_seconds=5)
            )
        assert score(self.worker) == len(HIDDEN)

    def close(self):
        if self.worker is not None:
            self.worker.close()


@pytest.fixture(scope="module", params=list(Level), ids=lambda level: level.value)
def arena(request, opened):
    honest = Honest(opened(request.param))
    honest.check()
    yield honest
    honest.close()
    honest.worker = None
    honest.check()
    honest.close()


# ---- grading


def is_plain(value):
    """Tell whether a value is of the exact classes that may cross."""
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return all(map(is_plain, value))
    if kind is dict:
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    if kind is str:
        return value.encode() is not None
    known = (int, float, complex, bool, bytes, type(None), Remote, np.ndarray, np.random.Generator)
    return kind in known or (isinstance(value, np.generic) and kind.__module__ == "numpy")


def score(worker):
    """Grade ``predict`` as a suite would; return the number of right answers."""
    right = 0
    for x in HIDDEN:
        try:
            predict = worker.module.predict
            value = predict(x) if isinstance(predict, Remote) else None
        except StudentError as error:
            assert_harmless(error)
            continue
        assert is_plain(value)
        if np.shape(value) != ():
            continue
        try:
            np.testing.assert_allclose(value, 2 * x)
        except (AssertionError, TypeError, ValueError):
            continue
        right += 1
    return right


def assert_harmless(error):
    """Assert that an exception can be looked at, printed and stored."""
    texts = [error.type_name, error.message, *error.mro, *map(str, error.args)]
    texts += [part for frame in error.frames for part in (frame.filename, frame.source)]
    for text in [*texts, str(error), repr(error)]:
        assert type(text) is str
        assert len(text.encode()) < 40_000
    assert len(error.frames) <= 20
    assert not isinstance(error, (StopIteration, KeyboardInterrupt, SystemExit, WorkerLost))


def assault(sandbox, name, target, variant=0):
    """Run an attack; return what it reached, how many answers were right, and how the worker ended."""
    reached, right, worker = None, 0, None
    try:
        worker = sandbox.spawn(program(name), LIMITS)
        arguments = [{**target, "variant": variant}]
        if "function=" in source_of(name):
            arguments.append(lambda value, *rest: None)
        if "def attack" in source_of(name):
            try:
                reached = worker.module.attack(*arguments)
                assert is_plain(reached)
            except StudentError as error:
                assert_harmless(error)
        if "def predict" in source_of(name) or "__getattr__" in source_of(name):
            right = score(worker)
        else:
            # One more question, so that what was prepared for it can be seen to fail.
            try:
                worker.module.nothing  # noqa: B018
            except StudentError as error:
                assert_harmless(error)
        lost = None
    except WorkerLost as caught:
        lost = caught.loss
    finally:
        if worker is not None:
            worker.close()
            assert len(worker.output) < 40_000
    return reached, right, lost


@contextmanager
def soon():
    """Expect what happens within to end soon, however busy the machine is."""
    used, start = time.process_time(), time.monotonic()
    yield
    assert time.process_time() - used < MOST_SECONDS
    assert time.monotonic() - start < MOST_WALL_SECONDS


def succeeded(name, reached, target):
    """Tell whether an attack reached what it was after."""
    if name == "outlive" and reached:
        try:
            os.kill(reached, 0)
        except ProcessLookupError:
            return False
    if name == "write_outside" and os.path.exists(target["outside"]):
        os.unlink(target["outside"])
        return True
    return bool(reached)


@pytest.mark.parametrize("name", [name for name in ATTACKS if name not in LADDER])
def test_an_attack_on_the_score_fails_at_every_level(arena, name, target):
    with soon():
        reached, right, lost = assault(arena.sandbox, name, target)
    assert right == 0
    assert not reached
    if name in LOSSES:
        assert lost is LOSSES[name]
    arena.check()


@pytest.mark.parametrize("name", list(LADDER))
def test_a_level_holds_what_it_promises_and_no_more(arena, name, target):
    level, defence = arena.sandbox.level, LADDER[name]
    if level in defence.untried:
        pytest.skip("would harm the machine that runs the tests")
    with soon():
        reached, _, _ = assault(arena.sandbox, name, target)
    if level not in defence.depends:
        assert succeeded(name, reached, target) == (level not in defence.holds)
    arena.check()


@pytest.mark.parametrize("variant", forgeries())
def test_a_forged_frame_ends_its_worker_and_nothing_else(arena, variant, target):
    if arena.sandbox.level is SUBPROCESS and not variant.startswith(
        ("second", "deep json", "one piece")
    ):
        pytest.skip("read by the same code as at the other levels")
    with soon():
        reached, _, lost = assault(arena.sandbox, "forged", target, variant)
    assert is_plain(reached)
    assert lost in (Loss.PROTOCOL, Loss.TIMED_OUT, Loss.EXITED)
    arena.check()


@pytest.mark.parametrize("variant", range(EXCEPTIONS))
def test_a_hostile_exception_is_just_an_exception(arena, variant, target):
    if arena.sandbox.level is SUBPROCESS:
        pytest.skip("described by the same code as at the other levels")
    _, right, lost = assault(arena.sandbox, "hostile_exceptions", target, variant)
    assert right == 0
    assert lost in (None, Loss.EXITED)
    arena.check()


def test_every_attack_says_what_it_does():
    for name in (*ATTACKS, "tools"):
        assert ast.get_docstring(ast.parse(source_of(name)))
    assert set(LADDER) | set(LOSSES) <= set(ATTACKS)
