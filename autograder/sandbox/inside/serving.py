"""The student's side of a worker: loads a program, then answers requests. Nothing here is trusted by the grader.

Runs with the standard library, NumPy and ``wire`` alone.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import itertools
import linecache
import os
import signal
import sys
import traceback
import types
import warnings

import guarded
import stubs
import wire

MAX_MESSAGE = 4000
MAX_FRAMES = 20
MAX_WARNINGS = 5
MAX_PROBLEMS = 200
MAX_LINE = 200
# This side's own modules: a submission's helper may have the same name.
HERE = os.path.dirname(os.path.abspath(__file__))
OURS = tuple(name[:-3] for name in os.listdir(HERE) if name.endswith(".py"))
STATE = (*wire.PLAIN, list, tuple, wire.np.ndarray)
MODULE_ENDINGS = (".py", *importlib.machinery.EXTENSION_SUFFIXES)


class Ended(Exception):
    """The grader has closed the channel."""


class Refused(RuntimeError):
    """The grader has switched off what was asked for; the trusted side knows it by this name."""


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Makes earlier modules, stubs plotting libraries, refuses forbidden modules, takes forbidden names away."""

    def __init__(self, fill):
        self.blocked = {}
        self.names = {}
        self.earlier = {}
        # Modules that came with the submission: they are no package's.
        self.own = ()
        self.fill = fill

    def find_spec(self, fullname, path=None, target=None):
        if fullname in self.blocked:
            raise ImportError(self.blocked[fullname])
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


def refusal(name):
    return f"{name} is not allowed in this task"


def raiser(name):
    def refused(*args, **kwargs):
        raise Refused(refusal(name))

    return refused


def absent_class(module, name):
    def refused(self, *args, **kwargs):
        raise Refused(f"{name} of {module} is not there in grading; its functions are")

    return type(name, (), {"__init__": refused, "__module__": module})


def take_away(module, names):
    """Replace functions of a module by raisers; an empty name stands for all of them."""
    for name in names:
        wanted = [one for one in dir(module) if not one.startswith("_")] if not name else [name]
        for one in wanted:
            if callable(getattr(module, one, None)):
                setattr(module, one, raiser(f"{module.__name__}.{one}"))


def remember(filename, source, first_line):
    """Let tracebacks show a source that is on no disk."""
    known = linecache.cache.get(filename)
    lines = list(known[2]) if known else []
    # Not by splitlines, for which a form feed ends a line.
    new = [f"{line}\n" for line in source.split("\n")]
    lines += ["\n"] * (first_line - 1 + len(new) - len(lines))
    lines[first_line - 1 : first_line - 1 + len(new)] = new
    linecache.cache[filename] = (len(source), None, lines, filename)


class Cut(BaseException):
    """The grader wants a statement to end: it has used up the time for loading a program."""

    said_as = "TimeoutError: it took too long"


