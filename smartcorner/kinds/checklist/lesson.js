'use strict';

/* In a lesson a checklist is the group's plan: a line is ticked when the group has done it. */
SmartCornerLesson.kinds['sc-checklist'] = (part, lesson) => {
  const lines = /** @type {HTMLElement[]} */ (Array.from(part.querySelectorAll('.row')));
  const first = /** @type {HTMLInputElement} */ (lines[0].querySelector('input'));
  const done = lesson.memory(first.name);
  const list = document.createElement('ul');
  list.className = 'tv-plan-list';
  lines.forEach((line, n) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tv-line';
    button.dataset.key = `a${n}`;
    const dress = () => button.setAttribute('aria-pressed', String(Boolean(done[n])));
    const words = line.querySelector('span');
    const shown = document.createElement('span');
    if (words) shown.append(...Array.from(words.childNodes, (node) => node.cloneNode(true)));
    button.append(document.createElement('b'), shown);
    button.addEventListener('click', () => {
      done[n] = !done[n];
      dress();
      lesson.tell();
    });
    dress();
    const row = document.createElement('li');
    row.append(button);
    list.append(row);
  });
  const lead = part.querySelector('fieldset > p');
  return {
    title: [], body: [...(lead ? [lead.cloneNode(true)] : []), list],
    told: () => ({ kind: 'plan', done: lines.map((_, n) => Boolean(done[n])) }),
  };
};
