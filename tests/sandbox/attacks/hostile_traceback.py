"""Raises from lines and functions whose names are no names."""

import linecache


def attack(target):
    name = "\ud800" * 1000
    linecache.cache["work.py"] = (1, None, ["x" * 10_000_000] * 100, "work.py")
    code = compile("def f(n):\n    if n: f(n - 1)\n    raise ValueError", "work.py", "exec")
    scope = {}
    exec(code, scope)
    scope["f"].__code__ = scope["f"].__code__.replace(co_name=name)
    scope["f"](500)
