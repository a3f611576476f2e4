import pytest
from pydantic import ValidationError

from smartcorner.kinds.tip.model import Tip


def test_it_is_written_without_a_key() -> None:
    assert Tip.scalar == "text"


def test_it_says_something() -> None:
    with pytest.raises(ValidationError):
        Tip.model_validate({"text": "  "})
