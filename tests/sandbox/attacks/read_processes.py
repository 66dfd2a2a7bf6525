"""Looks at other processes: their arguments, their environment, their memory."""

import os


def attack(target):
    found = []
    for name in (f"{target['grader']}/cmdline", "1/cmdline", "self/status", "self/mem"):
        try:
            found.append(open(os.path.join("/proc", name), "rb").read(10))
        except OSError:
            continue
    return found != []
