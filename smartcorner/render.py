"""Templates → HTML: the only user of Jinja besides the theme's shells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from gettext import NullTranslations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup

from smartcorner import markdown
from smartcorner.check import Course
from smartcorner.page import Page, Place, localized, relative
from smartcorner.problems import Refused
from smartcorner.references import reasons
from smartcorner.translate import SOURCE, Foreign, Language

HERE = Path(__file__).parent
NO_TEXT = re.compile(r"(<pre.*?</pre>|<code.*?</code>|<[^>]*>)", re.DOTALL)
FRENCH_SPACE = re.compile(r" (?:(?=[?!:;»])|(?<=« ))")


def unbroken(html: str) -> str:
    """Return a French page's HTML with no line break before « ? » and its like."""
    pieces = NO_TEXT.split(html)  # every second one is a tag or code
    pieces[::2] = [FRENCH_SPACE.sub("\u00a0", text) for text in pieces[::2]]
    return "".join(pieces)


@dataclass
class Site:
    """One language's templates and what they call."""

    course: Course
    language: Language
    place: Place | None = None
    icons: dict[str, None] = field(default_factory=dict)

    @cached_property
    def env(self) -> Environment:
        """Return the templates' environment in this language."""
        folders = {
            f"kinds/{kind.name}": FileSystemLoader(kind.folder)
            for kind in self.course.kinds.values()
        }
        compiled = self.course.root / ".cache/templates"
        compiled.mkdir(parents=True, exist_ok=True)
        env = Environment(
            loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), PrefixLoader(folders, ":")]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=FileSystemBytecodeCache(str(compiled)),
        )
        env.install_gettext_callables(  # type: ignore[attr-defined]  # put in by the extension
            self.gettext,
            self.ngettext,
            newstyle=True,
            pgettext=self.pgettext,
        )
        env.filters.update(md=self.md, inline=self.inline, plain=self.plain)
        env.globals.update(
            locale=self.language.tag,
            dir=self.language.dir,
            url=self.url,
            asset=self.asset,
            icon=self.icon,
            drawing=lambda name: self.asset(f"assets/drawings/{name}"),
            ref=self.reference,
        )
        return env

    # ---- words ----

    def _spaced(self, text: str) -> str:
        """Return French with no line break before « ? » and its like, nor inside quotes."""
        return FRENCH_SPACE.sub("\u00a0", text) if self.language.tag == SOURCE else text

    @property
    def _words(self) -> NullTranslations:
        return self.course.words[self.language.tag]

    def gettext(self, text: str) -> str:
        """Return a text of the interface."""
        return self._spaced(self._words.gettext(text))

    def pgettext(self, context: str, text: str) -> str:
        """Return a text whose meaning the context tells."""
        return self._spaced(self._words.pgettext(context, text))

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return a text for so many, in the plural forms of the language."""
        return self._words.ngettext(one, many, n)

    # ---- texts ----

    def _shown(self, name: str) -> markdown.Shown:
        return self.course.references[name].shown(self.language.tag)

    def reference(self, name: str) -> Mapping[str, str | None]:
        """Return a reference for a template of the interface: value and href.

        Raises:
            Refused: it isn't there, or may not be published.
        """
        wrong = list(markdown.unpublished(f"{{ref:{name}}}", reasons(self.course.references)))
        if wrong:
            file = Path("modules/references.yml")
            raise Refused(problem.replace(file=file, line=1) for problem in wrong)
        shown = self._shown(name)
        digits = "".join(char for char in shown.value if char.isdigit())
        return {"value": shown.value, "href": shown.href or f"tel:{digits}"}

    def _link(self, href: str) -> str:
        if href.endswith(".html"):
            return self.url(href)
        name, _, step = href.partition("#")
        page = self.url(f"modules/{name}.html") if name else ""
        return f"{page}#{step}" if step else page

    def _html(self, text: str, *, inline: bool) -> Markup:
        made = self._spaced(markdown.html(text, inline=inline, ref=self._shown, link=self._link))
        if isinstance(text, Foreign) and self.language.tag != SOURCE:
            tag = "span" if inline else "div"
            made = f'<{tag} lang="{SOURCE}" dir="ltr">{made}</{tag}>'
        return Markup(made)  # noqa: S704  markdown.html escapes all but its own tags

    def md(self, text: str) -> Markup:
        """Return block Markdown as HTML."""
        return self._html(text, inline=False)

    def inline(self, text: str) -> Markup:
        """Return one line of Markdown as HTML."""
        return self._html(text, inline=True)

    def plain(self, text: str) -> str:
        """Return the words of a Markdown text alone."""
        return self._spaced(markdown.plain(text, ref=self._shown))

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
        """Return an icon; its drawing comes with the language's script."""
        self.icons[name] = None
        return _icon(name, extra)

    def sprite(self, more: Iterable[str] = ()) -> Markup:
        """Return the drawings of the icons used since the page was opened, and of others."""
        symbols = []
        for name in sorted({*self.icons, *more}):
            drawn = (HERE / "frontend" / "icons" / f"{name}.svg").read_text("utf-8").strip()
            inside = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")].strip()
            if "data-turns" in drawn and self.language.dir == "rtl":  # it points along the text
                inside = f'<g transform="matrix(-1 0 0 1 24 0)">{inside}</g>'
            symbols.append(f'<symbol id="i-{name}" viewBox="0 0 24 24">{inside}</symbol>')
        return Markup(f"<div hidden><svg>{''.join(symbols)}</svg></div>")  # noqa: S704  our own files

    # ---- pages ----

    def scripts(self, *own: str) -> tuple[str, ...]:
        """Return the scripts of a page that has some of its own."""
        return ("corner.js", f"assets/frame.{self.language.tag}.js", *own)

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
        return Markup(self.exported(template, **values)[0])  # noqa: S704  autoescaped

    def exported(self, template: str, **values: Any) -> tuple[str, SimpleNamespace]:
        """Return a template's HTML, and the names that it sets for its page."""
        made = self.env.get_template(template)
        context = made.new_context({"page": self.place, **values})
        try:
            html = "".join(made.root_render_func(context))
        except Exception:  # noqa: BLE001  raised again, with the template's own lines
            self.env.handle_exception()
        said = SimpleNamespace(**context.get_exported())
        # Macros and their context hold each other, and with them whole modules.
        context.vars.clear()
        return html, said

    def close(
        self,
        title: str,
        description: str,
        body: str,
        styles: tuple[str, ...],
        scripts: tuple[str, ...],
        *,
        kind: str = "page",
    ) -> Page:
        """Return the open page with its frame around a body.

        A module, whose weight counts, has its icons in the language's script.
        """
        assert self.place
        top = self.write("frame-top.html")
        own_icons = kind != "module"
        end = self.write("frame-end.html", kind=kind) + (self.sprite() if own_icons else "")
        return Page(
            self.place.path,
            self.language.tag,
            title,
            description,
            body,
            top,
            end,
            ("assets/base.css", *styles),
            scripts,
            frozenset() if own_icons else frozenset(self.icons),
            kind,
        )


@cache
def _icon(name: str, extra: str) -> Markup:
    return Markup('<svg class="i{}" aria-hidden="true"><use href="#i-{}"/></svg>').format(
        f" {extra}" if extra else "", name
    )


def extend_theme(env: Environment, theme: Path, shells: tuple[str, ...]) -> None:
    """Let our shells and partials stand on the theme's.

    Autoescape is on for our shells alone: the theme's own templates expect it off.
    A partial of ours reaches the theme's file that it stands before as `theme:…`.
    """
    env.autoescape = lambda name: name in shells
    own = PrefixLoader({"theme": FileSystemLoader(theme)}, ":")
    env.loader = ChoiceLoader([*filter(None, [env.loader]), own])
