"""What learners read around the modules follows the same rules, in both languages."""

import re
from pathlib import Path

import pytest

from smartcorner import translate
from smartcorner.check import sources
from smartcorner.kinds import discover
from smartcorner.reading.language import written
from smartcorner.reading.rules import Judged, judge
from tests.support.sites import ROOT

# A page's title, its settings and what our build fills in.
AROUND = re.compile(r"\A---\n.*?\n---\n|\{part:\w+\}|\{#[\w-]+\}", re.DOTALL)
FILLED = re.compile(r"%\(\w+\)[sd]")
# An accessibility statement names its law and its standard by their letters.
STATEMENT = {"“UE”", "“EU”", "“EN”", "“WCAG”", "“AA”"}
# Read by trainers and operators: a lesson’s plan, their window, log and list of modules,
# mistakes in corner.js, the reference page.
NOT_LEARNERS = {
    *("lesson.html", "trouble.html", "reference.html", "presenter.html", "log.html"),
    *("trainers-modules.html", "trainers-module.html", "trainers-before.html", "competences.html"),
}


def own(text: str) -> str:
    return FILLED.sub("7", text)


@pytest.mark.parametrize("tag", ["fr", "en"])
@pytest.mark.parametrize("name", ["help", "privacy", "accessibility"])
def test_a_hand_written_page_follows_the_writing_rules(name: str, tag: str) -> None:
    folder = ROOT / "docs" / ("" if tag == "fr" else tag)
    text = AROUND.sub("", (folder / f"{name}.md").read_text("utf-8"))
    judged = judge(text, written(tag), inline=False, feedback=False)
    assert [
        problem.found
        for problem in judged.problems
        if problem.severity == "error"
        and not (name == "accessibility" and problem.found.split(" is ")[0] in STATEMENT)
    ] == []
    ease = written(tag).ease
    assert ease
    assert ease.score(judged.words, judged.sentences, judged.syllables) > 75


def wrong(text: str, tag: str) -> Judged:
    return judge(own(text), written(tag), inline=True, feedback=False)


def test_the_interface_follows_the_writing_rules_in_both_languages(tmp_path: Path) -> None:
    found = []
    for place, folders in sources(discover()).items():
        catalog = translate.read(place / "en.po", "en")
        for folder in folders:
            copied = tmp_path / folder.name
            copied.mkdir(exist_ok=True)
            for path in folder.glob("*.html"):
                if path.name not in NOT_LEARNERS:
                    (copied / path.name).write_bytes(path.read_bytes())
            for entry in translate.extracted(copied):
                message = catalog.get(entry.text, entry.context or None)
                english = message.string if message else ""
                forms = english if isinstance(english, (list, tuple)) else [english]
                texts = [("fr", entry.text), ("fr", entry.plural), *(("en", f) for f in forms)]
                found += [
                    f"{text}: {problem}"
                    for tag, text in texts
                    for problem in wrong(str(text), tag).problems
                    if problem.severity == "error"
                ]
    assert "\n".join(found) == ""
