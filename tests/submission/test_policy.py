"""What isn't allowed is found in the source, under whatever name it was written."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.program import Cell
from autograder.submission import Finding, check_policy
from autograder.submission.policy import forbids

BANS = {
    "fit": ("numpy.polyfit", "numpy.linalg.lstsq", "numpy.linalg.norm", "scipy.signal"),
}


def findings(source, *, allowed=("numpy", "scipy"), forbidden=(), bans=BANS, files=None, own=()):
    return check_policy(
        [Cell(source, "work.py")],
        allowed,
        forbidden,
        bans,
        files={name: text.encode() for name, text in (files or {}).items()},
        own_modules=own,
    )


def shortcuts(source, **more):
    """Return name and line of each shortcut that the task was found to use."""
    found = findings(source, **more)
    assert all(one.code == "shortcut" for one in found), found
    return [(one.name, one.line) for one in found]


def body(*lines, top="import numpy as np"):
    """Return a source whose function ``fit`` has some lines; the first of them is line 3."""
    return "\n".join([top, "def fit(x, y):", *(f"    {line}" for line in lines)])


# ---- aliases


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (body("return np.polyfit(x, y, 1)"), "numpy.polyfit"),
        (body("return p(x, y, 1)", top="from numpy import polyfit as p"), "numpy.polyfit"),
        (body("return norm(x)", top="from numpy.linalg import norm"), "numpy.linalg.norm"),
        (body("return np.linalg.norm(x)"), "numpy.linalg.norm"),
        (body("return la.norm(x)", top="import numpy.linalg as la"), "numpy.linalg.norm"),
        (body("return numpy.linalg.norm(x)", top="import numpy.linalg"), "numpy.linalg.norm"),
        (body("return L.norm(x)", top="from numpy import linalg as L"), "numpy.linalg.norm"),
        (body("return polyfit(x, y, 1)", top="from numpy import *"), "numpy.polyfit"),
        (body("return signal.convolve(x, y)", top="from scipy import signal"), None),
        (body("return getattr(np, 'polyfit')(x, y, 1)"), "numpy.polyfit"),
        (body("return getattr(np, 'poly' + 'fit')(x, y, 1)"), "numpy.polyfit"),
        (body("return getattr(np, f'poly{\"fit\"}')(x, y, 1)"), "numpy.polyfit"),
        (body("return getattr(np.linalg, 'norm')(x)"), "numpy.linalg.norm"),
        (body("return __import__('numpy').polyfit(x, y, 1)"), "numpy.polyfit"),
        (
            body("return importlib.import_module('numpy').polyfit(x)", top="import importlib"),
            "numpy.polyfit",
        ),
        (
            body(
                "return im('numpy.linalg').norm(x)", top="from importlib import import_module as im"
            ),
            "numpy.linalg.norm",
        ),
        (body("return vars(np)['polyfit'](x, y, 1)"), "numpy.polyfit"),
        (body("return np.__dict__['polyfit'](x, y, 1)"), "numpy.polyfit"),
        (body("return sys.modules['numpy'].polyfit(x)", top="import sys"), "numpy.polyfit"),
        (body("return globals()['np'].polyfit(x, y, 1)"), "numpy.polyfit"),
        (
            body(
                "return operator.attrgetter('polyfit')(__import__('numpy'))(x)",
                top="import operator",
            ),
            "numpy.polyfit",
        ),
        (body("return (np if x else None).polyfit(x, y, 1)"), "numpy.polyfit"),
        (body("return (n := np).polyfit(x, y, 1)"), "numpy.polyfit"),
        (body("return [np.polyfit(a, y, 1) for a in x]"), "numpy.polyfit"),
        (body("return (lambda a: np.polyfit(a, y, 1))(x)"), "numpy.polyfit"),
        (body("return map(np.polyfit, x)"), "numpy.polyfit"),
        (body("return np.ma.polyfit(x, y, 1)"), "numpy.ma.polyfit"),
        (body("return np.polynomial.polynomial.polyfit(x, y, 1)"), None),
    ],
)
def test_a_shortcut_is_found_under_every_name(source, name):
    found = shortcuts(source)
    assert [line for _, line in found] == [3]
    if name is not None:
        assert found[0][0] == name


@pytest.mark.parametrize(
    "lines",
    [
        ["p = np.polyfit", "return p(x, y, 1)"],
        ["n = np", "return n.polyfit(x, y, 1)"],
        ["if x:", "    n = np", "else:", "    n = None", "return n.polyfit(x)"],
        ["a, b = np, 1", "return a.polyfit(x)"],
        ["import numpy", "return numpy.polyfit(x)"],
        ["from numpy import polyfit as q", "return q(x)"],
        ["from numpy import polyfit", "return vars()"],
        ["def inner():", "    return np.polyfit(x, y, 1)", "return inner()"],
        ["global helper", "helper = np.polyfit", "return helper(x)"],
        ["class Inner:", "    run = np.polyfit", "return Inner.run(x)"],
        ["return np.sum(x) + np.mean(np.polyfit(x, y, 1))"],
    ],
)
def test_names_given_inside_of_the_function_are_followed(lines):
    (found,) = shortcuts(body(*lines))
    assert found[0] == "numpy.polyfit"


@pytest.mark.parametrize(
    "source",
    [
        body("return np.linalg.inv(x)"),
        body("polyfit = x", "return polyfit(y)", top="from numpy import polyfit"),
        body("return 1", top="from numpy import polyfit"),
        body("return norm(x)", top="from numpy.linalg import norm\ndef norm(v): return 1"),
        body("return self_made.polyfit(x)", top="self_made = object()"),
        body("return x.polyfit(y)"),
        body("return [norm for norm in x]", top="from numpy.linalg import norm"),
        body("'np.polyfit'", "# np.polyfit", "return 1"),
        "import numpy as np\ndef fit(np):\n    return np.polyfit",
        "import numpy as np\ndef fit(x):\n    return 1\ndef other(x):\n    return np.polyfit(x)",
        "import numpy as np\ndef fit(x):\n    return 1\nprint(np.polyfit)",
        'import numpy as np\ndef fit(x):\n    return 1\nif __name__ == "__main__":\n    fit = np.polyfit',
    ],
)
def test_honest_code_is_not_accused(source):
    assert findings(source) == []


def test_names_outside_of_a_comprehension_are_not_hidden_by_it():
    assert shortcuts(body("[np for np in x]", "return np.polyfit(x)")) == [("numpy.polyfit", 4)]


# ---- reach


@pytest.mark.parametrize(
    "source",
    [
        "def fit(x):\n    return helper(x)\ndef helper(x):\n    return np.polyfit(x)",
        "def fit(x):\n    return a(x)\ndef a(x):\n    return b(x)\ndef b(x):\n    return np.polyfit(x)",
        "def fit(x):\n    return H().run(x)\nclass H:\n    def run(self, x):\n        return np.polyfit(x)",
        "def fit(x):\n    return H.run(x)\nclass H:\n    run = np.polyfit",
        "def fit(x):\n    return TABLE['p'](x)\nTABLE = {'p': np.polyfit}",
        "def fit(x):\n    return TABLE['p'](x)\nTABLE = {}\nTABLE['p'] = np.polyfit",
        "def fit(x):\n    return fit.p(x)\nfit.p = np.polyfit",
        "def fit(x):\n    return f(x)\nf = lambda x: np.polyfit(x)",
        "def helper(x):\n    return np.polyfit(x)\nf = helper\ndef fit(x):\n    return f(x)",
        "def deco(f):\n    return np.polyfit\n@deco\ndef fit(x):\n    return 1",
        "def fit(x, p=np.polyfit):\n    return p(x)",
        "fit = np.polyfit",
        "from numpy import polyfit as fit",
        "def fit(x):\n    return 1\nfit = np.polyfit",
        "if True:\n    def fit(x):\n        return np.polyfit(x)",
        "try:\n    from numpy import polyfit as p\nexcept ImportError:\n    p = None\n"
        "def fit(x):\n    return p(x)",
        "class B:\n    def go(self, x):\n        return np.polyfit(x)\nclass C(B): pass\n"
        "def fit(x):\n    return C().go(x)",
    ],
)
def test_a_shortcut_is_found_in_all_that_the_task_reaches(source):
    found = shortcuts("import numpy as np\n" + source)
    assert [name for name, _ in found] == ["numpy.polyfit"]


def test_a_use_is_reported_where_it_stands():
    source = "import numpy as np\ndef fit(x):\n    return helper(x)\n\ndef helper(x):\n    return np.polyfit(x)"
    (found,) = findings(source)
    assert found == Finding("shortcut", "numpy.polyfit", "work.py", 6, "fit")


def test_functions_that_call_each_other_are_looked_at_once():
    source = "def fit(x):\n    return a(x)\ndef a(x):\n    return fit(x)"
    assert findings(source) == []


NET = """import numpy as np
class Net:
    def __init__(self):
        self.w = 1
    def fit(self, x):
        return self._solve(x)
    def predict(self, x):
        return x
    def _solve(self, x):
        return np.linalg.lstsq(x)
