"""The worker of the ``subprocess`` level: any operating system, a plain process, standard streams."""

from __future__ import annotations

import os
import sys


def main():
    folder, box, place = sys.argv[1:4]
    sys.path[:] = [folder, *[one for one in sys.path[1:] if one]]
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what the student prints goes where the grader reads it as text

    import channel
    import serving

    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    try:
        frames = channel.Channel(incoming, outgoing)
        serving.Servant(frames, box, os.open(place, flags, 0o600)).serve()
    except channel.Ended:
        pass
    os._exit(0)


main()
