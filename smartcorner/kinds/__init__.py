"""What every kind of block is made of, and how kinds are found.

A kind is a folder here (or in a project's own `kinds/`) that holds all of it:
`model.py` with one class named after the folder, `template.html`, and where it
needs them `answers.html` (solutions), `words.html` (what its script shows, brought
once for the site), `element*.js`, `style.css`, `later.*` (fetched when needed),
`lesson.*` (its part in the lesson view), `rules*.js` (of a simulation), `locales/`,
`example.yml`.
"""

import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from pydantic import Field

from smartcorner.kinds.accepted import Accepted, Rule
from smartcorner.kinds.texts import (
    About,
    Alt,
    Entry,
    Feedback,
    Id,
    Inline,
    Markdown,
    Media,
    MediaRule,
    Note,
    Said,
    Text,
    TextRule,
    mapped,
    media,
    texts,
)
from smartcorner.problems import Problem
from smartcorner.tv import wrapped
from smartcorner.wording import _

__all__ = [
    "About",
    "Accepted",
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
    "Rule",
    "Said",
    "Text",
    "TextRule",
    "_",
    "discover",
    "mapped",
    "media",
    "texts",
    "wrapped",
]


class Block(Entry):
    """One entry of a step.

    `scalar` names the field that is written without its key (`tip: "…"`).
    `weight` counts, in words, what the eye reads besides text (a picture).
    `closes` says that nothing follows it on its screen, `alone` that each of its
    parts is a screen of its own. `tv_columns` names, by class, what stands side by
    side on a TV, with the characters that a line of it holds.
    """

    about = About(
        _("Un bloc"), _("Un morceau d’étape : un type et son contenu, comme `text` ou `quiz`.")
    )
    kind: ClassVar[str] = ""
    scalar: ClassVar[str | None] = None
    weight: ClassVar[int] = 0
    closes: ClassVar[bool] = False
    alone: ClassVar[bool] = False
    tv_columns: ClassVar[Mapping[str, int]] = {}

    accept: tuple[Accepted, ...] = Field(
        default=(),
        exclude=True,
        description=_(
            "Les règles d’écriture que ce bloc ne suit pas, chacune avec sa raison : `check` "
            "les montre à chaque fois."
        ),
    )

    handout: bool = Field(
        default=False,
        exclude=True,
        description=_(
            "`true` : le bloc est aussi sur la fiche imprimée du module. Elle a 2 pages et de la "
            "place pour écrire : choisissez 2 ou 3 blocs, un exercice sur papier d’abord."
        ),
    )

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the step's id and the kind: `write/tip`."""
        return (*ids[:-1], self.kind)

    def parts(self) -> tuple[Entry, ...]:
        """Return the pieces that can stand on screens of their own, in order."""
        return (self,)

    def typed_words(self) -> int:
        """Return how many words a person writes here, for the minutes."""
        return 0

    def tv_lines(self, item: Entry) -> float | None:  # noqa: ARG002
        """Return the lines of 40 characters that a part takes on a TV, if it is never cut.

        Over 7, its type gets smaller; over 10, `check` warns.
        """
        return None

    def glossary_ids(self) -> tuple[str, ...]:
        """Return the ids of the module's glossary that this block shows."""
        return ()

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong beyond types; paths start at this block's data."""
        yield from ()


class Activity(Block):
    """A block that people act on: it has an id and gives facts."""

    closes: ClassVar[bool] = True

    id: Id = Field(
        description=_(
            "Le nom court de cette activité, seul de son nom dans le module. Le travail des "
            "personnes y tient : ne le changez plus une fois publié."
        )
    )

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
        return self._scripts

    @cached_property
    def _scripts(self) -> list[Path]:
        return sorted(self.folder.glob("element*.js"))

    def rules(self) -> Path | None:
        """Return the rules of its simulation, if it is one."""
        return self._rules

    @cached_property
    def _rules(self) -> Path | None:
        path = self.folder / "rules.js"
        return path if path.is_file() else None

    @cached_property
    def answers(self) -> bool:
        """Whether it has a template for its solutions."""
        return (self.folder / "answers.html").is_file()

    def later(self) -> list[Path]:
        """Return the scripts that a page fetches when they are needed, in order.

        A kind that has a `later.html` has such scripts, with those words, and a `later.css`.
        """
        if not (self.folder / "later.html").is_file():
            return []
        return [*sorted(self.folder.glob("rules*.js")), *sorted(self.folder.glob("later*.js"))]

    def style(self) -> Path | None:
        """Return its style sheet, if it has one."""
        return self._style

    @cached_property
    def _style(self) -> Path | None:
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
