"""What a preview remembers from one build to the next: results of pure steps, by input."""

import os
import pickle
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Stamp = tuple[tuple[str, int, int], ...]


def stamp(*places: Path) -> Stamp:
    """Return the path, time and size of each file in some folders, or of some files."""
    found = []
    for place in places:
        inside = [os.path.join(at, name) for at, _, names in os.walk(place) for name in names]  # noqa: PTH118  four times as fast
        for path in inside or [str(place)]:
            try:
                facts = os.stat(path)  # noqa: PTH116
            except FileNotFoundError:
                continue
            found.append((path, facts.st_mtime_ns, facts.st_size))
    return tuple(sorted(found))


class Same(Generic[Result]):
    """An object as an input: equal to itself alone, and not looked into."""

    def __init__(self, one: Result) -> None:
        self.one = one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)


class Shelf:
    """What is needed once more, much later: in a file without a name, not in memory.

    The file goes when nothing is left that a build put there.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  open as long as this
        self._end = 0

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):  # the disk is full: that was told
            self._file.close()

    def put(self, one: Result) -> Callable[[], Result]:
        """Put something away; return what gets it back."""
        packed = pickle.dumps(one)
        self._file.write(packed)
        start, self._end = self._end, self._end + len(packed)
        return partial(self._got, start, len(packed))

    def _got(self, start: int, length: int) -> Any:
        self._file.flush()
        return pickle.loads(os.pread(self._file.fileno(), length, start))  # noqa: S301  ours


class Memory:
    """Results by name, each kept as long as its inputs stay the same.

    One build keeps nothing (`keeps`): its memory is needed for other things.
    """

    def __init__(self, *, keeps: bool = False) -> None:
        self.keeps = keeps
        self._common: object = None
        self._kept: dict[object, tuple[object, Any]] = {}

    def begin(self, common: object) -> None:
        """Begin a build; forget all where what every step reads has changed."""
        if common != self._common:
            self._kept.clear()
        self._common = common

    def get(self, name: object, inputs: object, make: Callable[[], Result]) -> Result:
        """Return a step's result: the kept one, or one made now."""
        if not self.keeps:
            return make()
        kept = self._kept.get(name)
        if kept is None or kept[0] != inputs:
            kept = self._kept[name] = (inputs, make())
        result: Result = kept[1]
        return result
