"""A new folder in the place of an old one, with no moment in between.

What a build makes lies beside its target, in `.site-…`, until it is whole. Whoever
builds holds a lock on it: what a killed build left has none, and is removed.
"""

import ctypes
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_OLD = "-old"  # ends the name of a former folder on its way out


def aside(target: Path) -> Path:
    """Return a new, empty folder beside a target, locked until this process ends."""
    target.parent.mkdir(parents=True, exist_ok=True)
    clear(target)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    made.chmod(0o755)
    fcntl.flock(os.open(made, os.O_RDONLY), fcntl.LOCK_EX)
    return made


def clear(target: Path) -> None:
    """Remove what killed builds left beside a target; other builds go on."""
    for left in target.parent.glob(f".{target.name}-*"):
        if left.name.endswith(_OLD) and not target.exists():
            left.rename(target)  # killed between two renames
        elif not _held(left):
            shutil.rmtree(left, ignore_errors=True)


def _held(folder: Path) -> bool:
    """Return whether a build that still runs made a folder."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(opened)
    return False


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system can't (renameat2(2))."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def swap(made: Path, target: Path) -> None:
    """Put the folder `made` at `target` and remove what stood there.

    Both lie in one folder. A reader sees the old one or the new one, whole. Where the
    system can't exchange folders (some network and foreign file systems), the target
    is missing for a moment; killed in it, the next build puts the old one back.
    """
    if not target.exists():
        made.rename(target)
        return
    if not _exchange(made, target):
        old = made.with_name(f"{made.name}{_OLD}")
        target.rename(old)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise
        made = old
    shutil.rmtree(made, ignore_errors=True)
