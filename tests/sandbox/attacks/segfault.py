"""Crashes the interpreter."""

import ctypes


def predict(x):
    ctypes.memset(8, 0, 8)
