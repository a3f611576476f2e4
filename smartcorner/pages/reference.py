"""The authors' reference page: every key of the models, every kind beside its live result.

Made from the models' descriptions and the kinds' examples. A result is a page of its
own in a frame: the kind's template, script and style, and a store that forgets.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup

from smartcorner import media_files
from smartcorner.begin import STARTER
from smartcorner.check import Course, worlds
from smartcorner.describe import Key, below, has_one_key, keys
from smartcorner.kinds import About, Block, Entry, Kind, _, mapped
from smartcorner.kinds.worlds import world_model
from smartcorner.load import load, understood
from smartcorner.model import Module, Part, Step
from smartcorner.page import Page, localized
from smartcorner.pages.modulepage import ModulePage
from smartcorner.parse import parse
from smartcorner.problems import Path as DataPath
from smartcorner.problems import Problem, Refused
from smartcorner.references import Reference
from smartcorner.render import Site
from smartcorner.textfile import read_text, relative
from smartcorner.translate import COMPLETE, SOURCE, Foreign, Language

PATH = "trainers/reference.html"
FOLDED = 8  # models under a kind: from here on, each table opens when it is asked for
STEP = "example"  # the step that examples stand in

YAML = re.compile(
    r"""(?P<comment>(?:^|(?<=\s))\#[^\n]*)|(?P<string>"[^"\n]*")"""
    r"""|(?P<key>(?:(?<=^)|(?<=[\s{,-]))[\w-]+(?=:(?:\s|$)))""",
    re.MULTILINE,
)


def highlighted(text: str) -> Markup:
    """Return YAML as HTML, with its comments, keys and quoted texts marked."""
    made, last = [], 0
    for found in YAML.finditer(text):
        made += [escape(text[last : found.start()], quote=False)]
        made += [f'<span class="y-{found.lastgroup}">{escape(found[0], quote=False)}</span>']
        last = found.end()
    return Markup("".join(made) + escape(text[last:], quote=False))  # noqa: S704  escaped


class _Example:
    """A kind's example.yml: its text, its data and the module that it makes."""

    def __init__(self, course: Course, kind: Kind) -> None:
        path = kind.folder / "example.yml"
        self.kind = kind
        self.lines = read_text(path, course.root).rstrip().split("\n")
        whole = "blocks:\n" + "\n".join(self.lines)
        data, self.source = understood(whole, relative(path, course.root))
        base, _ = load(STARTER / "module.yml")
        step = {"id": STEP, "title": kind.name, **data}
        own = worlds.read(kind.folder, course.root, course.kinds)
        made = {**base, "title": step["title"], "steps": [step]}
        module, problems = parse(made, "reference", course.kinds, own.models)
        found = [*own.problems, *map(self._located, problems)]
        if module is None or found:
            raise Refused(found)
        self.module = module

    def _located(self, problem: Problem) -> Problem:
        """Return a problem of the module as one of the example's own file."""
        inner = replace(problem, path=problem.path[2:])
        line, column = self.source.position(inner)
        return self.source.locate(replace(inner, line=max(1, line - 1), column=column))

    def parts(self) -> Iterator[tuple[int, Part, str]]:
        """Yield each part with the number of its block and its own YAML."""
        for n, block in enumerate(self.module.steps[0].blocks):
            place: DataPath = ("blocks", n)
            first, last = self._span(place)
            start = 0 if n == 0 else first
            items = block.parts()
            spans = [self._span((*place, block.kind, *way)) for way in _ways(block, items)]
            for m, item in enumerate(items):
                if len(spans) == len(items) > 1:
                    head = self.lines[start : spans[0][0]]
                    text = [*head, *self.lines[slice(*spans[m])]]
                else:
                    text = self.lines[start:last]
                yield n, Part(block, item), "\n".join(text)

    def _span(self, place: DataPath) -> tuple[int, int]:
        """Return the first line of a piece of the data and the one after its last, from 0."""
        inside = [mark for path, mark in self.source.marks.items() if path[: len(place)] == place]
        return self.source.marks[place].line - 2, max(mark.last_line for mark in inside) - 1


def _ways(block: Block, items: tuple[Entry, ...]) -> list[DataPath]:
    """Return where a block's parts stand in its data, if they are a list of it."""
    for name, field in type(block).model_fields.items():
        if items and getattr(block, name) == items:
            return [(field.alias or name, n) for n in range(len(items))]
    return []


class _Live(ModulePage):
    """The module that an example stands in; its images are the starter's."""

    def image(self, name: str) -> Mapping[str, str | int]:
        """Return an image's link and its size in CSS pixels."""
        width, height = media_files.size(STARTER / "media" / name)
        url = self.site.asset(f"trainers/live/{name}")
        return {"url": url, "width": width, "height": height}

    def result(self, step: Step, part: Part) -> Mapping[str, Markup]:
        """Return a part's HTML, and its solution where the kind shows one on paper."""
        folder = self.site.course.kinds[part.kind].folder
        solved = (folder / "answers.html").is_file()
        return {
            "html": self.part(f"kinds/{part.kind}:template.html", step, part),
            "answer": self.part(f"kinds/{part.kind}:answers.html", step, part)
            if solved
            else Markup(""),
        }


