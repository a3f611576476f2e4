'use strict';

/*
 * The door to the lessons on TV: arrows move to the nearest thing that way, OK opens it.
 * It reads where the last lesson stood (lesson.js) and nothing of a learner.
 */
class Lessons extends HTMLElement {
  connectedCallback() {
    document.documentElement.classList.remove('hold'); // nobody's work is here
    history.scrollRestoration = 'manual'; // the first lesson has the focus, so it is in sight
    addEventListener('keydown', (event) => this.press(event));
    addEventListener('pageshow', () => {
      this.recall();
      const first = this.querySelector('a');
      if (first && !this.contains(document.activeElement)) this.to(first);
    });
  }

  /** @param {string} name @returns {any} what the lesson view keeps under its own key */
  static kept(name) {
    try {
      return JSON.parse(localStorage.getItem(`sc:${SmartCorner.site}:lesson${name}`) || '{}') || {};
    } catch (error) {
      return error ? {} : {}; // forbidden or damaged: there was no lesson
    }
  }

  /** Puts the last lesson first. */
  recall() {
    const last = /** @type {HTMLElement} */ (this.querySelector('.last'));
    const tiles = /** @type {HTMLAnchorElement[]} */ (Array.from(this.querySelectorAll('.tiles .tile')));
    const tile = tiles.find(({ dataset }) => dataset.module === Lessons.kept('').last);
    last.hidden = !tile;
    if (!tile) return;
    const copy = /** @type {HTMLElement} */ (tile.cloneNode(true));
    const steps = (tile.dataset.steps || '').split(' ');
    const at = steps.indexOf(Lessons.kept(`:${tile.dataset.module}`).step);
    const line = /** @type {HTMLElement} */ (copy.querySelector('.at'));
    line.hidden = at < 0;
    line.textContent = (line.dataset.say || '').replace('{n}', String(at + 1)).replace('{total}', String(steps.length));
    const place = /** @type {HTMLElement} */ (last.querySelector('div'));
    place.textContent = '';
    place.append(copy);
  }

  /** @returns {HTMLElement[]} what can have the focus, in order */
  stops() {
    const found = /** @type {HTMLElement[]} */ (Array.from(this.querySelectorAll('a, button, input, select')));
    return found.filter((one) => one.offsetParent && !one.matches(':disabled'));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const pressed = window.smartcornerKey(event);
    const here = document.activeElement;
    if (!pressed) return;
    const field = here instanceof HTMLInputElement || here instanceof HTMLSelectElement;
    const { key } = pressed;
    if (field && !/^(Arrow(Up|Down)|Escape|Go|Browser|Page)/.test(event.key) && ![461, 10009].includes(event.keyCode)) return;
    if (key === 'back') this.back();
    else if (/^Arrow/.test(event.key)) this.move(event.key.slice(5));
    else if (key === 'next' || key === 'before') this.turn(key === 'next' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  /** One level up: from below to the first lesson, from there to the home page. */
  back() {
    const [first] = this.stops();
    if (document.activeElement === first) location.href = this.dataset.home || '';
    else this.to(first);
  }

  /** @param {number} way */
  turn(way) {
    const stops = this.stops();
    const now = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    this.to(stops[Math.max(0, now + way)]);
  }

  /** Moves to the nearest thing that way; what lies straight ahead is nearer. @param {string} way Up, Down, Left or Right */
  move(way) {
    const stops = this.stops();
    const here = document.activeElement;
    if (!here || !this.contains(here)) {
      this.to(stops[0]);
      return;
    }
    const sign = /Up|Left/.test(way) ? -1 : 1;
    const across = /Left|Right/.test(way);
    /** @param {Element} one @returns {number[]} where it begins and ends that way, and sideways */
    const span = (one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return across ? [left, right, top, bottom] : [top, bottom, left, right];
    };
    const [from, to, start, end] = span(here);
    let nearest = Infinity;
    let found;
    for (const one of stops) {
      const [first, last, low, high] = span(one);
      const ahead = sign > 0 ? first - to : from - last;
      const aside = Math.max(0, low - end, start - high);
      const far = Math.max(0, ahead) + 3 * aside + Math.abs(low - start) / 100;
      if (one !== here && ahead > -2 && !(across && aside > 0) && far < nearest) [nearest, found] = [far, one];
    }
    if (found) this.to(found);
  }

  /** @param {HTMLElement | undefined} one */
  to(one) {
    if (!one) return;
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: one === this.stops()[0] ? 'end' : 'center' });
    if (one === this.stops()[0]) scrollTo(0, 0);
  }
}
customElements.define('sc-lessons', Lessons);
