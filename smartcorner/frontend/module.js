'use strict';

/**
 * A place in a module: its first page, a screen of a step, the end, or the words.
 * @typedef {object} ModulePlace
 * @property {'cover' | 'step' | 'end' | 'words'} view
 * @property {HTMLElement} section
 * @property {HTMLElement | null} screen
 * @property {string} step its id, '' outside of steps
 * @property {number} n the screen's number in its step, from 0
 * @property {string} hash what the address ends with: #write, #write/2
 */

/**
 * Shows a module one screen at a time, and keeps where the learner is.
 * @fires sc-ready
 * @fires sc-screen {step: string, screen: number, element: HTMLElement}
 * @fires sc-step-done {module: string, step: string}
 * @fires sc-fact {id: string, value: boolean | number | string}
 */
class Module extends HTMLElement {
  constructor() {
    super();
    /** @type {Set<string>} ids of steps */
    this.done = new Set();
    /** @type {ModulePlace[]} */
    this.places = [];
    /** @type {ModulePlace} where the learner is: null until a place is shown */
    this.place = /** @type {any} */ (null);
    /** @type {ModulePlace} where the words were opened */
    this.last = this.place;
  }

  connectedCallback() {
    this.key = this.dataset.module || '';
    this.places = this.listPlaces();
    this.dialog = /** @type {HTMLDialogElement} */ (this.one('dialog'));
    this.one('.dialog-top').insertBefore(this.one('#sc-list-t'), this.one('[data-close]'));
    this.dialog.insertBefore(this.one('.list'), this.one('dialog > .btns'));
    this.one('[data-print="card"]').hidden = !this.querySelector('[data-card]');
    this.addEventListener('click', this);
    this.addEventListener('focusin', this);
    window.addEventListener('hashchange', this);
    window.addEventListener('beforeprint', this);
    window.addEventListener('afterprint', this);
    window.addEventListener('keydown', this);
    window.addEventListener('load', this);
    // A task is open or done: that decides whether Suivant is the yellow button.
    new MutationObserver(() => this.weigh()).observe(this, { subtree: true, attributeFilter: ['data-todo'] });
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
    if (!this.place) this.show(this.find(location.hash) || this.places[0]);
  }

  /** @param {string} name @returns {HTMLElement} */
  one(name) {
    return /** @type {HTMLElement} */ (this.querySelector(name));
  }

  /** @param {string} name @returns {HTMLElement[]} */
  all(name) {
    return Array.from(this.querySelectorAll(name));
  }

  /** @returns {ModulePlace[]} in reading order, the words last */
  listPlaces() {
    /** @type {ModulePlace[]} */
    const places = [];
    for (const section of this.all('.page > section')) {
      const view = /** @type {ModulePlace['view']} */ (section.dataset.view);
      if (view === 'step') {
        Array.from(section.querySelectorAll('.screen')).forEach((screen, n) => {
          const hash = `#${section.id}${n ? `/${n + 1}` : ''}`;
          places.push({ view, section, screen: /** @type {HTMLElement} */ (screen), step: section.id, n, hash });
        });
      } else if (view) {
        places.push({ view, section, screen: null, step: '', n: 0, hash: section.id && `#${section.id}` });
      }
    }
    return places;
  }

