"""Makes namespaces of its own, to be root in them."""

import ctypes


def attack(target):
    return ctypes.CDLL(None).unshare(0x10000000) == 0
