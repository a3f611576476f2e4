"""A person at a mailbox exercise: by finger, by mouse, or with a keyboard and nothing else."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from playwright.sync_api import Locator, expect

from smartcorner.translate import SOURCE, read
from tests.support.learner import Learner
from tests.support.sites import ROOT

FAR = 90  # more tabs than any screen has
HERE = "one => one === document.activeElement"


@cache
def _texts(module: str, locale: str) -> dict[str, str]:
    """Return what a module's French texts are in another language."""
    said = read(ROOT / "modules" / module / f"{locale}.po", locale)
    return {str(one.id): str(one.string) for one in said if one.id and one.string}


class Person:
    """Plays an exercise by the words that its page shows; they are given in French."""

    def __init__(
        self,
        learner: Learner,
        module: str = "email-basics",
        *,
        keys: bool = False,
        after: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Sit down before a page; `after` is called when something was done, with what it was."""
        self.learner, self.module, self.keys, self.after = learner, module, keys, after

    # ---- what there is ----

    @property
    def locale(self) -> str:
        """The page's language."""
        return self.learner.locale

    def say(self, french: str) -> str:
        """Return a text of the interface or of the module in this page's language."""
        if self.learner.locale == SOURCE:
            return french
        found = _texts(self.module, self.learner.locale).get(french)
        return found or self.learner.say(french)

    @property
    def bench(self) -> Locator:
        """The bench that shows."""
        return self.learner.page.locator(".sim:visible")

    @property
    def dialog(self) -> Locator:
        """The dialog that lies over it."""
        return self.bench.get_by_role("dialog")

    def button(self, french: str, within: Locator | None = None) -> Locator:
        """Return a button that is called so, whatever it counts."""
        name = re.compile(rf"^{re.escape(self.say(french))}( \d+)?$")
        return (within or self.bench).get_by_role("button", name=name).locator("visible=true").first

    def row(self, subject: str) -> Locator:
        """Return a message of the list."""
        return self.bench.locator(".mb-row:visible", has_text=_loose(self.say(subject))).first

    def reads(self, french: str, first: str = "", name: str = "") -> None:
        """Read these words on the bench, as the module writes them; names are filled in."""
        text = self.say(french).replace("{case.host.first}", first)
        expect(self.bench).to_contain_text(_loose(text.replace("{case.host.name}", name)))

    # ---- what is done ----

    def press(self, target: str | Locator, **what: Any) -> None:
        """Press a button by its name, or anything else."""
        one = self.button(target) if isinstance(target, str) else target
        expect(one).to_be_visible()
        words = target if isinstance(target, str) else one.inner_text()
        if self.keys:
            self.reach(one)
            self.learner.key("Enter")
        else:
            self.learner.press(one, **what)
        self.after(words)

    def reach(self, one: Locator) -> None:
        """Press Tab until something has the focus."""
        for _ in range(FAR):
            if one.evaluate(HERE):
                return
            self.learner.key("Tab")
        raise AssertionError(f"Tab does not lead to {one} at {self.learner.page.url}")

    def open(self, subject: str) -> None:
        """Open a message; on a phone, by way of the list."""
        if not self.row(subject).is_visible():
            self.press("Retour à la liste")
        self.press(self.row(subject))

    def folder(self, name: str, menu: str = "Dossiers") -> None:
        """Open a folder; on a phone, by way of the list of folders."""
        if not self.button(name).is_visible():
            if not self.button(menu).is_visible():
                self.press("Retour à la liste")
            self.press(menu)
        self.press(name)

    def compose(self, button: str) -> None:
        """Begin a new message; on a phone, from the list."""
        if not self.button(button).is_visible():
            self.press("Retour à la liste")
        self.press(button)

    def choose(self, button: str, *lines: str, done: str = "") -> None:
        """Open a dialog and choose lines in it."""
        self.press(button)
        self.pick(*lines, done=done)

    def pick(self, *lines: str, done: str = "") -> None:
        """Choose lines in the dialog that is open."""
        for line in lines:
            words = _loose(self.say(line))
            self.press(self.dialog.locator(".mb-choice", has_text=words).first)
        if done:
            self.press(self.button(done, self.dialog))
        expect(self.dialog).to_have_count(0)

    def sentences(self, *lines: str) -> None:
        """Choose sentences for the message."""
        self.choose("Choisir des phrases", *lines, done="C’est bon")

    def copy_to(self, name: str) -> None:
        """Put somebody on the line Cc."""
        self.press("Cc et Cci")
        self.press(self.bench.locator('[data-k="people-cc"]'))
        self.pick(name)

    def fill(
        self, *lines: str, to: str = "", copy: str = "", subject: str = "", file: str = ""
    ) -> None:
        """Fill in a draft by choosing: people, a subject, sentences, a file."""
        if to:
            self.choose("Choisir une personne", to)
        if copy:
            self.copy_to(copy)
        if subject:
            self.choose("Choisir un objet", subject)
        if lines:
            self.sentences(*lines)
        if file:
            self.press(self.bench.locator('[data-k="attach"]:visible'))
            self.pick(file)

    def write(self, label: str, text: str) -> None:
        """Type into a field."""
        field = self.bench.get_by_label(self.say(label), exact=True)
        if self.keys:
            self.reach(field)
            self.learner.page.keyboard.type(text)
        else:
            field.press_sequentially(text)
        self.after(f"{label} : {text}")

    def mark(self, words: str) -> None:
        """Touch a part of a message as a sign; an address is the same in each language."""
        text = _loose(words if "@" in words else self.say(words))
        self.press(self.bench.locator(".mb-mark:visible", has_text=text).first)

    def asked(self, french: str) -> None:
        """Read what the tool asks or explains."""
        expect(self.dialog).to_contain_text(_loose(self.say(french)))

    def search(self, words: str) -> None:
        """Look for words in all messages."""
        self.write("Un nom ou un mot", words)
        self.press(self.bench.locator('[data-k="searching"]'))

    def begin(self, choice: str = "J’essaie") -> None:
        """Read the opening words and choose."""
        self.reads("Exercice. Cette boîte e-mail est inventée. Aucun message ne part.")
        self.after("début")
        self.press(choice)

    def finish(self) -> None:
        """Look back, once all goals are reached."""
        expect(self.bench.locator(".sim-goal")).to_contain_text(self.say("Tout est fait."))
        self.press("Voir le bilan")
        self.reads("Tous vos buts sont atteints")


def _loose(text: str) -> re.Pattern[str]:
    """Return what matches a text, whichever spaces and hyphens a page puts into it."""
    words = (re.escape(word).replace(r"\-", "[-‑]") for word in text.split())
    return re.compile(r"\s+".join(words))
