"""Warnings about what a TV shows badly, with their line."""

from pathlib import Path

import pytest

from smartcorner.check import check
from smartcorner.kinds import discover
from smartcorner.problems import Refused
from tests.tiny import MODULE, project, said


def warned(root: Path, text: str) -> str:
    """Return what is said of a project of one module; other rules may refuse it as well."""
    try:
        return said(check(project(root, mail=text), discover(), translations="none").warnings)
    except Refused as refused:
        return said(refused.problems)


def test_a_module_that_fits_is_not_mentioned(tmp_path: Path) -> None:
    assert "TV" not in warned(tmp_path, MODULE)


def test_a_question_too_long_for_a_screen_is_named_with_its_line(tmp_path: Path) -> None:
    one = '                - {id: %s, text: "%s %s.", feedback: "« Je lis » %s."}\n'
    long = "Je lis tout le message, du début à la fin, sans rien toucher avant la fin"
    long += ", puis je regarde encore une fois qui l’envoie, et quand"
    more = "".join(one % (name, long, name, name) for name in ("first", "second", "third"))
    wide = MODULE.replace("glossary:", f"{more}glossary:")
    said_ = warned(tmp_path, wide)
    assert "modules/mail/module.yml:25" in said_
    assert "can’t be split: a screen holds 10" in said_
    assert "make two of it" in said_


def test_a_sentence_longer_than_a_screen_is_named(tmp_path: Path) -> None:
    long = "Ouvrez la boîte " + "puis lisez encore un peu le message " * 9 + "et fermez."
    said_ = warned(tmp_path, MODULE.replace("Ouvrez la boîte.", long, 1))
    assert "one sentence fills more than a screen" in said_


@pytest.mark.parametrize("words", [20])
def test_a_title_of_three_lines_is_named(tmp_path: Path, words: int) -> None:
    said_ = warned(tmp_path, MODULE.replace('title: "Lire"', f'title: "{"Lire bien " * words}"'))
    assert "this title takes more than 2 lines" in said_
