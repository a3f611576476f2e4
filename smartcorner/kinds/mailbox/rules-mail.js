'use strict';

/**
 * A message of the mailbox: one of the world (its text stands there), or one's own.
 * @typedef {object} Mail
 * @property {string} id
 * @property {string} folder inbox, sent, drafts, bin or junk
 * @property {string} was the folder it was in before the bin or the junk
 * @property {boolean} unread
 * @property {boolean} own written here
 * @property {{[field: string]: string[]}} [people] addresses by field: to, cc, bcc
 * @property {string} [subject]
 * @property {'' | 're' | 'fw'} [prefix] what stands before the subject
 * @property {string} [text]
 * @property {string[]} [files]
 * @property {string} [answers] the message that it answers
 * @property {string} [forwards]
 */
/**
 * @typedef {object} MailState
 * @property {string} folder the list that shows
 * @property {string} open the message that is read, '' for the list
 * @property {string} edit the draft that is written
 * @property {string} search
 * @property {string} look the message whose signs are looked for
 * @property {string} ask what the tool asks or explains before it goes on
 * @property {string} file the file that is looked at or too large
 * @property {string} sent what was sent just now and can be called back
 * @property {number} n how many messages were written here
 * @property {Mail[]} mail newest first
 * @property {{[message: string]: string[]}} marks parts touched as signs
 * @property {string[]} opened
 * @property {string[]} clicked messages whose link was followed
 * @property {string[]} reported
 * @property {string[]} found messages that a search showed
 */

/** The mailbox's states, and what there is in them. No page, no clock. */
const SmartCornerMail = (() => {
  const { address, plain, words } = SmartCornerText;
  const FOLDERS = ['inbox', 'sent', 'drafts', 'bin', 'junk'];
  const FIELDS = ['to', 'cc', 'bcc'];

  // ---- what there is ----

  /** @param {any} world @param {string} id */
  const written = (world, id) => world.messages.find((/** @type {any} */ one) => one.id === id);
  /** @param {any} world @param {string} id */
  const person = (world, id) => world.people.find((/** @type {any} */ one) => one.id === id);
  /** @param {MailState} state @param {string} id @returns {Mail | undefined} */
  const mail = (state, id) => state.mail.find((one) => one.id === id);
  /** @param {MailState} state @returns {Mail | undefined} the draft that is open */
  const draft = (state) => state.mail.find((one) => one.id === state.edit);
  /** Whose address it is: a name says it as well. @param {any} world @param {string} text */
  const known = (world, text) => world.people.find((/** @type {any} */ one) => address(one.address) === address(text)
    || (!text.includes('@') && [one.name, one.first].some((name) => name && plain(name) === plain(text))));
  /** @param {any} world @param {string[]} addresses @returns {string[]} ids of people, '?' for nobody's address */
  const whose = (world, addresses) => addresses.map((one) => (known(world, one) || { id: '?' }).id);
  /** @param {any} message @returns {string[]} what can be touched as a sign */
  const parts = (message) => ['from', 'subject', ...message.body.map((/** @type {any} */ part) => part.id), ...(message.attached || [])];
  /** @param {any} world @param {string} key @returns {string[]} */
  const list = (world, key) => (world.words && world.words[key]) || [];

  /** All that a message says, to be searched. @param {Mail} one @param {any} world */
  const wholeText = (one, world) => {
    if (one.own) {
      const people = FIELDS.reduce((all, field) => all.concat((one.people || {})[field] || []), /** @type {string[]} */ ([]));
      return [one.subject, one.text, ...people.map((at) => (known(world, at) || { name: at }).name), ...(one.files || [])].join(' ');
    }
    const message = written(world, one.id);
    const from = person(world, message.from) || {};
    return [from.name, from.address, message.subject, ...message.body.map((/** @type {any} */ part) => part.text)].join(' ');
  };

  /** Returns what the list shows. @param {MailState} state @param {any} world @returns {Mail[]} */
  const listed = (state, world) => {
    const wanted = words(state.search);
    if (!wanted.length) return state.mail.filter((one) => one.folder === state.folder);
    return state.mail.filter((one) => {
      const said = words(wholeText(one, world));
      return one.folder !== 'bin' && one.folder !== 'junk' && wanted.every((word) => said.some((other) => other.startsWith(word)));
    });
  };

  /** @param {SimExercise} exercise @returns {MailState} */
  const start = ({ world }) => ({
    folder: 'inbox', open: '', edit: '', search: '', look: '', ask: '', file: '', sent: '', n: 0,
    mail: world.messages.filter((/** @type {any} */ one) => !one.later).map((/** @type {any} */ one) => ({
      id: one.id,
      folder: one.folder || 'inbox',
      was: '',
      unread: one.unread === undefined || one.unread === null ? ['inbox', 'junk'].includes(one.folder || 'inbox') : one.unread,
      own: false,
    })),
    marks: {}, opened: [], clicked: [], reported: [], found: [],
  });

  return { FIELDS, FOLDERS, draft, known, list, listed, mail, parts, person, start, written, whose };
})();
