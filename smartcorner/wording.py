"""How messages put things: quotes, choices, near misses, places in words."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

Path = tuple[str | int, ...]

_LONGEST = 60  # characters of a file's own text in a message


def _(text: str) -> str:
    """Return a French text that trainers read; its English stands in the catalogues."""
    return text


def printable(text: str) -> str:
    """Return text on one line; what a terminal would obey is replaced."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))


def shown(text: object) -> str:
    """Return a file's own text as a message shows it: one line, cut, in quotes."""
    line = printable(str(text))
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”"


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if one is near."""
    plain = {_plain(name): name for name in known}
    if meant := get_close_matches(_plain(word), plain, 1, 0.6):
        return plain[meant[0]]
    # A longer word that begins with it: alt_text → alt.
    begun = (name for name in plain if len(name) > 2 and _plain(word).startswith(name))
    return plain.get(max(begun, key=len, default=""))


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word[:80].strip().lower())


def one_of(known: Iterable[str]) -> str:
    """Return words as a choice: `“a”, “b” or “c”`."""
    *most, last = [f"“{word}”" for word in known] or ["nothing"]
    return f"{', '.join(most)} or {last}" if most else last


def ordinal(n: int) -> str:
    """Return a place in a row: 1st, 2nd, 3rd, 4th."""
    teen = n % 100 in (11, 12, 13)
    return f"{n}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def singular(name: str) -> str:
    """Return what one entry of a list is called: choices → choice."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else "entry"


def in_words(data: object, path: Path) -> str:
    """Return a path in words: `step 2 « Écrire », quiz, question 1, 3rd choice`.

    It stops where the data stops: a key that is missing isn't a place.
    """
    words: list[str] = []
    name = ""
    for part in path:
        if isinstance(part, int) and isinstance(data, list) and 0 <= part < len(data):
            data = data[part]
            if words and words[-1] == name and name.endswith("s"):
                words.pop()  # “choices, 3rd choice” says it twice
            words.append(_entry(singular(name.replace("-", " ")), part + 1, data))
        elif isinstance(data, dict) and part in data:
            data = data[part]
            name = str(part)
            if words and words[-1].startswith("block "):
                words.pop()  # a block is known by its kind
            words.append(name.replace("_", " "))
        else:
            break
    return ", ".join(words)


def _entry(name: str, n: int, data: object) -> str:
    title = data.get("title") if isinstance(data, dict) else None
    if isinstance(title, str):
        return f"{name} {n} « {shown(title)[1:-1]} »"
    holds = isinstance(data, dict) and any(isinstance(value, list) for value in data.values())
    return f"{name} {n}" if holds or name == "block" else f"{ordinal(n)} {name}"
