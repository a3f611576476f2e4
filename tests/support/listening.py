"""A page that is listened to: the voice of speech_engine.js, and what it was asked to say."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

ENGINE = Path(__file__).with_name("speech_engine.js")
LOCAL = {"lang": "fr-FR"}
REMOTE = {"lang": "fr-FR", "localService": False}
ENGLISH = {"lang": "en-GB"}
GUARD = 450  # milliseconds in which a second press is ignored


@dataclass(frozen=True)
class Listener:
    """One page, its player, its voice."""

    page: Page

    @classmethod
    def on(cls, page: Page, *voices: dict[str, Any], **scenario: Any) -> "Listener":
        """Give a page's documents to come a device with these voices."""
        page.add_init_script(
            f"window.speechScenario = {json.dumps({'voices': voices, **scenario})}"
        )
        page.add_init_script(path=ENGINE)
        return cls(page)

    @property
    def player(self) -> Locator:
        """Return the strip with the player's buttons."""
        return self.page.get_by_role("region", name="Écouter la page")

    def press(self, name: str) -> None:
        """Press a button of the player, later than a trembling hand would twice."""
        self.page.wait_for_timeout(GUARD)
        self.player.get_by_role("button", name=name, exact=True).click()

    def open(self) -> None:
        """Press the tool « Écouter » and wait for the player."""
        self.page.get_by_role("button", name="Écouter", exact=True).click()
        expect(self.player).to_be_visible()

    def confirm(self) -> None:
        """Open the player and say that its voice is heard."""
        self.open()
        self.press("Oui")
        expect(self.player.locator("p:visible", has_text="Entendez-vous bien")).to_have_count(0)

    def shows(self, words: str) -> None:
        """Wait until the player shows these words."""
        expect(self.player.locator("p:visible", has_text=words)).to_be_visible()

    def said(self) -> list[dict[str, Any]]:
        """Return all that the voice was asked to say."""
        found: list[dict[str, Any]] = self.page.evaluate("speech.said")
        return found

    def texts(self) -> list[str]:
        """Return the texts that the voice was asked to say, tidied."""
        return [re.sub(r"\s+", " ", one["text"]).strip() for one in self.said()]

    def speaking(self) -> bool:
        """Tell whether the voice has something to say."""
        return bool(self.page.evaluate("speech.speaking"))

    def end(self) -> None:
        """Let the voice come to the end of what it says."""
        self.page.evaluate("speech.end()")

    def word(self) -> None:
        """Let the voice come to its next word."""
        self.page.evaluate("speech.word()")

    def done(self) -> None:
        """Wait until all is said."""
        expect(self.player.get_by_role("button", name="Lire", exact=True)).to_be_visible()

    def lit(self, kind: str) -> list[dict[str, float]]:
        """Return the boxes that light a sentence, a word or a picture."""
        boxes: list[dict[str, float]] = self.page.evaluate(
            "kind => Array.from(document.querySelectorAll(`.listen-${kind}`), (one) => {"
            "const { x, y, width, height } = one.getBoundingClientRect();"
            "return { x, y, width, height }; })",
            kind,
        )
        return boxes
