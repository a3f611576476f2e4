"""What a module's page holds of its simulations: data for the engine, a draw for paper."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from smartcorner import engine
from smartcorner.kinds import Block, Kind, mapped
from smartcorner.kinds.simulation import Simulation
from smartcorner.model import Module
from smartcorner.render import Site


def _plain(site: Site, model: Any) -> Any:
    """Return a model with its texts as the page says them: no Markdown, no placeholder."""
    return mapped(model, (), lambda _, text: site.plain(text))


def _block(data: Mapping[str, Any], **attributes: str) -> Markup:
    """Return data as a block that the page's scripts read and no browser runs."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    names = "".join(f' data-{name}="{value}"' for name, value in attributes.items())
    return Markup(f'<script type="application/json"{names}>{text}</script>')  # noqa: S704


class Practice:
    """The simulations of a module in one language; each is drawn once."""

    def __init__(self, site: Site, module: Module) -> None:
        self._site, self._module = site, module
        self._given: dict[str, Mapping[str, Any]] = {}
        self._scripts: dict[str, engine.Scripts] = {}

    @cached_property
    def _worlds(self) -> Mapping[str, Any]:
        used = {one.world for one in self._module.activities if isinstance(one, Simulation)}
        tag = self._site.language.tag
        return {
            world.id: _plain(self._site, world).data(tag)
            for world in self._module.worlds
            if world.id in used
        }

    @cached_property
    def _written(self) -> Mapping[str, engine.Json]:
        return {name: engine.as_json(world) for name, world in self._worlds.items()}

    def worlds(self) -> Markup:
        """Return the data of the worlds that the exercises use, each once."""
        return Markup("").join(_block(data, world=name) for name, data in self._worlds.items())

    def given(self, kind: Kind, block: Block) -> Mapping[str, Any]:
        """Return what the template of a simulation reads: its data, and its first draw."""
        rules = kind.rules()
        if not (isinstance(block, Simulation) and rules):
            return {}
        if block.id not in self._given:
            scripts = self._scripts.get(kind.name) or engine.scripts(rules)
            self._scripts[kind.name] = scripts
            exercise = _plain(self._site, block).data()
            drawn = engine.drawn(scripts, exercise, self._written[block.world], 0)
            self._given[block.id] = {"data": _block(exercise, exercise=block.id), "drawn": drawn}
        return self._given[block.id]

    def told(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what a group hears of each, by id: its first draw, its worked answer."""
        found = {}
        kinds = self._site.course.kinds
        for block in (one for step in self._module.steps for one in step.blocks):
            drawn = self.given(kinds[block.kind], block).get("drawn")
            if drawn and isinstance(block, Simulation):
                found[block.id] = {
                    "title": drawn["title"],
                    "story": drawn["story"],
                    "goals": [goal["text"] for goal in drawn["goals"]],
                    "worked": [step["say"] for step in drawn["worked"]],
                }
        return found
