"""The lesson on TV with a remote's keys alone: every screen, every size, both languages."""

import gzip
import random
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Late

from tests.support.axe import Axe
from tests.support.chromium import Browse
from tests.support.learner import LOCALES, MODULES, path, words
from tests.support.tv_screen import BADLY_SHOWN, READY, SIZES, STATE

MODULE = "email-basics"
EVERY_STEP = "Toutes les étapes, et l’entraînement"
browser = pytest.mark.browser


def late(page: Page, look: str) -> list[str]:
    """Return what is badly shown, and stays so when styles have come."""
    with suppress(Late):
        page.wait_for_function(f"() => !{look}.length", timeout=10_000)
    found: list[str] = page.evaluate(look)
    return found


class Lesson:
    """A trainer with a remote: knows the keys, looks at the screen."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)
        page.wait_for_function(READY)

    def press(self, *keys: str) -> None:
        """Press keys of the remote."""
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def state(self) -> Any:
        """Return where the lesson stands, as it tells other windows."""
        return self.page.evaluate(STATE)

    @property
    def here(self) -> str:
        """Return the id of the screen, or what lies over it."""
        state = self.state
        return str(state["over"] or state["screens"][state["at"]]["id"])

    @property
    def focus(self) -> str:
        """Return the words of what has the focus."""
        return " ".join(str(self.state["focus"]).split())

    def up_to(self, key: str) -> None:
        """Move the focus up until it is on the choice of that name."""
        for _ in range(12):
            if self.page.evaluate("document.activeElement.dataset.key") == key:
                return
            self.press("ArrowUp")
        raise AssertionError(f"the focus doesn't reach {key}")

    def wrong(self) -> list[str]:
        """Return what is badly shown once all has come: an exercise's styles come on request."""
        return late(self.page, BADLY_SHOWN)

    def walk(self, key: str) -> Iterator[str]:
        """Press a key from screen to screen until it leads no further; yield each place."""
        before = ""
        while (now := self.here) != before:
            yield now
            before = now
            self.press(key)


Teach = Callable[..., Lesson]


@pytest.fixture
def teach(browse: Browse, file_site: str) -> Teach:
    """Open a module's lesson from a disk; the card about the remote was seen before."""

    def begin(
        module: str = MODULE, locale: str = "fr", after: str = "", *, card: bool = False
    ) -> Lesson:
        page = browse(*SIZES[0], reduced_motion="reduce")
        lesson = Lesson(page, f"{file_site}{path(f'modules/{module}', locale)}?view=lesson{after}")
        if not card:
            lesson.press("Enter")
        return lesson

    return begin


@browser
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("module", MODULES)
def test_every_screen_fits_at_every_size(teach: Teach, module: str, locale: str) -> None:
    lesson = teach(module, locale)
    every = [screen["id"] for screen in lesson.state["screens"]]
    steps = lesson.page.locator("sc-module .step").evaluate_all("all => all.map(({ id }) => id)")
    assert {screen["step"] for screen in lesson.state["screens"]} == {*steps, ""}  # training too
    bad: dict[str, list[str]] = {}
    for (width, height), key in zip(SIZES, ("ArrowRight", "ArrowLeft", "PageDown"), strict=True):
        lesson.page.set_viewport_size({"width": width, "height": height})
        walked = []
        for place in lesson.walk(key):
            walked.append(place)
            if wrong := lesson.wrong():
                bad[f"{place} at {width}×{height}"] = wrong
        assert walked == (every if key != "ArrowLeft" else every[::-1])
    assert not bad


@browser
@pytest.mark.parametrize("module", MODULES)
def test_larger_text_fits_as_well(teach: Teach, module: str) -> None:
    lesson = teach(module)
    lesson.press("Escape")
    while lesson.focus != "Texte plus grand":
        lesson.press("ArrowDown")
    lesson.press("Enter")
    assert lesson.state["large"]
    lesson.press("Escape", "Escape")
    lesson.press("ArrowLeft")
    bad = {place: wrong for place in lesson.walk("ArrowRight") if (wrong := lesson.wrong())}
    assert not bad
    assert len(lesson.state["screens"]) == lesson.state["at"] + 1


