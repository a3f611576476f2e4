"""Each writing rule is told in both languages, at its place; what is right passes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcorner.problems import Problem
from smartcorner.reading.language import Written, written
from smartcorner.reading.rules import judge
from tests.reading.tiny_course import checked, line_of, told
from tests.reading.tiny_course import written as course
from tests.tiny import MODULE

FRENCH, ENGLISH = written("fr"), written("en")
TEXT = '- text: "Ouvrez la boîte."'

# For each rule a French text and an English one that break it, and how bad that is.
WRONG = {
    "sentence-length": (
        "Ouvrez la boîte et lisez le message de Karim qui vous invite jeudi à 14 h.",
        "Open the box and read the message from Karim who invites you at 14:00 this Thursday.",
        "error",
    ),
    "paragraph-length": ("Lisez. Touchez. Ouvrez. Fermez.", "Read. Touch. Open. Close.", "error"),
    "double-negative": (
        "Ne lisez pas et ne touchez pas.",
        "Don’t read and don’t touch.",
        "warning",
    ),
    "median-dot": ("Les candidat·es lisent.", "The waiter·ess reads.", "error"),
    "percentage": ("Lisez 40 % du texte.", "Read 40% of the text.", "error"),
    "roman-numeral": ("Lisez l’étape IV.", "Read step IV.", "error"),
    "figure-in-words": ("Lisez trois messages.", "Read three messages.", "error"),
    "left-right": ("Touchez le bouton à droite.", "Touch the button on the right.", "error"),
    "abbreviation": ("Lisez les messages, etc.", "Read messages, letters etc.", "error"),
    "capitals": ("Lisez TOUT le message.", "Read ALL of it.", "error"),
    "one-word": ("Cliquez sur le courriel.", "Click on the email.", "error"),
    "idiom": ("Donnez un coup de main.", "It is a piece of cake.", "warning"),
    "brand": ("Ouvrez WhatsApp.", "Open WhatsApp.", "error"),
    "foreign-word": ("Touchez Mute.", "", "error"),  # English pages: French names are no fault
}


def rules(problems: tuple[Problem, ...] | list[Problem]) -> set[str]:
    return {problem.rule for problem in problems}


def judged(text: str, language: Written = FRENCH, *, feedback: bool = False) -> set[str]:
    return rules(judge(text, language, inline=False, feedback=feedback).problems)


@pytest.mark.parametrize("rule", WRONG)
def test_a_broken_rule_is_told_at_its_place_in_french(rule: str, tmp_path: Path) -> None:
    wrong, _, severity = WRONG[rule]
    root = course(tmp_path, _with(wrong), {wrong: "Open the box."})
    found = [problem for problem in checked(root) if problem.rule == rule]
    assert [problem.severity for problem in found[:1]] == [severity]
    for problem in found:
        assert str(problem).startswith("modules/mail/module.yml:13:15: step 1 « Lire », text: ")
        assert str(problem).endswith(f"[{rule}]")


@pytest.mark.parametrize("rule", [rule for rule, (_, english, _) in WRONG.items() if english])
def test_a_broken_rule_is_told_at_its_place_in_english(rule: str, tmp_path: Path) -> None:
    _, wrong, severity = WRONG[rule]
    root = course(tmp_path, english={"Ouvrez la boîte.": wrong})
    found = [problem for problem in checked(root) if problem.rule == rule]
    assert [problem.severity for problem in found[:1]] == [severity]
    line = line_of(root / "modules/mail/en.po", 'msgid "Ouvrez la boîte."')
    for problem in found:
        assert str(problem).startswith(f"modules/mail/en.po:{line}: read/text: ")


def _with(text: str) -> str:
    assert TEXT in MODULE
    return MODULE.replace(TEXT, f'- text: "{text}"')


def test_what_is_right_in_both_languages_says_nothing(tmp_path: Path) -> None:
    assert told(course(tmp_path)) == []


def test_a_line_of_a_longer_text_is_named(tmp_path: Path) -> None:
    long = "|\n          Ouvrez la boîte.\n\n          - Lisez.\n          - Cliquez."
    module = MODULE.replace('"Ouvrez la boîte."', long, 1)
    said = told(course(tmp_path, module, {"Ouvrez la boîte.\n\n- Lisez.\n- Cliquez.": "Read."}))
    assert [line.split(": ")[0] for line in said] == ["modules/mail/module.yml:17:1"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- a\n- b\n- c\n- d\n- e", True),
        ("- a\n- b\n- c\n- d\n- e\n- f", False),
        ("1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g", True),
        ("1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h", False),
    ],
)
def test_a_list_has_5_lines_and_a_task_7_steps(text: str, right: bool) -> None:
    assert ("list-length" not in judged(text)) is right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FRENCH, "Faux. Cherchez l’adresse."),
        (FRENCH, "« Non » : cherchez."),
        (FRENCH, "C’est un échec."),
        (FRENCH, "Mauvaise réponse : l’adresse a un signe @."),
        (ENGLISH, "Wrong! Look for the address."),
        (ENGLISH, "No, look again."),
        (ENGLISH, "You failed."),
    ],
)
def test_feedback_gives_no_verdict(language: Written, text: str) -> None:
    assert judged(text, language, feedback=True) == {"verdict"}


@pytest.mark.parametrize(
    "text",
    [
        "Un faux e-mail promet de l’argent.",
        "Touchez le bouton [mute]{lang=en}.",
        "Le droit est là : lisez-le.",
        "Lisez CV_Nadia_Lambert.pdf et votre CV en PDF.",
        "Écrivez à mail@example.org.",
        "Un e-mail arrive à 14 h. Un chien dort.",
        "Appelez le {ref:card-stop}.",
        "Elle a 42 ans. Elle lit 1 message sur 10.",
    ],
)
def test_what_only_looks_wrong_passes(text: str) -> None:
    assert judged(text, feedback=True) == set()


def test_the_word_to_write_is_told() -> None:
    (problem,) = judge("Lisez le courriel.", FRENCH, inline=True, feedback=False).problems
    assert problem.expected == "write “e-mail”"
    (problem,) = judge("Touchez Mute.", FRENCH, inline=True, feedback=False).problems
    assert problem.expected == "write [Mute]{lang=en}"


@pytest.mark.parametrize("text", ["cliquez-la", "« Cliquez ! »", "l’email", "CLIQUEZ"])
def test_a_word_is_known_in_any_dress(text: str) -> None:
    assert "one-word" in judged(text)


WORDS = st.lists(st.sampled_from(["Lisez", "Nadia", "l’offre", "«", "»", "14 h"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_words_are_counted_whatever_stands_between_them(parts: list[list[str]]) -> None:
    apart = "\n\n".join(" ".join(words) for words in parts)
    joined = " ".join(" ".join(words) for words in parts)
    a = judge(apart, FRENCH, inline=False, feedback=False)
    b = judge(joined, FRENCH, inline=True, feedback=False)
    assert a.words == b.words
    assert a.syllables == b.syllables


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    for language in (FRENCH, ENGLISH):
        one = judge(text, language, inline=False, feedback=True)
        assert one.words >= 0
        assert all(problem.found and problem.expected for problem in one.problems)


@pytest.mark.parametrize(("text", "wrong"), [("Venez, p.e. lundi.", True), ("WCAG 2.2.", False)])
def test_letters_with_points_are_an_abbreviation_figures_are_not(text: str, wrong: bool) -> None:
    assert ("abbreviation" in judged(text)) is wrong
