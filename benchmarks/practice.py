"""How long an exercise takes to answer a press, on a processor slowed down six times.

    python -m benchmarks.practice [--site site] [--slower 6] [--rounds 3] [STEP…]

People's journeys (tests/support/practice.py) are played by finger. Three figures a press:
how long the page's thread works for it in all, and until its next picture is on its way
(traced processor time, as often as it is slowed down: it means something on a busy machine);
and the browser's own, from the press to the picture on the screen (Event Timing), which
wants a quiet one.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Locator, expect, sync_playwright

from tests.support.chromium import ROOT, launch
from tests.support.learner import Learner
from tests.support.mailbox import Person
from tests.support.practice import JOURNEYS, SCREEN
from tests.support.sites import serve

BOUND = 100  # ms: what a person takes for « at once »
WATCH = """window.pressed = [];
new PerformanceObserver((list) => {
  for (const { duration, interactionId } of list.getEntries()) {
    if (interactionId) window.pressed.push(duration);
  }
}).observe({ type: 'event', durationThreshold: 16, buffered: true });"""
SHOWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))"
STILL = "new Promise((done) => setTimeout(done, 350))"
# The middle of what is pressed, brought out from under a bar.
MIDDLE = """one => {
  const seen = () => {
    const box = one.getBoundingClientRect();
    const at = [box.left + box.width / 2, box.top + box.height / 2];
    return one.contains(document.elementFromPoint(...at)) && at;
  };
  if (!seen()) one.scrollIntoView({ block: 'center' });
  return seen();
}"""
TRACED = ("devtools.timeline", "disabled-by-default-devtools.timeline")

# What a press takes, in ms: by the thread in all and until the picture; or what the browser says.
Cost = tuple[float, ...]
Times = Mapping[str, Sequence[Cost]]


def thread_time(events: Sequence[Mapping[str, Any]]) -> Cost:
    """Return how long the thread that got a touch worked, in ms: in all, and until a picture."""
    got = [(one["args"]["data"]["type"], one) for one in events if one["name"] == "EventDispatch"]
    touch = next(one for kind, one in got if kind == "pointerdown")
    click = next(one for kind, one in got if kind == "click")
    here = [one for one in events if (one["pid"], one["tid"]) == (touch["pid"], touch["tid"])]
    tasks = [
        one
        for one in here
        if one["name"] == "RunTask" and "tdur" in one and one["ts"] + one["dur"] > touch["ts"]
    ]
    frames = [one["ts"] for one in here if one["name"] == "Commit" and one["ts"] > click["ts"]]
    shown = min(frames, default=float("inf"))
    return (
        sum(one["tdur"] for one in tasks) / 1000,
        sum(one["tdur"] for one in tasks if one["ts"] < shown) / 1000,
    )


class Watched(Person):
    """Somebody whose presses are timed: by the page's thread, or by what shows."""

    def __init__(self, learner: Learner, slower: int, *, thread: bool) -> None:
        """Sit down before a page that is slowed down, unless its thread's time is asked for."""
        super().__init__(learner)
        self.slower, self.thread = slower, thread
        self.times: dict[str, list[Cost]] = defaultdict(list)
        if not thread:
            devtools = learner.page.context.new_cdp_session(learner.page)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})

    def press(self, target: str | Locator, **what: Any) -> None:
        """Press, and note how long it took."""
        one = self.button(target) if isinstance(target, str) else target
        expect(one).to_be_visible()
        words = target if isinstance(target, str) else " ".join(one.inner_text().split())[:40]
        page = self.learner.page
        if self.thread:
            self.times[words].append(tuple(self.slower * part for part in self.traced(one)))
        else:
            page.evaluate("window.pressed.length = 0")
            super().press(one, **what)
            page.evaluate(SHOWN)
            self.times[words].append((page.evaluate("Math.max(0, ...window.pressed)"),))

    def traced(self, one: Locator) -> Cost:
        """Press, and return what the page's thread worked for it."""
        page = self.learner.page
        one.scroll_into_view_if_needed()
        x, y = one.evaluate(MIDDLE)
        self.learner.wait()
        browser = page.context.browser
        assert browser
        browser.start_tracing(page=page, categories=list(TRACED))
        page.touchscreen.tap(x, y)
        self.learner.pressed()
        page.evaluate(STILL)
        return thread_time(json.loads(browser.stop_tracing())["traceEvents"])


def measure(browser: Browser, site: str, name: str, slower: int, *, thread: bool) -> Times:
    """Play a journey, `send-cv:worked`; return what each press took, in ms."""
    step, way = name.split(":")
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    learner = Learner(page, site)
    learner.touch = True
    learner.open("modules/email-basics", f"?device=shared{SCREEN.get(step, f'#{step}')}")
    page.locator(".sim:visible").wait_for()
    person = Watched(learner, slower, thread=thread)
    JOURNEYS[step][way](person)
    context.close()
    return person.times


def slowest(rounds: Sequence[Times]) -> dict[str, Cost]:
    """Return each press's median over rounds; the slowest of those that are called the same."""
    return {
        words: max(
            tuple(map(median, zip(*(one[words][n] for one in rounds), strict=True)))
            for n in range(len(rounds[0][words]))
        )
        for words in rounds[0]
    }


def main() -> None:
    """Print the figures of the exercises, the slowest presses of each."""
    parser = argparse.ArgumentParser(description="How long an exercise takes to answer.")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--slower", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=6, help="how many presses are shown")
    parser.add_argument("steps", nargs="*", default=list(JOURNEYS))
    options = parser.parse_args()
    with serve(options.site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in [f"{step}:{way}" for step in options.steps for way in ("worked", "mistake")]:
            by_thread, by_eye = (
                slowest(
                    [
                        measure(browser, address, name, options.slower, thread=thread)
                        for _ in range(options.rounds)
                    ]
                )
                for thread in (True, False)
            )
            late = sum(work > BOUND for work, _ in by_thread.values())
            most = max(by_thread.values())
            print(
                f"{name}: {late} of {len(by_thread)} presses take more than {BOUND} ms; "
                f"the slowest {most[0]:.0f}"
            )
            for words in sorted(by_thread, key=lambda one: by_thread[one], reverse=True)[
                : options.most
            ]:
                work, picture = by_thread[words]
                (seen,) = by_eye.get(words, (0,))
                print(
                    f"  {work:4.0f} ms of work, {picture:4.0f} until the next picture, "
                    f"{seen:4.0f} to see it  {words}"
                )


if __name__ == "__main__":
    main()
