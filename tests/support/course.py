"""The sites of small modules, `practice` and `mailbox`, whose texts the tests know by heart."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.page import Page
from smartcorner.pages import room
from smartcorner.pages.contents import Contents
from smartcorner.translate import entries, read, updated, written
from tests.support.sites import ROOT, BuildOnce, serve

SOURCE = ROOT / "tests/journeys/course"
ENGLISH = "en "  # what its English texts begin with; else they are the French ones, but for
WORDS = {  # words that nobody may take for English
    "envoyer": "send",
    "envoie": "send",
    "répondre": "answer",
    "objet": "subject",
    "bonjour": "hello",
    "merci": "thank you",
}


def project(folder: Path, name: str = "practice") -> Path:
    """Make a project of a small module and of our own code, shells and pages."""
    for part in ("smartcorner", "overrides", "docs", "node_modules"):
        (folder / part).symlink_to(ROOT / part)
    for part in ("build_modules.py", "mkdocs.yml"):
        shutil.copy(ROOT / part, folder)
    (folder / "modules").mkdir()
    shutil.copy(ROOT / "modules/references.yml", folder / "modules")
    practice(folder, name)
    return folder


def contents_of(course: Course) -> Contents:
    """Return what is made of a course's modules."""
    contents = Contents()
    for local in zip(*course.modules.values(), strict=True):
        contents.add(course, dict(zip(course.modules, local, strict=True)))
    return contents.finish(course)


def module_pages(course: Course) -> list[Page]:
    """Return the learners' pages of a course's modules."""
    contents = contents_of(course)
    return [contents.page(one) for one in contents.outlines() if not one.is_guide]


def trainer_pages(course: Course) -> dict[str, Page]:
    """Return the trainers' pages about a course's modules, by path: each one's, and the list."""
    contents = contents_of(course)
    every = [contents.page(one) for one in contents.outlines() if one.is_guide]
    return {page.path: page for page in (*every, *room.made(course, contents))}


def practice(folder: Path, name: str = "practice") -> None:
    """Put a small module among a project's own, with its English."""
    module = folder / "modules" / name
    (module / "media").mkdir(parents=True)
    shutil.copy(SOURCE / name / "module.yml", module)
    shutil.copy(SOURCE / name / "cover.svg", module / "media")
    if (SOURCE / name / "worlds").is_dir():
        shutil.copytree(SOURCE / name / "worlds", module / "worlds")
    course = check(folder, discover(folder / "kinds"), translations="none")
    (french,) = (one for one in course.modules["fr"] if one.id == name)
    catalogue = updated(read(module / "en.po", "en"), entries(french), "en")
    for message in catalogue:
        if message.id:
            message.string = ENGLISH + re.sub(
                "|".join(WORDS),
                lambda word: WORDS[word[0].lower()],
                str(message.id),
                flags=re.IGNORECASE,
            )
            message.flags.discard("fuzzy")
    (module / "en.po").write_bytes(written(catalogue))


@pytest.fixture(scope="session")
def small_folder(build_once: BuildOnce) -> Path:
    """Folder of the site of `practice`."""
    return build_once("small", project)


@pytest.fixture(scope="session")
def small_site(small_folder: Path) -> Iterator[str]:
    """Address of that site."""
    with serve(small_folder) as address:
        yield address


@pytest.fixture(scope="session")
def mailbox_folder(build_once: BuildOnce) -> Path:
    """Folder of the site of `mailbox`."""
    return build_once("mailbox", partial(project, name="mailbox"))


@pytest.fixture(scope="session")
def mailbox_site(mailbox_folder: Path) -> Iterator[str]:
    """Address of that site."""
    with serve(mailbox_folder) as address:
        yield address
