"""Replaces the worker's own ways of speaking."""

import json
import struct

from tools import student


def attack(target):
    json.dumps = lambda *args, **kwargs: '{"id":2,"ok":42}'
    json.loads = lambda *args, **kwargs: {"id": 2, "op": "call", "a": [print, [], {}]}
    struct.Struct = struct.pack = struct.unpack = None
    kind = type(student())
    kind.run = lambda self, message: 42
    kind.describe = lambda self, error: {"type": 5, "mro": "x", "msg": [], "tb": {}}


def predict(x):
    return 0.0
