"""Names of a world's things inside an exercise, found through the types of fields.

A field says by its type in which collection of the world its value has to be
(`Annotated[str, Of("people")]`), so that one walk checks every kind's names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from smartcorner.kinds.texts import Path

VARIABLE = re.compile(r"\$([a-z][\w-]*)((?:\.[\w-]+)*)")
IN_TEXT = re.compile(r"\{([a-z][\w-]*)((?:\.[\w-]+)*)\}")


@dataclass(frozen=True)
class Of:
    """The value is the id of a thing in this collection: `people`, `messages.body`."""

    collection: str


def _of(hint: Any) -> Of | None:
    """Return the mark inside a type, however deep in unions and tuples it stands."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Of):
            return mark
    return next((mark for arg in get_args(hint) if (mark := _of(arg))), None)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Of | None], ...]:
    """Return the name of each field, how it is written, and what its names have to be."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (
            name,
            field.alias or name,
            next((m for m in field.metadata if isinstance(m, Of)), None) or _of(hints.get(name)),
        )
        for name, field in model.model_fields.items()
    )


def names(value: object, of: Of | None = None, path: Path = ()) -> Iterator[tuple[Path, str, Of]]:
    """Yield each name of a thing in a model: where it stands, what it says, what it has to be."""
    if isinstance(value, str) and of:
        yield path, value, of
    elif isinstance(value, tuple):
        for n, entry in enumerate(value):
            yield from names(entry, of, (*path, n))
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from names(entry, of, (*path, key))
    elif isinstance(value, BaseModel):
        for name, written, inner in _fields(type(value)):
            if (held := getattr(value, name)) is not None:
                yield from names(held, inner, (*path, written))


def known(world: object, collection: str) -> list[str]:
    """Return the ids of a world's collection; a dot leads into its things: `messages.body`."""
    held: list[Any] = [world]
    for part in collection.split("."):
        held = [one for thing in held for one in getattr(thing, part, None) or ()]
    return [thing.id for thing in held]