class _Reference:
    """The reference in one language."""

    def __init__(self, site: Site) -> None:
        self.site, self.course = site, site.course

    @cached_property
    def examples(self) -> Mapping[str, _Example]:
        kinds = self.course.kinds.values()
        shown = [kind for kind in kinds if (kind.folder / "example.yml").is_file()]
        return {kind.name: _Example(self.course, kind) for kind in shown}

    @staticmethod
    def about(model: type[Entry]) -> About:
        """Return what trainers read of a model; nothing where it doesn't say it itself."""
        own = model is Block or model.about is not Block.about
        return model.about if own else About("", "")

    def text(self, french: str) -> Markup:
        """Return a description in the page's language, as HTML."""
        return self.site.inline(self.site.gettext(french)) if french else Markup("")

    def table(self, model: type[Entry], under: list[str]) -> Mapping[str, Any]:
        """Return what the page shows of one model: its name, what for, its keys."""
        return {
            "name": self.text(model.about.name or _("Ses clés")),
            "purpose": self.text(model.about.purpose),
            "under": under,
            "one": has_one_key(model),
            "rows": [self.row(key) for key in keys(model)],
        }

    def row(self, key: Key) -> Mapping[str, Any]:
        """Return what the page shows of one key."""
        names = [self.text(model.about.name) for model in key.holds.models]
        return {"key": key, "text": self.text(key.description), "models": names}

    def tables(self, model: type[Entry]) -> list[Mapping[str, Any]]:
        """Return the tables of a model and of all that stands in it."""
        inner = [self.table(one, names) for one, names in below(model).items()]
        return [self.table(model, []), *(table for table in inner if table["rows"])]

    def kinds(self) -> list[Mapping[str, Any]]:
        """Return what the page shows of each kind."""
        return [
            {
                "kind": kind.name,
                "name": self.text(self.about(kind.model).name),
                "purpose": self.text(self.about(kind.model).purpose),
                "when": self.text(self.about(kind.model).when),
                "scalar": kind.model.scalar,
                "tables": self.tables(kind.model),
                "rows": list(self.rows(kind)),
                "worlds": [
                    {"file": f"worlds/{path.name}", "yaml": highlighted(read_text(path).rstrip())}
                    for path in sorted((kind.folder / "worlds").glob("*.yml"))
                ],
            }
            for kind in self.course.kinds.values()
        ]

    def rows(self, kind: Kind) -> Iterator[Mapping[str, Any]]:
        """Yield each piece of a kind's example: its YAML, and the page of its result."""
        if example := self.examples.get(kind.name):
            for m, (_n, part, text) in enumerate(example.parts()):
                about = part.item.about if part.item is not part.block else None
                yield {
                    "yaml": highlighted(text),
                    "name": self.text(about.name) if about else Markup(""),
                    "purpose": self.text(about.purpose) if about else Markup(""),
                    "url": self.site.url(_live_path(kind, m)),
                }

    def page(self) -> Page:
        """Return the reference page, for the guides' shell."""
        self.site.open(PATH)
        body, said = self.site.exported(
            "reference.html",
            kinds=self.kinds(),
            module=self.tables(Module),
            block=self.tables(Block),
            references=self.table(Reference, []),
            world=self.tables(world_model(worlds.things(self.course.kinds.values()))),
            folded=FOLDED,
        )
        return Page(
            localized(PATH, self.site.language.tag),
            self.site.language.tag,
            said.title,
            said.description,
            body,
            styles=("assets/reference.css",),
            scripts=("assets/reference.js",),
            kind="wide",
            order=6,
        )

    def lives(self) -> Iterator[Page]:
        """Yield the page of each live result."""
        for example in self.examples.values():
            kind, french = example.kind, example.module
            local = french
            if self.site.language.tag != SOURCE:
                local = mapped(french, (), lambda _ids, text: Foreign(text))
            blocks = [Part(b, i) for b in local.steps[0].blocks for i in b.parts()]
            for m, (part, _piece) in enumerate(zip(blocks, example.parts(), strict=True)):
                self.site.open(_live_path(kind, m))
                view = _Live(self.site, french, local)
                shown = view.result(local.steps[0], part)
                assert self.site.place
                name = self.site.gettext(self.about(kind.model).name) or kind.name
                body = self.site.write("live.html", name=name, module=view, **shown)
                styles = (f"kinds/{kind.name}.css",) if kind.style() else ()
                scripts = (f"kinds/{kind.name}.js",) if kind.scripts() else ()
                yield Page(
                    self.site.place.path,
                    self.site.language.tag,
                    name,
                    name,
                    body + self.site.sprite(),
                    styles=("assets/base.css", *styles, "assets/live.css"),
                    scripts=(f"assets/live.{self.site.language.tag}.js", *scripts),
                    kind="live",
                )


def _live_path(kind: Kind, part: int) -> str:
    return f"trainers/live/{kind.name}{f'-{part + 1}' if part else ''}.html"


def pages(course: Course) -> Iterator[Page]:
    """Yield the reference page and its live results, in the languages that guides have."""

    def made(language: Language) -> list[Page]:
        reference = _Reference(Site(course, language))
        return [reference.page(), *reference.lives()]

    for language in course.languages:
        if language.tag in COMPLETE:
            yield from course.memory.get(("reference", language), (), partial(made, language))


def media() -> Mapping[str, Path]:
    """Return the images that live results show, by their path in the site."""
    return {f"trainers/live/{path.name}": path for path in sorted((STARTER / "media").glob("*"))}
