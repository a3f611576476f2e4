'use strict';

/*
 * A lesson's screens, cut out of the module's own page where the build says so
 * (smartcorner/pages/lessons.py): the page has the words, the marks only where a screen begins.
 */
{
  // The same as in lessons.py.
  const UNITS = 'h3, h4, p, li, figure, tr, dl > div';

  /** @param {Element} part @returns {Element[]} what is shown whole or cut at sentences */
  const units = (part) => {
    if (part.matches(UNITS)) return [part];
    return Array.from(part.querySelectorAll(UNITS)).filter((one) => {
      const around = one.parentElement && one.parentElement.closest(UNITS);
      return !around || !part.contains(around);
    });
  };

  /** Keeps the text between two places, counted in characters that are no spaces.
   * @param {Element} unit @param {number} from @param {number} to */
  const trim = (unit, from, to) => {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    let at = 0;
    for (const text of texts) {
      let kept = '';
      for (const char of text.data) {
        const space = /\s/.test(char);
        if (space ? at > from && at < to : at >= from && at < to) kept += char;
        if (!space) at += 1;
      }
      text.data = kept;
    }
    unit.querySelectorAll('*').forEach((one) => {
      if (!one.textContent && !one.closest('svg') && !one.matches('img, br')) one.remove();
    });
  };

  /**
   * Returns a copy of what stands in a part between two marks, without its heading; null for nothing.
   * @param {Element} part @param {LessonMark} start @param {LessonMark} end @param {number} n the part's number
   */
  const piece = (part, start, end, n) => {
    const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
    const first = start.part === n ? start.unit : 0;
    const [last, rest] = end.screen === start.screen && end.part === n ? [end.unit, end.solid] : [Infinity, 0];
    units(copy).forEach((unit, place) => {
      if (place < first || place > last || (place === last && !rest) || unit.matches('h3, h4')) {
        const list = unit.parentElement;
        if (place < first && list instanceof HTMLOListElement) list.dataset.before = String(Number(list.dataset.before || 0) + 1);
        unit.remove();
        return;
      }
      const from = place === first && start.part === n ? start.solid : 0;
      if (from || place === last) trim(unit, from, place === last ? rest : Infinity);
    });
    copy.querySelectorAll('ul, ol, dl').forEach((list) => {
      if (!list.children.length) list.remove();
      else if (list instanceof HTMLOListElement) {
        list.start = Number(list.dataset.before || 0) + 1;
        list.style.counterReset = `line ${list.start - 1}`;
      }
    });
    copy.querySelectorAll('img').forEach((image) => image.removeAttribute('loading'));
    return units(copy).length ? copy : null;
  };

  /** @param {Element[]} parts @param {LessonMark} mark @returns {Element | undefined} the heading over a place */
  const heading = (parts, mark) => {
    const found = parts.slice(0, mark.part + 1).map((part, n) => {
      if (n < mark.part && !part.matches('.text')) return [];
      return units(part).filter((unit, place) => unit.matches('h3, h4') && (n < mark.part || place < mark.unit));
    });
    return found.reduce((all, here) => all.concat(here), []).pop();
  };

  /**
   * Cuts the screens of a stretch of the page.
   * @param {string} step @param {Element[][]} page its parts, screen by screen
   * @param {number[][]} rows from the data @param {Element | null} title
   * @returns {LessonScreen[]}
   */
  const cut = (step, page, rows, title) => {
    const marks = rows.map(([level, screen, part, unit, solid]) => ({ level, screen, part, unit, solid }));
    return marks.map((mark, n) => {
      const next = marks[n + 1] || { level: 1, screen: Infinity, part: 0, unit: 0, solid: 0 };
      const parts = page[mark.screen];
      const whole = parts[mark.part].localName.includes('-') ? /** @type {HTMLElement} */ (parts[mark.part]) : null;
      const make = () => parts.map((part, place) => {
        const over = next.screen === mark.screen && (place > next.part || (place === next.part && !next.unit && !next.solid));
        const left = place < mark.part || over || part.localName.includes('-');
        return left ? null : piece(part, mark, next, place);
      }).filter(Boolean);
      return {
        id: `${step}/${n + 1}`, type: 'content', step, level: mark.level, whole,
        title: (whole && whole.querySelector('h3')) || heading(parts, mark) || title,
        make: () => /** @type {HTMLElement[]} */ (make()),
        start: [mark.screen, mark.part, mark.unit, mark.solid],
      };
    });
  };

  /**
   * Lists a lesson's screens in the order of its plan.
   * @param {LessonData} data @param {Element} page @param {boolean} large
   * @returns {LessonScreen[]}
   */
  window.smartcornerScreens = (data, page, large) => {
    const size = large ? 'large' : 'normal';
    /** @param {string} step @returns {LessonScreen[]} */
    const content = (step) => {
      const section = /** @type {Element} */ (page.querySelector(`.step[id="${step}"]`));
      const screens = Array.from(section.querySelectorAll('.screen'), (screen) => Array.from(screen.children));
      return cut(step, screens, data.steps[step][size], section.querySelector('h2'));
    };
    /** @param {string} id @param {string} from @param {string} part */
    const around = (id, from, part) => {
      const parts = page.querySelector(`${from} ${part}`);
      const title = page.querySelector(`${from} h2, ${from} h3`);
      const made = parts ? cut(id, [[parts]], data[id === 'aims' ? 'aims' : 'home'][size], title) : [];
      return made.map((screen) => Object.assign(screen, { step: '' })); // it belongs to none
    };
    const plain = { step: '', level: 1, whole: null, title: null, make: () => [], start: [] };
    /** @type {LessonScreen[]} */
    const screens = [Object.assign({}, plain, { id: 'cover', type: 'cover' }), ...around('aims', '.cover', '.aims'),
      Object.assign({}, plain, { id: 'plan', type: 'plan' })];
    /** @type {Set<string>} */
    const told = new Set();
    const inGroup = new Set(data.plan.filter((moment) => moment.do === 'group').map((moment) => moment.step));
    data.plan.forEach((moment, n) => {
      const step = moment.step || '';
      const type = moment.do === 'alone' || moment.do === 'paper' ? 'turn' : moment.do;
      if (type !== 'group') screens.push(Object.assign({}, plain, { id: `@${n + 1}`, type, step, moment: n }));
      if (!step || told.has(step) || (type !== 'group' && inGroup.has(step))) return;
      told.add(step);
      screens.push(...content(step).map((screen) => Object.assign(screen, { moment: n })));
    });
    // More practice stands after the end, as on the page: for those who are ahead, or have time left.
    const more = Array.from(page.querySelectorAll('.step[data-training]'), (section) => content(section.id));
    return [...screens, ...around('home', '.end', '.sheet'), Object.assign({}, plain, { id: 'end', type: 'end' }),
      ...more.reduce((all, here) => all.concat(here), [])];
  };
}
