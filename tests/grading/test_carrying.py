"""Carrying forward: dependants are graded with the reference standing in, however a function is missing or wrong."""

import ast

import pytest

from autograder.result import TaskStatus

FUNCTIONS = [("A01", "predict"), ("A01", "gradient"), ("A03", "shuffled")]


def replaced(text, name, *body):
    """Return a module in which a function has another body, or stands nowhere."""
    lines = text.split("\n")
    [node] = [
        one for one in ast.parse(text).body if isinstance(one, ast.FunctionDef) and one.name == name
    ]
    head = ast.get_source_segment(text, node).split("\n")
    signature = head[: node.body[0].lineno - node.lineno]
    new = [*signature, *(f"    {line}" for line in body)] if body else []
    return "\n".join([*lines[: node.lineno - 1], *new, *lines[node.end_lineno :]])


WAYS = {
    "the stub is left": lambda text, name, task: replaced(
        text, name, f'raise NotImplementedError("{task}: write {name}")'
    ),
    "pass": lambda text, name, task: replaced(text, name, "pass"),
    "deleted": lambda text, name, task: replaced(text, name),
    "renamed": lambda text, name, task: text.replace(f"def {name}(", f"def my_{name}("),
    "wrong": lambda text, name, task: replaced(text, name, "return 1.5"),
    "raises": lambda text, name, task: replaced(text, name, "return {}['nothing']"),
    "broken": lambda text, name, task: text.replace(f"def {name}(", f"def {name}((", 1),
    "in a statement that fails": lambda text, name, task: text.replace(
        f"def {name}(", f"@undefined\ndef {name}(", 1
    ),
    "overwritten": lambda text, name, task: f"{text}\n\n# %%\n{name} = None\n",
}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize(("code", "name"), FUNCTIONS)
def test_a_function_costs_its_own_points_however_it_is_missing(course, grade, code, name, way):
    assignment = course.assignment(code)
    task = assignment.task(name)
    text = WAYS[way](assignment.solution_file.read_text(encoding="utf-8"), name, task.id)
    result = grade(text, code)
    lost = {one.task for one in result.tasks if not one.passed}
    if way == "overwritten":
        # The function is graded as it was defined, and the page says so.
        assert (result.score, lost) == (result.max_score, set())
        return
    assert lost == {task.id}
    assert result.score == result.max_score - task.points + result.task(task.id).earned
    unwritten = [one.task for one in result.tasks if one.status is TaskStatus.NOT_ATTEMPTED]
    assert unwritten == ([task.id] if way == "the stub is left" else [])


def test_what_is_not_written_is_not_written_whatever_it_would_call(course, grade):
    assignment = course.assignment("A01")
    text = assignment.solution_file.read_text(encoding="utf-8")
    for name in ("predict", "gradient", "descend"):
        text = WAYS["the stub is left"](text, name, assignment.task(name).id)
    result = grade(text, "A01")
    statuses = {one.function: one.status for one in result.tasks if not one.passed}
    assert statuses == dict.fromkeys(("predict", "gradient", "descend"), TaskStatus.NOT_ATTEMPTED)


METHODS = {
    "a sign in backprop": (
        "return err * x, err",
        "return -err * x, err",
        "A02.2",
        "Unit.backprop",
    ),
    "backprop not written": (
        "return err * x, err",
        'raise NotImplementedError("A02.2: write backprop")',
        "A02.2",
        "Unit.backprop",
    ),
    "a forgotten bias": (
        "return predict(x, self.w, self.b)",
        "return predict(x, self.w, 0.0)",
        "A02.1",
        "Unit.forpass",
    ),
}


@pytest.mark.parametrize("mistake", list(METHODS))
def test_a_method_costs_its_own_points_where_others_of_its_class_call_it(course, grade, mistake):
    right, wrong, task, method = METHODS[mistake]
    text = course.assignment("A02").solution_file.read_text(encoding="utf-8")
    assert right in text
    result = grade(text.replace(right, wrong), "A02")
    assert [one.task for one in result.tasks if not one.passed] == [task]
    assert result.task("A02.3").carried == (method,)
