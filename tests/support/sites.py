"""The built site, and the three ways people open it: file://, http, under a sub-path."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock

from smartcorner.check import Course, check
from smartcorner.kinds import discover

ROOT = Path(__file__).parents[2]
Bytes = dict[str, str]  # a hash of each file, by its path


def build(target: Path, root: Path = ROOT) -> Path:
    """Build a project's site into a folder, by plain `mkdocs build`."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", target],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"the site does not build:\n{done.stdout}{done.stderr}"
    return target


def copy(folder: Path) -> Path:
    """Copy the project to another folder, without what it has built."""
    folder.mkdir(parents=True)
    for name in ("smartcorner", "overrides", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("build_modules.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    for name in ("modules", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a project's folder."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def content(folder: Path) -> Bytes:
    """Return a hash of each file, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a prefix, and says nothing."""

    def __init__(self, *args: object, prefix: str, directory: str) -> None:
        self._prefix = prefix
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Give the file of an address; outside the prefix there is none."""
        if not path.startswith(self._prefix):
            return super().translate_path("/no-such-file")
        return super().translate_path("/" + path.removeprefix(self._prefix))

    def log_message(self, *_: object) -> None:
        """Leave the tests' output alone."""


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder on this machine; gives the address, with a slash at its end."""
    handler = partial(_Handler, prefix=prefix, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


@pytest.fixture(scope="session")
def our_course() -> Course:
    """Our own modules, checked."""
    return check(ROOT, discover())


BuildOnce = Callable[[str, Callable[[Path], Path]], Path]


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuildOnce:
    """Build the site of a project that is made in an empty folder; one build serves all processes.

    `build_once("small", project)` gives the site's folder.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent

    def once(name: str, make: Callable[[Path], Path]) -> Path:
        target = shared / name / "site"
        with FileLock(shared / f"{name}.lock"):
            if not (target / "index.html").exists():
                target.parent.mkdir(exist_ok=True)
                build(target, make(target.parent))
        return target

    return once


@pytest.fixture(scope="session")
def site(build_once: BuildOnce) -> Path:
    """The folder of the project's built site."""
    return build_once("built", lambda _: ROOT)


@pytest.fixture(scope="session")
def http_site(site: Path) -> Iterator[str]:
    """Address of the site over http."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def subpath_site(site: Path) -> Iterator[str]:
    """Address of the site over http, under /a/b/."""
    with serve(site, "/a/b/") as address:
        yield address


@pytest.fixture(scope="session")
def file_site(site: Path) -> str:
    """Address of the site as a double click opens it."""
    return f"{site.as_uri()}/"


@pytest.fixture(params=["file", "http", "subpath"])
def any_site(request: pytest.FixtureRequest) -> str:
    """Address of the site in each of the three ways, one after the other."""
    address: str = request.getfixturevalue(f"{request.param}_site")
    return address
