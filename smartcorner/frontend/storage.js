'use strict';

/*
 * Where the learner's work is kept, and how tabs stay in step. On a shared device (the
 * rule until somebody says otherwise) it stays in the tab, and a new tab asks the others;
 * on one's own device it is on the device. Storage that is full, forbidden or damaged
 * only means that less is remembered: the page works from memory.
 */
{
  const { PARTS, clean, empty, erased, isEmpty, merge, parse, put, write } = SmartCornerFacts;
  const prefix = `sc:${SmartCorner.site}:`;
  const LOST = '.damaged'; // what couldn't be read is kept under a key that ends so

  /** What stands for a thing that the browser forbids. @param {unknown} _error */
  const none = (_error) => null;

  /** @typedef {'sessionStorage' | 'localStorage'} BoxName */
  /** @type {{[box: string]: (name: string, text?: string | null) => string | null}} */
  const boxes = {};
  for (const box of /** @type {BoxName[]} */ (['sessionStorage', 'localStorage'])) {
    // Reads a text; with one, writes it (null: forgets it). Says null when it can't.
    boxes[box] = (name, text) => {
      try {
        if (SmartCorner.lesson) return null; // a lesson is nobody's visit: it neither reads nor writes
        if (text === undefined) return window[box].getItem(prefix + name);
        if (text === null) window[box].removeItem(prefix + name);
        else window[box].setItem(prefix + name, text);
        return text;
      } catch (error) {
        return none(error);
      }
    };
  }
  const tab = boxes.sessionStorage;
  const disk = boxes.localStorage;

  const preset = SmartCornerFacts.corner(window.smartcornerCorner);
  SmartCorner.corner = preset.corner;
  SmartCorner.cornerProblems = preset.problems;
  /** What the address asks for holds where nothing can be written, too. */
  const asked = new URLSearchParams(location.search).get('device') === 'shared';
  if (asked) tab('pinned', '1');
  const pinned = () => asked || preset.corner.device === 'shared' || tab('pinned') === '1';
  /** @returns {{device: Device, chosen: boolean}} */
  const decide = () => {
    if (SmartCorner.lesson) return { device: 'own', chosen: true }; // no cover, no question
    if (pinned()) return { device: 'shared', chosen: true };
    const said = answer || tab('device') || disk('device');
    const device = said || (preset.corner.device === 'own' ? 'own' : 'shared');
    return { device: device === 'own' ? 'own' : 'shared', chosen: Boolean(said) || preset.corner.device === 'own' };
  };
  /** @type {Device | ''} what was said on this page, should it not be possible to write it */
  let answer = '';
  let { device, chosen } = decide();
  let state = empty();
  let end = 0; // when the device counts as left
  const left = () => end || Number(tab('due')) || 0;
  let fresh = !tab('due'); // a new tab: it doesn't know yet whether the device was left
  /** @type {((news: News) => void)[]} */
  const listeners = [];
  /** @param {News} news */
  const report = (news) => listeners.forEach((hear) => hear(news));

  /** Texts of a later version are left alone. @type {Set<string>} */
  const foreign = new Set();
  /** @param {string} box @returns {State} what is kept there */
  const read = (box) => PARTS.reduce((all, part) => {
    const text = boxes[box](part);
    if (text === null) return all;
    const found = parse(text);
    if (found.fate === 'foreign') foreign.add(box + part);
    if (found.fate === 'damaged' && boxes[box](part + LOST) === null) boxes[box](part + LOST, text);
    return merge(all, found.state);
  }, empty());
  const load = () => (device === 'own' ? merge(read('localStorage'), read('sessionStorage')) : read('sessionStorage'));

  /** @param {string} box @param {State} kept @param {PartName[]} parts */
  const save = (box, kept, parts) => parts.every((part) => {
    if (foreign.has(box + part)) return true;
    // The facts carry the epoch, also when there are none.
    const text = part === 'facts' || Object.keys(kept[part]).length ? write(kept, part) : null;
    return boxes[box](part, text) === text;
  });
  const keep = (parts = PARTS) => {
    if (device === 'own' && save('localStorage', state, parts)) parts.forEach((part) => tab(part, null));
    else save('sessionStorage', state, parts); // also when the device is full
  };

  /** @type {BroadcastChannel | null} */
  let channel = null;
  try {
    channel = SmartCorner.lesson ? null : new BroadcastChannel(prefix);
  } catch (error) {
    channel = none(error); // the tab is on its own
  }
  /** @param {'ask' | 'tell' | 'choose' | 'gone' | 'due'} kind @param {Device} [visit] the kind of visit */
  const tell = (kind, visit = device) => {
    const kept = kind === 'tell' ? state : empty(state.epoch);
    if (channel) channel.postMessage(Object.assign({ v: 1, kind, device: visit, chosen, due: left() }, kept));
  };

  /** Takes in what another tab or the disk says. @param {State} other */
  const join = (other) => {
    const before = JSON.stringify(state);
    state = merge(state, other);
    if (before === JSON.stringify(state)) return;
    keep();
    report({ kind: 'change' });
  };

  /** @param {MessageEvent} event */
  const hear = ({ data }) => {
    if (!data || data.v !== 1) return;
    if (data.kind === 'ask') {
      if (!isEmpty(state) || state.epoch || chosen) tell('tell');
      return;
    }
    if (data.kind === 'choose' && !pinned()) settle(data.device === 'own' ? 'own' : 'shared');
    ({ device, chosen } = decide());
    if (data.device !== device) return; // this tab is another kind of visit
    const due = Number(data.due) || 0;
    const other = clean(data).state;
    if (data.kind === 'gone' && other.epoch > state.epoch) forget(other.epoch);
    else if (data.kind === 'tell') {
      if (data.chosen && !chosen) settle('shared');
      join(other);
    }
    if (due && data.kind !== 'gone') report({ kind: 'due', due, answer: data.kind === 'tell' && fresh });
    if (data.kind === 'tell') fresh = false;
  };

  /** Notes whose device it is, and moves the work there. @param {Device} next */
  const settle = (next) => {
    state = merge(state, load());
    answer = next;
    device = next;
    chosen = true;
    tab('device', next === 'own' ? null : next);
    disk('device', next === 'own' ? next : null);
    if (next === 'shared') PARTS.forEach((part) => disk(part, null));
    else {
      end = 0; // should it be shared again, the time begins anew
      tab('due', null);
    }
    keep();
    report({ kind: 'change' });
  };

  /** Leaves no trace of a visit but the epoch, a time. @param {number} epoch */
  const forget = (epoch) => {
    for (const box of /** @type {BoxName[]} */ (['sessionStorage', 'localStorage'])) {
      try {
        Object.keys(window[box]).filter((key) => key.startsWith(prefix) && !/^(pinned$|lesson)/.test(key.slice(prefix.length)))
          .forEach((key) => window[box].removeItem(key));
      } catch (error) {
        none(error); // what can't be opened holds nothing
      }
    }
    foreign.clear();
    answer = '';
    end = 0;
    state = empty(epoch);
    ({ device, chosen } = decide());
    save('sessionStorage', state, PARTS);
    report({ kind: 'gone' });
  };

  state = load();
  if (channel) channel.onmessage = hear;
  window.addEventListener('storage', (event) => {
    if (!event.key || !event.key.startsWith(prefix) || event.storageArea !== localStorage) return;
    ({ device, chosen } = decide());
    if (device === 'own') join(load());
  });
  tell('ask');

  SmartCorner.store = {
    get state() { return state; },
    get device() { return device; },
    get chosen() { return chosen; },
    get pinned() { return pinned(); },
    put(part, id, value) {
      const next = put(device === 'own' ? merge(state, load()) : state, part, id, value, Date.now());
      if (!next) return;
      state = next;
      keep([part]);
      tell('tell');
    },
    choose(next) {
      if (pinned() && next === 'own') return;
      settle(next);
      tell('choose');
      tell('tell');
    },
    erase(visit = false) {
      state = erased(merge(state, load()), Date.now());
      if (visit) {
        const was = device;
        forget(state.epoch); // where « own » is preset, the next visit is of that kind
        tell('gone', was);
        return;
      }
      keep();
      for (const part of PARTS) {
        tab(part + LOST, null);
        disk(part + LOST, null);
      }
      tell('tell');
      report({ kind: 'change' });
    },
    wake() {
      const { epoch } = state;
      ({ device, chosen } = decide());
      join(load());
      tell('ask');
      return state.epoch !== epoch;
    },
    ask() { tell('ask'); },
    due: left,
    stay(due, aloud) {
      end = due;
      tab('due', String(due));
      if (!aloud) return;
      fresh = false;
      tell('due');
    },
    listen(hearing) { listeners.push(hearing); },
  };
  SmartCorner.settings = {
    get(name) { return state.settings[name] && state.settings[name][0]; },
    set(name, value) {
      SmartCorner.store.put('settings', name, value);
      report({ kind: 'settings' });
    },
  };
}
