"""How a step and an epoch are put together, whatever the network."""

import contextlib
import time


def descend(params, gradients, lr):
    """Return the parameters after one step."""
    return {name: params[name] - lr * gradients[name] for name in params}


@contextlib.contextmanager
def stopwatch(what):
    start = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - start:.2f} s")
