"""Warns in ways that hurt those who listen."""

import warnings


class Meta(type):
    __name__ = property(lambda self: 5)


class Odd(UserWarning, metaclass=Meta):
    pass


class Loud(UserWarning):
    def __str__(self):
        raise SystemExit


def predict(x):
    warnings.warn("\ud800" * 1000 + str(x), UserWarning, stacklevel=1)
    for i in range(10_000):
        warnings.warn(f"{i}", RuntimeWarning, stacklevel=1)
    try:
        warnings.warn(Loud("x"), stacklevel=1)
    except SystemExit:
        pass
    warnings.warn("odd", Odd, stacklevel=1)
    return 0.0
