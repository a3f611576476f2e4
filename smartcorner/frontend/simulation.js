'use strict';

/**
 * The engine of simulations: what was done, what follows from it, which
 * goals hold, and the way home from anywhere. It knows nothing of a page, a clock or
 * chance: `check` runs this very script. What a world is made of, a kind's rules.js says
 * (kinds/simulations.md explains the ideas and the words).
 */
const SmartCornerSimulation = (() => {
  const { draw, draws } = SmartCornerDraw;
  /** Rules by kind; each kind's rules.js adds its own. @type {{[kind: string]: SimRules}} */
  const worlds = {};
  const IDLE = -1; // an event whose condition doesn't hold
  const OVER = -2; // one that has happened

  // ---- conditions ----

  /** @param {any} pattern @param {any} value @returns {boolean} whether a value holds all that the pattern says */
  const fits = (pattern, value) => {
    if (!pattern || typeof pattern !== 'object') return pattern === value;
    if (!value || typeof value !== 'object' || Array.isArray(pattern) !== Array.isArray(value)) return false;
    if (Array.isArray(pattern) && pattern.length !== value.length) return false;
    return Object.keys(pattern).every((key) => fits(pattern[key], value[key]));
  };

  /** @param {SimExercise} exercise @param {SimAction} action @returns {SimAction[]} what a worked action stands for */
  const expanded = ({ kind, world }, action) => {
    const { expand } = worlds[kind];
    return expand ? expand(action, world) : [action];
  };

  /** @typedef {(args: any, exercise: SimExercise, trail: SimMoment[]) => boolean} SimWord */
  /** The words that all kinds share. @type {{[word: string]: SimWord}} */
  const WORDS = {
    all: (list, exercise, trail) => list.every((/** @type {SimCondition} */ one) => holds(one, exercise, trail)),
    any: (list, exercise, trail) => list.some((/** @type {SimCondition} */ one) => holds(one, exercise, trail)),
    not: (one, exercise, trail) => !holds(one, exercise, trail),
    ever: (one, exercise, trail) => trail.some((_, n) => holds(one, exercise, trail.slice(0, n + 1))),
    then: (list, exercise, trail) => {
      let n = 0;
      return list.every((/** @type {SimCondition} */ one) => {
        while (n < trail.length && !holds(one, exercise, trail.slice(0, n + 1))) n += 1;
        return n < trail.length;
      });
    },
    did: (action, exercise, trail) => expanded(exercise, action)
      .every((pattern) => trail.some((moment) => fits(pattern, moment.action))),
  };

  /**
   * Says whether a condition holds at the end of a trail.
   * @param {SimCondition | undefined} condition none always holds
   * @param {SimExercise} exercise @param {SimMoment[]} trail @returns {boolean}
   */
  const holds = (condition, exercise, trail) => {
    if (!condition) return true;
    const [name] = Object.keys(condition);
    if (WORDS[name]) return WORDS[name](condition[name], exercise, trail);
    const test = worlds[exercise.kind].tests[name];
    return test(trail[trail.length - 1].state, condition[name], exercise.world, trail);
  };

  // ---- a session ----

  /** @param {SimExercise} exercise @param {SimMoment[]} trail @returns {SimSession} */
  const session = (exercise, trail) => ({
    seed: exercise.seed || 0,
    exercise,
    trail,
    history: trail.slice(1).map((moment) => /** @type {SimAction} */ (moment.action)),
    state: trail[trail.length - 1].state,
  });

  /**
   * Lets the events of a trail's last moment happen: those whose condition has held for
   * as many actions as they wait for, and what follows from them.
   * @param {SimExercise} exercise @param {SimMoment[]} trail
   */
  const settle = (exercise, trail) => {
    const moment = trail[trail.length - 1];
    const { waits, events } = moment;
    const { happen } = worlds[exercise.kind];
    for (let before = -1; before < events.length;) {
      before = events.length;
      (exercise.events || []).forEach(({ when, after = 0, do: deed }, n) => {
        if (waits[n] === OVER) return;
        if (!holds(when, exercise, trail)) {
          waits[n] = IDLE;
          return;
        }
        if (waits[n] === IDLE) waits[n] = 0;
        if (waits[n] < after) return;
        waits[n] = OVER;
        events.push(n);
        if (happen) moment.state = happen(moment.state, deed, exercise.world);
      });
    }
  };

  /** Returns a session at its start. @param {SimExercise} exercise one that is drawn */
  const begin = (exercise) => {
    const waits = (exercise.events || []).map(() => IDLE);
    const trail = [{ action: null, state: worlds[exercise.kind].start(exercise), waits, events: [] }];
    settle(exercise, trail);
    return session(exercise, trail);
  };

  /**
   * Returns a session after one action more; the same one when the action changes nothing.
   * With `join` the action takes the place of the last one: a word typed letter by letter
   * is one thing to undo.
   * @param {SimSession} now @param {SimAction} action @param {{join?: boolean}} [how] @returns {SimSession}
   */
  const act = (now, action, how) => {
    const { exercise } = now;
    const trail = how && how.join && now.trail.length > 1 ? now.trail.slice(0, -1) : now.trail;
    const last = trail[trail.length - 1];
    const state = worlds[exercise.kind].act(last.state, action, exercise.world);
    if (state === last.state) return trail === now.trail ? now : session(exercise, trail);
    const waits = last.waits.map((wait) => (wait < 0 ? wait : wait + 1));
    const next = trail.concat({ action, state, waits, events: [] });
    settle(exercise, next);
    return session(exercise, next);
  };

  /** Returns a session as it was before its last action. @param {SimSession} now @param {number} [times] */
  const undo = (now, times = 1) => session(now.exercise, now.trail.slice(0, Math.max(1, now.trail.length - times)));

  /** Returns a session at its start again. @param {SimSession} now */
  const again = (now) => undo(now, now.trail.length);

  /**
   * Returns the session that these actions lead to; what can't be done is left out.
   * @param {SimExercise} exercise one that is drawn @param {any} actions as they were kept
   */
  const replay = (exercise, actions) => {
    let now = begin(exercise);
    for (const action of Array.isArray(actions) ? actions : []) {
      try {
        now = act(now, action);
      } catch (error) {
        if (error) return now; // kept by another version, or damaged
      }
    }
    return now;
  };

  /** Returns what is kept of a session. @param {SimSession} now */
  const saved = ({ seed, history }) => ({ seed, actions: history });

  // ---- goals and feedback ----

  /** @param {SimSession} now */
  const goals = ({ exercise, trail }) => exercise.goals.map(({ id, when }) => ({ id, done: holds(when, exercise, trail) }));

  /** @param {SimSession} now */
  const solved = ({ exercise, trail }) => exercise.goals.every(({ when }) => holds(when, exercise, trail));

  /** Returns the ids of the feedback that is true at the end, in order. @param {SimSession} now */
  const debrief = ({ exercise, trail }) => (exercise.feedback || [])
    .filter(({ when }) => holds(when, exercise, trail)).map(({ id }) => id);

  /** Returns what the last action brought: goals reached, feedback to give now, events. @param {SimSession} now */
  const news = ({ exercise, trail }) => {
    const before = trail.slice(0, -1);
    /** @param {{when?: SimCondition}} one */
    const isNew = ({ when }) => before.length > 0 && holds(when, exercise, trail) && !holds(when, exercise, before);
    return {
      goals: exercise.goals.filter(isNew).map(({ id }) => id),
      feedback: (exercise.feedback || []).filter((one) => one.now && isNew(one)).map(({ id }) => id),
      events: trail[trail.length - 1].events,
    };
  };

  // ---- the way home ----

  /**
   * Returns the shortest stretch of the worked answer that reaches every goal from here,
   * without what would change nothing; null where none does.
   * @param {SimSession} now @returns {SimPlan['actions'] | null}
   */
  const stretch = (now) => {
    const { worked } = now.exercise;
    /** @type {SimPlan['actions'] | null} */
    let best = solved(now) ? [] : null;
    for (let first = 0; first < worked.length; first += 1) {
      let there = now;
      /** @type {SimPlan['actions']} */
      const done = [];
      for (let index = first; index < worked.length && !(best && done.length >= best.length); index += 1) {
        for (const action of expanded(now.exercise, worked[index].action)) {
          const next = act(there, action);
          if (next !== there) done.push({ index, action });
          there = next;
        }
        if (solved(there)) {
          best = !best || done.length < best.length ? done : best;
          break;
        }
      }
    }
    return best;
  };

  /** Returns what is left to do from here, taking back as little as can be. @param {SimSession} now @returns {SimPlan} */
  const plan = (now) => {
    for (let back = 0; back < now.trail.length; back += 1) {
      const actions = stretch(back ? undo(now, back) : now);
      if (actions) return { undo: back, actions };
    }
    return { undo: now.trail.length - 1, actions: [] };
  };

  /** Returns the next thing to do; null when all is done. @param {SimSession} now @returns {SimStep | null} */
  const next = (now) => {
    const { undo: back, actions } = plan(now);
    if (back) return { undo: back };
    return actions.length ? Object.assign({ say: now.exercise.worked[actions[0].index].say }, actions[0]) : null;
  };

  /** Returns the whole worked answer as it is shown from the start, but for what would change nothing. @param {SimSession} now */
  const told = (now) => {
    const { exercise } = now;
    /** @type {{index: number, action: SimAction, say: string}[]} */
    const steps = [];
    let there = again(now);
    exercise.worked.forEach(({ action, say }, index) => expanded(exercise, action).forEach((one) => {
      const after = act(there, one);
      if (after !== there) steps.push({ index, action: one, say });
      there = after;
    }));
    return steps;
  };

  return {
    worlds, draws, draw, begin, act, undo, again, replay, saved, goals, solved, news, debrief, plan, next, told, holds,
    expanded, fits,
  };
})();
