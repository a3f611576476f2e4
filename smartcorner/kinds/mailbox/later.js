'use strict';

/** The mailbox: what is touched and typed in it, and what is said of that. */
class Mailbox extends MailboxWriting {
  constructor() {
    super();
    this.folders = false; // whether the folders are unfolded, on a phone
    /** @type {(() => void) | null} what was typed, to be taken in once no finger is down */
    this.late = null;
    this.down = false;
  }

  connectedCallback() {
    super.connectedCallback();
    // A field that loses the focus to a press changes nothing until that press is over: what
    // is pressed would move away under the finger.
    for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
      document.addEventListener(type, () => {
        this.down = type === 'pointerdown';
        if (!this.down) window.setTimeout(() => this.settle(), 300);
      }, true);
    }
  }

  settle() {
    const { late } = this;
    this.late = null;
    if (late) late();
  }

  /** What is typed is taken in before anything is taken back. @param {string} deed */
  press(deed) {
    this.settle();
    super.press(deed);
  }

  get between() { return Boolean(this.state.ask); }

  // ---- what is done ----

  /** @param {Event} event */
  used(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === 'submit') {
      const field = /** @type {HTMLInputElement} */ (this.one('[data-field="search"]'));
      this.act({ do: 'search', text: field.value });
    } else if (event instanceof KeyboardEvent) {
      if (event.type === 'keydown' && event.key === 'Enter' && target.matches('[data-field="to"], [data-field="cc"], [data-field="bcc"]')) {
        event.preventDefault();
        this.take(/** @type {HTMLInputElement} */ (target), true);
      }
    } else if (event.type === 'click') {
      const button = target.closest('[data-deed]');
      if (button instanceof HTMLElement && (button.dataset.k || '').startsWith('at-')) this.late = null; // still typing
      this.settle();
      if (button instanceof HTMLElement) this.deed(JSON.parse(button.dataset.deed || '{}'), button);
      else if (target.closest('[data-close]')) /** @type {HTMLDialogElement} */ (this.one('dialog')).close();
    } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      const name = target.dataset.field || '';
      if (name === 'search') return;
      const writes = name === 'subject' || name === 'text';
      const line = target.closest('.mb-line');
      if (event.type === 'input' && line && !writes) line.classList.toggle('typing', target.value.trim() !== '');
      if (event.type === 'input' && writes) this.typed(target, false);
      if (event.type === 'focusout') {
        const taken = () => { if (writes) this.typed(target, true); else this.take(/** @type {HTMLInputElement} */ (target), false); };
        if (this.down) this.late = taken;
        else taken();
      }
    }
  }

  /** @param {any} deed @param {HTMLElement} button */
  deed(deed, button) {
    const dialog = /** @type {HTMLDialogElement} */ (this.one('dialog'));
    if (deed.do) {
      const inside = dialog.contains(button);
      if (deed.do === 'fine') {
        dialog.close(); // what closes the dialog says so
        return;
      }
      const stays = deed.do === 'sentence' && !this.sentencesFor('subject').some((one) => one.id === deed.sentence);
      this.ends = inside && !stays;
      if (deed.do === 'folder') this.folders = false;
      this.unfolded = '';
      if (deed.do === 'compose' || deed.do === 'close' || deed.do === 'open') this.copies = false;
      this.act(deed);
      this.end();
      if (inside && stays) this.offerSentences('sentences');
    } else if (deed.at) {
      const field = /** @type {HTMLInputElement} */ (this.one(`[data-field="${deed.at}"]`));
      field.setRangeText('@', field.selectionStart || 0, field.selectionEnd || 0, 'end');
      field.focus();
    } else if (deed.take) {
      this.take(/** @type {HTMLInputElement} */ (this.one(`[data-field="${deed.take}"]`)), true);
    } else if (deed.open === 'folders') {
      this.folders = !this.folders;
      this.render();
    } else if (deed.open === 'unfold') {
      this.unfolded = deed.field;
      this.render();
      this.focusOn(`people-${deed.field}`);
    } else if (deed.open === 'copies') {
      this.copies = true;
      this.render();
      this.focusOn('cc');
    } else this.offer(deed);
  }

  /**
   * Takes in what is typed in the subject or the text. A word under way waits: nothing of
   * a password is kept before it can be told.
   * @param {HTMLInputElement | HTMLTextAreaElement} field @param {boolean} whole
   */
  typed(field, whole) {
    const one = SmartCornerMail.draft(this.state);
    const name = /** @type {'subject' | 'text'} */ (field.dataset.field);
    if (!one || !field.isConnected) return;
    if (this.refused(field.value)) {
      field.value = (one[name] || '').replace(/[\d .-]*$/, '');
      this.enter(name, field.value);
      return;
    }
    const text = whole ? field.value : field.value.replace(/\S*$/, '');
    if (whole ? text !== (one.prefix && name === 'subject' ? this.subjectOf(one) : one[name]) : text.trim() !== (one[name] || '').trim()) this.enter(name, text);
  }

  /** @param {string} field @param {string} text */
  enter(field, text) {
    const { history } = this.session;
    const last = history[history.length - 1];
    this.drawn.delete('pane'); // what is typed stands there already
    this.act({ do: 'type', field, text }, { quiet: true, join: Boolean(last) && last.do === 'type' && last.field === field });
    this.weigh();
  }

  /** Takes in an address. @param {HTMLInputElement} field @param {boolean} show whether it is drawn at once */
  take(field, show) {
    const text = field.value.trim();
    if (!text || !field.isConnected) return;
    if (this.refused(text)) field.value = '';
    else {
      this.drawn.delete('pane');
      const taken = this.act({ do: 'type', field: field.dataset.field, text }, { quiet: !show });
      if (show && !taken) this.render(); // taken in when the field lost the focus
      if (!show) field.value = field.value.trim();
    }
  }

  // ---- what is said ----

  /** @param {SimAction} action @param {SimSession} before */
  told(action, before) {
    const was = /** @type {MailState} */ (before.state);
    const new_ = this.state.mail.find((one) => !one.own && !was.mail.some((other) => other.id === one.id));
    const arrived = new_ ? this.phrase('t-arrived', { name: SmartCornerMail.person(this.there, SmartCornerMail.written(this.there, new_.id).from).name }) : '';
    const about = SmartCornerMail.mail(was, action.message || was.open || was.edit);
    const to = this.state.sent && SmartCornerMail.mail(this.state, this.state.sent);
    const words = {
      subject: about ? this.subjectOf(about) : '',
      name: to && to.people ? [...to.people.to, ...to.people.cc, ...to.people.bcc].map((at) => this.nameOf(at)).join(', ') : this.nameOf(action.address || ''),
      file: (this.there.files.find((/** @type {any} */ one) => one.id === action.file) || {}).name,
      n: SmartCornerMail.listed(this.state, this.there).length,
    };
    const quiet = this.state.ask || (action.do === 'search' && !action.text) || !this.own.has(`t-${action.do}`);
    return [quiet ? '' : this.phrase(`t-${action.do}`, words), arrived].filter(Boolean).join(' ');
  }

  /** Signs that were not found, and honest parts that were taken for signs, in what was looked at. */
  lookBack() {
    const { marks } = this.state;
    const missed = [];
    const alarms = [];
    for (const id of Object.keys(marks).filter((one) => marks[one].length)) {
      const message = SmartCornerMail.written(this.there, id);
      const signs = message.signs || [];
      missed.push(...signs.filter((/** @type {any} */ one) => !marks[id].includes(one.part)));
      alarms.push(...(message.honest || []).filter((/** @type {any} */ one) => marks[id].includes(one.part)));
    }
    const list = (/** @type {string} */ title, /** @type {any[]} */ all) => (all.length ? [simulationPart('p', {}, simulationPart('b', {}, this.phrase(title))), simulationPart('ul.sim-why', {}, ...all.map((one) => simulationPart('li', {}, one.why)))] : []);
    return [...list('missed', missed), ...list('alarms', alarms)];
  }

  /** Where an action is done on this screen: its own control, or the one that leads to it. @param {SimAction} action */
  control(action) {
    const seen = (/** @type {string} */ key) => {
      const all = /** @type {HTMLElement[]} */ (Array.from(this.querySelectorAll(`.sim-tool [data-k="${key}"], dialog[open] [data-k="${key}"]`)));
      return all.find((one) => one.offsetParent) || null;
    };
    const first = (/** @type {string[]} */ ...keys) => keys.reduce((/** @type {HTMLElement | null} */ found, key) => found || seen(key), null);
    const { edit } = this.state;
    const folder = (/** @type {string} */ name) => first(`f-${name}`, 'folders', 'back');
    const one = SmartCornerMail.mail(this.state, action.message || '');
    /** @type {{[name: string]: () => HTMLElement | null}} */
    const ways = {
      folder: () => folder(action.folder),
      open: () => first(`m-${action.message}`) || (one && one.folder !== this.state.folder ? folder(one.folder) : first('back')),
      search: () => first('search', 'back'),
      add: () => first(`people-${action.field}`, `more-${action.field}`, 'copies'),
      sentence: () => first(this.sentencesFor('subject').some(({ id }) => id === action.sentence) ? 'subjects' : 'sentences'),
      attach: () => first('attach'),
      type: () => first(action.field),
      send: () => first('send', 'send-top'),
      sign: () => first(`s-${action.part}`, 'look', `m-${action.message}`, 'back'),
      link: () => first(`l-${action.part}`, `m-${action.message}`, 'back'),
      compose: () => first('compose', 'back'),
    };
    return ways[action.do] ? ways[action.do]() : first(action.do, edit ? 'back' : `m-${action.message}`, 'back');
  }
}

customElements.define('sc-mailbox', Mailbox);
