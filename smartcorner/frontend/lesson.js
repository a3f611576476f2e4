'use strict';

/*
 * The lesson on TV (?view=lesson): one screen at a time, with the keys of a remote. It shows
 * copies of what the page holds; nothing a group does is anybody's progress. Where it stands
 * is kept on the device under its own key, and survives a reload or a power cut.
 */
{
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const { one, all, copy, inside, text, page, words, steps, title } = LessonParts;

  const presenter = /[?&]presenter\b/.test(location.search); // the trainer's window beside a lesson
  const quiet = presenter || /[?&]quiet\b/.test(location.search); // for a picture: nothing is kept
  const { read, write, log } = lessonKept(quiet);

  const picture = new LessonStage();
  const { tv: stage, heading, body, foot } = picture;
  const liking = read('');
  /** @type {LessonData} */
  let data;
  /** @type {LessonScreen[]} */
  let screens = [];
  let at = 0;
  /** What lies over the screen: the menu, a card… @type {string[]} */
  let over = [];
  /** @type {LessonView} */
  let view = { title: [], body: [] };
  /** @type {ReturnType<typeof lessonViews>} */
  let made;
  const clock = new LessonClock();
  /** @type {Map<string, any>} */
  const memories = new Map();
  /** @type {LessonRecord} */
  let record;

  const here = () => screens[at];
  const keep = () => {
    record.count(here());
    record.write();
    write(`:${data.id}`, {
      place: here().id, step: here().step, clock: { id: clock.id, rest: clock.rest, end: clock.end }, record: record.kept,
    });
    write('', Object.assign(liking, { last: data.id }));
  };

  /** @param {LessonScreen} screen @returns {LessonDoor} */
  const door = (screen) => ({
    memory(id) {
      if (!memories.has(id)) memories.set(id, {});
      return memories.get(id);
    },
    again: (focus) => { if (screen === here()) show(focus); },
    tell,
    word: (template, selector) => copy(/** @type {HTMLTemplateElement} */ (document.getElementById(template)).content, selector),
  });

  // ---- showing ----

  /** @param {string} [focus] the name of what has the focus (data-act or data-key) */
  const show = (focus) => {
    if (view.leave) view.leave();
    const cover = over[over.length - 1];
    view = cover ? made.covers[cover]() : made.views[here().type](here());
    document.documentElement.classList.toggle('tv-alive', Boolean(view.live));
    const first = picture.show(view, cover || '', screens, at);
    where();
    clock.draw(body);
    const named = focus && stage.querySelector(`[data-key="${focus}"], [data-act="${focus}"]`);
    const target = named instanceof HTMLElement ? named : view.focus || first;
    if (cover === 'blank') stage.focus();
    else target.focus();
    one(stage, '.vh[role="status"]').textContent = `${text(one(stage, '.tv-where'))} ${text(heading)}`;
    tell();
  };
  const where = () => {
    const address = location.href.replace(/#.*/, '') + (here().step && `#${here().step}`);
    if (address !== location.href) history.replaceState(history.state, '', address);
  };
  const tell = lessonLink.lesson((deed) => SmartCornerLesson.act(deed), () => SmartCornerLesson.snapshot());

  // ---- going ----

  /** @param {number} to @param {string} [focus] */
  const go = (to, focus) => {
    record.count(here());
    at = Math.max(0, Math.min(screens.length - 1, to));
    over = [];
    show(focus);
    keep();
  };
  /** @param {string} step */
  const goStep = (step) => {
    const first = screens.findIndex((screen) => screen.step === step);
    if (first >= 0) go(first);
  };
  /** @param {string} name */
  const open = (name) => {
    over = over.filter((one_) => one_ !== name).concat(name);
    show();
  };
  const close = () => {
    const closed = over.pop();
    if (closed === 'help') write('', Object.assign(liking, { card: true }));
    show(over.length ? closed : undefined);
  };
  /** One level up: a card closes, a screen shows the menu, the menu asks before anybody leaves. */
  const back = () => {
    const cover = over[over.length - 1];
    if (!cover) open('menu');
    else if (cover === 'menu') open('quit');
    else close();
  };
  /** @param {number} way among what can have the focus: the screen's own, then the foot */
  const move = (way) => {
    /** @param {string} names */
    const find = (names) => all(stage, names).filter((one_) => one_.offsetParent && !one_.matches(':disabled, [tabindex="-1"]'));
    const list = [...find('.tv-body button, .tv-body a[href], .tv-body input, .tv-body select, .tv-body textarea'), ...find('.tv-actions button'),
      ...find('.tv-foot > [data-act="next"]'), ...find('.tv-foot > [data-act="menu"]'), ...find('.tv-foot > [data-act="before"]')];
    const now = list.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = list[(now + way + list.length) % list.length];
    if (to) to.focus();
    tell();
  };
  const resize = () => {
    const { step, start } = here();
    const id = here().id;
    liking.large = !liking.large;
    screens = smartcornerScreens(data, /** @type {HTMLElement} */ (page), Boolean(liking.large));
    // The same words stay in sight: the last screen that begins at or before them.
    const reached = (/** @type {LessonScreen} */ screen) => screen.step === step && screen.type === 'content' && String(screen.start) !== ''
      && screen.start.reduce((order, n, place) => order || n - start[place], 0) <= 0;
    const found = screens.reduce((last, screen, n) => (reached(screen) ? n : last), -1);
    at = step && start.length && found >= 0 ? found : Math.max(0, screens.findIndex((screen) => screen.id === id));
    keep();
  };

  /** @type {{[name: string]: (button?: HTMLElement) => void}} */
  const deeds = {
    before: () => { if (at) go(at - 1); },
    next: () => { if (at < screens.length - 1) go(at + 1); },
    up: () => move(-1),
    down: () => move(1),
    ok: () => { if (document.activeElement instanceof HTMLElement) document.activeElement.click(); },
    back,
    close,
    menu: () => (over.includes('menu') ? go(at) : open('menu')),
    help: () => open('help'),
    blank: () => open('blank'),
    pause: () => open('pause'),
    plan: () => open('plan'),
    late: () => open('late'),
    steps: () => open('steps'),
    presenter() {
      const address = `${location.href.replace(/[?#].*/, '')}?view=lesson&presenter`;
      const other = window.open(address, 'sc-presenter', 'width=1280,height=760');
      if (other) go(at);
      else open('blocked');
    },
    join() {
      SmartCorner.load('assets/qrcode.js').then(() => open('join'), () => open('join')); // without the code, its words
    },
    quit: () => open('quit'),
    leave: () => { location.href = new URL('lessons.html', new URL((page && page.dataset.home) || '', location.href)).href; },
    large: () => {
      resize();
      show('large');
    },
    play: () => {
      if (!body.querySelector('.tv-time')) return;
      clock.toggle();
      keep();
      show('play');
    },
  };
  for (const minutes of [5, 10, 15]) {
    deeds[minutes] = () => {
      clock.set(clock.id, minutes, true);
      keep();
      show('play');
    };
  }
  stage.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('button'));
    if (!button) {
      if (over[over.length - 1] === 'blank') close();
    } else if (button.dataset.step) goStep(button.dataset.step);
    else if (button.dataset.act && deeds[button.dataset.act]) deeds[button.dataset.act](button);
  });
  // What brings a control into sight moves the element that lives here, never the whole screen.
  stage.addEventListener('scroll', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('.tv-live')) target.scrollTop = 0;
  }, true);
  window.addEventListener('keydown', (event) => {
    const pressed = smartcornerKey(event);
    const field = event.target;
    const typing = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(text|search|email)$/.test(field.type));
    if (!pressed || !screens.length || (typing && !/^(Arrow|Escape|Go|Browser|Page)/.test(event.key))) return;
    event.preventDefault();
    if (event.repeat && !/^(up|down)$/.test(pressed.key)) return;
    if (view.key && view.key(pressed.key, pressed.digit)) {
      tell();
      return;
    }
    if (pressed.key === 'digit') {
      const step = steps()[pressed.digit - 1];
      if (step) goStep(step.id);
      else if (!pressed.digit) open('menu');
    } else deeds[pressed.key]();
  }, true);
  // A TV's own Back may be the browser's: one step back in the history means one level up.
  window.addEventListener('popstate', () => {
    if (!screens.length) return;
    history.pushState({ lesson: true }, '', location.href);
    if (!view.key || !view.key('back', 0)) back();
  });

  window.SmartCornerLesson = {
    kinds: {},
    snapshot() {
      record.count(here());
      const brief = screens.map((screen) => ({
        id: screen.id, type: screen.type, step: screen.step, moment: screen.moment === undefined ? null : screen.moment,
        title: text(screen.title) || text(title(screen.step)),
      }));
      return {
        v: 1, module: data.id, title: text(page && page.querySelector('h1')), locale: document.documentElement.lang,
        at, screens: brief, over: over[over.length - 1] || '', heading: text(heading), large: Boolean(liking.large),
        focus: text(document.activeElement),
        clock: { id: clock.id, rest: clock.rest, end: clock.end, left: clock.left, runs: Boolean(clock.end) },
        group: view.told ? view.told() : null, memories: Array.from(memories), spent: record.spent,
      };
    },
    act({ do: deed, to }) {
      if (deed === 'press') { // one of the buttons that a view offers
        const button = all(foot, '.tv-actions button').find(({ dataset }) => to === (dataset.key || dataset.act));
        if (button) button.click();
      } else if (deed === 'count') {
        if (view.count && Array.isArray(to)) view.count(Number(to[0]), Number(to[1]));
      } else if (deed === 'go') {
        const n = typeof to === 'number' ? to : screens.findIndex((screen) => screen.id === to);
        if (n >= 0) go(n);
      } else if (deed === 'step') goStep(String(to));
      else if (!(view.key && /^(up|down|ok|back)$/.test(deed) && view.key(/** @type {LessonKey} */ (deed), 0)) && deeds[deed]) deeds[deed]();
    },
  };

  window.smartcornerLesson = (found) => {
    if (!page) return;
    if (presenter) {
      SmartCorner.load('assets/presenter.*.js').then(() => window.smartcornerPresenter(found), Boolean);
      return;
    }
    data = found;
    screens = smartcornerScreens(data, page, Boolean(liking.large));
    made = lessonViews({ data, clock, here, large: () => Boolean(liking.large), close, door });
    const kept = read(`:${data.id}`);
    record = new LessonRecord(data, kept.record, log);
    if (kept.clock && typeof kept.clock.end === 'number') Object.assign(clock, kept.clock);
    const asked = decodeURIComponent(location.hash.slice(1).split('/')[0]);
    const place = screens.findIndex((screen) => screen.id === kept.place);
    const first = screens.findIndex((screen) => screen.step === (asked || kept.step) && asked !== '');
    at = Math.max(0, asked && asked !== kept.step ? first : place >= 0 ? place : first);
    one(stage, '.tv-mark b').append(...inside(page.querySelector('h1')));
    document.body.append(stage);
    document.documentElement.classList.add('tv-on');
    if (!quiet) history.pushState({ lesson: true }, '', location.href);
    if (!liking.card && !quiet) over = ['help'];
    show();
    keep();
    setInterval(() => clock.draw(body), 500);
    setInterval(keep, 20000); // a power cut costs no more of the trainer's log than this
  };
  if (page) {
    const style = copy(words, 'link');
    // Nothing takes the focus while its style is on the way.
    style.addEventListener('load', () => { if (screens.length && !stage.contains(document.activeElement)) show(); });
    document.head.append(style);
    const script = document.createElement('script');
    script.src = new URL(`../lessons/${page.dataset.module}.${document.documentElement.lang}.js`, own).href;
    document.head.append(script);
  } else document.documentElement.classList.remove('lesson');
}
