"""Each module's sheet as a PDF that screen readers follow: PDF/UA-1.

The only user of WeasyPrint. The same course gives the same bytes on any day.
"""

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from smartcorner import assets, engine, handout, pages
from smartcorner.packages import NotMade, Order

File = Path | bytes | str  # what a file of the site is made from

VARIANT = "pdf/ua-1"
PRINTED = 4  # of an annotation's flags (ISO 32000-1, table 165)
SIDES = 2
LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"  # names of Debian and Ubuntu
MISSING = (
    "a library that draws text is missing on this computer ({reason}).\n"
    f"Install it, then try again: sudo apt install {LIBRARIES}\n"
    "On other systems: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
)


def make(order: Order) -> str:
    """Write `<module>.<language>.pdf` for each module and language; return what to say."""
    weasyprint = _weasyprint()
    course = order.course
    made = [page for page in order.contents.outlines() if page.kind == "module"]
    files = dict(assets.beside(course, order.contents, course.root, made))
    for name in course.order:
        files |= {f"modules/{name}/{file.name}": file for file in course.media(name)}
    script = (_bytes(files["assets/qrcode.js"]).decode(),)
    languages = {one.tag: one for one in course.languages}
    frames = {tag: "".join(pages.rare_parts(course, tag, "assets/paper")) for tag in languages}

    def code(text: str) -> tuple[int, str]:
        drawn = engine.value(script, "smartcornerCode", text)
        return drawn["size"], drawn["path"]

    site = order.address or handout.NOWHERE
    long = []
    for n, outline in enumerate(made):
        order.tell(n, len(made))
        page = order.contents.page(outline)
        name = f"{Path(page.path).stem}.{page.locale}"
        html = handout.document(
            page, languages[page.locale].dir, frames[page.locale], order.address, code
        )
        sheet = weasyprint.HTML(
            string=html, base_url=site, url_fetcher=_fetcher(weasyprint, site, files)
        ).render(pdf_variant=VARIANT)
        sheet.write_pdf(order.folder / f"{name}.pdf", finisher=_finish, pdf_variant=VARIANT)
        if len(sheet.pages) > SIDES:
            long.append(f"{name} has {len(sheet.pages)} sides")
    order.tell(len(made), len(made))
    said = f"{len(made)} sheets of {len(course.order)} modules as PDF"
    return f"{said}. {', '.join(long)}: mark fewer blocks `handout`." if long else f"{said}."


def _weasyprint() -> Any:
    """Return the library that makes PDF.

    Raises:
        NotMade: it, or a library of the system that it needs, is missing.
    """
    try:
        import weasyprint  # noqa: PLC0415  the site does without it and its libraries
    except ImportError as error:
        raise NotMade(f"{error.name} is missing → run `make site` once, it installs it") from error
    except OSError as error:
        reason = str(error).splitlines()[0]
        raise NotMade(MISSING.format(reason=reason)) from error
    return weasyprint


def _finish(_document: Any, pdf: Any) -> None:
    """Let links be printed as they are seen: PDF/UA-1 asks for it (7.18.1)."""
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("Type") == "/Annot":
            part["F"] = PRINTED


def _bytes(file: File) -> bytes:
    if isinstance(file, Path):
        return file.read_bytes()
    return file.encode() if isinstance(file, str) else file


def _fetcher(weasyprint: Any, site: str, files: Mapping[str, File]) -> Any:
    """Return what gives a document its styles, fonts and pictures, and asks no network."""

    class Fetcher(weasyprint.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            body = _bytes(files[unquote(url.removeprefix(site))])
            kind = mimetypes.guess_type(url)[0] or "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    return Fetcher()
