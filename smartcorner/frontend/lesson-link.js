'use strict';

/*
 * Between the lesson and the presenter's window, which the lesson opened. From a disk every
 * file counts as a site of its own, so all that binds the two is who opened whom: the lesson
 * listens to windows that it opened, the presenter to the one that opened it.
 */
const lessonLink = {
  /** To a site of its own nothing is addressed by name. */
  to: location.protocol === 'file:' ? '*' : location.origin,

  /** @param {MessageEvent} event */
  ours: ({ origin }) => location.protocol === 'file:' || origin === location.origin,

  /**
   * In the lesson: does what the presenter asks; returns what tells it where the lesson stands.
   * @param {(deed: {do: string, to?: any}) => void} act @param {() => unknown} state
   */
  lesson(act, state) {
    /** @type {Set<Window>} */
    const others = new Set();
    const tell = () => {
      for (const other of others) {
        if (other.closed) others.delete(other);
        else other.postMessage({ smartcornerLesson: state() }, lessonLink.to);
      }
    };
    window.addEventListener('message', (event) => {
      const from = /** @type {Window | null} */ (event.source);
      const asked = event.data && event.data.smartcornerPresenter;
      if (!from || !asked || from.opener !== window || !lessonLink.ours(event)) return;
      others.add(from);
      if (asked.do === 'hello') from.postMessage({ smartcornerLesson: state() }, lessonLink.to);
      else act(asked);
    });
    return tell;
  },

  /**
   * In the presenter's window: hears the lesson; returns what asks it for something.
   * @param {(state: any) => void} hear
   */
  presenter(hear) {
    const lesson = /** @type {Window | null} */ (window.opener);
    window.addEventListener('message', (event) => {
      const said = event.data && event.data.smartcornerLesson;
      if (lesson && event.source === lesson && lessonLink.ours(event) && said) hear(said);
    });
    /** @param {string} deed @param {unknown} [to] */
    return (deed, to) => {
      if (lesson && !lesson.closed) lesson.postMessage({ smartcornerPresenter: { do: deed, to } }, lessonLink.to);
    };
  },
};
