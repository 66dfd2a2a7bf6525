"""Files that are written whole or not at all: who reads one never meets half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[bytes], mode: int | None = None) -> Path:
    """Write a file, replacing what is there only when all of it is written; return its path.

    Parameters
    ----------
    path
        The file; its folder is made where it is missing.
    pieces
        Its content, in order.
    mode
        Its permissions; only the user's own where they aren't given.

    Raises
    ------
    OSError
        Where it can't be written; what was there is untouched, and nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path
