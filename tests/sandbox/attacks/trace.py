"""Traces processes, by way of the C library."""

import ctypes


def attack(target):
    return ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0
