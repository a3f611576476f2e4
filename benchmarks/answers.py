"""How long `check` takes to answer a file that isn't right, beside the plain tools.

`python -m benchmarks.answers [N]` spoils each file of a project N times, by the same
chance as tests/test_fuzz.py, then answers random YAML and files made to be slow. What
counts is processor time: a busy machine changes it least. The peer, in turn with us, is
what there is without SmartCorner: `yaml.safe_load` and, for a module, jsonschema with
the schema that editors get; for a translation, Babel's strict reader. It neither reads
the texts nor plays exercises, and stops at the first mistake of syntax.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import jsonschema
import yaml
from babel.messages.pofile import PoFileError, read_po

from smartcorner.load import load
from smartcorner.problems import Refused
from smartcorner.schema import json_schema
from tests.support.fuzz import FILES, HOSTILE, KINDS, SLOW, STARTER, WORDS, answer, project
from tests.support.mutate import mutated, random_yaml

BOUND = 1.0  # seconds: an author waits for an answer no longer
VALIDATOR = jsonschema.Draft202012Validator(json_schema(KINDS))

Answer = Callable[[Path, bytes], object]


def peer(path: Path, raw: bytes) -> None:
    """Read a file and judge its shape, as tools do that know nothing of modules."""
    with suppress(yaml.YAMLError, PoFileError, ValueError, RecursionError):  # its answer
        if path.suffix == ".po":
            read_po(io.BytesIO(raw), abort_invalid=True)
        elif path.name == "module.yml":
            list(VALIDATOR.iter_errors(yaml.safe_load(raw)))
        else:
            yaml.safe_load(raw)


def loaded(path: Path, raw: bytes) -> None:
    """Read a file into data, or find out why that can't be done."""
    path.write_bytes(raw)
    with suppress(Refused):  # our answer
        load(path, path.parent)


def took(ask: Answer, path: Path, raw: bytes) -> float:
    """Return the seconds of processor that an answer takes.

    The thread's: the process's is known to a tick only while a timer watches over it.
    """
    begun = time.thread_time()
    ask(path, raw)
    return time.thread_time() - begun


def row(name: str, path: Path, ours: Answer, files: Iterable[bytes]) -> int:
    """Print what answers about some files take; return how many are later than they may be."""
    mine, theirs = [], []
    for raw in files:
        mine.append(took(ours, path, raw))
        theirs.append(took(peer, path, raw))
    median, other = statistics.median(mine), statistics.median(theirs)
    figures = (f"{1000 * one:.1f}" for one in (median, max(mine), other, max(theirs)))
    print(f"| {name} | {len(mine)} | {' | '.join(figures)} | {median / other:.2f} |", flush=True)
    return sum(one > BOUND for one in mine)


def main(count: int) -> None:
    """Print the table."""
    print("| file | answers | median, ms | slowest, ms | peer, ms | slowest, ms | ours ÷ peer |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder))

        def checked(path: Path, raw: bytes) -> object:
            return answer(root, path, raw)

        late = 0
        for name in FILES:
            text = (root / name).read_text("utf-8")
            late += row(name, root / name, checked, (mutated(text, n) for n in range(count)))
        starter = root / STARTER
        late += row("random YAML", starter, checked, (random_yaml(WORDS, n) for n in range(count)))
        late += row("hostile files", starter, checked, HOSTILE)
        slow = (text.encode() for text in SLOW)
        late += row("files made to be slow, reading", root / "slow.yml", loaded, slow)
    print(f"\n{late} answers took more than {BOUND:.0f} s of processor.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=40)
    main(parser.parse_args().count)
