"""YAML to plain data, and where in the file each piece of it stands.

Every scalar stays the text that was written (`08`, `yes`, `1e3`); an empty one
is None. The file may come from anybody: its events are read one by one, without
recursion, and what could be abused or misread is refused, never followed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml

from smartcorner.problems import Path, Problem, Refused, shown
from smartcorner.syntax import Complaint, begins, explain, quoted
from smartcorner.textfile import BANNED, Place, read_text, relative, split_lines
from smartcorner.wording import in_words

MOST_DEPTH = 20  # a module is 9 deep
MOST_NODES = 50_000  # a long module has 2,000
MOST_PROBLEMS = 100  # nobody reads more at once

_TOP = Place(1, 1)
_EMPTY = ("", "~", "null", "Null", "NULL")


class Mark(NamedTuple):
    """Where an entry stands: its key (or itself, in a list) and its value, from 1."""

    line: int
    column: int
    value_line: int
    value_column: int
    last_line: int
    block: bool = False  # a text after | or >, which begins on the next line


@dataclass(frozen=True)
class Source:
    """A file that was read: turns paths in its data into lines and columns."""

    file: FilePath
    data: object
    marks: Mapping[Path, Mark]

    def locate(self, problem: Problem) -> Problem:
        """Return the problem with file, line, column and its path in words.

        What isn't there (a missing key) is placed at what should hold it.
        """
        if problem.file is not None:
            return problem
        line, column = problem.line, problem.column
        if line is None:
            line, column = self.position(problem)
        told = problem.path and problem.found.startswith(shown(problem.path[-1]))
        named = problem.path[:-1] if told or problem.on_key else problem.path
        words = problem.words or in_words(self.data, named)
        return problem.replace(file=self.file, line=line, column=column, words=words)

    def position(self, problem: Problem) -> tuple[int, int]:
        """Return line and column, from 1, of what a problem is about."""
        path = problem.path
        while path and path not in self.marks:
            path = path[:-1]
        mark = self.marks.get(path, Mark(1, 1, 1, 1, 1))
        if problem.line_offset is not None and path == problem.path:
            line = mark.value_line + mark.block + problem.line_offset
            same = line == mark.value_line
            return min(line, mark.last_line), mark.value_column if same else 1
        is_text = path == problem.path and not isinstance(self._at(path), (dict, list))
        if is_text and not problem.on_key:
            return mark.value_line, mark.value_column
        return mark.line, mark.column

    def _at(self, path: Path) -> object:
        data: Any = self.data
        for part in path:
            data = data[part]
        return data


def load(path: FilePath, root: FilePath | None = None) -> tuple[dict[str, Any], Source]:
    """Return the data of a YAML file, and its Source.

    Problems name the file relative to `root` where it lies in it.

    Raises:
        Refused: with every problem of the file that can be found.
    """
    return understood(read_text(path, root), relative(path, root))


def understood(text: str, file: FilePath) -> tuple[dict[str, Any], Source]:
    """Return the data of a YAML text as `load` does; `file` is where it stands.

    Raises:
        Refused: with every problem of the text that can be found.
    """
    reading = _Reading(split_lines(text))
    data = reading.read(text)
    source = Source(file, data, reading.marks)
    if reading.problems or not isinstance(data, dict):
        raise Refused(source.locate(problem) for problem in reading.problems)
    return data, source


class _Stopped(Exception):
    """Nothing more can be read."""

    def __init__(self, found: str, expected: str, at: Place) -> None:
        super().__init__(found)
        self.problem = Problem((), found, expected, line=at.line, column=at.column)


@dataclass
class _Open:
    """A list or mapping whose end hasn't come yet.

    `key` waits for its value; "" says that the value belongs nowhere.
    """

    holds: list[Any] | dict[str, Any]
    path: Path
    kept: bool = True
    key: str | None = None
    place: Place = _TOP  # the key's


@dataclass
class _Reading:
    """The events of one file, becoming data."""

    lines: list[str]
    root: object = None
    problems: list[Problem] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def read(self, text: str) -> object:
        """Return the file's data; what is wrong with it is in `problems`."""
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self._take(event)
        except _Stopped as stopped:
            self.problems.append(stopped.problem)
        except yaml.MarkedYAMLError as error:
            place = self._within(error.problem_mark)
            since = self._within(error.context_mark or error.problem_mark)
            said = (error.problem or "", place, error.context or "", since)
            found, fix, at = explain(Complaint(self.lines, *said))
            self._note(at, found, fix)
        if not self.problems and not isinstance(self.root, dict):
            mark = self.marks.get((), Mark(1, 1, 1, 1, 1))
            what = "a list" if isinstance(self.root, list) else "a text"
            found = "the file is empty" if self.root is None else f"the file is {what}"
            fix = "begin it with keys and values, such as “title: …”, in column 1"
            self._note(Place(mark.line, mark.column), found, fix)
        return self.root

    def _within(self, mark: Any) -> Place:
        """Return a place of the file; the parser counts a line after the last one."""
        place, last = _place(mark), len(self.lines)
        return place if place.line <= last else Place(last, len(self.lines[-1]) + 1)

    def _note(self, at: Place, found: str, fix: str) -> None:
        here = self.stack[-1].path if self.stack else ()
        if self.stack and self.stack[-1].key:
            here = (*here, self.stack[-1].key)
        line = min(at.line, len(self.lines))  # the parser counts a line after the last one
        self.problems.append(Problem(here, found, fix, line=line, column=at.column))
        if len(self.problems) >= MOST_PROBLEMS:
            fix = "correct these first, then check again"
            raise _Stopped("there is more, which wasn’t read", fix, at)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent):
            self.nodes += 1
            at = _place(event.start_mark)
            if self.nodes > MOST_NODES:
                fix = f"keep it under {MOST_NODES} texts and lists: split the module"
                raise _Stopped("the file holds too much", fix, at)
            self._node(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                fix = "take “---” away: a file holds one module"
                raise _Stopped("a second document begins here", fix, _place(event.start_mark))
            if event.tags or event.version:
                self._note(_TOP, "lines with “%” have no meaning in a module", "delete them")

    def _node(self, event: yaml.NodeEvent, at: Place) -> None:
        """Take in a text, or the beginning of a list or mapping."""
        # An alias is known by the name of its anchor.
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            written = self.lines[at.line - 1][at.column - 1 :]
            self._note(at, begins(written), quoted(written))
        opens = isinstance(event, yaml.CollectionStartEvent)
        if opens and len(self.stack) >= MOST_DEPTH:
            fix = "close what you opened: a module is never so deep"
            raise _Stopped(f"more than {MOST_DEPTH} levels stand in each other", fix, at)
        value = self._value(event, at)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.holds, dict) and top.key is None:
            top.key, top.place = self._key(event, at, top), at
            path, kept = top.path, False
        else:
            path, kept = self._put(value, event, at)
        if opens:
            self.stack.append(_Open(value, path, kept))

    def _value(self, event: yaml.NodeEvent, at: Place) -> Any:
        if isinstance(event, yaml.CollectionStartEvent):
            return [] if isinstance(event, yaml.SequenceStartEvent) else {}
        if not isinstance(event, yaml.ScalarEvent):
            return None
        if banned := BANNED.search(event.value):
            found = f"“\\” makes an invisible character here (U+{ord(banned[0]):04X})"
            self._note(at, found, "take it away, or write \\\\ for one \\")
        empty = not event.style and event.value in _EMPTY
        return None if empty else event.value

    def _key(self, event: yaml.NodeEvent, at: Place, top: _Open) -> str:
        """Return a key that can be kept, or "" and a note why it can't."""
        key = getattr(event, "value", "")
        if isinstance(event, yaml.CollectionStartEvent):
            written = self.lines[at.line - 1][at.column - 1 :]
            self._note(at, begins(written), quoted(written))
        elif isinstance(event, yaml.AliasEvent):
            pass  # told already
        elif not key or "\n" in key:
            self._note(at, "there is no key before the colon", "write “key: …”")
        elif key == "<<":
            self._note(at, "“<<” has no meaning in a module", "write the keys themselves")
        elif top.kept and key in top.holds:
            first = self.marks[*top.path, key].line
            found = f"{shown(key)} stands twice here, first in line {first}"
            self._note(at, found, "keep one of the two")
        else:
            return str(key)
        return ""

    def _put(self, value: object, event: yaml.NodeEvent, at: Place) -> tuple[Path, bool]:
        """Put a value where it belongs; return its path, and whether it is kept."""
        key, path = at, Path()
        if not self.stack:
            self.root = value
        else:
            top = self.stack[-1]
            if isinstance(top.holds, list):
                path = (*top.path, len(top.holds))
                top.holds.append(value)
            else:
                name, top.key, key = top.key or "", None, top.place
                path = (*top.path, name)
                if not name:
                    return top.path, False
                top.holds[name] = value
            if not top.kept:
                return top.path, False
        end = _place(event.end_mark)
        last = max(end.line - (end.column == 1), at.line)
        block = getattr(event, "style", None) in ("|", ">")
        self.marks[path] = Mark(*key, *at, last, block)
        return path, True


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)
