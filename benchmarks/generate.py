"""Write a project of N seeded modules in French and English, as large as real ones.

`python -m benchmarks.generate 300 FOLDER` copies our modules in turn and changes their
words: each module has its own seeded exchange of words of the same length, so that no
text stands in two modules (a cache of texts would cheat), and all the checks pass.
"""

import argparse
import copy
import random
import re
import shutil
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog

from smartcorner import translate
from smartcorner.check import Course, check
from smartcorner.kinds import discover, texts
from smartcorner.load import load
from smartcorner.model import Module
from smartcorner.problems import Refused

ROOT = Path(__file__).resolve().parents[1]
LINKED = ("smartcorner", "overrides", "docs", "node_modules")
COPIED = ("build_modules.py", "mkdocs.yml", "modules/references.yml")
# What stays as it is: references, marked words, links, addresses, file names, numbers,
# and the names of the parts of notes.
KEPT = re.compile(
    r"(?m:^\*\*[^*]*\*\*)|\{[^}]*\}|\[[^\]]*\]|\]\([^)]*\)|\S*[@_/]\S*|\S*\w\.\w\S*|\w*\d\w*"
)
WORD = re.compile(r"[^\W\d_]+")
TURNS = 5  # a seed in a hundred breaks a writing rule: its module takes the next
STEM = 4  # letters by which a feedback names a word of its choice (kinds/quiz)
Words = Mapping[str, str]


@dataclass(frozen=True)
class Original:
    """One of our modules, to be copied."""

    module: Module
    english: Module
    data: dict[str, Any]


def originals() -> list[Original]:
    """Return our modules, in both languages, with the data of their files."""
    course = check(ROOT, discover())
    pairs = zip(course.modules["fr"], course.modules["en"], strict=True)
    return [Original(fr, en, load(_file(course, fr))[0]) for fr, en in pairs]


def _file(course: Course, module: Module) -> Path:
    return course.root / "modules" / module.id / "module.yml"


def _stem(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())[:STEM]


def families(texts: Iterable[str], rules: str) -> list[list[list[str]]]:
    """Return the words that may stand for each other: by stem, grouped by what is alike.

    A feedback must name something of its choice, by the beginning of a word: so words of
    one beginning go together to another beginning. What the writing rules name stays.
    """
    found, fixed = defaultdict(set), {_stem(word) for word in WORD.findall(rules)}
    for text in texts:
        fixed |= {_stem(word) for kept in KEPT.findall(text) for word in WORD.findall(kept)}
        for word in WORD.findall(KEPT.sub(" ", text)):
            found[_stem(word)].add(word.lower())
    alike = defaultdict(list)
    for stem, words in sorted(found.items()):
        if len(stem) == STEM and stem not in fixed:
            ordered = sorted(words, key=lambda word: (len(word), word))
            alike[len(words), sum(map(len, words)) // len(words)].append(ordered)
    return list(alike.values())


def exchange(alike: list[list[list[str]]], chance: random.Random) -> Words:
    """Return a word for each word, one to one."""
    return {
        word: other
        for group in alike
        for family, others in zip(group, chance.sample(group, len(group)), strict=True)
        for word, other in zip(family, others, strict=True)
    }


def changed(text: str, words: Words) -> str:
    """Return a text with its words exchanged."""

    def other(match: re.Match[str]) -> str:
        new = words.get(match[0].lower(), match[0])
        return new.capitalize() if match[0][0].isupper() and match[0].lower() in words else new

    out, end = [], 0
    for kept in KEPT.finditer(text):
        out += [WORD.sub(other, text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*out, WORD.sub(other, text[end:])])


def _put(data: Any, path: tuple[str | int, ...], value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    if isinstance(holder := data[path[-1]], dict):  # written with its key, beside others
        data, path = holder, ("text",)
    data[path[-1]] = value


def write(
    original: Original, name: str, change: Mapping[str, Callable[[str], str]], to: Path
) -> None:
    """Write one module's folder: its YAML, its English catalogue and its media."""
    data = copy.deepcopy(original.data)
    english = {text.path: text.value for text in texts(original.english)}
    catalogue = Catalog(locale="en")
    for text in texts(original.module):
        if text.path[0] == "worlds":  # exercises hang on their words: they stay
            catalogue.add(text.value, english[text.path], context=translate.context(text.ids))
            continue
        value = change["fr"](text.value)
        _put(data, text.path, value)
        catalogue.add(value, change["en"](english[text.path]), context=translate.context(text.ids))
    folder = to / name
    for beside in ("media", "worlds"):
        if (source := ROOT / "modules" / original.module.id / beside).is_dir():
            shutil.copytree(source, folder / beside)
    written = yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    (folder / "module.yml").write_text(written, "utf-8")
    (folder / "en.po").write_bytes(translate.written(catalogue))


def _name(number: int) -> str:
    return f"module-{number:04}"


def project(folder: Path, count: int, seed: int = 1) -> Path:
    """Make a project of `count` modules in a new folder and return it."""
    (folder / "modules").mkdir(parents=True)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    for name in COPIED:
        shutil.copy(ROOT / name, folder / name)
    known = originals()
    alike = {
        tag: families(
            (text.value for one in known for text in texts(getattr(one, field))),
            (ROOT / f"smartcorner/locales/{tag}.yml").read_text("utf-8"),
        )
        for tag, field in (("fr", "module"), ("en", "english"))
    }
    numbers = {one.module.id: number for number, one in enumerate(known)}
    wanted = list(range(count))
    for turn in range(TURNS):
        for n in wanted:
            first = n - n % len(known)
            before = [first + numbers[name] for name in known[n % len(known)].module.prerequisites]
            known[n % len(known)].data["prerequisites"] = [_name(m) for m in before if m < count]
            chance = random.Random(f"{seed}/{n}/{turn}")  # noqa: S311  seeded on purpose
            words = {tag: exchange(found, chance) for tag, found in alike.items()}
            change = {tag: (lambda text, own=own: changed(text, own)) for tag, own in words.items()}
            shutil.rmtree(folder / "modules" / _name(n), ignore_errors=True)
            write(known[n % len(known)], _name(n), change, folder / "modules")
        if not (wanted := sorted(_wrong(folder, wanted))):
            return folder
    raise RuntimeError(f"{len(wanted)} modules break a rule after {TURNS} turns")


def _wrong(folder: Path, written: Iterable[int]) -> set[int]:
    """Return the numbers of the modules whose exchanged words break a rule, by chance."""
    files = [folder / "modules" / _name(number) / "module.yml" for number in written]
    try:
        check(folder, discover(), files, use=lambda _course, _module: None)
    except Refused as refused:
        errors = [problem for problem in refused.problems if problem.severity == "error"]
        return {int(p.file.parts[1].rpartition("-")[2]) for p in errors if p.file}
    return set()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    project(options.folder, options.count)
