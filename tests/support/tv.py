"""The fixture `tv`: Chromium 69 itself, the browser of old TVs."""

import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]

# By its words, as a person finds it: a control that shows, whose name is these words.
FIND = """(function (name) {
  const words = (text) => (text || '').replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
  const all = document.querySelectorAll(
    'a[href], button, summary, label, input, select, textarea, [role=button], [tabindex]');
  const found = Array.from(all).filter((e) => e.offsetParent !== null && (
    words(e.getAttribute('aria-label')) === name || words(e.innerText) === name));
  const one = found[found.length - 1];
  if (!one) return null;
  one.scrollIntoView({ block: 'center' });
  const box = one.getBoundingClientRect();
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
})(%s)"""


# A press counts 0.4 s after the one before: the page says when that was.
WATCH = """(window.pressedAt = performance.now()) && document.addEventListener('click', () => {
  window.pressedAt = performance.now();
}, true)"""
GUARD = "performance.now() - window.pressedAt > 420"
PATIENCE = 30  # seconds: a busy machine is late, not wrong


class TV:
    """One window of Chromium 69. It stores what pages store in `folder`."""

    def __init__(self, folder: Path) -> None:
        if not (ROOT / ".venv-tv/bin/python").exists():
            pytest.fail("Chromium 69 is missing: `make test` installs it")
        # Qt 5.12 doesn't find its own parts under a folder whose name has accents.
        self._plain = tempfile.TemporaryDirectory(prefix="tv-")
        venv = Path(self._plain.name, "venv")
        venv.symlink_to(ROOT / ".venv-tv")
        python = venv / "bin/python"
        self.console: list[dict[str, str]] = []
        self.requests: list[str] = []
        self._log = (folder / "tv.log").open("wb")
        self._process = subprocess.Popen(
            [python, ROOT / "tests/tv/browser.py", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QTWEBENGINE_DISABLE_SANDBOX": "1",
                "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu --disable-background-networking",
                "LIBGL_ALWAYS_SOFTWARE": "1",
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self, url: str) -> None:
        """Go to a page; returns when it has loaded."""
        assert self._do("open", url=url), f"{url} does not load"

    def back(self) -> None:
        """Go back in the history."""
        self._do("back")

    def js(self, expression: str) -> Any:
        """Return the value of an expression in the page, as JSON carries it."""
        return self._do("js", code=expression)

    def wait(self, expression: str) -> Any:
        """Wait until an expression is true in the page; returns its value."""
        return self.until(lambda: self.js(expression), expression)

    def click(self, name: str) -> None:
        """Press what shows and is called so: a button, a link, a box by its label."""
        find = FIND % json.dumps(name)
        x, y = self.until(lambda: self.js(find), f"a control called {name!r}")
        self._do("click", x=x, y=y)

    def watch(self) -> None:
        """Have the page note when it was pressed last; before `rested` and `touch`."""
        self.js(WATCH)

    def rested(self) -> None:
        """Wait until a press counts."""
        self.wait(GUARD)

    def touch(self, name: str) -> None:
        """Press what is called so as soon as a press counts, and wait until it was heard."""
        self.rested()
        before = self.js("window.pressedAt")
        self.click(name)
        self.wait(f"!(window.pressedAt <= {before})")  # another page hasn't noted any

    def press(self, *keys: str) -> None:
        """Press keys by Qt's names: Tab, Backtab, Return, Space, Left, Escape."""
        for key in keys:
            self._do("press", key=key)

    def type(self, text: str) -> None:
        """Type letters into what has the focus."""
        self._do("type", text=text)

    def resize(self, width: int, height: int) -> None:
        """Give the window this size, in CSS pixels."""
        self._do("resize", width=width, height=height)

    def screenshot(self, path: Path) -> Path:
        """Write what the window shows to a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        assert self._do("screenshot", path=str(path)), f"no picture in {path}"
        return path

    def until(self, look: Callable[[], Any], what: str) -> Any:
        """Look again until something is found."""
        end = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < end, f"waited {PATIENCE} s in vain for {what}"
            time.sleep(0.05)
        return found

    def heard(self) -> None:
        """Bring `console` and `requests` up to now."""
        heard = self._do("heard")
        self.console += heard["console"]
        self.requests += heard["requests"]

    def close(self) -> None:
        """Close the window; what pages stored stays in the folder."""
        stdin = self._process.stdin
        assert stdin
        stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._log.close()
        self._plain.cleanup()

    def _do(self, command: str, **arguments: Any) -> Any:
        """Send a command and return the answer's value."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        stdin.write(json.dumps({"do": command, **arguments}).encode() + b"\n")
        stdin.flush()
        ready, _, _ = select.select([stdout], [], [], 2 * PATIENCE)
        assert ready, f"Chromium 69 does not answer to {command}: see {self._log.name}"
        line = stdout.readline()
        assert line, f"Chromium 69 died: see {self._log.name}"
        answer = json.loads(line)
        assert "error" not in answer, answer.get("error")
        return answer["value"]


@pytest.fixture
def tv(tmp_path: Path) -> Iterator[TV]:
    """Chromium 69, empty, 1280×720. A script error or a foreign request fails the test."""
    folder = tmp_path / "tv"
    folder.mkdir()
    with TV(folder) as browser:
        yield browser
        browser.heard()
    errors = [said for said in browser.console if said["level"] == "error"]
    assert not errors, f"Chromium 69's console: {errors}"
    local = ("file://", "http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:")
    foreign = [url for url in browser.requests if not url.startswith(local)]
    assert not foreign, f"requests that leave the site: {foreign}"
