"""The command line: ``autograder grade``, ``check``, ``validate``, ``release``, ``nbgrader`` and the others."""

from autograder.cli.main import main

__all__ = ["main"]
