"""What a trainer reads when a file is refused."""

import json
from pathlib import Path

import pytest

from smartcorner.problems import Problem, Refused, near, one_of, shown
from smartcorner.wording import in_words, ordinal, singular


def test_a_problem_says_where_what_is_wrong_and_what_to_write() -> None:
    problem = Problem(
        ("steps", 1),
        "“tilte” isn’t known here",
        "write “title”",
        file=Path("modules", "a", "module.yml"),
        line=3,
        column=5,
        words="step 2 « Écrire »",
    )
    assert str(problem) == (
        "modules/a/module.yml:3:5: step 2 « Écrire »: “tilte” isn’t known here → write “title”"
    )
    assert json.loads(json.dumps(problem.as_json())) == {
        "file": "modules/a/module.yml",
        "line": 3,
        "column": 5,
        "path": ["steps", 1],
        "where": "step 2 « Écrire »",
        "severity": "error",
        "message": "“tilte” isn’t known here",
        "fix": "write “title”",
        "rule": None,
    }


def test_a_warning_says_that_it_is_one() -> None:
    assert str(Problem((), "long", "cut it", "warning")) == "(warning) long → cut it"


def test_what_a_terminal_would_obey_isnt_printed() -> None:
    assert "\x1b" not in str(Problem((), "a\x1b[31m\nb", "c"))
    assert "\n" not in str(Problem((), "a\nb", "c"))


def test_refused_sorts_by_file_line_and_column() -> None:
    def at(file: str, line: int, column: int) -> Problem:
        return Problem((), "x", "y", file=Path(file), line=line, column=column)

    right = [at("a", 2, 1), at("a", 10, 1), at("a", 10, 2), at("b", 1, 1)]
    assert list(Refused(reversed(right)).problems) == right


def test_a_problem_can_be_put_under_a_longer_path() -> None:
    assert Problem(("id",), "x", "y").under("steps", 0).path == ("steps", 0, "id")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),
        ("Title", "title"),
        ("spot the signs", "spot-the-signs"),
        ("title_of_it", "title"),
        ("zzz", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_a_near_miss_names_the_word_meant(word: str, meant: str | None) -> None:
    assert near(word, ["title", "spot-the-signs", "id"]) == meant


def test_small_words_of_messages() -> None:
    assert one_of(["a"]) == "“a”"
    assert one_of(["a", "b", "c"]) == "“a”, “b” or “c”"
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd")
    ]
    assert [singular(name) for name in ("choices", "entries", "glossary", "class")] == [
        *("choice", "entry", "entry", "entry")
    ]
    assert shown("a\n b") == "“a b”"
    assert len(shown("x" * 1000)) < 70


DATA = {
    "steps": [
        {"title": "Lire"},
        {
            "title": "Écrire",
            "blocks": [
                {"tip": "x"},
                {"quiz": {"questions": [{"choices": [{}, {}, {"text": "x"}]}]}},
                {"words": ["a", "b"]},
            ],
        },
    ],
    "card-stop": {"value": {"fr": "x"}},
}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), ""),
        (("steps",), "steps"),
        (("steps", 0), "step 1 « Lire »"),
        (("steps", 1, "title"), "step 2 « Écrire », title"),
        (("steps", 1, "blocks", 0), "step 2 « Écrire », block 1"),
        (("steps", 1, "blocks", 0, "tip"), "step 2 « Écrire », tip"),
        (
            ("steps", 1, "blocks", 1, "quiz", "questions", 0, "choices", 2, "text"),
            "step 2 « Écrire », quiz, question 1, 3rd choice, text",
        ),
        (("steps", 1, "blocks", 2, "words", 1), "step 2 « Écrire », 2nd word"),
        (("steps", 7, "title"), "steps"),
        (("steps", "x"), "steps"),
        (("nowhere", 1), ""),
        (("card-stop", "value", "fr"), "card-stop, value, fr"),
    ],
)
def test_a_path_is_put_in_words(path: tuple[str | int, ...], words: str) -> None:
    assert in_words(DATA, path) == words
