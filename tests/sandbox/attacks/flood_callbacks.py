"""Calls back as often as it can."""


def attack(target, function=None):
    for i in range(1_000_000):
        function(i)
