"""Something to take care of, set apart from the text."""

from typing import ClassVar

from smartcorner.kinds import Block, Markdown


class Warning(Block):  # noqa: A001 - the kind's own name, used through its folder only
    """One thing to take care of, said calmly, with what to do."""

    scalar: ClassVar[str | None] = "text"

    text: Markdown
