"""Pages → MkDocs → `site/`: the only user of the engine.

`build_modules.py` offers the events below to MkDocs as a hook, so that plain
`mkdocs build` gives the same bytes as our own command.
"""

import base64
import hashlib
import json
import logging
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import TableOfContents

from smartcorner import assets, fragments, pages, render
from smartcorner.check import Course, Translations, check
from smartcorner.kinds import discover
from smartcorner.problems import Refused
from smartcorner.swap import swap
from smartcorner.translate import SOURCE

SHELLS = ("learner.html", "main.html")  # ours: autoescaped, unlike the theme's templates
HERE = Path(__file__).parent

# As strict as file:// allows: a page asks nothing of anybody but its own site.
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self'{images}; "
    "font-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
# The theme's own search, and maps of its sources: 3 MB that no page asks for.
UNUSED = re.compile(r"^assets/javascripts/(lunr|workers)/|\.map$|^(404|sitemap)\b")
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass
class _Build:
    """What the events of one build share."""

    course: Course
    target: Path
    aside: Path | None
    pages: dict[str, render.Page] = field(default_factory=dict)
    french: set[str] = field(default_factory=set)


@dataclass
class _Run:
    """What MkDocs tells, or takes, where it gives no configuration to keep it in."""

    serving: bool = False
    aside: Path | None = None


_run = _Run()


class NotBuilt(Exception):
    """The engine gave up; the earlier site stands."""


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


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the whole course before MkDocs empties anything, then build aside."""
    root = root_of(config)
    try:
        # While somebody writes, the English can wait.
        translations: Translations = "draft" if _run.serving else "complete"
        course = check(root, discover(root / "kinds"), translations=translations)
    except Refused as refused:
        raise BuildError(f"\n{refused}") from refused
    target = Path(config.site_dir)
    aside = None
    if not _run.serving:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        aside.chmod(0o755)
        _run.aside = aside
        config.site_dir = str(aside)
    config.extra["smartcorner"] = _Build(course, target, aside)
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

    def add(path: str, source: Path | str | bytes) -> None:
        if isinstance(source, Path):
            files.append(File.generated(config, path, abs_src_path=str(source)))
        else:
            files.append(File.generated(config, path, content=source))

    for path, language in _lacking(files, course):
        content = (root_of(config) / "docs" / path).read_text("utf-8")
        files.append(File.generated(config, f"{language}/{path}", content=content))
        build.french.add(f"{language}/{path}")
    for page in pages.pages(course):
        path = page.path.removesuffix(".html") + ".md"
        head = {
            "title": page.title,
            "description": page.description,
            "template": "learner.html",
            "lang": page.locale,
        }
        content = f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n"
        files.append(
            File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
        )
        build.pages[path] = page
    for path, source in assets.beside(course, root_of(config), build.pages.values()).items():
        add(path, source)
    for module in course.modules[SOURCE]:
        for medium in course.media(module.id):
            add(f"modules/{module.id}/{medium.name}", medium)
    return files


def _lacking(files: Files, course: Course) -> list[tuple[str, str]]:
    """Return the learners' hand-written pages that a language lacks: French file, language."""
    there = {file.src_uri for file in files if file.is_documentation_page()}
    french = [path for path in sorted(there) if "/" not in path]
    tags = [language.tag for language in course.languages if language.tag != SOURCE]
    return [(path, tag) for tag in tags for path in french if f"{tag}/{path}" not in there]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ARG001
    """Make our shells fit the theme's templates."""
    render.extend_theme(env, Path(config.theme.dirs[1]), SHELLS)
    return env


def _source(path: str, tag: str) -> str:
    """Return the Markdown file of a hand-written page in a language."""
    return render.localized(path.removesuffix(".html") + ".md", tag)


def _locale(page: EnginePage, course: Course) -> str:
    first = page.file.src_uri.partition("/")[0]
    tags = [language.tag for language in course.languages]
    return first if first in tags else SOURCE


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Fill in the references of a hand-written page and say its language."""
    course = _build(config).course
    tag = _locale(page, course)
    page.meta.setdefault("lang", tag)
    return pages.with_references(course, tag, markdown)


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give a page of the course its body, ready; MkDocs' own search sees it so."""
    build = _build(config)
    if page.file.src_uri in build.french:
        return f'<div lang="{SOURCE}">{html}</div>'
    made = build.pages.get(page.file.src_uri)
    return made.body if made else html


def on_page_context(
    context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give our shells what they place: the frame, links to styles and scripts."""
    build = _build(config)
    made = build.pages.get(page.file.src_uri)
    tag = _locale(page, build.course)
    url = page.file.dest_uri
    if page.meta.get("template") == "learner.html":
        page.toc = TableOfContents([])  # the theme would make a second way past the tools of it
        path = url if tag == SOURCE else url.removeprefix(f"{tag}/")
        text = str(page.meta.get("description", ""))
        made = made or pages.framed(
            build.course, tag, path, str(page.title), text, page.content or ""
        )
        context["shell"] = made.shell()
    else:
        prefix = "" if tag == SOURCE else f"{tag}/"
        plain = url.removeprefix(prefix)
        context["guide"] = {
            "home": render.relative(url, f"{prefix}index.html"),
            "alone": pages.alone(build.course, tag),
            "style": render.relative(url, "assets/guide.css"),
            "alternates": [
                {
                    "locale": other.tag,
                    "name": other.name,
                    "url": render.relative(url, render.localized(plain, other.tag)),
                }
                for other in build.course.languages
                if other.tag != tag
                and (root_of(config) / "docs" / _source(plain, other.tag)).is_file()
            ],
        }
        own = [p for p in nav.pages if p.file.src_uri.startswith(f"{prefix}trainers/")]
        context["nav"] = Navigation(list(own), own)
    return context


def on_post_page(output: str, page: EnginePage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Put the Content-Security-Policy in, with a hash for each inline script."""
    if _run.serving:
        return output  # the preview's reload script is inline
    is_guide = page.meta.get("template") != "learner.html"
    hashes = "".join(
        f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in INLINE_SCRIPT.findall(output)
    )
    # The theme's style draws its icons with data: images.
    policy = POLICY.format(hashes=hashes, images=" data:" if is_guide else "")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    head, mark, rest = output.partition('<meta charset="utf-8">')
    if not mark:
        raise BuildError(f"{page.file.src_uri}: its shell has no <meta charset>")
    whole = f"{head}{mark}\n{meta}{rest}"
    return whole if is_guide else fragments.small(whole)


def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in the place of the old one, at once."""
    build = _build(config)
    if build.aside:
        swap(build.aside, build.target)
        config.site_dir = str(build.target)


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
    target = Path(config.site_dir)
    try:
        mkdocs_build(config)
    except Abort as abort:
        cause = abort.__context__
        if isinstance(cause, BuildError) and isinstance(cause.__cause__, Refused):
            raise cause.__cause__ from None
        raise NotBuilt(str(abort)) from abort
    finally:
        for left in target.parent.glob(f".{target.name}-*"):
            shutil.rmtree(left, ignore_errors=True)
    return target


def serve_site(root: Path, port: int) -> None:
    """Serve a live preview on this machine until it is stopped."""
    mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", livereload=True)
