"""Whether a feedback names something of the line that it is about."""

import re
import unicodedata
from itertools import filterfalse

STEM = 4  # letters that two forms of a word share: « vendeur », « vendeuse »


def names(feedback: str, said: str) -> bool:
    """Say whether a feedback names something of what its line shows.

    It does by a number, by a word of 3 letters or more (compared without case,
    accents and ending) or, for what has neither, by the line in full: « @ ».
    """
    if stems := _stems(said):
        return not stems.isdisjoint(_stems(feedback))
    return _plain(said).strip(" .!?:;«»“”\"'") in _plain(feedback)


def _plain(text: str) -> str:
    """Return a text without case and accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, letters))


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case and accents."""
    return re.findall(r"\w+", _plain(text))


def _stems(text: str) -> set[str]:
    """Return what is compared of a text: numbers, and the words' first letters."""
    return {
        word if word.isdigit() else word[:STEM]
        for word in words_of(text)
        if word.isdigit() or len(word) >= 3  # le, la, un say nothing
    }
