"""The zygote: a warm, single-threaded process inside the outer sandbox that forks one worker a program.

It has NumPy loaded and has never seen hidden code; it never runs student code itself. A child locks itself down before the
first byte of a program reaches it.
"""

from __future__ import annotations

import fcntl
import gc
import importlib
import json
import os
import random
import select
import signal
import socket
import sys
import warnings

CONFIG = json.loads(sys.argv[1])
NAMESPACES, USER = CONFIG["level"] == "namespaces", CONFIG["uid"]
sys.path[:] = [path for path in sys.path if path] + CONFIG["path"]

# What student code is likely to import: loaded once, here, and shared by every worker.
PRELOAD = (
    "__future__", "ast", "bisect", "builtins", "collections", "copy", "csv", "dataclasses", "enum", "functools", "gzip",
    "heapq", "importlib.util", "inspect", "io", "itertools", "json", "linecache", "math", "operator", "pathlib", "random", "re",
    "statistics", "string", "textwrap", "time", "traceback", "types", "typing", "warnings",
)  # fmt: skip

for name in (*PRELOAD, *CONFIG["preload"]):
    importlib.import_module(name)

import kernel  # noqa: E402
import seccomp  # noqa: E402
import serving  # noqa: E402
import wire  # noqa: E402
from channel import Channel, Ended  # noqa: E402

CHANNEL, PLACE, FIRST_SLOT = 3, 4, 5
# Descriptors of a job: its channel, its output, its place, the channels of what it may fork, and the job itself.
MOST_DESCRIPTORS = 64
FILE_BYTES = 16 << 20
OPEN_FILES = 32
PLAIN = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
FEW_FILES = f"size={FILE_BYTES},nr_inodes=512"


class Zygote:
    """Forks workers as the grader wants them, and tells how they ended.

    ``mapped`` is the memory that it has mapped itself; ``readable`` are the files, opened, that workers may read.
    """

    def __init__(self):
        self.control = socket.socket(fileno=CONFIG["control"])
        self.pid = os.getpid()
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        if NAMESPACES:
            seccomp.prepared(1)
            seccomp.prepared(1, forks=True)
            self.own_namespace = os.pidfd_open(self.pid)
        else:
            # What a worker leaves behind becomes a child of the zygote, and can be reaped.
            kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
        # OpenBLAS takes its work area with the first product: now, once, for all.
        square = sys.modules["numpy"].ones((64, 64))
        square @ square
        self.mapped = kernel.address_space()
        self.readable = kernel.open_paths(CONFIG["readable"]) if CONFIG["landlock"] else []
        self.jobs = {}
        self.poll = select.poll()
        self.poll.register(self.control, select.POLLIN)

    def serve(self):
        gc.collect()
        gc.freeze()
        gc.disable()
        self.tell({"ready": True})
        while True:
            for descriptor, _ in self.poll.poll():
                if descriptor in self.jobs:
                    self.reap(descriptor)
                else:
                    self.take()

    def tell(self, news, *descriptors):
        socket.send_fds(self.control, [json.dumps(news).encode()], descriptors)

    def take(self):
        """Take a job, and fork a worker for it."""
        data, descriptors, _, _ = socket.recv_fds(self.control, 64, MOST_DESCRIPTORS)
        if not data:
            os._exit(0)
        *descriptors, written = descriptors
        with os.fdopen(written, "rb") as file:
            file.seek(0)
            job = json.load(file)
        if NAMESPACES:
            kernel.unshare(kernel.CLONE_NEWPID)
        pid = os.fork()
        if pid == 0:
            work(self, job, descriptors)
        if NAMESPACES:
            # The next fork gets a fresh pid namespace again.
            kernel.setns(self.own_namespace, kernel.CLONE_NEWPID)
        for descriptor in descriptors:
            os.close(descriptor)
        handle = os.pidfd_open(pid)
        self.jobs[handle] = (pid, job["number"])
        self.poll.register(handle, select.POLLIN)
        self.tell({"started": job["number"]}, handle)

    def reap(self, handle):
        """Tell how a worker has ended."""
        pid, number = self.jobs.pop(handle)
        _, status, used = os.wait4(pid, 0)
        self.poll.unregister(handle)
        os.close(handle)
        if not NAMESPACES and USER and not self.jobs:
            sweep()
        cpu = used.ru_utime + used.ru_stime
        self.tell({"ended": number, "status": status, "cpu": cpu, "memory": used.ru_maxrss})


