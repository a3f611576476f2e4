import pytest
from pydantic import ValidationError

from smartcorner.kinds.words.model import Words


def test_two_words_are_right() -> None:
    assert not list(Words.model_validate({"ids": ["subject", "at-sign"]}).problems())


def test_the_same_word_twice_is_a_problem() -> None:
    (problem,) = Words.model_validate({"ids": ["subject", "subject"]}).problems()
    assert problem.path == ("ids", 1)


def test_three_new_words_are_too_many_for_a_screen() -> None:
    with pytest.raises(ValidationError):
        Words.model_validate({"ids": ["subject", "at-sign", "address"]})
