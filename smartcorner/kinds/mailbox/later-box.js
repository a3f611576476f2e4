'use strict';

/** What a mailbox is whatever one does in it: its words, its parts, the folders, the list. */
class MailboxBox extends SimulationElement {
  constructor() {
    super();
    this.folders = false; // whether the folders are unfolded, on a phone
    this.copies = false; // whether Cc and Cci show
    this.unfolded = ''; // the line that takes one more address
    this.ends = false; // whether the dialog closes once what was chosen in it is drawn
    this.view = '';
    this.shown = ''; // the message or draft that shows, with ? the one whose signs are looked for
    /** @type {Map<string, HTMLElement>} what lies in the tool */
    this.parts = new Map();
    /** @type {Map<string, string>} what each part shows */
    this.drawn = new Map();
    this.own = /** @type {SimulationWords} */ (/** @type {unknown} */ (null));
  }

  connectedCallback() {
    if (!this.own) this.own = new SimulationWords('sc-mailbox');
    super.connectedCallback();
  }

  // ---- words and things ----

  /** @returns {MailState} */
  get state() { return this.session.state; }

  /** @returns {any} the world of this go */
  get there() { return this.session.exercise.world; }

  /** A piece of the words, in this look. @param {string} name @param {{[word: string]: unknown}} [words] */
  piece(name, words) { return this.own.piece(this.dressed(name), words); }

  /** @param {string} name @returns {string} what it is called in this look */
  dressed(name) {
    const dressed = `${name}.${this.look}`;
    return this.own.has(dressed) ? dressed : name;
  }

  /** @param {string} name @param {{[word: string]: unknown}} [words] @returns {string} */
  phrase(name, words) { return this.own.text(this.dressed(name), words); }

  /** @returns {string} */
  get look() { return this.session.exercise.skin || 'harbour'; }

  /** @returns {Node} the opening words of this kind */
  opening() { return this.piece('opening'); }

  /**
   * A button that does something, or opens a dialog (`{open: 'people', field: 'to'}`).
   * @param {string} name of its words @param {string} key @param {any} deed @param {string} [more] classes
   */
  button(name, key, deed, more = '') {
    return simulationPart(`button.btn.btn-small${more}`, { 'data-k': key, 'data-deed': JSON.stringify(deed), 'data-guard': true }, ...Array.from(this.piece(name).childNodes));
  }

  /** @param {string} address @returns {string} whose it is */
  nameOf(address) {
    const who = SmartCornerMail.known(this.there, address);
    if (who && who.id === this.there.me) return this.phrase('you');
    return who ? who.name : address;
  }

  /** @param {Mail} one @returns {string} */
  subjectOf(one) {
    if (!one.own) return SmartCornerMail.written(this.there, one.id).subject;
    if (!one.subject) return this.phrase('no-subject');
    return one.prefix ? this.phrase(one.prefix, { subject: one.subject }) : one.subject;
  }

  /** @param {number} size */
  megabytes(size) { return this.phrase('size', { n: String(size).replace('.', document.documentElement.lang === 'en' ? '.' : ',') }); }

  // ---- the tool ----

  /** @param {HTMLElement} place */
  draw(place) {
    const { edit, open, look } = this.state;
    const view = edit ? 'write' : (open ? 'read' : 'list');
    const active = /** @type {HTMLElement} */ (document.activeElement);
    const { ends } = this;
    const [had, key, at] = [ends || place.contains(active), ends ? this.asked : this.focusKey(), active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.selectionStart : null];
    const shown = look ? `?${look}` : edit || open;
    // Looking for signs begins at the top, and ends where one is.
    const turned = this.view !== view || (this.shown !== shown && this.shown !== `?${shown}`);
    this.lay(place, view);
    this.end(); // and the page is laid out once
    const former = this.shown.replace('?', '');
    Object.assign(this, { view, shown });
    this.weigh();
    // What was chosen in a dialog seems to have the focus until the page is laid out.
    if (had && (turned || ends || document.activeElement !== active)) {
      const heading = /** @type {HTMLElement} */ (place.querySelector(view === 'list' ? '.mb-list h3' : '.mb-pane h3'));
      if (turned || !this.focusOn(key)) {
        if (!(turned && view === 'list' && this.focusOn(`m-${former}`))) heading.focus({ preventScroll: true });
        if (turned) this.come();
      } else if (at !== null && (document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement)) {
        document.activeElement.setSelectionRange(at, at);
      }
    }
    if (this.state.ask) this.question();
  }