def sweep():
    """Kill what the workers' user left behind, where no pid namespace does it."""
    pid = os.fork()
    if pid == 0:
        try:
            become_user()
            os.kill(-1, signal.SIGKILL)
        except OSError:
            pass
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def work(zygote, job, descriptors):
    """Become a worker; never returns."""
    code = 99
    try:
        slots = place(descriptors)
        channel = Channel(CHANNEL, CHANNEL)
        try:
            box = confine(zygote, job, slots)
        except BaseException as error:
            failure = f"{type(error).__name__}: {error}"
            channel.write(wire.frame({"id": 0, "fail": failure}))
            return
        code = 98
        gc.enable()
        fork = forker(slots) if slots else None
        serving.Servant(channel, box, PLACE, fork, lambda: make_room(job["memory"])).serve()
    except Ended:
        code = 0
    finally:
        os._exit(code)


def confine(zygote, job, slots):
    """Lock this process down; return the folder that holds the program's files. The order is what makes it hold."""
    if NAMESPACES:
        box, temporary = "/box", "/tmp"
        mount(box, temporary, job["files"])
    else:
        box, temporary = job["box"], os.path.join(job["box"], "tmp")
        os.setsid()
    if USER:
        become_user()
    os.chdir(temporary)
    os.umask(0o077)
    os.environ["HOME"] = temporary
    if CONFIG["landlock"]:
        mine, writable = kernel.open_paths([box]), kernel.open_paths([temporary, "/dev/null"])
    if CONFIG["level"] != "rlimits":
        kernel.drop_capabilities()
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    # Only now: a change of uid clears it.
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if not NAMESPACES and os.getppid() != zygote.pid:
        os._exit(97)
    if CONFIG["landlock"]:
        kernel.landlock(zygote.readable + mine, writable)
    kernel.close_from(FIRST_SLOT + slots)
    kernel.limit_resources(
        (zygote.mapped + job["memory"], zygote.mapped + job["most_memory"]),
        job["cpu"],
        FILE_BYTES,
        CONFIG["processes"],
        OPEN_FILES + slots,
    )
    # Forks share the state of the global generators: make it the same for everyone instead.
    random.seed(0)
    sys.modules["numpy.random"].seed(0)
    if CONFIG["seccomp"]:
        seccomp.install(forks=slots > 0)
    return box


def place(descriptors):
    """Put the descriptors of a job where they are expected; return the number of channels for what it may fork."""
    # Out of the way first: a target may be another's source.
    channel, output, noted, *slots = (
        fcntl.fcntl(descriptor, fcntl.F_DUPFD, 2 * MOST_DESCRIPTORS) for descriptor in descriptors
    )
    null = os.open("/dev/null", os.O_RDWR)
    sources = (null, output, output, channel, noted, *slots)
    for target, source in enumerate(sources):
        os.dup2(source, target)
    return len(slots)


def mount(box, temporary, files):
    """Give this process a folder of its own for temporary files, and one of the program's files to read."""
    kernel.unshare(kernel.CLONE_NEWNS)
    owner = f"uid={USER},gid={USER}," if USER else ""
    kernel.mount("tmpfs", temporary, "tmpfs", PLAIN, f"{owner}{FEW_FILES},mode=700")
    kernel.mount("tmpfs", box, "tmpfs", PLAIN, f"{FEW_FILES},mode=755")
    os.umask(0o022)
    for name, text in files.items():
        path = os.path.join(box, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode("latin-1"))
    read_only = kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY
    kernel.mount("tmpfs", box, "", read_only | PLAIN)


def become_user():
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)


def forker(count):
    """Return how a worker that has loaded its program makes another: within the same walls, with limits of its own."""
    # Kept here: whatever student code does to the modules, a fork that fails costs that student a loading, no more.
    fork = os.fork

    def forked(slot, cpu, memory):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pid = fork()
        if pid:
            os.close(FIRST_SLOT + slot)
        else:
            try:
                os.dup2(FIRST_SLOT + slot, CHANNEL)
                os.closerange(FIRST_SLOT, FIRST_SLOT + count)
                kernel.limit_own(kernel.address_space() + memory, cpu)
                seccomp.install_forked()
            except BaseException:
                os._exit(99)
        return pid

    return forked


def make_room(memory):
    """Let what was loaded be no part of what may still be used."""
    try:
        kernel.limit_memory(kernel.address_space() + memory)
    except (OSError, ValueError):
        pass  # the program has lowered its own limits, which is its affair


Zygote().serve()
