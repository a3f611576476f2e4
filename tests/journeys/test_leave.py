"""« Terminer ma visite », and presses that come too soon after one another."""

import json
import re
import time

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.test_progress import FOUND, OPENED, own
from tests.support.learner import LOCALES, PAGES, Learner, words

pytestmark = pytest.mark.browser

DOOR = "Terminer ma visite"
# A hand moves on, as long as the page is there: whether what was hidden once shows again.
MOVING = """() => setInterval(() => {
  document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
  const hidden = document.documentElement.classList.contains('hold');
  if (hidden) sessionStorage.hidden = sessionStorage.hidden || 'yes';
  else if (sessionStorage.hidden) sessionStorage.hidden = 'for a while';
}, 20)"""


def presses(learner: Learner, *names: str) -> None:
    """Press what is called so, one after the other at once, as a trembling hand does.

    Each press says when it was, 0.1 s after the one before: a busy machine is late to tell.
    """
    learner.wait()
    points = []
    for name in names:
        target = learner.page.get_by_role("button", name=name, exact=True).or_(learner.row(name))
        box = target.locator("visible=true").bounding_box()
        assert box
        points.append((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    devtools = learner.page.context.new_cdp_session(learner.page)
    began = time.time()
    for n, (x, y) in enumerate(points):
        press = {"x": x, "y": y, "button": "left", "clickCount": 1, "timestamp": began + n / 10}
        for part in ("mousePressed", "mouseReleased"):
            devtools.send("Input.dispatchMouseEvent", {"type": part, **press})
    learner.pressed()


def test_ending_a_shared_visit_erases_all_and_opens_the_home_page(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.press("Réglages")
    learner.choose("Sombres")
    learner.press("Fermer")
    learner.press(DOOR)
    expect(learner.dialog("Vous partez ?")).to_contain_text("est effacé de cet appareil")
    learner.press("Oui, effacer et partir")
    expect(learner.page).to_have_url(f"{learner.site}index.html")
    tab, device = learner.kept()
    assert device == {}
    for text in tab.values():
        assert not re.search(r"practice|dark|true|own", text), tab
    expect(learner.find("link", "Commencer")).to_be_visible()


def test_back_shows_nothing_of_a_shared_visit(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.next()
    learner.choose("Paul écrit.")
    learner.leave()
    for _ in range(3):
        learner.page.go_back()
        learner.ready()
        if "modules" not in learner.page.url:
            break
        expect(learner.page.get_by_role("checkbox", checked=True)).to_have_count(0)
        expect(learner.page.get_by_role("radio", checked=True)).to_have_count(0)
        expect(learner.page.get_by_text("Paul lit le message.")).to_be_hidden()
    learner.open("modules/practice", "#read")
    expect(learner.box(OPENED)).not_to_be_checked()


def test_ending_a_visit_to_ones_own_device_keeps_the_work_and_says_so(learner: Learner) -> None:
    learner.choose(OPENED)
    own(learner)
    learner.press(DOOR)
    expect(learner.dialog("Vous partez ?")).to_contain_text("Votre travail reste sur cet appareil.")
    learner.press("Oui, je pars")
    expect(learner.page).to_have_url(f"{learner.site}index.html")
    learner.open("modules/practice", "#read")
    expect(learner.box(OPENED)).to_be_checked()


def test_who_stays_loses_nothing(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.press(DOOR)
    learner.press("Non, je continue")
    expect(learner.button(DOOR)).to_be_focused()
    learner.press(DOOR)
    learner.page.keyboard.press("Escape")
    expect(learner.dialog("Vous partez ?")).to_be_hidden()
    expect(learner.box(OPENED)).to_be_checked()


def test_a_page_that_is_left_stays_hidden_until_the_next_is_there(learner: Learner) -> None:
    learner.choose(OPENED)
    asked: list[Route] = []
    learner.page.context.route("**/index.html", lambda route: asked.append(route))  # noqa: PLW0108
    learner.press(DOOR)
    learner.wait()
    # Playwright would wait for the next page: the page itself moves, and looks whether it shows.
    learner.page.evaluate(MOVING)
    learner.button("Oui, effacer et partir").evaluate("one => { setTimeout(() => one.click()); }")
    learner.page.wait_for_timeout(600)
    for route in asked:
        route.continue_()
    expect(learner.page).to_have_url(re.compile(r"/index\.html$"))
    assert learner.page.evaluate("sessionStorage.hidden") == "yes"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_door_is_the_only_control_with_its_word(
    learner: Learner, small_site: str, locale: str
) -> None:
    visitor = Learner(learner.page, small_site, locale)
    for name in (*PAGES, "modules/practice"):
        visitor.open(name)
        word = re.compile(r"\b(termin|finir|end\b)", re.IGNORECASE)
        names = [
            control.inner_text() or control.get_attribute("aria-label")
            for role in ("button", "link")
            for control in visitor.page.get_by_role(role, name=word, include_hidden=True).all()
        ]
        assert names == [words(locale)(DOOR)], name


def test_a_second_press_on_suivant_is_ignored(learner: Learner) -> None:
    presses(learner, "Suivant", "Suivant")
    expect(learner.page.get_by_role("heading", name="Qui écrit ?")).to_be_visible()
    presses(learner, "Retour", "Retour")
    expect(learner.box(OPENED)).to_be_visible()
    assert learner.where == "#read"


def test_a_second_press_on_an_answer_is_ignored(learner: Learner) -> None:
    learner.next()
    presses(learner, "Paul écrit.", "Ana écrit.")
    expect(learner.status).to_contain_text("Paul lit le message.")
    expect(learner.status).not_to_contain_text("Ana signe le message.")
    learner.open("modules/practice", "#answer")
    presses(learner, "Une adresse", "Une adresse")
    expect(learner.box("Une adresse")).to_be_checked()


def test_a_second_press_on_the_door_is_ignored(learner: Learner) -> None:
    learner.choose(OPENED)
    presses(learner, DOOR, DOOR)
    expect(learner.dialog("Vous partez ?")).to_be_visible()
    presses(learner, "Non, je continue", DOOR)
    expect(learner.dialog("Vous partez ?")).to_be_hidden()
    assert "practice/ready/opened" in json.dumps(learner.kept())


def test_a_second_press_on_a_line_to_tick_does_not_take_the_tick_back(learner: Learner) -> None:
    presses(learner, FOUND, FOUND)
    expect(learner.box(FOUND)).to_be_checked()


def test_a_press_counts_again_after_the_guard(learner: Learner) -> None:
    learner.press("Suivant")
    learner.press("Suivant")
    expect(learner.page.get_by_role("heading", name="De quoi un message")).to_be_visible()
