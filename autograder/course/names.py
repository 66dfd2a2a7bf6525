"""How the names, ids and amounts of a course are written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict

AssignmentId = Annotated[str, Field(pattern=r"^a\d{2}_[a-z0-9_]*[a-z0-9]$")]
Code = Annotated[str, Field(pattern=r"^A\d{2}$")]
TaskId = Annotated[str, Field(pattern=r"^A\d{2}\.[1-9]\d*$")]
CellId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
FunctionName = Annotated[str, Field(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$")]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z_]\w*$")]
DottedName = Annotated[str, Field(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
Slides = Annotated[str, Field(pattern=r"^L\d+-L\d+$")]
Whole = Annotated[int, Strict()]
Percent = Annotated[float, Strict(), Field(ge=0, le=100, allow_inf_nan=False)]
Amount = Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]

MOMENT = r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$"


def _as_written(value: object) -> object:
    """Return a moment as text: YAML reads some ways of writing one as text, and some not."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


Moment = Annotated[str, BeforeValidator(_as_written), Field(pattern=MOMENT)]

# What each pattern stands for, said in an error's words.
PATTERNS = {
    r"^a\d{2}_[a-z0-9_]*[a-z0-9]$": 'an assignment id such as "a01_gradient_descent_line"',
    r"^A\d{2}$": 'an assignment code such as "A01"',
    r"^A\d{2}\.[1-9]\d*$": 'a task id such as "A01.4"',
    r"^[A-Za-z0-9_-]{1,64}$": 'a cell id of letters, digits, "-" and "_", at most 64 of them',
    r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$": 'a function or method such as "predict" or "ReLU.forward"',
    r"^[A-Za-z_]\w*$": 'a name such as "sigmoid"',
    r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$": 'a dotted name such as "numpy.convolve"',
    MOMENT: 'a date and a time such as "2026-03-16 23:59" or "2026-03-16 23:59+09:00"',
    r"^L\d+-L\d+$": 'a range of lines such as "L8-L191"',
}

Status = Literal["planned", "finished"]
Show = Literal["nothing", "kind", "input"]
Policy = Literal["note", "reject"]
Edition = Literal["course", "students"]
EarlierCode = Literal["inside", "outside"]
Counting = Literal["last", "best", "first"]
