"""What an object of the student's looks like from the trusted side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.sandbox.worker import Worker


class Remote:
    """A student's object. It holds a number only: no student code or class ever reaches this process."""

    __slots__ = ("__weakref__", "_class", "_id", "_module", "_path", "_worker")

    def __init__(
        self, worker: Worker, number: int, class_name: str, module: str, path: str
    ) -> None:
        for name, value in (
            ("_worker", worker), ("_id", number), ("_class", class_name), ("_module", module), ("_path", path),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._worker.call(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._worker.get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._worker.set(self, name, value)

    def __iter__(self) -> Iterator[Any]:
        """Unpack a named tuple, or another object made of plain data, as it unpacks where it lives."""
        content = self._worker.content(self)
        if isinstance(content, Remote):
            raise TypeError(f"{self!r} can't be unpacked")
        return iter(content)

    def __repr__(self) -> str:
        return f"<student's {self._path or self._class}>"

    def __del__(self) -> None:
        try:
            self._worker.forget(self._id)
        except Exception:  # at the end of the interpreter there may be no worker to tell
            pass
