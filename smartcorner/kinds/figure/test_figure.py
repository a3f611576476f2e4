import pytest
from pydantic import ValidationError

from smartcorner.kinds import media, texts
from smartcorner.kinds.figure.model import Figure


def test_a_picture_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValidationError) as error:
        Figure.model_validate({"image": "envelope.svg"})
    assert [fault["loc"] for fault in error.value.errors()] == [("alt",)]


def test_its_file_and_its_words_are_found() -> None:
    figure = Figure(image="envelope.svg", alt="Une enveloppe.", caption="Un e-mail.")
    assert [name for _, name in media(figure)] == ["envelope.svg"]
    assert [text.value for text in texts(figure) if not text.rule.hidden] == ["Un e-mail."]


def test_it_counts_as_words_on_its_screen() -> None:
    assert Figure.weight == 20
