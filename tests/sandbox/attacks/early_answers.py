"""Answers the next question before it is put."""

from tools import request, send


def attack(target):
    for ahead in (0, 1, 2, 3):
        send(b'{"!":"d","v":[["id",%d],["ok",null]]}' % (request() + ahead))
