"""The small module's site, and a learner who opens it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.support.chromium import Browse
from tests.support.course import project
from tests.support.learner import Learner
from tests.support.sites import build, serve

Visit = Callable[..., Learner]


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Folder of the small module's site; one build serves all processes."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    target = shared / "small" / "site"
    with FileLock(shared / "small.lock"):
        if not (target / "index.html").exists():
            folder = shared / "small"
            folder.mkdir()
            build(target, project(folder))
    return target


@pytest.fixture(scope="session")
def small_site(small_folder: Path) -> Iterator[str]:
    """Address of the small module's site."""
    with serve(small_folder) as address:
        yield address


@pytest.fixture
def visit(browse: Browse, small_site: str) -> Visit:
    """Open the small module's site in a browser of one's own: `visit("#read/2")`.

    More arguments are those of the browser, `locale` that of the page.
    """

    def open_module(after: str = "", locale: str = "fr", **options: Any) -> Learner:
        learner = Learner(browse(**{"width": 360, "height": 740, **options}), small_site, locale)
        learner.open("modules/practice", after)
        return learner

    return open_module


@pytest.fixture
def learner(visit: Visit) -> Learner:
    """A learner on the first screen of the small module, on a phone."""
    return visit("#read")


@pytest.fixture
def site_url(file_site: str) -> str:
    """Address of the whole site, opened from a disk."""
    return file_site
