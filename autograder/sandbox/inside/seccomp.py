"""The system-call filter of a worker: no new processes, sockets, traces, mounts or kernel interfaces.

A deny list, compiled to the kernel's filter language before the fork. Calls newer than the list are refused, and so is the
x32 interface of x86-64. Imports nothing of ours but ``kernel``.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

import kernel

# What student code has no business with, by name: the numbers are the kernel's, one table an architecture.
DENIED_X86_64 = {
    "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "socket": 41, "connect": 42, "accept":
    43, "sendto": 44, "recvfrom": 45, "sendmsg": 46, "recvmsg": 47, "shutdown": 48, "bind": 49,
    "listen": 50, "socketpair": 53, "accept4": 288, "recvmmsg": 299, "sendmmsg": 307, "tkill": 200,
    "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297, "pidfd_send_signal": 424, "pidfd_open": 434,
    "pidfd_getfd": 438, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "kcmp":
    312, "process_madvise": 440, "process_mrelease": 448, "unshare": 272, "setns": 308,
    "pivot_root": 155, "chroot": 161, "mount": 165, "umount2": 166, "open_tree": 428, "move_mount":
    429, "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "mount_setattr": 442,
    "open_tree_attr": 467, "memfd_create": 319, "memfd_secret": 447, "userfaultfd": 323,
    "perf_event_open": 298, "bpf": 321, "io_uring_setup": 425, "io_uring_enter": 426,
    "io_uring_register": 427, "add_key": 248, "request_key": 249, "keyctl": 250, "shmget": 29,
    "shmat": 30, "shmctl": 31, "shmdt": 67, "semget": 64, "semop": 65, "semctl": 66, "semtimedop":
    220, "msgget": 68, "msgsnd": 69, "msgrcv": 70, "msgctl": 71, "mq_open": 240, "mq_unlink": 241,
    "mq_timedsend": 242, "mq_timedreceive": 243, "mq_notify": 244, "mq_getsetattr": 245,
    "name_to_handle_at": 303, "open_by_handle_at": 304, "fanotify_init": 300, "splice": 275, "tee":
    276, "vmsplice": 278, "seccomp": 317, "personality": 135, "modify_ldt": 154, "adjtimex": 159,
    "acct": 163, "settimeofday": 164, "swapon": 167, "swapoff": 168, "reboot": 169, "sethostname":
    170, "setdomainname": 171, "iopl": 172, "ioperm": 173, "init_module": 175, "delete_module": 176,
    "quotactl": 179, "nfsservctl": 180, "kexec_load": 246, "finit_module": 313, "kexec_file_load":
    320, "syslog": 103, "clock_settime": 227, "clock_adjtime": 305, "vhangup": 153, "uselib": 134,
    "ustat": 136, "sysfs": 139, "_sysctl": 156, "lookup_dcookie": 212, "set_mempolicy": 238,
    "mbind": 237, "migrate_pages": 256, "move_pages": 279, "quotactl_fd": 443,
    "set_mempolicy_home_node": 450,
}  # fmt: skip
DENIED_AARCH64 = {
    "execve": 221, "execveat": 281, "socket": 198, "socketpair": 199, "bind": 200, "listen": 201,
    "accept": 202, "connect": 203, "sendto": 206, "recvfrom": 207, "setsockopt": 208, "getsockopt":
    209, "shutdown": 210, "sendmsg": 211, "recvmsg": 212, "accept4": 242, "recvmmsg": 243,
    "sendmmsg": 269, "tkill": 130, "rt_sigqueueinfo": 138, "rt_tgsigqueueinfo": 240,
    "pidfd_send_signal": 424, "pidfd_open": 434, "pidfd_getfd": 438, "ptrace": 117,
    "process_vm_readv": 270, "process_vm_writev": 271, "kcmp": 272, "process_madvise": 440,
    "process_mrelease": 448, "unshare": 97, "setns": 268, "pivot_root": 41, "chroot": 51, "mount":
    40, "umount2": 39, "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431,
    "fsmount": 432, "fspick": 433, "mount_setattr": 442, "memfd_create": 279, "memfd_secret": 447,
    "userfaultfd": 282, "perf_event_open": 241, "bpf": 280, "io_uring_setup": 425, "io_uring_enter":
    426, "io_uring_register": 427, "add_key": 217, "request_key": 218, "keyctl": 219, "shmget": 194,
    "shmctl": 195, "shmat": 196, "shmdt": 197, "semget": 190, "semctl": 191, "semtimedop": 192,
    "semop": 193, "msgget": 186, "msgctl": 187, "msgrcv": 188, "msgsnd": 189, "mq_open": 180,
    "mq_unlink": 181, "mq_timedsend": 182, "mq_timedreceive": 183, "mq_notify": 184,
    "mq_getsetattr": 185, "name_to_handle_at": 264, "open_by_handle_at": 265, "fanotify_init": 262,
    "vmsplice": 75, "splice": 76, "tee": 77, "seccomp": 277, "personality": 92, "acct": 89,
    "settimeofday": 170, "quotactl": 60, "swapon": 224, "swapoff": 225, "reboot": 142,
    "sethostname": 161, "setdomainname": 162, "init_module": 105, "delete_module": 106,
    "kexec_load": 104, "finit_module": 273, "kexec_file_load": 294, "syslog": 116, "adjtimex": 171,
    "clock_settime": 112, "clock_adjtime": 266, "vhangup": 58, "lookup_dcookie": 18, "mbind": 235,
    "set_mempolicy": 237, "migrate_pages": 238, "move_pages": 239, "quotactl_fd": 443,
    "set_mempolicy_home_node": 450,
}  # fmt: skip

ARCHITECTURES = {
    "x86_64": {
        "audit": 0xC000003E, "clone": 56, "kill": 62, "tgkill": 234, "prlimit64": 302, "seccomp": 317,
        "denied": DENIED_X86_64,
    },
    "aarch64": {
        "audit": 0xC00000B7, "clone": 220, "kill": 129, "tgkill": 131, "prlimit64": 261, "seccomp": 277,
        "denied": DENIED_AARCH64,
    },
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
    """Return the filter for a process, as bytes, and its number of instructions.

    With ``forks`` it may make processes of its own, as many as its limit of processes allows, and signal what its pid
    namespace holds; each of those puts itself under ``forked`` on top.
    """
    table = ARCHITECTURES[platform.machine()]
    code, emit = _code()

    emit(LOAD, 0, 0, ARCHITECTURE)
    emit(JUMP_EQUAL, 1, 0, table["audit"])
    emit(RETURN, 0, 0, KILL_PROCESS)
    emit(LOAD, 0, 0, NUMBER)
    emit(JUMP_GREATER, 0, 1, NEWEST_KNOWN)
    emit(RETURN, 0, 0, ENOSYS)
    # clone3 hides its flags from filters; without it the C library falls back to clone.
    emit(JUMP_EQUAL, 0, 1, CLONE3)
    emit(RETURN, 0, 0, ENOSYS)
    if forks:
        _no_namespaces(emit, table)
    else:
        _itself_alone(emit, table, pid)
    for name, number in table["denied"].items():
        if not (forks and name == "seccomp"):
            emit(JUMP_EQUAL, 0, 1, number)
            emit(RETURN, 0, 0, EPERM)
    emit(RETURN, 0, 0, ALLOW)
    return b"".join(code), len(code)


def forked(pid):
    """Return what a forked process puts on top of its parent's filter: it makes none, and reaches itself alone."""
    table = ARCHITECTURES[platform.machine()]
    code, emit = _code()
    emit(LOAD, 0, 0, NUMBER)
    _itself_alone(emit, table, pid)
    emit(JUMP_EQUAL, 0, 1, table["seccomp"])
    emit(RETURN, 0, 0, EPERM)
    emit(RETURN, 0, 0, ALLOW)
    return b"".join(code), len(code)


