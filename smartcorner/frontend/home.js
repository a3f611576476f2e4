'use strict';

/** Home for who comes back: continue in place of begin; what is done on each tile. @fires sc-ready */
class Home extends HTMLElement {
  connectedCallback() {
    const room = /** @type {HTMLElement} */ (this.querySelector('.room'));
    room.textContent = SmartCorner.corner.message;
    room.hidden = !room.textContent;
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
    addEventListener('hashchange', Home.join);
    Home.join();
  }

  /** Goes to the step whose number a lesson on TV shows: `#203`. Unknown or out of reach, home stays. */
  static join() {
    const number = location.hash.slice(1);
    if (!/^\d{3,}$/.test(number)) return;
    SmartCorner.load('search/*.js').then(() => {
      const step = smartcornerSearch.find((one) => one.number === number);
      if (step) location.replace(step.url);
    }, Boolean);
  }

  /**
   * @param {Map<string, FactValue>} facts
   * @param {Map<string, any>} _work
   * @param {Map<string, number>} times
   */
  restore(facts, _work, times) {
    let latest = 0;
    /** @type {HTMLAnchorElement | null} */
    let current = null;
    /** @type {HTMLAnchorElement | null} */
    let untouched = null;
    const tiles = /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll('[data-module]'));
    for (const tile of tiles) {
      const { module, steps } = this.steps(tile);
      const done = steps.filter((step) => facts.get(`${module}/steps/${step}`) === true).length;
      const here = facts.get(`${module}/place/step`);
      const state = done === steps.length ? 'done' : here || done ? 'begun' : '';
      for (const mark of /** @type {NodeListOf<HTMLElement>} */ (tile.querySelectorAll('[data-state]'))) {
        mark.hidden = mark.dataset.state !== state;
      }
      const time = Math.max(...['step', 'screen'].map((name) => times.get(`${module}/place/${name}`) || 0));
      if (state === 'begun' && here && time >= latest) [latest, current] = [time, tile];
      if (!state && !untouched) untouched = tile;
    }
    this.offer(current, facts, untouched || tiles[0]);
  }

  /** @param {HTMLElement} tile */
  steps(tile) {
    return { module: tile.dataset.module || '', steps: (tile.dataset.steps || '').split(' ') };
  }

  /**
   * Shows the one way on: what was begun last, or else what is new.
   * @param {HTMLAnchorElement | null} current
   * @param {Map<string, FactValue>} facts
   * @param {HTMLAnchorElement} next
   */
  offer(current, facts, next) {
    const [begin, resume] = ['.begin', '.continue'].map((name) => /** @type {HTMLElement | null} */ (this.querySelector(name)));
    if (!begin || !resume || !next) return;
    begin.hidden = Boolean(current);
    resume.hidden = !current;
    this.classList.toggle('back', Boolean(current));
    this.name(current ? resume : begin, current || next);
    if (!current) return;
    const { module, steps } = this.steps(current);
    const at = Math.max(0, steps.indexOf(String(facts.get(`${module}/place/step`))));
    const line = /** @type {HTMLElement} */ (resume.querySelector('.at'));
    line.textContent = (line.dataset.say || '').replace('{n}', String(at + 1)).replace('{total}', String(steps.length));
    const rule = /** @type {HTMLElement} */ (resume.querySelector('.rule'));
    rule.textContent = '';
    for (const step of steps) {
      const mark = document.createElement('li');
      if (facts.get(`${module}/steps/${step}`) === true) mark.className = 'done';
      if (step === steps[at]) mark.className = 'now';
      rule.append(mark);
    }
  }

  /** @param {HTMLElement} door @param {HTMLAnchorElement} tile */
  name(door, tile) {
    const [title, link] = [door.querySelector('h2'), door.querySelector('a')];
    const [words, picture] = [tile.querySelector('b'), tile.querySelector('img')];
    const shown = door.querySelector('img');
    if (title && words) title.textContent = words.textContent;
    if (link) link.href = tile.href;
    if (shown && picture) shown.src = picture.src;
  }
}
customElements.define('sc-home', Home);
