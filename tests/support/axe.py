"""axe-core, the accessibility rules: `axe(page)` fails a test with what it finds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.chromium import ROOT, Heard

SOURCE = ROOT / "node_modules/axe-core/axe.min.js"
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Axe = Callable[..., None]


def violations(
    page: Page, *, enhanced: bool, skip: tuple[str, ...] = (), colours: bool = False
) -> list[str]:
    """Return what axe finds on a page as it stands: rule, help and place of each.

    `enhanced` asks for a contrast of 7:1 as well (our own rule, on learners' pages),
    `colours` for the rules of colours alone.
    """
    only = {"type": "rule", "values": COLOURS} if colours else {"type": "tag", "values": TAGS}
    options: dict[str, Any] = {
        "runOnly": only,
        "rules": {
            "color-contrast-enhanced": {"enabled": enhanced},
            **{rule: {"enabled": False} for rule in skip},
        },
        "resultTypes": ["violations"],
        "preload": not page.url.startswith("file:"),  # a style can't be fetched from a disk
    }
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(SOURCE.read_text("utf-8"))
    found = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [
        f"{wrong['id']}: {wrong['help']}: {node['target']} {node['html'][:200]}\n"
        f"    {node['failureSummary']}"
        for wrong in found["violations"]
        for node in wrong["nodes"]
    ]


@pytest.fixture
def axe(heard: Heard) -> Axe:
    """Check a page as it stands: `axe(page)`; on guide pages `axe(page, enhanced=False)`.

    Another colour scheme of a page that was checked already: `axe(page, colours=True)`.
    """

    def check(
        page: Page, *, enhanced: bool = True, skip: tuple[str, ...] = (), colours: bool = False
    ) -> None:
        assert not heard, "\n".join(heard)
        found = violations(page, enhanced=enhanced, skip=skip, colours=colours)
        heard.clear()  # on file:// axe logs errors of its own
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check
