"""Writes a file where a later run might find it."""


def attack(target):
    with open(target["outside"], "w") as file:
        file.write("planted")
    return True
