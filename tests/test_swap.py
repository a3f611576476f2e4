"""Never half a site: killed, or out of room, a build leaves a whole one behind."""

import json
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smartcorner import swap
from tests.support import course
from tests.support.sites import ROOT, Bytes, content, copy, run

KILLS = 20
READER = """
import hashlib, json, random, sys
site, known, stop, told = sys.argv[1:]
pages = json.load(open(known))
read, wrong = 0, []
import os
while not os.path.exists(stop):
    name = random.choice(list(pages))
    try:
        with open(os.path.join(site, name), "rb") as file:
            made = hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        made = repr(error)
    read += 1
    if made not in pages[name]:
        wrong.append([name, made])
json.dump([read, wrong[:5]], open(told, "w"))
"""


def edition(root: Path, word: str) -> None:
    """Change a title that stands on every kind of page."""
    module = root / "modules/email-basics/module.yml"
    lines = module.read_text("utf-8").split("\n")
    assert lines[0].startswith("title:")
    former = lines[0]
    lines[0] = f'title: "E-mail : {word}"'
    module.write_text("\n".join(lines), "utf-8")
    catalogue = module.with_name("en.po")
    text = catalogue.read_text("utf-8")
    before = former.removeprefix("title: ")
    catalogue.write_text(text.replace(f"msgid {before}", f'msgid "E-mail : {word}"'), "utf-8")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that stands, with one file."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "page").write_text("old", "utf-8")
    return target


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    root = copy(tmp_path / "project")
    editions: dict[str, Bytes] = {}
    for word in ("lire", "écrire", "lire"):  # the first time, caches are empty
        edition(root, word)
        began = time.monotonic()
        assert run(root, "build_modules.py").returncode == 0
        lasts = time.monotonic() - began
        editions[word] = content(root / "site")
    pages = {name: [made[name] for made in editions.values()] for name in editions["lire"]}
    assert pages.keys() == editions["écrire"].keys()
    assert len({*pages["index.html"]}) == 2
    known, stop, told = (tmp_path / name for name in ("known.json", "stop", "told.json"))
    known.write_text(json.dumps(pages), "utf-8")
    early = [lasts * 0.9 * n / (KILLS // 2) for n in range(KILLS // 2)]
    late = [lasts * (0.9 + 0.1 * n / (KILLS // 2)) for n in range(KILLS // 2)]
    stands = []
    with subprocess.Popen([sys.executable, "-c", READER, root / "site", known, stop, told]):
        try:
            for n, moment in enumerate([*early, *late]):
                edition(root, ("lire", "écrire")[n % 2])
                with subprocess.Popen(
                    [sys.executable, "build_modules.py"],
                    cwd=root,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                ) as building:
                    time.sleep(moment)
                    building.send_signal(signal.SIGKILL)
                made = content(root / "site")
                stands += [word for word, site in editions.items() if site == made]
                assert len(stands) == n + 1, f"half a site, killed after {moment:.2f} s"
        finally:
            stop.touch()
    read, wrong = json.loads(told.read_text("utf-8"))
    assert read > KILLS
    assert wrong == []
    assert run(root, "build_modules.py").returncode == 0
    assert not list(root.glob(".site-*")), "what killed builds left is still there"


def test_a_build_that_cannot_write_leaves_the_earlier_site(tmp_path: Path, target: Path) -> None:
    root = course.project(tmp_path)
    before = content(target)
    done = subprocess.run(
        [sys.executable, "build_modules.py"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        # Python reports a file that outgrows this as it reports a full disk: OSError.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )
    assert done.returncode == 1
    assert "earlier one is unchanged" in done.stderr
    assert content(target) == before
    assert not list(root.glob(".site-*"))


def fresh(target: Path) -> Path:
    made = swap.aside(target)
    (made / "page").write_text("new", "utf-8")
    return made


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_swap_leaves_the_new_folder_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch, *, exchanges: bool
) -> None:
    if not exchanges:  # as on a file system that can't
        monkeypatch.setattr(swap, "_RENAME_EXCHANGE", 1 << 10)
    swap.swap(fresh(target), target)
    assert (target / "page").read_text("utf-8") == "new"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_killed_between_two_renames_the_next_build_puts_the_old_folder_back(target: Path) -> None:
    target.rename(target.with_name(".site-x-old"))
    shutil.rmtree(swap.aside(target))
    assert (target / "page").read_text("utf-8") == "old"


def test_what_a_build_under_way_makes_is_not_taken_for_a_leftover(target: Path) -> None:
    made = fresh(target)
    (target.parent / ".site-left").mkdir()
    script = (
        f"from smartcorner import swap; from pathlib import Path; swap.clear(Path({str(target)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 0
    assert made.is_dir()
    assert not (target.parent / ".site-left").exists()
