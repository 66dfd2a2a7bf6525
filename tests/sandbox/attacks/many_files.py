"""Uses up the file system's entries."""


def attack(target):
    for i in range(2000):
        open(f"file{i}", "w").close()
    return True
