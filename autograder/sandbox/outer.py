"""What stands around a zygote: a file system that bubblewrap builds from nothing, or the machine's own; packages."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.distributions import of_imports
from autograder.errors import SandboxError
from autograder.sandbox.surroundings import INSIDE

# Where bubblewrap shows what runs inside, and the allowed packages.
CODE, SITE = "/opt/kit", "/opt/site"
INTERPRETER = os.path.realpath(sys.executable)
LIBRARY = Path(sysconfig.get_path("stdlib"))
UNSHARED = ("pid", "net", "ipc", "uts", "cgroup-try")
DEVICES = ("/dev/null", "/dev/urandom")


@dataclass(frozen=True)
class Outer:
    """What a zygote is started in."""

    command: tuple[str, ...]  # what stands before the interpreter
    import_path: tuple[str, ...]  # what workers may import from, beside the standard library
    readable: tuple[str, ...]  # what they may read, where Landlock limits that
    code: str  # where what runs inside is found


def bare(packages: Sequence[Path], view: Path) -> Outer:
    """Return the machine's own file system, with a folder of links that shows just some packages.

    Landlock makes that view binding.
    """
    for path in packages:
        (view / path.name).symlink_to(path)
    hidden = {"site-packages", "dist-packages", "test", "idlelib"}
    readable = [path for path in LIBRARY.iterdir() if path.name not in hidden]
    readable += [view, *packages, INSIDE, *Path("/usr/lib").glob("*-linux-gnu")]
    readable += map(Path, ("/etc/ld.so.cache", "/lib64", "/dev/urandom"))
    return Outer(
        command=(),
        import_path=(str(INSIDE), str(view)),
        readable=tuple(str(path) for path in readable if path.exists()),
        code=str(INSIDE),
    )


def built(packages: Sequence[Path], environment: Mapping[str, str], *, root: bool) -> Outer:
    """Return a file system that bubblewrap builds from nothing, in namespaces of its own."""
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None:
        raise SandboxError("bubblewrap (bwrap) is not installed")
    command = [bubblewrap, "--die-with-parent", "--new-session", "--clearenv", "--hostname", "box"]
    command += [f"--unshare-{namespace}" for namespace in UNSHARED]
    for name, value in environment.items():
        command += ["--setenv", name, value]
    command += _capabilities(root)
    command += _interpreter()
    for package in packages:
        command += ["--ro-bind", str(package), f"{SITE}/{package.name}"]
    command += ["--ro-bind", str(INSIDE), CODE]
    for empty in ("/tmp", "/box"):
        command += ["--perms", "0755", "--dir", empty]
    for device in DEVICES:
        command += ["--dev-bind", device, device]
    command += ["--remount-ro", "/", "--chdir", "/"]
    return Outer(
        command=tuple(command),
        import_path=(CODE, SITE),
        readable=(str(LIBRARY.parent), "/usr/lib", SITE, CODE, "/dev/urandom"),
        code=CODE,
    )


def _capabilities(root: bool) -> list[str]:
    """Return what the zygote needs in order to confine its workers; these drop all of it."""
    kept = ["CAP_SYS_ADMIN", "CAP_SETPCAP", *(("CAP_SETUID", "CAP_SETGID") if root else ())]
    options = ["--cap-drop", "ALL"]
    for capability in kept:
        options += ["--cap-add", capability]
    return options if root else [*options, "--unshare-user", "--uid", "1000", "--gid", "1000"]


def _interpreter() -> list[str]:
    """Return what shows the interpreter and its libraries, without any package that is installed beside them."""
    lib = str(LIBRARY.parent)
    options = []
    # bubblewrap makes missing parents for root alone; another user has to walk through them.
    targets = ("/usr/lib", "/dev/x", f"{SITE}/x", f"{CODE}/x", lib, INTERPRETER)
    folders = [folder for target in targets for folder in reversed(Path(target).parents)]
    for folder in dict.fromkeys(map(str, folders)):
        if folder != "/":
            options += ["--perms", "0755", "--dir", folder]
    options += ["--ro-bind", "/usr/lib", "/usr/lib", "--ro-bind-try", "/usr/lib64", "/usr/lib64"]
    for name in ("/lib", "/lib64", "/lib32"):
        if os.path.islink(name):
            options += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            options += ["--ro-bind", name, name]
    options += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    if not INTERPRETER.startswith("/usr/lib") or not lib.startswith("/usr/lib"):
        options += ["--ro-bind", INTERPRETER, INTERPRETER]
    if not lib.startswith("/usr/lib"):
        options += ["--ro-bind", lib, lib]
    installed = {"/usr/lib/python3/dist-packages"}
    installed |= {str(LIBRARY / name) for name in ("site-packages", "dist-packages")}
    for hidden in sorted(installed):
        if os.path.isdir(hidden):
            options += ["--perms", "0755", "--tmpfs", hidden]
    return options


def package_paths(names: Sequence[str]) -> list[Path]:
    """Return the folders and files that importing some packages needs, with those of what they depend on.

    One that isn't installed is left out: importing it fails as it would anywhere.
    """
    paths: dict[str, Path] = {}
    for name in of_imports(names):
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        for path in _top_level(distribution):
            paths.setdefault(path.name, path)
    return [paths[name] for name in sorted(paths)]


def _top_level(distribution: importlib.metadata.Distribution) -> Iterator[Path]:
    """Yield what a distribution puts into site-packages, its bundled libraries included, its scripts not."""
    tops = {
        file.parts[0]
        for file in distribution.files or ()
        if file.parts[0] not in ("..", "/", "__pycache__")
    }
    for top in sorted(tops):
        path = Path(str(distribution.locate_file(top)))
        if path.exists() and (path.is_dir() or path.suffix in (".py", ".so")):
            yield path
