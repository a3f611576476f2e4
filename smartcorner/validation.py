"""Pydantic's errors in a trainer's words: what is wrong, and what to write."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin
from unicodedata import normalize

from pydantic import BaseModel, ValidationError

from smartcorner.wording import Path, near, one_of, printable, shown, singular

_REFERENCE = "write it as its example on the page trainers/reference.html"
_NUMBER = "write a whole number in figures, such as 20"
_DECIMAL = "write a number in figures, such as 1.5"
_DAY = "write a day as year-month-day, such as 2026-11-02"
_FORMS = {"int": _NUMBER, "float": _DECIMAL, "date": _DAY, "bool": "write true or false"}
_BOUNDS = {
    "greater_than": "write a number greater than {gt}",
    "greater_than_equal": "write {ge} or more",
    "less_than": "write a number smaller than {lt}",
    "less_than_equal": "write {le} or less",
    "too_short": "write at least {min_length}, each on a line begun with “- ”",
    "too_long": "keep {max_length} at most",
    "string_too_short": "write at least {min_length} characters",
    "string_too_long": "keep {max_length} characters at most",
}

_WHATEVER_VALUE = {"extra_forbidden", "value_error", "assertion_error"}


class Told(NamedTuple):
    """One error: its path in the data, what is wrong, what to write instead."""

    path: Path
    found: str
    fix: str
    on_key: bool = False


@dataclass(frozen=True)
class _Error:
    """One of pydantic's errors, with what the model allows in that place."""

    kind: str
    path: Path
    value: object
    context: Mapping[str, Any]
    message: str
    hints: list[object]
    beside: list[str]
    bare: bool  # written without its key, behind the kind of its block

    @property
    def key(self) -> str:
        return str(self.path[-1]) if self.path else ""

    @property
    def name(self) -> str:
        """What a message calls the thing: by its key, if it has one."""
        named = self.path and isinstance(self.path[-1], str) and not self.bare
        return shown(self.key) if named else "this"

    @property
    def words(self) -> list[str]:
        """The words that may stand here, if only certain ones may."""
        return [str(word) for hint in self.hints for word in _words(hint)]


def told(error: ValidationError, model: type[BaseModel]) -> Iterator[Told]:
    """Yield each mistake once; paths start at the data that the model refused.

    A model may have a `scalar`: the field that can be written without its key.
    """
    errors = list(_errors(error, model))
    unknown = [one for one in errors if one.kind == "extra_forbidden"]
    misspelt = {(*one.path[:-1], near(one.key, one.beside)) for one in unknown}
    seen: set[Path] = set()
    for one in errors:
        # A misspelt key isn't missing as well; entries that were refused were there.
        twice = one.kind == "missing" and one.path in misspelt
        enough = one.kind == "too_short" and _size(one) >= one.context["min_length"]
        if not twice and not enough and (this := _told(one)).path not in seen:
            seen.add(this.path)  # each member of a union complains
            yield this


def _errors(error: ValidationError, model: type[BaseModel]) -> Iterator[_Error]:
    scalar = getattr(model, "scalar", None)
    for details in error.errors(include_url=False):
        path, hints, beside = _follow(model, details["loc"])
        context, message = details.get("ctx", {}), details["msg"]
        bare = path == (scalar,) and details["type"] != "missing"
        told = (details["input"], context, message)
        yield _Error(details["type"], path, *told, hints, beside, bare)


def _size(error: _Error) -> int:
    return len(error.value) if isinstance(error.value, (list, tuple, dict)) else 0


# ---- What the model allows in a place ----


def _members(hint: object) -> list[object]:
    """Return the types that a hint allows, without None and what Annotated adds."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        return [inner for arg in get_args(hint) for inner in _members(arg)]
    return [] if hint in (None, NoneType) else [hint]


def _words(hint: object) -> tuple[object, ...]:
    return get_args(hint) if get_origin(hint) is Literal else ()


def _fields(hint: object) -> dict[str, object]:
    """Return a model's fields by the key that is written in YAML."""
    if not (isinstance(hint, type) and issubclass(hint, BaseModel)):
        return {}
    fields = hint.model_fields.items()  # a key that isn't written is left out of the schema too
    skipped = {name for name, one in fields if "SkipJsonSchema()" in map(repr, one.metadata)}
    return {one.alias or name: one.annotation for name, one in fields if name not in skipped}


