"""axe-core finds nothing: every page, every screen and dialog, both languages, light and dark."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import GUIDES, LOCALES, MODULES, PAGES, Learner

pytestmark = pytest.mark.browser

# What is done before a dialog is there, by the dialog's title.
DIALOGS = {
    "Besoin d’aide ?": "Aide",
    "Réglages": "Réglages",
    "Vous partez ?": "Terminer ma visite",
}


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    """Each language, one after the other."""
    return str(request.param)


@pytest.fixture
def learner(browse: Browse, http_site: str, locale: str) -> Learner:
    """A learner at a tablet."""
    return Learner(browse(800, 1280), http_site, locale)


def both(page: Page) -> Iterator[str]:
    """Show a page light, then dark."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("getComputedStyle(document.body).color") == (
            "rgb(31, 36, 48)" if scheme == "light" else "rgb(247, 240, 226)"
        )
        yield scheme


def test_pages(learner: Learner, axe: Axe) -> None:
    for name in PAGES:
        learner.open(name)
        look(learner.page, axe)


@pytest.mark.parametrize("module", MODULES)
def test_modules_with_each_screen_and_each_answer(learner: Learner, axe: Axe, module: str) -> None:
    page = learner.page
    learner.open(f"modules/{module}")
    for place in ["", *learner.screens(), "#sc-end", "#sc-words"]:
        if place:
            learner.open(f"modules/{module}", place)
        look(page, axe)
        if page.locator("sc-quiz:visible").count():
            answer(learner)
            look(page, axe)


def look(page: Page, axe: Axe) -> None:
    """Check a screen: all rules once, those of colours light and dark."""
    for scheme in both(page):
        axe(page, colours=scheme == "dark")


def answer(learner: Learner) -> None:
    """Answer the question that shows, wrongly where that is possible, and look at the answer."""
    page = learner.page
    row = page.locator("sc-quiz label.row:visible")
    if row.count():
        learner.press(row.last)
    for choice in page.locator("sc-quiz select:visible").all():
        choice.select_option(index=1)
    check = learner.button("Vérifier")
    if check.count():
        learner.press(check)
    show = learner.button("Montrez-moi")
    if show.count():
        learner.press(show)
    expect(learner.status).not_to_be_empty()


@pytest.mark.parametrize("name", ["index", "modules/email-basics"])
def test_dialogs_of_every_page(learner: Learner, axe: Axe, name: str) -> None:
    learner.open(name, "#write" if "modules" in name else "")
    for title, tool in DIALOGS.items():
        opener = learner.page.locator(".tool", has_text=learner.say(tool))
        learner.press(opener)
        expect(learner.dialog(title)).to_be_visible()
        look(learner.page, axe)
        learner.wait()
        learner.page.keyboard.press("Escape")
        expect(learner.dialog(title)).to_be_hidden()
        expect(opener).to_be_focused()


def test_dialogs_that_come_now_and_then(learner: Learner, axe: Axe) -> None:
    page = learner.page
    learner.open("modules/email-basics", "#write")
    learner.press(page.locator(".list-open"))
    expect(learner.dialog("Les étapes")).to_be_visible()
    look(page, axe)
    page.keyboard.press("Escape")
    # To the end of the step: whose device is this?
    question = learner.dialog("À qui est cet appareil ?")
    while learner.where.startswith("#write"):
        learner.next()
    expect(question).to_be_visible()
    look(page, axe)
    learner.press(learner.find("button", "Je ne sais pas", question))
    learner.open("progress")
    learner.press("Effacer mon travail")
    expect(learner.dialog("Effacer tout votre travail ?")).to_be_visible()
    look(page, axe)


def test_the_cover_over_work_that_was_left(learner: Learner, axe: Axe) -> None:
    page = learner.page
    page.clock.install()
    learner.open("modules/email-basics", "#discover")
    page.clock.fast_forward("10:10")
    expect(learner.dialog("Vous êtes toujours là ?")).to_be_visible()
    page.clock.resume()  # axe measures time
    look(page, axe)


def test_the_notice_about_corner_js(learner: Learner, axe: Axe) -> None:
    page = learner.page
    page.context.route(
        re.compile(r"/corner\.js$"),
        lambda route: route.fulfill(
            body="window.smartcornerCorner = {device: 1, x: 1, message: 'Salle 2'};",
            content_type="text/javascript",
        ),
    )
    learner.open("index")
    expect(page.get_by_role("alert")).to_be_visible()
    look(page, axe)


def test_guides(browse: Browse, http_site: str, axe: Axe, locale: str) -> None:
    for width in (360, 1280):
        guide = Learner(browse(width, 800), http_site, locale)
        for name in GUIDES:
            guide.open(name)
            axe(guide.page, enhanced=False)
