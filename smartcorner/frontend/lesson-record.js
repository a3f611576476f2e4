'use strict';

/**
 * How long a lesson takes, moment by moment, and its line in the trainer's log. It knows
 * nobody of the room. A pause of an hour ends a lesson: what comes after is another one.
 */
class LessonRecord {
  /** @param {LessonData} data @param {any} kept what was kept of it @param {(line: LogLine | null) => LogLine[]} log reads the log, and writes a line into it */
  constructor(data, kept, log) {
    const now = Date.now();
    const goes = kept && typeof kept.last === 'number' && now - kept.last < 3600000 && now >= kept.last;
    this.data = data;
    this.log = log;
    this.began = goes ? Number(kept.began) || now : now;
    /** Milliseconds by moment of the plan; -1 is what belongs to none. @type {{[moment: string]: number}} */
    this.spent = Object.assign({}, goes ? kept.spent : {});
    /** @type {string[]} */
    this.steps = goes && Array.isArray(kept.steps) ? kept.steps.slice() : [];
    this.logged = Boolean(goes && kept.logged);
    this.last = now;
  }

  /** Counts the time since the last call. @param {LessonScreen} screen the one that shows */
  count({ moment, step }) {
    const now = Date.now();
    const passed = now - this.last;
    this.last = now;
    const key = String(moment === undefined ? -1 : moment);
    // A machine that slept, or a clock that was set: nobody taught.
    if (passed > 0 && passed < 300000) this.spent[key] = (this.spent[key] || 0) + passed;
    if (step && !this.steps.includes(step)) this.steps.push(step);
  }

  get total() {
    return Object.keys(this.spent).reduce((sum, key) => sum + (Number(this.spent[key]) || 0), 0);
  }

  get kept() {
    return { began: this.began, last: this.last, spent: this.spent, steps: this.steps, logged: this.logged };
  }

  /** Writes the line, once there is something to write; one that was taken out stays out. */
  write() {
    const minutes = Math.round(this.total / 60000);
    if (minutes < 5) return;
    const { core, steps, text, title, page } = LessonParts;
    const id = `${this.data.id}@${this.began}`;
    const there = this.log(null).find((line) => line.id === id);
    if (this.logged && !there) return;
    const order = steps().map((one) => one.id);
    this.logged = true;
    this.log(Object.assign({ people: '', remark: '' }, there, {
      id, began: this.began, minutes,
      title: text(page && page.querySelector('h1')), of: core().length,
      steps: order.filter((one) => this.steps.includes(one)).map((one) => `${order.indexOf(one) + 1} ${text(title(one))}`),
    }));
  }
}
