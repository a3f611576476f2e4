"""Photograph the real pages: the README's pictures and those of the guides, in each language.

`make pictures` builds the site and writes them all anew. A guide names its picture
`pictures/<name>.png`, beside itself: a French page has French pictures, an English one
English ones. A new picture is a function here; tests/test_pictures.py holds the rest.
"""

import re
import sys
from collections.abc import Callable, Collection
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Route, expect, sync_playwright

from smartcorner.page import localized
from tests.support.chromium import ROOT, launch
from tests.support.learner import LOCALES, Learner, path
from tests.support.sites import serve
from tests.support.tv_screen import READY, STATE

SITE = ROOT / "site"
MODULE = "modules/email-basics"
COLOURS = 48
# In a picture that shows the same, so many dots at most differ by more than so many greys.
ROUNDED, PALE = 20, 64
# What a picture waits for: letters, drawings.
LOADED = """() => Promise.all([document.fonts.ready, ...Array.from(document.images)
  .filter((one) => one.getClientRects().length && one.loading !== 'lazy')
  .map((one) => one.decode().catch(() => null))]).then(() => true)"""
TABLET, TV, PHONE = (960, 600), (960, 540), (360, 640)

# Brings a page to what is shown; returns a part of it when that is all.
Show = Callable[[Learner], Locator | None]
PICTURES: dict[str, tuple[Show, tuple[int, int]]] = {}


def picture(size: tuple[int, int]) -> Callable[[Show], Show]:
    """Make a function show what stands in the picture of its name."""

    def note(show: Show) -> Show:
        PICTURES[show.__name__.replace("_", "-")] = show, size
        return show

    return note


def preset(learner: Learner, file: str) -> None:
    """Let the site have another corner.js."""

    def answer(route: Route) -> None:
        text = f"window.smartcornerCorner = {{ {file} }};"
        route.fulfill(body=text, content_type="text/javascript; charset=utf-8")

    learner.page.context.route(re.compile(r"/corner\.js$"), answer)


# ---- give a module ----


@picture(TABLET)
def step(learner: Learner) -> None:
    """Open a step: the tools above, Retour and Suivant below."""
    learner.open(MODULE, "#three-parts")


@picture(PHONE)
def card(learner: Learner) -> None:
    """Hold up the card that asks for help."""
    learner.open(MODULE, "#write")
    learner.press(learner.find("link", "Aide").first)
    learner.press("J’ai besoin d’aide")
    expect(learner.dialog("J’ai besoin d’aide")).to_be_visible()


# ---- the lesson ----


@picture(TV)
def lessons(learner: Learner) -> None:
    """Open the door to the lessons."""
    learner.page.goto(f"{learner.site}{path('lessons', learner.locale)}")
    expect(learner.page.locator(".tile:focus")).to_be_visible()


def lesson(learner: Learner, screen: str) -> None:
    """Open a screen of the lesson, found by its id."""
    page = learner.page
    page.goto(f"{learner.site}{path(MODULE, learner.locale)}?view=lesson&quiet")
    page.wait_for_function(READY)
    ids = [each["id"] for each in page.evaluate(STATE)["screens"]]
    for _ in range(ids.index(screen)):
        page.keyboard.press("ArrowRight")


@picture(TV)
def lesson_screen(learner: Learner) -> None:
    """Show a screen of a step, with its picture."""
    lesson(learner, "three-parts/2")


@picture(TV)
def lesson_hands(learner: Learner) -> None:
    """Count hands on two answers of a question."""
    lesson(learner, "review/2")
    rows = learner.page.locator(".tv-main [data-key]")
    for at, hands in enumerate((2, 4)):
        rows.nth(at).focus()
        learner.page.keyboard.press("Enter")
        for _ in range(hands):
            learner.page.keyboard.press("ArrowUp")
        learner.page.keyboard.press("Enter")


@picture(TV)
def lesson_turn(learner: Learner) -> None:
    """Show « À vous »."""
    lesson(learner, "@7")


@picture(TV)
def lesson_menu(learner: Learner) -> None:
    """Open the lesson's menu."""
    lesson(learner, "three-parts/2")
    learner.page.keyboard.press("Escape")


@picture(TV)
def lesson_join(learner: Learner) -> None:
    """Show the code that leads to this step."""
    preset(learner, "baseAddress: 'https://example.org/smartcorner/'")
    lesson(learner, "three-parts/2")
    learner.page.keyboard.press("Escape")
    learner.find("button", "Rejoindre").click()
    expect(learner.page.locator(".tv-join svg, .tv-join img").first).to_be_visible()


