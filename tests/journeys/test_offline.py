"""Every page, in the three ways people open it: nothing is asked of anybody else."""

import re
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Request, expect

from tests.support.chromium import Browse, Heard
from tests.support.learner import GUIDES, LEARNER_PAGES, LOCALES, ROOM, path, words

pytestmark = pytest.mark.browser

ALL = [(name, locale) for locale in LOCALES for name in (*LEARNER_PAGES, *ROOM, *GUIDES)]
ALONE = (
    "Il manque des fichiers à côté de cette page. Copiez tout le dossier SmartCorner "
    "sur l’appareil, puis ouvrez le fichier index.html. Ou demandez au formateur."
)
# All addresses that a page names, those that its scripts brought included.
ADDRESSES = """() => {
  const found = new Set();
  const names = { href: '', src: '', srcset: '', 'data-home': '' };
  const look = (root) => {
    for (const name of Object.keys(names)) {
      for (const one of root.querySelectorAll(`${names[name]}[${name}]`)) {
        const link = one.getAttribute(name);
        if (link) found.add(new URL(link, document.baseURI).href);
      }
    }
    root.querySelectorAll('template').forEach((one) => look(one.content));
  };
  look(document);
  return Array.from(found);
}"""
# Brings all that a page of learners fetches when it is asked for.
BRING = """() => window.SmartCorner && SmartCorner.load && Promise.all(
  ['dialogs', 'listen', 'trouble'].map((name) => SmartCorner.load(`assets/${name}.*.js`)))"""
HERE = "hash => Boolean(document.getElementById(decodeURIComponent(hash)))"


@cache
def ids(page: Path) -> frozenset[str]:
    """Return the ids in a page's HTML."""
    found = re.findall(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", page.read_text("utf-8"))
    return frozenset("".join(each) for each in found)


def test_no_page_is_forgotten_here(site: Path) -> None:
    built = {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    # The reference opens its live examples in frames; test_reference.py opens them.
    frames = {name for name in built if "trainers/live/" in name}
    assert built - frames == {path(name, locale) for name, locale in ALL}


def test_every_page_opens_without_errors_and_asks_only_the_site(
    any_site: str, browse: Browse, heard: Heard
) -> None:
    page = browse()
    asked: dict[str, list[str]] = defaultdict(list)
    now = ""

    def ask(request: Request) -> None:
        asked[now].append(request.url)

    page.context.on("request", ask)
    for name, locale in ALL:
        now = path(name, locale)
        page.goto(any_site + now)
        assert page.title().endswith(" - SmartCorner")
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert not heard, f"{now}: {heard}"
    foreign = {
        page: [url for url in urls if not url.startswith(any_site)] for page, urls in asked.items()
    }
    assert not {page: urls for page, urls in foreign.items() if urls}


def test_every_link_leads_to_a_file_that_is_there(
    file_site: str, site: Path, browse: Browse
) -> None:
    page = browse()
    wrong = []
    for name, locale in ALL:
        here = path(name, locale)
        page.goto(file_site + here)
        page.evaluate(BRING)
        for address in page.evaluate(ADDRESSES):
            parts = urlsplit(address)
            if parts.scheme in {"tel", "data", "blob"}:
                continue
            if parts.scheme in {"http", "https"} and name == "accessibility":
                continue  # where the law says complaints go; only a press asks for it
            target = Path(unquote(parts.path))
            mark = unquote(parts.fragment).partition("/")[0]
            if not target.is_relative_to(site):
                wrong.append(f"{here}: {address} leaves the site")
            elif not target.is_file():
                wrong.append(f"{here}: {address} is no file")
            elif (
                mark
                and mark not in ids(target)
                and not (target == site / here and page.evaluate(HERE, mark))
            ):
                wrong.append(f"{here}: {address} has no such place")
    assert not wrong, "\n".join(wrong)


def test_what_styles_name_is_there(site: Path) -> None:
    styles = sorted(site.rglob("*.css"))
    assert styles
    for style in styles:
        for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", style.read_text("utf-8")):
            assert link.startswith(("data:", "#")) or (style.parent / link).is_file(), (style, link)


def test_no_page_holds_inline_code_that_the_policy_forbids(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        inside = re.sub(r"<script\b[^>]*>.*?</script>", "", html, flags=re.DOTALL)
        assert not re.findall(r"<[a-z][^>]*\s(?:style|on[a-z]+)=[^>]*>", inside), page
        assert "javascript:" not in inside
        assert html.index("Content-Security-Policy") < html.index("<link")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_alone_says_that_files_are_missing(
    site: Path, tmp_path: Path, browse: Browse, heard: Heard, locale: str
) -> None:
    page = browse(360, 740)
    for name in (*LEARNER_PAGES, *GUIDES):
        alone = tmp_path / path(name, locale).replace("/", "-")
        shutil.copy(site / path(name, locale), alone)
        page.goto(alone.as_uri())
        said = page.get_by_text(words(locale)(ALONE))
        expect(said).to_be_visible()
        expect(said).to_be_in_viewport()
        page.goto((site / path(name, locale)).as_uri())
        expect(said).to_have_count(1)
        expect(said).to_be_hidden()
    assert any("ERR_FILE_NOT_FOUND" in line for line in heard)
    heard.clear()
