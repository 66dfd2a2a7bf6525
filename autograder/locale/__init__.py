"""The catalogue of sentences that the engine says to students, in every language."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from autograder.texts import Text


@cache
def catalogue() -> dict[str, Text]:
    """Return every sentence by its code."""
    texts: dict[str, Text] = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            for code, both in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                if code in texts:
                    raise ValueError(f"{file.name}: the sentence {code} exists twice")
                texts[code] = Text(**both)
    return texts


def sentence(code: str, **values: object) -> Text:
    """Return one sentence with its placeholders filled."""
    return catalogue()[code].format(**values)
