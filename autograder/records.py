"""Records that can't be changed, only replaced by others that are valid, too."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict

Whole = Annotated[int, Strict()]
Amount = Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]


class Part(BaseModel):
    """A part of a file that people write: frozen, strict about its keys, its fields documented below them."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True
    )


Record = TypeVar("Record", bound=BaseModel)


def replaced(record: Record, **changes: Any) -> Record:
    """Return a record with some of its fields replaced, validated as if it had been read.

    pydantic's own ``model_copy(update=…)`` takes any name and any value, and runs no validator.

    Raises
    ------
    pydantic.ValidationError
        Where there is no such field, a value is not of its type, or the fields don't agree.
    """
    given = {name: getattr(record, name) for name in record.model_fields_set}
    made = type(record).model_validate({**given, **changes})
    for name, value in (record.__pydantic_private__ or {}).items():
        setattr(made, name, value)
    return made
