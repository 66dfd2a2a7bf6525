"""The outer sandbox: bubblewrap builds a file system from nothing, in namespaces of its own."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.errors import SandboxError


def bubblewrap_command(
    paths: Sequence[Path],
    inside: Path,
    environment: Mapping[str, str],
    *,
    root: bool,
) -> tuple[list[str], list[str], list[str]]:
    """Return command, import path and readable paths where bubblewrap builds a file system from nothing."""
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None:
        raise SandboxError("bubblewrap (bwrap) is not installed")
    library = Path(sysconfig.get_path("stdlib"))
    lib = library.parent
    interpreter = os.path.realpath(sys.executable)
    command = [
        bubblewrap,
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        "--hostname",
        "box",
    ]
    command += [
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--unshare-uts",
        "--unshare-cgroup-try",
    ]
    for name, value in environment.items():
        command += ["--setenv", name, value]
    command += ["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"]
    if root:
        command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        command += ["--unshare-user", "--uid", "1000", "--gid", "1000"]
    # bubblewrap makes missing parents for root alone; another user has to walk through them.
    made: set[str] = set()
    for target in ("/usr/lib", "/dev/x", "/opt/site/x", "/opt/kit/x", str(lib), interpreter):
        for folder in reversed(Path(target).parents):
            if str(folder) != "/" and str(folder) not in made:
                made.add(str(folder))
                command += ["--perms", "0755", "--dir", str(folder)]
    command += [
        "--ro-bind",
        "/usr/lib",
        "/usr/lib",
        "--ro-bind-try",
        "/usr/lib64",
        "/usr/lib64",
    ]
    for name in ("/lib", "/lib64", "/lib32"):
        if os.path.islink(name):
            command += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            command += ["--ro-bind", name, name]
    command += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    if not str(lib).startswith("/usr/lib"):
        command += ["--ro-bind", interpreter, interpreter, "--ro-bind", str(lib), str(lib)]
    elif not interpreter.startswith("/usr/lib"):
        command += ["--ro-bind", interpreter, interpreter]
    for hidden in {
        library / "site-packages",
        library / "dist-packages",
        Path("/usr/lib/python3/dist-packages"),
    }:
        if hidden.is_dir():
            command += ["--perms", "0755", "--tmpfs", str(hidden)]
    for package in paths:
        command += ["--ro-bind", str(package), f"/opt/site/{package.name}"]
    command += ["--ro-bind", str(inside), "/opt/kit"]
    for empty in ("/tmp", "/box"):
        command += ["--perms", "0755", "--dir", empty]
    for device in ("/dev/null", "/dev/urandom"):
        command += ["--dev-bind", device, device]
    command += ["--remount-ro", "/", "--chdir", "/"]
    return (
        command,
        ["/opt/kit", "/opt/site"],
        [str(lib), "/usr/lib", "/opt/site", "/opt/kit", "/dev/urandom"],
    )
