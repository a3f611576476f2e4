"""What every kind of block is made of, and how kinds are found.

A kind is a folder here (or in a project's own `kinds/`) that holds all of it:
`model.py` with one class named after the folder, `template.html`, and where it
needs them `answers.html`, `element*.js`, `style.css`, `locales/`, `example.yml`.
"""

import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from smartcorner.kinds.texts import (
    Alt,
    Entry,
    Feedback,
    Id,
    Inline,
    Markdown,
    Media,
    MediaRule,
    Note,
    Text,
    TextRule,
    mapped,
    media,
    texts,
)
from smartcorner.problems import Problem

__all__ = [
    "Activity",
    "Alt",
    "Block",
    "Entry",
    "Feedback",
    "Id",
    "Inline",
    "Kind",
    "Markdown",
    "Media",
    "MediaRule",
    "Note",
    "Problem",
    "Text",
    "TextRule",
    "discover",
    "mapped",
    "media",
    "texts",
]


class Block(Entry):
    """One entry of a step.

    `scalar` names the field that is written without its key (`tip: "…"`).
    `weight` counts, in words, what the eye reads besides text (a picture).
    `closes` says that nothing follows it on its screen, `alone` that each of its
    parts is a screen of its own.
    """

    kind: ClassVar[str] = ""
    scalar: ClassVar[str | None] = None
    weight: ClassVar[int] = 0
    closes: ClassVar[bool] = False
    alone: ClassVar[bool] = False

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the step's id and the kind: `write/tip`."""
        return (*ids[:-1], self.kind)

    def parts(self) -> tuple[Entry, ...]:
        """Return the pieces that can stand on screens of their own, in order."""
        return (self,)

    def typed_words(self) -> int:
        """Return how many words a person writes here, for the minutes."""
        return 0

    def glossary_ids(self) -> tuple[str, ...]:
        """Return the ids of the module's glossary that this block shows."""
        return ()

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong beyond types; paths start at this block's data."""
        yield from ()


class Activity(Block):
    """A block that people act on: it has an id and gives facts."""

    closes: ClassVar[bool] = True

    id: Id

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG002
        """Return the id alone: a translation survives a move to another step."""
        return (self.id,)


@dataclass(frozen=True)
class Kind:
    """One kind of block: its name, its folder and its model."""

    name: str
    folder: Path
    model: type[Block]

    def scripts(self) -> list[Path]:
        """Return its scripts, in the order in which they are joined."""
        return sorted(self.folder.glob("element*.js"))

    def style(self) -> Path | None:
        """Return its style sheet, if it has one."""
        path = self.folder / "style.css"
        return path if path.is_file() else None


def _load(folder: Path) -> Kind:
    """Import a kind's model.

    Raises:
        TypeError: `model.py` has no block class named after the folder.
    """
    name = folder.name
    if folder.parent == Path(__file__).parent:
        module = importlib.import_module(f"{__name__}.{name}.model")
    else:
        spec = importlib.util.spec_from_file_location(f"kind_{name}", folder / "model.py")
        assert spec is not None  # a path that ends in .py has both
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    title = "".join(word.capitalize() for word in name.split("-"))
    model = getattr(module, title, None)
    if not (isinstance(model, type) and issubclass(model, Block)):
        raise TypeError(f"{folder / 'model.py'}: write a class {title}(Block)")
    model.kind = name
    return Kind(name, folder, model)


def discover(*folders: Path) -> Mapping[str, Kind]:
    """Return the kinds of this package and of other folders, by name."""
    places = (Path(__file__).parent, *folders)
    found = [_load(path.parent) for place in places for path in sorted(place.glob("*/model.py"))]
    return {kind.name: kind for kind in found}
