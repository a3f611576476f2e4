"""Every exercise of the module on e-mail, in three ways, by hand and with the keyboard alone."""

from pathlib import Path

import pytest

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import Learner
from tests.support.mailbox import Person
from tests.support.nu import mistakes
from tests.support.practice import JOURNEYS, SCREEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WAYS = [(step, way) for step, ways in JOURNEYS.items() for way in ways]
# As many people do it: a finger on a phone, a mouse, a keyboard and nothing else.
HANDS = {
    "phone": {"width": 360, "height": 740, "has_touch": True},
    "keyboard": {"width": 1280, "height": 800},
}
# What one sees of an exercise: its stage, the tool's view, what lies over it, what is marked.
STATE = """() => {
  const sim = Array.from(document.querySelectorAll('.sim')).find((one) => one.offsetParent);
  const tool = sim.querySelector('.mb');
  const asked = sim.querySelector('dialog[open] h2');
  return [sim.dataset.stage, sim.dataset.stage === 'play' && tool.dataset.view, asked && `asked ${asked.textContent}`,
    sim.querySelector('.mb-looking') && 'looking', sim.querySelector('.mb-why') && 'marked'].filter(Boolean).join(' ');
}"""


def opened(browse: Browse, site: str, step: str, hand: str, locale: str) -> Person:
    """Open an exercise for somebody."""
    learner = Learner(browse(reduced_motion="reduce", **HANDS[hand]), site, locale)
    learner.touch = hand == "phone"
    learner.open("modules/email-basics", f"?device=shared{SCREEN.get(step, f'#{step}')}")
    return Person(learner, keys=hand == "keyboard")


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize(("step", "way"), WAYS)
def test_each_exercise_is_solved_in_three_ways(
    browse: Browse, http_site: str, step: str, way: str, hand: str, locale: str
) -> None:
    JOURNEYS[step][way](opened(browse, http_site, step, hand, locale))


def judged(person: Person, axe: Axe, pages: Path) -> set[str]:
    """Have each state judged when it shows first, light and dark; keep the page as it stands in a folder."""
    page, seen = person.learner.page, set[str]()

    def judge(_: str) -> None:
        state = page.evaluate(STATE)
        if state in seen:
            return
        seen.add(state)
        axe(page, skip=("target-size",))  # a bar may cover what lies under it
        page.emulate_media(color_scheme="dark")
        axe(page, colours=True)
        page.emulate_media(color_scheme="light")
        (pages / f"{len(seen)}.html").write_text(page.content(), "utf-8")

    person.after = judge
    return seen


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("step", JOURNEYS)
def test_no_state_of_an_exercise_breaks_a_rule_of_access_or_of_html(
    browse: Browse, http_site: str, axe: Axe, tmp_path: Path, step: str, hand: str
) -> None:
    person = opened(browse, http_site, step, hand, "fr")
    person.keys = False
    seen = judged(person, axe, tmp_path)
    JOURNEYS[step]["mistake"](person)
    wanted = {"intro", "play list", "play read", "end"}
    if step != "sort-mail":
        wanted |= (
            {"play read asked"} if step == "spot-false" else {"play write", "play write asked"}
        )
    assert not [state for state in wanted if not any(one.startswith(state) for one in seen)]
    assert mistakes(tmp_path) == ""
