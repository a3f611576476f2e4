"""The pictures of all pages, for people to judge: build/contact-sheet/sheet.png."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.support import contact_sheet
from tests.support.chromium import ROOT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True])
def test_a_contact_sheet_of_all_pages_is_made(
    chromium: Browser, site: Path, http_site: str, dark: bool
) -> None:
    wanted = contact_sheet.pages(site)
    out = ROOT / "build/contact-sheet"
    rows = contact_sheet.take(chromium, http_site, wanted, out, dark=dark)
    path = contact_sheet.sheet(rows, wanted, out / f"sheet{'-dark' if dark else ''}.png")
    with Image.open(path) as image:
        assert image.height == (400 + 28 + 24) * len(wanted)
