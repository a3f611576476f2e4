import pytest
from pydantic import ValidationError

from smartcorner.kinds.text.model import Text


def test_it_is_written_without_a_key() -> None:
    assert Text.scalar == "text"


def test_it_says_something() -> None:
    with pytest.raises(ValidationError):
        Text.model_validate({"text": "  "})
