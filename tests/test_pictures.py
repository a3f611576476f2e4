"""The guides' pictures: each is there, said in words, small, and made by the script."""

import re
from pathlib import Path

import pytest
from PIL import Image

from smartcorner.page import localized
from tests.support.learner import LOCALES
from tests.support.sites import ROOT
from tools.pictures import PICTURES

NAMED = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\(pictures/(?P<name>[\w-]+)\.png\)"
    r'\{ width="(?P<width>\d+)" height="(?P<height>\d+)" \}'
)
MOST = 200_000  # bytes of a file


def folder(locale: str) -> Path:
    """Return the folder of a language's guides."""
    return ROOT / "docs" / localized("trainers", locale)


def guides(locale: str) -> str:
    """Return the text of a language's guides."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder(locale).glob("*.md")))


@pytest.mark.parametrize("locale", LOCALES)
def test_each_picture_has_words_and_its_own_size(locale: str) -> None:
    text = guides(locale)
    found = list(NAMED.finditer(text))
    every = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text)
    assert all(len(alt.split()) > 5 for alt, _ in every)
    assert len(found) == sum(path.startswith("pictures/") for _, path in every) > 0
    for one in found:
        assert len(one["alt"].split()) > 5, one["name"]
        with Image.open(folder(locale) / "pictures" / f"{one['name']}.png") as image:
            assert image.size == (int(one["width"]), int(one["height"])), one["name"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_script_makes_those_that_are_shown_and_no_others(locale: str) -> None:
    shown = {one["name"] for one in NAMED.finditer(guides(locale))}
    there = {path.stem for path in (folder(locale) / "pictures").iterdir()}
    assert shown == there == set(PICTURES)


def test_pictures_are_small() -> None:
    every = [path for locale in LOCALES for path in (folder(locale) / "pictures").iterdir()]
    assert max(path.stat().st_size for path in every) < MOST
    assert sum(path.stat().st_size for path in every) < 4 * MOST
