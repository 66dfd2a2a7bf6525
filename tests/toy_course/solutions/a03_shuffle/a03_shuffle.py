# %% [markdown] id="intro"
# # A shuffle

# %% id="imports"
import numpy as np

from a02_unit import Unit


# %% task="A03.1"
def shuffled(m, rng=None):
    """Return 0 to m - 1 in the order of ``rng.permutation``."""
    ### BEGIN SOLUTION
    rng = np.random.default_rng() if rng is None else rng
    return rng.permutation(m)
    ### END SOLUTION


# %% task="A03.2"
def fitted(x, y, lr, epochs, rng=None):
    """Return a unit that was trained in another order in each epoch."""
    ### BEGIN SOLUTION
    rng = np.random.default_rng() if rng is None else rng
    unit = Unit()
    for _ in range(epochs):
        order = shuffled(len(x), rng)
        unit.fit(x[order], y[order], lr, 1)
    return unit
    ### END SOLUTION
