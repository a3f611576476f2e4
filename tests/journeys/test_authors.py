"""An author: a new module, built, opens and can be gone through."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from smartcorner.cli import main
from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.course import project
from tests.support.learner import Learner
from tests.support.sites import build, serve

pytestmark = pytest.mark.browser


def test_a_new_module_is_checked_built_and_gone_through(
    tmp_path: Path, browse: Browse, axe: Axe
) -> None:
    root = project(tmp_path)
    assert main(["new", "video-cv", "--title", "Filmer un CV"], root) == 0
    assert main(["check"], root) == 0
    with serve(build(tmp_path / "site", root)) as site:
        learner = Learner(browse(360, 740), site)
        learner.open("index", "?device=shared")
        link = learner.page.locator('a[href="modules/video-cv.html"]').first
        expect(link).to_be_attached()
        learner.open("modules/video-cv")
        expect(learner.page.get_by_role("heading", level=1)).to_have_text("Filmer un CV")
        learner.open("modules/video-cv", "#take")
        for place in learner.screens():
            learner.open("modules/video-cv", place)
            axe(learner.page)
        expect(learner.page.locator("sc-quiz:visible, .remember:visible")).not_to_have_count(0)
