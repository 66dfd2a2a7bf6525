"""The system-call filter of a worker: no new processes, sockets, traces, mounts or kernel interfaces.

A deny list, compiled to the kernel's filter language before the fork. Calls newer than the list are refused, and so is the
x32 interface of x86-64.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from functools import cache

import kernel

# The kernel's numbers differ from machine to machine: each is given for these, in this order.
MACHINES = {"x86_64": 0, "aarch64": 1}
AUDIT = (0xC000003E, 0xC00000B7)
CLONE, KILL, TGKILL, PRLIMIT64 = (56, 220), (62, 129), (234, 131), (302, 261)
# What student code has no business with, by name; None where a machine hasn't got it.
DENIED = {
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281), "socket": (41, 198),
    "connect": (42, 203), "accept": (43, 202), "sendto": (44, 206), "recvfrom": (45, 207), "sendmsg": (46, 211),
    "recvmsg": (47, 212), "shutdown": (48, 210), "bind": (49, 200), "listen": (50, 201), "socketpair": (53, 199),
    "accept4": (288, 242), "recvmmsg": (299, 243), "sendmmsg": (307, 269), "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "kcmp": (312, 272), "process_madvise": (440, 440),
    "process_mrelease": (448, 448), "unshare": (272, 97), "setns": (308, 268), "pivot_root": (155, 41),
    "chroot": (161, 51), "mount": (165, 40), "umount2": (166, 39), "open_tree": (428, 428),
    "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "fspick": (433, 433), "mount_setattr": (442, 442), "open_tree_attr": (467, None), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "userfaultfd": (323, 282), "perf_event_open": (298, 241), "bpf": (321, 280),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "shmget": (29, 194), "shmat": (30, 196),
    "shmctl": (31, 195), "shmdt": (67, 197), "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191),
    "semtimedop": (220, 192), "msgget": (68, 186), "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187),
    "mq_open": (240, 180), "mq_unlink": (241, 181), "mq_timedsend": (242, 182), "mq_timedreceive": (243, 183),
    "mq_notify": (244, 184), "mq_getsetattr": (245, 185), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "fanotify_init": (300, 262), "splice": (275, 76), "tee": (276, 77),
    "vmsplice": (278, 75), "seccomp": (317, 277), "personality": (135, 92), "modify_ldt": (154, None),
    "adjtimex": (159, 171), "acct": (163, 89), "settimeofday": (164, 170), "swapon": (167, 224),
    "swapoff": (168, 225), "reboot": (169, 142), "sethostname": (170, 161), "setdomainname": (171, 162),
    "iopl": (172, None), "ioperm": (173, None), "init_module": (175, 105), "delete_module": (176, 106),
    "quotactl": (179, 60), "nfsservctl": (180, None), "kexec_load": (246, 104), "finit_module": (313, 273),
    "kexec_file_load": (320, 294), "syslog": (103, 116), "clock_settime": (227, 112), "clock_adjtime": (305, 266),
    "vhangup": (153, 58), "uselib": (134, None), "ustat": (136, None), "sysfs": (139, None), "_sysctl": (156, None),
    "lookup_dcookie": (212, 18), "set_mempolicy": (238, 237), "mbind": (237, 235), "migrate_pages": (256, 238),
    "move_pages": (279, 239), "quotactl_fd": (443, 443), "set_mempolicy_home_node": (450, 450),
    "setsockopt": (None, 208), "getsockopt": (None, 209),
}  # fmt: skip
CLONE3 = 435
NEWEST_KNOWN = 462

ALLOW, KILL_PROCESS, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x50001, 0x50026
LOAD, JUMP_EQUAL, JUMP_GREATER, JUMP_SET, RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
CLONE_THREAD = 0x10000
CLONE_NAMESPACES = 0x7E020080
FILTER_FLAG_SPEC_ALLOW = 4


def program(pid, forks=False):
    """Return the filter for a process, as instructions: operation, jumps if true and if false, value.

    With ``forks`` it may make processes of its own, as many as its limit of processes allows, and signal what its pid
    namespace holds; each of those puts itself under ``forked`` on top.
    """
    here = _here()
    denied = [
        numbers[here]
        for name, numbers in DENIED.items()
        if numbers[here] is not None and not (forks and name == "seccomp")
    ]
    return [
        (LOAD, 0, 0, ARCHITECTURE),
        (JUMP_EQUAL, 1, 0, AUDIT[here]),
        (RETURN, 0, 0, KILL_PROCESS),
        (LOAD, 0, 0, NUMBER),
        (JUMP_GREATER, 0, 1, NEWEST_KNOWN),
        (RETURN, 0, 0, ENOSYS),
        # clone3 hides its flags from filters; without it the C library falls back to clone.
        (JUMP_EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, ENOSYS),
        *(_no_namespaces(here) if forks else _itself_alone(here, pid)),
        *_refused(denied),
        (RETURN, 0, 0, ALLOW),
    ]


def forked(pid):
    """Return what a forked process puts on top of its parent's filter: it makes none, and reaches itself alone."""
    here = _here()
    return [
        (LOAD, 0, 0, NUMBER),
        *_itself_alone(here, pid),
        *_refused([DENIED["seccomp"][here]]),
        (RETURN, 0, 0, ALLOW),
    ]


