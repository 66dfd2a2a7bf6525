"""The wire: what may cross between the trusted process and a worker, and how it looks in bytes.

A frame is two lengths, a JSON header and raw bytes of arrays. There is no pickle: the reader builds plain data, plain
arrays, and opaque handles, nothing else, and checks every bound before it allocates. The same file serves both sides;
it imports nothing of ours, for a worker has nothing of ours to import.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

# Eight hostile MiB of JSON take seconds to parse, one takes a blink; arrays travel outside the header.
MAX_HEADER = 1 << 20
MAX_BLOB = 256 << 20
MAX_DEPTH = 64
MAX_DIMENSIONS = 32
# How much room an array may take in memory whose entries have gaps between them, in units of its entries.
MOST_GAPS = 64
LENGTHS = struct.Struct("<II")
# The statement that a worker runs while it loads a program: its number, its cell, its line.
PLACE = struct.Struct("<III")

PLAIN = {int, float, str, bool, type(None)}
# dtype kinds that can cross: never objects, never structures.
KINDS = frozenset("biufcSU")
# As ``dtype.str`` writes them: ``numpy.dtype`` itself also reads comma lists, subarrays and structures.
DTYPE = re.compile(r"[<>|][biufcSU][0-9]{1,9}")
# What a generator spawns others from, and how large it may be.
SEED_FIELDS = ("entropy", "spawn_key", "pool_size", "n_children_spawned")
MOST_SEEDS, MOST_SEED_BITS, MOST_SPAWNED = 64, 4096, 10_000
BIT_GENERATORS = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")

Opaque = Callable[[Any], dict[str, Any]]
Handle = Callable[[dict[str, Any]], Any]


class WireError(Exception):
    """A value can't be sent, or a message isn't one of ours."""


def frame(value: Any, opaque: Opaque | None = None) -> list[Any]:
    """Return the buffers of one message.

    Parameters
    ----------
    value
        Plain data, arrays, generators, and whatever ``opaque`` knows how to name.
    opaque
        Describes a value that is not plain data, as a dict with the tag ``"!"``.

    Raises
    ------
    WireError
        For a value that can't be sent, or one that is too large.
    """
    encoder = _Encoder(opaque)
    try:
        header = json.dumps(encoder.encode(value, 0), separators=(",", ":")).encode()
    except (ValueError, UnicodeError, RecursionError) as error:
        raise WireError(f"can't be sent: {error}") from None
    if len(header) > MAX_HEADER or encoder.size > MAX_BLOB:
        raise WireError("the message is too large")
    return [LENGTHS.pack(len(header), encoder.size), header, *encoder.blobs]


class _Encoder:
    def __init__(self, opaque: Opaque | None) -> None:
        self.opaque = opaque
        self.blobs: list[Any] = []
        self.size = 0

    def put(self, buffer: Any) -> int:
        offset = self.size
        self.blobs.append(buffer)
        self.size += len(buffer)
        return offset

    def encode(self, value: Any, depth: int) -> Any:
        # ``type`` and not ``isinstance``: a subclass may lie about everything, so it goes as an opaque handle.
        kind = type(value)
        if kind is str:
            return without_surrogates(value)
        if kind in PLAIN:
            return value
        if depth > MAX_DEPTH:
            raise WireError("nested too deeply")
        if kind is list:
            return [self.encode(item, depth + 1) for item in value]
        if kind is tuple:
            return {"!": "t", "v": [self.encode(item, depth + 1) for item in value]}
        if kind is dict:
            pairs = [[self.encode(one, depth + 1) for one in pair] for pair in value.items()]
            return {"!": "d", "v": pairs}
        if kind is set or kind is frozenset:
            return {"!": kind.__name__, "v": [self.encode(item, depth + 1) for item in value]}
        if kind is complex:
            return {"!": "c", "v": [value.real, value.imag]}
        if kind is bytes or kind is bytearray:
            return {"!": "b", "o": self.put(bytes(value)), "n": len(value)}
        if kind is np.ndarray and value.dtype.kind in KINDS:
            return self._array(value)
        scalar = isinstance(value, np.generic) and kind.__module__ == "numpy"
        if scalar and value.dtype.kind in KINDS:
            # NumPy gives an empty text one character's room here, and none in its dtype.
            raw = value.tobytes()[: value.dtype.itemsize]
            return {"!": "ns", "t": value.dtype.str, "o": self.put(raw), "n": len(raw)}
        if kind is np.random.Generator:
            return self._generator(value, depth)
        if self.opaque is None:
            raise WireError(f"a {kind.__name__} can't be sent")
        return self.opaque(value)

    def _array(self, value: np.ndarray) -> dict[str, Any]:
        array = np.ascontiguousarray(value)
        raw = array.reshape(-1).view(np.uint8).data if array.size else b""
        sent = {"!": "nd", "t": array.dtype.str, "s": list(value.shape), "o": self.put(raw), "n": array.nbytes}  # fmt: skip
        if not value.flags.c_contiguous and (steps := _steps(value)) is not None:
            sent["l"] = steps
        return sent

    def _generator(self, value: np.random.Generator, depth: int) -> dict[str, Any]:
        state = value.bit_generator.state
        if type(state) is not dict or state.get("bit_generator") not in BIT_GENERATORS:
            raise WireError("a generator of this kind can't be sent")
        return {"!": "rng", "v": self.encode([state, _seeds(value.bit_generator)], depth + 1)}


def decode(header: bytes, blob: Any, handle: Handle | None = None) -> Any:
    """Return the value of a message.

    Parameters
    ----------
    header, blob
        The two parts of a frame.
    handle
        Makes something of a description that the other side's ``opaque`` gave.

    Raises
    ------
    WireError
        For anything that isn't a message of ours, however it came about.
    """
    if not _is_shallow(header, 4 * MAX_DEPTH):
        raise WireError("nested too deeply")
    try:
        # ``json.loads`` guesses at encodings where it is given bytes; ours is known.
        return _Decoder(memoryview(blob), handle).decode(json.loads(str(header, "utf-8")))
    except WireError:
        raise
    # Whatever a hostile message brings NumPy or the parser to raise, the message is what is wrong.
    except Exception as error:
        raise WireError(f"malformed message: {type(error).__name__}") from None


def generators(args: Iterable[Any], kwargs: Mapping[str, Any]) -> list[np.random.Generator]:
    """Return the generators among a call's arguments."""
    return [one for one in (*args, *kwargs.values()) if type(one) is np.random.Generator]


