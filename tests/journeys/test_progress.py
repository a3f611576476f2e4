"""Progress: what is done stays as long as it should, wherever it is kept."""

import json

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.conftest import Visit
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

OPENED = "J’ai ouvert la boîte."
FOUND = "J’ai trouvé le message."
OPENED_FACT = "practice/ready/opened"
QUESTION = "À qui est cet appareil ?"


def finish_first_step(learner: Learner) -> None:
    learner.open("modules/practice", "#read/2")
    learner.choose("Ana écrit.")
    learner.next()


def own(learner: Learner) -> None:
    finish_first_step(learner)
    learner.press(learner.dialog(QUESTION).get_by_role("button", name="À moi"))
    expect(learner.dialog(QUESTION)).to_be_hidden()


def test_ticks_and_answers_are_there_after_a_reload(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.next()
    learner.choose("Ana écrit.")
    learner.page.reload()
    assert learner.where == "#read/2"
    expect(learner.status).to_contain_text("Ana signe le message.")
    expect(learner.box("Ana écrit.")).to_be_checked()
    learner.back()
    expect(learner.box(OPENED)).to_be_checked()
    expect(learner.box(FOUND)).not_to_be_checked()
    learner.choose(OPENED)
    learner.page.reload()
    expect(learner.box(OPENED)).not_to_be_checked()


def test_a_browser_keeps_no_tick_for_the_next_person(learner: Learner) -> None:
    learner.choose(OPENED)
    expect(learner.box(OPENED)).to_be_checked()
    learner.open("index")
    learner.page.evaluate("sessionStorage.clear()")
    # What the browser itself shows on the way back: no script runs.
    learner.page.route(
        "**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    learner.page.go_back()
    expect(learner.page.locator(f'[name="{OPENED_FACT}"]')).not_to_be_checked()


@pytest.mark.parametrize(
    ("tick", "kept"),
    [
        ("one => one.click()", True),
        # A browser on the way back ticks what somebody left before the scripts were there.
        ("one => { one.checked = true; }", False),
    ],
)
def test_only_a_person_ticks_before_the_scripts_come(
    learner: Learner, tick: str, *, kept: bool
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    learner.page.route("**/frame.*.js", hold)
    learner.page.reload(wait_until="commit")
    learner.page.locator(f'[name="{OPENED_FACT}"]').evaluate(tick)
    assert not learner.page.evaluate("Boolean(customElements.get('sc-checklist'))")
    for route in held:
        route.continue_()
    learner.page.unroute("**/frame.*.js")
    learner.ready()
    expect(learner.box(OPENED)).to_be_checked(checked=kept)
    assert any(OPENED_FACT in text for text in learner.kept()[0].values()) == kept
    learner.page.reload()
    expect(learner.box(OPENED)).to_be_checked(checked=kept)


def test_the_language_switch_keeps_page_step_screen_and_work(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.open("modules/practice", "#answer/3")
    learner.press("Réglages")
    learner.press(learner.dialog("Réglages").get_by_role("link", name="English"))
    expect(learner.page).to_have_url(f"{learner.site}en/modules/practice.html#answer/3")
    expect(
        learner.page.get_by_role("heading", name="en À quoi sert chaque bouton ?")
    ).to_be_visible()
    assert learner.page.locator("html").get_attribute("lang") == "en"
    english = Learner(learner.page, learner.site, "en")
    english.open("modules/practice", "#read")
    expect(english.box(OPENED)).to_be_checked()
    english.press("Réglages")
    english.press(english.dialog("Réglages").get_by_role("link", name="Français"))
    expect(learner.page).to_have_url(f"{learner.site}modules/practice.html#read")
    expect(learner.box(OPENED)).to_be_checked()


def test_a_module_opens_where_it_was_left(learner: Learner) -> None:
    learner.open("modules/practice", "#answer/2")
    learner.next()
    learner.open("index")
    learner.press(learner.find("link", "Continuer"))
    expect(learner.page.get_by_role("heading", name="À quoi sert chaque bouton ?")).to_be_visible()


def test_work_begun_is_there_after_a_reload(learner: Learner) -> None:
    learner.open("modules/practice", "#answer/2")
    learner.choose("J’écris le texte.")
    learner.page.reload()
    expect(learner.box("J’écris le texte.")).to_be_checked()
    expect(learner.status).to_have_count(0)


def test_ones_own_device_keeps_work_after_the_browser_was_closed(
    learner: Learner, visit: Visit
) -> None:
    learner.choose(OPENED)
    own(learner)
    later = visit("#read", storage_state=learner.page.context.storage_state())
    expect(later.box(OPENED)).to_be_checked()
    assert later.kept()[1]


def test_a_shared_device_forgets_with_the_browser(learner: Learner, visit: Visit) -> None:
    learner.choose(OPENED)
    finish_first_step(learner)
    learner.press(learner.dialog(QUESTION).get_by_role("button", name="À plusieurs personnes"))
    expect(learner.dialog(QUESTION)).to_be_hidden()
    assert learner.kept()[1] == {}
    later = visit("#read", storage_state=learner.page.context.storage_state())
    expect(later.box(OPENED)).not_to_be_checked()


@pytest.mark.parametrize("answer", ["À moi", "À plusieurs personnes", "Je ne sais pas", "Escape"])
def test_whose_device_is_asked_once_at_the_end_of_the_first_step(
    learner: Learner, answer: str
) -> None:
    learner.next()
    expect(learner.dialog(QUESTION)).to_be_hidden()
    finish_first_step(learner)
    expect(learner.dialog(QUESTION)).to_be_visible()
    if answer == "Escape":
        learner.page.keyboard.press("Escape")
    else:
        learner.press(learner.dialog(QUESTION).get_by_role("button", name=answer))
    expect(learner.dialog(QUESTION)).to_be_hidden()
    assert bool(learner.kept()[1]) == (answer == "À moi")
    learner.page.reload()
    learner.open("modules/practice", "#paper/2")
    learner.open("modules/practice", "#paper")
    learner.next()
    expect(learner.page.get_by_role("heading", name="Parler ensemble")).to_be_visible()
    expect(learner.dialog(QUESTION)).to_be_hidden()


def test_whose_device_is_never_asked_over_unfinished_work(learner: Learner) -> None:
    learner.open("modules/practice", "#read/2")
    learner.choose("Paul écrit.")
    learner.next()
    expect(learner.page.get_by_role("heading", name="De quoi un message")).to_be_visible()
    expect(learner.dialog(QUESTION)).to_be_hidden()
    learner.back()
    learner.press("Essayer encore")
    learner.choose("Ana écrit.")
    learner.next()
    expect(learner.dialog(QUESTION)).to_be_visible()


def test_whose_device_can_be_changed_on_the_progress_page(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.open("progress")
    expect(learner.page.get_by_role("radio", name="À plusieurs personnes")).to_be_checked()
    learner.choose("À moi")
    assert OPENED_FACT in learner.kept()[1]["sc:smartcorner:facts"]
    assert "sc:smartcorner:facts" not in learner.kept()[0]
    learner.choose("À plusieurs personnes")
    assert learner.kept()[1] == {}
    assert OPENED_FACT in learner.kept()[0]["sc:smartcorner:facts"]


def test_the_progress_page_says_what_is_done_and_what_comes_next(learner: Learner) -> None:
    own(learner)
    learner.open("progress")
    module = learner.page.get_by_role("region", name="Le courrier")
    expect(module).to_contain_text("Étapes faites : 1 sur 4")
    module.get_by_text("Voir les étapes").click()
    steps = module.get_by_role("listitem")
    expect(steps.filter(has_text="Lire")).to_contain_text("Fait")
    expect(steps.filter(has_text="Répondre")).to_contain_text("À faire")


def test_erasing_asks_first_and_says_that_it_is_done(learner: Learner) -> None:
    learner.choose(OPENED)
    learner.open("progress")
    learner.press("Effacer mon travail")
    learner.press("Non, je garde tout")
    assert OPENED_FACT in json.dumps(learner.kept())
    learner.press("Effacer mon travail")
    learner.press("Oui, tout effacer")
    expect(learner.page.get_by_text("C’est effacé.")).to_be_visible()
    assert OPENED_FACT not in json.dumps(learner.kept())
    learner.open("modules/practice", "#read")
    expect(learner.box(OPENED)).not_to_be_checked()
