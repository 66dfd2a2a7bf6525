"""What an ``nbgrader_config.py`` imports that was written under the old name."""

from autograder.nbgrader_plugin.settings import Autograder, configure

__all__ = ["Autograder", "configure"]
