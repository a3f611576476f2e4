"""Trainer's notes of a step: the parts that they are made of.

A part is a paragraph that begins with its name in bold, « **Dites :** », and the
paragraphs after it that have none. The names are those of a language (`notes` in
locales/<tag>.yml); an author may add parts of their own, « **Préparez :** ».
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NAMED = re.compile(r"\*\*(.+?)\*\*\s*(.*)", re.DOTALL)
_APART = re.compile(r"\n\s*\n")


class Part(NamedTuple):
    """A part of the notes: its name as written, nothing for what stands before any; its text."""

    name: str
    text: str


def parts(notes: str) -> list[Part]:
    """Return the parts of a step's notes, in order."""
    found: list[Part] = []
    for paragraph in _APART.split(notes.strip()):
        if named := _NAMED.fullmatch(paragraph.strip()):
            found.append(Part(named[1].rstrip(" \u00a0\u202f:."), named[2]))
        elif found:
            found[-1] = Part(found[-1].name, f"{found[-1].text}\n\n{paragraph}".strip())
        else:
            found.append(Part("", paragraph))
    return found


def lacking(notes: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that no part begins with; « Demandez au groupe » is « Demandez »."""
    there = [part.name for part in parts(notes) if part.text]
    for name in names:
        if not any(re.match(rf"{re.escape(name)}\b", one) for one in there):
            yield name