@browser
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("module", MODULES)
def test_every_question_fits_whatever_the_group_does(
    teach: Teach, module: str, locale: str
) -> None:
    lesson = teach(module, locale)
    bad: dict[str, list[str]] = {}
    asked = set()

    def look(place: str) -> None:
        if wrong := lesson.wrong():
            bad[place] = wrong

    for place in lesson.walk("ArrowRight"):
        group = lesson.state["group"]
        if not group or group["kind"] == "plan":
            continue
        asked.add(group["kind"])
        if group["kind"] == "hands":
            for n in range(len(group["hands"])):
                lesson.up_to(f"a{n}")
                lesson.press("Enter", *["ArrowUp"] * (30 if n == 1 else 8))
                look(f"{place}: counting {n}")
                lesson.press("Enter")
            lesson.page.locator(".tv-actions button").focus()
            lesson.press("Enter")
            for n in range(len(group["hands"])):
                lesson.up_to(f"a{n}")
                look(f"{place}: why {n}")
            continue
        lesson.press("ArrowUp", "Enter")
        look(f"{place}: a try")
        while lesson.page.locator(".tv-actions button").count():
            lesson.page.locator(".tv-actions button").focus()
            lesson.press("Enter")
            look(f"{place}: a step")
    assert not bad
    assert "hands" in asked


@browser
def test_hands_are_counted_with_the_arrows_and_the_answer_waits(teach: Teach) -> None:
    lesson = teach(after="#discover")
    while not lesson.state["group"]:
        lesson.press("ArrowRight")
    page = lesson.page
    assert lesson.focus == "Révéler"
    expect(page.locator(".tv .right")).to_have_count(0)
    lesson.up_to("a1")
    lesson.press("Enter", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "Enter")
    expect(page.locator(".tv .hands img:visible")).to_have_count(2)
    expect(page.get_by_role("button", name="2 mains")).to_be_focused()
    lesson.press("ArrowDown")  # the count is closed: the focus moves again
    assert lesson.focus != "2 mains"
    assert lesson.state["group"]["hands"] == [0, 2, 0]
    page.locator(".tv-actions button").focus()
    lesson.press("Enter")
    expect(page.locator(".tv .right")).to_have_text(re.compile("Ana Costa"))
    expect(page.locator(".tv-note")).to_contain_text("Oui. Ana Costa est le nom")
    lesson.press("ArrowUp")
    expect(page.locator(".tv-note")).to_contain_text("Le restaurant offre")


@browser
def test_lines_are_put_in_order_together(teach: Teach) -> None:
    lesson = teach(after="#three-parts")
    while (lesson.state["group"] or {}).get("kind") != "order":
        lesson.press("ArrowRight")
    note = lesson.page.locator(".tv-note")
    lesson.up_to("a1")
    lesson.press("Enter")
    expect(note).to_contain_text("Pas encore.")
    lesson.up_to("a0")
    lesson.press("Enter")
    expect(note).to_contain_text("« Bonjour » vient d’abord.")
    assert lesson.state["group"]["done"] == 1
    assert lesson.focus == "Montrer la suite"
    lesson.press("Enter", "Enter", "Enter")
    assert lesson.state["group"]["done"] == 4
    assert lesson.focus == "Suivant"


@browser
def test_back_goes_up_one_level_and_never_out(teach: Teach) -> None:
    lesson = teach(after="#write")
    address = lesson.page.url
    assert lesson.here == "write/1"
    for expected in ("menu", "quit", "menu", "quit"):
        lesson.press("Escape")
        assert lesson.here == expected
    assert lesson.focus == "Non, je continue"
    lesson.press("Enter")
    assert lesson.here == "menu"
    lesson.press("ArrowRight")
    assert lesson.here == "write/2"
    lesson.press("b")
    assert lesson.here == "blank"
    lesson.press("Backspace")
    assert lesson.here == "write/2"
    assert lesson.page.url == address


@browser
@pytest.mark.parametrize("key", ["GoBack", "BrowserBack", 461, 10009, "history"])
def test_the_back_of_every_remote_is_back(teach: Teach, key: str | int) -> None:
    lesson = teach(after="#write")
    lesson.press("ArrowRight")
    for expected in ("menu", "quit", "menu"):
        if key == "history":
            lesson.page.evaluate("history.back()")
            lesson.page.wait_for_function(f"() => {STATE}.over === '{expected}'")
        else:
            lesson.page.evaluate(
                """(key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
                  key: typeof key === 'string' ? key : 'Unidentified', bubbles: true, cancelable: true,
                  keyCode: typeof key === 'number' ? key : 0 }))""",
                key,
            )
        assert lesson.here == expected


@browser
def test_numbers_lead_to_steps_and_the_first_time_a_card_explains(teach: Teach) -> None:
    lesson = teach(card=True)
    assert lesson.here == "help"
    assert not lesson.wrong()
    assert lesson.focus == "J’ai compris"
    lesson.press("Enter", "3")
    assert lesson.here == "write/1"
    lesson.press("9")  # after 7 steps, the second of more practice
    assert lesson.here == "answer-mail/1"
    lesson.page.reload()
    lesson.page.wait_for_function(READY)
    assert lesson.here == "answer-mail/1"
    lesson.press("h")
    assert lesson.here == "help"


