"""A model's refusals, in a trainer's words."""

from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from smartcorner.problems import Problem, from_validation, shown

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=12)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Choice(Entry):
    text: str = Field(min_length=1)
    right: bool = False


class Single(Entry):
    type: Literal["single"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=3)


class Order(Entry):
    type: Literal["order"]
    items: tuple[str, ...]


class Tip(Entry):
    scalar: ClassVar[str] = "text"

    text: str


class Lesson(Entry):
    id: Id
    title: str
    level: Literal["basic", "advanced"] = "basic"
    minutes: int | None = Field(None, ge=1, le=60)
    ratio: float = 1.5
    seen: bool | Literal["absent"] = False
    first: Choice | None = None
    last: Choice = Choice(text="x")
    questions: tuple[Annotated[Single | Order, Field(discriminator="type")], ...] = ()
    names: dict[str, str] = {}

    @field_validator("title")
    @classmethod
    def calm(cls, title: str) -> str:
        if "!" in title:
            raise ValueError(f"{shown(title)} shouts → leave the “!” out")
        return title


def told(data: object, model: type[BaseModel] = Lesson) -> list[Problem]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return list(from_validation(caught.value, model))


def only(**changes: Any) -> Problem:
    """Return the one problem of a lesson that is right but for these keys."""
    data = {"id": "a", "title": "b", **changes}
    (problem,) = told({key: value for key, value in data.items() if value != "absent-key"})
    return problem


def test_a_misspelt_key_names_the_one_meant_and_isnt_also_missing() -> None:
    problem = only(title="absent-key", tilte="b")
    assert (problem.path, problem.on_key) == (("tilte",), True)
    assert (problem.found, problem.expected) == ("“tilte” isn’t known here", "write “title”")


def test_an_unknown_key_lists_the_known_ones() -> None:
    problem = only(first={"text": "x", "zzz": "y"})
    assert problem.path == ("first", "zzz")
    assert problem.expected == "take it away, or write “text” or “right”"


def test_a_missing_key_says_what_to_write() -> None:
    problem = only(title="absent-key")
    assert problem.path == ("title",)
    assert problem.found == "“title” is missing"
    assert problem.expected == "write “title:” followed by its text in quotes"
    single = only(questions=[{"type": "single"}])
    assert single.path == ("questions", 0, "choices")
    assert "a line for each choice" in single.expected


@pytest.mark.parametrize(
    ("key", "value", "found", "fix"),
    [
        ("title", None, "“title” has nothing after it", "followed by its text"),
        ("title", ["x"], "“title” is a list, not a text", "one text, in quotes"),
        ("title", {"Oui": "non"}, "not a text", '"Oui : non"'),
        ("title", {"ref:x": None}, "not a text", "begins with “{”"),
        ("title", {"a": [1]}, "not a text", "one text"),
        ("title", "Lisez!", "“Lisez!” shouts", "leave the “!” out"),
        ("level", "basci", "“level” can’t be “basci”", "write “basic”"),
        ("level", "3", "“level” can’t be “3”", "write “basic” or “advanced”"),
        ("level", ["x"], "“level” is a list", "write “basic” or “advanced”"),
        ("minutes", "ten", "“minutes” can’t be “ten”", "whole number"),
        ("minutes", "1.5", "“minutes” can’t be “1.5”", "whole number"),
        ("minutes", "0", "“minutes” can’t be “0”", "1 or more"),
        ("minutes", "61", "“minutes” can’t be “61”", "60 or less"),
        ("minutes", {"a": "b", "c": "d"}, "“minutes” is keys", "whole number"),
        ("ratio", "x", "“ratio” can’t be “x”", "number in figures"),
        ("id", "Été 1", "“id” can’t be “Été 1”", "“ete-1”"),
        ("id", "!", "“id” can’t be “!”", "trainers/reference.html"),
        ("id", "a-very-long-id", "“id” has 14 characters", "12 characters at most"),
        ("questions", "-a -b", "“questions” is the text “-a -b”", "a space after each “-”"),
        ("questions", {"a": "b"}, "not a list", "begun with “- ”"),
        ("first", "x", "“first” is the text “x”", "“text:”, “right:”"),
        ("bien sûr", None, "“bien sûr” isn’t known here", "a text with a comma in quotes"),
        ("last", None, "“last” has nothing after it", "under it “text:”, “right:”"),
        ("questions", [None], "there is nothing here", "take it away"),
        ("names", "x", "“names” is the text “x”", "keys with values"),
        ("names", {"fr": None}, "“fr” has nothing after it", "its text"),
        ("first", {"text": ""}, "“text” is empty", "write its text"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(
    key: str, value: object, found: str, fix: str
) -> None:
    problem = only(**{key: value})
    assert problem.path[0] == key
    assert found in problem.found
    assert fix in problem.expected


def test_a_list_that_is_too_short_or_too_long_says_how_many_are_right() -> None:
    few = only(questions=[{"type": "single", "choices": [{"text": "x"}]}])
    assert few.path == ("questions", 0, "choices")
    assert (few.found, few.expected) == (
        "“choices” has 1 entry",
        "write at least 2, each on a line begun with “- ”",
    )
    many = only(questions=[{"type": "single", "choices": [{"text": "x"}] * 4}])
    assert (many.found, many.expected) == ("“choices” has 4 entries", "keep 3 at most")


def test_refused_entries_still_count() -> None:
    wrong = only(questions=[{"type": "single", "choices": [{"text": "x"}, {"text": None}]}])
    assert wrong.path == ("questions", 0, "choices", 1, "text")


def test_the_type_of_a_union_is_no_part_of_the_path() -> None:
    wrong = only(questions=[{"type": "order", "items": "x"}])
    assert wrong.path == ("questions", 0, "items")
    unknown = only(questions=[{"type": "singel"}])
    assert (unknown.path, unknown.expected) == (("questions", 0, "type"), "write “single”")
    missing = only(questions=[{"items": ["x"]}])
    assert missing.expected == "write “type:” followed by “single” or “order”"
    misspelt = only(questions=[{"typ": "order"}])
    assert (misspelt.path, misspelt.on_key) == (("questions", 0, "typ"), True)


def test_members_of_a_union_complain_once() -> None:
    assert only(seen="maybe").path == ("seen",)


def test_a_field_written_without_its_key_isnt_named() -> None:
    (problem,) = told({"text": ["x"]}, Tip)
    assert problem.found == "this is a list, not a text"


def test_data_that_is_no_mapping_at_all_is_told() -> None:
    (problem,) = told("x")
    assert problem.found == "this is the text “x”, not keys with values"
    (problem,) = told(None)
    assert problem.found == "there is nothing here"


loaded = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["true", "single", "order", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*Lesson.model_fields, "type", "text", "choices", "items", "x"]),
            inner,
            max_size=5,
        )
    ),
)


@given(loaded)
def test_whatever_is_loaded_is_accepted_or_told_without_jargon(data: object) -> None:
    try:
        Lesson.model_validate(data)
    except ValidationError as error:
        problems = list(from_validation(error, Lesson))
        assert problems
        for problem in problems:
            said = f"{problem.found} {problem.expected}"
            assert "Input" not in said
            assert "valid" not in said
            assert problem.expected
