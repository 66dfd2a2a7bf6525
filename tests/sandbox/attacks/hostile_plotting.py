"""Asks the stub of the plotting library for what no library has."""

import matplotlib.pyplot as plt


def predict(x):
    for name in ("\ud800", "x" * 1_000_000, "__class__", "", "a.b"):
        getattr(plt, name, None)
        getattr(plt.figure(), name, None)
    return plt.subplots(3)[0][1][2].anything()(1)
