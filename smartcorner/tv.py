"""What fits on a TV: 7 lines of 40 characters (standards.md, 3), and where to cut.

A pure model: the browser test proves that what it says fits does fit. Type comes in
levels, each with the lines that it leaves room for; a short text is shown larger.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

LINES = 7
WIDTH = 40  # characters a line
BESIDE = 28  # the same, beside a figure
HEADING = 40  # characters of a heading's line
GAP = 0.5  # between two paragraphs, in lines


@dataclass(frozen=True)
class Level:
    """A size of type: how many lines it leaves, and their length beside a figure."""

    lines: int
    room: float  # lines and gaps together
    beside: int
    column: float = 1  # how much of a column's length a line holds


# 0 is for what can't be cut, as small as type may be; 1 is the rule; 2 and 3 for short texts.
LEVELS = (
    Level(10, 11, 34, 1.2),
    Level(LINES, 8, BESIDE),
    Level(5, 6.4, 22, 0.8),
    Level(4, 5.2, 0, 0),
)

_END = re.compile(r"[.!?…](?:[\s»”\")]*[»”\")])?(?=\s+[«“\"(]?\s*[A-ZÀ-ÖØ-Þ0-9])")


@lru_cache(maxsize=2048)
def wrapped(text: str, width: int) -> int:
    """Return how many lines a text takes, broken between words."""
    text = " ".join(text.split())
    lines, at = 1, 0
    while len(text) - at > width:
        space = text.rfind(" ", at, at + width + 1)
        at = space + 1 if space >= at else at + width  # a word longer than a line is cut
        lines += 1
    return lines if text else 0


def sentences(text: str) -> list[str]:
    """Return a text's sentences; what stands in quotes stays whole."""
    found, start = [], 0
    for match in _END.finditer(text):
        said = text[start : match.end()]
        if said.count("«") > said.count("»"):
            continue
        last = re.split(r"[\s'’«]", text[start : match.start()])[-1]
        if len(last) > 1:  # “M.” and “h.” end nothing
            found.append(said.strip())
            start = match.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def solid(text: str) -> int:
    """Return how many characters a text has without its spaces: a place that no markup moves."""
    return len("".join(text.split()))


Column = tuple[tuple[str, ...], int]  # texts one under the other, and their width
EDGE = 3  # characters that a bullet, a number or the edge of a box takes


@dataclass(frozen=True)
class Unit:
    """A paragraph, a list's item, a figure…: shown whole, or cut at sentences.

    `columns` stand side by side, `stack` holds texts one under the other; without them,
    `text` flows in lines. `extra` is the height, in lines, of what is drawn around it.
    `part` is the part of the screen that it belongs to, `frame` the height of that part's
    own label and edge.
    """

    part: int
    text: str
    form: str = "text"  # text, item, figure, head
    columns: tuple[Column, ...] = ()
    stack: tuple[str, ...] = ()
    extra: float = 0
    frame: float = 0

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """Return what it may be cut into."""
        whole = self.columns or self.stack or self.form == "figure"
        return (self.text,) if whole else tuple(sentences(self.text)) or ("",)

    def lines(self, first: int, last: int, level: Level, *, figure: bool) -> int:
        """Return the lines that its pieces from `first` to `last` take, beside a figure or not."""
        if self.form == "figure":
            return 0
        width = level.column
        if not self.columns:
            framed = self.form == "item" or self.frame > 0
            width = (level.beside if figure else WIDTH) - (EDGE if framed else 0)
        key = (first, last, width)
        if key not in self._lines:
            self._lines[key] = self._counted(*key)
        return self._lines[key]

    def _counted(self, first: int, last: int, width: float) -> int:
        if self.columns:
            return max(
                sum(wrapped(text, round(size * width)) for text in texts)
                for texts, size in self.columns
            )
        flowing = self.stack or (" ".join(self.pieces[first : last + 1]),)
        return sum(wrapped(text, round(width)) for text in flowing)

    @cached_property
    def _lines(self) -> dict[tuple[int, int, float], int]:
        return {}


class Start(NamedTuple):
    """Where a TV screen begins: unit of the screen, characters into it; and its type."""

    unit: int
    solid: int
    level: int


class _Span(NamedTuple):
    """What a screen shows of a unit: its pieces from `first` to `last`."""

    unit: Unit
    first: int
    last: int


def _around(spans: Sequence[_Span]) -> float:
    """Return the height of a screen's gaps and frames, in lines."""
    around = 0.0
    before: Unit | None = None
    for unit, _, _ in spans:
        if before is None or before.part != unit.part:
            around += unit.frame + (GAP if before else 0)
        else:
            around += GAP / 2 if unit.form == "item" else GAP
        before = unit
        around += unit.extra
    return around


