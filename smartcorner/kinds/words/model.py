"""New words, explained where they are first read."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Block, Id, Problem, _


class Words(Block):
    """One or two words of the module's glossary (content-facts: 2 a screen at most).

    A word's meaning is read on the screen, about 8 words a word.
    """

    scalar: ClassVar[str | None] = "ids"
    weight: ClassVar[int] = 12

    about = About(
        _("Mots nouveaux"),
        _("Un ou deux mots du glossaire, avec leur sens."),
        _("Sur l’écran où la personne lit le mot pour la première fois."),
    )

    ids: tuple[Id, ...] = Field(
        min_length=1,
        max_length=2,
        description=_("Les `id` des mots, comme ils sont écrits sous `glossary` : `[subject]`."),
    )

    def glossary_ids(self) -> tuple[str, ...]:
        """Return the ids of the words: the module's glossary must have them."""
        return self.ids

    def problems(self) -> Iterator[Problem]:
        """Yield a problem when a word stands there twice."""
        if len(set(self.ids)) < len(self.ids):
            yield Problem(
                path=("ids", len(self.ids) - 1),
                found=f"{self.ids[-1]!r} stands there twice",
                expected="another word, or one word only",
            )
