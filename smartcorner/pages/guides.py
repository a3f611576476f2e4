"""What the guides' shell (overrides/main.html) places around a page."""

import re
from collections.abc import Collection, Mapping
from html import unescape
from typing import Any

from smartcorner.check import Course
from smartcorner.page import Page, localized, relative
from smartcorner.translate import SOURCE

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TAG = re.compile(r"<code>.*?</code>|<[^>]+>", re.DOTALL)


def context(
    course: Course, tag: str, url: str, written: Collection[str], made: Page | None
) -> Mapping[str, Any]:
    """Return what the shell places; `written` are the files of pages, `made` one of ours."""
    prefix = "" if tag == SOURCE else f"{tag}/"
    plain = url.removeprefix(prefix)
    styles = ["assets/guide.css", *(made.styles if made else ())]
    return {
        "home": relative(url, f"{prefix}index.html"),
        "styles": [relative(url, path) for path in styles],
        "scripts": [relative(url, path) for path in (made.scripts if made else ())],
        "alternates": [
            {
                "locale": other.tag,
                "name": other.name,
                "url": relative(url, localized(plain, other.tag)),
            }
            for other in course.languages
            if other.tag != tag
            and localized(plain.removesuffix(".html") + ".md", other.tag) in written
        ],
    }


def contents(body: str) -> list[Any]:
    """Return the headings of a page as the engine's table of contents takes them."""
    return [
        {"level": 2, "id": name, "name": unescape(TAG.sub("", text)).strip(), "children": []}
        for name, text in HEADING.findall(body)
    ]
