"""A good idea, set apart from the text."""

from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Block, Markdown, _


class Tip(Block):
    """One good idea, in one or two sentences."""

    scalar: ClassVar[str | None] = "text"

    about = About(
        _("Bonne idée"),
        _("Une bonne idée, à part du texte."),
        _("Pour une astuce qui aide, mais dont on peut se passer."),
    )

    text: Markdown = Field(description=_("Une ou deux phrases."))
