import pytest
from pydantic import ValidationError

from smartcorner.kinds.remember.model import Remember


def test_a_card_needs_no_title() -> None:
    assert Remember.model_validate({"points": ["Je relis."]}).title is None


@pytest.mark.parametrize("points", [[], ["Je relis."] * 6])
def test_it_has_one_to_five_points(points: list[str]) -> None:
    with pytest.raises(ValidationError):
        Remember.model_validate({"points": points})