def _is_tagged(hint: object, tag: str) -> bool:
    """Say whether this member of a union is the one that pydantic calls `tag`."""
    allowed = [inner for kind in _fields(hint).values() for inner in _members(kind)]
    named = getattr(hint, "__name__", "") == tag
    return named or any(tag in _words(inner) for inner in allowed)


def _follow(model: object, loc: tuple[int | str, ...]) -> tuple[Path, list[object], list[str]]:
    """Return the path in the data, the types allowed there, and the keys beside it.

    Pydantic adds to `loc` which member of a union it tried; the data has no such key.
    """
    path: list[str | int] = []
    hints = _members(model)
    beside: list[str] = []
    for part in loc:
        if isinstance(part, str) and len(hints) > 1:
            hints = [hint for hint in hints if _is_tagged(hint, part)]
            continue
        path.append(part)
        beside = [key for hint in hints for key in _fields(hint)]
        if isinstance(part, int):
            inner = [arg for hint in hints for arg in get_args(hint)[:1]]
        elif beside:
            inner = [_fields(hint).get(part) for hint in hints]
        else:
            inner = [arg for hint in hints for arg in get_args(hint)[1:2]]
        hints = [member for hint in inner for member in _members(hint)]
    return tuple(path), hints, beside


# ---- What to say ----


def _told(error: _Error) -> Told:
    if error.value is None and error.kind not in _WHATEVER_VALUE:
        named = error.name.startswith("“")
        found = f"{error.name} has nothing after it" if named else "there is nothing here"
        return Told(error.path, found, _add(error))
    if tell := _TELL.get(error.kind):
        return tell(error)
    form = _FORMS.get(error.kind.split("_")[0])
    if isinstance(error.value, (dict, list)):
        fix = f"write {one_of(error.words)}" if error.words else form
        what = "one value" if form else "a text"
        return Told(error.path, _instead(error, what), fix or _as_text(error.value))
    found = f"{error.name} can’t be {shown(error.value)}"
    if error.words:
        return Told(error.path, found, _meant(str(error.value), error.words))
    return Told(error.path, found, form or _REFERENCE)


def _instead(error: _Error, expected: str) -> str:
    return f"{error.name} is {_shape(error.value)}, not {expected}"


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return f"keys with values ({', '.join(shown(key) for key in list(value)[:3])})"
    return "a list" if isinstance(value, (list, tuple)) else f"the text {shown(value)}"


def _meant(word: str, words: list[str]) -> str:
    meant = near(word, words)
    return f"write {shown(meant)}" if meant else f"write {one_of(words)}"


def _add(error: _Error) -> str:
    """Say how to write a key that is missing or empty, by what it holds."""
    key = error.key
    if not error.name.startswith("“"):
        return "write it, or take it away"
    if any(get_origin(hint) in (tuple, list) for hint in error.hints):
        entry = singular(key)
        return f"write “{key}:” and under it a line for each {entry}, begun with “- ”"
    if keys := [f"“{name}:”" for hint in error.hints for name in _fields(hint)]:
        return f"write “{key}:” and under it {', '.join(keys)}"
    if error.words:
        return f"write “{key}:” followed by {one_of(error.words)}"
    return f"write “{key}:” followed by its text in quotes"


def _unknown(error: _Error) -> Told:
    meant = near(error.key, error.beside)
    fix = f"take it away, or write {one_of(error.beside)}"
    fix = f"write {shown(meant)}" if meant else fix
    if error.value is None and " " in error.key:  # {text: Oui, bien sûr}
        fix = "put a text with a comma in quotes"
    return Told(error.path, f"{error.name} isn’t known here", fix, on_key=True)


