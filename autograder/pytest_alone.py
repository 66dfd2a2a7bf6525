"""pytest as the kit starts it: nothing that a shell, a project or another package has set has a say."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

# A variable and not --disable-plugin-autoload: every pytest knows it, the option came with 8.4. The other two could
# choose among the checks, or bring plugins.
VARIABLES = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}


def run_pytest(arguments: Sequence[str], *plugins: object) -> int:
    """Run pytest with these arguments and these plugins alone; return its exit code."""
    before = {name: os.environ.get(name) for name in VARIABLES}
    os.environ.update(VARIABLES)
    try:
        return pytest.main(list(arguments), plugins=plugins)
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
