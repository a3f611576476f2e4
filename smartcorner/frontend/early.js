'use strict';

/*
 * Runs before anything is shown: how the page looks, and whether it may be seen at all.
 * The script's own tag names the site: <script src="…/early.js" data-site="smartcorner">.
 */
{
  const root = document.documentElement;
  const tag = /** @type {HTMLElement | null} */ (document.currentScript);
  const site = (tag && tag.dataset.site) || root.dataset.site || 'smartcorner';
  window.SmartCorner = /** @type {SmartCornerGlobal} */ ({ site });
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
  const kept = read('sessionStorage', 'settings') || read('localStorage', 'settings') || {};
  for (const name of ['theme', 'size']) {
    const entry = kept.settings && kept.settings[name];
    if (entry && entry[0]) root.dataset[name] = entry[0];
  }
  // The device was left: shell.js decides what may be seen again.
  if (Date.now() >= (Number(read('sessionStorage', 'due')) || Infinity)) root.classList.add('hold');
}