class Servant:
    """A loaded program, answering requests over a channel.

    ``place`` is a file in which the statement that is run is noted; ``fork`` makes another worker of this one, and returns
    0 there; ``loaded`` is called when the program is there.
    """

    def __init__(self, channel, box, place, fork=None, loaded=None):
        self.channel = channel
        self.box = box
        self.place = place
        self.fork = fork
        self.loaded = loaded
        self.statements = itertools.count()
        self.objects = {}
        self.ids = {}
        self.counter = itertools.count(1)
        self.filenames = set()
        self.module = None
        self.problems = []
        self.warned = []
        warnings.simplefilter("always")
        warnings.showwarning = self.note_warning

    def note_warning(self, message, category, filename, lineno, file=None, line=None):
        entry = [category.__name__[:60], str(message)[:200]]
        if entry not in self.warned and len(self.warned) < MAX_WARNINGS:
            self.warned.append(entry)

    # ---- values

    def opaque(self, value):
        key = id(value)
        if key not in self.ids:
            number = next(self.counter)
            self.ids[key] = number
            self.objects[number] = value
        kind = type(value)
        return {
            "!": "obj",
            "id": self.ids[key],
            "cls": str(kind.__qualname__)[:100],
            "mod": str(kind.__module__)[:100],
        }

    def handle(self, description):
        if description["!"] == "obj":
            return self.objects[description["id"]]
        return self.callback(description["id"])

    def callback(self, number, *leading):
        def call(*args, **kwargs):
            self.send({"callback": number, "a": [*leading, *args], "k": kwargs})
            reply = self.receive()
            if "exc" in reply:
                kind = getattr(builtins, reply["exc"], None)
                good = isinstance(kind, type) and issubclass(kind, Exception)
                raise (kind if good else RuntimeError)("raised by the function that was called")
            wire.draw_on(wire.generators(args, kwargs), reply["drawn"])
            return reply["ok"]

        return call

    def send(self, message):
        self.channel.write(wire.frame(message, self.opaque))

    def receive(self):
        return wire.decode(*self.channel.read(), self.handle)

    # ---- loading

    def load(self, program):
        for name in OURS:
            sys.modules.pop(name, None)
        sys.path[:] = [one for one in sys.path if one != HERE]
        finder = Finder(self.fill)
        sys.meta_path.insert(0, finder)
        finder.earlier.update(program["earlier"])
        self.forbid(finder, program["forbidden"])
        if self.box is not None:
            sys.path.insert(0, self.box)
            finder.own = [name.partition(".")[0] for name in os.listdir(self.box)]
            bring_data(self.box)
        for name in program["earlier"]:
            sys.modules.pop(name, None)
        module = types.ModuleType(program["module"])
        module.__dict__["display"] = lambda *args, **kwargs: None
        module.__file__ = os.path.join(self.box or "", f"{program['module']}.py")
        sys.modules[program["module"]] = self.module = module
        if hasattr(signal, "SIGUSR1"):
            signal.signal(signal.SIGUSR1, self.cut)
        self.run_program(module, program["cells"], set(program["left_out"]), program["explained"])
        if hasattr(signal, "SIGUSR1"):
            signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        gc.freeze()
        if self.loaded is not None:
            self.loaded()
        return self.problems[:MAX_PROBLEMS]

    def cut(self, number, frame):
        """End the statement that is being run; between statements there is nothing to end."""
        while frame is not None:
            if frame.f_code.co_filename in self.filenames:
                raise Cut
            frame = frame.f_back

    def run_program(self, module, cells, left_out, explained):
        """Run the program's own cells, noting where that is."""
        at = 0

        def wanted(statement, filename):
            number = next(self.statements)
            os.lseek(self.place, 0, 0)
            os.write(self.place, wire.PLACE.pack(number, at, statement.lineno))
            return number not in left_out

        refusal = guarded.DefinitionFailed if explained else None
        run = guarded.Guarded(module.__dict__, self.failed, wanted, refusal=refusal)
        for at, cell in enumerate(cells):  # noqa: B007 - the closure above reads it
            self.run_cell(run, cell)

    def run_cell(self, run, cell):
        source, filename, first_line = cell
        source = source.decode("utf-8", "surrogatepass")
        remember(filename, source, first_line)
        self.filenames.add(filename)
        run.run(source, filename, first_line)

    def fill(self, module, earlier):
        """Make an earlier module: what is answered by callbacks, what refuses, then what runs here."""
        name = module.__name__
        for function in earlier["functions"]:
            setattr(module, function, self.callback(0, name, function))
        for one in earlier["classes"]:
            setattr(module, one, absent_class(name, one))

        def wanted(statement, filename):
            return not earlier["definitions_only"] or guarded.defines(statement)

        run = guarded.Guarded(
            module.__dict__, self.failed, wanted, refusal=guarded.DefinitionFailed
        )
        for cell in earlier["cells"]:
            self.run_cell(run, cell)

    def failed(self, error, statement, filename, line):
        """Note a statement that failed, or a piece that doesn't parse; of one that was cut the grader tells."""
        if isinstance(error, (Cut, guarded.DefinitionFailed)):
            # The latter for want of something that failed before, and has been noted.
            return
        if statement is None:
            text = str(getattr(error, "text", None) or "")[:MAX_LINE]
            message = str(getattr(error, "msg", None) or error)[:300]
            self.problems.append([type(error).__name__, message, filename, line, text])
            return
        described = self.describe(error)
        source = linecache.getline(filename, line)[:MAX_LINE]
        self.problems.append([described["type"], described["msg"][:300], filename, line, source])

    def forbid(self, finder, names):
        for name in names:
            parent, _, attribute = name.rpartition(".")
            if importlib_finds(name):
                finder.blocked[name] = refusal(name)
                if name in sys.modules:
                    take_away(sys.modules[name], [""])
            elif parent in sys.modules:
                take_away(sys.modules[parent], [attribute])
            else:
                finder.names.setdefault(parent, []).append(attribute)

    # ---- requests

    def run(self, message):
        operation, arguments = message["op"], message["a"]
        if operation == "get":
            return getattr(arguments[0], arguments[1])
        if operation == "call":
            return arguments[0](*arguments[1], **arguments[2])
        if operation == "content":
            return wire.content(arguments[0])
        if operation == "set":
            return setattr(arguments[0], arguments[1], arguments[2])
        if operation == "load":
            problems = self.load(arguments[0])
            return (self.module, problems)
        if operation == "stand_in":
            return self.stand_in(*arguments)
        if operation == "ended":
            _, status, used = os.wait4(arguments[0], 0)
            return [status, used.ru_utime + used.ru_stime, used.ru_maxrss]
        if operation == "free":
            for number in arguments[0]:
                self.ids.pop(id(self.objects.pop(number, None)), None)
            return None
        raise ValueError("unknown request")

    def stand_in(self, name, function):
        """Replace a function of the module, or a method of a class, which is told what its object holds."""
        owner, _, method = name.rpartition(".")
        kind = getattr(self.module, owner, None) if owner else self.module
        if not owner:
            setattr(kind, method, function)
        elif isinstance(kind, type):
            setattr(
                kind, method, lambda one, *args, **kwargs: function(state(one), *args, **kwargs)
            )

    def describe(self, error):
        """Describe an exception in plain data, whatever it does to look like something else."""
        try:
            text = str(error)[:MAX_MESSAGE]
        except BaseException:
            text = ""
        if type(text) is not str:
            text = ""
        frames = []
        for entry in traceback.extract_tb(error.__traceback__)[-200:]:
            name = entry.filename
            if self.box is not None and name.startswith(self.box + os.sep):
                name = name[len(self.box) + 1 :]
            elif name not in self.filenames:
                continue
            frames.append([name[:MAX_LINE], entry.lineno])
        known = type(error) is guarded.DefinitionFailed
        return {
            "type": type(error).__name__[:100],
            "mro": [kind.__name__[:100] for kind in type(error).__mro__][:20],
            "msg": text,
            "tb": frames[-MAX_FRAMES:],
            "undefined": error.facts if known else None,
        }

    def serve(self):
        """Answer requests until the channel is closed."""
        self.send({"id": 0, "ok": True})
        while True:
            message = None
            header, blob = self.channel.read()
            self.warned = []
            try:
                message = wire.decode(header, blob, self.handle)
                if message["op"] == "fork":
                    pid = self.fork(*message["a"])
                    if pid == 0:
                        self.send({"id": 0, "ok": True})
                        continue
                    answer = {"id": message["id"], "ok": pid}
                    self.channel.write(wire.frame(answer))
                    continue
                answer = {"id": message["id"], "ok": self.run(message)}
                if message.get("echo"):
                    answer["args"] = message["a"][1:]
                answer["warned"] = self.warned
                parts = wire.frame(answer, self.opaque)
            except Ended:
                raise
            except BaseException as error:
                described = self.describe(error)
                number = message["id"] if message else -1
                parts = wire.frame({"id": number, "exc": described, "warned": self.warned})
                del error
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except BaseException:
                    pass
            self.channel.write(parts)


