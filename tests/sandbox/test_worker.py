"""What a grader can ask of a worker, at every level of isolation."""

import os
import sys
import time
import warnings

import numpy as np
import pytest

from autograder.errors import SandboxError
from autograder.sandbox import (
    Cell,
    Earlier,
    Level,
    Limits,
    Loss,
    Overrun,
    Remote,
    StudentError,
    WorkerLost,
    held,
    held_results,
)
from autograder.sandbox.events import Undefined

# A plain process has no limits on memory and processor time.
UNLIMITED = Level.SUBPROCESS


def lost_by(worker, ask):
    """Return why a worker was lost over a request."""
    with pytest.raises(WorkerLost) as caught:
        ask()
    assert worker.lost is caught.value.loss
    with pytest.raises(WorkerLost):
        worker.module.anything  # noqa: B018
    return worker.lost


# ---- functions and classes

WORK = """
    import numpy as np

    def add(a, b=1, *rest, scale=1):
        return (a + b + sum(rest)) * scale

    def fill(x):
        x[:] = 7
        return x.sum()

    room = np.zeros(2)

    def shared(x):
        room[...] = x
        return room

    def itself(x, y=None):
        return x

    class Neuron:
        count = 0
        def __init__(self, w):
            self.w = w
            self.inner = Layer()
        def forward(self, x):
            return self.w * x
        def me(self):
            return self
        def parts(self):
            return [self.inner, {"inner": self.inner}]

    class Layer:
        size = 3

    def weight_of(neuron):
        return neuron.w

    class Tricky(np.ndarray):
        pass

    def subclass():
        return np.ones(3).view(Tricky)

    def total(x):
        return float(np.sum(x))

    value = (1, {"a": None})
"""


def test_functions_classes_and_values(spawn):
    worker = spawn(WORK)
    module = worker.module
    assert worker.load_errors == ()
    assert module.value == (1, {"a": None})
    # Functions: arguments of every kind, arrays there and back.
    assert module.add(2) == 3
    assert module.add(2, 3, 4, scale=10) == 90
    assert np.array_equal(module.add(np.arange(3), b=np.ones(3)), [1, 2, 3])
    # Classes: construct, methods, attributes; an object can be passed back.
    neuron = module.Neuron(np.array([1.0, 2.0]))
    assert isinstance(neuron, Remote)
    assert np.array_equal(neuron.forward(3), [3, 6])
    neuron.w = np.array([5.0])
    assert neuron.w.tolist() == [5.0]
    assert module.weight_of(neuron).tolist() == [5.0]
    assert module.Neuron.count == 0
    assert repr(neuron) == "<student's Neuron()>"
    # A subclass stays where it is, and can still be used there.
    opaque = module.subclass()
    assert isinstance(opaque, Remote)
    assert module.total(opaque) == 3.0


def test_children_of_plain_data_unpack_and_show_what_they_hold(spawn):
    worker = spawn(
        """
        from collections import OrderedDict, namedtuple
        import numpy as np

        class Liar(np.ndarray):
            def __array_function__(self, *args, **kwargs):
                return True

        class Pair(namedtuple("Pair", "w b")):
            def __iter__(self):
                raise RuntimeError

        class Neuron:
            __class__ = tuple

        pair, table, neuron = Pair(1.5, [2]), OrderedDict(w=1.5), Neuron()
        array, masked = np.arange(3.0).view(Liar), np.ma.array([[1, 2]])

        def slope(pair):
            return pair.w
        """
    )
    module = worker.module
    w, b = module.pair
    assert (w, b) == (1.5, [2])
    assert module.slope(module.pair) == 1.5
    assert worker.content(module.table) == {"w": 1.5}
    for remote, want in ((module.array, [0.0, 1.0, 2.0]), (module.masked, [[1, 2]])):
        held = worker.content(remote)
        assert type(held) is np.ndarray
        assert held.tolist() == want
    assert isinstance(worker.content(module.neuron), Remote)
    with pytest.raises(TypeError, match="can't be unpacked"):
        iter(module.neuron)


