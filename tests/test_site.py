"""The build: the same bytes by both commands and anywhere; a failure changes nothing."""

import shutil
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from subprocess import CompletedProcess

import pytest

from tests.support import course
from tests.support.sites import ROOT, content, copy, run

BOTH = {
    "build_modules.py": ["build_modules.py"],
    "mkdocs build": ["-m", "mkdocs", "build", "--quiet"],
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CompletedProcess[str]]:
    """A copy of the project, and what our own command said when it built its site."""
    root = copy(tmp_path_factory.mktemp("copies") / "un dossier d’été")
    return root, run(root, "build_modules.py", "build")


@pytest.fixture(scope="module")
def project(built: tuple[Path, CompletedProcess[str]]) -> Path:
    """A copy of the project, its site built by our own command."""
    root, done = built
    assert done.returncode == 0, done.stderr
    return root


def test_a_build_says_where_the_site_is_and_how_to_preview_it(
    built: tuple[Path, CompletedProcess[str]],
) -> None:
    root, done = built
    assert done.returncode == 0
    assert str(root / "site/index.html") in done.stdout
    assert "make serve" in done.stdout
    assert done.stderr == ""


def test_mkdocs_alone_gives_the_same_bytes_in_any_folder(project: Path, site: Path) -> None:
    ours, theirs = content(project / "site"), content(site)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_second_build_gives_the_same_bytes(project: Path) -> None:
    before = content(project / "site")
    assert run(project, "build_modules.py").returncode == 0
    assert content(project / "site") == before


def test_no_file_tells_where_or_when_it_was_built(project: Path) -> None:
    for path in (project / "site").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert project.name.encode() not in data, path
            assert str(ROOT).encode() not in data, path


@pytest.mark.parametrize("command", BOTH)
@pytest.mark.parametrize("fault", ["module", "page"])
def test_a_build_that_fails_leaves_the_earlier_site_and_nothing_aside(
    tmp_path: Path, command: str, fault: str
) -> None:
    root = course.project(tmp_path)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("earlier", "utf-8")
    if fault == "module":  # found before anything is built
        broken = root / "modules/practice/module.yml"
        broken.write_text(f"{broken.read_text('utf-8')}\nnonsense: 1\n", "utf-8")
    else:  # found in the middle
        (root / "docs").unlink()
        shutil.copytree(ROOT / "docs", root / "docs")
        (root / "docs/privacy.md").write_text("---\ntemplate: nowhere.html\n---\nx", "utf-8")
    before, beside = content(root / "site"), {path.name for path in root.iterdir()}
    done = run(root, *BOTH[command])
    assert done.returncode == 1, done.stdout
    if command == "build_modules.py" or fault == "module":
        assert "Traceback" not in done.stderr
    named = "modules/practice/module.yml" if fault == "module" else "nowhere.html"
    assert named in done.stderr + done.stdout
    assert content(root / "site") == before
    left = {path.name for path in root.iterdir()} - beside
    assert left <= {".cache", "__pycache__"}  # nothing of the new site


@pytest.mark.slow
def test_the_preview_shows_pages_without_a_policy_and_leaves_the_site_alone(
    project: Path,
) -> None:
    before = content(project / "site")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "build_modules.py", "serve", "--port", str(port)],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            assert server.stdout
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline().decode()
            for name in ("index.html", "en/modules/email-basics.html", "trainers/write.html"):
                html = _fetch(port, f"/{name}")
                assert "Content-Security-Policy" not in html
                assert "livereload(" in html  # why: this script is inline
        finally:
            server.terminate()
    assert content(project / "site") == before
    assert not list(project.glob(".site-*"))


def _fetch(port: int, path: str) -> str:
    """Return a page of a server that may still be starting."""
    end = time.monotonic() + 30
    while True:
        asked = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            asked.request("GET", path)
            answer = asked.getresponse()
            assert answer.status == 200, path
            return answer.read().decode()
        except OSError:
            assert time.monotonic() < end, "the preview does not start"
            time.sleep(0.2)
        finally:
            asked.close()


@pytest.mark.slow
def test_a_modules_page_weighs_the_same_beside_ten_times_as_many(
    project: Path, tmp_path: Path
) -> None:
    root = copy(tmp_path / "many")
    for module in sorted((ROOT / "modules").glob("*/module.yml")):
        for turn in range(10):
            shutil.copytree(module.parent, root / "modules" / f"{module.parent.name}-{turn}")
    done = run(root, "build_modules.py")
    assert done.returncode == 0, done.stderr
    for page in ("modules/email-basics.html", "en/modules/email-basics.html"):
        few, many = ((site / "site" / page).stat().st_size for site in (project, root))
        assert many <= 1.05 * few
