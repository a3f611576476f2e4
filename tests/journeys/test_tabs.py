"""Two tabs of one browser: what is done or erased in one shows in the other."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_progress import FOUND, OPENED, own
from tests.support.learner import Learner

pytestmark = pytest.mark.browser


@pytest.fixture(params=["shared", "own"])
def tabs(request: pytest.FixtureRequest, learner: Learner) -> tuple[Learner, Learner]:
    """Two tabs at the first screen, on a shared device and on one's own."""
    if request.param == "own":
        own(learner)
        learner.open("modules/practice", "#read")
    learner.choose(OPENED)
    other = learner.another()
    other.open("modules/practice", "#read")
    return learner, other


def test_a_new_tab_shows_what_the_others_know(tabs: tuple[Learner, Learner]) -> None:
    expect(tabs[1].box(OPENED)).to_be_checked()


def test_a_tick_shows_in_the_other_tab_and_so_does_taking_it_back(
    tabs: tuple[Learner, Learner],
) -> None:
    one, other = tabs
    other.choose(FOUND)
    expect(one.box(FOUND)).to_be_checked()
    one.choose(OPENED)
    expect(other.box(OPENED)).not_to_be_checked()


def test_an_answer_and_its_explanation_show_in_the_other_tab(tabs: tuple[Learner, Learner]) -> None:
    one, other = tabs
    for tab in tabs:
        tab.open("modules/practice", "#read/2")
    one.choose("Paul écrit.")
    expect(other.status).to_contain_text("Paul lit le message.")
    other.press("Essayer encore")
    other.choose("Ana écrit.")
    expect(one.status).to_contain_text("Ana signe le message.")


def test_erasing_empties_every_tab(tabs: tuple[Learner, Learner]) -> None:
    one, other = tabs
    expect(other.box(OPENED)).to_be_checked()
    one.open("progress")
    one.press("Effacer mon travail")
    one.press("Oui, tout effacer")
    expect(other.box(OPENED)).not_to_be_checked()
    other.page.reload()
    expect(other.box(OPENED)).not_to_be_checked()


def test_a_setting_holds_in_the_next_page_of_every_tab(tabs: tuple[Learner, Learner]) -> None:
    one, other = tabs
    one.press("Réglages")
    one.choose("Très grande")
    expect(other.page.locator("html")).to_have_attribute("data-size", "largest")
    one.choose("Sombres")
    expect(other.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_ending_a_shared_visit_ends_it_in_every_tab(learner: Learner) -> None:
    learner.choose(OPENED)
    other = learner.another()
    other.open("modules/practice", "#read")
    expect(other.box(OPENED)).to_be_checked()
    learner.leave()
    expect(other.page).to_have_url(re.compile(r"/index\.html$"))
    other.open("modules/practice", "#read")
    expect(other.box(OPENED)).not_to_be_checked()


def test_the_choice_of_device_holds_in_every_tab(learner: Learner) -> None:
    other = learner.another()
    other.open("modules/practice", "#read")
    own(learner)
    expect(other.page.locator("html")).to_have_attribute("data-device", "own")
    other.open("progress")
    expect(other.page.get_by_role("radio", name="À moi")).to_be_checked()
    other.choose("À plusieurs personnes")
    expect(learner.page.locator("html")).to_have_attribute("data-device", "shared")
    assert learner.kept()[1] == {}
