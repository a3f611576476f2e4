"""The trainer's log: what a lesson writes, what is added, the file, and that it can go."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import quickjs
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import LOCALES, path, words
from tests.support.sites import ROOT
from tests.support.tv_screen import SIZES

browser = pytest.mark.browser
KEY = "sc:smartcorner:lesson-log"
LINE = {
    "id": "email-basics@1795000000000",
    "began": 1795000000000,
    "minutes": 84,
    "title": "E-mail : les bases",
    "steps": ["1 Lire un premier e-mail", "3 Écrire avec des aides"],
    "of": 7,
    "people": "",
    "remark": "",
}

Log = Callable[..., Page]


@pytest.fixture(params=["http_site", "file_site"])
def log(request: pytest.FixtureRequest, browse: Browse) -> Log:
    """Open the log on a laptop where lessons were given."""
    site: str = request.getfixturevalue(request.param)

    def visit(*lines: dict[str, Any], locale: str = "fr", width: int = 1280) -> Page:
        page = browse(width, 800, timezone_id="Europe/Brussels")
        page.goto(f"{site}{path('log', locale)}")
        if lines:
            kept = json.dumps({"v": 1, "lines": lines})
            page.evaluate(f"(kept) => {{ localStorage['{KEY}'] = kept; }}", kept)
            page.reload()
        return page

    return visit


def saved(page: Page, locale: str = "fr") -> bytes:
    """Save the file and return it."""
    with page.expect_download() as download:
        page.get_by_role("button", name=words(locale)("Enregistrer le fichier CSV")).click()
    assert download.value.suggested_filename.endswith(".csv")
    return Path(download.value.path()).read_bytes()


def rows(file: bytes) -> list[list[str]]:
    """Read a file as a spreadsheet of a Belgian does."""
    assert file.startswith(b"\xef\xbb\xbf")
    text = file.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def lines(page: Page) -> list[dict[str, Any]]:
    """Return what is kept of the log."""
    kept: list[dict[str, Any]] = page.evaluate(f"JSON.parse(localStorage['{KEY}'] || '{{}}').lines")
    return kept or []


@browser
def test_a_lesson_writes_its_line_and_the_end_of_a_visit_leaves_it(
    browse: Browse, http_site: str
) -> None:
    page = browse(*SIZES[0])
    page.clock.install(time="2026-11-27T09:00:00")
    page.goto(f"{http_site}modules/email-basics.html?view=lesson#discover")
    expect(page.locator(".tv :focus")).to_be_visible()
    page.keyboard.press("Enter")
    page.clock.run_for("03:00")
    assert not lines(page)  # a look into a lesson is none
    page.keyboard.press("3")
    page.clock.run_for("04:00")
    (line,) = lines(page)
    assert line["minutes"] in (6, 7)
    assert line["title"] == "E-mail : les bases"
    assert line["steps"] == ["1 Lire un premier e-mail", "3 Écrire avec des aides"]
    assert set(line) == {*LINE}  # no field for anybody's name
    # A power cut, and the same lesson goes on.
    page.reload()
    page.clock.run_for("02:00")
    (line,) = lines(page)
    assert line["minutes"] in (8, 9)
    learner = page.context.new_page()
    learner.goto(f"{http_site}modules/email-basics.html#discover")
    learner.evaluate("SmartCorner.store.erase(true)")
    learner.wait_for_url(re.compile("index.html"))
    assert len(lines(page)) == 1
    # In the afternoon it is another lesson; taken out, it stays out.
    page.goto(f"{http_site}log.html")
    page.clock.run_for("03:00:00")
    page.goto(f"{http_site}modules/email-basics.html?view=lesson")
    expect(page.locator(".tv h1")).to_be_visible()
    page.clock.run_for("06:00")
    assert [one["minutes"] for one in lines(page)][1] in (5, 6)
    log = page.context.new_page()
    log.goto(f"{http_site}log.html")
    log.get_by_role("button", name="Retirer du journal").first.click()
    page.clock.run_for("06:00")
    assert len(lines(page)) == 1


@browser
def test_a_hand_that_presses_twice_takes_one_lesson_out(log: Log) -> None:
    page = log(LINE, {**LINE, "id": "email-basics@1", "began": 1794000000000})
    out = page.get_by_role("button", name="Retirer du journal")
    out.first.dblclick()
    assert len(lines(page)) == 1
    page.wait_for_timeout(450)
    out.click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()  # what was pressed is gone
    assert not lines(page)


@browser
def test_people_and_a_remark_are_kept_while_a_lesson_goes_on(log: Log) -> None:
    page = log(LINE)
    expect(page.get_by_text("mercredi 18 novembre 2026, 12 h 06")).to_be_visible()
    page.get_by_label("Combien de personnes ?").fill("8")
    page.get_by_label("Remarque").fill("Groupe calme.")
    page.reload()
    expect(page.get_by_label("Combien de personnes ?")).to_have_value("8")
    expect(page.get_by_label("Remarque")).to_have_value("Groupe calme.")
    expect(page.get_by_label("Remarque")).to_have_accessible_description("N’écrivez pas de nom.")
    (kept,) = lines(page)
    assert (kept["people"], kept["minutes"]) == (8, 84)


@browser
@pytest.mark.parametrize("locale", LOCALES)
def test_the_file_opens_in_a_spreadsheet(log: Log, locale: str) -> None:
    other = {**LINE, "id": "b@1", "began": LINE["began"] - 86400000, "people": 6}  # type: ignore[operator]
    page = log({**LINE, "remark": 'Été ; "oui"\nœuf'}, other, locale=locale)
    file = saved(page, locale)
    say = words(locale)
    assert file.count(b"\r\n") == file.count(b"\n") == 3
    names = ("Date", "Heure", "Module", "Étapes", "Minutes", "Personnes", "Remarque")
    head, first, second = rows(file)
    assert head == [say(name) for name in names]
    assert first[0] < second[0]
    steps = "1 Lire un premier e-mail, 3 Écrire avec des aides"
    title = "E-mail : les bases"
    assert second == ["2026-11-18", "12:06", title, steps, "84", "", 'Été ; "oui" œuf']
    assert first[5] == "6"


@browser
def test_a_formula_in_a_remark_stays_a_text(log: Log) -> None:
    page = log({**LINE, "title": "@SUM(1)", "remark": '=HYPERLINK("http://example.org";"x")'})
    _, line = rows(saved(page))
    assert line[2] == "'@SUM(1)"
    assert line[6] == '\'=HYPERLINK("http://example.org";"x")'


@browser
def test_it_is_erased_on_request_and_after_a_question(log: Log) -> None:
    page = log(LINE)
    page.evaluate("localStorage['sc:smartcorner:lesson'] = '{\"card\":true}'")
    page.get_by_role("button", name="Effacer le journal").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Non, je garde").click()
    assert lines(page)
    page.get_by_role("button", name="Effacer le journal").click()
    page.get_by_role("button", name="Oui, effacer").click()
    expect(page.get_by_text("Le journal est effacé.")).to_be_attached()
    expect(page.get_by_text("Le journal est vide.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["sc:smartcorner:lesson"]
    page.reload()
    expect(page.get_by_text("Le journal est vide.")).to_be_visible()


@browser
@pytest.mark.parametrize("damaged", ["{", "[]", '{"lines":[{"id":1},null]}', '{"lines":3}'])
def test_a_damaged_log_is_an_empty_one(log: Log, damaged: str) -> None:
    page = log()
    page.evaluate(f"(text) => {{ localStorage['{KEY}'] = text; }}", damaged)
    page.reload()
    expect(page.get_by_text("Le journal est vide.")).to_be_visible()


@browser
@pytest.mark.parametrize("locale", LOCALES)
def test_the_log_is_accessible_and_fits_a_phone(log: Log, axe: Axe, locale: str) -> None:
    page = log(LINE, locale=locale)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, colours=True)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name=words(locale)("Effacer le journal")).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    axe(page)


@pytest.fixture(scope="module")
def rules() -> quickjs.Context:
    """The rules of the file, as the page runs them."""
    context = quickjs.Context()
    context.eval((ROOT / "smartcorner/frontend/log-file.js").read_text("utf-8"))
    return context


@given(st.lists(st.lists(st.text(max_size=30), min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_words_stay_in_their_cell_and_are_no_formula(
    rules: quickjs.Context, table: list[list[str]]
) -> None:
    made = str(rules.eval(f"logFile.csv({json.dumps(table)})"))
    read = rows(made.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())
    assert [len(row) for row in read] == [2] * len(table)
    for cell in (cell for row in read for cell in row):
        assert not re.match(r"\s*[=+\-@]", cell)
