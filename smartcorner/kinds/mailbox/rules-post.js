'use strict';

/** What can be done in a mailbox, and what happens there by itself. No page, no clock. */
const SmartCornerPost = (() => {
  const { isAddress, says, secret } = SmartCornerText;
  const { FIELDS, FOLDERS, draft, known, list, listed, mail, parts, person, whose, written } = SmartCornerMail;

  /** Whether a draft holds nothing that a person made. @param {Mail} one */
  const isEmpty = (one) => !one.text && (!one.subject || Boolean(one.prefix)) && (Boolean(one.forwards) || !(one.files || []).length) && (Boolean(one.answers) || FIELDS.every((field) => !(one.people || {})[field].length));

  /** Returns a copy that may be changed. @param {MailState} state @returns {MailState} */
  const copied = (state) => {
    /** @type {{[key: string]: string[]}} */
    const marks = {};
    for (const key of Object.keys(state.marks)) marks[key] = state.marks[key].slice();
    return Object.assign({}, state, {
      marks,
      mail: state.mail.map((one) => Object.assign({}, one, one.people && {
        people: { to: one.people.to.slice(), cc: one.people.cc.slice(), bcc: one.people.bcc.slice() },
        files: (one.files || []).slice(),
      })),
      opened: state.opened.slice(),
      clicked: state.clicked.slice(),
      reported: state.reported.slice(),
      found: state.found.slice(),
    });
  };

  /** @param {string[]} all @param {string} one */
  const once = (all, one) => { if (!all.includes(one)) all.push(one); };

  /** Leaves what is open; a draft stays, an empty one goes. @param {MailState} state */
  const close = (state) => {
    const open = draft(state);
    if (open && open.folder === 'drafts' && isEmpty(open)) state.mail = state.mail.filter((one) => one !== open);
    Object.assign(state, { open: '', edit: '', look: '' });
  };

  /** Opens a new draft. @param {MailState} state @param {Partial<Mail>} held */
  const write = (state, held) => {
    close(state);
    state.n += 1;
    const id = `own-${state.n}`;
    state.mail.unshift(Object.assign({
      id, folder: 'drafts', was: '', unread: false, own: true,
      people: { to: [], cc: [], bcc: [] }, subject: '', prefix: /** @type {''} */ (''), text: '', files: [], answers: '', forwards: '',
    }, held));
    Object.assign(state, { edit: id });
  };

  /** Puts a message elsewhere, and shows the list. @param {MailState} state @param {string} id @param {string} folder */
  const move = (state, id, folder) => {
    const one = mail(state, id);
    if (!one || one.folder === folder) return false;
    if (!['bin', 'junk'].includes(one.folder)) one.was = one.folder;
    one.folder = folder;
    if (state.edit === id || state.open === id) Object.assign(state, { open: '', edit: '', look: '' });
    return true;
  };

  /** The message that an action is about: the one named, else the one that is open. @param {MailState} state @param {any} action @param {any} world */
  const about = (state, action, world) => {
    const id = action.message || state.open;
    return mail(state, id) && written(world, id);
  };

  /** @param {MailState} state @param {any} action @param {any} world @param {boolean} all */
  const answer = (state, action, world, all) => {
    const message = about(state, action, world);
    if (!message || message.from === world.me) return false;
    const others = (/** @type {string[]} */ ids) => ids.filter((id) => id !== world.me && id !== message.from)
      .map((id) => person(world, id).address);
    const to = [person(world, message.from).address];
    write(state, {
      people: all
        ? { to: [...to, ...others(message.to || [])], cc: others(message.cc || []), bcc: [] }
        : { to, cc: [], bcc: [] },
      subject: message.subject, prefix: 're', answers: message.id,
    });
    return true;
  };

  /** @param {Mail} one @param {any} world says « ci-joint » and holds no file */
  const forgets = (one, world) => !(one.files || []).length && says(one.text || '', list(world, 'attached'));

  /** Puts a sentence where it belongs among the others, or takes it out. @param {string} text @param {any} sentence @param {any} world */
  const placed = (text, sentence, world) => {
    const lines = text.split('\n').filter((line) => line.trim());
    if (lines.includes(sentence.text)) return lines.filter((line) => line !== sentence.text).join('\n');
    const order = world.sentences.map((/** @type {any} */ one) => one.text);
    const after = lines.findIndex((line) => order.indexOf(line) > order.indexOf(sentence.text));
    lines.splice(after < 0 ? lines.length : after, 0, sentence.text);
    return lines.join('\n');
  };

  /** Each changes a copy of the state; false: it can't be done here. @type {{[name: string]: (state: MailState, action: any, world: any, before: MailState) => unknown}} */
  const deeds = {
    folder(state, { folder }) {
      const here = folder === state.folder && !state.search && !state.open && !state.edit;
      if (here || !FOLDERS.includes(folder)) return false;
      close(state);
      return Object.assign(state, { folder, search: '' });
    },
    open(state, { message }) {
      const one = mail(state, message);
      if (!one || state.open === message || state.edit === message) return false;
      close(state);
      if (one.own && one.folder === 'drafts') state.edit = message;
      else state.open = message;
      if (!state.search) state.folder = one.folder;
      one.unread = false;
      return once(state.opened, message);
    },
    close(state) {
      if (!state.open && !state.edit && !state.search) return false;
      if (!state.open && !state.edit) state.search = '';
      return close(state);
    },
    search(state, { text }, world) {
      if (typeof text !== 'string' || (text.trim() === state.search && !state.open && !state.edit)) return false;
      close(state);
      state.search = text.trim();
      if (state.search) for (const one of listed(state, world)) once(state.found, one.id);
      return true;
    },
    unread(state, { message }) {
      const one = mail(state, message);
      if (!one || one.own || one.unread) return false;
      one.unread = true;
      return close(state);
    },
    compose(state) { write(state, {}); },
    reply(state, action, world) { return answer(state, action, world, false); },
    'reply-all': (state, action, world) => answer(state, action, world, true),
    forward(state, action, world) {
      const message = about(state, action, world);
      if (!message) return false;
      return write(state, { subject: message.subject, prefix: 'fw', forwards: message.id, files: (message.attached || []).slice() });
    },
    add(state, action, world) {
      const [one, who] = [draft(state), person(world, action.person)];
      const held = one && one.people && one.people[action.field];
      if (!held || !who || whose(world, held).includes(who.id)) return false;
      return held.push(who.address);
    },
    type(state, { field, text }, world) {
      const one = draft(state);
      if (!one || typeof text !== 'string' || secret(text, list(world, 'secret'))) return false;
      if (field === 'subject') return text !== one.subject && Object.assign(one, { subject: text, prefix: '' });
      if (field === 'text') return text !== one.text && Object.assign(one, { text });
      const held = one.people && one.people[field];
      if (!held) return false;
      const before = held.length;
      for (const typed of text.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean)) {
        const who = known(world, typed);
        once(held, who ? who.address : typed.replace(/[.\s]+$/, ''));
      }
      return held.length > before;
    },
    remove(state, action) {
      const one = draft(state);
      const held = one && one.people && one.people[action.field];
      if (!held || !held.includes(action.address)) return false;
      return held.splice(held.indexOf(action.address), 1);
    },
    sentence(state, action, world) {
      const one = draft(state);
      const chosen = world.sentences.find((/** @type {any} */ each) => each.id === action.sentence);
      if (!one || !chosen) return false;
      if ((chosen.means || []).includes('subject')) return one.subject !== chosen.text && Object.assign(one, { subject: chosen.text, prefix: '' });
      if (action.stays && (one.text || '').split('\n').includes(chosen.text)) return false;
      return Object.assign(one, { text: placed(one.text || '', chosen, world) });
    },
    attach(state, action, world) {
      const one = draft(state);
      const file = world.files.find((/** @type {any} */ each) => each.id === action.file);
      if (!one || !one.files || !file || one.files.includes(file.id)) return false;
      if (file.megabytes > (world.limit || 10)) return Object.assign(state, { ask: 'size', file: file.id });
      return one.files.push(file.id);
    },
    detach(state, action) {
      const one = draft(state);
      if (!one || !one.files || !one.files.includes(action.file)) return false;
      return one.files.splice(one.files.indexOf(action.file), 1);
    },
    send(state, { anyway }, world) {
      const one = draft(state);
      if (!one || !one.people) return false;
      const all = FIELDS.reduce((held, field) => held.concat(/** @type {any} */ (one.people)[field]), /** @type {string[]} */ ([]));
      if (!all.length) state.ask = 'nobody';
      else if (!all.every(isAddress)) state.ask = 'address';
      else if (!anyway && forgets(one, world)) state.ask = 'attachment';
      else if (!anyway && !(one.subject || '').trim()) state.ask = 'subject';
      else {
        one.folder = 'sent';
        state.mail = [one, ...state.mail.filter((other) => other !== one)];
        Object.assign(state, { edit: '', open: '', folder: 'inbox', search: '', sent: one.id });
      }
      return true;
    },
    unsend(state, _action, _world, { sent }) {
      const one = mail(state, sent);
      if (!one) return false;
      close(state);
      one.folder = 'drafts';
      return Object.assign(state, { edit: one.id });
    },
    discard(state) { return Boolean(state.edit) && move(state, state.edit, 'bin'); },
    delete(state, { message }) { return move(state, message || state.open, 'bin'); },
    recover(state, { message }) {
      const one = mail(state, message || state.open);
      return Boolean(one) && ['bin', 'junk'].includes(/** @type {Mail} */ (one).folder)
        && move(state, /** @type {Mail} */ (one).id, /** @type {Mail} */ (one).was || 'inbox');
    },
    report(state, action, world) {
      const message = about(state, action, world);
      if (!message || message.from === world.me) return false;
      once(state.reported, message.id);
      return move(state, message.id, 'junk');
    },
    look(state, action, world) {
      const message = about(state, action, world);
      if (!message || state.open !== message.id) return false;
      return Object.assign(state, { look: state.look ? '' : message.id });
    },
    sign(state, action, world) {
      const message = about(state, action, world);
      if (!message || !parts(message).includes(action.part)) return false;
      const marks = state.marks[message.id] || (state.marks[message.id] = []);
      if (marks.includes(action.part)) marks.splice(marks.indexOf(action.part), 1);
      else marks.push(action.part);
      return true;
    },
    link(state, action, world) {
      const message = about(state, action, world);
      if (!message || !message.body.some((/** @type {any} */ part) => part.id === action.part && part.link)) return false;
      once(state.clicked, message.id);
      return Object.assign(state, { ask: 'link' });
    },
    file(state, action, world) {
      if (!world.files.some((/** @type {any} */ one) => one.id === action.file)) return false;
      return Object.assign(state, { ask: 'file', file: action.file });
    },
    // Closes what the tool asked or explained.
    fine(_state, _action, _world, { ask }) { return Boolean(ask); },
  };

  /** Returns the state after an action; the same one when it can't be done. @param {MailState} state @param {any} action @param {any} world @returns {MailState} */
  const act = (state, action, world) => {
    if (!Object.prototype.hasOwnProperty.call(deeds, action.do)) return state;
    const next = Object.assign(copied(state), { ask: '', file: '', sent: '' });
    return deeds[action.do](next, action, world, state) === false ? state : next;
  };

  /** Returns the state after something that nobody did: a message arrives. @param {MailState} state @param {any} deed @param {any} world @returns {MailState} */
  const happen = (state, { message }, world) => {
    if (mail(state, message) || !written(world, message)) return state;
    const next = copied(state);
    next.mail.unshift({ id: message, folder: 'inbox', was: '', unread: true, own: false });
    return next;
  };

  return { act, forgets, happen };
})();
