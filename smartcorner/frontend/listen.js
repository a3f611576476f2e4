'use strict';

/** The player: reads the screen aloud when asked, with a voice of the device that the learner has heard. */
class Listen extends HTMLElement {
  constructor() {
    super();
    /** @type {Element | null} the screen that the module says it shows */
    this.screen = null;
    /** @type {Piece[]} */
    this.pieces = [];
    this.at = -1; // the piece being said; -1: from the start
    this.word = [0, 0]; // the letters of the block being said, where the voice tells
    this.state = '';
    this.page = listenBase(document.documentElement.lang);
    this.asked = this.page; // the language whose voice is looked for
    this.tries = 0; // its voices that the learner hasn't heard
    this.waited = false;
    /** @type {Set<string>} languages and recordings that this device can't say */
    this.mute = new Set();
    this.voice = new ListenVoice();
    /** @type {SpeechSynthesisVoice | undefined} the one that says hello */
    this.tried = undefined;
    /** @type {Element | null} what gets the focus back */
    this.opener = null;
    this.spots = document.createElement('div');
    this.spots.className = 'listen-spots';
    this.audio = document.createElement('audio');
  }

  connectedCallback() {
    document.body.append(this.spots);
    this.speed(SmartCorner.settings.get('voice-speed') === 'slow');
    this.addEventListener('click', this);
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    this.audio.addEventListener('ended', () => this.stop());
    addEventListener('pagehide', () => this.pause());
    document.addEventListener('visibilitychange', () => document.hidden && this.pause());
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => target instanceof HTMLDialogElement && target.open)) this.pause();
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'] });
    addEventListener('resize', () => this.light());
    addEventListener('scroll', () => this.light(), true);
    if (!window.speechSynthesis) return;
    speechSynthesis.addEventListener('voiceschanged', () => {
      if (!listenVoices(this.asked).length) return;
      if (this.state === 'wait') this.ask(this.asked);
      if (this.state === 'none') this.show('play');
    });
  }

  /** @param {Event} event */
  handleEvent(event) {
    const key = /** @type {HTMLElement} */ (event.target).closest('[data-do]');
    const name = key && key.getAttribute('data-do');
    if (name === 'play') this.play();
    if (name === 'pause') this.pause();
    if (name === 'stop') this.stop();
    if (name === 'close') this.close();
    if (key && name === 'slow') {
      const slow = key.getAttribute('aria-pressed') === 'false';
      SmartCorner.settings.set('voice-speed', slow ? 'slow' : '');
      this.speed(slow);
    }
    if (name === 'yes' || name === 'no') this.answer(name === 'yes');
    if (name === 'repeat' || name === 'retry') this.ask(this.asked);
  }

  /** @param {Element | null} opener what gets the focus back */
  open(opener) {
    if (this.hasAttribute('hidden')) this.opener = opener;
    this.hidden = false;
    document.documentElement.classList.add('listening');
    if (!this.state || this.state === 'none') this.show('play');
    if (this.state === 'play' && this.key('pause').hidden) this.play();
    this.focusKey();
  }

  close() {
    this.stop();
    this.hidden = true;
    document.documentElement.classList.remove('listening');
    if (this.opener instanceof HTMLElement) this.opener.focus();
  }

  /** @param {Element} screen the one shown from now on */
  turnTo(screen) {
    this.screen = screen;
    this.pause();
    this.at = -1;
    this.light();
  }

  /** @param {string} state the parts of the player to show */
  show(state) {
    const inside = this.contains(document.activeElement);
    this.state = state;
    for (const part of this.querySelectorAll('[data-part]')) {
      /** @type {HTMLElement} */ (part).hidden = !(part.getAttribute('data-part') || '').split(' ').includes(state);
    }
    this.toggle(false);
    if (inside) this.focusKey();
  }

  /** @param {boolean} playing */
  toggle(playing) {
    const inside = [this.key('play'), this.key('pause')].includes(/** @type {HTMLElement} */ (document.activeElement));
    this.key('play').hidden = playing;
    this.key('pause').hidden = !playing;
    if (inside) this.focusKey();
  }

  /** The focus goes to the one next thing, or to the player when a question must be read first. */
  focusKey() {
    (this.state === 'play' ? this.key(this.key('play').hidden ? 'pause' : 'play') : this).focus();
  }

  /** @param {string} name */
  key(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-do="${name}"]`));
  }

  /** Reads on from where it paused, or from the start: the trainer's recording of the step, else its text. */
  play() {
    const screen = this.screen && this.screen.getClientRects().length ? this.screen : null;
    const root = screen ? screen.closest('section') || screen : document.querySelector('main') || document.body;
    const sections = [root.closest('[data-audio]'), ...root.querySelectorAll('[data-audio]')];
    const section = sections.find((one) => one && one.getClientRects().length);
    const file = section && section.getAttribute('data-audio');
    if (file && !this.mute.has(file)) {
      this.record(file);
      return;
    }
    if (this.at < 0) {
      this.pieces = [];
      for (const block of listenBlocks(root)) this.pieces.push(...listenPieces(block));
      this.at = 0;
    }
    this.next();
  }

  /** @param {string} file */
  record(file) {
    if (this.audio.getAttribute('src') !== file) this.audio.src = file;
    this.toggle(true);
    this.audio.play().catch(({ name }) => {
      if (name === 'AbortError') return; // paused before it began
      this.mute.add(file);
      this.play();
    });
  }

  /** Says the piece that comes next, of those still shown in a language that can be said. */
  next() {
    const piece = this.pieces[this.at];
    if (!piece) {
      this.stop();
      return;
    }
    const { block, from, to, lang } = piece;
    const voice = listenHeard(lang);
    if (this.mute.has(lang) || !listenBoxes(block, from, to).length) this.skip();
    else if (!voice) this.ask(lang);
    else {
      this.toggle(true);
      this.word = [0, 0];
      this.light();
      listenFollow(piece, this.getBoundingClientRect().bottom);
      const { text, map } = listenSaid(piece, this.dataset);
      this.voice.say(text, voice, {
        end: () => this.skip(),
        lost: () => this.lost(lang),
        word: (at) => {
          const { length } = (/^\S*/.exec(text.slice(at)) || [''])[0];
          if (length) this.word = [map[at], map[at + length - 1] + 1];
          this.light();
        },
      });
    }
  }

  skip() {
    this.at += 1;
    this.next();
  }

  /** Pausing is ending and, later, saying the sentence again: some devices can't resume a voice. */
  pause() {
    this.voice.stop();
    this.audio.pause();
    if (this.state === 'wait') this.show('play');
    this.toggle(false);
  }

  stop() {
    this.pause();
    this.audio.currentTime = 0;
    this.at = -1;
    this.light();
  }

  /** @param {boolean} slow */
  speed(slow) {
    this.key('slow').setAttribute('aria-pressed', String(slow));
    this.audio.playbackRate = slow ? 0.8 : 1;
    this.voice.rate = slow ? 0.7 : 1;
    if (this.voice.saying && this.state === 'play') this.next();
  }

  /**
   * Has a voice of the language say hello, and asks whether it was heard; at most 3, so as not to tire.
   * @param {string} lang
   */
  ask(lang) {
    this.voice.stop();
    this.asked = lang;
    const voices = listenVoices(lang);
    this.tried = voices[this.tries];
    if (!voices.length && !this.waited) {
      this.waited = true; // voices may come late, once
      this.show('wait');
      this.voice.after(2500, () => this.ask(lang));
    } else if (this.tried && this.tries < 3) {
      this.show(this.tries ? 'again' : 'ask');
      const piece = this.pieces[this.at];
      this.voice.say(lang === this.page || !piece ? this.dataset.sample || '' : listenSaid(piece, this.dataset).text, this.tried);
    } else if (lang === this.page) {
      this.show(this.tries ? 'deaf' : 'none');
      this.tries = 0;
    } else {
      this.tries = 0;
      this.mute.add(lang);
      this.show('play');
      this.next();
    }
  }

  /** @param {boolean} heard */
  answer(heard) {
    this.tries = heard ? 0 : this.tries + 1;
    if (!heard || !this.tried) {
      this.ask(this.asked);
      return;
    }
    SmartCorner.settings.set(`voice-${this.asked}`, this.tried.voiceURI);
    this.show('play');
    if (this.at < 0) this.play();
    else this.next();
  }

  /**
   * A voice that stays silent is no longer one that was heard.
   * @param {string} lang
   */
  lost(lang) {
    SmartCorner.settings.set(`voice-${lang}`, '');
    this.asked = lang;
    this.voice.stop();
    this.show('deaf');
  }

  /** Lights the sentence and the word being said. */
  light() {
    listenLight(this.spots, this.hidden || this.at < 0 ? undefined : this.pieces[this.at], this.word);
  }
}

/** Puts the player under the bar's tools the first time; it lives when its style and its other scripts are there. */
const listenPlayer = () => {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector('template#listen'));
  const content = document.importNode(template.content, true);
  const player = /** @type {Listen} */ (content.querySelector('sc-listen'));
  const parts = [...content.querySelectorAll('link, script')].map((part) => new Promise((done) => {
    part.addEventListener('load', done);
    part.addEventListener('error', done);
  }));
  (document.querySelector('header.bar') || document.body).append(content);
  return Promise.all(parts).then(() => {
    customElements.define('sc-listen', Listen);
    return player;
  });
};

{
  /** @type {Promise<Listen> | undefined} */
  let player;
  document.addEventListener('sc-screen', (event) => {
    const { element } = /** @type {CustomEvent} */ (event).detail;
    if (player) player.then((one) => one.turnTo(element));
  });
  document.addEventListener('sc-listen', (event) => {
    const opener = document.activeElement;
    const { detail } = /** @type {CustomEvent} */ (event);
    player = player || listenPlayer();
    player.then((one) => {
      if (detail && detail.element) one.screen = detail.element;
      one.open(opener);
    });
  });
}