@browser
def test_everything_of_the_menu_fits_and_comes_back_to_the_lesson(teach: Teach) -> None:
    lesson = teach(after="#write")
    bad = {}
    for width, height in SIZES:
        lesson.page.set_viewport_size({"width": width, "height": height})
        lesson.press("Escape")
        bad[f"menu {width}"] = lesson.wrong()
        for name in ("Le programme", "Pause", "Vous arrivez ?", "La télécommande", EVERY_STEP):
            while lesson.focus != name:
                lesson.press("ArrowDown")
            lesson.press("Enter")
            bad[f"{name} {width}"] = lesson.wrong()
            lesson.press("Escape")
            assert lesson.here == "menu"
        lesson.press("ArrowLeft", "ArrowRight")
    assert not {name: wrong for name, wrong in bad.items() if wrong}


@browser
@pytest.mark.parametrize("count", [8, 14])
def test_a_module_of_many_steps_has_them_all_in_its_menu(teach: Teach, count: int) -> None:
    lesson = teach()
    lesson.page.evaluate(
        """(count) => {
          const page = document.querySelector('sc-module');
          const steps = page.querySelectorAll('.step');
          for (let n = steps.length; n > count; n -= 1) steps[n - 1].remove();
          for (let n = steps.length; n < count; n += 1) {
            const step = steps[2].cloneNode(true);
            step.id = `more-${n}`;
            step.removeAttribute('data-training');
            steps[2].after(step);
          }
        }""",
        count,
    )
    lesson.press("Escape")
    assert not lesson.wrong()
    while lesson.focus != EVERY_STEP:
        lesson.press("ArrowDown")
    lesson.press("Enter")
    assert lesson.page.locator(".tv .tv-line").count() == count
    assert not lesson.wrong()
    lesson.press("ArrowUp")
    lesson.press("Enter")
    assert not lesson.state["over"]


@browser
def test_a_pause_runs_stops_and_survives_a_reload(teach: Teach) -> None:
    lesson = teach()
    while not lesson.here.startswith("@") or not lesson.page.locator(".tv-choices").count():
        lesson.press("ArrowRight")
    place = lesson.here
    time = lesson.page.get_by_role("timer")
    expect(time).to_have_text("10:00")
    while lesson.focus != "5 minutes":
        lesson.press("ArrowUp")
    lesson.press("Enter")
    assert lesson.state["clock"]["runs"]
    expect(time).to_have_text(re.compile("4:5"))
    lesson.page.reload()
    lesson.page.wait_for_function(READY)
    assert lesson.here == place
    assert lesson.state["clock"]["runs"]
    lesson.press("MediaPlayPause")
    assert not lesson.state["clock"]["runs"]
    left = time.text_content()
    lesson.page.wait_for_timeout(1100)
    assert time.text_content() == left


@browser
def test_a_lesson_leaves_the_learners_work_alone_and_is_left_alone(
    teach: Teach, file_site: str
) -> None:
    lesson = teach(after="#discover")
    while (lesson.state["group"] or {}).get("kind") != "hands":
        lesson.press("ArrowRight")
    lesson.press("Enter")
    place = lesson.here
    kept = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).sort()"
    mine = ["sc:smartcorner:lesson", f"sc:smartcorner:lesson:{MODULE}"]
    assert lesson.page.evaluate(kept) == mine
    assert "fact" not in str(lesson.page.evaluate("JSON.stringify(localStorage)"))
    learner = lesson.page.context.new_page()
    learner.goto(f"{file_site}modules/{MODULE}.html#discover/3")
    expect(learner.get_by_role("radio").first).not_to_be_checked()
    learner.get_by_role("button", name="Terminer ma visite").click()
    learner.wait_for_timeout(450)
    learner.get_by_role("button", name=re.compile("Oui")).locator("visible=true").click()
    learner.wait_for_url(re.compile("index.html"))
    assert set(mine) <= set(learner.evaluate(kept))
    assert lesson.here == place
    lesson.page.reload()
    lesson.page.wait_for_function(READY)
    assert lesson.here == place


@browser
def test_a_live_element_comes_to_the_big_screen_and_goes_back(teach: Teach) -> None:
    lesson = teach(after="#discover")
    page = lesson.page
    page.evaluate("""() => {
      delete SmartCornerLesson.kinds['sc-quiz'];
      for (const one of document.querySelectorAll('sc-quiz')) one.dataset.lesson = 'live';
    }""")
    while not page.locator(".tv sc-quiz").count():
        lesson.press("ArrowRight")
    lesson.press("ArrowUp", "Enter")
    expect(page.locator(".tv sc-quiz [role=status]")).not_to_be_empty()
    lesson.press("ArrowRight")
    expect(page.locator(".tv sc-quiz")).to_have_count(0)
    expect(page.locator("#discover sc-quiz").first).to_be_attached()
    lesson.press("ArrowLeft")
    expect(page.locator(".tv sc-quiz")).to_have_count(1)


