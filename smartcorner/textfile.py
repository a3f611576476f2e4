"""The text of a file, or in plain words why it can't be taken."""

import re
import stat
from pathlib import Path
from typing import NamedTuple

from smartcorner.problems import Problem, Refused

MOST_BYTES = 1_000_000  # a long module has 40,000

# What no text needs and a page, a terminal or an editor may misread: control
# characters, line ends that editors don't count, a mark of byte order inside.
BANNED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Place(NamedTuple):
    """A line and a column of a file, from 1."""

    line: int
    column: int


class _Unreadable(Exception):
    """What is wrong with a file, what to do, and where."""

    def __init__(self, found: str, fix: str, before: str = "") -> None:
        super().__init__(found)
        lines = split_lines(before)
        self.problem = Problem((), found, fix, line=len(lines), column=len(lines[-1]) + 1)


def relative(path: Path, root: Path | None) -> Path:
    """Return the path as messages name it: from `root` on, where it lies in it."""
    return path.relative_to(root) if root and path.is_relative_to(root) else path


def split_lines(text: str) -> list[str]:
    """Return the lines of a text as YAML and editors count them."""
    return re.split(r"\r\n|\r|\n", text)


def read_text(path: Path, root: Path | None = None) -> str:
    """Return a file's text, without the mark of byte order that some editors put first.

    Raises:
        Refused: it isn't a file of at most 1 MB of UTF-8 text.
    """
    try:
        return _decode(_read(path))
    except _Unreadable as error:
        raise Refused([error.problem.replace(file=relative(path, root))]) from None


def _read(path: Path) -> bytes:
    """Return a file's bytes; a file that is too large isn't read."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise _Unreadable("this isn’t a file", "put a text file here")
        if facts.st_size > MOST_BYTES:
            size = f"{facts.st_size / 1_000_000:.1f} MB"
            raise _Unreadable(f"the file has {size}", "keep it under 1 MB: split it")
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        found = f"the file can’t be read ({reason})"
        raise _Unreadable(found, "check its name and who may read it") from None


def _decode(raw: bytes) -> str:
    advice = "save the file again with the encoding “UTF-8”"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Unreadable("the file is saved as UTF-16, not UTF-8", advice)
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        found = "a letter here isn’t saved as UTF-8"
        raise _Unreadable(found, advice, raw[: error.start].decode()) from None
    if banned := BANNED.search(text):
        found = f"an invisible character that no text needs (U+{ord(banned[0]):04X})"
        fix = "delete it: write the words around it again"
        raise _Unreadable(found, fix, text[: banned.start()])
    return text
