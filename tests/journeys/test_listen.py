"""Read aloud: which voices count, what is said and lit, when it stops; a whole module by ear."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.listening import ENGLISH, GUARD, LOCAL, REMOTE, Listener

pytestmark = pytest.mark.browser
MODULE = "modules/email-basics.html"
SAMPLE = "Bonjour. Je lis la page avec vous."
# The texts that a screen shows, controls apart.
SHOWN = """() => Array.from(document.querySelectorAll('section'))
  .reduce((all, one) => all.concat(Array.from(one.querySelectorAll('h2, h3, p, li, label'))), [])
  .filter((one) => one.offsetParent && !one.matches('.vh, .screen-n')
    && !one.querySelector('button, a, select'))
  .map((one) => one.innerText)"""

# A recording beside each step: some file that is there.
RECORDED = (
    "for (const one of document.querySelectorAll('section'))"
    " one.dataset.audio = 'email-basics/envelope.svg'"
)


@pytest.fixture
def module(site_url: str) -> str:
    """Return the address of a module's page."""
    return f"{site_url}{MODULE}"


def test_nothing_speaks_before_it_is_asked_to(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL, auto=True)
    page.goto(module)
    page.get_by_role("button", name="Suivant").click()
    assert listener.said() == []


def test_a_voice_counts_once_the_learner_has_heard_it(page: Page, module: str) -> None:
    listener = Listener.on(page, REMOTE, LOCAL)
    page.goto(module)
    listener.open()
    listener.shows("Entendez-vous bien ?")
    assert listener.texts() == [SAMPLE]
    listener.press("Oui")
    expect(listener.player.get_by_role("button", name="Pause")).to_be_focused()
    assert listener.texts()[1] == "E-mail : les bases"
    assert {one["voice"] for one in listener.said()} == {"voice:fr-FR:1"}  # the local one

    page.reload()
    listener.open()  # not asked again
    expect(listener.player.get_by_role("button", name="Pause")).to_be_visible()
    assert SAMPLE not in listener.texts()


def test_a_voice_that_is_not_heard_gives_way_to_the_next_then_to_advice(
    page: Page, module: str
) -> None:
    listener = Listener.on(page, LOCAL, REMOTE, {**LOCAL, "default": True}, ENGLISH)
    page.goto(module)
    listener.open()
    listener.press("Non")
    listener.shows("Voici une autre voix")
    listener.press("Non")
    listener.shows("Montez le son")
    assert [one["voice"] for one in listener.said()] == ["voice:fr-FR:2", "voice:fr-FR:0"]
    listener.press("Essayer encore")
    listener.shows("Entendez-vous bien ?")


@pytest.mark.parametrize("voices", [(), (REMOTE,), (ENGLISH, REMOTE)])
def test_without_a_voice_of_the_device_it_says_so_calmly(
    page: Page, module: str, voices: tuple[dict[str, str], ...]
) -> None:
    listener = Listener.on(page, *voices)
    page.goto(module)
    listener.open()
    listener.shows("pas de voix en français")
    listener.shows("demandez au formateur")
    assert listener.said() == []
    listener.press("Fermer")
    expect(listener.player).to_be_hidden()
    expect(page.get_by_role("button", name="Écouter", exact=True)).to_be_focused()


def test_a_device_without_speech_says_so_too(page: Page, module: str) -> None:
    listener = Listener(page)
    page.add_init_script("delete window.speechSynthesis")
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto(module)
    listener.open()
    listener.shows("pas de voix en français")


def test_voices_may_come_late(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL, late=1000)
    page.goto(module)
    listener.open()
    listener.shows("Entendez-vous bien ?")
    assert listener.texts() == [SAMPLE]


def test_a_voice_that_falls_silent_no_longer_counts(page: Page, module: str) -> None:
    page.clock.install()
    listener = Listener.on(page, LOCAL, silent=True)
    page.goto(module)
    listener.confirm()
    page.clock.fast_forward(5100)
    listener.shows("Vous n’entendez pas ?")
    listener.press("Essayer encore")
    listener.shows("Entendez-vous bien ?")


def test_a_pause_goes_on_with_the_sentence_and_a_stop_from_the_start(
    page: Page, module: str
) -> None:
    listener = Listener.on(page, LOCAL)
    page.goto(module)
    listener.confirm()
    listener.end()
    second = listener.texts()[-1]
    listener.press("Pause")
    assert not listener.speaking()
    listener.press("Lire")
    assert listener.texts()[-2:] == [second, second]
    listener.press("Lent")
    assert listener.said()[-1]["rate"] < 1
    listener.press("Arrêter")
    assert not listener.speaking()
    assert listener.lit("sentence") == []
    listener.press("Lire")
    assert listener.texts()[-1] == listener.texts()[1]


def test_words_are_lit_where_the_voice_tells_and_sentences_otherwise(
    page: Page, module: str
) -> None:
    listener = Listener.on(page, LOCAL, words=True)
    page.goto(module)
    before = page.locator("main").inner_html()
    listener.confirm()
    heading = page.get_by_role("heading", name="E-mail : les bases").bounding_box()
    assert heading
    lit = listener.lit("sentence")  # a box for each stretch that never breaks
    assert lit[0]["y"] >= heading["y"] - 5
    assert listener.lit("word") == []
    listener.word()
    [first] = listener.lit("word")
    listener.word()
    listener.word()
    [third] = listener.lit("word")
    assert first["width"] < sum(box["width"] for box in lit)
    assert third["x"] > first["x"]
    assert page.locator("main").inner_html() == before  # the text itself isn't touched


