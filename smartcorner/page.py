"""What a page is, and how pages of the site lead to each other."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from smartcorner.translate import SOURCE


@dataclass(frozen=True)
class Page:
    """One HTML file of the site, in one language; what its shell places.

    `path` is relative to the site's root; `top`, `body` and `end` are the HTML
    before, inside and after `<main>`; `styles` and `scripts` are paths from the root;
    `lesson` is the script of a module's lesson view. Kinds "guide", "wide" (no menu
    beside it) and "leaf" (in no menu) have the guides' shell; `order` is their place in
    that menu, as hand-written guides say it in theirs.
    """

    path: str
    locale: str
    title: str
    description: str
    body: str
    top: str = ""
    end: str = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    icons: frozenset[str] = frozenset()
    kind: str = "page"
    lesson: str = ""
    order: int = 0

    @property
    def is_guide(self) -> bool:
        """Say whether it stands in the guides' shell."""
        return self.kind in ("guide", "wide", "leaf")

    def shell(self, early: str) -> Mapping[str, Any]:
        """Return what overrides/learner.html places; `early` is the script that runs first."""
        return {
            "early": Markup(early),  # noqa: S704  our own script
            "icon": relative(self.path, "assets/drawings/mark.svg"),
            "kind": self.kind,
            "title": self.title,
            "description": self.description,
            "top": Markup(self.top),  # noqa: S704  made by our own templates
            "body": Markup(self.body),  # noqa: S704
            "end": Markup(self.end),  # noqa: S704
            "styles": [relative(self.path, path) for path in self.styles],
            "scripts": [relative(self.path, path) for path in self.scripts],
        }


@dataclass(frozen=True)
class Place:
    """Where a page stands: what its templates know of it."""

    path: str
    locale: str
    language: str
    alternates: tuple[Mapping[str, str], ...]


def localized(path: str, locale: str) -> str:
    """Return a page's path in a language: French at the root, others in folders."""
    return path if locale == SOURCE else f"{locale}/{path}"


def relative(start: str, target: str) -> str:
    """Return a link from one page of the site to a file of it."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")
