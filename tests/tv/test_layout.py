"""The layout in Chromium 69 itself, at the sizes of TVs; its pictures: build/tv/."""

import json

import pytest

from tests.support.learner import GUIDES, LEARNER_PAGES, LOCALES, MODULES, SCREENS, path
from tests.support.sites import ROOT
from tests.support.tv import TV

pytestmark = pytest.mark.tv

SIZES = ((960, 540), (1280, 720), (1920, 1080))
PICTURES = ROOT / "build/tv"
MODULE = "email-basics"
# What leaves the window sideways, or can't be brought out from under the bars.
BADLY_LAID = """(function () {
  const found = [];
  const width = document.scrollingElement.scrollWidth;
  if (width > innerWidth) found.push(`the page is ${width}px wide`);
  const open = document.querySelector('dialog[open]');
  const bar = document.querySelector('.bar').getBoundingClientRect();
  const path = document.querySelector('.path');
  const root = open || document.querySelector('.main');
  for (const one of root.querySelectorAll('a[href], button, input, select, h1, h2, h3, p, img')) {
    if (!one.getClientRects().length || getComputedStyle(one).visibility !== 'visible') continue;
    if (one.closest('.vh, .path') || (!open && one.closest('dialog'))) continue;
    one.scrollIntoView({ block: 'nearest' });
    if (one.matches('a, button, input, select')) one.focus();
    const box = (one.closest('label') || one).getBoundingClientRect();
    const name = `${one.tagName} ${(one.innerText || one.alt || one.name || '').slice(0, 40)}`;
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name} leaves the window`);
    if (open || !one.matches('a, button, input, select')) continue;
    const sticks = (bar) => bar && getComputedStyle(bar).position === 'sticky';
    const foot = sticks(path) && path.offsetHeight ? path.getBoundingClientRect().top : innerHeight;
    const head = sticks(document.querySelector('.bar')) ? bar.bottom : 0;
    if (box.height > foot - head) continue; // larger than the room there is
    const near = foot === innerHeight ? 8 : 1; // a window's edge hides no more than a frame
    if (box.bottom > foot + near) found.push(`${name} ends ${box.bottom - foot} px under the path`);
    if (box.top < head - 1) found.push(`${name} lies under the tools`);
  }
  scrollTo(0, 0);
  return found;
})()"""


def show(tv: TV, name: str) -> None:
    """Look at what stands there at the three sizes of TVs, and photograph it."""
    for width, height in SIZES:
        tv.resize(width, height)
        assert tv.wait(f"innerWidth === {width}")
        assert tv.js(BADLY_LAID) == [], f"{name} at {width}×{height}"
        tv.screenshot(PICTURES / f"{width}x{height}" / f"{name}.png")
    tv.resize(1280, 720)


def test_the_first_door_shows_at_once(tv: TV, http_site: str) -> None:
    tv.open(f"{http_site}index.html")
    for width, height in SIZES:
        tv.resize(width, height)
        assert tv.wait(f"innerWidth === {width}")
        end = "document.querySelector('.begin .btn').getBoundingClientRect().bottom"
        assert tv.js(f"scrollTo(0, 0), {end}") <= height


def test_dialogs_hold_their_layout(tv: TV, http_site: str) -> None:
    tv.open(f"{http_site}modules/{MODULE}.html#write")
    tv.wait("document.readyState === 'complete'")
    for part in ("dialogs.css", "dialogs.*.js"):
        tv.js(f"SmartCorner.load('assets/{part}').then(() => {{ window.come = '{part}' }})")
        tv.wait(f"window.come === '{part}'")
    for name in ("sc-help", "sc-settings", "sc-leave", "sc-device", "sc-away", "sc-list"):
        tv.js(f"document.querySelector('#{name}').showModal()")
        show(tv, name)
        tv.js(f"document.querySelector('#{name}').close()")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_runs_without_errors_and_holds_its_layout(
    tv: TV, http_site: str, locale: str
) -> None:
    for name in LEARNER_PAGES:
        tv.open(f"{http_site}{path(name, locale)}")
        for width, height in SIZES:
            tv.resize(width, height)
            assert tv.wait(f"innerWidth === {width}")
            assert tv.js(BADLY_LAID) == [], f"{name} in {locale} at {width}×{height}"
            if locale == "fr":
                where = PICTURES / f"{width}x{height}"
                tv.screenshot(where / f"page-{name.replace('/', '-')}.png")
        tv.resize(1280, 720)
    for name in GUIDES:
        tv.open(f"{http_site}{path(name, locale)}")
        assert tv.js("document.querySelector('article h1').offsetHeight") > 0
        assert tv.js("document.scrollingElement.scrollWidth <= innerWidth")
    tv.screenshot(PICTURES / "1280x720" / f"guide-{locale}.png")


@pytest.mark.parametrize("module", MODULES)
def test_every_screen_of_a_module_holds_its_layout(tv: TV, http_site: str, module: str) -> None:
    tv.open(f"{http_site}modules/{module}.html")
    places = tv.js(f"({SCREENS})()")
    for width, height in SIZES:
        tv.resize(width, height)
        assert tv.wait(f"innerWidth === {width}")
        for place in [*places, "#sc-end", "#sc-words"]:
            tv.js(f"location.hash = {json.dumps(place)}")
            assert tv.js(BADLY_LAID) == [], f"{module}{place} at {width}×{height}"
