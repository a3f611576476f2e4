"""The texts and media of a model, found through the types of its fields.

A field says what it holds by its type (`Inline`, `Markdown`, `Media`…). One walk
over those types serves translation, checks, word counts and rendering, so that
a new kind is understood by all of them without a line elsewhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import is_
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ConfigDict, StringConstraints

from smartcorner.memory import Same

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class TextRule:
    """How a text is written, who reads it, and whether it is on the screen when it opens."""

    form: Literal["inline", "markdown"]
    hidden: bool = False
    feedback: bool = False
    trainer: bool = False  # only trainers read it


@dataclass(frozen=True)
class MediaRule:
    """The field names a file of the module's `media/` folder."""


@dataclass(frozen=True)
class About:
    """What trainers read of a model: what it is called, what it is for, when to use it.

    In French, as modules are; each text is marked with `_()` for the catalogues.
    Its fields say what they hold in their own `description`.
    """

    name: str
    purpose: str
    when: str = ""


class Text(NamedTuple):
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
Said = Annotated[str, _text, TextRule("inline", hidden=True)]
Note = Annotated[str, _text, TextRule("markdown", hidden=True, trainer=True)]
Media = Annotated[str, _text, MediaRule()]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Entry(BaseModel):
    """Part of a module's data, immutable; refuses keys that it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: ClassVar[About] = About("", "")
    asked_often: ClassVar[bool] = False  # whether its texts are kept for who asks next

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the path of ids of this entry of a list whose path is `ids`."""
        own: str | None = self.__dict__.get("id")
        return (*ids[:-1], own) if own else ids


def _rule(hint: Any) -> TextRule | MediaRule | None:
    """Return the rule inside a type, however deep in unions and tuples it stands."""
    for rule in getattr(hint, "__metadata__", ()):
        if isinstance(rule, (TextRule, MediaRule)):
            return rule
    return next((rule for arg in get_args(hint) if (rule := _rule(arg))), None)


def _may_hold(hint: Any) -> bool:
    """Return whether a field of this type can hold a text or a media file, however deep."""
    if _rule(hint):
        return True
    if get_origin(hint) is Literal:
        return False
    if get_origin(hint) is Annotated:
        return _may_hold(get_args(hint)[0])
    inner = get_args(hint)
    return any(map(_may_hold, inner)) if inner else hint not in _BARE


_BARE = (str, int, float, bool, type(None), Ellipsis)


class _Field(NamedTuple):
    """A field that may hold texts: `bare` says that it is written without its key."""

    name: str
    written: str
    bare: bool
    rule: TextRule | MediaRule | None


@cache
def _fields(model: Any) -> tuple[_Field, ...]:
    """Return the fields of a model that may hold texts; a type of another sort has none."""
    if not issubclass(model, BaseModel):
        return ()
    hints = get_type_hints(model, include_extras=True)
    scalar = getattr(model, "scalar", None)
    return tuple(
        _Field(name, field.alias or name, name == scalar, _rule(hints[name]))
        for name, field in model.model_fields.items()
        if _may_hold(hints[name])
    )


@cache
def _kind(entry: Any) -> tuple[str, ...]:
    """Return what a list's entry adds to its path: a block's kind."""
    named = issubclass(entry, BaseModel)
    return (kind,) if named and (kind := getattr(entry, "kind", "")) else ()


def _ids(entry: object, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of ids of a list's entry: its own id replaces the list's name."""
    return entry.ids_under(ids) if isinstance(entry, Entry) else ids


def _gather(
    value: Any,
    rule: TextRule | MediaRule | None,
    path: Path,
    ids: tuple[str, ...],
    found: list[Text],
) -> None:
    """Add the texts and media of a list or a model to those found."""
    kind: Any = type(value)
    if kind is tuple:
        for n, entry in enumerate(value):
            if isinstance(entry, str):
                if rule:
                    found.append(Text((*path, n), ids, entry, rule))  # type: ignore[arg-type]
            else:
                at = (*path, n, *_kind(type(entry)))  # type: ignore[arg-type]
                _gather(entry, rule, at, _ids(entry, ids), found)
        return
    fields = _fields(kind)
    held = value.__dict__ if fields else {}  # a model keeps its fields there
    for name, written, bare, own in fields:
        if (inside := held[name]) is None:
            continue
        at, under = (path, ids) if bare else ((*path, written), (*ids, name))
        if not isinstance(inside, str):
            _gather(inside, own, at, under, found)
        elif own:
            found.append(Text(at, under, inside, own))  # type: ignore[arg-type]


def _gathered(model: BaseModel) -> list[Text]:
    found: list[Text] = []
    _gather(model, None, (), (), found)
    return found


@lru_cache(maxsize=8)  # a module in each language, from its check to its pages
def _whole(model: Same[BaseModel]) -> list[Text]:
    return _gathered(model.one)


def _found(model: BaseModel) -> list[Text]:
    return _whole(Same(model)) if getattr(model, "asked_often", False) else _gathered(model)


def texts(model: BaseModel) -> list[Text]:
    """Return every text of a model in reading order.

    An entry that has an id stands under it (`ready/subject/text`), a block without one
    under its step and kind (`write/tip`).
    """
    return [text for text in _found(model) if type(text.rule) is TextRule]


def media(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """Yield the path and name of every media file that a model names."""
    for path, _, value, rule in _found(model):
        if not isinstance(rule, TextRule):
            yield path, value


Translate = Callable[[tuple[str, ...], str], str]


def _mapped(
    value: Any, rule: TextRule | MediaRule | None, ids: tuple[str, ...], translate: Translate
) -> Any:
    if isinstance(value, str):
        return translate(ids, value) if isinstance(rule, TextRule) else value
    if type(value) is tuple:
        new = tuple([_mapped(entry, rule, _ids(entry, ids), translate) for entry in value])
        return value if all(map(is_, new, value)) else new
    return mapped(value, ids, translate) if _fields(type(value)) else value  # type: ignore[arg-type]


def mapped(model: Model, ids: tuple[str, ...], translate: Translate) -> Model:
    """Return a model with `translate(ids, text)` in place of each text.

    What stays as it is isn't copied: models never change.
    """
    held = model.__dict__
    changes = {}
    for name, _, bare, rule in _fields(type(model)):
        if (former := held[name]) is not None:
            new = _mapped(former, rule, ids if bare else (*ids, name), translate)
            if new is not former:
                changes[name] = new
    return model.model_copy(update=changes) if changes else model
