"""The writing rules of a module in one language: its texts, screens and steps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from smartcorner.kinds import Accepted, Text, texts
from smartcorner.model import WORDS_A_SCREEN, Module, Step, count
from smartcorner.notes import lacking
from smartcorner.problems import Path, Problem, Severity
from smartcorner.reading.language import Written
from smartcorner.reading.rules import Judged, judge
from smartcorner.translate import Foreign

WORDS_A_SCORE = 30  # fewer words have no score that means anything

# Where a block stands, ("steps", 1, "blocks", 2), or a thing of a simulation's world.
Place = tuple[str, int, str, int]


def holders(module: Module) -> Iterator[tuple[Path, tuple[Accepted, ...]]]:
    """Yield what can make exceptions to rules, blocks and things of worlds, and those made."""
    for s, step in enumerate(module.steps):
        for b, block in enumerate(step.blocks):
            if block.accept:
                yield ("steps", s, "blocks", b, block.kind), block.accept
    for w, world in enumerate(module.worlds):
        for place, thing in world.things():
            if thing.accept:
                yield ("worlds", w, *place), thing.accept


@dataclass
class _Sum:
    """Words, sentences and syllables of several texts."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def add(self, judged: Judged) -> None:
        self.words += judged.words
        self.sentences += judged.sentences
        self.syllables += judged.syllables

    def score(self, language: Written) -> float | None:
        """Return the reading score, or None where there is none."""
        if not language.ease or self.words < WORDS_A_SCORE:
            return None
        return language.ease.score(self.words, self.sentences, self.syllables)


@dataclass
class _Reading:
    """What is gathered of one module."""

    module: Module
    language: Written
    problems: list[Problem] = field(default_factory=list)
    used: dict[Path, int] = field(default_factory=lambda: defaultdict(int))

    @cached_property
    def _accepted(self) -> Mapping[tuple[Path, str], list[Path]]:
        found: dict[tuple[Path, str], list[Path]] = defaultdict(list)
        for path, exceptions in holders(self.module):
            for n, one in enumerate(exceptions):
                found[path[:4], one.rule].append((*path, "accept", n))
        return found

    def note(self, problem: Problem, place: Place | None) -> None:
        """Keep a problem, or count it for the exception that was made for it."""
        accepting = self.accepting(problem.rule, place)
        for path in accepting:
            self.used[path] += 1
        if not accepting:
            self.problems.append(problem)

    def accepting(self, rule: str, place: Place | None) -> list[Path]:
        """Return the paths of the exceptions to a rule that are made in a place."""
        return self._accepted.get((place, rule), []) if place else []


def _place(path: Path) -> Place | None:
    """Return the block or thing that a text stands in."""
    return cast("Place", path[:4]) if len(path) > 4 and path[0] in ("steps", "worlds") else None


def read(
    module: Module, source: Module, found: Iterable[Text], language: Written
) -> tuple[list[Problem], Mapping[Path, int]]:
    """Return what is wrong with a module's texts, and how often each exception was needed.

    `source` is the module in French, whose screens all languages share; `found` are
    the module's texts. Those that are still French in another language are left alone.
    """
    reading = _Reading(module, language)
    mine = [text for text in found if not text.rule.trainer]
    judged = [(text, _judged(text, language)) for text in mine]
    for text, one in judged:
        for problem in one.problems:
            reading.note(problem.under(*text.path), _place(text.path))
    _ease(reading, judged)
    _screens(reading, source, judged)
    reading.problems += _notes(module, language)
    return reading.problems, reading.used


def _judged(text: Text, language: Written) -> Judged:
    if isinstance(text.value, Foreign):
        return Judged((), 0, 0, 0)
    rule = text.rule
    return judge(text.value, language, inline=rule.form == "inline", feedback=rule.feedback)


