"""What an object of the student's looks like from the trusted side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from autograder.sandbox.events import printable
from autograder.sandbox.inside import caps, wire

if TYPE_CHECKING:
    from autograder.sandbox.worker import Worker

# Objects that a worker may name in its life: each costs the grader a little, and an honest program names hundreds.
MAX_HANDLES = 100_000
FREED_AT_ONCE = 10_000


class Remote:
    """A student's object. It holds a number only: no student code or class ever reaches this process."""

    __slots__ = ("__weakref__", "_class", "_id", "_module", "_path", "_worker")

    def __init__(self, worker: Worker, number: int, class_name: str, module: str) -> None:
        for name, value in (
            ("_worker", worker), ("_id", number), ("_class", class_name), ("_module", module), ("_path", ""),
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
        held = content(self)
        if isinstance(held, Remote):
            raise TypeError(f"{self!r} can't be unpacked")
        return iter(held)

    def __repr__(self) -> str:
        return f"<student's {self._path or self._class}>"

    def __del__(self) -> None:
        try:
            self._worker.forget(self._id)
        except Exception:  # at the end of the interpreter there may be no worker to tell
            pass


def content(remote: Remote) -> Any:
    """Return as plain data what a child of plain data holds; any other object comes back as a ``Remote``."""
    return remote._worker.content(remote)


def echoed(function: Remote, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """Call a student's function; return its result, and ``(args, kwargs)`` as the call left them."""
    return function._worker.call(function, args, kwargs, echo=True)


def held(function: Remote, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """Call a student's function, and let its worker keep what it returned; ``held_results`` asks for that again."""
    return function._worker.call(function, args, kwargs, hold=True)


def held_results(one: Remote, *, spoil: bool = False) -> list[Any]:
    """Return what held calls returned, in order and as it is now; with ``spoil``, after their arrays were written into.

    ``one`` is any object of the worker. What was held is let go.
    """
    results = one._worker.ask("held", [spoil])
    return results if type(results) is list else []


def class_name(remote: Remote) -> tuple[str, str]:
    """Return the module and the name of an object's class, as its worker says them: a student may choose both."""
    return remote._module, remote._class


def path_set(value: Any, path: str) -> Any:
    """Return a value; an object that came by no path yet is told by which it came."""
    if isinstance(value, Remote) and not value._path:
        object.__setattr__(value, "_path", path)
    return value


class Objects:
    """The objects that a worker has named, and which of them nobody holds any more."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._named = 0
        self._held: Counter[int] = Counter()
        self._dropped: list[int] = []

    def named(self, description: Mapping[str, Any]) -> Remote:
        """Return the object that a worker describes."""
        number = description.get("id")
        if description.get("!") != "obj" or type(number) is not int or not 0 < number < 1 << 53:
            raise wire.WireError("malformed handle")
        self._named += 1
        if self._named > MAX_HANDLES:
            raise wire.WireError("too many objects")
        names = (printable(description.get(key), caps.NAME) for key in ("cls", "mod"))
        return self._hold(number, *names)

    def shared(self, other: Remote) -> Remote:
        """Return an object that came over with a fork, by the number that it had in the parent."""
        return self._hold(other._id, other._class, other._module)

    def number_of(self, remote: Remote) -> int:
        """Return the number by which the worker knows an object of its own."""
        if remote._worker is not self._worker:
            raise wire.WireError("an object of another worker can't be sent")
        number: int = remote._id
        return number

    def drop(self, number: int) -> None:
        """Note that a ``Remote`` is gone; may be called in the middle of anything."""
        self._held[number] -= 1
        self._dropped.append(number)

    def unheld(self) -> list[int]:
        """Return the numbers of objects that are held no more, so many at once; they are forgotten here."""
        while self._dropped:
            some = self._dropped[:FREED_AT_ONCE]
            del self._dropped[:FREED_AT_ONCE]
            free = sorted({number for number in some if self._held[number] <= 0})
            for number in free:
                del self._held[number]
            if free:
                return free
        return []

    def _hold(self, number: int, class_name: str, module: str) -> Remote:
        self._held[number] += 1
        return Remote(self._worker, number, class_name, module)
