"""What a module’s simulations say and their world doesn’t hold; what contradicts itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from smartcorner.kinds import Problem, texts
from smartcorner.kinds.naming import IN_TEXT, VARIABLE, Of, known, names
from smartcorner.kinds.simulation import Draw, Simulation, Take
from smartcorner.kinds.worlds import Thing, World, collections
from smartcorner.model import Module
from smartcorner.problems import Path, near, one_of, shown

Places = Iterator[tuple[Path, Simulation[Any, Any, Any]]]


def simulations(module: Module) -> Places:
    """Yield a module's simulations with the places of their data."""
    for s, step in enumerate(module.steps):
        for b, block in enumerate(step.blocks):
            if isinstance(block, Simulation):
                yield ("steps", s, "blocks", b, block.kind), block


def misnamed(module: Module, files: Sequence[str]) -> Iterator[Problem]:
    """Yield what simulations name and their world doesn't hold; `files` are all worlds' names."""
    worlds = {world.id: _Held(world) for world in module.worlds}
    for n, held in enumerate(worlds.values()):
        for problem in _of_world(held):
            yield problem.under("worlds", n)
    for place, block in simulations(module):
        if block.world in worlds:
            for problem in _Names(block, worlds[block.world]).problems():
                yield problem.under(*place)
        elif block.world not in files:
            meant = near(block.world, files)
            found = f"the module has no world called {shown(block.world)}"
            fix = f"write {shown(meant)}" if meant else f"write the file worlds/{block.world}.yml"
            yield Problem((*place, "world"), found, fix)


class _Held:
    """A world and what it holds, looked up once for all that is named."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._ids: dict[str, list[str]] = {}

    def ids(self, collection: str) -> list[str]:
        """Return the ids of a collection."""
        if collection not in self._ids:
            self._ids[collection] = known(self.world, collection)
        return self._ids[collection]

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Its things, by id."""
        return {thing.id: thing for _, thing in self.world.things()}


def _of_world(held: _Held) -> Iterator[Problem]:
    world = held.world
    for path, name, of in names(world):
        ids = held.ids(of.collection)
        if name not in ids:
            yield Problem(path, _nobody(name, of), _meant(name, ids))
    for path, name in world.synonyms():
        if name not in world.words:
            found = f"{shown(name)} isn’t one of the world’s words"
            yield Problem(path, found, _meant(name, list(world.words)))


def _nobody(name: str, of: Of) -> str:
    what = of.collection.replace(".", "’ ")
    return f"{shown(name)} isn’t the id of any of the world’s {what}"


def _meant(name: str, ids: Sequence[str], sign: str = "") -> str:
    meant = near(name, ids)
    if meant:
        return f"write {shown(sign + meant)}"
    return f"write {one_of([sign + one for one in ids[:8]])}" if ids else "add it to the world"


