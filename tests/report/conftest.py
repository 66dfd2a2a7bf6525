"""The results that the gradebook's tests make by hand."""

from ..gradebook.conftest import make_result, write_roster

__all__ = ["make_result", "write_roster"]
