"""A picture that carries meaning."""

from typing import ClassVar

from smartcorner.kinds import Alt, Block, Inline, Media


class Figure(Block):
    """A picture of the module's `media/` folder.

    `alt` says in one sentence what it shows, for who doesn't see it. A picture
    counts as 20 words on a screen: the eye spends as long on it.
    """

    weight: ClassVar[int] = 20

    image: Media
    alt: Alt
    caption: Inline | None = None