  /** Closes a dialog in which something was chosen. */
  end() {
    if (this.ends) /** @type {HTMLDialogElement} */ (this.one('dialog')).close();
    this.ends = false;
  }

  /** Lays out the tool's parts; what still shows the same stays as it is. @param {HTMLElement} place @param {string} view */
  lay(place, view) {
    const { folder, search, open, edit, sent, look, marks, mail } = this.state;
    const box = /** @type {HTMLElement} */ (place.firstElementChild) || place.appendChild(simulationPart('div.mb'));
    Object.assign(box.dataset, { look: this.look, view, folders: this.folders ? 'open' : 'closed' });
    const shown = SmartCornerMail.mail(this.state, edit || open);
    /** @type {[string, any, () => HTMLElement][]} */
    const parts = [
      ['top', 0, () => simulationPart('div.mb-top', {}, this.button('folders', 'folders', { open: 'folders' }, '.mb-fold'), this.button('compose', 'compose', { do: 'compose' }, '.mb-compose'))],
      ['nav', [folder, search, mail.map((one) => [one.folder, one.unread])], () => this.nav()],
      ['list', [folder, search, open, edit, sent, mail.map((one) => Object.assign({}, one, { text: '' }))], () => this.list()],
      ['pane', [view, shown, this.copies, this.unfolded, look, marks[open]], () => this.pane(view)],
    ];
    for (const [name, seen, make] of parts) {
      const now = JSON.stringify([this.seed, seen]);
      const former = this.parts.get(name);
      if (this.drawn.get(name) === now) continue;
      const made = make();
      const typed = this.fields(made).map((field) => field.value);
      if (!former || former.nodeName !== made.nodeName) {
        if (former) former.replaceWith(made);
        else box.append(made);
        this.parts.set(name, made);
      } else {
        simulationRenew(former, made);
        this.fields(former).forEach((field, n) => { if (field.value !== typed[n]) field.value = typed[n]; });
      }
      this.drawn.set(name, now);
    }
  }

  /** @param {Element} part @returns {HTMLInputElement[]} */
  fields(part) { return Array.from(part.querySelectorAll('[data-field]')); }

  /** What the tool asks or explains: the writing half knows. */
  question() {}

  /** Makes the most natural button yellow. */
  weigh() {}

  nav() {
    const unread = (/** @type {string} */ folder) => this.state.mail.filter((one) => one.folder === folder && one.unread).length;
    const row = (/** @type {string} */ folder) => {
      const button = this.button(folder, `f-${folder}`, { do: 'folder', folder }, '.mb-folder');
      if (folder === this.state.folder && !this.state.search) button.setAttribute('aria-current', 'true');
      const n = unread(folder);
      if (n && folder !== 'bin') button.append(simulationPart('em', { title: this.phrase('n-new', { n }) }, String(n)));
      return simulationPart('li', {}, button);
    };
    return simulationPart('nav.mb-nav', { 'aria-label': this.phrase('folder-list') }, simulationPart('ul', {}, ...SmartCornerMail.FOLDERS.map(row)));
  }

