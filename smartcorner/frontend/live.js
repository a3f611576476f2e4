'use strict';

/*
 * A result on the reference page: a kind at work in a frame. What is done in it is
 * remembered as long as the frame is open and kept nowhere, so that trying an exercise
 * here touches nobody's progress; and the page around it hears how high it is.
 */
{
  const { empty, put } = SmartCornerFacts;
  let state = empty();
  const none = () => {};
  SmartCorner.store = {
    get state() { return state; },
    device: 'shared',
    chosen: true,
    pinned: true,
    put(part, id, value) { state = put(state, part, id, value, Date.now()) || state; },
    choose: none,
    erase() { state = empty(); },
    ask: none,
    wake: () => false,
    due: () => 0,
    stay: none,
    listen: none,
  };
  SmartCorner.settings = { get: () => undefined, set: none };
  const root = document.documentElement;
  root.dataset.screen = 'example'; // a kind that waits to be on the screen is on it
  root.classList.remove('hold'); // nothing of a learner is here to be covered

  // A link would lead the frame away from the result.
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a');
    if (link) event.preventDefault();
  });

  const tell = () => {
    const page = document.querySelector('.page');
    if (page) window.parent.postMessage({ smartcornerLive: Math.ceil(page.getBoundingClientRect().height) }, '*');
  };
  window.addEventListener('message', tell);
  window.addEventListener('load', () => {
    tell();
    new ResizeObserver(tell).observe(/** @type {Element} */ (document.querySelector('.page')));
  });
}
