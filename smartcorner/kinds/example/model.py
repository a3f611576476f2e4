"""A worked example: each line of it explained beside it."""

from pydantic import Field

from smartcorner.kinds import Block, Entry, Inline


class Part(Entry):
    """One line of the example: what stands there, and why.

    `label` is the field's name in the real thing (“Objet”).
    """

    label: Inline | None = None
    text: Inline
    note: Inline


class Example(Block):
    """A whole thing done well, line by line, each line explained."""

    title: Inline
    # Written `parts:`; here that name is the method of every block.
    lines: tuple[Part, ...] = Field(alias="parts", min_length=1, max_length=5)
