"""Pictures of pages at three sizes, to judge as a designer would.

    python -m tests.support.contact_sheet [--site site] [--dark] [PAGE…]

A page is a path in the site, with its step: modules/email-basics.html#write. Without
one, all French learner pages are taken. Each picture goes to build/contact-sheet/
<size>/, and all of them, small, to build/contact-sheet/sheet.png.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import ROOT, launch
from tests.support.sheet import glue
from tests.support.sites import serve

SIZES = ((360, 740), (1280, 800), (1920, 1080))  # phone, tablet, TV
HEIGHT = 400  # of a picture on the sheet


def pages(site: Path) -> list[str]:
    """Return the paths of the learner's pages in French."""
    paths = (path.relative_to(site) for path in sorted(site.rglob("*.html")))
    return [path.as_posix() for path in paths if path.parts[0] not in {"en", "trainers"}]


def take(
    browser: Browser, address: str, wanted: Sequence[str], out: Path, *, dark: bool = False
) -> list[list[Path]]:
    """Photograph each page at each size, as it stands when opened; a row a page."""
    rows: list[list[Path]] = [[] for _ in wanted]
    for width, height in SIZES:
        for row, name in zip(rows, wanted, strict=True):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale="fr-BE",
            )
            page = context.new_page()
            page.goto(address + name)
            page.evaluate("document.fonts.ready.then(() => true)")
            stem = name.replace("/", "-").replace("#", "-").replace(".html", "")
            path = out / f"{width}x{height}" / f"{stem}{'-dark' if dark else ''}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=path)
            row.append(path)
            context.close()
    return rows


def sheet(rows: Sequence[Sequence[Path]], titles: Sequence[str], path: Path) -> Path:
    """Glue pictures into one: a row a page, its title above."""
    titled = [
        [("" if n else title, picture) for n, picture in enumerate(row)]
        for title, row in zip(titles, rows, strict=True)
    ]
    return glue(titled, HEIGHT, path)


def main() -> None:
    """Photograph the pages named on the command line."""
    parser = argparse.ArgumentParser(description="Pictures of pages at three sizes.")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--out", type=Path, default=ROOT / "build/contact-sheet")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    wanted = options.pages or pages(options.site)
    with serve(options.site) as address, sync_playwright() as playwright:
        rows = take(launch(playwright), address, wanted, options.out, dark=options.dark)
    name = "sheet-dark.png" if options.dark else "sheet.png"
    print(sheet(rows, wanted, options.out / name))  # noqa: T201


if __name__ == "__main__":
    main()
