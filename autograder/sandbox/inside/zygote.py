"""The zygote: a warm, single-threaded process inside the outer sandbox that forks one worker a program.

It has NumPy loaded and has never seen hidden code; it never runs student code itself. A child locks itself down before the
first byte of a program reaches it. Runs with the standard library, NumPy and the files beside it alone.
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
sys.path[:] = [one for one in sys.path if one] + CONFIG["path"]

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

CHANNEL, PLACE, FIRST_SLOT = 3, 4, 5
# Descriptors of a job: its channel, its output, its place, the channels of what it may fork, and the job itself.
MOST_DESCRIPTORS = 64
FILE_BYTES = 16 << 20
OPEN_FILES = 32
SMALL = 1 << 17


class Channel:
    """Frames over the worker's socket."""

    def read(self):
        # One read is enough for most requests; a large one goes straight into its buffer.
        got = os.read(CHANNEL, SMALL)
        while len(got) < wire.LENGTHS.size:
            more = os.read(CHANNEL, wire.LENGTHS.size - len(got))
            if not got or not more:
                raise serving.Ended
            got += more
        header, blob = wire.LENGTHS.unpack_from(got)
        start = wire.LENGTHS.size
        buffer = bytearray(start + header + blob)
        filled = len(got)
        buffer[:filled] = got
        view = memoryview(buffer)
        while filled < len(buffer):
            count = os.readv(CHANNEL, [view[filled:]])
            if not count:
                raise serving.Ended
            filled += count
        return bytes(view[start : start + header]), view[start + header :]

    def write(self, parts):
        waiting = [memoryview(part).cast("B") for part in parts if len(part)]
        while waiting:
            count = os.writev(CHANNEL, waiting[:64])
            while count:
                if count >= len(waiting[0]):
                    count -= len(waiting.pop(0))
                else:
                    waiting[0] = waiting[0][count:]
                    count = 0


def confine(job, descriptors):
    """Lock this process down; return the folder that holds the program's files."""
    namespaces = CONFIG["level"] == "namespaces"
    # Out of the way first: a target may be another's source.
    channel, output, place, *slots = (
        fcntl.fcntl(one, fcntl.F_DUPFD, 2 * MOST_DESCRIPTORS) for one in descriptors
    )
    null = os.open("/dev/null", os.O_RDWR)
    targets = [(null, 0), (output, 1), (output, 2), (channel, CHANNEL), (place, PLACE)]
    targets += [(slot, FIRST_SLOT + number) for number, slot in enumerate(slots)]
    for source, target in targets:
        os.dup2(source, target)
    box = job["box"]
    if namespaces:
        box = "/box"
        kernel.unshare(kernel.CLONE_NEWNS)
        owner = f"uid={CONFIG['uid']},gid={CONFIG['uid']}," if CONFIG["uid"] else ""
        plain = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
        kernel.mount(
            "tmpfs", "/tmp", "tmpfs", plain, owner + f"size={FILE_BYTES},nr_inodes=512,mode=700"
        )
        kernel.mount("tmpfs", box, "tmpfs", plain, f"size={FILE_BYTES},nr_inodes=512,mode=755")
        os.umask(0o022)
        write_files(box, job["files"])
        kernel.mount(
            "tmpfs", box, None, kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY | plain
        )
    else:
        os.setsid()
    if CONFIG["uid"]:
        os.setgroups([])
        os.setresgid(*[CONFIG["uid"]] * 3)
        os.setresuid(*[CONFIG["uid"]] * 3)
    temporary = "/tmp" if namespaces else os.path.join(box, "tmp")
    os.chdir(temporary)
    os.umask(0o077)
    if CONFIG["landlock"]:
        mine, writable = kernel.open_paths([box]), kernel.open_paths([temporary, "/dev/null"])
    if CONFIG["level"] != "rlimits":
        kernel.drop_capabilities()
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    # Only now: a change of uid clears it.
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if not namespaces and os.getppid() != ZYGOTE:
        os._exit(97)
    if CONFIG["landlock"]:
        kernel.landlock(READABLE + mine, writable)
    kernel.close_from(FIRST_SLOT + len(slots))
    kernel.limit_resources(
        (MAPPED + job["memory"], MAPPED + job["most_memory"]),
        job["cpu"],
        FILE_BYTES,
        CONFIG["processes"],
        OPEN_FILES + len(slots),
    )
    # Forks share the state of the global generators: make it the same for everyone instead.
    random.seed(0)
    sys.modules["numpy.random"].seed(0)
    os.environ["HOME"] = temporary
    if CONFIG["seccomp"]:
        seccomp.install(forks=bool(slots))
    return box


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


