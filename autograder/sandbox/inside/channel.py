"""Frames from the grader and back, over two descriptors, which may be one."""

from __future__ import annotations

import io

import wire

SMALL = 1 << 17


class Ended(Exception):
    """The grader has closed the channel."""


class Channel:
    """Reads and writes whole frames; bytes stay what they are on every system."""

    def __init__(self, incoming, outgoing):
        self.incoming = io.FileIO(incoming, "rb", closefd=False)
        self.outgoing = io.FileIO(outgoing, "wb", closefd=False)

    def read(self):
        # One read is enough for most requests; a large one goes straight into its buffer.
        got = self.incoming.read(SMALL)
        while len(got) < wire.LENGTHS.size:
            more = self.incoming.read(SMALL)
            if not got or not more:
                raise Ended
            got += more
        header, blob = wire.LENGTHS.unpack_from(got)
        start, filled = wire.LENGTHS.size, len(got)
        total = start + header + blob
        frame = memoryview(got)
        if filled < total:
            frame = memoryview(bytearray(total))
            frame[:filled] = got
        while filled < total:
            count = self.incoming.readinto(frame[filled:])
            if not count:
                raise Ended
            filled += count
        return bytes(frame[start : start + header]), frame[start + header :]

    def write(self, parts):
        if sum(map(len, parts)) < SMALL:
            parts = [b"".join(parts)]
        for part in parts:
            done = self.outgoing.write(part)
            while done < len(part):
                done += self.outgoing.write(memoryview(part)[done:])
