'use strict';

/**
 * The rules of progress: what counts as a fact, how two states become one, what a
 * text holds. Nothing of a page is used: Python runs this very script in tests.
 */
const SmartCornerFacts = (() => {
  /** @type {PartName[]} */
  const PARTS = ['facts', 'work', 'settings'];
  const VERSION = 1;
  const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*';
  const ID = new RegExp(`^${WORDS}/${WORDS}/${WORDS}$`);
  const NAME = new RegExp(`^${WORDS}$`);
  const LONGEST = { id: 200, word: 200, work: 20000 }; // in letters
  /** A fact in a text that is no JSON any more. */
  const RELIC = new RegExp(`"(${WORDS}/${WORDS}/${WORDS})":\\[(true|false|-?\\d{1,15}|"${WORDS}"),(\\d{1,15})\\]`, 'g');

  /** @param {number} [epoch] @returns {State} */
  const empty = (epoch = 0) => ({
    epoch, facts: Object.create(null), work: Object.create(null), settings: Object.create(null),
  });

  /** Returns JSON that is the same for equal values. @param {any} value @returns {string} */
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical)}]`;
    if (!value || typeof value !== 'object') return JSON.stringify(value) || 'null';
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
  };

  /** @param {unknown} n @returns {n is number} */
  const isTime = (n) => Number.isSafeInteger(n) && Number(n) >= 0;

  /** @param {PartName} part @param {string} id @param {unknown} value */
  const isValid = (part, id, value) => {
    if (id.length > LONGEST.id || !(part === 'settings' ? NAME : ID).test(id)) return false;
    if (part === 'work') return value !== undefined && canonical(value).length <= LONGEST.work;
    if (typeof value === 'string') {
      return value.length <= LONGEST.word && (part === 'settings' || NAME.test(value));
    }
    return typeof value === 'boolean' || Number.isSafeInteger(value);
  };

  /** @param {Entry | undefined} one @param {Entry} other */
  const isNewer = (one, other) => !one || other[1] > one[1]
    || (other[1] === one[1] && canonical(other[0]) > canonical(one[0]));

  /**
   * Returns what two states say together: the greater epoch wins whole; in one epoch the
   * newer entry, at equal times the greater value.
   * @param {State} one @param {State} other @returns {State}
   */
  const merge = (one, other) => {
    if (one.epoch !== other.epoch) return one.epoch > other.epoch ? one : other;
    const both = empty(one.epoch);
    for (const part of PARTS) {
      Object.assign(both[part], one[part]);
      for (const id of Object.keys(other[part])) {
        if (isNewer(both[part][id], other[part][id])) both[part][id] = other[part][id];
      }
    }
    return both;
  };

  /**
   * Returns a state with one entry more, or null when it is none. Its time is after the
   * entry's before, also on a clock that was set back: what is done last holds.
   * @param {State} state @param {PartName} part @param {string} id @param {unknown} value
   * @param {number} now @returns {State | null}
   */
  const put = (state, part, id, value, now) => {
    if (!isValid(part, id, value)) return null;
    const before = state[part][id];
    const next = empty(state.epoch);
    next[part][id] = [value, Math.max(now, before ? before[1] + 1 : 0)];
    return merge(state, next);
  };

  /** Returns a state that any earlier one loses against. @param {State} state @param {number} now */
  const erased = (state, now) => empty(Math.max(now, state.epoch + 1));

  /** Returns what is right in data from outside. @param {any} data @returns {Found} */
  const clean = (data) => {
    const state = empty();
    if (!data || typeof data !== 'object') return { state, fate: 'damaged' };
    if (data.v !== VERSION) return { state, fate: isTime(data.v) ? 'foreign' : 'damaged' };
    let whole = isTime(data.epoch);
    if (whole) state.epoch = data.epoch;
    for (const part of PARTS) {
      const entries = data[part] && typeof data[part] === 'object' ? data[part] : {};
      for (const id of Object.keys(entries)) {
        const entry = entries[id];
        const good = Array.isArray(entry) && entry.length === 2 && isTime(entry[1]) && isValid(part, id, entry[0]);
        if (good) state[part][id] = [entry[0], entry[1]];
        else whole = false;
      }
    }
    return { state, fate: whole ? 'whole' : 'damaged' };
  };

  /** Returns the facts that a broken text still shows. @param {string} text @returns {Found} */
  const salvage = (text) => {
    const epoch = /"epoch":(\d{1,15})/.exec(text);
    const state = empty(epoch ? Number(epoch[1]) : 0);
    text.replace(RELIC, (all, id, value, time) => {
      if (id.length <= LONGEST.id && value.length <= LONGEST.word) {
        state.facts[id] = [JSON.parse(value), Number(time)];
      }
      return all;
    });
    return { state, fate: 'damaged' };
  };

  /** Returns what a kept text holds; never throws. @param {unknown} text @returns {Found} */
  const parse = (text) => {
    try {
      return clean(JSON.parse(String(text)));
    } catch (error) {
      return error ? salvage(String(text)) : { state: empty(), fate: 'damaged' };
    }
  };

  /** Returns a part as it is kept. @param {State} state @param {PartName} part */
  const write = (state, part) => JSON.stringify({ v: VERSION, epoch: state.epoch, [part]: state[part] });

  /** @param {State} state */
  const isEmpty = (state) => PARTS.every((part) => !Object.keys(state[part]).length);

  /** @type {{[key: string]: (value: any) => boolean}} */
  const CORNER = {
    device: (value) => ['shared', 'own', 'ask'].includes(value),
    idleMinutes: (value) => Number.isInteger(value) && value >= 1 && value <= 120,
    baseAddress: (value) => value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/?#"'<>]+\/([^\s?#"'<>]*\/)?$/.test(value)),
    message: (value) => typeof value === 'string' && value.length <= 200,
  };

  /**
   * Returns an operator's presets and what is wrong with them; a wrong file is refused
   * whole, and the device is then treated as shared.
   * @param {any} data @returns {{corner: Corner, problems: CornerProblem[]}}
   */
  const corner = (data) => {
    /** @type {Corner} */
    const usual = { device: 'ask', idleMinutes: 10, baseAddress: '', message: '' };
    if (!data || typeof data !== 'object' || Array.isArray(data)) {
      return { corner: Object.assign(usual, { device: 'shared' }), problems: [{ key: '', name: '' }] };
    }
    const problems = Object.keys(data).filter((name) => !Object.keys(CORNER).includes(name) || !CORNER[name](data[name]))
      .map((name) => ({ key: Object.keys(CORNER).includes(name) ? name : '?', name }));
    return { corner: Object.assign(usual, problems.length ? { device: 'shared' } : data), problems };
  };

  return { PARTS, VERSION, empty, canonical, merge, put, erased, clean, parse, write, isEmpty, corner };
})();
