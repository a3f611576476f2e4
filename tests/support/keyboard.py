"""A learner who has a keyboard and nothing else."""

from playwright.sync_api import Locator, expect

from tests.support.answers import Answers, plain
from tests.support.learner import Learner

# What the focus is on, in words: a row's whole label, else the control's own text.
FOCUS = """() => {
  const one = document.activeElement;
  const words = one.closest('label') || one;
  return one === document.body ? '' : (one.getAttribute('aria-label') || words.innerText);
}"""
FAR = 60  # more tabs than any screen has


def focus(learner: Learner) -> str:
    """Return the words of what has the focus."""
    return plain(learner.page.evaluate(FOCUS))


def tab_to(learner: Learner, words: str) -> None:
    """Press Tab until the focus is on what is called so."""
    for _ in range(FAR):
        learner.key("Tab")
        if focus(learner) == words:
            return
    raise AssertionError(f"Tab does not lead to « {words} » at {learner.page.url}")


def press(learner: Learner, french: str) -> None:
    """Go to a button with Tab and press it with Enter."""
    tab_to(learner, learner.say(french))
    learner.key("Enter")


def rows(learner: Learner) -> list[Locator]:
    """Return the lines that can be chosen on this screen."""
    return learner.page.get_by_role("main").locator("label:visible").all()


def enter(learner: Learner, first: Locator) -> None:
    """Press Tab until the focus is in a row."""
    for _ in range(FAR):
        learner.key("Tab")
        if first.evaluate("row => row.contains(document.activeElement)"):
            return
    raise AssertionError(f"Tab does not lead into the rows at {learner.page.url}")


def tick_all(learner: Learner) -> None:
    """Tick every line of a checklist."""
    lines = rows(learner)
    for line in lines:
        enter(learner, line)
        learner.key("Space")
        expect(line.get_by_role("checkbox")).to_be_checked()


def answer(learner: Learner, right: Answers, says: str = "Oui.") -> None:
    """Answer the question that shows, and hear what it says of it."""
    lines = rows(learner)
    enter(learner, lines[0])
    if right.type == "match":
        for line, match in zip(lines, right.matches, strict=True):
            options = [plain(one) for one in line.locator("option").all_inner_texts()]
            learner.key(*["ArrowDown"] * options.index(match))
            learner.key("Tab")
        learner.key("Shift+Tab")
    else:
        texts = [plain(line.inner_text()) for line in lines]
        at = 0
        for text in right.texts:
            to = next(n for n, shown in enumerate(texts) if shown.endswith(text))
            way = "Arrow" if right.type == "single" else "Tab"
            ahead, back = ("ArrowDown", "ArrowUp") if way == "Arrow" else ("Tab", "Shift+Tab")
            learner.key(*[ahead if to > at else back] * abs(to - at))
            learner.key("Space")
            at = to
    if right.type != "single":
        press(learner, "Vérifier")
    expect(learner.status).to_contain_text(learner.say(says))
