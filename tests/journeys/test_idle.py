"""A shared device that was left: covered, then given back, or erased."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_progress import OPENED, QUESTION, own
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

COVER = "Vous êtes toujours là ?"
START = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
# Notes whether the work could be seen at the moment a page has been read, and since.
WATCH = """document.addEventListener('readystatechange', () => {
  const main = document.querySelector('main');
  const seen = () => getComputedStyle(main).visibility === 'visible';
  window.seen = window.seen || seen();
  new MutationObserver(() => { window.seen = window.seen || seen(); })
    .observe(document.documentElement, { attributes: true });
});"""


@pytest.fixture
def left(page: Page, small_site: str) -> Learner:
    """A learner with a tick; the clock is the test's."""
    page.clock.install(time=START)
    learner = Learner(page, small_site)
    learner.open("modules/practice", "#read")
    learner.choose(OPENED)
    return learner


def after(learner: Learner, minutes: float) -> None:
    """Let time pass with nobody there: timers that are due run once, as after a sleep."""
    learner.page.clock.fast_forward(int(minutes * 60_000))


def covered(learner: Learner) -> None:
    expect(learner.dialog(COVER)).to_be_visible()
    assert not seen(learner.page)


def seen(page: Page) -> bool:
    """Tell whether the work shows beside or behind the cover."""
    shown: bool = page.evaluate(
        "getComputedStyle(document.querySelector('main')).visibility === 'visible'"
    )
    return shown


def erased(learner: Learner) -> None:
    expect(learner.page).to_have_url(re.compile(r"/index\.html$"))
    expect(learner.find("link", "Commencer")).to_be_visible()
    learner.open("modules/practice", "#read")
    expect(learner.box(OPENED)).not_to_be_checked()


def test_work_is_covered_after_ten_minutes_and_no_sooner(left: Learner) -> None:
    after(left, 9.8)
    expect(left.dialog(COVER)).to_be_hidden()
    expect(left.box(OPENED)).to_be_checked()
    after(left, 0.3)
    covered(left)


def test_who_continues_finds_the_work_as_it_was(left: Learner) -> None:
    after(left, 11)
    covered(left)
    left.press("Je continue mon travail")
    expect(left.dialog(COVER)).to_be_hidden()
    expect(left.box(OPENED)).to_be_checked()
    for _ in range(3):  # as often as one likes
        after(left, 11)
        covered(left)
        left.press("Je continue mon travail")
    expect(left.box(OPENED)).to_be_checked()


def test_another_person_finds_nothing(left: Learner) -> None:
    after(left, 11)
    left.press("Je suis une autre personne")
    erased(left)


def test_ten_more_minutes_erase(left: Learner) -> None:
    after(left, 10.1)
    covered(left)
    after(left, 9.8)
    covered(left)
    after(left, 0.3)
    erased(left)


def test_a_long_sleep_erases_at_once(left: Learner) -> None:
    after(left, 600)
    erased(left)


def test_a_press_starts_the_time_anew(left: Learner) -> None:
    after(left, 9)
    left.page.mouse.move(100, 300)
    left.page.mouse.wheel(0, 10)
    after(left, 9)
    expect(left.dialog(COVER)).to_be_hidden()
    left.page.keyboard.press("Tab")
    after(left, 9)
    expect(left.dialog(COVER)).to_be_hidden()
    after(left, 1.2)
    covered(left)


def test_a_device_that_becomes_shared_again_is_not_one_that_was_left(left: Learner) -> None:
    own(left)
    after(left, 25)
    left.press("Réglages")
    left.press("À qui est cet appareil ?")
    left.press(left.dialog(QUESTION).get_by_role("button", name="À plusieurs"))
    left.page.mouse.move(100, 300)
    after(left, 9)
    expect(left.dialog(COVER)).to_be_hidden()
    left.open("modules/practice", "#read")
    expect(left.box(OPENED)).to_be_checked()
    after(left, 1.5)
    covered(left)


