"""Every golden value of the lecture is asserted by a test, or there is a reason why not; the finder finds no coincidences."""

import ast
import importlib.util
import sys

import pytest


@pytest.fixture(scope="module")
def goldens(root):
    spec = importlib.util.spec_from_file_location("goldens", root / "benchmarks" / "goldens.py")
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks its module up by name.
    sys.modules["goldens"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["goldens"]


@pytest.fixture
def found(goldens, tmp_path):
    """Tell whether a value is found in the one test of a source."""

    def find(value, source):
        file = tmp_path / "test_it.py"
        file.write_text(source, encoding="utf-8")
        goldens.tests_of.cache_clear()
        (test,) = goldens.tests_of(file)
        return test.asserts(goldens.Golden("A01", "it", "kit", value))

    return find


def test_every_golden_is_accounted_for(goldens, course):
    account = goldens.account(course)
    assert not account.stale
    assert not [golden.name for golden in account.unexplained]


def test_fewer_digits_and_arithmetic_are_understood(found):
    assert found(0.5833333333333334, "def test_it(): assert f() == 3.5 / 6")
    assert found([-0.6899744811, 0.25], "X = [0.25, -0.68997448]\ndef test_it(): f(X)")
    assert found([0.587, 0.2608695652, 0.25], "def test_it(): f(27 / 46, 0.587, 12 / 46, 0.5**2)")
    assert found([27 / 46, 12 / 46], "def test_it(): f(np.array([[27, 12]]) / 46)")
    assert found([4, 4, 4, 4, 3], "def test_it(): f([[4] * 4, 3])")
    assert found([51, 48, 57, 24], "FULL = [6, 34, 51, 48, 57, 24]\ndef test_it(): f(FULL[2:])")


def test_what_a_helper_holds_belongs_to_the_test(found):
    assert found(1.38629436112, "def best(): return 1.38629436112\ndef test_it(): f(best())")
    assert not found(1.38629436112, "def best(): return 1.38629436112\ndef test_it(): f(2)")


def test_short_numbers_prove_nothing(found):
    assert not found(2.0, "def test_it(): f(2.0)")
    assert not found([48, 25], "def test_it(): f([48, 25])")
    assert not found([2, 4, 8, 10], "def test_it(): f(2, 4, 8, 10)")
    assert not found([4, 4, 4, 4], "def test_it(): f([4, 4, 4, 4])")
    assert not found(0.59999999995, "def test_it(): f(0.6)")
    assert not found(True, "def test_it(): f(True)")


def test_a_number_a_little_off_is_another(found):
    assert not found(0.30103, "def test_it(): f(0.30104)")
    assert not found([0.30103, 0.47712], "def test_it(): f(0.30103)")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"asserted": "test_nowhere"}, "there is no test test_nowhere"),
        ({"unused": "a trap", "variant": "A01.4 nothing"}, "no misconception A01.4 nothing"),
        ({"unused": ""}, "a row says asserted, or unused"),
        ({"asserted": "test_a", "unused": "b"}, "a row says asserted, or unused"),
    ],
)
def test_a_stale_row_is_said(goldens, course, row, why):
    account = goldens.Account()
    goldens._settle(course, goldens.Golden("A01", "it", "kit", 2.0), row, account)
    assert why in account.stale[0]
    assert not account.settled


def test_the_finder_reads_the_suites(goldens, course):
    names = {
        test.name
        for assignment in course.finished
        for file in goldens.files_of(assignment)
        for test in goldens.tests_of(file)
    }
    files = [course.assignment("A01").suite_file, course.assignment("A11").suite_file]
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        written = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert {name for name in written if name.startswith("test_")} <= names
