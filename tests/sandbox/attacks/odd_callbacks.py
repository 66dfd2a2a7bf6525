"""Calls back with arguments, and to functions, that were never meant."""

from tools import request, send


def attack(target, function=None):
    for number in (0, 7, -1, 1 << 60):
        send(
            b'{"!":"d","v":[["callback",%d],["a",["a03","sigmoid"]],["k",{"!":"d","v":[]}]]}'
            % number
        )
    return function(__import__("builtins"), type, print, request)
