"""`package pdf`: each module's sheet as a PDF that everybody can read, the same on any day."""

import filecmp
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
import zxingcpp
from pdfua import validate
from pypdfium2 import PdfDocument

from smartcorner.check import Course
from smartcorner.cli import main
from smartcorner.markdown import plain
from tests.support.learner import LOCALES, MODULES, path, words
from tests.support.sites import ROOT, copy

ADDRESS = "https://smartcorner.example.org/corner/"
FILES = [f"{module}.{locale}" for module in MODULES for locale in LOCALES]
ANOTHER_DAY = ["faketime", "2031-02-03 23:59:30"]
NO_PANGO = """
import sys, cffi
from pathlib import Path
def dlopen(self, *_):
    raise OSError("cannot load library 'libpango-1.0-0'")
cffi.FFI.dlopen = dlopen
from smartcorner.cli import main
sys.exit(main(["package", "pdf"], Path(sys.argv[1])))
"""

pytestmark = pytest.mark.slow


def project(folder: Path) -> Path:
    """Make a project of our modules in an empty folder."""
    folder.mkdir(exist_ok=True)
    for part in ("modules", "smartcorner", "node_modules"):
        (folder / part).symlink_to(ROOT / part)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of all sheets, which name an address."""
    root = project(tmp_path_factory.mktemp("here"))
    assert main(["package", "pdf", "--address", ADDRESS.rstrip("/")], root) == 0
    return root / "dist/pdf"


def spaced(said: str) -> str:
    """Return a text with plain spaces."""
    return " ".join(said.split())


def text(file: Path) -> str:
    """Return what a sheet says, on one line."""
    with PdfDocument(file) as document:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    return spaced(said)


def tags(file: Path) -> list[tuple[str, Any]]:
    """Return a sheet's structure in reading order: tags, and their elements."""
    with pikepdf.open(file) as document:

        def walk(element: Any) -> Iterator[tuple[str, Any]]:
            if isinstance(element, pikepdf.Array):
                for each in element:
                    yield from walk(each)
            elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
                yield str(element.S), str(element.get("/Alt", ""))
                yield from walk(element.get("/K"))

        return list(walk(document.Root.StructTreeRoot.K))


