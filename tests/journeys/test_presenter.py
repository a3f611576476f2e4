"""The trainer's window beside a lesson: two windows of one browser, over http and from a disk."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import Axe
from tests.support.chromium import PATIENCE, Browse
from tests.support.learner import LOCALES, MODULES, path, words
from tests.support.tv_screen import READY, SIZES, STATE

pytestmark = pytest.mark.browser

LAPTOPS = ((1280, 800), (1366, 768))
WINDOW = (1366, 690)  # what a browser leaves of the lower one
# What leaves the window sideways, is cut, or is smaller than 16 px outside of the small screens.
BADLY_SHOWN = """(() => {
  const found = [];
  if (document.scrollingElement.scrollWidth > innerWidth) found.push('it scrolls sideways');
  for (const one of document.querySelectorAll('.desk *')) {
    if (one.closest('.desk-mini, .vh') || !one.getClientRects().length) continue;
    const box = one.getBoundingClientRect();
    const words = Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    const name = `${one.localName} “${(one.textContent || '').trim().slice(0, 30)}”`;
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name} leaves the window`);
    if (words && parseFloat(getComputedStyle(one).fontSize) < 16) found.push(`${name} is small`);
  }
  const buttons = Array.from(document.querySelectorAll('.desk .btn'))
    .filter((one) => one.getClientRects().length && !one.closest('.desk-mini'));
  for (const one of buttons) {
    const a = one.getBoundingClientRect();
    for (const other of buttons) {
      const b = other.getBoundingClientRect();
      const over = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      if (one !== other && over) found.push(`“${one.textContent}” lies on “${other.textContent}”`);
    }
    if (a.bottom > innerHeight) found.push(`“${one.textContent}” is under the window's edge`);
  }
  const main = buttons.filter((one) => one.matches('.btn-main'));
  if (main.length !== 1) found.push(`${main.length} buttons are the next one`);
  return found;
})()"""

Pair = tuple[Page, Page]
Open = Callable[..., Pair]


@pytest.fixture(params=["http_site", "file_site"])
def beside(request: pytest.FixtureRequest, browse: Browse) -> Open:
    """Open a lesson, and from its menu the trainer's window: (TV, presenter)."""
    site: str = request.getfixturevalue(request.param)

    def begin(after: str = "#discover", locale: str = "fr", module: str = "email-basics") -> Pair:
        tv = browse(*SIZES[1], reduced_motion="reduce")
        tv.goto(f"{site}{path(f'modules/{module}', locale)}?view=lesson{after}")
        tv.wait_for_function(READY)
        tv.keyboard.press("Enter")  # the card about the remote
        tv.keyboard.press("Escape")
        with tv.context.expect_page() as opened:
            tv.get_by_role("button", name=words(locale)("Fenêtre du formateur")).press("Enter")
        other = opened.value
        other.set_viewport_size({"width": WINDOW[0], "height": WINDOW[1]})
        expect(other.locator(".desk")).to_be_visible()
        until(other, "document.querySelector('.desk-tie').textContent", "")
        return tv, other

    return begin


def shown(tv: Page) -> str:
    """Return the id of the lesson's screen, or what lies over it."""
    return str(tv.evaluate(f"(({STATE}).over || ({STATE}).screens[({STATE}).at].id)"))


def until(page: Page, expression: str, wanted: object = True) -> None:
    """Wait until an expression has a value; the page's policy forbids it to look by itself."""
    end = time.monotonic() + PATIENCE / 1000
    while (found := page.evaluate(expression)) != wanted:
        assert time.monotonic() < end, f"{expression} is {found}, not {wanted}"
        page.wait_for_timeout(50)


def becomes(tv: Page, place: str) -> None:
    """Wait until the lesson shows a screen."""
    until(tv, f"{STATE}.over || {STATE}.screens[{STATE}.at].id", place)


def to_hands(tv: Page) -> None:
    """Go to the first question of the lesson."""
    while (tv.evaluate(f"{STATE}.group") or {}).get("kind") != "hands":
        tv.keyboard.press("ArrowRight")


def same_picture(tv: Page, other: Page) -> None:
    """Wait until the presenter's small screen says what the TV says."""
    said = tv.locator(".tv .tv-main").evaluate("one => one.textContent")
    until(other, "document.querySelector('.desk-now .tv-main').textContent", said)


def test_both_windows_show_the_same_and_either_drives(beside: Open) -> None:
    tv, other = beside()
    assert shown(tv) == "discover/1"
    expect(tv.locator(".tv-menu")).to_have_count(0)  # it closed behind
    same_picture(tv, other)
    other.keyboard.press("PageDown")
    becomes(tv, "discover/2")
    same_picture(tv, other)
    other.get_by_role("button", name="Retour").click()
    becomes(tv, "discover/1")
    tv.keyboard.press("PageDown")
    becomes(tv, "discover/2")
    same_picture(tv, other)
    following = other.locator(".desk-then h1").inner_text()
    other.get_by_role("button", name="Suivant").click()
    expect(tv.locator(".tv h1")).to_have_text(following, use_inner_text=True)
    same_picture(tv, other)
    other.keyboard.press("4")
    becomes(tv, "@7")
    other.get_by_role("button", name=re.compile("Vérifier et retenir")).click()
    becomes(tv, "review/1")


