"""Catches the signal that warns of the limit on processor time, and goes on."""

import signal

signal.signal(signal.SIGXCPU, signal.SIG_IGN)


def predict(x):
    while True:
        pass
