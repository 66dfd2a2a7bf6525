"""The kernel's ways of confining a process, by ctypes: namespaces, mounts, capabilities, limits, Landlock.

Linux only; imports nothing of ours. The zygote confines with it, and the grader asks it what this kernel can do.
"""

from __future__ import annotations

import ctypes
import fcntl
import mmap
import os
import resource
import struct
from collections.abc import Iterable, Sequence

libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS, CLONE_NEWPID = 0x20000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND = 1, 2, 4, 8, 32, 4096
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_CAPBSET_DROP = 1, 4, 23, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
SYS_CLOSE_RANGE = 436
CAPABILITY_VERSION_3 = 0x20080522

# Landlock's system calls carry one number on every architecture.
SYS_LANDLOCK_CREATE_RULESET, SYS_LANDLOCK_ADD_RULE, SYS_LANDLOCK_RESTRICT_SELF = 444, 445, 446
FS_EXECUTE, FS_WRITE_FILE, FS_READ_FILE, FS_READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
FS_MAKE_CHAR, FS_MAKE_SOCK, FS_MAKE_FIFO, FS_MAKE_BLOCK = 1 << 6, 1 << 9, 1 << 10, 1 << 11
FS_MAKE_SYM, FS_TRUNCATE, FS_IOCTL_DEV = 1 << 12, 1 << 14, 1 << 15
# How many file-system rights each version of the interface knows.
FS_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
NET_BIND_AND_CONNECT_TCP = 3
SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 3


def check(result: int, what: str) -> int:
    """Raise the error that a call left behind, if it left one."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    check(libc.unshare(flags), "unshare")


def setns(descriptor: int, flags: int) -> None:
    check(libc.setns(descriptor, flags), "setns")


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    names = [text.encode() or None for text in (source, target, kind)]
    result = libc.mount(*names, ctypes.c_ulong(flags), options.encode() or None)
    check(result, f"mount {target}")


def prctl(option: int, value: int = 0) -> int:
    numbers = [ctypes.c_ulong(number) for number in (value, 0, 0, 0)]
    return check(libc.prctl(option, *numbers), f"prctl {option}")


def close_from(lowest: int) -> None:
    """Close every descriptor from a number upwards."""
    if libc.syscall(SYS_CLOSE_RANGE, lowest, 0xFFFFFFFF, 0) < 0:
        os.closerange(lowest, 65536)


def drop_capabilities() -> None:
    """Give up every capability, for this process and what it becomes."""
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_READ, capability, 0, 0, 0) < 0:
            break
        # Fails without CAP_SETPCAP, which no-new-privileges makes harmless.
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    header = struct.pack("<Ii", CAPABILITY_VERSION_3, 0)
    check(libc.capset(header, b"\0" * 24), "capset")


def limit_resources(
    address_space: tuple[int, int],
    cpu_seconds: float,
    file_size: int,
    processes: int,
    open_files: int,
) -> None:
    """Set all limits of this process, that of memory as (soft, hard)."""
    _limit(
        (resource.RLIMIT_AS, *address_space),
        _processor(cpu_seconds),
        (resource.RLIMIT_FSIZE, file_size, file_size),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, open_files, open_files),
        (resource.RLIMIT_NPROC, processes, processes),
        (resource.RLIMIT_STACK, 64 << 20, 64 << 20),
        (resource.RLIMIT_MSGQUEUE, 0, 0),
        (resource.RLIMIT_MEMLOCK, 0, 0),
    )


def limit_memory(address_space: int) -> None:
    """Set the soft limit of memory, as far as the hard one allows."""
    _limit((resource.RLIMIT_AS, address_space, resource.getrlimit(resource.RLIMIT_AS)[1]))


def limit_own(address_space: int, cpu_seconds: float) -> None:
    """Lower the limits of a forked process, as far as its parent's allow; what its parent used isn't counted."""
    _limit((resource.RLIMIT_AS, address_space, address_space), _processor(cpu_seconds))


def _limit(*limits: tuple[int, int, int]) -> None:
    for which, soft, hard in limits:
        ceiling = resource.getrlimit(which)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(which, (soft, hard))


def _processor(seconds: float) -> tuple[int, int, int]:
    # The grader's own, finer account comes first; the kernel's limit stands above it, the hard one a second higher.
    whole = max(1, int(-(-seconds // 1))) + 1
    return resource.RLIMIT_CPU, whole, whole + 1


def address_space() -> int:
    """Return the bytes that this process has mapped, found without /proc: where does a limit begin to hurt?"""
    before = resource.getrlimit(resource.RLIMIT_AS)
    low, high = 0, 1 << 36
    if before[1] != resource.RLIM_INFINITY:
        high = min(high, before[1])
    while high - low > 1 << 20:
        middle = (low + high) // 2
        resource.setrlimit(resource.RLIMIT_AS, (middle, before[1]))
        try:
            mmap.mmap(-1, 1 << 16).close()
            high = middle
        except OSError:
            low = middle
        finally:
            resource.setrlimit(resource.RLIMIT_AS, before)
    return high


def landlock_version() -> int:
    """Return the version of Landlock's interface, negative where there is none."""
    return int(libc.syscall(SYS_LANDLOCK_CREATE_RULESET, None, 0, 1))


def open_paths(paths: Iterable[str]) -> list[tuple[int, bool]]:
    """Open paths for rules, out of the way of low descriptors; return (descriptor, is it a folder) pairs."""
    opened = []
    for path in paths:
        low = os.open(path, os.O_PATH | os.O_CLOEXEC)
        opened.append((fcntl.fcntl(low, fcntl.F_DUPFD_CLOEXEC, 128), os.path.isdir(path)))
        os.close(low)
    return opened


def landlock(readable: Sequence[tuple[int, bool]], writable: Sequence[tuple[int, bool]]) -> None:
    """Deny every file but what ``open_paths`` has opened, and TCP, signals and abstract sockets where the kernel can."""
    version = landlock_version()
    if version < 1:
        raise OSError("this kernel has no Landlock")
    rights = (1 << FS_RIGHTS.get(version, 16)) - 1
    network = NET_BIND_AND_CONNECT_TCP if version >= 4 else 0
    scope = SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0
    size = 8 if version < 4 else 16 if version < 6 else 24
    attributes = struct.pack("<QQQ", rights, network, scope)
    ruleset = check(
        libc.syscall(SYS_LANDLOCK_CREATE_RULESET, attributes, size, 0), "landlock_create_ruleset"
    )
    special = (
        FS_MAKE_CHAR | FS_MAKE_SOCK | FS_MAKE_FIFO | FS_MAKE_BLOCK | FS_MAKE_SYM | FS_IOCTL_DEV
    )
    of_files = FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE
    for pairs, access in (
        (readable, FS_READ_FILE | FS_READ_DIR),
        (writable, rights & ~FS_EXECUTE & ~special),
    ):
        for descriptor, is_folder in pairs:
            allowed = access & rights & (~0 if is_folder else of_files)
            rule = struct.pack("<Qi", allowed, descriptor)
            check(libc.syscall(SYS_LANDLOCK_ADD_RULE, ruleset, 1, rule, 0), "landlock_add_rule")
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    check(libc.syscall(SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0), "landlock_restrict_self")
    os.close(ruleset)