def test_a_tab_that_slept_asks_the_others_before_it_erases(left: Learner) -> None:
    other = left.another()
    other.open("modules/practice", "#read")
    expect(other.box(OPENED)).to_be_checked()
    past = "(key) => { sessionStorage[key] = String(Date.now() - 3600000); location.reload(); }"
    [due] = [key for key in left.kept()[0] if key.endswith(":due")]
    left.page.evaluate(past, due)
    left.ready()
    left.page.wait_for_timeout(1500)  # longer than it waits for an answer
    expect(left.box(OPENED)).to_be_checked()
    expect(other.box(OPENED)).to_be_checked()
    other.page.close()
    left.page.evaluate(past, due)  # and now there is nobody to answer
    erased(left)


def test_who_continues_has_the_focus_where_it_was(left: Learner) -> None:
    left.box(OPENED).focus()
    after(left, 11)
    covered(left)
    left.page.keyboard.press("Escape")
    left.page.keyboard.press("Escape")
    covered(left)
    left.press("Je continue mon travail")
    expect(left.box(OPENED)).to_be_focused()


def test_the_cover_cannot_be_put_away_otherwise(left: Learner) -> None:
    after(left, 11)
    left.page.keyboard.press("Escape")
    left.page.keyboard.press("Escape")
    left.page.mouse.click(5, 5)
    covered(left)
    left.page.reload()
    covered(left)


@pytest.mark.parametrize("screen", ["#paper", "#together"])
def test_on_paper_and_in_a_group_thirty_minutes_may_pass(left: Learner, screen: str) -> None:
    left.open("modules/practice", screen)
    left.page.keyboard.press("Shift")
    after(left, 29)
    expect(left.dialog(COVER)).to_be_hidden()
    after(left, 1.2)
    covered(left)
    left.press("Je continue mon travail")
    after(left, 29)
    expect(left.dialog(COVER)).to_be_hidden()


def test_nothing_shows_before_the_cover_on_load(left: Learner) -> None:
    left.page.add_init_script(WATCH)
    left.page.reload()
    left.ready()
    assert left.page.evaluate("window.seen")  # the watch sees what there is to see
    left.page.clock.set_system_time(START + dt.timedelta(minutes=12))
    left.page.reload()
    left.ready()
    covered(left)
    assert not left.page.evaluate("window.seen")
    left.page.clock.set_system_time(START + dt.timedelta(minutes=25))
    left.page.reload()
    erased(left)


def test_nothing_shows_before_the_cover_when_a_tab_comes_back(left: Learner) -> None:
    show = """state => Object.defineProperty(
        document, 'visibilityState', { value: state, configurable: true })"""
    left.page.evaluate(show, "hidden")
    left.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert not seen(left.page)  # what the system keeps as the last picture
    left.page.clock.set_system_time(START + dt.timedelta(minutes=12))
    left.page.evaluate(show, "visible")
    left.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    covered(left)


def test_a_device_of_ones_own_is_never_covered(left: Learner) -> None:
    own(left)
    after(left, 60)
    left.page.reload()
    left.open("modules/practice", "#read")
    expect(left.dialog(COVER)).to_be_hidden()
    expect(left.box(OPENED)).to_be_checked()


def test_a_hand_in_one_tab_is_there_for_the_other(left: Learner) -> None:
    other = left.another()
    other.open("modules/practice", "#read")
    expect(other.box(OPENED)).to_be_checked()
    after(left, 9)
    other.page.mouse.move(50, 300)
    other.page.mouse.wheel(0, 10)
    after(left, 5)
    expect(left.dialog(COVER)).to_be_hidden()
    after(left, 6)
    covered(left)
    covered(other)
    other.press("Je continue mon travail")
    expect(left.dialog(COVER)).to_be_hidden()
    after(left, 11)
    covered(other)
    other.press("Je suis une autre personne")
    erased(other)
    erased(left)
