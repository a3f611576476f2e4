"""What trainers read of models: each says what it is for, and so does each of its keys."""

from collections.abc import Iterator

import pytest

from smartcorner.describe import below, keys
from smartcorner.kinds import Block, Entry, discover
from smartcorner.kinds.simulation import Args, Simulation
from smartcorner.kinds.worlds import world_model
from smartcorner.model import Module
from smartcorner.references import Reference
from tests.support.sites import ROOT

KINDS = discover(ROOT / "kinds")
OWN: list[type[Entry]] = [kind.model for kind in KINDS.values()]
WORLD = world_model(tuple(m.things for m in OWN if issubclass(m, Simulation)))


def every() -> Iterator[type[Entry]]:
    models: list[type[Entry]] = [Module, Block, Reference, WORLD, *OWN]
    for model in models:
        yield model
        yield from below(model)


@pytest.mark.parametrize("model", dict.fromkeys(every()), ids=lambda model: model.__qualname__)
def test_a_model_says_what_it_is_for_and_what_each_key_holds(model: type[Entry]) -> None:
    if not issubclass(model, Args):  # they are known by the key that they stand behind
        assert model.about.name
        assert model.about.purpose
    assert model is Block or model.about is not Block.about
    assert [key.name for key in keys(model) if not key.description] == []


def test_each_kind_says_when_to_use_it() -> None:
    assert [model.__name__ for model in OWN if not model.about.when] == []


def held(model: type[Entry]) -> dict[str, object]:
    return {key.name: key.holds for key in keys(model)}


def test_a_key_tells_its_form_its_limits_and_whether_it_must_be_there() -> None:
    told = {key.name: key for key in keys(KINDS["checklist"].model)}
    assert told["items"].holds.many
    assert (told["items"].holds.least, told["items"].holds.most) == (1, 5)
    assert told["items"].required
    assert (told["typing"].holds.form, told["typing"].holds.most) == ("whole", 300)
    assert not told["typing"].required
    assert told["id"].holds.form == "id"
    assert {key.name: key for key in keys(Module)}["theme"].holds.words[0] == "first-steps"
    assert "id" not in held(Module), "it is the folder's name"
    assert "parts" in held(KINDS["example"].model), "it is written so"


def test_what_stands_under_a_key_is_told_with_the_key() -> None:
    found = {model.__name__: names for model, names in below(KINDS["quiz"].model).items()}
    assert found["Single"] == ["questions"]
    assert found["Choice"] == ["choices"]