def _not_a_list(error: _Error) -> Told:
    fix = "write each entry on a line of its own, begun with “- ”"
    if isinstance(error.value, str) and error.value.startswith("-"):
        fix = "write a space after each “-” that begins a line"
    return Told(error.path, _instead(error, "a list"), fix)


def _not_keys(error: _Error) -> Told:
    keys = [f"“{key}:”" for hint in error.hints for key in _fields(hint)]
    fix = f"write keys with values: {', '.join(keys) or '“key: value”'}"
    return Told(error.path, _instead(error, "keys with values"), fix)


def _as_text(value: object) -> str:
    """Say how to write a text that YAML took for something else."""
    one = isinstance(value, dict) and len(value) == 1
    key, text = next(iter(value.items())) if isinstance(value, dict) and one else ("", 0)
    if isinstance(text, str):
        return f'put a text with a colon in quotes: "{printable(f"{key} : {text}")}"'
    if text is None:
        return "put a text that begins with “{” or ends with “:” in quotes"
    return "write one text, in quotes"


def _untagged(error: _Error) -> Told:
    """Tell that a `type:` is missing or unknown."""
    key = str(error.context["discriminator"]).strip("'")
    members = [kind for hint in error.hints for kind in _members(_fields(hint).get(key))]
    words = [str(word) for member in members for word in _words(member)]
    if (tag := error.context.get("tag")) is None:
        held = error.value if isinstance(error.value, dict) else {}
        if wrong := near(key, map(str, held)):
            found = f"{shown(wrong)} isn’t known here"
            return Told((*error.path, wrong), found, f"write “{key}”", on_key=True)
        fix = f"write “{key}:” followed by {one_of(words)}"
        return Told((*error.path, key), f"“{key}” is missing", fix)
    fix = _meant(str(tag), words)
    return Told((*error.path, key), f"“{key}” can’t be {shown(tag)}", fix)


def _out_of_bounds(error: _Error) -> Told:
    fix = _BOUNDS[error.kind].format(**error.context)
    if isinstance(error.value, (list, tuple, dict)):
        many = f"{len(error.value) or 'no'} entr{'y' if len(error.value) == 1 else 'ies'}"
        return Told(error.path, f"{error.name} has {many}", fix)
    if isinstance(error.value, str) and not error.value.strip():
        return Told(error.path, f"{error.name} is empty", "write its text")
    if isinstance(error.value, str) and error.kind.startswith("string"):
        return Told(error.path, f"{error.name} has {len(error.value)} characters", fix)
    return Told(error.path, f"{error.name} can’t be {shown(error.value)}", fix)


def _pattern(error: _Error) -> Told:
    """Tell how an id is written: it is what most patterns ask for."""
    plain = normalize("NFKD", str(error.value)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    fix = _REFERENCE
    if slug and re.fullmatch(error.context["pattern"], slug):
        fix = f"write small letters without accents, joined by hyphens: “{slug}”"
    return Told(error.path, f"{error.name} can’t be {shown(error.value)}", fix)


def _own_words(error: _Error) -> Told:
    """Tell what a rule says itself, as `found → expected`."""
    said = str(error.context.get("error", error.message))
    found, _, expected = said.partition(" → ")
    return Told(error.path, found, expected or _REFERENCE)


_TELL: dict[str, Callable[[_Error], Told]] = {
    "missing": lambda one: Told(one.path, f"{one.name} is missing", _add(one)),
    "extra_forbidden": _unknown,
    "union_tag_invalid": _untagged,
    "union_tag_not_found": _untagged,
    "string_pattern_mismatch": _pattern,
    "value_error": _own_words,
    "assertion_error": _own_words,
    **dict.fromkeys(("tuple_type", "list_type", "set_type", "frozen_set_type"), _not_a_list),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), _not_keys),
    **dict.fromkeys(_BOUNDS, _out_of_bounds),
}