def write_files(box, files):
    for name, text in files.items():
        path = os.path.join(box, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode("latin-1"))


def room(memory):
    """Let what was loaded be no part of what may still be used."""
    try:
        kernel.limit_memory(kernel.address_space() + memory)
    except (OSError, ValueError):
        pass  # the program has lowered its own limits, which is its affair


def child(job, descriptors):
    """Become a worker; never returns."""
    slots = len(descriptors) - 3
    try:
        gc.enable()
        box = confine(job, descriptors)
    except BaseException as error:
        try:
            Channel().write(wire.frame({"id": 0, "fail": f"{type(error).__name__}: {error}"}))
        finally:
            os._exit(99)
    try:
        fork = forker(slots) if slots else None
        serving.Servant(Channel(), box, PLACE, fork, lambda: room(job["memory"])).serve()
    except serving.Ended:
        os._exit(0)
    finally:
        os._exit(98)


def sweep():
    """Kill what the workers' user left behind, where no pid namespace does it."""
    pid = os.fork()
    if pid == 0:
        try:
            os.setgroups([])
            os.setresgid(*[CONFIG["uid"]] * 3)
            os.setresuid(*[CONFIG["uid"]] * 3)
            os.kill(-1, signal.SIGKILL)
        except OSError:
            pass
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def main():
    global READABLE, ZYGOTE, MAPPED
    control = socket.socket(fileno=CONFIG["control"])
    namespaces = CONFIG["level"] == "namespaces"
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    own_namespace = -1
    if namespaces:
        seccomp.prepare(1)
        seccomp.prepare(1, forks=True)
        own_namespace = os.pidfd_open(os.getpid())
    else:
        # What a worker leaves behind becomes a child of the zygote, and can be reaped.
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    # OpenBLAS takes its work area with the first product: now, once, for all.
    numpy = sys.modules["numpy"]
    square = numpy.ones((64, 64))
    square @ square
    MAPPED = kernel.address_space()
    READABLE = kernel.open_paths(CONFIG["readable"]) if CONFIG["landlock"] else []
    ZYGOTE = os.getpid()
    gc.collect()
    gc.freeze()
    gc.disable()
    jobs = {}
    poll = select.poll()
    poll.register(control, select.POLLIN)
    control.send(json.dumps({"ready": True}).encode())
    while True:
        for descriptor, _ in poll.poll():
            if descriptor in jobs:
                pid, number = jobs.pop(descriptor)
                _, status, usage = os.wait4(pid, 0)
                poll.unregister(descriptor)
                os.close(descriptor)
                if not namespaces and CONFIG["uid"] and not jobs:
                    sweep()
                used = usage.ru_utime + usage.ru_stime
                ended = {"ended": number, "status": status, "cpu": used, "memory": usage.ru_maxrss}
                control.send(json.dumps(ended).encode())
                continue
            data, descriptors, _, _ = socket.recv_fds(control, 64, MOST_DESCRIPTORS)
            if not data:
                os._exit(0)
            *descriptors, written = descriptors
            with os.fdopen(written, "rb") as file:
                file.seek(0)
                job = json.load(file)
            if namespaces:
                kernel.unshare(kernel.CLONE_NEWPID)
            pid = os.fork()
            if pid == 0:
                child(job, descriptors)
            if namespaces:
                # The next fork gets a fresh pid namespace again.
                kernel.setns(own_namespace, kernel.CLONE_NEWPID)
            for one in descriptors:
                os.close(one)
            handle = os.pidfd_open(pid)
            jobs[handle] = (pid, job["number"])
            poll.register(handle, select.POLLIN)
            socket.send_fds(control, [json.dumps({"started": job["number"]}).encode()], [handle])


main()
