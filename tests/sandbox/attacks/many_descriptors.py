"""Opens files until no more can be opened."""

kept = []


def attack(target):
    while True:
        kept.append(open("/dev/null"))
