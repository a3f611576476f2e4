'use strict';

/*
 * What works on every page: the tools, the dialogs, the door; and the cover over work that
 * was left. All words stand in the page, or come with what is fetched when it is asked for.
 */
{
  const root = document.documentElement;
  const { store, settings, corner } = SmartCorner;
  /** @param {string} id */
  const dialog = (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id));
  /** @param {ParentNode} from @param {string} selector */
  const within = (from, selector) => /** @type {HTMLElement[]} */ ([...from.querySelectorAll(selector)]);
  const away = dialog('sc-away');

  // ---- looks ----

  const dress = () => {
    for (const name of ['theme', 'size']) {
      const value = String(settings.get(name) || '');
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
    }
    root.dataset.device = store.device;
  };
  dress();

  // ---- what comes when it is asked for ----

  const { load } = SmartCorner;
  if (SmartCorner.lesson) { // after the page's own scripts
    document.addEventListener('DOMContentLoaded', () => load('assets/lesson.*.js'));
  }
  const loadDialogs = () => Promise.all([load('assets/dialogs.*.js'), load('assets/dialogs.css').catch(Boolean)]);
  /** A tool can't be had: a link is followed, else it is said. @param {HTMLElement} button */
  const miss = (button) => {
    if (button instanceof HTMLAnchorElement) location.assign(button.href);
    else window.alert(within(document, '.alone')[0].textContent || '');
  };

  // ---- presses ----

  /** The last press on a control that tremor could press twice. */
  let last = { time: -Infinity, x: 0, y: 0, on: /** @type {Element | null} */ (null), box: '' };
  let presses = 0; // what comes late doesn't open over what was pressed since
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
      return;
    }
    if (/** @type {Element} */ (event.target).closest('a, button, input, select, summary')) presses += 1;
    if (on) last = { time, x, y, on, box: (on.closest('dialog') || on).id };
  }, true);

  /** @type {Map<HTMLDialogElement, Element | null>} what had the focus before */
  const opened = new Map();
  /** @param {HTMLDialogElement} box @param {Element | null} [before] */
  const open = (box, before = document.activeElement) => {
    if (box.open) return;
    // A cover that comes back at once knows from the first time what had the focus.
    if (!opened.has(box) || (before !== document.body && !box.contains(before))) opened.set(box, before);
    box.showModal();
    const title = box.querySelector('h2');
    if (title) title.focus();
  };
  // It comes a while later: somebody quick has moved on meanwhile.
  document.addEventListener('close', ({ target }) => {
    const box = /** @type {HTMLDialogElement} */ (target);
    const [before, now] = [opened.get(box), document.activeElement];
    if (before instanceof HTMLElement && before.isConnected && (now === document.body || box.contains(now))) before.focus();
  }, true);

  /** Closes the dialog that a button stands in; says what had the focus before. @param {HTMLElement} button */
  const shut = (button) => {
    const box = /** @type {HTMLDialogElement | null} */ (button.closest('dialog.dialog'));
    if (!box) return button;
    box.close();
    return opened.get(box);
  };
  /**
   * What a press asks for, as long as nothing else was pressed and nothing else opened.
   * @param {Promise<unknown>} coming @param {() => void} deed @param {() => void} [missed]
   */
  const late = (coming, deed, missed = Boolean) => {
    const turn = presses;
    coming.then(
      () => turn === presses && !within(document, 'dialog[open]')[0] && deed(),
      () => turn === presses && missed(),
    );
  };
  /** @type {{[attribute: string]: (button: HTMLElement) => void}} */
  const deeds = {
    'data-close': shut,
    'data-open': (button) => {
      const name = button.dataset.open || '';
      const before = shut(button);
      if (dialog(name)) open(dialog(name), before);
      else late(loadDialogs(), () => open(dialog(name), before), () => miss(button));
    },
    'data-listen': (button) => {
      const call = () => document.dispatchEvent(new CustomEvent('sc-listen', { detail: { element: shown } }));
      late(load('assets/listen.*.js'), call, () => miss(button));
    },
    'data-leave': (button) => {
      shut(button);
      if (store.device === 'own') location.assign(homePage);
      else store.erase(true);
    },
    'data-erase': (button) => {
      shut(button);
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
      event.preventDefault();
      deeds[attribute](button);
    }
  });
  const { href: homePage } = /** @type {HTMLAnchorElement} */ (document.querySelector('.brand'));

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
    if (step) root.dataset.screen = step;
    else delete root.dataset.screen;
    setting = section ? section.dataset.setting || '' : '';
    place();
  });

  // ---- whose device ----

  document.addEventListener('sc-step-done', () => {
    const asks = () => !store.chosen && !within(document, 'dialog[open]')[0]
      && !Object.keys(store.state.work).some((id) => store.state.work[id][0] !== null);
    // Should it not come: nothing is lost, the device counts as shared.
    if (asks()) late(loadDialogs(), () => asks() && open(dialog('sc-device')));
  });
  if (SmartCorner.cornerProblems.length) load('assets/trouble.*.js').catch(Boolean);

  // ---- a device that was left ----

  const MINUTE = 60000;
  const span = corner.idleMinutes * MINUTE;
  const patience = () => (setting === 'paper' || setting === 'group' ? Math.max(span, 30 * MINUTE) : span);
  let told = 0;
  let gone = false; // this page is being left
  let doubt = 0; // waits for other tabs to say that somebody is here

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
    if (gone) return;
    const now = Date.now();
    const due = store.due();
    const left = store.device === 'shared' && due > 0 && now >= due;
    if (left && now >= due + span) {
      // A tab that slept knows nothing of the others: where one is in use, it says so.
      root.classList.add('hold');
      if (!doubt) store.ask();
      doubt = doubt || window.setTimeout(() => store.erase(true), 1000);
      return;
    }
    clearTimeout(doubt);
    doubt = 0;
    root.classList.toggle('hold', left);
    if (left) open(away);
    else if (away.open) away.close();
  }

  /** @param {Event} event */
  const act = (event) => {
    if (store.device !== 'shared') return;
    const before = away.open;
    look();
    if (!away.open && !doubt && !gone) stay(false);
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
    if (gone) location.replace(homePage);
    else if (store.wake()) location.reload(); // erased meanwhile: nothing of it may be left in fields
    else look();
  };
  // What the browser shows first on the way back is the last picture: it shows nothing.
  const sleep = () => root.classList.toggle('hold', store.device === 'shared');
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? sleep() : wake()));
  window.addEventListener('pagehide', sleep);
  window.addEventListener('pageshow', (event) => event.persisted && wake());
  window.addEventListener('focus', look);

  store.listen((news) => {
    if (news.kind === 'change' || news.kind === 'settings') {
      dress();
      begin();
    } else if (news.kind === 'due') {
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
  /** The time begins on a device that is, or becomes, a shared one. */
  function begin() {
    if (store.device === 'shared' && !store.due() && !gone) store.stay(Date.now() + patience(), false);
  }
  look();
  if (store.device === 'shared' && !away.open && !doubt) store.stay(Date.now() + patience(), false);
  setInterval(look, 5000);
}