def test_what_is_said_stops_with_the_screen_a_dialog_or_the_page(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL)
    page.goto(module)
    listener.confirm()
    page.wait_for_timeout(GUARD)
    page.get_by_role("button", name="Suivant").click()
    assert not listener.speaking()
    listener.press("Lire")
    assert listener.speaking()
    page.wait_for_timeout(GUARD)
    page.get_by_role("button", name="Réglages").click()
    expect(page.get_by_role("dialog", name="Réglages")).to_be_visible()
    assert not listener.speaking()
    page.keyboard.press("Escape")
    listener.press("Lire")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert not listener.speaking()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Écrivez à emploi@example.org.", "Écrivez à emploi arobase example point org."),
        ("Ouvrez CV_Nom.pdf.", "Ouvrez CV tiret bas Nom point pdf."),
        (
            "Voyez www.le-forem.example/aide ici.",
            "www point le tiret forem point example barre aide",
        ),
        ("Le signe @ est là.", "Le signe arobase est là."),
        ("Appelez le 0800/93 947.", "Appelez le 0800 93 947."),
    ],
)
def test_addresses_are_spoken(page: Page, module: str, written: str, said: str) -> None:
    listener = Listener.on(page, LOCAL, auto=True)
    page.goto(module)
    page.locator(".cover .lead").evaluate("(one, text) => { one.textContent = text; }", written)
    listener.confirm()
    listener.done()
    assert said in " ".join(listener.texts())


def test_a_foreign_word_is_said_by_a_voice_of_its_language_once_that_is_heard(
    page: Page, module: str
) -> None:
    listener = Listener.on(page, LOCAL, ENGLISH, auto=True)
    page.goto(module)
    page.locator(".cover .lead").evaluate(
        "(one) => { const word = document.createElement('span'); word.lang = 'en';"
        " word.textContent = 'mute'; one.textContent = 'Touchez '; one.append(word, ' ici.'); }"
    )
    listener.confirm()
    listener.done()
    assert "Touchez mute ici." in listener.texts()  # by the page's voice
    page.evaluate("SmartCorner.settings.set('voice-en', 'voice:en-GB:1')")
    listener.press("Lire")
    listener.done()
    assert [(one["text"].strip(), one["lang"]) for one in listener.said() if "mute" in one["text"]][
        -1
    ] == ("mute", "en-GB")


def test_a_long_sentence_is_cut_and_hidden_words_are_not_said(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL, auto=True)
    page.goto(module)
    page.locator(".cover .lead").evaluate(
        "(one) => { const secret = document.createElement('span'); secret.className = 'vh';"
        " secret.textContent = 'secret'; one.textContent = 'un mot, '.repeat(60);"
        " one.append(secret); }"
    )
    listener.confirm()
    listener.done()
    assert max(len(text) for text in listener.texts()) <= 180
    assert sum(text.count("un mot") for text in listener.texts()) == 60
    assert "secret" not in " ".join(listener.texts())


def test_a_trainers_recording_takes_precedence(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL)
    page.add_init_script(
        "HTMLMediaElement.prototype.play = function () { window.played = this.src;"
        " return Promise.resolve(); };"
    )
    page.goto(module)
    page.evaluate(RECORDED)
    listener.open()
    expect(listener.player.get_by_role("button", name="Pause")).to_be_visible()
    assert page.evaluate("played").endswith("/envelope.svg")
    assert listener.said() == []


def test_a_recording_that_cannot_be_played_leaves_it_to_the_voice(page: Page, module: str) -> None:
    listener = Listener.on(page, LOCAL)
    page.add_init_script(
        "HTMLMediaElement.prototype.play ="
        " () => Promise.reject(new DOMException('', 'NotSupportedError'));"
    )
    page.goto(module)
    page.evaluate(RECORDED)
    listener.open()
    listener.shows("Entendez-vous bien ?")


def test_a_whole_module_by_ear(page: Page, module: str) -> None:
    """Each screen is read when asked, all that it shows, and Suivant says nothing."""
    listener = Listener.on(page, LOCAL, auto=True)
    page.goto(module)
    listener.confirm()
    listener.done()
    following = page.get_by_role("button", name="Suivant")
    asked = page.get_by_role("button", name="À plusieurs personnes")
    second = page.evaluate("'#' + document.querySelectorAll('sc-module .step')[1].id")
    screens = 0
    while following.is_visible():
        listener.done()
        count = len(listener.said())
        page.wait_for_timeout(GUARD)
        before = page.url
        following.click()
        expect(page).not_to_have_url(before)
        if page.url.endswith(second):  # whose device it is, once
            expect(asked).to_be_visible()
            page.wait_for_timeout(GUARD)
            asked.click()
        assert len(listener.said()) == count
        listener.press("Lire")
        listener.done()
        said = _letters(" ".join(listener.texts()[count:]))
        for text in page.evaluate(SHOWN):
            assert _letters(text) in said, (text, said)
        screens += 1
    assert screens > 10
    assert {one["lang"] for one in listener.said()} == {"fr-FR"}


def _letters(text: str) -> str:
    """Return a text's letters alone: how it is spaced and how signs are said don't matter."""
    text = re.sub(r"arobase|point|tiret( bas)?|barre|[@./_-]", "", text)
    return "".join(char for char in text.lower() if char.isalpha())
