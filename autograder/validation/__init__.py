"""Is the course sound? Everything that must hold before a student meets it, checked by running it."""

from autograder.validation.report import Report, validate

__all__ = ["Report", "validate"]
