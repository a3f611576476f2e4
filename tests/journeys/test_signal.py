"""Cards to hold up: « J’ai besoin d’aide », « J’ai fini », under Aide on every page."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import Learner

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
@pytest.mark.parametrize("words", ["J’ai besoin d’aide", "J’ai fini"])
def test_a_card_fills_the_screen_and_leaves_no_trace(
    browse: Browse, file_site: str, axe: Axe, words: str, size: tuple[int, int]
) -> None:
    width, height = size
    learner = Learner(browse(width, height), file_site)
    learner.open("modules/email-basics", "#write")
    before = list(map(set, learner.kept()))  # when the device counts as left changes
    learner.press(learner.find("link", "Aide").first)
    learner.press(words)
    card = learner.dialog(words)
    expect(card).to_be_visible()
    assert card.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}
    title = card.get_by_role("heading").bounding_box()
    assert title
    assert title["height"] >= 0.08 * min(width, height)
    assert title["width"] <= width
    axe(learner.page)
    learner.key("Escape")
    expect(card).to_be_hidden()
    assert list(map(set, learner.kept())) == before
