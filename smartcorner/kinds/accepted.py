"""Exceptions to the writing rules: which rule a block may break, and why."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from smartcorner.kinds.texts import About, Entry
from smartcorner.wording import _

# The writing rules (content-facts.md, 7) that `reading` holds.
Rule = Literal[
    "sentence-length",
    "paragraph-length",
    "list-length",
    "screen-length",
    "reading-ease",
    "double-negative",
    "verdict",
    "median-dot",
    "percentage",
    "roman-numeral",
    "figure-in-words",
    "left-right",
    "abbreviation",
    "capitals",
    "one-word",
    "idiom",
    "brand",
    "foreign-word",
]


class Accepted(Entry):
    """A writing rule that a block may break, and why.

    With `reading-ease` the block's texts are left out of its step's score.
    """

    about = About(
        _("Une exception"),
        _("Une règle d’écriture que le bloc ne suit pas, et pourquoi."),
    )

    rule: Rule = Field(
        description=_("Le nom de la règle, entre crochets dans le message de `check`.")
    )
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10)] = Field(
        description=_("Pourquoi c’est mieux ainsi, en une phrase.")
    )