def test_an_object_lives_as_long_as_any_remote_of_it(spawn):
    module = spawn(WORK).module
    neuron = module.Neuron(2)
    for _ in range(3):
        assert neuron.me().w == 2
    inner = neuron.inner
    assert neuron.inner.size == 3
    assert inner.size == 3
    first, second = neuron.parts()
    del first
    assert module.add(1) == 2
    assert second["inner"].size == inner.size == 3


def test_attributes_of_the_module_can_be_replaced(spawn):
    module = spawn(WORK).module
    assert module.add(1) == 2
    module.add = lambda a: a * 100
    # The module answers with what it has now, not with what it had before.
    assert isinstance(module.add, Remote)
    module.value = 5
    assert module.value == 5
    module.add = module.weight_of
    assert module.add(module.Neuron(9)) == 9


def test_what_is_held_is_told_as_it_is_later(spawn):
    worker = spawn(WORK)
    module = worker.module
    for value in (1.0, 2.0):
        assert held(module.shared, [value], {})[0] == value
    assert [list(one) for one in held_results(module)] == [[2.0, 2.0], [2.0, 2.0]]
    assert held_results(module) == []
    held(module.itself, [np.ones(2)], {"y": np.zeros(2)})
    held(module.add, [1.0], {"b": 2})
    first, second = held_results(module, spoil=True)
    assert list(first) == [0.0, 0.0]
    assert second == 3.0


def test_an_echo_shows_what_a_call_did_to_its_arguments(spawn):
    worker = spawn(WORK)
    x = np.zeros(3)
    result, (args, kwargs) = worker.call(worker.module.fill, [x], echo=True)
    assert result == 21
    assert np.array_equal(args[0], [7, 7, 7])
    assert kwargs == {}
    assert not x.any()


def test_a_generator_crosses_in_its_state_and_back(spawn):
    worker = spawn("def draw(rng): return rng.normal(size=3), rng")
    values, rng = worker.module.draw(np.random.default_rng(5))
    here = np.random.default_rng(5)
    assert np.array_equal(values, here.normal(size=3))
    assert np.array_equal(rng.normal(size=3), here.normal(size=3))


def test_workers_start_alike_whatever_ran_before(sandbox, spawn):
    source = "import numpy as np, random\nvalues = [random.random(), float(np.random.random()), hash('a')]"
    if sandbox.level is UNLIMITED:
        pytest.skip("a plain process seeds itself")
    first, second = (spawn(source).module.values for _ in range(2))
    assert first == second


# ---- calls back

CALLER = """
    import numpy as np

    def slope(f, x, h=1e-6):
        return (f(x + h) - f(x - h)) / (2 * h)

    def attempt(f, *args):
        try:
            return f(*args)
        except Exception as error:
            return [type(error).__name__, str(error), [k.__name__ for k in type(error).__mro__]]

    def often(f, n):
        return sum(f(i) for i in range(n))

    kept = []
    def keep(f):
        kept.append(f)
        return f(1)

    def use_kept(f):
        return kept[0](1)

    class Thing:
        a = 1
    def give(f):
        return f(Thing())
"""


def test_functions_of_the_grader_can_be_called_back(spawn):
    module = spawn(CALLER).module
    assert module.slope(lambda x: x**3, 2.0) == pytest.approx(12)
    assert np.allclose(module.slope(np.sin, np.zeros(3)), 1)
    assert module.often(lambda i: i, 100) == 4950


class Secret(ValueError):
    pass


def raising(error):
    def function(*args):
        raise error

    return function


