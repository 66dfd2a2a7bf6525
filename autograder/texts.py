"""Texts in the languages that students read, and the choice between them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_VARIABLE = "AUTOGRADER_LANGUAGE"

# What a terminal obeys, what turns the direction of a line around, and what can't be written as UTF-8.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: Any) -> Any:
    """Return a text that can be written and printed anywhere; anything but a text as it is."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text) if isinstance(text, str) else text


# A text that may come from outside: a file's name, a message of student code.
Printable = Annotated[str, BeforeValidator(printable)]


CODE = re.compile(r"`([^`]*[^`\s][^`]*)`")


def code_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and for each whether it is code: what stands between two backquotes.

    A backquote without a partner is a backquote, and so are two with nothing but blanks between them.
    """
    for place, piece in enumerate(CODE.split(text)):
        if piece:
            yield piece, place % 2 == 1


class Text(BaseModel):
    """One text in every language; neither may be blank."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    en: Printable = Field(min_length=1)
    ko: Printable = Field(min_length=1)

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.en if language == "en" else self.ko

    def format(self, **values: object) -> Text:
        """Fill the placeholders of both languages with the same values; a value that is a ``Text`` in each its own."""

        def filled(language: Language) -> str:
            spoken = {
                name: value.in_(language) if isinstance(value, Text) else value
                for name, value in values.items()
            }
            return self.in_(language).format(**spoken)

        return Text(en=filled("en"), ko=filled("ko"))


Default = TypeVar("Default")


def choose_language(flag: str | None, default: Default) -> Language | Default:
    """Return the language to speak: a flag wins over the environment, that over the course."""
    for wanted in (flag, os.environ.get(LANGUAGE_VARIABLE)):
        if wanted in LANGUAGES:
            return wanted
    return default
