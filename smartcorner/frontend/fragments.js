'use strict';

/*
 * Adds what only scripts show: the dialogs, templates and icons of a language, which the
 * build writes beside the scripts.
 */
{
  window.smartcornerWords = (html, change) => {
    const parts = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
    if (change) change(parts);
    // An icon that the page has already would have its id twice.
    parts.querySelectorAll('symbol').forEach((icon) => document.getElementById(icon.id) && icon.remove());
    document.body.append(...parts.body.childNodes);
  };
}
