"""Every page is valid HTML, and so is what scripts bring: the Nu HTML checker says so."""

import json
import re
from pathlib import Path

import pytest

from tests.support.nu import mistakes

PIECES = re.compile(r"smartcornerWords\((\".*\")(?:,\w+)?\);$", re.MULTILINE)


@pytest.fixture(scope="module")
def pieces(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what scripts bring, each piece as a page."""
    folder = tmp_path_factory.mktemp("pieces")
    for script in sorted(site.glob("assets/*.js")):
        for n, found in enumerate(PIECES.finditer(script.read_text("utf-8"))):
            head = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Words</title>'
            html = head + json.loads(found[1])
            (folder / f"{script.stem}-{n}.html").write_text(html, "utf-8")
    return folder


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page that isn't valid."""
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "page.html").write_text('<!doctype html><p lang="fr"><div></p>', "utf-8")
    return folder


@pytest.fixture(scope="module")
def said(site: Path, pieces: Path, wrong: Path) -> list[str]:
    """What the checker says of all of them: it takes longer to start than to read."""
    return mistakes(site, pieces, wrong).splitlines()


def test_pages_drawings_and_what_scripts_bring_are_valid(said: list[str], wrong: Path) -> None:
    assert [line for line in said if str(wrong) not in line] == []


def test_an_invalid_page_is_noticed(said: list[str], wrong: Path) -> None:
    assert [line for line in said if str(wrong) in line]


def test_scripts_bring_words(pieces: Path) -> None:
    # The frame's, the dialogs', the player's and the trouble's, in 2 languages.
    assert len(list(pieces.iterdir())) >= 8
