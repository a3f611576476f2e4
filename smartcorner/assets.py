"""What pages load beside their HTML, made small: scripts, styles, fonts, search.

All functions are pure but for a cache: a result is kept under a hash of what it
was made from, so a build after one edit minifies one file. `root` is the project's
folder, which holds `node_modules/` and `.cache/`.
"""

import hashlib
import re
import string
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from smartcorner import pages
from smartcorner.check import Course
from smartcorner.page import Page
from smartcorner.pages import drawings
from smartcorner.pages.contents import Contents
from smartcorner.problems import Problem, Refused

TOKEN = re.compile(rb"--sc-[a-z0-9-]+")

FONT = "atkinson-hyperlegible"
WEIGHTS = (400, 700)

# What is loaded together, as one file: a tenth less to load than apart. `fragments` and a
# language's words stand before `frame`, `links` and words before what is fetched on request.
JOINED = {
    "base.css": ("tokens.css", "base.css", "frame.css", "module.css"),
    "dialogs.css": ("choice.css", "dialogs.css"),
    "progress-page.css": ("choice.css", "progress-page.css"),
    "frame.js": ("facts.js", "storage.js", "progress.js", "load.js", "shell.js", "module.js"),
    "live.js": ("facts.js", "live.js", "progress.js", "load.js"),
    "simulation.js": (
        *("simulation-draw.js", "simulation.js", "simulation-parts.js", "simulation-bench.js"),
        *("simulation-play.js", "simulation-page.js"),
    ),
    "listen.js": ("listen-voice.js", "listen-page.js", "listen.js"),
    "presenter.js": ("presenter-screen.js", "presenter.js"),
    "paper.js": ("address.js", "paper.js"),
    "lessons.js": ("lesson-keys.js", "lessons.js"),
    "log.js": ("log-file.js", "log.js"),
    "lesson.js": (
        *("lesson-parts.js", "lesson-keys.js", "lesson-screens.js", "lesson-clock.js"),
        *("address.js", "lesson-join.js", "lesson-views.js", "lesson-stage.js"),
        *("lesson-kept.js", "lesson-record.js", "lesson-link.js", "lesson.js"),
    ),
}
MINIFY = ("--minify", "--charset=utf8", "--target=chrome69", "--legal-comments=inline")
ON_REQUEST = ("dialogs", "lesson", "listen", "paper", "presenter", "simulation", "trouble")

# French, Dutch, German and English, and what our pages write beside letters.
LETTERS = frozenset(
    [*range(0x20, 0x7F), *range(0xA0, 0x180)]  # Basic Latin, Latin-1, Latin Extended-A
    + [ord(char) for char in "\u2009\u200a\u202f‐‑–—‘’‚“”„•…‹›€→←↑↓✓−×½"]
)


def sources(course: Course, root: Path) -> dict[str, str]:
    """Return our scripts and styles, joined as pages load them, by their path in the site."""
    front = Path(__file__).parent / "frontend"
    texts = {
        path.name: path.read_text("utf-8")
        for path in sorted([*front.glob("*.js"), *front.glob("*.css")])
        if path.name != "early.js"
    }
    parts = {part: texts.pop(part) for joined in JOINED.values() for part in {*joined} & {*texts}}
    texts |= {name: "\n".join(parts[part] for part in joined) for name, joined in JOINED.items()}
    texts["minisearch.js"] = minisearch(root)
    texts["qrcode.js"] = qrcode(root) + texts.pop("code.js")
    for end in ("js", "css"):  # what kinds do in a lesson
        own = [kind.folder / f"lesson.{end}" for kind in course.kinds.values()]
        more = [path.read_text("utf-8") for path in own if path.is_file()]
        texts[f"lesson.{end}"] = "\n".join([texts[f"lesson.{end}"], *more])
    joined = {f"assets/{name}": text for name, text in texts.items()}
    for kind in course.kinds.values():
        if scripts := kind.scripts():
            joined[f"kinds/{kind.name}.js"] = "\n".join(path.read_text("utf-8") for path in scripts)
        if style := kind.style():
            joined[f"kinds/{kind.name}.css"] = style.read_text("utf-8")
        if kind.later():
            late = kind.folder / "later.css"
            joined[f"kinds/{kind.name}-later.css"] = late.read_text("utf-8")
            joined[f"kinds/{kind.name}.later.js"] = "\n".join(
                path.read_text("utf-8") for path in kind.later()
            )
    return joined


def beside(
    course: Course, contents: Contents, root: Path, made: Iterable[Page]
) -> dict[str, Path | bytes | str]:
    """Return what pages load beside their HTML, by its path in the site."""
    small = minify(sources(course, root), root)
    fragments, frame, links = (
        small.pop(f"assets/{name}.js") for name in ("fragments", "frame", "links")
    )
    live = small.pop("assets/live.js")
    later = {f"assets/{name}": small.pop(f"assets/{name}.js") for name in ON_REQUEST}
    for kind in course.kinds.values():
        if kind.later():
            later[f"kinds/{kind.name}"] = small.pop(f"kinds/{kind.name}.later.js")
    icons = {icon for page in made for icon in page.icons}
    files: dict[str, Path | bytes | str] = dict(small)
    for tag in (language.tag for language in course.languages):
        words = pages.words(course, tag, icons).encode()
        files[f"assets/frame.{tag}.js"] = fragments + words + frame
        files[f"assets/live.{tag}.js"] = fragments + pages.words(course, tag, ()).encode() + live
        for name, script in later.items():
            rare = pages.rare_words(course, tag, name).encode()
            files[f"{name}.{tag}.js"] = links + rare + script
        files[f"search/{tag}.js"] = contents.search(tag)
    files |= {f"assets/fonts/{name}": font for name, font in font_files(root).items()}
    files |= drawings.of_sheets(course, contents.drawn())
    drawn = sorted((Path(__file__).parent / "frontend/drawings").glob("*.svg"))
    return files | {f"assets/drawings/{path.name}": path for path in drawn}


