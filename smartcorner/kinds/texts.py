"""The texts and media of a model, found through the types of its fields.

A field says what it holds by its type (`Inline`, `Markdown`, `Media`…). One walk
over those types serves translation, checks, word counts and rendering, so that
a new kind is understood by all of them without a line elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, StringConstraints

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class TextRule:
    """How a text is written, and whether it is on the screen when it opens."""

    form: Literal["inline", "markdown"]
    hidden: bool = False
    feedback: bool = False


@dataclass(frozen=True)
class MediaRule:
    """The field names a file of the module's `media/` folder."""


@dataclass(frozen=True)
class Text:
    """One text: where it stands in the data, its path of ids, and how it is written."""

    path: Path
    ids: tuple[str, ...]
    value: str
    rule: TextRule


_text = StringConstraints(strip_whitespace=True, min_length=1)
Inline = Annotated[str, _text, TextRule("inline")]
Markdown = Annotated[str, _text, TextRule("markdown")]
Feedback = Annotated[str, _text, TextRule("inline", hidden=True, feedback=True)]
Alt = Annotated[str, _text, TextRule("inline", hidden=True)]
Note = Annotated[str, _text, TextRule("markdown", hidden=True)]
Media = Annotated[str, _text, MediaRule()]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Entry(BaseModel):
    """Part of a module's data, immutable; refuses keys that it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the path of ids of this entry of a list whose path is `ids`."""
        own: str | None = getattr(self, "id", None)
        return (*ids[:-1], own) if own else ids


def _rule(hint: Any) -> TextRule | MediaRule | None:
    """Return the rule inside a type, however deep in unions and tuples it stands."""
    for rule in getattr(hint, "__metadata__", ()):
        if isinstance(rule, (TextRule, MediaRule)):
            return rule
    return next((rule for arg in get_args(hint) if (rule := _rule(arg))), None)


@cache
def _rules(model: type[BaseModel]) -> Mapping[str, TextRule | MediaRule | None]:
    hints = get_type_hints(model, include_extras=True)
    return {name: _rule(hints[name]) for name in model.model_fields}


def _ids(entry: object, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of ids of a list's entry: its own id replaces the list's name."""
    if isinstance(entry, Entry):
        return entry.ids_under(ids)
    return ids


def _walk(
    value: object, rule: TextRule | MediaRule | None, path: Path, ids: tuple[str, ...]
) -> Iterator[tuple[Path, tuple[str, ...], str, TextRule | MediaRule]]:
    if isinstance(value, str) and rule:
        yield path, ids, value, rule
    elif isinstance(value, tuple):
        for n, entry in enumerate(value):
            key = (kind,) if (kind := getattr(entry, "kind", "")) else ()
            yield from _walk(entry, rule, (*path, n, *key), _ids(entry, ids))
    elif isinstance(value, BaseModel):
        scalar = getattr(value, "scalar", None)
        for name, inner in _rules(type(value)).items():
            written = type(value).model_fields[name].alias or name
            bare = name == scalar  # written without its key
            way = path if bare else (*path, written)
            yield from _walk(getattr(value, name), inner, way, ids if bare else (*ids, name))


def texts(model: BaseModel, ids: tuple[str, ...] = ()) -> Iterator[Text]:
    """Yield every text of a model in reading order.

    `ids` begins the path of ids; an entry that has an id stands under it
    (`ready/subject/text`), a block without one under its step and kind (`write/tip`).
    """
    for path, under, value, rule in _walk(model, None, (), ids):
        if isinstance(rule, TextRule):
            yield Text(path, under, value, rule)


def media(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Yield the path and name of every media file that a model names."""
    for path, _, value, rule in _walk(model, None, (), ()):
        if isinstance(rule, MediaRule):
            yield path, value


Translate = Callable[[tuple[str, ...], str], str]


def _mapped(
    value: Any, rule: TextRule | MediaRule | None, ids: tuple[str, ...], translate: Translate
) -> Any:
    if isinstance(value, str):
        return translate(ids, value) if isinstance(rule, TextRule) else value
    if isinstance(value, tuple):
        return tuple(_mapped(entry, rule, _ids(entry, ids), translate) for entry in value)
    if isinstance(value, BaseModel):
        return mapped(value, ids, translate)
    return value


def mapped(model: Model, ids: tuple[str, ...], translate: Translate) -> Model:
    """Return a copy of a model with `translate(ids, text)` in place of each text."""
    scalar = getattr(model, "scalar", None)
    changes = {
        name: _mapped(
            getattr(model, name), rule, ids if name == scalar else (*ids, name), translate
        )
        for name, rule in _rules(type(model)).items()
    }
    return model.model_copy(update=changes)
