"""One module is edited in a running preview: how long until the page shows it.

`python -m benchmarks.preview [N]` compares with the cold build of the same project,
both without start-up, and looks whether the edit is everywhere: page, home, progress
list, search.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from socket import socket

from benchmarks.generate import project

BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")
EPOCH = re.compile(r"livereload\((\d+), \d+\)")
EDITS = 5


def fetch(port: int, path: str, patience: float = 600) -> str:
    """Return what the preview answers, waiting until it has started."""
    end = time.monotonic() + patience
    while True:
        asked = HTTPConnection("127.0.0.1", port, timeout=patience)
        try:
            asked.request("GET", path)
            return asked.getresponse().read().decode()
        except ConnectionError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        finally:
            asked.close()


def cold(root: Path) -> float:
    """Return the seconds that the engine says for a build with nothing kept."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(BUILT.findall(done.stderr)[-1])


def edited(root: Path, port: int, word: str) -> float:
    """Change a module's title; return the seconds until the open page is told to refresh."""
    module = root / "modules/module-0001/module.yml"
    page = fetch(port, "/modules/module-0001.html")
    found = EPOCH.search(page)
    assert found, "the page does not wait for changes"
    catalogue = module.with_name("en.po")
    for path, line in ((catalogue, 'msgctxt "title"\nmsgid "{}"'), (module, "title: {}")):
        text = path.read_text("utf-8")
        former = re.search(line.format("(.*)"), text, re.MULTILINE)
        assert former
        changed = former[0].replace(former[1], f"{word} en ligne")
        path.write_text(text.replace(former[0], changed, 1), "utf-8")
    began = time.monotonic()
    fetch(port, f"/livereload/{found[1]}/1")
    return time.monotonic() - began


def everywhere(port: int, word: str) -> None:
    """Look for the new title wherever it belongs."""
    for path in ("modules/module-0001.html", "index.html", "progress.html", "search/fr.js"):
        assert f"{word} en ligne" in fetch(port, f"/{path}"), f"{path} is stale"


def main(count: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, socket() as free:
        root = project(Path(folder, "project"), count)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        first, built = [cold(root)], []
        log = Path(folder, "log")
        with (
            log.open("w") as said,
            subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=root,
                stdout=said,
                stderr=said,
            ) as server,
        ):
            try:
                fetch(port, "/index.html")
                told = []
                for n in range(EDITS):
                    word = f"Lire {n}"
                    told.append(edited(root, port, word))
                    everywhere(port, word)
                    first.append(cold(root))  # in turn: a busy machine slows both
            finally:
                server.terminate()
        built = [float(seconds) for seconds in BUILT.findall(log.read_text("utf-8"))[1:]]
        whole, again = statistics.median(first), statistics.median(built)
        print(f"| {count} modules, one edited | seconds | × cold build |")
        print("| --- | --- | --- |")
        print(f"| cold build, without start-up | {whole:.2f} | 1 |")
        print(f"| build after the edit | {again:.2f} | {again / whole:.2f} |")
        seen = statistics.median(told)
        print(f"| from saving to the page's refresh | {seen:.2f} | {seen / whole:.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=300)
    main(parser.parse_args().count)
