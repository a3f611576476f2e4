"""A module → its page, the script of its lesson, its search documents, its card."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from smartcorner import media_files
from smartcorner.kinds import media, texts
from smartcorner.model import Module, Part, Step
from smartcorner.page import Page
from smartcorner.pages import fragments, lessons
from smartcorner.pages.practice import Practice
from smartcorner.render import Site
from smartcorner.translate import SOURCE, Foreign

FIRST_TAG = re.compile(r"^(\s*<[\w-]+)")
NEXT = "<!--next-->"  # where the link to the next module comes, once all are known


class CardStep(NamedTuple):
    """A step as other pages name it."""

    id: str
    title: str


@dataclass(frozen=True)
class Card:
    """What other pages show of a module in one language."""

    id: str
    title: str
    theme: str
    level: str
    minutes: int
    training_minutes: int
    lesson_minutes: int
    needs: tuple[str, ...]
    objectives: tuple[str, ...]
    competences: tuple[str, ...]
    prerequisites: tuple[str, ...]
    picture: str  # from the site's root
    steps: tuple[CardStep, ...]  # those that make the module
    training: tuple[CardStep, ...]  # more practice


def card(source: Module, module: Module) -> Card:
    """Return a module's card; `source` is the module in French."""
    return Card(
        module.id,
        module.title,
        module.theme,
        module.level,
        source.minutes,
        source.training_minutes,
        sum(moment.minutes for moment in lessons.running_order(source)),
        module.needs,
        module.objectives,
        module.competences,
        module.prerequisites,
        f"modules/{module.id}/{module.picture}",
        tuple(CardStep(step.id, step.title) for step in module.core),
        tuple(CardStep(step.id, step.title) for step in module.steps if step.training),
    )


@dataclass(frozen=True)
class PartView:
    """A part as a template writes it."""

    part: Part
    html: Markup

    @property
    def kind(self) -> str:
        """Return the block's kind."""
        return self.part.kind

    @property
    def pictured(self) -> bool:
        """Whether it is a kind that shows a picture."""
        return "image" in type(self.part.block).model_fields


