"""What a TV screen of a lesson must hold: the safe area, the floor of type, a focus."""

SIZES = ((960, 540), (1280, 720), (1920, 1080))

# What leaves the safe area or the middle of the screen, is cut, or is smaller than 3.3 %.
BADLY_SHOWN = """(() => {
  const found = new Set();
  const say = (text) => found.add(text);
  const [w, h] = [innerWidth, innerHeight];
  const stage = document.querySelector('.tv');
  const main = stage.querySelector('.tv-main').getBoundingClientRect();
  const seen = (one) => one.getClientRects().length && !one.closest('.vh')
    && getComputedStyle(one).visibility !== 'hidden';
  const name = (one) => `${one.localName} “${(one.textContent || '').trim().slice(0, 40)}”`;
  const look = (one, box, slack) => {
    const [across, down] = [w * .05, h * .05];
    const wide = Math.max(across - box.left, box.right - w + across);
    const over = Math.max(wide, down - box.top, box.bottom - h + down);
    if (over > 1) say(`${name(one)} leaves the safe area: ${over.toFixed(1)}`);
    const under = Math.max(box.bottom - main.bottom, main.top - box.top);
    const inside = one.closest('.tv-main');
    if (inside && under > 1 + slack) say(`${name(one)} leaves the middle: ${under.toFixed(1)}`);
  };
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !seen(one)) continue;
    const size = parseFloat(getComputedStyle(one).fontSize);
    const share = (size / h * 100).toFixed(2);
    if (size < h * .033 - .01) say(`${name(one)}: type of ${share} %`);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    // A letter's box is higher than its line where lines stand close.
    for (const box of range.getClientRects()) look(one, box, size * .15);
    for (let up = one; up !== stage; up = up.parentElement) {
      const hides = getComputedStyle(up).overflowX === 'hidden';
      if (hides && up.clientWidth && up.scrollWidth - up.clientWidth > 1) say(`${name(up)} is cut`);
    }
  }
  const drawn = 'button, img, svg, .sheet, .tip, .warning, .words > div';
  for (const one of stage.querySelectorAll(drawn)) {
    if (seen(one) && !one.closest('.hands')) look(one, one.getBoundingClientRect(), 0);
  }
  const high = Math.max(document.scrollingElement.scrollHeight, stage.scrollHeight);
  if (high > h) say('it scrolls');
  const title = stage.querySelector('h1');
  const heading = parseFloat(getComputedStyle(title).fontSize);
  if (seen(title) && heading < h * .066) say(`a heading of ${(heading / h * 100).toFixed(2)} %`);
  const focus = document.activeElement;
  if (!stage.contains(focus) || !seen(focus)) say('nothing that shows has the focus');
  else if (parseFloat(getComputedStyle(focus).outlineWidth) < 4) say('the focus is thin');
  return Array.from(found);
})()"""
STATE = "SmartCornerLesson.snapshot()"
# A function: a page's policy forbids what evaluates text again and again.
READY = "() => document.querySelector('.tv') && document.activeElement !== document.body"
