"""Cold builds of N modules, beside stock MkDocs Material with the same content.

`python -m benchmarks.build [--large]` prints tables: time and memory by N (with 3,000
modules when `--large`), the peer at 300 modules, and where the time goes. The two take
turns, and what counts is their processor time: a busy machine changes it least.
"""

import argparse
import math
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generate, peer

SIZES = (3, 30, 300)
AGAINST = 300
ROUNDS = 3
# Where the time goes: our own functions, as the profiler names them; none calls another,
# but for the lesson view.
PLACES = {
    "load (YAML, catalogues)": (("load.py", "load"), ("catalogue.py", "read")),
    "validate (models, texts, writing rules)": (
        ("parse.py", "parse"),
        ("fit.py", "problems"),
        ("checker.py", "texts"),
        ("checker.py", "reading"),
    ),
    "translate": (("translate.py", "translated"),),
    "play the simulations": (("checker.py", "play"),),
    "render (templates)": (("modulepage.py", "page"), ("__init__.py", "_main_pages")),
    "of which the lesson view": (("modulepage.py", "lesson"),),
    "the engine's pages": (("build.py", "_build_page"), ("build.py", "_populate_page")),
    "search": (("modulepage.py", "documents"), ("contents.py", "search")),
    "write": (("files.py", "copy_static_files"), ("swap.py", "swap")),
}


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of processor, seconds by the clock, MiB at its peak."""

    processor: float
    clock: float
    memory: float


def run(root: Path, *command: str) -> Run:
    """Run a cold build: nothing of an earlier one is there."""
    for left in ("site", ".cache"):
        shutil.rmtree(root / left, ignore_errors=True)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} fails in {root}: {process.returncode}")
    seconds = used.ru_utime + used.ru_stime
    return Run(seconds, time.monotonic() - began, used.ru_maxrss / 1024)


def ours(root: Path) -> Run:
    """Build our site, with all checks."""
    return run(root, "build_modules.py")


def theirs(root: Path) -> Run:
    """Build the peer's."""
    return run(root, "-m", "mkdocs", "build", "--quiet")


def middle(runs: list[Run]) -> Run:
    """Return the medians."""
    return Run(
        *(
            statistics.median(getattr(one, name) for one in runs)
            for name in ("processor", "clock", "memory")
        )
    )


def row(*cells: object) -> None:
    """Print a row of a table."""
    print("|", " | ".join(f"{c:.2f}" if isinstance(c, float) else str(c) for c in cells), "|")


def by_size(folder: Path, sizes: tuple[int, ...]) -> None:
    """Print what our builds take, and how it grows."""
    row("modules", "processor, s", "clock, s", "peak memory, MiB", "a module\u2019s page, bytes")
    row(*["---"] * 5)
    found = {}
    for count in sizes:
        root = generate.project(folder / f"ours-{count}", count)
        found[count] = middle([ours(root) for _ in range(1 if count > AGAINST else ROUNDS)])
        page = (root / "site/modules/module-0001.html").stat().st_size
        row(count, found[count].processor, found[count].clock, round(found[count].memory), page)
    first, last = 30, max(sizes)
    if last > first:
        grown = math.log(found[last].processor / found[first].processor) / math.log(last / first)
        print(f"\nFrom {first} to {last} modules time grows as N^{grown:.3f}.\n")


def against(folder: Path, count: int) -> None:
    """Print our build's time beside the peer's, each in turn."""
    root = folder / f"ours-{count}"
    with_menu = peer.project(root, folder / "peer")
    without = peer.project(root, folder / "peer-without", navigation=False)
    runs: dict[str, list[Run]] = {"ours": [], "with": [], "without": []}
    for _ in range(ROUNDS):
        runs["ours"].append(ours(root))
        runs["with"].append(theirs(with_menu))
        runs["without"].append(theirs(without))
    mine = middle(runs["ours"]).processor
    row(f"{count} modules, two languages", "processor, s", "ours ÷ it")
    row("---", "---", "---")
    row("SmartCorner, all checks on", mine, 1.0)
    for name, words in (("with", "its navigation"), ("without", "no navigation")):
        other = middle(runs[name]).processor
        row(f"stock MkDocs Material, {words}", other, mine / other)
    print()


def places(root: Path) -> None:
    """Print where a build's time goes, by the profiler (which slows all of it)."""
    code = (
        "import cProfile, sys; from pathlib import Path; from smartcorner.site import build_site\n"
        "p = cProfile.Profile(); p.runcall(build_site, Path().resolve()); p.dump_stats(sys.argv[1])"
    )
    told = root / "profile"
    subprocess.run([sys.executable, "-c", code, told], cwd=root, check=True)
    stats = pstats.Stats(str(told))
    rows = stats.stats  # type: ignore[attr-defined]
    whole = stats.total_tt  # type: ignore[attr-defined]
    row("where the time goes", "% of the build")
    row("---", "---")
    for name, functions in PLACES.items():
        spent = sum(
            facts[3]
            for (file, _, function), facts in rows.items()
            if (Path(file).name, function) in functions
        )
        row(name, round(100 * spent / whole))


def main(*, large: bool) -> None:
    """Print all tables."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        by_size(folder, (*SIZES, 3000) if large else SIZES)
        against(folder, AGAINST)
        places(folder / "ours-30")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--large", action="store_true", help="build 3,000 modules too: minutes")
    main(large=parser.parse_args().large)