# ---- write ----


@picture((1280, 800))
def reference(learner: Learner) -> Locator:
    """Show a block of the reference: what one writes beside what comes of it."""
    learner.open("trainers/reference", "#checklist")
    frame = learner.page.frame_locator("iframe[src*=checklist]")
    frame.locator("input").first.check()
    return learner.page.locator("h2#checklist ~ .ref-pair").first


@picture((960, 720))
def exercise(learner: Learner) -> None:
    """Open an exercise of the mailbox, with its goal and the message."""
    learner.open(MODULE, "?device=shared#answer-mail")
    expect(learner.page.locator(".sim:visible")).to_be_visible()
    learner.press("J’essaie")
    learner.page.evaluate("scrollTo(0, 0)")


@picture(TABLET)
def notes(learner: Learner) -> None:
    """Show the notes of a step, as the trainer reads them."""
    learner.open("trainers/modules/email-basics", "#three-parts")


# ---- run a corner ----


@picture(TABLET)
def message(learner: Learner) -> None:
    """Show the home page with the message of the room."""
    said = {
        "fr": "Salle 2. Atelier CV jeudi à 14 h.",
        "en": "Room 2. CV workshop on Thursday at 2.",
    }
    preset(learner, f"message: '{said[learner.locale]}'")
    learner.open("index")


@picture(PHONE)
def trouble(learner: Learner) -> None:
    """Show what a page says of a wrong line in corner.js."""
    preset(learner, "device: 'share', idleMinutes: 10")
    learner.open("index")
    expect(learner.page.get_by_role("alert")).to_be_visible()


@picture(PHONE)
def device(learner: Learner) -> None:
    """Ask whose device it is."""
    learner.open(MODULE, "#discover")
    last = [place for place in learner.screens() if place.startswith("#discover")][-1]
    learner.open(MODULE, last)
    learner.press("Suivant")
    expect(learner.dialog("À qui est cet appareil ?")).to_be_visible()


@picture(PHONE)
def left(learner: Learner) -> None:
    """Cover work that was left."""
    learner.page.clock.install()
    learner.open(MODULE, "#discover")
    learner.page.clock.fast_forward("10:10")
    expect(learner.dialog("Vous êtes toujours là ?")).to_be_visible()


@picture((360, 150))
def alone(learner: Learner) -> None:
    """Open a page that lost its neighbours."""
    learner.page.route(re.compile(r"/(assets|kinds)/|corner\.js"), lambda route: route.abort())
    learner.page.goto(f"{learner.site}{path('index', learner.locale)}")


# ---- the README ----


def home(learner: Learner) -> None:
    """Open the first page."""
    learner.open("index")


def question(learner: Learner) -> None:
    """Open a question and answer it wrong once: the page explains."""
    learner.open(MODULE, "#discover/3")
    learner.page.get_by_role("radio").first.click()
    learner.page.get_by_text("Pas encore.").wait_for()


README: dict[str, tuple[Show, tuple[int, int]]] = {
    "home": (home, (1280, 800)),
    "question": (question, (360, 740)),
}


def same(path: Path, new: Image.Image) -> bool:
    """Say whether nobody sees a difference: a browser rounds a few dots now so, now so."""
    with Image.open(path) as old:
        if old.size != new.size:
            return False
        apart = ImageChops.difference(old.convert("RGB"), new.convert("RGB")).convert("L")
    return sum(apart.histogram()[PALE:]) <= ROUNDED


def take(
    browser: Browser, site: str, locale: str, show: Show, size: tuple[int, int], to: Path
) -> None:
    """Write one picture, in as few colours as it needs, unless it shows what it showed."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="fr-BE", reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    learner = Learner(context.new_page(), site, locale)
    part = show(learner)
    learner.page.evaluate(LOADED)
    taken = Image.open(BytesIO((part or learner.page).screenshot())).convert("RGB")
    context.close()
    small = taken.quantize(COLOURS, dither=Image.Dither.NONE)
    if to.is_file() and same(to, small):
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    small.save(to, optimize=True)


def main(wanted: Collection[str]) -> None:
    """Write all pictures, or those that are wanted."""
    with serve(SITE) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (show, size) in README.items():
            if not wanted or name in wanted:
                take(browser, site, "fr", show, size, ROOT / "docs/pictures" / f"{name}.png")
        for locale in LOCALES:
            folder = ROOT / "docs" / localized("trainers/pictures", locale)
            for name, (show, size) in PICTURES.items():
                if not wanted or name in wanted:
                    take(browser, site, locale, show, size, folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