def _here():
    return MACHINES[platform.machine()]


def _refused(numbers):
    for number in numbers:
        yield (JUMP_EQUAL, 0, 1, number)
        yield (RETURN, 0, 0, EPERM)


def _no_namespaces(here):
    yield (JUMP_EQUAL, 0, 4, CLONE[here])
    yield (LOAD, 0, 0, FIRST_ARGUMENT)
    yield (JUMP_SET, 1, 0, CLONE_NAMESPACES)
    yield (RETURN, 0, 0, ALLOW)
    yield (RETURN, 0, 0, EPERM)


def _itself_alone(here, pid):
    # Threads may be made, processes and namespaces may not.
    yield (JUMP_EQUAL, 0, 5, CLONE[here])
    yield (LOAD, 0, 0, FIRST_ARGUMENT)
    yield (JUMP_SET, 0, 2, CLONE_THREAD)
    yield (JUMP_SET, 1, 0, CLONE_NAMESPACES)
    yield (RETURN, 0, 0, ALLOW)
    yield (RETURN, 0, 0, EPERM)
    # A process may signal itself alone.
    for number in (KILL[here], TGKILL[here]):
        yield (JUMP_EQUAL, 0, 4, number)
        yield (LOAD, 0, 0, FIRST_ARGUMENT)
        yield (JUMP_EQUAL, 0, 1, pid)
        yield (RETURN, 0, 0, ALLOW)
        yield (RETURN, 0, 0, EPERM)
    yield (JUMP_EQUAL, 0, 5, PRLIMIT64[here])
    yield (LOAD, 0, 0, FIRST_ARGUMENT)
    yield (JUMP_EQUAL, 1, 0, 0)
    yield (JUMP_EQUAL, 0, 1, pid)
    yield (RETURN, 0, 0, ALLOW)
    yield (RETURN, 0, 0, EPERM)


@cache
def prepared(pid, forks=False):
    """Return the compiled filter of a process: inside a pid namespace every worker is process 1."""
    return _compiled(program(pid, forks))


def install(forks=False):
    """Put this process under its filter, for good."""
    _install(prepared(os.getpid(), forks))


def install_forked():
    """Put a forked process under its filter, on top of its parent's."""
    _install(_compiled(forked(os.getpid())))


def _compiled(instructions):
    """Return what the kernel takes, and the buffer that it points to."""
    code = [struct.pack("<HBBI", *head, value & 0xFFFFFFFF) for *head, value in instructions]
    buffer = ctypes.create_string_buffer(b"".join(code))
    return struct.pack("<HxxxxxxQ", len(code), ctypes.addressof(buffer)), buffer


def _install(compiled):
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    number = DENIED["seccomp"][_here()]
    # SPEC_ALLOW: without it the kernel turns off speculative stores, which costs a worker a third of its speed.
    if kernel.libc.syscall(number, 1, FILTER_FLAG_SPEC_ALLOW, compiled[0]) < 0:
        kernel.check(kernel.libc.syscall(number, 1, 0, compiled[0]), "seccomp")
