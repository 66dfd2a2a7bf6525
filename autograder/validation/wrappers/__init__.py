"""Wrappers: ways in which any program can go wrong, or be written otherwise, applied to every task.

Each is a few lines that run beside the reference, in a worker, and import nothing of ours. ``@breaks`` says which
promise a harmful one breaks, ``@keeps`` why a harmless one matters to nobody; ``per`` says of what there is one, of
each function, parameter or class. Bounds are drawn for each seed.
"""

from autograder.validation.wrappers import (  # noqa: F401 - they fill the registry
    granted,
    harmless,
    kinds,
    memory,
    promises,
    values,
)
from autograder.validation.wrappers.registry import WRAPPERS, Wrapper, library

__all__ = ["WRAPPERS", "Wrapper", "library"]
