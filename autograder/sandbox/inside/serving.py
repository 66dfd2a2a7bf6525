"""The student's side of a worker: loads a program, then answers requests. Nothing here is trusted by the grader."""

from __future__ import annotations

import builtins
import gc
import itertools
import linecache
import os
import signal
import sys
import traceback
import types
import warnings

import caps
import guarded
import imports
import wire
from channel import Ended

# This side's own modules: a submission's helper may have the same name.
HERE = os.path.dirname(os.path.abspath(__file__))
OURS = tuple(name[:-3] for name in os.listdir(HERE) if name.endswith(".py"))
GREETING = {"id": 0, "ok": True}
# What can be told of an object's attributes.
STATE = (*wire.PLAIN, list, tuple, wire.np.ndarray)


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
        self.held = []
        self.numbers = itertools.count(1)
        self.filenames = set()
        self.module = None
        self.problems = []
        self.warned = []
        self.operations = {
            "load": self.load,
            "get": getattr,
            "set": setattr,
            "call": call,
            "hold": self.hold,
            "held": self.held_results,
            "content": wire.content,
            "stand_in": self.stand_in,
            "free": self.free,
            "ended": ended,
        }
        warnings.simplefilter("always")
        warnings.showwarning = self.note_warning

    def note_warning(self, message, category, filename, lineno, file=None, line=None):
        entry = [category.__name__[: caps.NAME], str(message)[: caps.LINE]]
        if entry not in self.warned and len(self.warned) < caps.MOST_WARNINGS:
            self.warned.append(entry)

    # ---- values

    def opaque(self, value):
        key = id(value)
        if key not in self.ids:
            self.ids[key] = next(self.numbers)
            self.objects[self.ids[key]] = value
        kind = type(value)
        return {
            "!": "obj",
            "id": self.ids[key],
            "cls": str(kind.__qualname__)[: caps.NAME],
            "mod": str(kind.__module__)[: caps.NAME],
        }

    def handle(self, description):
        if description["!"] == "obj":
            return self.objects[description["id"]]
        return self.callback(description["id"])

    def callback(self, number, *leading):
        def ask(*args, **kwargs):
            self.send({"callback": number, "a": [*leading, *args], "k": kwargs})
            reply = wire.decode(*self.channel.read(), self.handle)
            if "exc" in reply:
                kind = getattr(builtins, reply["exc"], None)
                good = isinstance(kind, type) and issubclass(kind, Exception)
                raise (kind if good else RuntimeError)("raised by the function that was called")
            wire.draw_on(wire.generators(args, kwargs), reply["drawn"])
            return reply["ok"]

        return ask

    def send(self, message):
        self.channel.write(wire.frame(message, self.opaque))

    # ---- loading

    def load(self, program):
        for name in OURS:
            sys.modules.pop(name, None)
        sys.path[:] = [one for one in sys.path if one != HERE]
        finder = imports.Finder(program["earlier"], self.fill)
        sys.meta_path.insert(0, finder)
        for name in program["forbidden"]:
            finder.forbid(name)
        sys.path.insert(0, self.box)
        finder.own = [name.partition(".")[0] for name in os.listdir(self.box)]
        bring_data(self.box)
        for name in program["earlier"]:
            sys.modules.pop(name, None)
        module = types.ModuleType(program["module"])
        module.__dict__["display"] = lambda *args, **kwargs: None
        module.__file__ = os.path.join(self.box, f"{program['module']}.py")
        sys.modules[program["module"]] = self.module = module
        if hasattr(signal, "SIGUSR1"):
            signal.signal(signal.SIGUSR1, self.cut)
        self.run_program(module, program["cells"], set(program["left_out"]), program["explained"])
        if hasattr(signal, "SIGUSR1"):
            signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        gc.freeze()
        if self.loaded is not None:
            self.loaded()
        return (module, self.problems[: caps.MOST_PROBLEMS])

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
        for kind in earlier["classes"]:
            setattr(module, kind, imports.absent_class(name, kind))

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
            kind, message = type(error).__name__, str(getattr(error, "msg", None) or error)
            source = str(getattr(error, "text", None) or "")
        else:
            described = self.describe(error)
            kind, message = described["type"], described["msg"]
            source = linecache.getline(filename, line)
        self.problems.append([kind, message[: caps.REASON], filename, line, source[: caps.LINE]])

    # ---- requests

    def free(self, numbers):
        """Let go of objects that the grader holds no more."""
        for number in numbers:
            self.ids.pop(id(self.objects.pop(number, None)), None)

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

    def hold(self, function, args, kwargs):
        """Call a function; keep the result as it is, and what it was made of."""
        result = function(*args, **kwargs)
        self.held.append((result, [*args, *kwargs.values()]))
        return result

    def held_results(self, spoil):
        """Return what held calls returned, as it is now; before, write into the arrays that they were handed."""
        held, self.held = self.held, []
        for _, handed in held if spoil else ():
            for array in handed:
                if type(array) is wire.np.ndarray and array.size:
                    array[...] = array.dtype.type(1) - array
        return [result for result, _ in held]

    def describe(self, error):
        """Describe an exception in plain data, whatever it does to look like something else."""
        try:
            text = str(error)[: caps.MESSAGE]
        except BaseException:
            text = ""
        frames = []
        for entry in traceback.extract_tb(error.__traceback__)[-200:]:
            name = entry.filename
            if name.startswith(self.box + os.sep):
                name = name[len(self.box) + 1 :]
            elif name not in self.filenames:
                continue
            frames.append([name[: caps.LINE], entry.lineno])
        bases = type(error).__mro__[: caps.MOST_BASES]
        return {
            "type": type(error).__name__[: caps.NAME],
            "mro": [kind.__name__[: caps.NAME] for kind in bases],
            "msg": text if type(text) is str else "",
            "tb": frames[-caps.MOST_FRAMES :],
            "undefined": error.facts if type(error) is guarded.DefinitionFailed else None,
        }

    def serve(self):
        """Answer requests until the channel is closed."""
        self.send(GREETING)
        while True:
            message = None
            header, blob = self.channel.read()
            self.warned = []
            try:
                message = wire.decode(header, blob, self.handle)
                if message["op"] == "fork":
                    # No student code runs between a fork and the answers to it.
                    pid = self.fork(*message["a"])
                    self.send({"id": message["id"], "ok": pid} if pid else GREETING)
                    continue
                answer = {"id": message["id"], "ok": self.operations[message["op"]](*message["a"])}
                if message["echo"]:
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


def call(function, args, kwargs):
    return function(*args, **kwargs)


def ended(pid):
    """Return how a process that was forked here ended, and what it used."""
    _, status, used = os.wait4(pid, 0)
    return [status, used.ru_utime + used.ru_stime, used.ru_maxrss]


def remember(filename, source, first_line):
    """Let tracebacks show a source that is on no disk."""
    known = linecache.cache.get(filename)
    lines = list(known[2]) if known else []
    # Not by splitlines, for which a form feed ends a line.
    new = [f"{line}\n" for line in source.split("\n")]
    lines += ["\n"] * (first_line - 1 + len(new) - len(lines))
    lines[first_line - 1 : first_line - 1 + len(new)] = new
    linecache.cache[filename] = (len(source), None, lines, filename)


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
