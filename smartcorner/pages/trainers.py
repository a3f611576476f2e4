"""What trainers read of the modules: a list of all, and a page for each, to print.

A module's page has what is needed to teach it tomorrow: what it is for, how long it
takes, what the room needs, the running order, and each step's notes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from markupsafe import Markup

from smartcorner import notes
from smartcorner.model import Module
from smartcorner.page import Page
from smartcorner.pages import lessons
from smartcorner.pages.modulepage import Card, ModulePage
from smartcorner.render import Site
from smartcorner.translate import COMPLETE, Foreign

LIST = "trainers/modules.html"
BEFORE = "<!--before-->"  # where the modules to do before come, once all are known
STYLES = ("assets/trainers.css",)


def path(module: str) -> str:
    """Return the path of a module's page in French."""
    return f"trainers/modules/{module}.html"


class _Taught(ModulePage):
    """A module as those who teach it read it."""

    def __init__(self, site: Site, source: Module, module: Module) -> None:
        super().__init__(site, source, module)
        self.needs = module.needs
        self.lesson_minutes = sum(moment.minutes for moment in lessons.running_order(source))

    @property
    def order(self) -> list[Mapping[str, Any]]:
        """Return the lesson's moments: the minute each begins at, its step and its number."""
        title = {step.id: step.title for step in self.module.steps}
        moments = lessons.running_order(self.module)
        begins = accumulate((moment.minutes for moment in moments), initial=0)
        return [
            {
                "at": f"{at // 60}:{at % 60:02}",
                "do": moment.do,
                "minutes": moment.minutes,
                "step": moment.step,
                "n": self._numbers.get(moment.step or ""),
                "title": title.get(moment.step or ""),
                "text": moment.text,
            }
            for at, moment in zip(begins, moments, strict=False)
        ]

    @property
    def _numbers(self) -> Mapping[str, int]:
        """Return each step's number; practice after the module's end counts from 1 anew."""
        groups = self.module.core, [step for step in self.module.steps if step.training]
        return {step.id: n for group in groups for n, step in enumerate(group, 1)}

    @property
    def _taught(self) -> Mapping[str, int]:
        """Return the minutes that the lesson gives each step."""
        minutes: Counter[str] = Counter()
        for moment in lessons.running_order(self.module):
            minutes[moment.step or ""] += moment.minutes
        return minutes

    @property
    def told(self) -> list[Mapping[str, Any]]:
        """Return the steps with the parts of their notes, each a name and its HTML."""
        return [
            {
                "id": step.id,
                "n": self._numbers[step.id],
                "title": step.title,
                "setting": step.setting,
                "training": step.training,
                "minutes": max(1, round(source.minutes)),
                "taught": self._taught.get(step.id, 0),
                "notes": list(self._parts(step.notes)),
            }
            for source, step in zip(self.source.steps, self.module.steps, strict=True)
        ]

    def _parts(self, written: str | None) -> Iterator[tuple[str, Markup]]:
        for part in notes.parts(written or ""):
            foreign = isinstance(written, Foreign)
            yield part.name, self.site.md(Foreign(part.text) if foreign else part.text)


def listed(site: Site, themes: Sequence[Mapping[str, Any]]) -> Page:
    """Return the list of all modules; `themes` hold their cards."""
    site.open(LIST)
    body, said = site.exported("trainers-modules.html", themes=themes, path=path)
    return _page(site, said.title, said.description, body, "guide")


def page(site: Site, source: Module, module: Module) -> Page | None:
    """Return a module's page without its links to other modules (BEFORE).

    There is none in a language that guides don't have.
    """
    if site.language.tag not in COMPLETE:
        return None
    site.open(path(module.id))
    view = _Taught(site, source, module)
    before = Markup(BEFORE)  # noqa: S704  our own mark
    body, said = site.exported(
        "trainers-module.html", module=view, path=path, all=LIST, before=before
    )
    return _page(site, said.title, said.description, body, "leaf")


def with_links(site: Site, body: str, module: str, before: Sequence[Card]) -> str:
    """Return a module's page with the modules to do before it."""
    site.open(path(module))
    links = site.write("trainers-before.html", before=before, path=path) if before else ""
    return body.replace(BEFORE, links, 1)


def _page(site: Site, title: str, description: str, body: str, kind: str) -> Page:
    assert site.place
    tag = site.language.tag
    # A Markup would escape what is put into it.
    return Page(
        site.place.path, tag, title, description, str(body), styles=STYLES, kind=kind, order=2
    )
