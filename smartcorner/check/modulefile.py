"""One module's file, read: its models, and the lines of what is wrong with them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from smartcorner.check.worlds import Worlds
from smartcorner.kinds import Block
from smartcorner.load import Source
from smartcorner.model import Module
from smartcorner.problems import Path as DataPath
from smartcorner.problems import Problem
from smartcorner.reading.module import holders


def blocks(module: Module) -> Iterator[tuple[DataPath, Block]]:
    """Yield each block of a module with its path."""
    for s, step in enumerate(module.steps):
        for b, block in enumerate(step.blocks):
            yield ("steps", s, "blocks", b, block.kind), block


def in_short(missing: int, tag: str) -> list[tuple[int, Problem]]:
    """Return one problem for all the texts that a language which grows step by step lacks."""
    found = f"{missing} texts are missing or stale: pages show them in French"
    fix = f"translate them in {tag}.po when you can, a step at a time"
    return [(1, Problem((), found, fix))] if missing else []


@dataclass(frozen=True)
class ModuleFile:
    """A module's models and where its data stands.

    `refused` are the places that were told to be wrong already, `needed` counts how
    often each exception to a writing rule was.
    """

    module: Module
    source: Source
    path: Path
    refused: tuple[DataPath, ...]
    worlds: Worlds
    needed: Counter[DataPath] = field(default_factory=Counter)

    def locate(self, problem: Problem) -> Iterator[Problem]:
        """Yield a problem with its line, unless its place was refused already."""
        if any(problem.path[: len(place)] == place for place in self.refused):
            return
        for path, block in blocks(self.module):
            # A text that may be written without its key can be written with it.
            if path == problem.path and (*path, block.scalar) in self.source.marks:
                problem = problem.replace(path=(*path, block.scalar))
        source, own = self.worlds.source(problem, self.source)
        yield source.locate(own)

    def exceptions(self) -> Iterator[Problem]:
        """Yield each exception to a writing rule with its reason, or that nothing needs it."""
        for place, exceptions in holders(self.module):
            for n, one in enumerate(exceptions):
                path = (*place, "accept", n)
                if times := self.needed[path]:
                    found = f"{one.rule}, {times} time{'s' if times > 1 else ''}"
                    said = Problem(path, found, one.reason, "accepted", rule=one.rule)
                else:
                    found = f"“{one.rule}” is accepted here, and nothing breaks it"
                    said = Problem(path, found, "take it away", "warning", rule=one.rule)
                yield from self.locate(said)