"""


def test_a_task_may_be_a_class_or_one_of_its_methods():
    ban = ("numpy.linalg.lstsq",)
    assert [line for _, line in shortcuts(NET, bans={"Net": ban})] == [10]
    assert [line for _, line in shortcuts(NET, bans={"Net.fit": ban})] == [10]
    assert shortcuts(NET, bans={"Net.predict": ban}) == []


def test_a_method_reaches_the_constructor_and_what_it_inherits():
    ban = {"Net.fit": ("numpy.polyfit",)}
    built = "import numpy as np\nclass Net:\n    def __init__(self):\n        self.s = np.polyfit\n    def fit(self, x):\n        return self.s(x)"
    base = "import numpy as np\nclass Base:\n    def solve(self, x):\n        return np.polyfit(x)\nclass Net(Base):\n    def fit(self, x):\n        return self.solve(x)"
    parent = base.replace("self.solve", "super().solve")
    for source in (built, base, parent):
        assert [line for _, line in shortcuts(source, bans=ban)] == [4]


def test_every_task_has_bans_of_its_own():
    source = "import numpy as np\ndef fit(x):\n    return np.polyfit(x)\ndef size(x):\n    return np.linalg.norm(x)"
    bans = {"fit": ("numpy.linalg.norm",), "size": ("numpy.linalg.norm",), "gone": ("numpy.sum",)}
    found = findings(source, bans=bans)
    assert [(one.task_function, one.line) for one in found] == [("size", 5)]


def test_a_shortcut_in_a_helper_file_is_found_there():
    files = {
        "tools.py": "from more.norms import best\ndef solve(x):\n    return best(x)\n",
        "more/__init__.py": "",
        "more/norms.py": "import numpy\n\ndef best(x):\n    return numpy.polyfit(x)\n",
    }
    for top, call in (
        ("import tools", "tools.solve(x)"),
        ("from tools import solve as s", "s(x)"),
        ("from tools import *", "solve(x)"),
        ("import more.norms", "more.norms.best(x)"),
        ("from more import norms", "norms.best(x)"),
    ):
        (found,) = findings(body(f"return {call}", top=top), files=files)
        assert (found.filename, found.line, found.task_function) == ("more/norms.py", 4, "fit")


def test_relative_imports_between_helper_files_are_followed():
    files = {
        "tools/__init__.py": "from .solve import solve\n",
        "tools/solve.py": "from numpy import polyfit\ndef solve(x):\n    return polyfit(x)\n",
    }
    (found,) = findings(body("return tools.solve(x)", top="import tools"), files=files)
    assert (found.filename, found.line) == ("tools/solve.py", 3)


# ---- what nobody may use


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import subprocess", "subprocess"),
        ("from subprocess import run", "subprocess.run"),
        ("import os\nos.system('ls')", "os.system"),
        ("from os import system as s", "os.system"),
        ("x = eval('1')", "eval"),
        ("def f():\n    return eval", "eval"),
        ("__import__('subprocess')", "subprocess"),
    ],
)
def test_a_forbidden_name_is_found_wherever_it_stands(source, name):
    found = findings(source, forbidden=("subprocess", "os.system", "eval"))
    assert found[0].code == "name"
    assert found[0].name == name
    assert found[0].task_function is None


def test_a_name_of_ones_own_is_not_the_forbidden_one():
    assert findings("def eval(x):\n    return x\ny = eval(1)", forbidden=("eval",)) == []
    assert findings("import os\nos.path.join('a')", forbidden=("os.system",)) == []


def test_each_name_is_reported_once_where_it_is_used_first():
    found = findings("import socket\nsocket.socket()\nsocket.bind()", forbidden=("socket",))
    assert [one.line for one in found] == [1]


# ---- imports


@pytest.mark.parametrize(
    "source",
    [
        "import numpy.linalg",
        "from scipy import optimize",
        "import math, os.path",
        "from __future__ import annotations",
        "from collections import deque",
        "from a01_gradient_descent_line import predict",
        "from autograder.notebook import check",
        "import figures",
        "import tools",
        "from . import tools",
        "from .tools import x",
        'if __name__ == "__main__":\n    import seaborn',
    ],
)
def test_allowed_imports(source):
    files = {"tools.py": "x = 1"}
    assert findings(source, files=files, own=("a01_gradient_descent_line",)) == []


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("import torch", "torch", 1),
        ("x = 1\nfrom torch.nn import functional as F\nF.relu(x)", "torch", 2),
        ("def f():\n    import tensorflow as tf\n    return tf.nn", "tensorflow", 2),
        ("import importlib\nt = importlib.import_module('torch.nn')", "torch", 2),
        ("from torch import *", "torch", 1),
        ("try:\n    import numpy\nexcept ImportError:\n    import cupy", "cupy", 4),
    ],
)
def test_a_package_that_is_not_the_courses_is_reported(source, name, line):
    (found,) = findings(source)
    assert (found.code, found.name, found.line) == ("import", name, line)


def test_a_part_of_a_package_may_be_allowed():
    allowed = ("scipy.optimize",)
    assert findings("from scipy.optimize import minimize", allowed=allowed) == []
    assert findings("import scipy.optimize\nscipy.optimize.root", allowed=allowed) == []
    (found,) = findings("import scipy.signal", allowed=allowed)
    assert found.name == "scipy.signal"


def test_an_import_in_a_helper_file_is_reported_there():
    (found,) = findings("import tools", files={"tools.py": "\nimport torch\n"})
    assert (found.filename, found.line) == ("tools.py", 2)


# ---- what it says


def test_lines_are_those_of_the_file_and_of_the_notebooks_cell():
    cells = [
        Cell("import numpy as np", "notebook cell 1"),
        Cell("def g(:", "notebook cell 2"),
        Cell("def fit(x):\n    return np.polyfit(x)", "notebook cell 3", 11),
    ]
    (found,) = check_policy(cells, ("numpy",), (), BANS)
    assert (found.filename, found.line) == ("notebook cell 3", 12)
    assert found.text.en.startswith("notebook cell 3, line 12: fit uses numpy.polyfit")
    assert found.text.ko.startswith("노트북 셀 3의 12번째 줄: fit에서 사용한 numpy.polyfit")


@pytest.mark.parametrize("code", ["import", "name", "shortcut"])
def test_every_finding_says_its_name_and_place_in_every_language(code):
    text = Finding(code, "numpy.{polyfit}", "work.py", 7, "fit").text
    for sentence in (text.en, text.ko):
        assert "numpy.{polyfit}" in sentence
        assert "work.py" in sentence
        assert "7" in sentence


@pytest.mark.parametrize(
    ("ban", "name", "covered"),
    [
        ("numpy.convolve", "numpy.convolve", True),
        ("numpy.convolve", "numpy._core.numeric.convolve", True),
        ("numpy.convolve", "numpy.convolver", False),
        ("numpy.convolve", "scipy.signal.convolve", True),
        ("scipy.special.softmax", "sklearn.utils.extmath.softmax", True),
        ("scipy.special.softmax", "torch.nn.functional.softmax", True),
        ("numpy.linalg.lstsq", "scipy.linalg.lstsq", True),
        ("numpy.convolve", "a10_convolution.convolve", False),  # an earlier assignment's own
        ("numpy.convolve", "<submission>.convolve", False),
        ("numpy.sum", "builtins.sum", False),
        ("numpy.polyfit", "numpy.polynomial.polynomial.polyfit", True),
        ("numpy.polyfit", "numpy.polynomial.polynomial.polyval", False),
        ("numpy.polynomial.Polynomial.fit", "numpy.polynomial.polynomial.Polynomial.fit", True),
        ("numpy.polynomial.Polynomial.fit", "sklearn.preprocessing.StandardScaler.fit", False),
        ("scipy.signal", "scipy.signal.windows.hann", True),
        ("scipy.signal", "scipy", False),
        ("eval", "builtins.eval", True),
        ("eval", "numpy.eval", False),
    ],
)
def test_what_a_ban_covers(ban, name, covered):
    assert forbids(ban, name) is covered


READY_MADE = (
    *("numpy.polyfit", "numpy.linalg.lstsq", "scipy.special.softmax", "scipy.stats.linregress"),
    *(
        "statistics.linear_regression",
        "scipy.optimize.curve_fit",
        "sklearn.linear_model.LinearRegression",
    ),
)


@pytest.mark.parametrize(
    ("top", "use", "name"),
    [
        (
            "from sklearn.utils.extmath import softmax",
            "softmax(x)",
            "sklearn.utils.extmath.softmax",
        ),
        ("from sklearn.utils import extmath as e", "e.softmax(x)", "sklearn.utils.extmath.softmax"),
        ("import scipy.special as sp", "sp.softmax(x)", "scipy.special.softmax"),
        ("from scipy import special", "getattr(special, 'softmax')(x)", "scipy.special.softmax"),
        (
            "from statistics import linear_regression as fit_line",
            "fit_line(x, y)",
            "statistics.linear_regression",
        ),
        ("import scipy.optimize", "scipy.optimize.curve_fit(f, x, y)", "scipy.optimize.curve_fit"),
        ("from scipy.linalg import lstsq", "lstsq(x, y)", "scipy.linalg.lstsq"),
        (
            "from sklearn import linear_model",
            "linear_model.LinearRegression().fit(x)",
            READY_MADE[-1],
        ),
        (
            "from numpy.polynomial import polynomial as P",
            "P.polyfit(x, y, 1)",
            "numpy.polynomial.polynomial.polyfit",
        ),
    ],
)
def test_what_does_the_task_is_found_alike_whichever_package_it_comes_from(top, use, name):
    found = findings(
        body(f"return {use}", top=top),
        allowed=("numpy", "scipy", "sklearn"),
        bans={"fit": READY_MADE},
    )
    assert [(one.code, one.name, one.line) for one in found] == [("shortcut", name, 3)]


@pytest.mark.parametrize(
    ("top", "use"),
    [
        ("from numpy.polynomial.polynomial import polyval", "polyval(x, y)"),
        ("import numpy.polynomial as P", "P.polynomial.polyval(x, y) + P.Polynomial([1, 2])(x)"),
        ("from scipy import special, stats, optimize", "special.expit(x) + stats.zscore(x)"),
        ("from a09_softmax_batch import softmax", "softmax(x)"),
        ("from tools import softmax", "softmax(x)"),
        ("def softmax(x):\n    return x\n", "softmax(x)"),
        ("import statistics", "statistics.mean(x)"),
    ],
)
def test_what_only_lies_beside_it_is_not_accused(top, use):
    source = f"{top}\ndef fit(x, y):\n    return {use}\n"
    files = {"tools.py": "def softmax(x):\n    return x\n"}
    own = ("a09_softmax_batch",)
    assert (
        findings(source, allowed=("numpy", "scipy"), bans={"fit": READY_MADE}, files=files, own=own)
        == []
    )


# ---- whatever comes in


@pytest.mark.parametrize(
    "source",
    [
        "x = a" + ".b" * 900,
        "x = " + "f(" * 80 + ")" * 80,
        "x = " + "1+" * 900 + "1",
        "np = np.x\n" * 3000 + "def fit(): return np.polyfit",
        "\n".join(f"a{i} = a{i - 1} if a{i - 1} else a{i - 1}.b" for i in range(1, 2000)),
        "def fit():\n" + "\n".join(f"    x{i} = x{i - 1} or np" for i in range(1, 2000)),
        "from numpy import *\n" * 3000 + "def fit(): return q",
        "def fit(): return [" + "f.g.h.i.j, " * 5000 + "]",
        "\n".join(f"def f{i}(): return f{i + 1}(f{i + 2})" for i in range(3000)) + "\nfit = f0",
        "fit = fit\nfit = lambda: fit",
        "class fit(fit): pass\nclass A(B): pass\nclass B(A): pass\ndef g(): A().x",
        "from work import fit\nfrom . import fit",
    ],
)
def test_a_source_made_to_be_slow_is_not(source):
    start = time.process_time()
    findings(source, bans={"fit": ("numpy.polyfit",), "A.x": ("numpy.sum",)})
    assert time.process_time() - start < 5


LINES = st.sampled_from(
    [
        *("import numpy as np", "from numpy import *", "import numpy.linalg as la", "np = np"),
        *(
            "def fit(x):",
            "class fit:",
            "    def run(self): return self.run",
            "    return np.polyfit(x)",
        ),
        *("    return fit(fit)", "fit = np.polyfit", "fit.x = fit", "    global np", "    np = x"),
        *(
            "    x = [np for np in x]",
            "    y = lambda np=np: np.sum",
            "if x:",
            "    import np",
            "pass",
        ),
        *(
            "    match x:",
            "        case [np, *_]: pass",
            "    def g(): nonlocal x",
            "@fit",
            "del np",
        ),
        *("from .. import fit", "__import__('a.b').c", "getattr(np, 'a' + 'b')", "vars()['x']"),
    ]
)


@settings(max_examples=200)
@given(st.lists(st.lists(LINES, max_size=6).map("\n".join), max_size=5))
def test_no_source_breaks_the_policy(cells):
    found = check_policy(
        [Cell(source, "work.py", 10) for source in cells],
        ("numpy",),
        ("eval",),
        {"fit": ("numpy.polyfit",), "fit.run": ("numpy.sum",)},
    )
    assert all(one.line >= 10 for one in found)
