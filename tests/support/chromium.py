"""Debian's Chromium through Playwright: `page`, `browse` and what the pages said."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.support.script_lines import Counter

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = ("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "ws://127.0.0.1:")

PATIENCE = 20_000  # milliseconds: a page of a busy machine is late, not wrong
expect.set_options(timeout=PATIENCE)

Browse = Callable[..., Page]


def launch(playwright: Playwright) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


class Heard(list[str]):
    """What went wrong in the pages of a test: console, script errors, foreign requests."""

    def listen(self, context: BrowserContext) -> None:
        """Listen to all pages of a context, now and to come."""
        context.on(
            "console",
            lambda said: self.append(f"console: {said.text}") if said.type == "error" else None,
        )
        context.on(
            "weberror", lambda error: self.append(f"script: {error.error.stack or error.error}")
        )
        context.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(LOCAL)
                else self.append(f"request outside the site: {asked.url}")
            ),
        )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, started once a process."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is missing: `make test` installs it")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What went wrong so far. A test that provokes an error takes it out again."""
    told = Heard()
    yield told
    assert not told, "\n".join(told)


@pytest.fixture
def browse(chromium: Browser, heard: Heard) -> Iterator[Browse]:
    """Open a new, empty browser: `browse(360, 740, color_scheme="dark")` gives its page.

    More pages that share what it stores: `page.context.new_page()`. A console error, a
    script error or a request outside the site fails the test.
    """
    contexts = []
    counter = Counter()

    def new(width: int = 1280, height: int = 800, **options: Any) -> Page:
        context = chromium.new_context(
            **{"viewport": {"width": width, "height": height}, "locale": "fr-BE", **options}
        )
        context.set_default_timeout(PATIENCE)
        heard.listen(context)
        contexts.append(context)
        page = context.new_page()
        counter.watch(page)
        return page

    yield new
    counter.keep()
    for context in contexts:
        context.close()


@pytest.fixture
def page(browse: Browse) -> Page:
    """A tablet's page, 1280×800, in an empty browser."""
    return browse()
