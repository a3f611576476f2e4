"""The first visit: few choices, a success at once, everything where it was on the last screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.answers import answers, plain
from tests.support.chromium import Browse
from tests.support.learner import LOCALES, MODULES, Learner
from tests.support.sites import ROOT

pytestmark = pytest.mark.browser

# The controls that can take the focus, one after the other, as Tab finds them.
CONTROLS = """Array.from(document.querySelectorAll('a[href], button, input, select, summary'))
  .filter((one) => one.getClientRects().length && !one.closest('dialog:not([open])')
    && getComputedStyle(one).visibility === 'visible')"""
IN_VIEW = f"""() => {CONTROLS}.filter((one) => {{
  const box = (one.closest('label') || one).getBoundingClientRect();
  return one.closest('main') && box.top < innerHeight && box.bottom > 0;
}}).map((one) => one.textContent.trim())"""
AFTER_NEXT = f"""(next) => {CONTROLS}
  .filter((one) => next.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  .map((one) => one.outerHTML.slice(0, 80))"""
# Gives each control the focus, as Tab would, and looks at what lies over its corners.
COVERED = f"""() => {CONTROLS}.filter((one) => !one.closest('.bar, .path')).map((one) => {{
  window.scrollTo(0, 0);
  one.focus();
  const seen = one.closest('label') || one;
  const {{ left, right, top, bottom }} = seen.getBoundingClientRect();
  const inside = [[left + 8, top + 8], [right - 8, top + 8], [left + 8, bottom - 8],
    [right - 8, bottom - 8]];
  const over = inside.map(([x, y]) => document.elementFromPoint(x, y))
    .filter((other) => !other || !(seen.contains(other) || other.contains(seen)));
  return over.length ? `${{seen.textContent.trim().slice(0, 40)}} (${{top}}–${{bottom}})` : '';
}}).filter(Boolean)"""


@pytest.fixture
def phone(browse: Browse, http_site: str) -> Learner:
    """A learner at a phone."""
    return Learner(browse(360, 740), http_site)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_home_page_offers_three_choices_at_most(
    browse: Browse, http_site: str, locale: str
) -> None:
    learner = Learner(browse(360, 740), http_site, locale)
    learner.open("index")
    expected = [learner.say(one) for one in ("Commencer", "Choisir un sujet", "J’ai besoin d’aide")]
    assert learner.page.evaluate(IN_VIEW) == expected
    learner.open("modules/email-basics", "#discover")
    learner.next()
    learner.open("index")
    expected[0] = learner.say("Continuer")
    assert learner.page.evaluate(IN_VIEW) == expected


def test_the_home_page_says_that_nothing_can_go_wrong(phone: Learner) -> None:
    phone.open("index")
    expect(phone.page.get_by_role("heading", name="Bonjour.")).to_be_in_viewport()
    for words in ("vous ne cassez rien", "C’est gratuit", "sans nom ni note"):
        expect(phone.page.get_by_role("main").get_by_text(words)).to_be_in_viewport()


def test_commencer_leads_to_a_first_success_within_the_first_step(phone: Learner) -> None:
    phone.open("index")
    phone.press(phone.find("link", "Commencer"))
    expect(phone.page).to_have_url(re.compile(r"/modules/email-basics\.html$"))
    expect(phone.page.get_by_text("Après ce module")).to_be_visible()
    known = answers(ROOT, "email-basics", "fr")
    for _ in range(4):
        phone.next()
        question = phone.page.get_by_role("heading", level=3).locator("visible=true")
        asked = known.get(plain(question.last.inner_text())) if question.count() else None
        if asked:
            phone.choose(asked.texts[0])
            break
    expect(phone.status).to_contain_text("Oui.")
    expect(phone.button("Étape 1 sur 7")).to_be_visible()


def test_choices_that_come_on_asking_are_one_press_away(phone: Learner) -> None:
    phone.open("index")
    phone.press(phone.find("link", "Choisir un sujet"))
    expect(phone.page.get_by_role("heading", name="Tous les modules")).to_be_in_viewport()
    tiles = phone.page.get_by_role("link", name=re.compile("environ"))
    expect(tiles).to_have_count(len(MODULES))
    for tile in tiles.all():
        expect(tile).to_have_text(re.compile(r"environ\s\d+\sminutes"))
    phone.open("index")
    phone.press(phone.page.get_by_role("main").get_by_text("J’ai besoin d’aide"))
    helping = phone.dialog("Besoin d’aide ?")
    expect(helping).to_contain_text("Demandez au formateur.")
    expect(helping).to_contain_text(re.compile(r"0800/93\s947"))


def test_help_tells_what_to_say(phone: Learner) -> None:
    phone.open("modules/email-basics", "#write")
    phone.press("Aide") if phone.button("Aide").count() else phone.press(phone.find("link", "Aide"))
    expect(phone.dialog("Besoin d’aide ?")).to_contain_text(
        re.compile(r"Dites\s: «\sJe suis à l’étape 3, E-mail\s: les bases\.\s»")
    )


@pytest.mark.parametrize("module", MODULES)
def test_the_path_stays_at_its_place_and_nothing_comes_after_it(
    browse: Browse, http_site: str, module: str
) -> None:
    learner = Learner(browse(360, 740), http_site)
    learner.open(f"modules/{module}")
    page, places = learner.page, set()
    total = len({one.partition("/")[0] for one in learner.screens(training=False)})
    for screen in ["", *learner.screens(training=False)]:
        if screen:
            learner.open(f"modules/{module}", screen)
            step = learner.page.get_by_role("button", name=re.compile(rf"^Étape \d sur {total}$"))
            expect(step).to_be_in_viewport()
        back, forward = learner.button("Retour"), learner.button("Suivant")
        places.add((str(back.bounding_box()), str(forward.bounding_box())))
        handle = forward.element_handle()
        assert page.evaluate(AFTER_NEXT, handle) == [], screen
    assert len(places) == 1, places


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("module", MODULES)
def test_no_control_hides_under_a_bar_when_it_has_the_focus(
    browse: Browse, http_site: str, module: str, locale: str
) -> None:
    learner = Learner(browse(360, 640), http_site, locale)
    learner.open(f"modules/{module}")
    for screen in [*learner.screens(), "#sc-end", "#sc-words"]:
        learner.open(f"modules/{module}", screen)
        assert learner.page.evaluate(COVERED) == [], screen


def test_what_is_said_of_an_answer_comes_into_view_above_the_path(phone: Learner) -> None:
    phone.page.set_viewport_size({"width": 360, "height": 640})
    phone.open("modules/email-basics")
    for screen in phone.screens():
        phone.open("modules/email-basics", screen)
        radio = phone.page.get_by_role("main").get_by_role("radio").locator("visible=true")
        if not radio.count():
            continue
        phone.press(phone.page.locator("label:visible").first)
        said = phone.status.bounding_box()
        path = phone.button("Suivant").bounding_box()
        assert said
        assert path
        assert said["y"] < path["y"] - 40, screen


@pytest.mark.parametrize("locale", LOCALES)
def test_the_list_of_steps_is_one_touch_away(browse: Browse, http_site: str, locale: str) -> None:
    learner = Learner(browse(360, 740), http_site, locale)
    learner.open("modules/email-basics", "#write")
    learner.press(learner.page.get_by_role("button", name=re.compile(r"^(Étape|Step) 3 ")))
    steps = learner.dialog("Les étapes").get_by_role("link")
    expect(steps.nth(2)).to_have_attribute("aria-current", "step")
    expect(steps.nth(2)).to_contain_text(learner.say("vous êtes ici"))
    learner.press(steps.nth(1))
    expect(learner.page).to_have_url(re.compile("#three-parts$"))
    expect(learner.dialog("Les étapes")).to_be_hidden()


def test_the_browsers_back_key_goes_a_screen_back(phone: Learner) -> None:
    phone.open("modules/email-basics", "#discover")
    phone.next()
    phone.next()
    phone.page.go_back()
    assert phone.where == "#discover/2"
    phone.page.go_back()
    assert phone.where == "#discover"
    phone.page.go_forward()
    assert phone.where == "#discover/2"
    phone.back()
    assert phone.where == "#discover"