def state(one):
    """Return the attributes of an object that are plain data."""
    held = getattr(one, "__dict__", {})
    return {
        name: value
        for name, value in held.items()
        if type(value) in STATE or isinstance(value, wire.np.generic)
    }


def bring_data(box):
    """Copy what a program may read into the folder it runs in, so that a relative path finds it."""
    here = os.getcwd()
    for folder, folders, names in os.walk(box):
        folders[:] = [one for one in folders if os.path.join(folder, one) != here]
        for name in names:
            source = os.path.join(folder, name)
            target = os.path.join(here, os.path.relpath(source, box))
            if not name.endswith(".py") and not os.path.exists(target):
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(source, "rb") as old, open(target, "wb") as new:
                    new.write(old.read())


def importlib_finds(name):
    """Tell whether a dotted name is a module, without running anything but its parents."""
    if name in sys.modules:
        return isinstance(sys.modules[name], types.ModuleType)
    parent = name.rpartition(".")[0]
    if parent and parent not in sys.modules:
        # Of a package that isn't loaded: lower-case last parts with a file behind them are modules.
        try:
            top = importlib.machinery.PathFinder.find_spec(name.partition(".")[0])
            if top is not None and top.submodule_search_locations:
                relative = name.partition(".")[2].replace(".", os.sep)
                for place in top.submodule_search_locations:
                    path = os.path.join(place, relative)
                    files = [path + ending for ending in MODULE_ENDINGS]
                    if os.path.isdir(path) or any(map(os.path.isfile, files)):
                        return True
        except (ImportError, ValueError):
            return False
        return False
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, AttributeError, ValueError):
        return False
