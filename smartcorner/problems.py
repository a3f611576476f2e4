"""What is wrong in a file, where, and what to write instead.

Rules yield problems that know their place in the data (`path`, like pydantic's
`loc`); `load.Source` alone turns that place into a line and a column.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from smartcorner.wording import Path, near, one_of, printable, shown, singular

__all__ = ["Path", "Problem", "Refused", "Severity", "from_validation", "near", "shown"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `found` says what is wrong, `expected` what to write instead. `on_key` points
    at the key, not at its value. `line_offset` counts lines, from 0, inside the
    text at `path`. `file`, `line`, `column` (from 1) and `words` (the path in
    words) are filled in by `load.Source.locate`.
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
        if self.severity == "warning":
            said = f"(warning) {said}"
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
        }


class Refused(Exception):
    """Raised once, with all the problems that were found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("\n".join(map(str, self.problems)))


def from_validation(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield the problems of data that a model refused; paths start at that data."""
    seen: set[Path] = set()
    for details in error.errors(include_url=False):
        path, hint, keys = _follow(model, details["loc"])
        problem = _problem(details, path, hint, keys)
        if problem.path not in seen:  # each member of a union complains once
            seen.add(problem.path)
            yield problem


def _members(hint: Any) -> list[Any]:
    """Return the types that a hint allows, without None and what Annotated adds."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        return [inner for arg in get_args(hint) for inner in _members(arg)]
    return [] if hint in (None, NoneType) else [hint]


def _fields(hint: Any) -> dict[str, Any]:
    """Return a model's fields by the key that is written in YAML."""
    if not (isinstance(hint, type) and issubclass(hint, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in hint.model_fields.items()}


def _is_tagged(hint: Any, tag: str) -> bool:
    """Say whether this member of a union is the one that pydantic calls `tag`."""
    words = (get_args(inner) for kind in _fields(hint).values() for inner in _members(kind))
    return getattr(hint, "__name__", "") == tag or any(tag in known for known in words)


def _follow(model: Any, loc: tuple[int | str, ...]) -> tuple[Path, list[Any], list[str]]:
    """Return the path in the data, the types allowed there, and the keys beside it.

    Pydantic adds to `loc` which member of a union it tried; the data has no such key.
    """
    path: list[str | int] = []
    hints = _members(model)
    beside: list[str] = []
    for part in loc:
        if isinstance(part, str) and len(hints) > 1:
            hints = [hint for hint in hints if _is_tagged(hint, part)]
            continue
        path.append(part)
        if isinstance(part, int):
            hints = [
                inner for hint in hints for arg in get_args(hint)[:1] for inner in _members(arg)
            ]
            beside = []
        else:
            fields = _fields(hints[0]) if hints else {}
            beside = list(fields)
            values = get_args(hints[0])[1:] if hints and not fields else ()
            hints = _members(fields[part] if part in fields else values[0] if values else None)
    return tuple(path), hints, beside


_A_NUMBER = "write a whole number in figures, such as 20"
_FIXES = {
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_parsing": _A_NUMBER,
    "int_type": _A_NUMBER,
    "int_from_float": _A_NUMBER,
    "int_parsing_size": "write a smaller number",
    "float_parsing": "write a number in figures, such as 1.5",
    "float_type": "write a number in figures, such as 1.5",
    "date_parsing": "write a day as year-month-day, such as 2026-11-02",
    "date_from_datetime_parsing": "write a day as year-month-day, such as 2026-11-02",
    "date_type": "write a day as year-month-day, such as 2026-11-02",
}
_BOUNDS = {
    "greater_than": ("gt", "write a number greater than"),
    "greater_than_equal": ("ge", "write a number from"),
    "less_than": ("lt", "write a number smaller than"),
    "less_than_equal": ("le", "write a number up to"),
}


def _problem(details: ErrorDetails, path: Path, hints: list[Any], beside: list[str]) -> Problem:
    """Return one of pydantic's errors as a problem."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    last = path[-1] if path else ""
    name = shown(last) if isinstance(last, str) and last else "this entry"
    if not path:
        name = "this"

    def told(found: str, expected: str, **more: Any) -> Problem:
        return Problem(path, found, expected, **more)

    if kind == "missing":
        example = "a list under it" if _is_list(hints) else "…"
        return told(f"{name} is missing", f"add a line “{last}:” with {example}")
    if kind == "extra_forbidden":
        meant = near(str(last), beside)
        known = f"write {one_of(beside)}" if beside else "take it away"
        fix = f"write {shown(meant)}" if meant else f"take it away, or {known}"
        return told(f"{name} isn't known here", fix, on_key=True)
    return told(f"{name}: {details['msg']}", "write it as the reference page shows")


def _is_list(hints: list[Any]) -> bool:
    return any(get_origin(hint) in (tuple, list) for hint in hints)
