"""Help, settings and the question whose device it is come when they are asked for, or say why not."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from tests.journeys.test_idle import COVER
from tests.journeys.test_leave import DOOR
from tests.journeys.test_progress import OPENED, QUESTION, finish_first_step
from tests.support.chromium import Heard
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

LATE = re.compile(r"/assets/(dialogs|listen)\.")


@pytest.fixture
def offline(learner: Learner, heard: Heard) -> Iterator[Page]:
    """The page of a learner whose network broke after it had come."""
    learner.page.context.route(LATE, lambda route: route.abort())
    yield learner.page
    heard.clear()  # the browser names what it couldn't fetch


@contextmanager
def held(page: Page) -> Iterator[None]:
    """Hold back what is asked for until the block ends."""
    asked: list[Route] = []
    page.context.route(LATE, lambda route: asked.append(route))  # noqa: PLW0108
    yield
    for route in asked:
        route.continue_()
    page.context.unroute(LATE)


def test_a_dialog_opens_styled_when_its_script_comes_late(learner: Learner) -> None:
    with held(learner.page):
        learner.press("Réglages")
        expect(learner.dialog("Réglages")).to_be_hidden()
    expect(learner.dialog("Réglages")).to_be_visible()
    expect(learner.page.locator(".choice").first).to_have_css("position", "relative")
    learner.choose("Sombres")
    expect(learner.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_settings_show_what_holds(learner: Learner) -> None:
    page = learner.page
    learner.press("Réglages")
    for usual, other in (("Normale", "Grande"), ("Comme l’appareil", "Sombres")):
        expect(learner.box(usual)).to_be_checked()
        learner.choose(other)
        expect(learner.box(usual)).not_to_be_checked()
    expect(page.locator("html[data-size=large][data-theme=dark]")).to_have_count(1)
    learner.choose("Normale")
    learner.choose("Comme l’appareil")
    expect(page.locator("html[data-size], html[data-theme]")).to_have_count(0)


def test_what_comes_late_opens_over_nothing_else(learner: Learner) -> None:
    with held(learner.page):
        learner.press("Réglages")
        learner.press(DOOR)
    leaving = learner.dialog("Vous partez ?")
    learner.page.locator("#sc-settings").wait_for(state="attached")
    expect(leaving).to_be_visible()
    learner.press("Non, je continue")
    expect(learner.dialog("Réglages")).to_be_hidden()
    learner.press("Réglages")
    expect(learner.dialog("Réglages")).to_be_visible()


def test_what_comes_late_opens_over_no_other_screen(learner: Learner) -> None:
    with held(learner.page):
        learner.press("Réglages")
        learner.next()
    learner.page.locator("#sc-settings").wait_for(state="attached")
    expect(learner.dialog("Réglages")).to_be_hidden()
    assert learner.where == "#read/2"


def test_help_is_a_page_where_its_dialog_cannot_be_had(learner: Learner, offline: Page) -> None:
    learner.press(learner.find("link", "Aide"))
    expect(offline).to_have_url(f"{learner.site}help.html")


@pytest.mark.parametrize("tool", ["Réglages", "Écouter"])
def test_a_tool_that_cannot_be_had_says_so_and_comes_when_it_can(
    learner: Learner, offline: Page, tool: str
) -> None:
    said: list[str] = []

    def hear(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    offline.on("dialog", hear)
    with offline.expect_event("dialog"):
        learner.press(tool)
    assert "demandez au formateur" in said[0]
    offline.context.unroute(LATE)
    learner.press(tool)
    expect(learner.button("Fermer")).to_be_visible()
    assert len(said) == 1


def test_a_visit_ends_whatever_cannot_be_had(learner: Learner, offline: Page) -> None:
    learner.choose(OPENED)
    learner.leave()
    learner.open("modules/practice", "#read")
    expect(learner.box(OPENED)).not_to_be_checked()
    assert offline.url.endswith("#read")


def test_work_that_was_left_is_covered_whatever_cannot_be_had(
    learner: Learner, offline: Page
) -> None:
    offline.clock.install()
    offline.reload()  # its timers are the clock's from now on
    learner.choose(OPENED)
    offline.clock.fast_forward("10:10")
    expect(learner.dialog(COVER)).to_be_visible()
    learner.press("Je continue mon travail")
    expect(learner.box(OPENED)).to_be_checked()


def test_a_step_ends_without_the_question_where_it_cannot_be_had(
    learner: Learner, offline: Page
) -> None:
    with offline.expect_event("requestfailed"):
        finish_first_step(learner)
    expect(learner.dialog(QUESTION)).to_be_hidden()
    expect(offline.locator("html")).to_have_attribute("data-device", "shared")
    offline.context.unroute(LATE)
    learner.back()
    learner.next()
    expect(learner.dialog(QUESTION)).to_be_visible()
