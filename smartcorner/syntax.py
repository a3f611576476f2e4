"""What YAML's parser complains of, in a trainer's words, with what to write.

The parser says where it stumbled; the usual causes are told by looking at the
lines around (a colon in a text, a tab, a quote that nobody closed).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from smartcorner.textfile import Place
from smartcorner.wording import printable, shown

_LONGEST = 60  # characters of a line that are worth showing as it should be

_KEY = re.compile(r"""(?P<lead>\s*(?:-\s+)*)(?P<key>"[^"]*"|'[^']*'|[^\s"'][^:]*?)\s*:\s+""")


@dataclass(frozen=True)
class Complaint:
    """What the parser says: `problem` at `place`, while busy with `context` at `since`."""

    lines: list[str]
    problem: str
    place: Place
    context: str
    since: Place

    def line(self, number: int) -> str:
        """Return a line of the file; beyond its end they are empty."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def above(self) -> int:
        """Return the number of the last line above that isn't blank, or 0."""
        number = self.place.line - 1
        while number > 0 and not self.line(number).strip():
            number -= 1
        return number

    @property
    def rest(self) -> str:
        """The line from the place on."""
        return self.line(self.place.line)[self.place.column - 1 :]


class Explained(NamedTuple):
    """What is wrong, what to write, and where the cause stands."""

    found: str
    fix: str
    place: Place


def explain(complaint: Complaint) -> Explained:
    """Return the probable cause of what the parser complains of."""
    if complaint.rest.startswith("\t") or "tab character" in complaint.problem:
        fix = "write spaces instead of the tab, two for each level"
        return Explained("a tab stands here", fix, complaint.place)
    said = f"{complaint.context}: {complaint.problem}"
    for pattern, tell in _CAUSES:
        if re.search(pattern, said) and (explained := tell(complaint)):
            return explained
    fix = "look at its quotes, at the spaces before it and after “:” and “-”"
    return Explained("this line can’t be understood from here on", fix, complaint.place)


def quoted(text: str) -> str:
    """Say how to write a text in quotes."""
    text = text.strip()
    if '"' in text or "\\" in text or not text or len(text) > _LONGEST:
        return "put the whole text between quotes"
    return f'put the text between quotes: "{printable(text)}"'


def begins(text: str) -> str:
    """Say that a text can't begin as this one does."""
    return f"a text that begins with “{text.strip()[:1]}” needs quotes"


def _begins(where: Callable[[Complaint], Place]) -> Callable[[Complaint], Explained]:
    def tell(complaint: Complaint) -> Explained:
        place = where(complaint)
        text = complaint.line(place.line)[place.column - 1 :]
        if not text.strip():
            found = "the file ends in the middle of something"
            fix = "close each “[”, “{” and quote; a text that begins with one needs quotes"
            return Explained(found, fix, place)
        return Explained(begins(text), quoted(text), place)

    return tell


def _colon(complaint: Complaint) -> Explained | None:
    """Tell a colon inside a text, or a line that is indented too far."""
    line, column = complaint.place
    text = complaint.line(line)
    entry = _KEY.match(text)
    if entry and entry.end() < column:
        found = "a text with a colon and a space needs quotes"
        return Explained(found, quoted(text[entry.end() :]), Place(line, entry.end() + 1))
    above = complaint.above()
    if not above:
        return None
    before = complaint.line(above)
    if not (key := _KEY.match(f"{before} ")):
        return _no_colon(before, above)
    start = len(text) - len(text.lstrip()) + 1
    if start > len(key["lead"]) + 1:
        spaces = f"{len(key['lead']) or 'no'} spaces"
        fix = f"begin it under {shown(key['key'])}, with {spaces} before it"
        return Explained("this line begins too far to the right", fix, Place(line, start))
    return None


def _no_colon(text: str, line: int) -> Explained:
    """Tell a line that is neither a key with a value nor an entry of a list."""
    column = len(text) - len(text.lstrip()) + 1
    text = text.strip()
    if re.match(r"-[^\s-]", text):
        fix = f"write a space after it: {shown(f'- {text[1:]}')}"
        return Explained("a “-” needs a space", fix, Place(line, column))
    if glued := re.match(r"([\w-]+):(\S.*)", text):
        fix = f"write a space after it: {shown(f'{glued[1]}: {glued[2]}')}"
        return Explained(
            f"the colon after {shown(glued[1])} needs a space", fix, Place(line, column)
        )
    found = f"{shown(text)} is neither a key with a colon nor an entry of a list"
    fix = "write “key: …” or “- …”; put a text of several lines between quotes or under “|”"
    return Explained(found, fix, Place(line, column))


def _stray(complaint: Complaint) -> Explained:
    return _no_colon(complaint.line(complaint.since.line), complaint.since.line)


def _unclosed_quote(complaint: Complaint) -> Explained:
    quote = complaint.line(complaint.since.line)[complaint.since.column - 1 :][:1]
    found = f"the quote {quote} that opens here is never closed"
    return Explained(found, f"write {quote} at the end of the text", complaint.since)


