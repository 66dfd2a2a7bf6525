"""A program that is loaded once, and the workers that are made of it."""

import os
import textwrap
import time

import numpy as np
import pytest

from autograder.errors import SandboxUnavailable
from autograder.grading.loads import Loads, Wanted
from autograder.sandbox import (
    Cell,
    Level,
    Limits,
    Loss,
    Program,
    Stops,
    StudentError,
    WorkerLost,
    open_sandbox,
)

LIMITS = Limits(cpu_seconds=1, wall_seconds=2, memory_mib=256, loading_seconds=1)


def program(source):
    return Program("work", (Cell(textwrap.dedent(source), "work.py"),))


@pytest.fixture
def load(sandbox):
    """Load programs, and end them after the test."""
    loads = []

    def start(source, tasks=4, limits=LIMITS):
        loads.append(sandbox.load(program(source), limits, Stops(), tasks))
        return loads[-1]

    yield start
    for one in loads:
        one.close()


@pytest.fixture
def forked(opened):
    """The level whose workers are forked from one loaded program."""
    return opened(Level.NAMESPACES)


def test_each_worker_starts_from_what_was_loaded(load):
    loaded = load("count = [0]\ndef up():\n    count[0] += 1\n    return count[0]")
    for _ in range(3):
        worker = loaded.worker(LIMITS)
        assert [worker.module.up() for _ in range(2)] == [1, 2]
        worker.close()


def test_two_workers_of_one_program_live_side_by_side(load):
    loaded = load(
        "import numpy as np\nheld = np.zeros(3)\ndef put(x):\n    held[:] = x\n    return held.copy()"
    )
    one, other = loaded.worker(LIMITS), loaded.worker(LIMITS)
    one.module.put(5)
    assert np.array_equal(other.module.put(7), [7, 7, 7])
    assert np.array_equal(one.module.held, [5, 5, 5])
    one.close()
    other.close()


def test_a_worker_that_is_lost_takes_no_other_with_it(load):
    loaded = load("import os\ndef leave(): os._exit(3)\ndef fine(): return 1")
    for _ in range(15):  # more often than there are channels for
        worker = loaded.worker(LIMITS)
        with pytest.raises(WorkerLost) as caught:
            worker.module.leave()
        assert caught.value.loss is Loss.EXITED
        worker.close()
    worker = loaded.worker(LIMITS)
    assert worker.module.fine() == 1
    worker.close()


def test_each_worker_has_the_whole_of_its_time(load):
    spin = "import time\ndef spin(s):\n    end = time.process_time() + s\n    while time.process_time() < end: pass\n    return 1"
    loaded = load(spin)
    for _ in range(3):
        worker = loaded.worker(LIMITS)
        assert worker.module.spin(0.7) == 1
        worker.close()
    worker = loaded.worker(LIMITS)
    with pytest.raises(WorkerLost) as caught:
        [worker.module.spin(0.4) for _ in range(9)]
    assert caught.value.overrun.kind == "cpu"
    worker.close()


def test_each_worker_has_the_whole_of_its_memory(sandbox, load):
    if sandbox.level is Level.SUBPROCESS:
        pytest.skip("a plain process has no limit on memory")
    loaded = load(
        "import numpy as np\nheld = np.ones(20 << 20)\ndef more(n): return float(np.ones(n << 17).sum())"
    )
    worker = loaded.worker(LIMITS)
    assert (
        worker.module.more(150) == 150 << 17
    )  # 150 of its 256 MiB, beside the 160 that were loaded
    with pytest.raises((StudentError, WorkerLost)):
        worker.module.more(400)
    worker.close()


# ---- what a hostile program may try while it is loaded


def test_a_forked_worker_makes_no_process_and_signals_itself_alone(forked):
    source = """
        import os, signal
        def fork(): return os.fork()
        def kill(pid): os.kill(pid, 0)
        def parent(): return os.getppid()
        def myself(): os.kill(os.getpid(), 0); return 1
        """
    loaded = forked.load(program(source), LIMITS, Stops(), 2)
    worker = loaded.worker(LIMITS)
    for attempt in (worker.module.fork, lambda: worker.module.kill(worker.module.parent())):
        with pytest.raises(PermissionError):
            attempt()
    assert worker.module.myself() == 1
    loaded.close()


BOMB = """
import os
made = 0
while True:
    try:
        if os.fork() == 0:
            while True: pass
        made += 1
    except OSError:
        break
def fine(): return made
"""


def processes_of(user):
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{name}").st_uid == user:
                found.append(name)
        except FileNotFoundError:
            pass
    return found


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives its workers a user of their own")
def test_a_fork_bomb_is_bounded_and_ends_with_its_program(forked):
    loaded = forked.load(program(BOMB), LIMITS, Stops(), 2)
    try:
        assert len(processes_of(forked._uid)) < 70
    finally:
        loaded.close()
    end = time.monotonic() + 60
    while processes_of(forked._uid) and time.monotonic() < end:
        time.sleep(0.05)
    assert processes_of(forked._uid) == []
    # The next one on the same machine knows nothing of it.
    honest = forked.load(program("def fine(): return 1"), LIMITS, Stops(), 2)
    worker = honest.worker(LIMITS)
    assert worker.module.fine() == 1
    honest.close()


def test_a_program_that_makes_forking_impossible_is_loaded_by_each_worker(forked):
    source = (
        "import resource\nresource.setrlimit(resource.RLIMIT_NPROC, (0, 0))\ndef fine(): return 1"
    )
    loaded = forked.load(program(source), LIMITS, Stops(), 2)
    for _ in range(2):
        worker = loaded.worker(LIMITS)
        assert worker.module.fine() == 1
        worker.close()
    loaded.close()


def test_a_thread_that_ends_the_loader_costs_a_loading(forked):
    source = """
        import os, threading, time
        threading.Thread(target=lambda: (time.sleep(0.3), os._exit(0)), daemon=True).start()
        def fine(): return 1
        """
    loaded = forked.load(program(source), LIMITS, Stops(), 2)
    time.sleep(1)
    worker = loaded.worker(LIMITS)
    assert worker.module.fine() == 1
    loaded.close()


SHARED = """
import mmap
page = mmap.mmap(-1, 4096)
def note(x):
    page[0] = x
    return 1
def noted(): return page[0]
"""


def test_what_a_stand_in_has_answered_is_not_remembered_where_its_function_is_checked(forked):
    loads = Loads(forked, [LIMITS, LIMITS])
    shared = program(SHARED)
    first = loads.worker(Wanted(shared, LIMITS, functions=("h",), replaced={"f": abs}))
    first.module.note(42)
    # Memory that was shared before the fork is the one thing that crosses: said in decision 5.
    again = loads.worker(Wanted(shared, LIMITS, functions=("g",)))
    assert again.module.noted() == 42
    asked = loads.worker(Wanted(shared, LIMITS, functions=("f",)))
    assert asked.module.noted() == 0
    for worker in (first, again, asked):
        worker.close()
    loads.close()


def test_graders_have_users_of_their_own():
    try:
        with open_sandbox(Level.NAMESPACES) as one, open_sandbox(Level.NAMESPACES) as other:
            if os.geteuid() == 0:
                assert one._uid != other._uid
                assert min(one._uid, other._uid) > 1000
    except SandboxUnavailable as error:
        pytest.skip(str(error))
