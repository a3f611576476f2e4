"""Storage that is forbidden, full, damaged or of another version: pages work all the same."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.test_progress import FOUND, OPENED, QUESTION
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

FACTS = "sc:smartcorner:facts"
ENTRY = {"practice/ready/opened": [True, 1000]}

FORBIDDEN = """for (const box of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, box, {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  });
}"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};"""
NO_CHANNEL = "delete window.BroadcastChannel;"


def keep(learner: Learner, text: str, box: str = "sessionStorage") -> None:
    """Put a text where facts are kept, and open the first screen."""
    learner.page.evaluate("([box, key, text]) => { window[box][key] = text; }", [box, FACTS, text])
    learner.page.reload()
    learner.ready()


def works(learner: Learner) -> None:
    """Do what pages are for, to the question at the end of the first step."""
    learner.choose(FOUND)
    expect(learner.box(FOUND)).to_be_checked()
    learner.next()
    learner.choose("Ana écrit.")
    expect(learner.status).to_contain_text("Ana signe le message.")
    learner.next()
    learner.press(learner.dialog(QUESTION).get_by_role("button", name="Je ne sais pas"))
    expect(learner.dialog(QUESTION)).to_be_hidden()
    learner.back()
    learner.back()
    expect(learner.box(FOUND)).to_be_checked()


@pytest.mark.parametrize("fault", [FORBIDDEN, FULL, NO_CHANNEL, FORBIDDEN + NO_CHANNEL])
def test_pages_work_without_storage(visit: Visit, fault: str) -> None:
    learner = visit()
    learner.page.add_init_script(fault)
    learner.page.reload()
    learner.next()
    works(learner)
    learner.press("Réglages")
    learner.choose("Grande")
    expect(learner.page.locator("html")).to_have_attribute("data-size", "large")
    learner.press("Fermer")
    learner.leave()
    learner.open("progress")
    expect(learner.page.get_by_role("heading", name="Mes étapes")).to_be_visible()


def test_a_full_device_keeps_the_work_in_the_tab(learner: Learner) -> None:
    full = "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (k, v) {"
    full += "if (this === window.localStorage && v.length > 40) throw new Error('full');"
    learner.page.add_init_script(f"{full} return set.call(this, k, v); }};")
    learner.open("progress")
    learner.choose("À moi")
    learner.open("modules/practice", "#read")
    learner.choose(OPENED)
    learner.page.reload()
    expect(learner.box(OPENED)).to_be_checked()


@pytest.mark.parametrize(
    "text",
    [
        *("", "null", "{", "[]", "7", '"facts"', '{"v":1}', '{"v":"1"}', "{}{}", "\u0000"),
        '{"v":1,"facts":[1]}',
        '{"v":1,"epoch":0,"facts":{"a":1,"__proto__":[true,1]}}',
        "x" * 100_000,
    ],
)
def test_a_text_that_says_nothing_is_no_trouble(learner: Learner, text: str) -> None:
    keep(learner, text)
    expect(learner.box(OPENED)).not_to_be_checked()
    learner.choose(FOUND)
    learner.page.reload()
    expect(learner.box(FOUND)).to_be_checked()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-2],  # the end is lost
        lambda text: text.replace('"v"', "v"),
        lambda text: text.replace("true", "true,", 1),
        lambda text: text.replace('"facts":{', '"facts":{"practice/ready/x":"?",'),
        lambda text: "\ufeff" + text + "\u0000",
    ],
)
def test_what_can_be_read_of_a_damaged_text_is_kept(learner: Learner, damage: object) -> None:
    more = {"practice/ready/found": [True, 2000], **ENTRY}
    text = json.dumps({"v": 1, "epoch": 0, "facts": more}, separators=(",", ":"))
    assert callable(damage)
    hurt = damage(text)
    keep(learner, hurt)
    expect(learner.box(OPENED)).to_be_checked()
    assert hurt in learner.kept()[0].values()  # the text itself, for who can repair it
    learner.choose(FOUND)
    learner.page.reload()
    expect(learner.box(OPENED)).to_be_checked()


def test_a_text_of_a_later_version_is_left_as_it_is(learner: Learner) -> None:
    later = json.dumps({"v": 2, "epoch": 0, "things": ENTRY})
    keep(learner, later)
    works(learner)
    assert later in learner.kept()[0].values()
    learner.press("Terminer ma visite")
    learner.press("Oui, effacer et partir")
    learner.open("progress")
    assert later not in learner.kept()[0].values()


def test_erasing_forgets_damaged_texts_too(learner: Learner) -> None:
    keep(learner, '{"v":1,"facts":{"practice/ready/opened":[true,1000]}')
    learner.open("progress")
    learner.press("Effacer mon travail")
    learner.press("Oui, tout effacer")
    expect(learner.page.get_by_text("C’est effacé.")).to_be_visible()
    assert "practice/ready" not in json.dumps(learner.kept())
