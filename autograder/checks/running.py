"""pytest as the kit starts it: nothing that a shell, a project or another package has set has a say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

SETTINGS = Path(__file__).with_name("checks.ini")
# A variable and not --disable-plugin-autoload: every pytest knows it, the option came with 8.4. The other two could
# choose among the checks, or bring plugins.
VARIABLES = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
# What makes reports that people read: of no use where nobody reads them.
REPORTING = ("assertion", "capture", "logging", "warnings")
# Plugins of pytest's own that do nothing for a check, and cost time, expect a terminal or touch the process.
UNUSED = (
    "cacheprovider", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "nose", "pastebin", "recwarn",
    "setuponly", "setupplan", "stepwise", "subtests", "terminal", "threadexception", "tmpdir", "unittest",
    "unraisableexception",
)  # fmt: skip


def run_file(file: Path, *plugins: object, root: Path, capture: bool = False) -> int:
    """Run a file of checks under plugins that choose among them and note how they went.

    Parameters
    ----------
    file
        The checks, hidden or public.
    plugins
        Objects with hooks and fixtures of pytest's.
    root
        A folder above the file: pytest names the file's module by its path below it.
    capture
        Whether reports hold what was printed.

    Returns
    -------
    int
        The exit code, as in ``pytest.ExitCode``.
    """
    unused = UNUSED if capture else (*REPORTING, *UNUSED)
    arguments = [str(file), "-c", str(SETTINGS), f"--rootdir={root}", "--noconftest"]
    arguments += [f"-pno:{name}" for name in unused]
    arguments += ["--capture=sys"] if capture else []
    with pytest.MonkeyPatch.context() as environment:
        for name, value in VARIABLES.items():
            environment.setenv(name, value)
        try:
            return pytest.main(arguments, plugins=plugins)
        finally:
            _forget(file)


def _forget(file: Path) -> None:
    """Let the file be imported anew next time: another course may have one of its name, or it may have changed."""
    for name, module in list(sys.modules.items()):
        if getattr(module, "__file__", None) == str(file):
            del sys.modules[name]
