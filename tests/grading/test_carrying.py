"""Carrying forward: dependants are graded with the reference standing in, however a function is missing or wrong."""

import ast

import pytest

from autograder.result import TaskStatus

# A function, and what is left of its assignment where that alone is wrong: all but its own points.
FUNCTIONS = [("A01", "predict"), ("A03", "sigmoid"), ("A10", "pad_amounts"), ("A11", "output_size")]


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
        assert (result.score, lost) == (100, set())
        return
    assert lost == {task.id}
    assert result.score == 100 - task.points + result.task(task.id).earned
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
    "a sign in backprop": ("return err * np.asarray(x), err", "return -err * np.asarray(x), err"),
    "backprop not written": (
        "return err * np.asarray(x), err",
        'raise NotImplementedError("A04.3: write backprop")',
    ),
    "a forgotten bias": (
        "return np.sum(self.w * x) + self.b",
        "return np.sum(self.w * x)",
    ),
}


@pytest.mark.parametrize("mistake", list(METHODS))
def test_a_method_costs_its_own_points_where_others_of_its_class_call_it(course, grade, mistake):
    assignment = course.assignment("A04")
    text = assignment.solution_file.read_text(encoding="utf-8")
    # As a student would: fit and predict go by the methods above them.
    for once, now in (
        ("z = np.sum(self.w * X[i]) + self.b", "z = self.forpass(X[i])"),
        (
            "self.w = self.w - lr * err * X[i]",
            "dw, db = self.backprop(X[i], err)\n                self.w = self.w - lr * dw",
        ),
        ("self.b = self.b - lr * err", "self.b = self.b - lr * db"),
        (
            "z = np.sum(self.w * np.asarray(X), axis=1) + self.b",
            "z = np.array([self.forpass(x) for x in np.asarray(X)])",
        ),
        METHODS[mistake],
    ):
        assert once in text
        text = text.replace(once, now)
    result = grade(text, "A04")
    lost = [one.task for one in result.tasks if not one.passed]
    assert lost == (["A04.2"] if "bias" in mistake else ["A04.3"])
    carried = {one.task: one.carried for one in result.tasks if one.carried}
    assert carried["A04.4"] == (
        ("LogisticNeuron.forpass",) if "bias" in mistake else ("LogisticNeuron.backprop",)
    )
