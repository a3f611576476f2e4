"""« Entraînement »: more practice after a module's end, for those who want it."""

import re
import shutil
from pathlib import Path

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.problems import Refused
from tests.support.course import module_pages
from tests.tiny import MODULE, project

KINDS = discover()


def with_training(count: int, words: int = 5) -> str:
    """Return the small module with so many steps of « Entraînement »."""
    sentence = " ".join(["mot"] * words)
    steps = [
        f'  - id: more-{n}\n    title: "Encore {n}"\n    training: true\n    blocks:\n'
        f"      - text: |\n          {sentence}.\n"
        for n in range(1, count + 1)
    ]
    return MODULE.replace("glossary:", "".join(steps) + "glossary:")


def course(root: Path, text: str) -> Course:
    return check(project(root, mail=text), KINDS, translations="none")


def refused(root: Path, text: str) -> str:
    with pytest.raises(Refused) as caught:
        course(root, text)
    return str(caught.value)


def test_training_counts_neither_in_the_minutes_nor_in_what_is_to_be_done(tmp_path: Path) -> None:
    (plain,) = course(tmp_path / "a", MODULE).modules["fr"]
    (more,) = course(tmp_path / "b", with_training(3)).modules["fr"]
    assert more.minutes == plain.minutes
    assert [step.id for step in more.core] == ["read", "answer"]


def test_training_stands_after_the_end_which_offers_it(tmp_path: Path) -> None:
    made = course(tmp_path, with_training(2))
    shutil.copy(Path(__file__).parents[1] / "modules/references.yml", tmp_path / "modules")
    made = check(tmp_path, KINDS, translations="none")
    body = next(page.body for page in module_pages(made))
    order = re.findall(r'<section class="(?:step|end)"[^>]* id="([^"]+)"', body)
    assert order == ["read", "answer", "sc-end", "more-1", "more-2"]
    end = body.split('id="sc-end"')[1].split("</section>")[0]
    assert 'href="#more-1"' in end
    assert "2 étapes de plus, si vous voulez." in end


def test_a_module_without_training_speaks_of_none(tmp_path: Path) -> None:
    course(tmp_path, MODULE)
    shutil.copy(Path(__file__).parents[1] / "modules/references.yml", tmp_path / "modules")
    made = check(tmp_path, KINDS, translations="none")
    body = next(page.body for page in module_pages(made))
    assert "ntraîn" not in body


def test_nothing_of_the_module_comes_after_its_training(tmp_path: Path) -> None:
    late = with_training(1).replace(
        "glossary:",
        '  - id: late\n    title: "Encore"\n    blocks:\n      - text: "Un mot."\nglossary:',
    )
    assert "move it before step 3" in refused(tmp_path, late)


def test_a_module_of_training_alone_is_none(tmp_path: Path) -> None:
    alone = MODULE.replace("    blocks:", "    training: true\n    blocks:")
    assert "nothing is left of the module" in refused(tmp_path, alone)


def test_module_and_training_have_14_steps_at_most(tmp_path: Path) -> None:
    course(tmp_path / "a", with_training(12))
    assert "15 steps → keep 14 at most" in refused(tmp_path / "b", with_training(13))


def test_module_and_training_take_60_minutes_at_most(tmp_path: Path) -> None:
    assert "minutes → keep 60 at most" in refused(tmp_path, with_training(12, words=420))
