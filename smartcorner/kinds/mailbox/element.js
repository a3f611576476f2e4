'use strict';

/*
 * Fetches the simulation once a learner is in a step: its script is heavier than the page.
 * Until it is there, and where it can't come, the exercise is the one on paper.
 */
{
  /** @param {boolean} here whether it is on the screen, or comes soon */
  const mark = (here) => {
    for (const one of document.querySelectorAll('sc-mailbox')) one.classList.toggle('waits', here);
  };
  const fetchAll = () => {
    if (!document.documentElement.dataset.screen) return;
    document.removeEventListener('sc-screen', fetchAll);
    mark(true);
    Promise.all(['assets/simulation.css', 'kinds/mailbox-later.css', 'assets/simulation.*.js'].map(SmartCorner.load))
      .then(() => SmartCorner.load('kinds/mailbox.*.js'))
      .catch(() => document.addEventListener('sc-screen', fetchAll))
      .then(() => mark(false));
  };
  document.addEventListener('sc-screen', fetchAll);
  fetchAll();
}
