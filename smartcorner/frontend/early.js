'use strict';

/*
 * Runs before anything is shown: how the page looks, and whether it may be seen at all.
 * It stands in the page itself: to fetch it would hold up all that comes after it.
 */
{
  const root = document.documentElement;
  const site = 'smartcorner';
  const lesson = /[?&]view=lesson\b/.test(location.search);
  /** What a person ticks before the scripts come: a browser on the way back clicks nothing. */
  const clicked = new WeakSet();
  document.addEventListener('click', ({ target }) => clicked.add(/** @type {Element} */ (target)), true);
  window.SmartCorner = /** @type {SmartCornerGlobal} */ ({ site, lesson, clicked });
  if (lesson) root.classList.add('lesson');
  root.classList.remove('no-js');
  root.classList.add('js');

  /** @param {'sessionStorage' | 'localStorage'} box @param {string} name */
  const read = (box, name) => {
    try {
      return JSON.parse(window[box].getItem(`sc:${site}:${name}`) || 'null');
    } catch (error) {
      return error ? null : null; // storage.js looks closer
    }
  };
  const kept = lesson ? {} : read('sessionStorage', 'settings') || read('localStorage', 'settings') || {};
  for (const name of ['theme', 'size']) {
    const entry = kept.settings && kept.settings[name];
    if (entry && entry[0]) root.dataset[name] = entry[0];
  }
  // The device was left: shell.js decides what may be seen again.
  if (Date.now() >= (Number(read('sessionStorage', 'due')) || Infinity)) root.classList.add('hold');
}
