"""Building what students hand in."""

import io
import json
import zipfile

import pytest

MODULE = "a01_gradient_descent_line"


@pytest.fixture
def put(tmp_path):
    """Write files below a fresh folder: ``put({"kim/a01.py": "…"})``; return the folder."""

    def write(files, folder="."):
        top = tmp_path / folder
        top.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.mkdir(exist_ok=True)
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_bytes(content.encode())
        return top

    return write


@pytest.fixture
def notebook():
    """Build a notebook's text from its code cells, each a source or a (source, metadata) pair."""

    def build(*cells, **top):
        entries = []
        for cell in cells:
            source, metadata = cell if isinstance(cell, tuple) else (cell, {})
            entries.append(
                {
                    "cell_type": "code",
                    "source": source,
                    "metadata": metadata,
                    "outputs": [],
                    "execution_count": None,
                }
            )
        return json.dumps(
            {"cells": entries, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **top}
        )

    return build


@pytest.fixture
def zipped(tmp_path):
    """Write a zip of names and contents; a content may come with its ``ZipInfo``."""

    def write(files, name="submission.zip"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in files:
                archive.writestr(entry, content)
        path = tmp_path / name
        path.write_bytes(buffer.getvalue())
        return path

    return write
