"""The stub's docstring is the contract: what a task forbids and what it protects is said there, in each language."""

import importlib
import importlib.util
import re

import pytest
from stubs import STUBS, TASKS, asked, docstring_of, sections, types_of

FORBIDDING = [(language, task) for language, task in STUBS if TASKS[task].forbid]
# How the paragraph begins, or ends, that names what a task may not use.
OFF_LIMITS = {"en": "Not allowed here", "ko": "여기서 쓸 수 없습니다"}
CHANGEABLE = {
    "en": r"\b(arrays?|lists?|dict|sequence)\b|Sequential",
    "ko": "배열|리스트|list|dict|시퀀스|Sequential",
}
LEFT_ALONE = {"en": r"left as (it was|they were)|Nothing is changed", "ko": "그대로 둡니다"}


def off_limits(language, task):
    """Return what the docstring of a task says is off limits, as the names between double backticks."""
    paragraphs = docstring_of(language, task).split("\n\n")
    (one,) = [text for text in paragraphs if OFF_LIMITS[language] in text]
    return re.findall(r"``([\w.]+)``", one)


def stands_for(said, name):
    return name == said or name.endswith("." + said)


def is_module(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize(("language", "task"), FORBIDDING)
def test_what_a_task_forbids_is_said_in_its_docstring(language, task):
    said = off_limits(language, task)
    for name in TASKS[task].forbid:
        # A package is said in full: "fft" alone could be anything.
        enough = {name} if is_module(name) else {word for word in said if stands_for(word, name)}
        assert enough & set(said), name


@pytest.mark.parametrize(("language", "task"), FORBIDDING)
def test_what_a_docstring_puts_off_limits_is_forbidden(language, task):
    for word in off_limits(language, task):
        assert any(stands_for(word, name) for name in TASKS[task].forbid), word


@pytest.mark.parametrize(("language", "task"), sorted(set(STUBS) - set(FORBIDDING)))
def test_nothing_is_off_limits_where_nothing_is_forbidden(language, task):
    assert OFF_LIMITS[language] not in docstring_of(language, task)


@pytest.mark.parametrize("name", sorted({name for task in TASKS.values() for name in task.forbid}))
def test_what_a_task_forbids_exists(name):
    """A misspelt name would forbid nothing, and nobody would see it."""
    module = name
    while not is_module(module):
        module = module.rpartition(".")[0]
        assert module, name
    found = importlib.import_module(module)
    for part in filter(None, name.removeprefix(module).split(".")):
        found = getattr(found, part)


def methods(language):
    """Return all functions and methods that tasks ask for."""
    return [(language, task, name) for task, of in TASKS.items() for name in of.functions]


@pytest.mark.parametrize(("language", "task", "function"), [*methods("en"), *methods("ko")])
def test_a_docstring_says_that_what_can_be_changed_is_left_alone(language, task, function):
    """Later tasks and checks go on with what they handed over, whatever the function."""
    docstring = docstring_of(language, task, function)
    types = types_of(sections(docstring).get("Parameters", ""))
    if any(re.search(CHANGEABLE[language], one) for one in types):
        assert re.search(LEFT_ALONE[language], docstring.replace("\n", " "))


def test_the_reader_of_docstrings_sees_types_and_sections():
    """Else the tests above would pass over everything."""
    parts = sections(docstring_of("en", "A04.4"))
    assert list(parts) == ["", "Parameters", "Returns", "Raises"]
    assert types_of(parts["Parameters"])[:3] == [
        "array of shape (m, n)",
        "array of shape (m,) or (m, 1)",
        "float",
    ]
    assert len(types_of(sections(docstring_of("ko", "A04.4"))["Parameters"])) == 5


ASKED = [(task, one) for task, of in TASKS.items() for one in sorted(asked(of.code)[task])]
INTEGERS = r"\bint\b|integers"
PROMISED = {"unchanged": LEFT_ALONE["en"], "dtype int": INTEGERS, "dtype float": r"[Ff]loat"}


@pytest.mark.parametrize(("task", "one"), [pair for pair in ASKED if pair[1] != "dtype dtype"])
def test_a_docstring_promises_what_the_suite_asks_beside_values(task, one):
    written = [docstring_of("en", task, function) for function in TASKS[task].functions]
    if one in PROMISED:
        assert any(re.search(PROMISED[one], text.replace("\n", " ")) for text in written)
    else:
        assert any(one in sections(text).get("Raises", "") for text in written)


def test_suites_ask_for_conduct():
    """Else the test above would pass over everything."""
    assert {"unchanged", "RuntimeError", "ValueError"} <= asked("A05")["A05.5"]
    assert "dtype int" in asked("A05")["A05.2"]
    assert len(ASKED) > 80
