"""Texts in the languages that students read, and the choice between them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
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

LINE_END = re.compile(r"\s*[\n\t]\s*")
MAX_SHOWN = 1_000  # characters of a value in a sentence


def shown(value: object, most: int = MAX_SHOWN) -> str:
    """Return a value as it may stand in a sentence: on one line, printable, cut where it is long."""
    line = LINE_END.sub(" ", printable(str(value)))
    return line if len(line) <= most else line[: most - 1] + "…"


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

    @classmethod
    def same(cls, value: object) -> Text:
        """Return a value as a text that is the same in every language."""
        return cls(en=(line := shown(value)), ko=line)

    def format(self, **values: object) -> Text:
        """Fill the placeholders: with a text in each language its own, with any other value as it may be shown.

        No value is ever read as a template.
        """
        filled: dict[str, str] = {}
        for language in LANGUAGES:
            spoken = {
                name: value.in_(language) if isinstance(value, Text) else shown(value)
                for name, value in values.items()
            }
            filled[language] = self.in_(language).format(**spoken)
        return Text(**filled)


def joined(texts: Iterable[Text], between: str = " ") -> Text:
    """Return several texts as one."""
    texts = list(texts)
    both = {language: between.join(text.in_(language) for text in texts) for language in LANGUAGES}
    return Text(**both)


Default = TypeVar("Default")


def choose_language(flag: str | None, default: Default) -> Language | Default:
    """Return the language to speak: a flag wins over the environment, that over the course."""
    for wanted in (flag, os.environ.get(LANGUAGE_VARIABLE)):
        if wanted in LANGUAGES:
            return wanted
    return default
