"""Pages → MkDocs → `site/`: the only user of the engine.

`build_modules.py` offers the events below to MkDocs as a hook, so that plain
`mkdocs build` gives the same bytes as our own command.
"""

import gc
import logging
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import TableOfContents, get_toc

from smartcorner import assets, pages, policy, render, swap
from smartcorner.check import Course, Translations, check
from smartcorner.kinds import discover
from smartcorner.memory import Memory
from smartcorner.page import Page, localized
from smartcorner.pages import fragments, guides, reference, room
from smartcorner.pages.contents import Contents
from smartcorner.problems import NotBuilt, Refused
from smartcorner.translate import SOURCE

SHELLS = ("learner.html", "main.html")  # ours: autoescaped, unlike the theme's templates
HERE = Path(__file__).parent

# The theme's own search, and maps of its sources: 3 MB that no page asks for.
UNUSED = re.compile(r"^assets/javascripts/(lunr|workers)/|\.map$|^(404|sitemap)\b")


@dataclass
class _Build:
    """What the events of one build share."""

    course: Course
    contents: Contents
    target: Path
    aside: Path | None
    pages: dict[str, Page] = field(default_factory=dict)
    french: set[str] = field(default_factory=set)
    guides: set[str] = field(default_factory=set)  # files of hand-written pages
    early: str = ""
    alone: dict[str, Markup] = field(default_factory=dict)  # the notice of a page that got lost

    @cached_property
    def written(self) -> set[str]:
        """The files of all pages, once they are known."""
        return {*self.pages, *self.guides}


class _Made(EnginePage):
    """A page that we made: the engine has nothing to read nor to convert."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.markdown = ""
        self.meta = {"title": page.title, "description": page.description, "lang": page.locale}
        if page.is_guide:
            self.meta["order"] = page.order
        if page.kind == "wide":
            self.meta["hide"] = ["navigation"]  # room for two columns
        if not page.is_guide:
            self.meta["template"] = "learner.html"

    def read_source(self, config: MkDocsConfig) -> None:
        """Leave what is there."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Leave the page's HTML to `on_page_content`."""
        self.content = ""


@dataclass
class _Run:
    """What MkDocs tells, or takes, where it gives no configuration to keep it in."""

    serving: bool = False
    started: Callable[[str], None] = lambda _: None
    aside: Path | None = None
    memory: Memory | None = None


_run = _Run()


def root_of(config: MkDocsConfig) -> Path:
    """Return the project's folder: where mkdocs.yml stands."""
    return Path(config.config_file_path).resolve().parent


def _build(config: MkDocsConfig) -> _Build:
    found = config.extra["smartcorner"]
    assert isinstance(found, _Build)
    return found


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001  MkDocs calls by name
    """Remember whether pages are built for good or for a preview."""
    _run.serving = command == "serve"
    _run.memory = Memory(keeps=_run.serving)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the whole course before MkDocs empties anything, then build aside."""
    root = root_of(config)
    try:
        # While somebody writes, the English can wait.
        translations: Translations = "draft" if _run.serving else "complete"
        kinds = discover(root / "kinds")
        if not _run.serving:
            gc.freeze()  # what is imported stays
        gc.set_threshold(100_000)  # the theme's templates leave circles that hold their page
        contents = Contents()
        course = check(root, kinds, translations=translations, memory=_run.memory, use=contents.add)
    except Refused as refused:
        raise BuildError(f"\n{refused}") from refused
    target = Path(config.site_dir)
    aside = _run.aside = None if _run.serving else swap.aside(target)
    if aside:
        config.site_dir = str(aside)
    config.extra["smartcorner"] = _Build(course, contents.finish(course), target, aside)
    # No dated sitemap, no 404 page with absolute links: the same bytes anywhere.
    config.theme.static_templates.clear()
    for watched in (root / "modules", root / "kinds", root / "locales", HERE):
        if watched.is_dir():
            config.watch.append(str(watched))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, scripts, styles and media that the course gives."""
    build = _build(config)
    course = build.course
    for file in [file for file in files if UNUSED.search(file.src_uri)]:
        files.remove(file)

    there = {file.src_uri for file in files if file.is_documentation_page()}
    for path, language in pages.lacking(course, there):
        content = (root_of(config) / "docs" / path).read_text("utf-8")
        files.append(File.generated(config, f"{language}/{path}", content=content))
        build.french.add(f"{language}/{path}")
    build.guides = there | build.french
    contents = build.contents
    made = chain(
        pages.pages(course, contents),
        room.made(course, contents),
        reference.pages(course),
        contents.outlines(),
    )
    for page in made:
        path = page.path.removesuffix(".html") + ".md"
        in_menu = page.kind in ("guide", "wide")
        inclusion = InclusionLevel.INCLUDED if in_menu else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content="", inclusion=inclusion)
        _Made(page, file, config)
        files.append(file)
        build.pages[path] = page
    build.early = assets.early(root_of(config))
    build.alone = {language.tag: pages.alone(course, language.tag) for language in course.languages}
    beside = assets.beside(course, contents, root_of(config), build.pages.values())
    for name in course.order:
        beside |= {f"modules/{name}/{medium.name}": medium for medium in course.media(name)}
    for path, source in (beside | dict(reference.media())).items():
        if isinstance(source, Path):
            files.append(File.generated(config, path, abs_src_path=str(source)))
        else:
            files.append(File.generated(config, path, content=source))
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG001
    """Make our shells fit the theme's templates."""
    render.extend_theme(env, Path(config.theme.dirs[1]), SHELLS)
    return env


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Fill in the references of a hand-written page and say its language."""
    course = _build(config).course
    tag = pages.locale(course, page.file.src_uri)
    page.meta.setdefault("lang", tag)
    path = Path("docs", page.file.src_uri)
    if wrong := pages.wrong_references(course, path, page.file.content_string):
        raise BuildError(f"\n{Refused(wrong)}") from Refused(wrong)
    return pages.with_references(course, tag, markdown)


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give a page of the course its body, ready; that of a module when the page is written."""
    build = _build(config)
    if page.file.src_uri in build.french:
        return f'<div lang="{SOURCE}" dir="ltr">{html}</div>'
    if made := build.pages.get(page.file.src_uri):
        return made.body
    return (
        render.unbroken(html) if pages.locale(build.course, page.file.src_uri) == SOURCE else html
    )


