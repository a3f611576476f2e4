"""Pictures of every exercise's journey, press after press, to judge as a new user would.

    python -m tests.support.practice_sheet [--site site] [--locale fr] [STEP[:WAY]…]

Without a name all journeys are played, on a phone and on a tablet. Each picture goes to
build/practice/<size>/<step>-<way>/, and all of a journey, small, to <step>-<way>.png.
"""

import argparse
import re
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import ROOT, launch
from tests.support.learner import Learner
from tests.support.mailbox import Person
from tests.support.practice import JOURNEYS, SCREEN
from tests.support.sheet import glue
from tests.support.sites import serve

SIZES = ((360, 740), (1280, 800))
SHOWN = 0.6  # of a picture's size on the sheet
WIDE = 2400


def play(browser: Browser, site: str, name: str, size: tuple[int, int], to: Path) -> list[Path]:
    """Play a journey, `send-cv:worked`, and take a picture after each press."""
    (step, way), (locale, address) = name.split(":"), site.split(" ", 1)
    taken: list[Path] = []
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="fr-BE", reduced_motion="reduce"
    )
    context.set_default_timeout(5_000)
    learner = Learner(context.new_page(), address, locale)

    def take(what: str) -> None:
        words = re.sub(r"\W+", "-", what)[:40]
        taken.append(to / f"{len(taken):02}-{words}.png")
        learner.page.screenshot(path=taken[-1])

    try:
        learner.open("modules/email-basics", f"?device=shared{SCREEN.get(step, f'#{step}')}")
        learner.page.evaluate("document.fonts.ready.then(() => true)")
        JOURNEYS[step][way](Person(learner, after=take))
    finally:
        learner.page.screenshot(path=to / "last.png")
        context.close()
    return taken


def main() -> None:
    """Play the journeys named on the command line."""
    parser = argparse.ArgumentParser(description="Pictures of the exercises' journeys.")
    parser.add_argument("journeys", nargs="*", metavar="STEP[:WAY]")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--out", type=Path, default=ROOT / "build/practice")
    parser.add_argument("--locale", default="fr")
    options = parser.parse_args()
    every = [f"{step}:{way}" for step, ways in JOURNEYS.items() for way in ways]
    wanted = options.journeys or [""]
    names = [name for name in every if any(name.startswith(one) for one in wanted)]
    with serve(options.site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for size in SIZES:
            for name in names:
                folder = options.out / f"{size[0]}x{size[1]}"
                own = folder / name.replace(":", "-")
                own.mkdir(parents=True, exist_ok=True)
                taken = play(browser, f"{options.locale} {address}", name, size, own)
                across = max(1, int(WIDE / size[0] / SHOWN))
                named = [(picture.stem, picture) for picture in taken]
                rows = [named[n : n + across] for n in range(0, len(named), across)]
                print(glue(rows, round(size[1] * SHOWN), own.with_suffix(".png")))  # noqa: T201


if __name__ == "__main__":
    main()
