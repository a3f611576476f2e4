'use strict';

/**
 * What a lesson shows: its own screens, those of the page, and what lies over them.
 * @param {{data: LessonData, clock: LessonClock, here: () => LessonScreen, large: () => boolean, close: () => void, door: (screen: LessonScreen) => LessonDoor, still?: boolean}} on
 *   `still`: for a picture, where no element lives
 */
const lessonViews = (on) => {
  const { one, all, copy, fill, html, inside, text, page, frame, steps, core, title } = LessonParts;
  const MENU = 7; // lines beside the tools; all steps have a card of their own

  /** @type {{[type: string]: (screen: LessonScreen) => LessonView}} */
  const views = {
    cover() {
      const cover = copy(frame('cover'), '.tv-cover');
      if (page) {
        one(cover, '.tv-lead').append(...inside(page.querySelector('.cover .lead')));
        /** @type {HTMLImageElement} */ (one(cover, 'img')).src = /** @type {HTMLImageElement} */ (one(page, '.cover-pic')).src;
      }
      return { title: inside(page && page.querySelector('h1')), body: [cover] };
    },
    plan() {
      const list = copy(frame('plan'), 'ol');
      const said = one(frame('plan'), 'small').dataset;
      const ids = steps().map((step) => step.id);
      /** @type {Map<string, HTMLElement>} a step that comes twice stands there once */
      const lines = new Map();
      on.data.plan.forEach(({ do: deed, step, minutes, text: task }, n) => {
        const key = step || `@${n}`;
        const line = lines.get(key) || document.createElement('li');
        if (!lines.has(key)) {
          line.append(...inside(one(frame('plan'), '.line')));
          const name = one(line, 'span');
          one(line, 'b').append(step ? String(ids.indexOf(step) + 1) : copy(frame('plan'), `.i.${deed}`));
          if (step) name.append(...inside(title(step)));
          else name.append(...(task ? html(task) : [said.pause || '']));
          list.append(line);
          lines.set(key, line);
        }
        line.dataset.minutes = String(Number(line.dataset.minutes || 0) + minutes);
        if (step && deed !== 'group') line.dataset.deed = deed;
        const kind = line.dataset.deed ? [copy(frame('plan'), `.i.${line.dataset.deed}`)] : [];
        const last = one(line, 'small');
        last.textContent = '';
        last.append(...kind, fill(said.minutes || '', { n: line.dataset.minutes }));
        if (n === on.here().moment || (step && step === on.here().step)) line.className = 'now';
      });
      list.classList.toggle('two', lines.size > 6);
      list.classList.toggle('many', lines.size > 10);
      list.style.gridTemplateRows = `repeat(${Math.ceil(lines.size / 2)}, auto)`;
      return { title: [frame('plan').dataset.title || ''], body: [list] };
    },
    talk: ({ moment = 0 }) => ({ title: html(on.data.plan[moment].text || ''), body: [] }),
    turn({ step, moment = 0, id }) {
      const { text: task = '', do: deed, minutes } = on.data.plan[moment];
      const turn = copy(frame('turn'), '.tv-turn');
      one(turn, 'b').textContent = String(steps().findIndex((section) => section.id === step) + 1);
      one(turn, '.tv-task').append(...html(task));
      one(turn, `.tv-how.${deed === 'alone' ? 'paper' : 'alone'}`).remove();
      const { face, button } = on.clock.timer(id, minutes);
      return { title: [frame('turn').dataset.title || ''], body: [turn, face], actions: [button], level: 1 };
    },
    pause({ moment, id }) {
      const { face, button } = on.clock.timer(id, moment === undefined ? 10 : on.data.plan[moment].minutes);
      const choices = document.createElement('p');
      choices.className = 'tv-choices';
      choices.append(...all(frame('pause'), 'button').map((choice) => choice.cloneNode(true)));
      return { title: [frame('pause').dataset.title || ''], body: [copy(frame('pause'), '.tv-lead'), face, choices], actions: [button] };
    },
    content(screen) {
      const heads = inside(screen.title);
      if (screen.whole) {
        const live = /** @type {any} */ (screen.whole);
        const kind = SmartCornerLesson.kinds[live.localName] || (live.lesson && live.lesson.bind(live));
        const made = kind ? kind(live, on.door(screen), screen) : live.dataset.lesson === 'live' ? alive(screen, live) : together(screen, live);
        return Object.assign({ level: screen.level }, made, { title: made.title.length ? made.title : heads });
      }
      const parts = screen.make();
      const figure = parts.find((part) => part.matches('figure'));
      const flow = document.createElement('div');
      flow.className = 'tv-flow';
      flow.append(...parts.filter((part) => part !== figure));
      const both = document.createElement('div');
      both.className = figure ? (flow.children.length ? 'tv-duo' : 'tv-solo') : 'tv-text';
      both.append(...[flow, figure].filter((part) => part && part.childNodes.length).map((part) => /** @type {Node} */ (part)));
      return { title: heads, body: [both], level: screen.level };
    },
    end: () => ({ title: [frame('end').dataset.title || ''], body: [copy(frame('end'), 'p')] }),
  };

  /** A simulation that the group does aloud; the worked answer comes a line at a time.
   * @param {LessonScreen} screen @param {HTMLElement} element @returns {LessonView} */
  const together = (screen, element) => {
    const id = element.dataset.id || '';
    const told = on.data.practice[id.slice(id.indexOf('/') + 1)];
    if (!told) return { title: [], body: [copy(frame('tablet'), 'p')] };
    const memory = on.door(screen).memory(id);
    const at = memory.shown || 0;
    const play = copy(frame('practice'), `[data-key="${memory.live ? 'tell' : 'play'}"]`);
    play.addEventListener('click', () => {
      memory.live = !memory.live;
      on.door(screen).again(memory.live ? 'tell' : 'play');
    });
    if (memory.live) return Object.assign(alive(screen, element), { title: [told.title], actions: [play] });
    const shown = copy(frame('practice'), '.tv-practice');
    one(shown, '.story').textContent = told.story;
    one(shown, 'ul').append(...told.goals.map((goal) => {
      const line = document.createElement('li');
      line.textContent = goal;
      return line;
    }));
    one(shown, '.goals').append(play);
    const step = one(shown, '.step-now');
    if (at) step.textContent = `${at}. ${told.worked[at - 1]}`;
    step.classList.toggle('said', at > 0);
    const more = copy(frame('practice'), '[data-key="more"]');
    more.addEventListener('click', () => {
      memory.shown = at + 1;
      on.door(screen).again(at + 1 < told.worked.length ? 'more' : 'next');
    });
    return {
      title: [told.title], body: [shown], actions: at < told.worked.length ? [more] : [], level: told.goals.length > 3 ? 0 : 1,
      told: () => ({ kind: 'practice', shown: at, of: told.worked.length }),
    };
  };
  /** The element itself, on the big screen until another screen comes. @param {LessonScreen} screen @param {HTMLElement} live @returns {LessonView} */
  const alive = (screen, live) => {
    if (on.still) return { title: [], body: [copy(frame('alive'), 'p')] };
    const place = document.createComment('');
    const room = document.createElement('div');
    room.className = 'tv-live';
    live.replaceWith(place);
    room.append(live);
    document.dispatchEvent(new CustomEvent('sc-screen', { detail: { step: screen.step, screen: 0, element: live } }));
    return { title: [], body: [room], live: true, leave: () => place.replaceWith(live) };
  };

  /** A step to go to. @param {HTMLElement} step @param {number} n */
  const stepLine = (step, n) => {
    const row = document.createElement('li');
    const button = document.createElement('button');
    const number = document.createElement('b');
    const name = document.createElement('span');
    number.textContent = String(n + 1);
    name.append(...inside(title(step.id)));
    button.className = 'tv-line';
    button.type = 'button';
    button.dataset.step = step.id;
    button.append(number, name);
    if (step.id === on.here().step) button.setAttribute('aria-current', 'step');
    row.append(button);
    return row;
  };

  /** What lies over a screen. @type {{[name: string]: () => LessonView}} */
  const covers = {
    menu() {
      const menu = copy(frame('menu'), '.tv-menu');
      const lines = steps().map(stepLine);
      const shown = core().slice(0, MENU).length;
      one(menu, 'ol').append(...lines.slice(0, shown));
      if (shown === lines.length) one(menu, '[data-act="steps"]').remove();
      one(menu, '[data-act="large"]').setAttribute('aria-pressed', String(Boolean(on.large())));
      return card('menu', [menu], one(menu, '[aria-current]'));
    },
    steps() {
      const list = copy(frame('steps'), 'ol');
      const lines = steps().map(stepLine);
      list.append(...lines);
      list.style.gridTemplateRows = `repeat(${Math.ceil(lines.length / 2)}, auto)`;
      return card('steps', [list], one(list, '[aria-current]'));
    },
    blocked: () => card('blocked', [copy(frame('blocked'), 'p')]),
    late() {
      const late = copy(frame('late'), '.tv-late');
      const ids = steps().map((step) => step.id);
      const step = on.here().step || ids[0];
      const said = { n: ids.indexOf(step) + 1, title: text(title(step)), module: text(page && page.querySelector('h1')) };
      for (const line of all(late, '[data-say]')) line.textContent = fill(line.dataset.say || '', said);
      return card('late', [late]);
    },
    pause: () => Object.assign(views.pause(Object.assign({}, on.here(), { id: 'pause', moment: undefined })), { over: true }),
    plan: () => Object.assign(views.plan(on.here()), { over: true }),
    help: () => card('help', [copy(frame('help'), '.tv-help')]),
    join() {
      const join = copy(frame('join'), '.tv-join');
      const ids = steps().map((step) => step.id);
      const step = on.here().step || ids[0];
      const { base, local } = SmartCorner.address(SmartCorner.corner.baseAddress);
      const number = `${on.data.number}${String(ids.indexOf(step) + 1).padStart(2, '0')}`;
      for (const line of all(join, base ? '.none' : '.at')) line.remove();
      if (!local) one(join, '.local').remove();
      if (base) {
        // The code leads to the step itself; what hands type is short: home knows the number.
        one(join, '.tv-address').textContent = `${base.replace(/^https?:\/\//, '')}${lessonPath.replace(/modules\/.*/, '')}#${number}`;
        const code = lessonCode(`${base}${lessonPath}#${step}`);
        if (code) join.append(code);
      } else one(join, '.tv-number').textContent = number;
      return card('join', [join]);
    },
    quit: () => card('quit', [copy(frame('quit'), 'p')]),
    blank: () => Object.assign(card('blank', [copy(frame('blank'), 'p')]), {
      key: () => {
        on.close();
        return true;
      },
    }),
  };
  /** @param {string} name @param {Node[]} shown @param {HTMLElement | null} [focus] @returns {LessonView} */
  const card = (name, shown, focus) => {
    const actions = all(frame(name), 'section > .btn').map((button) => /** @type {HTMLElement} */ (button.cloneNode(true)));
    return { title: [frame(name).dataset.title || ''], body: shown, actions, focus: focus || undefined, over: true };
  };

  return { views, covers };
};