def on_page_context(
    context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give our shells what they place: the frame, links to styles and scripts."""
    build = _build(config)
    made = build.pages.get(page.file.src_uri)
    tag = pages.locale(build.course, page.file.src_uri)
    url = page.file.dest_uri
    if page.meta.get("template") == "learner.html":
        page.toc = TableOfContents([])  # the theme would make a second way past the tools of it
        path = url if tag == SOURCE else url.removeprefix(f"{tag}/")
        text = str(page.meta.get("description", ""))
        if made is None:
            made = pages.framed(build.course, tag, path, str(page.title), text, page.content or "")
        elif made.kind == "module":
            made = build.contents.page(made)
        context["shell"] = made.shell(build.early)
    else:
        context["guide"] = guides.context(build.course, tag, url, build.written, made)
        context["alone"] = build.alone[tag]
        if made:
            page.content = build.contents.page(made).body if made.kind == "leaf" else made.body
            page.toc = get_toc(guides.contents(page.content or ""))
        own = [p for p in nav.pages if p.file.src_uri.startswith(localized("trainers/", tag))]
        own.sort(key=lambda p: (p.meta.get("order", 99), p.file.src_uri))
        context["nav"] = Navigation(list(own), own)
        # The engine's neighbours are of any language.
        here = own.index(page) if page in own else len(own)
        page.previous_page = own[here - 1] if 0 < here < len(own) else None
        page.next_page = own[here + 1] if here + 1 < len(own) else None
    return context


def on_post_page(output: str, page: EnginePage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Put the Content-Security-Policy in, with a hash for each inline script."""
    page.content = ""  # thousands of pages stay in memory until the end
    is_guide = page.meta.get("template") != "learner.html"
    output = fragments.valid(output) if is_guide else fragments.unthemed(output)
    if _run.serving:
        return output  # the preview's reload script is inline
    # The theme's style draws its icons with data: images.
    whole = policy.secured(output, images=" data:" if is_guide else "")
    if whole is None:
        raise BuildError(f"{page.file.src_uri}: its shell has no <meta charset>")
    return whole if is_guide else fragments.small(whole)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the lessons, then put the new site in the place of the old one, at once."""
    build = _build(config)
    # Not among the engine's files, which stay in memory until the end.
    for path, script in build.contents.lessons():
        place = Path(config.site_dir) / path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(script)
    if build.aside:
        swap.swap(build.aside, build.target)
        config.site_dir = str(build.target)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG001
    """Say where the preview is, now that it is there."""
    _run.started(server.url)


def on_build_error(*, error: Exception) -> None:  # noqa: ARG001
    """Leave nothing of a build that failed; the earlier site stands."""
    if _run.aside:
        shutil.rmtree(_run.aside, ignore_errors=True)


def build_site(root: Path) -> Path:
    """Build the whole site and return its folder; on an error the old one stays.

    Raises:
        Refused: the course is wrong.
        NotBuilt: a page can't be made.
    """
    # What stops the build is said once, by whoever called.
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: record.levelno < logging.ERROR
    )
    config = load_config(str(root / "mkdocs.yml"))
    try:
        mkdocs_build(config)
    except Abort as abort:
        cause = abort.__context__
        if isinstance(cause, BuildError) and isinstance(cause.__cause__, Refused):
            raise cause.__cause__ from None
        raise NotBuilt(str(abort)) from abort
    except OSError as error:
        raise NotBuilt(str(error)) from error
    return Path(config.site_dir)


def serve_site(root: Path, port: int, started: Callable[[str], None]) -> None:
    """Serve a live preview on this machine until it is stopped; `started` hears its address."""
    _run.started = started
    mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", livereload=True)
