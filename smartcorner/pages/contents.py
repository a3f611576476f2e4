"""What is made of the modules, one after the other, and kept small until it is written.

A module is read, checked and made into its pages before the next one is read, and its
HTML waits in a file: 3,000 of them never stand in memory. What hangs on the others, its
number and the next module's link, is put in at the end.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, get_args

from smartcorner.check import Course
from smartcorner.memory import Same, Shelf
from smartcorner.model import Module, Theme
from smartcorner.page import Page
from smartcorner.pages import lessons, modulepage, trainers
from smartcorner.pages.modulepage import NEXT, Card
from smartcorner.render import Site
from smartcorner.translate import SOURCE


@dataclass(frozen=True)
class _Made:
    """What is made of a module in one language."""

    card: Card
    outlines: tuple[Page, ...]  # the learner's page, the trainer's; without their HTML
    pages: Mapping[str, Callable[[], Page]]  # by path
    lesson: Callable[[], str]
    documents: Callable[[], str]
    drawn: frozenset[str]  # the pictures of its sheet


class Contents:
    """What is made of all modules, in each language."""

    def __init__(self) -> None:
        self._made: dict[str, dict[str, _Made]] = {}
        self._sites: dict[str, Site] = {}
        self._following: dict[str, str] = {}
        self._shelf: Shelf | None = None

    def add(self, course: Course, local: Mapping[str, Module]) -> None:
        """Make a module, given in each language, into its pages; `course` has no modules yet."""
        source = local[SOURCE]
        shelf = self._shelf = self._shelf or Shelf(course.root / ".cache")
        for language in course.languages:
            module = local[language.tag]
            site = self._sites.setdefault(language.tag, Site(course, language))
            made = course.memory.get(
                ("page", language.tag, module.id),
                (Same(source), Same(module)),
                partial(_made, shelf, site, source, module),
            )
            self._made.setdefault(language.tag, {})[module.id] = made

    def finish(self, course: Course) -> "Contents":
        """Put the modules in their order."""
        self._following = dict(pairwise(course.order))
        for tag, made in self._made.items():
            self._made[tag] = {name: made[name] for name in course.order}
        return self

    def cards(self, tag: str) -> list[Card]:
        """Return the modules' cards, in order."""
        return [made.card for made in self._made.get(tag, {}).values()]

    def themes(self, tag: str) -> list[Mapping[str, Any]]:
        """Return the cards of each theme, in the order that home shows them."""
        cards = self.cards(tag)
        return [
            {"id": theme, "modules": group}
            for theme in get_args(Theme)
            if (group := [card for card in cards if card.theme == theme])
        ]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each module: its place on the home page.

        With two figures for a step it is what people type to join a lesson: 203.
        """
        shown = [card.id for theme in self.themes(SOURCE) for card in theme["modules"]]
        return {name: n for n, name in enumerate(shown, 1)}

    def outlines(self) -> Iterator[Page]:
        """Yield the pages of modules without their HTML."""
        for made in self._made.values():
            for one in made.values():
                yield from one.outlines

    def page(self, outline: Page) -> Page:
        """Return a module's page, whole: the learner's, or the trainer's."""
        name = outline.path.rpartition("/")[2].removesuffix(".html")
        made, site = self._made[outline.locale], self._sites[outline.locale]
        page = made[name].pages[outline.path]()
        if outline.is_guide:
            known = (made[one].card for one in made[name].card.prerequisites if one in made)
            body = trainers.with_links(site, page.body, name, list(known))
            return dataclasses.replace(page, body=body)
        site.open(f"modules/{name}.html")
        following = self._following.get(name)
        link = site.write("module-next.html", next_module=following and made[following].card)
        return dataclasses.replace(page, body=page.body.replace(NEXT, link, 1))

    def drawn(self) -> Mapping[str, frozenset[str]]:
        """Return the names of the pictures on each module's sheet."""
        return {name: made.drawn for name, made in self._made.get(SOURCE, {}).items()}

    def lessons(self) -> Iterator[tuple[str, bytes]]:
        """Yield the script of each module's lesson, by its path in the site."""
        for tag, made in self._made.items():
            for name, one in made.items():
                script = lessons.numbered(one.lesson(), self.numbers[name])
                yield f"lessons/{name}.{tag}.js", script.encode()

    def search(self, tag: str) -> bytes:
        """Return the script that holds a language's search documents."""
        every = [
            modulepage.numbered(one.documents(), self.numbers[name]).encode()
            for name, one in self._made.get(tag, {}).items()
        ]
        return b"var smartcornerSearch=[%b];\n" % b",".join(every)


def _made(shelf: Shelf, site: Site, source: Module, module: Module) -> _Made:
    page = modulepage.page(site, source, module)
    # A Markup would escape what is put into it.
    pages = [dataclasses.replace(page, body=str(page.body), lesson="")]
    if taught := trainers.page(site, source, module):
        pages.append(taught)
    return _Made(
        modulepage.card(source, module),
        tuple(dataclasses.replace(one, body="", top="", end="") for one in pages),
        {one.path: shelf.put(one) for one in pages},
        shelf.put(page.lesson),
        shelf.put(modulepage.documents(site, module)),
        modulepage.drawn(source),
    )
