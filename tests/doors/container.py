"""Run a command as in a hosted grader's container: no namespaces, few capabilities, limits where cgroups can be made.

    python container.py [--cgroup FOLDER]... -- COMMAND…

What Docker's default profile does to a container without CAP_SYS_ADMIN: the calls that make namespaces and mounts are
refused, `clone3` isn't there, and capabilities beyond the default set are gone. Landlock stays allowed.
"""

import ctypes
import os
import platform
import struct
import sys

NUMBERS = {  # unshare, setns, mount, umount2, pivot_root, clone, clone3, seccomp
    "x86_64": (0xC000003E, (272, 308, 165, 166, 155), 56, 435, 317),
    "aarch64": (0xC00000B7, (97, 268, 40, 39, 41), 220, 435, 277),
}
NEW_NAMESPACES = 0x7E020000
EPERM, ENOSYS = 0x00050001, 0x00050026
ALLOW = 0x7FFF0000
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
# chown, dac_override, fowner, fsetid, kill, setgid, setuid, setpcap, net_bind_service, net_raw, sys_chroot, mknod,
# audit_write, setfcap
KEPT = {0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 18, 27, 29, 31}

libc = ctypes.CDLL(None, use_errno=True)


def instruction(code, yes, no, value):
    return struct.pack("<HBBI", code, yes, no, value)


def refuse_namespaces():
    audit, refused, clone, clone3, seccomp = NUMBERS[platform.machine()]
    load, equal, has, answer = 0x20, 0x15, 0x45, 0x06
    code = [
        instruction(load, 0, 0, 4),
        instruction(equal, 1, 0, audit),
        instruction(answer, 0, 0, EPERM),
        instruction(load, 0, 0, 0),
        instruction(equal, 0, 1, clone3),
        instruction(answer, 0, 0, ENOSYS),
    ]
    for number in refused:
        code += [instruction(equal, 0, 1, number), instruction(answer, 0, 0, EPERM)]
    code += [
        instruction(equal, 0, 3, clone),
        instruction(load, 0, 0, 16),
        instruction(has, 0, 1, NEW_NAMESPACES),
        instruction(answer, 0, 0, EPERM),
        instruction(answer, 0, 0, ALLOW),
    ]
    text = ctypes.create_string_buffer(b"".join(code))
    program = struct.pack("<HxxxxxxQ", len(code), ctypes.addressof(text))
    # Installed with CAP_SYS_ADMIN where there is any, so that no NO_NEW_PRIVS is needed; else with it.
    if libc.syscall(seccomp, 1, 0, program) != 0:
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if libc.syscall(seccomp, 1, 0, program) != 0:
            raise OSError(ctypes.get_errno(), "seccomp")


def main():
    arguments = sys.argv[1:]
    while arguments[0] == "--cgroup":
        with open(os.path.join(arguments[1], "cgroup.procs"), "w") as file:
            file.write(str(os.getpid()))
        del arguments[:2]
    for capability in set(range(41)) - KEPT:
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # root's alone; others have none
    refuse_namespaces()
    os.execvp(arguments[1], arguments[1:])


main()
