'use strict';

/**
 * An answer is a list of ids: the lines chosen, the lines in order, or, for each
 * pair, the option chosen ('' for none).
 *
 * @typedef {{id: string, ok: boolean}} QuizMark what is said of one line
 * @typedef {'' | 'how' | 'wrong' | 'solved' | 'shown'} QuizStage what the note under the answers says
 * @typedef {{answer: string[], tries: number, stage: QuizStage}} QuizWork an attempt under way
 */

/**
 * One question: explains every answer, as often as one tries. Its solution is read
 * where paper shows it, under « Réponses ».
 * @fires sc-ready
 * @fires sc-fact {id: string, value: 'solved' | 'shown'}
 * @fires sc-work {id: string, value: QuizWork | null}
 */
class Quiz extends HTMLElement {
  constructor() {
    super();
    this.key = '';
    this.type = '';
    /** @type {string[]} ids in the order in which they were touched */
    this.order = [];
    this.tries = 0;
    /** @type {QuizStage} */
    this.stage = '';
    /** @type {unknown[]} the fact and the work that show */
    this.shown = [];
    this.byArrow = false;
    /** @type {HTMLElement[]} the solution's lines */
    this.lines = [];
  }

  connectedCallback() {
    for (const type of ['click', 'change', 'keydown', 'keyup']) this.addEventListener(type, this);
    this.key = this.dataset.id || '';
    this.type = this.dataset.type || '';
    this.lines = Array.from(document.querySelectorAll(`[data-answers="${this.key}"] li`));
    // A line is known by its place in the solution: its choice has that number as value.
    // Only lines to put in order stand in another one, and bring it.
    this.lines.forEach((line, n) => { line.dataset.id = String(n); });
    if (this.type !== 'order') this.boxes().forEach((box, n) => { box.value = String(n); });
    const words = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-quiz'));
    this.words = words.content;
    if (!this.querySelector('.told')) this.append(this.word('told'), this.type === 'single' ? '' : this.word('todo'));
    for (const box of this.boxes()) box.toggleAttribute('data-guard', true);
    // Touched before this script was there; not checked by the browser, which remembers who sat here before.
    const early = this.boxes().filter((box) => box.checked && SmartCorner.clicked.has(box));
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
    if (!this.shown.some(Boolean)) early.filter((box) => !box.checked).forEach((box) => box.click());
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const button = target.closest('button');
    if (event instanceof KeyboardEvent) this.press(event);
    else if (button) {
      if (event.type === 'click') this.act(button.dataset.do);
    } else if (this.type !== 'single') {
      if (event.type === 'change') this.change(target);
    } else if (event.type === 'click' && target instanceof HTMLInputElement) {
      // An arrow key moves the choice and the browser makes a click of it: no answer yet.
      if (this.byArrow) this.change(target);
      else this.check();
    }
  }

  /** Notes arrows; Enter answers as Space does, on a choice that an arrow chose too. @param {KeyboardEvent} event */
  press(event) {
    const { target, key } = event;
    this.byArrow = event.type === 'keydown' && key.startsWith('Arrow');
    if (event.type === 'keyup' || !(target instanceof HTMLInputElement)) return;
    const chosen = target.type === 'radio' && target.checked; // Space clicks no such choice
    if (key !== 'Enter' && !(key === ' ' && chosen)) return;
    event.preventDefault();
    if (!event.repeat) target.click();
  }

  /** @param {string | undefined} deed */
  act(deed) {
    if (deed === 'check') this.check();
    else if (deed === 'again') this.again();
    else this.finish('shown');
  }

  /** Takes in a line touched or an option chosen. @param {HTMLElement} target */
  change(target) {
    if (target instanceof HTMLInputElement) {
      this.order = this.order.filter((id) => id !== target.value);
      if (target.checked) this.order.push(target.value);
      this.number();
    }
    this.tell('');
    this.keep();
  }

