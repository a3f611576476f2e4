"""The authors' reference in a browser: results at work that touch nobody's progress."""

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from smartcorner.kinds import discover
from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import KEPT

pytestmark = pytest.mark.browser


def frame(page: Page, name: str) -> FrameLocator:
    """Return a result, in view, as high as it is, its scripts at work."""
    place = page.locator(f'iframe[src="live/{name}.html"]')
    place.scroll_into_view_if_needed()
    shown = place.element_handle().content_frame()
    assert shown
    shown.wait_for_url(f"**/live/{name}.html", wait_until="load")
    return page.frame_locator(f'iframe[src="live/{name}.html"]')


def test_results_work_beside_their_yaml_and_keep_nothing(page: Page, any_site: str) -> None:
    page.goto(f"{any_site}trainers/reference.html")
    before = page.evaluate(KEPT)
    ticks = frame(page, "checklist").get_by_role("checkbox")
    ticks.first.check()
    expect(ticks.first).to_be_checked()
    quiz = frame(page, "quiz")
    quiz.get_by_role("radio", name="Bonjour").click()
    expect(quiz.get_by_role("status")).to_contain_text("poli")
    quiz.get_by_role("button", name="Essayer encore").click()
    quiz.get_by_role("radio", name="Vendeur : Marc Petit").click()
    expect(quiz.get_by_role("status")).to_contain_text("Oui.")
    assert page.evaluate(KEPT) == before == [[], []]
    page.reload()
    expect(frame(page, "checklist").get_by_role("checkbox").first).not_to_be_checked()


def test_a_simulation_works_beside_its_yaml_and_keeps_nothing(page: Page, any_site: str) -> None:
    page.goto(f"{any_site}trainers/reference.html")
    mailbox = frame(page, "mailbox")
    mailbox.get_by_role("button", name="J’essaie").click()
    expect(mailbox.get_by_role("button", name="Recommencer")).to_be_visible()
    assert page.evaluate(KEPT) == [[], []]


def test_a_result_is_as_high_as_what_it_shows(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}trainers/reference.html")
    quiz = frame(page, "quiz-2")
    fits = """frame => {
      const shown = frame.contentDocument && frame.contentDocument.querySelector('.page');
      return shown && Math.abs(frame.clientHeight - shown.getBoundingClientRect().height) < 3;
    }"""
    place = page.locator('iframe[src="live/quiz-2.html"]').element_handle()
    page.wait_for_function(fits, arg=place)
    for box in quiz.get_by_role("checkbox").all():
        box.click()
    quiz.get_by_role("button", name="Vérifier").click()
    expect(quiz.get_by_role("status")).not_to_be_empty()
    page.wait_for_function(fits, arg=place)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(browse: Browse, http_site: str, width: int) -> None:
    page = browse(width, 800)
    page.goto(f"{http_site}en/trainers/reference.html")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    hash_of = "kind => location.hash = kind"
    for kind in discover():
        page.evaluate(hash_of, kind)
        expect(page.locator(f"h2#{kind}")).to_be_in_viewport()


@pytest.mark.parametrize("kind", discover())
def test_each_result_is_accessible_by_itself(
    page: Page, http_site: str, axe: Axe, kind: str
) -> None:
    page.goto(f"{http_site}en/trainers/live/{kind}.html")
    axe(page)
