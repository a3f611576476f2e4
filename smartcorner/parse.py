"""YAML data → a Module, or what is wrong with it."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from smartcorner import plan
from smartcorner.kinds import Activity, Block, Kind, Problem, texts
from smartcorner.kinds.worlds import World
from smartcorner.model import MOST_MINUTES, MOST_STEPS, OWN, RESERVED, Module
from smartcorner.problems import Path, from_validation, near, one_of, shown

Data = TypeVar("Data", bound=BaseModel)


@dataclass
class _Parsing:
    """The problems met while one module's data becomes models."""

    kinds: Mapping[str, Kind]
    problems: list[Problem] = field(default_factory=list)

    def block(self, data: object, path: Path) -> Block | None:
        """Return the block that a one-key mapping describes, or note what is wrong."""
        if not isinstance(data, dict) or len(data) != 1:
            self.problems.append(Problem(path, *_no_block(data, self.kinds)))
            return None
        name, content = next(iter(data.items()))
        here = (*path, name)
        if name not in self.kinds:
            meant = near(name, self.kinds)
            fix = f"write “{meant}”" if meant else f"write {one_of(sorted(self.kinds))}"
            self.problems.append(
                Problem(here, f"{shown(name)} isn’t a kind of block", fix, on_key=True)
            )
            return None
        model = self.kinds[name].model
        if model.scalar and not isinstance(content, dict):
            content = {model.scalar: content}
        block, problems = validated(model, content)
        self.problems += _placed(problems, here, model.scalar)
        return block

    def step(self, data: object, path: Path) -> object:
        """Return a step's data with its blocks as models; what failed is left out."""
        if not isinstance(data, dict) or not isinstance(data.get("blocks"), list):
            return data
        places = ((block, (*path, "blocks", n)) for n, block in enumerate(data["blocks"]))
        # A refused block leaves an empty one: the others keep their numbers.
        return {**data, "blocks": [self.block(block, place) or Block() for block, place in places]}


def _no_block(data: object, kinds: Iterable[str]) -> tuple[str, str]:
    """Say why this is no block, and what to write."""
    if isinstance(data, dict) and data:
        found = f"{' and '.join(map(shown, data))} stand in one block"
        return found, "begin each kind on a line of its own, with “- ” before it"
    if isinstance(data, str) and data in kinds:
        return f"{shown(data)} has nothing after it", f"write “- {data}:” and what it holds"
    return "a block is missing its kind", f"write “- ”, one of {', '.join(sorted(kinds))}, and “:”"


def validated(model: type[Data], data: object) -> tuple[Data | None, list[Problem]]:
    """Return the model of some data, or None, and what is wrong with it."""
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        return None, list(from_validation(error, model))
    return made, list(made.problems()) if isinstance(made, Block) else []


def _placed(found: Iterable[Problem], path: Path, scalar: str | None) -> Iterator[Problem]:
    """Put a block's problems under its path; a scalar's field isn't in the data."""
    for problem in found:
        inner = problem.path[1:] if scalar and problem.path[:1] == (scalar,) else problem.path
        yield problem.replace(path=(*path, *inner))


def parse(
    data: Mapping[str, Any], name: str, kinds: Mapping[str, Kind], worlds: tuple[World, ...] = ()
) -> tuple[Module | None, list[Problem]]:
    """Return the module that a file's data describes, and all that is wrong with it.

    A module that comes with problems is what could be read of it, for further
    checks; None where too little could. Paths of problems start at the file's top.
    """
    parsing = _Parsing(kinds)
    if "id" in data:
        found, fix = "a module’s id is its folder’s name", "remove this line"
        parsing.problems.append(Problem(("id",), found, fix, on_key=True))
    if "worlds" in data:
        found, fix = "a world is a file of its own", "write it in worlds/, beside this file"
        parsing.problems.append(Problem(("worlds",), found, fix, on_key=True))
    steps = data.get("steps")
    if isinstance(steps, list):
        steps = [parsing.step(step, ("steps", n)) for n, step in enumerate(steps)]
    named = {**data, "id": name, "worlds": worlds} | ({"steps": steps} if "steps" in data else {})
    module, problems = validated(Module, named)
    refused = parsing.problems + problems
    if module is None:
        module, _ = validated(Module, _mended(named, problems))
    after = [] if module is None else problems_of(module)
    places = [problem.path for problem in refused]
    news = [p for p in after if not any(p.path[: len(place)] == place for place in places)]
    return module, [*refused, *news]


