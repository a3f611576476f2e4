"""« Entraînement » on the page: after the end, offered there, never in the way."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.chromium import Browse
from tests.support.course import project
from tests.support.learner import Learner
from tests.support.sites import build, serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the small module whose last step is « Entraînement »."""
    root = tmp_path_factory.mktemp("training")
    file = project(root) / "modules/practice/module.yml"
    text = file.read_text("utf-8")
    marked = re.sub(r"(  - id: together\n)", r"\1    training: true\n", text)
    assert marked != text
    file.write_text(marked, "utf-8")
    with serve(build(root / "site", root)) as address:
        yield address


def opened(browse: Browse, site: str, at: str) -> Learner:
    learner = Learner(browse(), site)
    learner.open("modules/practice", f"?device=shared#{at}")
    return learner


def to_the_end(learner: Learner) -> None:
    for _ in range(9):
        if learner.page.get_by_role("heading", name="C’est fait").is_visible():
            return
        learner.next()
    raise AssertionError("the end isn't reached")


def test_the_end_comes_before_more_practice_and_offers_it(browse: Browse, site: str) -> None:
    learner = opened(browse, site, "paper")
    expect(learner.page.get_by_role("button", name="Étape 3 sur 3")).to_be_visible()
    to_the_end(learner)
    expect(learner.page.get_by_text("1 étape de plus, si vous voulez.")).to_be_visible()
    learner.press(learner.find("link", "Je m’entraîne"))
    expect(learner.page.get_by_role("heading", name="Parler ensemble")).to_be_visible()
    expect(learner.page.get_by_role("button", name="Entraînement 1 sur 1")).to_be_visible()


def test_after_more_practice_comes_the_end_again(browse: Browse, site: str) -> None:
    learner = opened(browse, site, "together")
    to_the_end(learner)
    learner.back()
    expect(learner.page.get_by_role("heading", name="Parler ensemble")).to_be_visible()


def test_back_from_more_practice_leads_to_the_end(browse: Browse, site: str) -> None:
    learner = opened(browse, site, "together")
    learner.back()
    expect(learner.page.get_by_role("heading", name="C’est fait")).to_be_visible()


def test_the_list_of_steps_says_what_is_more_practice(browse: Browse, site: str) -> None:
    learner = opened(browse, site, "paper")
    learner.press(learner.page.get_by_role("button", name="Étape 3 sur 3"))
    steps = learner.page.get_by_role("dialog").get_by_role("listitem")
    expect(steps).to_have_count(4)
    expect(steps.last).to_contain_text("Entraînement, si vous voulez")
    expect(
        learner.page.get_by_role("dialog").get_by_text("Entraînement, si vous voulez")
    ).to_have_count(1)


def test_the_ruler_counts_the_modules_own_steps_alone(browse: Browse, site: str) -> None:
    learner = opened(browse, site, "paper")
    expect(learner.page.locator(".rule")).to_be_visible()
    learner.open("modules/practice", "#together")
    expect(learner.page.get_by_role("button", name="Entraînement 1 sur 1")).to_be_visible()
    expect(learner.page.locator(".rule")).to_be_hidden()


def test_my_steps_show_more_practice_apart_and_call_it_done_never_due(
    browse: Browse, site: str
) -> None:
    learner = opened(browse, site, "together")
    to_the_end(learner)
    learner.open("progress")
    learner.page.get_by_text("Voir les étapes").first.click()
    expect(learner.page.get_by_role("heading", name="Entraînement, si vous voulez")).to_be_visible()
    more = learner.page.get_by_role("listitem").filter(has_text="Parler ensemble")
    expect(more).to_contain_text("Fait")
    expect(learner.page.get_by_text("Pas encore commencé.")).to_be_visible()
    expect(learner.page.locator("[data-module] .rule li")).to_have_count(3)