# What of an exercise that lives on the big screen scrolls, or is smaller than 3.3 %.
LIVE_BADLY = """(() => {
  const live = document.querySelector('.tv-live');
  const found = [];
  if (live.scrollHeight > live.clientHeight) found.push(`${live.scrollHeight - live.clientHeight} px too high`);
  if (live.scrollWidth > live.clientWidth) found.push('too wide');
  const walker = document.createTreeWalker(live, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.getClientRects().length || one.closest('.vh')) continue;
    if (parseFloat(getComputedStyle(one).fontSize) < innerHeight * .033 - .01) found.push(`${one.textContent}: small`);
  }
  return found;
})()"""
PRESS = """(chance) => {
  const root = document.querySelector('.tv-live dialog[open]') || document.querySelector('.tv-live');
  const all = Array.from(root.querySelectorAll('button'))
    .filter((one) => one.offsetParent && !one.disabled && one.dataset.sim !== 'show');
  const one = all[Math.floor(chance * all.length)];
  one.click();
  return one.textContent.trim();
}"""


@browser
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("n", range(5))
def test_an_exercise_on_the_big_screen_never_scrolls(teach: Teach, n: int, locale: str) -> None:
    lesson = teach(after="#sort-mail", locale=locale)
    page = lesson.page
    for _ in range(n):
        lesson.press("ArrowRight")
        while not page.locator("[data-key=play]").count():
            lesson.press("ArrowRight")
    page.locator("[data-key=play]").click()
    expect(page.locator(".tv-live [data-sim=go]").first).to_be_visible()
    page.locator(".tv-live [data-sim=go]:visible").click()
    player = random.Random(n)  # noqa: S311  the same presses each time
    bad: dict[str, list[str]] = {}
    for turn in range(40):
        pressed = page.evaluate(PRESS, player.random())
        if wrong := late(page, LIVE_BADLY):
            bad[f"{turn}: {pressed}"] = wrong
    assert not bad


@browser
def test_no_cover_comes_over_a_lesson(browse: Browse, file_site: str) -> None:
    page = browse(*SIZES[0])
    page.clock.install()
    lesson = Lesson(page, f"{file_site}modules/{MODULE}.html?view=lesson#write")
    lesson.press("Enter")
    page.clock.fast_forward("45:00")
    assert page.locator("dialog[open]").count() == 0
    expect(page.locator(".tv h1")).to_be_visible()
    assert lesson.here == "write/1"


@browser
@pytest.mark.parametrize("locale", LOCALES)
def test_lessons_are_accessible(teach: Teach, axe: Axe, locale: str) -> None:
    say = words(locale)
    lesson = teach(locale=locale, card=True)
    axe(lesson.page)
    lesson.press("Enter")
    seen = set()
    for place in lesson.walk("ArrowRight"):
        kind = lesson.page.evaluate("document.querySelector('.tv').dataset.view")
        group = (lesson.state["group"] or {}).get("kind", "")
        if (kind, group) not in seen:
            seen.add((kind, group))
            axe(lesson.page)
            if group == "hands":
                lesson.press("Enter")
                axe(lesson.page)
        assert place
    lesson.press("Escape")
    axe(lesson.page)
    lesson.press("Escape")
    expect(lesson.page.get_by_role("heading", name=say("Quitter la leçon ?"))).to_be_visible()
    axe(lesson.page)


@browser
def test_nothing_of_a_lesson_loads_on_a_learners_page(browse: Browse, http_site: str) -> None:
    page = browse()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http_site}modules/{MODULE}.html#write")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "lesson" in url]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_lesson_script_weighs_20_kib_at_most(site: Path, locale: str) -> None:
    assert len(gzip.compress((site / f"assets/lesson.{locale}.js").read_bytes())) <= 20 * 1024


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("module", MODULES)
def test_a_trainers_notes_never_stand_in_the_learners_page(
    site: Path, module: str, locale: str
) -> None:
    notes = re.findall(r'"notes":"<p>(.{40})', lesson_script(site, module, locale))
    page = (site / path(f"modules/{module}", locale)).read_text("utf-8")
    assert len(notes) >= 5
    assert not [note for note in notes if note in page]


def lesson_script(site: Path, module: str, locale: str) -> str:
    """Return the text of a module's lesson script."""
    return (site / f"lessons/{module}.{locale}.js").read_text("utf-8")
