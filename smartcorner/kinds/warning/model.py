"""Something to take care of, set apart from the text."""

from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Block, Markdown, _


class Warning(Block):  # noqa: A001 - the kind's own name, used through its folder only
    """One thing to take care of, said calmly, with what to do."""

    scalar: ClassVar[str | None] = "text"

    about = About(
        _("Attention"),
        _("Une chose à laquelle il faut prendre garde, dite calmement."),
        _("Pour un vrai danger : un faux message, un mot de passe, une photo privée."),
    )

    text: Markdown = Field(
        description=_("Une ou deux phrases : le danger, puis ce qu’il faut faire.")
    )
