"""A learner at a page: finds what it shows by role and name, with an unhurried hand."""

import re
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from playwright.sync_api import Locator, Page, expect

from smartcorner.translate import SOURCE, read
from tests.support.sites import ROOT

GUARD = 0.42  # seconds after which a second press counts; the page's own are 0.4
LOCALES = (SOURCE, "en")
MODULES = sorted(path.parent.name for path in (ROOT / "modules").glob("*/module.yml"))
PAGES = ("index", "progress", "search", "help", "accessibility", "privacy")
GUIDES = (
    "trainers/index",
    "trainers/modules",
    *(f"trainers/modules/{name}" for name in MODULES),
    "trainers/write",
    "trainers/exercises",
    "trainers/operate",
    "trainers/figures",
    "trainers/reference",
    "trainers/tv",
)
ROOM = ("lessons", "log")  # a trainer's, without the learners' frame
LEARNER_PAGES = (*PAGES, *(f"modules/{name}" for name in MODULES))

# What is kept in the browser, by key, both boxes together.
KEPT = """() => [sessionStorage, localStorage].map((box) => Object.keys(box).sort()
  .filter((key) => key.startsWith('sc:')).map((key) => [key, box[key]]))"""
# The screens of a module's page, as its address names them.
SCREENS = """(which = '') => Array.from(document.querySelectorAll(`sc-module .step${which}`))
  .reduce((all, step) => all.concat(Array.from(step.querySelectorAll('.screen'),
    (one, n) => `#${step.id}` + (n ? `/${n + 1}` : ''))), [])"""


def path(page: str, locale: str = SOURCE) -> str:
    """Return a page's path in a language."""
    return f"{page}.html" if locale == SOURCE else f"{locale}/{page}.html"


@cache
def words(locale: str) -> Callable[[str], str]:
    """Return what says a French text of the interface in a language."""
    said: dict[str, str] = {}
    for catalogue in sorted((ROOT / "smartcorner").glob(f"**/locales/{locale}.po")):
        for message in read(catalogue, locale):
            if isinstance(message.id, str) and isinstance(message.string, str):
                said[message.id] = message.string
    return lambda french: french if locale == SOURCE else said[french]


class Learner:
    """A page and the person before it."""

    def __init__(self, page: Page, site: str, locale: str = SOURCE) -> None:
        self.page, self.site, self.locale = page, site, locale
        self.say = words(locale)
        self.touch = False  # a finger, else the mouse
        self._pressed = 0.0

    def open(self, page: str, after: str = "") -> None:
        """Go to a page: `open("modules/practice", "#read/2")`."""
        address = f"{self.site}{path(page, self.locale)}{after}"
        here = self.page.url.partition("#")[0]
        if after and here == address.partition("#")[0]:
            self.page.evaluate("hash => { location.hash = hash; }", after)
        else:
            self.page.goto(address)
        self.ready()

    def another(self) -> "Learner":
        """Return the same person at a new tab of the same browser."""
        return Learner(self.page.context.new_page(), self.site, self.locale)

    def ready(self) -> None:
        """Wait until the page's scripts have done their work."""
        self.page.wait_for_load_state()

    # ---- what there is ----

    def find(self, role: Any, french: str, within: Page | Locator | None = None) -> Locator:
        """Return what has a role and is called so, in this page's language."""
        return (within or self.page).get_by_role(role, name=self.say(french), exact=True)

    def button(self, french: str) -> Locator:
        """Return a button that shows."""
        return self.find("button", french).locator("visible=true")

    def dialog(self, french: str) -> Locator:
        """Return an open dialog."""
        return self.find("dialog", french)

    @property
    def status(self) -> Locator:
        """Return what is said of the question that shows."""
        return self.page.get_by_role("main").get_by_role("status").locator("visible=true")

    @property
    def where(self) -> str:
        """Return the screen in the address: `#read/2`."""
        return f"#{self.page.url.partition('#')[2]}"

    def kept(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return what is kept in the tab and on the device, by key."""
        tab, device = self.page.evaluate(KEPT)
        return dict(tab), dict(device)

    def screens(self, *, training: bool = True) -> list[str]:
        """Return all screens of the module's steps, or those up to its end, as hashes."""
        found: list[str] = self.page.evaluate(SCREENS, "" if training else ":not([data-training])")
        return found

    # ---- what is done ----

    def wait(self) -> None:
        """Wait until a press counts again."""
        left = self._pressed + GUARD - time.monotonic()
        if left > 0:
            self.page.wait_for_timeout(left * 1000)

    def press(self, target: str | Locator, **options: Any) -> None:
        """Press a button that is called so, or anything else."""
        self.wait()
        one = self.button(target) if isinstance(target, str) else target
        one.tap(**options) if self.touch else one.click(**options)
        self.pressed()

    def pressed(self) -> None:
        """Remember that something was pressed now."""
        self._pressed = time.monotonic()

    def key(self, *names: str) -> None:
        """Press keys; one that acts waits until it counts."""
        for name in names:
            if name in {"Enter", "Space"}:
                self.wait()
            self.page.keyboard.press(name)
            if name in {"Enter", "Space"}:
                self.pressed()

    def next(self) -> None:
        """Press Suivant and wait for the next screen."""
        self.turn("Suivant")

    def back(self) -> None:
        """Press Retour and wait for the screen before."""
        self.turn("Retour")

    def turn(self, button: str) -> None:
        """Press a button that leads to another screen, and wait for that."""
        before = self.page.url
        self.press(button)
        expect(self.page).not_to_have_url(before)

    def choose(self, text: str, **options: Any) -> None:
        """Press the row of an answer or a line to tick."""
        self.press(self.row(text), **options)

    def row(self, text: str) -> Locator:
        """Return what is touched to choose a line."""
        return self.page.locator("label:visible").filter(
            has_text=re.compile(r"\s".join(map(re.escape, text.split())))
        )

    def box(self, text: str) -> Locator:
        """Return a line's box or disc."""
        return self.page.get_by_label(text).locator("visible=true")

    def leave(self) -> None:
        """End the visit by the door."""
        self.press("Terminer ma visite")
        own = self.button("Oui, je pars")
        self.press(own if own.is_visible() else "Oui, effacer et partir")
        expect(self.page).to_have_url(re.compile(r"/index\.html$"))
        self.ready()
