"""The command line: ``autograder grade``, ``check``, ``validate``, ``release``, ``report``, ``doctor``, ``schema``."""

from autograder.cli.main import main

__all__ = ["main"]
