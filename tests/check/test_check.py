from pathlib import Path

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.problems import Refused
from smartcorner.translate import Foreign
from tests.tiny import MODULE, SVG, project

KINDS = discover()


def french(root: Path) -> Course:
    return check(root, KINDS, translations="none")


def refused(tmp_path: Path, old: str = "", new: str = "", **modules: str) -> list[str]:
    assert old in MODULE
    project(tmp_path, **(modules or {"mail": MODULE.replace(old, new, 1)}))
    with pytest.raises(Refused) as info:
        french(tmp_path)
    return [str(problem) for problem in info.value.problems]


def test_a_right_module_is_a_course(tmp_path: Path) -> None:
    course = french(project(tmp_path))
    assert [module.id for module in course.modules["fr"]] == ["mail"]


# One wrong thing, where it is, and a piece of what is said.
CASES = {
    "unknown key": ("summary:", "colour: red\nsummary:", "2:1", "“colour”"),
    "misspelt key": ('title: "Lire"', 'tilte: "Lire"', "11:5", "“title”"),
    "missing key": ('summary: "Lire un message."\n', "", "1:1", "summary"),
    "wrong type": ('objectives:\n  - "Vous lisez un message."', 'objectives: "Lire"', "7:", "list"),
    "duplicate key": ("level: basic", "level: basic\nlevel: basic", "5:1", "level"),
    "duplicate id": ("id: answer", "id: read", "19:", "“read”"),
    "unknown prerequisite": ("steps:", "prerequisites: [mial]\nsteps:", "9:", "mial"),
    "no right answer": (", right: true", "", "28:", "right"),
    "empty checklist": (
        'items:\n            - {id: opened, text: "J’ai ouvert la boîte."}',
        "items: []",
        "17:",
        "items",
    ),
    "missing image": ("picture: cover.svg", "picture: covr.svg", "5:10", "“cover.svg”"),
    "image outside": ("picture: cover.svg", "picture: ../../secret.svg", "5:10", "outside"),
    "image without alternative": (
        '- text: "Ouvrez la boîte."',
        "- figure: {image: cover.svg}",
        "13:",
        "alt",
    ),
    "raw HTML": ('Ouvrez la boîte."', 'Ouvrez <b>la</b> boîte."', "13:", "<b>"),
    "script link": ('Ouvrez la boîte."', '[la boîte](javascript:alert)"', "13:", "javascript:"),
    "data link": ('Ouvrez la boîte."', '[la boîte](data:text/html,x)"', "13:", "data:"),
    "broken link": ('Ouvrez la boîte."', '[la boîte](mali)"', "13:", "nowhere"),
    "broken step": ('Ouvrez la boîte."', '[la boîte](mail#writ)"', "13:", "writ"),
    "unknown reference": ('Ouvrez la boîte."', 'Appelez {ref:card-stop}."', "13:", "card-stop"),
    "unknown kind": ('- text: "Ouvrez', '- txet: "Ouvrez', "13:9", "“text”"),
    "unknown glossary word": ('- text: "Ouvrez la boîte."', "- words: [boxx]", "13:", "“box”"),
    "reserved id": ("id: ready", "id: steps", "15:", "for itself"),
    "italics": ('Ouvrez la boîte."', 'Ouvrez *la* boîte."', "13:", "italics"),
    "YAML tag": ('title: "Le courrier"', 'title: !!python/name:os.system "x"', "1:", "“!”"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_said_with_its_place(case: str, tmp_path: Path) -> None:
    old, new, place, words = CASES[case]
    lines = refused(tmp_path, old, new)
    assert any(
        line.startswith(f"modules/mail/module.yml:{place}") and words in line for line in lines
    ), lines
    assert all(" → " in line for line in lines)


def test_all_errors_of_all_files_come_in_one_run_sorted(tmp_path: Path) -> None:
    wrong = MODULE.replace("level: basic", "level: easy").replace("id: answer", "id: read")
    lines = refused(tmp_path, aa=wrong, bb=wrong)
    assert len(lines) == 4
    assert [line.split(":")[0] for line in lines] == ["modules/aa/module.yml"] * 2 + [
        "modules/bb/module.yml"
    ] * 2


def test_an_image_behind_a_link_out_of_the_module_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(SVG, "utf-8")
    project(tmp_path / "p")
    cover = tmp_path / "p/modules/mail/media/cover.svg"
    cover.unlink()
    cover.symlink_to(secret)
    with pytest.raises(Refused, match="outside"):
        french(tmp_path / "p")


def test_an_unreadable_image_is_refused(tmp_path: Path) -> None:
    project(tmp_path)
    cover = tmp_path / "modules/mail/media/cover.svg"
    latin = SVG.replace("<svg", '<?xml version="1.0" encoding="latin1"?><svg aria-label="é"', 1)
    for data in (b"<svg", latin.encode("latin1")):
        cover.write_bytes(data)
        with pytest.raises(Refused, match="can’t be read"):
            french(tmp_path)


def test_an_image_with_an_endless_name_is_refused(tmp_path: Path) -> None:
    project(tmp_path, mail=MODULE.replace("picture: cover.svg", f"picture: {'a' * 300}.svg"))
    with pytest.raises(Refused, match="is too long for a file"):
        french(tmp_path)


@pytest.mark.parametrize(
    ("status", "said"), [("to-confirm", "isn’t confirmed yet"), ("confirmed", "no date")]
)
def test_an_unconfirmed_or_undated_reference_is_not_published(
    tmp_path: Path, status: str, said: str
) -> None:
    project(tmp_path, mail=MODULE.replace('Ouvrez la boîte."', 'Appelez {ref:desk}."'))
    entry = f"desk: {{type: phone, value: '1', label: x, source: y, status: {status}}}\n"
    (tmp_path / "modules/references.yml").write_text(entry, "utf-8")
    with pytest.raises(Refused, match=said):
        french(tmp_path)


def test_texts_that_look_like_numbers_stay_texts(tmp_path: Path) -> None:
    text = MODULE.replace('title: "Lire"', "title: 08").replace('title: "Répondre"', "title: yes")
    course = french(project(tmp_path, mail=text))
    assert [step.title for step in course.modules["fr"][0].steps] == ["08", "yes"]


def test_modules_come_after_what_they_build_on(tmp_path: Path) -> None:
    after = MODULE.replace("steps:", "prerequisites: [zz]\nsteps:", 1)
    course = french(project(tmp_path, aa=after, zz=MODULE))
    assert [module.id for module in course.modules["fr"]] == ["zz", "aa"]


def test_a_missing_english_text_is_an_error_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(Refused) as info:
        check(project(tmp_path), KINDS)
    assert any(
        "modules/mail/en.po" in str(p) and "write/title" not in str(p) for p in info.value.problems
    )
    assert any("read/title: “Lire”" in str(p) for p in info.value.problems)


def test_a_language_needs_only_files_and_what_it_lacks_is_french(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/nl.po").write_bytes(b"")
    (tmp_path / "modules/mail/nl.po").write_text(
        'msgid ""\nmsgstr ""\n\nmsgctxt "title"\nmsgid "Le courrier"\nmsgstr "De post"\n', "utf-8"
    )
    course = check(tmp_path, KINDS, translations="draft")
    [module] = course.modules["nl"]
    assert (module.title, module.summary) == ("De post", "Lire un message.")
    assert isinstance(module.summary, Foreign)
    assert any("nl.po" in str(problem) for problem in course.warnings)


def test_while_one_writes_a_missing_english_text_only_warns(tmp_path: Path) -> None:
    course = check(project(tmp_path), KINDS, translations="draft")
    assert {problem.severity for problem in course.warnings} == {"warning"}


# What a trainer reads, whole: what is wrong, where, what to write.
TOLD = {
    "a key that is no key here": (
        "summary:",
        "colour: red\nsummary:",
        "2:1: “colour” isn’t known here → take it away, or write “title”, “summary”,",
    ),
    "two kinds in a block": (
        '- text: "Ouvrez la boîte."',
        "- {text: a, tip: b}",
        "13:9: step 1 « Lire », block 1: “text” and “tip” stand in one block → begin each kind",
    ),
    "a kind alone": (
        '- text: "Ouvrez la boîte."',
        "- text",
        "block 1: “text” has nothing after it → write “- text:” and what it holds",
    ),
    "a dash without its space": (
        "  - id: answer",
        "  -id: answer",
        "19:3: steps: a “-” needs a space → write a space after it: “- id: answer”",
    ),
    "a dash a space too far": (
        "  - id: answer",
        "   - id: answer",
        "19:4: steps: this “-” isn’t under the “-” of line 10 → write 2 spaces before it, as there",
    ),
    "a number that DigComp hasn’t": (
        "competences: [2.1]",
        "competences: [2.9]",
        "6:15: 1st competence: “2.9” is no competence of DigComp → write one of its 21 numbers",
    ),
    "an id of another step": (
        "id: answer",
        "id: read",
        "the id “read” is taken: it stands further up → write another name, such as “read-2”",
    ),
    "code of web pages": (
        'Ouvrez la boîte."',
        'Ouvrez <b>la boîte."',
        "“<b>” is code of web pages → take it away; **two stars** make a word bold",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_a_message_says_what_where_and_what_to_write(case: str, tmp_path: Path) -> None:
    old, new, words = TOLD[case]
    lines = refused(tmp_path, old, new)
    assert any(words in line for line in lines), lines
