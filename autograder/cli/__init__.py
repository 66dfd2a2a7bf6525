"""The command line: ``autograder grade``, ``check``, ``validate``, ``release``, ``report``, ``bundle`` and others."""

from autograder.cli.main import main

__all__ = ["main"]
