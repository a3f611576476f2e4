"""A Course → its Pages: which there are, and what their templates read."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from smartcorner import markdown
from smartcorner.check import Course
from smartcorner.page import Page, Place
from smartcorner.pages import fragments
from smartcorner.pages.contents import Contents
from smartcorner.problems import Problem
from smartcorner.references import reasons
from smartcorner.render import HERE, Site
from smartcorner.translate import SOURCE

PART = re.compile(r"<p>\{part:([a-z]+)\}</p>")
REFERENCE = re.compile(rf"`[^`\n]*`|{markdown.PLACEHOLDER.pattern}")

# Template → path of the page, name of its own script and style.
MAIN_PAGES = {
    "home": ("index.html", "home"),
    "progress": ("progress.html", "progress-page"),
    "search": ("search.html", "search"),
}


def pages(course: Course, contents: Contents) -> Iterator[Page]:
    """Yield the pages beside those of modules, language by language."""
    for language in course.languages:
        yield from _main_pages(Site(course, language), contents)


def _main_pages(site: Site, contents: Contents) -> Iterator[Page]:
    first = contents.cards(site.language.tag)[:1]
    for name, (path, own_name) in MAIN_PAGES.items():
        site.open(path)
        # A page's template says its own title and description: {% set title = … %}
        body, said = site.exported(
            f"{name}.html",
            themes=contents.themes(site.language.tag),
            first=first[0] if first else None,
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
            site.scripts(*(path for path in own if path.endswith("js"))),
        )


def framed(course: Course, tag: str, path: str, title: str, description: str, body: str) -> Page:
    """Return a hand-written page in the learner's frame; `path` is the French one.

    A line `{part:erase}` brings the template of that name.
    """
    site = Site(course, course.language(tag))
    site.open(path)
    body = PART.sub(lambda match: site.write(f"{match[1]}.html"), body)
    return site.close(title, description, body, ("assets/prose.css",), site.scripts())


def with_references(course: Course, tag: str, text: str) -> str:
    """Return hand-written Markdown with its `{ref:…}` filled in, but for those shown as code."""
    return REFERENCE.sub(
        lambda match: course.references[match[1]].shown(tag).value if match[1] else match[0], text
    )


def wrong_references(course: Course, path: Path, source: str) -> list[Problem]:
    """Return what is wrong with the references of a hand-written page, the file at `path`."""
    bare = REFERENCE.sub(lambda match: match[0] if match[1] else "", source)
    return [
        problem.replace(file=path, line=(problem.line_offset or 0) + 1, column=1)
        for problem in markdown.unpublished(bare, reasons(course.references))
    ]


def alone(course: Course, tag: str) -> Markup:
    """Return the notice of a page that lost its neighbours."""
    return Site(course, course.language(tag)).write("alone.html")


def _of_kinds(site: Site, name: str) -> list[Markup]:
    """Return what the kinds that have such a template write."""
    having = (k for k in site.course.kinds.values() if (k.folder / f"{name}.html").is_file())
    return [site.write(f"kinds/{kind.name}:{name}.html") for kind in having]


def words(course: Course, tag: str, icons: Iterable[str]) -> str:
    """Return the script that brings what every page needs of a language."""
    language = course.language(tag)
    site = Site(course, language, Place(f"assets/frame.{tag}.js", tag, language.name, ()))
    made = [*_of_kinds(site, "words"), site.write("leave.html"), site.sprite(icons)]
    return fragments.script(made)


def rare_words(course: Course, tag: str, name: str) -> str:
    """Return the script that brings words when they are asked for."""
    return fragments.script(rare_parts(course, tag, name), "smartcornerLinks")


def rare_parts(course: Course, tag: str, name: str) -> list[Markup]:
    """Return the HTML of such words, with the icons that they use.

    `assets/listen` are those of the template listen.html, of which a kind may have its own
    part in a file of that name; `kinds/mailbox` those of that kind's later.html.
    """
    language = course.language(tag)
    site = Site(course, language, Place(f"{name}.{tag}.js", tag, language.name, ()))
    own = name.removeprefix("assets/")
    if own == name:
        made = [site.write(f"{name}:later.html")]
    else:
        made = [site.write(f"{own}.html"), *_of_kinds(site, own)]
    return [*made, site.sprite()]


def lacking(course: Course, there: Collection[str]) -> list[tuple[str, str]]:
    """Return the learners' hand-written pages that a language lacks: French file, language."""
    french = [path for path in sorted(there) if "/" not in path]
    tags = [language.tag for language in course.languages if language.tag != SOURCE]
    return [(path, tag) for tag in tags for path in french if f"{tag}/{path}" not in there]


def locale(course: Course, file: str) -> str:
    """Return the language of a page by its file."""
    first = file.partition("/")[0]
    return first if first in {language.tag for language in course.languages} else SOURCE
