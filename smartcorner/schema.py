"""The JSON Schema of a module, for editors: made from the models, documented in French."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema

from smartcorner.kinds import Block, Entry, Kind
from smartcorner.kinds.simulation import OneKey
from smartcorner.model import Module

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS = "$defs"
ONE_KEY = "one-key"  # marks, while the schema is made, what holds one key only


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with what a person reads while writing YAML."""

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """Call a model by the name that trainers know, not by its class."""
        made = super().model_schema(schema)
        one = {ONE_KEY: True} if issubclass(schema["cls"], OneKey) else {}
        return made | _words(schema["cls"]) | one

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        """Let a text look like a number or a truth value: the checker keeps it a text."""
        made = super().str_schema(schema)
        return made | {"type": ["string", "number", "boolean"]}

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """Leave null out: a key that is not needed isn't written."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """Tell a default only where there is something to tell."""
        made = super().default_schema(schema)
        if made.get("default") in (None, [], False):
            made.pop("default", None)
        return made

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        """Leave out OpenAPI's discriminator: each member says its type as a constant."""
        made = super().tagged_union_schema(schema)
        made.pop("discriminator", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """A key needs no title beside its own name."""
        return False


def json_schema(kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a module.yml whose blocks are of these kinds."""
    models: list[type[BaseModel]] = [Module, Block, *(kind.model for kind in kinds.values())]
    refs, made = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_Generator
    )
    found: dict[str, Any] = made[DEFINITIONS]

    def named(model: type[BaseModel]) -> str:
        return str(refs[model, "validation"]["$ref"]).rpartition("/")[2]

    found[named(Block)] = _block(kinds.values(), found, named)
    marked = [part for part in found.values() if part.pop(ONE_KEY, False)]
    others = {name: part for name, part in found.items() if part not in marked}
    for part in marked:
        _one_key(part, others)
    module = found.pop(named(Module))
    used = sorted(_used(module, found))
    whole = {"$schema": DIALECT, **module, DEFINITIONS: {name: found[name] for name in used}}
    _documented(whole)
    return whole


def _block(kinds: Iterable[Kind], found: Mapping[str, Any], named: Any) -> dict[str, Any]:
    """Return what a block is: one key, its kind. Editors complete keys of an object best."""
    alternatives: dict[str, Any] = {}
    for kind in kinds:
        name = named(kind.model)
        ref: dict[str, Any] = {"$ref": f"#/{DEFINITIONS}/{name}"}
        whole = found[name]
        if kind.model.scalar:  # written without its key: tip: "…"
            bare = whole["properties"][kind.model.scalar]
            ref = {"anyOf": [bare, ref]}
        alternatives[kind.name] = {**ref, **_words(kind.model)}
    return {
        "type": "object",
        **_words(Block),
        "properties": alternatives,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


def _one_key(part: dict[str, Any], others: Mapping[str, Any]) -> None:
    """Allow one key alone, and its first argument without its key: `open: karim`."""
    part |= {"minProperties": 1, "maxProperties": 1}
    for name, value in part["properties"].items():
        arguments = others.get(_target(value))
        if arguments is None:
            continue
        first = list(arguments.get("properties", {}).values())[:1]
        ref = {"$ref": value.pop("$ref")}
        part["properties"][name] = {"anyOf": [*first, ref, {"type": "null"}], **value}


def _target(node: Mapping[str, Any]) -> str:
    """Return the name of the definition that a node refers to, or an empty text."""
    return str(node.get("$ref", "")).rpartition("/")[2]


def _used(node: Any, found: Mapping[str, Any]) -> set[str]:
    """Return the names of the definitions that a node needs, directly or not."""
    names: set[str] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if (name := _target(one)) and name not in names:
                names.add(name)
                waiting.append(found[name])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return names


def _words(model: type[Entry]) -> dict[str, str]:
    about = model.about
    return {"title": about.name, "description": f"{about.purpose} {about.when}".strip()}


def _documented(node: Any) -> None:
    """Say of descriptions with marks of Markdown that they are Markdown."""
    if isinstance(node, dict):
        text = node.get("description")
        if isinstance(text, str) and "`" in text:
            node["markdownDescription"] = text
        for value in list(node.values()):
            _documented(value)
    elif isinstance(node, list):
        for value in node:
            _documented(value)
