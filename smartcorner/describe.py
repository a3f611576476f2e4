"""The keys of a model as trainers read of them: what each holds, how much, what for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from smartcorner.kinds import Block, Entry, Id, MediaRule, TextRule
from smartcorner.kinds.simulation import OneKey

FORMS = {str: "text", int: "whole", float: "number", bool: "yes-no"}
PLAIN_ID = get_args(Id)[1].pattern


@dataclass(frozen=True)
class Holds:
    """What stands behind a key, or in a list: a text, a number, an entry with keys.

    `least` and `most` are of the value, or of a list's length where `many`.
    """

    form: str
    many: bool = False
    least: float | None = None
    most: float | None = None
    words: tuple[str, ...] = ()
    models: tuple[type[Entry], ...] = ()


@dataclass(frozen=True)
class Key:
    """One key: its name in YAML, what it holds, whether it must be there."""

    name: str
    holds: Holds
    required: bool
    default: str
    description: str


def keys(model: type[BaseModel]) -> list[Key]:
    """Return a model's keys as they are written; those of every block are told apart."""
    common = Block.model_fields if issubclass(model, Block) and model is not Block else {}
    own = {name: field for name, field in model.model_fields.items() if name not in common}
    return [_key(model, name, field) for name, field in own.items() if not _skipped(field)]


def below(model: type[Entry]) -> Mapping[type[Entry], list[str]]:
    """Return the models under a model, each with the names of the keys that hold it."""
    found: dict[type[Entry], list[str]] = {}

    def walk(outer: type[Entry]) -> None:
        for key in keys(outer):
            for one in key.holds.models:
                is_new = one not in found and one != model
                if one != model and key.name not in found.setdefault(one, []):
                    found[one].append(key.name)
                if is_new:
                    walk(one)

    walk(model)
    return found


def has_one_key(model: type[Entry]) -> bool:
    """Say whether only one of a model's keys is written at a time."""
    return issubclass(model, OneKey)


def _skipped(field: FieldInfo) -> bool:
    """Say whether a field isn't written in YAML."""
    return any(type(extra).__name__ == "SkipJsonSchema" for extra in field.metadata)


def _key(model: type[BaseModel], name: str, field: FieldInfo) -> Key:
    holds = _limited(_holds(field.annotation, tuple(field.metadata), model), field.metadata)
    default = "" if field.is_required() else _told(field.default)
    written = field.alias or name
    return Key(written, holds, field.is_required(), default, field.description or "")


def _told(default: object) -> str:
    """Return a default that is worth telling."""
    if default in (None, False, 0) or isinstance(default, (tuple, Mapping)):
        return ""
    return "true" if default is True else str(default)


def _holds(hint: Any, extras: tuple[object, ...], model: type[BaseModel]) -> Holds:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _limited(_holds(args[0], (*extras, *args[1:]), model), args[1:])
    if origin in (Union, UnionType):
        return _either([_holds(arg, extras, model) for arg in args if arg is not NoneType])
    if origin is Literal:
        return Holds("word", words=tuple(map(str, args)))
    if origin is tuple:
        inner = _holds(args[0], (), model)
        return replace(inner, many=True, least=None, most=None)
    if getattr(hint, "__name__", "") == "Self" and issubclass(model, Entry):
        return Holds("entry", models=(model,))
    if isinstance(hint, type) and issubclass(hint, Block):
        return Holds("block")
    if isinstance(hint, type) and issubclass(hint, Entry):
        return Holds("entry", models=(hint,))
    return Holds(_text_form(extras) if hint is str else FORMS.get(hint, _other(hint, origin)))


def _other(hint: Any, origin: Any) -> str:
    if (isinstance(origin, type) and issubclass(origin, Mapping)) or origin is dict:
        return "mapping"
    return "day" if getattr(hint, "__name__", "") == "date" else "text"


def _either(held: list[Holds]) -> Holds:
    """Return what stands in the place of a union: entries of several types, or a value."""
    return replace(held[0], models=tuple(model for one in held for model in one.models))


def _text_form(extras: tuple[object, ...]) -> str:
    for extra in extras:
        if isinstance(extra, MediaRule):
            return "media"
        if isinstance(extra, TextRule):
            return "markdown" if extra.form == "markdown" else "text"
        if getattr(extra, "pattern", None) == PLAIN_ID:
            return "id"
    return "text"


def _limited(holds: Holds, extras: Any) -> Holds:
    """Return what a key holds with the limits that stand on it."""
    for extra in _flat(extras):
        if isinstance(extra, MinLen) and holds.many:
            holds = replace(holds, least=extra.min_length)
        elif isinstance(extra, MaxLen) and holds.many:
            holds = replace(holds, most=extra.max_length)
        elif isinstance(extra, Ge) and not holds.many:
            holds = replace(holds, least=_number(extra.ge))
        elif isinstance(extra, Le) and not holds.many:
            holds = replace(holds, most=_number(extra.le))
    return holds


def _number(limit: object) -> float:
    return float(str(limit))


def _flat(extras: Any) -> Iterator[object]:
    for extra in extras:
        if isinstance(extra, FieldInfo):
            yield from extra.metadata
        else:
            yield extra
