"""A language is files: Dutch, for the interface and the first steps of one module."""

import re
import shutil
from pathlib import Path

import pytest

from smartcorner.check import Course, check
from smartcorner.cli import main
from smartcorner.kinds import discover
from smartcorner.translate import interface, read
from tests.support.sites import build, copy

DUTCH = Path(__file__).parent / "languages/nl"
KINDS = discover()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the Dutch files in their places, and nothing else changed."""
    folder = copy(tmp_path_factory.mktemp("dutch") / "project")
    shutil.copytree(DUTCH, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def course(root: Path) -> Course:
    """Its course."""
    return check(root, KINDS)


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """Its site."""
    return build(root / "site", root)


def page(site: Path, path: str) -> str:
    """Return a page's HTML with plain spaces."""
    return re.sub(r"\s+", " ", (site / path).read_text("utf-8"))


def test_dutch_is_a_language_of_the_site(course: Course, site: Path) -> None:
    assert [one.tag for one in course.languages] == ["fr", "en", "nl"]
    assert "lang=nl" in page(site, "nl/index.html")
    for path in ("index.html", "en/index.html", "modules/email-basics.html"):
        assert "Nederlands" in page(site, path)


def test_what_is_translated_is_dutch(site: Path) -> None:
    module = page(site, "nl/modules/email-basics.html")
    assert "Een eerste e-mail lezen" in re.sub("<[^>]*>", "", module)
    assert "Volgende" in module
    assert "Een eerste e-mail lezen" in (site / "search/nl.js").read_text("utf-8")


def test_what_is_not_is_french_says_so_and_is_marked(course: Course, site: Path) -> None:
    module = page(site, "nl/modules/email-basics.html")
    last = next(one for one in course.modules["fr"] if one.id == "email-basics").steps[-1]
    assert f"<span dir=ltr lang=fr>{last.title}</span>" in module
    notice = "Een deel van deze module is nog niet vertaald: dat deel is in het Frans."
    assert notice in module
    assert notice in page(site, "nl/modules/online-job-search.html")
    for whole in ("modules/email-basics.html", "en/modules/email-basics.html"):
        assert "nog niet vertaald" not in page(site, whole)
        assert "isn’t translated yet" not in page(site, whole)


def test_the_report_says_in_a_line_what_a_module_still_lacks(course: Course) -> None:
    said = [problem for problem in course.warnings if str(problem.file or "").endswith("nl.po")]
    assert {problem.severity for problem in said} == {"warning"}
    modules = {Path("modules", module.id, "nl.po") for module in course.modules["nl"]}
    assert {problem.file for problem in said} == {*modules, Path("locales/nl.po")}
    assert all(re.search(r"\d+ texts are missing or stale", problem.found) for problem in said)


def test_its_catalogues_are_filled_up_for_a_translator(root: Path, tmp_path: Path) -> None:
    for name in ("modules", "locales"):
        shutil.copytree(root / name, tmp_path / name)
    assert main(["texts"], tmp_path) == 0
    before, after = (read(folder / "locales/nl.po", "nl") for folder in (root, tmp_path))
    kept = {(one.context, one.id): one.string for one in after}
    assert all(kept[one.context, one.id] == one.string for one in before if one.id)
    assert len(after) > len(before)


def test_words_have_as_many_plural_forms_as_the_language(tmp_path: Path) -> None:
    polish = tmp_path / "pl.po"
    polish.write_text(
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 ||'
        ' n%100>14) ? 1 : 2);\\n"\n\n'
        'msgid "%(num)s minute"\nmsgid_plural "%(num)s minutes"\n'
        'msgstr[0] "%(num)s minuta"\nmsgstr[1] "%(num)s minuty"\nmsgstr[2] "%(num)s minut"\n',
        "utf-8",
    )
    words = interface([polish], "pl")
    said = [words.ngettext("%(num)s minute", "%(num)s minutes", n) for n in (1, 2, 5)]
    assert said == ["%(num)s minuta", "%(num)s minuty", "%(num)s minut"]
    assert interface([], "fr").ngettext("minute", "minutes", 0) == "minute"


def test_a_question_half_translated_is_no_error(root: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    shutil.copytree(root / "modules", half / "modules")
    shutil.copytree(root / "locales", half / "locales")
    path = half / "modules/email-basics/nl.po"
    text = path.read_text("utf-8")
    head, _, _ = text.partition('msgctxt "first/who-writes/nadia/feedback"')
    path.write_text(head, "utf-8")
    assert len(head) < len(text)
    assert check(half, KINDS).modules["nl"]
