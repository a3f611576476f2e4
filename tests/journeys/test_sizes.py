"""Targets, letters, narrow screens, large text, no script, no motion: learners' pages hold."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, expect

from smartcorner.check import Course, check
from smartcorner.kinds import Text, discover, texts
from smartcorner.markdown import plain
from tests.support.chromium import ARGUMENTS, CHROMIUM, Browse, Heard
from tests.support.layout import CUT, everywhere
from tests.support.learner import LEARNER_PAGES, LOCALES, MODULES, PAGES, Learner
from tests.support.sites import ROOT

pytestmark = pytest.mark.browser

# What shows, as [what, width, height]; links inside running text need 24 px, others 48.
SMALL = """() => {
  const seen = (one) =>
    one.getClientRects().length && getComputedStyle(one).visibility === 'visible';
  const control = 'a[href], button, summary, select, input, [role=button]';
  const top = document.querySelector('dialog[open]') || document.body;
  const found = [];
  for (const one of top.querySelectorAll(control)) {
    const target = one.closest('label') || one;
    if (!seen(target)) continue;
    const { width, height } = target.getBoundingClientRect();
    const inText = one.tagName === 'A' && getComputedStyle(one).display === 'inline'
      && one.parentElement.textContent.trim() !== one.textContent.trim();
    const least = inText ? 24 : 48;
    if (Math.min(width, height) < least - 0.5) {
      found.push(`${one.outerHTML.slice(0, 120)} ${width.toFixed(1)}×${height.toFixed(1)}`);
    }
  }
  return found;
}"""
# Pieces of text that show, as [size, where, words].
LETTERS = """() => {
  const top = document.querySelector('dialog[open]') || document.body;
  const walk = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const note = '.note, small, figcaption, .footer, .tag, .fact, .rule, .how, .state'
    + ', .top h1, .later > h2'; // the titles that stay above a screen
  const found = [];
  while (walk.nextNode()) {
    const words = walk.currentNode.data.trim();
    const one = walk.currentNode.parentElement;
    if (!words || !one.getClientRects().length || one.closest('.vh, script, style')) continue;
    const size = parseFloat(getComputedStyle(one).fontSize);
    const least = one.closest('.tool') ? 16 : one.closest(note) ? 18 : 20;
    if (size < least - 0.01) found.push(`${size}px: ${one.className || one.tagName}: ${words}`);
  }
  return found;
}"""
MOVES = """() => Array.from(document.querySelectorAll('*')).concat([document.documentElement])
  .filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
      || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0.01);
  }).map((one) => one.outerHTML.slice(0, 100)).concat(
    document.getAnimations().map((one) => `runs: ${one.id || one.animationName}`))"""


LARGEST = "document.documentElement.dataset.size = 'largest'"


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    """Each language, one after the other."""
    return str(request.param)


@pytest.fixture(scope="module")
def large(chromium: Browser) -> Iterator[Browser]:
    """A browser whose owner set all text to 200 %."""
    large = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=[*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    )
    yield large
    large.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_measure_48_px_and_links_in_text_24(
    browse: Browse, http_site: str, locale: str, width: int
) -> None:
    wrong = everywhere(Learner(browse(width, 740), http_site, locale), SMALL)
    assert not wrong, "\n".join(wrong)


def test_text_measures_20_px_notes_18_and_words_of_tools_16(
    browse: Browse, http_site: str, locale: str
) -> None:
    wrong = everywhere(Learner(browse(360, 740), http_site, locale), LETTERS)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("first", ["0", LARGEST], ids=["as it is", "the largest text"])
def test_nothing_is_cut_or_leaves_a_window_of_320_px(
    browse: Browse, http_site: str, locale: str, first: str
) -> None:
    wrong = everywhere(Learner(browse(320, 740), http_site, locale), CUT, first)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_is_cut_with_text_at_200_percent(
    large: Browser, heard: Heard, http_site: str, locale: str, width: int
) -> None:
    context = large.new_context(viewport={"width": width, "height": 740})
    heard.listen(context)
    learner = Learner(context.new_page(), http_site, locale)
    learner.open("help")
    assert learner.page.evaluate("getComputedStyle(document.body).fontSize") == "40px"
    wrong = everywhere(learner, CUT)
    context.close()
    assert not wrong, "\n".join(wrong)


def test_nothing_moves_for_who_asks_for_less_motion(browse: Browse, http_site: str) -> None:
    learner = Learner(browse(360, 740, reduced_motion="reduce"), http_site)
    wrong = everywhere(learner, MOVES)
    assert not wrong, "\n".join(wrong)


# ---- without scripts ----


@cache
def course() -> Course:
    """Return our modules."""
    return check(ROOT, discover(ROOT / "kinds"))


def bare(text: str) -> str:
    """Return a text without its spaces, which a page sets by its own rules."""
    return re.sub(r"\s", "", text)


def readable(page: Page) -> str:
    """Return all that can be read on a page, what pictures say and options offer included."""
    said = page.locator("img[alt]:visible, select:visible").evaluate_all(
        "all => all.map((one) => one.alt || Array.from(one.options || [], (o) => o.text).join(' '))"
    )
    return bare(" ".join([page.locator("body").inner_text(), *said]))


def while_played(text: Text) -> bool:
    """Say whether only who plays an exercise meets a text, or it depends on what is drawn."""
    said = {"hint", "say", "feedback", "worlds"} & set(text.ids)
    return bool(said) or bool(re.search(r"{\w+\.", text.value))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_without_scripts_is_one_document_with_all_its_texts(
    browse: Browse, http_site: str, locale: str, module: str
) -> None:
    learner = Learner(browse(360, 740, java_script_enabled=False), http_site, locale)
    learner.open(f"modules/{module}")
    page = readable(learner.page)
    (data,) = (one for one in course().modules[locale] if one.id == module)
    shown = {name: one.shown(locale) for name, one in course().references.items()}
    missing = [
        "/".join(text.ids)
        for text in texts(data)
        if not {"notes", "needs", "lesson"} & {text.ids[0], text.ids[-1]}  # the trainer's
        and not while_played(text)
        and bare(plain(text.value, ref=shown.__getitem__)) not in page
    ]
    assert not missing


def test_without_scripts_no_control_is_dead(browse: Browse, http_site: str, locale: str) -> None:
    learner = Learner(browse(360, 740, java_script_enabled=False), http_site, locale)
    for name in LEARNER_PAGES:
        learner.open(name)
        expect(learner.page.locator("button:visible, [role=button]:visible")).to_have_count(0)
        expect(learner.page.get_by_role("heading", level=1)).to_be_visible()


def test_without_scripts_help_and_all_pages_are_a_touch_away(
    browse: Browse, http_site: str, locale: str
) -> None:
    learner = Learner(browse(360, 740, java_script_enabled=False), http_site, locale)
    for name in PAGES:
        learner.open(name)
        learner.find("link", "Aide").click()
        expect(learner.page).to_have_url(re.compile(r"/help\.html$"))
