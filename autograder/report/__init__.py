"""Pages made from results: one for the class, one for each submission. Self-contained, without scripts or network."""

from autograder.report.pages import write_report

__all__ = ["write_report"]
