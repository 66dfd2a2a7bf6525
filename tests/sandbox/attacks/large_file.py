"""Fills the disk."""


def attack(target):
    with open("large", "wb") as file:
        for _ in range(64):
            file.write(bytes(1 << 20))
    return True