class ModulePage:
    """What module.html reads of one module in one language."""

    def __init__(self, site: Site, source: Module, module: Module) -> None:
        self.site, self.module = site, module
        self.id, self.title, self.summary = module.id, module.title, module.summary
        self.level, self.home = module.level, module.home
        self.objectives, self.glossary = module.objectives, module.glossary
        self.minutes, self.training_minutes = source.minutes, source.training_minutes
        self.source = source
        self.practice = Practice(site, module)

    @property
    def partial(self) -> bool:
        """Return whether some of its texts stay French on a page of another language."""
        french = self.site.language.tag == SOURCE
        return not french and any(type(text.value) is Foreign for text in texts(self.module))

    def image(self, name: str) -> Mapping[str, str | int]:
        """Return an image's link and its size in CSS pixels."""
        width, height = self.site.course.size(self.id, name)
        return {
            "url": self.site.asset(f"modules/{self.id}/{name}"),
            "width": width,
            "height": height,
        }

    @property
    def picture_url(self) -> str:
        """Return the cover's link."""
        return str(self.image(self.module.picture)["url"])

    @cached_property
    def _shown(self) -> list[tuple[Step, list[list[Part]]]]:
        # Screens are cut on the French text, so that a screen is the same in all languages.
        shown = []
        for source, step in zip(self.source.steps, self.module.steps, strict=True):
            parts = (Part(block, item) for block in step.blocks for item in block.parts())
            shown.append((step, [[next(parts) for _ in screen] for screen in source.screens]))
        return shown

    def part(self, template: str, step: Step, part: Part) -> Markup:
        """Return what a kind's template makes of a part."""
        kind = self.site.course.kinds[part.kind]
        return self.site.write(
            template,
            block=part.block,
            item=part.item,
            step=step,
            module=self,
            image=self.image,
            **self.practice.given(kind, part.block),
        )

    def _shown_part(self, step: Step, part: Part) -> Markup:
        """Return a part's HTML, marked if it is on the module's sheet (paper.html) too."""
        html = self.part(f"kinds/{part.kind}:template.html", step, part)
        if not part.block.handout:
            return html
        return Markup(FIRST_TAG.sub(r"\1 data-keep", str(html), count=1))  # noqa: S704  autoescaped

    @property
    def worlds(self) -> Markup:
        """Return the data of the worlds of its simulations."""
        return self.practice.worlds()

    @cached_property
    def steps(self) -> list[Mapping[str, Any]]:
        """Return the steps with their screens, each a list of parts with their HTML."""
        views: list[Mapping[str, Any]] = []
        names = {path.name for path in self.site.course.media(self.id)}
        for source, (step, screens) in zip(self.source.steps, self._shown, strict=True):
            sound = media_files.sound(names, step.id, self.site.language.tag)
            views.append(
                {
                    "id": step.id,
                    "title": step.title,
                    "setting": step.setting,
                    "training": step.training,
                    "minutes": max(1, round(source.minutes)),
                    "audio_url": self.site.asset(f"modules/{self.id}/{sound}") if sound else None,
                    "screens": [
                        [PartView(part, self._shown_part(step, part)) for part in screen]
                        for screen in screens
                    ],
                }
            )
        return views

    def lesson(self) -> str:
        """Return the script of the module's lesson view."""
        screens = {
            step["id"]: [
                [lessons.Shown(view.part.block, view.part.item, view.html) for view in screen]
                for screen in step["screens"]
            ]
            for step in self.steps
        }
        made = lessons.Texts(self.site.md, self.site.inline, self.site.plain)
        told = self.practice.told()
        return lessons.script(self.source, self.module, screens, told, made)

    @cached_property
    def answers(self) -> list[Mapping[str, Any]]:
        """Return the solutions of the kinds that have any, in order, with their steps."""
        kinds = self.site.course.kinds
        return [
            {"step": step.id, "html": self.part(f"kinds/{part.kind}:answers.html", step, part)}
            for step, screens in self._shown
            for screen in screens
            for part in screen
            if kinds[part.kind].answers
        ]

    @property
    def kinds(self) -> list[str]:
        """Return the kinds that the module uses, sorted."""
        return sorted({block.kind for step in self.module.steps for block in step.blocks})


def page(site: Site, source: Module, module: Module) -> Page:
    """Return a module's page without what hangs on other modules (NEXT), and its lesson."""
    site.open(f"modules/{module.id}.html")
    view = ModulePage(site, source, module)
    kinds = [site.course.kinds[name] for name in view.kinds]
    body = site.write(
        "module.html",
        module=view,
        next=Markup(NEXT),  # noqa: S704  our own mark
        styles=tuple(f"kinds/{kind.name}.css" for kind in kinds if kind.style()),
        scripts=site.scripts(*(f"kinds/{kind.name}.js" for kind in kinds if kind.scripts())),
    )
    title, description = site.plain(module.title), site.plain(module.summary)
    made = site.close(title, description, body, (), (), kind="module")
    return dataclasses.replace(made, lesson=view.lesson())


def documents(site: Site, module: Module) -> str:
    """Return a module's search documents, one a step, as a script writes them.

    Steps are numbered from #01: the module's own number comes before it (`numbered`).
    """
    said: list[list[str]] = [[] for _ in module.steps]
    for text in texts(module):
        if text.path[0] == "steps" and not text.rule.hidden and text.path[2:] != ("title",):
            said[int(text.path[1])].append(site.plain(text.value))
    found = [
        {
            "id": f"{module.id}/{step.id}",
            "url": f"modules/{module.id}.html#{step.id}",
            "number": f"#{n:02}",
            "title": site.plain(step.title),
            "module": site.plain(module.title),
            "text": " ".join(said[n - 1]),
        }
        for n, step in enumerate(module.steps, 1)
    ]
    return fragments.literal(found)[1:-1]


def numbered(documents: str, number: int) -> str:
    """Return search documents with the number of their module."""
    return documents.replace('"number":"#', f'"number":"{number}')


def drawn(module: Module) -> frozenset[str]:
    """Return the names of the pictures that a module's sheet shows."""
    kept = (block for step in module.steps for block in step.blocks if block.handout)
    return frozenset({module.picture, *(name for block in kept for _, name in media(block))})
