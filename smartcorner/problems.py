"""What is wrong in a file, where, and what to write instead.

Rules yield problems that know their place in the data (`path`, like pydantic's
`loc`); `load.Source` alone turns that place into a line and a column.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from smartcorner.validation import told
from smartcorner.wording import Path, near, one_of, printable, shown

__all__ = [
    "Path",
    "Problem",
    "Refused",
    "Severity",
    "from_validation",
    "near",
    "one_of",
    "shown",
]

Severity = Literal["error", "warning", "accepted"]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `found` says what is wrong, `expected` what to write instead. `on_key` points
    at the key, not at its value. `line_offset` counts lines, from 0, inside the
    text at `path`. `file`, `line`, `column` (from 1) and `words` (the path in
    words) are filled in by `load.Source.locate`. `rule` names the writing rule
    that is broken; where an author accepted that, `expected` is the reason. There is
    no problem if, in the end, the module that `unless` names has the step beside it.
    """

    path: Path
    found: str
    expected: str
    severity: Severity = "error"
    on_key: bool = False
    line_offset: int | None = None
    file: FilePath | None = None
    line: int | None = None
    column: int | None = None
    words: str = ""
    rule: str = ""
    unless: tuple[str, str] | None = None

    def replace(self, **changes: Any) -> "Problem":
        """Return a copy with some fields changed."""
        return dataclasses.replace(self, **changes)

    def under(self, *path: str | int) -> "Problem":
        """Return a copy whose path starts at data further out."""
        return self.replace(path=(*path, *self.path))

    @property
    def order(self) -> tuple[object, ...]:
        """Return what problems are sorted by: file, line, column, then path."""
        place = ("" if self.file is None else self.file.as_posix(), self.line or 0)
        return (*place, self.column or 0, tuple(map(str, self.path)), self.found)

    def __str__(self) -> str:
        """Return `path:line:column: path in words: what is wrong → what to write`."""
        place = (self.file.as_posix() if self.file else "", self.line, self.column)
        where = ":".join(str(part) for part in place if part)
        said = f"{self.found} → {self.expected}"
        if self.rule and self.severity != "accepted":
            said = f"{said} [{self.rule}]"
        if self.severity != "error":
            said = f"({self.severity}) {said}"
        return ": ".join(printable(part) for part in (where, self.words, said) if part)

    def as_json(self) -> dict[str, Any]:
        """Return what `--format json` prints for an editor."""
        return {
            "file": self.file.as_posix() if self.file else None,
            "line": self.line,
            "column": self.column,
            "path": list(self.path),
            "where": self.words,
            "severity": self.severity,
            "message": self.found,
            "fix": self.expected,
            "rule": self.rule or None,
        }


class Refused(Exception):
    """Raised once, with all the problems that were found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("\n".join(map(str, self.problems)))


def from_validation(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield the problems of data that a model refused; paths start at that data."""
    for path, found, fix, on_key in told(error, model):
        yield Problem(path, found, fix, on_key=on_key)


class NotBuilt(Exception):
    """The engine gave up; the earlier site stands."""
