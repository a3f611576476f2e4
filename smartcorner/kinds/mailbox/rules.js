'use strict';

/** What a mailbox's goals may ask, what it tells, what one can do next; for the engine. */
{
  const { FIELDS, FOLDERS, draft, list, listed, mail, parts, start, whose, written } = SmartCornerMail;
  const { act, forgets, happen } = SmartCornerPost;
  const { says, words } = SmartCornerText;

  // ---- what holds ----

  /** @param {string[]} one @param {string[]} other whether they hold the same, in any order */
  const same = (one, other) => one.length === other.length && one.every((each) => other.includes(each));

  /** Whether a text does what a word of the world names: greet, thank… @param {string} text @param {string} what @param {any} world */
  const does = (text, what, world) => says(text, list(world, what))
    || world.sentences.some((/** @type {any} */ one) => (one.means || []).includes(what) && text.includes(one.text));

  /** What can be asked of a message; each is true or false. @type {{[key: string]: (one: any, wanted: any, world: any) => boolean}} */
  const ASKED = {
    to: (one, wanted, world) => same(whose(world, one.people.to), wanted),
    cc: (one, wanted, world) => same(whose(world, one.people.cc), wanted),
    bcc: (one, wanted, world) => same(whose(world, one.people.bcc), wanted),
    anyone: (one, wanted, world) => FIELDS.some((field) => whose(world, one.people[field]).includes(wanted)),
    lost: (one, wanted, world) => wanted === FIELDS.some((field) => whose(world, one.people[field]).includes('?')),
    attached: (one, wanted) => same(one.files, wanted),
    forgot: (one, wanted, world) => wanted === forgets(one, world),
    subject: (one, wanted) => wanted === Boolean(one.subject.trim()),
    subject_says: (one, wanted, world) => does(one.subject, wanted, world),
    greeting: (one, wanted, world) => wanted === does(one.text, 'greeting', world),
    thanks: (one, wanted, world) => wanted === does(one.text, 'thanks', world),
    job: (one, wanted, world) => wanted === does(`${one.subject}\n${one.text}`, 'job', world),
    says: (one, wanted, world) => wanted.every((/** @type {string} */ what) => does(one.text, what, world)),
    words: (one, wanted) => words(one.text).length >= wanted,
    answers: (one, wanted) => one.answers === wanted,
    forwards: (one, wanted) => one.forwards === wanted,
  };

  /** @param {string} folder @returns {(state: MailState, args: any, world: any) => boolean} whether a message there is as asked */
  const some = (folder) => (state, args, world) => state.mail.some((one) => one.own && one.folder === folder
    && Object.keys(args).every((key) => args[key] === null || args[key] === undefined || ASKED[key](one, args[key], world)));

  /** @param {any} message @returns {string[]} its parts that are signs */
  const signs = (message) => (message.signs || []).map((/** @type {any} */ one) => one.part);

  /** @type {{[name: string]: (state: MailState, args: any, world: any) => boolean}} */
  const tests = {
    sent: some('sent'),
    drafted: some('drafts'),
    opened: (state, { message }) => state.opened.includes(message),
    in: (state, { message, folder }) => state.mail.some((one) => one.id === message && one.folder === folder),
    reported: (state, { message }) => state.reported.includes(message),
    clicked: (state, { message }) => state.clicked.includes(message),
    signs: (state, { message, found }, world) => {
      const all = signs(written(world, message));
      const seen = all.filter((part) => (state.marks[message] || []).includes(part)).length;
      return seen >= (found || all.length);
    },
    alarm: (state, { message }, world) => {
      const marks = state.marks[message] || [];
      const sure = signs(written(world, message));
      return marks.some((part) => !sure.includes(part));
    },
    searched: (state, { finds }) => state.found.includes(finds),
  };

  // ---- what one can do ----

  /** @param {MailState} state @param {any} world @returns {any[]} sensible actions from here */
  const moves = (state, world) => {
    /** @type {any[]} */
    const all = [...FOLDERS.map((folder) => ({ do: 'folder', folder })), { do: 'compose' }];
    if (state.ask) all.push({ do: 'fine' });
    if (state.sent) all.push({ do: 'unsend' });
    for (const one of listed(state, world)) all.push({ do: 'open', message: one.id });
    for (const who of world.people.slice(0, 2)) all.push({ do: 'search', text: who.first || who.name });
    const open = state.open && mail(state, state.open);
    if (open) {
      for (const deed of ['close', 'delete', 'recover', 'forward']) all.push({ do: deed, message: open.id });
      const message = !open.own && written(world, open.id);
      if (message) {
        for (const deed of ['reply', 'reply-all', 'report', 'unread', 'look']) all.push({ do: deed, message: message.id });
        for (const part of parts(message)) all.push({ do: 'sign', message: message.id, part });
        for (const part of message.body) if (part.link) all.push({ do: 'link', message: message.id, part: part.id });
      }
    }
    if (draft(state)) {
      for (const who of world.people) all.push({ do: 'add', field: 'to', person: who.id }, { do: 'add', field: 'cc', person: who.id });
      for (const one of world.sentences) all.push({ do: 'sentence', sentence: one.id });
      for (const one of world.files) all.push({ do: 'attach', file: one.id }, { do: 'detach', file: one.id });
      all.push({ do: 'type', field: 'subject', text: world.me }, { do: 'close' }, { do: 'discard' }, { do: 'send' }, { do: 'send', anyway: true });
    }
    return all;
  };

  /**
   * Returns the plain actions that one line of a worked answer stands for.
   * `write` fills in several fields: people, subject, text, sentences, files.
   * @param {any} action @returns {any[]}
   */
  const expand = (action) => (action.do !== 'write' ? [action] : [
    ...FIELDS.reduce((all, field) => all.concat((action[field] || []).map((/** @type {string} */ id) => (
      { do: 'add', field, person: id }))), /** @type {any[]} */ ([])),
    ...(action.subject ? [{ do: 'type', field: 'subject', text: action.subject }] : []),
    ...(action.text ? [{ do: 'type', field: 'text', text: action.text }] : []),
    ...(action.sentences || []).map((/** @type {string} */ sentence) => ({ do: 'sentence', sentence, stays: true })),
    ...(action.attach || []).map((/** @type {string} */ file) => ({ do: 'attach', file })),
  ]);

  SmartCornerSimulation.worlds.mailbox = { start, act, happen, moves, tests, expand };
}
