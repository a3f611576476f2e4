'use strict';

/**
 * An exercise as it is played: its stages, what is done in it and taken back, what is kept.
 * @fires sc-ready
 * @fires sc-fact {id: string, value: boolean | 'solved' | 'shown'}
 * @fires sc-work {id: string, value: SimWork | null}
 */
class SimulationPlay extends SimulationBench {
  // ---- what a kind says ----

  /** Draws the tool as the session stands. @param {HTMLElement} _place */
  draw(_place) {}

  /** @param {SimAction} _action @returns {HTMLElement | null} the control that does it here */
  control(_action) { return null; }

  /** @param {SimAction} _action @param {SimSession} _before @returns {string} what is said of it, '' for nothing */
  told(_action, _before) { return ''; }

  /** @returns {Node[]} more for the look back */
  lookBack() { return []; }

  /** @returns {Node} the opening words: what this is, and that nothing can go wrong */
  opening() { return document.createTextNode(''); }

  /** Whether the tool waits for an answer: undo doesn't stop there. */
  get between() { return false; }

  // ---- what the half that helps says ----

  /** A button of the bench was pressed. @param {string} _deed */
  press(_deed) {}

  /** The next step of the worked answer. */
  step() {}

  /** Stops the worked answer. */
  pause() {}

  /** Offers a hint by itself after a while. */
  wait() {}

  /** Shows a hint, or hides it. @param {boolean} _on */
  hint(_on) {}

  /** Marks the control of the next step, while it is shown. @returns {HTMLElement | null} */
  point() { return null; }

  // ---- the start ----

  constructor() {
    super();
    this.session = /** @type {SimSession} */ (/** @type {unknown} */ (null));
    /** @type {SimSession | null} what « Recommencer » put away */
    this.former = null;
    /** @type {'intro' | 'play' | 'demo' | 'end'} */
    this.stage = 'intro';
    /** @type {unknown[]} the fact and the work that show */
    this.seen = [];
    this.seed = 0;
    this.helped = false; // whether a step was shown in this go
    this.undone = 0;
  }

  connectedCallback() {
    if (this.stands) return;
    const [own] = Array.from(this.querySelectorAll('[data-exercise]'));
    this.exercise = JSON.parse(own.textContent || '');
    const world = document.querySelector(`[data-world="${this.exercise.world}"]`);
    this.world = JSON.parse((world && world.textContent) || '');
    this.stand(this.dataset.id || '', this.exercise.title);
    for (const type of ['click', 'keydown', 'input', 'change', 'focusout', 'submit']) this.bench.addEventListener(type, this);
    const head = new IntersectionObserver(([{ isIntersecting }]) => {
      this.bench.classList.toggle('below', !isIntersecting);
      if (isIntersecting && this.stage === 'intro') this.draw(this.one('.sim-tool')); // it is there before it is asked for
    });
    head.observe(this.one('.sim-word'));
    this.open(0);
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
  }

  /** Begins a draw, or goes on with actions that were kept. @param {number} seed @param {SimAction[]} [actions] */
  open(seed, actions) {
    const drawn = SmartCornerSimulation.draw(this.exercise, this.world, seed);
    this.session = SmartCornerSimulation.replay(drawn, actions);
    this.seed = seed;
    this.helped = false;
    this.former = null;
    this.undone = 0;
    this.show(actions && actions.length ? 'play' : 'intro');
  }

  /**
   * Shows an exercise under way as it was left, else its start.
   * @param {Map<string, unknown>} facts by item id
   * @param {Map<string, any>} work by item id
   */
  restore(facts, work) {
    const fact = facts.get(`${this.key}/attempt`);
    const kept = /** @type {SimWork | undefined} */ (work.get(`${this.key}/attempt`));
    const before = JSON.stringify(this.seen);
    this.seen = [fact || null, kept || null];
    if (before === JSON.stringify(this.seen)) return; // done here: it shows already
    this.shut();
    if (kept) {
      this.open(kept.seed, kept.actions);
      this.helped = kept.helped;
    } else this.open(0);
  }

  // ---- stages ----

  /** @param {'intro' | 'play' | 'demo' | 'end'} stage */
  show(stage) {
    this.stage = stage;
    this.bench.dataset.stage = stage;
    this.pause();
    this.hint(false);
    this.say('');
    if (stage === 'intro') this.introduce();
    if (stage === 'end') this.conclude();
    this.render();
    const open = stage !== 'end' && !(stage === 'intro' && this.seen[0]);
    this.toggleAttribute('data-todo', open);
    this.wait();
  }

  /** The opening words, and the choice. */
  introduce() {
    const { title, story, help } = this.session.exercise;
    const intro = this.one('.sim-intro');
    intro.textContent = '';
    const before = this.seen[0] ? [this.words.piece('before')] : [];
    intro.append(simulationPart('h3', { tabindex: -1 }, title), ...before, simulationPart('p', {}, story));
    const show = this.words.piece('show');
    const go = this.words.piece('go');
    (help === 'shown' && !this.seen[0] ? show : go).classList.add('btn-main');
    // On a phone the choice shows without scrolling; what reassures comes right under it.
    intro.append(simulationPart('div.btns', {}, ...(help === 'shown' ? [show, go] : [go, show])), this.opening());
  }

  /** The look back: what was reached, and what there is to say of the way. */
  conclude() {
    const session = this.session;
    const said = new Set(SmartCornerSimulation.debrief(session));
    const texts = (session.exercise.feedback || []).filter(({ id }) => said.has(id)).map(({ text }) => text);
    if (this.undone) texts.push(this.words.text('undid'));
    const end = this.one('.sim-end');
    end.textContent = '';
    const list = (/** @type {string} */ name, /** @type {string[]} */ lines) => simulationPart(name, {}, ...lines.map((line) => simulationPart('li', {}, line)));
    end.append(
      this.words.piece('end'),
      list('ul.sim-did', session.exercise.goals.map(({ text }) => text)),
      list('ul.sim-why', texts),
      ...this.lookBack(),
      this.words.piece('after'),
    );
    /** @type {HTMLElement} */ (end.querySelector('[data-sim="more"]')).hidden = SmartCornerSimulation.draws(this.exercise) < 2;
  }

