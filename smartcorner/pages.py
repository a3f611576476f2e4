"""A Course → its Pages: which there are, and what their templates read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from markupsafe import Markup

from smartcorner import fragments, markdown
from smartcorner.check import Course
from smartcorner.kinds import texts
from smartcorner.model import Module, Part, Step, Theme
from smartcorner.render import HERE, Page, Place, Site
from smartcorner.translate import SOURCE

PART = re.compile(r"<p>\{part:([a-z]+)\}</p>")

# Template → path of the page, name of its own script and style.
MAIN_PAGES = {
    "home": ("index.html", "home"),
    "progress": ("progress.html", "progress-page"),
    "search": ("search.html", "search"),
}


@dataclass(frozen=True)
class PartView:
    """A part as a template writes it."""

    part: Part
    html: Markup

    @property
    def kind(self) -> str:
        """Return the block's kind."""
        return self.part.kind


class _ModulePage:
    """What module.html reads of one module in one language."""

    def __init__(self, site: Site, source: Module, module: Module) -> None:
        self.site, self.module = site, module
        self.id, self.title, self.summary = module.id, module.title, module.summary
        self.theme, self.level, self.home = module.theme, module.level, module.home
        self.objectives, self.glossary = module.objectives, module.glossary
        self.minutes = source.minutes
        self.source = source

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

    @property
    def step_ids(self) -> list[str]:
        """Return the steps' ids in order."""
        return [step.id for step in self.module.steps]

    @cached_property
    def _shown(self) -> list[tuple[Step, list[list[Part]]]]:
        # Screens are cut on the French text, so that a screen is the same in all languages.
        shown = []
        for source, step in zip(self.source.steps, self.module.steps, strict=True):
            parts = (Part(block, item) for block in step.blocks for item in block.parts())
            shown.append((step, [[next(parts) for _ in screen] for screen in source.screens]))
        return shown

    def _part(self, template: str, step: Step, part: Part) -> Markup:
        return self.site.write(
            template, block=part.block, item=part.item, step=step, module=self, image=self.image
        )

    @cached_property
    def steps(self) -> list[Mapping[str, Any]]:
        """Return the steps with their screens, each a list of parts with their HTML."""
        views: list[Mapping[str, Any]] = []
        for source, (step, screens) in zip(self.source.steps, self._shown, strict=True):
            sound = self.site.course.audio(self.id, step.id, self.site.language.tag)
            views.append(
                {
                    "id": step.id,
                    "title": step.title,
                    "setting": step.setting,
                    "minutes": max(1, round(source.minutes)),
                    "audio_url": self.site.asset(f"modules/{self.id}/{sound}") if sound else None,
                    "screens": [
                        [
                            PartView(
                                part, self._part(f"kinds/{part.kind}:template.html", step, part)
                            )
                            for part in screen
                        ]
                        for screen in screens
                    ],
                }
            )
        return views

    @cached_property
    def answers(self) -> list[Mapping[str, Any]]:
        """Return the solutions of the kinds that have any, in order, with their steps."""
        kinds = self.site.course.kinds
        return [
            {"step": step.id, "html": self._part(f"kinds/{part.kind}:answers.html", step, part)}
            for step, screens in self._shown
            for screen in screens
            for part in screen
            if (kinds[part.kind].folder / "answers.html").is_file()
        ]

    @property
    def kinds(self) -> list[str]:
        """Return the kinds that the module uses, sorted."""
        return sorted({block.kind for step in self.module.steps for block in step.blocks})


def _themes(site: Site) -> list[Mapping[str, Any]]:
    course = site.course
    pages = [
        _ModulePage(site, source, module)
        for source, module in zip(
            course.modules[SOURCE], course.modules[site.language.tag], strict=True
        )
    ]
    return [
        {"id": theme, "modules": group}
        for theme in get_args(Theme)
        if (group := [page for page in pages if page.theme == theme])
    ]


