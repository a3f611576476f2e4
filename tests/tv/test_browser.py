from pathlib import Path

import pytest

from tests.support.tv import TV

pytestmark = pytest.mark.tv

PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>
<style>body { margin: 0; background: #c4583e }</style>
<button type="button">Suivant</button>
<label><input type="checkbox"> J’ai écrit un objet.</label>
<input aria-label="Nom">
<script>
  var seen = [];
  ['click', 'keydown'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      seen.push([type, event.isTrusted, event.key || event.target.textContent.trim()]);
    });
  });
</script></html>"""


@pytest.fixture
def page(tmp_path: Path, tv: TV) -> TV:
    path = tmp_path / "essai.html"
    path.write_text(PAGE, "utf-8")
    tv.open(path.as_uri())
    return tv


def test_it_is_chromium_69(page: TV) -> None:
    assert "Chrome/69." in page.js("navigator.userAgent")
    assert page.js("document.title") == "Essai"


def test_clicks_and_keys_are_a_persons(page: TV) -> None:
    page.click("Suivant")
    page.press("Tab", "Space")
    assert page.wait("document.querySelector('[type=checkbox]').checked")
    assert ["click", True, "Suivant"] in page.js("seen")
    assert ["keydown", True, "Tab"] in page.js("seen")
    page.click("Nom")
    page.type("Marc")
    assert page.wait("document.querySelector('[aria-label=Nom]').value === 'Marc'")


def test_a_picture_shows_the_page_at_its_size(page: TV, tmp_path: Path) -> None:
    image_module = pytest.importorskip("PIL.Image")
    page.resize(360, 740)
    page.wait("innerWidth === 360 && innerHeight === 740")

    def shown() -> bool:
        with image_module.open(page.screenshot(tmp_path / "picture.png")) as image:
            assert image.size == (360, 740)
            return bool(image.getpixel((350, 700))[:3] == (0xC4, 0x58, 0x3E))

    page.until(shown, "the page's colour")  # the last picture may still be of its former size


def test_what_a_page_stores_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "essai.html"
    path.write_text(PAGE, "utf-8")
    with TV(tmp_path) as first:
        first.open(path.as_uri())
        first.js("localStorage.setItem('a', '1')")
    with TV(tmp_path) as second:
        second.open(path.as_uri())
        assert second.js("localStorage.getItem('a')") == "1"


def test_errors_of_scripts_are_heard(tv: TV, tmp_path: Path) -> None:
    path = tmp_path / "broken.html"
    path.write_text("<script>nothing()</script><img src='x.png'>", "utf-8")
    tv.open(path.as_uri())

    def told() -> bool:
        tv.heard()
        return any("nothing is not defined" in said["text"] for said in tv.console)

    tv.until(told, "the error")
    assert any(url.endswith("x.png") for url in tv.requests)
    tv.console.clear()
