"""From the cover to the end of a module, with the keyboard alone, in each language."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.answers import answers, plain
from tests.support.chromium import Browse
from tests.support.keyboard import answer, focus, press, tab_to, tick_all
from tests.support.learner import Learner
from tests.support.sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("locale", "module"), [("fr", "email-basics"), ("en", "video-call-etiquette")]
)
def test_the_keyboard_alone_leads_through_a_whole_module(
    browse: Browse, http_site: str, locale: str, module: str
) -> None:
    learner = Learner(browse(1280, 720), http_site, locale)
    learner.open(f"modules/{module}")
    known = dict(answers(ROOT, module, locale))
    screens = learner.screens(training=False)
    second = next(one for one in screens if "/" not in one and one != screens[0])
    press(learner, "Suivant")
    passed = []
    while learner.where.strip("#") != "sc-end":
        passed.append(learner.where)
        assert len(passed) <= len(screens), passed
        device = learner.dialog("À qui est cet appareil ?")
        if learner.where == second:  # whose device it is, once, a moment after the screen
            expect(device).to_be_visible()
            press(learner, "Je ne sais pas")
            expect(device).to_be_hidden()
        title = learner.page.get_by_role("heading", level=3).locator("visible=true")
        asked = known.pop(plain(title.last.inner_text()), None) if title.count() else None
        if asked:
            answer(learner, asked)
        elif (
            learner.page.get_by_role("main").get_by_role("checkbox").locator("visible=true").count()
        ):
            tick_all(learner)
        before = learner.page.url
        press(learner, "Suivant")
        expect(learner.page).not_to_have_url(before)
    assert passed == screens
    assert not known, "questions that no screen asks"
    expect(learner.find("heading", "C’est fait")).to_be_visible()
    assert focus(learner).startswith(learner.say("C’est fait"))

    tab_to(learner, learner.say("Aller à l’accueil"))
    learner.key("Enter")
    expect(learner.page).to_have_url(re.compile(r"/index\.html$"))
    tab_to(learner, learner.say("Voir mes étapes"))
    learner.key("Enter")
    expect(learner.page).to_have_url(re.compile(r"/progress\.html$"))
    done = learner.page.locator(f"section[data-module={module}]")
    steps = len({screen.split("/")[0] for screen in screens})
    expect(done).to_contain_text(f"{learner.say('Étapes faites :')} {steps} ")
    expect(done).to_contain_text(learner.say("Revoir"))


def test_back_leads_the_same_way_to_the_cover(browse: Browse, http_site: str) -> None:
    learner = Learner(browse(1280, 720), http_site)
    learner.open("modules/email-basics", "#three-parts")
    screens = learner.screens(training=False)
    at = screens.index("#three-parts")
    for screen in reversed(screens[:at]):
        learner.back()
        assert learner.where == screen
    learner.back()
    expect(learner.page.get_by_text("Après ce module")).to_be_visible()
    learner.press("Retour")
    expect(learner.page).to_have_url(re.compile(r"/index\.html$"))