  list() {
    const { folder, search, mail } = this.state;
    const found = SmartCornerMail.listed(this.state, this.there);
    const unread = mail.filter((one) => one.folder === folder && one.unread).length;
    const title = search ? this.phrase('results', { text: search }) : this.phrase(folder);
    return simulationPart('section.mb-list', { 'aria-label': this.phrase('list') },
      simulationPart('div.mb-bar', {},
        simulationPart('h3', { tabindex: -1 }, title, !search && unread > 0 && simulationPart('small', {}, ` ${this.phrase('n-new', { n: unread })}`)),
        search && this.button('found', 'found', { do: 'search', text: '' })),
      this.sent(),
      found.length ? simulationPart('ul.mb-rows', {}, ...found.map((one) => simulationPart('li', {}, this.row(one))))
        : simulationPart('p.mb-empty', {}, this.phrase('empty')),
      this.searcher());
  }

  /** @param {Mail} one */
  row(one) {
    const message = one.own ? null : SmartCornerMail.written(this.there, one.id);
    const from = message && SmartCornerMail.person(this.there, message.from);
    const people = one.people ? [...one.people.to, ...one.people.cc, ...one.people.bcc].map((at) => this.nameOf(at)) : [];
    const name = from && from.id !== this.there.me ? from.name : `${this.phrase('to')} : ${people.join(', ') || (message && message.to ? message.to.map((/** @type {string} */ id) => SmartCornerMail.person(this.there, id).name).join(', ') : this.phrase('nobody'))}`;
    const files = (message ? message.attached : one.files) || [];
    return simulationPart(`button.mb-row${one.unread ? '.mb-unread' : ''}`, {
      'data-k': `m-${one.id}`, 'data-deed': JSON.stringify({ do: 'open', message: one.id }), 'data-guard': true,
      'aria-current': this.state.open === one.id || this.state.edit === one.id ? 'true' : null,
    },
    // Chromium 69 lays out no button as a grid.
    simulationPart('span.mb-cells', {}, this.face(name, from), simulationPart('span.mb-who', {}, name),
      one.unread ? this.piece('new') : simulationPart('span.mb-date', {}, (message && message.date) || ''),
      simulationPart('span.mb-subject', {}, files.length > 0 && this.piece('clip'), this.subjectOf(one))));
  }

  /** @param {string} name @param {any} who */
  face(name, who) {
    const letters = name.replace(/^.+ : /, '').split(/\s+/).map((word) => word[0] || '').filter((letter) => /\p{L}/u.test(letter));
    const n = who ? this.there.people.indexOf(who) % 3 : 0;
    return simulationPart('span.mb-face', { 'aria-hidden': 'true', 'data-n': n }, letters.slice(0, 2).join('').toUpperCase());
  }

  /** What was sent just now can be called back. */
  sent() {
    return this.state.sent && simulationPart('div.mb-sent', {}, this.button('unsend', 'unsend', { do: 'unsend' }));
  }

  searcher() {
    return simulationPart('form.mb-search', { role: 'search', autocomplete: 'off' },
      this.field('search', 'search', this.phrase('search-what'), this.state.search),
      simulationPart('button.btn.btn-small', { type: 'submit', 'data-k': 'searching', 'data-guard': true }, ...Array.from(this.piece('search').childNodes)));
  }

  /** A field that a browser neither fills in nor corrects. @param {string} name @param {string} key @param {string} label @param {string} value */
  field(name, key, label, value) {
    const many = name === 'text';
    const field = simulationPart(many ? 'textarea' : 'input', {
      type: many ? null : 'text', 'data-k': key, 'data-field': name, autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', spellcheck: 'false', rows: many ? 6 : null,
      maxlength: many ? 2000 : 200,
    });
    field.value = value;
    return simulationPart('label.mb-field', {}, simulationPart('span', {}, label), field);
  }

  /** @param {string} view */
  pane(view) {
    if (view === 'write') return this.editor();
    if (view === 'read') return this.reader();
    return simulationPart('div.mb-pane.mb-none', {}, simulationPart('p.note', {}, this.phrase('choose')));
  }

  /** A message that is open. @returns {HTMLElement} */
  reader() { return document.createElement('div'); }

  /** A draft that is open. @returns {HTMLElement} */
  editor() { return document.createElement('div'); }
}
