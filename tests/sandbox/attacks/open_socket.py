"""Opens sockets, for the network and for the machine's own services."""

import socket


def attack(target):
    opened = []
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
        try:
            socket.socket(family).close()
            opened.append(family)
        except OSError:
            continue
    return opened != []
