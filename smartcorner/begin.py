"""A new module: the starter's files under a name and a title of their own."""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from smartcorner import markdown, translate
from smartcorner.kinds import Entry, Id, Kind
from smartcorner.load import load
from smartcorner.parse import parse, validated
from smartcorner.problems import Problem, Refused, shown
from smartcorner.reading.language import written
from smartcorner.reading.rules import judge

STARTER = Path(__file__).parent / "starter"
TITLE = re.compile(r"^title: .*$", re.MULTILINE)


class _Named(Entry):
    id: Id


def begin(root: Path, name: str, title: str | None, kinds: Mapping[str, Kind]) -> Path:
    """Write a new module that builds and return its folder; all of it is there, or nothing.

    Raises:
        Refused: the name is wrong or taken, or the title can't be one.
    """
    if problem := _wrong_name(root, name) or _wrong_title(title):
        raise Refused([problem])
    aside = root / ".cache"
    aside.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="new-", dir=aside) as whole:
        made = Path(whole) / name
        shutil.copytree(STARTER, made)
        if title:
            _entitle(made, title.strip(), kinds)
        (root / "modules").mkdir(exist_ok=True)
        return made.rename(root / "modules" / name)


def _wrong_name(root: Path, name: str) -> Problem | None:
    _, problems = validated(_Named, {"id": name})
    for problem in problems:
        slug = "“" in problem.expected or "character" in problem.expected
        fix = problem.expected if slug else "write small letters and hyphens, such as “video-cv”"
        return Problem((), f"a module can’t be called {shown(name)}", fix)
    if (root / "modules" / name).exists():
        found = f"there is a module called {shown(name)} already"
        fix = f"choose another name, or open modules/{name}/module.yml"
        return Problem((), found, fix)
    return None


def _wrong_title(title: str | None) -> Problem | None:
    if title is None:
        return None
    if not title.strip() or not title.isprintable():
        fix = 'write it on one line, in quotes: --title "Envoyer un CV"'
        return Problem((), "the title is empty or holds an invisible character", fix)
    linked = Problem((), "a title has no links", "")
    wrong = next(
        markdown.problems(title, inline=True, references={}, targets=lambda _: linked), None
    )
    if wrong:
        return Problem((), f"the title {shown(title)}: {wrong.found}", "write plain words")
    # Its English is the same until somebody translates it.
    for tag in translate.COMPLETE:
        for one in judge(title, written(tag), inline=True, feedback=False).problems:
            if one.severity == "error":
                return Problem((), f"the title {shown(title)}: {one.found}", one.expected)
    return None


def _entitle(folder: Path, title: str, kinds: Mapping[str, Kind]) -> None:
    """Put a title into a new module; its English is the same until somebody translates it."""
    path = folder / "module.yml"
    line = f"title: {json.dumps(title, ensure_ascii=False)}"
    path.write_text(TITLE.sub(lambda _: line, path.read_text("utf-8"), count=1), "utf-8")
    module, _ = parse(load(path)[0], folder.name, kinds)
    assert module, "the starter is right: its tests say so"
    english = folder / "en.po"
    new = translate.updated(translate.read(english, "en"), translate.entries(module), "en")
    for message in new:
        if message.context == "title":
            message.string = title
            message.flags.discard("fuzzy")
            message.previous_id = []
    english.write_bytes(translate.written(new))
