'use strict';

/*
 * Adds what only scripts show: the dialogs, templates and icons of a language, which the
 * build writes beside the scripts. Their links are relative to their script, so that
 * every page can use the same one.
 */
{
  /** @param {Document | DocumentFragment} root @param {string} base */
  const relink = (root, base) => {
    for (const name of ['href', 'src', 'srcset', 'data-leave', 'data-trouble']) {
      for (const element of root.querySelectorAll(`[${name}]`)) {
        const link = element.getAttribute(name) || '';
        if (!/^(#|tel:)/.test(link)) element.setAttribute(name, new URL(link, base).href);
      }
    }
    root.querySelectorAll('template').forEach(({ content }) => relink(content, base));
  };

  window.smartcornerWords = (html) => {
    const parts = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
    relink(parts, /** @type {HTMLScriptElement} */ (document.currentScript).src);
    // An icon that the page has already would have its id twice.
    parts.querySelectorAll('symbol').forEach((icon) => document.getElementById(icon.id) && icon.remove());
    document.body.append(...parts.body.childNodes);
  };
}
