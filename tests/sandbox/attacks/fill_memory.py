"""Fills all the memory it can get, and catches the refusal."""


def attack(target):
    kept = []
    for _ in range(64):
        try:
            kept.append(bytearray(16 << 20))
        except MemoryError:
            pass
    return len(kept) * 16 > 600
