'use strict';

/** What an exercise stands on, whatever it is: its bench, the dialog over it, the focus in it. */
class SimulationBench extends HTMLElement {
  constructor() {
    super();
    this.key = '';
    this.bench = /** @type {HTMLElement} */ (/** @type {unknown} */ (null)); // until it is on a page
    this.words = /** @type {SimulationWords} */ (/** @type {unknown} */ (null));
    this.asked = ''; // what had the focus before a dialog
  }

  /** Whether the bench is on the page. */
  get stands() { return Boolean(this.bench); }

  /** Puts the bench on the page. @param {string} key of its exercise @param {string} title */
  stand(key, title) {
    this.key = key;
    this.words = new SimulationWords('sc-simulation');
    this.bench = this.words.piece('bench');
    this.bench.setAttribute('aria-label', this.words.text('label', { title }));
    this.append(this.bench);
    this.one('dialog').addEventListener('close', () => this.closed());
    window.addEventListener('popstate', () => this.shut()); // before another screen gets the focus
  }

  /** Closes the dialog: what it asks is asked no more. */
  shut() {
    const dialog = /** @type {HTMLDialogElement} */ (this.one('dialog'));
    if (dialog.open) dialog.close();
  }

  /** @param {string} name @returns {HTMLElement} */
  one(name) {
    return /** @type {HTMLElement} */ (this.bench.querySelector(name));
  }

  /** Brings the bench under the eyes, from « Exercice » on: another view begins at its top. */
  come() {
    this.bench.scrollIntoView({ block: 'start' });
    // Chromium 69 leaves it under the bar of tools.
    const bar = document.querySelector('.bar');
    const hidden = bar ? bar.getBoundingClientRect().bottom + 8 - this.bench.getBoundingClientRect().top : 0;
    if (hidden > 0) window.scrollBy(0, -hidden);
  }

  /** Shows something over the tool; the focus comes back to what had it. @param {string} title @param {Node[]} inside */
  ask(title, ...inside) {
    const dialog = /** @type {HTMLDialogElement} */ (this.one('dialog'));
    const heading = this.one('dialog h2');
    const other = heading.textContent !== title;
    simulationFill(heading, document.createTextNode(title));
    simulationFill(this.one('.sim-asked'), ...inside);
    if (!dialog.open) {
      if (!this.bench.offsetParent) return; // nobody could close it, and it would hold up the page
      this.asked = this.focusKey();
      dialog.showModal();
    } else if (!other) return; // what was touched keeps the focus
    heading.focus();
  }

  /** The dialog is over, whatever closed it; a while later: somebody quick has moved on meanwhile. */
  closed() {
    const { activeElement, body } = document;
    if (activeElement === body || this.one('dialog').contains(activeElement)) this.focusOn(this.asked);
  }

  /** @returns {string} what has the focus, so that it is found again when all is drawn anew */
  focusKey() {
    const now = /** @type {HTMLElement | null} */ (document.activeElement);
    return (now && this.contains(now) && now.dataset.k) || '';
  }

  /** @param {string} key @returns {boolean} */
  focusOn(key) {
    const found = key && this.one(`.sim-tool [data-k="${CSS.escape(key)}"]`);
    if (found) found.focus();
    return Boolean(found);
  }

  /** On a TV arrows lead to the nearest control that way. @param {KeyboardEvent} event */
  arrow(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type !== 'keydown' || !way || event.defaultPrevented || target.matches('input:not([type="checkbox"]), textarea, select')) return;
    const from = target.getBoundingClientRect();
    const room = this.querySelector('dialog[open]') || document;
    const [x, y] = [from.left + from.width / 2, from.top + from.height / 2];
    let best = { far: Infinity, one: /** @type {HTMLElement | null} */ (null) };
    for (const one of /** @type {HTMLElement[]} */ (Array.from(room.querySelectorAll('a[href], button:not([disabled]), input, textarea, select')))) {
      const box = one.getBoundingClientRect();
      if (one === target || !box.width || !one.offsetParent) continue;
      const [dx, dy] = [box.left + box.width / 2 - x, box.top + box.height / 2 - y];
      const along = dx * way[0] + dy * way[1];
      const beside = way[0] ? Math.max(0, Math.abs(dy) - box.height / 2) : Math.max(0, Math.abs(dx) - box.width / 2 - from.width / 2);
      const far = along + 3 * beside;
      if (along > 4 && far < best.far) best = { far, one };
    }
    if (!best.one) return;
    event.preventDefault();
    best.one.focus();
  }
}
