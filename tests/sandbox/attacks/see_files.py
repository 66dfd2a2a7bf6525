"""Asks whether a file exists, without reading it."""

import os


def attack(target):
    return any(map(os.path.exists, target["secrets"]))
