"""Mistakes of the toy course's A02."""

from a02_unit import *

from autograder.checks import misconception


@misconception(
    "A02.1", "forgotten-bias",
    en=("The bias is missing", "A line needs not pass through the origin."),
    ko=("편향이 빠졌습니다", "직선이 꼭 원점을 지나지는 않습니다."),
)  # fmt: skip
class Unit(Unit):
    def forpass(self, x):
        return self.w * x
