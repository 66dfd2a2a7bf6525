"""What can be reached is found once, circles or not; and so is what a distribution needs."""

import importlib.metadata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import distributions
from autograder.closure import closure
from autograder.distributions import is_extra, name_of, of_imports, versions, with_dependencies

GRAPH = {"a": "bc", "b": "d", "c": "d", "d": "a", "e": "e", "f": ""}


@pytest.mark.parametrize(
    ("start", "reached"),
    [("a", "abcd"), ("b", "abcd"), ("e", "e"), ("f", "f"), ("", ""), ("ef", "ef")],
)
def test_what_can_be_reached_is_found(start, reached):
    found = closure(start, GRAPH.__getitem__)
    assert sorted(found) == list(reached)
    assert list(found)[: len(start)] == list(start)


@given(st.dictionaries(st.integers(0, 20), st.lists(st.integers(0, 20), max_size=4)))
def test_it_is_closed_and_nothing_else_is_in_it(graph):
    step = lambda node: graph.get(node, ())  # noqa: E731
    found = closure([0], step)
    assert all(after in found for node in found for after in step(node))
    for left in found:
        if left != 0:
            assert any(left in step(node) for node in found)


@pytest.mark.parametrize(
    ("line", "name", "extra"),
    [
        ("numpy>=1.26", "numpy", False),
        ("PyYAML (>=6)", "pyyaml", False),
        ("typing_extensions; python_version < '3.11'", "typing-extensions", False),
        ("ruff>=0.6; extra == 'dev'", "ruff", True),
        ("pandas; python_version > '3' and extra=='all'", "pandas", True),
        ("pandas; (extra=='all' or extra=='x') and os_name=='nt'", "pandas", True),
        ("zope.interface[test] ; extra  in 'x'", "zope-interface", True),
        ("numpy==2.1.0 \\\n    --hash=sha256:ab", "numpy", False),
        ("", "", False),
    ],
)
def test_a_requirement_has_a_name_and_may_be_an_extra_s(line, name, extra):
    assert (name_of(line), is_extra(line)) == (name, extra)


def test_a_package_comes_with_what_it_needs():
    needed = of_imports(["sklearn"])
    assert {"scikit-learn", "scipy", "numpy", "joblib"} <= set(needed)
    assert versions(needed)["scipy"] == importlib.metadata.version("scipy")


def test_what_is_not_installed_needs_nothing():
    assert list(with_dependencies(["No_Such.Thing"])) == ["no-such-thing"]
    assert versions(["no-such-thing"]) == {}


def test_extras_are_not_needed(monkeypatch):
    needs = {"one": ["two", "three; extra == 'x'"], "two": ["one", "four; os_name == 'nt'"]}
    monkeypatch.setattr(distributions.importlib.metadata, "requires", lambda name: needs.get(name))
    assert set(with_dependencies(["one"])) == {"one", "two", "four"}