def _module_pages(site: Site) -> Iterator[Page]:
    course = site.course
    local = course.modules[site.language.tag]
    for n, (source, module) in enumerate(zip(course.modules[SOURCE], local, strict=True)):
        site.open(f"modules/{module.id}.html")
        view = _ModulePage(site, source, module)
        following = local[n + 1] if n + 1 < len(local) else None
        body = site.write("module.html", module=view, next_module=following)
        kinds = [course.kinds[name] for name in view.kinds]
        styles = tuple(f"kinds/{k.name}.css" for k in kinds if k.style())
        scripts = tuple(f"kinds/{k.name}.js" for k in kinds if k.scripts())
        title, description = site.plain(module.title), site.plain(module.summary)
        yield site.close(title, description, body, styles, scripts, kind="module")


def _main_pages(site: Site) -> Iterator[Page]:
    modules = site.course.modules[site.language.tag]
    for name, (path, own_name) in MAIN_PAGES.items():
        site.open(path)
        # A page's template says its own title and description: {% set title = … %}
        body, said = site.exported(
            f"{name}.html",
            themes=_themes(site),
            first=modules[0] if modules else None,
            index_url=site.asset(f"search/{site.language.tag}.js"),
        )
        own = [
            f"assets/{own_name}.{end}"
            for end in ("css", "js")
            if (HERE / "frontend" / f"{own_name}.{end}").is_file()
        ]
        yield site.close(
            said.title,
            said.description,
            body,
            tuple(path for path in own if path.endswith("css")),
            tuple(path for path in own if path.endswith("js")),
        )


def framed(course: Course, tag: str, path: str, title: str, description: str, body: str) -> Page:
    """Return a hand-written page in the learner's frame; `path` is the French one.

    A line `{part:erase}` brings the template of that name.
    """
    language = next(language for language in course.languages if language.tag == tag)
    site = Site(course, language)
    site.open(path)
    body = PART.sub(lambda match: site.write(f"{match[1]}.html"), body)
    return site.close(title, description, body, ("assets/prose.css",), ())


def with_references(course: Course, tag: str, text: str) -> str:
    """Return hand-written Markdown with its `{ref:…}` filled in."""
    language = next(language for language in course.languages if language.tag == tag)
    return markdown.PLACEHOLDER.sub(
        lambda match: course.references[match[1]].shown(language.tag).value, text
    )


def alone(course: Course, tag: str) -> Markup:
    """Return the notice of a page that lost its neighbours."""
    language = next(language for language in course.languages if language.tag == tag)
    return Site(course, language).write("alone.html")


def words(course: Course, tag: str, icons: Iterable[str]) -> str:
    """Return the script that brings a language's dialogs, templates and icons to pages."""
    language = next(language for language in course.languages if language.tag == tag)
    site = Site(course, language, Place(f"assets/frame.{tag}.js", tag, language.name, ()))
    own = [
        site.write(f"kinds/{kind.name}:words.html")
        for kind in course.kinds.values()
        if (kind.folder / "words.html").is_file()
    ]
    return fragments.script([*own, site.write("dialogs.html"), site.sprite(icons)])


def rare_words(course: Course, tag: str, name: str) -> str:
    """Return the script that brings a template which few pages need: listen, trouble."""
    language = next(language for language in course.languages if language.tag == tag)
    site = Site(course, language, Place(f"assets/{name}.{tag}.js", tag, language.name, ()))
    return fragments.script([site.write(f"{name}.html"), site.sprite()])


def search_documents(course: Course, tag: str) -> str:
    """Return the script that holds a language's search documents, one a step."""
    language = next(language for language in course.languages if language.tag == tag)
    site = Site(course, language)
    site.open("search.html")
    documents = [
        {
            "id": f"{module.id}/{step.id}",
            "url": f"modules/{module.id}.html#{step.id}",
            "title": site.plain(step.title),
            "module": site.plain(module.title),
            "text": " ".join(
                site.plain(text.value)
                for text in texts(step)
                if not text.rule.hidden and text.ids != ("title",)
            ),
        }
        for module in course.modules[tag]
        for step in module.steps
    ]
    return f"var smartcornerSearch={fragments.literal(documents)};\n"


def pages(course: Course) -> Iterator[Page]:
    """Yield every page that is made from the course, language by language."""
    for language in course.languages:
        site = Site(course, language)
        yield from _main_pages(site)
        yield from _module_pages(site)
