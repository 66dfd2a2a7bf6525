"""The results and rosters of the gradebook's tests."""

from ..gradebook.conftest import make_result, write_roster

__all__ = ["make_result", "write_roster"]
