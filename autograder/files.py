"""Files that are written whole or not at all: who reads one never meets half of it.

Everything that outlives a command is written here.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from autograder.errors import UsageError


def write_whole(path: Path, pieces: Iterable[bytes], mode: int | None = None) -> Path:
    """Write a file, replacing what is there only when all of it is written; return its path.

    Parameters
    ----------
    path
        The file; its folder is made where it is missing.
    pieces
        Its content, in order.
    mode
        Its permissions. Only the user's own where they aren't given: most of what we write holds marks, or is as secret
        as a suite. What is handed out has those of any other file, :func:`usual_mode`.

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


def write_bytes(path: Path, data: bytes, mode: int | None = None) -> Path:
    """Write a file as :func:`write_whole` does, for somebody who said where.

    Raises
    ------
    UsageError
        Where it can't be written.
    """
    try:
        return write_whole(path, [data], mode)
    except OSError as error:
        raise UsageError(f"{path}: can't be written ({error.strerror or error})") from None


def usual_mode() -> int:
    """Return the permissions that programs give to a new file here."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
