"""Questions of every type, by touch, by mouse and by keyboard: tries, reasons, answers."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.conftest import Visit
from tests.support.answers import Answers
from tests.support.keyboard import answer, press
from tests.support.learner import Learner

pytestmark = pytest.mark.browser

FIRST = "Pas encore. C’est normal : on apprend en essayant."


@dataclass(frozen=True)
class Question:
    """A question of the small module: a wrong answer and what is said of it, the right one."""

    screen: str
    fact: str
    wrong: tuple[str, ...]
    said: str
    silent: str  # the feedback of a line that was not chosen
    right: Answers
    reasons: tuple[str, ...] = field(default=())


SINGLE = Question(
    "#read/2",
    "practice/first/who",
    ("Paul écrit.",),
    "Paul lit le message. Cherchez le nom à la fin.",
    "Une personne signe toujours.",
    Answers("single", ("Ana écrit.",)),
    ("Ana signe le message.",),
)
MULTIPLE = Question(
    "#answer",
    "practice/check/parts",
    ("Une adresse", "Une couleur"),
    "La couleur ne dit rien ici.",
    "Le texte dit ce que vous voulez.",
    Answers("multiple", ("Une adresse", "Un texte")),
    ("L’adresse mène à la personne.", "Le texte dit ce que vous voulez."),
)
ORDER = Question(
    "#answer/2",
    "practice/check/order",
    ("J’écris le texte.", "J’ouvre la page.", "J’envoie le tout."),
    "Écrire vient après la page.",
    "Envoyer vient à la fin.",
    Answers("order", ("J’ouvre la page.", "J’écris le texte.", "J’envoie le tout.")),
    ("Ouvrir vient d’abord.", "Envoyer vient à la fin."),
)
MATCH = Question(
    "#answer/3",
    "practice/check/pairs",
    ("Écrire", "Écrire"),
    "L’avion fait partir le message.",
    "Le crayon ouvre une page vide.",
    Answers("match", ("Le crayon", "L’avion"), ("Écrire", "Envoyer")),
    ("Le crayon ouvre une page vide.", "L’avion fait partir le message."),
)
SIGNS = Question(
    "#answer/4",
    "practice/check/signs",
    ("Répondez vite !", "Bonjour,"),
    "« Bonjour » est poli et normal.",
    "Un code reste secret.",
    Answers("spot-the-signs", ("Répondez vite !", "Donnez votre code.")),
    ("« Répondez vite » vous presse.", "Un code reste secret."),
)
QUESTIONS = [SINGLE, MULTIPLE, ORDER, MATCH, SIGNS]


def give(learner: Learner, question: Question, lines: tuple[str, ...]) -> None:
    """Answer with these lines, and have them checked."""
    kind = question.right.type
    if kind == "match":
        for pair, chosen in zip(question.right.texts, lines, strict=True):
            learner.page.get_by_label(pair).select_option(label=chosen)
    else:
        for line in lines:
            learner.choose(line)
    if kind != "single":
        learner.press("Vérifier")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.right.type)
@pytest.mark.parametrize("touch", [True, False], ids=["touch", "mouse"])
def test_a_wrong_answer_is_explained_and_tried_again(
    visit: Visit, question: Question, touch: bool
) -> None:
    learner = visit(question.screen, has_touch=touch)
    learner.touch = touch
    expect(learner.status).to_have_count(0)
    give(learner, question, question.wrong)
    expect(learner.status).to_contain_text(FIRST)
    expect(learner.status).to_contain_text(question.said)
    expect(learner.status).not_to_contain_text(question.silent)

    learner.press("Essayer encore")
    expect(learner.status).to_have_count(0)
    expect(learner.button("Montrez-moi")).to_have_count(0)
    for line in question.wrong if question is SINGLE else ():
        expect(learner.box(line)).not_to_be_checked()

    # What was right is still there: the same fault again needs the rest only.
    if question in (SINGLE, MATCH):
        give(learner, question, question.wrong)
    else:
        for line in question.wrong:
            if not learner.box(line).is_checked():
                learner.choose(line)
        learner.press("Vérifier")
    expect(learner.status).to_contain_text("Pas encore.")
    expect(learner.status).not_to_contain_text("C’est normal")  # comfort is said once


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.right.type)
def test_a_right_answer_says_why_and_is_a_fact(visit: Visit, question: Question) -> None:
    learner = visit(question.screen)
    give(learner, question, question.right.matches or question.right.texts)
    expect(learner.status).to_contain_text("Oui.")
    for reason in question.reasons:
        expect(learner.status).to_contain_text(reason)
    expect(learner.button("Essayer encore")).to_have_count(0)
    expect(learner.button("Montrez-moi")).to_have_count(0)
    assert f'"{question.fact}":["solved",' in learner.kept()[0]["sc:smartcorner:facts"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.right.type)
def test_the_answer_is_shown_to_who_asks_and_may_be_tried_again(
    visit: Visit, question: Question
) -> None:
    learner = visit(question.screen)
    give(learner, question, question.wrong)
    learner.press("Montrez-moi")
    expect(learner.status).to_contain_text("Voici la réponse.")
    expect(learner.status).not_to_contain_text("Oui. Voici")
    for reason in question.reasons:
        expect(learner.status).to_contain_text(reason)
    for text in question.right.texts if question is not MATCH else ():
        expect(learner.box(text)).to_be_checked()
    assert f'"{question.fact}":["shown",' in learner.kept()[0]["sc:smartcorner:facts"]
    learner.page.reload()
    expect(learner.status).to_contain_text("Voici la réponse.")

    learner.press("Essayer encore")
    give(learner, question, question.right.matches or question.right.texts)
    expect(learner.status).to_contain_text("Oui.")
    assert f'"{question.fact}":["solved",' in learner.kept()[0]["sc:smartcorner:facts"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.right.type)
def test_the_keyboard_alone_answers_tries_again_and_asks(visit: Visit, question: Question) -> None:
    learner = visit(question.screen)
    wrong = {"single": ("Paul écrit.",), "match": (), "order": question.wrong}
    texts = wrong.get(question.right.type, question.wrong)
    given = Answers(question.right.type, texts, question.wrong if question is MATCH else ())
    answer(learner, given, says="Pas encore.")
    press(learner, "Montrez-moi") if question is SINGLE else press_from_again(learner)
    expect(learner.status).to_contain_text("Voici la réponse.")
    press(learner, "Essayer encore")
    answer(learner, question.right)


def press_from_again(learner: Learner) -> None:
    """After « Vérifier » the focus is on « Essayer encore »: the other button is next to it."""
    expect(learner.button("Essayer encore")).to_be_focused()
    learner.key("Tab")
    expect(learner.button("Montrez-moi")).to_be_focused()
    learner.key("Enter")


def test_an_answer_given_before_the_script_comes_is_taken(visit: Visit) -> None:
    learner = visit("#read/2")
    held: list[Route] = []
    learner.page.route("**/kinds/quiz.js", lambda route: held.append(route))  # noqa: PLW0108
    learner.page.reload(wait_until="commit")
    learner.choose("Paul écrit.")
    expect(learner.box("Paul écrit.")).to_be_checked()
    assert not learner.page.evaluate("Boolean(customElements.get('sc-quiz'))")
    for route in held:
        route.continue_()
    expect(learner.status).to_contain_text("Paul lit le message.")


def test_an_arrow_moves_the_choice_and_answers_nothing(visit: Visit) -> None:
    learner = visit("#read/2")
    learner.box("Ana écrit.").focus()
    learner.key("ArrowDown", "ArrowDown", "ArrowUp")
    expect(learner.box("Paul écrit.")).to_be_checked()
    expect(learner.status).to_have_count(0)
    learner.key("Enter")
    expect(learner.status).to_contain_text("Paul lit le message.")


@pytest.mark.parametrize("question", QUESTIONS[1:], ids=lambda one: one.right.type)
def test_nothing_or_half_an_answer_is_no_fault(visit: Visit, question: Question) -> None:
    learner = visit(question.screen)
    learner.press("Vérifier")
    expect(learner.status).to_contain_text(learner.page.locator(".how:visible").first.inner_text())
    expect(learner.status).not_to_contain_text("Pas encore")
    assert "sc:smartcorner:facts" not in learner.kept()[0] or (
        question.fact not in learner.kept()[0]["sc:smartcorner:facts"]
    )


def test_a_right_but_incomplete_answer_says_that_there_is_more(visit: Visit) -> None:
    learner = visit(MULTIPLE.screen)
    give(learner, MULTIPLE, ("Un texte",))
    expect(learner.status).to_contain_text("Ce n’est pas tout : cherchez encore.")


def test_the_lines_of_an_order_say_their_number(visit: Visit) -> None:
    learner = visit(ORDER.screen)
    learner.choose("J’envoie le tout.")
    learner.choose("J’ouvre la page.")
    expect(learner.box("J’ouvre la page.")).to_have_accessible_description("Numéro 2")
    learner.choose("J’envoie le tout.")
    expect(learner.box("J’ouvre la page.")).to_have_accessible_description("Numéro 1")


def test_an_answer_is_announced_where_the_page_already_listens(visit: Visit) -> None:
    learner = visit("#read/2")
    question = learner.page.get_by_role("group", name="Qui écrit ?")
    assert question.count() == 1
    region = learner.page.locator("sc-quiz:visible [role=status]")
    expect(region).to_have_count(1)  # in the page before anything is said
    learner.choose("Ana écrit.")
    expect(region).to_contain_text("Ana signe le message.")


def test_answers_at_the_end_are_hidden_while_scripts_run(visit: Visit) -> None:
    learner = visit("#read")
    answers = learner.page.get_by_role("heading", name="Réponses", include_hidden=True)
    expect(answers).to_have_count(1)
    for screen in learner.screens():
        learner.open("modules/practice", screen)
        expect(answers).to_be_hidden()
        expect(learner.page.get_by_text("Ana signe le message.")).to_be_hidden()
