"""What pages load beside their HTML, made small: scripts, styles, fonts, search.

All functions are pure but for a cache: a result is kept under a hash of what it
was made from, so a build after one edit minifies one file. `root` is the project's
folder, which holds `node_modules/` and `.cache/`.
"""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from smartcorner import pages, render
from smartcorner.check import Course
from smartcorner.problems import Problem, Refused

FONT = "atkinson-hyperlegible"
WEIGHTS = (400, 700)

# What every page loads, and what « Écouter » loads, as one file each: a tenth less to
# load than apart. A language's words stand between `frame` and `shell`, before `listen`.
JOINED = {
    "base.css": ("tokens.css", "base.css", "frame.css", "module.css"),
    "frame.js": ("facts.js", "storage.js", "progress.js", "fragments.js"),
    "shell.js": ("shell.js", "module.js"),
    "listen.js": ("listen-voice.js", "listen-page.js", "listen.js"),
}

# French, Dutch, German and English, and what our pages write beside letters.
LETTERS = frozenset(
    [*range(0x20, 0x7F), *range(0xA0, 0x180)]  # Basic Latin, Latin-1, Latin Extended-A
    + [ord(char) for char in "\u2009\u200a\u202f‐‑–—‘’‚“”„•…‹›€→←↑↓✓−×½"]
)


def beside(
    course: Course, root: Path, made: Iterable[render.Page]
) -> dict[str, Path | bytes | str]:
    """Return what pages load beside their HTML, by its path in the site."""
    front = Path(__file__).parent / "frontend"
    texts = {
        path.name: path.read_text("utf-8")
        for path in sorted([*front.glob("*.js"), *front.glob("*.css")])
    }
    for name, parts in JOINED.items():
        texts[name] = "\n".join([texts.pop(part) for part in parts])
    texts["minisearch.js"] = minisearch(root)
    sources = {f"assets/{name}": text for name, text in texts.items()}
    for kind in course.kinds.values():
        if scripts := kind.scripts():
            sources[f"kinds/{kind.name}.js"] = "\n".join(
                path.read_text("utf-8") for path in scripts
            )
        if style := kind.style():
            sources[f"kinds/{kind.name}.css"] = style.read_text("utf-8")
    small = minify(sources, root)
    frame, shell, listen = (small.pop(f"assets/{name}.js") for name in ("frame", "shell", "listen"))
    icons = {icon for page in made for icon in page.icons}
    files: dict[str, Path | bytes | str] = dict(small)
    for tag in (language.tag for language in course.languages):
        words = pages.words(course, tag, icons).encode()
        files[f"assets/frame.{tag}.js"] = frame + words + shell
        files[f"assets/listen.{tag}.js"] = pages.rare_words(course, tag, "listen").encode() + listen
        files[f"assets/trouble.{tag}.js"] = pages.rare_words(course, tag, "trouble")
        files[f"search/{tag}.js"] = pages.search_documents(course, tag)
    files |= {f"assets/fonts/{name}": font for name, font in font_files(root).items()}
    drawings = sorted((front / "drawings").glob("*.svg"))
    return files | {f"assets/drawings/{path.name}": path for path in drawings}


def minify(sources: Mapping[str, str], root: Path) -> dict[str, bytes]:
    """Return scripts and styles by name, as small as they get for Chromium 69.

    A name ends in `.js` or `.css`. Scripts stay apart and keep their top-level
    names, which classic scripts share; comments that begin with `/*!` stay too.
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
    return {name: path.read_bytes() for name, path in kept.items()}


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
                *("--minify", "--charset=utf8", "--target=chrome69"),
                *("--legal-comments=inline", "--outdir=out", "--outbase=in"),
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
