"""The engine of simulations, run from Python: the very script that pages run.

It is the only user of quickjs. Nothing is started for a course without simulations.
"""

import hashlib
import json
import tempfile
import threading
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import quickjs

HERE = Path(__file__).parent
ENGINE = tuple(HERE / "frontend" / f"simulation{part}.js" for part in ("-draw", ""))
PROOF = HERE / "check/proof.js"
CALL = """(() => {
  let text, world; // what is drawn from several times in a row, and stays as it is
  const drawable = (given) => {
    if (given !== text) [text, world] = [given, JSON.parse(given)];
    return world;
  };
  return (name, ...given) => {
    const players = typeof SmartCornerProof === "undefined" ? {} : SmartCornerProof;
    const parsed = (one, n) => (name === "draw" && n === 1 ? drawable(one) : JSON.parse(one));
    return JSON.stringify((players[name] || SmartCornerSimulation[name])(...given.map(parsed)));
  };
})()"""

Scripts = tuple[str, ...]


def scripts(rules: Path) -> Scripts:
    """Return the engine's script and a kind's rules."""
    parts = sorted(rules.parent.glob("rules*.js"))  # rules.js comes last
    return tuple(path.read_text("utf-8") for path in (*ENGINE, *parts))


def players(rules: Path) -> Scripts:
    """Return these scripts and the players who prove exercises (proof.js)."""
    return (*scripts(rules), PROOF.read_text("utf-8"))


@cache
def _started(texts: Scripts, thread: int) -> Callable[..., str]:  # noqa: ARG001
    """Return a function that calls the scripts; each thread has an engine of its own."""
    context = quickjs.Context()
    for text in texts:
        context.eval(text)
    call: Callable[..., str] = context.eval(CALL)
    return call


class Json(str):
    """Data as JSON: what is given several times is written once."""

    __slots__ = ()


def as_json(data: Any) -> Json:
    """Return data as JSON, or what is so already."""
    return data if isinstance(data, Json) else Json(json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=64)  # one holds a whole world
def _called(texts: Scripts, name: str, *arguments: Json) -> str:
    return _started(texts, threading.get_ident())(name, *arguments)


def call(texts: Scripts, name: str, *arguments: Any) -> Any:
    """Return what a function of the scripts gives for plain data; it is played once."""
    return json.loads(_called(texts, name, *map(as_json, arguments)))


@cache
def _digest(texts: Scripts) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def value(texts: Scripts, name: str, *arguments: Any) -> Any:
    """Return what a function gives for plain data; any other script than simulations'."""
    context = quickjs.Context()
    for text in texts:
        context.eval(text)
    given = json.dumps(arguments, ensure_ascii=False)
    return json.loads(context.eval(f"JSON.stringify({name}(...{given}))"))


def kept(folder: Path, texts: Scripts, name: str, *arguments: Any) -> Any:
    """Return the same from a file of an earlier run, where nothing has changed since."""
    arguments = tuple(map(as_json, arguments))
    asked = "\n".join([_digest(texts), name, *arguments])
    path = folder / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"
    if path.is_file():
        return json.loads(path.read_bytes())
    said = call(texts, name, *arguments)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
        json.dump(said, file)
    Path(file.name).replace(path)  # two runs at once never read half of it
    return said


def drawn(
    texts: Scripts, exercise: Mapping[str, Any], world: Mapping[str, Any] | Json, seed: int
) -> Any:
    """Return an exercise with one of its draws filled in."""
    return call(texts, "draw", exercise, world, seed)
