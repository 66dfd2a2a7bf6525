"""What my training needs beside the network itself."""

import numpy as np


class Parameters(dict):
    """A dict of float arrays that can count its numbers. The arrays are copied."""

    def __init__(self, *args, **kwargs):
        super().__init__(
            (key, np.array(value, dtype=float)) for key, value in dict(*args, **kwargs).items()
        )

    @property
    def count(self):
        return sum(array.size for array in self.values())


class LearningRate:
    """``rates[epoch]`` is the learning rate, a tenth from epoch ``drop_after`` on."""

    def __init__(self, lr, drop_after):
        self.lr, self.drop_after = lr, drop_after

    def __getitem__(self, epoch):
        late = self.drop_after is not None and epoch >= self.drop_after
        return 0.1 * self.lr if late else self.lr


def batched(forward, X, size):
    """Return forward(X), computed for ``size`` rows at a time."""
    return np.concatenate([forward(X[start : start + size]) for start in range(0, len(X), size)])
