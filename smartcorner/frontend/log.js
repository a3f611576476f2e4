'use strict';

/** The trainer's log (lesson-record.js writes it): a remark, a number of people, a file, gone on request. */
class LessonLog extends HTMLElement {
  connectedCallback() {
    document.documentElement.classList.remove('hold'); // nobody's work is here
    this.key = `sc:${SmartCorner.site}:lesson-log`;
    this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
    /** @type {LogLine[]} should nothing be kept, this page still has them */
    this.lines = this.read();
    this.out = -Infinity; // when a line was taken out, in milliseconds
    this.addEventListener('click', this);
    this.addEventListener('input', this);
    // A lesson in another window writes too.
    window.addEventListener('storage', ({ key }) => {
      if (key === this.key && !this.contains(document.activeElement)) this.show();
    });
    this.show();
  }

  /** @returns {LogLine[]} the newest first */
  read() {
    try {
      const { lines } = JSON.parse(localStorage.getItem(this.key || '') || '{}') || {};
      const good = (/** @type {any} */ line) => line && typeof line.id === 'string' && Number.isFinite(line.began)
        && Number.isFinite(line.minutes) && Array.isArray(line.steps);
      return (Array.isArray(lines) ? lines.filter(good) : []).sort((one, other) => other.began - one.began);
    } catch (error) {
      return error ? [] : []; // forbidden or damaged: there is no log
    }
  }

  /** @param {LogLine[]} lines */
  write(lines) {
    this.lines = lines;
    try {
      if (lines.length) localStorage.setItem(this.key || '', JSON.stringify({ v: 1, lines }));
      else localStorage.removeItem(this.key || '');
    } catch (error) {
      if (error) this.say('lost');
    }
  }

  /** @param {'saved' | 'erased' | 'out' | 'lost'} what */
  say(what) {
    const status = this.one('[role="status"]');
    status.textContent = status.dataset[what] || '';
  }

  /** @param {string} name @param {ParentNode} [from] */
  one(name, from) {
    return /** @type {HTMLElement} */ ((from || this).querySelector(name));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('.log-line'));
    if (event.type === 'input') {
      if (row && target instanceof HTMLElement) this.note(row);
      return;
    }
    const button = /** @type {HTMLElement | null} */ (target.closest('[data-act]'));
    const act = button && button.dataset.act;
    if (act === 'save') this.save();
    else if (act === 'ask' && this.dialog) {
      this.dialog.showModal();
      this.one('h2', this.dialog).focus();
    } else if (act === 'keep' && this.dialog) this.dialog.close();
    else if (act === 'erase' && this.dialog) {
      this.dialog.close();
      this.write([]);
      this.show();
      this.one('h1').focus(); // what was pressed is gone
      this.say('erased');
    } else if (act === 'out' && row && event.timeStamp - Number(this.out) > 400) {
      this.out = event.timeStamp; // a hand that trembles presses twice: the next line has come up under it
      this.write(this.read().filter(({ id }) => id !== row.dataset.id));
      this.show();
      this.one('h1').focus();
      this.say('out');
    }
  }

  /** Keeps what is written in a line; the rest of it may have changed in a lesson. @param {HTMLElement} row */
  note(row) {
    const people = /** @type {HTMLInputElement} */ (this.one('[name="people"]', row));
    const remark = /** @type {HTMLTextAreaElement} */ (this.one('[name="remark"]', row)).value;
    const count = people.value === '' || !people.checkValidity() ? '' : Number(people.value);
    this.write(this.read().map((line) => (line.id === row.dataset.id ? Object.assign(line, { people: count, remark }) : line)));
  }

  /** @param {LogLine} line @returns {[string, string]} day and hour, as a spreadsheet knows them */
  time({ began }) {
    const date = new Date(began);
    const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    return [`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`, `${two(date.getHours())}:${two(date.getMinutes())}`];
  }

  show() {
    this.lines = this.read();
    const list = this.one('.log-lines');
    list.textContent = '';
    for (const line of this.lines) list.append(this.row(line));
    this.one('.log-none').hidden = this.lines.length > 0;
    for (const tool of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('.log-tools'))) tool.hidden = !this.lines.length;
  }

  /** @param {LogLine} line */
  row(line) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template'));
    const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
    const date = new Date(line.began);
    const hour = (this.dataset.hour || '').replace('{h}', String(date.getHours())).replace('{m}', String(date.getMinutes()).padStart(2, '0'));
    const day = date.toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, {
      weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
    });
    row.dataset.id = line.id;
    this.one('h2', row).textContent = line.title;
    const facts = this.one('.log-facts', row);
    const said = facts.dataset;
    const minutes = ((line.minutes === 1 ? said.minutesOne : said.minutes) || '').replace('{n}', String(line.minutes));
    const steps = ((line.steps.length === 1 ? said.stepsOne : said.steps) || '').replace('{n}', String(line.steps.length));
    facts.textContent = `${day}, ${hour} · ${minutes} · ${steps}`;
    /** @type {HTMLInputElement} */ (this.one('[name="people"]', row)).value = String(line.people === undefined ? '' : line.people);
    const remark = /** @type {HTMLTextAreaElement} */ (this.one('[name="remark"]', row));
    remark.value = line.remark || '';
    const hint = this.one('.log-hint', row);
    hint.id = `hint-${line.id}`;
    remark.setAttribute('aria-describedby', hint.id);
    const out = this.one('[data-act="out"]', row);
    out.setAttribute('aria-label', `${(out.textContent || '').trim()}, ${line.title}, ${day}`);
    return row;
  }

  /** Gives the file to the browser, oldest first. */
  save() {
    const lines = this.lines || [];
    const rows = lines.slice().reverse().map((line) => [
      ...this.time(line), line.title, line.steps.join(', '), line.minutes, line.people, line.remark,
    ]);
    const text = logFile.csv([(this.dataset.columns || '').split('|'), ...rows]);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = `${this.dataset.file}.csv`;
    this.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // when the browser has read it
    this.say('saved');
  }
}
customElements.define('sc-log', LessonLog);