def draw_on(mine: Iterable[np.random.Generator], theirs: Iterable[np.random.Generator]) -> None:
    """Let generators go on from where their copies in another process were left."""
    for one, other in zip(mine, theirs, strict=False):
        one.bit_generator.state = other.bit_generator.state
        before, after = _seeds(one.bit_generator), _seeds(other.bit_generator)
        if before is not None and after is not None:
            spawned = after["n_children_spawned"] - before["n_children_spawned"]
            if 0 < spawned <= MOST_SPAWNED:
                one.spawn(spawned)


def content(value: Any) -> Any:
    """Return what an instance of a child of plain data holds, as plain data; anything else as it is.

    Named tuples, ordered dicts, enums of text or numbers, masked arrays. What is inside of it stays what it is.
    """
    # Read by the base's own methods: a child may say something else of itself.
    kind = type(value)
    if kind in PLAIN:
        return value
    if issubclass(kind, np.generic):
        plain = kind.__module__ == "numpy" and not issubclass(kind, str | bytes)
        return value if plain else np.generic.item(value)
    for base, read in READERS:
        if issubclass(kind, base):
            return value if kind is base else read(value)
    return value


READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (tuple, lambda value: tuple(tuple.__iter__(value))),
    (list, lambda value: list(list.__iter__(value))),
    (dict, lambda value: dict(dict.items(value))),
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
    (np.ndarray, lambda value: np.ndarray.view(value, np.ndarray)),
)