def contradictions(data: Any, path: Path = ()) -> Iterator[Problem]:
    """Yield each `all` that holds a condition and its contrary."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        if not isinstance(value, (dict, list)):
            continue
        yield from contradictions(value, (*path, key))
        for n, one in enumerate(value if key == "all" and isinstance(value, list) else ()):
            denied = one.get("not") if isinstance(one, dict) else None
            if denied and denied in value:
                found = f"this asks for {shown(next(iter(denied)))} and for the contrary"
                yield Problem((*path, key, n), found, "take one of the two away")


@dataclass(frozen=True)
class _Names:
    """The names of one exercise."""

    block: Simulation[Any, Any, Any]
    held: _Held

    def problems(self) -> Iterator[Problem]:
        """Yield what is named and isn't there."""
        yield from self._cases()
        yield from self._contradictions()
        for path, name, of in names(self.block):
            yield from self._name(path, name, of)
        there = collections(type(self.held.world))
        for key, ids in self.block.with_.items():
            if key not in there:
                found = f"a world has no {shown(key)}"
                yield Problem(("with", key), found, _meant(key, there), on_key=True)
                continue
            for n, name in enumerate(ids):
                yield from self._name(("with", key, n), name, Of(key))
        yield from self._absent()
        for text in texts(self.block):
            for match in IN_TEXT.finditer(text.value):
                yield from self._in_text(text.path, match[1], match[2])

    def _absent(self) -> Iterator[Problem]:
        """Yield what is there and names somebody, or a file, that isn't."""
        there = {
            key: {one for name in ids for one in self._drawn(name)}
            for key, ids in self.block.with_.items()
        }
        things = self.held.things
        for key, ids in self.block.with_.items():
            for n, name in enumerate(ids):
                held = [things[one] for one in self._drawn(name) if one in things]
                for _, named, of in (each for thing in held for each in names(thing)):
                    if named not in there.get(of.collection, {named}):
                        found = f"{shown(name)} names {shown(named)}, which isn’t there"
                        fix = f"add {shown(named)} under {shown(of.collection)}"
                        yield Problem(("with", key, n), found, fix)

    def _drawn(self, name: str) -> list[str]:
        """Return all that a name can stand for: itself, or what is drawn."""
        match = VARIABLE.fullmatch(name)
        values = self._values(match[1], match[2]) if match else [name]
        return [value for value in values if isinstance(value, str)]

    def _contradictions(self) -> Iterator[Problem]:
        """Yield the conditions that ask for something and its contrary."""
        data = self.block.data()
        yield from contradictions(data)
        whens = [goal["when"] for goal in data["goals"]]
        for n, when in enumerate(whens):
            if "not" in when and when["not"] in whens:
                other = shown(self.block.goals[whens.index(when["not"])].id)
                found = f"this goal is the contrary of the goal {other}"
                yield Problem(("goals", n, "when"), found, "take one of the two away")

    def _cases(self) -> Iterator[Problem]:
        """Yield the cases of a draw that lack a field which another case has."""
        for name, draw in self.block.draw.items():
            cases = draw if isinstance(draw, tuple) else ()
            fields = {key for case in cases if isinstance(case, Mapping) for key in case}
            for n, case in enumerate(cases):
                if lacking := sorted(fields - set(case if isinstance(case, Mapping) else ())):
                    found = f"this case has no {one_of(lacking)}, which another one has"
                    yield Problem(("draw", name, n), found, "write it, or take it from the others")

    def _name(self, path: Path, name: str, of: Of) -> Iterator[Problem]:
        ids = self.held.ids(of.collection)
        match = VARIABLE.fullmatch(name)
        if not match:
            if name not in ids:
                yield Problem(path, _nobody(name, of), _meant(name, ids))
            return
        yield from self._variable(path, match[1], "$")
        for value in self._values(match[1], match[2]):
            if value not in ids:
                found = f"{shown(name)} can be {shown(value)}, which isn’t"
                found = f"{found} the id of any of the world’s {of.collection}"
                yield Problem(path, found, f"correct it, or the set of {shown(match[1])}")
                return

    def _variable(self, path: Path, name: str, sign: str) -> Iterator[Problem]:
        if name not in self.block.draw:
            found = f"nothing is drawn under the name {shown(name)}"
            ids = list(self.block.draw)
            fix = _meant(name, ids, sign) if ids else "add it under draw"
            yield Problem(path, found, fix)

    def _in_text(self, path: Path, name: str, fields: str) -> Iterator[Problem]:
        yield from self._variable(path, name, "")
        if None in self._values(name, fields):
            found = f"{{{name}{fields}}} says nothing for one of the draws"
            yield Problem(path, found, "name a field that each of them has, such as {name.first}")

    def _values(self, name: str, fields: str) -> list[object]:
        """Return all that a name with its fields can stand for; None where it's nothing."""
        draw: Draw | tuple[()] = self.block.draw.get(name, ())
        path = fields.split(".")[1:]
        if isinstance(draw, Take):
            path = path[1:] if path and path[0].isdigit() else path
            values: list[object] = list(draw.of)
        else:
            values = list(draw)
        things = self.held.things
        for field in path:
            held = (
                things.get(value, value) if isinstance(value, str) else value for value in values
            )
            values = [
                one.get(field) if isinstance(one, Mapping) else getattr(one, field, None)
                for one in held
            ]
        return values
