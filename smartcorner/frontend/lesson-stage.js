'use strict';

/** A TV's picture: a view, the buttons under it, where one is. The presenter's window has two small ones. */
class LessonStage {
  constructor() {
    const { one, copy, words } = LessonParts;
    this.tv = copy(words, '.tv');
    this.heading = one(this.tv, 'h1');
    this.body = one(this.tv, '.tv-body');
    this.foot = one(this.tv, '.tv-foot');
  }

  /**
   * Shows a view; says which button is the one to press next.
   * @param {LessonView} view @param {string} cover what lies over the screen, or ''
   * @param {LessonScreen[]} screens @param {number} at
   */
  show(view, cover, screens, at) {
    const { one, all, copy, frame } = LessonParts;
    const { tv, heading, body, foot } = this;
    tv.dataset.view = cover || screens[at].type;
    tv.dataset.level = String(view.level === undefined ? 1 : view.level);
    tv.classList.toggle('tv-over', Boolean(view.over));
    heading.textContent = '';
    heading.append(...view.title);
    body.textContent = '';
    body.append(...view.body);
    const offered = view.actions || [];
    if (cover && !offered.some((button) => button.dataset.act === 'close')) offered.push(copy(frame('menu'), '[data-act="close"]'));
    const actions = one(foot, '.tv-actions');
    actions.textContent = '';
    actions.append(...offered);
    const next = /** @type {HTMLButtonElement} */ (one(foot, '[data-act="next"]'));
    for (const button of all(foot, '.btn')) button.classList.remove('btn-main');
    next.disabled = at === screens.length - 1;
    /** @type {HTMLButtonElement} */ (one(foot, '[data-act="before"]')).disabled = at === 0;
    const first = offered[0] || (next.disabled ? one(foot, '[data-act="menu"]') : next);
    if (!view.live) first.classList.add('btn-main'); // an exercise has its own yellow button
    this.place(screens, at);
    return first;
  }

  /** Writes the step and draws the rule. @param {LessonScreen[]} screens @param {number} at */
  place(screens, at) {
    const { one, core, whereabouts } = LessonParts;
    const { step } = screens[at];
    one(this.tv, '.tv-where').textContent = whereabouts(step);
    const rule = one(this.tv, '.rule');
    const before = screens.slice(0, at).map((screen) => screen.step);
    rule.textContent = '';
    core().forEach(({ id }, n) => {
      const mark = document.createElement('li');
      mark.textContent = String(n + 1);
      mark.className = id === step ? 'now' : before.includes(id) ? 'done' : '';
      rule.append(mark);
    });
  }
}
