"""Announces a frame of four gigabytes."""

from tools import student


def attack(target):
    student().channel.write([b"\0\0\0\0\xff\xff\xff\xff" + bytes(1000)])