_BLANK = {"theme": "job", "level": "basic", "setting": "alone"}


def _mended(data: object, problems: Iterable[Problem]) -> object:
    """Return data with something harmless in place of what was refused.

    So that one run tells also what is wrong in the rest of the file.
    """
    mended = copy.deepcopy(data)
    for n, problem in enumerate(problems):
        *way, last = problem.path
        holder: Any = mended
        try:
            for part in way:
                holder = holder[part]
            if problem.on_key:
                del holder[last]
            elif last in ("objectives", "competences"):
                holder[last] = ["…"]
            elif last == "id":
                holder[last] = f"unreadable-{n}"
            elif last in ("prerequisites", "glossary"):
                holder[last] = []
            else:
                holder[last] = _BLANK.get(str(last), "…")
        except (LookupError, TypeError):
            continue
    return mended


def problems_of(module: Module) -> Iterator[Problem]:
    """Yield what is wrong between the parts of a module: ids, words, feedback."""
    yield from _taken((("steps", n, "id"), step.id) for n, step in enumerate(module.steps))
    for n, step in enumerate(module.steps):
        if step.id.startswith(OWN):
            found = f"the page’s own parts have ids that begin with “{OWN}”"
            yield Problem(("steps", n, "id"), found, "write another name")
    yield from plan.problems(module.lesson, [step.id for step in module.core])
    yield from _overlong(module)
    yield from _taken((("glossary", n, "id"), word.id) for n, word in enumerate(module.glossary))
    placed = [
        (("steps", s, "blocks", b, block.kind), block)
        for s, step in enumerate(module.steps)
        for b, block in enumerate(step.blocks)
    ]
    activities = [(path, block) for path, block in placed if isinstance(block, Activity)]
    yield from _taken(((*path, "id"), block.id) for path, block in activities)
    for path, activity in activities:
        if activity.id in RESERVED:
            yield Problem(
                (*path, "id"),
                f"the page keeps the id “{activity.id}” for itself",
                "write another name",
            )
    known = {word.id for word in module.glossary}
    for path, block in placed:
        for n, word in enumerate(block.glossary_ids()):
            if word not in known:
                meant = near(word, known)
                found = f"the glossary has no word with the id “{word}”"
                fix = f"write “{meant}”" if meant else "add it under glossary"
                yield Problem((*path, n), found, fix)
    told: dict[str, str] = {}
    for text in texts(module):
        place = "/".join(text.ids)
        if text.rule.feedback and (first := told.setdefault(text.value, place)) != place:
            found = f"the same feedback as {first}"
            yield Problem(text.path, found, "say what this very choice does")


def _overlong(module: Module) -> Iterator[Problem]:
    """Yield what is wrong with « Entraînement »: where it stands, and how much there is."""
    training = [n for n, step in enumerate(module.steps) if step.training]
    if not training:
        return
    first = training[0]
    for n, step in enumerate(module.steps[first:], first):
        if not step.training:
            found = "a step of the module stands after one of its « Entraînement »"
            yield Problem(("steps", n, "id"), found, f"move it before step {first + 1}")
    if not module.core:
        found = "every step is « Entraînement »: nothing is left of the module"
        yield Problem(("steps", first, "training"), found, "take `training` away")
    if len(module.steps) > MOST_STEPS:
        found = f"the module and its « Entraînement » have {len(module.steps)} steps"
        yield Problem(("steps", MOST_STEPS, "id"), found, f"keep {MOST_STEPS} at most")
    if (minutes := module.minutes + module.training_minutes) > MOST_MINUTES:
        found = f"the module and its « Entraînement » take {minutes} minutes"
        yield Problem(("steps", training[-1], "id"), found, f"keep {MOST_MINUTES} at most")


def _taken(ids: Iterable[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, name in ids:
        if first.setdefault(name, path) != path:
            found = f"the id “{name}” is taken: it stands further up"
            yield Problem(path, found, f"write another name, such as “{name}-2”")
