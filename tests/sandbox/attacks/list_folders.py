"""Looks around: the folder of the course, that of the user, the root of the file system."""

import os


def attack(target):
    return any(os.listdir(path) for path in target["folders"])