def early(root: Path) -> str:
    """Return the script that pages hold themselves, small."""
    text = (Path(__file__).parent / "frontend/early.js").read_text("utf-8")
    return minify({"early.js": text}, root)["early.js"].decode().strip()


def minify(sources: Mapping[str, str], root: Path) -> dict[str, bytes]:
    """Return scripts and styles by name, as small as they get for Chromium 69.

    A name ends in `.js` or `.css`. Scripts stay apart and keep their top-level
    names, which classic scripts share; comments that begin with `/*!` stay too.
    Tokens (`--sc-ink`) get a letter or two, the same in all files: 5 % of a style.
    """
    esbuild = _esbuild(root)
    version = (root / "node_modules/esbuild/package.json").read_bytes()
    kept = {
        name: root / ".cache/minified" / _digest([version, name.encode(), text.encode()])
        for name, text in sources.items()
    }
    missing = {name: path for name, path in kept.items() if not path.exists()}
    if missing:
        made = _run_esbuild(esbuild, {name: sources[name] for name in missing})
        for name, path in missing.items():
            _keep(path, made[name])
    names = _token_names(sources.values())
    return {
        name: TOKEN.sub(lambda found: names[found[0]], path.read_bytes())
        for name, path in kept.items()
    }


def _token_names(texts: Iterable[str]) -> dict[bytes, bytes]:
    """Return a short name for each token, the shortest for those used most."""
    used = Counter(token for text in texts for token in TOKEN.findall(text.encode()))
    letters = ["", *string.ascii_letters]
    short = (f"--{first}{second}".encode() for first in letters for second in letters[1:])
    return dict(zip(sorted(used, key=lambda token: (-used[token], token)), short, strict=False))


def qrcode(root: Path) -> str:
    """Return the script that gives a lesson its `qrcode`, when somebody wants to join."""
    package = root / "node_modules/qrcode-generator"
    if not package.exists():
        raise _not_installed("node_modules/qrcode-generator")
    script = (package / "dist/qrcode.js").read_text("utf-8")
    licence = "QR Code Generator for JavaScript, Copyright (c) 2009 Kazuhiko Arase: MIT licence"
    return f"/*! {licence} */\n{script}\n"


def minisearch(root: Path) -> str:
    """Return the script that gives the search page its `MiniSearch`."""
    package = root / "node_modules/minisearch"
    if not package.exists():
        raise _not_installed("node_modules/minisearch")
    licence = (package / "LICENSE.txt").read_text("utf-8")
    script = (package / "dist/umd/index.js").read_text("utf-8")
    source_map = script.rfind("\n//# sourceMappingURL=")
    return f"/*! MiniSearch: MIT licence\n{licence}*/\n{script[:source_map]}\n"


def font_files(root: Path) -> dict[str, bytes]:
    """Return the font's files by name: one WOFF2 a weight, and the licence.

    They hold only the letters that our languages need and no hinting, which
    screens of today don't use: 10 KiB instead of 50 KiB each.
    """
    files = {}
    for weight in WEIGHTS:
        source = fontpkg.path(FONT, weight=weight)
        letters = ",".join(map(str, sorted(LETTERS))).encode()
        key = _digest([source.read_bytes(), letters, Path(__file__).read_bytes()])
        path = root / ".cache/fonts" / key
        if not path.exists():
            _keep(path, _subset(source))
        files[f"{FONT}-{weight}.woff2"] = path.read_bytes()
    files[f"{FONT}-licence.txt"] = (source.parent.parent / "LICENSE").read_bytes()
    return files


def _subset(source: Path) -> bytes:
    """Return the part of a font that our letters need, as WOFF2."""
    options = Options(
        hinting=False,
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
        name_IDs=[0, 1, 2, 13, 14],  # names and licence
        notdef_outline=True,
        recalc_timestamp=False,
        drop_tables=["DSIG"],
    )
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS & set(font.getBestCmap()))
    subsetter.subset(font)
    font.flavor = "woff2"
    small = BytesIO()
    font.save(small)
    return small.getvalue()


def _esbuild(root: Path) -> Path:
    """Return esbuild's binary, which lies in a package named after the platform."""
    found = [
        path
        for pattern in ("*/bin/esbuild", "*/esbuild.exe")
        for path in (root / "node_modules/@esbuild").glob(pattern)
    ]
    if not found:
        raise _not_installed("node_modules/@esbuild")
    return found[0]


def _run_esbuild(esbuild: Path, sources: Mapping[str, str]) -> dict[str, bytes]:
    """Return minified files by name; esbuild runs once for all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in sources.items():
            path = Path(folder, "in", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        done = subprocess.run(
            [
                esbuild.resolve(),
                *(f"in/{name}" for name in sorted(sources)),
                *(*MINIFY, "--outdir=out", "--outbase=in"),
                *("--log-level=error", "--color=false"),
            ],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Refused([Problem((), said, "correct the script or style")])
        return {name: Path(folder, "out", name).read_bytes() for name in sources}


def _not_installed(what: str) -> Refused:
    """Return the refusal to build without a tool that `make site` installs."""
    return Refused([Problem((), f"{what} is missing", "run `make site` once, it installs it")])


def _digest(parts: Iterable[bytes]) -> str:
    """Return a name for what is made from these parts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def _keep(path: Path, content: bytes) -> None:
    """Write a file in one go: two builds at once never read half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
