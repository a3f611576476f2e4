"""The models of a module and its steps; YAML data in, a Module or problems out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal

from pydantic import Field, InstanceOf, ValidationError

from smartcorner.kinds import (
    Activity,
    Block,
    Entry,
    Id,
    Inline,
    Kind,
    Markdown,
    Media,
    Note,
    Problem,
    texts,
)
from smartcorner.problems import Path, from_validation, near

WORDS_A_SCREEN = 60  # content-facts.md, rule 1 (W3C COGA)
WORDS_READ_A_MINUTE = 80  # a slow reader's pace on a screen
WORDS_TYPED_A_MINUTE = 10  # a beginner's pace on a keyboard
RESERVED = ("steps", "place")  # facts of the module page itself (design.md, 6)

Theme = Literal["first-steps", "write-talk", "job", "safety"]
Level = Literal["basic", "intermediate", "advanced", "highly-advanced"]  # DigComp 3.0
Setting = Literal["alone", "group", "paper"]


def count(text: str) -> int:
    """Return the number of words: what stands between spaces and holds a letter or digit."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


@dataclass(frozen=True)
class Part:
    """What a screen shows of a block: the whole of it, or one of its parts."""

    block: Block
    item: Entry

    @property
    def kind(self) -> str:
        """Return the block's kind."""
        return self.block.kind

    @cached_property
    def words(self) -> int:
        """Return how many words stand there when the screen opens."""
        seen = sum(count(text.value) for text in texts(self.item) if not text.rule.hidden)
        return seen + self.block.weight


class Word(Entry):
    """A new word and what it means, in one plain sentence."""

    id: Id
    word: Inline
    meaning: Inline

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the list's name, so that no activity's id can be the same."""
        return (*ids, self.id)


class Step(Entry):
    """A stretch of a module with one aim, shown as a sequence of screens."""

    id: Id
    title: Inline
    setting: Setting = "alone"
    notes: Note | None = None
    blocks: tuple[InstanceOf[Block], ...] = Field(min_length=1)

    @cached_property
    def screens(self) -> tuple[tuple[Part, ...], ...]:
        """Pack the blocks, in order, into screens of one action and about 60 words."""
        screens: list[list[Part]] = []
        open_words = WORDS_A_SCREEN + 1
        for block in self.blocks:
            for item in block.parts():
                part = Part(block, item)
                if block.alone or open_words + part.words > WORDS_A_SCREEN:
                    screens.append([])
                    open_words = 0
                screens[-1].append(part)
                ends = block.alone or block.closes
                open_words = WORDS_A_SCREEN + 1 if ends else open_words + part.words
        return tuple(tuple(screen) for screen in screens)

    @cached_property
    def minutes(self) -> float:
        """Return the minutes that a learner needs, at 80 words read and 10 typed a minute."""
        read = count(self.title) + sum(part.words for part in self._parts())
        # One answer's feedback is read a question; the others stay unseen.
        for part in self._parts():
            told = [count(text.value) for text in texts(part.item) if text.rule.feedback]
            read += round(sum(told) / len(told)) if told else 0
        typed = sum(block.typed_words() for block in self.blocks)
        return read / WORDS_READ_A_MINUTE + typed / WORDS_TYPED_A_MINUTE

    def _parts(self) -> Iterator[Part]:
        return (part for screen in self.screens for part in screen)


class Module(Entry):
    """One YAML spec: what a person learns in 20 to 30 minutes."""

    scalar: ClassVar[str | None] = None

    id: Id
    title: Inline
    summary: Inline
    theme: Theme
    level: Level
    picture: Media
    competences: tuple[str, ...] = Field(min_length=1)
    prerequisites: tuple[Id, ...] = ()
    objectives: tuple[Inline, ...] = Field(min_length=1, max_length=5)
    steps: tuple[Step, ...] = Field(min_length=1)
    glossary: tuple[Word, ...] = ()
    home: Markdown

    @property
    def activities(self) -> Iterator[Activity]:
        """Return the blocks that people act on, in order."""
        blocks = (block for step in self.steps for block in step.blocks)
        return (block for block in blocks if isinstance(block, Activity))

    @cached_property
    def minutes(self) -> int:
        """Return the module's whole minutes, its first screen and its home task included."""
        around = [self.title, self.summary, *self.objectives, self.home]
        read = sum(map(count, around)) / WORDS_READ_A_MINUTE
        return round(read + sum(step.minutes for step in self.steps))


@dataclass
class _Parsing:
    """The problems met while one module's data becomes models."""

    kinds: Mapping[str, Kind]
    problems: list[Problem] = field(default_factory=list)

    def block(self, data: Any, path: Path) -> Block | None:
        """Return the block that a one-key mapping describes, or note what is wrong."""
        known = ", ".join(sorted(self.kinds))
        if not isinstance(data, dict) or len(data) != 1:
            self.problems.append(
                Problem(
                    path,
                    "this block doesn't begin with one kind",
                    f"write one kind and a colon, such as `- text: …` ({known})",
                )
            )
            return None
        name, content = next(iter(data.items()))
        if name not in self.kinds:
            meant = near(name, self.kinds)
            self.problems.append(
                Problem(
                    (*path, name),
                    f"“{name}” isn't a kind of block",
                    f"write “{meant}”" if meant else f"write one of {known}",
                )
            )
            return None
        model = self.kinds[name].model
        here = (*path, name)
        if model.scalar and not isinstance(content, (dict, list)):
            content = {model.scalar: content}
        elif not isinstance(content, dict):
            content = {_sole_list(model): content} if isinstance(content, list) else content
        try:
            block = model.model_validate(content)
        except ValidationError as error:
            self.problems += _prefixed(from_validation(error, model), here, model.scalar)
            return None
        self.problems += _prefixed(block.problems(), here, model.scalar)
        return block


def _sole_list(model: type[Block]) -> str:
    """Return the field that a block written as a bare list fills (`words: [a, b]`)."""
    return model.scalar or next(iter(model.model_fields))


def _prefixed(found: Iterator[Problem], path: Path, scalar: str | None) -> Iterator[Problem]:
    for problem in found:
        inner = problem.path[1:] if scalar and problem.path[:1] == (scalar,) else problem.path
        yield problem.replace(path=(*path, *inner))
