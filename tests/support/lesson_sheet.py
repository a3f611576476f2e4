"""A whole lesson as one picture, each screen as small as from 3 metres: 20 % of a TV.

    python -m tests.support.lesson_sheet [--site site] [--locale fr] [--large] [MODULE…]

Each module's sheet goes to build/contact-sheet/lesson-<module>.png. What can't be read
on it must be made larger.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.support.chromium import ROOT, launch
from tests.support.learner import MODULES, path
from tests.support.sheet import glue
from tests.support.sites import serve
from tests.support.tv_screen import READY, STATE

WIDTH, HEIGHT = 1920, 1080
SHARE = 5
COLUMNS = 5


def screens(page: Page, folder: Path) -> list[Path]:
    """Photograph every screen of the lesson that is open, in order."""
    taken = []
    for n in range(page.evaluate(f"{STATE}.screens.length")):
        taken.append(folder / f"{n + 1:03d}.png")
        page.screenshot(path=taken[-1])
        page.keyboard.press("ArrowRight")
    return taken


def main() -> None:
    """Photograph the lessons named on the command line."""
    parser = argparse.ArgumentParser(description="A lesson as one picture.")
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--locale", default="fr")
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    out = ROOT / "build/contact-sheet"
    with serve(options.site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for module in options.modules or MODULES:
            folder = out / f"lesson-{module}"
            folder.mkdir(parents=True, exist_ok=True)
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.goto(f"{address}{path(f'modules/{module}', options.locale)}?view=lesson&quiet")
            page.wait_for_function(READY)
            if options.large:
                page.evaluate("SmartCornerLesson.act({ do: 'large' })")
            named = [("", picture) for picture in screens(page, folder)]
            rows = [named[n : n + COLUMNS] for n in range(0, len(named), COLUMNS)]
            print(glue(rows, HEIGHT // SHARE, out / f"lesson-{module}.png"))  # noqa: T201
            page.close()


if __name__ == "__main__":
    main()
