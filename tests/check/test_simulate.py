"""Simulations in a course: their worlds, names, data and way home."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from smartcorner import engine
from smartcorner.check import Course, check, proof
from smartcorner.check.simulate import simulations
from smartcorner.kinds import discover, texts
from smartcorner.problems import Refused
from tests.support.course import module_pages
from tests.tiny import MODULE, project

KINDS = discover()
MAILBOX = KINDS["mailbox"].folder
RULES = engine.scripts(MAILBOX / "rules.js")


MORE = '      - { do: { write: { subject: "Oui" } }, say: "J’écris un objet." }\n'
WRITE = '      - { do: { write: { sentences: [hello] } }, say: "J’écris." }\n'


def written(root: Path, *changes: tuple[str, str], world: tuple[tuple[str, str], ...] = ()) -> Path:
    """Write a project with the mailbox's own example, some of its text replaced."""
    example = (MAILBOX / "example.yml").read_text("utf-8")
    for old, new in changes:
        assert old in example
        example = example.replace(old, new)
    lines = [f"      {line}" for line in example.splitlines() if not line.startswith("#")]
    step = '  - id: practise\n    title: "S’exercer"\n    blocks:\n' + "\n".join(lines) + "\n"
    project(root, mail=MODULE.replace("glossary:", step + "glossary:"))
    shutil.copytree(MAILBOX / "worlds", root / "modules/mail/worlds")
    path = root / "modules/mail/worlds/kitchen.yml"
    text = path.read_text("utf-8")
    for old, new in world:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return root


def page_of(root: Path) -> str:
    """Return the body of a project's module page; its frame names references."""
    shutil.copy(Path(__file__).parents[2] / "modules/references.yml", root / "modules")
    made = module_pages(course(root))
    return next(page.body for page in made)


def course(root: Path) -> Course:
    return check(root, KINDS, translations="none")


def refused(root: Path) -> str:
    with pytest.raises(Refused) as caught:
        course(root)
    return str(caught.value)


def test_the_kinds_own_example_is_right(tmp_path: Path) -> None:
    (module,) = course(written(tmp_path)).modules["fr"]
    assert [world.id for world in module.worlds] == ["kitchen"]


