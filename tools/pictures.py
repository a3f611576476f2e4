"""Write the README's pictures from the real pages: home and a question, on phone and tablet.

Run after `make site` and `make test` (which installs the browser):
`.venv/bin/python tools/pictures.py`.
"""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = (ROOT / "site").as_uri()
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def home(page: Page) -> None:
    """Open the first page."""
    page.goto(f"{SITE}/index.html")


def question(page: Page) -> None:
    """Open a question and answer it wrong once: the page explains."""
    page.goto(f"{SITE}/modules/email-basics.html#discover/3")
    page.get_by_role("radio").first.click()
    page.get_by_text("Pas encore.").wait_for()


def main() -> None:
    """Write docs/pictures/*.png, in as few colours as they need."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        for name, width, height, show in (
            ("home", 1280, 800, home),
            ("question", 360, 740, question),
        ):
            page = browser.new_page(viewport={"width": width, "height": height})
            show(page)
            path = ROOT / "docs" / "pictures" / f"{name}.png"
            page.screenshot(path=path)
            Image.open(path).convert("RGB").quantize(64).save(path, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
