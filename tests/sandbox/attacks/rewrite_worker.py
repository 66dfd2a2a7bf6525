"""Opens the worker's own files for writing, to be in every later worker."""

import os

import numpy
from tools import student


def attack(target):
    folder = os.path.dirname(type(student()).load.__code__.co_filename)
    for path in (os.path.join(folder, "serving.py"), numpy.__file__):
        with open(path, "r+b"):
            return True