def test_an_exception_of_a_called_function_crosses_as_a_type_alone(spawn):
    module = spawn(CALLER).module
    for error, name in (
        (ValueError("answer is 42"), "ValueError"),
        (Secret("answer is 42"), "ValueError"),
        (np.linalg.LinAlgError("answer is 42"), "ValueError"),
        (KeyError("answer is 42"), "KeyError"),
    ):
        kind, text, mro = module.attempt(raising(error))
        assert kind == name
        assert "42" not in text
        assert "Secret" not in mro
    assert module.attempt(lambda: object)[0] == "Exception"
    # Left alone, it comes back to the grader as the student's own.
    with pytest.raises(ZeroDivisionError) as caught:
        module.often(lambda i: 1 // 0, 1)
    assert isinstance(caught.value, StudentError)


def test_calls_back_are_paid_for_by_time_and_not_by_number(spawn):
    worker = spawn(CALLER, limits=Limits(cpu_seconds=10, answer_seconds=1.0))
    assert worker.module.often(lambda i: 1, 2_500) == 2_500
    burn = "x" * 100
    assert (
        lost_by(worker, lambda: worker.module.often(lambda i: sum(map(ord, burn * 2000)), 10_000))
        is Loss.CALLBACKS
    )
    assert worker.overrun == Overrun("answers", 1.0)


def test_a_function_that_was_kept_is_dead_after_its_request(spawn):
    module = spawn(CALLER).module
    assert module.keep(lambda x: x + 1) == 2
    with pytest.raises(StudentError):
        module.use_kept(lambda x: "of another request")


def test_a_students_object_can_not_be_used_while_its_worker_waits(spawn):
    module = spawn(CALLER).module
    with pytest.raises(RuntimeError):
        module.give(lambda thing: thing.a)
    assert module.give(lambda thing: type(thing) is Remote) is True
    assert module.give(lambda thing: thing).a == 1


class StandsIn:
    """Answers by a function, and takes no time."""

    cpu_seconds = 0.0

    def __init__(self, function):
        self.function = function

    def __call__(self, *call):
        return self.function(*call)


def test_stand_ins_answer_for_modules_and_for_names(spawn):
    asked = []

    def stand_in(module, name, args, kwargs):
        asked.append((module, name, args, kwargs))
        if name == "broken":
            raise ValueError("hidden")
        return args[0] * 2

    worker = spawn(
        """
        from a03_sigmoid import sigmoid, broken
        import a03_sigmoid
        def helper(x): return 0
        def use(x): return sigmoid(x, k=1) + helper(x)
        def fail(): return broken()
        def other(): return a03_sigmoid.secret
        """,
        earlier={"a03_sigmoid": Earlier(functions=("sigmoid", "broken"))},
        stand_in=StandsIn(stand_in),
    )
    assert worker.load_errors == ()
    assert worker.module.use(3) == 6
    assert asked == [("a03_sigmoid", "sigmoid", (3,), {"k": 1})]
    worker.set_stand_in("helper", lambda x: x + 100)
    assert worker.module.use(3) == 109
    with pytest.raises(ValueError, match="function that was called"):
        worker.module.fail()
    with pytest.raises(AttributeError):
        worker.module.other()


def test_a_generator_goes_on_from_where_a_call_back_left_it(spawn):
    worker = spawn(
        """
        def draws(rng, draw): return [draw(rng), draw(rng), rng.random()]
        """
    )
    same = np.random.default_rng(3)
    drawn = worker.module.draws(np.random.default_rng(3), lambda rng: rng.random())
    assert drawn == [same.random() for _ in range(3)]


# ---- files and sources


def test_files_and_given_sources_can_be_imported(spawn):
    worker = spawn(
        """
        from helper import triple
        from package.part import name
        import kernel, serving, wire
        from a01_given import seven
        where = [kernel.mine, serving.mine, wire.mine]
        """,
        files={
            "helper.py": b"def triple(x): return 3 * x\ndef fail():\n    raise ValueError('here')\n",
            "package/part.py": "name = '경사'".encode(),
            # Names that the worker's own files have, too.
            "kernel.py": b"mine = 1",
            "serving.py": b"mine = 2",
            "wire.py": b"mine = 3",
        },
        earlier={"a01_given": Earlier((Cell("def seven(): return 7  # 주어진", "a01_given.py"),))},
    )
    assert worker.load_errors == ()
    assert worker.module.where == [1, 2, 3]
    assert worker.module.triple(2) == 6
    assert worker.module.name == "경사"
    assert worker.module.seven() == 7


def test_the_workers_own_modules_are_no_modules_of_the_students(spawn):
    worker = spawn(
        "import kernel", "import wire", "import serving", "import zygote", "import autograder"
    )
    assert [error.type for error in worker.load_errors[:4]] == ["ModuleNotFoundError"] * 4


def test_large_sources_and_files_arrive(spawn):
    korean = "# " + "가" * 150_000
    worker = spawn(
        f"{korean}\nfrom helper import one",
        files={"helper.py": f"one = 1\n{korean}".encode()},
        earlier={"given": Earlier((Cell(korean, "given.py"),))},
    )
    assert worker.load_errors == ()
    assert worker.module.one == 1


@pytest.mark.parametrize("name", ["../out.py", "/tmp/out.py", "a/../../out.py", "a\0.py"])
def test_a_file_can_not_be_put_outside(spawn, name):
    with pytest.raises(SandboxError, match="no relative path"):
        spawn("", files={name: b""})


# ---- forbidden names


def test_forbidden_names_raise_and_leave_the_rest(spawn):
    worker = spawn(
        """
        import numpy as np
        from numpy.linalg import norm, inv
        import numpy.fft
        from scipy.stats import linregress
        """,
        "import scipy.special",
        "from scipy.special import expit",
        """
        def fit(): return np.polyfit([1, 2], [1, 2], 1)
        def length(): return norm([3, 4])
        def transform(): return np.fft.fft([1, 2])
        def regress(): return linregress([1, 2], [1, 2])
        def fine(): return [float(inv([[2.0]])[0, 0]), float(np.mean([1, 3]))]
        """,
        forbidden=(
            "numpy.polyfit",
            "numpy.linalg.norm",
            "numpy.fft",
            "scipy.special",
            "scipy.stats.linregress",
        ),
        limits=Limits(cpu_seconds=10, wall_seconds=20),
    )
    for name, shown in (
        ("fit", "numpy.polyfit"),
        ("length", "numpy.linalg.norm"),
        ("transform", r"numpy.fft(\.fft)?"),
    ):
        with pytest.raises(
            (RuntimeError, ImportError), match=f"{shown} is not allowed in this task"
        ):
            worker.module.__getattr__(name)()
    assert worker.module.fine() == [0.5, 2.0]
    refused = [error.message for error in worker.load_errors if "scipy.special" in error.message]
    assert "scipy.special is not allowed in this task" in refused


def test_a_function_of_a_package_is_forbidden_before_the_package_is_loaded(spawn):
    worker = spawn(
        """
        def regress():
            from scipy.stats import linregress
            return linregress([1, 2], [1, 2])
        def special():
            import scipy.special
        def fine():
            from scipy.stats import rankdata
            return rankdata([3, 1]).tolist()
        """,
        forbidden=("scipy.stats.linregress",),
        limits=Limits(cpu_seconds=20, wall_seconds=40),
    )
    with pytest.raises(RuntimeError, match=r"scipy\.stats\.linregress is not allowed"):
        worker.module.regress()
    assert worker.module.fine() == [2.0, 1.0]


def test_plotting_is_a_stub_that_takes_anything(spawn):
    worker = spawn("""
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        from mpl_toolkits import mplot3d
        """, """
        from matplotlib.colors import ListedColormap
        figure, axes = plt.subplots()
        axes[0].plot([1], [2], color="red").set(title="x")
        with plt.style.context("dark"):
            plt.show()
        display(figure)
        done = True
        """)  # fmt: skip
    assert worker.load_errors == ()
    assert worker.module.done is True


def test_classes_may_inherit_from_what_is_stubbed(spawn):
    worker = spawn("""
        from rich.progress import Progress, TextColumn
        from matplotlib.widgets import Slider, Button
        class Both(Progress, TextColumn):
            def answer(self): return 42
        class Knob(Slider, Button):
            pass
        answer = Both("a", style=1).answer() if Knob(1) else None
        """)  # fmt: skip
    assert worker.load_errors == ()
    assert worker.module.answer == 42


# ---- guarded statements


def test_a_broken_statement_costs_what_it_defines_and_nothing_else(spawn):
    worker = spawn(
        cells=(
            Cell("from __future__ import annotations\nimport sys\n\nx = 1\n", "notebook cell 1"),
            Cell("def broken(:\n", "notebook cell 2"),
            Cell("y = 1 / 0\nz = x + 1\n\nsys.exit(3)\n", "notebook cell 3", 10),
            Cell(
                "def f():\n    return missing\n\nw = f()\ndef g(a: Unknown): return a",
                "notebook cell 4",
                100,
            ),
            Cell("raise KeyboardInterrupt\nlast = x\n", "notebook cell 5"),
        )
    )
    assert [(one.type, one.filename, one.line) for one in worker.load_errors] == [
        ("SyntaxError", "notebook cell 2", 1),
        ("ZeroDivisionError", "notebook cell 3", 10),
        ("SystemExit", "notebook cell 3", 13),
        ("NameError", "notebook cell 4", 101),
        ("KeyboardInterrupt", "notebook cell 5", 1),
    ]
    assert [one.source.strip() for one in worker.load_errors[1:4]] == [
        "y = 1 / 0",
        "sys.exit(3)",
        "return missing",
    ]
    module = worker.module
    assert (module.x, module.z, module.last) == (1, 2, 1)
    assert module.g(5) == 5
    for name in ("y", "w", "broken"):
        with pytest.raises(AttributeError):
            getattr(module, name)


def test_a_line_number_counts_from_where_the_cell_starts(spawn):
    worker = spawn(cells=(Cell("a = 1\n", "work.py", 1), Cell("\n\ndef f(:\n", "work.py", 40)))
    assert worker.load_errors[0].line == 42


def test_a_thousand_broken_statements_still_load(spawn):
    worker = spawn("\n".join(f"nothing_{i} + '{'x' * 200}'" for i in range(3000)) + "\nok = 1")
    assert worker.module.ok == 1
    assert 0 < len(worker.load_errors) < 1000


def test_what_an_earlier_module_failed_to_define_can_be_imported_and_says_why_when_it_is_used(
    spawn,
):
    early = Earlier(
        cells=(Cell("numbers = 1 / 0\n\ndef half(x):\n    return x / 2\n", "early.py"),)
    )
    worker = spawn(
        "from early import half, numbers\ndef f(x): return half(x)\ndef g(): return numbers[0]",
        earlier={"early": early},
    )
    assert [(one.filename, one.line) for one in worker.load_errors] == [("early.py", 1)]
    assert worker.module.f(4) == 2
    with pytest.raises(StudentError) as caught:
        worker.module.g()
    assert caught.value.undefined == Undefined(
        "numbers", "early.py", 1, "ZeroDivisionError: division by zero"
    )


def test_an_explained_program_says_why_its_own_names_are_not_there(spawn):
    worker = spawn("import nowhere_at_all\ndef f(): return nowhere_at_all.x", explained=True)
    with pytest.raises(StudentError) as caught:
        worker.module.f()
    assert caught.value.undefined.module == "nowhere_at_all"


def test_what_needed_what_failed_names_the_first_cause(spawn):
    source = "Base = 1 / 0\nclass Child(Base):\n    pass\nsize = Child() + 1\n"
    worker = spawn(source, explained=True)
    with pytest.raises(StudentError) as caught:
        worker.module.size()
    assert (caught.value.undefined.name, caught.value.undefined.line) == ("size", 1)


# ---- exceptions and warnings

RAISING = """
    class Mine(ValueError):
        pass

    def validate(x):
        if x < 0:
            raise Mine(f"x is {x}")
        return x

    def outer(x):
        return validate(x)

    def todo():
        raise NotImplementedError("A01.1: write predict")

    def decode():
        return b"\\xff".decode()

    def stop():
        raise StopIteration

    def leave():
        raise SystemExit(1)

    def key():
        return {}["k"]

    def long():
        raise ValueError("x" * 100_000)

    def surrogate():
        raise ValueError("\\ud800")

    def deep(n=0):
        return deep(n + 1)

    def big():
        return [0] * (1 << 50)

    def fine():
        return 1
"""


def test_an_exception_of_the_students_is_the_built_in_one_too(spawn):
    module = spawn(RAISING).module
    with pytest.raises(ValueError, match="x is -1") as caught:
        module.outer(-1)
    error = caught.value
    assert isinstance(error, StudentError)
    assert (error.type_name, error.message) == ("Mine", "x is -1")
    assert error.mro[:2] == ("Mine", "ValueError")
    assert [frame.filename for frame in error.frames] == ["work.py", "work.py"]
    assert error.known_type == "ValueError"
    assert error.frames[-1].source.strip() == 'raise Mine(f"x is {x}")'
    assert error.frames[-1].line == 7
    for name, kind in (
        ("todo", NotImplementedError),
        ("decode", ValueError),
        ("key", KeyError),
        ("deep", RecursionError),
        ("big", MemoryError),
    ):
        with pytest.raises(kind) as caught:
            getattr(module, name)()
        assert isinstance(caught.value, StudentError)
    for name, kind in (("leave", "SystemExit"), ("stop", "StopIteration")):
        with pytest.raises(StudentError) as caught:
            getattr(module, name)()
        assert caught.value.type_name == kind
    with pytest.raises(ValueError, match=r"x{4000}") as caught:
        module.long()
    assert len(caught.value.message) == 4000
    with pytest.raises(ValueError, match=r".") as caught:
        module.surrogate()
    assert caught.value.message.encode()
    assert module.fine() == 1


def test_an_exception_never_ends_the_graders_own_loops(spawn):
    module = spawn(RAISING).module
    with pytest.raises(StudentError):
        all(map(lambda _: module.stop(), range(3)))  # noqa: C417


def test_a_missing_name_is_told_from_an_error_within(spawn):
    module = spawn(
        "def f(): return [].nothing\ndef __getattr__(name): raise AttributeError(name)"
    ).module
    with pytest.raises(AttributeError) as caught:
        module.forward  # noqa: B018
    assert caught.value.missing_name == "forward"
    with pytest.raises(AttributeError) as caught:
        module.f()
    assert caught.value.missing_name is None


def test_warnings_are_told_of_each_call(spawn):
    worker = spawn("""
        import warnings
        import numpy as np
        def overflow(x): return np.exp(x)
        def speak(): warnings.warn("old", DeprecationWarning)
        def quiet(): return 1
        def flood():
            for i in range(1000): warnings.warn("w" * 5000 + str(i))
        """)
    calls = []
    worker.observer = calls.append
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            worker.module.overflow(np.array([1e4]))
        worker.module.speak()
        worker.module.quiet()
        worker.module.flood()
    first, second, spoken, quiet, flood = (call.warnings for call in calls)
    assert first == second == (("RuntimeWarning", "overflow encountered in exp"),)
    assert spoken == (("DeprecationWarning", "old"),)
    assert quiet == ()
    assert len(flood) <= 5
    assert all(len(text) <= 200 for _, text in flood)


def test_an_observer_is_told_of_finished_calls(spawn):
    worker = spawn(RAISING)
    calls = []
    worker.observer = calls.append
    worker.module.validate(3)
    with pytest.raises(ValueError, match="x is"):
        worker.module.validate(-3)
    assert [(call.path, call.args, call.value) for call in calls] == [
        ("validate", (3,), 3),
        ("validate", (-3,), None),
    ]
    assert calls[1].error.type_name == "Mine"


# ---- limits and losses

ENDING = """
    import os, signal, sys, time

    def spin():
        while True: pass

    def sleep():
        time.sleep(60)

    def leave():
        os._exit(0)

    def crash():
        import ctypes
        ctypes.string_at(8)

    def say(text, times=1):
        for _ in range(times):
            print(text)

    def complain(text):
        print(text, file=sys.stderr)

    def flood():
        while True:
            os.write(1, b"x" * 65536)

    def fine():
        return 1
"""

ASKS = [
    ("sleep", Loss.TIMED_OUT),
    ("spin", Loss.TIMED_OUT),
    ("leave", Loss.EXITED),
    ("crash", Loss.KILLED),
    ("flood", Loss.OUTPUT),
]


@pytest.mark.parametrize(("name", "loss"), ASKS, ids=[name for name, _ in ASKS])
def test_how_a_worker_is_lost(spawn, name, loss):
    worker = spawn(ENDING, limits=Limits(cpu_seconds=1, wall_seconds=1.5 if name == "sleep" else 3))
    assert lost_by(worker, getattr(worker.module, name)) is loss
    # The next worker knows nothing of it.
    assert spawn(ENDING).module.fine() == 1


def test_calls_that_each_wait_within_their_limit_do_not_go_on_for_ever(spawn):
    nap = "import time\n\ndef nap(f=None):\n    time.sleep(0.2)\n    return f and f()"
    patient, hurried = Limits(wall_seconds=3), Limits(wall_seconds=1)
    worker = spawn(nap, limits=hurried)
    assert lost_by(worker, lambda: [worker.module.nap() for _ in range(50)]) is Loss.TIMED_OUT
    assert worker.overrun == Overrun("waiting", 1)
    worker = spawn(nap, limits=patient)
    assert [worker.module.nap() for _ in range(6)] == [None] * 6
    # The time of a function of ours is not the student's.
    worker = spawn(nap, limits=hurried)
    assert worker.module.nap(lambda: time.sleep(1.5) or 7) == 7
    assert worker.module.nap() is None


def test_processor_time_ends_a_worker_before_waiting_does(sandbox, spawn):
    worker = spawn(ENDING, limits=Limits(cpu_seconds=1, wall_seconds=60))
    assert lost_by(worker, worker.module.spin) is Loss.TIMED_OUT
    assert worker.overrun == Overrun("cpu", 1)
    if sandbox.level is not UNLIMITED:
        assert 0.5 < worker.usage.cpu_seconds < 4
        assert worker.usage.memory_kib > 1000


def test_an_end_while_loading_is_told(spawn):
    with pytest.raises(WorkerLost) as caught:
        spawn("import os\nos._exit(0)")
    assert caught.value.loss is Loss.EXITED


def until(condition, seconds=3.0):
    """Wait for what another thread brings about."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def test_output_is_kept_up_to_its_cap(spawn):
    worker = spawn(ENDING, limits=Limits(output_kib=4))
    worker.module.say("경사 하강")
    worker.module.complain("to stderr")
    assert until(lambda: "to stderr" in worker.output)
    assert worker.output.startswith("경사 하강")
    worker.module.say("x" * 1000, 100)
    assert until(lambda: worker.output.endswith("[output cut]"))
    assert len(worker.output) < 4200
    assert worker.module.fine() == 1


def test_objects_of_one_worker_mean_nothing_to_another(spawn):
    first, second = spawn(WORK), spawn(WORK)
    neuron = first.module.Neuron(1)
    with pytest.raises(Exception, match="another worker"):
        second.module.weight_of(neuron)
    assert second.module.add(1) == 2


def test_a_closed_worker_answers_no_more(spawn):
    worker = spawn(WORK)
    worker.close()
    worker.close()
    with pytest.raises(WorkerLost):
        worker.module.add(1)


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files in /proc")
def test_workers_leave_no_open_files_behind(sandbox, spawn):
    def count():
        return len(os.listdir("/proc/self/fd"))

    spawn(WORK).close()
    before = count()
    for _ in range(3):
        worker = spawn(ENDING)
        with pytest.raises(WorkerLost):
            worker.module.leave()
        spawn(WORK).close()
        with pytest.raises(WorkerLost):
            spawn("import os; os._exit(1)")
    assert count() <= before
