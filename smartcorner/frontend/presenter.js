'use strict';

/*
 * The trainer's window beside a lesson (?view=lesson&presenter): the same page, the same
 * screens, drawn small. It asks the lesson where it stands and tells it what to do
 * (lesson-link.js); without a lesson it is a place to read the notes. It keeps nothing.
 */
{
  const { one, all, copy, fill, inside, html, text, page, frame, steps, title, whereabouts } = LessonParts;
  const { content: words } = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-presenter'));
  const MINUTE = 60000;

  window.smartcornerPresenter = (data) => {
    const desk = copy(words, '.desk');
    const part = (/** @type {string} */ name) => one(desk, name);
    /** Where the lesson stands, as it says. @type {any} */
    let state = null;
    let heard = 0; // when it said so
    let at = 0; // the screen, without a lesson
    let large = false;
    let screens = window.smartcornerScreens(data, /** @type {HTMLElement} */ (page), large);
    /** What of it is drawn already. */
    let drawn = '';
    const linked = () => state && Date.now() - heard < 6000;

    /** Two small screens. @param {string} name */
    const small = (name) => presenterScreen(part(name), data, () => ({ screens, state, large }));
    const now = small('.desk-now');
    const then = small('.desk-then');

    // ---- what the lesson is told ----

    const ask = lessonLink.presenter((said) => {
      if (said.module !== data.id || said.locale !== document.documentElement.lang) {
        follow(said);
        return;
      }
      state = said;
      heard = Date.now();
      draw();
    });
    /** The lesson is another module's by now. @param {any} said */
    const follow = ({ module, locale }) => {
      if (!/^[a-z0-9-]+$/.test(module) || !/^[A-Za-z-]+$/.test(locale)) return;
      const other = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`a[data-place][hreflang="${locale}"]`));
      const here = locale === document.documentElement.lang ? location.href : other && other.href;
      if (here) location.replace(`${here.replace(/[^/]*$/, '')}${module}.html?view=lesson&presenter`);
    };

    /** @param {string} deed @param {unknown} [to] */
    const tell = (deed, to) => {
      if (linked()) {
        ask(deed, to);
        return;
      }
      const ids = screens.map(({ id }) => id);
      const aim = deed === 'next' ? at + 1 : deed === 'before' ? at - 1 : deed === 'go' ? ids.indexOf(String(to))
        : deed === 'step' ? screens.findIndex(({ step }) => step === to) : -1;
      if (screens[aim]) at = aim;
      draw();
    };
    const over = () => (linked() ? String(state.over) : '');
    /** @type {{[name: string]: () => void}} */
    const deeds = {
      before: () => tell('before'),
      next: () => tell('next'),
      go: () => tell('go', screens[at].id),
      blank: () => (over() === 'blank' ? tell('go', screens[at].id) : tell('blank')),
      pause() {
        if (over() === 'pause') tell('go', screens[at].id);
        else {
          tell('pause');
          tell('10');
        }
      },
      play: () => tell('play'),
    };

    // ---- drawing ----

    const draw = () => {
      const tied = linked();
      if (tied) {
        if (state.large !== large) {
          large = state.large;
          screens = window.smartcornerScreens(data, /** @type {HTMLElement} */ (page), large);
        }
        at = Math.max(0, Math.min(screens.length - 1, Number(state.at) || 0));
      }
      tick();
      const what = JSON.stringify([tied, at, large, tied && [state.over, state.memories, state.clock.id, state.clock.end, state.group]]);
      if (what === drawn) return;
      drawn = what;
      const cover = over();
      const view = now.show(at, cover in { quit: 0 } ? 'menu' : cover);
      const after = Math.min(at + 1, screens.length - 1);
      then.show(after);
      part('.desk-then').classList.toggle('desk-last', after === at);
      part('.desk-tie').textContent = tied ? '' : part('.desk-tie').dataset[state ? 'lost' : 'alone'] || '';
      const { step } = screens[at];
      part('.desk-where').textContent = whereabouts(step);
      buttons(view, cover);
      group();
      notes(step);
      plan();
    };

    /** @param {LessonView} view @param {string} cover */
    const buttons = (view, cover) => {
      const had = document.activeElement instanceof HTMLElement ? document.activeElement.dataset : {};
      const actions = part('.desk-actions');
      actions.textContent = '';
      const offered = cover ? [copy(words, '.desk-close')] : linked() ? view.actions || [] : [];
      for (const action of offered) {
        const button = /** @type {HTMLElement} */ (action.cloneNode(true));
        button.removeAttribute('tabindex'); // in the picture nothing has the focus
        if (!cover) {
          button.dataset.press = action.dataset.key || action.dataset.act;
          delete button.dataset.act;
        }
        actions.append(button);
      }
      const next = /** @type {HTMLButtonElement} */ (part('.desk-go [data-act="next"]'));
      next.disabled = at === screens.length - 1;
      /** @type {HTMLButtonElement} */ (part('.desk-go [data-act="before"]')).disabled = at === 0;
      for (const button of all(desk, '.btn')) button.classList.remove('btn-main');
      const main = actions.querySelector('.btn') || next;
      main.classList.add('btn-main');
      for (const name of ['pause', 'blank']) {
        const button = /** @type {HTMLButtonElement} */ (part(`.desk-tools [data-act="${name}"]`));
        button.disabled = !linked();
        button.setAttribute('aria-pressed', String(cover === name));
      }
      // What was pressed may be gone: the focus goes to what comes next.
      if (!desk.contains(document.activeElement)) {
        const same = had.press && actions.querySelector(`[data-press="${had.press}"]`);
        (same instanceof HTMLElement ? same : /** @type {HTMLElement} */ (main)).focus();
      }
    };

    /** @param {number} n of an answer @returns {HTMLElement} its letter, its hands, fewer and more of them */
    const hand = (n) => {
      const letter = String.fromCharCode(65 + n);
      const row = document.createElement('li');
      const name = document.createElement('b');
      name.textContent = letter;
      const ways = [['.desk-less', -1], ['.desk-more', 1]].map(([css, way]) => {
        const button = copy(words, String(css));
        button.setAttribute('aria-label', fill(button.dataset.say || '', { letter }));
        button.addEventListener('click', () => tell('count', [n, Number(way)])); // one more: the TV knows the count
        return button;
      });
      row.append(name, ways[0], document.createElement('span'), ways[1]);
      return row;
    };

    /** Hands that the trainer counts here as well as on the TV. */
    const group = () => {
      const found = linked() && state.group;
      const hands = found && found.kind === 'hands' ? found.hands : null;
      part('.desk-group').hidden = !hands;
      const list = part('.desk-group ul');
      // The buttons stay while they count: a quick hand presses again before the TV has answered.
      if (list.children.length !== (hands || []).length) {
        list.textContent = '';
        (hands || []).forEach((/** @type {number} */ _count, /** @type {number} */ n) => list.append(hand(n)));
      }
      (hands || []).forEach((/** @type {number} */ count, /** @type {number} */ n) => {
        one(list.children[n], 'span').textContent = fill((count === 1 ? list.dataset.one : list.dataset.many) || '', { n: count });
        for (const button of all(list.children[n], 'button')) button.toggleAttribute('disabled', found.shown);
      });
    };

    /** @param {string} step */
    const notes = (step) => {
      const place = part('.desk-notes');
      const head = one(place, 'h2');
      const body = one(place, 'div');
      if (place.dataset.step === step) return;
      place.dataset.step = step;
      head.textContent = step ? fill(head.dataset.say || '', { title: text(title(step)) }) : text(one(words, '.desk-notes h2'));
      body.textContent = '';
      body.append(...(step && data.steps[step].notes ? html(data.steps[step].notes) : [body.dataset.none || '']));
      place.scrollTop = 0;
    };

    const plan = () => {
      const list = part('.desk-plan ol');
      const ids = steps().map(({ id }) => id);
      if (!list.children.length) {
        data.plan.forEach((moment, n) => {
          const row = document.createElement('li');
          const button = document.createElement('button');
          const [mark, name, time] = ['b', 'span', 'small'].map((tag) => document.createElement(tag));
          button.type = 'button';
          mark.append(moment.step ? String(ids.indexOf(moment.step) + 1) : '');
          mark.append(copy(frame('plan'), `.i.${moment.do}`));
          name.append(...(moment.step ? inside(title(moment.step)) : moment.text ? html(moment.text) : [list.dataset.pause || '']));
          button.append(mark, name, time);
          button.addEventListener('click', () => {
            const first = screens.find((screen) => screen.moment === n);
            if (first) tell('go', first.id);
          });
          row.append(button);
          list.append(row);
        });
        tick();
      }
      const { moment } = screens[at];
      Array.from(list.children).forEach((row, n) => {
        const button = one(row, 'button');
        if (n !== moment) button.removeAttribute('aria-current');
        else if (!button.hasAttribute('aria-current')) {
          button.setAttribute('aria-current', 'true');
          const box = part('.desk-plan');
          box.scrollTop = button.offsetTop - box.clientHeight / 2;
        }
      });
    };

    /** What passes while nothing else changes. */
    const tick = () => {
      now.tick();
      const hour = new Date();
      part('.desk-hour').textContent = fill(part('.desk-hour').dataset.hour || '', { h: hour.getHours(), m: String(hour.getMinutes()).padStart(2, '0') });
      const { moment } = screens[at];
      const here = moment === undefined ? '-1' : String(moment);
      /** @type {{[moment: string]: number}} */
      const spent = Object.assign({}, state && state.spent);
      if (linked()) spent[here] = (spent[here] || 0) + Date.now() - heard;
      /** @param {number | string} n */
      const minutes = (n) => Math.floor((spent[n] || 0) / MINUTE);
      const total = Object.keys(spent).reduce((sum, n) => sum + spent[n], 0) / MINUTE;
      const asked = data.plan.reduce((sum, one_) => sum + one_.minutes, 0);
      const whole = part('.desk-whole');
      one(whole, 'span').textContent = fill(whole.dataset.say || '', { n: Math.floor(total), total: asked });
      const line = part('.desk-part');
      part('.desk-time').classList.toggle('desk-idle', !state);
      line.hidden = moment === undefined;
      part('.desk-bar').hidden = moment === undefined;
      let early = 0;
      if (moment !== undefined) {
        const due = data.plan[moment].minutes;
        line.textContent = fill(line.dataset.say || '', { n: minutes(moment), total: due });
        const share = Math.min(1, (spent[moment] || 0) / MINUTE / due);
        part('.desk-bar i').style.width = `${share * 100}%`;
        part('.desk-bar').classList.toggle('desk-full', share === 1);
        const before = data.plan.slice(0, moment).reduce((sum, one_) => sum + one_.minutes, 0);
        early = Math.round(before + Math.min(due, (spent[moment] || 0) / MINUTE) - total);
      }
      const said = whole.dataset;
      one(whole, 'b').textContent = moment === undefined || !state ? ''
        : fill((early > 2 ? said.early : early < -2 ? said.late : said.even) || '', { n: Math.abs(early) });
      Array.from(part('.desk-plan ol').children).forEach((row, n) => {
        one(row, 'small').textContent = fill(part('.desk-plan ol').dataset.minutes || '', { n: minutes(n), total: data.plan[n].minutes });
      });
    };

    // ---- keys and presses ----

    desk.addEventListener('click', (event) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('button'));
      if (!button || button.closest('.desk-mini')) return;
      if (button.dataset.press) tell('press', button.dataset.press);
      else if (button.dataset.act && deeds[button.dataset.act]) deeds[button.dataset.act]();
    });
    // A clicker drives the lesson from this window too; Up, Down, OK and Tab are the window's own.
    window.addEventListener('keydown', (event) => {
      const pressed = window.smartcornerKey(event);
      if (!pressed || event.key === 'Backspace') return;
      const step = pressed.key === 'digit' && steps()[pressed.digit - 1];
      if (step) tell('step', step.id);
      else if (deeds[pressed.key]) deeds[pressed.key]();
      else return;
      event.preventDefault();
    }, true);

    one(desk, 'h1 span').append(...inside(page && page.querySelector('h1')));
    for (const spare of all(desk, '.desk > .desk-close, .desk-group > .btn')) spare.remove();
    document.title = `${text(one(desk, 'h1'))}`;
    document.body.append(desk);
    document.documentElement.classList.add('desk-on');
    document.head.append(copy(words, 'link'));
    draw();
    ask('hello');
    setInterval(() => {
      ask('hello');
      draw();
    }, 1000);
  };
}
