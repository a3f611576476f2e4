import pytest
from pydantic import ValidationError

from smartcorner.kinds import texts
from smartcorner.kinds.example.model import Example

LINE = {"text": "emploi@example.org", "note": "L’adresse de la personne."}


def test_each_line_is_explained() -> None:
    with pytest.raises(ValidationError) as error:
        Example.model_validate({"title": "Un e-mail", "parts": [{"text": "Bonjour"}]})
    assert ("parts", 0, "note") in [fault["loc"] for fault in error.value.errors()]


def test_a_label_is_optional_and_read_first() -> None:
    example = Example.model_validate({"title": "Un e-mail", "parts": [LINE, LINE | {"label": "À"}]})
    said = [text.value for text in texts(example)]
    assert said == ["Un e-mail", *LINE.values(), "À", *LINE.values()]


def test_it_has_at_most_five_lines() -> None:
    with pytest.raises(ValidationError):
        Example.model_validate({"title": "Un e-mail", "parts": [LINE] * 6})
