"""corner.js, an operator's presets: what they do, and what is said when they are wrong."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.test_idle import COVER, START, after
from tests.journeys.test_progress import OPENED, QUESTION, finish_first_step
from tests.support.chromium import Browse, Heard
from tests.support.learner import LOCALES, Learner

pytestmark = pytest.mark.browser

USUAL = {"device": "ask", "idleMinutes": 10, "baseAddress": "", "message": ""}

UNREADABLE = (
    "Le fichier ne se lit pas. Vérifiez les guillemets et les virgules, "
    "ou reprenez le fichier d’origine."
)

Preset = Callable[..., Learner]


@pytest.fixture
def preset(browse: Browse, small_site: str) -> Preset:
    """Open the site with other presets: `preset(device="own")`, or with another file whole."""

    def open_with(file: str | None = None, **presets: Any) -> Learner:
        usual = json.dumps({**USUAL, **presets})
        text = f"window.smartcornerCorner = {usual};" if file is None else file
        page = browse(360, 740)

        def answer(route: Route) -> None:
            route.fulfill(body=text, content_type="text/javascript; charset=utf-8")

        page.context.route(re.compile(r"/corner\.js$"), answer)
        return Learner(page, small_site)

    return open_with


def notice(learner: Learner) -> str:
    """Return what is said about the file."""
    return learner.page.get_by_role("alert").inner_text()


def test_the_file_as_it_comes_is_right(learner: Learner) -> None:
    expect(learner.page.get_by_role("alert")).to_have_count(0)


def test_a_device_preset_as_shared_asks_nobody(preset: Preset) -> None:
    learner = preset(device="shared")
    finish_first_step(learner)
    expect(learner.page.get_by_role("heading", name="De quoi un message")).to_be_visible()
    expect(learner.dialog(QUESTION)).to_be_hidden()
    learner.open("progress")
    expect(learner.page.get_by_role("radio", name="À moi")).to_be_hidden()
    expect(learner.page.get_by_text("l’a réglé ainsi")).to_be_visible()
    assert learner.kept()[1] == {}


def test_a_visit_that_ends_ends_in_each_tab_where_own_is_preset(preset: Preset) -> None:
    learner = preset(device="own")
    learner.open("modules/practice", "#read")
    other = learner.another()
    other.open("modules/practice", "#read")
    learner.press("Réglages")
    learner.press("À qui est cet appareil ?")
    learner.press(learner.dialog(QUESTION).get_by_role("button", name="À plusieurs"))
    learner.choose(OPENED)
    expect(other.box(OPENED)).to_be_checked()
    learner.leave()
    expect(other.page).to_have_url(re.compile(r"/index\.html$"))


def test_a_device_preset_as_own_keeps_work_and_asks_nobody(preset: Preset) -> None:
    learner = preset(device="own")
    finish_first_step(learner)
    expect(learner.page.get_by_role("heading", name="De quoi un message")).to_be_visible()
    expect(learner.dialog(QUESTION)).to_be_hidden()
    assert "practice/first/who" in json.dumps(learner.kept()[1])
    learner.open("progress")
    expect(learner.page.get_by_role("radio", name="À moi")).to_be_checked()
    learner.choose("À plusieurs personnes")  # a person may always ask for more care
    assert learner.kept()[1] == {}
    learner.open("progress")
    expect(learner.page.get_by_role("radio", name="À plusieurs personnes")).to_be_checked()


def test_idle_minutes_say_when_the_cover_comes(preset: Preset) -> None:
    learner = preset(idleMinutes=2)
    learner.page.clock.install(time=START)
    learner.open("modules/practice", "#read")
    learner.choose(OPENED)
    after(learner, 1.8)
    expect(learner.dialog(COVER)).to_be_hidden()
    after(learner, 0.4)
    expect(learner.dialog(COVER)).to_be_visible()
    after(learner, 2.1)
    expect(learner.page).to_have_url(f"{learner.site}index.html")


def test_a_message_shows_on_the_home_page_as_plain_text(preset: Preset) -> None:
    learner = preset(message="Atelier CV <b>jeudi</b> à 14 h.")
    learner.open("index")
    expect(learner.page.get_by_role("main")).to_contain_text("Atelier CV <b>jeudi</b> à 14 h.")


WRONG: dict[str, tuple[dict[str, Any], list[str]]] = {
    "unknown": ({"devise": "own"}, ["devise", "cette ligne n’existe pas"]),
    "device": ({"device": "mine"}, ["device", 'écrivez "shared", "own" ou "ask"']),
    "minutes": ({"idleMinutes": "10"}, ["idleMinutes", "un nombre entier de 1 à 120"]),
    "none": ({"idleMinutes": 0}, ["idleMinutes", "de 1 à 120"]),
    "address": ({"baseAddress": "example.org"}, ["baseAddress", "https:// ou http://"]),
    "script": ({"baseAddress": "javascript:alert(1)/"}, ["baseAddress", "https://"]),
    "message": ({"message": "x" * 201}, ["message", "200 signes au plus"]),
    "two": ({"device": 1, "message": None}, ["device", "message"]),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_line_is_named_with_what_to_write(preset: Preset, case: str) -> None:
    presets, said = WRONG[case]
    learner = preset(**{"device": "own", **presets})
    learner.open("index")
    for words in ["Le fichier corner.js est à corriger", *said]:
        assert words in notice(learner)
    # A wrong file is refused whole: the device counts as shared.
    finish_first_step(learner)
    assert learner.kept()[1] == {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("file", ["window.smartcornerCorner = {device: own", "", "var x = 1;"])
def test_a_file_that_cannot_be_read_is_said_in_the_pages_language(
    preset: Preset, small_site: str, heard: Heard, file: str, locale: str
) -> None:
    learner = Learner(preset(file).page, small_site, locale)
    learner.open("index")
    heard.clear()  # the browser names the syntax error, too
    for words in ("Le fichier corner.js est à corriger", UNREADABLE):
        assert learner.say(words) in notice(learner)
    learner.open("modules/practice", "#read")
    heard.clear()
    learner.next()


def test_a_missing_file_is_said_and_the_page_works(preset: Preset, heard: Heard) -> None:
    learner = preset()
    learner.page.context.unroute_all()
    learner.page.context.route(re.compile(r"/corner\.js$"), lambda route: route.fulfill(status=404))
    learner.open("modules/practice", "#read")
    assert "ne se lit pas" in notice(learner)
    learner.choose(OPENED)
    learner.next()
    heard.clear()


def test_the_address_may_ask_for_a_shared_device(preset: Preset) -> None:
    learner = preset(device="own")
    learner.open("index", "?device=shared")
    finish_first_step(learner)  # it holds for the visit
    expect(learner.dialog(QUESTION)).to_be_hidden()
    assert learner.kept()[1] == {}
    learner.open("progress")
    expect(learner.page.get_by_role("radio", name="À moi")).to_be_hidden()


@pytest.mark.parametrize("device", ["shared", "ask"])
def test_the_address_cannot_ask_for_a_device_of_ones_own(preset: Preset, device: str) -> None:
    learner = preset(device=device)
    learner.open("index", "?device=own")
    learner.open("modules/practice", "?device=own#read")
    learner.choose(OPENED)
    expect(learner.page.locator("html")).to_have_attribute("data-device", "shared")
    assert learner.kept()[1] == {}
