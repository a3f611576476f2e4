"""The trainers' guide to exercises: whoever follows it to the letter has what it promises."""

import re
import shutil
from pathlib import Path

import pytest

from smartcorner.check import check
from smartcorner.cli import main
from smartcorner.kinds import discover
from smartcorner.problems import Refused
from tests.support.sites import ROOT

KINDS = discover()
PAGES = ("docs/trainers/exercises.md", "docs/en/trainers/exercises.md")
FENCE = re.compile(r"^```yaml\n# (\S+)(?: : ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^```text\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def put(text: str, block: str, indent: str, after: str = "world") -> str:
    """Replace each key of a block in a text; a new one goes under `after`."""
    for part in re.split(rf"^(?={indent}\w)", block, flags=re.MULTILINE)[1:]:
        key = part.split(":")[0].strip()
        own = rf"^{indent}{key}:.*\n(?:{indent}[ ]+.*\n)*"
        if not re.search(own, text, re.MULTILINE):
            own = rf"^{indent}{after}:.*\n"
        first, *more = re.finditer(own, text, re.MULTILINE)
        assert not more, f"{key} stands there twice"
        begin = first.end() if f"{after}:" in first[0] and key != after else first.start()
        text = text[:begin] + part + text[first.end() :]
    return text


def test_the_guide_followed_to_the_letter_is_right_after_each_step(tmp_path: Path) -> None:
    guides = [(ROOT / page).read_text("utf-8") for page in PAGES]
    (tmp_path / "modules").mkdir()
    shutil.copy(ROOT / "modules/references.yml", tmp_path / "modules")
    assert main(["new", "mon-essai"], tmp_path) == 0
    module = tmp_path / "modules/mon-essai/module.yml"
    world = module.parent / "worlds/maison.yml"
    world.parent.mkdir()
    refused = ""
    for section in guides[0].split("\n## "):
        blocks = FENCE.findall(section)
        for file, keys, block in blocks:
            path = world if file.startswith("worlds/") else module
            old = path.read_text("utf-8") if path.exists() else ""
            if path == module and not keys:
                new = old.replace("\nglossary:", f"\n{block}\nglossary:")
            elif keys == "fin" or not keys:
                new = old + block
            else:
                new = put(old, block, "" if path == world else " " * 10)
            path.write_text(new, "utf-8")
            if file == "erreur":
                with pytest.raises(Refused) as caught:
                    check(tmp_path, KINDS, translations="none")
                refused = str(caught.value)
                path.write_text(old, "utf-8")
        if blocks:
            check(tmp_path, KINDS, translations="draft")
    for guide in guides:
        assert sum(bool(FENCE.search(section)) for section in guide.split("\n## ")) == 7
        (quoted,) = QUOTED.findall(guide)
        assert quoted in refused


def test_both_languages_of_the_guide_give_the_same_lines_to_copy() -> None:
    french, english = (FENCE.findall((ROOT / page).read_text("utf-8")) for page in PAGES)
    assert french == english
