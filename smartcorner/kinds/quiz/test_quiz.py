from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from smartcorner.kinds import Problem
from smartcorner.kinds.quiz.model import Quiz
from smartcorner.kinds.quiz.naming import names
from smartcorner.kinds.quiz.questions import Line, Match, Order


def line(name: str, **more: Any) -> dict[str, Any]:
    text = more.pop("text", f"Réponse {name}")
    return {"id": name, "text": text, "feedback": f"« {text} » : voilà.", **more}


def single(**changes: Any) -> dict[str, Any]:
    choices = [line("hello", text="Bonjour"), line("job", text="Vendeur", right=True)]
    return {"id": "subject", "type": "single", "ask": "Quel objet ?", "choices": choices} | changes


def quiz(*questions: dict[str, Any]) -> Quiz:
    return Quiz.model_validate({"id": "check", "questions": questions})


def problems(*questions: dict[str, Any]) -> list[Problem]:
    return list(quiz(*questions).problems())


def spot(kinds: str) -> dict[str, Any]:
    parts = [line(f"part-{n}", sign=kind == "s") for n, kind in enumerate(kinds)]
    return {"id": "signs", "type": "spot-the-signs", "ask": "Quels signes ?", "parts": parts}


def test_a_question_with_one_right_answer_is_right() -> None:
    assert not problems(single())


def test_each_question_is_a_part_of_its_own() -> None:
    made = quiz(single(), single(id="again"))
    assert made.alone
    assert [part.id for part in made.parts()] == ["subject", "again"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_no_right_answer_is_a_problem(kind: str) -> None:
    choices = [line("hello", text="Bonjour"), line("job", text="Vendeur")]
    (problem,) = problems(single(type=kind, choices=choices))
    assert problem.path == ("questions", 0, "choices")
    assert "right: true" in problem.expected


def test_a_second_right_answer_asks_for_the_type_that_allows_it() -> None:
    choices = [line("hello", text="Bonjour", right=True), line("job", text="Vendeur", right=True)]
    (problem,) = problems(single(choices=choices))
    assert problem.path == ("questions", 0, "choices", 1, "right")
    assert "multiple" in problem.expected
    assert not problems(single(type="multiple", choices=choices))


def test_an_id_used_twice_is_a_problem_among_choices_and_among_questions() -> None:
    choices = [line("job", text="Bonjour"), line("job", text="Vendeur", right=True)]
    (inside,) = problems(single(choices=choices))
    assert inside.path == ("questions", 0, "choices", 1, "id")
    other = [line("a", text="Lundi"), line("b", text="Mardi", right=True)]
    (outside,) = problems(single(), single(choices=other))
    assert outside.path == ("questions", 1, "id")


def test_a_feedback_that_names_nothing_of_its_answer_is_a_problem() -> None:
    choices = [line("hello", text="Bonjour", feedback="Regardez mieux."), line("job", right=True)]
    (problem,) = problems(single(choices=choices))
    assert problem.path == ("questions", 0, "choices", 0, "feedback")
    assert "Bonjour" in problem.found


def test_two_feedbacks_alike_are_a_problem() -> None:
    alike = "Bonjour Marc !"
    choices = [
        line("hello", text="Bonjour", feedback=alike),
        line("marc", text="Marc", feedback="bonjour, MARC", right=True),
    ]
    (problem,) = problems(single(choices=choices))
    assert problem.path == ("questions", 0, "choices", 1, "feedback")


def test_a_sheet_of_signs_needs_a_sign_and_an_honest_part() -> None:
    assert not problems(spot("shh"))
    assert [p.path for p in problems(spot("hhh"))] == [("questions", 0, "parts")]
    assert [p.path for p in problems(spot("sss"))] == [("questions", 0, "parts")]


@pytest.mark.parametrize(
    ("kind", "name", "few", "many"),
    [
        ("single", "choices", 1, 6),
        ("multiple", "choices", 1, 6),
        ("order", "items", 2, 6),
        ("match", "pairs", 1, 5),
        ("spot-the-signs", "parts", 2, 7),
    ],
)
def test_a_question_has_neither_too_few_lines_nor_too_many(
    kind: str, name: str, few: int, many: int
) -> None:
    for count in (few, many):
        lines = [line(f"line-{n}") for n in range(count)]
        if kind == "match":
            lines = [one | {"match": "à droite"} for one in lines]
        with pytest.raises(ValidationError):
            quiz({"id": "ask", "type": kind, "ask": "Quoi ?", name: lines})


def test_a_type_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        quiz(single(type="guess"))


@pytest.mark.parametrize(
    ("feedback", "said"),
    [
        ("« Bonjour » est poli.", "Bonjour"),
        ("La vendeuse lit l’objet.", "Vendeur : Marc Petit"),
        ("L’ÉCOLE ouvre tôt.", "une école"),
        ("Oui, 14 h convient.", "À 14 h"),
        ("Le signe « @ » manque.", "@"),
        ("« Cc » envoie une copie.", "Cc"),
    ],
)
def test_a_feedback_names_by_word_number_or_sign(feedback: str, said: str) -> None:
    assert names(feedback, said)


@pytest.mark.parametrize(
    ("feedback", "said"), [("Le la un.", "Le métro"), ("15 h, non.", "À 14 h"), ("Oui.", "@")]
)
def test_a_feedback_that_says_something_else_names_nothing(feedback: str, said: str) -> None:
    assert not names(feedback, said)


ids = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=3, max_size=5, unique=True)


@given(ids)
def test_mixed_lines_are_the_same_lines_in_another_order_each_time(names_: list[str]) -> None:
    items = tuple(Line(id=name, text=name, feedback=name) for name in names_)
    order = Order(id="order", type="order", ask="Dans quel ordre ?", items=items)
    assert sorted(one.id for one in order.mixed) == sorted(names_)
    assert order.mixed != items
    assert order.mixed == order.mixed


@given(ids, st.integers(1, 2))
def test_what_two_pairs_share_is_offered_once(names_: list[str], kinds: int) -> None:
    pairs = [
        {"id": name, "text": name, "match": f"match {n % kinds}", "feedback": name}
        for n, name in enumerate(names_[:4])
    ]
    question = Match.model_validate(
        {"id": "match", "type": "match", "ask": "Quoi ?", "pairs": pairs}
    )
    offered = {option.id: option.match for option in question.options}
    assert len(offered) == len({pair.match for pair in question.pairs})
    for pair in question.pairs:
        assert question.pairs[question.option_of(pair)].match == pair.match
