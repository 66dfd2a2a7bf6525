"""The command line: ``autograder grade``, ``regrade``, ``export``, ``check``, ``nbgrader`` and the others."""

from autograder.cli.main import main

__all__ = ["main"]
