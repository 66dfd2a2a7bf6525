"""The worker process of the ``subprocess`` level: any operating system, a plain process, standard streams."""

from __future__ import annotations

import os
import sys


def main():
    folder, box, place = sys.argv[1:4]
    sys.path[:] = [folder, *[one for one in sys.path[1:] if one]]
    incoming, outgoing = os.dup(0), os.dup(1)
    if os.name == "nt":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what the student prints goes where the grader reads it as text

    import serving
    import wire

    class Pipe:
        def read(self):
            lengths = self.exactly(wire.LENGTHS.size)
            header, blob = wire.LENGTHS.unpack(lengths)
            return bytes(self.exactly(header)), self.exactly(blob)

        def exactly(self, count):
            data = bytearray()
            while len(data) < count:
                piece = os.read(incoming, min(count - len(data), 1 << 20))
                if not piece:
                    raise serving.Ended
                data += piece
            return data

        def write(self, parts):
            for part in parts:
                view = memoryview(part).cast("B") if len(part) else b""
                while len(view):
                    view = view[os.write(outgoing, view[: 1 << 20]) :]

    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    try:
        serving.Servant(Pipe(), box, os.open(place, flags, 0o600)).serve()
    except serving.Ended:
        pass
    os._exit(0)


main()