  /** @param {string} hash @returns {ModulePlace | undefined} */
  find(hash) {
    const [name, n] = hash.slice(1).split('/');
    const here = this.places.filter((place) => name && place.section.id === name);
    return here[Math.min(Number(n) || 1, here.length) - 1] || here[0];
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === 'click') this.press(/** @type {HTMLElement} */ (event.target));
    else if (event.type === 'focusin') this.uncover(/** @type {HTMLElement} */ (event.target));
    else if (event.type === 'keydown') this.pressed(/** @type {KeyboardEvent} */ (event));
    else if (event.type === 'beforeprint') SmartCorner.load('assets/paper.*.js').catch(Boolean); // too late for this time
    else if (event.type === 'afterprint') this.paper();
    else if (event.type === 'load') {
      if (location.hash && !this.last) window.scrollTo(0, 0); // the browser went to #step by itself
    } else {
      const place = this.find(location.hash);
      if (place || !location.hash) this.show(place || this.places[0], true);
    }
  }

  /** @param {HTMLElement} target */
  press(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest('a, button'));
    if (!button) return;
    if (this.dialog && this.dialog.contains(button)) this.dialog.close();
    if (button.dataset.go) this.go(Number(button.dataset.go));
    else if (button.dataset.print) this.print(button.dataset.print);
  }

  /** Chromium 69 lets what gets the focus hide under the path. @param {HTMLElement} target */
  uncover(target) {
    const path = this.one('.path').getBoundingClientRect();
    const hidden = (target.closest('label') || target).getBoundingClientRect().bottom + 8 - path.top;
    if (hidden > 0 && path.bottom <= window.innerHeight && this.one('.page').contains(target)) window.scrollBy(0, hidden);
  }

  /** Goes a screen on or back. @param {number} way */
  go(way) {
    const from = this.place;
    const beside = this.places[this.places.indexOf(from) + way];
    // After the last of « Entraînement » comes the end again.
    const to = way > 0 && from.step && !(beside && (beside.step || beside.view === 'end')) ? this.find('#sc-end') : beside;
    if (from.view === 'words') this.turn(this.last || this.places[0], 'replaceState');
    else if (!to) location.href = this.dataset.home || '';
    else if (way < 0 && history.state && history.state.before && (history.state.before === to.hash || from.view === 'end')) history.back();
    else {
      this.turn(to, way < 0 ? 'replaceState' : 'pushState');
      if (way > 0 && from.step && from.step !== to.step) this.finish(from.step);
    }
  }

  /** @param {ModulePlace} place @param {'pushState' | 'replaceState'} how */
  turn(place, how) {
    const page = location.href.replace(/#.*/, '');
    const state = how === 'pushState' ? { before: this.place.hash } : null;
    history[how](state, '', page + place.hash);
    this.show(place, true);
  }

  /** @param {string} step the learner has gone through it */
  finish(step) {
    this.done.add(step);
    this.mark();
    this.tell('sc-fact', { id: `${this.key}/steps/${step}`, value: true });
    this.tell('sc-step-done', { module: this.key, step });
  }

  /** @param {string} type @param {object} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  /**
   * Marks the steps done and, the first time, opens the place that was left.
   * @param {Map<string, unknown>} facts by item id
   */
  restore(facts) {
    const steps = this.all('.step').map((step) => step.id);
    this.done = new Set(steps.filter((step) => facts.get(`${this.key}/steps/${step}`) === true));
    if (this.place) return this.mark();
    const step = facts.get(`${this.key}/place/step`);
    const screen = Number(facts.get(`${this.key}/place/screen`)) || 0;
    return this.show(this.find(location.hash) || this.find(`#${step}/${screen + 1}`) || this.places[0]);
  }

  /** @param {ModulePlace} place @param {boolean} [moved] by the learner: focus follows */
  show(place, moved) {
    if (this.place && this.place.view !== 'words') this.last = this.place;
    this.place = place;
    this.dataset.view = place.view;
    for (const { section, screen } of this.places) {
      section.hidden = section !== place.section;
      if (screen) screen.hidden = screen !== place.screen;
    }
    // A question is a heading itself: the step's title steps back, as on later screens.
    const first = place.screen && place.screen.firstElementChild;
    const asks = first && first.querySelector('legend, [data-own-title]');
    place.section.classList.toggle('later', place.n > 0 || Boolean(asks));
    this.label();
    this.mark();
    this.weigh();
    this.paper();
    const whole = place.view === 'cover' ? this.one('.page') : place.section;
    const element = place.n && place.screen ? place.screen : whole;
    if (moved) this.arrive(element);
    this.tell('sc-screen', { step: place.step, screen: place.n, element });
  }

  /** @param {HTMLElement} element what is read from now on */
  arrive(element) {
    const { step, n } = this.place;
    if (step) {
      this.tell('sc-fact', { id: `${this.key}/place/step`, value: step });
      this.tell('sc-fact', { id: `${this.key}/place/screen`, value: n });
    }
    const heading = this.place.view === 'cover' ? this.one('h1') : this.place.section.querySelector('h2');
    const start = (!n && heading) || element;
    start.tabIndex = -1;
    // A finger inside would give it the focus again: Chromium 69 scrolls to it then, and loses the press.
    this.addEventListener('pointerdown', () => start.removeAttribute('tabindex'), { once: true });
    start.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  // ---- what the bars say ----

  /** Says where the learner is, and what comes next. */
  label() {
    const training = this.place.section.hasAttribute('data-training');
    const steps = this.all('.step').filter((step) => step.hasAttribute('data-training') === training);
    const at = steps.findIndex((step) => step.id === this.place.step);
    const next = this.places[this.places.indexOf(this.place) + 1];
    const screens = this.places.filter((place) => place.step === this.place.step).length;
    if (at < 0) this.one('.list-open span').textContent = this.one('#sc-list-t').textContent;
    else this.say('.list-open span', training ? 'training' : 'step', { n: at + 1, total: steps.length });
    this.one('.rule').hidden = training; // it counts the module's own steps
    const where = this.one('.screen-n');
    this.say('.screen-n', 'screen', { n: this.place.n + 1, total: screens });
    where.hidden = at < 0 || screens < 2;
    if (at >= 0) this.place.section.insertBefore(where, this.place.section.firstChild);
    const heading = next && next.step !== this.place.step && next.section.querySelector('h2');
    this.say('.path-mid', 'next', { title: heading ? heading.textContent : '' });
    this.one('.path-mid').hidden = !heading || !next.step;
    if (this.place.screen) {
      this.place.screen.setAttribute('role', 'group');
      this.place.screen.setAttribute('aria-label', where.textContent || '');
    }
  }

  /**
   * Fills in a sentence of the page: `{n}` and the like.
   * @param {string} name @param {string} key of the data attribute that holds it
   * @param {{[word: string]: unknown}} words
   */
  say(name, key, words) {
    const target = this.one(name);
    const sentence = /** @type {HTMLElement} */ (target.closest(`[data-${key}]`)).dataset[key] || '';
    target.textContent = sentence.replace(/{(\w+)}/g, (_, word) => String(words[word]));
  }

  /** Shows which steps are done, and where the learner is. */
  mark() {
    const list = this.one('.list ol');
    const rule = this.all('.rule li');
    this.all('.list li a').forEach((link, n) => {
      const step = (link.getAttribute('href') || '').slice(1);
      const now = Boolean(this.place) && step === this.place.step;
      const done = this.done.has(step);
      for (const line of [/** @type {HTMLElement} */ (link.parentElement), ...rule.slice(n, n + 1)]) {
        line.classList.toggle('done', done);
        line.classList.toggle('now', now);
      }
      if (now) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
      const said = [done && list.dataset.done, now && list.dataset.now].filter(Boolean);
      /** @type {HTMLElement} */ (link.querySelector('small')).textContent = said.join(', ');
    });
  }

  /** Makes Suivant the one yellow button, unless the screen holds a task to do. */
  weigh() {
    const button = this.one('[data-go="1"]');
    const { screen, section, view } = this.place;
    button.classList.toggle('btn-main', !(screen || section).querySelector('[data-todo]'));
    button.hidden = view === 'end' || view === 'words';
  }

  /** The browser's own key to print. @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.print('sheet');
  }

  /** Prints; the sheet is fetched first: without it, what the page has of it is printed. @param {string} what */
  print(what) {
    const print = () => {
      this.paper(what);
      window.print();
    };
    if (what === 'sheet') SmartCorner.load('assets/paper.*.js').then(() => SmartCorner.sheet).catch(Boolean).then(print);
    else print();
  }

  /** Chooses what goes on paper: the sheet, a step, the whole module, or its cards. @param {string} [what] */
  paper(what) {
    this.dataset.paper = what || 'sheet';
    const answers = this.all('.solutions > div');
    for (const one of answers) one.hidden = one.dataset.step !== this.place.step;
    const none = this.dataset.paper === 'sheet' || (this.dataset.paper !== 'all' && answers.every((one) => one.hidden));
    for (const section of this.all('.solutions')) section.hidden = none;
  }
}
customElements.define('sc-module', Module);
