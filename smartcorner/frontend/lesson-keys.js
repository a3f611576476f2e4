'use strict';

/* The keys of remotes, clickers and keyboards, by what they mean in a lesson. */
{
  /** @type {{[name: string]: LessonKey}} */
  const NAMES = {
    ArrowLeft: 'before', ArrowRight: 'next', PageUp: 'before', PageDown: 'next', ArrowUp: 'up', ArrowDown: 'down',
    Escape: 'back', GoBack: 'back', BrowserBack: 'back', Backspace: 'back',
    b: 'blank', B: 'blank', '.': 'blank', m: 'menu', M: 'menu', ContextMenu: 'menu', h: 'help', H: 'help', '?': 'help',
    MediaPlayPause: 'play', MediaPlay: 'play', MediaPause: 'play', p: 'play', P: 'play',
    Select: 'ok', Accept: 'ok',
  };
  /** By number, for TVs whose keys have no name. @type {{[code: number]: LessonKey}} */
  const CODES = {
    461: 'back', 10009: 'back', 27: 'back', 166: 'back', 19: 'play', 179: 'play', 415: 'play', 10252: 'play',
  };

  /** @param {KeyboardEvent} event @returns {{key: LessonKey, digit: number} | null} */
  window.smartcornerKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return null;
    if (/^[0-9]$/.test(event.key)) return { key: 'digit', digit: Number(event.key) };
    if ((event.key === 'Enter' || event.key === ' ') && !(event.target instanceof HTMLButtonElement)) return { key: 'ok', digit: 0 };
    const key = CODES[event.keyCode] || NAMES[event.key];
    return key ? { key, digit: 0 } : null;
  };
}
