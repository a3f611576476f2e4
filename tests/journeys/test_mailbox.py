"""The mailbox and its bench as a person meets them: touch, mouse, keyboard, words kept and refused."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.keyboard import press
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

Open = Callable[..., Learner]
ATTEMPT = "mailbox/reply/attempt"
# Closes a dialog, goes elsewhere before the page hears of it, and says whether one stays there.
MOVED_ON = """([dialog, other]) => new Promise((done) => {
  dialog.addEventListener('close', () => setTimeout(() => done(document.activeElement === other)));
  dialog.close();
  other.focus();
})"""


@pytest.fixture
def at(browse: Browse, mailbox_site: str) -> Open:
    """Open an exercise: `at("#answer", width=1280)`."""

    def open_exercise(step: str, locale: str = "fr", **options: Any) -> Learner:
        wanted = {"width": 360, "height": 740, "reduced_motion": "reduce", **options}
        learner = Learner(browse(**wanted), mailbox_site, locale)
        learner.open("modules/mailbox", f"?device=shared{step}")
        expect(learner.page.locator(".sim:visible")).to_be_visible()
        return learner

    return open_exercise


def bench(learner: Learner) -> Locator:
    """Return the bench that shows."""
    return learner.page.locator(".sim:visible")


def row(learner: Learner, name: str) -> Locator:
    """Return a message of the list, by what it says."""
    return bench(learner).locator(".mb-row:visible", has_text=name).first


def line(learner: Learner, words: str) -> Locator:
    """Return a line to choose in the dialog."""
    return bench(learner).get_by_role("dialog").get_by_role("button").filter(has_text=words)


def mark(learner: Learner, words: str) -> Locator:
    """Return a part of a message to touch as a sign."""
    return bench(learner).locator(".mb-mark:visible", has_text=words)


def goal(learner: Learner, words: str) -> None:
    """Wait until the goal line says these words."""
    expect(bench(learner).locator(".sim-goal")).to_contain_text(words)


def answer(learner: Learner, *, file: bool = True) -> None:
    """Answer Karim, with or without the CV."""
    learner.press("J’essaie")
    learner.press(row(learner, "Votre entretien"))
    learner.press("Répondre")
    learner.press("Choisir des phrases")
    learner.press(line(learner, "Bonjour,"))
    learner.press(bench(learner).get_by_role("button", name="C’est bon"))
    if file:
        learner.press("Joindre un fichier")
        learner.press(line(learner, "CV_Nadia_Lambert.pdf"))
    learner.press("Envoyer")


def work(learner: Learner) -> str:
    """Return what is kept of work under way, as one text."""
    return " ".join(text for box in learner.kept() for text in box.values())


@pytest.mark.parametrize("touch", [True, False], ids=["touch", "mouse"])
@pytest.mark.parametrize("size", [(360, 740), (1280, 800)], ids=["phone", "computer"])
def test_an_answer_reaches_its_goals_and_an_answer_comes_back(
    at: Open, size: tuple[int, int], touch: bool
) -> None:
    learner = at("#answer", width=size[0], height=size[1], has_touch=touch)
    learner.touch = touch
    expect(bench(learner)).to_contain_text("Aucun message ne part.")
    answer(learner)
    goal(learner, "Tout est fait.")
    expect(bench(learner).locator(".sim-said")).to_contain_text(
        "Un message de Karim Diallo arrive."
    )
    learner.press("Voir le bilan")
    expect(bench(learner)).to_contain_text("Vous avez dit bonjour.")
    expect(learner.button("Suivant")).to_have_class(re.compile("btn-main"))
    learner.press("Encore une fois")
    expect(bench(learner)).to_contain_text("Ana écrit à Nadia.")


def test_what_a_press_does_not_change_stays_as_it_is(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    learner.press("J’essaie")
    rows = bench(learner).locator(".mb-row").element_handles()
    learner.press(row(learner, "Votre entretien"))
    learner.press("Répondre")
    assert all(one.evaluate("one => one.isConnected") for one in rows)
    text = bench(learner).locator("textarea").element_handle()
    learner.press("Choisir des phrases")
    for words in ("Merci de votre message.", "Bonjour,"):
        learner.press(line(learner, words))
        expect(line(learner, words)).to_be_focused()
    assert (
        text.evaluate("one => one.isConnected && one.value") == "Bonjour,\nMerci de votre message."
    )


def test_a_forgotten_cv_brings_a_question_and_the_way_on_is_open(at: Open) -> None:
    learner = at("#answer")
    answer(learner, file=False)
    goal(learner, "But 2 sur 2")
    learner.press(row(learner, "Et votre CV ?"))
    expect(bench(learner)).to_contain_text("où est votre CV ?")
    learner.press("Retour à la liste")
    learner.press(row(learner, "Votre entretien"))
    learner.press("Répondre")
    learner.press("Choisir des phrases")
    learner.press(line(learner, "Bonjour,"))
    learner.press(line(learner, "Mon CV est ci-joint."))
    learner.press(bench(learner).get_by_role("button", name="C’est bon"))
    learner.press("Envoyer")
    asked = bench(learner).get_by_role("dialog")
    expect(asked).to_contain_text("Vous écrivez « ci-joint » mais rien n’est joint.")
    learner.press(asked.get_by_role("button", name="Joindre un fichier"))
    learner.press(line(learner, "CV_Nadia_Lambert.pdf"))
    learner.press("Envoyer")
    goal(learner, "Tout est fait.")
    learner.press("Voir le bilan")
    expect(bench(learner)).to_contain_text("Un deuxième message suffit.")


def test_undo_goes_back_a_step_and_brings_back_what_start_again_took(at: Open) -> None:
    learner = at("#answer")
    learner.press("J’essaie")
    learner.press(row(learner, "Votre entretien"))
    learner.press("Répondre")
    learner.press("Annuler")
    expect(bench(learner).get_by_role("heading", name="Votre entretien")).to_be_visible()
    learner.press("Recommencer")
    expect(row(learner, "Votre entretien")).to_be_visible()
    goal(learner, "But 1 sur 2")
    learner.press("Annuler")
    expect(bench(learner).get_by_role("heading", name="Votre entretien")).to_be_visible()
    goal(learner, "But 2 sur 2")


def test_a_sending_is_called_back(at: Open) -> None:
    learner = at("#answer")
    answer(learner, file=False)
    learner.press("Annuler l’envoi")
    expect(bench(learner).get_by_role("heading", name="Votre réponse")).to_be_visible()
    expect(bench(learner).get_by_label("Message", exact=True)).to_have_value("Bonjour,")


def test_work_is_there_after_a_reload_and_gone_after_the_visit(at: Open) -> None:
    learner = at("#answer")
    learner.press("J’essaie")
    learner.press(row(learner, "Votre entretien"))
    learner.press("Répondre")
    text = bench(learner).get_by_label("Message", exact=True)
    text.press_sequentially("Bonjour Karim")
    text.blur()
    learner.page.reload()
    expect(bench(learner).get_by_label("Message", exact=True)).to_have_value("Bonjour Karim")
    assert ATTEMPT in work(learner)
    learner.leave()
    assert "Karim" not in work(learner)
    learner.open("modules/mailbox", "#answer")
    expect(bench(learner)).to_contain_text("Essayez tout")


def test_what_another_tab_erases_leaves_no_dialog_behind(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    learner.press("J’essaie")
    learner.press("Écrire")
    learner.press("Choisir des phrases")
    other = learner.another()
    other.open("progress")
    other.press("Effacer mon travail")
    other.press("Oui, tout effacer")
    expect(bench(learner).get_by_role("dialog")).to_have_count(0)
    expect(learner.button("J’essaie")).to_be_visible()
    assert ATTEMPT not in work(learner)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Bonjour, mon mot de passe est soleil12 ", "un mot de passe"),
        ("Voici Soleil2024! merci", "un mot de passe"),
        ("Je suis 85.07.30-033.28 et vous", "numéro national"),
    ],
)
def test_a_secret_is_refused_with_a_reason_and_never_kept(at: Open, typed: str, said: str) -> None:
    learner = at("#write")
    learner.press("J’essaie")
    learner.press("Composer")
    text = bench(learner).get_by_label("Message", exact=True)
    text.press_sequentially(typed)
    expect(bench(learner).get_by_role("dialog")).to_contain_text(said)
    learner.press("J’ai compris")
    expect(text).to_be_focused()
    text.blur()
    kept = work(learner)
    assert not re.search(r"soleil|85\.07|33\.28", kept, re.IGNORECASE)


def test_a_message_is_typed_from_the_address_to_the_end(at: Open) -> None:
    learner = at("#write", width=1280, height=800)
    learner.press("J’essaie")
    learner.press("Composer")
    to = bench(learner).get_by_label("À", exact=True)
    to.press_sequentially("ANA.COSTA")
    learner.press(bench(learner).locator('[data-k="at-to"]'))
    to.press_sequentially("example.org.")
    bench(learner).get_by_label("Objet", exact=True).press_sequentially("aide de cuissine")
    bench(learner).get_by_label("Message", exact=True).press_sequentially("Mercii Ana")
    learner.press("Envoyer")
    goal(learner, "Tout est fait.")


def test_signs_are_found_on_the_message_and_a_false_alarm_is_explained(at: Open) -> None:
    learner = at("#spot")
    learner.press("J’essaie")
    learner.press(row(learner, "Payez 2 €"))
    learner.press("Chercher les signes")
    learner.press(mark(learner, "Bonne journée"))
    expect(bench(learner)).to_contain_text("« Bonne journée » est poli, c’est tout.")
    learner.press(mark(learner, "info@"))
    learner.press(mark(learner, "Votre colis repart"))
    expect(bench(learner)).to_contain_text("On vous presse : 1 heure.")
    goal(learner, "But 2 sur 2")
    learner.press("Signaler")
    learner.press("Voir le bilan")
    end = bench(learner).locator(".sim-end")
    expect(end).to_contain_text("Le lien demande de l’argent.")  # the one that was missed
    expect(end).to_contain_text("Une ligne polie n’est pas un signe.")


def test_a_link_of_a_false_message_is_explained_calmly(at: Open) -> None:
    learner = at("#answer")
    learner.press("J’essaie")
    learner.press(row(learner, "Payez 2 €"))
    learner.press(bench(learner).get_by_role("button", name="Payer 2 €"))
    expect(bench(learner).get_by_role("dialog")).to_contain_text("colis-payer.example/vite")
    learner.press("J’ai compris")
    expect(bench(learner).locator(".sim-said")).to_contain_text("Rien n’est perdu.")
    expect(bench(learner).get_by_role("button", name="Payer 2 €")).to_be_focused()


def test_a_dialog_that_one_leaves_holds_up_no_other_screen(at: Open) -> None:
    learner = at("#spot")
    learner.page.evaluate("location.hash = '#answer'")
    learner.press("J’essaie")
    learner.press(row(learner, "Payez 2 €"))
    learner.press(bench(learner).get_by_role("button", name="Payer 2 €"))
    expect(bench(learner).get_by_role("dialog")).to_be_visible()
    kept = learner.page.evaluate("JSON.stringify(sessionStorage)")
    learner.page.go_back()
    expect(learner.page.get_by_role("heading", name="Un faux")).to_be_focused()
    learner.press("J’essaie")
    # Nor does it when the page is opened there while the tool still asks.
    learner.page.evaluate("kept => Object.assign(sessionStorage, JSON.parse(kept))", kept)
    learner.page.reload()
    learner.ready()
    learner.press("J’essaie")
    goal(learner, "But 1 sur 2")


def test_search_deleting_and_getting_back(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    learner.press("J’essaie")
    bench(learner).get_by_label("Un nom ou un mot").fill("covoit")
    learner.press("Chercher")
    expect(bench(learner).locator(".mb-row")).to_have_count(1)
    learner.press(row(learner, "Covoiturage"))
    learner.press("Effacer")
    learner.press("Corbeille")
    learner.press(row(learner, "Covoiturage"))
    learner.press("Remettre à sa place")
    learner.press(bench(learner).get_by_role("button", name=re.compile("^Reçus")))
    expect(row(learner, "Covoiturage")).to_be_visible()


def test_the_worked_answer_plays_on_the_same_screen_then_it_is_ones_turn(at: Open) -> None:
    learner = at("#answer")
    learner.press("Montrez-moi d’abord")
    for said in (
        "Je touche le message de Karim.",
        "Je touche « Répondre ».",
        "Je choisis une phrase.",
    ):
        expect(bench(learner).locator(".sim-caption")).to_have_text(said)
        expect(bench(learner).locator(".sim-here")).to_have_count(1)
        learner.press("La suite")
    learner.press("La suite")
    learner.press("La suite")
    expect(bench(learner).locator(".sim-caption")).to_contain_text("À vous maintenant")
    learner.press("J’essaie")
    goal(learner, "But 1 sur 2")
    assert ATTEMPT not in work(learner)


def test_a_search_while_the_answer_plays_leaves_the_page_alone(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    learner.press("Montrez-moi d’abord")
    before = learner.page.url
    learner.press(bench(learner).locator('[data-k="searching"]'))
    learner.page.wait_for_timeout(500)
    assert learner.page.url == before
    expect(bench(learner)).to_have_attribute("data-stage", "demo")


def test_a_hint_says_shows_and_does_the_next_step(at: Open) -> None:
    learner = at("#answer")
    learner.press("J’essaie")
    learner.press("Indice")
    expect(bench(learner).locator(".sim-hint")).to_contain_text("Cherchez son nom dans la liste.")
    learner.press("Montrez-moi où")
    expect(row(learner, "Votre entretien")).to_have_class(re.compile("sim-here"))
    learner.press("Faites-le pour moi")
    goal(learner, "But 2 sur 2")


def test_all_is_done_by_keyboard_alone(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    press(learner, "J’essaie")
    for _ in range(30):
        learner.key("Tab")
        if learner.page.evaluate("document.activeElement.innerText").startswith("Karim Diallo"):
            break
    learner.key("Enter")
    press(learner, "Répondre")
    press(learner, "Choisir des phrases")
    dialog = bench(learner).get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_be_focused()
    learner.key("Tab", "Tab", "Enter")  # past « Fermer », the first sentence
    expect(line(learner, "Bonjour,")).to_have_attribute("aria-pressed", "true")
    learner.key("Escape")
    expect(learner.button("Choisir des phrases")).to_be_focused()
    press(learner, "Joindre un fichier")
    expect(dialog.get_by_role("heading")).to_be_focused()
    learner.key("Tab", "Tab", "Enter")
    expect(learner.button("Joindre un fichier")).to_be_focused()
    press(learner, "Envoyer")
    goal(learner, "Tout est fait.")
    press(learner, "Voir le bilan")
    expect(
        bench(learner).get_by_role("heading", name="Tous vos buts sont atteints")
    ).to_be_focused()


def test_the_focus_is_never_lost(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    inbox = bench(learner).get_by_role("heading", name="Reçus")
    press(learner, "J’essaie")
    press(learner, "Écrire")
    press(learner, "Choisir une personne")
    learner.key("Tab", "Tab", "Enter")  # the button that opened the dialog is gone
    expect(bench(learner).get_by_role("heading", name="Nouveau message")).to_be_focused()
    press(learner, "Recommencer")  # it can't be pressed again
    expect(inbox).to_be_focused()
    press(learner, "Écrire")
    press(learner, "Annuler")  # and there is nothing left to take back
    expect(inbox).to_be_focused()
    hint = learner.button("Indice")
    for n in range(5):
        press(learner, "Indice")
        press(learner, "Montrez-moi où")
        expect(hint).to_be_focused()
        press(learner, "Faites-le pour moi")
        expect(hint if n < 4 else learner.button("Voir le bilan")).to_be_focused()


def test_who_moves_on_at_once_is_not_called_back_to_what_opened_a_dialog(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    press(learner, "J’essaie")
    press(learner, "Écrire")
    press(learner, "Choisir des phrases")
    dialog = bench(learner).get_by_role("dialog").element_handle()
    send = learner.button("Envoyer").element_handle()
    assert learner.page.evaluate(MOVED_ON, [dialog, send])
    press(learner, "Réglages")
    dialog = learner.page.get_by_role("dialog").element_handle()
    assert learner.page.evaluate(MOVED_ON, [dialog, send])


def test_back_at_a_message_on_a_phone_its_title_has_the_focus(at: Open) -> None:
    learner = at("#answer")
    answer(learner)
    learner.press(row(learner, "Votre entretien"))
    learner.press("Voir le bilan")
    learner.press("Revoir l’exercice")
    expect(bench(learner).get_by_role("heading", name="Votre entretien")).to_be_focused()


def test_what_is_typed_is_taken_in_before_a_press_counts(at: Open) -> None:
    learner = at("#answer", width=1280, height=800)
    learner.press("J’essaie")
    learner.press("Écrire")
    bench(learner).get_by_label("À", exact=True).press_sequentially('ana"@example.org')
    learner.press("Ajouter")
    learner.press(bench(learner).get_by_role("button", name='Retirer ana"@example.org'))
    expect(bench(learner).get_by_role("heading", name="Nouveau message")).to_be_focused()
    text = bench(learner).get_by_label("Message", exact=True)
    text.press_sequentially("Bonjour")
    learner.press("Annuler")
    expect(text).to_have_value("")
    expect(bench(learner).get_by_label("À", exact=True)).to_be_visible()


def test_arrows_of_a_remote_move_among_the_controls(at: Open) -> None:
    learner = at("#answer", width=1920, height=1080)
    learner.press("J’essaie")
    row(learner, "Votre entretien").focus()
    learner.key("ArrowDown")
    expect(row(learner, "Covoiturage")).to_be_focused()
    learner.key("ArrowLeft")
    expect(bench(learner).locator(".mb-nav :focus")).to_have_count(1)


def judge(learner: Learner, axe: Axe) -> None:
    """Have a state judged, and measure what is touched: a bar may cover what lies under it."""
    axe(learner.page, skip=("target-size",))
    small = bench(learner).evaluate(
        """one => Array.from(one.querySelectorAll('button, input, textarea'))
      .filter((each) => each.offsetParent && each.offsetHeight < 47)
      .map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert not small


