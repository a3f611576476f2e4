'use strict';

/*
 * Help, settings, whose device it is: what these dialogs show and do. They stand in the page
 * since their words came, just before this.
 */
{
  const { store, settings } = SmartCorner;
  /** @param {string} id */
  const dialog = (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id));
  const [help, looks, device] = ['sc-help', 'sc-settings', 'sc-device'].map(dialog);

  // ---- help ----

  const sentence = /** @type {HTMLElement} */ (help.querySelector('[data-say]'));
  const tell = () => {
    const step = document.getElementById(document.documentElement.dataset.screen || '');
    const heading = step && /** @type {HTMLElement | null} */ (step.querySelector('[data-n]'));
    const title = document.querySelector('h1');
    sentence.textContent = heading && title ? (sentence.dataset.say || '')
      .replace('{n}', heading.dataset.n || '').replace('{title}', (title.textContent || '').trim()) : '';
  };
  tell();
  document.addEventListener('sc-screen', tell);
  help.addEventListener('click', ({ target }) => {
    if (!/** @type {Element} */ (target).closest('[data-print-page]')) return;
    help.close();
    const module = /** @type {any} */ (document.querySelector('sc-module'));
    if (module) module.print('sheet');
    else window.print();
  });

  // ---- settings ----

  // The languages that the foot of the page links to.
  const languages = /** @type {HTMLElement} */ (looks.querySelector('[data-languages]'));
  for (const link of document.querySelectorAll('.footer [hreflang]')) {
    const choice = document.createElement('span');
    choice.className = 'choice';
    choice.append(link.cloneNode(true));
    languages.append(choice);
  }
  const USUAL = 'usual'; // the choice of who changes nothing
  const show = () => {
    for (const radio of looks.querySelectorAll('input')) {
      radio.checked = radio.value === String(settings.get(radio.name) || USUAL);
    }
    /** @type {HTMLElement} */ (looks.querySelector('[data-ask]')).hidden = store.pinned;
  };
  show();
  store.listen(show);
  looks.addEventListener('change', (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    settings.set(name, value === USUAL ? '' : value);
  });

  // ---- whose device ----

  device.addEventListener('click', ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-device]'));
    if (!button) return;
    device.close();
    store.choose(button.dataset.device === 'own' ? 'own' : 'shared');
  });
  // Who closes the question doesn't know: as shared, and asked no more.
  device.addEventListener('close', () => {
    if (!store.chosen) store.choose('shared');
  });
}
