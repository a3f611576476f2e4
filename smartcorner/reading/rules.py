"""The writing rules of one text (content-facts.md, 7), each a small pure function."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from smartcorner.kinds import Rule
from smartcorner.markdown import Listed, passages
from smartcorner.problems import Problem, shown
from smartcorner.reading.language import Counts, Match, Written

WORDS_A_SENTENCE = 15
SENTENCES_A_PARAGRAPH = 3
WORDS_A_PARAGRAPH = 50  # W3C COGA: split above
LINES_A_LIST = 5
STEPS_A_TASK = 7

_END = re.compile(r"(?<=[.!?…])[»”\"’)\]]*\s+")
_PERCENTAGE = re.compile(r"\d[\d.,\s]*[%‰]")
_MEDIAN_DOT = re.compile(r"\w+[·•‧]\w*|\w+\((?:e|ne|se|trice|euse)s?\)")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_ROMAN = re.compile(r"\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?:e|er|ème|th)?\b")
_CAPITALS = re.compile(r"(?<![\w@./-])[A-ZÀ-ÖØ-Þ]{2,}(?![\w@/-]|\.\w)")


class Judged(NamedTuple):
    """A text's problems, and what its step's score and its screen's words are made of."""

    problems: tuple[Problem, ...]
    words: int
    sentences: int
    syllables: int


class Sentence(NamedTuple):
    """A sentence, its line from 0 and its counts."""

    text: str
    line: int
    counts: Counts


def sentences(text: str, language: Written, line: int = 0) -> list[Sentence]:
    """Return the sentences of a paragraph; a title or a label is one, too."""
    if "\n" not in text:
        counted = [(piece, language.count(piece)) for piece in _END.split(text) if piece]
        # A quotation mark alone was left behind by the last sentence.
        return [Sentence(piece, line, counts) for piece, counts in counted if counts.words]
    found, start = [], 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        piece = text[start:end].strip()
        if piece and (counts := language.count(piece)).words:
            found.append(Sentence(piece, line + text.count("\n", 0, start), counts))
        start = end
    return found


def judge(text: str, language: Written, *, inline: bool, feedback: bool) -> Judged:
    """Return what is wrong with a text and its counts; lines count from 0 in the text."""
    read, lists = passages(text, inline=inline)
    problems = [problem for one in lists for problem in _list(one)]
    words = number = syllables = 0
    for passage in read:
        parts = sentences(passage.words, language, passage.line)
        here = sum(sentence.counts.words for sentence in parts)
        if here > WORDS_A_SENTENCE or len(parts) > SENTENCES_A_PARAGRAPH:
            problems += _lengths(parts, here, passage.line)
        own = passage.own is passage.words
        for sentence in parts if own else sentences(passage.own, language, passage.line):
            if sentence.counts.begins or sentence.counts.denies or sentence.counts.marked:
                problems += _wordings(sentence, language)
        number += len(parts)
        words += here
        syllables += sum(sentence.counts.syllables for sentence in parts)
    if feedback and read and (said := language.verdict(read[0].own)):
        problems.append(_avoided(said, 0))
    return Judged(tuple(problems), words, number, syllables)


def _wrong(rule: Rule, line: int, found: str, fix: str) -> Problem:
    return Problem((), found, fix, rule=rule, line_offset=line)


def _list(one: Listed) -> Iterator[Problem]:
    most = STEPS_A_TASK if one.numbered else LINES_A_LIST
    if one.length > most:
        fix = f"keep {most} at most, or make 2 lists"
        yield _wrong("list-length", one.line, f"a list of {one.length} lines", fix)


def _lengths(parts: list[Sentence], words: int, line: int) -> Iterator[Problem]:
    for part in parts:
        if (length := part.counts.words) > WORDS_A_SENTENCE:
            found = f"a sentence of {length} words, {shown(part.text)}"
            fix = f"make 2 of it, one idea each: {WORDS_A_SENTENCE} words at most"
            yield _wrong("sentence-length", part.line, found, fix)
    if len(parts) > SENTENCES_A_PARAGRAPH or words > WORDS_A_PARAGRAPH:
        found = f"a paragraph of {len(parts)} sentences and {words} words"
        fix = f"split it: {SENTENCES_A_PARAGRAPH} sentences and {WORDS_A_PARAGRAPH} words at most"
        yield _wrong("paragraph-length", line, found, fix)


def _wordings(sentence: Sentence, language: Written) -> Iterator[Problem]:
    if sentence.counts.begins:
        for match in language.avoided(sentence.text):
            yield _avoided(match, sentence.line)
    if sentence.counts.denies > 1:
        found = f"2 negatives in one sentence, {shown(sentence.text)}"
        fix = "say what to do, or make 2 sentences"
        wrong = _wrong("double-negative", sentence.line, found, fix)
        yield wrong.replace(severity="warning")
    if sentence.counts.marked:
        yield from _signs(sentence, language)


def _signs(sentence: Sentence, language: Written) -> Iterator[Problem]:
    text, line = sentence.text, sentence.line
    for match in _PERCENTAGE.findall(text):
        fix = "write a number of people or things: 4 in 10"
        yield _wrong("percentage", line, f"the percentage {shown(match)}", fix)
    for match in _MEDIAN_DOT.findall(text):
        fix = "use a neutral word: the person, the team"
        yield _wrong("median-dot", line, f"{shown(match)} can’t be read aloud", fix)
    for match in _DOTTED.findall(text):
        fix = "write the whole words"
        yield _wrong("abbreviation", line, f"{shown(match)} is an abbreviation", fix)
    roman = {match for match in _ROMAN.findall(text) if match not in language.acronyms}
    for match in sorted(roman):
        fix = "write the number in figures: 4"
        yield _wrong("roman-numeral", line, f"{shown(match)} is a Roman numeral", fix)
    for match in _CAPITALS.findall(text):
        if match not in language.acronyms and match not in roman:
            fix = "write small letters; say in full what letters stand for"
            yield _wrong("capitals", line, f"{shown(match)} is all in capitals", fix)


def _avoided(match: Match, line: int) -> Problem:
    found = f"{shown(match.found)} {_WHY[match.rule]}" if match.rule in _WHY else shown(match.found)
    wrong = _wrong(match.rule, line, found, f"write {match.write}")
    return wrong.replace(severity=match.severity)


_WHY: dict[Rule, str] = {
    "verdict": "judges, it doesn’t help",
    "left-right": "needs to know left from right",
    "figure-in-words": "is a number in letters",
    "percentage": "is hard to picture",
    "abbreviation": "is an abbreviation",
    "one-word": "has another name on these pages",
    "idiom": "is an idiom",
    "brand": "is a brand",
    "foreign-word": "is a word of another language",
}
