"""What a preview remembers: one edit costs one module, and nothing stale is shown."""

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO

import pytest

from smartcorner.check import Course, check
from smartcorner.kinds import discover
from smartcorner.memory import Memory, Shelf
from smartcorner.model import Module
from smartcorner.page import Page
from smartcorner.pages import modulepage
from smartcorner.pages.contents import Contents
from smartcorner.problems import Refused
from smartcorner.render import Site
from tests.support.sites import ROOT
from tests.tiny import MODULE, project, said


def course(root: Path, memory: Memory) -> Course:
    return check(root, discover(), translations="draft", memory=memory)


def made(root: Path, memory: Memory) -> Contents:
    contents = Contents()
    found = check(root, discover(), translations="draft", memory=memory, use=contents.add)
    return contents.finish(found)


def whole(contents: Contents) -> dict[str, Page]:
    return {outline.path: contents.page(outline) for outline in contents.outlines()}


def edit(root: Path, name: str, former: str, new: str) -> None:
    path = root / "modules" / name / "module.yml"
    path.write_text(path.read_text("utf-8").replace(former, new), "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path, mail=MODULE, news=MODULE)
    shutil.copy(ROOT / "modules/references.yml", made / "modules")  # the interface shows some
    return made


def test_one_edit_reads_and_renders_one_module(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(keeps=True)
    made(root, memory)
    again = []
    page = modulepage.page

    def noting(site: Site, source: Module, module: Module) -> Page:
        again.append(module.id)
        return page(site, source, module)

    monkeypatch.setattr(modulepage, "page", noting)
    edit(root, "mail", "Lire un message.", "Lire un long message.")
    pages = whole(made(root, memory))
    assert set(again) == {"mail"}
    assert "Lire un long message." in pages["modules/mail.html"].body


def test_what_it_shows_is_what_a_fresh_build_shows(root: Path) -> None:
    memory = Memory(keeps=True)
    made(root, memory)
    edit(root, "news", "Le courrier", "Les nouvelles")
    fresh, kept = made(root, Memory()), made(root, memory)
    assert whole(kept) == whole(fresh)
    assert kept.themes("fr") == fresh.themes("fr")
    assert kept.search("fr") == fresh.search("fr")
    assert dict(kept.lessons()) == dict(fresh.lessons())


def test_a_long_preview_keeps_no_page_that_nothing_shows(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    make = tempfile.TemporaryFile

    def noted(dir: Path) -> IO[bytes]:  # noqa: A002
        files.append(make(dir=dir))
        return files[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", noted)
    memory = Memory(keeps=True)
    for n in range(6):
        contents = made(root, memory)
        edit(root, "mail", "Lire un", f"Lire un {n}")
    assert whole(contents)
    sizes = [os.fstat(file.fileno()).st_size for file in files if not file.closed]
    assert len(files) > 2
    assert len(sizes) <= 2
    assert sum(sizes) < 2 * sizes[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk as Linux has one")
def test_a_disk_that_takes_nothing_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    with pytest.raises(FileExistsError):
        Shelf(Path("/dev/full"))
    shelf = Shelf(tmp_path)
    full = os.open("/dev/full", os.O_RDWR)
    os.dup2(full, shelf._file.fileno())
    os.close(full)
    with pytest.raises(OSError, match="No space left"):
        shelf.put("a")()
    del shelf
    gc.collect()
    assert told == []


def test_a_mistake_is_told_again_until_it_is_corrected(root: Path) -> None:
    memory = Memory(keeps=True)
    course(root, memory)
    edit(root, "mail", "summary:", "sumary:")
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            course(root, memory)
        assert "modules/mail/module.yml:2" in said(refused.value.problems)
    edit(root, "mail", "sumary:", "summary:")
    course(root, memory)


def test_warnings_are_told_again(root: Path) -> None:
    memory = Memory(keeps=True)
    first = course(root, memory).warnings
    assert first, "nothing is translated"
    assert course(root, memory).warnings == first
