"""Empties the table of modules."""

import sys


def attack(target):
    sys.modules.clear()
    sys.path.clear()
    sys.meta_path.clear()


def predict(x):
    import json

    return json.loads("0")
