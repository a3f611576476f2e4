"""What can go wrong with a page's layout, looked for on every page, screen and dialog."""

from tests.support.learner import LEARNER_PAGES, Learner

DIALOGS = ("sc-help", "sc-settings", "sc-leave", "sc-device", "sc-away", "sc-list", "sc-erase")
SHOW = "id => { const box = document.getElementById(id); if (box) box.showModal(); return !!box; }"
BRING = "Promise.all(['assets/dialogs.*.js', 'assets/dialogs.css'].map(SmartCorner.load))"
CLOSE = "id => document.getElementById(id).close()"

# Text that leaves the window, or is cut by the box it stands in, or leaves its control.
# A guide's code and wide tables scroll in a box of their own.
CUT = """(within = 'dialog[open]') => {
  const top = document.querySelector(within) || document.body;
  const walk = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const found = [];
  if (document.scrollingElement.scrollWidth > innerWidth) {
    found.push(`the page is ${document.scrollingElement.scrollWidth}px wide`);
  }
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const one = node.parentElement;
    if (!node.data.trim() || !one.getClientRects().length) continue;
    if (one.closest('.vh, .skip, option, pre, .md-typeset__scrollwrap')) continue;
    if (getComputedStyle(one).visibility !== 'visible') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    let wrong = left < -1 || right > innerWidth + 1 ? 'leaves the window' : '';
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const control = box.matches('.btn, .tool, .row > span, .choice > span');
      const clips = control || style.overflowX !== 'visible';
      if (clips && (left < edge.left - 1 || right > edge.right + 1)) wrong = 'leaves its box';
      const shut = control || style.overflowY === 'hidden';
      if (shut && (top < edge.top - 3 || bottom > edge.bottom + 3)) wrong = 'leaves its box';
    }
    const words = node.data.trim().slice(0, 60);
    if (wrong) found.push(`${wrong}: ${one.className || one.tagName}: ${words}`);
  }
  return found;
}"""
# Texts that lie over each other, controls that do, and text over a control that isn't its own.
OVERLAPS = """(within = 'dialog[open]') => {
  const root = document.querySelector(within) || document.body;
  const bar = (one) => {
    for (let box = one; box && box !== root; box = box.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(box).position)) return box;
    }
    return null;
  };
  const seen = (one) => !one.closest('.vh, .skip')
    && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const things = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !seen(one) || one.closest('option')) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // Letters are lower than their line: lines set close may share a little of their height.
      const less = (bottom - top) * 0.2;
      const is = walk.currentNode;
      things.push({ one, left, right, top: top + less, bottom: bottom - less, is });
    }
  }
  for (const one of root.querySelectorAll('a[href], button, summary, select, label')) {
    if (!seen(one)) continue;
    for (const { left, right, top, bottom } of one.getClientRects()) {
      things.push({ one, left, right, top, bottom, is: one });
    }
  }
  const said = ({ is }) => (is.textContent || is.outerHTML).trim().slice(0, 40);
  const found = [];
  things.forEach((a, n) => things.slice(n + 1).forEach((b) => {
    if (a.is === b.is || a.is.contains(b.is) || b.is.contains(a.is)) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1 && bar(a.one) === bar(b.one)) found.push(`${said(a)} / ${said(b)}`);
  }));
  return found;
}"""


def everywhere(learner: Learner, look: str, first: str = "0") -> list[str]:
    """Look at each page, each screen of each module, and each dialog; return what is wrong."""
    page = learner.page
    wrong: list[str] = []

    def see(where: str) -> None:
        wrong.extend(f"{where}: {found}" for found in page.evaluate(look))

    for name in LEARNER_PAGES:
        learner.open(name)
        page.evaluate(first)
        see(name)
        for box in DIALOGS if name in {"progress", "modules/email-basics"} else ():
            page.evaluate(BRING)
            if page.evaluate(SHOW, box):
                see(f"{name} #{box}")
                page.evaluate(CLOSE, box)
        if name.startswith("modules/"):
            for place in [*learner.screens(), "#sc-end", "#sc-words"]:
                learner.open(name, place)
                see(f"{name}{place}")
    return wrong
