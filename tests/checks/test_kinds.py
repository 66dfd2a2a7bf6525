"""No page shows a class of the engine's, nor a name that a student made up: what a thing is, is said in known words."""

import builtins
import inspect

import numpy as np
import pytest

import autograder.sandbox
from autograder.checks import CheckFailed, Sealed, expect_close, expect_items, expect_shape
from autograder.checks.kinds import HOLDS, WORDS, described
from autograder.locale import catalogue
from autograder.sandbox import Cell, Level, Limits, Program, open_sandbox
from autograder.texts import Text

KINDS = {text.en: text for code, text in catalogue().items() if code.startswith("kind_")}

# Every kind of thing that Python, NumPy and the packages of a course hand out, and what students make themselves.
EXPRESSIONS = """
None
True
3
10**400
2.5
2j
"text"
b"bytes"
bytearray(b"x")
(1, 2)
[1, 2]
[1, [2]]
[]
{"w": 1}
{1, 2}
frozenset({1})
range(3)
slice(3)
...
NotImplemented
print
len
lambda x: x
np.sum
np.exp
np
int
Neuron
Color
Neuron()
Neuron().fit
type(Neuron())
Color.RED
Word.OVER
Level.HIGH
Pair(1, 2)
collections.OrderedDict(a=1)
collections.defaultdict(list)
collections.Counter("ab")
collections.deque([1])
types.SimpleNamespace(a=1)
(x for x in [1])
iter([1])
zip([1], [2])
map(str, [1])
filter(None, [1])
enumerate([1])
reversed([1])
{"a": 1}.keys()
{"a": 1}.values()
{"a": 1}.items()
np.array([1.0])
np.array([1])
np.array([True])
np.array([1j])
np.array(["a"])
np.array([b"a"])
np.array([None])
np.array([[1], [2, 3]], dtype=object)
np.array(["2020-01-01"], dtype="datetime64[D]")
np.zeros(2, dtype=[("a", int)])
np.array(2.0)
np.array("a")
np.float64(2)
np.float32(2)
np.int8(2)
np.bool_(True)
np.str_("a")
np.bytes_(b"a")
np.complex64(2)
np.datetime64("2020-01-01")
np.ma.array([1.0])
np.ones((1, 1)).view(np.matrix)
np.random.default_rng(1)
np.random.RandomState(1)
np.random.PCG64(1)
np.dtype(float)
ValueError("x")
open
Remote()
Sealed()
Worker
functools.partial(len)
re.compile("x")
decimal.Decimal(1)
fractions.Fraction(1, 2)
memoryview(b"x")
""".strip().splitlines()

NAMES = """
import collections, decimal, enum, fractions, functools, re, types
import numpy as np

class Neuron:
    def fit(self): pass
class Remote: pass
class Sealed: pass
class Worker: pass
class Color(enum.Enum):
    RED = object()
class Word(str, enum.Enum):
    OVER = "over"
class Level(enum.IntEnum):
    HIGH = 3
class Pair(collections.namedtuple("Pair", "a b")): pass
"""


@pytest.fixture(scope="module")
def here():
    names = {}
    exec(NAMES, names)
    return names


@pytest.fixture(scope="module")
def there():
    functions = "".join(
        f"\ndef f{place}():\n    return {expression}\n" for place, expression in enumerate(EXPRESSIONS)
    )  # fmt: skip
    program = Program("work", (Cell(NAMES + functions, "work.py"),))
    with open_sandbox(Level.SUBPROCESS, packages=("numpy",)) as sandbox:
        worker = sandbox.spawn(program, Limits())
        assert not worker.load_errors
        yield worker.module
        worker.close()


def sentences(value):
    """All that a check may say of an answer which isn't what it wanted."""
    for verb in (
        lambda: expect_close(value, {"no": 1}),
        lambda: expect_close(value, (1, 2, 3, 4, 5)),
        lambda: expect_close(value, np.full((7, 7), 0.125)),
        lambda: expect_close(value, -17.5),
        lambda: expect_close(value, "something else"),
        lambda: expect_close(value, None),
        lambda: expect_shape(value, (9, 9), dtype=float),
        lambda: expect_items(value, 9),
    ):
        try:
            verb()
        except CheckFailed as failed:
            yield failed.failure.text("kind")


ENGINE = {
    name
    for module in (autograder.sandbox, inspect.getmodule(Sealed))
    for name, kind in vars(module).items()
    if inspect.isclass(kind) and not hasattr(builtins, name) and kind is not Text
} | {"Student", "Refused", "Nothing", "Finder"}


def is_plain(text):
    words = {word.strip(".,;:()[]") for word in text.split()}
    return not words & (ENGINE | {"Neuron", "Color", "Word", "Pair", "NoneType", "ndarray"})


@pytest.mark.parametrize("place", range(len(EXPRESSIONS)), ids=EXPRESSIONS)
def test_of_whatever_comes_back_a_student_reads_known_words(place, here, there):
    answer = getattr(Sealed(there), f"f{place}")()
    said = list(sentences(answer))
    for text in said:
        assert is_plain(text.en), text.en
        assert is_plain(text.ko), text.ko
    # The same judgement where the student's own module is imported as it is.
    assert said == list(sentences(eval(EXPRESSIONS[place], here)))


@pytest.mark.parametrize("place", range(len(EXPRESSIONS)), ids=EXPRESSIONS)
def test_a_kind_has_the_same_words_here_and_in_a_worker(place, here, there):
    answer = getattr(there, f"f{place}")()
    said = described(answer)
    assert said.en in KINDS
    if type(answer).__name__ == "Remote":
        # What it is made of, where it is a child of plain data, is known once a verb has opened it.
        answer = autograder.sandbox.content(answer)
    assert described(answer) == described(eval(EXPRESSIONS[place], here))


def test_every_word_is_in_the_catalogue():
    words = {*WORDS.values(), *(f"array_of_{one}" for one in HOLDS.values()), "object"}
    assert {f"kind_{word}" for word in words} <= set(catalogue())
