"""Texts in the languages that students read, and the choice between them."""

from __future__ import annotations

import os
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_VARIABLE = "AUTOGRADER_LANGUAGE"


class Text(BaseModel):
    """One text in every language; neither may be blank."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    en: str = Field(min_length=1)
    ko: str = Field(min_length=1)

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.en if language == "en" else self.ko

    def format(self, **values: object) -> Text:
        """Fill the placeholders of both languages with the same values."""
        return Text(en=self.en.format(**values), ko=self.ko.format(**values))


def choose_language(flag: str | None, default: Language) -> Language:
    """Return the language to speak: a flag wins over the environment, that over the course."""
    for wanted in (flag, os.environ.get(LANGUAGE_VARIABLE)):
        if wanted in LANGUAGES:
            return wanted
    return default
