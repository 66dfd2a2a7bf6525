"""Ends the process in the middle of a call."""

import os


def predict(x):
    os._exit(0)
