"""What student code finds when it imports: earlier modules, stubs, and nothing that is forbidden."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types

import stubs

MODULE_ENDINGS = (".py", *importlib.machinery.EXTENSION_SUFFIXES)


class Refused(RuntimeError):
    """The grader has switched off what was asked for; the trusted side knows it by this name."""


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Makes earlier modules, stubs plotting libraries, refuses forbidden modules, takes forbidden names away.

    ``fill`` makes an earlier module of what is known of it.
    """

    def __init__(self, earlier, fill):
        self.earlier = earlier
        self.fill = fill
        # Modules that came with the submission: they are no package's.
        self.own = ()
        self.blocked = set()
        self.names = {}

    def find_spec(self, fullname, path=None, target=None):
        if fullname in self.blocked:
            raise ImportError(refusal(fullname))
        top = fullname.partition(".")[0]
        if (top in stubs.STUBBED and top not in self.own) or fullname in self.earlier:
            return importlib.machinery.ModuleSpec(
                fullname, self, is_package=fullname not in self.earlier
            )
        if fullname in self.names:
            names = self.names.pop(fullname)
            spec = importlib.util.find_spec(fullname)
            if spec is not None and spec.loader is not None:
                execute = spec.loader.exec_module

                def exec_module(module):
                    execute(module)
                    take_away(module, names)

                spec.loader.exec_module = exec_module
            return spec
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        if module.__name__ in self.earlier:
            self.fill(module, self.earlier[module.__name__])
            return
        module.__getattr__ = lambda name: stubs.attribute(module.__name__, name)

    def forbid(self, name):
        """Let a module, or a function of one, be used no more."""
        parent, _, attribute = name.rpartition(".")
        if is_module(name):
            self.blocked.add(name)
            if name in sys.modules:
                module = sys.modules[name]
                take_away(module, [public for public in dir(module) if not public.startswith("_")])
        elif parent in sys.modules:
            take_away(sys.modules[parent], [attribute])
        else:
            self.names.setdefault(parent, []).append(attribute)


def refusal(name):
    return f"{name} is not allowed in this task"


def take_away(module, names):
    """Replace functions of a module by raisers."""
    for name in names:
        if callable(getattr(module, name, None)):
            setattr(module, name, raiser(refusal(f"{module.__name__}.{name}")))


def raiser(message):
    def refused(*args, **kwargs):
        raise Refused(message)

    return refused


def absent_class(module, name):
    refused = raiser(f"{name} of {module} is not there in grading; its functions are")
    return type(name, (), {"__init__": refused, "__module__": module})


def is_module(name):
    """Tell whether a dotted name is a module, without running anything but its parents."""
    if name in sys.modules:
        return isinstance(sys.modules[name], types.ModuleType)
    parent = name.rpartition(".")[0]
    try:
        if not parent or parent in sys.modules:
            return importlib.util.find_spec(name) is not None
        # Of a package that isn't loaded: parts with a folder or a file behind them are modules.
        top, _, relative = name.partition(".")
        package = importlib.machinery.PathFinder.find_spec(top)
    except (ImportError, AttributeError, ValueError):
        return False
    places = (package.submodule_search_locations or ()) if package is not None else ()
    paths = [os.path.join(place, relative.replace(".", os.sep)) for place in places]
    return any(
        os.path.isdir(path) or any(os.path.isfile(path + ending) for ending in MODULE_ENDINGS)
        for path in paths
    )
