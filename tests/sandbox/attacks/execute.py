"""Runs another program."""

import subprocess


def attack(target):
    return subprocess.run(["/bin/true"], check=False).returncode == 0
