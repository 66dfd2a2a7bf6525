"""Which files a package consists of, so that a worker can be shown these and no others."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.distributions import of_imports


def package_paths(names: Sequence[str]) -> list[Path]:
    """Return the folders and files that importing some packages needs, with those of what they depend on.

    Parameters
    ----------
    names
        Import names: "numpy", "sklearn". One that isn't installed is left out: importing it fails as it would anywhere.
    """
    paths: dict[str, Path] = {}
    for name in of_imports(names):
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        for path in _top_level(distribution):
            paths.setdefault(path.name, path)
    return [paths[name] for name in sorted(paths)]


def _top_level(distribution: importlib.metadata.Distribution) -> Iterable[Path]:
    """Yield what a distribution puts into site-packages, its bundled libraries included, its scripts not."""
    tops = {
        file.parts[0]
        for file in distribution.files or ()
        if file.parts[0] not in ("..", "/", "__pycache__")
    }
    for top in sorted(tops):
        path = Path(str(distribution.locate_file(top)))
        if path.exists() and (path.is_dir() or path.suffix in (".py", ".so")):
            yield path
