'use strict';

/**
 * What an exercise draws by a seed: people, offers, messages, so that « once more » is
 * another case. It knows nothing of a page or of chance.
 */
const SmartCornerDraw = (() => {
  const NAME = /^\$[a-z][\w-]*(\.[\w-]+)*$/;
  const IN_TEXT = /\{([a-z][\w-]*(?:\.[\w-]+)*)\}/g;

  /** @param {SimSet} set @returns {number[]} how many there are to choose from, choice by choice */
  const sizes = (set) => (Array.isArray(set) ? [set.length] : set.of.slice(0, set.take).map((_, n) => set.of.length - n));

  /** Returns how many draws there are: the seeds from 0 give each of them once. @param {SimExercise} exercise */
  const draws = ({ draw = {} }) => Object.keys(draw).reduce((all, name) => sizes(draw[name]).reduce((n, size) => n * size, all), 1);

  /** @param {number} a @param {number} b @returns {number} */
  const common = (a, b) => (b ? common(b, a % b) : a);

  /**
   * Returns what each name stands for. Seeds that follow each other lie far apart, so that
   * « once more » changes more than one thing.
   * @param {SimExercise} exercise @param {number} seed @returns {{[name: string]: any}}
   */
  const drawn = (exercise, seed) => {
    const total = draws(exercise);
    let stride = Math.ceil(total * 0.618);
    while (common(stride, total) > 1) stride += 1;
    let left = ((((seed % total) + total) % total) * stride) % total;
    /** @type {{[name: string]: any}} */
    const names = {};
    for (const name of Object.keys(exercise.draw || {})) {
      const set = /** @type {{[name: string]: SimSet}} */ (exercise.draw)[name];
      const rest = (Array.isArray(set) ? set : set.of).slice();
      const chosen = sizes(set).map((size) => {
        const [one] = rest.splice(left % size, 1);
        left = Math.floor(left / size);
        return one;
      });
      names[name] = Array.isArray(set) ? chosen[0] : chosen;
    }
    return names;
  };

  /** @param {any} value @param {(text: string) => any} change @returns {any} */
  const mapped = (value, change) => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) {
      // A name that stands for several stands for each of them in a list.
      return value.reduce((list, one) => list.concat(Array.isArray(one) ? [mapped(one, change)] : mapped(one, change)), []);
    }
    if (!value || typeof value !== 'object') return value;
    /** @type {{[key: string]: any}} */
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = mapped(value[key], change);
    return copy;
  };

  /** @param {SimWorld} world @returns {Map<string, any>} its things by id */
  const things = (world) => {
    const all = new Map();
    for (const key of Object.keys(world)) {
      if (Array.isArray(world[key])) world[key].filter((one) => one && one.id).forEach((one) => all.set(one.id, one));
    }
    return all;
  };

  /**
   * Returns an exercise with its draw filled in: what names stand for, in its arguments and
   * texts, and its own part of the world.
   * @param {SimExercise} exercise @param {SimWorld} world @param {number} seed @returns {SimExercise}
   */
  const draw = (exercise, world, seed) => {
    const names = drawn(exercise, seed);
    const known = things(world);
    /** @param {string} path @param {any} unknown */
    const look = (path, unknown) => {
      const [first, ...fields] = path.split('.');
      const found = fields.reduce((value, field) => {
        const thing = typeof value === 'string' ? known.get(value) : value;
        return thing === undefined || thing === null ? undefined : thing[field];
      }, names[first]);
      return found === undefined ? unknown : found;
    };
    /** @param {string} text */
    const fill = (text) => {
      if (!text.includes('$') && !text.includes('{')) return text; // most texts
      return NAME.test(text) ? look(text.slice(1), text) : text.replace(IN_TEXT, (written, path) => String(look(path, written)));
    };
    const filled = mapped(Object.assign({}, exercise, { draw: undefined, world: undefined }), fill);
    const own = Object.assign({}, world);
    for (const name of Object.keys(filled.with || {})) {
      const there = things({ id: '', all: world[name] });
      own[name] = filled.with[name].map((/** @type {string} */ id) => there.get(id)).filter(Boolean);
    }
    return Object.assign(filled, { seed, world: mapped(own, fill), names });
  };

  return { draw, draws };
})();
