"""Markdown that needs no parser: paragraphs, titles, lists and bold words, most of all texts.

What it doesn't know, it leaves to the parser, which gives the same for what it does.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile
from typing import NamedTuple

# Letters and signs that no rule of Markdown touches, and no page has to escape.
_FREE = r"(?:[^\\`*_\[\]<>&\"\n\r\t]|(?<=[^\W_])_(?=[^\W_]))"
_BOLD = rf"(?:(?<=\s)|(?<!.))\*\*(?=[^\W_]|[.@])({_FREE}*(?:[^\W_]|[.:@!?…]))\*\*(?=$|[\s.,:;!?…])"
_ROW = re.compile(rf"{_FREE}*(?:{_BOLD}{_FREE}*)*(?<!\s)")
_SIGN = re.compile(r"[\\`*_\[\]<>&\"\n\r\t]")  # most texts have none
_STARS = re.compile(_BOLD)
# What begins a list, a title or another thing than a paragraph; spaces are the parser's too.
_BEGINS = re.compile(r"[\s#+=~|-]|\d+[.)]")
_MARKS = {"h3": re.compile(r"### "), "ul": re.compile(r"- "), "ol": re.compile(r"([1-9])\. ")}


class Row(NamedTuple):
    """A paragraph, a title or a line of a list: its words, its HTML, its line from 0.

    `tag` is that of the paragraph, of the title or of the list.
    """

    words: str
    html: str
    line: int
    tag: str


def _row(text: str, line: int, tag: str) -> Row | None:
    if not text or text[0].isspace() or text[-1].isspace() or "{ref:" in text:
        return None
    if _SIGN.search(text) and not _ROW.fullmatch(text):
        return None
    if "*" not in text:
        return Row(text, text, line, tag)
    return Row(_STARS.sub(r"\1", text), _STARS.sub(r"<strong>\1</strong>", text), line, tag)


@lru_cache(maxsize=2048)  # a text is judged, checked and shown
def rows(text: str, *, inline: bool) -> Sequence[Row] | None:
    """Return the paragraphs, titles and lines of lists, or None where a text holds anything else.

    A list's lines follow each other, after an empty line or a title, numbered from 1.
    """
    if inline:
        row = _row(text, 0, "p")
        return (row,) if row else None
    found: list[Row] = []
    blank = True
    for line, said in enumerate(text.split("\n")):
        if not said:
            blank = True
            continue
        tag, own, number = "p", said, 1
        for name, mark in _MARKS.items():
            if begun := mark.match(said):
                tag, own = name, said[begun.end() :]
                number = int(begun[1]) if name == "ol" else 1
        row = None if "#" in own or _BEGINS.match(own) else _row(own, line, tag)
        if row is None or not _may_follow(found, row, number, blank=blank):
            return None
        found.append(row)
        blank = False
    return tuple(found)


def _may_follow(found: Sequence[Row], row: Row, number: int, *, blank: bool) -> bool:
    """Say whether a row begins something of its own, or goes on with a list."""
    last = found[-1].tag if found else "h3"
    listed = last in ("ul", "ol")
    if listed and not blank:
        same = 1 + sum(1 for _ in takewhile(lambda one: one.tag == last, reversed(found)))
        return row.tag == last and (last == "ul" or number == same)
    if row.tag in ("ul", "ol"):
        return not listed and number == 1 and (blank or last == "h3")
    return blank or row.tag == "h3" or last == "h3"


def _groups(found: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield paragraphs and titles one by one, and the lines of each list together."""
    for tag, group in groupby(found, key=lambda row: row.tag):
        if tag in ("ul", "ol"):
            yield tag, list(group)
        else:
            yield from ((tag, [row]) for row in group)


def html(found: Sequence[Row], *, inline: bool) -> str:
    """Return the HTML of rows."""
    if inline:
        return found[0].html
    made = []
    for tag, group in _groups(found):
        inside = group[0].html
        if tag in ("ul", "ol"):
            inside = "\n" + "".join(f"<li>{row.html}</li>\n" for row in group)
        made.append(f"<{tag}>{inside}</{tag}>")
    return "\n".join(made)


def lists(found: Sequence[Row]) -> Iterator[tuple[bool, int, int]]:
    """Yield for each list whether it is numbered, how many lines it has, and its first."""
    for tag, group in _groups(found):
        if tag in ("ul", "ol"):
            yield tag == "ol", len(group), group[0].line


def plain(found: Sequence[Row]) -> str:
    """Return the words of rows, as `markdown.plain` does."""
    return "".join(row.words if row.tag == "h3" else f"{row.words} " for row in found).strip()
