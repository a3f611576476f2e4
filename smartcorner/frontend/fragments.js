'use strict';

/*
 * Adds what only scripts show: the dialogs, templates and icons of a language, which the
 * build writes beside the scripts as nested lists ([name, attributes, …children] or a text).
 * Links in them are relative to their script, so that every page can use the same one.
 */
{
  const svg = 'http://www.w3.org/2000/svg';

  /** @param {any} node @param {Node} parent @param {string} base */
  const add = (node, parent, base) => {
    if (typeof node === 'string') {
      parent.appendChild(document.createTextNode(node));
      return;
    }
    const [name, attributes, ...children] = node;
    const drawn = name === 'svg' || (parent instanceof Element && parent.namespaceURI === svg);
    // An icon that the page has already would have its id twice.
    if (name === 'symbol' && document.getElementById(attributes.id)) return;
    const element = drawn ? document.createElementNS(svg, name) : document.createElement(name);
    for (const key of Object.keys(attributes)) {
      const link = /^(href|src|srcset|data-(leave|home))$/.test(key) && !/^(#|tel:)/.test(attributes[key]);
      element.setAttribute(key, link ? new URL(attributes[key], base).href : attributes[key]);
    }
    const inside = element instanceof HTMLTemplateElement ? element.content : element;
    for (const child of children) add(child, inside, base);
    parent.appendChild(element);
  };

  window.smartcornerWords = (nodes) => {
    const base = /** @type {HTMLScriptElement} */ (document.currentScript).src;
    for (const node of nodes) add(node, document.body, base);
  };
}
