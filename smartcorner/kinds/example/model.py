"""A worked example: each line of it explained beside it."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Block, Entry, Inline, _


class Part(Entry):
    """One line of the example: what stands there, and why.

    `label` is the field's name in the real thing (“Objet”).
    """

    about = About(_("Une ligne de l’exemple"), _("Une ligne de l’exemple et son explication."))

    label: Inline | None = Field(
        default=None, description=_("Le nom du champ dans le vrai outil : « Objet ».")
    )
    text: Inline = Field(description=_("Ce qui est écrit dans cette ligne de l’exemple."))
    note: Inline = Field(description=_("Pourquoi c’est bien ainsi, en une phrase courte."))


class Example(Block):
    """A whole thing done well, line by line, each line explained."""

    tv_columns: ClassVar[Mapping[str, int]] = {"line": 30, "why": 22}

    about = About(
        _("Exemple expliqué"),
        _("Une chose bien faite, ligne par ligne. Chaque ligne est expliquée."),
        _("Avant de demander à la personne de faire pareil."),
    )

    title: Inline = Field(description=_("Ce que l’exemple montre : « Nadia répond à une offre »."))
    # Written `parts:`; here that name is the method of every block.
    lines: tuple[Part, ...] = Field(
        alias="parts",
        min_length=1,
        max_length=5,
        description=_("Les lignes de l’exemple, dans l’ordre."),
    )
