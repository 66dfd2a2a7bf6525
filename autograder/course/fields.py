"""How the names, ids and amounts of a course are written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, Strict

# What each pattern stands for, in an error's words; filed where the pattern is written.
PATTERNS: dict[str, str] = {}


def _named(pattern: str, words: str) -> Any:
    """Return the field of a text that matches a pattern, which an error will call by words."""
    PATTERNS[pattern] = words
    return Field(pattern=pattern)


AssignmentId = Annotated[
    str,
    _named(r"^a\d{2}_[a-z0-9_]*[a-z0-9]$", 'an assignment id such as "a01_gradient_descent_line"'),
]
Code = Annotated[str, _named(r"^A\d{2}$", 'an assignment code such as "A01"')]
TaskId = Annotated[str, _named(r"^A\d{2}\.[1-9]\d*$", 'a task id such as "A01.4"')]
ManualId = Annotated[
    str, _named(r"^A\d{2}\.M[1-9]\d*$", 'the id of a written answer such as "A01.M1"')
]
FunctionName = Annotated[
    str,
    _named(
        r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$",
        'a function or method such as "predict" or "ReLU.forward"',
    ),
]
Identifier = Annotated[str, _named(r"^[A-Za-z_]\w*$", 'a name such as "sigmoid"')]
DottedName = Annotated[
    str, _named(r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$", 'a dotted name such as "numpy.convolve"')
]
Slides = Annotated[str, _named(r"^L\d+-L\d+$", 'a range of lines such as "L8-L191"')]
Percent = Annotated[float, Strict(), Field(ge=0, le=100, allow_inf_nan=False)]


def _as_written(value: object) -> object:
    """Return a moment as text: YAML reads some ways of writing one as text, and some not."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


Moment = Annotated[
    str,
    BeforeValidator(_as_written),
    _named(
        r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$",
        'a date and a time such as "2026-03-16 23:59" or "2026-03-16 23:59+09:00"',
    ),
]

Show = Literal["nothing", "kind", "input"]
Counting = Literal["last", "best", "first"]
Status = Literal["planned", "finished"]
TaskStatus = Literal["draft", "finished"]
