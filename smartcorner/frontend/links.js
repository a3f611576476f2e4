'use strict';

/*
 * Comes before words with links. They are relative to their script, so that every page can
 * use the same one: here they become the page's.
 */
window.smartcornerLinks = (root) => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  for (const name of ['href', 'src', 'srcset']) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const link = element.getAttribute(name) || '';
      if (!/^(#|tel:)/.test(link)) element.setAttribute(name, new URL(link, src).href);
    }
  }
  for (const { content } of root.querySelectorAll('template')) window.smartcornerLinks(content);
};
