'use strict';

/** Ticks become facts, facts become ticks. @fires sc-ready @fires sc-fact {id: string, value: boolean} */
class Checklist extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this); // added once, even if moved
    for (const box of this.querySelectorAll('input')) {
      box.toggleAttribute('data-guard', true); // a double click would take the tick back
      // Ticked before this script was there; not by the browser, which remembers who sat here before.
      if (box.checked && SmartCorner.clicked.has(box)) this.tell(box);
    }
    this.dispatchEvent(new CustomEvent('sc-ready', { bubbles: true }));
  }

  /** @param {Event} event */
  handleEvent(event) {
    this.tell(/** @type {HTMLInputElement} */ (event.target));
  }

  /** @param {HTMLInputElement} box */
  tell({ name: id, checked: value }) {
    this.dispatchEvent(new CustomEvent('sc-fact', { bubbles: true, detail: { id, value } }));
  }

  /** @param {Map<string, unknown>} facts by item id */
  restore(facts) {
    for (const box of this.querySelectorAll('input')) box.checked = facts.get(box.name) === true;
  }
}
customElements.define('sc-checklist', Checklist);
