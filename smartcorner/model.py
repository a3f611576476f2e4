"""The models of a module and its steps; YAML data in, a Module or problems out."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, Field, InstanceOf, ValidationError

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
from smartcorner.problems import Path, from_validation, near, one_of, shown

Data = TypeVar("Data", bound=BaseModel)

WORDS_A_SCREEN = 60  # content-facts.md, rule 1 (W3C COGA)
WORDS_READ_A_MINUTE = 80  # a slow reader's pace on a screen
WORDS_TYPED_A_MINUTE = 10  # a beginner's pace on a keyboard
OWN = "sc-"  # how the ids of a page's own parts begin
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

    def block(self, data: object, path: Path) -> Block | None:
        """Return the block that a one-key mapping describes, or note what is wrong."""
        if not isinstance(data, dict) or len(data) != 1:
            known = ", ".join(sorted(self.kinds))
            found = "a block needs one kind, and only one"
            fix = f"begin each block with “- ”, its kind and “:”; kinds are {known}"
            self.problems.append(Problem(path, found, fix))
            return None
        name, content = next(iter(data.items()))
        here = (*path, name)
        if name not in self.kinds:
            meant = near(name, self.kinds)
            fix = f"write “{meant}”" if meant else f"write {one_of(sorted(self.kinds))}"
            self.problems.append(
                Problem(here, f"{shown(name)} isn’t a kind of block", fix, on_key=True)
            )
            return None
        model = self.kinds[name].model
        if model.scalar and not isinstance(content, dict):
            content = {model.scalar: content}
        block, problems = validated(model, content)
        self.problems += _placed(problems, here, model.scalar)
        return block

    def step(self, data: object, path: Path) -> object:
        """Return a step's data with its blocks as models; what failed is left out."""
        if not isinstance(data, dict) or not isinstance(data.get("blocks"), list):
            return data
        places = ((block, (*path, "blocks", n)) for n, block in enumerate(data["blocks"]))
        # A refused block leaves an empty one: the others keep their numbers.
        return {**data, "blocks": [self.block(block, place) or Block() for block, place in places]}


def validated(model: type[Data], data: object) -> tuple[Data | None, list[Problem]]:
    """Return the model of some data, or None, and what is wrong with it."""
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        return None, list(from_validation(error, model))
    return made, list(made.problems()) if isinstance(made, Block) else []


def _placed(found: Iterable[Problem], path: Path, scalar: str | None) -> Iterator[Problem]:
    """Put a block's problems under its path; a scalar's field isn't in the data."""
    for problem in found:
        inner = problem.path[1:] if scalar and problem.path[:1] == (scalar,) else problem.path
        yield problem.replace(path=(*path, *inner))


def parse(
    data: object, name: str, kinds: Mapping[str, Kind]
) -> tuple[Module | None, list[Problem]]:
    """Return the module that a file's data describes, and all that is wrong with it.

    A module that comes with problems is what could be read of it, for further
    checks; None where too little could. Paths of problems start at the file's top.
    """
    if not isinstance(data, dict):
        raise TypeError("load() gives a mapping")
    parsing = _Parsing(kinds)
    if "id" in data:
        found, fix = "a module’s id is its folder’s name", "remove this line"
        parsing.problems.append(Problem(("id",), found, fix, on_key=True))
    steps = data.get("steps")
    if isinstance(steps, list):
        steps = [parsing.step(step, ("steps", n)) for n, step in enumerate(steps)]
    named = {**data, "id": name} | ({"steps": steps} if "steps" in data else {})
    module, problems = validated(Module, named)
    refused = parsing.problems + problems
    if module is None:
        module, _ = validated(Module, _mended(named, problems))
    after = [] if module is None else problems_of(module)
    places = [problem.path for problem in refused]
    news = [p for p in after if not any(p.path[: len(place)] == place for place in places)]
    return module, [*refused, *news]


_BLANK = {"theme": "job", "level": "basic", "setting": "alone"}


def _mended(data: object, problems: Iterable[Problem]) -> object:
    """Return data with something harmless in place of what was refused.

    So that one run tells also what is wrong in the rest of the file.
    """
    mended = copy.deepcopy(data)
    for n, problem in enumerate(problems):
        *way, last = problem.path
        holder: Any = mended
        try:
            for part in way:
                holder = holder[part]
            if problem.on_key:
                del holder[last]
            elif last in ("objectives", "competences"):
                holder[last] = ["…"]
            elif last == "id":
                holder[last] = f"unreadable-{n}"
            elif last in ("prerequisites", "glossary"):
                holder[last] = []
            else:
                holder[last] = _BLANK.get(str(last), "…")
        except (LookupError, TypeError):
            continue
    return mended


def problems_of(module: Module) -> Iterator[Problem]:
    """Yield what is wrong between the parts of a module: ids, words, feedback."""
    yield from _taken((("steps", n, "id"), step.id) for n, step in enumerate(module.steps))
    for n, step in enumerate(module.steps):
        if step.id.startswith(OWN):
            found = f"the page’s own parts have ids that begin with “{OWN}”"
            yield Problem(("steps", n, "id"), found, "choose another id")
    yield from _taken((("glossary", n, "id"), word.id) for n, word in enumerate(module.glossary))
    placed = [
        (("steps", s, "blocks", b, block.kind), block)
        for s, step in enumerate(module.steps)
        for b, block in enumerate(step.blocks)
    ]
    activities = [(path, block) for path, block in placed if isinstance(block, Activity)]
    yield from _taken(((*path, "id"), block.id) for path, block in activities)
    for path, activity in activities:
        if activity.id in RESERVED:
            yield Problem((*path, "id"), f"“{activity.id}” is a reserved id", "choose another")
    known = {word.id for word in module.glossary}
    for path, block in placed:
        for n, word in enumerate(block.glossary_ids()):
            if word not in known:
                meant = near(word, known)
                found = f"the glossary has no word with the id “{word}”"
                fix = f"write “{meant}”" if meant else "add it under glossary"
                yield Problem((*path, n), found, fix)
    told: dict[str, str] = {}
    for text in texts(module):
        place = "/".join(text.ids)
        if text.rule.feedback and (first := told.setdefault(text.value, place)) != place:
            found = f"the same feedback as {first}"
            yield Problem(text.path, found, "say what this very choice does")


def _taken(ids: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, name in ids:
        if first.setdefault(name, path) != path:
            yield Problem(path, f"the id “{name}” is taken", "write an id of its own")