  check() {
    const answer = this.answer();
    const whole = this.type === 'match' ? answer.every(Boolean) : answer.length > 0;
    if (!whole || (this.type === 'order' && answer.length < this.lines.length)) {
      this.tell('how');
    } else if (this.judge(answer).every((mark) => mark.ok) && answer.length === this.solution().length) {
      this.finish('solved');
    } else {
      this.tries += 1;
      this.tell('wrong');
      this.keep();
      if (this.type !== 'single') this.one('[data-do="again"]').focus();
    }
    this.uncover(this.one(this.stage === 'how' ? '.todo' : '.told'));
  }

  /** Brings what was said into view; Chromium 69 would leave it under a bar. @param {HTMLElement} note */
  uncover(note) {
    note.scrollIntoView({ block: 'nearest' });
    const { left, bottom } = note.getBoundingClientRect();
    const over = document.elementFromPoint(left + 9, Math.min(bottom, window.innerHeight) - 9);
    if (over && !note.contains(over)) window.scrollBy(0, bottom - over.getBoundingClientRect().top);
  }

  /** Keeps what is right, puts away the rest, and lets the person try again. */
  again() {
    const marks = this.judge(this.answer());
    const wrong = marks.findIndex((mark) => !mark.ok);
    if (this.stage === 'shown') this.put([]);
    else if (this.type === 'match') this.put(this.answer().map((id, n) => (marks[n].ok ? id : '')));
    else if (this.type === 'order') this.put(this.order.slice(0, wrong));
    else this.put(marks.filter((mark) => mark.ok).map((mark) => mark.id));
    this.tell('');
    this.keep();
    const free = [...this.boxes(), ...this.lists()].find((box) => ('checked' in box ? !box.checked : !box.value));
    if (free) free.focus();
  }

  /** @param {'solved' | 'shown'} value */
  finish(value) {
    this.put(this.solution());
    this.tell(value);
    this.send('sc-fact', value);
    this.send('sc-work', null);
    if (this.type !== 'single' || value === 'shown') this.one('.told').focus();
  }

  keep() {
    const answer = this.answer();
    this.send('sc-work', answer.some(Boolean) ? { answer, tries: this.tries, stage: this.stage } : null);
  }

