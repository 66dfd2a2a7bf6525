"""What a worker's process finds around it: an environment, and a folder with the files of its submission."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from autograder.errors import SandboxError

# All that runs in a sandbox.
INSIDE = Path(__file__).resolve().parent / "inside"
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@contextmanager
def new_folder() -> Iterator[Path]:
    """Make a folder for a worker; it is gone again where the worker can't be started."""
    folder = Path(tempfile.mkdtemp(prefix="autograder-"))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def check_names(files: Mapping[str, bytes]) -> None:
    """Refuse paths that lead out of a worker's folder; the reader of submissions has done so before."""
    for name in files:
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or "\0" in name:
            raise SandboxError(f"{name!r} is no relative path")


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the further files of a submission."""
    check_names(files)
    for name, content in files.items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise SandboxError(f"{name[:80]!r} can't be written: {error.strerror}") from None
