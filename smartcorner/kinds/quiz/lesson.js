'use strict';

/*
 * A question in a lesson. A group raises hands, which the trainer counts with the arrows;
 * « Révéler » shows what is right and why. Lines in order and pairs are found together,
 * one after the other. Nothing of it is kept.
 */
{
  const WORDS = 'sc-quiz-lesson';
  const MOST = 30; // hands that fit on a row
  /** @param {Element | null} element @returns {Node[]} */
  const inside = (element) => (element ? Array.from(element.childNodes, (node) => node.cloneNode(true)) : []);
  /** @param {string} name @param {string} [css] @param {(Node | string)[]} [held] */
  const make = (name, css, held) => {
    const made = document.createElement(name);
    if (css) made.className = css;
    if (held) made.append(...held);
    return made;
  };
  /** @param {string} key @param {(Node | string)[]} held */
  const choice = (key, held) => {
    const button = /** @type {HTMLButtonElement} */ (make('button', 'tv-answer', held));
    button.type = 'button';
    button.dataset.key = key;
    return button;
  };
  /** The solution's lines, in the order in which they are written. @param {HTMLElement} part */
  const solution = (part) => /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(`[data-answers="${part.dataset.id}"] li`)));
  /** @param {HTMLElement | undefined} line */
  const why = (line) => inside(line ? line.querySelector(':scope > span') : null);

  /** One answer or several: hands, then what is right. @type {LessonKind} */
  const raised = (part, lesson, screen) => {
    const memory = lesson.memory(part.dataset.id || '');
    const hands = memory.hands || (memory.hands = {});
    const lines = solution(part);
    const rows = Array.from(part.querySelectorAll('.row'), (row, n) => ({
      n, value: /** @type {HTMLInputElement} */ (row.querySelector('input')).value, words: inside(row.querySelector('span')),
    }));
    const right = (/** @type {string} */ value) => lines[Number(value)] && 'right' in lines[Number(value)].dataset;
    const list = lesson.word(WORDS, '.tv-answers');
    const note = lesson.word(WORDS, '.tv-note');
    let open = '';

    /** @param {string} value @param {HTMLElement} row */
    const draw = (value, row) => {
      const count = Number(hands[value]) || 0;
      const shown = /** @type {HTMLElement} */ (row.querySelector('.hands'));
      const said = /** @type {HTMLElement} */ (row.querySelector('.hand'));
      const drawn = lesson.word(WORDS, '.hands').children;
      shown.textContent = '';
      for (let n = 0; n < count; n += 1) shown.append(drawn[(n * 5 + Number(value)) % drawn.length].cloneNode(true));
      shown.className = `hands ${count > 16 ? 'throng' : count > 9 ? 'crowd' : count > 6 ? 'many' : ''}`;
      const text = (count === 1 ? said.dataset.one : said.dataset.many) || '';
      said.textContent = count || open === value ? text.replace('{n}', String(count)) : '';
      row.classList.toggle('open', open === value);
    };
    /** @param {string} value */
    const redraw = (value) => {
      const row = list.querySelector(`[data-value="${value}"]`);
      if (row instanceof HTMLElement) draw(value, row);
    };
    /** @param {string} value @param {number} to */
    const count = (value, to) => {
      hands[value] = Math.max(0, Math.min(MOST, to));
      redraw(value);
      lesson.tell();
    };
    /** @param {string} value @param {number} more */
    const add = (value, more) => count(value, (Number(hands[value]) || 0) + more);
    /** @param {string} value */
    const turn = (value) => {
      const before = open;
      open = open === value ? '' : value;
      if (before) redraw(before);
      redraw(value);
    };
    rows.forEach(({ n, value, words }) => {
      const ok = memory.shown && right(value);
      const letter = make('b', 'letter', ok ? [lesson.word(WORDS, '.yes')] : [String.fromCharCode(65 + n)]);
      const button = choice(`a${n}`, [letter, make('span', 'txt', words), lesson.word(WORDS, '.hands'), lesson.word(WORDS, '.hand')]);
      button.addEventListener('click', () => { if (!memory.shown) turn(value); });
      const row = make('li', memory.shown ? (ok ? 'right' : 'other') : '', [lesson.word(WORDS, '.less'), button, lesson.word(WORDS, '.more')]);
      row.dataset.value = value;
      for (const way of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll('[data-way]'))) {
        way.addEventListener('click', () => add(value, Number(way.dataset.way)));
      }
      draw(value, row);
      list.append(row);
    });
    list.classList.toggle('tv-told', Boolean(memory.shown));
    list.classList.toggle('few', !memory.shown && rows.length < 4); // long answers have room for two lines each
    list.classList.toggle('message', part.dataset.type === 'spot-the-signs');
    list.addEventListener('focusin', (event) => {
      const row = /** @type {Element} */ (event.target).closest('li');
      if (!memory.shown || !row) return;
      const line = lines[Number(row.dataset.value)];
      note.textContent = '';
      note.append(...(line ? inside(line) : []));
      note.classList.toggle('good', right(row.dataset.value || ''));
    });
    const action = lesson.word(WORDS, '.show');
    action.addEventListener('click', () => {
      memory.shown = true;
      lesson.again(`a${rows.findIndex(({ value }) => right(value))}`);
    });
    return {
      title: [], body: [list, memory.shown ? note : lesson.word(WORDS, '.ask')],
      actions: memory.shown ? [] : [action],
      level: memory.shown ? Math.min(screen.level, 1) : screen.level,
      count: (n, more) => { if (rows[n] && !memory.shown) add(rows[n].value, more); },
      told: () => ({ kind: 'hands', shown: Boolean(memory.shown), hands: rows.map(({ value }) => Number(hands[value]) || 0) }),
      key(key, digit) {
        if (!open) return false;
        if (key === 'up') add(open, 1);
        else if (key === 'down') add(open, -1);
        else if (key === 'digit') count(open, digit);
        else turn(open);
        return key === 'up' || key === 'down' || key === 'digit' || key === 'ok' || key === 'back';
      },
    };
  };

  /** What the group found so far, and the note under it. @param {LessonDoor} lesson @param {any} memory @param {HTMLElement[]} lines */
  const found = (lesson, memory, lines) => {
    const note = lesson.word(WORDS, '.tv-note');
    if (memory.no) note.append(lesson.word(WORDS, '.no'));
    else if (memory.done) {
      note.append(...why(lines[memory.done - 1]));
      note.classList.add('good');
    }
    const step = lesson.word(WORDS, '.onward');
    /** @param {boolean} good @param {string} focus */
    const answer = (good, focus) => {
      memory.no = !good;
      if (good) memory.done += 1;
      lesson.again(memory.done === lines.length ? 'next' : good ? 'show' : focus);
    };
    step.addEventListener('click', () => answer(true, ''));
    return { note: memory.no || memory.done ? note : lesson.word(WORDS, '.together'), actions: memory.done < lines.length ? [step] : [], answer };
  };

  /** Lines in order: the next one is looked for, again and again. @type {LessonKind} */
  const ordered = (part, lesson) => {
    const memory = lesson.memory(part.dataset.id || '');
    memory.done = memory.done || 0;
    const lines = solution(part);
    const { note, actions, answer } = found(lesson, memory, lines);
    const list = lesson.word(WORDS, '.tv-answers');
    const rows = Array.from(part.querySelectorAll('.row'), (row) => ({
      place: Number(/** @type {HTMLInputElement} */ (row.querySelector('input')).value), words: inside(row.querySelector('span')),
    }));
    const done = rows.filter(({ place }) => place < memory.done).sort((a, b) => a.place - b.place);
    for (const { place, words } of done) {
      list.append(make('li', 'right', [make('p', 'tv-answer', [make('b', 'letter', [String(place + 1)]), make('span', 'txt', words)])]));
    }
    for (const { place, words } of rows.filter((row) => row.place >= memory.done)) {
      const button = choice(`a${place}`, [make('b', 'letter', ['?']), make('span', 'txt', words)]);
      button.addEventListener('click', () => answer(place === memory.done, `a${place}`));
      list.append(make('li', '', [button]));
    }
    return { title: [], body: [list, note], actions, told: () => ({ kind: 'order', done: memory.done }) };
  };

  /** Pairs: one after the other gets what belongs to it. @type {LessonKind} */
  const matched = (part, lesson) => {
    const memory = lesson.memory(part.dataset.id || '');
    memory.done = memory.done || 0;
    const lines = solution(part);
    const { note, actions, answer } = found(lesson, memory, lines);
    const options = Array.from(/** @type {HTMLSelectElement} */ (part.querySelector('select')).options).filter((option) => option.value);
    const list = make('ol', 'tv-answers tv-pairs');
    const wanted = lines.slice(memory.done).map((line) => line.dataset.right);
    // Beside what is found stands what belongs to it; beside the rest, what is still to choose.
    const free = options.filter((option) => wanted.includes(option.value));
    Array.from(part.querySelectorAll('.pair > span')).forEach((name, n) => {
      const solved = n < memory.done;
      const option = solved ? options.find(({ value }) => value === lines[n].dataset.right) : free[n - memory.done];
      const left = make('p', 'tv-answer', [make('b', 'txt', inside(name))]);
      const text = make('span', 'txt', [option ? option.text : '']);
      const right = solved || !option ? make('p', option ? 'tv-answer' : '', [text]) : choice(`a${option.value}`, [text]);
      if (!solved && option) right.addEventListener('click', () => answer(option.value === wanted[0], `a${option.value}`));
      list.append(make('li', solved ? 'right' : n === memory.done ? 'now' : '', [left, right]));
    });
    return { title: [], body: [list, note], actions, told: () => ({ kind: 'match', done: memory.done }) };
  };

  SmartCornerLesson.kinds['sc-quiz'] = (part, lesson, screen) => {
    const { type } = part.dataset;
    return (type === 'order' ? ordered : type === 'match' ? matched : raised)(part, lesson, screen);
  };
}