  render() {
    this.head();
    if (this.stage === 'play' || this.stage === 'demo') this.draw(this.one('.sim-tool'));
    this.point();
  }

  /** Shows the goal, and which of the bench's buttons there is a use for. */
  head() {
    const session = this.session;
    const goals = SmartCornerSimulation.goals(session);
    const at = goals.findIndex(({ done }) => !done);
    const goal = session.exercise.goals[at];
    simulationFill(this.one('.sim-goal'), goal ? this.words.piece('goal', { n: at + 1, total: goals.length, text: goal.text }) : this.words.piece('reached'));
    this.one('[data-sim="look-back"]').hidden = Boolean(goal) || this.stage !== 'play';
    this.one('[data-sim="hint"]').hidden = !goal || this.stage !== 'play';
    this.one('[data-sim="undo"]').toggleAttribute('disabled', !this.former && !session.history.length);
    this.one('[data-sim="again"]').toggleAttribute('disabled', !session.history.length);
    this.one('.sim-body').classList.toggle('won', !goal && this.stage === 'play');
  }

  // ---- what is done ----

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest('button'));
    if (event.type === 'submit') event.preventDefault(); // also while the answer plays: it would leave the page
    if (event instanceof KeyboardEvent) this.arrow(event);
    if (event.type !== 'click' || !button) {
      if (this.stage === 'play') this.used(event);
    } else if (button.dataset.sim) this.press(button.dataset.sim);
    else if (this.stage === 'demo') {
      if (button.classList.contains('sim-here')) this.step();
    } else this.used(event);
  }

  /** What was done in the tool: a kind makes actions of it. @param {Event} _event */
  used(_event) {}

  /** @param {'intro' | 'play' | 'demo' | 'end'} stage @param {string} name of what gets the focus */
  arrive(stage, name) {
    this.show(stage);
    const start = /** @type {HTMLElement[]} */ (Array.from(this.bench.querySelectorAll(name))).find((one) => one.offsetParent); // on a phone not all shows
    if (start) start.focus({ preventScroll: true });
    this.come();
  }

  /** @param {SimSession} session */
  play(session) {
    this.session = session;
    this.arrive('play', '.sim-tool [tabindex="-1"]');
  }

  /**
   * Does something in the world; says whether it changed anything.
   * @param {SimAction} action @param {{join?: boolean, quiet?: boolean, hush?: boolean}} [how] quiet: nothing is drawn anew; hush: nothing new is said
   */
  act(action, how = {}) {
    const before = this.session;
    const goals = SmartCornerSimulation.goals(before);
    const after = SmartCornerSimulation.act(before, action, how);
    if (after === before) return false;
    this.session = after;
    this.former = null;
    this.hint(false);
    const news = SmartCornerSimulation.news(after);
    const reached = SmartCornerSimulation.goals(after).filter(({ done }, n) => done && !goals[n].done);
    if (this.stage === 'play') {
      this.keep();
      for (const { id } of reached) this.fact(id, true);
      if (SmartCornerSimulation.solved(after) && this.seen[0] !== 'solved') {
        this.seen[0] = this.helped ? 'shown' : 'solved';
        this.fact('attempt', this.seen[0]);
      }
    }
    // All that changes changes before the focus moves: the page is laid out once.
    if (!how.hush) this.say(this.told(action, before), reached.length > 0, news.feedback);
    if (how.quiet) this.head();
    else this.render();
    this.wait();
    return true;
  }

  undo() {
    if (this.former) {
      this.session = this.former;
      this.former = null;
    } else {
      do this.session = SmartCornerSimulation.undo(this.session);
      while (this.between);
      this.undone = this.undone + 1;
    }
    this.keep();
    this.show('play');
    this.say(this.words.text('undone'));
  }

  again() {
    const before = this.session;
    this.session = SmartCornerSimulation.again(before);
    this.former = before;
    this.keep();
    this.show('play');
    this.say(this.words.text('anew'));
  }

  /** @param {string} id @param {unknown} value */
  fact(id, value) {
    this.dispatchEvent(new CustomEvent('sc-fact', { bubbles: true, detail: { id: `${this.key}/${id}`, value } }));
  }

  /** Keeps what was done; nothing once all goals are reached: it is no open work. */
  keep() {
    const session = this.session;
    const { seed, actions } = SmartCornerSimulation.saved(session);
    const open = actions.length > 0 && !SmartCornerSimulation.solved(session);
    const value = open ? { seed, actions, helped: this.helped } : null;
    if (JSON.stringify(value) === JSON.stringify(this.seen[1])) return;
    this.seen[1] = value;
    this.dispatchEvent(new CustomEvent('sc-work', { bubbles: true, detail: { id: `${this.key}/attempt`, value } }));
  }

  /**
   * Says what happened, for eyes and for a reader.
   * @param {string} text @param {boolean} [goal] whether one was reached @param {string[]} [feedback] ids
   */
  say(text, goal, feedback = []) {
    const exercise = this.session.exercise;
    const status = this.one('.sim-said');
    status.textContent = '';
    if (goal) status.append(this.words.piece('one-goal'));
    if (text) status.append(simulationPart('p', {}, text));
    for (const one of exercise.feedback || []) if (feedback.includes(one.id)) status.append(simulationPart('p.sim-now', {}, one.text));
  }
}
