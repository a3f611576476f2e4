"""The rules of progress, in the script that pages run: merge, repair, refuse."""

import json
from pathlib import Path
from typing import Any

import pytest
import quickjs
from hypothesis import given, settings
from hypothesis import strategies as st

FACTS = Path(__file__).parents[1] / "smartcorner" / "frontend" / "facts.js"
CALL = "(name, args) => JSON.stringify(SmartCornerFacts[name](...JSON.parse(args)))"

ids = st.builds(
    "/".join,
    st.tuples(*[st.sampled_from(["email-basics", "ready", "subject", "a", "2"])] * 3),
)
words = st.sampled_from(["solved", "shown", "write-2"])
times = st.integers(0, 3)  # few, so that equal times are common
values = st.booleans() | st.integers(-9, 9) | words
whole = st.integers(-(2**53) + 1, 2**53 - 1)  # what JavaScript counts exactly
plain = st.recursive(
    st.none() | st.booleans() | whole | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | ids, inner),
    max_leaves=12,
)


def entries(names: st.SearchStrategy[str], held: st.SearchStrategy[Any]) -> Any:
    return st.dictionaries(names, st.tuples(held, times).map(list), max_size=4)


states = st.fixed_dictionaries(
    {
        "epoch": st.integers(0, 1),
        "facts": entries(ids, values),
        "work": entries(ids, plain),
        "settings": entries(st.sampled_from(["size", "theme"]), values | st.text(max_size=9)),
    }
)


class Rules:
    """The script's functions; arguments and results are plain data."""

    def __init__(self) -> None:
        context = quickjs.Context()
        context.eval(FACTS.read_text("utf-8"))
        self.run = context.eval(CALL)

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any) -> Any:
            return json.loads(self.run(name, json.dumps(args)))

        return call


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules()


@given(one=states, other=states)
def test_merging_is_commutative(rules: Rules, one: Any, other: Any) -> None:
    assert rules.merge(one, other) == rules.merge(other, one)


@given(one=states, two=states, three=states)
def test_merging_is_associative(rules: Rules, one: Any, two: Any, three: Any) -> None:
    left = rules.merge(rules.merge(one, two), three)
    assert left == rules.merge(one, rules.merge(two, three))


@given(one=states)
def test_merging_is_idempotent(rules: Rules, one: Any) -> None:
    assert rules.merge(one, one) == one


@given(one=states, other=states)
def test_merging_is_monotone(rules: Rules, one: Any, other: Any) -> None:
    both = rules.merge(one, other)
    assert rules.merge(one, both) == both
    if one["epoch"] == other["epoch"]:
        for part in ("facts", "work", "settings"):
            assert both[part].keys() == one[part].keys() | other[part].keys()
            for name, (_, time) in one[part].items():
                assert both[part][name][1] >= time


@given(one=states, other=states)
def test_of_two_values_at_one_time_the_greater_json_holds(
    rules: Rules, one: Any, other: Any
) -> None:
    one = {**one, "epoch": 0, "facts": {"a/b/c": [True, 5]}}
    other = {**other, "epoch": 0, "facts": {"a/b/c": ["shown", 5]}}
    assert rules.merge(one, other)["facts"]["a/b/c"] == [True, 5]  # t comes after "


@given(state=states, now=times, value=values)
def test_what_is_done_last_holds_on_a_clock_set_back(
    rules: Rules, state: Any, now: int, value: Any
) -> None:
    held = rules.put(state, "facts", "a/b/c", value, now)
    assert held["facts"]["a/b/c"][0] == value
    again = rules.put(held, "facts", "a/b/c", "undone", 0)
    assert again["facts"]["a/b/c"][0] == "undone"
    assert rules.merge(again, held) == again


@given(state=states, now=times)
def test_an_erased_state_wins_over_all_before_it(rules: Rules, state: Any, now: int) -> None:
    erased = rules.erased(state, now)
    assert rules.isEmpty(erased)
    assert rules.merge(state, erased) == erased


@given(state=states)
def test_what_is_kept_is_read_back(rules: Rules, state: Any) -> None:
    read = rules.empty(0)
    for part in ("facts", "work", "settings"):
        found = rules.parse(rules.write(state, part))
        assert found["fate"] == "whole"
        read = rules.merge(read, found["state"])
    assert read == state


