"""The JSON Schema that editors get: valid, complete, and of one mind with the checker."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from smartcorner.cli import main
from smartcorner.kinds import discover
from smartcorner.schema import json_schema
from tests.support.sites import ROOT
from tests.tiny import MODULE

KINDS = discover(ROOT / "kinds")
SCHEMA = json_schema(KINDS)
MODULES = [
    *sorted((ROOT / "modules").glob("*/module.yml")),
    ROOT / "smartcorner/starter/module.yml",
]


def faults(data: object) -> list[str]:
    """Return what the schema says is wrong, with its place."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(data)]


def step_of(blocks: object) -> dict[str, Any]:
    """Return a module that is right, with these blocks in its only step."""
    data: dict[str, Any] = yaml.safe_load(MODULE)
    data["steps"] = [{"id": "one", "title": "Un", "blocks": blocks}]
    return data


def test_it_is_a_schema_of_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.parent.name)
def test_real_modules_are_right(path: Path) -> None:
    assert faults(yaml.safe_load(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_example_of_each_kind_is_right_and_one_key_more_is_not(kind: Any) -> None:
    blocks = yaml.safe_load((kind.folder / "example.yml").read_text("utf-8"))
    assert faults(step_of(blocks)) == []
    wrong = copy.deepcopy(blocks)
    wrong[0][kind.name] = {"no-such-key": 1}
    assert faults(step_of(wrong))
    assert faults(step_of([{**blocks[0], "no-such-kind": "y"}])), "a block has one kind"


WRONG = {
    "a misspelt key": ('summary: "', 'sumary: "'),
    "a missing key": ('home: "Ouvrez votre boîte."\n', ""),
    "an id of the module": ("level: basic", "level: basic\nid: mail"),
    "an unknown word": ("level: basic", "level: easy"),
    "a text for a list": ('objectives:\n  - "Vous lisez un message."', 'objectives: "Lire"'),
    "an id with capitals": ("id: ready", "id: Ready"),
    "an unknown kind": ("- text:", "- txet:"),
    "one choice": (
        '                - {id: leave, text: "Je pars.", feedback: "« Je pars » attend un peu."}\n',
        "",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_the_checker_refuses_is_wrong_for_the_schema(case: str) -> None:
    old, new = WRONG[case]
    assert MODULE.count(old) == 1
    assert faults(yaml.safe_load(MODULE)) == []
    assert faults(yaml.safe_load(MODULE.replace(old, new)))


def test_a_text_may_look_like_a_number_as_for_the_checker() -> None:
    assert faults(yaml.safe_load(MODULE.replace('title: "Lire"', "title: 2026"))) == []


def keys(node: object, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each key that the schema knows, with its place."""
    if isinstance(node, dict):
        for name, inner in (node.get("properties") or {}).items():
            yield f"{place}.{name}", inner
        for name, inner in node.items():
            yield from keys(inner, f"{place}/{name}")


def test_each_key_and_each_part_has_its_documentation() -> None:
    found = dict(keys(SCHEMA))
    assert len(found) > 50
    assert [place for place, key in found.items() if not key.get("description")] == []


def test_each_kind_has_a_name_of_its_own() -> None:
    names = [kind.model.about.name for kind in KINDS.values()]
    assert sorted(set(names)) == sorted(names)


def test_the_file_that_editors_read_is_up_to_date() -> None:
    kept = json.loads((ROOT / "modules/module.schema.json").read_text("utf-8"))
    assert kept == SCHEMA, (
        "run: .venv/bin/python build_modules.py schema --output modules/module.schema.json"
    )


def test_the_command_prints_it_or_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"], tmp_path) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == json_schema(discover())
    target = tmp_path / "editor/module.schema.json"
    assert main(["schema", "--output", str(target)], tmp_path) == 0
    assert target.read_text("utf-8") == printed
