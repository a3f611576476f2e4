"""Search: what is found under which words, marked where, and what is said when nothing is."""

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.support.chromium import Heard

pytestmark = pytest.mark.browser


@pytest.fixture
def field(page: Page, site_url: str) -> Locator:
    """Return the search page's field."""
    page.goto(f"{site_url}search.html")
    return page.get_by_role("searchbox", name="Écrivez un mot")


@pytest.mark.parametrize("word", ["e-mail", "EMAIL", "mail", "l’e-mail", "d'un e-mail", "emial"])
def test_a_word_is_found_however_it_is_written(page: Page, field: Locator, word: str) -> None:
    field.fill(word)
    expect(page.get_by_role("heading", name="Résultats : 10")).to_be_visible()
    expect(
        page.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    ).to_contain_text("E-mail")
    expect(page.locator("mark", has_text="e-mail").first).to_be_visible()


@pytest.mark.parametrize("word", ["caméra", "camera", "CAMÉRA", "camér", "camra"])
def test_accents_case_and_a_slip_do_not_matter(page: Page, field: Locator, word: str) -> None:
    field.fill(word)
    expect(page.locator("mark").first).to_have_text("caméra", ignore_case=True)


def test_a_result_opens_its_step(page: Page, field: Locator) -> None:
    field.fill("caméra")
    result = page.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    address = result.get_attribute("href")
    assert address
    result.click()
    page.wait_for_url(f"**/{address}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_button_goes_to_the_results(page: Page, field: Locator) -> None:
    field.fill("caméra")
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("heading", name="Résultats")).to_be_focused()


def test_nothing_found_says_what_to_do(page: Page, field: Locator) -> None:
    field.fill("zzzzzz")
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text("demandez au formateur")
    expect(page.get_by_role("link", name="Voir tous les modules")).to_be_visible()
    field.fill("")
    expect(page.get_by_role("heading", name="Nous n’avons rien trouvé")).to_be_hidden()


def test_without_a_script_the_list_of_modules_is_one_touch_away(page: Page, site_url: str) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site_url}search.html")
    expect(plain.get_by_role("searchbox")).to_be_hidden()
    plain.get_by_role("link", name="Voir tous les modules").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Bonjour.")
    context.close()


def test_nothing_of_search_is_loaded_on_other_pages(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}index.html")
    assert not [url for url in asked if "/search" in url or "minisearch" in url]


def test_what_cannot_be_fetched_is_said_and_fetched_when_asked_again(
    page: Page, site_url: str, heard: Heard
) -> None:
    told: list[str] = []

    def hear(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.accept()

    page.on("dialog", hear)
    page.route("**/search/fr.js", lambda route: route.abort())
    page.goto(f"{site_url}search.html")
    page.get_by_role("searchbox").fill("micro")
    page.get_by_role("button", name="Chercher").click()
    page.wait_for_timeout(500)
    assert any("demandez au formateur" in text for text in told)
    page.unroute("**/search/fr.js")
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator(".search-result").first).to_be_visible()
    heard.clear()  # the browser names what it couldn't fetch


def test_the_documents_come_when_one_searches(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}search.html")
    assert not [url for url in asked if "/search/" in url]
    page.get_by_role("searchbox").fill("micro")
    expect(page.locator(".search-result").first).to_be_visible()
    assert [url for url in asked if "/search/" in url]
