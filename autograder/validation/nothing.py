"""Functions that do nothing: none of them may earn a point."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.course import Task

# What each returns, by name. ``first`` is the first argument (after ``self``).
BODIES = {
    "returns None": "return None",
    "returns 0": "return 0",
    "returns zeros like its argument": "import numpy\n    return numpy.zeros_like(first)",
    "returns its argument": "return first",
    "raises ValueError": 'raise ValueError("nothing here")',
}
METHOD_BODIES = {**BODIES, "returns self": "return self"}


def nothing_sources(task: Task) -> Iterator[tuple[str, str]]:
    """Yield a description and the source of each do-nothing version of a task's functions."""
    bodies = METHOD_BODIES if task.class_name else BODIES
    for description, body in bodies.items():
        if task.class_name is None:
            yield description, _function(task.function, "first=None, *rest, **named", body)
            continue
        methods = [
            _function(name.partition(".")[2], "self, first=None, *rest, **named", body)
            for name in task.functions
        ]
        inner = "\n".join(methods).replace("\n", "\n    ")
        yield description, f"class {task.class_name}({task.class_name}):\n    {inner}"


def _function(name: str, parameters: str, body: str) -> str:
    return f"def {name}({parameters}):\n    {body}\n"
