'use strict';

/**
 * A lesson's screen drawn small: a picture, nothing in it takes the focus.
 * @param {HTMLElement} place @param {LessonData} data
 * @param {() => {screens: LessonScreen[], state: any, large: boolean}} lesson as it stands
 */
const presenterScreen = (place, data, lesson) => {
  const { one, all, copy, inside, text, page } = LessonParts;
  const stage = new LessonStage();
  const clock = new LessonClock();
  let [shown] = lesson().screens;
  /** @type {(id: string) => any} */
  const memory = (id) => {
    const { state } = lesson();
    return (state ? new Map(state.memories).get(id) : null) || {};
  };
  const nothing = () => {};
  const made = lessonViews({
    data, clock, here: () => shown, large: () => lesson().large, close: nothing, still: true,
    door: () => ({
      memory, again: nothing, tell: nothing,
      word: (template, selector) => copy(/** @type {HTMLTemplateElement} */ (document.getElementById(template)).content, selector),
    }),
  });
  one(stage.tv, '.tv-mark b').append(...inside(page && page.querySelector('h1')));
  place.append(stage.tv);
  return {
    /** @param {number} n @param {string} [cover] @returns {LessonView} */
    show(n, cover) {
      const { screens, state } = lesson();
      shown = screens[n];
      if (state) Object.assign(clock, { id: state.clock.id, rest: state.clock.rest, end: state.clock.end });
      const view = cover ? made.covers[cover]() : made.views[shown.type](shown);
      stage.show(view, cover || '', screens, n);
      for (const control of all(stage.tv, 'a, button, input, select, textarea, [tabindex]')) control.tabIndex = -1;
      one(/** @type {HTMLElement} */ (place.parentElement), '.desk-title').textContent = text(stage.heading);
      clock.draw(stage.body);
      return view;
    },
    tick: () => clock.draw(stage.body),
  };
};
