from pathlib import Path

import pytest

from smartcorner import handout, pages
from smartcorner.check import check
from smartcorner.kinds import discover
from tests.support.course import module_pages, project

WHOLE = "https://example.org/sc/"
KEPT = "À faire sur papier"


def sheet(root: Path, address: str = "") -> str:
    """Return the small module's sheet."""
    course = check(root, discover())
    (page,) = (p for p in module_pages(course) if p.locale == "fr")
    frame = "".join(pages.rare_parts(course, "fr", "assets/paper"))
    return handout.document(page, "ltr", frame, address, lambda _: (21, "M0 0h1v1h-1z"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of the small module, none of whose blocks is on the sheet."""
    return project(tmp_path)


def change(root: Path, old: str, new: str) -> None:
    path = root / "modules/practice/module.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_has_nothing_to_show_is_left_out(root: Path) -> None:
    assert KEPT not in sheet(root)


def test_a_block_that_an_author_marks_is_on_the_sheet_as_a_list(root: Path) -> None:
    change(root, "checklist:\n", "checklist:\n          handout: true\n")
    made = sheet(root)
    assert KEPT in made
    assert '<ul class="rows"><li class="row"><i ' in made.replace("\n", "")
    assert "<sc-checklist" not in made
    assert "data-keep" not in made


def test_without_an_address_nothing_of_the_sheet_leads_anywhere(root: Path) -> None:
    made = sheet(root).partition("<body>")[2]
    assert "href" not in made
    assert "Code QR" not in made
    assert "smartcorner.invalid" not in made.replace("url('https://smartcorner.invalid/", "")


def test_an_address_is_written_and_coded(root: Path) -> None:
    made = sheet(root, WHOLE)
    shown = '<span class="nb">sc/</span><wbr><span class="nb">modules/</span><wbr>'
    assert shown in made
    assert 'alt="Code QR' in made
