"""The built site, and the three ways people open it: file://, http, under a sub-path."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]


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
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the project's built site; one build serves all processes."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    target = shared / "built" / "site"
    target.parent.mkdir(exist_ok=True)
    with FileLock(shared / "site.lock"):
        if not (target / "index.html").exists():
            build(target)
    return target


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