def _after_quote(complaint: Complaint) -> Explained | None:
    """Tell a text that goes on after its quotes, or an earlier quote left open."""
    line, column = complaint.place
    before = complaint.line(line)[: column - 1].rstrip()
    quote = before[-1:]
    if quote not in ('"', "'") or not quote:
        return None
    opened = re.compile(rf"(?:^|[:\-,\[{{])\s*{quote}[^{quote}]*$")
    if opened.search(before[:-1]) is None:  # it was this quote that closed another line's
        for number in range(line - 1, 0, -1):
            if start := opened.search(complaint.line(number)):
                place = Place(number, start.start() + start[0].index(quote) + 1)
                found = f"the quote {quote} that opens here isn’t closed on its line"
                return Explained(found, f"write {quote} at the end of the text", place)
    fix = "keep quotes for the two ends of a text; inside it, write « » or ’"
    return Explained("the text goes on after its closing quote", fix, complaint.place)


def _after_bracket(complaint: Complaint) -> Explained | None:
    """Tell a text that begins with a bracket and goes on after it."""
    line, column = complaint.place
    text = complaint.line(line)
    if text[: column - 1].rstrip()[-1:] not in ("]", "}"):
        return None
    start = re.search(r"(?:^\s*|[:\-]\s+)([\[{])", text)
    if not start:
        return None
    text = text[start.start(1) :]
    return Explained(begins(text), quoted(text), Place(line, start.start(1) + 1))


def _open_bracket(complaint: Complaint) -> Explained:
    line, column = complaint.since
    text = complaint.line(line)[column - 1 :]
    if complaint.line(line).count('"') % 2:
        found = 'a quote " in this line isn’t closed'
        return Explained(found, 'write " at the end of its text', complaint.since)
    opened = text[:1]
    closed = {"[": "]", "{": "}"}.get(opened, "]")
    found = f"the “{opened}” that opens here isn’t closed, or a comma is missing in it"
    fix = f"write “{closed}” at its end; if it begins a text, {quoted(text)}"
    return Explained(found, fix, complaint.since)


def _other_dash(complaint: Complaint, start: int) -> tuple[int, int] | None:
    """Return width and number of a line above that begins nearly as far in, with “- ”."""
    for number in range(complaint.place.line - 1, 0, -1):
        text = complaint.line(number)
        width = len(text) - len(text.lstrip())
        if text.lstrip().startswith("- ") and 0 < abs(width - start) <= 1:
            return width, number
    return None


def _indent(complaint: Complaint) -> Explained:
    """Tell a line that begins where none of the lines above begins."""
    line, _ = complaint.place
    text = complaint.line(line)
    start = len(text) - len(text.lstrip())
    place = Place(line, start + 1)
    if re.match(r"-[^\s-]", text.lstrip()):
        return _no_colon(text, line)
    if text.lstrip().startswith("- "):
        if like := _other_dash(complaint, start):
            width, number = like
            found = f"this “-” isn’t under the “-” of line {number}"
            return Explained(found, f"write {width} spaces before it, as there", place)
        fix = "write “- ” under the key whose list it is; a key has a text or a list, not both"
        return Explained("an entry of a list can’t stand here", fix, place)
    if text.lstrip().startswith(":"):
        return Explained("there is no key before the colon", "write “key: …”", place)
    used = set()
    for above in filter(str.strip, complaint.lines[: line - 1]):
        key = _KEY.match(f"{above} ")
        used |= {len(above) - len(above.lstrip()), len(key["lead"]) if key else 0}
    near = sorted(sorted(used, key=lambda width: abs(width - start))[:2])
    if not near or start in near:
        found = "this line doesn’t fit under the lines above it"
        return Explained(found, "write “key: …” or “- …”, with the right spaces before", place)
    spaces = f"{start} space{'s' if start > 1 else ''}"
    found = f"the {spaces} before this line fit none of the lines above"
    fix = f"write {' or '.join(map(str, near))}, like the lines that it belongs with"
    return Explained(found, fix, place)


def _escape(complaint: Complaint) -> Explained:
    fix = "write \\\\ for one \\, or put the text between single quotes (')"
    return Explained("a “\\” has a meaning of its own in double quotes", fix, complaint.place)


def _dash(complaint: Complaint) -> Explained:
    if not complaint.rest[1:].strip():
        return Explained("a text that is “-” needs quotes", 'write "-"', complaint.place)
    fix = "begin it on a line of its own, under the key"
    return Explained("a list can’t begin behind its key", fix, complaint.place)


def _bar(complaint: Complaint) -> Explained:
    fix = "begin the text on the next line, two spaces further right; or put it in quotes"
    return Explained("nothing can stand behind “|” or “>”", fix, complaint.place)


def _outside(complaint: Complaint) -> Explained:
    fix = "begin every key of the file’s top level in column 1"
    return Explained("this line stands outside of what the file began with", fix, complaint.place)


_here = _begins(lambda complaint: complaint.place)
_there = _begins(lambda complaint: complaint.since)
_CAUSES: tuple[tuple[str, Callable[[Complaint], Explained | None]], ...] = (
    ("quoted scalar: found unexpected", _unclosed_quote),
    ("quoted scalar", _escape),
    ("scanning (an alias|an anchor|a tag|a directive|a %)|parsing a tag", _there),
    ("scanning a block scalar", _bar),
    ("cannot start any token|mapping keys are not|expected node content", _here),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _stray),
    ("block sequence entries", _dash),
    ("parsing a flow", _open_bracket),
    ("expected key|'-' indicator", _after_quote),
    ("expected key|'-' indicator", _after_bracket),
    ("expected key|'-' indicator", _indent),
    ("directive", _here),
    ("document start", _outside),
)
