import pytest
from pydantic import ValidationError

from smartcorner.kinds.warning import model


def test_it_is_written_without_a_key() -> None:
    assert model.Warning.scalar == "text"


def test_it_says_something() -> None:
    with pytest.raises(ValidationError):
        model.Warning.model_validate({"text": "  "})
