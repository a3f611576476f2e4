'use strict';

/** The clock of a pause or of a task: one at a time; it may run while other screens show. */
class LessonClock {
  constructor() {
    this.id = ''; // the screen that it belongs to
    this.rest = 0; // milliseconds, while it stands still
    this.end = 0; // when it is over, while it runs
  }

  get left() {
    return Math.max(0, this.end ? this.end - Date.now() : this.rest);
  }

  /** @param {string} id @param {number} minutes @param {boolean} run */
  set(id, minutes, run) {
    this.id = id;
    this.rest = minutes * 60000;
    this.end = run ? Date.now() + this.rest : 0;
  }

  toggle() {
    this.rest = this.left;
    this.end = this.end ? 0 : Date.now() + this.rest;
  }

  /** Returns a screen's face and its button. @param {string} id @param {number} minutes */
  timer(id, minutes) {
    const { copy, frame } = LessonParts;
    if (this.id !== id) this.set(id, minutes, false);
    const button = copy(frame('clock'), `[data-act="${this.end ? 'hold' : 'play'}"]`);
    button.dataset.act = 'play';
    return { face: copy(frame('clock'), '.tv-clock'), button };
  }

  /** Writes the time where it shows. @param {ParentNode} from */
  draw(from) {
    const { one, fill, frame } = LessonParts;
    const shown = from.querySelector('.tv-time');
    if (!shown) return;
    const said = frame('clock').dataset;
    const seconds = Math.ceil(this.left / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const now = seconds ? time : said.over || '';
    if (shown.textContent !== now) shown.textContent = now;
    const end = new Date(this.end);
    const hour = fill(said.hour || '', { h: end.getHours(), m: String(end.getMinutes()).padStart(2, '0') });
    one(from, '.tv-until').textContent = this.end && seconds ? fill(said.until || '', { time: hour }) : '';
  }
}
