"""« Rejoindre »: the way to this very step, for a device in the room."""

import gzip
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import LOCALES, path, words
from tests.support.tv_screen import BADLY_SHOWN, SIZES

Join = Callable[..., Page]


@pytest.fixture
def join(browse: Browse, http_site: str) -> Join:
    """Open « Rejoindre » in a lesson's third step, with the address that an operator set."""

    def begin(base: str, locale: str = "fr", size: tuple[int, int] = SIZES[0]) -> Page:
        page = browse(*size, reduced_motion="reduce")

        def answer(route: Route) -> None:
            text = f'window.smartcornerCorner = {{ baseAddress: "{base}" }};'
            route.fulfill(body=text, content_type="text/javascript; charset=utf-8")

        page.context.route(re.compile(r"/corner\.js$"), answer)
        page.goto(f"{http_site}{path('modules/email-basics', locale)}?view=lesson#write")
        expect(page.locator(".tv-help")).to_be_visible()
        expect(page.locator(".tv button:focus")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(".tv-help")).to_have_count(0)
        page.keyboard.press("Escape")
        assert not page.evaluate(BADLY_SHOWN)  # the menu
        page.get_by_role("button", name=words(locale)("Rejoindre")).click()
        expect(page.locator(".tv-join")).to_be_visible()
        return page

    return begin


def decoded(page: Page) -> list[str]:
    """Return what a QR reader finds on the screen."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.browser
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("size", SIZES)
def test_the_code_on_the_screen_leads_to_this_step(
    join: Join, axe: Axe, size: tuple[int, int], locale: str
) -> None:
    page = join("https://example.org/smartcorner/", locale, size)
    address = f"https://example.org/smartcorner/{path('modules/email-basics', locale)}#write"
    assert decoded(page) == [address]
    folder = "" if locale == "fr" else f"{locale}/"
    expect(page.locator(".tv-address")).to_have_text(f"example.org/smartcorner/{folder}#103")
    expect(page.locator(".local")).to_have_count(0)
    assert not page.evaluate(BADLY_SHOWN)
    axe(page)


@pytest.mark.browser
@pytest.mark.parametrize("locale", LOCALES)
def test_the_short_address_leads_to_this_step(
    browse: Browse, join: Join, any_site: str, locale: str
) -> None:
    shown = join("https://example.org/smartcorner/", locale).locator(".tv-address").inner_text()
    typed = shown.replace("example.org/smartcorner/", "")
    assert len(typed) <= 8
    page = browse(360, 740)
    start = any_site if any_site.startswith("http") else f"{any_site}index.html"
    if any_site.startswith("file") and locale != "fr":
        start = f"{any_site}{path('index', locale)}"
    page.goto(f"{start}{typed if any_site.startswith('http') else typed.rpartition('/')[2]}")
    page.wait_for_url(f"**/{path('modules/email-basics', locale)}#write")
    expect(page.locator("#write h2")).to_be_visible()


@pytest.mark.browser
def test_a_number_typed_at_home_leads_there_and_an_unknown_one_stays(
    browse: Browse, http_site: str
) -> None:
    page = browse(360, 740)
    page.goto(f"{http_site}index.html#999")
    expect(page.get_by_role("heading", name="Bonjour.")).to_be_visible()
    page.evaluate("location.hash = '#109'")  # more practice has numbers too
    page.wait_for_url("**/modules/email-basics.html#answer-mail")
    page.go_back()
    page.wait_for_url(re.compile("index.html"))


@pytest.mark.browser
@pytest.mark.parametrize("host", ["192.168.1.20:8000", "smartcorner.local", "corner"])
def test_an_address_of_this_room_says_so(join: Join, host: str) -> None:
    page = join(f"http://{host}/")
    assert decoded(page) == [f"http://{host}/modules/email-basics.html#write"]
    expect(page.get_by_text("Elle marche seulement ici")).to_be_visible()
    assert not page.evaluate(BADLY_SHOWN)


@pytest.mark.browser
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("base", ["", "http://localhost:8000/", "http://127.0.0.1/"])
def test_without_an_address_a_number_is_typed_in_search(
    join: Join, http_site: str, base: str, locale: str
) -> None:
    page = join(base, locale)
    assert not decoded(page)
    assert not page.evaluate(BADLY_SHOWN)
    number = page.locator(".tv-number").inner_text()
    assert re.fullmatch(r"\d\d\d", number)
    page.goto(f"{http_site}{path('search', locale)}")
    page.get_by_role("searchbox").fill(number)
    page.wait_for_url(f"**/{path('modules/email-basics', locale)}#write")


@pytest.mark.browser
def test_back_closes_it_and_its_library_comes_on_request_only(
    browse: Browse, http_site: str
) -> None:
    page = browse(*SIZES[0])
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http_site}modules/email-basics.html?view=lesson#write")
    expect(page.locator(".tv :focus")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert not [url for url in asked if "qrcode" in url]
    page.get_by_role("button", name="Rejoindre").click()
    expect(page.locator(".tv-join")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tv-menu")).to_be_visible()


def test_its_library_weighs_8_kib_at_most(site: Path) -> None:
    assert len(gzip.compress((site / "assets/qrcode.js").read_bytes())) <= 8 * 1024
