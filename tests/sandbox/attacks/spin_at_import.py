"""Computes forever, before there is anything to call."""

while True:
    pass
