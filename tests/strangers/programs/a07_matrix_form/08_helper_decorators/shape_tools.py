"""Small helpers of mine: decorators that look at shapes."""

import functools
import inspect


def requires(rule, message):
    """Refuse a call whose arguments break the rule; the rule gets them by name."""

    def decorate(function):
        signature = inspect.signature(function)

        @functools.wraps(function)
        def guarded(*args, **kwargs):
            given = signature.bind(*args, **kwargs)
            if not rule(given.arguments):
                raise ValueError(f"{function.__name__}: {message}")
            return function(*args, **kwargs)

        return guarded

    return decorate


@functools.lru_cache(maxsize=None)
def product_shape(rows, left, right, columns):
    if left != right:
        raise ValueError(f"({rows}, {left}) @ ({right}, {columns}) is impossible")
    return rows, columns