def test_hands_are_counted_and_the_answer_revealed_from_the_laptop(beside: Open) -> None:
    tv, other = beside()
    to_hands(tv)
    expect(other.get_by_text("Les mains levées")).to_be_visible()
    more = other.get_by_role("button", name="Réponse B : une main de plus")
    more.press("Enter")
    until(tv, f"{STATE}.group.hands[1]", 1)
    expect(more).to_be_focused()
    more.press("Enter")
    until(tv, f"{STATE}.group.hands[1]", 2)
    expect(tv.locator(".tv .hands img:visible")).to_have_count(2)
    expect(other.locator(".desk-group")).to_contain_text("2 mains")
    more.evaluate(
        "one => { for (let n = 0; n < 5; n += 1) one.click(); }"
    )  # faster than the TV answers
    until(tv, f"{STATE}.group.hands[1]", 7)
    expect(other.locator(".desk-group")).to_contain_text("7 mains")
    expect(other.locator(".desk .btn-main")).to_have_text("Révéler")
    other.get_by_role("button", name="Révéler").click()
    expect(tv.locator(".tv .right")).to_contain_text("Ana Costa")
    expect(other.locator(".desk-now .right")).to_contain_text("Ana Costa")
    expect(other.locator(".desk .btn-main")).to_have_text("Suivant")


def test_a_pause_and_a_black_screen_are_a_press_away(beside: Open) -> None:
    tv, other = beside()
    other.get_by_role("button", name="Pause de 10 minutes").click()
    becomes(tv, "pause")
    expect(tv.get_by_role("timer")).to_have_text(re.compile("10:00|9:5"))
    expect(other.locator(".desk .btn-main")).to_have_text("Continuer la leçon")
    other.get_by_role("button", name="Continuer la leçon").click()
    becomes(tv, "discover/1")
    other.keyboard.press("b")
    becomes(tv, "blank")
    expect(other.get_by_role("button", name="Écran noir")).to_have_attribute("aria-pressed", "true")
    other.keyboard.press("b")
    becomes(tv, "discover/1")


def test_notes_and_time_against_the_plan_are_there(beside: Open) -> None:
    tv, other = beside()
    other.clock.install()
    expect(other.get_by_role("region", name="Notes : Lire un premier e-mail")).to_contain_text(
        "Dit"
    )
    expect(other.locator(".desk-part")).to_have_text("Cette partie : 0 min sur 8")
    expect(other.locator(".desk-whole")).to_contain_text("La leçon : 0 min sur 90")
    now = other.locator(".desk-plan [aria-current]")
    expect(now).to_contain_text("Lire un premier e-mail")
    tv.keyboard.press("3")
    expect(now).to_contain_text("Écrire avec des aides")
    expect(other.locator(".desk-part")).to_contain_text("sur 6")
    expect(other.get_by_text("min d’avance")).to_be_visible()


def test_it_survives_a_reload_of_either_window_and_says_when_the_lesson_is_gone(
    beside: Open,
) -> None:
    tv, other = beside()
    tv.keyboard.press("ArrowRight")
    other.reload()
    expect(other.locator(".desk")).to_be_visible()
    same_picture(tv, other)
    tv.reload()
    tv.wait_for_function(READY)
    other.keyboard.press("PageDown")
    becomes(tv, "discover/3")
    same_picture(tv, other)
    tv.close()
    expect(other.get_by_text("La télévision ne répond plus")).to_be_visible()
    title = other.locator(".desk-now h1").inner_text()
    for _ in range(4):
        other.keyboard.press("PageDown")  # it leafs through the notes alone
    expect(other.locator(".desk-now h1")).not_to_have_text(title)


def test_it_follows_the_lesson_to_another_module(beside: Open) -> None:
    tv, other = beside()
    tv.goto(tv.url.replace("email-basics", "online-job-search").partition("#")[0])
    tv.wait_for_function(READY)
    other.wait_for_url("**/online-job-search.html?view=lesson&presenter")
    same_picture(tv, other)


def test_only_the_window_that_opened_it_is_heard(beside: Open) -> None:
    tv, other = beside()
    before = shown(tv)
    tv.evaluate("""() => {
      window.postMessage({ smartcornerPresenter: { do: 'next' } }, '*');
    }""")
    other.evaluate("window.postMessage({ smartcornerLesson: { module: 'x', at: 3 } }, '*')")
    other.keyboard.press("b")
    becomes(tv, "blank")
    other.keyboard.press("b")
    becomes(tv, before)


