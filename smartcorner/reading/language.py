"""How a language is written for learners: `locales/<tag>.yml`, checked and ready to look up.

A language needs a file, no code. One without a file has only the rules that count:
sentences, paragraphs, lists, screens.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from smartcorner.kinds import Entry, Rule
from smartcorner.load import load
from smartcorner.parse import validated
from smartcorner.problems import Refused

HERE = Path(__file__).parents[1] / "locales"

_NEVER = re.compile("(?!)")
_WORD = re.compile(r"[^\W_]+[°º]?(?:-[^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# What the rules of signs look for.
_MARKED = re.compile(r"[%‰·•‧(]|[A-ZÀ-ÖØ-Þ]{2}|\b[^\W\d_]\.\w\.")
# Addresses, names of files and what stands for another text aren't words of a sentence.
_ADDRESS = re.compile(r"\{[^{}\s]*\}|\S*[@_/]\S*|\S*\.\w\S*")


class Ease(Entry):
    """Its Flesch score: base - sentence x words a sentence - syllable x syllables a word.

    A syllable is a run of `vowels` once the `silent` letters are left out; `apart`
    finds vowels that touch and are said apart. An address, a figure or the name of a
    file counts as one syllable, an acronym as its letters. On the 6,375 words of our
    English modules that the CMU Pronouncing Dictionary knows, 96 in 100 come out the
    same and the sum is 0.7 % more; hyphenation (Pyphen 0.18, as in textstat) finds 4 %
    less in English and 5 % less in French, so that its scores are kinder by some 5 points.
    """

    base: float
    sentence: float
    syllable: float
    aim: float = 80
    least: float = 70
    vowels: str
    silent: re.Pattern[str] = _NEVER
    apart: re.Pattern[str] = _NEVER
    source: str

    @cached_property
    def _runs(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self.vowels)}]+")

    def score(self, words: int, sentences: int, syllables: int) -> float:
        """Return the score: 100 is very easy, 0 very hard."""
        return self.base - self.sentence * words / sentences - self.syllable * syllables / words

    def syllables(self, letters: str) -> int:
        """Return the syllables of letters; none where there is no vowel: « l », « qu »."""
        said = self.silent.sub("", letters)
        return len(self._runs.findall(said)) + len(self.apart.findall(said))


class Avoided(Entry):
    """Words that aren't written, and what to write instead.

    `instead` gives for a right word those that it replaces. `sentences` are what a
    feedback may not begin with. `exact` words are found in that case only. `lang` is
    the language that the words are of: marked up with it, they may stand.
    """

    rule: Rule
    severity: Literal["error", "warning"] = "error"
    words: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    instead: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    write: str = ""
    exact: bool = False
    lang: str | None = None


class Writing(Entry):
    """One language's file: its score, its words to avoid.

    Two `negations` in a sentence are a double negative; `acronyms` are the names
    that are known by their letters; `notes` are the parts of a trainer's notes.
    """

    ease: Ease | None = None
    negations: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    avoid: tuple[Avoided, ...] = ()


@dataclass(frozen=True)
class Match:
    """Words that aren't written, found in a sentence."""

    rule: Rule
    severity: Literal["error", "warning"]
    found: str
    write: str


class Counts(NamedTuple):
    """What is counted of words: how many, their syllables, and what needs a closer look.

    `begins` are words that avoided ones may begin with, `denies` negations, `marked`
    what has a sign or capitals.
    """

    words: int
    syllables: int
    begins: int
    denies: int
    marked: int


# The counts of a word stand in one number, each in its bits: those of a sentence are its sum.
_BITS = 32  # a file has fewer letters than that
_MOST = (1 << _BITS) - 1


def _packed(counts: Counts) -> int:
    return sum(count << _BITS * n for n, count in enumerate(counts))


def split(text: str) -> list[str]:
    """Return what can be looked up of a text, without its addresses."""
    return _WORD.findall(_ADDRESS.sub(" ", text))


_NOTHING = Writing()