  /** @param {string} type @param {unknown} value */
  send(type, value) {
    this.shown[type === 'sc-fact' ? 0 : 1] = value;
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { id: this.key, value } }));
  }

  /**
   * Shows an attempt under way as it was left, else what the question ended with.
   * @param {Map<string, unknown>} facts by item id
   * @param {Map<string, unknown>} work by item id
   */
  restore(facts, work) {
    const fact = facts.get(this.key);
    const kept = /** @type {QuizWork | undefined} */ (work.get(this.key));
    const before = JSON.stringify(this.shown);
    this.shown = [fact, kept || null];
    if (before === JSON.stringify(this.shown)) return; // said already: a reader would repeat it
    this.tries = kept ? kept.tries : 0;
    if (kept) this.put(kept.answer);
    else this.put(fact ? this.solution() : []);
    if (kept) this.tell(kept.stage);
    else this.tell(fact === 'solved' || fact === 'shown' ? fact : '');
  }

  // ---- the answer ----

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return Array.from(this.querySelectorAll('input'));
  }

  /** @returns {HTMLSelectElement[]} */
  lists() {
    return Array.from(this.querySelectorAll('select'));
  }

  /** @returns {string[]} */
  answer() {
    if (this.type === 'match') return this.lists().map((list) => list.value);
    if (this.type === 'order') return this.order;
    return this.boxes().filter((box) => box.checked).map((box) => box.value);
  }

  /** @param {string[]} answer */
  put(answer) {
    this.order = answer.slice();
    for (const box of this.boxes()) box.checked = answer.includes(box.value);
    this.lists().forEach((list, n) => { list.value = answer[n] || ''; });
    this.number();
  }

  /** @returns {string[]} */
  solution() {
    const id = (/** @type {HTMLElement} */ line) => line.dataset.id || '';
    if (this.type === 'match') return this.lines.map((line) => line.dataset.right || '');
    if (this.type === 'order') return this.lines.map(id);
    return this.lines.filter((line) => 'right' in line.dataset).map(id);
  }

  /** @param {string[]} answer @returns {QuizMark[]} */
  judge(answer) {
    const right = this.solution();
    if (this.type === 'match') {
      return this.lines.map((line, n) => ({ id: line.dataset.id || '', ok: answer[n] === right[n] }));
    }
    const byPlace = this.type === 'order';
    return answer.map((id, n) => ({ id, ok: byPlace ? id === right[n] : right.includes(id) }));
  }

  /** Numbers the lines of an order. */
  number() {
    if (this.type !== 'order') return;
    const word = this.word('place').textContent || '';
    for (const box of this.boxes()) {
      const n = this.order.indexOf(box.value) + 1;
      const told = word.replace('{n}', String(n));
      box.dataset.n = n ? String(n) : '';
      box.setAttribute('aria-description', n ? told : '');
    }
  }

  // ---- the note under it ----

  /** @param {string} name @returns {HTMLElement} */
  one(name) {
    return /** @type {HTMLElement} */ (this.querySelector(name));
  }

  /** @param {string} name @returns {HTMLElement} words of the page, ready to show */
  word(name) {
    const words = /** @type {DocumentFragment} */ (this.words).querySelector(`.${name}`);
    return /** @type {HTMLElement} */ (/** @type {Element} */ (words).cloneNode(true));
  }

  /** @param {QuizMark} mark */
  why({ id, ok }) {
    const line = this.lines.find((one) => one.dataset.id === id);
    // Of several choices, those that are right are also said to be.
    const said = /^(multiple|spot)/.test(this.type) ? 'b, span' : 'span';
    const why = document.createElement('p');
    if (line) for (const part of Array.from(line.children)) if (part.matches(said)) why.append(part.cloneNode(true), ' ');
    if (this.type !== 'single') why.className = ok ? 'ok' : 'not';
    return why;
  }

  /** @param {QuizStage} stage */
  tell(stage) {
    this.stage = stage;
    const over = stage === 'solved' || stage === 'shown';
    if (over) this.removeAttribute('data-todo');
    else this.setAttribute('data-todo', '');
    const note = this.one('.told');
    note.dataset.stage = stage;
    const status = this.one('.told [role]');
    status.textContent = '';
    status.append(...this.said(stage));
    this.one('.told .btns').hidden = stage !== 'wrong' && stage !== 'shown';
    this.one('[data-do="again"]').classList.toggle('btn-main', stage === 'wrong');
    this.one('[data-do="show"]').hidden = stage !== 'wrong';
    const todo = this.one('.todo');
    if (todo) todo.hidden = over || stage === 'wrong';
  }

  /** @param {QuizStage} stage @returns {Node[]} */
  said(stage) {
    if (!stage) return [];
    if (stage === 'how') return [this.one('.how').cloneNode(true)];
    if (stage !== 'wrong') {
      const byPlace = this.type === 'order' || this.type === 'match';
      const told = byPlace ? this.lines : this.lines.filter((line) => 'right' in line.dataset);
      const whys = told.map((line) => this.why({ id: line.dataset.id || '', ok: true }));
      return [this.word(stage === 'solved' ? 'yes' : 'shown'), ...whys, this.word('next')];
    }
    const head = this.word('no');
    const comfort = head.querySelector('span');
    if (this.tries > 1 && comfort) comfort.remove();
    const marks = this.judge(this.answer());
    const wrong = marks.filter((mark) => !mark.ok);
    // Of an order, the first line that is out of place is enough.
    if (this.type === 'order') return [head, this.why(wrong[0])];
    if (this.type === 'match') return [head, ...wrong.map(this.why, this)];
    const missing = this.type !== 'single' && marks.length - wrong.length < this.solution().length;
    return [head, ...marks.map(this.why, this), ...(missing ? [this.word('more')] : [])];
  }
}
customElements.define('sc-quiz', Quiz);
