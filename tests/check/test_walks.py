"""Random walks through simulations: undo, start again, keeping, the way home; no rule fails."""

from pathlib import Path
from typing import Any

import pytest

from smartcorner import engine
from smartcorner.check import check
from smartcorner.check.simulate import simulations
from smartcorner.kinds import discover
from tests.check.test_simulate import written
from tests.support.course import project

ROOT = Path(__file__).parents[2]
WALKS = 10_000  # of all exercises together
TURNS = 10  # so that several processes share them
KINDS = discover()

Played = tuple[str, Path, dict[str, Any], dict[str, Any]]


def exercises(root: Path) -> list[Played]:
    """Return the exercises of a project with their rules and worlds, as the engine takes them."""
    found = []
    for module in check(root, KINDS, translations="none").modules["fr"]:
        worlds = {world.id: world.data("fr") for world in module.worlds}
        for _, block in simulations(module):
            rules = KINDS[block.kind].rules()
            assert rules
            found.append((f"{module.id}/{block.id}", rules, block.data(), worlds[block.world]))
    return found


@pytest.fixture(scope="module")
def all_exercises(tmp_path_factory: pytest.TempPathFactory) -> list[Played]:
    example = written(tmp_path_factory.mktemp("example"))
    three_looks = project(tmp_path_factory.mktemp("looks"), "mailbox")
    return [*exercises(example), *exercises(three_looks), *exercises(ROOT)]


def walked(played: list[Played], walks: int, length: int, turn: int = 0) -> list[str]:
    """Return what walks break, a line each; each turn has players of its own."""
    broken = []
    each = -(-walks // len(played))
    for name, rules, exercise, world in played:
        players = engine.players(rules)
        said = engine.call(players, "walks", exercise, world, turn * each, each, length)
        assert said["actions"] > each  # the players do find something to do
        broken += [f"{name}: {one}" for one in said["broken"]]
    return broken


def test_short_walks_break_nothing(all_exercises: list[Played]) -> None:
    assert not walked(all_exercises, 100, 8)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(TURNS))
def test_ten_thousand_walks_break_nothing(all_exercises: list[Played], turn: int) -> None:
    assert not walked(all_exercises, WALKS // TURNS, 12, turn)


WRONG = {
    "a state is changed in place": "state.looked = true; return act(state, action, world);",
    "a state hangs on something outside": (
        "const next = act(state, action, world);"
        "return next === state ? state : Object.assign({}, next, { n: count += 1 });"
    ),
}


@pytest.mark.parametrize("act", WRONG.values(), ids=WRONG)
def test_walks_find_rules_that_are_wrong(all_exercises: list[Played], act: str) -> None:
    _, rules, exercise, world = all_exercises[0]
    wrong = f"""'use strict'; {{
      const {{ mailbox }} = SmartCornerSimulation.worlds;
      const {{ act }} = mailbox;
      let count = 0;
      mailbox.act = (state, action, world) => {{ {act} }};
    }}"""
    said = engine.call((*engine.players(rules), wrong), "walks", exercise, world, 0, 5, 8)
    assert said["broken"]