def without_surrogates(text: str) -> str:
    """Return a text that can be encoded, with a question mark for each lone surrogate."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _is_shallow(header: bytes, limit: int) -> bool:
    """Tell whether a header nests no deeper than a limit, before the parser has to find out."""
    if header.count(b"[") + header.count(b"{") <= limit:
        return True
    depth = 0
    in_text = escaped = False
    for byte in header:
        if in_text:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                in_text = False
        elif byte == 0x22:
            in_text = True
        elif byte in b"[{":
            depth += 1
            if depth > limit:
                return False
        elif byte in b"]}":
            depth -= 1
    return True


class _Decoder:
    def __init__(self, blob: memoryview, handle: Handle | None) -> None:
        self.blob = blob
        self.handle = handle
        self.taken = 0

    def decode(self, value: Any) -> Any:
        kind = type(value)
        if kind is str:
            return without_surrogates(value)
        if kind is list:
            return [self.decode(item) for item in value]
        if kind is not dict:
            return value
        tag = value.get("!")
        if tag == "nd":
            return self._array(value)
        if tag == "ns":
            return self._scalar(self._dtype(value["t"]), self._cut(value))
        if tag == "b":
            return bytes(self._cut(value))
        if tag == "t":
            return tuple(self._items(value))
        if tag == "d":
            return {self.decode(k): self.decode(v) for k, v in value["v"]}
        if tag == "set":
            return set(self._items(value))
        if tag == "frozenset":
            return frozenset(self._items(value))
        if tag == "c":
            real, imaginary = value["v"]
            return complex(float(real), float(imaginary))
        if tag == "rng":
            return self._generator(self.decode(value["v"]))
        if tag in ("obj", "fn") and self.handle is not None:
            return self.handle(value)
        raise WireError("unknown tag")

    def _items(self, value: dict[str, Any]) -> Iterable[Any]:
        return [self.decode(item) for item in value["v"]]

    def _cut(self, value: dict[str, Any]) -> memoryview:
        offset, length = value["o"], value["n"]
        if type(offset) is not int or type(length) is not int or length < 0:
            raise WireError("malformed slice")
        # Pieces follow one another: one that is named twice would be copied twice, or a thousand times.
        if offset != self.taken or offset + length > len(self.blob):
            raise WireError("slice out of bounds")
        self.taken += length
        return self.blob[offset : offset + length]

    @staticmethod
    def _dtype(name: Any) -> np.dtype[Any]:
        if type(name) is not str or not DTYPE.fullmatch(name):
            raise WireError("malformed dtype")
        dtype = np.dtype(name)
        if dtype.kind not in KINDS or dtype.hasobject or dtype.names or dtype.subdtype:
            raise WireError("malformed dtype")
        return dtype

    def _array(self, value: dict[str, Any]) -> np.ndarray:
        dtype, shape, raw = self._dtype(value["t"]), value["s"], self._cut(value)
        # NumPy makes room for a character in an empty array of no characters.
        if not dtype.itemsize or type(shape) is not list or len(shape) > MAX_DIMENSIONS:
            raise WireError("malformed shape")
        size = dtype.itemsize
        for side in shape:
            if type(side) is not int or side < 0 or side >> 40:
                raise WireError("malformed shape")
            size *= side
        if size != len(raw):
            raise WireError("array size mismatch")
        if not size:
            return np.empty(shape, dtype)
        array = self._sound(np.frombuffer(raw, dtype)).reshape(shape)
        # A copy: writable, and independent of the message's buffer.
        return array.copy() if "l" not in value else _laid_out(array, value["l"])

    def _scalar(self, dtype: np.dtype[Any], raw: memoryview) -> Any:
        if not dtype.itemsize and not len(raw):
            return dtype.type()
        if len(raw) != dtype.itemsize:
            raise WireError("malformed scalar")
        return self._sound(np.frombuffer(raw, dtype))[0]

    @staticmethod
    def _sound(array: np.ndarray) -> np.ndarray:
        """Return an array without the values that only forged bytes hold: a truth value of 2, no character."""
        if array.dtype.kind == "b":
            return array.view(np.uint8).astype(bool)
        if array.dtype.kind == "U":
            points = array.view(np.dtype(np.uint32).newbyteorder(array.dtype.byteorder))
            if ((points > 0x10FFFF) | ((points >= 0xD800) & (points < 0xE000))).any():
                raise WireError("malformed text")
        return array

    @staticmethod
    def _generator(sent: Any) -> np.random.Generator:
        if type(sent) is not list or len(sent) != 2:
            raise WireError("malformed generator")
        state, seeds = sent
        if type(state) is not dict or state.get("bit_generator") not in BIT_GENERATORS:
            raise WireError("malformed generator")
        # Places in a buffer that NumPy takes on trust: a wrong one reads beyond it, and ends the process.
        if not 0 <= state.get("buffer_pos", 0) <= 4:
            raise WireError("malformed generator")
        if state["bit_generator"] == "MT19937" and not 0 <= state["state"]["pos"] <= 624:
            raise WireError("malformed generator")
        # Without a sequence of seeds any other will do: it spawns nothing, as at home.
        bits = getattr(np.random, state["bit_generator"])(_seed_sequence(seeds))
        bits.state = state
        return np.random.Generator(bits)


def _steps(array: np.ndarray) -> list[int] | None:
    """Return an array's strides, counted in entries; None where its layout doesn't cross."""
    steps = [stride // array.itemsize for stride in array.strides]
    whole = all(stride % array.itemsize == 0 for stride in array.strides)
    return steps if whole and sum(_reaches(array, steps)) < MOST_GAPS * array.size else None


def _reaches(array: np.ndarray, steps: Iterable[int]) -> list[int]:
    return [(side - 1) * abs(step) for side, step in zip(array.shape, steps, strict=True)]


def _laid_out(array: np.ndarray, steps: Any) -> np.ndarray:
    """Return a copy that lies in memory as the array did that was sent."""
    reaches = _reaches(array, steps)
    if not all(type(step) is int for step in steps) or sum(reaches) >= MOST_GAPS * array.size:
        raise WireError("malformed layout")
    room = np.zeros(1 + sum(reaches), array.dtype)
    first = sum(reach for reach, step in zip(reaches, steps, strict=True) if step < 0)
    size = array.itemsize
    laid = np.ndarray(array.shape, array.dtype, room, first * size, [step * size for step in steps])
    laid[...] = array
    return laid


def _seeds(bits: Any) -> dict[str, Any] | None:
    """Return what a generator spawns others from; None where it can't."""
    seeds = bits.seed_seq
    if type(seeds) is not np.random.SeedSequence:
        return None
    # It may have been given as any sequence of any integers.
    entropy: Any = seeds.entropy
    entropy = int(entropy) if np.ndim(entropy) == 0 else [int(one) for one in entropy]
    key, size, spawned = map(int, seeds.spawn_key), seeds.pool_size, seeds.n_children_spawned
    values = (entropy, [*key], int(size), int(spawned))
    return dict(zip(SEED_FIELDS, values, strict=True))


def _seed_sequence(seeds: Any) -> np.random.SeedSequence:
    if seeds is None:
        return np.random.SeedSequence(0)
    if type(seeds) is not dict or set(seeds) != set(SEED_FIELDS):
        raise WireError("malformed generator")
    entropy, key = seeds["entropy"], seeds["spawn_key"]
    numbers = [*(entropy if isinstance(entropy, list | tuple) else [entropy]), *key]
    whole = all(type(one) is int and 0 <= one < 1 << MOST_SEED_BITS for one in numbers)
    if len(numbers) > MOST_SEEDS or not whole:
        raise WireError("malformed generator")
    if not 4 <= seeds["pool_size"] <= 16 or not 0 <= seeds["n_children_spawned"] < 1 << 31:
        raise WireError("malformed generator")
    return np.random.SeedSequence(**seeds)
