"""A good idea, set apart from the text."""

from typing import ClassVar

from smartcorner.kinds import Block, Markdown


class Tip(Block):
    """One good idea, in one or two sentences."""

    scalar: ClassVar[str | None] = "text"

    text: Markdown