def test_the_texts_of_a_world_are_the_modules(tmp_path: Path) -> None:
    (module,) = course(written(tmp_path)).modules["fr"]
    ids = {"/".join(text.ids) for text in texts(module)}
    assert {"worlds/kitchen/karim/name", "worlds/kitchen/karim-invites/subject"} <= ids
    assert {"answer/answered/hint", "answer/worked/open/say", "answer/feedback/polite/text"} <= ids


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("world: kitchen", "world: kitchem", "“kitchen”"),
        ("to: [$case.host], cc", "to: [$cas.host], cc", "“$case”"),
        ("receive: thanks-back", "receive: thank-back", "“thanks-back”"),
        ("host: karim", "host: karin", "correct it, or the set of “case”"),
        ("{case.host.first} invite", "{case.host.frist} invite", "name a field"),
        ("with: { messages", "with: { mesages", "“messages”"),
        ("greeting: true } }\n        after", "greting: true } }\n        after", "“greeting”"),
        ("do: { receive:", "do: { recieve:", "“receive”"),
        ("sentences: [hello, gladly]", "sentences: [helo, yes]", "“hello”"),
    ],
)
def test_an_unknown_name_brings_the_near_one(
    tmp_path: Path, old: str, new: str, meant: str
) -> None:
    said = refused(written(tmp_path, (old, new)))
    assert meant in said
    assert "module.yml:" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # A goal that holds at the start.
        (
            "when: { sent: { to: [$case.host], cc: [], greeting: true } }\n",
            "when: { not: { opened: thanks-back } }\n",
            "the goal “answered” holds before anybody does anything",
        ),
        # One that the worked answer doesn't reach.
        (
            "cc: [], greeting: true",
            "cc: [ana], greeting: true",
            "doesn’t reach the goal “answered”",
        ),
        # One that it reaches and leaves.
        (
            "when: { sent: { to: [$case.host], cc: [], greeting: true } }\n",
            "when: { all: [{ did: { open: $case.mail } }, { not: { sent: {} } }] }\n",
            "holds after step 3 of the worked answer, not at its end",
        ),
        # A step too many, one that can't be, one that isn't optional.
        (
            "      - { do: { reply: }",
            WRITE + "      - { do: { reply: }",
            "“write” changes nothing at this point",
        ),
        (
            "      - { do: { send: }, say",
            MORE + "      - { do: { send: }, say",
            "the goals are reached without “write”, too → write “optional: true”",
        ),
        (
            '« Envoyer »." }',
            '« Envoyer ».", optional: true }',
            "“send” is marked optional, but no goal is reached without it",
        ),
        # Conditions that can't hold together.
        (
            "when: { sent: { to: [$case.host], cc: [], greeting: true } }\n",
            "when: { all: [{ opened: thanks-back }, { not: { opened: thanks-back } }] }\n",
            "asks for “opened” and for the contrary",
        ),
        # Nothing is said at the end.
        (
            "when: { sent: { greeting: true } }",
            "when: { sent: { thanks: true } }",
            "nothing is said",
        ),
    ],
)
def test_what_no_play_can_do_is_an_error_with_a_line_and_a_fix(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    told = refused(written(tmp_path, (old, new)))
    assert said in told
    assert "modules/mail/module.yml:" in told
    assert "answer" not in told.split(":")[0]


def test_an_exercise_is_played_in_each_language(tmp_path: Path) -> None:
    typed = ("sentences: [hello, gladly]", 'text: "Bonjour Karim. Je viens."')
    (module,) = course(written(tmp_path, typed)).modules["fr"]
    kept = tmp_path / "kept"
    assert not list(proof.problems(module, "fr", ["kitchen"], KINDS, kept))
    # French words greet nobody in English: the world's English words aren't in them.
    found = [problem.found for problem in proof.problems(module, "en", ["kitchen"], KINDS, kept)]
    assert any("doesn’t reach the goal “answered”" in one and "“en”" in one for one in found)


def test_what_was_played_is_kept_until_something_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = {"draw": {"who": ["a", "b"]}}, {"draw": {"who": ["a", "b", "c"]}}
    assert engine.kept(tmp_path, RULES, "draws", one) == 2
    monkeypatch.setattr(engine, "call", lambda *_: "played")
    assert engine.kept(tmp_path, RULES, "draws", one) == 2
    assert engine.kept(tmp_path, RULES, "draws", other) == "played"


def test_who_writes_a_message_has_to_be_there(tmp_path: Path) -> None:
    alone = ("with: { messages:", "with: { people: [nadia], messages:")
    said = refused(written(tmp_path, alone))
    assert "“$case.mail” names “karim”, which isn’t there → add “karim” under “people”" in said


def test_an_unknown_name_in_a_world_is_told_in_its_own_file(tmp_path: Path) -> None:
    said = refused(written(tmp_path, world=(("from: ana", "from: anna"),)))
    assert "worlds/kitchen.yml:2" in said
    assert "“ana”" in said


def test_two_things_of_a_world_have_ids_of_their_own(tmp_path: Path) -> None:
    assert "is taken" in refused(written(tmp_path, world=(("id: ana,", "id: karim,"),)))


def test_a_page_holds_the_world_once_and_a_draw_of_the_exercise(tmp_path: Path) -> None:
    body = page_of(written(tmp_path))
    assert body.count('data-world="kitchen"') == 1
    assert body.count('data-exercise="answer"') == 1
    assert "Karim invite Nadia à un entretien." in body
    assert "{case" not in body.split("<script")[0]


def test_a_course_without_simulations_starts_no_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: Any) -> None:
        raise AssertionError("started")

    monkeypatch.setattr(engine, "_started", started)
    assert page_of(project(tmp_path))


def test_the_worked_answer_is_shown_with_its_optional_steps(tmp_path: Path) -> None:
    look = '      - { do: { folder: sent }, say: "Je regarde.", optional: true }\n'
    first = "      - { do: { open: $case.mail }"
    (module,) = course(written(tmp_path, (first, look + first))).modules["fr"]
    ((_, block),) = simulations(module)
    drawn = engine.drawn(RULES, block.data(), module.worlds[0].data("fr"), 0)
    session = engine.call(RULES, "begin", drawn)
    shown = [step["action"]["do"] for step in engine.call(RULES, "told", session)]
    assert shown == ["folder", "open", "reply", "sentence", "sentence", "send"]
    assert engine.call(RULES, "next", session)["action"]["do"] == "open"