def test_it_keeps_nothing_and_knows_nobody(beside: Open) -> None:
    tv, other = beside()
    kept = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
    tv.evaluate("localStorage['sc:smartcorner:facts'] = 'somebody'")
    other.evaluate("window.addEventListener('message', ({ data }) => (window.got = data))")
    other.keyboard.press("PageDown")
    becomes(tv, "discover/2")
    assert "somebody" not in str(other.evaluate("JSON.stringify(window.got || {})"))
    tv.close()
    expect(other.get_by_text("La télévision ne répond plus")).to_be_visible()
    before = other.evaluate(kept)
    other.keyboard.press("PageDown")
    other.keyboard.press("b")
    assert other.evaluate(kept) == before


def test_nothing_of_it_loads_before_it_is_opened(browse: Browse, http_site: str) -> None:
    page = browse(*SIZES[0])
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http_site}modules/email-basics.html?view=lesson")
    page.wait_for_function(READY)
    page.wait_for_load_state("networkidle")
    assert any("assets/lesson." in url for url in asked)
    assert not [url for url in asked if "presenter" in url or "qrcode" in url]


def test_without_a_lesson_it_says_so_and_shows_the_notes(browse: Browse, file_site: str) -> None:
    page = browse(*WINDOW)
    page.goto(f"{file_site}modules/email-basics.html?view=lesson&presenter")
    expect(page.get_by_text("Aucune télévision n’est reliée")).to_be_visible()
    assert not page.evaluate(BADLY_SHOWN)
    page.keyboard.press("3")
    expect(page.get_by_role("region", name="Notes : Écrire avec des aides")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_browser_that_refuses_a_window_is_told_in_words(browse: Browse, file_site: str) -> None:
    page = browse(*SIZES[0])
    page.goto(f"{file_site}modules/email-basics.html?view=lesson#write")
    page.wait_for_function(READY)
    page.keyboard.press("Enter")
    page.evaluate("window.open = () => null")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Fenêtre du formateur").click()
    expect(page.get_by_text("Le navigateur a refusé")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tv-menu")).to_be_visible()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("module", MODULES)
def test_every_screen_fits_a_laptop(
    browse: Browse, http_site: str, axe: Axe, module: str, locale: str
) -> None:
    page = browse(*WINDOW, reduced_motion="reduce")
    page.goto(f"{http_site}{path(f'modules/{module}', locale)}?view=lesson&presenter")
    expect(page.locator(".desk")).to_be_visible()
    axe(page)
    bad: dict[str, list[str]] = {}
    for width, height in (WINDOW, *LAPTOPS):
        page.set_viewport_size({"width": width, "height": height})
        key = "PageUp" if (width, height) == LAPTOPS[0] else "PageDown"
        before = ""
        for n in range(200):
            now = page.locator(".desk-now").inner_text() + page.locator(".desk-then").inner_text()
            if now == before:
                break
            before = now
            if wrong := page.evaluate(BADLY_SHOWN):
                bad[f"{n} at {width}×{height}"] = wrong
            page.keyboard.press(key)
    assert not bad
    page.emulate_media(color_scheme="dark")
    axe(page, colours=True)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_and_a_card_fit_a_laptop(beside: Open, axe: Axe, locale: str) -> None:
    tv, other = beside(locale=locale)
    to_hands(tv)
    expect(other.locator(".desk-group li").first).to_be_visible()
    assert not other.evaluate(BADLY_SHOWN)
    axe(other)
    for cover in ("menu", "plan", "join", "help", "quit"):
        tv.evaluate(f"SmartCornerLesson.act({{ do: '{cover}' }})")
        becomes(tv, cover)
        same_picture(tv, other) if cover not in ("quit", "join") else None
        assert not other.evaluate(BADLY_SHOWN)


def test_tab_alone_reaches_everything(beside: Open) -> None:
    tv, other = beside()
    to_hands(tv)
    expect(other.locator(".desk-group li").first).to_be_visible()
    wanted = other.evaluate("""() => Array.from(document.querySelectorAll(
      '.desk button, .desk a, .desk [tabindex="0"]')).filter((one) => !one.closest('.desk-mini')
      && one.getClientRects().length && getComputedStyle(one).visibility === 'visible').length""")
    reached = set()
    for _ in range(wanted + 3):
        other.keyboard.press("Tab")
        reached.add(
            other.evaluate("""() => {
          const here = document.activeElement;
          if (here === document.body) return '';
          if (here.closest('.desk-mini') || !here.getClientRects().length) return 'hidden';
          if (parseFloat(getComputedStyle(here).outlineWidth) < 3) return 'without a ring';
          return String(Array.from(document.querySelectorAll('.desk *')).indexOf(here));
        }""")
        )
    assert not reached & {"hidden", "without a ring"}
    assert len(reached - {""}) == wanted
