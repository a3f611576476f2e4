"""What a page weighs on the way to the device, gzipped: standards of a slow network."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.chromium import Browse
from tests.support.learner import LEARNER_PAGES, LOCALES, MODULES, path

KIB = 1024


class _Assets(HTMLParser):
    """The styles and scripts that a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is loaded with the page."""
        said = dict(attrs)
        if tag == "script" and (source := said.get("src")):
            self.links.append(source)
        elif tag == "link" and said.get("rel") == "stylesheet":
            self.links.append(said["href"] or "")


def weight(file: Path) -> int:
    """Return a file's size as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def beside(page: Path) -> list[Path]:
    """Return the styles and scripts that come with a page."""
    found = _Assets()
    found.feed(page.read_text("utf-8"))
    return [(page.parent / link).resolve() for link in found.links]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_first_page_weighs_30_kib_at_most(site: Path, locale: str) -> None:
    heavy = {}
    for name in LEARNER_PAGES:
        page = site / path(name, locale)
        # The search documents hold the texts of all modules: only who searches gets them.
        parts = [page, *(part for part in beside(page) if part.parent.name != "search")]
        total = sum(weight(part) for part in parts)
        if total > 30 * KIB:
            each = {part.name: weight(part) for part in parts}
            heavy[name] = f"{total} bytes, {total - 30 * KIB} too many: {each}"
    assert not heavy, heavy


@pytest.mark.parametrize("locale", LOCALES)
def test_the_next_page_weighs_10_kib_at_most(site: Path, locale: str) -> None:
    sizes = {name: weight(site / path(f"modules/{name}", locale)) for name in MODULES}
    assert not {name: size for name, size in sizes.items() if size > 10 * KIB}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_module_brings_nothing_new_but_its_page(site: Path, locale: str) -> None:
    pages = [site / path(f"modules/{name}", locale) for name in MODULES]
    shared = set(beside(pages[0]))
    assert all(len(set(beside(page)) ^ shared) <= 2 for page in pages)


def test_fonts_weigh_30_kib_together_and_never_hide_text(site: Path) -> None:
    fonts = sorted((site / "assets/fonts").glob("*.woff2"))
    assert len(fonts) == 2
    assert sum(font.stat().st_size for font in fonts) <= 30 * KIB
    style = (site / "assets/base.css").read_text("utf-8")
    faces = re.findall(r"@font-face\s*{[^}]*}", style)
    assert len(faces) == 2
    assert all("font-display:swap" in face for face in faces)


@pytest.mark.browser
def test_search_and_reading_aloud_load_when_they_are_asked_for(
    browse: Browse, http_site: str
) -> None:
    page = browse()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for name in LEARNER_PAGES:
        if name != "search":
            page.goto(f"{http_site}{path(name)}")
    rare = re.compile(r"/search/|minisearch|/search\.(js|css)$|/listen")
    assert not [one for one in asked if rare.search(one)]
    page.goto(f"{http_site}search.html")
    page.get_by_role("searchbox").fill("courriel")
    assert {"/search/fr.js", "/assets/minisearch.js"} <= set(asked)
