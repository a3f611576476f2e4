'use strict';

/*
 * Facts on their way: elements say what was done, it is kept, and every element hears of
 * what came from elsewhere (another tab, an erasing).
 */
{
  const { store } = SmartCorner;
  /** @type {Set<Restorable>} */
  const elements = new Set();

  /** @param {'facts' | 'work'} part @param {0 | 1} which value or time */
  const column = (part, which) => {
    const entries = store.state[part];
    return new Map(Object.keys(entries).filter((id) => entries[id][0] !== null)
      .map((id) => /** @type {[string, any]} */ ([id, entries[id][which]])));
  };
  /** @param {Iterable<Restorable>} shown */
  const restore = (shown) => {
    const [facts, work, times] = [column('facts', 0), column('work', 0), column('facts', 1)];
    for (const element of shown) element.restore(facts, work, times);
  };

  // What is ticked and chosen is kept as facts, and erased with them. A browser keeps nothing of a
  // form that says so, else it would show it to the next person on the way back.
  const form = Object.assign(document.createElement('form'), { id: 'sc-fields', autocomplete: 'off', hidden: true });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(form);

  document.addEventListener('sc-ready', (event) => {
    const element = /** @type {Restorable} */ (event.target);
    for (const field of element.querySelectorAll('input, select')) field.setAttribute('form', form.id);
    elements.add(element);
    restore([element]);
  });
  for (const [name, part] of /** @type {[string, PartName][]} */ ([['sc-fact', 'facts'], ['sc-work', 'work']])) {
    document.addEventListener(name, (event) => {
      const { id, value } = /** @type {CustomEvent} */ (event).detail;
      store.put(part, id, value);
    });
  }
  store.listen(({ kind }) => {
    if (kind === 'change' || kind === 'gone') restore([...elements].filter((element) => element.isConnected));
  });
}