class _Counted(dict[str, int]):
    """The counts of each word that was met once."""

    def __init__(self, make: Callable[[str], Counts]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> int:
        counts = self[word] = _packed(self._make(word))
        return counts


class Written:
    """A language's rules, ready to look words up."""

    def __init__(self, writing: Writing = _NOTHING) -> None:
        self.ease = writing.ease
        self.acronyms = frozenset(writing.acronyms)
        self.notes = writing.notes
        self._negations = frozenset(writing.negations)
        self._known: dict[str, list[tuple[tuple[str, ...], int, Avoided, str]]] = {}
        self._verdicts: dict[tuple[str, ...], Avoided] = {}
        self._counts = _Counted(self.counts)
        for group in writing.avoid:
            for words in group.words:
                self._add(words, group, group.write)
            for right, wrong in group.instead.items():
                for words in wrong:
                    self._add(words, group, right)
            for words in group.sentences:
                self._verdicts[tuple(split(words.lower()))] = group

    def _add(self, words: str, group: Avoided, write: str) -> None:
        whole = tuple(split(words if group.exact else words.lower()))
        # Its longest word is the rarest: « à gauche » is looked up at « gauche ».
        at = max(range(len(whole)), key=lambda n: (len(whole[n]), n))
        self._known.setdefault(whole[at].lower(), []).append((whole, at, group, write))

    def _key(self, word: str) -> str:
        """Return what a word is looked up by: « cliquez-la » is « cliquez », too."""
        low = word.lower()
        return low if low in self._known or low[1:2] == "-" else low.split("-")[0]

    def count(self, sentence: str) -> Counts:
        """Return what is counted of a sentence."""
        total = sum(map(self._counts.__getitem__, sentence.split()))
        return Counts(
            total & _MOST,
            total >> _BITS & _MOST,
            total >> 2 * _BITS & _MOST,
            total >> 3 * _BITS & _MOST,
            total >> 4 * _BITS,
        )

    def counts(self, text: str) -> Counts:
        """Return what is counted of what stands between two spaces."""
        parts = split(text)
        is_word = any(map(str.isalnum, text))
        return Counts(
            words=is_word,
            syllables=self._syllables(text) if is_word else 0,
            begins=any(self._key(part) in self._known for part in parts),
            denies=sum(part.lower() in self._negations for part in parts),
            marked=bool(_MARKED.search(text)) and not (parts and self.acronyms.issuperset(parts)),
        )

    def _syllables(self, text: str) -> int:
        if not self.ease or _ADDRESS.fullmatch(text) or any(map(str.isdigit, text)):
            return 1
        said = 0
        for letters in _LETTERS.findall(text):
            spelt = letters in self.acronyms
            said += len(letters) if spelt else self.ease.syllables(letters.lower())
        return max(1, said)

    def avoided(self, sentence: str) -> Iterator[Match]:
        """Yield the words of a sentence that this language avoids."""
        words = split(sentence)
        for n, word in enumerate(words):
            for whole, at, group, write in self._known.get(self._key(word), ()):
                start = n - at
                there = words[max(0, start) : start + len(whole)]
                if self._is(there, whole, group):
                    found = " ".join(there)
                    right = write or f"[{found}]{{lang={group.lang}}}"
                    yield Match(group.rule, group.severity, found, right)
                    break

    def _is(self, there: Sequence[str], whole: Sequence[str], group: Avoided) -> bool:
        if len(there) != len(whole):
            return False
        return all(
            said == word if group.exact else self._key(said) == self._key(word)
            for said, word in zip(there, whole, strict=True)
        )

    def verdict(self, text: str) -> Match | None:
        """Return the verdict that a feedback begins with, such as « Faux »."""
        clause = re.split(r"[.,:;!?…–—]", text.strip(" «»“”\u00a0\u202f"))[0]
        group = self._verdicts.get(tuple(split(clause.lower())))
        return Match(group.rule, group.severity, clause.strip(), group.write) if group else None


_read: dict[Path, tuple[int, Written]] = {}


def written(tag: str, *folders: Path) -> Written:
    """Return how a language is written, from the first of `folders` or ours that has its file.

    Raises:
        Refused: the file is wrong.
    """
    path = next((p for f in (*folders, HERE) if (p := f / f"{tag}.yml").is_file()), None)
    if path is None:
        return Written()
    changed = path.stat().st_mtime_ns
    if path not in _read or _read[path][0] != changed:
        data, source = load(path)
        writing, problems = validated(Writing, data)
        if writing is None:
            raise Refused(source.locate(problem) for problem in problems)
        _read[path] = (changed, Written(writing))
    return _read[path][1]
