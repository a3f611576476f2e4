import pytest
from pydantic import ValidationError

from smartcorner.kinds.checklist.model import Checklist


def checklist(*ids: str, **more: object) -> Checklist:
    items = [{"id": name, "text": f"Line {name}."} for name in ids]
    return Checklist.model_validate({"id": "ready", "title": "Check", "items": items, **more})


def test_lines_with_ids_of_their_own_are_right() -> None:
    assert not list(checklist("subject", "hello").problems())


def test_an_id_used_twice_is_named_with_its_first_line() -> None:
    problem, *others = checklist("hello", "subject", "hello").problems()
    assert not others
    assert problem.path == ("items", 2, "id")
    assert "line 1" in problem.found


@pytest.mark.parametrize("lines", [0, 6])
def test_it_has_one_to_five_lines(lines: int) -> None:
    with pytest.raises(ValidationError):
        checklist(*(f"line-{n}" for n in range(lines)))


def test_words_to_type_count() -> None:
    assert checklist("subject", typing="20").typed_words() == 20
    assert checklist("subject").typed_words() == 0
