"""On paper: a module's sheet, a step, the whole with its answers, the cards; no interface."""

import io
import re

import pytest
import zxingcpp
from playwright.sync_api import Page, Route, expect
from pypdfium2 import PdfDocument

from tests.support.chromium import Browse, Heard
from tests.support.learner import LEARNER_PAGES, LOCALES, MODULES, Learner, path

pytestmark = pytest.mark.browser

INTERFACE = (
    ".bar, .path, .footer, .skip, .list, .list-open, .top .rule, dialog, button, .btns, .told"
)
A4 = {"width": 703, "height": 1030}  # what the margins leave of it, in CSS pixels
# The page as it would come out of the printer, at the moment it is asked for.
CATCH = """window.print = () => {
  const module = document.querySelector('sc-module');
  window.printed = module && module.dataset.paper;
  document.documentElement.dataset.printed = window.printed;
}"""
BASE = "https://example.org/smartcorner/"
TWICE = """() => [...document.querySelectorAll('[id]')].map((one) => one.id)
  .filter((id, n, all) => all.indexOf(id) !== n)"""


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


def set_up(page: Page, base: str) -> None:
    """Give the site the address that an operator has set."""

    def answer(route: Route) -> None:
        text = f'window.smartcornerCorner = {{ baseAddress: "{base}" }};'
        route.fulfill(body=text, content_type="text/javascript; charset=utf-8")

    page.context.route(re.compile(r"/corner\.js$"), answer)


def print_sheet(learner: Learner) -> Page:
    """Ask the list of steps for the sheet; return the page when it is printed."""
    learner.press(learner.page.locator(".list-open"))
    learner.press("Imprimer ma fiche")
    return printed(learner.page)


def printed(page: Page) -> Page:
    """Wait until the sheet is printed; return the page as paper shows it."""
    expect(page.locator("html")).to_have_attribute("data-printed", "sheet")
    on_paper(page)
    return page


def codes(page: Page) -> list[str]:
    """Return what a telephone reads on each side that is printed."""
    with PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        sides = [side.render(scale=2).to_pil().convert("L") for side in document]
    return [code.text for side in sides for code in zxingcpp.read_barcodes(side)]


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
    assert 4 <= sheets(page) <= 30  # a module of 14 steps, its exercises on paper included


def test_answers_begin_a_sheet_of_their_own(learner: Learner) -> None:
    learner.open("modules/email-basics", "#discover")
    assert press_in_list(learner, "Imprimer cette étape") == "step"
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
    print_sheet(learner)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.locator("main").inner_text() == before
    assert page.evaluate(TWICE) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_prints_its_sheet_on_two_sides(learner: Learner, module: str) -> None:
    page = learner.page
    set_up(page, BASE)
    learner.open(f"modules/{module}")
    learner.open(f"modules/{module}", learner.screens()[0])
    page = print_sheet(learner)
    assert sheets(page) == 2
    sheet = page.locator("sc-module > .ho")
    assert page.locator("sc-module > .page").is_hidden()
    for heading in ("Ma fiche", "À faire sur papier", "À faire chez vous", "Mes notes"):
        expect(sheet.get_by_text(learner.say(heading), exact=True)).to_be_visible()
    kept = page.locator("[data-card] li, .aims li, .words dd, sc-checklist[data-keep] .row span")
    texts = kept.locator("xpath=self::*[not(ancestor::*[@class='ho'])]").all_text_contents()
    said = sheet.inner_text()
    assert len(texts) > 20
    assert [text for text in texts if text.strip() not in said] == []
    assert codes(page) == [f"{BASE}{path(f'modules/{module}', learner.locale)}"]


def test_a_sheet_has_empty_boxes_and_drawings_in_lines(learner: Learner) -> None:
    page = learner.page
    learner.open("modules/video-call-etiquette", "#image")
    boxes = page.locator("sc-checklist[data-keep] input")
    boxes.evaluate_all("all => all.forEach((box) => box.click())")
    print_sheet(learner)
    drawn = page.locator(".ho .row > input")
    assert drawn.count() == boxes.count()
    assert not drawn.evaluate_all("all => all.some((box) => box.checked)")
    pictures = page.locator(".ho img")
    sources = pictures.evaluate_all("all => all.map((one) => one.src)")
    assert all(source.endswith("-line.svg") for source in sources)
    assert pictures.evaluate_all("all => all.every((one) => one.naturalWidth > 0)")


def test_the_keys_that_print_print_the_sheet(learner: Learner) -> None:
    learner.open("modules/email-basics", "#write/2")
    learner.page.keyboard.press("Control+p")
    assert sheets(printed(learner.page)) == 2


def test_help_prints_the_sheet(learner: Learner) -> None:
    learner.open("modules/email-basics", "#write/2")
    learner.press(learner.find("link", "Aide"))
    learner.press("Imprimer cette page")
    assert sheets(printed(learner.page)) == 2


@pytest.mark.parametrize("module", MODULES)
def test_a_browsers_own_menu_prints_what_the_sheet_is_made_of(
    learner: Learner, module: str
) -> None:
    page = learner.page
    learner.open(f"modules/{module}")
    learner.open(f"modules/{module}", learner.screens()[3])
    on_paper(page)
    for part in ("[data-card]", "[data-keep]", ".aims", ".glossary", ".paper-only"):
        expect(page.locator(part).filter(visible=False)).to_have_count(0)
    expect(page.locator("sc-quiz:visible, .solutions:visible")).to_have_count(0)
    assert sheets(page) <= 2


def test_a_sheet_comes_when_it_is_asked_for(learner: Learner) -> None:
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(request.url))
    learner.open("modules/email-basics", "#write")
    assert not [url for url in asked if "/assets/paper" in url or "qrcode" in url]
    print_sheet(learner)
    assert not [url for url in asked if "qrcode" in url]  # there is no address to show
    assert codes(learner.page) == []
    expect(learner.page.locator(".ho [data-address]")).to_have_count(0)


def test_what_cannot_be_fetched_prints_without_it(learner: Learner, heard: Heard) -> None:
    page = learner.page
    page.context.route(re.compile("/assets/paper"), lambda route: route.abort())
    learner.open("modules/email-basics", "#write")
    print_sheet(learner)
    assert sheets(page) <= 2
    expect(page.locator("[data-card]").first).to_be_visible()
    assert all("ERR_FAILED" in said for said in heard)
    heard.clear()


@pytest.mark.parametrize("base", ["http://192.168.1.20:8000/", "http://localhost:8000/"])
def test_an_address_of_a_room_says_so_and_one_of_this_device_is_none(
    learner: Learner, base: str
) -> None:
    set_up(learner.page, base)
    learner.open("modules/email-basics", "#write")
    page = print_sheet(learner)
    here = "localhost" not in base
    said = learner.say("Au SmartCorner, continuez ici avec votre téléphone :")
    expect(page.get_by_text(said)).to_have_count(int(here))
    address = f"{base}{path('modules/email-basics', learner.locale)}"
    assert codes(page) == ([address] if here else [])


def test_a_sheet_prints_from_a_stick(browse: Browse, file_site: str) -> None:
    page = browse(360, 740)
    page.add_init_script(CATCH)
    learner = Learner(page, file_site)
    learner.open("modules/email-basics", "#write")
    assert sheets(print_sheet(learner)) == 2


def test_without_scripts_the_whole_module_prints(browse: Browse, http_site: str) -> None:
    page = browse(360, 740, java_script_enabled=False)
    page.goto(f"{http_site}modules/email-basics.html")
    on_paper(page)
    expect(page.get_by_role("heading", name="Réponses")).to_be_visible()
    assert len(steps(page)) >= 6
