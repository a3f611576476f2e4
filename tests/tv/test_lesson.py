"""A whole lesson in Chromium 69 itself, with a remote's keys; its pictures: build/tv/lesson/."""

import pytest

from tests.support.sites import ROOT
from tests.support.tv import TV
from tests.support.tv_screen import BADLY_SHOWN, READY, SIZES, STATE

pytestmark = [pytest.mark.tv, pytest.mark.slow]

MODULE = "email-basics"
PICTURES = ROOT / "build/tv/lesson"


def begin(tv: TV, site: str, after: str = "") -> None:
    """Open the lesson and close the card about the remote."""
    tv.open(f"{site}modules/{MODULE}.html?view=lesson{after}")
    tv.wait(f"({READY})()")
    if tv.js(f"{STATE}.over") == "help":
        tv.press("Return")
    tv.wait(f"{STATE}.over === ''")


def test_every_screen_of_a_lesson_fits(tv: TV, file_site: str) -> None:
    begin(tv, file_site)
    bad = {}
    for (width, height), key in zip(SIZES, ("Right", "Left", "Right"), strict=True):
        tv.resize(width, height)
        assert tv.wait(f"innerWidth === {width}")
        count = tv.js(f"{STATE}.screens.length")
        for n in range(count):
            at = n if key == "Right" else count - 1 - n
            tv.wait(f"{STATE}.at === {at}")
            if wrong := tv.js(BADLY_SHOWN):
                bad[f"{at} at {width}×{height}"] = wrong
            if height == SIZES[0][1]:
                tv.screenshot(PICTURES / f"{at + 1:03d}.png")
            tv.press(key)
    assert not bad


def test_a_question_is_counted_revealed_and_left_by_back(tv: TV, file_site: str) -> None:
    begin(tv, file_site, "#discover")
    for _ in range(20):
        if tv.js(f"({STATE}.group || {{}}).kind") == "hands":
            break
        tv.press("Right")
    tv.press("Up", "Return", "Up", "Up", "Return")
    tv.wait(f"{STATE}.group.hands.join() === '0,0,2'")
    tv.screenshot(PICTURES / "hands.png")
    tv.press("Down", "Return")
    tv.wait("document.querySelectorAll('.tv .right').length === 1")
    tv.screenshot(PICTURES / "told.png")
    for over in ("menu", "quit", "menu"):
        tv.press("Escape")
        tv.wait(f"{STATE}.over === '{over}'")
        assert tv.js(BADLY_SHOWN) == []
        tv.screenshot(PICTURES / f"{over}.png")


def test_an_exercise_lives_on_the_screen_without_scrolling(tv: TV, file_site: str) -> None:
    tv.resize(*SIZES[0])
    begin(tv, file_site, "#send-cv")
    for _ in range(6):
        if tv.js(f"({STATE}.group || {{}}).kind") == "practice":
            break
        tv.press("Right")
    assert tv.js(BADLY_SHOWN) == []
    tv.click("Jouer ici")
    tv.click("J’essaie")
    tv.wait("Boolean(document.querySelector('.tv-live .mb-row'))")
    for press in (".mb-row", "[data-k^=reply]", "[data-k=copies]"):
        tv.wait(f"Boolean(document.querySelector('.tv-live {press}'))")
        tv.js(f"document.querySelector('.tv-live {press}').click()")
        live = "document.querySelector('.tv-live')"
        assert tv.js(f"{live}.scrollHeight") <= tv.js(f"{live}.clientHeight")
        tv.screenshot(PICTURES / f"live-{press[1:4]}.png")
    tv.press("Escape")
    tv.wait(f"{STATE}.over === 'menu'")


def test_the_door_leads_to_a_lesson_and_its_menu_to_a_number(tv: TV, http_site: str) -> None:
    tv.resize(*SIZES[0])
    tv.open(f"{http_site}lessons.html")
    tv.wait("document.activeElement && document.activeElement.dataset.module")
    tv.press("Right", "Left", "Return")
    tv.wait("location.search.includes('view=lesson')")
    tv.wait(f"({READY})()")
    tv.press("Return")  # the card about the remote
    tv.wait(f"{STATE}.over === ''")
    tv.press("3", "Escape")
    tv.wait(f"{STATE}.over === 'menu'")
    assert tv.js(BADLY_SHOWN) == []
    tv.click("Rejoindre")
    tv.wait(f"{STATE}.over === 'join'")
    number = tv.js("document.querySelector('.tv-number').textContent")
    assert tv.js(BADLY_SHOWN) == []
    tv.screenshot(PICTURES / "join.png")
    tv.open(f"{http_site}index.html")
    tv.js(f"location.hash = '{number}'")
    tv.wait("location.pathname.includes('/modules/') && document.readyState === 'complete'")
    assert tv.js("location.hash") == "#write"
    tv.open(f"{http_site}lessons.html")
    tv.wait("Boolean(document.querySelector('.last:not([hidden])'))")
    tv.screenshot(PICTURES / "door.png")


@pytest.mark.parametrize("way", ["file_site", "http_site"])
def test_the_trainers_window_shows_the_notes(
    tv: TV, way: str, request: pytest.FixtureRequest
) -> None:
    tv.resize(1366, 690)
    tv.open(f"{request.getfixturevalue(way)}modules/{MODULE}.html?view=lesson&presenter")
    tv.wait("Boolean(document.querySelector('.desk-notes'))")
    tv.press("PageDown", "PageDown", "PageDown", "PageDown")
    tv.wait("Boolean(document.querySelector('.desk-notes').textContent.includes('Dites'))")
    assert tv.js("document.scrollingElement.scrollWidth <= innerWidth")
    tv.screenshot(PICTURES / f"presenter-{way}.png")


def test_the_log_is_filled_in(tv: TV, file_site: str) -> None:
    tv.open(f"{file_site}log.html")
    line = """JSON.stringify({ v: 1, lines: [{ id: 'a@1', began: 1795000000000, minutes: 84,
      title: 'E-mail', steps: ['1 Lire'], of: 7, people: '', remark: '' }] })"""
    tv.js(f"localStorage.setItem('sc:smartcorner:lesson-log', {line})")
    tv.open(f"{file_site}lessons.html")
    tv.open(f"{file_site}log.html")
    tv.wait("Boolean(document.querySelector('.log-line textarea'))")
    tv.js("document.querySelector('.log-line textarea').focus()")
    tv.type("Calme")
    tv.wait("localStorage.getItem('sc:smartcorner:lesson-log').includes('Calme')")
    tv.screenshot(PICTURES / "log.png")
    tv.click("Effacer le journal")
    tv.click("Oui, effacer")
    tv.wait("localStorage.getItem('sc:smartcorner:lesson-log') === null")
