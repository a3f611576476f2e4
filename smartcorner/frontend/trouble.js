'use strict';

/* Says under the bar what is wrong in an operator’s corner.js; its words come before it. */
{
  const words = /** @type {HTMLTemplateElement} */ (document.getElementById('sc-trouble'));
  const notice = /** @type {DocumentFragment} */ (words.content.cloneNode(true));
  const list = /** @type {HTMLElement} */ (notice.querySelector('ul'));
  const lines = [...list.children];
  list.textContent = '';
  for (const { key, name } of SmartCorner.cornerProblems) {
    const line = lines.find((each) => each.getAttribute('data-key') === key);
    if (!line) continue;
    const copy = /** @type {HTMLElement} */ (line.cloneNode(true));
    if (key === '?') /** @type {HTMLElement} */ (copy.querySelector('code')).textContent = name;
    list.append(copy);
  }
  /** @type {HTMLElement} */ (document.querySelector('.bar')).after(notice);
}
