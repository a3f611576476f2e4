"""The card to keep: what a module comes down to."""

from pydantic import Field

from smartcorner.kinds import Block, Inline


class Remember(Block):
    """The « Je retiens » card: at most 5 points; it can be printed by itself."""

    title: Inline | None = None
    points: tuple[Inline, ...] = Field(min_length=1, max_length=5)
