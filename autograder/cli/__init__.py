"""The command line: ``autograder grade``, ``regrade``, ``export``, ``check``, ``validate`` and the others."""

from autograder.cli.main import main

__all__ = ["main"]
