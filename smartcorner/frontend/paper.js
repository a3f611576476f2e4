'use strict';

/* Lays the sheet of a module out: its frame came just before this, its content is the page's. */
{
  const frame = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-paper'));
  const module = /** @type {HTMLElement} */ (document.querySelector('sc-module'));
  const sheet = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (frame.content.firstElementChild), true));
  /** @param {string} name @returns {HTMLElement[]} */
  const all = (name) => Array.from(sheet.querySelectorAll(name));

  /** @param {HTMLElement} old @param {string} kind @returns {HTMLElement} with the same content */
  const turned = (old, kind) => {
    const made = document.createElement(kind);
    made.className = old.className;
    made.append(...old.childNodes);
    old.replaceWith(made);
    return made;
  };

  for (const slot of all('[data-slot]')) {
    for (const part of module.querySelectorAll(slot.dataset.slot || '')) slot.append(part.cloneNode(true));
    if (!slot.firstChild) (slot.closest('[data-whole]') || slot).remove();
  }
  // Copies have no life of their own: nothing counts twice, nothing is ticked.
  for (const part of all('[data-slot] *')) {
    for (const name of ['id', 'name', 'hidden', 'data-card', 'data-keep']) part.removeAttribute(name);
    if (part instanceof HTMLInputElement) part.checked = false;
    if (part.localName.includes('-')) turned(part, 'div');
    else if (part.localName === 'h3') turned(part, 'h2');
  }
  for (const picture of /** @type {HTMLImageElement[]} */ (all('[data-slot] img'))) {
    picture.src = picture.src.replace(/\.svg$/, '-line.svg');
    picture.loading = 'eager';
  }

  // ---- where it goes on ----

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { base, local } = SmartCorner.address(SmartCorner.corner.baseAddress);
  const address = base + location.href.replace(/[?#].*/, '').slice(new URL('..', src).href.length);
  for (const line of all('[data-address]')) {
    if (!base || local !== (line.dataset.address === 'here')) line.remove();
    else {
      const shown = /** @type {HTMLElement} */ (line.querySelector('b'));
      // A line ends after a stroke alone: at its end a hyphen is in doubt.
      for (const part of address.replace(/^https?:\/\//, '').match(/[^/]+\/*/g) || []) {
        shown.append(Object.assign(document.createElement('span'), { className: 'nb', textContent: part }), document.createElement('wbr'));
      }
    }
  }
  const place = all('.ho-code')[0];
  const drawn = base ? SmartCorner.load('assets/qrcode.js').then(() => {
    const code = smartcornerCodeDrawn(address);
    code.setAttribute('role', 'img');
    code.setAttribute('aria-label', place.dataset.code || '');
    place.append(code);
  }, () => place.remove()) : place.remove(); // it couldn't be fetched: the address is there

  module.append(sheet);
  SmartCorner.sheet = Promise.all([drawn, ...all('img').map((picture) => /** @type {HTMLImageElement} */ (picture).decode().catch(Boolean))]);
}
