'use strict';

/*
 * A voice for tests: takes the place of the browser's speech before the page's scripts run, does
 * what window.speechScenario says, and writes down all it is asked to say in window.speech.said.
 *
 * voices: [{lang, localService, name, default}]; late: milliseconds until they are there;
 * words: whether it tells where it is; silent: it neither starts nor ends; auto: each text ends
 * at once, else when the test calls speech.end(); speech.word() goes to the next word.
 */
{
  const scenario = Object.assign(
    { voices: [], late: 0, words: false, silent: false, auto: false },
    window.speechScenario,
  );
  const voices = scenario.voices.map((voice, n) => Object.freeze(Object.assign(
    { name: `Voice ${n}`, voiceURI: `voice:${voice.lang}:${n}`, localService: true, default: false },
    voice,
  )));

  class Utterance {
    /** @param {string} text */
    constructor(text) {
      Object.assign(this, { text, lang: '', voice: null, rate: 1, pitch: 1, volume: 1 });
      Object.assign(this, { onstart: null, onend: null, onerror: null, onboundary: null });
    }
  }

  class Speech extends EventTarget {
    constructor() {
      super();
      this.said = []; // {text, voice, lang, rate, ended: '' | 'end' | 'canceled'}
      this.queue = [];
      this.at = 0;
      this.there = !scenario.late;
      if (scenario.late) setTimeout(() => this.arrive(), scenario.late);
    }

    arrive() {
      this.there = true;
      this.dispatchEvent(new Event('voiceschanged'));
    }

    get speaking() { return this.queue.length > 0; }

    get pending() { return this.queue.length > 1; }

    get paused() { return false; }

    getVoices() { return this.there ? voices.slice() : []; }

    speak(utterance) {
      const { text, voice, lang, rate } = utterance;
      const entry = { text, voice: voice && voice.voiceURI, lang, rate, ended: '' };
      this.said.push(entry);
      this.queue.push({ utterance, entry });
      if (this.queue.length === 1) this.begin();
    }

    begin() {
      this.at = 0;
      const [one] = this.queue;
      if (!one || scenario.silent) return;
      // While it waits for the test it says that it is there: a slow machine makes nobody lost.
      const alive = setInterval(() => (this.queue[0] === one ? this.tell('start') : clearInterval(alive)), 2000);
      setTimeout(() => {
        if (this.queue[0] !== one) return;
        this.tell('start');
        if (scenario.auto) {
          while (this.word());
          this.end();
        }
      });
    }

    /** Goes to the next word; false when there is none or the voice doesn't tell. */
    word() {
      const text = this.queue.length ? this.queue[0].utterance.text : '';
      const match = /\S+/.exec(text.slice(this.at));
      if (!match || !scenario.words) return false;
      const charIndex = this.at + match.index;
      this.at = charIndex + match[0].length;
      this.tell('boundary', { name: 'word', charIndex });
      return true;
    }

    end() {
      const { entry } = this.queue[0];
      entry.ended = 'end';
      const tell = this.teller('end');
      this.queue.shift();
      this.begin();
      tell();
    }

    /** As in Chromium: what is cancelled hears so a little later. */
    cancel() {
      for (const { utterance, entry } of this.queue.splice(0)) {
        entry.ended = 'canceled';
        setTimeout(() => utterance.onerror && utterance.onerror({ type: 'error', error: 'canceled' }));
      }
    }

    pause() {} // as on Android: does nothing that could be resumed

    resume() {}

    teller(type, more = {}) {
      const { utterance } = this.queue[0];
      return () => utterance[`on${type}`] && utterance[`on${type}`](Object.assign({ type, utterance }, more));
    }

    tell(type, more) { this.teller(type, more)(); }
  }

  window.speech = new Speech();
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: window.speech });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { configurable: true, value: Utterance });
}
