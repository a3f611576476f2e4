'use strict';

/* What the scripts of the lesson view do with elements: find, copy, fill in. */
const LessonParts = (() => {
  /** @param {ParentNode} from @param {string} selector */
  const one = (from, selector) => /** @type {HTMLElement} */ (from.querySelector(selector));
  /** @param {ParentNode} from @param {string} selector */
  const all = (from, selector) => /** @type {HTMLElement[]} */ (Array.from(from.querySelectorAll(selector)));
  /** @param {ParentNode} from @param {string} selector */
  const copy = (from, selector) => /** @type {HTMLElement} */ (one(from, selector).cloneNode(true));
  /** @param {string} text @param {{[word: string]: unknown}} said */
  const fill = (text, said) => text.replace(/{(\w+)}/g, (_, word) => String(said[word]));
  /** @param {string} made by the build */
  const html = (made) => Array.from(new DOMParser().parseFromString(made, 'text/html').body.childNodes);
  /** @param {Element | null} element @returns {Node[]} copies of what it holds */
  const inside = (element) => (element ? Array.from(element.childNodes, (node) => node.cloneNode(true)) : []);
  /** @param {Element | null} element */
  const text = (element) => ((element && element.textContent) || '').replace(/\s+/g, ' ').trim();
  const page = /** @type {HTMLElement | null} */ (document.querySelector('sc-module'));
  const words = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-lesson')).content;
  /** @param {string} name @returns {HTMLElement} the words of a screen */
  const frame = (name) => one(words, `[data-view="${name}"]`);
  /** All steps; those of « Entraînement » come last. */
  const steps = () => (page ? all(page, '.step') : []);
  /** Those that make the module. */
  const core = () => steps().filter((step) => !('training' in step.dataset));
  /** @param {string} step */
  const title = (step) => (page ? one(page, `.step[id="${step}"] > h2`) : null);
  /** @param {string} step @returns {string} « Étape 3 sur 7 » */
  const whereabouts = (step) => {
    const ids = core().map(({ id }) => id);
    const more = steps().map(({ id }) => id).filter((id) => !ids.includes(id));
    const list = ids.includes(step) ? ids : more;
    if (!list.includes(step)) return '';
    const say = page ? one(page, '.list-open').dataset : {};
    return fill((list === ids ? say.step : say.training) || '', { n: list.indexOf(step) + 1, total: list.length });
  };
  return { one, all, copy, fill, html, inside, text, page, words, frame, steps, core, title, whereabouts };
})();
