"""Trainer's notes: whoever must teach tomorrow finds each part; learners never see them."""

from pathlib import Path

import pytest

from smartcorner.check import Course
from smartcorner.notes import Part, lacking, parts
from smartcorner.pages import pages
from smartcorner.reading.language import written
from tests.reading.tiny_course import told
from tests.reading.tiny_course import written as course
from tests.support.course import contents_of, module_pages
from tests.tiny import MODULE

WHOLE = """**But.** Ouvrir.

**Dites :** « Ouvrez. »

**Demandez au groupe :** « Où ? »

**Confusions fréquentes.** La boîte n’est pas le message.

**En avance :** deux boîtes.

**En difficulté :** ensemble.

**Durée :** 5 minutes."""
ENGLISH = """**Aim.** Open.

**Say:** “Open.”

**Ask:** “Where?”

**Common mix-ups.** The box is not the message.

**Ahead:** two boxes.

**Finding it hard:** together.

**Time:** 5 minutes."""


def with_notes(*notes: str) -> str:
    """Return the tiny module with notes on its first steps."""
    text = MODULE
    for title, note in zip(("Lire", "Répondre"), notes, strict=False):
        lines = "".join(f"\n      {line}" if line else "\n" for line in note.split("\n"))
        text = text.replace(f'title: "{title}"', f'title: "{title}"\n    notes: |{lines}')
    return text


def test_a_part_is_a_paragraph_that_begins_in_bold_and_those_after_it() -> None:
    assert parts("Avant.\n\n**But.** Lire.\n\nEncore.\n\n**Dites\u00a0:** « Oui. »") == [
        Part("", "Avant."),
        Part("But", "Lire.\n\nEncore."),
        Part("Dites", "« Oui. »"),
    ]


def test_a_part_is_there_when_its_name_begins_one_that_says_something() -> None:
    notes = "**Demandez à tous :** « Où ? »\n\n**Dites :**\n\n**Butée.** Un mot."
    assert list(lacking(notes, ("Demandez", "Dites", "But"))) == ["Dites", "But"]


@pytest.mark.parametrize("tag", ["fr", "en"])
def test_every_step_of_our_modules_has_all_parts_in_both_languages(
    our_course: Course, tag: str
) -> None:
    names = written(tag).notes
    assert len(names) == 7
    wrong = {
        f"{module.id}#{step.id}": missing
        for module in our_course.modules[tag]
        for step in module.steps
        if (missing := list(lacking(step.notes or "", names)))
    }
    assert wrong == {}


def test_notes_that_lack_a_part_are_warned_of_in_each_language(tmp_path: Path) -> None:
    short = WHOLE.partition("\n\n**En avance")[0]
    english = {short: ENGLISH.replace("**Say:**", "**Tell:**"), WHOLE: ENGLISH}
    french, other = sorted(told(course(tmp_path, with_notes(short, WHOLE), english)))[::-1]
    assert "module.yml:12:12: step 1 « Lire », notes: (warning) the notes don’t say “En" in french
    assert "→ add a paragraph that begins with “**En avance**”" in french
    assert "en.po" in other
    assert "the notes don’t say “Say” → " in other


def test_with_notes_on_one_step_the_others_need_theirs(tmp_path: Path) -> None:
    said = told(course(tmp_path, with_notes(WHOLE), {WHOLE: ENGLISH}))
    assert len(said) == 2
    assert "step 2 « Répondre », title: (warning) this step has no notes" in said[-1]


def test_a_module_without_any_notes_is_left_alone(tmp_path: Path) -> None:
    assert told(course(tmp_path)) == []


def test_learners_never_see_the_notes(our_course: Course) -> None:
    contents = contents_of(our_course)
    shown = (*pages(our_course, contents), *module_pages(our_course))
    html = [f"{page.top}{page.body}{page.end}" for page in shown]
    html += [contents.search(language.tag).decode() for language in our_course.languages]
    for tag in ("fr", "en"):
        for module in our_course.modules[tag]:
            for step in module.steps:
                for part in parts(step.notes or ""):
                    # Words with no sign, as they stand in any HTML; long ones can't be chance.
                    words = max(part.text.replace("’", "\n").split("\n"), key=len)[:60]
                    assert len(words) > 15 or part.name in ("Durée", "Time"), part
                    if len(words) > 15:
                        assert not [page for page in html if words in page], words