class _Size(NamedTuple):
    """A screen's height in lines, gaps and frames included, and the largest type it fits in."""

    height: float
    level: int  # -1: in none


def _size(spans: Sequence[_Span], taken: float) -> _Size:
    """Return a screen's size; `taken` are the lines that its heading takes."""
    figures, rows = 0, False
    for unit, _, _ in spans:
        figures += unit.form == "figure"
        rows = rows or bool(unit.columns)
    around = _around(spans)

    def lines(level: Level) -> int:
        total = 0
        for unit, first, last in spans:
            total += unit.lines(first, last, level, figure=figures > 0)
        return total

    usual = lines(LEVELS[1])
    height = usual + around
    if figures > 1 or (figures and rows):
        return _Size(height, -1)
    for number in reversed(range(len(LEVELS))):
        level = LEVELS[number]
        if (figures and not level.beside) or (rows and not level.column):
            continue
        # Without a figure or columns, lines are as long in every type.
        here = lines(level) if figures or rows else usual
        if here <= level.lines - taken and here + around <= level.room - taken:
            return _Size(height, number)
    return _Size(height, -1)


def _broken(before: Unit, after: Unit) -> float:
    """Return how bad it is to turn the page between a piece of a unit and the next piece."""
    if before is after:
        return 4
    if before.text.rstrip().endswith(":"):
        return 9
    if before.part == after.part:
        return 3 if after.form == "item" and not after.columns else 0.5
    return 2 if after.form == "figure" else 0


def heading_cost(title: str) -> float:
    """Return the lines that a heading of more than one line takes from the text."""
    return 1.5 * (max(1, wrapped(title, HEADING)) - 1)


class Cut:
    """Some units, to be cut into TV screens under one heading.

    What fits on a screen is measured once for all rooms.
    """

    def __init__(self, units: Sequence[Unit], title: str) -> None:
        self._units = units
        self._pieces = [
            (n, piece) for n, unit in enumerate(units) for piece in range(len(unit.pieces))
        ]
        self._taken = heading_cost(title)

    @cached_property
    def _whole(self) -> _Size:
        """The size of one screen that holds all."""
        spans = [_Span(unit, 0, len(unit.pieces) - 1) for unit in self._units]
        return _size(spans, self._taken)

    @cached_property
    def _sizes(self) -> list[list[_Size]]:
        """Return the screens by the piece that they end before, from the shortest to the longest.

        The last of several doesn't fit: nor does anything longer.
        """
        found = []
        for end in range(1, len(self._pieces) + 1):
            spans: list[_Span] = []
            sizes: list[_Size] = []
            for number, piece in reversed(self._pieces[:end]):
                unit = self._units[number]
                if spans and spans[0].unit is unit:
                    spans[0] = _Span(unit, piece, spans[0].last)
                else:
                    spans.insert(0, _Span(unit, piece, piece))
                sizes.append(_size(spans, self._taken))
                if len(sizes) > 1 and sizes[-1].level < 1:
                    break
            found.append(sizes)
        return found

    def starts(self, *, large: bool) -> list[Start]:
        """Return where the TV screens begin: as few as can be, evenly filled."""
        pieces, units, least = self._pieces, self._units, 2 if large else 1
        if pieces and self._whole.level >= least:
            return [Start(0, 0, self._whole.level)]  # two screens always cost more than one
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end, sizes in enumerate(self._sizes, 1):
            turn = 0.0
            if end < len(pieces):
                turn = _broken(units[pieces[end - 1][0]], units[pieces[end][0]])
            choices = []
            for length, (height, level) in enumerate(sizes, 1):
                fits = level >= least
                if not fits and length > 1:
                    break
                cost = best[end - length][0] + 10 + (height / LINES) ** 2 + (0 if fits else 50)
                choices.append((cost + turn, end - length, max(0, level)))
            best.append(min(choices))
        starts: list[Start] = []
        end = len(pieces)
        while end:
            _, begin, level = best[end]
            unit, piece = pieces[begin]
            into = sum(solid(said) for said in units[unit].pieces[:piece])
            starts.append(Start(unit, into, level))
            end = begin
        return starts[::-1]


def too_long(text: str) -> Iterator[str]:
    """Yield each sentence of a text that fills more than a TV screen by itself."""
    if 2 * len(text) <= WIDTH * LINES:  # any two lines together hold more than one line's width
        return
    for line in text.splitlines():
        yield from (said for said in sentences(line) if wrapped(said, WIDTH) > LINES)
