'use strict';

/*
 * What Material's own script calls and Chromium 69 lacks. Only the guides' pages
 * load it; our own scripts do without.
 */

if (!Element.prototype.replaceChildren) {
  /** @this {Element} @param {(Node | string)[]} nodes */
  Element.prototype.replaceChildren = function replaceChildren(...nodes) {
    while (this.lastChild) this.lastChild.remove();
    this.append(...nodes);
  };
}

if (!Blob.prototype.text) {
  /** @this {Blob} */
  Blob.prototype.text = function text() {
    return new Response(this).text();
  };
}
