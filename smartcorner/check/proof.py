"""What playing a module's simulations shows: can each be solved, by whom, from where?

The players are in proof.js, the rules are the pages' own: this file only asks and says.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from smartcorner import engine
from smartcorner.check.simulate import misnamed, simulations
from smartcorner.kinds import Kind, Problem
from smartcorner.kinds.simulation import Simulation
from smartcorner.model import Module
from smartcorner.problems import Path as DataPath
from smartcorner.problems import shown
from smartcorner.references import SOURCE

LISTED = 6  # actions of a wanderer that a message tells


def problems(
    module: Module, tag: str, files: Sequence[str], kinds: Mapping[str, Kind], cache: Path
) -> Iterator[Problem]:
    """Yield what is wrong with each simulation of a module, in one language.

    `files` are the names of all its worlds, also of those that can't be read. What was
    played before comes from `cache`. Where names are wrong, nothing is played.
    """
    wrong = list(misnamed(module, files))
    yield from wrong
    if wrong:
        return
    worlds = {world.id: engine.as_json(world.data(tag)) for world in module.worlds}
    scripts: dict[str, engine.Scripts] = {}
    for place, block in simulations(module):
        rules = kinds[block.kind].rules()
        if rules and block.world in worlds:
            players = scripts.get(block.kind) or engine.players(rules)
            scripts[block.kind] = players
            said = engine.kept(cache, players, "prove", block.played(), worlds[block.world])
            for problem in _found(said, block, tag):
                yield problem.under(*place)


def _found(
    said: Mapping[str, Any], block: Simulation[Any, Any, Any], tag: str
) -> Iterator[Problem]:
    where = "" if tag == SOURCE else f" (in the language “{tag}”)"
    for one in said["found"]:
        path, found, fix = _told(one, block)
        which = _drawn(one, block) if said["draws"] > 1 else ""
        yield Problem(path, f"{found}{which}{where}", fix)


def _told(one: Mapping[str, Any], block: Simulation[Any, Any, Any]) -> tuple[DataPath, str, str]:
    """Return where something is, what it is, and what to do about it."""
    if (n := one.get("goal")) is not None:
        return _goal(one, block, n)
    if (n := one.get("step")) is not None:
        path: DataPath = ("worked", n)
        name = shown(block.worked[n].do.one[0])
        match one["what"]:
            case "idle":
                found = f"{name} changes nothing at this point of the worked answer"
                return path, found, "write what a person can do here, or take it away"
            case "needless":
                found = f"the goals are reached without {name}, too"
                return path, found, "write “optional: true”, or ask for it in a goal"
            case _:
                found = f"{name} is marked optional, but no goal is reached without it"
                return (*path, "optional"), found, "take “optional” away"
    if one["what"] == "broken":
        return (), f"the rules of this simulation fail: {one['error']}", "tell us: it is our fault"
    if one["what"] == "silent":
        found = "nothing is said at the end of the worked answer"
        return ("feedback",), found, "write a feedback without “when”, or one that holds there"
    did = ", ".join(_deed(action) for action in one["history"][:LISTED])
    found = f"who does this first finds no way back to the goals: {did}"
    return (), found, "make the worked answer work from the start; tell us if it does"


def _goal(
    one: Mapping[str, Any], block: Simulation[Any, Any, Any], n: int
) -> tuple[DataPath, str, str]:
    name = shown(block.goals[n].id)
    path: DataPath = ("goals", n, "when")
    match one["what"]:
        case "start":
            found = f"the goal {name} holds before anybody does anything"
            return path, found, "ask for what the person does, with another condition"
        case "lost":
            step = one["step"] + 1
            found = f"the goal {name} holds after step {step} of the worked answer, not at its end"
            return path, found, "ask with “ever:”, or correct the goals that contradict each other"
        case _:
            found = f"the worked answer doesn’t reach the goal {name}"
            return path, found, "correct the condition, or the actions under worked"


def _deed(action: Mapping[str, Any]) -> str:
    arguments: Sequence[object] = [value for key, value in action.items() if key != "do"]
    return " ".join(map(str, [action["do"], *arguments]))


def _drawn(one: Mapping[str, Any], block: Simulation[Any, Any, Any]) -> str:
    """Say which draw shows it."""
    return f" (draw {one['seed']} of {', '.join(block.draw)})" if "seed" in one else ""
