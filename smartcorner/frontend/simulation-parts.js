'use strict';

/** The pieces of a page that scripts fill in: copies of a template's, by their class. */
class SimulationWords {
  /** @param {string} id of the template */
  constructor(id) {
    const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
    /** @type {Map<string, HTMLElement>} */
    this.pieces = new Map();
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll('[data-w]'))) this.pieces.set(one.dataset.w || '', one);
  }

  /** @param {string} name @returns {boolean} */
  has(name) { return this.pieces.has(name); }

  /** @param {string} name */
  found(name) {
    const found = this.pieces.get(name);
    if (!found) throw new Error(`no words for ${name}`);
    return found;
  }

  /** @param {string | null} text @param {{[word: string]: unknown}} words @returns {string} a text with `{name}` filled in */
  fill(text, words) {
    return (text || '').replace(/{(\w+)}/g, (whole, word) => (word in words ? String(words[word]) : whole));
  }

  /** Returns a copy of a piece. @param {string} name @param {{[word: string]: unknown}} [words] @returns {HTMLElement} */
  piece(name, words) {
    const copy = /** @type {HTMLElement} */ (this.found(name).cloneNode(true));
    copy.removeAttribute('data-w');
    if (words) {
      const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) node.textContent = this.fill(node.textContent, words);
    }
    return copy;
  }

  /** @param {string} name @param {{[word: string]: unknown}} [words] @returns {string} */
  text(name, words = {}) {
    return this.fill(this.found(name).textContent, words).trim();
  }
}

/**
 * Makes an element. Attributes that are false are left out; texts and elements go inside.
 * @param {string} name `button.btn.btn-main`
 * @param {{[attribute: string]: any}} [attributes] @param {(Node | string | null | undefined | false)[]} inside
 * @returns {any}
 */
const simulationPart = (name, attributes = {}, ...inside) => {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  if (tag === 'button') made.setAttribute('type', 'button');
  if (classes.length) made.className = classes.join(' ');
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, String(value));
  }
  for (const one of inside) if (one) made.append(one);
  return made;
};

/** @param {Node | undefined} node @returns {string} what it is called, or the first thing in it that is called something */
const simulationKey = (node) => {
  const [named] = node instanceof Element ? (node.matches('[data-k]') ? [node] : Array.from(node.querySelectorAll('[data-k]'))) : [];
  return named instanceof HTMLElement ? named.dataset.k || '' : '';
};

/**
 * Puts what is new in the place of what shows, and leaves alone what is the same: that
 * costs the browser nothing, and what has the focus keeps it.
 * @param {Element} shown @param {Node[]} inside
 */
const simulationFill = (shown, ...inside) => {
  const left = Array.from(shown.childNodes);
  for (const one of inside) {
    const at = left.findIndex((other) => other.isEqualNode(one));
    for (const other of left.splice(0, Math.max(at, 0))) other.remove(); // there is less than before
    const [here] = left;
    if (at >= 0) left.shift();
    else if (here && here.nodeName === one.nodeName && simulationKey(here) === simulationKey(one)) simulationRenew(left.shift(), one);
    else shown.insertBefore(one, here || null);
  }
  for (const other of left) other.remove();
};

/** Makes something that shows like something new of its kind. @param {any} shown @param {any} made */
const simulationRenew = (shown, made) => {
  if (!(shown instanceof Element)) {
    shown.data = made.data;
    return;
  }
  for (const { name } of Array.from(shown.attributes)) if (!made.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of Array.from(made.attributes)) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  simulationFill(shown, ...Array.from(made.childNodes));
};
