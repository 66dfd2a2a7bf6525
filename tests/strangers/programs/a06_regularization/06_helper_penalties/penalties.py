"""The two fees that a weight can be charged."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Penalty(ABC):
    """A fee with a strength."""

    strength: float = 1.0

    @abstractmethod
    def value(self, w) -> float:
        """What all the weights cost together."""

    @abstractmethod
    def slope(self, w):
        """How fast the fee grows with each weight."""


class L1(Penalty):
    def value(self, w):
        return self.strength * np.add.reduce(np.abs(np.asarray(w, dtype=float)), axis=None)

    def slope(self, w):
        return np.copysign(self.strength, w) * np.not_equal(w, 0)


class L2(Penalty):
    def value(self, w):
        flat = np.asarray(w, dtype=float).reshape(-1)
        return self.strength * np.inner(flat, flat) / 2

    def slope(self, w):
        return self.strength * np.array(w, dtype=float)


@dataclass(frozen=True)
class Both:
    """The sum of two fees."""

    one: Penalty
    two: Penalty

    def value(self, w):
        return self.one.value(w) + self.two.value(w)

    def slope(self, w):
        return self.one.slope(w) + self.two.slope(w)
