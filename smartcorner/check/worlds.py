"""The worlds of a module's simulations: `worlds/*.yml` → their models."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from smartcorner.kinds import Kind
from smartcorner.kinds.simulation import Simulation
from smartcorner.kinds.worlds import World, world_model
from smartcorner.load import Source, load
from smartcorner.parse import validated
from smartcorner.problems import Problem, Refused


@dataclass(frozen=True)
class Worlds:
    """A module's worlds, where their data stands, and what is wrong with them."""

    models: tuple[World, ...] = ()
    sources: tuple[Source, ...] = ()
    names: tuple[str, ...] = ()  # of all files, also those that can't be read
    problems: tuple[Problem, ...] = ()

    def source(self, problem: Problem, module: Source) -> tuple[Source, Problem]:
        """Return the file that a problem of a module is in, and the problem as that file's."""
        if problem.path[:1] != ("worlds",) or len(problem.path) < 2:
            return module, problem
        _, n, *rest = problem.path
        assert isinstance(n, int)
        return self.sources[n], problem.replace(path=tuple(rest))


def read(folder: Path, root: Path, kinds: Mapping[str, Kind]) -> Worlds:
    """Return the worlds of a module's folder."""
    model = world_model(things(kinds.values()))
    files = sorted((folder / "worlds").glob("*.yml"))
    made: list[tuple[World, Source]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            data, source = load(file, root)
        except Refused as refused:
            problems += refused.problems
            continue
        world, wrong = validated(model, {**data, "id": file.stem})
        if world:
            made.append((world, source))
            wrong = [*wrong, *world.problems()]
        problems += map(source.locate, wrong)
    models, sources = tuple(world for world, _ in made), tuple(source for _, source in made)
    return Worlds(models, sources, tuple(file.stem for file in files), tuple(problems))


def things(kinds: Iterable[Kind]) -> tuple[type, ...]:
    """Return what each kind adds to worlds."""
    return tuple(kind.model.things for kind in kinds if issubclass(kind.model, Simulation))
