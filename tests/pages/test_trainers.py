"""The trainers' pages: all modules in a list, and a page for each, ready to teach from."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.model import COMPETENCES
from smartcorner.notes import parts
from smartcorner.page import Page, localized
from smartcorner.pages import trainers
from smartcorner.pages.lessons import running_order
from smartcorner.render import Site
from tests.support.course import trainer_pages
from tests.support.learner import GUIDES, LOCALES, path
from tests.support.sites import ROOT
from tests.tiny import MODULE, project

TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def made(our_course: Course) -> dict[str, Page]:
    """The trainers' pages of our own course, by path."""
    return trainer_pages(our_course)


def words(html: str) -> str:
    """Return what a page says, its spaces made plain."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def said(site: Site, text: str) -> str:
    """Return a text of a module as a page says it."""
    return words(site.md(text))


def sites(course: Course) -> list[Site]:
    """Return the two languages, each on a page."""
    found = [Site(course, language) for language in course.languages]
    for site in found:
        site.open("trainers/modules.html")
    return [site for site in found if site.language.tag in LOCALES]


def test_the_list_has_each_modules_objectives_competences_minutes_and_needs(
    our_course: Course, made: dict[str, Page]
) -> None:
    for site in sites(our_course):
        tag = site.language.tag
        page = words(made[localized("trainers/modules.html", tag)].body)
        for source, module in zip(our_course.modules["fr"], our_course.modules[tag], strict=True):
            for text in (module.title, *module.objectives, *module.needs):
                assert said(site, text) in page
            assert f"{source.minutes} minutes" in page
            assert all(number in page for number in module.competences)


def test_a_modules_page_has_all_that_is_needed_to_teach_it(
    our_course: Course, made: dict[str, Page]
) -> None:
    for site in sites(our_course):
        tag = site.language.tag
        for module in our_course.modules[tag]:
            page = words(made[localized(trainers.path(module.id), tag)].body)
            for text in (*module.objectives, *module.needs, module.home):
                assert said(site, text) in page
            for step in module.steps:
                for part in parts(step.notes or ""):
                    assert f"{words(part.name)} {said(site, part.text)}" in page, step.id
            for moment in running_order(module):
                assert not moment.text or said(site, moment.text) in page


def test_the_running_order_says_when_each_moment_begins(tmp_path: Path) -> None:
    plan = (
        "lesson:\n  - {do: group, step: read, minutes: 50}\n  - {do: pause, minutes: 15}\n"
        '  - {do: alone, step: answer, minutes: 5, text: "Répondez."}\n'
    )
    root = project(tmp_path, mail=f"{MODULE}{plan}")
    shutil.copy(ROOT / "modules/references.yml", root / "modules")
    course = check(root, discover(), translations="none")
    page = trainer_pages(course)["trainers/modules/mail.html"]
    rows = re.findall(r"<tr><td>(.*?)</tr>", page.body)
    assert [words(row) for row in rows] == [
        "0:00 50 Ensemble 1. Lire",
        "0:50 15 Pause",
        "1:05 5 Seul 2. Répondre Répondez.",
    ]


def test_every_competence_has_a_title_in_both_languages(our_course: Course) -> None:
    titles = []
    for site in sites(our_course):
        _, said = site.exported("competences.html")
        titles += [str(said.titles[number]) for number in sorted(COMPETENCES)]
    assert len(set(titles)) == 2 * 21


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guides_menu_holds_the_list_not_each_modules_page(site: Path, locale: str) -> None:
    html = (site / path("trainers/index", locale)).read_text("utf-8")
    names = ("index", "modules", "tv", "write", "exercises", "reference", "operate", "figures")
    found = re.findall(r'<a href="([\w./-]+)" class="md-nav__link', html)
    assert [link for link in found if link.removesuffix(".html") in names] == [
        f"{name}.html" for name in names
    ]
    assert not [link for link in found if "modules/" in link]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_guides_neighbours_are_of_its_own_language(site: Path, locale: str) -> None:
    folder = (site / path("trainers/index", locale)).parent
    for name in GUIDES:
        page = site / path(name, locale)
        for link in re.findall(
            r'<a href="([^"]+)" class="md-footer__link', page.read_text("utf-8")
        ):
            assert (page.parent / link).resolve().parent == folder.resolve(), name
