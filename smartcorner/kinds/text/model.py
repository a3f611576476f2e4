"""Plain text: a few sentences that lead to what comes next."""

from typing import ClassVar

from smartcorner.kinds import Block, Markdown


class Text(Block):
    """A few sentences, written as Markdown: paragraphs, lists, **bold** words."""

    scalar: ClassVar[str | None] = "text"

    text: Markdown
