"""Names that the kit gives and knows again: the files that an assignment is made of, and a tag of cells."""

from __future__ import annotations

from dataclasses import dataclass

# Beside a lesson source, and in what students are given.
PUBLIC_CHECKS = "test_public.py"
FIGURES = "figures.py"
HINTS = "hints.yml"
# Beside a lesson source only.
TWINS = "lesson.ko.md"
MARKING = "marking.yml"

# Handed out as they are: what they hold is for students of either language.
COPIED = (PUBLIC_CHECKS, FIGURES)

# The tag of a cell that is for looking, not for grading.
EXPERIMENT = "experiment"


@dataclass(frozen=True)
class KitFile:
    """A file in one of an assignment's two folders."""

    name: str
    required: bool = True  # whether every assignment has it
    grading: bool = False  # whether grading reads it; if not, it stays out of bundles


MISCONCEPTIONS = KitFile("misconceptions.py", grading=True)
ALTERNATIVES = KitFile("alternatives.py")
EQUIVALENTS = KitFile("equivalents.yml", required=False)
EXEMPT = KitFile("exempt.yml", required=False)

# Beside the lesson source, and beside the suite; lesson and suite themselves are named after the assignment.
LESSON_FILES = (
    KitFile(TWINS),
    KitFile(PUBLIC_CHECKS),
    KitFile(FIGURES),
    KitFile(HINTS),
    KitFile(MARKING, required=False),
)
SUITE_FILES = (MISCONCEPTIONS, ALTERNATIVES, EQUIVALENTS, EXEMPT)
