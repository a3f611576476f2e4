'use strict';

/** What is done, step by step; whose device this is. @fires sc-ready */
class ProgressPage extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this);
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.name === 'device') {
      SmartCorner.store.choose(target.value === 'own' ? 'own' : 'shared');
    }
  }

  /** @param {Map<string, FactValue>} facts */
  restore(facts) {
    for (const card of this.all('[data-module]')) this.fill(card, facts);
    const { device, pinned } = SmartCorner.store;
    for (const radio of /** @type {HTMLInputElement[]} */ (this.all('[name="device"]'))) radio.checked = radio.value === device;
    this.all('.owners')[0].hidden = pinned;
    this.all('.preset')[0].hidden = !pinned;
  }

  /** @param {HTMLElement} card @param {Map<string, FactValue>} facts */
  fill(card, facts) {
    const id = card.dataset.module || '';
    const steps = this.all('[data-step]', card);
    const here = facts.get(`${id}/place/step`);
    const done = steps.filter((step) => facts.get(`${id}/steps/${step.dataset.step}`) === true);
    const begun = done.length > 0 || Boolean(here);
    const whole = done.length === steps.length;
    const current = begun && !whole ? steps.find((step) => step.dataset.step === here && !done.includes(step))
      || steps.find((step) => !done.includes(step)) : null;
    steps.forEach((step, n) => {
      const state = done.includes(step) ? 'done' : step === current ? 'next' : '';
      for (const mark of this.all('[data-state]', step)) mark.hidden = mark.dataset.state !== state;
      this.all('.rule li', card)[n].className = state === 'next' ? 'now' : state;
    });
    for (const step of this.all('[data-more]', card)) { // « Entraînement » is never due
      this.all('[data-state="done"]', step)[0].hidden = facts.get(`${id}/steps/${step.dataset.more}`) !== true;
    }
    for (const part of this.all('.fresh', card)) part.hidden = begun;
    for (const part of this.all('p .some', card)) part.hidden = !begun;
    for (const part of this.all('a .some', card)) part.hidden = !begun || whole;
    for (const part of this.all('.whole', card)) part.hidden = !whole;
    this.all('.count', card)[0].textContent = (card.dataset.say || '').replace('{n}', String(done.length));
  }

  /** @param {string} selector @param {Element} [from] */
  all(selector, from = this) {
    return /** @type {HTMLElement[]} */ ([...from.querySelectorAll(selector)]);
  }
}
customElements.define('sc-progress', ProgressPage);
