'use strict';

/** The help of an exercise, which fades: hints, the next step, the worked answer. A kind's own element draws the rest. */
class SimulationElement extends SimulationPlay {
  constructor() {
    super();
    /** @type {SimStep[]} the worked answer while it is shown */
    this.steps = [];
    this.hinted = 0; // how far the hint goes
    this.waiting = 0; // timers
    this.playing = 0;
  }

  /** @param {string} deed */
  press(deed) {
    const session = this.session;
    if (deed === 'go') this.play(this.stage === 'demo' ? SmartCornerSimulation.again(session) : session);
    else if (deed === 'show') this.demonstrate();
    else if (deed === 'hint') this.hint(true);
    else if (deed === 'unhint') this.hint(false, true);
    else if (deed === 'where') this.hint(true, true);
    else if (deed === 'do') this.help();
    else if (deed === 'undo' || deed === 'again') {
      this[deed]();
      // Where there is nothing left to take back, the button can't keep the focus.
      if (this.one(`[data-sim="${deed}"]`).hasAttribute('disabled')) this.one('.sim-tool [tabindex="-1"]').focus({ preventScroll: true });
    } else if (deed === 'step') this.step();
    else if (deed === 'pause') this.pace();
    else if (deed === 'look-back') this.arrive('end', '.sim-end h3');
    else if (deed === 'tool') this.arrive('play', '.sim-tool [tabindex="-1"]');
    else if (deed === 'more') {
      this.open(this.seed + 1);
      this.arrive('intro', '.sim-intro h3');
    }
  }

  // ---- help ----

  /** Offers a hint by itself after a while, unless the person is alone with it. */
  wait() {
    window.clearTimeout(this.waiting);
    const { help } = this.session.exercise;
    if (this.stage !== 'play' || help === 'alone') return;
    this.waiting = window.setTimeout(() => {
      if (!this.hinted && this.offsetParent && !this.one('[data-sim="hint"]').hidden) this.hint(true);
    }, 60000);
  }

  /** Shows the goal's hint, then the next step in words, or hides it. @param {boolean} on @param {boolean} [back] focus goes back */
  hint(on, back) {
    const place = this.one('.sim-hint');
    place.textContent = '';
    this.hinted = on ? this.hinted + 1 : 0;
    if (on) {
      const session = this.session;
      const at = SmartCornerSimulation.goals(session).findIndex(({ done }) => !done);
      const step = SmartCornerSimulation.next(session);
      if (this.hinted === 1 || !step) place.append(this.words.piece('hint', { text: (session.exercise.goals[at] || { hint: '' }).hint }));
      else if ('undo' in step) place.append(this.words.piece('back', { n: step.undo }));
      else place.append(this.words.piece('step', { text: step.say }));
    }
    const control = this.point();
    if (control && this.hinted > 1) control.scrollIntoView({ block: 'center' });
    if (back) this.one('[data-sim="hint"]').focus();
  }

  /** Does the next step for the person. */
  help() {
    const step = SmartCornerSimulation.next(this.session);
    Object.assign(this, { helped: true });
    if (step && 'undo' in step) for (let n = 0; n < step.undo; n += 1) this.undo();
    else if (step) this.act(step.action);
    this.one('.sim-keys .btn:not([hidden])').focus(); // the hint's, or « Voir le bilan »
  }

  /** Marks the control of the next step, while it is shown. */
  point() {
    const tool = this.one('.sim-body');
    for (const one of Array.from(tool.querySelectorAll('.sim-here'))) one.classList.remove('sim-here');
    const step = this.stage === 'demo' || this.hinted > 1 ? this.coming() : null;
    const control = step && (('undo' in step) ? this.one('[data-sim="undo"]') : this.control(step.action));
    tool.classList.toggle('pointing', Boolean(control));
    if (control) control.classList.add('sim-here');
    return control;
  }

  // ---- the worked answer ----

  demonstrate() {
    const session = SmartCornerSimulation.again(this.session);
    Object.assign(this, { session, steps: SmartCornerSimulation.told(session) });
    this.arrive('demo', '.sim-demo [data-sim="step"]');
    this.caption();
    if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) this.pace();
  }

  /** @returns {SimStep | null} what comes next: in the worked answer as it is shown, else on the way home */
  coming() {
    if (this.stage === 'demo') return this.steps[this.session.history.length] || null;
    return SmartCornerSimulation.next(this.session);
  }

  /** Says what comes next. */
  caption() {
    const step = this.coming();
    const said = this.one('.sim-caption');
    said.textContent = step && 'say' in step ? step.say : this.words.text('your-turn');
    this.one('.sim-demo').classList.toggle('over', !step);
    const control = this.point();
    if (control) control.scrollIntoView({ block: 'center' });
    if (!step) this.pause();
    return (said.textContent || '').split(' ').length;
  }

  /** Does the step that was said. */
  step() {
    const step = this.coming();
    if (!step || 'undo' in step) return;
    Object.assign(this, { session: SmartCornerSimulation.act(this.session, step.action) });
    this.render();
    const count = this.caption();
    if (this.playing) this.later(count);
    if (!this.coming()) this.one('.sim-demo [data-sim="go"]').focus();
  }

  /** @param {number} count words to read first */
  later(count) {
    window.clearTimeout(this.playing);
    this.playing = window.setTimeout(() => this.step(), 3500 + 450 * count);
  }

  /** Plays on, or stops. */
  pace() {
    if (this.playing) this.pause();
    else {
      this.later((this.one('.sim-caption').textContent || '').split(' ').length);
      this.one('.sim-demo').classList.add('playing');
    }
  }

  pause() {
    window.clearTimeout(this.playing);
    this.playing = 0;
    this.one('.sim-demo').classList.remove('playing');
  }
}
