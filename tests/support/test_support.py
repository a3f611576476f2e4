"""The tests' own tools find what they are for."""

from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.support.axe import Axe, violations
from tests.support.chromium import Browse, Heard
from tests.support.sites import serve

pytestmark = pytest.mark.browser

GOOD = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>
<link rel="icon" href="icon.svg">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<main><h1>Bonjour</h1><button>Suivant</button></main></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "essai d’été"
    folder.mkdir()
    (folder / "index.html").write_text(GOOD, "utf-8")
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    return folder


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
def test_a_good_page_is_quiet_and_accessible(
    folder: Path, browse: Browse, axe: Axe, prefix: str
) -> None:
    with serve(folder, prefix) as address:
        page = browse(360, 740, color_scheme="dark")
        page.goto(f"{address}index.html")
        page.get_by_role("button", name="Suivant").click()
        axe(page)
        assert page.evaluate(
            "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
        ) == [
            360,
            True,
        ]


def test_under_a_prefix_nothing_lies_above_it(folder: Path) -> None:
    with serve(folder, "/a/b/") as address:
        above = HTTPConnection(address.split("/")[2])
        above.request("GET", "/index.html")
        assert above.getresponse().status == 404
        above.close()


def test_errors_and_foreign_requests_are_heard(folder: Path, browse: Browse, heard: Heard) -> None:
    (folder / "bad.js").write_text("console.error('said'); nothing();", "utf-8")
    (folder / "bad.html").write_text(
        "<script src=bad.js></script><img src='https://example.org/x.png'>", "utf-8"
    )
    page = browse()
    with (
        page.context.expect_event("weberror"),
        page.context.expect_event("request", lambda asked: "example.org" in asked.url),
    ):
        page.goto((folder / "bad.html").as_uri())
    said = "\n".join(heard)
    heard.clear()
    assert "said" in said
    assert "nothing is not defined" in said
    assert "https://example.org/x.png" in said


def test_axe_finds_a_nameless_button_and_weak_contrast(folder: Path, browse: Browse) -> None:
    (folder / "bad.html").write_text(
        GOOD.replace("Suivant", "")
        .replace("<h1>", '<h1 style="color:#666;font:16px serif">')
        .replace("default-src 'self'", "default-src 'self'; style-src 'unsafe-inline'"),
        "utf-8",
    )
    page = browse()
    page.goto((folder / "bad.html").as_uri())
    found = "\n".join(violations(page, enhanced=True))
    assert "button-name" in found
    assert "color-contrast-enhanced" in found
