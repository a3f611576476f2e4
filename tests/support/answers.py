"""The right answers of a project's questions, as a person reads them in a language."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from smartcorner.check import check
from smartcorner.kinds import discover
from smartcorner.kinds.quiz.model import Quiz
from smartcorner.kinds.quiz.questions import Match, Order


@dataclass(frozen=True)
class Answers:
    """One question: its type, the texts to choose, in order, and for pairs what belongs to them."""

    type: str
    texts: tuple[str, ...]
    matches: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return a text as a page shows it, without marks and with plain spaces."""
    bare = re.sub(r"\*\*|\[(?=[^]]*\]\{)|\]\{lang=\w+\}", "", text)
    return " ".join(bare.split())


@cache
def answers(root: Path, module: str, locale: str) -> dict[str, Answers]:
    """Return the answers of a module's questions, by what they ask."""
    course = check(root, discover(root / "kinds"))
    (found,) = (one for one in course.modules[locale] if one.id == module)
    said = {}
    for quiz in (block for step in found.steps for block in step.blocks if isinstance(block, Quiz)):
        for question in quiz.questions:
            whole = isinstance(question, Order | Match)
            lines = [line for line in question.lines if whole or line.chosen]
            matches = (
                [plain(pair.match) for pair in question.pairs]
                if isinstance(question, Match)
                else []
            )
            said[plain(question.ask)] = Answers(
                question.type, tuple(plain(line.text) for line in lines), tuple(matches)
            )
    return said
