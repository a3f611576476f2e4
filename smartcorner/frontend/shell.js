'use strict';

/*
 * What works on every page: the tools, the dialogs, the settings, the door; whose device
 * this is; and the cover over work that was left. All words stand in the page.
 */
{
  const root = document.documentElement;
  const { store, settings, corner } = SmartCorner;
  /** @param {string} id */
  const dialog = (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id));
  /** @param {ParentNode} from @param {string} selector */
  const within = (from, selector) => /** @type {HTMLElement[]} */ ([...from.querySelectorAll(selector)]);
  const away = dialog('sc-away');

  // The settings offer the languages that the foot of the page links to.
  for (const link of within(document, '.footer [hreflang]')) {
    const choice = document.createElement('span');
    choice.className = 'choice';
    const copy = /** @type {HTMLElement} */ (link.cloneNode(true));
    choice.append(copy);
    within(document, '[data-languages]').forEach((box) => box.append(choice));
  }

  // ---- looks ----

  const dress = () => {
    for (const name of ['theme', 'size']) {
      const value = String(settings.get(name) || '');
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
      for (const radio of /** @type {HTMLInputElement[]} */ (within(dialog('sc-settings'), `[name="${name}"]`))) {
        radio.checked = radio.value === value;
      }
    }
    root.dataset.device = store.device;
    for (const question of within(document, '[data-ask]')) question.hidden = store.pinned;
  };
  dress();
  dialog('sc-settings').addEventListener('change', (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    settings.set(name, value);
  });

  // ---- presses ----

  /** The last press on a control that tremor could press twice. */
  let last = { time: -Infinity, x: 0, y: 0, on: /** @type {Element | null} */ (null), box: '' };
  // A hand that trembles or clicks twice: a second press within 0.4 s on the same control, on what
  // came up under the finger, or on what opens the dialog again, counts for nothing. The mark
  // stands on a box, not on its label: a click on the label is a click on the box as well.
  document.addEventListener('click', (event) => {
    const { timeStamp: time, clientX: x, clientY: y, detail } = event;
    const on = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (event.target).closest('[data-guard], [data-open], [data-close]'));
    if (!detail && on instanceof HTMLInputElement) return; // an arrow moves among choices by clicks
    const near = detail > 0 && Math.abs(x - last.x) < 60 && Math.abs(y - last.y) < 60;
    const same = on && (on === last.on || (on.dataset.open && on.dataset.open === last.box));
    if (time - last.time < 400 && (near || same)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (on) last = { time, x, y, on, box: (on.closest('dialog') || on).id };
  }, true);

  /** @type {Map<HTMLDialogElement, Element | null>} what had the focus before */
  const opened = new Map();
  /** @param {HTMLDialogElement} box @param {Element | null} [before] */
  const open = (box, before = document.activeElement) => {
    if (box.open) return;
    opened.set(box, before);
    box.showModal();
    const title = box.querySelector('h2');
    if (title) title.focus();
  };
  document.addEventListener('close', (event) => {
    const before = opened.get(/** @type {HTMLDialogElement} */ (event.target));
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  }, true);

  /** @type {{[attribute: string]: (button: HTMLElement) => void}} */
  const deeds = {
    'data-close': (button) => {
      const box = /** @type {HTMLDialogElement | null} */ (button.closest('dialog.dialog'));
      if (box) box.close();
    },
    'data-open': (button) => {
      const box = /** @type {HTMLDialogElement | null} */ (button.closest('dialog'));
      if (box) box.close();
      open(dialog(button.dataset.open || ''), box ? opened.get(box) : button);
    },
    'data-listen': listen,
    'data-print-page': () => {
      dialog('sc-help').close();
      window.print();
    },
    'data-device': (button) => {
      dialog('sc-device').close();
      store.choose(button.dataset.device === 'own' ? 'own' : 'shared');
    },
    'data-leave': () => {
      dialog('sc-leave').close();
      if (store.device === 'own') location.assign(homePage);
      else store.erase(true);
    },
    'data-erase': (button) => {
      const box = button.closest('dialog');
      if (box) box.close();
      store.erase();
      for (const line of within(document, '.erased')) line.textContent = line.dataset.say || '';
    },
    'data-stay': () => stay(true),
    'data-other': () => store.erase(true),
  };
  document.addEventListener('click', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target instanceof HTMLDialogElement && target !== away && target.matches('.dialog')) {
      const { left, right, top, bottom } = target.getBoundingClientRect();
      const { clientX: x, clientY: y, detail } = event;
      if (detail && (x < left || x > right || y < top || y > bottom)) target.close();
      return;
    }
    for (const attribute of Object.keys(deeds)) {
      const button = /** @type {HTMLElement | null} */ (target.closest(`a[${attribute}], button[${attribute}]`));
      if (!button || event.defaultPrevented) continue;
      if (attribute === 'data-open' && !dialog(button.dataset.open || '')) continue;
      event.preventDefault();
      deeds[attribute](button);
    }
  });
  const leave = /** @type {HTMLElement} */ (document.querySelector('[data-leave]'));
  const homePage = leave.dataset.leave || '';

  /** @param {string} source @param {() => void} done @param {() => void} [failed] */
  function load(source, done, failed) {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', done);
    if (failed) script.addEventListener('error', failed);
    document.head.append(script);
  }

  /** Loads the reader the first time; it listens to `sc-listen` from then on. @param {HTMLElement} button */
  function listen(button) {
    const call = () => document.dispatchEvent(new CustomEvent('sc-listen', { detail: { element: shown } }));
    const source = button.dataset.listen;
    if (source) load(source, call, () => { button.dataset.listen = source; });
    else call();
    button.dataset.listen = '';
  }

  // ---- where one is ----

  let setting = '';
  /** @type {Element | null} the screen that the module shows */
  let shown = null;
  const place = () => {
    for (const link of within(document, '[data-place]')) {
      if (link instanceof HTMLAnchorElement) link.hash = location.hash;
    }
  };
  window.addEventListener('hashchange', place);
  place();
  document.addEventListener('sc-screen', (event) => {
    const { step, element } = /** @type {CustomEvent} */ (event).detail;
    shown = element;
    const section = step && document.getElementById(step);
    const [heading, title] = [section && section.querySelector('[data-n]'), document.querySelector('h1')];
    for (const line of within(dialog('sc-help'), '[data-say]')) {
      line.textContent = heading && title ? (line.dataset.say || '')
        .replace('{n}', heading.dataset.n || '').replace('{title}', (title.textContent || '').trim()) : '';
    }
    if (step) root.dataset.screen = step;
    else delete root.dataset.screen;
    setting = section ? section.dataset.setting || '' : '';
    place();
  });

  // ---- whose device ----

  document.addEventListener('sc-step-done', () => {
    const unfinished = Object.keys(store.state.work).some((id) => store.state.work[id][0] !== null);
    if (!store.chosen && !unfinished && !away.open) open(dialog('sc-device'));
  });
  // Who closes the question doesn't know: as shared, and asked no more.
  dialog('sc-device').addEventListener('close', () => {
    if (!store.chosen) store.choose('shared');
  });

  // ---- what the operator preset ----

  const trouble = () => {
    const words = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-trouble'));
    const notice = /** @type {DocumentFragment} */ (words.content.cloneNode(true));
    const list = /** @type {HTMLElement} */ (notice.querySelector('ul'));
    const lines = within(list, 'li');
    list.textContent = '';
    for (const { key, name } of SmartCorner.cornerProblems) {
      const line = lines.find((each) => each.dataset.key === key);
      const copy = /** @type {HTMLElement | undefined} */ (line && line.cloneNode(true));
      if (!copy) continue;
      if (key === '?') within(copy, 'code')[0].textContent = name;
      list.append(copy);
    }
    const bar = document.querySelector('.bar');
    if (bar) bar.after(notice);
  };
  if (SmartCorner.cornerProblems.length) load(dialog('sc-leave').dataset.trouble || '', trouble);

  // ---- a device that was left ----

  const MINUTE = 60000;
  const span = corner.idleMinutes * MINUTE;
  const patience = () => (setting === 'paper' || setting === 'group' ? Math.max(span, 30 * MINUTE) : span);
  let told = 0;

  /** Somebody is here. @param {boolean} now whether other tabs must know at once */
  function stay(now) {
    const due = Date.now() + patience();
    if (!now && Math.abs(due - told) < 5000) return;
    told = due;
    store.stay(due, true);
    look();
  }

  /** Shows the page, the cover, or nobody's home page, as long as it was left. */
  function look() {
    const now = Date.now();
    const due = store.due();
    const left = store.device === 'shared' && due > 0 && now >= due;
    if (left && now >= due + span) {
      store.erase(true);
      return;
    }
    root.classList.toggle('hold', left);
    if (left) open(away);
    else if (away.open) away.close();
  }

  /** @param {Event} event */
  const act = (event) => {
    if (store.device !== 'shared') return;
    const before = away.open;
    look();
    if (!away.open) stay(false);
    else if (!before) { // the press met a page that was left
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input']) {
    document.addEventListener(name, act, { capture: true, passive: false });
  }
  away.addEventListener('cancel', (event) => event.preventDefault());
  away.addEventListener('close', () => look()); // whatever closed it

  /** After a pause of any length. */
  const wake = () => {
    if (document.visibilityState === 'hidden') return;
    if (store.wake()) location.reload(); // erased meanwhile: nothing of it may be left in fields
    look();
  };
  // What the browser shows first on the way back is the last picture: it shows nothing.
  const sleep = () => root.classList.toggle('hold', store.device === 'shared');
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? sleep() : wake()));
  window.addEventListener('pagehide', sleep);
  window.addEventListener('pageshow', (event) => event.persisted && wake());
  window.addEventListener('focus', look);

  let gone = false;
  store.listen((news) => {
    if (news.kind === 'change' || news.kind === 'settings') dress();
    else if (news.kind === 'due') {
      if (news.answer || news.due > store.due()) store.stay(news.due, false);
      look();
    } else if (!gone) {
      gone = true;
      root.classList.add('hold');
      for (const form of document.forms) form.reset();
      for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input, textarea'))) {
        field.value = field.defaultValue;
        field.checked = field.defaultChecked;
      }
      location.replace(homePage);
    }
  });
  look();
  if (!away.open && !gone && store.device === 'shared') store.stay(Date.now() + patience(), false);
  setInterval(look, 5000);
}
