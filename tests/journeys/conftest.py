"""A learner who opens the small module's site, or whoever opens the whole one."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.chromium import Browse
from tests.support.learner import Learner

Visit = Callable[..., Learner]


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
