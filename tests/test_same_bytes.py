"""One commit gives one site: on another day, elsewhere, under another engine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sites import Bytes, content, copy

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2"}
ENGINE = re.compile(rb'<meta name="generator" content="[^"]*">')
ANOTHER_DAY = ["faketime", "2031-02-03 23:59:30"]


def build(root: Path, place: dict[str, str], *command: str) -> Bytes:
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **place},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return content(root / "site")


@pytest.mark.slow
def test_two_builds_give_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    here, elsewhere = copy(tmp_path / "project"), copy(tmp_path / "un été à Liège/été 2")
    site = build(here, HERE, sys.executable, "build_modules.py")
    other = build(elsewhere, ELSEWHERE, *ANOTHER_DAY, sys.executable, "build_modules.py")
    assert other.keys() == site.keys()
    assert [name for name in site if site[name] != other[name]] == []


def test_no_file_of_a_site_names_a_day_or_a_place(site: Path) -> None:
    assert not {"sitemap.xml", "sitemap.xml.gz", "404.html"} & content(site).keys()


@pytest.mark.slow
def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    ours, theirs = (copy(tmp_path / name) for name in ("mkdocs", "properdocs"))
    build(ours, HERE, sys.executable, "build_modules.py")
    build(theirs, HERE, sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml")
    for root in (ours, theirs):
        for page in root.glob("site/**/*.html"):  # guides name the engine that made them
            page.write_bytes(ENGINE.sub(b"", page.read_bytes()))
    made, other = content(ours / "site"), content(theirs / "site")
    assert other.keys() == made.keys()
    assert [name for name in made if made[name] != other[name]] == []
