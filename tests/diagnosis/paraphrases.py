"""Misconceptions written anew: for each assignment a file of them lies beside this one, read as text.

The same fault under the same name, in another algorithm, order or dtype. The diagnosis is tested and measured on them,
so they were written without a look at how it works.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from autograder.course import Assignment
from autograder.grading.variants import Variant, read_variants

T = TypeVar("T")


def paraphrase(task_id: str, name: str) -> Callable[[T], T]:
    """Describe a misconception of that name written in another style."""
    return lambda variant: variant


def paraphrases_of(assignment: Assignment) -> tuple[Variant, ...]:
    """Return an assignment's paraphrases; none where there is no file."""
    file = Path(__file__).parent / f"{assignment.id}.py"
    return read_variants(assignment, "paraphrase", file)
