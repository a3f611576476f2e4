"""Plain text: a few sentences that lead to what comes next."""

from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Block, Markdown, _


class Text(Block):
    """A few sentences, written as Markdown: paragraphs, lists, **bold** words."""

    scalar: ClassVar[str | None] = "text"

    about = About(
        _("Texte"),
        _("Quelques phrases : elles disent où l’on est et ce qu’on va faire."),
        _("Au début d’un écran, avant une image, un exemple ou une tâche."),
    )

    text: Markdown = Field(
        description=_(
            "Des paragraphes de 3 phrases au plus. `**gras**` pour le mot d’un bouton, « - » au "
            "début d’une ligne pour une liste de 5 lignes au plus, `###` pour un petit titre."
        )
    )
