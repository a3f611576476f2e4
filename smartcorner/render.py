"""A Course → its Pages: the only user of Jinja besides the theme's shells."""

import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from smartcorner import markdown
from smartcorner.check import Course
from smartcorner.kinds import texts
from smartcorner.model import Module, Part, Step, Theme
from smartcorner.translate import SOURCE, Foreign, Language

HERE = Path(__file__).parent
MAIN_PAGES = {"home": "index.html", "progress": "progress.html", "search": "search.html"}
FRAME_SCRIPTS = ("facts", "storage", "progress", "shell")  # in this order, on every page


@dataclass(frozen=True)
class Page:
    """One HTML file of the site, in one language; what its shell places.

    `path` is relative to the site's root; `top`, `body` and `end` are the HTML
    before, inside and after `<main>`; `styles` and `scripts` are paths from the root.
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


@dataclass
class _Site:
    """One language's templates and what they call."""

    course: Course
    language: Language
    place: Place | None = None
    icons: dict[str, None] = field(default_factory=dict)

    @cached_property
    def env(self) -> Environment:
        """Return the templates' environment in this language."""
        folders = {f"kinds/{kind.name}": FileSystemLoader(kind.folder) for kind in self.course.kinds.values()}
        env = Environment(
            loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), PrefixLoader(folders, ":")]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        env.install_gettext_callables(  # type: ignore[attr-defined]  # put in by the extension
            self.gettext, self.ngettext, newstyle=True, pgettext=self.pgettext, npgettext=self.npgettext
        )
        env.filters.update(md=self.md, inline=self.inline, plain=self.plain)
        env.globals.update(
            locale=self.language.tag,
            dir=self.language.dir,
            url=self.url,
            asset=self.asset,
            icon=self.icon,
            sprite=self.sprite,
            drawing=lambda name: self.asset(f"assets/drawings/{name}"),
            ref=self.reference,
        )
        return env

    # ---- words ----

    def _word(self, context: str | None, text: str) -> Any:
        return self.course.words[self.language.tag].get((context, text))

    def gettext(self, text: str) -> str:
        return str(self._word(None, text) or text)

    def pgettext(self, context: str, text: str) -> str:
        return str(self._word(context, text) or text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self._plural(None, one, many, n)

    def npgettext(self, context: str, one: str, many: str, n: int) -> str:
        return self._plural(context, one, many, n)

    def _plural(self, context: str | None, one: str, many: str, n: int) -> str:
        forms = self._word(context, one)
        # French counts 0 and 1 as one; English and Dutch only 1.
        single = n < 2 if self.language.tag == SOURCE else n == 1
        if isinstance(forms, list) and len(forms) > 1:
            return str(forms[0] if single else forms[1])
        return one if single else many

    # ---- texts ----

    def _shown(self, name: str) -> markdown.Shown:
        return self.course.references[name].shown(self.language.tag)

    def reference(self, name: str) -> Mapping[str, str | None]:
        """Return a reference for a template of the interface: value, label, href."""
        reference = self.course.references[name]
        value = reference.shown(self.language.tag)
        scheme = {"phone": "tel:", "email": "mailto:"}.get(reference.type, "")
        bare = "".join(char for char in value.value if char.isdigit()) if scheme == "tel:" else value.value
        return {"value": value.value, "label": reference.label, "href": value.href or scheme + bare}

    def _link(self, href: str) -> str:
        if href.endswith(".html"):
            return self.url(href)
        name, _, step = href.partition("#")
        page = self.url(f"modules/{name}.html") if name else ""
        return f"{page}#{step}" if step else page

    def _html(self, text: str, *, inline: bool) -> Markup:
        made = markdown.html(text, inline=inline, ref=self._shown, link=self._link)
        if isinstance(text, Foreign) and self.language.tag != SOURCE:
            tag = "span" if inline else "div"
            made = f'<{tag} lang="{SOURCE}">{made}</{tag}>'
        return Markup(made)  # noqa: S704  markdown.html escapes all but its own tags

    def md(self, text: str) -> Markup:
        """Return block Markdown as HTML."""
        return self._html(text, inline=False)

    def inline(self, text: str) -> Markup:
        """Return one line of Markdown as HTML."""
        return self._html(text, inline=True)

    def plain(self, text: str) -> str:
        """Return the words of a Markdown text alone."""
        return markdown.plain(text, ref=self._shown)

    # ---- links, icons ----

    @property
    def _path(self) -> str:
        assert self.place, "a template calls this while a page is made"
        return self.place.path

    def url(self, path: str) -> str:
        """Return a link to a page of this language."""
        return relative(self._path, localized(path, self.language.tag))

    def asset(self, path: str) -> str:
        """Return a link to a file at the site's root."""
        return relative(self._path, path)

    def icon(self, name: str, extra: str = "") -> Markup:
        """Return an icon; its drawing stands once, in the page's sprite."""
        self.icons[name] = None
        return Markup('<svg class="i{}" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>').format(
            f" {extra}" if extra else "", name
        )

    def sprite(self) -> Markup:
        """Return the drawings of the icons that the page has used so far."""
        symbols = []
        for name in sorted(self.icons):
            drawn = (HERE / "frontend" / "icons" / f"{name}.svg").read_text("utf-8").strip()
            inside = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")].strip()
            symbols.append(f'<symbol id="i-{name}" viewBox="0 0 24 24">{inside}</symbol>')
        return Markup(f'<svg class="sprite" hidden>{"".join(symbols)}</svg>')  # noqa: S704  our own files

    # ---- pages ----

    def open(self, path: str) -> None:
        """Begin a page: links start at it, and its icons are gathered."""
        alternates = tuple(
            {
                "locale": other.tag,
                "name": other.name,
                "url": relative(localized(path, self.language.tag), localized(path, other.tag)),
            }
            for other in self.course.languages
            if other.tag != self.language.tag
        )
        here = localized(path, self.language.tag)
        self.place = Place(here, self.language.tag, self.language.name, alternates)
        self.icons = {}

    def write(self, template: str, **values: Any) -> Markup:
        """Return a template's HTML on the page that is open."""
        made = self.env.get_template(template).render(page=self.place, **values)
        return Markup(made)  # noqa: S704  autoescaped

    def close(
        self,
        title: str,
        description: str,
        body: str,
        styles: tuple[str, ...],
        scripts: tuple[str, ...],
    ) -> Page:
        """Return the open page with its frame around a body."""
        assert self.place
        top = self.write("frame-top.html")
        end = self.write("frame-end.html")
        return Page(
            self.place.path,
            self.language.tag,
            title,
            description,
            body,
            top,
            end,
            ("assets/base.css", *styles),
            ("corner.js", *(f"assets/{name}.js" for name in FRAME_SCRIPTS), *scripts),
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


class _ModulePage:
    """What module.html reads of one module in one language."""

    def __init__(self, site: _Site, source: Module, module: Module) -> None:
        self.site, self.module = site, module
        self.id, self.title, self.summary = module.id, module.title, module.summary
        self.theme, self.level, self.home = module.theme, module.level, module.home
        self.objectives, self.glossary = module.objectives, module.glossary
        self.minutes = source.minutes
        self.source = source

    def image(self, name: str) -> Mapping[str, str | int]:
        """Return an image's link and its size in CSS pixels."""
        width, height = self.site.course.size(self.id, name)
        return {"url": self.site.asset(f"modules/{self.id}/{name}"), "width": width, "height": height}

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
        views = []
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
                        [PartView(part, self._part(f"kinds/{part.kind}:template.html", step, part)) for part in screen]
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
            {"step": step, "html": self._part(f"kinds/{part.kind}:answers.html", step, part)}
            for step, screens in self._shown
            for screen in screens
            for part in screen
            if (kinds[part.kind].folder / "answers.html").is_file()
        ]

    @property
    def kinds(self) -> list[str]:
        """Return the kinds that the module uses, sorted."""
        return sorted({block.kind for step in self.module.steps for block in step.blocks})


def _themes(site: _Site) -> list[Mapping[str, Any]]:
    course = site.course
    pages = [
        _ModulePage(site, source, module)
        for source, module in zip(course.modules[SOURCE], course.modules[site.language.tag], strict=True)
    ]
    return [
        {"id": theme, "modules": group}
        for theme in get_args(Theme)
        if (group := [page for page in pages if page.theme == theme])
    ]


def _module_pages(site: _Site) -> Iterator[Page]:
    course = site.course
    local = course.modules[site.language.tag]
    for n, (source, module) in enumerate(zip(course.modules[SOURCE], local, strict=True)):
        site.open(f"modules/{module.id}.html")
        view = _ModulePage(site, source, module)
        following = local[n + 1] if n + 1 < len(local) else None
        body = site.write("module.html", module=view, next_module=following)
        kinds = [course.kinds[name] for name in view.kinds]
        styles = ("assets/module.css", *(f"kinds/{k.name}.css" for k in kinds if k.style()))
        scripts = ("assets/module.js", *(f"kinds/{k.name}.js" for k in kinds if k.scripts()))
        title, description = site.plain(module.title), site.plain(module.summary)
        yield site.close(title, description, body, styles, scripts)


def _main_pages(site: _Site) -> Iterator[Page]:
    modules = site.course.modules[site.language.tag]
    for name, path in MAIN_PAGES.items():
        site.open(path)
        made = site.env.get_template(f"{name}.html").make_module(
            {
                "page": site.place,
                "themes": _themes(site),
                "first": modules[0] if modules else None,
                "index_url": site.asset(f"search/{site.language.tag}.js"),
            }
        )
        # A page's template says its own title and description: {% set title = … %}
        exported: Any = made
        own = [
            f"assets/{name}.{end}"
            for end in ("css", "js")
            if (HERE / "frontend" / f"{name}.{end}").is_file()
        ]
        yield site.close(
            exported.title,
            exported.description,
            str(made),
            tuple(path for path in own if path.endswith("css")),
            tuple(path for path in own if path.endswith("js")),
        )


def framed(course: Course, tag: str, path: str, title: str, description: str, body: str) -> Page:
    """Return a hand-written page in the learner's frame; `path` is the French one."""
    language = next(language for language in course.languages if language.tag == tag)
    site = _Site(course, language)
    site.open(path)
    return site.close(title, description, body, ("assets/prose.css",), ())


def with_references(course: Course, tag: str, text: str) -> str:
    """Return hand-written Markdown with its `{ref:…}` filled in."""
    language = next(language for language in course.languages if language.tag == tag)
    return markdown.PLACEHOLDER.sub(
        lambda match: course.references[match[1]].shown(language.tag).value, text
    )


def search_documents(course: Course, tag: str) -> str:
    """Return the script that holds a language's search documents, one a step."""
    language = next(language for language in course.languages if language.tag == tag)
    site = _Site(course, language)
    site.open("search.html")
    documents = [
        {
            "id": f"{module.id}/{step.id}",
            "url": f"modules/{module.id}.html#{step.id}",
            "title": site.plain(step.title),
            "module": site.plain(module.title),
            "text": " ".join(
                site.plain(text.value) for text in texts(step) if not text.rule.hidden
            ),
        }
        for module in course.modules[tag]
        for step in module.steps
    ]
    data = json.dumps(documents, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in scripts of ES2018.
    data = data.replace("\u2028", " ").replace("\u2029", " ")
    return f"var smartcornerSearch={data};\n"


def pages(course: Course) -> Iterator[Page]:
    """Yield every page that is made from the course, language by language."""
    for language in course.languages:
        site = _Site(course, language)
        yield from _main_pages(site)
        yield from _module_pages(site)
