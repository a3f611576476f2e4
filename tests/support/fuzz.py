"""A project to spoil: each of its files changed by chance, and what `check` says of it."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from coverage import Coverage

from smartcorner.begin import begin
from smartcorner.check import Translations, check
from smartcorner.describe import below, keys
from smartcorner.kinds import Entry, discover
from smartcorner.model import Module
from smartcorner.problems import Problem, Refused
from tests.support.sites import ROOT

KINDS = discover()
MODELS: list[type[Entry]] = [Module, *(kind.model for kind in KINDS.values())]
WORDS = sorted(
    {key.name for top in MODELS for model in (top, *below(top)) for key in keys(model)}
    | {word for top in MODELS for key in keys(top) for word in key.holds.words}
    | set(KINDS)
)
FILES = [
    "modules/email-basics/module.yml",
    "modules/online-job-search/module.yml",
    "modules/starter/module.yml",
    "modules/practice/module.yml",
    "modules/practice/worlds/kitchen.yml",
    "modules/references.yml",
    "modules/starter/en.po",
    "modules/email-basics/en.po",
]
STARTER = FILES[2]
HOSTILE = [  # for `check`
    b"",
    b"\xff\xfe\x00",
    b"\x00" * 100,
    b"a: &a [*a, *a]",
    b"[" * 100_000,
    b"{a: " * 100_000,
    b"- " * 100_000,
    b"x: " + b"y" * 900_000,
    b"? " * 50_000,
    b"a:\n" + b" " * 900_000 + b"b",
    b'title: "' + b"(((((((((((((((((((((((" * 5_000,
    b'title: "' + b"**" * 100_000 + b'"',
    b'title: "' + b"[" * 100_000 + b'"',
    b"title: '" + b"a! " * 100_000 + b"'",
]
SLOW = [  # for `load`
    "? " * 300_000,
    "[" * 900_000,
    "a: " + "[{a: " * 100_000,
    "- " * 400_000,
    "a: 'b" + "\n" * 900_000,
    "a:\n" + "  - b\n" * 100_000,
    "a: *b\n" * 100_000,
    "a: |\n" + " b\n" * 300_000 + "c\n",
    '"' + "a" * 900_000,
    "a" * 900_000 + ": b: c",
    "a: " + "'" * 900_001,
    "a: b\n" + " \n" * 400_000 + "c",
    "!" * 900_000,
    "\\" * 900_000,
    "{" + "a," * 400_000,
    "a: " + "- " * 400_000 + ": : b",
    " " * 900_000 + "a: b: c",
    'a: "' + "'" * 400_000 + "\" '",
]
# Seconds of processor after which an answer isn't slow, but will never come. How long
# answers take is for `benchmarks/answers.py` to say.
NEVER = 60


class Hangs(Exception):
    """The answer doesn't come."""


@contextmanager
def answered() -> Iterator[None]:
    """Interrupt what computes without an end."""

    def stop(_: int, frame: FrameType | None) -> None:
        raise Hangs(f"after {NEVER} s of computing, in {frame}")

    counting = Coverage.current()  # of thousands of answers it would take as much time again
    if counting:
        counting.stop()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, NEVER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if counting:
            counting.start()


def project(root: Path) -> Path:
    """Make our modules, the starter, and one with a simulation, its world beside it."""
    shutil.copytree(ROOT / "modules", root / "modules")
    for name in ("starter", "practice"):
        begin(root, name, None, KINDS)
    mailbox = KINDS["mailbox"].folder
    shutil.copytree(mailbox / "worlds", root / "modules/practice/worlds")
    path = root / "modules/practice/module.yml"
    example = (mailbox / "example.yml").read_text("utf-8")
    block = "    blocks:\n" + "".join(f"      {line}\n" for line in example.splitlines())
    path.write_text(path.read_text("utf-8").replace("    blocks:\n", block, 1), "utf-8")
    check(root, KINDS, [path], translations="none")
    return root


def answer(root: Path, path: Path, raw: bytes) -> tuple[Problem, ...]:
    """Return what the checker says of a project in which one file holds these bytes."""
    before = path.read_bytes()
    path.write_bytes(raw)
    folder = path.parent.parent if path.parent.name == "worlds" else path.parent
    module = folder / "module.yml"
    only = [module if module.is_file() else root / FILES[0]]
    translations: Translations = "complete" if path.suffix == ".po" else "none"
    try:
        with answered():
            course = check(root, KINDS, only, translations=translations)
    except Refused as refused:
        return refused.problems
    else:
        return (*course.warnings, *course.accepted)
    finally:
        path.write_bytes(before)