@settings(max_examples=300)
@given(text=st.text() | anything.map(json.dumps))
def test_no_text_breaks_the_reader(rules: Rules, text: str) -> None:
    found = rules.parse(text)
    assert found["fate"] in ("whole", "damaged", "foreign")
    assert rules.merge(found["state"], rules.empty(0))["epoch"] == found["state"]["epoch"]


@given(state=states, data=st.data())
def test_a_torn_text_gives_only_facts_that_were_in_it(
    rules: Rules, state: Any, data: st.DataObject
) -> None:
    text = rules.write(state, "facts")
    torn = text[: data.draw(st.integers(0, len(text) - 1))]
    found = rules.parse(torn)
    assert found["fate"] == "damaged"
    assert found["state"]["facts"].items() <= state["facts"].items()


def test_a_torn_text_gives_back_the_facts_before_the_tear(rules: Rules) -> None:
    text = '{"v":1,"epoch":7,"facts":{"a/b/c":[true,4],"a/b/d":["solved",5],"a/b/e":[tr'
    state = rules.parse(text)["state"]
    assert state["epoch"] == 7
    assert state["facts"] == {"a/b/c": [True, 4], "a/b/d": ["solved", 5]}


def test_wrong_entries_are_left_out_and_the_others_kept(rules: Rules) -> None:
    kept = {"a/b/c": [True, 4]}
    wrong = {"a/b": [True, 4], "A/b/c": [True, 4], "a/b/d": [True], "a/b/e": ["Two words", 4]}
    wrong |= {"a/b/f": [1.5, 4], "a/b/g": [True, -1], "a/b/h": [None, 4], "__proto__": [True, 4]}
    found = rules.parse(json.dumps({"v": 1, "epoch": 0, "facts": {**kept, **wrong}}))
    assert found["fate"] == "damaged"
    assert found["state"]["facts"] == kept


def test_a_later_version_is_told_apart(rules: Rules) -> None:
    assert rules.parse('{"v":2,"epoch":0,"facts":{"a/b/c":[true,4]}}')["fate"] == "foreign"


def test_a_wrong_id_or_value_is_no_fact(rules: Rules) -> None:
    empty = rules.empty(0)
    assert rules.put(empty, "facts", "a/b", 1, 1) is None
    assert rules.put(empty, "facts", "a/b/c", {"x": 1}, 1) is None
    assert rules.put(empty, "work", "a/b/c", {"x": "y" * 30000}, 1) is None
    assert rules.put(empty, "work", "a/b/c", {"x": [1]}, 1)["work"] == {"a/b/c": [{"x": [1]}, 1]}


RIGHT = {
    "device": "own",
    "idleMinutes": 20,
    "baseAddress": "https://example.org/sc/",
    "message": "x",
}


def test_presets_are_taken(rules: Rules) -> None:
    assert rules.corner(RIGHT) == {"corner": RIGHT, "problems": []}
    assert rules.corner({})["corner"]["device"] == "ask"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"device": "mine"}, "device"),
        ({"device": True}, "device"),
        ({"idleMinutes": "10"}, "idleMinutes"),
        ({"idleMinutes": 0}, "idleMinutes"),
        ({"idleMinutes": 1.5}, "idleMinutes"),
        ({"baseAddress": "example.org"}, "baseAddress"),
        ({"baseAddress": "javascript:alert(1)//"}, "baseAddress"),
        ({"baseAddress": "https://example.org/sc"}, "baseAddress"),
        ({"baseAddress": None}, "baseAddress"),
        ({"message": "x" * 201}, "message"),
        ({"message": 7}, "message"),
    ],
)
def test_a_wrong_preset_is_named_and_the_device_counts_as_shared(
    rules: Rules, change: Any, key: str
) -> None:
    found = rules.corner({**RIGHT, **change})
    assert found["problems"] == [{"key": key, "name": key}]
    assert found["corner"]["device"] == "shared"
    assert found["corner"]["idleMinutes"] == 10


def test_an_unknown_preset_is_named(rules: Rules) -> None:
    assert rules.corner({"devise": "own"})["problems"] == [{"key": "?", "name": "devise"}]


@pytest.mark.parametrize("data", [None, "own", 7, [], True])
def test_presets_that_are_no_mapping_are_refused(rules: Rules, data: Any) -> None:
    found = rules.corner(data)
    assert found["problems"] == [{"key": "", "name": ""}]
    assert found["corner"]["device"] == "shared"
