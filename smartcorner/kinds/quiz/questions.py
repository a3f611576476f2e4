"""The five types of question.

They share one shape: lines to answer with (choices, items,
pairs or parts), each with an id and a feedback.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field

from smartcorner.kinds import About, Entry, Feedback, Id, Inline, Problem, _, wrapped
from smartcorner.kinds.quiz.naming import names

TV_LINES = 7  # of 40 characters; more than that is shown in small type


class Line(Entry):
    """One line of a question, with what is said about it once it is answered."""

    about = About(_("Une ligne"), _("Une ligne à toucher dans le bon ordre."))

    id: Id = Field(description=_("Le nom court de la ligne, seul de son nom dans la question."))
    text: Inline = Field(description=_("Ce que la personne lit et touche."))
    feedback: Feedback = Field(
        description=_(
            "Ce que la page dit après la réponse : ce qui est juste, pourquoi, quoi essayer. "
            "Reprenez un mot de la ligne. Deux lignes n’ont jamais le même."
        )
    )

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

    about = About(_("Un choix"), _("Une réponse possible."))

    right: bool = Field(
        default=False, description=_("`true` sur la bonne réponse. Sinon, n’écrivez rien.")
    )

    @property
    def chosen(self) -> bool:
        """Return whether the choice is right."""
        return self.right


class Pair(Line):
    """One line and what belongs to it."""

    about = About(_("Une paire"), _("Une ligne et ce qui va avec elle."))

    match: Inline = Field(description=_("Ce qui va avec cette ligne ; la personne le choisit."))

    @property
    def said(self) -> str:
        """Return both sides of the pair."""
        return f"{self.text} {self.match}"


class Part(Line):
    """One part of a message: a sign to spot, or an honest part."""

    about = About(_("Un morceau du message"), _("Un signe à trouver, ou un morceau honnête."))

    label: Inline | None = Field(
        default=None, description=_("Le nom du champ : « De », « Objet ».")
    )
    sign: bool = Field(
        default=False,
        description=_("`true` si ce morceau est un signe à trouver. Sinon, n’écrivez rien."),
    )

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
    tv_width: ClassVar[int] = 40  # characters of a row, beside hands or what belongs to it

    id: Id = Field(
        description=_("Le nom court de la question. La réponse y tient : ne le changez plus.")
    )
    ask: Inline = Field(description=_("La question, en une ou deux phrases courtes."))

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

    @property
    def tv_lines(self) -> float:
        """Return the lines of 40 characters that it takes on a TV: what it asks, its rows.

        In small type, from 7 lines on, a row holds more.
        """
        rows = self._tv_rows(self.tv_width)
        return rows if rows <= TV_LINES else max(TV_LINES + 0.1, self._tv_rows(56))

    def _tv_rows(self, width: int) -> float:
        return self._tv_asked + sum(0.4 + wrapped(line.said, width) for line in self.lines)

    @property
    def _tv_asked(self) -> float:
        return 1.1 * (wrapped(self.ask, 40) - 1)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the question's lines; paths start at it."""
        yield from same_ids([line.id for line in self.lines], self.lines_in)
        for n, line in enumerate(self.lines):
            if not names(line.feedback, line.said):
                yield Problem(
                    path=(self.lines_in, n, "feedback"),
                    found=f"this feedback takes up no word of « {line.said.strip()} »",
                    expected="say one of its words or its number, then why it fits or not",
                )


class Single(_Question):
    """One right answer among 2 to 5; it answers at once."""

    about = About(
        _("Une seule réponse"),
        _("2 à 5 choix, dont un seul est juste. La page répond tout de suite."),
        _("Pour la plupart des questions."),
    )
    lines_in: ClassVar[str] = "choices"

    type: Literal["single"] = Field(description=_("Le type de la question."))
    choices: tuple[Choice, ...] = Field(
        min_length=2,
        max_length=5,
        description=_("Les réponses possibles. Une seule a `right: true`."),
    )

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

    about = About(
        _("Plusieurs réponses"),
        _("2 à 5 choix, dont un ou plusieurs sont justes."),
        _("Quand plusieurs choses sont vraies à la fois."),
    )
    lines_in: ClassVar[str] = "choices"

    type: Literal["multiple"] = Field(description=_("Le type de la question."))
    choices: tuple[Choice, ...] = Field(
        min_length=2,
        max_length=5,
        description=_("Les réponses possibles. Une ou plusieurs ont `right: true`."),
    )

    def problems(self) -> Iterator[Problem]:
        """Yield also a problem when no choice is right."""
        yield from super().problems()
        if not any(choice.right for choice in self.choices):
            yield Problem(("choices",), "no choice is right", "write `right: true` on one or more")


class Order(_Question):
    """3 to 5 lines to put in order; they are written in the right order."""

    about = About(
        _("Mettre dans l’ordre"),
        _("3 à 5 lignes que la personne touche dans l’ordre."),
        _("Pour les gestes d’une tâche."),
    )
    lines_in: ClassVar[str] = "items"
    tv_width: ClassVar[int] = 52

    type: Literal["order"] = Field(description=_("Le type de la question."))
    items: tuple[Line, ...] = Field(
        min_length=3,
        max_length=5,
        description=_("Les lignes, écrites dans le bon ordre : la page les mélange."),
    )

    @property
    def mixed(self) -> tuple[Line, ...]:
        """Return the lines in another order, the same at each build."""
        return tuple(_mixed(self.items))


class Match(_Question):
    """2 to 4 lines, each with the one thing that belongs to it."""

    about = About(
        _("Relier"),
        _("2 à 4 lignes, chacune avec ce qui va avec elle."),
        _("Pour des mots et leur sens, des boutons et leur effet."),
    )
    lines_in: ClassVar[str] = "pairs"

    type: Literal["match"] = Field(description=_("Le type de la question."))
    pairs: tuple[Pair, ...] = Field(
        min_length=2, max_length=4, description=_("Les lignes et ce qui va avec chacune.")
    )

    def _tv_rows(self, width: int) -> float:
        """Count two columns, in which any two may stand together."""
        half = width * 2 // 3
        match = max(wrapped(pair.match, half) for pair in self.pairs)
        rows = (max(wrapped(pair.text, half - 2), match) for pair in self.pairs)
        return self._tv_asked + sum(0.4 + row for row in rows)

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

    about = About(
        _("Trouver les signes"),
        _("Un message en 3 à 6 morceaux. La personne touche ceux qui doivent l’alerter."),
        _("Pour apprendre à reconnaître un faux message."),
    )
    lines_in: ClassVar[str] = "parts"

    type: Literal["spot-the-signs"] = Field(description=_("Le type de la question."))
    parts: tuple[Part, ...] = Field(
        min_length=3,
        max_length=6,
        description=_("Les morceaux du message. Au moins un signe et un morceau honnête."),
    )

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


def same_ids(ids: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield one problem per id that an earlier entry of the list `name` has taken."""
    first: dict[str, int] = {}
    for n, own in enumerate(ids):
        if (taken := first.setdefault(own, n)) != n:
            yield Problem(
                path=(name, n, "id"),
                found=f"{own!r}, already the id of line {taken + 1}",
                expected="an id of its own",
            )


def _mixed(lines: Sequence[Mixed]) -> list[Mixed]:
    """Return lines in an order that hangs on their ids alone, never the one given."""
    mixed = sorted(lines, key=lambda line: sha256(line.id.encode()).digest())
    return mixed if list(mixed) != list(lines) else mixed[1:] + mixed[:1]