@pytest.mark.parametrize("step", ["answer", "spot", "write"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_state(at: Open, axe: Axe, step: str, width: int) -> None:
    learner = at(f"#{step}", width=width, height=800)
    judge(learner, axe)
    learner.press("J’essaie")
    judge(learner, axe)
    learner.press(row(learner, "Payez 2 €"))
    judge(learner, axe)
    learner.press("Chercher les signes")
    learner.press(mark(learner, "Bonne journée"))
    judge(learner, axe)
    learner.press("J’ai fini de chercher")
    learner.press(bench(learner).locator('[data-k="reply"]'))
    judge(learner, axe)
    learner.press("Cc et Cci")
    learner.press("Choisir des phrases")
    judge(learner, axe)
    learner.press("Fermer")
    learner.press("Indice")
    judge(learner, axe)
    learner.press("Recommencer")
    judge(learner, axe)
    learner.page.emulate_media(color_scheme="dark")
    axe(learner.page, colours=True)


def test_nothing_sticks_out_on_the_narrowest_screen(at: Open) -> None:
    for step in ("answer", "spot", "write"):
        learner = at(f"#{step}", width=320, height=640)
        for press_ in ("J’essaie", None, "Marquer non lu"):
            if press_:
                learner.press(press_)
            else:
                learner.press(row(learner, "Payez 2 €"))
            wide = learner.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{step}, after {press_}: {wide} px too wide"


def test_english_has_its_own_words(at: Open) -> None:
    learner = at("#write", locale="en")
    expect(bench(learner)).to_contain_text("Undo goes back.")
    learner.press("J’essaie")
    expect(learner.button("Composer")).to_have_text("Compose")


def test_fields_ask_the_browser_for_nothing(at: Open) -> None:
    learner = at("#write")
    learner.press("J’essaie")
    learner.press("Composer")
    for field in bench(learner).locator("input, textarea").all():
        said = field.evaluate("one => [one.type, one.name, one.autocomplete, one.spellcheck]")
        assert said[0] in {"text", "textarea"}
        assert said[1:] == ["", "off", False]


def test_without_a_script_the_exercise_is_on_paper(browse: Browse, mailbox_site: str) -> None:
    page = browse(java_script_enabled=False)
    page.goto(f"{mailbox_site}modules/mailbox.html")
    expect(page.get_by_role("heading", name="Répondez à Karim")).to_be_visible()
    expect(page.get_by_text("Écrivez votre message ici.").first).to_be_visible()
    expect(page.get_by_text("Entourez chaque signe").first).to_be_visible()


def test_the_script_is_light_and_comes_when_a_step_is_open(
    browse: Browse, mailbox_site: str, mailbox_folder: Path
) -> None:
    names = ("assets/simulation.fr.js", "kinds/mailbox.fr.js", "kinds/mailbox.js")
    sizes = {name: len(gzip.compress((mailbox_folder / name).read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= 25 * 1024, sizes
    page = browse()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{mailbox_site}modules/mailbox.html")
    assert not [one for one in asked if "simulation" in one]
    with page.expect_request("**/kinds/mailbox.fr.js"):
        page.get_by_role("button", name="Suivant").click()
