"""Files as hands and accidents make them: a right one, changed by chance from a seed."""

from collections.abc import Callable
from random import Random

import yaml

SIGNS = ":-\"'{}[]#&*!|>%@`,?\t\\/<"
ODD = (
    "\u202e",
    "\u00a0",
    "\u2028",
    "\x00",
    "\x1b",
    "\r",
    "\ufeff",
    "🙂",
    "é",
    "\u0301",
    "<b>",
    "{ref:x}",
)
VALUES: tuple[str, ...] = (
    "",
    "~",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "3",
    "true",
    "2026-11-02",
    '"',
    "*x",
    "&x y",
    "!!set {}",
)
VALUES += (
    "|",
    ">-",
    "- x",
    '"a: b"',
    "a: b",
    "🙂" * 40,
    "[" * 30,
    "{a: " * 30,
    "x" * 5000,
    "](javascript:x)",
)


def _line(chance: Random, lines: list[str]) -> int:
    return chance.randrange(len(lines)) if lines else 0


def _delete(chance: Random, lines: list[str]) -> None:
    start = _line(chance, lines)
    del lines[start : start + chance.choice((1, 1, 1, 3, 10))]


def _repeat(chance: Random, lines: list[str]) -> None:
    start = _line(chance, lines)
    lines[start:start] = lines[start : start + chance.choice((1, 1, 5))]


def _move(chance: Random, lines: list[str]) -> None:
    if lines:
        lines.insert(_line(chance, lines), lines.pop(_line(chance, lines)))


def _indent(chance: Random, lines: list[str]) -> None:
    start = _line(chance, lines)
    wide = chance.choice((-4, -2, -1, 1, 2, 3))
    for n in range(start, min(len(lines), start + chance.choice((1, 1, 4)))):
        lines[n] = " " * wide + lines[n] if wide > 0 else lines[n][min(-wide, len(lines[n])) :]


def _value(chance: Random, lines: list[str]) -> None:
    """Put something else behind a key."""
    keyed = [n for n, line in enumerate(lines) if ":" in line]
    if keyed:
        n = chance.choice(keyed)
        lines[n] = lines[n].split(":")[0] + ": " + chance.choice(VALUES)


def _key(chance: Random, lines: list[str]) -> None:
    """Write a key as fingers do, or another one."""
    keyed = [n for n, line in enumerate(lines) if ":" in line]
    if keyed:
        n, m = chance.choice(keyed), chance.choice(keyed)
        key, mark, rest = lines[n].partition(":")
        other = lines[m].split(":")[0].strip(" -")
        cut = chance.randrange(len(key) + 1)
        typo = key[:cut] + chance.choice(("", "e", "_", " ")) + key[cut + 1 :]
        lead = key[: len(key) - len(key.lstrip(" -"))]
        lines[n] = chance.choice((typo, lead + other)) + mark + rest


def _letter(chance: Random, lines: list[str]) -> None:
    n = _line(chance, lines)
    if lines:
        cut = chance.randrange(len(lines[n]) + 1)
        new = chance.choice((*SIGNS, *ODD, ""))
        lines[n] = lines[n][:cut] + new + lines[n][cut + chance.choice((0, 1)) :]


def _end(chance: Random, lines: list[str]) -> None:
    del lines[_line(chance, lines) :]
    if lines:
        lines[-1] = lines[-1][: chance.randrange(len(lines[-1]) + 1)]


CHANGES: tuple[Callable[[Random, list[str]], None], ...] = (
    *(_delete, _repeat, _move, _indent, _indent, _value, _value, _key, _key, _letter, _letter),
    _end,
)


def mutated(text: str, seed: int) -> bytes:
    """Return a text after one to four changes; now and then with bytes that are no text."""
    chance = Random(seed)  # noqa: S311  a seed gives the same file again
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 2, 4))):
        chance.choice(CHANGES)(chance, lines)
    raw = "\n".join(lines).encode("utf-8", "surrogatepass")
    if chance.random() < 0.03:
        cut = chance.randrange(len(raw) + 1)
        raw = raw[:cut] + chance.randbytes(chance.choice((1, 40))) + raw[cut:]
    return raw


def random_yaml(words: list[str], seed: int) -> bytes:
    """Return a file of lists and mappings of known words, of any shape."""
    chance = Random(seed)  # noqa: S311  a seed gives the same file again

    def node(depth: int) -> object:
        shape = chance.random()
        if depth > 5 or shape < 0.35:
            return chance.choice((*words, None, 3, True, "", "é: x", "<b>x</b>", "[a](b)", "…"))
        if shape < 0.6:
            return [node(depth + 1) for _ in range(chance.randrange(5))]
        return {chance.choice(words): node(depth + 1) for _ in range(chance.randrange(1, 7))}

    top = {word: node(1) for word in chance.sample(words, min(len(words), chance.randrange(12)))}
    shown = chance.choice((top, top, top, node(0)))
    flow = chance.choice((None, False, True))
    return yaml.safe_dump(shown, allow_unicode=True, default_flow_style=flow).encode()
