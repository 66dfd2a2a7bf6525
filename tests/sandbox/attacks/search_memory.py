"""Searches its own process for hidden answers: the stack, and all that the collector knows."""

import gc
import re
import sys

WANTED = re.compile("hidden answer [0-9a-f]{4}")


def attack(target):
    frame = sys._getframe()
    found = []
    while frame is not None:
        found += [value for value in frame.f_locals.values() if WANTED.search(str(value)[:10_000])]
        found += [name for name in frame.f_globals if "expected" in name or "solution" in name]
        frame = frame.f_back
    for one in gc.get_objects():
        if type(one) in (list, dict, tuple) and one is not found:
            values = one.values() if type(one) is dict else one
            found += [
                value for value in list(values)[:1000] if type(value) is str and WANTED.search(value)
            ]
    return found != []
