from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcorner.check import check
from smartcorner.kinds import discover, texts
from smartcorner.load import load
from smartcorner.model import WORDS_A_SCREEN, Module, Step, count
from smartcorner.parse import parse
from tests.tiny import MODULE, project

KINDS = discover()


def module(tmp_path: Path, text: str = MODULE) -> Module:
    data, _ = load(project(tmp_path, mail=text) / "modules/mail/module.yml")
    made, problems = parse(data, "mail", KINDS)
    assert not problems
    assert made
    return made


def text_of(words: int) -> dict[str, str]:
    return {"text": " ".join(["mot"] * words)}


def step_of(*blocks: dict[str, str]) -> Step:
    made = [
        KINDS[kind].model.model_validate({"text": value})
        for b in blocks
        for kind, value in b.items()
    ]
    return Step(id="s", title="S", blocks=tuple(made))


def test_texts_are_known_by_their_path_of_ids(tmp_path: Path) -> None:
    ids = {"/".join(text.ids) for text in texts(module(tmp_path))}
    assert {
        "title",
        "objectives",
        "read/title",
        "read/text",
        "ready/title",
        "ready/opened/text",
        "check/first/ask",
        "check/first/open/feedback",
        "glossary/box/word",
        "home",
    } <= ids


def test_paths_of_texts_lead_to_the_yaml(tmp_path: Path) -> None:
    data, _ = load(project(tmp_path) / "modules/mail/module.yml")
    made, _ = parse(data, "mail", KINDS)
    assert made
    for text in texts(made):
        value: object = data
        for part in text.path:
            value = value[part]  # type: ignore[index]
        assert value == text.value


@given(st.lists(st.integers(1, 90), min_size=1, max_size=12))
def test_screens_keep_every_block_in_order_and_hold_60_words(sizes: list[int]) -> None:
    step = step_of(*(text_of(size) for size in sizes))
    shown = [part.block for screen in step.screens for part in screen]
    assert shown == list(step.blocks)
    for screen in step.screens:
        assert len(screen) == 1 or sum(part.words for part in screen) <= WORDS_A_SCREEN


def test_nothing_follows_an_activity_on_its_screen(tmp_path: Path) -> None:
    text = MODULE.replace("  - id: answer", '      - text: "Bien."\n  - id: answer', 1)
    screens = module(tmp_path, text).steps[0].screens
    assert [[part.kind for part in screen] for screen in screens] == [
        ["text", "checklist"],
        ["text"],
    ]


def test_each_question_is_a_screen(tmp_path: Path) -> None:
    [screen] = module(tmp_path).steps[1].screens
    assert [part.item.model_dump()["id"] for part in screen] == ["first"]


@pytest.mark.parametrize(("text", "words"), [("", 0), ("Un : deux !", 2), ("2 mots", 2), ("—", 0)])
def test_words_are_what_holds_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count(text) == words


def test_writing_takes_longer_than_reading(tmp_path: Path) -> None:
    slow = MODULE.replace('title: "À vous"', 'title: "À vous"\n          typing: 100')
    assert module(tmp_path / "b", slow).minutes - module(tmp_path / "a").minutes == 10


def test_a_kind_from_another_folder_works_with_no_change_elsewhere(tmp_path: Path) -> None:
    kind = tmp_path / "kinds/shout"
    kind.mkdir(parents=True)
    (kind / "model.py").write_text(
        "from typing import ClassVar\n"
        "from smartcorner.kinds import Block, Inline\n\n\n"
        "class Shout(Block):\n"
        '    """A word, loud."""\n\n'
        '    scalar: ClassVar[str | None] = "text"\n'
        "    text: Inline\n",
        "utf-8",
    )
    (kind / "template.html").write_text("<b>{{ block.text|inline }}</b>", "utf-8")
    text = MODULE.replace('- text: "Ouvrez la boîte."', '- shout: "Ouvrez !"')
    course = check(project(tmp_path, mail=text), discover(tmp_path / "kinds"), translations="none")
    assert "read/shout" in {"/".join(text.ids) for text in texts(course.modules["fr"][0])}
