"""A language that nobody speaks: French in Hebrew letters, right to left, 40 % longer.

Whoever can't read it still sees what is cut, what overlaps and what was never translated.
"""

import math
import re
import shutil
import unicodedata
from pathlib import Path

from smartcorner.check import check, sources
from smartcorner.kinds import discover
from smartcorner.translate import entries, extracted, read, updated, written
from tests.support.course import practice
from tests.support.sites import ROOT

TAG = "he"
LATIN = "abcdefghijklmnopqrstuvwxyz"
HEBREW = "אבצדהפגחיגכלמנופקרסטוותשיז"
LETTERS = str.maketrans(LATIN, HEBREW)
LONGER = 1.4
WORD = re.compile(r"[^\W\d_]+")
# What a translator keeps: placeholders, marks, tags, addresses, code.
KEPT = re.compile(r"\{[^{}]*\}|%\(\w+\)s|<[^>]+>|\]\([^)]*\)|https?://\S+|@\S+|`[^`]*`")


def _word(found: re.Match[str]) -> str:
    """Return a word in Hebrew letters, longer; each time the same."""
    bare = unicodedata.normalize("NFD", found[0].lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    more = math.ceil(len(letters) * (LONGER - 1)) if len(letters) > 3 else len(letters) // 3
    return (letters + letters[:more]).translate(LETTERS)


def pseudo(text: str) -> str:
    """Return a French text in the language that nobody speaks."""
    done, at = [], 0
    for kept in KEPT.finditer(text):
        done += [WORD.sub(_word, text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*done, WORD.sub(_word, text[at:])])


def _page(text: str) -> str:
    """Return a hand-written page in that language: its words, not its head nor its code."""
    _, head, body = text.split("---\n", 2)
    head = re.sub(r'(?<=: ")[^"]*', lambda found: pseudo(found[0]), head)
    parts = re.split(r"(^```.*?^```$)", body, flags=re.DOTALL | re.MULTILINE)
    return f"---\n{head}---\n" + "".join(
        part if part.startswith("```") else pseudo(part) for part in parts
    )


def project(folder: Path) -> Path:
    """Make a project of all our modules, pages and texts, with that language beside them."""
    for name in ("smartcorner", "overrides", "node_modules", "build_modules.py"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("docs", "modules"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    practice(folder)
    kinds = discover(folder / "kinds")
    catalogues = {
        folder / "locales" / f"{TAG}.po": [
            entry for folders in sources(kinds).values() for entry in extracted(*folders)
        ]
    }
    for module in check(folder, kinds, translations="none").modules["fr"]:
        catalogues[folder / "modules" / module.id / f"{TAG}.po"] = list(entries(module))
    for path, wanted in catalogues.items():
        catalogue = updated(read(path, TAG), wanted, TAG)
        for message in catalogue:
            if isinstance(message.id, (list, tuple)):
                one, many = message.id
                message.string = (pseudo(one), *[pseudo(many)] * (catalogue.num_plurals - 1))
            elif message.id:
                message.string = pseudo(message.id)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written(catalogue))
    for path in sorted((ROOT / "docs").rglob("*.md")):
        here = path.relative_to(ROOT / "docs")
        if here.parts[0] != "en":
            own = folder / "docs" / TAG / here
            own.parent.mkdir(parents=True, exist_ok=True)
            # A language's pages stand a folder deeper than the French ones.
            text = path.read_text("utf-8").replace("](../assets/", "](../../assets/")
            own.write_text(_page(text), "utf-8")
    shutil.copytree(ROOT / "docs/trainers/pictures", folder / "docs" / TAG / "trainers/pictures")
    return folder
