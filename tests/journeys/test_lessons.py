"""The door to the lessons: a remote's arrows reach everything on it, and it reads from afar."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import LOCALES, MODULES, path, words
from tests.support.tv_screen import SIZES

pytestmark = pytest.mark.browser

# What of the thing in focus leaves the sides or the screen, is thin, or is too small to read.
BADLY_SHOWN = """(() => {
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  const [w, h] = [innerWidth, innerHeight];
  const found = [];
  if (box.left < w * .05 - 1 || box.right > w * .95 + 1) found.push('leaves the sides');
  if (box.top < 0 || box.bottom > h) found.push(`leaves the screen: ${box.top} ${box.bottom} of ${h}`);
  if (parseFloat(getComputedStyle(here).outlineWidth) < 4) found.push('the focus is thin');
  for (const one of document.querySelectorAll('.lessons *')) {
    const said = Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    if (!said || !one.getClientRects().length) continue;
    const share = parseFloat(getComputedStyle(one).fontSize) / h * 100;
    if (share < 3.29) found.push(`${one.textContent}: type of ${share.toFixed(2)} %`);
  }
  if (document.scrollingElement.scrollWidth > w) found.push('it scrolls sideways');
  return found;
})()"""
FOCUS = "document.activeElement.dataset.module || document.activeElement.textContent.trim()"

STOPS = """Array.from(document.querySelectorAll('.lessons a, .lessons button, .lessons input'))
  .filter((one) => one.offsetParent)"""
GO = f"(n) => document.querySelector('.lessons').to({STOPS}[n])"  # as an arrow does
AT = f"{STOPS}.indexOf(document.activeElement)"

Door = Callable[..., Page]


@pytest.fixture
def door(browse: Browse, file_site: str) -> Door:
    """Open the page from a disk, on a TV."""

    def visit(locale: str = "fr", size: tuple[int, int] = SIZES[0]) -> Page:
        page = browse(*size, reduced_motion="reduce")
        page.goto(f"{file_site}{path('lessons', locale)}")
        expect(page.locator(".lessons a:focus")).to_be_visible()
        return page

    return visit


def last(page: Page, module: str = "online-job-search", step: str = "apply") -> None:
    """Be a device where a lesson was given."""
    page.evaluate(
        """([module, step]) => {
          localStorage['sc:smartcorner:lesson'] = JSON.stringify({ card: true, last: module });
          localStorage[`sc:smartcorner:lesson:${module}`] = JSON.stringify({ place: `${step}/1`, step });
        }""",
        [module, step],
    )
    page.reload()
    expect(page.locator(".lessons a:focus")).to_be_visible()


def reached(page: Page) -> tuple[set[str], dict[str, Any]]:
    """Return what arrows alone lead to from the first lesson, and what is badly shown there."""
    places: dict[int, str] = {}
    bad = {}
    ahead = [0]
    while ahead:
        here = ahead.pop()
        if here in places:
            continue
        places[here] = ""
        for way in ("Down", "Right", "Up", "Left"):
            page.evaluate(GO, here)
            places[here] = str(page.evaluate(FOCUS))
            page.keyboard.press(f"Arrow{way}")
            if wrong := page.evaluate(BADLY_SHOWN):
                bad[f"{way} of {places[here]}"] = wrong
            ahead.append(int(page.evaluate(AT)))
    return set(places.values()), bad


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("size", SIZES)
def test_arrows_reach_every_lesson_at_every_size(
    door: Door, size: tuple[int, int], locale: str
) -> None:
    page = door(locale, size)
    last(page)
    places, bad = reached(page)
    assert set(MODULES) <= places
    assert {words(locale)("Accueil"), words(locale)("Vie privée")} <= places
    assert not bad


def test_ok_opens_the_lesson_and_leaving_it_comes_back(door: Door) -> None:
    page = door()
    page.keyboard.press("ArrowRight")
    module = page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    expect(page.locator(".tv :focus")).to_be_visible()
    assert f"modules/{module}.html?view=lesson" in page.url
    page.keyboard.press("Enter")  # the card about the remote
    page.keyboard.press("3")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Oui, je quitte").click()
    page.wait_for_url("**/lessons.html")
    expect(page.get_by_role("heading", name="La dernière leçon")).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("data-module", module)  # it stands first now
    expect(page.locator(".last")).to_contain_text("Étape 3 sur")


def test_the_last_lesson_stands_first_with_its_step(door: Door) -> None:
    page = door()
    expect(page.get_by_role("heading", name="La dernière leçon")).to_be_hidden()
    last(page)
    assert page.evaluate(FOCUS) == "online-job-search"
    expect(page.locator(".last")).to_contain_text("Étape")
    page.keyboard.press("Enter")
    expect(page.locator(".tv h1")).to_be_visible()
    assert page.url.endswith("#apply")


def test_a_tile_says_minutes_and_what_the_room_needs(door: Door) -> None:
    page = door()
    tile = page.locator("[data-module=video-call-etiquette]")
    expect(tile).to_contain_text("90 minutes")
    expect(tile).to_contain_text("Une tablette avec caméra et micro par personne")
    page.goto(page.url.replace("lessons", "en/lessons"))
    expect(page.locator("[data-module=video-call-etiquette]")).to_contain_text("camera")


def test_back_goes_to_the_first_lesson_then_home(door: Door) -> None:
    page = door()
    first = page.evaluate(FOCUS)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) == first
    page.keyboard.press("Escape")
    page.wait_for_url("**/index.html")


def test_a_damaged_place_is_no_lesson(door: Door) -> None:
    page = door()
    page.evaluate("localStorage['sc:smartcorner:lesson'] = '{'")
    page.reload()
    expect(page.get_by_role("heading", name="La dernière leçon")).to_be_hidden()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_door_is_accessible(door: Door, axe: Axe, locale: str) -> None:
    page = door(locale, (1280, 720))
    last(page)
    axe(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    axe(page)
