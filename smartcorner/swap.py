"""A new folder in the place of an old one, with no moment in between."""

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system can't (renameat2(2))."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def swap(made: Path, target: Path) -> None:
    """Put the folder `made` at `target` and remove what stood there.

    Both lie in one folder. A reader sees the old one or the new one, whole; where
    the system can't exchange folders, the target is missing for a moment.
    """
    if not target.exists():
        made.rename(target)
        return
    if not _exchange(made, target):
        old = made.with_name(f"{made.name}-old")
        target.rename(old)
        made.rename(target)
        made = old
    shutil.rmtree(made, ignore_errors=True)
