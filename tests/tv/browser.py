"""Chromium 69, driven by lines of JSON: a command a line in, an answer a line out.

It runs in .venv-tv, where Qt 5.12's web engine is that very Chromium, the browser
inside TVs of 2020. `tests/support/tv.py` is the other end and says what each
command is for. Clicks and keys are Qt's own events: pages can't tell them from a
person's.

    {"do": "open", "url": "…"}  →  {"value": true}  or  {"error": "…"}
"""

import json
import sys
import threading
from urllib.parse import unquote

from PyQt5 import sip
from PyQt5.QtCore import QObject, QPoint, Qt, QTimer, QUrl, pyqtSignal
from PyQt5.QtTest import QTest
from PyQt5.QtWebEngineCore import QWebEngineUrlRequestInterceptor
from PyQt5.QtWebEngineWidgets import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineView,
)
from PyQt5.QtWidgets import QApplication

LEVELS = ("info", "warning", "error")


class Requests(QWebEngineUrlRequestInterceptor):
    """Notes the address of everything that a page asks for."""

    def __init__(self, parent):
        super().__init__(parent)
        self.urls = []

    def interceptRequest(self, info):
        self.urls.append(info.requestUrl().toString())


class Page(QWebEnginePage):
    """Keeps what the console says."""

    def __init__(self, profile, parent):
        super().__init__(profile, parent)
        self.console = []

    def javaScriptConsoleMessage(self, level, message, line, source):
        self.console.append({"level": LEVELS[level], "text": message, "place": f"{source}:{line}"})


class Browser(QObject):
    """One window. Each public method is a command."""

    line = pyqtSignal(str)

    def __init__(self, folder):
        super().__init__()
        # Named, with a folder: what a page stores is on disk, as on a TV.
        self.profile = QWebEngineProfile("tv", self)
        self.profile.setPersistentStoragePath(folder)
        self.profile.setCachePath(folder)
        self.requests = Requests(self)
        self.profile.setRequestInterceptor(self.requests)
        self.view = QWebEngineView()
        self.page = Page(self.profile, self.view)
        self.view.setPage(self.page)
        self.view.resize(1280, 720)
        self.view.show()
        self.line.connect(self.obey)

    def obey(self, line):
        """Carry out one line; the answer is printed when it is there.

        Nothing here waits in an event loop of its own: inside one, Chromium now
        and then never answers.
        """
        command = json.loads(line)
        getattr(self, "do_" + command.pop("do"))(**command)

    def say(self, value=True, after=0):
        """Answer with a value, some milliseconds from now."""
        QTimer.singleShot(after, lambda: print(json.dumps({"value": value}), flush=True))

    def settled(self):
        """Answer once the page has dealt with what it was sent, or is left for another."""
        told = []

        def tell(_said=None):
            if not told:
                told.append(True)
                self.say()

        QTimer.singleShot(50, lambda: self._ask("0", tell))
        QTimer.singleShot(2000, tell)

    def fail(self, error):
        """Answer that a command failed."""
        print(json.dumps({"error": error}), flush=True)

    def do_open(self, url):
        """Go to a page, wait until it has loaded, and say whether it did.

        `loadFinished` alone won't do: it comes for the empty first page too.
        """
        here, now = (u.split("#")[0] for u in (url, self.page.url().toString()))
        stays = unquote(here) == unquote(now) and "#" in url
        outcome = []
        self.page.loadFinished.connect(outcome.append)

        def look(tries):
            code = "[location.href.split('#')[0], document.readyState, !window.leaving]"
            self._ask(code, lambda said: judge(said, tries))

        def judge(said, tries):
            place, state, fresh = json.loads(said)["value"] if said else ("", "", False)
            there = unquote(place) == unquote(here) and state == "complete"
            if (there and (fresh or stays)) or outcome[-1:] == [False] or not tries:
                self.page.loadFinished.disconnect(outcome.append)
                self.view.setFocus()
                self.say(value=there)
            else:
                QTimer.singleShot(50, lambda: look(tries - 1))

        def go(_said):
            self.page.load(QUrl(url))
            QTimer.singleShot(50, lambda: look(600))

        self._ask("0" if stays else "window.leaving = true", go)

    def do_back(self):
        """Go back as the remote's key does."""
        self.page.triggerAction(QWebEnginePage.Back)
        self.say(after=300)

    def do_js(self, code):
        """Value of an expression in the page."""

        def tell(said):
            if not said:  # the page is being left: the next one is asked
                QTimer.singleShot(50, lambda: self.do_js(code))
                return
            answer = json.loads(said)
            if "error" in answer:
                self.fail(f"{answer['error']} in: {code}")
            else:
                self.say(answer.get("value"))

        self._ask(code, tell)

    def do_click(self, x, y):
        """Press and release the mouse at a point of the window."""
        QTest.mouseClick(self._inner(), Qt.LeftButton, Qt.NoModifier, QPoint(x, y))
        self.settled()

    def do_press(self, key):
        """Press and release a key, by Qt's name: Tab, Return, Space, Left, Escape."""
        backwards = Qt.ShiftModifier if key == "Backtab" else Qt.NoModifier
        QTest.keyClick(self._inner(), getattr(Qt, f"Key_{key}"), backwards)
        self.settled()

    def do_type(self, text):
        """Type letters into what has the focus."""
        QTest.keyClicks(self._inner(), text)
        self.settled()

    def do_resize(self, width, height):
        """Give the window this size, in CSS pixels."""
        self.view.resize(width, height)
        self.say(after=200)

    def do_screenshot(self, path):
        """Write what the window shows to a PNG file."""
        QTimer.singleShot(200, lambda: self.say(self.view.grab().save(path, "PNG")))

    def do_heard(self):
        """Hand over, and forget, console messages and requests so far."""
        self.say({"console": self.page.console, "requests": self.requests.urls})
        self.page.console, self.requests.urls = [], []

    def _inner(self):
        """The widget that takes mouse and keys."""
        return self.view.focusProxy() or self.view

    def _ask(self, code, then):
        """Hand to `then` what an expression gives, as JSON: its value or its error."""
        wrapped = (
            "(function () { try { return JSON.stringify({ value: (%s) }); }"
            " catch (e) { return JSON.stringify({ error: String(e.stack || e) }); } })()"
        ) % code
        self.page.runJavaScript(wrapped, QWebEngineScript.MainWorld, then)


def main():
    app = QApplication(sys.argv)
    browser = Browser(sys.argv[1])

    def read():
        for line in sys.stdin:
            browser.line.emit(line)
        app.quit()

    threading.Thread(target=read, daemon=True).start()
    app.exec_()
    for part in (browser.page, browser.view, browser.profile):  # in the order Qt asks
        sip.delete(part)
    app.processEvents()
    sip.delete(app)  # shuts Chromium down, which writes what pages stored


if __name__ == "__main__":
    main()
