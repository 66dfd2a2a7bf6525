"""Calls back with objects by the hundred thousand."""


def attack(target, function=None):
    while True:
        function([object() for _ in range(10_000)])
