'use strict';

/**
 * Players who prove an exercise before anybody meets it: one plays the worked answer, one
 * leaves a step out, one wanders first. `check` runs them beside the engine; no page does.
 * What they find is plain data: proof.py says it in words.
 */
const SmartCornerProof = (() => {
  const {
    act, again, begin, debrief, draw, draws, expanded, goals, plan, replay, solved, undo, worlds,
  } = SmartCornerSimulation;
  const MOST = 1000; // draws that are played; beyond, so many of them
  const CLOSE = 8; // draws in which steps are left out

  /** Returns chance that is the same at each run: numbers from 0 to 1. @param {number} seed (mulberry32) */
  const chance = (seed) => {
    let a = (seed + 1) * 0x9e3779b1;
    return () => {
      a = (a + 0x6d2b79f5) | 0;
      let t = Math.imul(a ^ (a >>> 15), 1 | a);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  };

  /** @param {SimExercise} exercise @param {number} most @returns {number[]} the seeds to play */
  const seeds = (exercise, most) => {
    const total = draws(exercise);
    const luck = chance(total);
    return Array.from({ length: Math.min(total, most) }, (_, n) => (total > most ? Math.floor(luck() * total) : n));
  };

  /** Freezes a value and all that it holds: rules that would change it throw. @param {any} value */
  const frozen = (value) => {
    if (value && typeof value === 'object' && !Object.isFrozen(value)) {
      Object.freeze(value);
      Object.keys(value).forEach((key) => frozen(value[key]));
    }
    return value;
  };

  /** Plays the worked answer; says which steps change nothing. @param {SimSession} start @param {number} [without] */
  const worked = (start, without = -1) => {
    /** @type {number[]} */
    const idle = [];
    /** @type {boolean[][]} */
    const done = [];
    let now = start;
    start.exercise.worked.forEach(({ action }, n) => {
      if (n === without) return;
      const before = now;
      for (const one of expanded(start.exercise, action)) now = act(now, one);
      if (now === before) idle.push(n);
      done.push(goals(now).map((goal) => goal.done));
    });
    return { now, idle, done };
  };

  /** Does some of what one can do here, by chance. @param {SimSession} start @param {() => number} luck @param {number} times */
  const wander = (start, luck, times) => {
    let now = start;
    for (let n = 0; n < times; n += 1) {
      const moves = worlds[now.exercise.kind].moves(now.state, now.exercise.world);
      if (moves.length) now = act(now, moves[Math.floor(luck() * moves.length)]);
    }
    return now;
  };

  /** Follows the way home. @param {SimSession} start */
  const home = (start) => {
    const { undo: back, actions } = plan(start);
    return actions.reduce((now, { action }) => act(now, action), back ? undo(start, back) : start);
  };

  /**
   * Returns what is wrong with an exercise, each thing once, with a draw that shows it.
   * @param {SimExercise} exercise @param {SimWorld} world
   */
  const prove = (exercise, world) => {
    /** @type {{[key: string]: any}} */
    const found = {};
    /** @param {string} what @param {{[key: string]: any}} about */
    const note = (what, about) => {
      const key = `${what} ${about.goal} ${about.step}`;
      if (!found[key]) found[key] = Object.assign({ what }, about);
    };
    const needed = exercise.worked.map(() => false);
    let spared = exercise.worked.map(() => false);
    /** @param {number} seed @param {number} turn */
    const play = (seed, turn) => {
      const start = begin(draw(exercise, world, seed));
      goals(start).forEach(({ done }, goal) => done && note('start', { goal, seed }));
      const { now, idle, done } = worked(start);
      idle.forEach((step) => note('idle', { step, seed }));
      goals(now).forEach((one, goal) => {
        if (one.done) return;
        const step = done.map((each) => each[goal]).lastIndexOf(true);
        note(step < 0 ? 'never' : 'lost', { goal, seed, step });
      });
      if (!solved(now)) return;
      if (!debrief(now).length) note('silent', { seed });
      if (turn < CLOSE) {
        exercise.worked.forEach((_, step) => {
          if (solved(worked(start, step).now)) spared[step] = true;
          else needed[step] = true;
        });
      }
      const luck = chance(seed);
      const lost = wander(start, luck, 2 + Math.floor(luck() * 8));
      if (!solved(home(lost))) note('stray', { seed, history: lost.history });
    };
    const all = seeds(exercise, MOST);
    all.forEach((seed, turn) => {
      try {
        play(seed, turn);
      } catch (error) {
        note('broken', { seed, error: String(error) });
      }
    });
    if (Object.keys(found).some((key) => /^(never|lost|idle) /.test(key))) spared = [];
    exercise.worked.forEach(({ optional }, step) => {
      if (spared[step] && !needed[step] && !optional) note('needless', { step });
      if (needed[step] && optional) note('needed', { step });
    });
    return { draws: draws(exercise), played: all.length, found: Object.keys(found).map((key) => found[key]) };
  };

  /**
   * Returns what random walks break, with how often the way home took something back: undo
   * gives the state before, start again the first one, what is kept brings all back, the way
   * home arrives, and no rule changes a state.
   * @param {SimExercise} exercise @param {SimWorld} world @param {number} first seed @param {number} count of walks @param {number} length
   */
  const walks = (exercise, world, first, count, length) => {
    /** @type {any[]} */
    const broken = [];
    let taken = 0;
    let actions = 0;
    for (let seed = first; seed < first + count && broken.length < 5; seed += 1) {
      const luck = chance(seed);
      const exerciseDrawn = frozen(draw(exercise, world, seed));
      let now = frozen(begin(exerciseDrawn));
      /** @param {string} what */
      const note = (what) => broken.push({ what, seed, history: now.history });
      const before = [JSON.stringify(now.trail)]; // at each of its lengths
      try {
        for (let n = 0; n < length; n += 1) {
          const roll = luck();
          if (roll < 0.12) {
            now = undo(now);
            if (before.length > 1) before.pop();
          } else if (roll < 0.14) {
            now = again(now);
            before.length = 1;
          } else {
            const next = frozen(wander(now, luck, 1));
            if (next !== now) before.push(JSON.stringify(next.trail));
            now = next;
            actions += 1;
          }
          if (JSON.stringify(now.trail) !== before[before.length - 1]) note(roll < 0.12 ? 'undo' : 'again');
        }
        if (JSON.stringify(replay(exerciseDrawn, now.history).trail) !== JSON.stringify(now.trail)) note('replay');
        if (plan(now).undo) taken += 1;
        if (!solved(home(now))) note('home');
      } catch (error) {
        note(String(error) + (error instanceof Error ? error.stack : ''));
      }
    }
    return { broken, taken, actions };
  };

  return { prove, walks };
})();