def _code():
    code = []

    def emit(operation, if_true, if_false, value):
        code.append(struct.pack("<HBBI", operation, if_true, if_false, value & 0xFFFFFFFF))

    return code, emit


def _no_namespaces(emit, table):
    emit(JUMP_EQUAL, 0, 4, table["clone"])
    emit(LOAD, 0, 0, FIRST_ARGUMENT)
    emit(JUMP_SET, 1, 0, CLONE_NAMESPACES)
    emit(RETURN, 0, 0, ALLOW)
    emit(RETURN, 0, 0, EPERM)


def _itself_alone(emit, table, pid):
    # Threads may be made, processes and namespaces may not.
    emit(JUMP_EQUAL, 0, 5, table["clone"])
    emit(LOAD, 0, 0, FIRST_ARGUMENT)
    emit(JUMP_SET, 0, 2, CLONE_THREAD)
    emit(JUMP_SET, 1, 0, CLONE_NAMESPACES)
    emit(RETURN, 0, 0, ALLOW)
    emit(RETURN, 0, 0, EPERM)
    # A process may signal itself alone.
    for number in (table["kill"], table["tgkill"]):
        emit(JUMP_EQUAL, 0, 4, number)
        emit(LOAD, 0, 0, FIRST_ARGUMENT)
        emit(JUMP_EQUAL, 0, 1, pid)
        emit(RETURN, 0, 0, ALLOW)
        emit(RETURN, 0, 0, EPERM)
    emit(JUMP_EQUAL, 0, 5, table["prlimit64"])
    emit(LOAD, 0, 0, FIRST_ARGUMENT)
    emit(JUMP_EQUAL, 1, 0, 0)
    emit(JUMP_EQUAL, 0, 1, pid)
    emit(RETURN, 0, 0, ALLOW)
    emit(RETURN, 0, 0, EPERM)


_prepared = {}


def prepare(pid, forks=False):
    """Compile the filter of a process ahead of time: inside a pid namespace every worker is process 1."""
    _prepared[pid, forks] = _packed(*program(pid, forks))


def install(forks=False):
    """Put this process under its filter, for good."""
    pid = os.getpid()
    if (pid, forks) not in _prepared:
        prepare(pid, forks)
    _install(_prepared[pid, forks])


def install_forked():
    """Put a forked process under its filter, on top of its parent's."""
    _install(_packed(*forked(os.getpid())))


def _packed(code, length):
    buffer = ctypes.create_string_buffer(code)
    return struct.pack("<HxxxxxxQ", length, ctypes.addressof(buffer)), buffer


def _install(packed):
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    number = ARCHITECTURES[platform.machine()]["seccomp"]
    # SPEC_ALLOW: without it the kernel turns off speculative stores, which costs a worker a third of its speed.
    if kernel.libc.syscall(number, 1, FILTER_FLAG_SPEC_ALLOW, packed[0]) < 0:
        kernel.check(kernel.libc.syscall(number, 1, 0, packed[0]), "seccomp")