def _ease(reading: _Reading, judged: Iterable[tuple[Text, Judged]]) -> None:
    """Score each step; a block that accepts a low score is left out of it."""
    whole: dict[int, _Sum] = defaultdict(_Sum)
    counted: dict[int, _Sum] = defaultdict(_Sum)
    out: dict[int, set[Path]] = defaultdict(set)
    for text, one in judged:
        if text.path[0] != "steps":
            continue
        step, place = int(text.path[1]), _place(text.path)
        whole[step].add(one)
        if accepting := reading.accepting("reading-ease", place):
            out[step].update(accepting)
        else:
            counted[step].add(one)
    ease = reading.language.ease
    for step, words in whole.items():
        score = words.score(reading.language)
        if not ease or score is None or score >= ease.aim:
            continue
        for path in out[step]:
            reading.used[path] += 1
        score = counted[step].score(reading.language)
        if score is not None and score < ease.aim:
            found = f"the texts of this step have a reading score of {score:.0f}"
            fix = f"shorter words and sentences: aim at {ease.aim:.0f}, {ease.least:.0f} at least"
            severity: Severity = "error" if score < ease.least else "warning"
            path = ("steps", step, "title")
            reading.problems.append(Problem(path, found, fix, severity, rule="reading-ease"))


def _screens(reading: _Reading, source: Module, judged: Iterable[tuple[Text, Judged]]) -> None:
    """Count what is visible when a screen opens; screens are cut on the French text."""
    seen: dict[Place, list[tuple[Text, int]]] = defaultdict(list)
    cover = 0
    for text, one in judged:
        if text.rule.hidden:
            continue
        if place := _place(text.path):
            seen[place].append((text, one.words))
        elif text.path[0] in ("title", "summary", "objectives"):
            cover += one.words
    if cover > WORDS_A_SCREEN:
        reading.problems.append(_long(("objectives", 0), cover))
    glossary = {word.id: count(word.word) + count(word.meaning) for word in reading.module.glossary}
    for s, step in enumerate(reading.module.steps):
        parts = iter(_parts(s, step, seen, glossary))
        for screen in source.steps[s].screens:
            own = [next(parts) for _ in screen]
            words = sum(part.words for part in own)
            if words > WORDS_A_SCREEN:
                longest = max(own, key=lambda part: part.words)
                accepting = (p.place for p in own if reading.accepting("screen-length", p.place))
                reading.note(_long(longest.path, words), next(accepting, longest.place))


@dataclass(frozen=True)
class _Seen:
    """A part of a screen: its block, where its first text stands, its words."""

    place: Place
    path: Path
    words: int


def _parts(
    s: int, step: Step, seen: Mapping[Place, list[tuple[Text, int]]], glossary: Mapping[str, int]
) -> Iterator[_Seen]:
    """Yield what the blocks of a step show, part by part."""
    for b, block in enumerate(step.blocks):
        place: Place = ("steps", s, "blocks", b)
        items, own = block.parts(), seen.get(place, [])
        path: Path = own[0][0].path if own else (*place, block.kind)
        explained = sum(glossary.get(word, 0) for word in block.glossary_ids())
        words = sum(words for _, words in own) + explained
        if len(items) == 1 or words <= WORDS_A_SCREEN:
            # Where the whole isn’t too long, no part of it is.
            yield from (_Seen(place, path, words if n == 0 else 0) for n in range(len(items)))
            continue
        for item in items:
            mine = [text.value for text in texts(item) if not text.rule.hidden]
            first = next((t.path for t, _ in own if mine and t.value == mine[0]), path)
            yield _Seen(place, first, sum(map(count, mine)))


def _notes(module: Module, language: Written) -> Iterator[Problem]:
    """Yield a warning for each step that somebody new can't teach from its notes.

    A module without any is nobody's lesson yet; with some, each step needs its own.
    """
    names = language.notes if any(step.notes for step in module.steps) else ()
    for s, step in enumerate(module.steps):
        if isinstance(step.notes, Foreign):
            continue
        if names and not step.notes:
            found = "this step has no notes for the trainer, others have"
            fix = f"add `notes: |`, with its {len(names)} parts from “**{names[0]}**” on"
            yield Problem(("steps", s, "title"), found, fix, "warning")
        elif missing := list(lacking(step.notes or "", names)):
            found = f"the notes don’t say “{'”, “'.join(missing)}”"
            fix = f"add a paragraph that begins with “**{missing[0]}**”"
            yield Problem(("steps", s, "notes"), found, fix, "warning")


def _long(path: Path, words: int) -> Problem:
    found = f"{words} words on one screen"
    fix = f"cut or split: {WORDS_A_SCREEN} words at most"
    return Problem(path, found, fix, rule="screen-length")
