"""Reads what tells about the machine and who uses it."""

import os


def attack(target):
    found = []
    for path in ("/etc/passwd", "/etc/hostname", os.path.expanduser("~root/.bashrc")):
        try:
            found.append(open(path).read())
        except OSError:
            continue
    return found != []
