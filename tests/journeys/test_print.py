"""On paper: a step, the whole module with its answers, or the cards; never the interface."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.chromium import Browse
from tests.support.learner import LEARNER_PAGES, LOCALES, MODULES, Learner

pytestmark = pytest.mark.browser

INTERFACE = (
    ".bar, .path, .footer, .skip, .list, .list-open, .top .rule, dialog, button, .btns, .told"
)
A4 = {"width": 703, "height": 1030}  # what the margins leave of it, in CSS pixels
# The page as it would come out of the printer, at the moment it is asked for.
CATCH = """window.print = () => {
  const module = document.querySelector('sc-module');
  window.printed = module && module.dataset.paper;
}"""


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    """Each language, one after the other."""
    return str(request.param)


@pytest.fixture
def learner(browse: Browse, http_site: str, locale: str) -> Learner:
    """A learner before a device with a printer, whose browser is caught before it prints."""
    page = browse(360, 740)
    page.add_init_script(CATCH)
    return Learner(page, http_site, locale)


def on_paper(page: Page) -> None:
    """Show a page as paper does, without the interface and not wider than a sheet."""
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(INTERFACE).locator("visible=true")).to_have_count(0)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= A4["width"]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def sheets(page: Page) -> int:
    """Return how many sheets of paper a page takes."""
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def steps(page: Page) -> list[str]:
    """Return the steps that paper shows."""
    found: list[str] = page.locator("section.step:visible").evaluate_all(
        "all => all.map((one) => one.id)"
    )
    return found


def press_in_list(learner: Learner, button: str) -> str:
    """Ask the list of steps for paper; return what of the module is printed."""
    learner.press(learner.page.locator(".list-open"))
    learner.press(button)
    printed: str = learner.page.evaluate("window.printed")
    return printed


def test_no_page_prints_the_interface(learner: Learner) -> None:
    for name in LEARNER_PAGES:
        learner.open(name)
        on_paper(learner.page)
        assert sheets(learner.page) >= 1
        learner.page.emulate_media(media="screen")


@pytest.mark.parametrize("module", MODULES)
def test_the_step_that_is_open_prints_whole_with_its_own_answers(
    learner: Learner, module: str
) -> None:
    learner.open(f"modules/{module}")
    page = learner.page
    places = learner.screens()
    second = next(place for place in places if place.endswith("/2"))
    step = second[1:].partition("/")[0]
    learner.open(f"modules/{module}", second)
    assert press_in_list(learner, "Imprimer cette étape") == "step"
    on_paper(page)
    assert steps(page) == [step]
    screens = page.locator(f"#{step} .screen")
    assert screens.count() > 1
    expect(screens.locator("visible=true")).to_have_count(screens.count())
    answers = page.locator("#sc-answers > div:visible")
    shown = answers.evaluate_all("all => all.map((one) => one.dataset.step)")
    asked = page.locator(f"#{step} sc-quiz").count()
    assert shown == [step] * asked
    assert 1 <= sheets(page) <= 5


@pytest.mark.parametrize("module", MODULES)
def test_the_whole_module_prints_with_words_and_answers_last(learner: Learner, module: str) -> None:
    page = learner.page
    learner.open(f"modules/{module}")
    learner.open(f"modules/{module}", learner.screens()[0])
    assert press_in_list(learner, "Imprimer tout le module") == "all"
    on_paper(page)
    assert steps(page) == page.locator("section.step").evaluate_all("all => all.map((s) => s.id)")
    for heading in ("Les mots", "Réponses", "À faire chez vous"):
        expect(learner.find("heading", heading)).to_be_visible()
    for part in (".screen", "#sc-answers section"):
        hidden = page.locator(part).filter(visible=False)
        expect(hidden).to_have_count(0)
    answers = page.locator("#sc-answers").bounding_box()
    last = page.locator("section.step").last.bounding_box()
    assert answers
    assert last
    assert answers["y"] >= last["y"] + last["height"]
    assert 4 <= sheets(page) <= 24


def test_answers_begin_a_sheet_of_their_own(learner: Learner) -> None:
    learner.open("modules/email-basics", "#discover")
    on_paper(learner.page)
    answers = learner.page.locator("#sc-answers")
    expect(answers).to_be_visible()
    expect(answers).to_have_css("break-before", "page")


def test_cards_print_alone(learner: Learner) -> None:
    page = learner.page
    learner.open("modules/email-basics", "#sc-end")
    learner.press("Imprimer « Je retiens »")
    assert page.evaluate("window.printed") == "card"
    on_paper(page)
    cards = page.locator("[data-card]")
    expect(cards.locator("visible=true")).to_have_count(cards.count())
    expect(page.locator("sc-quiz:visible, figure:visible, #sc-answers:visible")).to_have_count(0)
    assert sheets(page) <= 2


def test_after_printing_the_screen_is_what_it_was(learner: Learner) -> None:
    page = learner.page
    learner.open("modules/email-basics", "#write")
    before = page.locator("main").inner_text()
    assert press_in_list(learner, "Imprimer tout le module") == "all"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("main").inner_text() == before
    on_paper(page)
    assert steps(page) == ["write"]


def test_without_scripts_the_whole_module_prints(browse: Browse, http_site: str) -> None:
    page = browse(360, 740, java_script_enabled=False)
    page.goto(f"{http_site}modules/email-basics.html")
    on_paper(page)
    expect(page.get_by_role("heading", name="Réponses")).to_be_visible()
    assert len(steps(page)) >= 6
