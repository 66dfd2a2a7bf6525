"""Zip archives: looked over before anything is unpacked, read in memory, never written to disk."""

from __future__ import annotations

import contextlib
import io
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from autograder.submission import limits
from autograder.submission.messages import unreadable
from autograder.submission.naming import suffix_of
from autograder.submission.tree import SOURCES, Entry, Tree, is_noise, read_file, sort_entries

# What zipfile and zlib raise on an archive that is damaged or made to mislead.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError),
    *(LookupError, OverflowError, AssertionError),
)
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTION_FLAG = 0x1
UTF8_FLAG = 0x800
DRIVE = re.compile(r"[A-Za-z]:")

# The record that ends an archive: signature, disks, entries here and in all, bytes and place of the
# index, comment.
END = struct.Struct("<4s4H2LH")
END_SIGNATURE = b"PK\x05\x06"
LARGE_LOCATOR_SIGNATURE = b"PK\x06\x07"
LARGE_LOCATOR_BYTES = 20
MAX_COMMENT_BYTES = 0xFFFF


def archive_tree(path: Path) -> Tree:
    """Return the files of a zip archive.

    Raises
    ------
    UnreadableSubmission
        Where it is empty, damaged, encrypted, too large, holds too many files, or names files
        outside of itself. Sizes are looked at again as each file is read.
    """
    data = read_file(path, limits.MAX_ARCHIVE_BYTES)
    _look_over(data, path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except BROKEN as error:
        raise unreadable("broken_archive", where=path, reason=_reason(error)) from None
    if len(infos) > limits.MAX_ARCHIVE_ENTRIES:
        raise unreadable("too_many", where=path, limit=limits.MAX_ARCHIVE_ENTRIES)
    contents = _Contents(path, archive)
    entries: dict[PurePosixPath, Entry] = {}
    for info in infos:
        inner = _inner_path(info, path)
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16):
            continue
        if any(is_noise(part) for part in inner.parts) or len(inner.parts) > limits.MAX_DEPTH + 1:
            continue
        # A name that comes twice is the later file, as on unpacking.
        entries[inner] = contents.entry(info, inner)
    return sort_entries(str(path), entries.values())


class _Contents:
    """The files of one archive, which share one allowance of unpacked bytes."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._left = limits.MAX_UNPACKED_BYTES

    def entry(self, info: zipfile.ZipInfo, inner: PurePosixPath) -> Entry:
        if suffix_of(inner.name) in SOURCES:
            self._check(info, inner)
        return Entry(inner, lambda limit: self._read(info, inner, limit))

    def _check(self, info: zipfile.ZipInfo, inner: PurePosixPath) -> None:
        if info.flag_bits & ENCRYPTION_FLAG:
            raise unreadable("encrypted", where=self._path, name=inner)
        if info.compress_type not in PACKINGS:
            raise unreadable("bad_packing", where=self._path, name=inner)
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size >= limits.RATIO_MATTERS_FROM and ratio > limits.MAX_ARCHIVE_RATIO:
            raise unreadable("bomb", where=self._path, name=inner, found=info.file_size)

    def _read(self, info: zipfile.ZipInfo, inner: PurePosixPath, limit: int) -> bytes:
        """Unpack no more than asked for, whatever the archive says about the size."""
        self._check(info, inner)
        try:
            with self._archive.open(info) as file:
                data = file.read(min(limit, self._left) + 1)
        except BROKEN as error:
            reason = f"{inner}: {_reason(error)}"
            raise unreadable("broken_archive", where=self._path, reason=reason) from None
        self._left -= len(data)
        if self._left < 0:
            raise unreadable("bomb", where=self._path, name=inner, found=info.file_size)
        return data


def _look_over(data: bytes, where: Path) -> None:
    """Refuse an archive whose index alone would fill the memory, before ``zipfile`` reads it."""
    if not data:
        raise unreadable("empty_file", where=where)
    if len(data) > limits.MAX_ARCHIVE_BYTES:
        raise unreadable("too_large", where=where, found=len(data), limit=limits.MAX_ARCHIVE_BYTES)
    at = data.rfind(END_SIGNATURE, max(0, len(data) - END.size - MAX_COMMENT_BYTES))
    if at < 0 or at + END.size > len(data):
        raise unreadable("broken_archive", where=where, reason="zip?")
    *_, entries, index_bytes, _, _ = END.unpack_from(data, at)
    large = data.startswith(LARGE_LOCATOR_SIGNATURE, max(0, at - LARGE_LOCATOR_BYTES))
    many = entries > limits.MAX_ARCHIVE_ENTRIES or index_bytes > limits.MAX_ARCHIVE_INDEX_BYTES
    if large or many:
        raise unreadable("too_many", where=where, limit=limits.MAX_ARCHIVE_ENTRIES)


def _inner_path(info: zipfile.ZipInfo, where: Path) -> PurePosixPath:
    """Return where an entry lies; Windows tools write backslashes, and Korean ones names in their own code page."""
    name = info.filename
    if not info.flag_bits & UTF8_FLAG:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("cp949")
    name = name.replace("\\", "/")
    inner = PurePosixPath(name)
    if inner.is_absolute() or ".." in inner.parts or DRIVE.match(name):
        raise unreadable("unsafe_name", where=where, name=name)
    return inner


def _reason(error: BaseException) -> str:
    return str(error) or type(error).__name__
