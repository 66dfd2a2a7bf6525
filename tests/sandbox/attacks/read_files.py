"""Reads the course's manifest, hidden suites, solutions and the submissions of others."""


def attack(target):
    return any(open(path).read() for path in target["secrets"])
