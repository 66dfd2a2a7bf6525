"""Exports: one module a format, each a function from a :class:`Request` to what it wrote."""

from collections.abc import Callable, Mapping

from autograder.exports import canvas, documents, junit, moodle, scores
from autograder.exports.request import Request, Written

FORMATS: Mapping[str, Callable[[Request], Written]] = {
    "canvas": canvas.export,
    "csv": scores.export,
    "junit": junit.export,
    "moodle": moodle.export,
    "prairielearn": documents.export_prairielearn,
    "submitty": documents.export_submitty,
}
# Formats whose platform has to know who is who.
NAMED = ("canvas", "moodle")

__all__ = ["FORMATS", "NAMED", "Request", "Written"]
