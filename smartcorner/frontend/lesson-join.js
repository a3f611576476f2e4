'use strict';

/* « Rejoindre »: where a step is, for a device in the room. */

/** This page, from the site's root. */
const lessonPath = location.href.replace(/[?#].*/, '').slice(new URL('..', /** @type {HTMLScriptElement} */ (document.currentScript).src).href.length);

/** @param {string} text @returns {SVGElement | null} its QR code */
const lessonCode = (text) => {
  if (!window.qrcode) return null; // it couldn't be fetched: the address is there
  const svg = smartcornerCodeDrawn(text);
  svg.setAttribute('class', 'tv-code');
  svg.setAttribute('aria-hidden', 'true'); // the address stands beside it
  return svg;
};
