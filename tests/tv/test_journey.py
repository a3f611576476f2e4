"""A module from its cover to its end in Chromium 69 itself, the browser of old TVs."""

import json
import re
from pathlib import Path

import pytest

from tests.support.answers import Answers, answers, plain
from tests.support.learner import SCREENS, words
from tests.support.sites import ROOT
from tests.support.tv import TV

pytestmark = [pytest.mark.tv, pytest.mark.slow]

PICTURES = ROOT / "build/tv/journey"
# The question that shows, what is said of it, the lines still to tick.
ASKED = """(Array.from(document.querySelectorAll('sc-quiz h3')).filter((one) => one.offsetParent)
  .map((one) => one.innerText)[0] || '')"""
SAID = """Array.from(document.querySelectorAll('sc-quiz [role=status]'))
  .filter((one) => one.offsetParent).map((one) => one.innerText).join(' ')"""
UNTICKED = """Array.from(document.querySelectorAll('sc-checklist label'))
  .filter((one) => one.offsetParent && !one.querySelector('input').checked)
  .map((one) => one.innerText)"""
WIDE = "document.scrollingElement.scrollWidth > innerWidth"
# Whether the path is at the foot of the window.
PATH = """(() => {
  const path = document.querySelector('.path').getBoundingClientRect();
  return [path.bottom <= innerHeight + 1, path.top > innerHeight / 2];
})()"""


def answer(tv: TV, right: Answers, locale: str) -> None:
    """Answer the question that shows."""
    say = words(locale)
    if right.type == "match":
        for text, match in zip(right.texts, right.matches, strict=True):
            tv.js(f"({CHOOSE})({json.dumps(text)}, {json.dumps(match)})")
    else:
        rows = tv.js(ROWS)
        for text in right.texts:
            tv.touch(next(row for row in map(plain, rows) if row.endswith(text)))
            tv.wait(f"({CHOSEN}).some((row) => row.endsWith({json.dumps(text)}))")
    if right.type != "single":
        tv.touch(say("Vérifier"))
    tv.wait(f"({SAID}).startsWith({json.dumps(say('Oui.'))})")


ROWS = """Array.from(document.querySelectorAll('sc-quiz label'))
  .filter((one) => one.offsetParent).map((one) => one.innerText)"""
CHOSEN = """Array.from(document.querySelectorAll('sc-quiz :checked'))
  .map((one) => (one.closest('label') || one).innerText.replace(/\\s+/g, ' ').trim())"""
# A list's own window can't be driven from here: its choice is made as a key would.
CHOOSE = """(text, match) => {
  const words = (said) => said.replace(/\\s+/g, ' ').trim();
  const label = Array.from(document.querySelectorAll('sc-quiz .pair'))
    .find((one) => one.offsetParent && words(one.querySelector('span').innerText) === text);
  const list = label.querySelector('select');
  list.value = Array.from(list.options).find((one) => words(one.text) === match).value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}"""


def test_a_module_works_from_its_cover_to_its_end(tv: TV, http_site: str) -> None:
    known = dict(answers(ROOT, "email-basics", "fr"))
    tv.resize(960, 540)
    tv.open(f"{http_site}index.html")
    tv.screenshot(PICTURES / "home.png")
    tv.click("Commencer")
    tv.wait("location.pathname.endsWith('email-basics.html')")
    tv.wait("document.readyState === 'complete'")
    tv.watch()
    tv.screenshot(PICTURES / "cover.png")
    screens = tv.js(f"({SCREENS})(':not([data-training])')")
    second = next(one for one in screens if "/" not in one and one != screens[0])
    for n, screen in enumerate(screens):
        tv.touch("Suivant")
        tv.wait(f"location.hash === {json.dumps(screen)}")
        if screen == second:
            tv.wait("document.querySelectorAll('#sc-device[open]').length")
            tv.screenshot(PICTURES / "whose.png")
            tv.touch("Je ne sais pas")
        assert not tv.js(WIDE), screen
        assert tv.js(PATH) == [True, True], screen
        asked = known.pop(plain(tv.js(ASKED)), None)
        if asked:
            answer(tv, asked, "fr")
        for line in map(plain, tv.js(UNTICKED)):
            tv.touch(line)
        tv.wait(f"!({UNTICKED}).length")
        tv.screenshot(PICTURES / f"{n + 1:02}-{screen.strip('#').replace('/', '-')}.png")
    assert not known
    tv.touch("Suivant")
    tv.wait("location.hash === '#sc-end'")
    tv.screenshot(PICTURES / "end.png")

    # In English, at the same place, with the same ticks.
    tv.open(f"{http_site}modules/email-basics.html#practice")
    tv.watch()
    tv.touch("Réglages")
    tv.wait("document.querySelectorAll('#sc-settings[open]').length")
    tv.screenshot(PICTURES / "settings.png")
    tv.touch("English")
    tv.wait("location.pathname.includes('/en/') && document.readyState === 'complete'")
    assert tv.js("[location.hash, document.documentElement.lang]") == ["#practice", "en"]
    tv.watch()
    ticked = (
        "Array.from(document.querySelectorAll('.step:not([data-training]) sc-checklist input'))"
        ".every((one) => one.checked)"
    )
    assert tv.js(ticked)
    tv.screenshot(PICTURES / "english.png")

    tv.open(f"{http_site}progress.html")
    done = tv.js("document.querySelector('[data-module=email-basics]').innerText")
    assert re.search(r"Étapes faites : 7\ssur 7", plain(done))
    tv.screenshot(PICTURES / "progress.png")


def test_every_page_opens_from_a_disk_without_errors(tv: TV, site: Path) -> None:
    tv.resize(1280, 720)
    for page in sorted(site.rglob("*.html")):
        tv.open(page.as_uri())
        tv.wait("document.readyState === 'complete'")
        name = page.relative_to(site).as_posix()
        assert not tv.js(WIDE), name
    tv.heard()
    assert not [said for said in tv.console if said["level"] == "error"]


def test_the_door_erases_a_shared_visit(tv: TV, http_site: str) -> None:
    tv.open(f"{http_site}modules/email-basics.html#practice")
    tv.watch()
    tv.touch("Réglages")
    tv.wait("document.querySelectorAll('#sc-settings[open]').length")
    tv.touch("Sombres")
    tv.touch("Fermer")
    tv.wait("document.documentElement.dataset.theme === 'dark'")
    tv.touch("Terminer ma visite")
    tv.touch("Oui, effacer et partir")
    tv.wait("location.pathname.endsWith('/index.html') && document.readyState === 'complete'")
    kept = tv.js("JSON.stringify([sessionStorage, localStorage])")
    assert "dark" not in kept
