"""What a page weighs on the way to the device, gzipped: standards of a slow network."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from smartcorner.check import check
from smartcorner.kinds import discover
from smartcorner.pages import fragments
from tests.support.chromium import Browse
from tests.support.course import module_pages, project
from tests.support.learner import LEARNER_PAGES, LOCALES, MODULES, path

KIB = 1024
SIMULATIONS = [kind.name for kind in discover().values() if kind.rules()]
# A simulation's data and its handout: no part of what the first screen needs.
DATA = re.compile(rb"<script [^>]*application/json[^>]*>.*?</script>", re.DOTALL)
HANDOUT = re.compile(
    rb'<div class="?handout.*?(?=</sc-(?:%s)>)' % "|".join(SIMULATIONS).encode(), re.DOTALL
)


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


def bare(html: bytes) -> bytes:
    """Return a page without its simulations' worlds, exercises and handouts."""
    return HANDOUT.sub(b"", DATA.sub(b"", html))


def page_weight(file: Path) -> int:
    """Return what is left of a page's size."""
    return len(gzip.compress(bare(file.read_bytes()), 9, mtime=0))


def is_simulation(part: Path) -> bool:
    """Say whether a script or style belongs to a kind that is a simulation."""
    return part.parent.name == "kinds" and part.name.split(".")[0] in SIMULATIONS


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
        parts = [part for part in beside(page) if not is_simulation(part)]
        each = {part.name: weight(part) for part in parts} | {page.name: page_weight(page)}
        total = sum(each.values())
        if total > 30 * KIB:
            heavy[name] = f"{total} bytes, {total - 30 * KIB} too many: {each}"
    assert not heavy, heavy


@pytest.mark.parametrize("locale", LOCALES)
def test_a_first_page_weighs_120_kib_raw_at_most(site: Path, locale: str) -> None:
    pages = {name: site / path(name, locale) for name in LEARNER_PAGES}
    sizes = {
        name: len(bare(page.read_bytes()))
        + sum(part.stat().st_size for part in beside(page) if not is_simulation(part))
        for name, page in pages.items()
    }
    assert not {name: size for name, size in sizes.items() if size > 120 * KIB}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_next_page_weighs_10_kib_at_most(site: Path, locale: str) -> None:
    sizes = {name: page_weight(site / path(f"modules/{name}", locale)) for name in MODULES}
    assert not {name: size for name, size in sizes.items() if size > 10 * KIB}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_module_brings_nothing_new_but_its_page(site: Path, locale: str) -> None:
    files = [site / path(f"modules/{name}", locale) for name in MODULES]
    brought = [{part for part in beside(page) if not is_simulation(part)} for page in files]
    assert all(len(parts ^ brought[0]) <= 2 for parts in brought)


@pytest.mark.parametrize("name", SIMULATIONS)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_simulations_scripts_weigh_25_kib_at_most_engine_included(
    site: Path, locale: str, name: str
) -> None:
    engine = [site / f"assets/simulation.{locale}.js"]
    own = [site / f"kinds/{name}.js", site / f"kinds/{name}.{locale}.js"]
    sizes = {part.name: weight(part) for part in (*engine, *own)}
    assert sum(sizes.values()) <= 25 * KIB, sizes


def test_what_is_weighed_apart_is_data_and_handouts_alone(tmp_path: Path) -> None:
    course = check(project(tmp_path, "mailbox"), discover(), translations="none")
    body = next(page.body for page in module_pages(course))
    html = fragments.small(body).encode()
    data = DATA.findall(html)
    assert len([one for one in data if b"data-world" in one]) == 1  # once a page
    left = bare(html).decode()
    exercises = list(course.modules["fr"][0].activities)
    assert left.count("<sc-mailbox") == left.count("</sc-mailbox>") == len(exercises)
    assert all(step.title in left for step in course.modules["fr"][0].steps)
    assert not [one for one in exercises if getattr(one, "story", "") in left]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_without_simulations_loads_none_of_their_scripts(site: Path, locale: str) -> None:
    for name in LEARNER_PAGES:
        page = site / path(name, locale)
        if not DATA.search(page.read_bytes()):
            assert not [part for part in beside(page) if is_simulation(part)]


def test_fonts_weigh_30_kib_together_and_never_hide_text(site: Path) -> None:
    fonts = sorted((site / "assets/fonts").glob("*.woff2"))
    assert len(fonts) == 2
    assert sum(font.stat().st_size for font in fonts) <= 30 * KIB
    style = (site / "assets/base.css").read_text("utf-8")
    faces = re.findall(r"@font-face\s*{[^}]*url[^}]*}", style)
    assert len(faces) == 2
    assert all("font-display:swap" in face for face in faces)


@pytest.mark.browser
def test_search_reading_aloud_and_dialogs_load_when_they_are_asked_for(
    browse: Browse, http_site: str
) -> None:
    page = browse()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for name in LEARNER_PAGES:
        if name != "search":
            page.goto(f"{http_site}{path(name)}")
    rare = re.compile(r"/search/|minisearch|/search\.(js|css)$|/listen|/dialogs|/trouble")
    assert not [one for one in asked if rare.search(one)]
    page.goto(f"{http_site}search.html")
    with page.expect_request("**/search/fr.js"):
        page.get_by_role("searchbox").fill("courriel")
    assert {"/search/fr.js", "/assets/minisearch.js"} <= set(asked)
