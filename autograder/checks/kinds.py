"""Naming what came back: the one place where a type gets the words that a student reads.

The words are a closed list. A name that the submission has made up could say anything, and one of the engine's own
would tell nobody what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.locale import sentence
from autograder.sandbox import Remote, class_name
from autograder.sandbox.inside import wire
from autograder.texts import Text

# Whose classes are known by their names: a student's own class may bear any of these, too.
PACKAGES = ("builtins", "numpy", "scipy", "pandas", "functools", "enum", "abc")
# By the names of their classes: of an object that lives elsewhere, nothing else is known.
WORDS: Mapping[str, str] = {
    "NoneType": "none",
    "bool": "bool", "int": "int", "float": "float", "complex": "complex",
    "str": "str", "bytes": "bytes", "bytearray": "bytes", "memoryview": "bytes",
    "tuple": "tuple", "list": "list", "dict": "dict", "set": "set", "frozenset": "set",
    "range": "range", "slice": "slice", "module": "module",
    "type": "class", "EnumType": "class", "EnumMeta": "class", "ABCMeta": "class",
    "function": "function", "builtin_function_or_method": "function", "method": "function", "ufunc": "function",
    "_ArrayFunctionDispatcher": "function", "partial": "function",
    "generator": "iterator", "zip": "iterator", "map": "iterator", "filter": "iterator", "enumerate": "iterator",
    "reversed": "iterator", "list_iterator": "iterator", "tuple_iterator": "iterator",
    "dict_keys": "view", "dict_values": "view", "dict_items": "view",
    "Generator": "rng", "RandomState": "rng",
    "DataFrame": "table", "Series": "table",
    "csr_matrix": "sparse", "csc_matrix": "sparse", "coo_matrix": "sparse",
    "csr_array": "sparse", "csc_array": "sparse", "coo_array": "sparse",
}  # fmt: skip
# What arrays and single values of NumPy hold, by the kind of their dtype.
HOLDS: Mapping[str, str] = {
    "b": "bool", "i": "int", "u": "int", "f": "float", "c": "complex", "S": "bytes", "U": "str",
}  # fmt: skip


def described(value: Any) -> Text:
    """Say what kind of thing a value is, in the words that students know.

    Parameters
    ----------
    value
        Anything that student code returned: plain data, or an object that lives elsewhere.
    """
    return sentence(f"kind_{_word(value)}")


def promised(word: str, **values: object) -> Text:
    """Say what a docstring promises: "number", "array", "tuple", "items"."""
    return sentence(f"kind_{word}", **values)


def _word(value: Any) -> str:
    if isinstance(value, Remote):
        # An array whose entries can't cross the pipe arrives like an object.
        return _named(*class_name(value))
    value = wire.content(value)
    if isinstance(value, np.ndarray):
        return f"array_of_{HOLDS.get(value.dtype.kind, 'objects')}"
    if isinstance(value, np.generic):
        return HOLDS.get(value.dtype.kind, "object")
    return _named(type(value).__module__, type(value).__name__)


def _named(module: str, name: str) -> str:
    if module.partition(".")[0] not in PACKAGES:
        return "object"
    return "array_of_objects" if name == "ndarray" else WORDS.get(name, "object")
