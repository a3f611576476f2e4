"""Right to left and 40 % longer: nothing overlaps, is cut or leaves its place."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import contact_sheet
from tests.support.chromium import ROOT, Browse
from tests.support.layout import BRING, CUT, OVERLAPS, SHOW, everywhere
from tests.support.learner import GUIDES, Learner
from tests.support.pseudo import TAG, project, pseudo
from tests.support.sites import BuildOnce, serve

pytestmark = pytest.mark.browser

SIZES = contact_sheet.SIZES
WRITTEN = [name for name in GUIDES if (ROOT / f"docs/{name}.md").is_file()]
LARGEST = "document.documentElement.dataset.size = 'largest'"
QUESTIONS = ("#read/2", "#answer", "#answer/2", "#answer/3", "#answer/4")
# Each question as it looks after a first wrong answer, when solved, and when shown.
STATES = {
    "how": "q.restore(new Map(), new Map([[key, { answer: [], tries: 0, stage: 'how' }]]))",
    "wrong": "q.restore(new Map(), new Map([[key, { answer: wrong, tries: 1, stage: 'wrong' }]]))",
    "solved": "q.restore(new Map([[key, 'solved']]), new Map())",
    "shown": "q.restore(new Map([[key, 'shown']]), new Map())",
}
SAY = """() => document.querySelectorAll('sc-quiz').forEach((q) => {
  const key = q.dataset.id;
  const all = Array.from(q.querySelectorAll('input'), (box) => box.value).reverse();
  const lists = Array.from(q.querySelectorAll('select'), (list) => list.options[1].value);
  const wrong = lists.length ? lists : q.dataset.type === 'single' ? all.slice(0, 1) : all;
  %s;
})"""

# Words in Latin letters, said to eyes or ears; names, addresses and other languages may be.
FRENCH = """() => {
  const found = [];
  const look = (said, one) => {
    if (one.closest('script, style, noscript, [lang]:not(html), .brand')) return;
    const words = said.replace(/[\\w.]*@[\\w.-]+|[\\w-]+\\.example[\\w/]*|SmartCorner/g, '');
    if (/[a-zà-ÿ]{2}/i.test(words)) found.push(`${one.className || one.tagName}: ${said.trim()}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) look(walk.currentNode.data, walk.currentNode.parentElement);
  for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'aria-description']) {
    for (const one of document.querySelectorAll(`[${name}]`)) look(one.getAttribute(name), one);
  }
  return found;
}"""
# What is photographed: page, place in it, and what is done there.
PICTURES = [
    *[(name, "", "0") for name in ("index", "progress", "search", "help", *WRITTEN)],
    ("modules/email-basics", "", "0"),
    ("modules/email-basics", "", f"{BRING}.then(() => ({SHOW})('sc-settings'))"),
    ("modules/email-basics", "", f"{BRING}.then(() => ({SHOW})('sc-device'))"),
    ("modules/email-basics", "#read", f"{BRING}.then(() => ({SHOW})('sc-list'))"),
    ("modules/email-basics", "#write", "0"),
    ("modules/online-job-search", "", LARGEST),
    ("modules/practice", "#read", "0"),
    *[
        ("modules/practice", place, f"({SAY % STATES[state]})()")
        for place, state in zip(
            QUESTIONS, ("wrong", "solved", "wrong", "wrong", "shown"), strict=True
        )
    ],
]

Reader = Callable[..., Learner]


@pytest.fixture(scope="session")
def pseudo_site(build_once: BuildOnce) -> Iterator[str]:
    """Address of the site with the language that nobody speaks."""
    with serve(build_once("pseudo", project)) as address:
        yield address


@pytest.fixture
def reader(browse: Browse, pseudo_site: str) -> Reader:
    """Somebody who reads that language, on a screen of some size."""

    def new(width: int, height: int) -> Learner:
        learner = Learner(browse(width, height), pseudo_site, TAG)
        learner.say = pseudo
        return learner

    return new


def wrong(learner: Learner, within: str = "dialog[open]") -> list[str]:
    """Return what is wrong with the page as it is."""
    look = learner.page.evaluate
    return [*look(CUT, within), *look(OVERLAPS, within)]


def test_a_text_is_in_letters_of_the_right_and_longer() -> None:
    text = "Cherchez le message que Nadia vous a envoyé, puis répondez-lui en deux phrases."
    assert 1.3 < len(pseudo(text)) / len(text) < 1.5
    assert not re.search("[a-zA-Zé]", pseudo(text))
    marks = "**{n}** [](email-basics){lang=en} %(total)s `make`"
    assert pseudo(marks) == marks


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("first", ["0", LARGEST], ids=["as it is", "the largest text"])
def test_pages_screens_and_dialogs_hold(
    reader: Reader, width: int, height: int, first: str
) -> None:
    learner = reader(width, height)
    learner.open("index")
    assert learner.page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    faults = everywhere(learner, f"() => [...({CUT})(), ...({OVERLAPS})()]", first)
    assert not faults, "\n".join(faults)


def test_every_word_of_a_page_is_translated(reader: Reader) -> None:
    faults = everywhere(reader(1280, 800), FRENCH)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_questions_hold_in_every_state(reader: Reader, width: int, height: int) -> None:
    learner = reader(width, height)
    faults = []
    for place in QUESTIONS:
        learner.open("modules/practice", place)
        for state, change in STATES.items():
            learner.page.evaluate(SAY % change)
            faults += [f"{place} {state}: {fault}" for fault in wrong(learner)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_player_holds(reader: Reader, width: int, height: int) -> None:
    learner = reader(width, height)
    learner.open("modules/practice", "#read")
    learner.press("Écouter")
    learner.find("region", "Écouter la page").wait_for()
    faults = wrong(learner)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_guides_hold(reader: Reader, width: int, height: int) -> None:
    learner = reader(width, height)
    faults = []
    for name in WRITTEN:
        learner.open(name)
        assert learner.page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        faults += [f"{name}: {fault}" for fault in wrong(learner, ".md-content")]
    assert not faults, "\n".join(faults)


def test_it_is_photographed(reader: Reader) -> None:
    out = ROOT / "build/pseudo"
    rows: list[list[Path]] = [[] for _ in PICTURES]
    for width, height in SIZES:
        for row, (name, place, action) in zip(rows, PICTURES, strict=True):
            learner = reader(width, height)
            learner.open(name, place)
            learner.page.evaluate(action)
            path = out / f"{width}x{height}" / f"{PICTURES.index((name, place, action)):02}.png"
            learner.page.screenshot(path=path)
            row.append(path)
            learner.page.close()
    titles = [f"{name}{place}" for name, place, _ in PICTURES]
    assert contact_sheet.sheet(rows, titles, out / "sheet.png").is_file()
