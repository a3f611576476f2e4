"""Questions that explain: every answer has a feedback of its own.

Five types of question share one shape: lines to answer with (choices, items,
pairs or parts), each with an id and a feedback.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field

from smartcorner.kinds import Activity, Entry, Feedback, Id, Inline, Problem

STEM = 4  # letters that two forms of a word share: « vendeur », « vendeuse »


class Line(Entry):
    """One line of a question, with what is said about it once it is answered."""

    id: Id
    text: Inline
    feedback: Feedback

    @property
    def said(self) -> str:
        """Return all that the line shows: its feedback names something of it."""
        return self.text

    @property
    def chosen(self) -> bool:
        """Return whether the right answer holds this line."""
        return True


class Choice(Line):
    """One answer to choose."""

    right: bool = False

    @property
    def chosen(self) -> bool:
        """Return whether the choice is right."""
        return self.right


class Pair(Line):
    """One line and what belongs to it."""

    match: Inline

    @property
    def said(self) -> str:
        """Return both sides of the pair."""
        return f"{self.text} {self.match}"


class Part(Line):
    """One part of a message: a sign to spot, or an honest part."""

    label: Inline | None = None
    sign: bool = False

    @property
    def said(self) -> str:
        """Return the part's label and text."""
        return f"{self.label or ''} {self.text}"

    @property
    def chosen(self) -> bool:
        """Return whether the part is a sign."""
        return self.sign


Mixed = TypeVar("Mixed", bound=Line)


class _Question(Entry):
    lines_in: ClassVar[str]

    id: Id
    ask: Inline

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines to answer with, as they are written."""
        lines: tuple[Line, ...] = getattr(self, self.lines_in)
        return lines

    def number(self, line: Line) -> int:
        """Return a line's place as it is written, from 0: a page's short name for it.

        Nothing is kept under it but an attempt under way.
        """
        return self.lines.index(line)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the question's lines; paths start at it."""
        yield from _same_ids([line.id for line in self.lines], self.lines_in)
        for n, line in enumerate(self.lines):
            if not names(line.feedback, line.said):
                yield Problem(
                    path=(self.lines_in, n, "feedback"),
                    found=f"this feedback names nothing of « {line.said.strip()} »",
                    expected="take up one of its words or its number in the feedback",
                )


class Single(_Question):
    """One right answer among 2 to 5; it answers at once."""

    lines_in: ClassVar[str] = "choices"

    type: Literal["single"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=5)

    def problems(self) -> Iterator[Problem]:
        """Yield also a problem when not exactly one choice is right."""
        yield from super().problems()
        right = [n for n, choice in enumerate(self.choices) if choice.right]
        if not right:
            yield Problem(("choices",), "no choice is right", "write `right: true` on one")
        for n in right[1:]:
            yield Problem(
                path=("choices", n, "right"),
                found=f"a second right choice (the first is choice {right[0] + 1})",
                expected="keep one, or write `type: multiple`",
            )


class Multiple(_Question):
    """One or more right answers among 2 to 5."""

    lines_in: ClassVar[str] = "choices"

    type: Literal["multiple"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=5)

    def problems(self) -> Iterator[Problem]:
        """Yield also a problem when no choice is right."""
        yield from super().problems()
        if not any(choice.right for choice in self.choices):
            yield Problem(("choices",), "no choice is right", "write `right: true` on one or more")


class Order(_Question):
    """3 to 5 lines to put in order; they are written in the right order."""

    lines_in: ClassVar[str] = "items"

    type: Literal["order"]
    items: tuple[Line, ...] = Field(min_length=3, max_length=5)

    @property
    def mixed(self) -> tuple[Line, ...]:
        """Return the lines in another order, the same at each build."""
        return tuple(_mixed(self.items))


class Match(_Question):
    """2 to 4 lines, each with the one thing that belongs to it."""

    lines_in: ClassVar[str] = "pairs"

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=4)

    @property
    def options(self) -> tuple[Pair, ...]:
        """Return a pair for each thing to choose, in another order.

        Two pairs may have the same match: it is offered once.
        """
        once = {pair.match: pair for pair in reversed(self.pairs)}
        return tuple(_mixed([pair for pair in self.pairs if once[pair.match] is pair]))

    def option_of(self, pair: Pair) -> int:
        """Return the number of the option that is right for a pair."""
        return next(n for n, other in enumerate(self.pairs) if other.match == pair.match)


class SpotTheSigns(_Question):
    """A message of 3 to 6 parts; some are signs to spot, some are honest."""

    lines_in: ClassVar[str] = "parts"

    type: Literal["spot-the-signs"]
    parts: tuple[Part, ...] = Field(min_length=3, max_length=6)

    def problems(self) -> Iterator[Problem]:
        """Yield also a problem when there is nothing to tell apart."""
        yield from super().problems()
        signs = sum(part.sign for part in self.parts)
        if not signs:
            yield Problem(("parts",), "no part is a sign", "write `sign: true` on one or more")
        if signs == len(self.parts):
            yield Problem(
                ("parts",), "every part is a sign", "leave one honest part without `sign`"
            )


Question = Annotated[Single | Multiple | Order | Match | SpotTheSigns, Field(discriminator="type")]


class Quiz(Activity):
    """Questions, each a screen of its own, with unlimited tries and no marks."""

    alone: ClassVar[bool] = True

    questions: tuple[Question, ...] = Field(min_length=1, max_length=8)

    def parts(self) -> tuple[Entry, ...]:
        """Return the questions: each is a screen."""
        return self.questions

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with each question, ids and feedbacks used twice."""
        yield from _same_ids([one.id for one in self.questions], "questions")
        first: dict[str, str] = {}
        for n, question in enumerate(self.questions):
            for problem in question.problems():
                yield problem.under("questions", n)
            for m, line in enumerate(question.lines):
                said = " ".join(_words(line.feedback))
                if said in first:
                    yield Problem(
                        path=("questions", n, question.lines_in, m, "feedback"),
                        found=f"the feedback of « {first[said]} » again",
                        expected="say what is right or why for this one",
                    )
                first.setdefault(said, line.said.strip())


def names(feedback: str, said: str) -> bool:
    """Say whether a feedback names something of what its line shows.

    It does by a number, by a word of 3 letters or more (compared without case,
    accents and ending) or, for what has neither, by the line in full: « @ ».
    """
    plain = _plain(said).strip(" .!?:;«»“”\"'")
    return bool(_stems(feedback) & _stems(said)) or (not _stems(said) and plain in _plain(feedback))


def _same_ids(ids: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield one problem per id that an earlier entry of the list `name` has taken."""
    first: dict[str, int] = {}
    for n, own in enumerate(ids):
        if (taken := first.setdefault(own, n)) != n:
            yield Problem(
                path=(name, n, "id"),
                found=f"{own!r}, already the id of line {taken + 1}",
                expected="an id of its own",
            )


def _plain(text: str) -> str:
    """Return a text without case and accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))


def _stems(text: str) -> set[str]:
    """Return what is compared of a text: numbers, and the words' first letters."""
    return {
        word if word.isdigit() else word[:STEM]
        for word in _words(text)
        if word.isdigit() or len(word) >= 3  # le, la, un say nothing
    }


def _mixed(lines: Sequence[Mixed]) -> list[Mixed]:
    """Return lines in an order that hangs on their ids alone, never the one given."""
    mixed = sorted(lines, key=lambda line: sha256(line.id.encode()).digest())
    return mixed if list(mixed) != list(lines) else mixed[1:] + mixed[:1]
