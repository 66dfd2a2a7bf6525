"""What several attacks use: the worker's own channel, found by walking the stack."""

import struct
import sys


def local(name):
    """Return a local variable of the nearest caller that has it."""
    frame = sys._getframe(1)
    while frame is not None:
        if name in frame.f_locals:
            return frame.f_locals[name]
        frame = frame.f_back
    raise LookupError(name)


def serving():
    """Return the frame that serves requests."""
    frame = sys._getframe(1)
    while frame.f_code.co_name != "serve":
        frame = frame.f_back
    return frame


def student():
    return serving().f_locals["self"]


def request():
    """Return the number of the request that is being served."""
    return serving().f_locals["message"]["id"]


def send(header, blob=b""):
    """Write a frame to the grader, past everything that checks it."""
    student().channel.write([struct.pack("<II", len(header), len(blob)), header, blob])