def test_each_module_has_a_sheet_in_each_language(made: Path) -> None:
    assert sorted(file.name for file in made.iterdir()) == sorted(f"{name}.pdf" for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_has_two_sides_of_a4(made: Path, name: str) -> None:
    with PdfDocument(made / f"{name}.pdf") as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [(595, 842)] * 2


@pytest.mark.parametrize("name", FILES)
def test_checkers_of_pdf_ua_find_nothing(made: Path, name: str) -> None:
    file = made / f"{name}.pdf"
    assert not list(validate(str(file)).findings)
    found = outloud.check(file).findings
    # Of an exercise's invented address (example.org) no link is wanted.
    assert {finding.rule for finding in found} <= {"LNK-010"}


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_says_its_title_and_language(made: Path, our_course: Course, name: str) -> None:
    id_, locale = name.split(".")
    module = next(one for one in our_course.modules[locale] if one.id == id_)
    with pikepdf.open(made / f"{name}.pdf") as document:
        assert str(document.Root.Lang) == locale
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert spaced(metadata["dc:title"]) == spaced(module.title)
            assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_holds_what_to_keep_of_its_module(
    made: Path, our_course: Course, name: str
) -> None:
    id_, locale = name.split(".")
    module = next(one for one in our_course.modules[locale] if one.id == id_)
    said = text(made / f"{name}.pdf")
    blocks = [block for step in module.steps for block in step.blocks]
    cards = [point for block in blocks if block.kind == "remember" for point in block.points]  # type: ignore[attr-defined]
    kept = [block for block in blocks if block.handout and block.kind == "checklist"]
    ticked = [item.text for block in kept for item in block.items]  # type: ignore[attr-defined]
    assert cards
    assert ticked
    glossary = [one for word in module.glossary for one in (word.word, word.meaning)]
    for one in (*module.objectives, *cards, *ticked, *glossary):
        wanted = spaced(plain(one, ref=lambda ref: our_course.references[ref].shown(locale)))
        assert wanted in said
    say = words(locale)
    for heading in ("Ma fiche", "À faire sur papier", "À faire chez vous", "Mes notes"):
        assert say(heading) in said
    assert "0800/93 947" in said
    address = ADDRESS.partition("//")[2] + path(f"modules/{id_}", locale)
    assert address in said.replace(" ", "")


@pytest.mark.parametrize("name", FILES)
def test_headings_and_lists_are_tagged_and_the_code_has_a_text(made: Path, name: str) -> None:
    found = tags(made / f"{name}.pdf")
    headings = [tag for tag, _ in found if re.fullmatch("/H[1-6]", tag)]
    assert headings[0] == "/H1"
    assert set(headings[1:]) == {"/H2"}
    assert len(headings) >= 8
    kinds = [tag for tag, _ in found]
    assert kinds.count("/L") >= 5
    assert kinds.count("/LI") >= 25
    (alt,) = (alt for tag, alt in found if tag == "/Figure")  # drawings that decorate are none
    wanted = words(name.split(".")[1])("Code QR : l’adresse de ce module")
    assert spaced(alt) == wanted


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_is_black_on_white_in_our_font_alone(made: Path, name: str) -> None:
    with PdfDocument(made / f"{name}.pdf") as document:
        for page in document:
            picture = page.render(scale=1).to_pil().convert("HSV")
            assert picture.getextrema()[1] == (0, 0)  # saturation
    with pikepdf.open(made / f"{name}.pdf") as document:
        fonts = {str(o.BaseFont) for o in document.objects if _is_font(o)}
    assert fonts
    assert all("Atkinson-Hyperlegible" in font for font in fonts)


def _is_font(part: Any) -> bool:
    return isinstance(part, pikepdf.Dictionary) and "/BaseFont" in part


@pytest.mark.parametrize("name", FILES)
def test_a_phone_reads_the_code(made: Path, name: str) -> None:
    id_, locale = name.split(".")
    with PdfDocument(made / f"{name}.pdf") as document:
        picture = document[1].render(scale=2).to_pil().convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [
        ADDRESS + path(f"modules/{id_}", locale)
    ]


def test_without_an_address_there_is_neither_code_nor_address(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    assert main(["package", "pdf"], root) == 0
    for file in (root / "dist/pdf").iterdir():
        assert "/Figure" not in [tag for tag, _ in tags(file)]
        assert not re.search("https?:|invalid|modules/", text(file))
        assert b"smartcorner.invalid" not in file.read_bytes()


def test_the_same_course_gives_the_same_bytes_on_another_day(made: Path, tmp_path: Path) -> None:
    root = copy(tmp_path / "un été à Liège")
    done = subprocess.run(
        [*ANOTHER_DAY, sys.executable, "build_modules.py", "package", "pdf", "--address", ADDRESS],
        cwd=root,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Making pdf…",
        f"{len(FILES)} sheets of {len(MODULES)} modules as PDF.",
        "They are in dist/pdf/.",
    ]
    names = [f"{name}.pdf" for name in FILES]
    same, *other = filecmp.cmpfiles(made, root / "dist/pdf", names, shallow=False)
    assert (sorted(same), other) == (sorted(names), [[], []])


def test_a_missing_system_library_is_named_and_nothing_changes(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    (root / "dist/pdf").mkdir(parents=True)
    (root / "dist/pdf/earlier.pdf").write_text("earlier")
    done = subprocess.run(
        [sys.executable, "-c", NO_PANGO, root],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "sudo apt install libpango-1.0-0 libpangoft2-1.0-0" in done.stderr
    assert [file.name for file in (root / "dist").rglob("*")] == ["pdf", "earlier.pdf"]


@pytest.mark.parametrize("address", ["example.org", "javascript:alert(1)/", "https://a b/", ""])
def test_what_is_no_address_is_bad_usage(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as done:
        main(["package", "pdf", "--address", address], tmp_path)
    assert done.value.code == 2
    assert "https://example.org/smartcorner/" in capsys.readouterr().err


def test_an_unknown_format_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["package", "floppy"], tmp_path)
    assert done.value.code == 2
    assert "pdf" in capsys.readouterr().err
